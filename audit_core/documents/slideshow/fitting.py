"""How much room a text takes in Source Sans, so that nothing on a slide is cut: sizes are chosen before it is shown."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from fontTools.ttLib import TTFont

from audit_core.documents.typeset.glyphs import FONTS, TEXT_FONTS

_PIECES = re.compile(r"[^ \-]*-+ *|[^ \-]+ *| +")
_OTHER, _WIDE, _SPARE = 620, 1100, 1.02
LONGEST = 4_000


@cache
def _widths(strong: bool) -> Mapping[int, float]:
    """The advance widths of the font in thousandths of its size."""
    with TTFont(FONTS / TEXT_FONTS[strong], lazy=True) as font:
        per_em, metrics = font["head"].unitsPerEm, font["hmtx"].metrics
        return {sign: 1000 * metrics[name][0] / per_em for sign, name in font.getBestCmap().items()}


@lru_cache(8192)
def width(text: str, size: float, strong: bool = False) -> float:
    """The width of a text in units of the slide."""
    known = _widths(strong)
    total = sum(known.get(ord(sign)) or (_OTHER if sign < "\u0600" else _WIDE) for sign in text)
    return total * size / 1000 * _SPARE


@lru_cache(8192)
def lines(text: str, room: float, size: float, strong: bool = False) -> int:
    """How many lines a text takes in so much room, broken at spaces and behind hyphens, else inside a word."""
    found, used, space = 1, 0.0, width(" ", size, strong)
    for word in _PIECES.findall(text):
        bare = word.rstrip(" ")
        needed = width(bare, size, strong)
        if used and used + needed > room:
            found, used = found + 1, 0.0
        if needed > room:
            more = int(needed // room) + 1
            found, needed = found + more, room
        used += needed + space * (len(word) - len(bare))
    return found


def fitted(text: str, room: float, sizes: Sequence[tuple[int, int]], strong: bool = False) -> tuple[str, int]:
    """The text and the first of (size, lines) in which it fits; in the last one as much of it as does, with „…“.

    >>> fitted("Wohnumfeld", 1760, [(96, 1), (60, 2)]), fitted("Ein Wort nach dem anderen", 95, [(20, 1)])
    (('Wohnumfeld', 96), ('Ein Wort…', 20))
    """
    kept = text[:LONGEST]
    for size, most in sizes:
        if len(text) <= LONGEST and lines(kept, room, size, strong) <= most:
            return text, size
    size, most = sizes[-1]
    return shortened(kept, room, size, most, strong), size


def shortened(text: str, room: float, size: int, most: int, strong: bool = False) -> str:
    """As much of a text as so many lines hold, with „…“ where something is left out."""
    if len(text) <= LONGEST and lines(text, room, size, strong) <= most:
        return text
    ends = range(1, min(len(text), LONGEST) + 1)
    kept = bisect_right(ends, 0, key=lambda end: lines(f"{text[:end]}…", room, size, strong) > most)
    part = text[:kept]
    shorter = part.rpartition(" ")[0]
    return f"{(shorter if len(shorter) > 0.6 * len(part) else part).rstrip(' ,;:–-(')}…"
