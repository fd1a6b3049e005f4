"""The lists of a workbook as values: typed columns, rows, and sheets, which Excel and CSV files share."""

from dataclasses import dataclass
from enum import StrEnum

from audit_core.columns import Column, ExchangeFile, Kind
from audit_core.tables.csv_text import Cell, Sheet


class Shape(StrEnum):
    """How the cells of a column are shown; a SHARE is 0…1, a PERCENTAGE 0…100 as exchange files have it."""

    TEXT = "text"
    STRONG = "strong"
    KEY = "key"
    DAY = "day"
    MOMENT = "moment"
    COUNT = "count"
    DECIMAL = "decimal"
    CHANGE = "change"
    SHARE = "share"
    PERCENTAGE = "percentage"
    STATUS = "status"
    SCHEDULE = "schedule"


@dataclass(frozen=True, slots=True)
class Head:
    """A column: its header, how its cells are shown, its width in characters.

    `exchanged`: its cells are worded as an exchange file has them. `status` is the code of the status that it counts,
    `sums`: it is the sum of the counts before it. Columns with one `group` stand beside each other.
    """

    name: str
    shape: Shape = Shape.TEXT
    width: float = 12
    exchanged: bool = False
    group: str = ""
    status: str = ""
    sums: bool = False


@dataclass(frozen=True, slots=True)
class ListTable:
    """One list: the name of its CSV file, the line above it, its columns and rows.

    With `total` the last row is a sum. It begins at the column `start` of its sheet. `directions` are the codes of the
    grounds of a transition table, by row and place. `empty` says why there is no row.
    """

    file: str
    title: str
    heads: tuple[Head, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: bool = False
    note: str = ""
    empty: str = ""
    directions: tuple[tuple[str, ...], ...] = ()
    start: int = 0

    @property
    def sheet(self) -> Sheet:
        """The same cells for a CSV file: a share in percent with one decimal, which its header says."""
        shares = {place for place, head in enumerate(self.heads) if head.shape is Shape.SHARE}
        return Sheet(
            tuple(f"{head.name} in %" if place in shares else head.name for place, head in enumerate(self.heads)),
            tuple(
                tuple(_in_percent(cell) if place in shares else cell for place, cell in enumerate(row))
                for row in self.rows
            ),
        )


@dataclass(frozen=True, slots=True)
class BookSheet:
    """A sheet: its name, the lines above, and its lists one below the other.

    A sheet with one list can be filtered, its first `fixed` columns stay in sight. With `printed` only so many of its
    columns stand on paper, which are then as wide as one page.
    """

    name: str
    title: str
    subtitle: str
    tables: tuple[ListTable, ...]
    facts: tuple[tuple[str, str], ...] = ()
    fixed: int = 0
    printed: int = 0


@dataclass(frozen=True, slots=True)
class YearBook:
    """The workbook of a year; `warning` stands on every sheet of an invented county."""

    title: str
    warning: str
    footer: str
    sheets: tuple[BookSheet, ...]

    @property
    def tables(self) -> tuple[ListTable, ...]:
        """All lists in their order."""
        return tuple(table for sheet in self.sheets for table in sheet.tables)

    def table(self, file: str) -> ListTable:
        """A list by the name of its CSV file."""
        return next(table for table in self.tables if table.file == file)


def _in_percent(cell: Cell) -> Cell:
    return round(100 * cell, 1) if isinstance(cell, int | float) else cell


_SHAPES = {
    Kind.DATE: Shape.DAY, Kind.PERCENTAGE: Shape.PERCENTAGE, Kind.MOMENT: Shape.MOMENT,
    Kind.NUMBER: Shape.KEY, Kind.AGREEMENT: Shape.KEY, Kind.FIELD_OF_ACTION: Shape.KEY, Kind.WEIGHT: Shape.DECIMAL,
}  # fmt: skip
_WIDTHS = {
    "agreement": 15.5, "number": 8, "milestone": 11, "title": 36, "text": 56, "reason": 34, "goal": 32,
    "responsible": 22, "partners": 32, "reported_by": 26, "source": 34, "stated": 13, "status": 18.5, "progress": 13,
    "new_due": 13, "begin": 12, "due": 13, "field_of_action": 15, "permanent": 14, "programme": 18, "budget_item": 16,
    "weight": 10, "recorded_at": 17,
}  # fmt: skip
_KEYS = frozenset({"number", "milestone", "budget_item"})


def exchanged(file: ExchangeFile, attribute: str, group: str = "") -> Head:
    """A column of an exchange file as one of a workbook.

    Its status is a word without colour and symbol: saved as CSV a sheet has what is shown, „½“ is part of no status.
    """
    column: Column = file.column(attribute)
    shape = Shape.KEY if attribute in _KEYS else _SHAPES.get(column.kind, Shape.TEXT)
    return Head(column.header, shape, _WIDTHS.get(attribute, 18), exchanged=True, group=group)
