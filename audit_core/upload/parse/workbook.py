"""Workbooks (XLSX, XLS, ODS) → records: every cell as the text a person would type for it."""

import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import partial
from itertools import islice

from python_calamine import CalamineSheet, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from audit_core.upload.parse import archive, biff
from audit_core.upload.parse.bounds import (
    BROKEN,
    MAX_CELL,
    MAX_CELLS,
    MAX_COLUMNS,
    MAX_ROWS,
    PROTECTED,
    too_many_cells,
    too_many_columns,
    too_many_rows,
)
from audit_core.upload.parse.encoding import plain
from audit_core.upload.parse.extent import Extent, farthest
from audit_core.upload.parse.sheet import UnreadableError
from audit_core.upload.parse.table import HEAD, Table, Whole, unguarded

Cell = int | float | str | bool | time | date | datetime | timedelta
_MAX_SHEETS = 100


def is_workbook(data: bytes) -> bool:
    """Whether bytes are packed like a workbook; whether they are one, `tables` finds out."""
    return data.startswith((archive.START, biff.START))


def tables(data: bytes) -> list[Table]:
    """The sheets of a workbook; raises UnreadableError where it is none, is protected, broken or too large.

    The extent of each sheet is counted before it is opened: the reader holds every cell up to the last, empty or not.
    """
    kind, extents = archive.inspected(data) if data.startswith(archive.START) else biff.inspected(data)
    found: list[Table] = []
    refused: list[UnreadableError] = []
    left = MAX_CELLS
    with _opened():
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = book.sheets_metadata[:_MAX_SHEETS]
        known = extents if len(extents) == len(book.sheets_metadata) else (farthest(extents),) * len(sheets)
        for place, (sheet, extent) in enumerate(zip(sheets, known, strict=False)):
            if sheet.typ is not SheetTypeEnum.WorkSheet:
                continue
            trouble = _too_large(sheet.name, extent, left)
            if trouble is not None:
                refused.append(trouble)
                continue
            left -= extent.rows * extent.columns
            cells = book.get_sheet_by_index(place)
            head = [record for _, record in _numbered(cells, extent.failed, HEAD)]
            hidden = sheet.visible is not SheetVisibleEnum.Visible
            whole = partial(_whole, cells, extent.failed)
            found.append(Table(kind, head, whole, sheet_name=sheet.name, hidden=hidden))
    if refused and not any(any(map(any, table.head)) for table in found):
        raise refused[0]
    return found


@contextmanager
def _opened() -> Iterator[None]:
    """Whatever the reader makes of broken bytes, its panics included, becomes one sentence."""
    try:
        yield
    except UnreadableError:
        raise
    except PasswordError:
        raise UnreadableError(PROTECTED) from None
    except BaseException as failure:
        if isinstance(failure, Exception) or type(failure).__name__ == "PanicException":
            raise UnreadableError(BROKEN) from failure
        raise


def _too_large(name: str, extent: Extent, left: int) -> UnreadableError | None:
    if extent.rows > MAX_ROWS + HEAD:
        return too_many_rows(name)
    if extent.columns > MAX_COLUMNS:
        return too_many_columns(extent.columns, name)
    return too_many_cells(name) if extent.rows * extent.columns > left else None


def _whole(sheet: CalamineSheet, failed: Mapping[tuple[int, int], str]) -> Whole:
    with _opened():
        records = [record for _, record in _numbered(sheet, failed)]
    has_long = any(len(cell) > MAX_CELL for record in records for cell in record)
    return Whole(records, has_long=has_long, failed=failed)


def _numbered(
    sheet: CalamineSheet, failed: Mapping[tuple[int, int], str], limit: int | None = None
) -> Iterator[tuple[int, list[str]]]:
    """(Line, cells) from the first line and column of the sheet on, as Excel counts them."""
    if sheet.start is None:
        return
    first_row, first_column = sheet.start
    for line in range(1, min(first_row, limit or first_row) + 1):
        yield line, []
    rows = islice(sheet.iter_rows(), None if limit is None else max(0, limit - first_row))
    indent = [""] * first_column
    failed_lines = {line for line, _ in failed}
    for line, row in enumerate(rows, first_row + 1):
        record = indent + [_text(cell) if cell != "" else "" for cell in row]
        if line in failed_lines:
            for place in range(len(record)):
                record[place] = record[place] or failed.get((line, place), "")
        yield line, record


def _text(cell: Cell) -> str:
    """A cell as a person would type it in German."""
    if isinstance(cell, str):
        return _typed(cell)
    if isinstance(cell, bool):
        return "ja" if cell else "nein"
    if isinstance(cell, float | int):
        return _number(cell)
    if isinstance(cell, datetime):
        return _day(cell) if not (cell.hour or cell.minute or cell.second) else f"{_day(cell)} {_clock(cell)}"
    if isinstance(cell, date):
        return _day(cell)
    if isinstance(cell, time):
        return _clock(cell)
    minutes = round(cell.total_seconds() / 60)
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _typed(text: str) -> str:
    if not text.isascii():
        text = plain(text)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return unguarded(text.strip())


def _number(value: float) -> str:
    """A number with a decimal comma and the 15 digits that Excel shows.

    >>> _number(12.0), _number(0.1 + 0.2), _number(1e20), _number(1e-7)
    ('12', '0,3', '100000000000000000000', '0,0000001')
    """
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    text = f"{value:.15g}"
    if "e" in text:
        text = f"{Decimal(text):f}"
    return text.replace(".", ",")


def _day(day: date) -> str:
    return f"{day.day:02}.{day.month:02}.{day.year:04}"


def _clock(moment: time | datetime) -> str:
    seconds = f":{moment.second:02}" if moment.second else ""
    return f"{moment.hour:02}:{moment.minute:02}{seconds}"
