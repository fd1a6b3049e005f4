"""What reading a file gives: a sheet with its rows as text, and everything that stood in the way."""

from dataclasses import dataclass

from audit_core.columns import ExchangeFile
from audit_core.errors import AuditError, Problem


class UnreadableError(AuditError):
    """The bytes are no list that can be read; the text is one German sentence."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its line as Excel shows it and the text of each known column (empty ones left out)."""

    line: int
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file as read: its rows, the headers it has, and what reading found.

    `header_cells` and `grid` (line, cells) hold every cell of the header and of the rows, read or not.
    `encoding` is a name for people, of a workbook its format; `header_line` is 0 where none was found.
    """

    file: ExchangeFile
    file_name: str = ""
    headers: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    errors: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    encoding: str = ""
    separator: str = ""
    header_line: int = 0
    sheet_name: str = ""
    header_cells: tuple[str, ...] = ()
    grid: tuple[tuple[int, tuple[str, ...]], ...] = ()

    @property
    def recognised(self) -> bool:
        """Whether a header was found."""
        return self.header_line > 0
