"""How wide the columns of a table are: by their shares, but a short word or number is never parted."""

from collections.abc import Sequence
from functools import cache, lru_cache

from fontTools.ttLib import TTFont

from audit_core import terms
from audit_core.documents.typeset.glyphs import FONTS, TEXT_FONTS
from audit_core.tables.blocks import Cell, Column, Marked, Table

WIDTH, SIZE, INSET, SIGN = 166.0, 9.5, 3.4, 5.6
"""Millimetres of the table, points of its text, millimetres beside a text and of a sign with its gap."""
SHORTEST_TEXT = 22
"""A column whose longest cell has more signs is text that may break."""
MOST_FIXED = 0.8
SHORTEST_HEAD = 12.5
MANY_COLUMNS, SMALL = 8, 8.0
MEAN_SIGN = 1.75
LINES_TOGETHER, ROWS_TOGETHER, FIRST_ROWS = 22, 5, 3
"""Lines and rows of a table that is kept on one page, and how many rows of another one stand below its head."""
CAPTION, LINE, ROW = 8.0, 3.5, 2.4
"""Millimetres of a caption with its gap, of a line, and of what a row has above and below its lines."""
POINT = 25.4 / 72


@cache
def _advances() -> tuple[dict[int, int], int]:
    """The width of every sign of the heavier text font, and the units of one em."""
    with TTFont(FONTS / TEXT_FONTS[1], lazy=True) as font:
        widths, names = font["hmtx"].metrics, font.getBestCmap()
        return {sign: widths[name][0] for sign, name in names.items()}, int(font["head"].unitsPerEm)


@lru_cache(maxsize=16_384)
def width(text: str, size: float = SIZE) -> float:
    """Millimetres a text takes in one line, in the heavier weight.

    >>> 18 < width("in Umsetzung") < 21
    True
    """
    advances, em = _advances()
    return sum(advances.get(ord(sign), em) for sign in text) / em * size * POINT


def column_widths(table: Table) -> tuple[float, ...]:
    """Millimetres of every column, together the width of the page."""
    shares = [max(column.share, 0.01) for column in table.columns]
    heads = [_head(column, head_size(table)) for column in table.columns]
    texts = [_need(table, index, head) for index, head in enumerate(heads)]
    for needs in (texts, heads, [min(head, SHORTEST_HEAD) for head in heads]):
        if found := _fitted(shares, needs):
            return found
    return tuple(WIDTH * share / sum(shares) for share in shares)


def _fitted(shares: Sequence[float], needs: Sequence[float]) -> tuple[float, ...]:
    """The width by shares, where narrow columns get what they need from the others; () where too little is left."""
    fixed: dict[int, float] = {}
    while True:
        rest = WIDTH - sum(fixed.values())
        free = sum(share for index, share in enumerate(shares) if index not in fixed)
        widths = [fixed.get(index, rest * share / free) for index, share in enumerate(shares)]
        narrow = {index: needs[index] for index, wide in enumerate(widths) if wide < needs[index] - 0.01}
        if not narrow:
            return tuple(widths)
        fixed |= narrow
        if len(fixed) == len(shares) or sum(fixed.values()) > MOST_FIXED * WIDTH:
            return ()


def _head(column: Column, size: float) -> float:
    """What the longest word of a head takes, up to a fifth of the table."""
    return min(max((width(word, size) for word in column.head.split()), default=0.0), 0.2 * WIDTH) + INSET


def _need(table: Table, index: int, head: float) -> float:
    """What a column needs to part no word of its head, and no cell where all are short."""
    cells = [row[index] for row in table.rows if index < len(row)]
    texts = [cell.text if isinstance(cell, Marked) else cell for cell in cells]
    if any(len(text) > SHORTEST_TEXT for text in texts):
        return head
    return max([head, *(width(text) + _sign(cell) + INSET for text, cell in zip(texts, cells, strict=True))])


def _sign(cell: Cell) -> float:
    return SIGN if isinstance(cell, Marked) and (cell.status in terms.STATUS or cell.status in terms.SCHEDULE) else 0.0


def head_size(table: Table) -> float:
    """Points of the heads: smaller where many columns stand side by side."""
    return SMALL if len(table.columns) > MANY_COLUMNS else SIZE


def lines_of(text: str, millimetres: float) -> int:
    """About how many lines a text takes.

    >>> lines_of("kurz", 30.0), lines_of("eine Zeile\\neine Zeile", 30.0), lines_of("lang " * 40, 30.0) > 9
    (1, 2, True)
    """
    return sum(1 + int(1.1 * len(line) * MEAN_SIGN / millimetres) for line in text.split("\n"))


def stays_together(table: Table, widths: Sequence[float]) -> bool:
    """Whether a table is short enough to stand on one page."""
    if len(table.rows) > ROWS_TOGETHER:
        return False
    lines = 0.0
    for row in table.rows:
        texts = [cell.text if isinstance(cell, Marked) else cell for cell in row]
        lines += 0.7 + max((lines_of(text, wide) for text, wide in zip(texts, widths, strict=False)), default=1)
    return lines <= LINES_TOGETHER


def beginning_height(table: Table, widths: Sequence[float]) -> float:
    """About how many millimetres the caption, the head and the first rows take that must not be parted from it."""
    rows = (tuple(column.head for column in table.columns), *table.rows[:FIRST_ROWS])
    return CAPTION + sum(LINE * max(map(_broken, row, widths), default=1) + ROW for row in rows)


def _broken(cell: Cell, wide: float) -> int:
    """How many lines a cell takes where words go to the next line as a whole."""
    lines, left = 1, wide - INSET
    for word in (cell.text if isinstance(cell, Marked) else cell).split():
        takes = width(word)
        if takes > left:
            lines, left = lines + 1, wide - INSET
        left -= takes + width(" ")
    return lines
