"""The result of a year in sentences: against the year before, against what was expected, what is overdue."""

from collections.abc import Sequence
from datetime import date

from audit_core.overdue import DueItem
from audit_core.standing import Completion, MilestoneCount, Share
from audit_core.terms import STATUS
from audit_core.wording.annual_report.counting import (
    DUE,
    FIELD,
    MEASURE,
    OPEN_MEASURE,
    PERMANENT,
    THEN_MEASURE,
    both,
    capital,
    every,
    figure,
    listed,
    part_of,
    permanent_tasks,
    some,
    verb,
)
from audit_core.wording.annual_report.goals import completed
from audit_core.wording.numbers import day, number, percent
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
NONE_LEFT = "Keine Maßnahme ist mehr im Plan"
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
        return f"{start} waren {every(then.of, THEN_MEASURE)} umgesetzt."
    return f"{start} {verb(then.n, 'war', 'waren')} {part_of(then.n, MEASURE, then.of)} umgesetzt."


def directions(forward: int, back: int, of: int, before: date, completed: int = 0, outside: int = 0) -> str:
    """How many of the `of` measures whose Status had a place in the row of R11 came forward and fell back since.

    Those without a Meldung, put off, replaced or cancelled at the end of the year before had none: R11 counts them as
    „sonstige“, whatever became of them. `outside` of the `completed` measures of the year are such ones or new.

    >>> directions(5, 0, 9, date(2020, 12, 31))
    'Von den Maßnahmen, die am 31.12.2020 auf einer Stufe von „nicht begonnen“ bis „umgesetzt“ standen, sind fünf \
vorangekommen, keine ist zurückgefallen.'
    >>> directions(0, 1, 1, date(2020, 12, 31))
    'Die einzige Maßnahme, die am 31.12.2020 auf einer Stufe von „nicht begonnen“ bis „umgesetzt“ stand, ist \
zurückgefallen.'
    """
    if not of:
        return ""
    row = f"„{STATUS['not_started'].label}“ bis „{STATUS['completed'].label}“"
    place = f"die am {day(before)} auf einer Stufe von {row}"
    if of == 1:
        went = "vorangekommen" if forward else "zurückgefallen" if back else "weder vorangekommen noch zurückgefallen"
        return f"Die einzige Maßnahme, {place} stand, ist {went}{_outside(completed, outside)}."
    start = f"Von den Maßnahmen, {place} standen,"
    if not forward and not back:
        return f"{start} ist keine vorangekommen und keine zurückgefallen{_outside(completed, outside)}."
    ahead, behind = (figure(n) if n > 1 else "eine" if n else "keine" for n in (forward, back))
    came = f"{verb(forward, 'ist', 'sind')} {ahead} vorangekommen"
    return f"{start} {came}, {behind} {verb(back, 'ist', 'sind')} zurückgefallen{_outside(completed, outside)}."


def _outside(completed: int, outside: int) -> str:
    """That measures realised in the year are not among those that could come forward."""
    if not outside:
        return ""
    if completed == outside:
        who = f"die {verb(completed, 'umgesetzte', 'umgesetzten')}"
    else:
        who = f"{figure(outside) if outside > 1 else 'eine'} der umgesetzten"
    return f"; {who} {verb(outside, 'stand', 'standen')} damals auf keiner dieser Stufen"


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
        where = f"In {every(of, FIELD, 'dative')}"
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


def finding(
    done: Completion, total: int, reported: bool, measures: int, milestones: int, office: str | None
) -> str:
    """The finding of the Überblick (`wording.situation.finding`) with its numbers written as the report writes them.

    >>> finding(Completion(6, 17, 0, 0), 17, True, 2, 12, None)
    'Sechs von 17 Maßnahmen sind umgesetzt, zwei Maßnahmen und zwölf Meilensteine sind überfällig.'
    >>> finding(Completion(0, 1, 0, 0), 1, False, 0, 0, "Bauamt")
    'Bauamt: Zur einzigen Maßnahme gibt es noch keine Meldung, nichts ist überfällig.'
    """
    if not reported:
        of_what = "Zur einzigen Maßnahme" if total == 1 else f"Zu {some(total, MEASURE, 'dative')}"
        first = f"{of_what} gibt es noch keine Meldung"
    else:
        first = completed(done) or permanent_tasks(done) or NONE_LEFT
    late = measures + milestones
    second = f"{both(measures, milestones)} {verb(late, 'ist', 'sind')} überfällig"
    return f"{f'{office}: ' if office else ''}{first.removesuffix('.')}, {second}."


def figures_note(milestones: MilestoneCount, permanent: int) -> str:
    """Why the whole of a figure below is another than the one beside it: what counts as open (DESIGN §8).

    `permanent` of the open measures are permanent tasks of the plan, which N leaves out.

    >>> figures_note(MilestoneCount(27, 56, 27), 0)
    'Als offen zählen nur Meilensteine, deren Maßnahme offen ist: 27 der 29 noch nicht erreichten.'
    >>> figures_note(MilestoneCount(2, 3, 1), 1)
    'Zu den offenen Maßnahmen gehört hier auch eine Daueraufgabe, die N nicht mitzählt.'
    >>> figures_note(MilestoneCount(2, 3, 1), 0)
    ''
    """
    left = milestones.of - milestones.n
    parts = []
    if left != milestones.open:
        which = f"{number(milestones.open) if milestones.open else 'keiner'} der {number(left)} noch nicht erreichten"
        if left == 1:
            which = "der eine noch nicht erreichte gehört zu keiner"
        parts.append(f"Als offen zählen nur Meilensteine, deren Maßnahme offen ist: {which}.")
    if permanent:
        which = verb(permanent, "gehört", "gehören")
        parts.append(
            f"Zu den offenen Maßnahmen {which} hier auch {some(permanent, PERMANENT)}, "
            f"die N nicht mitzählt."
        )
    return " ".join(parts)


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
        many = "beiden" if found.of == 2 else figure(found.of)
        return f"Zu keiner der {many} offenen Maßnahmen gibt es eine aktuelle Meldung."
    subject = part_of(found.n, OPEN_MEASURE, found.of).replace("eine ", "einer ", 1 if found.n == 1 else 0)
    return f"Zu {subject} gibt es keine aktuelle Meldung."


def fields_alt(names: Sequence[tuple[str, str]], finding: str) -> str:
    """What the bars show, for those who do not see them: the finding, then (name, n von N) of each Handlungsfeld."""
    parts = listed([f"{name}: {done}" for name, done in names], "; ")
    return f"{finding} Umgesetzt je Handlungsfeld: {parts}." if parts else finding
