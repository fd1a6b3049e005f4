"""The rows of a slide: what each says stands in columns of one width, all of them in one size."""

from collections.abc import Sequence
from dataclasses import dataclass

from audit_core.documents.slideshow.fitting import fitted, lines, shortened, width
from audit_core.documents.slideshow.pieces import decided, late, plain, sized, status, text
from audit_core.terms import DECISION, SCHEDULE, STATUS
from audit_core.workshop.slides import Row

TALL, TALLER = 86.0, 150.0
"""The height of a row, and of one with a line below its title."""
_TITLE, _ABOVE_BELOW = ((40, 1), (36, 2), (32, 2), (28, 2), (25, 2)), ((38, 1), (34, 1), (30, 1), (28, 2), (24, 2))
_ALIKE = 2
"""The rows of a slide have one size down to this one of them; only what is longer is smaller than the rest."""
_RIGHT, _MIDDLE, _GAP, _PADDING = (40, 36, 32, 28), 400.0, 20.0, 32.0
_BELOW = ((32, 1), (30, 1), (32, 2), (30, 2), (28, 2), (26, 2), (24, 2), (22, 2), (20, 2))
_RIGHT_MOST, _SIGN = 430.0, f"{SCHEDULE['overdue'].symbol} "


@dataclass(frozen=True, slots=True)
class _How:
    """How a row is set: the size and lines of its title, the size that the rows have alike, its height."""

    size: int
    most: int
    alike: int
    tall: int


@dataclass(frozen=True, slots=True)
class _Columns:
    """The widths of the columns and the sizes of what stands in them; 0 is a column that there is none of."""

    number: float
    title: float
    middle: float
    right: float
    right_size: int

    @property
    def template(self) -> str:
        wide = (self.number, self.title, self.middle, self.right)
        return " ".join(f"{one:.0f}fr" for one in wide if one)


def listed(rows: Sequence[Row], room: float, height: float, live: bool = False) -> str:
    """Rows as a list; `live`: those with a subject can be chosen. `height` is what all of them may take."""
    if not rows:
        return ""
    tall = int(min(TALLER if any(row.below for row in rows) else TALL, height / len(rows)))
    columns = _columns(rows, room, live)
    sizes = _ABOVE_BELOW if any(row.below for row in rows) else _TITLE
    fits = [fitted(plain(row.title), columns.title, sizes)[1] for row in rows]
    size = min(max(fit, sizes[_ALIKE][0]) for fit in fits)
    items = (
        _row(row, columns, _How(min(size, fit), dict(sizes)[min(size, fit)], size, tall), live)
        for row, fit in zip(rows, fits, strict=True)
    )
    laid = f"--h:{tall};--t:{size};--r:{columns.right_size};--g:{columns.template}"
    return f'<ul class="slide-rows" style="{laid}">{"".join(items)}</ul>'


def _columns(rows: Sequence[Row], room: float, live: bool) -> _Columns:
    numbers = max(width(row.number, 28) for row in rows)
    size = next((one for one in _RIGHT if _right_width(rows, one) <= _RIGHT_MOST), _RIGHT[-1])
    right = min(_right_width(rows, size), _RIGHT_MOST)
    chosen = live and any(row.subject and row.status for row in rows)
    middle = _MIDDLE if chosen or any(row.status and (row.overdue or row.decision) for row in rows) else 0.0
    wide = [one for one in (numbers, middle, right) if one]
    title = room - _PADDING - sum(wide) - _GAP * len(wide)
    return _Columns(numbers, title, middle, right, size)


def _right_width(rows: Sequence[Row], size: int) -> float:
    def needed(row: Row) -> float:
        if row.status:
            return width(STATUS[row.status].label, size) + 1.1 * size + 14
        if row.overdue:
            return width(_SIGN + row.overdue, size, True) + 4
        if row.decision in DECISION:
            return width(f"{DECISION[row.decision].symbol} {DECISION[row.decision].done}", size, True) + 4
        return width(plain(row.right), size)

    return max(map(needed, rows))


def _row(row: Row, columns: _Columns, how: _How, live: bool) -> str:
    parts = []
    if columns.number:
        parts.append(f'<span class="slide-nr">{text(row.number)}</span>')
    own = "" if how.size == how.alike else f' style="--t:{how.size}"'
    title = f"<span{own}>{text(shortened(plain(row.title), columns.title, how.size, how.most))}</span>"
    if row.below:
        left = how.tall - 1.12 * how.size * min(how.most, lines(plain(row.title), columns.title, how.size)) - 8
        room = [(size, most) for size, most in _BELOW if 1.15 * size * most <= left] or [(20, 1)]
        below, small = fitted(plain(row.below), columns.title, room)
        title += f'<span class="slide-below" {sized(small)}>{text(below)}</span>'
    parts.append(f'<span class="slide-text">{title}</span>')
    if middle := _middle(row):
        parts.append(f'<span class="slide-middle">{middle}</span>')
    if right := _right(row, columns):
        parts.append(f'<span class="slide-right">{right}</span>')
    inside = "".join(parts)
    if live and row.subject:
        return (
            f'<li class="slide-row" data-subject="{text(row.subject)}"><button type="button" class="slide-row-choose" '
            f'aria-pressed="false">{inside}</button></li>'
        )
    return f'<li class="slide-row">{inside}</li>'


def _middle(row: Row) -> str:
    """Beside a status: what is overdue, and what was decided; both smaller than one alone."""
    if not row.status:
        return ""
    said = [(late(row.overdue), row.overdue)] if row.overdue else []
    if row.decision in DECISION:
        said.append((decided(row.decision), DECISION[row.decision].done))
    sizes = [(40, 1), (36, 1), (32, 1), (28, 1)] if len(said) == 1 else [(30, 1), (26, 1)]
    return "".join(
        f"<span {sized(fitted(_SIGN + words, _MIDDLE, sizes, True)[1])}>{inside}</span>" for inside, words in said
    )


def _right(row: Row, columns: _Columns) -> str:
    if row.status:
        return status(row.status)
    if row.overdue:
        return late(row.overdue)
    if row.decision in DECISION:
        return decided(row.decision)
    shown = shortened(plain(row.right), columns.right + 2, columns.right_size, 1)
    return f'<span class="slide-second">{text(shown)}</span>' if shown else ""
