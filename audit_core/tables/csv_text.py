"""A table as the text of a CSV file that Excel opens in German: semicolons, a byte order mark, no live formulas."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

Cell = str | int | float | date | None
MIME = "text/csv"
_GUARDED = re.compile(r"'*[=+\-@\t\r]|'+[0-9]")
"""What could start a formula, and what begins like a guard: reading takes one apostrophe off both."""


def csv_text(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    r"""A table with its header; numbers with a decimal comma, dates as 31.12.2020, nothing as an empty cell.

    >>> csv_text(["Nr.", "Maßnahme"], [("1.1.1", "=1+1")])
    "\ufeffNr.;Maßnahme\r\n1.1.1;'=1+1\r\n"
    """
    lines = io.StringIO(newline="")
    writer = csv.writer(lines, delimiter=";", lineterminator="\r\n")
    writer.writerow([guarded(cell) for cell in header])
    writer.writerows([cell_text(cell) for cell in row] for row in rows)
    return "\ufeff" + lines.getvalue()


def cell_text(cell: Cell) -> str:
    """One cell; only text can be a formula, a negative number is none.

    >>> cell_text(-2), cell_text(0.5), cell_text(date(2020, 12, 31)), cell_text("-2")
    ('-2', '0,5', '31.12.2020', "'-2")
    """
    if cell is None:
        return ""
    if isinstance(cell, date):
        return f"{cell:%d.%m.%Y}"
    if isinstance(cell, str):
        return guarded(cell)
    return str(cell).replace(".", ",")


def guarded(text: str) -> str:
    """Text that no spreadsheet runs: an apostrophe before what could start a formula, or look like such a guard.

    >>> guarded("@SUM(A1)"), guarded("keine"), guarded("'=1")
    ("'@SUM(A1)", 'keine', "''=1")
    """
    return f"'{text}" if _GUARDED.match(text) else text


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as people read it and save it: the same cells on the page and in the file."""

    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def columns(self) -> dict[str, list[Cell]]:
        """The cells by column, as `st.dataframe` takes them."""
        return {name: [row[place] for row in self.rows] for place, name in enumerate(self.header)}

    @property
    def csv(self) -> bytes:
        """The file to save."""
        return csv_text(self.header, self.rows).encode("utf-8")
