"""One sheet of a year's workbook: the lines above, its lists, and how it is filtered and printed."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache
from math import ceil

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range
from xlsxwriter.worksheet import Worksheet

from audit_core import dates
from audit_core.dates import BERLIN
from audit_core.documents import xlsx
from audit_core.documents.workbook.looks import Looks
from audit_core.tables.csv_text import Cell
from audit_core.tables.workbook_columns import BookSheet, Head, ListTable, Shape, YearBook
from audit_core.wording.workbook import cut_texts

_FIRST_DAY = date(1900, 3, 1)
"""Before it a spreadsheet counts a day too many, or has none."""
_PAGE = 190
"""Characters that one page in landscape holds in about 8 points."""
_PAGE_HEIGHT = 620
"""Points of rows, as they are on the screen, that such a page holds."""
_LONG, _MOST_LINES, _WIDEST = 1_500, 24, 250


def add_sheet(book: Workbook, looks: Looks, what: BookSheet, found: YearBook) -> None:
    """Append a sheet. One with a single list is filtered by its header, which stays in sight."""
    sheet = book.add_worksheet(what.name)
    sheet.hide_gridlines(2)
    widths = _widths(what.tables)
    for place, width in enumerate(widths):
        sheet.set_column(place, place, width)
    row = _above(sheet, looks, what, found.warning)
    alone = len(what.tables) == 1
    breaks: list[int] = []
    used = 28.0 + 15 * row
    for table in what.tables:
        if not alone:
            needed = 60 + sum(_heights(table, widths))
            if row and used + needed > _PAGE_HEIGHT and table is not what.tables[0]:
                breaks.append(row)
                used = 0
            used += needed
            row = _heading(sheet, looks, table, row)
        header_row = row + any(head.group for head in table.heads)
        _groups(sheet, looks, table, row)
        _header(sheet, looks, table, header_row, widths)
        _rows(sheet, looks, table, header_row + 1, widths)
        row = header_row + len(table.rows) + 2
        if table.note:
            sheet.write_string(row - 1, table.start, table.note, looks.subtitle)
            row += 1
    if alone:
        table = what.tables[0]
        sheet.autofilter(header_row, 0, header_row + max(1, len(table.rows)), len(table.heads) - 1)
        sheet.freeze_panes(header_row + 1, what.fixed)
    sheet.ignore_errors({"number_stored_as_text": xl_range(0, 0, max(1, row), len(widths))})
    sheet.set_h_pagebreaks(breaks)
    if what.printed:
        sheet.print_area(0, 0, row - 2, what.printed - 1)
    _printed(sheet, what, found, sum(widths[: what.printed or None]), header_row if alone else None)


def _widths(tables: Sequence[ListTable]) -> list[float]:
    """The width of each column: that of the list that needs most, more where a text is very long."""
    widths: dict[int, float] = {}
    for table in tables:
        for place, head in enumerate(table.heads):
            longest = max((len(cell) for row in table.rows if isinstance(cell := row[place], str)), default=0)
            needed = min(_WIDEST, longest / _MOST_LINES) if longest > _LONG else 0
            column = place + table.start
            widths[column] = max(widths.get(column, 0), head.width, needed)
    return [widths.get(place, 6) for place in range(max(widths) + 1)]


def _above(sheet: Worksheet, looks: Looks, what: BookSheet, warning: str) -> int:
    """Title, what the sheet shows, and the facts; the row below them."""
    cut = sum(_is_too_long(cell) for table in what.tables for cells in table.rows for cell in cells)
    empty = what.tables[0].empty if len(what.tables) == 1 and not what.tables[0].rows else ""
    subtitle = " · ".join(filter(None, (what.subtitle, empty, cut_texts(cut))))
    sheet.set_row(0, 28)
    sheet.write_string(0, 0, xlsx.shown(what.title), looks.title)
    sheet.write_string(1, 0, xlsx.shown(subtitle), looks.subtitle)
    row = 2
    if warning:
        sheet.write_string(row, 0, xlsx.shown(warning), looks.warning)
        row += 1
    row += bool(what.facts)
    for label, text in what.facts:
        sheet.write_string(row, 1, label, looks.fact)
        sheet.write_string(row, 2, xlsx.shown(text), looks.value)
        row += 1
    return row + 1


def _is_too_long(cell: Cell) -> bool:
    return isinstance(cell, str) and 2 * len(cell) > xlsx.LONGEST_CELL and xlsx.shown(cell) != cell


def _heading(sheet: Worksheet, looks: Looks, table: ListTable, row: int) -> int:
    sheet.set_row(row, 20)
    sheet.write_string(row, 0 if not table.start else table.start, table.title, looks.heading)
    return row + 1


def _groups(sheet: Worksheet, looks: Looks, table: ListTable, row: int) -> None:
    """Over columns that belong together one line, its name over the first."""
    before = ""
    for place, head in enumerate(table.heads, table.start):
        if head.group and head.group != before:
            sheet.write_string(row, place, head.group, looks.group)
        elif head.group:
            sheet.write_blank(row, place, None, looks.group)
        before = head.group


def _header(sheet: Worksheet, looks: Looks, table: ListTable, row: int, widths: Sequence[float]) -> None:
    # the arrow of the filter takes room, too
    sheet.set_row(
        row,
        xlsx.height([(head.name, widths[place] - 2) for place, head in enumerate(table.heads, table.start)], least=2),
    )
    for place, head in enumerate(table.heads, table.start):
        sheet.write_string(row, place, head.name, looks.head(head))


def _rows(sheet: Worksheet, looks: Looks, table: ListTable, first: int, widths: Sequence[float]) -> None:
    """The rows, column by column: most cells of a column look alike. The lines between them are one rule for all, so
    that what is empty needs no cell."""
    for row, height in enumerate(_heights(table, widths), first):
        sheet.set_row(row, height)
    listed = len(table.rows) - table.total
    if listed:
        last = table.start + len(table.heads) - 1
        sheet.conditional_format(
            first, table.start, first + listed - 1, last, {"type": "formula", "criteria": "=1", "format": looks.lines}
        )
    for place, head in enumerate(table.heads):
        cells = [cells[place] for cells in table.rows[:listed]]
        column = table.start + place
        if table.directions and 0 < place <= len(table.directions[0]):
            codes = [row[place - 1] for row in table.directions]
            for row, (cell, code) in enumerate(zip(cells, codes, strict=True), first):
                xlsx.write(sheet, row, column, cell, looks.direction(code, bool(cell)))
        elif head.sums:
            _sums(sheet, looks, table, place, first)
        else:
            _column(sheet, looks, head, cells, first, column)
    if table.total:
        _total(sheet, looks, table, first)


def _heights(table: ListTable, widths: Sequence[float]) -> list[float]:
    """How high each row must be; only texts that do not fit in one line are measured."""
    fitting = [1.15 * widths[table.start + place] - 2 for place in range(len(table.heads))]
    return [
        xlsx.height([
            (cell, widths[table.start + place])
            for place, cell in enumerate(cells)
            if isinstance(cell, str) and (len(cell) > fitting[place] or "\n" in cell)
        ])
        for cells in table.rows
    ]  # fmt: skip


def _column(sheet: Worksheet, looks: Looks, head: Head, cells: Sequence[Cell], first: int, column: int) -> None:
    """The cells of a column that are not empty."""
    same = None if head.shape in (Shape.STATUS, Shape.SCHEDULE, Shape.PERCENTAGE) else looks.cell(head.shape)
    for row, cell in enumerate(cells, first):
        if cell is None or cell == "":
            continue
        value = _value(head, cell) if head.shape in (Shape.DAY, Shape.MOMENT) else cell
        form = same or looks.cell(head.shape, value)
        if isinstance(value, str):
            text = xlsx.as_sent(value) if head.exchanged else xlsx.shown(value)
            sheet.write_string(row, column, text, form)
        else:
            xlsx.write(sheet, row, column, value, form)


def _sums(sheet: Worksheet, looks: Looks, table: ListTable, place: int, first: int) -> None:
    """The sum of each row."""
    counts = [n for n, head in enumerate(table.heads[:place]) if head.shape is Shape.COUNT]
    for row, cells in enumerate(table.rows[: len(table.rows) - table.total], first):
        beside = xl_range(row, counts[0] + table.start, row, counts[-1] + table.start)
        _sum(sheet, row, place + table.start, [cells[n] for n in counts], cells[place], beside, looks.sum)


def _total(sheet: Worksheet, looks: Looks, table: ListTable, first: int) -> None:
    """The last row, the sum of those above."""
    row = first + len(table.rows) - 1
    for place, (head, cell) in enumerate(zip(table.heads, table.rows[-1], strict=True)):
        column, form = place + table.start, looks.total(head.shape)
        if head.shape is Shape.COUNT and isinstance(cell, int):
            above = [cells[place] for cells in table.rows[:-1]]
            _sum(sheet, row, column, above, cell, xl_range(first, column, row - 1, column), form)
        else:
            xlsx.write(sheet, row, column, cell, form)


def _sum(sheet: Worksheet, row: int, column: int, parts: Sequence[Cell], whole: Cell, where: str, form: Format) -> None:
    """A sum as a formula where plain addition gives what the program counted, else as that number."""
    numbers = [part for part in parts if isinstance(part, int)]
    if numbers and len(numbers) == len(parts) and sum(numbers) == whole:
        sheet.write_formula(row, column, f"=SUM({where})", form, whole)
    else:
        xlsx.write(sheet, row, column, whole, form)


def _value(head: Head, cell: Cell) -> Cell:
    """A cell as Excel holds it: a day as a day, where it means a single one and a spreadsheet has it."""
    if head.exchanged and isinstance(cell, str):
        return _day(cell) if head.shape is Shape.DAY else _moment(cell)
    if isinstance(cell, date) and cell < _FIRST_DAY:
        return f"{cell:%d.%m.%Y}"
    return cell


@lru_cache(maxsize=4096)
def _day(text: str) -> Cell:
    try:
        found = dates.parse(text)
    except dates.DateError:
        return text
    return found.first if found.first == found.last and found.first >= _FIRST_DAY else text


@lru_cache(maxsize=4096)
def _moment(text: str) -> Cell:
    """A moment in Berlin without the part of a second; the hour that comes twice stays text."""
    moment = datetime.fromisoformat(text)
    plain = moment.replace(tzinfo=None, microsecond=0)
    is_plain = plain.replace(tzinfo=BERLIN).utcoffset() == moment.utcoffset() and plain.date() >= _FIRST_DAY
    return plain if is_plain else text


def _printed(sheet: Worksheet, what: BookSheet, found: YearBook, width: float, header_row: int | None) -> None:
    """On A4 in landscape; what is too wide to be read on one page takes several, its first columns on each."""
    xlsx.printed(sheet, header_row)
    sheet.set_margins(left=0.3, right=0.3, top=0.5, bottom=0.6)
    pages = ceil(width / _PAGE)
    if pages > 1:
        sheet.fit_to_pages(pages, 0)
        if what.fixed:
            sheet.repeat_columns(0, what.fixed - 1)
    left = _printable(f"{found.footer} · {what.name}")
    sheet.set_footer(f"&L&8{left}&R&8Seite &P von &N")
    if found.warning:
        sheet.set_header(f"&L&8{_printable(found.warning)}")


def _printable(text: str) -> str:
    """A text for the edge of a page, which has signs of its own and a longest line."""
    line = " ".join(xlsx.shown(text).split())
    return line[:100].replace("&", "&&") + (" …" if len(line) > 100 else "")
