"""One measure opened whole: its finding, status line, hints, time line, Steckbrief and ways to what hangs together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from audit_core import terms
from audit_core.agreement import County, MeasureKey
from audit_core.standing import History, MeasureState, MilestoneState, Standing, milestone_count
from audit_core.tables import key_figures
from audit_core.tables.csv_text import Cell, Sheet
from audit_core.tables.key_figures import KeyFigureSeries
from audit_core.tables.measure_course import CourseRow, course_rows
from audit_core.tables.measure_history import Course, Entries, verlauf
from audit_core.tables.resolutions import up_to
from audit_core.wording import measure as wording
from audit_core.wording import schedule
from audit_core.wording.numbers import NOTHING, number
from audit_core.wording.sources import sources
from audit_core.wording.words import label

HEADER = (
    "Meilenstein", "Bezeichnung", "Zuständigkeit", "erste Frist", "Frist", "Verschiebungen", "Status", "Stand",
    "Terminlage",
)  # fmt: skip
# On the page what is asked for most stands where it is seen without moving the table.
ORDER = (*HEADER[:2], *HEADER[3:7], "Terminlage", "Stand", "Zuständigkeit")
Links = tuple[tuple[str, str], ...]
"""(What is shown, the address it opens or nothing) of each source."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One row of the Steckbrief; `lines` are written one below the other, `links` follow them."""

    name: str
    lines: tuple[str, ...]
    links: Links = ()


@dataclass(frozen=True, slots=True)
class Related:
    """A Vorgänger or Nachfolger: what it is, its title, where it stands, and the measure to open."""

    relation: str
    title: str
    below: str
    measure: MeasureKey


@dataclass(frozen=True, slots=True)
class StatusLine:
    """What stands below the headline: the status (a code), the Terminlage with its sign, and further words.

    `overdue` names the milestones that are overdue (R5), empty without any.
    """

    status: str
    schedule: str
    sign: str
    words: tuple[str, ...]
    overdue: str = ""


@dataclass(frozen=True, slots=True)
class Opened:
    """All that the page of a measure shows. Before it exists (R0) `state` is None and `begins` the day it does."""

    measure: MeasureKey
    title: str
    finding: str
    begins: date | None
    state: MeasureState | None
    line: StatusLine | None
    hints: tuple[str, ...]
    rows: tuple[CourseRow, ...]
    sheet: Sheet
    entries: Entries
    facts: tuple[Fact, ...]
    related: tuple[Related, ...]
    before: MeasureKey | None
    after: MeasureKey | None
    key_figures: tuple[KeyFigureSeries, ...]


def opened(whole: Standing, key: MeasureKey, log: Course) -> Opened:
    """A measure of the plan as of a Stichtag; `log` is the Verlauf of every measure."""
    known = whole.known
    plan = {measure.key.measure: measure for measure in known.county.measures}
    measure = plan[key]
    state = next((m for m in whole.measures if m.key.measure == key), None)
    before, after = _neighbours([other for other in plan if other == key or known.exists(other, whole.as_of)], key)
    entries = verlauf(log.get(key, ()), whole.as_of)
    figures = key_figures.of(known.county, whole.as_of, measure=key)
    if state is None:
        return Opened(
            key, measure.title, wording.not_yet(measure.title, whole.as_of), known.exists_from[key], None, None, (), (),
            Sheet(HEADER, ()), entries, _facts(known, key, whole.as_of),
            _related(known, key, whole.as_of), before, after, figures,
        )  # fmt: skip
    return Opened(
        key, measure.title, wording.finding(state, whole.as_of), None, state, _line(state),
        wording.contradictions(state) + wording.gaps(state, entries.without_reason),
        course_rows(known, state, whole.as_of), _sheet(state), entries, _facts(known, key, whole.as_of),
        _related(known, key, whole.as_of), before, after, figures,
    )  # fmt: skip


def _neighbours(keys: Sequence[MeasureKey], key: MeasureKey) -> tuple[MeasureKey | None, MeasureKey | None]:
    """The measures before and after one in its agreement."""
    beside = [other for other in keys if other[0] == key[0]]
    place = beside.index(key)
    return beside[place - 1] if place else None, beside[place + 1] if place + 1 < len(beside) else None


def _line(state: MeasureState) -> StatusLine:
    item = state.item
    place = schedule.with_days(item)
    reached = milestone_count([state])
    words = (
        wording.reached(reached.n, reached.of), wording.due(item), wording.progress(state), wording.where_from(state),
        wording.since_when(state),
    )  # fmt: skip
    sign = terms.SCHEDULE[item.schedule].symbol if place and item.schedule == "overdue" else ""
    late = sum(milestone.item.schedule == "overdue" for milestone in state.milestones)
    return StatusLine(item.status, place, sign, tuple(filter(None, words)), wording.overdue_milestones(late))


def _sheet(state: MeasureState) -> Sheet:
    """The time line as a table: the measure itself, then its milestones."""
    return Sheet(HEADER, (_row("", state), *(_row(m.milestone.milestone, m) for m in state.milestones)))


def _row(name: str, state: MeasureState | MilestoneState) -> tuple[Cell, ...]:
    item = state.item
    return (
        name or wording.MEASURE_ITSELF, state.title, state.responsible or terms.NO_OFFICE, item.first_due, item.due,
        item.shifts, label(item.status), item.entry.stated.text if item.entry else None,
        schedule.with_days(item) or NOTHING,
    )  # fmt: skip


def _facts(known: History, key: MeasureKey, as_of: date) -> tuple[Fact, ...]:
    """The Steckbrief in the office's wording; what is empty is left out."""
    measure = next(m for m in known.county.measures if m.key.measure == key)
    fields = {row.number: row.title for row in known.county.fields_of_action}
    agreement = known.agreements.get(key[0]) if key[0] is not None else None
    named = (
        ("Handlungsfeld", f"{measure.field_of_action} {fields.get(measure.field_of_action, '')}".strip()),
        ("Ziel", measure.goal),
        ("Beschreibung", measure.description),
        ("Zuständigkeit", measure.responsible or terms.NO_OFFICE),
        ("Beteiligte", measure.partners),
        ("Laufzeit", wording.period(measure)),
        ("Aufgenommen", measure.included.text if measure.included else ""),
        ("Daueraufgabe", "ja" if measure.permanent else ""),
        ("Gewicht", "" if measure.weight == 1 else number(float(measure.weight), _digits(str(measure.weight)))),
        ("Messkriterium", measure.criterion),
        ("Zielwert", measure.target),
        ("Programm", measure.programme),
        ("HH-Stelle", measure.budget_item),
        ("Zuordnung", measure.assignment),
        ("Zielvereinbarung", (agreement.title or agreement.code) if agreement else key[0] or terms.NO_AGREEMENT),
    )
    facts = [Fact(name, (text,)) for name, text in named if text]
    if resolved := tuple(_resolved(known.county, key, as_of)):
        facts.append(Fact("Beschluss" if len(resolved) == 1 else "Beschlüsse", resolved))
    if links := sources(measure.source):
        facts.append(Fact("Quelle" if len(links) == 1 else "Quellen", (), links))
    return tuple(facts)


def _digits(text: str) -> int:
    return len(text.partition(".")[2].rstrip("0"))


def _resolved(county: County, key: MeasureKey, as_of: date) -> Iterator[str]:
    """The Beratungen up to the Stichtag that name a measure, those of a Vorlage together; a subject is written once."""
    together = [row for resolution in reversed(up_to(county, as_of)) for row in resolution.consultations]
    said: set[str] = set()
    for row in (row for row in together if key in row.measures):
        subject = " ".join(filter(None, (row.paper, row.subject)))
        cast = wording.votes(row.yes, row.no, row.abstained, row.biased)
        result = ", ".join(filter(None, (row.result, cast)))
        voted = f"{row.committee}, {row.day.text}{f': {result}' if result else ''}"
        yield voted if subject in said else f"{subject}: {voted}"
        said.add(subject)


def _related(known: History, key: MeasureKey, as_of: date) -> tuple[Related, ...]:
    """Vorgänger and Nachfolger that are in the plan and exist on the Stichtag (R0, R13)."""
    plan = {measure.key.measure: measure for measure in known.county.measures}
    earlier = plan[key].predecessor
    pairs = [("Vorgänger", earlier), *(("Nachfolger", later) for later in known.successors.get(key, ()))]
    return tuple(
        Related(word, plan[other].title, f"Nr. {other[1]} · {other[0] or terms.NO_AGREEMENT}", other)
        for word, other in pairs
        if other is not None and other in plan and known.exists(other, as_of)
    )
