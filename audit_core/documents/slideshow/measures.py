"""The slide of one measure: its status, what it is known by, its milestones; sizes chosen so that all of it fits."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from audit_core.documents.slideshow.fitting import lines, shortened
from audit_core.documents.slideshow.pieces import chip, decided, late, plain, sized, status, text
from audit_core.terms import DECISION, STATUS, is_open
from audit_core.wording import slides as wording
from audit_core.workshop.slides import Row, Slide

_SIZES, _LINE, _BETWEEN, _NAME, _CHIP = (36, 34, 32, 30, 28, 26, 24), 1.2, 8.0, 7.0, 52.0
_STATUS, _HEAD, _BELOW, _GAP = 52.0, 38.0, 28.0, 24.0
_LEAST, _SLACK = 2, 14.0
"""So many milestones stay before a fact is shortened; so much room is left to what a browser rounds."""


@dataclass(frozen=True, slots=True)
class _Set:
    """Facts and milestones as they are set: their size, how many lines a fact may have, how many milestones stand."""

    size: int
    most: int
    milestones: int


def measure(slide: Slide, room: float, height: float, half: bool) -> str:
    """A measure; `half`: all in one column, else its milestones beside its facts."""
    slide = replace(slide, facts=tuple((name, plain(words)) for name, words in slide.facts))
    head = _status(slide, half)
    left = height - (_STATUS + _GAP if head else 0) - _SLACK
    for sentence in slide.lines:
        left -= 30 * _LINE * lines(plain(sentence), room, 30) + _GAP
    wide = room if half or not slide.rows else (room - 64) / 2
    how = _chosen(slide, wide, left, half)
    facts, milestones = _facts(slide, wide, how), _milestones(slide.rows, wide, how, half)
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
    for size in _SIZES:
        if _fits(slide, room, height, half, how := _Set(size, 99, len(slide.rows))):
            return how
    least = _SIZES[-1]
    for n in range(len(slide.rows) - 1, _LEAST, -1):
        if _fits(slide, room, height, half, how := _Set(least, 99, n)):
            return how
    for n in (len(slide.rows), *range(min(_LEAST, len(slide.rows)), -1, -1)):
        for most in (8, 6, 5, 4, 3, 2):
            if _fits(slide, room, height, half, how := _Set(least, most, n)):
                return how
    return _Set(least, 1, 0)


def _fits(slide: Slide, room: float, height: float, half: bool, how: _Set) -> bool:
    facts = _spaced([_LINE * how.size * min(how.most, lines(words, room - _beside(how), how.size))
                     for _, words in slide.facts])  # fmt: skip
    milestones = _milestones_tall(slide.rows, room, half, how) if slide.rows else 0.0
    if half:
        return facts + (_GAP if facts and milestones else 0) + milestones <= height
    return facts <= height and milestones <= height


def _milestones_tall(rows: Sequence[Row], room: float, half: bool, how: _Set) -> float:
    beside = _columns(rows, half)
    wide = (room - 24 * (beside - 1)) / beside - _CHIP
    tall = [_tall(row, wide, how.size) for row in _first(rows, how.milestones)]
    if how.milestones < len(rows):
        tall.append(_BELOW)
    return _HEAD + _spaced([max(tall[place : place + beside]) for place in range(0, len(tall), beside)])


def _spaced(heights: Sequence[float]) -> float:
    """What lines of such heights take with the space between them."""
    return sum(heights) + _BETWEEN * (len(heights) - 1) if heights else 0.0


def _beside(how: _Set) -> float:
    """What the names of the facts take."""
    return _NAME * how.size + 16


def _open(row: Row) -> bool:
    return not row.status or is_open(row.status)


def _first(rows: Sequence[Row], most: int) -> list[Row]:
    """So many of the milestones in their order: those that are overdue stay longest, then the open ones."""
    weight = sorted(range(len(rows)), key=lambda place: (not rows[place].overdue, not _open(rows[place]), place))
    return [rows[place] for place in sorted(weight[:most])]


def _columns(rows: Sequence[Row], half: bool) -> int:
    """How many milestones stand side by side."""
    return 2 if half and len(rows) > 2 else 1


@lru_cache(4096)
def _tall(row: Row, room: float, size: int) -> float:
    small = sum(lines(plain(part), room, 22) for part in (_line_below(row), row.overdue) if part)
    return 1.15 * size * min(2, lines(_title(row), room, size)) + _BELOW * small


def _line_below(row: Row) -> str:
    return " · ".join(filter(None, (STATUS[row.status].label if row.status else "", row.right)))


def _facts(slide: Slide, room: float, how: _Set) -> str:
    if not slide.facts:
        return ""
    rows = "".join(
        f"<div><dt>{text(name)}</dt><dd>{text(shortened(words, room - _beside(how), how.size, how.most))}</dd></div>"
        for name, words in slide.facts
    )
    return f'<dl class="slide-facts" {sized(how.size)}>{rows}</dl>'


def _title(row: Row) -> str:
    return plain(f"{row.number} {row.title}".strip())


def _milestones(rows: Sequence[Row], room: float, how: _Set, half: bool) -> str:
    if not rows:
        return ""
    beside = _columns(rows, half)
    wide = (room - 24 * (beside - 1)) / beside - _CHIP
    items = [_milestone(row, wide, how.size) for row in _first(rows, how.milestones)]
    if more := len(rows) - how.milestones:
        items.append(f'<li><i></i><span class="slide-below">{wording.more_milestones(more)}</span></li>')
    name = f"slide-milestones{' slide-beside' if beside > 1 else ''}"
    listed = f'<ul class="{name}" {sized(how.size)}>{"".join(items)}</ul>'
    return f'<div><h2 class="slide-head">{wording.MILESTONES}</h2>{listed}</div>'


def _milestone(row: Row, room: float, size: int) -> str:
    below = "".join(
        f'<span class="slide-below">{one}</span>'
        for one in (text(_line_below(row)), late(row.overdue) if row.overdue else "") if one
    )  # fmt: skip
    sign = chip(row.status) if row.status else "<i></i>"
    return f"<li>{sign}<span>{text(shortened(_title(row), room, size, 2))}{below}</span></li>"
