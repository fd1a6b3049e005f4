"""An uploaded table sent back: every faulty cell marked, with what to do beside it."""

from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from audit_core.columns import ExchangeFile
from audit_core.documents import xlsx
from audit_core.errors import Problem
from audit_core.terms import OVERDUE_COLOUR, STATUS
from audit_core.wording.numbers import number

LINE, TO_DO = "Zeile", "Was zu tun ist"
PROBLEMS = "Probleme"
PROBLEM_HEADER = (LINE, "Spalte", "Wert", "Problem", "Art")
ERROR, WARNING = "Fehler", "Hinweis"
ERROR_GROUND, WARNING_GROUND = xlsx.tint(OVERDUE_COLOUR, 0.16), xlsx.tint(STATUS["postponed"].colour, 0.28)
MOST_COMMENTS = 1_000
MOST_COLUMNS = 1_000
MOST_ROWS = 5_000
"""How many rows are sent back; of a longer table only those with findings, and of these the first."""
MOST_LISTED = 10_000
_WIDTHS_FROM = 500
_TO_DO_WIDTH = 70
_COMMENT = {"author": "Auditmonitor", "x_scale": 2.2, "y_scale": 1.1, "font_name": "Calibri", "font_size": 10}
# The sign stands in the number format: a marked cell still holds what was sent, and can be mended and sent again.
_AS_ERROR: dict[str, Any] = {"bg_color": ERROR_GROUND, "num_format": '"× "@'}
_AS_WARNING: dict[str, Any] = {"bg_color": WARNING_GROUND, "num_format": '"! "@'}

Grid = Sequence[tuple[int, tuple[str, ...]]]
"""The rows of a table: the line as Excel shows it, and its cells as text."""


def marked(
    file: ExchangeFile,
    header_cells: Sequence[str],
    grid: Grid,
    errors: Sequence[Problem],
    warnings: Sequence[Problem],
    file_title: str,
) -> bytes:
    """The table as XLSX: errors and warnings marked by colour and sign, a comment in the cell, all of them listed.

    `header_cells` are the file's own headers. What concerns no row of the grid stands in the list only. Of more than
    MOST_ROWS rows only some are there, of more than MOST_LISTED findings only the first; then a sentence says so.
    """
    findings = _Findings(file, header_cells[:MOST_COLUMNS], {line for line, _ in grid}, errors, warnings)

    def build(book: Workbook) -> None:
        name = xlsx.sheet_name(file_title, file.title)
        taken = name.casefold() == PROBLEMS.casefold()
        sheet = book.add_worksheet(f"{name} (Tabelle)" if taken else name)
        _add_table(book, sheet, findings, *_part_of(grid, findings.rows))
        _add_problems(book, findings.listed)

    return xlsx.workbook(f"{file_title}: Probleme", build)


def _part_of(grid: Grid, found: Container[int]) -> tuple[Grid, str]:
    """The rows that are sent back, and the sentence that says so where these are not all."""
    if len(grid) <= MOST_ROWS:
        return grid, ""
    wanted = [row for row in grid if row[0] in found]
    which = f"die ersten {number(MOST_ROWS)}" if len(wanted) > MOST_ROWS else "nur die Zeilen"
    return wanted[:MOST_ROWS], (
        f"Die Liste hat {number(len(grid))} Zeilen; hier stehen {which} mit Fehlern oder Hinweisen."
    )


@dataclass
class _Row:
    """What was found in one row: sentences in the order of its columns, and by place of the cell (None: the row)."""

    is_bad: bool = False
    sentences: list[tuple[int, str]] = field(default_factory=list)
    cells: dict[int, list[tuple[str, bool]]] = field(default_factory=lambda: defaultdict(list))

    @property
    def to_do(self) -> str:
        return "\n".join(text for _, text in sorted(self.sentences, key=lambda found: found[0]))


class _Findings:
    """The problems of a table by line and by the place of their cell."""

    def __init__(
        self,
        file: ExchangeFile,
        header_cells: Sequence[str],
        lines: set[int],
        errors: Sequence[Problem],
        warnings: Sequence[Problem],
    ) -> None:
        self.header_cells = header_cells
        self.listed = sorted(
            [*((problem, True) for problem in errors), *((problem, False) for problem in warnings)],
            key=lambda found: (found[0].line, not found[1]),
        )
        self.header = _Row()
        self.rows: defaultdict[int, _Row] = defaultdict(_Row)
        places = _places(file, header_cells)
        for problem, is_error in self.listed:
            place = places.get(problem.column)
            row = self.rows[problem.line] if problem.line in lines else self.header
            row.is_bad |= is_error
            text = f"{problem.column}: {problem.message}" if problem.column else problem.message
            row.sentences.append((len(header_cells) if place is None else place, text))
            if place is not None:
                row.cells[place].append((problem.message, is_error))


def _places(file: ExchangeFile, header_cells: Sequence[str]) -> dict[str, int]:
    """Where a column is, by its own header and by what the file calls it; the first of several."""
    places: dict[str, int] = {}
    for place, column in enumerate(file.columns_of(header_cells)):
        if column is not None:
            places.setdefault(column.header, place)
    for place, cell in enumerate(header_cells):
        places.setdefault(cell, place)
    return places


class _Marks:
    """The formats of cells with an error, with a warning, and without; comments as long as there are not too many."""

    def __init__(self, book: Workbook, sheet: Worksheet) -> None:
        self._sheet = sheet
        self._comments = 0
        self.plain = xlsx.look(book, xlsx.BODY, num_format=xlsx.AS_TEXT)
        self.error = xlsx.look(book, xlsx.BODY, _AS_ERROR)
        self.warning = xlsx.look(book, xlsx.BODY, _AS_WARNING)
        self.header = xlsx.look(book, xlsx.HEADER)
        self.header_error = xlsx.look(book, xlsx.HEADER, _AS_ERROR)
        self.header_warning = xlsx.look(book, xlsx.HEADER, _AS_WARNING)
        right = {"align": "right", "num_format": "0"}
        self.line = xlsx.look(book, xlsx.QUIET, right)
        self.bad_line = xlsx.look(book, xlsx.QUIET, _AS_ERROR, right | {"num_format": '"× "0'})
        self.to_do = xlsx.look(book, xlsx.QUIET)

    def cell(
        self, row: int, column: int, text: str, found: Iterable[tuple[str, bool]], is_header: bool = False
    ) -> None:
        """One cell with its marks."""
        found = list(found)
        form: Format = self.header if is_header else self.plain
        if any(is_error for _, is_error in found):
            form = self.header_error if is_header else self.error
        elif found:
            form = self.header_warning if is_header else self.warning
        if text:
            self._sheet.write_string(row, column, xlsx.as_sent(text), form)
        else:
            self._sheet.write_blank(row, column, None, form)
        if found and self._comments < MOST_COMMENTS:
            self._comments += 1
            self._sheet.write_comment(row, column, xlsx.shown("\n".join(message for message, _ in found)), _COMMENT)


def _add_table(book: Workbook, sheet: Worksheet, findings: _Findings, grid: Grid, about: str) -> None:
    """The header and its rows; a sentence about them stands above."""
    header = findings.header_cells
    width = min(MOST_COLUMNS, max([len(header), *(len(cells) for _, cells in grid)]))
    widths = [_width(place, header, grid) for place in range(width)]
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 8)
    for place, chars in enumerate(widths, 1):
        sheet.set_column(place, place, chars)
    sheet.set_column(width + 1, width + 1, _TO_DO_WIDTH)
    marks = _Marks(book, sheet)
    top = 1 if about else 0
    if about:
        sheet.write_string(0, 0, about, xlsx.look(book, xlsx.SUBTITLE))
    sheet.set_row(top, 34)
    sheet.write_string(top, 0, LINE, xlsx.look(book, xlsx.HEADER, align="right"))
    for place in range(width):
        text = header[place] if place < len(header) else ""
        marks.cell(top, place + 1, text, findings.header.cells.get(place, ()), is_header=True)
    sheet.write_string(top, width + 1, TO_DO, xlsx.look(book, xlsx.STRONG_HEADER))
    nothing = _Row()
    for row, (line, cells) in enumerate(grid, top + 1):
        found = findings.rows.get(line, nothing)
        texts = [*zip(cells, widths, strict=False), (found.to_do, _TO_DO_WIDTH)]
        sheet.set_row(row, xlsx.height(texts))
        sheet.write_number(row, 0, line, marks.bad_line if found.is_bad else marks.line)
        for place in range(width):
            text = cells[place] if place < len(cells) else ""
            marks.cell(row, place + 1, text, found.cells.get(place, ()))
        xlsx.write(sheet, row, width + 1, found.to_do, marks.to_do)
    whole = f"A1:XFD{len(grid) + 1 + top}"
    sheet.ignore_errors({"number_stored_as_text": whole, "two_digit_text_year": whole})
    sheet.freeze_panes(top + 1, 1)
    xlsx.printed(sheet, top)


def _width(place: int, header: Sequence[str], grid: Grid) -> int:
    """How wide a column is in characters: as its longest line, within bounds."""
    texts = [header[place]] if place < len(header) else []
    texts += [cells[place] for _, cells in grid[:_WIDTHS_FROM] if place < len(cells)]
    longest = max((len(line) for text in texts for line in text[:200].split("\n")), default=0)
    return min(40, max(10, longest + 4))


def _add_problems(book: Workbook, listed: Sequence[tuple[Problem, bool]]) -> None:
    sheet = book.add_worksheet(PROBLEMS)
    widths = (9, 22, 30, 90, 12)
    sheet.hide_gridlines(2)
    for place, width in enumerate(widths):
        sheet.set_column(place, place, width)
    sheet.set_row(0, 26)
    header, right = xlsx.look(book, xlsx.HEADER), xlsx.look(book, xlsx.HEADER, align="right")
    for place, text in enumerate(PROBLEM_HEADER):
        sheet.write_string(0, place, text, header if place else right)
    body, of_line = xlsx.look(book, xlsx.BODY, num_format=xlsx.AS_TEXT), xlsx.look(book, xlsx.BODY, align="right")
    kinds = {True: xlsx.look(book, xlsx.BODY, _AS_ERROR), False: xlsx.look(book, xlsx.BODY, _AS_WARNING)}
    shown = listed[:MOST_LISTED]
    for row, (problem, is_error) in enumerate(shown, 1):
        texts = (problem.column, problem.value, problem.message)
        sheet.set_row(row, xlsx.height(zip(texts, widths[1:], strict=False)))
        xlsx.write(sheet, row, 0, problem.line or None, of_line)
        for place, text in enumerate(texts, 1):
            xlsx.write(sheet, row, place, text, body)
        sheet.write_string(row, len(texts) + 1, ERROR if is_error else WARNING, kinds[is_error])
    more = len(listed) - len(shown)
    if more:
        told = "… und ein weiteres Problem." if more == 1 else f"… und {number(more)} weitere Probleme."
        xlsx.write(sheet, len(shown) + 1, 3, told, body)
    sheet.autofilter(0, 0, max(1, len(shown)), len(PROBLEM_HEADER) - 1)
    sheet.ignore_errors({"number_stored_as_text": f"A1:E{len(shown) + 1}"})
    sheet.freeze_panes(1, 0)
    xlsx.printed(sheet, 0)
