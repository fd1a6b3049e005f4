"""One way to read the cells of a file: a separator, or a sheet of a workbook."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

Record = tuple[str, ...]
HEAD = 40
"""In how many of the first lines the header is looked for."""
_GUARD = re.compile(r"''*[0-9=+\-@\t\r]")
"""Excel's text mark, as it stands in files: before a number and before what could start a formula."""


@dataclass(frozen=True, slots=True)
class Whole:
    """All records of a table: bare cells, and the line where an unclosed quote begins (0: none).

    `failed` holds what stands in (line, place) where a formula has no result, `unsaved` where the file does not hold
    it; `has_long`: a cell is beyond the limit.
    """

    records: list[Record]
    unclosed: int = 0
    has_long: bool = False
    failed: Mapping[tuple[int, int], str] = field(default_factory=dict)
    unsaved: Collection[tuple[int, int]] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """The first records of a table and the way to all of them; `whole` raises UnreadableError."""

    encoding: str
    head: list[Record]
    whole: Callable[[], Whole]
    separator: str = ""
    sheet_name: str = ""
    hidden: bool = False


def line_breaks(cell: str) -> str:
    """A cell with `\\n` for a lone carriage return, but for one that a text begins with behind its guard."""
    return cell if "\r" not in cell or re.match(r"\s*'+\r", cell) else cell.replace("\r", "\n")


def unguarded(cell: str) -> str:
    """A text without the apostrophe that keeps it from being a number or a formula.

    >>> unguarded("'=1+1"), unguarded("''=1+1"), unguarded("'s Mäuschen"), unguarded("'1.10")
    ('=1+1', "'=1+1", "'s Mäuschen", '1.10')
    """
    return cell[1:] if cell[:1] == "'" and _GUARD.match(cell) else cell
