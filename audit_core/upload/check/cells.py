"""One row read cell by cell: what is wrong is noted, reading goes on."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from audit_core import dates
from audit_core.dates import OfficeDate
from audit_core.errors import Problem
from audit_core.upload.check import words
from audit_core.upload.check.words import CellError
from audit_core.upload.parse import Row, Sheet

_PASSED_OVER = "Die Zeile meldet nichts und wurde übergangen."
_ALWAYS = datetime(1, 1, 1, tzinfo=dates.BERLIN)
_DASHES = frozenset({"-", "–", "—"})
Progress = Callable[[float], None]
"""Hears how much of a file has been read: 0…1."""
T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
date_of = lru_cache(maxsize=20_000)(dates.parse)


@dataclass(frozen=True, slots=True)
class Lined(Generic[T_co]):
    """A value with the line it stands in and when it became known (None: always)."""

    line: int
    value: T_co
    recorded_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """When rows are recorded: `now`, or as their `Erfasst am` says where that column is read (first start)."""

    now: datetime
    reads_recorded_at: bool = False

    @property
    def today(self) -> date:
        return self.now.astimezone(dates.BERLIN).date()


class Recording(NamedTuple):
    """`at` is stored, `noted` is what a row says of itself; in the `order` rows of one file count (None: first)."""

    at: datetime | None
    noted: datetime | None
    order: datetime | None


def in_order_of_recording(rows: Sequence[Lined[T]]) -> tuple[Lined[T], ...]:
    """What was always known first, then by moment, then by line."""
    return tuple(sorted(rows, key=lambda row: (row.recorded_at is not None, row.recorded_at or _ALWAYS)))


class Cells:
    """The cells of one row by attribute; a cell that cannot be used is noted in its findings and read as None.

    Of a row that is `passed_over` anyway even an error is only a warning.
    """

    __slots__ = ("_findings", "_passed_over", "_row", "line")

    def __init__(self, row: Row, findings: "Findings", passed_over: bool = False) -> None:
        self._row = row
        self._findings = findings
        self._passed_over = passed_over
        self.line = row.line

    def passed_over(self) -> "Cells":
        """The same row as one that reports nothing."""
        return Cells(self._row, self._findings, passed_over=True)

    def text(self, attribute: str) -> str:
        """The text of a cell, else its default; an empty required one is an error."""
        column = self._findings.columns[attribute]
        found = self._row.cells.get(column.header, "")
        if found or not column.required:
            return found or column.default
        if column.header in self._findings.headers:
            self.error(attribute, f"Die Zelle ist leer. Bitte ausfüllen: {column.help}")
        return ""

    def has(self, attribute: str) -> bool:
        """Whether anything stands in a cell."""
        return self._findings.columns[attribute].header in self._row.cells

    def optional(self, attribute: str) -> str | None:
        """The text of a cell, or None."""
        return self.text(attribute) or None

    def read(self, attribute: str, reader: Callable[[str], T]) -> T | None:
        """What a reader makes of a cell that is not empty."""
        text = self.text(attribute)
        try:
            return reader(text) if text else None
        except (CellError, dates.DateError) as problem:
            self.error(attribute, str(problem))
            return None

    def date(self, attribute: str) -> OfficeDate | None:
        """The date in a cell (R3), None where it is empty or none."""
        return self.read(attribute, date_of)

    def weight(self) -> Decimal:
        """The Gewicht of the row, 1 where it is empty or none."""
        return self.read("weight", words.weight_of) or Decimal(1)

    def yes_no(self, attribute: str) -> bool:
        """Whether a cell says ja."""
        return bool(self.read(attribute, words.yes_no_of))

    def recording(self, clock: Clock) -> Recording:
        """When the row became known: as its `Erfasst am` says at the first start, now for an upload (DESIGN §4)."""
        if clock.reads_recorded_at:
            moment = self.read("recorded_at", words.moment_of)
            if moment is not None and moment > clock.now:
                self.warn("recorded_at", f"‚{self.text('recorded_at')}‘ liegt in der Zukunft.")
            return Recording(moment, moment, moment)
        if not self.has("recorded_at"):
            return Recording(clock.now, None, clock.now)
        try:
            noted = min(words.moment_of(self.text("recorded_at")), clock.now)
            return Recording(clock.now, noted, noted)
        except (CellError, dates.DateError) as problem:
            self.warn("recorded_at", f"{problem} Die Spalte wird nicht gebraucht.")
            return Recording(clock.now, None, clock.now)

    def error(self, attribute: str, message: str) -> None:
        """Note what keeps the row out."""
        if self._passed_over:
            self.warn(attribute, f"{message} {_PASSED_OVER}")
            return
        self._findings.errors.append(self._problem(attribute, message))
        self._findings.bad_lines.add(self.line)

    def warn(self, attribute: str, message: str) -> None:
        """Note what is odd about a cell; the row stays good."""
        self._findings.warnings.append(self._problem(attribute, message))

    def _problem(self, attribute: str, message: str) -> Problem:
        header = self._findings.columns[attribute].header
        return Problem(self.line, header, self._row.cells.get(header, ""), message, self._findings.file_name)


class Findings:
    """All that is found in one sheet, what parsing found included."""

    def __init__(self, sheet: Sheet, progress: Progress | None = None) -> None:
        self.file_name = sheet.file_name
        self.columns = {column.attribute: column for column in sheet.file.columns}
        self.headers = frozenset(sheet.headers)
        self.errors = list(sheet.errors)
        self.warnings = list(sheet.warnings)
        self.bad_lines = {problem.line for problem in sheet.errors}
        self._rows = sheet.rows
        self._progress = progress

    def rows(self) -> Iterator[Cells]:
        """The rows to be read."""
        for place, row in enumerate(self._rows):
            if self._progress and place % 500 == 0:
                self._progress(place / len(self._rows))
            yield Cells(_without_dashes(row), self)

    def by_line(self) -> dict[int, Cells]:
        """The rows by their line."""
        return {row.line: Cells(_without_dashes(row), self) for row in self._rows}

    def good(self, rows: Sequence[Lined[T]]) -> list[Lined[T]]:
        """The rows without an error."""
        return [row for row in rows if row.line not in self.bad_lines]


def _without_dashes(row: Row) -> Row:
    """A row whose cells with a dash alone are empty: so people write that there is nothing."""
    if _DASHES.isdisjoint(row.cells.values()):
        return row
    return Row(row.line, {header: cell for header, cell in row.cells.items() if cell not in _DASHES})
