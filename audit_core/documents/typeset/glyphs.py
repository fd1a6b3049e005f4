"""What the shipped fonts can show of a text, and how the rest of it is shown: nothing is left out silently."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = Path(__file__).parent / "fonts"
TEXT_FONTS = ("SourceSans3-Regular.ttf", "SourceSans3-Semibold.ttf")
FALLBACKS = ("NotoSansArabic-Regular.ttf", "NotoSansHebrew-Regular.ttf", "NotoEmoji-Regular.ttf")
LINE_ENDS = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
BYTE_ORDER_MARK = "\ufeff"
JOINERS = frozenset("\u200c\u200d\ufe0e\ufe0f")
LONGEST_WORD, PIECE, MOST_LETTERS = 18, 10, 60
_TOKEN = re.compile(r"[^\s\u00a0\u202f]+")
_ADDRESS = re.compile(r"://|@|\bwww\.|[^\W\d]{2}\.[^\W\d]{2}")
_CHANCE = re.compile(r"(?<=[/.,;:_=&?@#|+)(-])(?=\w)")
_RUN = re.compile(rf"[^\W\d_]{{{MOST_LETTERS},}}|\w*\d\w*|\W{{{PIECE},}}")

Piece = str | tuple[str]
"""A part of a line: text, or alone in a tuple the part of an address, into which no hyphen may come."""
Lines = tuple[tuple[Piece, ...], ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A text as the fonts can show it: its lines, each in pieces between which it may break; what had no sign."""

    lines: Lines
    missing: frozenset[str]


@cache
def _cmaps() -> tuple[frozenset[str], ...]:
    """The characters of each font in the order in which they are tried; of the text font those of both weights."""

    def of(name: str) -> frozenset[str]:
        with TTFont(FONTS / name, lazy=True) as font:
            return frozenset(map(chr, font.getBestCmap()))

    regular, strong = map(of, TEXT_FONTS)
    return (_allowed(regular & strong), *(_allowed(of(name)) for name in FALLBACKS))


def _allowed(signs: frozenset[str]) -> frozenset[str]:
    """Without private use (PDF/A wants a meaning for every sign) and what is no sign at all."""
    return frozenset(sign for sign in signs if unicodedata.category(sign) not in {"Co", "Cn", "Cs", "Cc"}) - {
        BYTE_ORDER_MARK
    }


@lru_cache(maxsize=65_536)
def shown(text: str, plain: bool = False) -> Shown:
    """A text as it can be set; `plain` with the text font alone.

    >>> shown("Ärztehaus 中").lines, sorted(shown("Ärztehaus 中").missing)
    ((('Ärztehaus [U+4E2D]',),), ['中'])
    >>> shown("a\\x00b\\nc").lines
    (('ab',), ('c',))
    """
    missing: set[str] = set()
    lines = []
    for line in LINE_ENDS.split(unicodedata.normalize("NFC", text)):
        clean = line.replace("\t", " ")
        if not _cmaps()[0].issuperset(clean):
            clean = "".join(_set(cluster, plain, missing) for cluster in _clusters(clean))
        lines.append(tuple(pieces(clean)))
    return Shown(tuple(lines), frozenset(missing))


def pieces(line: str) -> Iterator[Piece]:
    """A line in pieces between which it may break: long words and addresses have no other chance to.

    >>> list(pieces("siehe https://example.org/satzung/2019 dort"))
    ['siehe ', ('https://',), ('example.',), ('org/',), ('satzung/',), ('2019',), ' dort']
    """
    start = 0
    for token in _TOKEN.finditer(line):
        address = bool(_ADDRESS.search(token[0]))
        if not address and len(token[0]) <= LONGEST_WORD:
            continue
        if address and token.start() > start:
            yield line[start : token.start()]
            start = token.start()
        for cut in (*_cuts(token[0]), *([len(token[0])] if address else [])):
            piece = line[start : token.start() + cut]
            yield (piece,) if address else piece
            start = token.start() + cut
    if start < len(line) or not line:
        yield line[start:]


def _cuts(token: str) -> list[int]:
    """Where a long word may break: behind signs, and inside what no hyphenation knows."""
    cuts = {match.start() for match in _CHANCE.finditer(token)}
    for run in _RUN.finditer(token):
        cuts |= {cut for cut in range(run.start() + PIECE, run.end(), PIECE) if run.end() - cut > 2}
    return sorted(cut for cut in cuts if not unicodedata.combining(token[cut]) and token[cut] not in JOINERS)


def _clusters(line: str) -> Iterator[str]:
    """What is shaped as one: a sign with its marks, joined emoji, a flag."""
    cluster = ""
    for sign in line:
        if cluster and not (_is_mark(sign) or cluster[-1] == "\u200d" or _is_flag_half(cluster, sign)):
            yield cluster
            cluster = ""
        cluster += sign
    if cluster:
        yield cluster


def _is_mark(sign: str) -> bool:
    return unicodedata.category(sign)[0] == "M" or sign in JOINERS or "\U0001f3fb" <= sign <= "\U0001f3ff"


def _is_flag_half(cluster: str, sign: str) -> bool:
    return len(cluster) == 1 and all("\U0001f1e6" <= one <= "\U0001f1ff" for one in (cluster, sign))


def _set(cluster: str, plain: bool, missing: set[str]) -> str:
    """A cluster if one font has all of it; else sign by sign, by its number where no font has it."""
    fonts = _cmaps()[:1] if plain else _cmaps()
    visible = "".join(sign for sign in cluster if unicodedata.category(sign) != "Cc" and not _is_silent(sign))
    if any(font.issuperset(cluster) for font in fonts):
        return cluster
    if any(font.issuperset(visible) for font in fonts):
        return visible
    text = ""
    for sign in visible:
        if any(sign in font for font in fonts) and not (text and _is_mark(sign)):
            text += sign
        else:
            missing.add(sign)
            text += f"[U+{ord(sign):04X}]"
    return text


def _is_silent(sign: str) -> bool:
    """What has no look of its own (directions, joiners, variations, tags): left out where no font has it."""
    return (
        unicodedata.category(sign) == "Cf"
        or sign in JOINERS
        or "\ufe00" <= sign <= "\ufe0f"
        or ("\U000e0100" <= sign <= "\U000e01ef")
    )


def listed(missing: frozenset[str]) -> tuple[str, ...]:
    """The signs that are shown by their number, in its order.

    >>> listed(frozenset("中"))
    ('U+4E2D',)
    """
    return tuple(f"U+{number:04X}" for number in sorted(map(ord, missing)))
