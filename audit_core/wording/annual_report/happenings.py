"""What changed, was reached and moved in a year: structure and organisation, successes, Fristen."""

from collections.abc import Sequence
from datetime import date

from audit_core.agreement import Consultation
from audit_core.balance import OnTime
from audit_core.terms import STATUS
from audit_core.wording.annual_report.counting import (
    CONSULTATION,
    DUE,
    EVENT,
    MEASURE,
    MILESTONE,
    RESOLUTION,
    SITTING,
    WORDS,
    both,
    capital,
    every,
    figure,
    happened,
    in_year,
    part_of,
    some,
    verb,
    written,
)
from audit_core.wording.measure import votes
from audit_core.wording.numbers import NO_BREAK, days, signed, times
from audit_core.wording.subject import of_year
from audit_core.wording.years import EARLIER, running

CHANGES, SUCCESSES = "Veränderungen in Struktur und Organisation", "Meilensteine und Erfolge"
MOVED, MOVED_CAPTION = "Verschobene Fristen", "Fristen vor und nach der Verschiebung"
REASONS_BELOW = "Die Gründe stehen unter „Was nicht erreicht wurde und warum“."
NEW, LEFT, TAKEN_OVER = "Neue Maßnahmen", "Ersetzte und entfallene Maßnahmen", "Weitergeführte Maßnahmen"
EVENTS, RESOLVED = "Ereignisse des Audits", "Beschlüsse und Beratungen"
COMPLETED, ONGOING, BEGUN, REACHED, SERIES = (
    "Umgesetzte Maßnahmen", "Zur Daueraufgabe geworden", "Begonnene Maßnahmen", "Erreichte Meilensteine",
    "Die Jahre im Vergleich",
)  # fmt: skip
MILESTONES_REACHED = "Meilensteine erreicht"
PERMANENT_BEFORE = "im Plan schon als Daueraufgabe geführt"
NO_SERIES = "Vor diesem Jahr gab es in diesem Bericht keine Maßnahme; ein Vergleich der Jahre ist noch nicht möglich."


def new(n: int, last: date) -> str:
    """How many measures came into the plan."""
    return happened(n, MEASURE, last, "neu aufgenommen")


def new_caption(last: date) -> str:
    """The caption of the new measures."""
    return of_year("Aufgenommen", last)


def events_caption(last: date) -> str:
    """The caption of the events of the year."""
    return of_year("Ereignisse", last)


def reached_caption(last: date) -> str:
    """The caption of the milestones reached.

    >>> reached_caption(date(2021, 6, 30))
    'Meilensteine, erreicht 2021 (bis 30.06.)'
    """
    return of_year("Meilensteine, erreicht", last)


def left(replaced: int, cancelled: int, last: date) -> str:
    """How many measures were replaced and cancelled.

    >>> left(0, 0, date(2021, 12, 31)), left(1, 2, date(2021, 12, 31))
    ('Im Jahr 2021 wurde keine Maßnahme ersetzt, keine ist entfallen.', 'Im Jahr 2021 wurde eine Maßnahme ersetzt, \
zwei sind entfallen.')
    """
    gone = "keine" if not cancelled else "eine" if cancelled == 1 else figure(cancelled)
    start = happened(replaced, MEASURE, last, "ersetzt").removesuffix(".")
    return f"{start}, {gone} {verb(cancelled, 'ist', 'sind')} entfallen."


def taken_over(n: int, last: date) -> str:
    """How many measures are continued by one of the next agreement."""
    return happened(n, MEASURE, last, "in eine folgende Zielvereinbarung übernommen")


def continued(successor: str) -> str:
    """What became of a measure in the next agreement.

    >>> continued("ZV2 1.1.1 Rufbus")
    'weitergeführt als ZV2 1.1.1 Rufbus'
    """
    return f"weitergeführt als {successor}"


def events(n: int, last: date) -> str:
    """How many events the audit had."""
    return f"{in_year(last)} {verb(n, 'ist', 'sind')} {some(n, EVENT)} des Audits erfasst."


def undated(texts: list[str]) -> str:
    """The events that belong to no year because nobody named their day."""
    if not texts:
        return ""
    what = "Ein Ereignis ist" if len(texts) == 1 else f"{capital(figure(len(texts)))} Ereignisse sind"
    return f"{what} ohne Datum erfasst und keinem Jahr zuzuordnen: {'; '.join(texts)}."


def conflicting(other: str) -> str:
    """That another source names another date."""
    return f"Widerspruch: Eine andere Angabe nennt {other}." if other else ""


def consulted(papers: int, sittings: int, called_off: int, last: date) -> str:
    """How many resolutions were consulted in how many sittings, and how many of these were called off.

    `papers` are those with at least one sitting that took place.

    >>> consulted(1, 4, 1, date(2020, 12, 31))
    'Im Jahr 2020 wurde eine Vorlage in drei Beratungen behandelt; eine Sitzung wurde abgesagt.'
    """
    off = f"{some(called_off, SITTING)} {verb(called_off, 'wurde', 'wurden')} abgesagt"
    held = sittings - called_off
    if not sittings:
        return f"{in_year(last)} ist keine Beratung erfasst."
    if not held:
        return f"{in_year(last)} fand keine Beratung statt; {off}."
    start = f"{in_year(last)} {verb(papers, 'wurde', 'wurden')} {some(papers, RESOLUTION)} "
    return f"{start}in {some(held, CONSULTATION, 'dative')} behandelt{f'; {off}' if called_off else ''}."


def consultation(row: Consultation, cancelled: bool) -> str:
    """One consultation, „10.06.2020, Kreistag: beschlossen (Ja 29, Nein 0, Enthaltung 5)“."""
    cast = votes(row.yes, row.no, row.abstained, row.biased)
    said = row.result or ("Ergebnis nicht angegeben" if not cast else "")
    result = f"{said} ({cast})" if said and cast else said or cast
    words = f"Die Sitzung fand nicht statt ({row.result})" if cancelled else result
    return f"{written(row.day)}, {row.committee}: {words}"


def resolution(paper: str, subject: str) -> str:
    """A resolution by its number and its Betreff.

    >>> resolution("2024/067", "Jahresbericht 2023"), resolution("", "Radverkehrskonzept")
    ('Vorlage 2024/067: Jahresbericht 2023', 'Radverkehrskonzept')
    """
    return ": ".join(filter(None, (f"Vorlage {paper}" if paper else "", subject)))


def concerns(names: Sequence[str]) -> str:
    """The measures that a resolution names."""
    return f"betrifft: {'; '.join(names)}"


def reached(n: int, last: date) -> str:
    """How many milestones were reached."""
    return happened(n, MILESTONE, last, "erreicht")


def net(before: int, after: int) -> str:
    """Why the figure of milestones reached changed by another number than were reached in the year.

    >>> net(40, 59)
    'Die Zahl „Meilensteine erreicht“ im Ergebnis änderte sich um +19: Sie vergleicht, was an jedem der beiden Tage im \
Plan stand und erreicht war. Auch was dazukam, was ersetzt, entfallen oder übernommen ist und was wieder offen war, \
ändert sie.'
    """
    changed = f"änderte sich um {signed(after - before)}" if after != before else "blieb gleich"
    return (
        f"Die Zahl „{MILESTONES_REACHED}“ im Ergebnis {changed}: Sie vergleicht, was an jedem der beiden Tage im Plan "
        "stand und erreicht war. Auch was dazukam, was ersetzt, entfallen oder übernommen ist und was wieder offen "
        "war, ändert sie."
    )


def completed(n: int, last: date) -> str:
    """How many measures were realised."""
    return happened(n, MEASURE, last, "umgesetzt")


def ongoing(n: int, last: date) -> str:
    """How many measures became a permanent task."""
    return f"{in_year(last)} {verb(n, 'ist', 'sind')} {some(n, MEASURE)} zur Daueraufgabe geworden."


def begun(n: int, last: date) -> str:
    """How many measures were begun."""
    return happened(n, MEASURE, last, "begonnen")


def on_time(found: OnTime, last: date, early: int = 0, ahead: int = 0) -> str:
    """Meilensteine with a Frist in the year: in time, later, open (R12).

    `early` of those in time were reached before the year began; `ahead` of the open ones are not yet due, which is
    told of a year that is not counted to its end.

    >>> on_time(OnTime(9, 2, 3), date(2021, 12, 31))
    'Neun von 14 Meilensteinen mit Frist im Jahr 2021 wurden fristgerecht erreicht, zwei später, drei sind noch offen.'
    >>> on_time(OnTime(1, 0, 13), date(2026, 11, 22), 1, 12)
    'Einer von 14 Meilensteinen mit Frist im Jahr 2026 wurde fristgerecht erreicht (schon vor 2026), 13 sind noch \
offen, davon zwölf noch nicht fällig.'
    """
    year = f"im Jahr {last.year}"
    ahead = ahead if running(last) else 0
    if not found.of:
        return f"Kein Meilenstein hatte seine Frist {year}."
    before = _before(early, found.on_time, last.year)
    if found.of == 1:
        how = "wurde fristgerecht erreicht" if found.on_time else "wurde später erreicht" if found.late else ""
        how = how or f"ist noch offen{', aber noch nicht fällig' if ahead else ''}"
        return f"Der einzige Meilenstein mit Frist {year} {how}{before}."
    if found.on_time == found.of:
        return f"{capital(every(found.of, MILESTONE))} mit Frist {year} wurden fristgerecht erreicht{before}."
    if found.on_time < len(WORDS):
        kept = f"{capital(part_of(found.on_time, MILESTONE, found.of))} mit Frist {year}"
        kept = f"{kept} {verb(found.on_time, 'wurde', 'wurden')}"
    else:
        kept = f"Von {some(found.of, MILESTONE, 'dative')} mit Frist {year} wurden {figure(found.on_time)}"
    parts = [f"{kept} fristgerecht erreicht{before}"]
    if found.late:
        parts.append(f"{_all(found.late, found.of)} später")
    if found.open:
        still = f"{_all(found.open, found.of)} {verb(found.open, 'ist', 'sind')} noch offen"
        parts.append(f"{still}{_ahead(ahead, found.open)}")
    return f"{', '.join(parts)}."


def _before(early: int, of: int, year: int) -> str:
    """That some of those in time were reached before the year, so that they are not among what it reached."""
    if not early:
        return ""
    who = f"{_many(early)} davon " if early < of else f"{_all(early, of)} " if of > 1 else ""
    return f" ({who}schon vor {year})"


def _ahead(ahead: int, of: int) -> str:
    if not ahead:
        return ""
    return ", aber noch nicht fällig" if ahead == of else f", davon {_many(ahead)} noch nicht fällig"


def _all(n: int, of: int) -> str:
    """So many of them, and of two „beide“ where it is both."""
    return every(n, MILESTONE).removesuffix(f" {MILESTONE.many}") if n == of > 1 else _many(n)


def _many(n: int) -> str:
    return "einer" if n == 1 else figure(n)


def moved(measures: int, milestones: int, later: int, earlier: int, last: date) -> str:
    """How many Fristen moved, which way, and whose they are."""
    n = measures + milestones
    sentence = happened(n, DUE, last, "verschoben").removesuffix(".")
    if not n:
        return f"{sentence}."
    whose = f"{sentence}: bei {both(measures, milestones, 'dative')}."
    if not earlier:
        return whose
    if not later:
        return f"{whose} {'Sie wurde' if n == 1 else 'Beide wurden' if n == 2 else 'Alle wurden'} vorgezogen."
    some_of_them = capital(figure(earlier)) if earlier > 1 else "Eine"
    return f"{whose} {some_of_them} davon {verb(earlier, 'wurde', 'wurden')} vorgezogen."


def shift(old: date, new_: date) -> str:
    """How far a Frist moved.

    >>> shift(date(2020, 12, 31), date(2021, 6, 30)), shift(date(2021, 1, 2), date(2021, 1, 1))
    ('181 Tage später', '1 Tag früher')
    """
    by = (new_ - old).days
    return f"{days(abs(by))} {'später' if by > 0 else 'früher'}"


def how_often(in_year_: int, in_all: int) -> str:
    """How often a Frist moved, in the year and in all.

    >>> how_often(1, 1), how_often(2, 3)
    ('einmal', '2-mal, insgesamt 3-mal')
    """
    inside = times(in_year_) if in_year_ else ""
    if in_year_ == in_all:
        return inside
    return ", ".join(filter(None, (inside, f"insgesamt {times(in_all)}")))


def series_note(first: int, hidden: int, only_earlier: Sequence[str]) -> str:
    """That earlier years fit no picture, and the statuses that only some of those shown have: no label names them.

    >>> series_note(2018, 2, ["no_report"]).replace("\u00a0", " "), series_note(2018, 0, [])
    ('Gezeigt sind die Jahre ab 2018. In früheren Jahren auch: ? keine Meldung.', '')
    """
    names = [f"{STATUS[code].symbol}{NO_BREAK}{STATUS[code].label}" for code in only_earlier]
    parts = [f"Gezeigt sind die Jahre ab {first}."] if hidden else []
    return " ".join([*parts, f"{EARLIER} {', '.join(names)}."] if names else parts)
