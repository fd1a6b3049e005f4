"""Workbooks (XLSX, XLS, ODS) → records: every cell as the text a person would type for it."""

from collections.abc import Mapping, Sequence
from functools import partial

from audit_core.upload.parse import archive, biff
from audit_core.upload.parse.bounds import (
    MAX_CELL,
    MAX_CELLS,
    MAX_COLUMNS,
    MAX_ROWS,
    too_many_cells,
    too_many_columns,
    too_many_rows,
)
from audit_core.upload.parse.encoding import plain
from audit_core.upload.parse.extent import Extent
from audit_core.upload.parse.opening import opened
from audit_core.upload.parse.sheet import UnreadableError
from audit_core.upload.parse.table import HEAD, Record, Table, Whole, line_breaks, unguarded

_MAX_SHEETS = 100


def is_workbook(data: bytes) -> bool:
    """Whether bytes are packed like a workbook; whether they are one, `tables` finds out."""
    return data.startswith((archive.START, biff.START))


def tables(data: bytes) -> list[Table]:
    """The sheets of a workbook; raises UnreadableError where it is none, is protected, broken or too large.

    The extent of each sheet is counted before it is opened: the reader holds every cell up to the last, empty or not.
    """
    kind, extents = archive.inspected(data) if data.startswith(archive.START) else biff.inspected(data)
    if kind != "XLSX":  # of these the reader opens every sheet at once
        _refuse_large(extents)
    wanted: list[int] = []
    refused: list[UnreadableError] = []
    left = MAX_CELLS
    for place, extent in enumerate(extents[:_MAX_SHEETS]):
        trouble = _too_large(extent, left)
        if trouble is None:
            wanted.append(place)
            left -= extent.rows * extent.columns
        else:
            refused.append(trouble)
    found = [
        _table(kind, name, hidden, records, extents[place]) for place, name, hidden, records in opened(data, wanted)
    ]
    if refused and not any(any(map(any, table.head)) for table in found):
        raise refused[0]
    return found


def _refuse_large(extents: Sequence[Extent]) -> None:
    for extent in extents:
        trouble = _too_large(extent, MAX_CELLS)
        if trouble is not None:
            raise trouble
    if sum(extent.rows * extent.columns for extent in extents) > MAX_CELLS:
        raise too_many_cells()


def _too_large(extent: Extent, left: int) -> UnreadableError | None:
    if extent.rows > MAX_ROWS + HEAD:
        return too_many_rows(extent.name)
    if extent.columns > MAX_COLUMNS:
        return too_many_columns(extent.columns, extent.name)
    return too_many_cells(extent.name) if extent.rows * extent.columns > left else None


def _table(kind: str, name: str, hidden: bool, records: Sequence[Sequence[str]], extent: Extent) -> Table:
    head = _typed(records[:HEAD], extent.failed)
    return Table(kind, head, partial(_whole, records, extent), sheet_name=name, hidden=hidden)


def _whole(records: Sequence[Sequence[str]], extent: Extent) -> Whole:
    typed = _typed(records, extent.failed)
    has_long = any(len(cell) > MAX_CELL for record in typed for cell in record)
    return Whole(typed, has_long=has_long, failed=extent.failed, unsaved=extent.unsaved)


def _typed(records: Sequence[Sequence[str]], failed: Mapping[tuple[int, int], str]) -> list[Record]:
    """The records with bare cells, and with what stands where a formula has no result."""
    found = [tuple([bare(cell) if cell else "" for cell in record]) for record in records]
    for (line, place), text in failed.items():
        if line <= len(found) and place < len(found[line - 1]):
            record = found[line - 1]
            found[line - 1] = (*record[:place], record[place] or text, *record[place + 1 :])
    return found


def bare(text: str) -> str:
    """The text of a cell as it is read: ordinary spaces, none around it, no text mark of Excel."""
    if not text.isascii():
        text = plain(text)
    if "\r" in text:
        text = line_breaks(text.replace("\r\n", "\n"))
    return unguarded(text.strip())
