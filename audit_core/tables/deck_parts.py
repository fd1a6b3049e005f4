"""What a slide shows, as values: its finding, figures, one chart, one table, and what is said with it."""

from dataclasses import dataclass
from datetime import date

from audit_core.tables.blocks import Table
from audit_core.tables.lines import Figure


@dataclass(frozen=True, slots=True)
class Series:
    """One series of a chart: `code` is a status (terms.STATUS) or a word of `COLOURED`; one value per category."""

    code: str
    name: str
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart: lying bars or standing columns, stacked where it has several series; `alt` says its finding."""

    heading: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    alt: str
    standing: bool = False


@dataclass(frozen=True, slots=True)
class Rows:
    """The names beside lying bars, one per category: what it is called, and what stands right of it."""

    heads: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Slide:
    """A slide. `kind` says how its parts are set; `title` is its finding and stands on no other slide.

    `above` is the small line over the title, `key` the statuses with their counts, `earlier` those that only earlier
    years have, `lead` one large figure with its words, `lines` the sentences below, `notes` the paragraphs that are
    said: finding, definitions, where it is from.
    """

    kind: str
    title: str
    notes: tuple[str, ...]
    above: str = ""
    lead: tuple[str, str] = ("", "")
    figures: tuple[Figure, ...] = ()
    key: tuple[tuple[str, int], ...] = ()
    earlier: tuple[str, ...] = ()
    rows: Rows | None = None
    chart: Chart | None = None
    table: Table | None = None
    tints: tuple[tuple[str, str], ...] = ()
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Deck:
    """A deck: its slides in order, and what stands on each of them. `as_of` is the only day it bears."""

    title: str
    county: str
    footer: str
    warning: str
    slides: tuple[Slide, ...]
    as_of: date
