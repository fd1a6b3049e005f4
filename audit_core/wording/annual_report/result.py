"""The result of a year in sentences: against the year before, against what was expected, what is overdue."""

from collections.abc import Sequence
from datetime import date

from audit_core.overdue import DueItem
from audit_core.standing import Completion, Share
from audit_core.wording.annual_report.counting import (
    DUE,
    FIELD,
    MEASURE,
    OPEN_MEASURE,
    both,
    capital,
    figure,
    listed,
    part_of,
    some,
    verb,
)
from audit_core.wording.numbers import day, percent
from audit_core.wording.situation import since_days

TITLE = "Das Ergebnis in Kürze"
PICTURE = "Stand der Maßnahmen je Handlungsfeld"
PICTURE_NOTE = (
    "Balken: Maßnahmen je Status. „n von N“: umgesetzt oder zur Daueraufgabe geworden; N ohne geplante Daueraufgaben, "
    "Ersetztes und Entfallenes. Fortschritt: Strich = nach den Fristen erwartet."
)
TABLE = "Umgesetzt, Fortschritt und Überfälliges je Handlungsfeld"
TABLE_NOTE = (
    "Der Fortschritt zählt auch die schon geschafften Teile von Maßnahmen; er ist etwas anderes als „n von N "
    "umgesetzt“. Erwartet ist, was nach den Fristen bis zum Stichtag geschafft sein sollte."
)
PARTLY_NOTE = "„aus n von N“: Nur für so viele Maßnahmen lässt sich sagen, was zu erwarten war."
TOTAL = "zusammen"


def nothing_yet(last: date) -> str:
    """The result of a view without a measure."""
    return f"Am {day(last)} gibt es in diesem Bericht keine Maßnahme. Für {last.year} ist daher nichts zu bilanzieren."


def before(then: Completion, measures: int, when: date) -> str:
    """How far it was at the end of the year before; `measures` is how many there were.

    >>> before(Completion(1, 22, 0, 0), 22, date(2020, 12, 31)), before(Completion(0, 0, 0, 0), 0, date(2019, 12, 31))
    ('Am 31.12.2020 war eine von 22 Maßnahmen umgesetzt.', 'Am 31.12.2019 gab es davon noch keine.')
    """
    start = f"Am {day(when)}"
    if not measures:
        return f"{start} gab es davon noch keine."
    if not then.of:
        return f"{start} gab es keine Maßnahme, die zu zählen war."
    if then.of == 1:
        return f"{start} war die damals einzige Maßnahme {'' if then.n else 'noch nicht '}umgesetzt."
    if then.n == then.of:
        return f"{start} waren alle damals {figure(then.of)} Maßnahmen umgesetzt."
    return f"{start} {verb(then.n, 'war', 'waren')} {part_of(then.n, MEASURE, then.of)} umgesetzt."


def directions(forward: int, back: int, before: date) -> str:
    """How many measures that were there at the end of the year before came forward and fell back.

    >>> directions(5, 0, date(2020, 12, 31)), directions(1, 2, date(2020, 12, 31))
    ('Von den Maßnahmen, die es am 31.12.2020 schon gab, sind fünf vorangekommen, keine ist zurückgefallen.', 'Von den \
Maßnahmen, die es am 31.12.2020 schon gab, ist eine vorangekommen, zwei sind zurückgefallen.')
    """
    start = f"Von den Maßnahmen, die es am {day(before)} schon gab,"
    if not forward and not back:
        return f"{start} ist keine vorangekommen und keine zurückgefallen."
    ahead, behind = (figure(n) if n > 1 else "eine" if n else "keine" for n in (forward, back))
    came = f"{verb(forward, 'ist', 'sind')} {ahead} vorangekommen"
    return f"{start} {came}, {behind} {verb(back, 'ist', 'sind')} zurückgefallen."


def behind(fields: Sequence[tuple[str, float, float]], of: int, without: int) -> str:
    """In how many Handlungsfeldern, as (name, progress, expected), the progress is below what was expected.

    `of` are the fields that have both figures, `without` those with measures that have not.

    >>> behind([("Bildung", 0.2, 0.6)], 3, 1).replace("\\u00a0", " ")
    'In einem von drei Handlungsfeldern liegt der Fortschritt unter dem, was nach den Fristen zu erwarten war: Bildung \
(Fortschritt 20 %, erwartet 60 %). Für ein weiteres lässt sich das nicht sagen.'
    """
    if not of:
        return "Was nach den Fristen zu erwarten war, lässt sich für kein Handlungsfeld sagen." if without else ""
    others = f"{figure(without)} weitere" if without > 1 else "ein weiteres"
    rest = f" Für {others} lässt sich das nicht sagen." if without else ""
    if not fields:
        where = "In jedem Handlungsfeld" if not without else f"In {some(of, FIELD, 'dative')}"
        return f"{where} ist der Fortschritt mindestens so groß, wie nach den Fristen zu erwarten war.{rest}"
    name, progress, expected = max(fields, key=lambda field: field[2] - field[1])
    where = f"In {figure(len(fields)) if len(fields) > 1 else 'einem'} von {figure(of)} Handlungsfeldern"
    if of == 1:
        where = "In einem Handlungsfeld" if without else "Im einzigen Handlungsfeld"
    elif len(fields) == of:
        where = f"In allen {figure(of)} Handlungsfeldern"
    most = ", am weitesten in" if len(fields) > 1 else ":"
    far = f"{most} {name} (Fortschritt {percent(progress)}, erwartet {percent(expected)})"
    return f"{where} liegt der Fortschritt unter dem, was nach den Fristen zu erwarten war{far}.{rest}"


def overdue(
    measures: int, milestones: int, was: tuple[int, int], when: date, longest: tuple[str, DueItem] | None
) -> str:
    """What is overdue and how much it was a year before, as (measures, milestones); the longest with its name."""
    now = measures + milestones
    start = f"am {day(when)}"
    if not now:
        passed = f"{verb(sum(was), 'war', 'waren')} {some(sum(was), DUE)} überschritten"
        return f"Nichts ist überfällig; {start} {passed if sum(was) else 'war es auch so'}."
    earlier = f"{verb(sum(was), 'war es', 'waren es')} {both(*was)}" if sum(was) else "war nichts überfällig"
    sentence = f"{capital(both(measures, milestones))} {verb(now, 'ist', 'sind')} überfällig; {start} {earlier}."
    return sentence if longest is None or now == 1 else f"{sentence} {_longest(*longest)}"


def _longest(name: str, item: DueItem) -> str:
    return f"Am längsten, {since_days(item.days)}: {name}."


def silent(found: Share) -> str:
    """How many open measures have no recent Meldung.

    >>> silent(Share(2, 9)), silent(Share(0, 9))
    ('Zu zwei von neun offenen Maßnahmen gibt es keine aktuelle Meldung.', 'Zu jeder offenen Maßnahme gibt es eine \
aktuelle Meldung.')
    """
    if not found.of:
        return ""
    if not found.n:
        return "Zu jeder offenen Maßnahme gibt es eine aktuelle Meldung."
    if found.of == 1:
        return "Zur einzigen offenen Maßnahme gibt es keine aktuelle Meldung."
    if found.n == found.of:
        return f"Zu keiner der {figure(found.of)} offenen Maßnahmen gibt es eine aktuelle Meldung."
    subject = part_of(found.n, OPEN_MEASURE, found.of).replace("eine ", "einer ", 1 if found.n == 1 else 0)
    return f"Zu {subject} gibt es keine aktuelle Meldung."


def fields_alt(names: Sequence[tuple[str, str]], finding: str) -> str:
    """What the bars show, for those who do not see them: the finding, then (name, n von N) of each Handlungsfeld."""
    parts = listed([f"{name}: {done}" for name, done in names], "; ")
    return f"{finding} Umgesetzt je Handlungsfeld: {parts}." if parts else finding
