"""The slide of one measure: its status, what it is known by, its milestones; sizes chosen so that all of it fits."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import ceil

from audit_core.documents.slideshow.fitting import lines, shortened, width
from audit_core.documents.slideshow.pieces import chip, decided, late, plain, sized, status, text
from audit_core.terms import DECISION, SCHEDULE, STATUS, is_open
from audit_core.wording import slides as wording
from audit_core.workshop.slides import Row, Slide

_SIZES, _LINE, _CHIP, _NAME_GAP = (36, 34, 32, 30, 28, 26, 24), 1.2, 1.5, 16.0
_BELOW, _ASIDE, _SMALLER = 28.0, 24.0, 4
_STATUS, _HEAD = {True: 40.0, False: 52.0}, {True: 32.0, False: 38.0}
_GAP, _BETWEEN = {True: 16.0, False: 24.0}, {True: 4.0, False: 8.0}
"""A milestone may be so much smaller than the facts; what stands beside a form stands closer together."""
_LEAST, _SLACK, _SIGN = 2, 8.0, f"{SCHEDULE['overdue'].symbol} "
"""So many milestones stay before a fact is shortened; so much room is left to what a browser rounds."""


@dataclass(frozen=True, slots=True)
class _Set:
    """Facts and milestones as they are set.

    The size of each, how many lines a fact may have, how many milestones stand, and how many of them side by side.
    """

    size: int
    small: int
    most: int
    milestones: int
    beside: int


def measure(slide: Slide, room: float, height: float, half: bool) -> str:
    """A measure; `half`: all in one column, else its milestones beside its facts."""
    slide = replace(slide, facts=tuple((name, plain(words)) for name, words in slide.facts))
    head = _status(slide, half)
    left = height - (_STATUS[half] + _GAP[half] if head else 0) - _SLACK
    for sentence in slide.lines:
        left -= 30 * _LINE * lines(plain(sentence), room, 30) + _GAP[half]
    wide = room if half or not slide.rows else (room - 64) / 2
    how = _chosen(slide, wide, left, half)
    facts, milestones = _facts(slide, wide, how), _milestones(slide.rows, wide, how)
    said = "".join(f'<p class="slide-line" {sized(30)}>{text(sentence)}</p>' for sentence in slide.lines)
    if half or not milestones:
        return f"{head}{said}{facts}{milestones}"
    return f'{head}{said}<div class="slide-columns"><div>{facts}</div><div>{milestones}</div></div>'


def _status(slide: Slide, half: bool) -> str:
    """Status, how late it is, and what was decided, which beside a form the form says."""
    parts = []
    if slide.status:
        parts.append(f"<span>{status(slide.status)}</span>")
    if slide.overdue:
        parts.append(late(slide.overdue))
    if slide.decision in DECISION and not half:
        parts.append(decided(slide.decision))
    return f'<p class="slide-status">{"".join(parts)}</p>' if parts else ""


def _chosen(slide: Slide, room: float, height: float, half: bool) -> _Set:
    """The largest size in which all of it fits; else fewer milestones, then shorter facts, in the smallest."""
    return next((how for how in _ways(len(slide.rows), half) if _fits(slide, room, height, half, how)), _LAST)


_LAST = _Set(_SIZES[-1], _SIZES[-1], 1, 0, 1)


def _ways(rows: int, half: bool) -> Iterator[_Set]:
    """What is tried, the best first: one column of milestones before two, which only half a slide has."""
    columns = (1, 2) if half and rows > 1 else (1,)
    for size in _SIZES:
        for small in range(size, max(size - _SMALLER, _SIZES[-1]) - 1, -2):
            yield from (_Set(size, small, 99, rows, beside) for beside in columns)
    least = _SIZES[-1]
    for n in range(rows - 1, _LEAST, -1):
        yield from (_Set(least, least, 99, n, beside) for beside in columns)
    for n in (rows, *range(min(_LEAST, rows), -1, -1)):
        for most in (8, 6, 5, 4, 3, 2):
            yield from (_Set(least, least, most, n, beside) for beside in columns)


def _fits(slide: Slide, room: float, height: float, half: bool, how: _Set) -> bool:
    wide = room - _names(slide, how) - _NAME_GAP
    facts = _spaced([_LINE * how.size * min(how.most, lines(words, wide, how.size)) for _, words in slide.facts], half)
    milestones = _milestones_tall(slide.rows, room, half, how) if slide.rows else 0.0
    if half:
        return facts + (_GAP[half] if facts and milestones else 0) + milestones <= height
    return facts <= height and milestones <= height


def _milestones_tall(rows: Sequence[Row], room: float, half: bool, how: _Set) -> float:
    tall = [_tall(row, wide, how.small) for row, wide in _with_room(rows, room, how)]
    if how.milestones < len(rows):
        tall.append(_BELOW)
    side_by_side = [max(tall[place : place + how.beside]) for place in range(0, len(tall), how.beside)]
    return _HEAD[half] + _spaced(side_by_side, half)


def _with_room(rows: Sequence[Row], room: float, how: _Set) -> list[tuple[Row, float]]:
    """The milestones that stand, each with what its title may take; one that stands alone has the whole width."""
    shown, chip_wide = _first(rows, how.milestones), _CHIP * how.small
    column = (room - _ASIDE * (how.beside - 1)) / how.beside
    alone = len(shown) - 1 if len(shown) == len(rows) and len(shown) % how.beside else -1
    return [(row, (room if place == alone else column) - chip_wide) for place, row in enumerate(shown)]


def _spaced(heights: Sequence[float], half: bool) -> float:
    """What lines of such heights take with the space between them."""
    return sum(heights) + _BETWEEN[half] * (len(heights) - 1) if heights else 0.0


def _names(slide: Slide, how: _Set) -> int:
    """What the names of the facts take."""
    return ceil(max((width(name, how.size) for name, _ in slide.facts), default=0.0))


def _open(row: Row) -> bool:
    return not row.status or is_open(row.status)


def _first(rows: Sequence[Row], most: int) -> list[Row]:
    """So many of the milestones in their order: those that are overdue stay longest, then the open ones."""
    weight = sorted(range(len(rows)), key=lambda place: (not rows[place].overdue, not _open(rows[place]), place))
    return [rows[place] for place in sorted(weight[:most])]


@lru_cache(4096)
def _tall(row: Row, room: float, size: int) -> float:
    late_words = f"{_SIGN}{row.overdue}".replace(" ", "\u00a0") if row.overdue else ""
    below = " · ".join(filter(None, (plain(_line_below(row)), late_words)))
    small = lines(below, room, 22, bool(row.overdue)) if below else 0
    return 1.15 * size * min(2, lines(_title(row), room, size)) + _BELOW * small


def _line_below(row: Row) -> str:
    return " · ".join(filter(None, (STATUS[row.status].label if row.status else "", row.right)))


def _facts(slide: Slide, room: float, how: _Set) -> str:
    if not slide.facts:
        return ""
    names = _names(slide, how)
    wide = room - names - _NAME_GAP
    rows = "".join(
        f"<div><dt>{text(name)}</dt><dd>{text(shortened(words, wide, how.size, how.most))}</dd></div>"
        for name, words in slide.facts
    )
    return f'<dl class="slide-facts" style="--s:{how.size};--n:{names}">{rows}</dl>'


def _title(row: Row) -> str:
    return plain(f"{row.number} {row.title}".strip())


def _milestones(rows: Sequence[Row], room: float, how: _Set) -> str:
    if not rows:
        return ""
    items = [_milestone(row, wide, how.small) for row, wide in _with_room(rows, room, how)]
    if more := len(rows) - how.milestones:
        items.append(f'<li><i></i><span class="slide-below">{wording.more_milestones(more)}</span></li>')
    name = f"slide-milestones{' slide-beside' if how.beside > 1 else ''}"
    listed = f'<ul class="{name}" {sized(how.small)}>{"".join(items)}</ul>'
    return f'<div><h2 class="slide-head">{wording.MILESTONES}</h2>{listed}</div>'


def _milestone(row: Row, room: float, size: int) -> str:
    said = " · ".join(filter(None, (text(_line_below(row)), late(row.overdue) if row.overdue else "")))
    below = f'<span class="slide-below">{said}</span>' if said else ""
    sign = chip(row.status) if row.status else "<i></i>"
    return f"<li>{sign}<span>{text(shortened(_title(row), room, size, 2))}{below}</span></li>"
