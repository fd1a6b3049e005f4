"""Where the marks of a time line stand, and their dates beside them, so that none covers another."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from audit_core.agreement import Event
from audit_core.dates import OfficeDate
from audit_core.tables.audit import Lane

RADIUS, BIG_RADIUS, LEAST_BAR, LONGEST_MARK, LETTER = 6, 9, 6, 44, 6.6


@dataclass(frozen=True, slots=True)
class Scale:
    """Days as px of the plot, to see what would collide."""

    first: date
    last: date
    width: float

    def px(self, day: date) -> float:
        return self.width * (day - self.first).days / max((self.last - self.first).days, 1)


@dataclass(frozen=True, slots=True)
class Mark:
    """One or more events of a lane in one place, from `left` to `right` px; `text` is beside it, `side` where."""

    events: tuple[tuple[OfficeDate, Event], ...]
    left: float
    right: float
    text: str = ""
    side: str = ""

    @property
    def exact(self) -> bool:
        return all(when.first == when.last for when, _ in self.events)


def placed(lane: Lane, scale: Scale, line: float | None = None) -> tuple[Mark, ...]:
    """The marks of a lane: events that would cover each other as one, each with its date where there is room.

    `line`: where a line crosses the lane in px, which no date should cover.
    """
    marks: list[Mark] = []
    for when, event in lane.events:
        left, right = _extent(when, scale)
        if marks and _same_place(marks[-1], when, left, right):
            before = marks.pop()
            marks.append(Mark((*before.events, (when, event)), before.left, max(before.right, right)))
        else:
            marks.append(Mark(((when, event),), left, right))
    return _labelled([_widened(mark) for mark in marks], scale.width, line)


def _same_place(mark: Mark, when: OfficeDate, left: float, right: float) -> bool:
    """Whether an event would cover the mark before it; days only days, a month or year only the same one."""
    if not _point(when):
        return when == mark.events[-1][0]
    return mark.exact and left < mark.right + 2 and right - mark.left <= LONGEST_MARK


def _widened(mark: Mark) -> Mark:
    """Several in one place need room for their number."""
    if len(mark.events) == 1 or not mark.exact:
        return mark
    middle = (mark.left + mark.right) / 2
    reach = max(BIG_RADIUS, (mark.right - mark.left) / 2)
    return Mark(mark.events, middle - reach, middle + reach)


def _labelled(marks: Sequence[Mark], width: float, line: float | None) -> tuple[Mark, ...]:
    taken = [(mark.left, mark.right) for mark in marks]
    found = []
    crossed = [] if line is None else [(line - 2, line + 2)]
    for mark in marks:
        others = [span for span in taken if span != (mark.left, mark.right)]
        tries = [(text, avoided) for text in _texts(mark) for avoided in ([*others, *crossed], others)]
        sides = [(text, _free_side(mark, _room(text), avoided, width)) for text, avoided in tries]
        text, side = next((one for one in sides if one[1]), ("", ""))
        if side in ("left", "right"):
            taken.append(_beside(mark, _room(text), side))
        found.append(Mark(mark.events, mark.left, mark.right, text, side))
    return tuple(found)


def _texts(mark: Mark) -> tuple[str, ...]:
    """What can stand beside a mark, the longest first: its dates, or only the month of the last."""
    return (_dates(mark), f"{mark.events[-1][0].last:%m.%Y}") if mark.exact else (_dates(mark),)


def _room(text: str) -> float:
    return LETTER * len(text) + 4


def _free_side(mark: Mark, room: float, taken: Sequence[tuple[float, float]], width: float) -> str:
    """Where the text of a mark covers nothing: inside a long bar, or on one of its sides; empty if nowhere."""
    if not mark.exact and mark.right - mark.left > room:
        return "inside"
    for side in ("right", "left"):
        left, right = _beside(mark, room, side)
        if left >= 0 and right <= width and all(right <= a or left >= b for a, b in taken):
            return side
    return ""


def _beside(mark: Mark, room: float, side: str) -> tuple[float, float]:
    left = mark.right + 3 if side == "right" else mark.left - 3 - room
    return left, left + room


def _dates(mark: Mark) -> str:
    """The date of a mark; of several the first and the last, of a conflict both with „oder“."""
    texts = list(dict.fromkeys(when.text for when, _ in mark.events))
    if len(texts) == 1:
        return texts[0]
    first, last = texts[0], texts[-1]
    year = last[-4:]
    if mark.exact and first.endswith(year) and first.count(".") == 2:
        first = first.removesuffix(year)
    either = len(mark.events) == 2 and all(event.conflicts_with for _, event in mark.events)
    return f"{first} {'oder' if either else 'bis'} {last}"


def _point(when: OfficeDate) -> bool:
    return when.first == when.last


def _extent(when: OfficeDate, scale: Scale) -> tuple[float, float]:
    if _point(when):
        middle = scale.px(when.first)
        return middle - RADIUS, middle + RADIUS
    left, right = scale.px(when.first), scale.px(when.last + timedelta(days=1))
    missing = max(0.0, LEAST_BAR - (right - left)) / 2
    return left - missing, right + missing
