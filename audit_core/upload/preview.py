"""What an upload would do: a pure difference between a checked file and the county that is there (DESIGN §4)."""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from audit_core.agreement import County, ItemKey, ReportEntry, collector_at_rest
from audit_core.columns import MELDUNGEN
from audit_core.errors import Problem
from audit_core.store import PlanRow
from audit_core.upload.changes import (
    TOGETHER,
    EntryKey,
    Row,
    RowChange,
    RowKind,
    cell_changes,
    entries_in_force,
    entry_key,
    merged,
    names_of,
    new_entry_changes,
    plan_key,
    plan_rows,
    same_entry,
    same_plan_row,
    subject_of,
    with_plan_rows,
)
from audit_core.upload.check import CheckedSheet, Clock, Lined, Progress, by_line, check_sheet, doubts
from audit_core.upload.parse import Sheet


@dataclass(frozen=True, slots=True)
class Preview:
    """What becomes of every row of a file, the rows to be appended, and what was found.

    `revision` is that of the county it was made for: when the database has moved on, it is refused.
    """

    sheet: Sheet
    revision: str
    rows: tuple[RowChange, ...]
    appended: tuple[Lined[Row], ...]
    errors: tuple[Problem, ...]
    warnings: tuple[Problem, ...]

    def count(self, kind: RowKind) -> int:
        """How many rows become of a kind."""
        return Counter(row.kind for row in self.rows)[kind]

    @property
    def changing(self) -> tuple[RowChange, ...]:
        """The rows that are new or change something."""
        return tuple(row for row in self.rows if row.kind in (RowKind.NEW, RowKind.CHANGED))


def preview_of(sheet: Sheet, county: County, clock: Clock, progress: Progress | None = None) -> Preview:
    """Check a file and compare it with a county as it is stored; writes nothing."""
    with collector_at_rest():
        return _preview(sheet, county, clock, progress)


def _preview(sheet: Sheet, county: County, clock: Clock, progress: Progress | None) -> Preview:
    checked = check_sheet(sheet, county, clock, progress)
    compared, appended = _entries(checked) if sheet.file is MELDUNGEN else _plan(checked)
    changes = {change.line: change for change in compared}
    changes |= {line: RowChange(line, RowKind.UNCHANGED, "") for line in checked.blank_lines}
    rows = tuple(
        changes.get(row.line) or RowChange(row.line, RowKind.REJECTED, row.cells.get("Nr.", "")) for row in sheet.rows
    )
    entries = [Lined(row.line, row.value) for row in appended if isinstance(row.value, ReportEntry)]
    warnings = by_line([*checked.warnings, *doubts(entries, sheet.file_name, checked.known)])
    return Preview(sheet, county.revision, rows, tuple(appended), checked.errors, warnings)


def _entries(checked: CheckedSheet) -> tuple[list[RowChange], list[Lined[Row]]]:
    """Of rows with one key the last one counts: is it in force already, none of them is written."""
    in_force, names = entries_in_force(checked.known), names_of(checked.known.county)
    rows = [(row, row.value) for row in checked.rows if isinstance(row.value, ReportEntry)]
    last: dict[EntryKey, tuple[int, ReportEntry]] = {entry_key(entry): (row.line, entry) for row, entry in rows}
    changes: list[RowChange] = []
    appended: list[Lined[Row]] = []
    for row, entry in rows:
        key = entry_key(entry)
        old, (last_line, counting) = in_force.get(key), last[key]
        if old is not None and (same_entry(old, entry) or same_entry(old, counting)):
            changes.append(RowChange(row.line, RowKind.UNCHANGED, subject_of(entry, names)))
            continue
        kind = RowKind.NEW if old is None else RowKind.CHANGED
        cells = new_entry_changes(entry, checked.known) if old is None else cell_changes(old, entry)
        instead = 0 if last_line == row.line else last_line
        changes.append(RowChange(row.line, kind, subject_of(entry, names), cells, instead))
        appended.append(Lined(row.line, entry))
    return changes, appended


def _plan(checked: CheckedSheet) -> tuple[list[RowChange], list[Lined[Row]]]:
    """Each row against the version of it that is in force; what the file has no column for stays as it is."""
    read = frozenset(
        column.attribute for column in checked.sheet.file.columns if column.header in checked.sheet.headers
    )
    in_force, names = plan_rows(checked.known.county, read), names_of(checked.known.county)
    groups: dict[Hashable, list[tuple[int, PlanRow]]] = {}
    for lined in checked.rows:
        if not isinstance(lined.value, ReportEntry):
            groups.setdefault(plan_key(lined.value, read), []).append((lined.line, lined.value))
    changes: list[RowChange] = []
    appended: list[Lined[Row]] = []
    for key, rows in groups.items():
        if not isinstance(rows[0][1], TOGETHER):
            changes += [RowChange(line, RowKind.UNCHANGED, subject_of(row, names)) for line, row in rows[:-1]]
            rows = rows[-1:]  # earlier ones are versions that the file remembers
        pairs, unnamed = _paired(in_force.get(key, ()), [row for _, row in rows], read)
        named = [
            (line, old, row if old is None else merged(old, row, read))
            for (line, row), old in zip(rows, pairs, strict=True)
        ]
        compared = [_compared(line, row, old, names) for line, old, row in named]
        changes += compared
        if any(change.kind is not RowKind.UNCHANGED for change in compared):
            appended += [Lined(line, row) for line, _, row in named]
            appended += [Lined(rows[-1][0], row) for row in unnamed]  # a row the file lacks changes nothing
    return changes, appended


def _paired(
    in_force: Sequence[PlanRow], rows: Sequence[PlanRow], read: frozenset[str]
) -> tuple[list[PlanRow | None], list[PlanRow]]:
    """For each row of a file the one in force that says the same, else the next that is left; and what is left then."""
    left = list(in_force)
    pairs: list[PlanRow | None] = []
    for row in rows:
        same = next((old for old in left if same_plan_row(old, merged(old, row, read))), None)
        if same is not None:
            left.remove(same)
        pairs.append(same)
    return [old or (left.pop(0) if left else None) for old in pairs], left


def _compared(line: int, row: PlanRow, old: PlanRow | None, names: Mapping[ItemKey, str]) -> RowChange:
    if old is not None and same_plan_row(old, row):
        return RowChange(line, RowKind.UNCHANGED, subject_of(row, names))
    kind = RowKind.NEW if old is None else RowKind.CHANGED
    return RowChange(line, kind, subject_of(row, names), cell_changes(old, row))


def county_after(county: County, appended: Sequence[Lined[Row]], recorded_at: datetime) -> County:
    """The county as it would be after rows have been appended at a moment."""
    sequence = max((entry.sequence for entry in county.log), default=0)
    entries = []
    for row in appended:
        if isinstance(row.value, ReportEntry):
            sequence += 1
            entries.append(row.value._replace(recorded_at=recorded_at, sequence=sequence))
    after = with_plan_rows(county, [row.value for row in appended if not isinstance(row.value, ReportEntry)])
    if not entries:
        return after
    log = sorted((*county.log, *entries), key=lambda entry: (entry.recorded_at, entry.sequence))
    return replace(after, log=tuple(log))
