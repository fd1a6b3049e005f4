"""How much room a text takes in Calibri, so that nothing runs over: no renderer is at hand when a deck is made."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

# Advance widths of Calibri in thousandths of its size, by groups of signs; what is in none is taken for wide.
_WIDTHS = {
    230: " 'il,j‚‘I·.:;|\xa0", 320: "()-[]`f!J{}\"rt", 395: "/\\csz", 440: 'Lx„“?FSZkvyE',
    500: "#$*+0123456789<=>^_Tagä~e–é×−Y",
    530: "KPXbdhnopquöüßBRC", 580: "VAÄ", 640: "DHGNUÜ", 690: "OÖ&Q½", 720: "…%w", 810: "m", 880: "MW@→▲△✓•‖∞○▷▶",
}  # fmt: skip
_WIDTH = {sign: width for width, signs in _WIDTHS.items() for sign in signs}
_OTHER_LATIN, _WIDE, _BOLD, _SPARE = 560, 1050, 1.045, 1.03
_PIECES = re.compile(r"[^ \-/]*[\-/]+ *|[^ \-/]+ *| +")
_TORN = re.compile(r"(\d|\bvon|\bzu|\bam|\(\d) *$")
LINE = 1.22
"""Height of a line in sizes of its type."""


@lru_cache(4096)
def width(text: str, size: float, bold: bool = False) -> float:
    """The width of a text in points."""
    total = sum(_WIDTH.get(sign) or (_OTHER_LATIN if sign < "\u0600" else _WIDE) for sign in text)
    return total * size / 1000 * (_BOLD if bold else 1) * _SPARE


@lru_cache(4096)
def wrapped(text: str, room: float, size: float, bold: bool = False) -> tuple[str, ...]:
    """The lines of a text in `room` points, broken at spaces and behind hyphens, else inside a word."""
    found, line, used = [], "", 0.0
    space = width(" ", size, bold)
    for word in _PIECES.findall(text):
        bare = word.rstrip(" ")
        needed = width(bare, size, bold)
        if line and used + needed > room:
            found.append(line)
            line, used = "", 0.0
        while needed > room:
            needed -= room
            found.append("")
        line += word
        used += needed + space * (len(word) - len(bare))
    return (*found, line)


def lines(text: str, room: float, size: float, bold: bool = False) -> int:
    """How many lines a text takes in `room` points."""
    return len(wrapped(text, room, size, bold))


def fitted(text: str, room: float, size: float, most: int = 1, bold: bool = False) -> str:
    """The text, or as much of it as `most` lines hold with „…“ behind it.

    >>> fitted("Ein kurzer Text", 300, 16), fitted("Ein etwas längerer Text", 80, 16)
    ('Ein kurzer Text', 'Ein etwas…')
    """
    if len(text) < 4000 and lines(text, room, size, bold) <= most:
        return text
    ends = range(1, min(len(text), 1 + int(most * room / (0.2 * size))))
    kept = bisect_right(ends, 0, key=lambda end: lines(f"{text[:end]}…", room, size, bold) > most) if ends else 0
    part = text[: ends[kept - 1]] if kept else ""
    shorter = part.rpartition(" ")[0]
    return f"{(shorter if len(shorter) > 0.7 * len(part) else part).rstrip(' ,;:–-(')}…"


def best(text: str, room: float, sizes: Sequence[tuple[float, int]], bold: bool = False) -> tuple[str, float, int]:
    """The text in the first of (size, lines) in which it fits without breaking a word, else shortened in the last.

    Returns the text, its size, and how many lines it takes.
    """
    for size, most in sizes:
        broken = any(width(word, size, bold) > room for word in text.replace("-", "- ").split(" ")[:60])
        taken = lines(text, room, size, bold) if len(text) < 600 and not broken else most + 1
        if taken <= most:
            return text, size, taken
    size, most = sizes[-1]
    return fitted(text, room, size, most, bold), size, most


def even(text: str, room: float, size: float, bold: bool = False) -> float:
    """The width in points in which the lines of a text are about equally long, and still as many as in `room`.

    No line ends with a number whose word stands on the next one, if it can be helped.
    """
    most = lines(text, room, size, bold)
    low = width(text, size, bold) / most
    places = [low + (room - low) * part / 30 for part in range(31)]
    fitting = [place for place in places if lines(text, place, size, bold) <= most]
    kind = (place for place in fitting if not any(_TORN.search(one) for one in wrapped(text, place, size, bold)[:-1]))
    return min(room, 1.05 * next(kind, fitting[0] if fitting else room))
