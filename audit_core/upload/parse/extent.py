"""How far a sheet of a workbook reaches, and where its formulas have no result, counted before it is opened."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

FAILED = {
    "#DIV/0!": "#DIV/0!",
    "#N/A": "#NV",
    "#NAME?": "#NAME?",
    "#NULL!": "#NULL!",
    "#NUM!": "#ZAHL!",
    "#REF!": "#BEZUG!",
    "#VALUE!": "#WERT!",
}
"""What a German Excel shows for the results that are none."""
MAX_FAILED = 1_000


@dataclass(frozen=True, slots=True)
class Extent:
    """Rows and columns up to the last cell that holds something; `failed`: (line, place) → what stands there.

    `unsaved`: (line, place) of the formulas whose result the file does not hold.
    """

    rows: int = 0
    columns: int = 0
    failed: Mapping[tuple[int, int], str] = field(default_factory=dict)
    name: str = ""
    unsaved: Collection[tuple[int, int]] = ()


def place_of(letters: bytes) -> int:
    """The place of a column from 0 by its letters.

    >>> place_of(b"A"), place_of(b"XFD")
    (0, 16383)
    """
    place = 0
    for letter in letters.upper():
        place = place * 26 + letter - 64
    return place - 1
