"""Meldungen: rows → entries of the log, read against a plan."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import partial
from itertools import pairwise

from audit_core import dates
from audit_core.agreement import County, ItemKey, ReportEntry
from audit_core.errors import Problem
from audit_core.terms import STATUS
from audit_core.upload.check import words
from audit_core.upload.check.cells import Cells, Clock, Findings, Lined, Progress, in_order_of_recording
from audit_core.upload.check.index import PlanIndex
from audit_core.upload.check.plan import measure_of_row, needing_measures
from audit_core.upload.parse import Sheet

_KEY_ATTRIBUTES = frozenset({"agreement", "number", "milestone", "recorded_at"})


@dataclass(frozen=True, slots=True)
class CheckedEntries:
    """The good entries in the order of recording, the lines that report nothing, and what was found."""

    entries: tuple[Lined[ReportEntry], ...]
    blank_lines: tuple[int, ...]
    errors: tuple[Problem, ...]
    warnings: tuple[Problem, ...]


def check_entries(
    sheet: Sheet, county: County, clock: Clock, progress: Progress | None = None
) -> CheckedEntries:
    """Check Meldungen against the plan of a county; a row whose entry columns are all empty reports nothing."""
    sheet = needing_measures(sheet, county)
    findings = Findings(sheet, progress)
    percentage_of = _percentage_reader(sheet)
    index = PlanIndex(county)
    entry_attributes = [attribute for attribute in findings.columns if attribute not in _KEY_ATTRIBUTES]
    entries: list[Lined[ReportEntry]] = []
    blank_lines: list[int] = []
    by_key: dict[tuple[ItemKey, date, datetime | None], list[Cells]] = {}
    for cells in findings.rows():
        if not any(cells.has(attribute) for attribute in entry_attributes):
            blank_lines.append(cells.line)
            _item(cells.passed_over(), index)  # a row of another table below stands in no column that is read
            continue
        at, noted, order = cells.recording(clock)
        at = at or clock.now
        entry = _entry(cells, index, clock, at, noted or clock.now, percentage_of)
        if entry is None or cells.line in findings.bad_lines:
            continue
        by_key.setdefault((entry.item, entry.stated_on, noted), []).append(cells)
        entries.append(Lined(cells.line, entry, order or at))
    for (item, _, _), rows in by_key.items():
        for earlier, later in pairwise(rows):
            message = f"Zu {_name(item)} steht derselbe Stand schon in Zeile {earlier.line}."
            later.warn("stated", f"{message} Von ihnen gilt die letzte Zeile: {rows[-1].line}.")
    return CheckedEntries(
        in_order_of_recording(entries), tuple(blank_lines), tuple(findings.errors), tuple(findings.warnings)
    )


_PercentageReader = Callable[[str], tuple[Decimal, str]]


def _percentage_reader(sheet: Sheet) -> _PercentageReader:
    """How the Fortschritt of a sheet is read: where one cell is a bare fraction, they all can be."""
    header = sheet.file.column("progress").header
    fractions = any(words.is_fraction(row.cells.get(header, "")) for row in sheet.rows)
    return partial(words.percentage_of, among_fractions=fractions)


def _entry(
    cells: Cells, index: PlanIndex, clock: Clock, at: datetime, noted: datetime, percentage_of: _PercentageReader
) -> ReportEntry | None:
    """The entry of a row; None where a cell it cannot do without is unusable.

    The day a period as Stand means is that of its first recording, so that an exported log is read as it was.
    """
    item = _item(cells, index)
    stated = cells.read("stated", lambda text: _stand(text, noted))
    if stated is not None and stated[0].first > clock.today:
        _report_future(cells, clock)
    status, wording = _status(cells, item, index)
    progress, hint = cells.read("progress", percentage_of) or (None, "")
    if hint:
        cells.warn("progress", hint)
    new_due, reason = cells.date("new_due"), cells.text("reason") or wording
    if not reason:
        _warn_of_missing_reason(cells, status)
    if item is None or stated is None or status is None:
        return None
    stand, stated_on = stated
    return ReportEntry(
        item=item,
        stated_on=stated_on,
        stated=stand,
        status=status,
        recorded_at=at,
        progress=progress,
        new_due=new_due,
        text=cells.text("text"),
        reason=reason,
        reported_by=cells.text("reported_by"),
        source=cells.text("source"),
    )


def _item(cells: Cells, index: PlanIndex) -> ItemKey | None:
    measure = measure_of_row(cells, index)
    if measure is None or not cells.has("milestone"):
        return None if measure is None else ItemKey(*measure)
    milestone = cells.read("milestone", lambda text: index.milestone(measure, text))
    return None if milestone is None else ItemKey(*measure, milestone)


def _stand(text: str, noted: datetime) -> tuple[dates.OfficeDate, date]:
    return dates.stand(text, noted.astimezone(dates.BERLIN).date())


def _report_future(cells: Cells, clock: Clock) -> None:
    """A new report cannot speak of a day to come; a log that is loaded again is kept as it was."""
    message = f"‚{cells.text('stated')}‘ liegt in der Zukunft. Der Stand ist der Tag, von dem die Meldung spricht."
    if clock.reads_recorded_at:
        cells.warn("stated", message)
    else:
        cells.error("stated", message)


def _status(cells: Cells, item: ItemKey | None, index: PlanIndex) -> tuple[str | None, str]:
    """The status of a row, and the words of its cell that say more than that: by what something was replaced."""
    measure = index.measures.get(item.measure) if item and item.milestone is None else None
    permanent_task = measure is not None and measure.permanent
    status, hint = cells.read("status", lambda text: words.status_of(text, permanent_task)) or (None, "")
    wording = cells.text("status") if status and words.goes_on(cells.text("status")) else ""
    if wording:
        kept = "wird nicht aufgenommen, weil ein Grund schon dasteht" if cells.has("reason") else "wird der Grund"
        hint = f"{hint.removesuffix('.')}; der Wortlaut {kept}."
    if hint:
        cells.warn("status", hint)
    return status, wording


def _warn_of_missing_reason(cells: Cells, status: str | None) -> None:
    if status is not None and STATUS[status].needs_reason:
        cells.warn("reason", f"Zum Status ‚{STATUS[status].label}‘ fehlt der Grund.")
    if cells.has("new_due"):
        cells.warn("reason", "Zur neuen Frist fehlt der Grund.")


def _name(item: ItemKey) -> str:
    return item.number if item.milestone is None else f"{item.number}, Meilenstein {item.milestone},"
