"""The log of the invented county: offices report twice a year, some late, some never, some correct themselves."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from audit_core.agreement import natural
from audit_core.dates import BERLIN, MONTHS, stand
from audit_core.sample import phrases, words
from audit_core.sample.course import Course
from audit_core.sample.measures import PlannedMeasure
from audit_core.sample.writing import due_wording, exact, iso, stand_wording
from audit_core.terms import STATUS, status_of_word

_OFFICE_MISSES, _MEASURE_MISSES, _ITEM_MISSES = 0.03, 0.05, 0.06
_BELATED, _MUCH_LATER, _CORRECTED = 0.08, 0.015, 0.04
_COLLECTION = f"{phrases.SOURCE}: Halbjahresabfrage"
_WORDS = {
    code: tuple(word for word in status.words if word != "laufend" and status_of_word(word) == code)
    for code, status in STATUS.items()
} | {"replaced": ("ersetzt durch ein gemeinsames Angebot",)}


@dataclass(frozen=True, slots=True)
class Round:
    """One half-yearly collection of an office: the day it speaks of and the moment it came in."""

    name: str
    stated_on: date
    recorded_at: datetime


@dataclass(slots=True)
class _Memory:
    """What an item has reported so far: its days, its last status with its Grund, and the number of shifts told."""

    days: set[date]
    last: date
    status: str = ""
    reason: str = ""
    shifts_told: int = 0


def log_of(rng: Random, measures: list[PlannedMeasure], years: range, until: date) -> list[dict[str, str]]:
    """All rows of meldungen in the order of recording."""
    rounds = {office: _rounds(rng, years, until) for office in words.OFFICES}
    rows = [row for measure in measures for row in _of_measure(rng, measure, rounds[measure.office], until)]
    rows.sort(key=_order)
    return [row for _, row in rows]


_Row = tuple[datetime, dict[str, str]]


def _order(entry: _Row) -> tuple[object, ...]:
    moment, row = entry
    return (moment, row["Zielvereinbarung"], natural(row["Nr."]), natural(row["Meilenstein"]))


def _moment(rng: Random, day: date) -> datetime:
    """Office hours of that day, of the Friday before when it is a weekend."""
    day -= timedelta(max(0, day.weekday() - 4))
    return datetime.combine(day, time(rng.randint(8, 16), rng.randint(0, 59)), tzinfo=BERLIN)


def _rounds(rng: Random, years: range, until: date) -> list[Round]:
    """The collections of one office up to `until`, some of them missing."""
    found = []
    for year in years:
        for half, first in ((1, date(year, 6, 10)), (2, date(year, 11, 25))):
            recorded = first + timedelta(rng.randint(0, 25))
            stated = recorded - timedelta(rng.randint(3, 20))
            if recorded <= until and rng.random() > _OFFICE_MISSES:
                found.append(Round(f"{_COLLECTION} {half}/{year}", stated, _moment(rng, recorded)))
    return found


def _of_measure(rng: Random, measure: PlannedMeasure, rounds: list[Round], until: date) -> Iterator[_Row]:
    """The entries of a measure and its milestones, round by round."""
    items: list[tuple[str, Course]] = [] if measure.course.profile == "milestones_only" else [("", measure.course)]
    items += [(milestone.row["Meilenstein"], milestone.course) for milestone in measure.milestones]
    memory = {milestone: _Memory(set(), measure.exists_from) for milestone, _ in items}
    for collection in rounds:
        if not measure.exists_from <= collection.stated_on <= measure.course.reports_until:
            continue
        if rng.random() < _MEASURE_MISSES:
            continue
        recorded = _recorded(rng, collection, until)
        wording = stand_wording(rng, collection.stated_on)
        for milestone, course in items:
            if rng.random() > _ITEM_MISSES:
                own = memory[milestone]
                yield from _entry(rng, measure, milestone, course, own, collection, wording, recorded, until)


def _recorded(rng: Random, collection: Round, until: date) -> datetime:
    """When the rows of one measure came in: with their office's, or weeks or a year later."""
    chance = rng.random()
    wait = rng.randint(20, 120) if chance < _BELATED else 0
    if chance < _MUCH_LATER:
        wait = rng.randint(200, 500)
    day = collection.recorded_at.date() + timedelta(wait)
    return _moment(rng, day) if wait and day <= until else collection.recorded_at


def _entry(
    rng: Random, measure: PlannedMeasure, milestone: str, course: Course, memory: _Memory, collection: Round,
    wording: str, recorded: datetime, until: date,
) -> Iterator[_Row]:  # fmt: skip
    """One entry, and sometimes first a wrong one with the same key that it corrects."""
    status = course.status_on(collection.stated_on)
    day = stand(wording, recorded.date())[1]
    reached = next((since for since, code in course.stages if code == status), None)
    if reached and status != memory.status and memory.last < reached < collection.stated_on and rng.random() < 0.6:
        wording, day = exact(reached), reached
    if day in memory.days or day > until:
        wording, day = exact(collection.stated_on), collection.stated_on
    if day in memory.days:
        return
    row = {
        "Zielvereinbarung": measure.row["Zielvereinbarung"],
        "Nr.": measure.row["Nr."],
        "Meilenstein": milestone,
        "Stand": wording,
        "Status": _status_word(rng, status, milestone, course.profile == "permanent"),
        "Fortschritt": _progress(rng, status, milestone, course, collection.stated_on),
        "Sachstand": _text(rng, status, milestone, memory.status, day),
        "Grund": _lasting_reason(rng, status, memory, day),
        "Gemeldet von": measure.row["Verantwortlich"] or words.COORDINATION,
        "Erfasst am": iso(recorded),
        "Quelle": collection.name,
    }
    _shift(rng, row, status, course, memory, collection.stated_on)
    memory.days.add(day)
    memory.last, memory.status = max(day, collection.stated_on), status
    later = recorded + timedelta(days=rng.randint(3, 80), minutes=rng.randint(1, 59))
    if rng.random() < _CORRECTED and later.date() <= until:
        yield recorded, _mistaken(rng, row, exact(day), status)
        row["Stand"], row["Erfasst am"] = exact(day), iso(later)
        row["Sachstand"] = rng.choice(phrases.CORRECTIONS) + (row["Sachstand"] or "Stand geprüft.")
        recorded = later
    yield recorded, row


def _lasting_reason(rng: Random, status: str, memory: _Memory, day: date) -> str:
    """The Grund a status needs, the same as long as the status stays."""
    if not STATUS[status].needs_reason:
        memory.reason = ""
    elif status != memory.status or not memory.reason:
        memory.reason = _filled(rng, rng.choice(phrases.REASONS[status]), day)
    return memory.reason


def _mistaken(rng: Random, row: dict[str, str], stand_text: str, status: str) -> dict[str, str]:
    """The row as it was first reported, before its correction: another status, percentage or Frist."""
    wrong = {**row, "Stand": stand_text}
    if status == "completed":
        wrong["Status"], wrong["Fortschritt"] = STATUS["partly"].label, ""
        wrong["Sachstand"] = "Letzter Schritt steht noch aus."
    elif status in ("in_progress", "partly") and rng.random() < 0.5:
        wrong["Status"], wrong["Fortschritt"] = STATUS["preparing"].label, "10"
    elif row.get("Neue Frist"):
        wrong["Neue Frist"], wrong["Grund"] = "", ""
    else:
        wrong["Sachstand"] = "" if row["Sachstand"] else "Angaben folgen."
    return wrong


def _shift(rng: Random, row: dict[str, str], status: str, course: Course, memory: _Memory, day: date) -> None:
    """Tell the next shift of the Frist when its day has come; every fourth without a Grund."""
    if memory.shifts_told >= len(course.shifts) or STATUS[status].group != "open":
        return
    since, new_due = course.shifts[memory.shifts_told]
    if since > day:
        return
    memory.shifts_told += 1
    row["Neue Frist"] = due_wording(rng, new_due)
    if not row["Grund"] and rng.random() < 0.75:
        row["Grund"] = _filled(rng, rng.choice(phrases.SHIFT_REASONS), day)


def _status_word(rng: Random, status: str, milestone: str, permanent: bool) -> str:
    """The label, or now and then another word of real reports."""
    if rng.random() > 0.05 or not _WORDS[status]:
        return STATUS[status].label
    if permanent and not milestone and status == "ongoing":
        return "laufend"
    return rng.choice(_WORDS[status])


def _progress(rng: Random, status: str, milestone: str, course: Course, day: date) -> str:
    if rng.random() > (0.08 if milestone else 0.4) or course.profile == "permanent":
        return ""
    if status == "completed":
        return "100"
    if status not in ("preparing", "in_progress", "partly"):
        return ""
    share = (day - course.begin).days / max(1, (course.horizon - course.begin).days)
    return str(min(90, max(5, 5 * round(20 * share * min(0.9, course.done_share)))))


def _text(rng: Random, status: str, milestone: str, before: str, day: date) -> str:
    """A Sachstand; what is settled is told once, milestones often without words."""
    settled = status in ("completed", "replaced", "cancelled")
    silence = 1.0 if settled else 0.6 if milestone else 0.15
    if status == before and rng.random() < silence:
        return "" if milestone or rng.random() < 0.5 else "Keine Änderung seit der letzten Meldung."
    return _filled(rng, rng.choice((phrases.MILESTONE_TEXTS if milestone else phrases.MEASURE_TEXTS)[status]), day)


def _filled(rng: Random, sentence: str, day: date) -> str:
    """The sentence with numbers, somebody to work with, and the months of about now and of soon."""
    past, soon = (MONTHS[(day + timedelta(n)).month - 1] for n in (-14, 60))
    number = rng.randint(3, 12)
    partner = rng.choice(phrases.PARTNERS)
    filled = sentence.format(partner=partner, n=number, many=number * 12, past=past, soon=soon)
    return filled.replace("von dem ", "vom ")
