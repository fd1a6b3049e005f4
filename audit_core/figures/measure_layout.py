"""Where the words of a time line stand: beside their day where there is room, else beside the name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from html import escape
from textwrap import wrap
from typing import Literal

from audit_core import terms
from audit_core.figures.base import strong
from audit_core.tables.measure_course import CourseRow, Remark

MARKER, TAKEN, AIR, RISE = 13, 8, 4, 20
LABEL_CHARACTER, NAME_CHARACTER = 6.4, 7.4
LEAST_DAYS, EDGE = 120, 16
TONES = {"overdue": terms.OVERDUE_COLOUR, "done": terms.STATUS["completed"].colour, "quiet": terms.SECONDARY}


@dataclass(frozen=True, slots=True)
class Shape:
    """The least width in px a picture is drawn for; `narrow` writes the words below their row."""

    width: int
    narrow: bool = False


WIDE = Shape(width=780)


@dataclass(frozen=True, slots=True)
class Scale:
    """The days shown and how many px they take at least."""

    first: date
    last: date
    width: int

    @staticmethod
    def over(days: Sequence[date], shape: Shape) -> "Scale":
        """A scale that shows all days with some room at both ends for the signs."""
        last = max(days)
        whole = max((last - min(days)).days, LEAST_DAYS)
        edge = timedelta(days=1 + round(whole * EDGE / (shape.width - 2 * EDGE)))
        return Scale(_earlier(last, timedelta(days=whole) + edge), last + edge, shape.width)

    def px(self, when: date) -> float:
        """Where a day stands, in px from the left."""
        return self.width * (when - self.first).days / (self.last - self.first).days


def _earlier(when: date, by: timedelta) -> date:
    return when - by if when.toordinal() > by.days else when


@dataclass(frozen=True, slots=True)
class Mark:
    """A line of the months with its word above."""

    when: date
    text: str
    year: bool


def month_marks(scale: Scale, shape: Shape) -> list[Mark]:
    """Years, and between them months if there is room; none so near an edge that it would be cut.

    A first mark that is no January says its year.
    """
    months, room = (66, 46) if shape.narrow else (90, 62)
    per_year = scale.width * 365 / (scale.last - scale.first).days
    every = next((n for n in (1, 3, 6) if per_year * n / 12 >= months), 12)
    years = next((n for n in (1, 2, 5, 10, 20, 50, 100) if per_year * n >= room), 200)
    marks = [mark for mark in _marks(scale, every, years) if EDGE <= scale.px(mark.when) <= scale.width - EDGE]
    if marks and not marks[0].year and scale.px(marks[0].when) >= 38:
        marks[0] = replace(marks[0], text=f"{marks[0].text} {marks[0].when.year}")
    return marks


def _marks(scale: Scale, every: int, years: int) -> Iterator[Mark]:
    names = ("Januar", "Feb.", "März", "April", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez.")
    for year in range(scale.first.year, scale.last.year + 1):
        for month in range(1, 13, every):
            when = date(year, month, 1)
            if scale.first <= when <= scale.last and (month > 1 or year % years == 0):
                yield Mark(when, str(year) if month == 1 else names[month - 1], month == 1)


@dataclass(frozen=True, slots=True)
class Label:
    """Words at a day: which of their ends stands there, shifted by px, and how far above the line."""

    text: str
    tone: str
    when: date
    anchor: Literal["left", "right"]
    shift: int
    rise: int


@dataclass(frozen=True, slots=True)
class Placed:
    """The words of a row: lines of its name (with markup), words at days, and lines below it with their tone."""

    name: tuple[str, ...]
    labels: tuple[Label, ...]
    under: tuple[tuple[str, str], ...]


Span = tuple[float, float]


def placed(row: CourseRow, scale: Scale, shape: Shape) -> Placed:
    """The words of a row: on narrow screens below it, else where they have room."""
    title = wrap(" ".join(filter(None, (row.number, row.title))), _characters(shape.width, NAME_CHARACTER)) or [""]
    if shape.narrow:
        return Placed(_named(row, title), (), tuple(_below(row, _characters(shape.width, LABEL_CHARACTER))))
    homeless = [remark for remark in row.remarks if remark.when is None]
    while True:
        lines, reach = _with_homeless(row, title, homeless, shape)
        on_line, above = list(_taken(row, scale)), [(0.0, reach)]
        settled = [r for r in row.remarks if r not in homeless]
        labels = [_label(remark, scale, on_line, above) for remark in settled]
        if all(labels):
            return Placed((*_named(row, title)[:-1], *lines), tuple(filter(None, labels)), ())
        evicted = settled[labels.index(None)]  # one at a time: beside a longer name others may need another place
        homeless = [remark for remark in row.remarks if remark in homeless or remark is evicted]


def _below(row: CourseRow, room: int) -> Iterator[tuple[str, str]]:
    """The words below a row of a narrow picture: what stands out first, then the rest in one text."""
    for remark in row.remarks:
        if remark.tone != "quiet":
            yield from ((line, remark.tone) for line in wrap(remark.text, room))
    quiet = " · ".join(remark.text for remark in row.remarks if remark.tone == "quiet")
    yield from ((line, "quiet") for line in wrap(quiet, room))


def _characters(width: int, each: float) -> int:
    return int(width / each)


def _named(row: CourseRow, title: Sequence[str]) -> tuple[str, ...]:
    """The lines of a name, its number strong."""
    lines = [escape(line, quote=False) for line in title]
    number = escape(row.number, quote=False)
    if row.number and lines[0].startswith(number):
        lines[0] = f"{strong(number)}\u2002{lines[0].removeprefix(number).strip()}"
    elif not row.number:
        lines = [strong(line) for line in lines]
    return tuple(lines)


def _with_homeless(
    row: CourseRow, title: Sequence[str], homeless: Sequence[Remark], shape: Shape
) -> tuple[list[str], float]:
    """The last line of a name with the words that found no room at their day, over more lines if needed, and its px."""
    lines = [_named(row, title)[-1]]
    length = len(title[-1]) * NAME_CHARACTER + 12
    for remark in homeless:
        colour = TONES[remark.tone]
        for place, part in enumerate(wrap(remark.text, _characters(shape.width, NAME_CHARACTER))):
            text = f'<span style="color:{colour}">{escape(part, quote=False)}</span>'
            width = len(part) * NAME_CHARACTER + 16
            if place or length + width > shape.width:
                lines.append(text)
                length = width
            else:
                lines[-1] += f"\u2003{text}"
                length += width
    return lines, length


def _taken(row: CourseRow, scale: Scale) -> Iterator[Span]:
    """What lines and signs take of a row."""
    for stretch in row.stretches:
        yield scale.px(stretch.begin), scale.px(stretch.end)
    if row.beyond is not None:
        yield scale.px(row.beyond[0]), scale.px(row.beyond[1])
    for when in (row.due, row.begun, row.reached, *row.moved):
        if when is not None:
            yield scale.px(when) - TAKEN, scale.px(when) + TAKEN


def _label(remark: Remark, scale: Scale, on_line: list[Span], above: list[Span]) -> Label | None:
    """The first place that has room, which is then taken; None if there is none."""
    assert remark.when is not None
    x, width = scale.px(remark.when), len(remark.text) * LABEL_CHARACTER
    right, left = (x + MARKER, x + MARKER + width), (x - MARKER - width, x - MARKER)
    beside = [(on_line, right, 0), (on_line, left, 0)]
    if remark.side == "before":
        beside.reverse()
    over = [(above, (x - 6, x - 6 + width), RISE), (above, (x + 6 - width, x + 6), RISE)]
    ways = [*over, *beside] if remark.side == "above" else [*beside, *over]
    for taken, span, rise in ways:
        if span[0] >= 0 and span[1] <= scale.width and not _meets(span, taken):
            taken.append(span)
            from_left = span[0] >= x - MARKER
            shift = (-6 if rise else MARKER) if from_left else (6 if rise else -MARKER)
            return Label(remark.text, remark.tone, remark.when, "left" if from_left else "right", shift, rise)
    return None


def _meets(span: Span, taken: Sequence[Span]) -> bool:
    return any(span[0] < end + AIR and begin - AIR < span[1] for begin, end in taken)
