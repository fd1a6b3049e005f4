"""How every workbook is made: its bytes without a clock, its type and colours, and texts that no program runs."""

import io
import re
from collections.abc import Callable, Iterable
from datetime import date, datetime
from math import ceil
from typing import Any
from zipfile import ZipFile

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from audit_core.documents.archive import zipped
from audit_core.tables.csv_text import Cell
from audit_core.terms import ACCENT, BAR_GROUND, HAIRLINE, INK, SECONDARY, SOFT_GROUND, WHITE
from audit_core.upload.parse.workbook import bare

MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LONGEST_CELL = 32_767
"""UTF-16 units that a cell can hold."""
DAY_FORMAT, AS_TEXT = "dd.mm.yyyy", "@"
_LINE, _PADDING = 13.5, 6
_FIXED_HEIGHT = b' customHeight="1"'
_CUT = " … (gekürzt)"
_NO_DAY = date(2000, 1, 1)
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_IN_NO_FILE = re.compile("[\ud800-\udfff\ufffe\uffff]")
_IN_NO_SHEET_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f\ud800-\udfff\ufffe\uffff]+")
_BASE = {"font_name": "Calibri", "font_size": 10, "font_color": INK, "valign": "vcenter", "text_wrap": True}
TITLE = {"font_size": 16, "bold": True, "text_wrap": False}
SUBTITLE = {"font_color": SECONDARY, "text_wrap": False}
HEADER = {"bold": True, "font_color": SECONDARY, "bg_color": BAR_GROUND, "align": "left", "indent": 1,
          "border": 1, "border_color": HAIRLINE}  # fmt: skip
STRONG_HEADER = {**HEADER, "font_color": WHITE, "bg_color": ACCENT, "border_color": WHITE}
BODY = {"align": "left", "indent": 1, "border": 1, "border_color": HAIRLINE}
QUIET = {**BODY, "font_color": SECONDARY, "bg_color": SOFT_GROUND}


def workbook(title: str, build: Callable[[Workbook], None], made_for: date | None = None) -> bytes:
    """The bytes of a workbook; the same values always give the same bytes. `made_for` is shown as its date."""
    data = io.BytesIO()
    book = Workbook(data, {"in_memory": True})
    day = made_for or _NO_DAY
    book.set_properties({"title": shown(title), "created": datetime(day.year, day.month, day.day)})  # noqa: DTZ001
    build(book)
    book.close()
    with ZipFile(data) as written:
        return zipped({name: _growing(written.read(name)) for name in written.namelist()})


def _growing(part: bytes) -> bytes:
    """A part of a workbook whose rows have a height but still grow with what is typed into them."""
    return part.replace(_FIXED_HEIGHT, b"") if b"<worksheet" in part[:200] else part


def height(texts_and_widths: Iterable[tuple[str, float]], least: int = 1) -> float:
    """About how high a row must be for its texts, by the widths of their columns; not every program finds out itself.

    >>> height([("kurz", 10), ("ein Text, der umbrochen wird", 10)]), height([], least=2)
    (46.5, 33.0)
    """
    lines = [
        sum(max(1, ceil(len(line) / max(1.0, 1.15 * width - 2))) for line in text.split("\n"))
        for text, width in texts_and_widths
    ]
    return min(400.0, max([least, *lines]) * _LINE + _PADDING)


def look(book: Workbook, *properties: dict[str, Any], **more: Any) -> Format:
    """A format on the base of all: type, colour, text that wraps."""
    merged = dict(_BASE)
    for part in (*properties, more):
        merged |= part
    return book.add_format(merged)


def shown(text: str) -> str:
    """A text that a cell can hold: without signs that a workbook cannot, cut where it is too long.

    >>> shown("a\\x00b"), len(shown("x" * 40_000))
    ('ab', 32012)
    """
    return _cut(text if text.isprintable() else _FORBIDDEN.sub("", text))


def as_sent(text: str) -> str:
    """A text of a file that was read, so that it is read as the same again: its control characters stay, and an
    apostrophe that reading would take for a guard gets one.

    >>> as_sent("'=1+1"), as_sent("a\\x0bb"), as_sent("=1+1")
    ("''=1+1", 'a\\x0bb', '=1+1')
    """
    if text.isprintable() and not text.startswith(("'", " ")):
        return _cut(text)
    guarded = f"'{text}"
    kept = guarded if bare(text) != text and bare(guarded) == text else text
    return _cut(_IN_NO_FILE.sub("", kept))


def _cut(text: str) -> str:
    if len(text) * 2 <= LONGEST_CELL or len(text.encode("utf-16-le")) // 2 <= LONGEST_CELL:
        return text
    return text.encode("utf-16-le")[: 2 * 32_000].decode("utf-16-le", "ignore") + _CUT


def write(sheet: Worksheet, row: int, column: int, cell: Cell, form: Format) -> None:
    """One cell; a text is always written as text, whatever it begins with."""
    if cell is None or cell == "":
        sheet.write_blank(row, column, None, form)
    elif isinstance(cell, str):
        sheet.write_string(row, column, shown(cell), form)
    elif isinstance(cell, date):
        sheet.write_datetime(row, column, cell, form)
    else:
        sheet.write_number(row, column, cell, form)


def sheet_name(text: str, fallback: str) -> str:
    """A name that a sheet can have.

    >>> sheet_name("Liste [1/2]: Amt", "Tabelle"), sheet_name("'?'", "Tabelle")
    ('Liste 1 2 Amt', 'Tabelle')
    """
    name = " ".join(_IN_NO_SHEET_NAME.sub(" ", text).split())[:20].strip(" '")
    return fallback if not name or name.casefold() == "history" else name


def tint(colour: str, share: float) -> str:
    """A colour on white, as light as the share of it (0…1) is small.

    >>> tint(INK, 0) == WHITE, tint(INK, 1) == INK
    (True, True)
    """
    parts = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - part) * share):02x}" for part in parts)


def printed(sheet: Worksheet, header_row: int | None = None, lying: bool = True) -> None:
    """On A4, as wide as the page, the header on each page."""
    if lying:
        sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    if header_row is not None:
        sheet.repeat_rows(header_row)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.set_footer("&R&8Seite &P von &N")
