"""The reader of workbooks in a process of its own: broken bytes can make it stop, hang or ask for all memory.

Run as a script (`opening.py`), knows nothing else of this program. Bytes come on stdin; on stdout goes one marshalled
tuple (place, name, hidden, records) for each sheet that is asked for, then None; the records are lists of texts, with
strings as they stand in the file.
"""

import io
import marshal
import sys
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import BinaryIO

from python_calamine import CalamineSheet, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

Cell = int | float | str | bool | time | date | datetime | timedelta
PROTECTED = 3
"""Exit code for a workbook that is protected by a password."""
_MAX_MEMORY = 1_500_000_000


def sheets(data: bytes, wanted: frozenset[int]) -> Iterator[tuple[int, str, bool, list[list[str]]]]:
    """(Place, name, hidden, records) of the wanted sheets, by their place in the workbook; others are never opened."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    for place, about in enumerate(book.sheets_metadata):
        if place in wanted and about.typ is SheetTypeEnum.WorkSheet:
            hidden = about.visible is not SheetVisibleEnum.Visible
            yield place, about.name, hidden, records(book.get_sheet_by_index(place))


def records(sheet: CalamineSheet) -> list[list[str]]:
    """The records from the first line and column of the sheet on, as Excel counts them."""
    if sheet.start is None:
        return []
    indent = [""] * sheet.start[1]  # the rows begin with the first line, but with the first column that is filled
    return [
        indent + [cell if isinstance(cell, str) else text_of(cell) for cell in row] if any(c != "" for c in row) else []
        for row in sheet.iter_rows()
    ]


def text_of(cell: Cell) -> str:
    """A cell as a person would type it in German.

    >>> text_of(True), text_of(date(2020, 12, 31)), text_of(datetime(2020, 12, 31, 14, 5)), text_of(time(8, 30))
    ('ja', '31.12.2020', '31.12.2020 14:05', '08:30')
    """
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "ja" if cell else "nein"
    if isinstance(cell, float | int):
        return number_text(cell)
    if isinstance(cell, datetime):
        return _day(cell) if not (cell.hour or cell.minute or cell.second) else f"{_day(cell)} {_clock(cell)}"
    if isinstance(cell, date):
        return _day(cell)
    if isinstance(cell, time):
        return _clock(cell)
    minutes = round(cell.total_seconds() / 60)
    return f"{minutes // 60:02}:{minutes % 60:02}"


def number_text(value: float) -> str:
    """A number with a decimal comma and the 15 digits that Excel shows.

    >>> number_text(12.0), number_text(0.1 + 0.2), number_text(1e20), number_text(1e-7), number_text(float("inf"))
    ('12', '0,3', '100000000000000000000', '0,0000001', 'inf')
    """
    text = f"{value:.15g}"
    if "e" in text:
        text = f"{Decimal(text):f}"
    return text.replace(".", ",")


def _day(day: date) -> str:
    return f"{day.day:02}.{day.month:02}.{day.year:04}"


def _clock(moment: time | datetime) -> str:
    seconds = f":{moment.second:02}" if moment.second else ""
    return f"{moment.hour:02}:{moment.minute:02}{seconds}"


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MAX_MEMORY, _MAX_MEMORY))


def main(arguments: list[str], data: BinaryIO, out: BinaryIO) -> int:
    """Write the sheets whose places are given; anything that goes wrong ends without the closing None."""
    _limit_memory()
    try:
        for sheet in sheets(data.read(), frozenset(map(int, arguments))):
            marshal.dump(sheet, out)
    except PasswordError:
        return PROTECTED
    marshal.dump(None, out)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], sys.stdin.buffer, sys.stdout.buffer))
