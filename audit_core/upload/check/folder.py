"""A whole folder of exchange files: the plan first, then all that refers to it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from audit_core.agreement import Consultation, County, Event, KeyFigure, MeasureKey, ReportEntry
from audit_core.columns import BESCHLUESSE, EREIGNISSE, KENNZAHLEN, LANDKREIS, MELDUNGEN, ExchangeFile
from audit_core.errors import Problem
from audit_core.store import CountyRow, PlanRow
from audit_core.upload.check import words
from audit_core.upload.check.cells import Cells, Clock, Findings, Lined, in_order_of_recording
from audit_core.upload.check.entries import check_entries
from audit_core.upload.check.index import PlanIndex
from audit_core.upload.check.plan import check_plan
from audit_core.upload.parse import Sheet


@dataclass(frozen=True, slots=True)
class CheckedFolder:
    """Everything a folder says, in the order of recording, and what was found in its files."""

    plan: tuple[Lined[PlanRow], ...]
    entries: tuple[Lined[ReportEntry], ...]
    errors: tuple[Problem, ...]
    warnings: tuple[Problem, ...]


def check_folder(sheets: Mapping[str, Sheet], county_name: str, clock: Clock) -> CheckedFolder:
    """Check all files of a folder by their names; `county_name` is used when none of them says it."""
    plan = check_plan(sheets, County(county_name), clock)
    entries = check_entries(sheets.get(MELDUNGEN.name, Sheet(MELDUNGEN)), plan.county, clock)
    around = check_surroundings(sheets, plan.county, clock)
    named = [] if any(isinstance(row.value, CountyRow) for row in around.rows) else [Lined(0, CountyRow(county_name))]
    return CheckedFolder(
        in_order_of_recording([*plan.rows, *around.rows, *named]),
        entries.entries,
        (*plan.errors, *entries.errors, *around.errors),
        (*plan.warnings, *entries.warnings, *around.warnings),
    )


@dataclass(frozen=True, slots=True)
class CheckedSurroundings:
    """The good rows of the files that stand around the plan, and what was found in them."""

    rows: tuple[Lined[PlanRow], ...]
    errors: tuple[Problem, ...]
    warnings: tuple[Problem, ...]


def check_surroundings(sheets: Mapping[str, Sheet], county: County, clock: Clock) -> CheckedSurroundings:
    """Check what the sheets say of the county itself, its resolutions, events and Kennzahlen."""
    index = PlanIndex(county)
    parts: tuple[tuple[Findings, list[Lined[PlanRow]]], ...] = (
        _read(sheets, LANDKREIS, _county, clock),
        _read(sheets, BESCHLUESSE, lambda cells, at: _consultation(cells, at, index), clock),
        _read(sheets, EREIGNISSE, _event, clock),
        _read(sheets, KENNZAHLEN, lambda cells, at: _key_figure(cells, at, index), clock),
    )
    _report_second_county(parts[0][1], parts[0][0])
    return CheckedSurroundings(
        tuple(row for findings, read in parts for row in findings.good(read)),
        tuple(problem for findings, _ in parts for problem in findings.errors),
        tuple(problem for findings, _ in parts for problem in findings.warnings),
    )


_At = datetime | None


def _read(
    sheets: Mapping[str, Sheet], file: ExchangeFile, build: Callable[[Cells, _At], PlanRow | None], clock: Clock
) -> tuple[Findings, list[Lined[PlanRow]]]:
    findings = Findings(sheets.get(file.name, Sheet(file)))
    rows: list[Lined[PlanRow]] = []
    for cells in findings.rows():
        at, _, order = cells.recording(clock)
        value = build(cells, at)
        if value is not None:
            rows.append(Lined(cells.line, value, order))
    return findings, rows


def _county(cells: Cells, _: _At) -> PlanRow | None:
    name = cells.text("name")
    row = CountyRow(name, cells.yes_no("invented"), cells.text("note"), cells.text("source"))
    return row if name else None


def _report_second_county(rows: list[Lined[PlanRow]], findings: Findings) -> None:
    moments: dict[datetime | None, int] = {}
    for row in rows:
        first = moments.setdefault(row.recorded_at, row.line)
        if first != row.line:
            message = f"Der Landkreis steht schon in Zeile {first}. Bitte nur eine der Zeilen behalten."
            findings.errors.append(Problem(row.line, "Name", "", message, findings.file_name))
            findings.bad_lines.add(row.line)


def _consultation(cells: Cells, at: _At, index: PlanIndex) -> PlanRow | None:
    subject, committee, day = cells.text("subject"), cells.text("committee"), cells.date("day")
    yes, no, abstained, biased = (
        cells.read(attribute, words.count_of) for attribute in ("yes", "no", "abstained", "biased")
    )
    measures = _measures(cells, index)
    if day is None:
        return None
    return Consultation(
        cells.text("paper"), subject, committee, day, yes, no, abstained, biased, cells.text("result"), measures,
        cells.text("source"), at,
    )  # fmt: skip


def _event(cells: Cells, at: _At) -> PlanRow | None:
    return Event(
        cells.date("day"), cells.text("kind"), cells.text("text"), cells.text("conflicts_with"), cells.text("remark"),
        cells.text("source"), at,
    )  # fmt: skip


def _key_figure(cells: Cells, at: _At, index: PlanIndex) -> PlanRow | None:
    name, day, value = cells.text("name"), cells.date("day"), cells.read("value", words.number_of)
    field_of_action = cells.read("field_of_action", index.field_of_action) or ""
    measures = _measures(cells, index)
    if day is None or value is None:
        return None
    return KeyFigure(name, day, value, field_of_action, cells.text("unit"), measures, cells.text("source"), at)


def _measures(cells: Cells, index: PlanIndex) -> tuple[MeasureKey, ...]:
    """The measures that a cell with one or several numbers means; each unusable one is noted."""
    found = []
    for text in cells.read("measures", index.several) or ():
        try:
            found.append(index.reference(text))
        except words.CellError as problem:
            cells.error("measures", str(problem))
    return tuple(found)
