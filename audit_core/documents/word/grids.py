"""Tables of a report as Word has them: a header that repeats, a width on every cell, rows that break where long."""

from collections.abc import Sequence

from audit_core.documents.seen import named
from audit_core.documents.word import styles
from audit_core.documents.word.markup import attribute, hexadecimal, hyphenated, paragraph, runs
from audit_core.documents.word.widths import (
    PADDING,
    SMALL,
    STRONG_SIGN,
    UPRIGHT,
    column_widths,
    lines,
    parted,
    widths_by_share,
)
from audit_core.tables.blocks import Cell, Column, Figures, Table
from audit_core.terms import DIRECTION_COLOUR, OVERDUE_COLOUR, SCHEDULE, STATUS
from audit_core.wording.numbers import NO_BREAK

FIGURES_CAPTION, TO_THE_YEAR_BEFORE = "Die wichtigsten Zahlen", "zum Vorjahr"
_WHOLE = 14
"""A row with up to so many lines stays on one page."""
_TOGETHER = 20
"""Rows with so many lines in all and fewer stay together with their header."""


def table(block: Table) -> str:
    """A table under its caption, with its note; a paragraph always follows, or Word would join it to the next."""
    widths, how = column_widths(block)
    total = len(block.rows) if block.total else 0
    together, last = sum(lines(row, widths) for row in block.rows) <= _TOGETHER, len(block.rows)
    rows = "".join(
        _row(block.columns, widths, row, number == total, number < last and (together or number in (1, last - 1)))
        for number, row in enumerate(block.rows, 1)
    )
    return (
        f"{_open(named(block.caption), styles.TABLE, widths, block.total, block.note)}"
        f"{_head(block.columns, widths, how)}{rows}</w:tbl>"
        f"{paragraph(runs(block.note), styles.NOTE) if block.note else paragraph('', styles.GAP)}"
    )


def figures(block: Figures, leads: bool = False) -> str:
    """Figures side by side: what, how many, below its share and its change; `leads`: on the page of what follows.

    All of its lines say so themselves: LibreOffice does not look for it in their styles.
    """
    if not block.items:
        return ""
    widths = widths_by_share([1.0] * len(block.items))
    head, values, notes = [], [], []
    for width, item in zip(widths, block.items, strict=True):
        head.append(_cell(width, paragraph(runs(item.label), styles.HEAD, keep=leads), _BOTTOM))
        values.append(_cell(width, paragraph(runs(item.value), styles.FIGURE, keep=leads)))
        below = "\n".join(text for text in (item.share, f"{item.change} {TO_THE_YEAR_BEFORE}") if text)
        notes.append(_cell(width, paragraph(runs(below), styles.FIGURE_NOTE, keep=leads)))
    return (
        f"{_open(FIGURES_CAPTION, styles.FIGURES, widths)}"
        f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(head)}</w:tr>"
        + "".join(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(row)}</w:tr>" for row in (values, notes))
        + f"</w:tbl>{paragraph('', styles.GAP, keep=leads)}"
    )


def status(code: str) -> str:
    """The symbol of a status or Terminlage with its word."""
    symbol, word, colour, word_colour = _sign(code)
    return runs(word) if symbol == word else _symbol(symbol, colour) + runs(word, colour=word_colour)


def _symbol(symbol: str, colour: str) -> str:
    return runs(symbol, True, colour, symbol=True) + runs(NO_BREAK)


def _sign(code: str) -> tuple[str, str, str, str]:
    """Symbol, word, the colour of the symbol and of the word: red is for what is overdue alone."""
    if code in STATUS:
        status = STATUS[code]
        return status.symbol, status.label, status.colour, ""
    schedule = SCHEDULE[code]
    colour = OVERDUE_COLOUR if code == "overdue" else ""
    return schedule.symbol, schedule.label, colour, colour


def _open(caption: str, style: str, widths: Sequence[int], total: bool = False, about: str = "") -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="{"0460" if total else "0420"}" w:firstRow="1" '
        f'w:lastRow="{int(total)}" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{attribute(caption)}"/><w:tblDescription w:val="{attribute(about or caption)}"/>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
    )


def _head(columns: Sequence[Column], widths: Sequence[int], how: str) -> str:
    """The header, which each page repeats; where heads have no room they are smaller, or all but the first upright."""
    upright, cells = how == UPRIGHT, []
    for place, (column, width) in enumerate(zip(columns, widths, strict=True)):
        turned, small = upright and place > 0, how == SMALL and column.right
        plain = styles.HEAD if turned or not column.right else styles.HEAD_RIGHT
        stands = f'<w:textDirection w:val="btLr"/>{_CENTRE}' if turned else _BOTTOM
        text = hyphenated(parted(column.head)) if small else runs(column.head)
        cells.append(_cell(width, paragraph(text, styles.HEAD_SMALL if small else plain), stands))
    longest = max((len(column.head) for column in columns[1:]), default=0)
    height = f'<w:trHeight w:val="{longest * STRONG_SIGN + PADDING}" w:hRule="atLeast"/>' if upright else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{height}<w:tblHeader/></w:trPr>{''.join(cells)}</w:tr>"


def _row(columns: Sequence[Column], widths: Sequence[int], row: Sequence[Cell], total: bool, keep: bool) -> str:
    whole = "<w:trPr><w:cantSplit/></w:trPr>" if lines(row, widths) <= _WHOLE else ""
    cells = "".join(
        _cell(width, _content(cell, styles.CELL_RIGHT if column.right else styles.CELL, total, keep), _ground(cell))
        for column, width, cell in zip(columns, widths, row, strict=True)
    )
    return f"<w:tr>{whole}{cells}</w:tr>"


def _content(cell: Cell, style: str, strong: bool, keep: bool) -> str:
    if isinstance(cell, str):
        return paragraph(runs(cell, strong), style, keep=keep)
    before, colour = "", ""
    if cell.status:
        symbol, word, sign_colour, word_colour = _sign(cell.status)
        before = "" if symbol == word else _symbol(symbol, sign_colour)
        colour = word_colour
    return paragraph(before + runs(cell.text, strong or cell.strong, colour), style, keep=keep)


def _ground(cell: Cell) -> str:
    if isinstance(cell, str) or not cell.direction:
        return ""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{hexadecimal(DIRECTION_COLOUR[cell.direction])}"/>'


_BOTTOM, _CENTRE = '<w:vAlign w:val="bottom"/>', '<w:vAlign w:val="center"/>'


def _cell(width: int, content: str, properties: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{properties}</w:tcPr>{content}</w:tc>'
