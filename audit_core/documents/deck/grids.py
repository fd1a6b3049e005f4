"""Tables of a deck: rows as high as their texts need, and shorter texts where the slide has no room."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from audit_core.documents.deck.canvas import Canvas
from audit_core.documents.deck.fitting import LINE, best
from audit_core.documents.deck.shapes import Box, Line, Run, TableCell, clean
from audit_core.tables.blocks import Cell, Column, Marked, Table
from audit_core.terms import (
    HAIRLINE,
    INK,
    OVERDUE_COLOUR,
    ROW_RULE,
    SCHEDULE,
    SECONDARY,
    STATUS,
)

HEAD, SMALL, PADDING, INSET = 14.0, 12.0, 6.0, 0.14


@dataclass(frozen=True, slots=True)
class _Mode:
    """How all rows of a list are set alike: size and lines of what matters, how many lines of the rest below it."""

    size: float
    lines: int
    below: int = 1


@dataclass(frozen=True, slots=True)
class _Set:
    """A cell as it is set: its lines, the texts that were shortened or left out, its height in points."""

    lines: tuple[Line, ...]
    cut: tuple[str, ...]
    height: float


_MODES = (
    _Mode(16, 1), _Mode(16, 2), _Mode(14, 2), _Mode(14, 1), _Mode(14, 1, 0), _Mode(12, 1, 0),
)  # fmt: skip
"""From the largest on: the first in which all rows fit uncut is taken, else the first in which they fit."""


def listed(canvas: Canvas, table: Table, box: Box, alt: str, most: int = 2) -> float:
    """A list: first line of a cell large, the rest small below it; returns its height in inches.

    All rows are set alike; `most` lines are given to plain texts.
    """
    shares = sum(column.share for column in table.columns)
    widths = [box.width * column.share / shares for column in table.columns]
    head = HEAD * LINE + PADDING
    tries = (
        [[_set(cell, 72 * (wide - INSET), mode, most) for cell, wide in zip(row, widths, strict=True)]
         for row in table.rows] for mode in _MODES
    )  # fmt: skip
    rows = _fitting(tries, 72 * box.height - head)
    heights = [_tall(row) for row in rows]
    spare = min(13.0, (72 * box.height - head - sum(heights)) / max(1, len(heights)))
    heights = [height + max(0.0, spare) for height in heights]
    cells = [_header(table.columns)]
    for found in rows:
        for one in found:
            canvas.shortened += [text for text in one.cut if text not in canvas.shortened]
        ends = zip(found, table.columns, strict=True)
        cells.append([TableCell(one.lines, _align(column), rule=ROW_RULE) for one, column in ends])
    inches = [head / 72, *(height / 72 for height in heights)]
    canvas.table(table.caption, alt, Box(box.left, box.top, box.width, sum(inches)), widths, cells, inches)
    return sum(inches)


def _fitting(tries: Iterable[list[list[_Set]]], room: float) -> list[list[_Set]]:
    """The first that fits uncut, else the first that fits, else the last; later ones are not even set."""
    cut: list[list[_Set]] = []
    last: list[list[_Set]] = []
    for last in tries:
        if sum(map(_tall, last)) <= room:
            if not any(cell.cut for row in last for cell in row):
                return last
            cut = cut or last
    return cut or last


def _tall(row: Sequence[_Set]) -> float:
    return max(cell.height for cell in row) + PADDING


def _header(columns: Sequence[Column]) -> list[TableCell]:
    return [
        TableCell(([Run(column.head, HEAD, colour=SECONDARY)],), _align(column), rule=HAIRLINE) for column in columns
    ]


def _align(column: Column) -> str:
    return "r" if column.right else "l"


def _set(cell: Cell, room: float, mode: _Mode, most: int) -> _Set:
    """A cell as it is set; the sign of a status or Terminlage stands before its word."""
    text, status, strong = (cell, "", False) if isinstance(cell, str) else (cell.text, cell.status, cell.strong)
    first, *rest = [clean(line) for line in text.split("\n")]
    sizes = [(mode.size, mode.lines if isinstance(cell, Marked) else most)]
    sign, colour = _sign(status)
    before = f"{sign} " if sign else ""
    whole, size, taken = best(before + first, room, sizes, strong or bool(sign))
    shown = whole.removeprefix(before)
    alarm = status == "overdue"
    word = Run(shown, size, strong or alarm, OVERDUE_COLOUR if alarm else INK)
    lines: list[Line] = [[Run(before, size, True, colour), word] if sign else [word]]
    cut = [first] if shown != first else []
    for line in rest[: mode.below]:
        small, _, _ = best(line, room, [(SMALL, 1)])
        cut += [line] if small != line else []
        lines.append([Run(small, SMALL, colour=SECONDARY)])
    height = LINE * (taken * size + SMALL * (len(lines) - 1))
    return _Set(tuple(lines), (*cut, *rest[mode.below :]), height)


def _sign(code: str) -> tuple[str, str]:
    if code in STATUS:
        return STATUS[code].symbol, STATUS[code].colour
    if code in SCHEDULE:
        return SCHEDULE[code].symbol, OVERDUE_COLOUR if code == "overdue" else SECONDARY
    return "", ""
