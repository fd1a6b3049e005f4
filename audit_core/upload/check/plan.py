"""The rows of a plan: what is new, read against itself and against the plan that is there."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from audit_core.agreement import Agreement, County, FieldOfAction, Measure, MeasureKey, Milestone
from audit_core.columns import HANDLUNGSFELDER, MASSNAHMEN, MEILENSTEINE, ZIELVEREINBARUNGEN, ExchangeFile
from audit_core.dates import OfficeDate
from audit_core.errors import Problem
from audit_core.terms import ALL_CODE, NO_AGREEMENT, folded
from audit_core.upload.check.cells import Cells, Clock, Findings, Lined, Progress, T, in_order_of_recording
from audit_core.upload.check.chains import report_chains
from audit_core.upload.check.index import PlanIndex
from audit_core.upload.check.spelling import P, PlanPart, Spellings, names_of
from audit_core.upload.check.words import CellError
from audit_core.upload.parse import Sheet

_UNREADABLE = OfficeDate("", date.min, date.min)
_NO_MEASURES = (
    "Es ist noch keine Maßnahme erfasst, auf die sich die Zeilen beziehen können. "
    "Bitte zuerst den Plan hochladen (Handlungsfelder, Zielvereinbarungen, Maßnahmen), danach diese Datei."
)
_TAKEN_CODES = {
    folded(ALL_CODE): "alle Zielvereinbarungen", folded(NO_AGREEMENT): "Maßnahmen ohne Zielvereinbarung",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class CheckedPlan:
    """The good rows in the order of recording, and the county as all rows together have it, for what refers to them."""

    rows: tuple[Lined[PlanPart], ...]
    county: County
    errors: tuple[Problem, ...]
    warnings: tuple[Problem, ...]


def check_plan(
    sheets: Mapping[str, Sheet], county: County, clock: Clock, progress: Progress | None = None
) -> CheckedPlan:
    """Check the plan files among the sheets (by name) against each other and against the plan of a county.

    Rows with an error stay in the returned county, so that a bad cell is not reported again by all that refers to it.
    """
    fields_found, fields = _read(
        sheets, HANDLUNGSFELDER, _field_of_action, county.fields_of_action, clock, progress
    )
    county = replace(county, fields_of_action=_merged(county.fields_of_action, fields))
    agreements_found, agreements = _read(sheets, ZIELVEREINBARUNGEN, _agreement, county.agreements, clock, progress)
    county = replace(county, agreements=_merged(county.agreements, agreements))

    index = PlanIndex(county)
    measures_found, measures = _read(
        sheets, MASSNAHMEN, lambda cells, at: _measure(cells, at, index, clock), county.measures, clock, progress
    )
    index = PlanIndex(replace(county, measures=_merged(county.measures, measures)))
    measures = _with_predecessors(measures, measures_found, index)
    report_chains(measures, measures_found, county.measures, first_start=clock.reads_recorded_at)
    county = replace(county, measures=_merged(county.measures, measures))

    index = PlanIndex(county)
    if MEILENSTEINE.name in sheets:
        sheets = {**sheets, MEILENSTEINE.name: needing_measures(sheets[MEILENSTEINE.name], county)}
    milestones_found, milestones = _read(
        sheets, MEILENSTEINE, lambda cells, at: _milestone(cells, at, index), county.milestones, clock, progress
    )
    county = replace(county, milestones=_merged(county.milestones, milestones))

    found = (fields_found, agreements_found, measures_found, milestones_found)
    good: list[Lined[PlanPart]] = [
        *fields_found.good(fields), *agreements_found.good(agreements),
        *measures_found.good(measures), *milestones_found.good(milestones),
    ]  # fmt: skip
    return CheckedPlan(
        in_order_of_recording(good),
        county,
        tuple(problem for part in found for problem in part.errors),
        tuple(problem for part in found for problem in part.warnings),
    )


def measure_of_row(cells: Cells, index: PlanIndex) -> MeasureKey | None:
    """The measure that Zielvereinbarung and Nr. of a row mean; what is wrong with them is noted."""
    if not cells.has("agreement"):
        return cells.read("number", index.measure)
    named = cells.read("agreement", lambda text: (index.agreement(text),))
    if named is None:
        return None
    return cells.read("number", lambda text: index.measure_in(named[0], text))


def needing_measures(sheet: Sheet, county: County) -> Sheet:
    """A sheet that speaks of measures; where a county has none, one error instead of its rows."""
    if county.measures or not sheet.rows:
        return sheet
    problem = Problem(0, "", "", _NO_MEASURES, sheet.file_name)
    return replace(sheet, rows=(), errors=(*sheet.errors, problem))


def _read(
    sheets: Mapping[str, Sheet],
    file: ExchangeFile,
    build: Callable[[Cells, datetime | None], P | None],
    stored: Iterable[P],
    clock: Clock,
    progress: Progress | None,
) -> tuple[Findings, list[Lined[P]]]:
    """The rows of one plan file as they are stored; a key twice is an error unless recorded at different moments."""
    findings = Findings(sheets.get(file.name, Sheet(file)), progress)
    spellings = Spellings(stored)
    rows: list[Lined[P]] = []
    first_line: dict[Hashable, int] = {}
    for cells in findings.rows():
        at, noted, order = cells.recording(clock)
        built = build(cells, at)
        if built is None:
            continue
        row = _as_known(built, spellings, cells, _key_attribute(file))
        name = tuple(names_of(row).values())
        earlier = first_line.setdefault((name, noted), cells.line)
        if earlier != cells.line:
            message = f"Das steht schon in Zeile {earlier}. Bitte nur eine der Zeilen behalten."
            cells.error(_key_attribute(file), message)
        rows.append(Lined(cells.line, row, order))
    return findings, rows


def _as_known(row: P, spellings: Spellings[P], cells: Cells, attribute: str) -> P:
    """A row with the spelling that is known; what a spreadsheet has made of its Nr. is noted."""
    try:
        known, hint = spellings.known(row)
    except CellError as problem:
        cells.error(attribute, str(problem))
        return row
    if hint:
        cells.warn(attribute, hint)
    return known


def _key_attribute(file: ExchangeFile) -> str:
    return {"zielvereinbarungen": "code", "meilensteine": "milestone"}.get(file.name, "number")


def _merged(known: tuple[T, ...], rows: list[Lined[T]]) -> tuple[T, ...]:
    return (*known, *(row.value for row in in_order_of_recording(rows)))


def _field_of_action(cells: Cells, at: datetime | None) -> FieldOfAction | None:
    number = cells.text("number")
    row = FieldOfAction(
        number, cells.text("title"), cells.text("theme"), cells.text("programme_field"), cells.text("source"), at
    )
    return row if number else None


def _agreement(cells: Cells, at: datetime | None) -> Agreement | None:
    code, begin, end = cells.text("code"), cells.date("begin"), cells.date("end")
    if meant := _TAKEN_CODES.get(folded(code)):
        cells.error("code", f"‚{code}‘ steht für {meant}. Bitte ein anderes Kürzel wählen.")
    if begin and end and end.last < begin.first:
        cells.error("end", f"Das Ende ‚{end.text}‘ liegt vor dem Beginn ‚{begin.text}‘.")
    row = Agreement(
        code, cells.text("title"), begin or _UNREADABLE, end, cells.text("procedure"), cells.text("paper"),
        cells.text("source"), at,
    )  # fmt: skip
    return row if code else None


def _measure(cells: Cells, at: datetime | None, index: PlanIndex, clock: Clock) -> Measure | None:
    """A measure; without a Zielvereinbarung an upload means the one that is stored, the first start really none."""
    number, begin, due = cells.text("number"), cells.date("begin"), cells.date("due")
    if cells.has("agreement") or clock.reads_recorded_at:
        agreement = cells.read("agreement", lambda text: (index.agreement(text),))
    else:
        agreement = cells.read("number", lambda text: (index.agreement_of(text),))
        if agreement is None:
            number = ""
    if begin and due and due.last < begin.first:
        cells.warn("due", f"Die Frist ‚{due.text}‘ liegt vor dem Beginn ‚{begin.text}‘.")
    row = Measure(
        agreement=agreement[0] if agreement else cells.optional("agreement"),
        number=number,
        field_of_action=cells.read("field_of_action", index.field_of_action) or "",
        title=cells.text("title"),
        goal=cells.text("goal"),
        description=cells.text("description"),
        responsible=cells.optional("responsible"),
        partners=cells.text("partners"),
        begin=begin,
        due=due,
        permanent=cells.yes_no("permanent"),
        weight=cells.weight(),
        included=cells.date("included"),
        criterion=cells.text("criterion"),
        target=cells.text("target"),
        programme=cells.text("programme"),
        budget_item=cells.text("budget_item"),
        assignment=cells.text("assignment"),
        source=cells.text("source"),
        recorded_at=at,
    )
    return row if number else None


def _milestone(cells: Cells, at: datetime | None, index: PlanIndex) -> Milestone | None:
    measure, milestone = measure_of_row(cells, index), cells.text("milestone")
    title, due, weight = cells.text("title"), cells.date("due"), cells.weight()
    if measure is None or not milestone:
        return None
    agreement, number = measure
    return Milestone(
        agreement, number, milestone, title, cells.optional("responsible"), due, weight, cells.text("source"), at
    )


def _with_predecessors(rows: list[Lined[Measure]], findings: Findings, index: PlanIndex) -> list[Lined[Measure]]:
    """The measures with their Vorgänger, which can only be found when all measures are known."""
    by_line = findings.by_line()
    linked = []
    for row in rows:
        cells, own = by_line[row.line], row.value
        before = cells.read("predecessor", lambda text, own=own: index.predecessor(own, text))  # type: ignore[misc]
        if before is not None and before == (own.agreement, own.number):
            cells.error("predecessor", "Eine Maßnahme kann nicht ihr eigener Vorgänger sein.")
            before = None
        elif before is not None and not index.is_earlier(before, own):
            cells.warn("predecessor", "Der Vorgänger steht in keiner früheren Zielvereinbarung. Bitte prüfen.")
        linked.append(replace(row, value=replace(own, predecessor=before)))
    return linked
