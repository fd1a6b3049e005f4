"""The cells of the list of measures: how they are cut, coloured and sorted by a table that sorts everything as text."""

import re
from collections.abc import Sequence
from datetime import date

from audit_core import terms
from audit_core.standing import ItemState
from audit_core.tables.csv_text import Cell
from audit_core.wording import measures as wording

_GAP, _START = "\u200a", "\u200b"
Shown = Cell | tuple[str, ...]
"""A cell of the page's table; several words stand side by side, each may have a ground of its own."""


def widths_of(numbers: Sequence[str]) -> tuple[int, ...]:
    """How many digits the parts of the numbers have at most."""
    parts = [number.split(".") for number in numbers]
    most = max(map(len, parts), default=0)
    return tuple(max(len(part[place]) for part in parts if len(part) > place) for place in range(most))


def sortable(number: str, widths: Sequence[int]) -> str:
    """A number that a table sorts naturally as text: hair spaces before shorter parts, too thin to be seen.

    >>> sortable("1.2", (1, 2)), sortable("1.10a", (1, 3))
    ('1.\\u200a2', '1.10a')
    """
    parts = number.split(".")
    return ".".join(
        f"{_GAP * (width - len(part))}{part}" if part.isdecimal() else part
        for part, width in zip(parts, widths, strict=False)
    )


def room(agreements: bool) -> tuple[int, int]:
    """The px that titles and offices have on the page, beside the column of agreements or without it."""
    return (302, 164) if agreements else (340, 172)


def chip(symbol: str, place: int) -> str:
    """A symbol that a table sorts by its place: hair spaces before it, kept from being trimmed."""
    return f"{_START}{_GAP * (len(terms.SHOWN_ORDER) - place)}{symbol}"


def plain(word: str) -> str:
    """What is read of a cell made to be sorted.

    >>> plain(chip("✓", 3)), plain(sortable("1.2", (1, 3)))
    ('✓', '1.2')
    """
    return word.replace(_GAP, "").replace(_START, "")


CHIPS = {code: chip(terms.STATUS[code].symbol, place) for place, code in enumerate(terms.SHOWN_ORDER)}
SCHEDULE_CHIPS = {code: chip(row.symbol, place) for place, (code, row) in enumerate(terms.SCHEDULE.items())}
GROUNDS = {CHIPS[code]: terms.STATUS[code].colour for code in CHIPS if not terms.STATUS[code].hatched} | {
    SCHEDULE_CHIPS["overdue"]: terms.OVERDUE_COLOUR
}


def schedule(item: ItemState, as_of: date) -> tuple[str, ...]:
    """The Terminlage as symbol and words; the days are sorted as numbers."""
    words = wording.schedule_words(item, as_of)
    if item.schedule is None or item.schedule == "left":
        return (words,)
    return SCHEDULE_CHIPS[item.schedule], re.sub(r"\d[\d.]*", lambda found: found[0].rjust(6, _GAP), words)


def percent(value: float | None) -> float | None:
    return None if value is None else round(100 * value, 1)


def whole_percent(value: float | None) -> float | None:
    """The percent that `wording.numbers.percent` writes; a bar cuts off what stands behind the point.

    >>> whole_percent(4 / 6), whole_percent(0.125), whole_percent(None)
    (67.0, 12.0, None)
    """
    return None if value is None else float(round(100 * value))
