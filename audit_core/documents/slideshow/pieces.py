"""Small pieces of a slide as HTML: text from data escaped, a status with its symbol and word, a key, a bar."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from html import escape

from audit_core.documents.slideshow.fitting import width
from audit_core.terms import DECISION, STATUS
from audit_core.wording.numbers import number

_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ud800-\udfff]")
_SPACES = re.compile(r"[ \t\n\r\v\f\x85\u2028\u2029]+")


def text(words: str) -> str:
    """Text from the data as HTML: escaped, without signs that no document may hold."""
    return escape(plain(words))


@lru_cache(8192)
def plain(words: str) -> str:
    """Text in one line without signs that cannot be shown.

    >>> plain("a\\x00b\\n c")
    'ab c'
    """
    return _UNSEEN.sub("", _SPACES.sub(" ", words)).strip()


def sized(size: int) -> str:
    """The attribute that sets the size of a type."""
    return f'style="--s:{size}"'


def chip(code: str) -> str:
    """The coloured symbol of a status, which the styles write into it; its word always stands beside it."""
    return f'<i class="slide-is-{code}"></i>'


def status(code: str) -> str:
    """A status as symbol and word."""
    return f"{chip(code)}{text(STATUS[code].label)}"


def late(words: str) -> str:
    """What is overdue: red, with the symbol that the styles write before it."""
    return f'<span class="slide-late">{text(words)}</span>'


def decided(code: str) -> str:
    """What the room decided; a code that is none says nothing."""
    row = DECISION.get(code)
    return f'<span class="slide-decided"><i aria-hidden="true">{row.symbol}</i> {text(row.done)}</span>' if row else ""


def key(counts: Iterable[tuple[str, int]]) -> str:
    """The statuses with their counts."""
    items = (f"<li>{chip(code)}{number(n)} {text(STATUS[code].label)}</li>" for code, n in counts)
    return f'<ul class="slide-key">{"".join(items)}</ul>'


def key_lines(counts: Iterable[tuple[str, int]], room: float) -> int:
    """How many lines the key takes."""
    found, used = 1, 0.0
    for code, n in counts:
        needed = 28.6 + 9 + width(f"{number(n)} {STATUS[code].label}", 26)
        if used and used + needed > room:
            found, used = found + 1, 0.0
        used += needed + 30
    return found


def bar(counts: Sequence[tuple[str, int]], words: bool = False, least: float = 0.0, narrow: bool = False) -> str:
    """A status bar: its counts in it, with their words where they fit; a segment that is too narrow stays empty.

    `least` is the share below which a segment bears no count.
    """
    whole = sum(n for _, n in counts) or 1
    parts = []
    for code, n in counts:
        label = f"<small>{STATUS[code].symbol} {text(STATUS[code].label)}</small>" if words else ""
        shown = f"<b>{number(n)}</b>{label}" if n / whole >= least else ""
        parts.append(f'<span class="slide-is-{code}" style="flex-grow:{n}">{shown}</span>')
    return f'<div class="slide-bar{" slide-narrow" if narrow else ""}">{"".join(parts)}</div>'


def spoken(counts: Iterable[tuple[str, int]]) -> str:
    """Counts as they are read out."""
    return ", ".join(f"{number(n)} {STATUS[code].label}" for code, n in counts)
