"""A document as values: headings, sentences, tables and pictures in their order; `documents` only dresses them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from audit_core.tables.lines import FieldBar, Figure


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 2 is a section of the document, 3 and 4 lie inside (the title is the only level 1)."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences; `kind` is `lead` (what matters most), `text`, or `note` (small print)."""

    text: str
    kind: str = "text"


@dataclass(frozen=True, slots=True)
class Point:
    """One point of a list: what, and below it in small print the rest, line by line."""

    text: str
    below: tuple[str, ...] = ()
    status: str = ""
    """The code of a status (terms.STATUS) or Terminlage (terms.SCHEDULE) whose symbol and word stand with it."""


@dataclass(frozen=True, slots=True)
class Points:
    """A list of points."""

    items: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """What and its text, line by line: the Steckbrief of a measure. Nothing empty stands in it."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """At most four figures side by side, each `n von N` with its change."""

    items: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """A cell with more than text: the symbol of a status or Terminlage (code), the ground of a direction (code)."""

    text: str
    status: str = ""
    direction: str = ""
    strong: bool = False


Cell = str | Marked
"""Text is German already: `31.12.2021`, `37,9 %`; "" is an empty cell."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its share of the width (relative to the others), numbers and days stand right."""

    head: str
    share: float = 1.0
    right: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its caption. The first column names the row; `total`: the last row is a sum."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class FieldBars:
    """The picture of the Überblick: status bars and progress per Handlungsfeld; `alt` says the finding."""

    caption: str
    alt: str
    key: tuple[tuple[str, int], ...]
    """The legend: status code and its count."""
    fields: tuple[FieldBar, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class YearColumn:
    """One column: its year, the counts per status from the bottom up, what stands above it (`n von N`)."""

    year: int
    counts: tuple[tuple[str, int], ...]
    done: str


@dataclass(frozen=True, slots=True)
class YearColumns:
    """Columns per year with the counts per status."""

    caption: str
    alt: str
    years: tuple[YearColumn, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins on a new page."""


Picture = FieldBars | YearColumns
Block = Heading | Paragraph | Points | Facts | Figures | Table | FieldBars | YearColumns | NewPage


@dataclass(frozen=True, slots=True)
class Report:
    """A document: title, what stands under it, and its blocks. `footer` stands on every page.

    `warning` says of an invented county that it is; it stands on every page too. `as_of` is the only day it bears.
    """

    title: str
    subtitle: str
    county: str
    facts: tuple[tuple[str, str], ...]
    blocks: tuple[Block, ...]
    footer: str
    warning: str
    as_of: date
    known_by: datetime | None = None


def headings(blocks: Sequence[Block]) -> tuple[Heading, ...]:
    """The headings in their order."""
    return tuple(block for block in blocks if isinstance(block, Heading))

