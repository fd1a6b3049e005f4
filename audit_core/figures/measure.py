"""The time line of a measure: one row per Meilenstein, its Fristen, what was reached, and what lies beyond a Frist."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from itertools import accumulate

import plotly.graph_objects as go

from audit_core import terms
from audit_core.figures.base import AXIS_SIZE, FONT, LABEL_SIZE, empty_figure, strong
from audit_core.figures.key_figures import DrawnKeyFigures
from audit_core.figures.key_figures import drawn as drawn_key_figures
from audit_core.figures.measure_layout import TONES, WIDE, Placed, Scale, Shape, month_marks, placed
from audit_core.tables.measure import Opened
from audit_core.tables.measure_course import CourseRow
from audit_core.wording.numbers import day

NARROW = Shape(width=320, narrow=True)
NAME, LINE, UNDER, GAP = 23, 26, 19, 5
HEAD, FOOT = 48, 4


@dataclass(frozen=True, slots=True)
class DrawnMeasure:
    """An opened measure with its time line, for wide and for narrow screens; `statuses` are those drawn as lines.

    `signs` are those drawn of „moved“, „due“, „reached“ and „beyond“; none of all means there is nothing to draw.
    """

    opened: Opened
    course: go.Figure
    course_narrow: go.Figure
    alt: str
    statuses: tuple[str, ...]
    signs: frozenset[str]
    key_figures: DrawnKeyFigures


def drawn(opened: Opened, as_of: date) -> DrawnMeasure:
    """The pictures of an opened measure."""
    rows = opened.rows
    lasting = {stretch.status for row in rows for stretch in row.stretches}
    return DrawnMeasure(
        opened, course(rows, as_of), course(rows, as_of, narrow=True), alt(rows),
        tuple(code for code in terms.SHOWN_ORDER if code in lasting),
        frozenset(sign for sign in ("moved", "due", "reached", "beyond") if any(getattr(row, sign) for row in rows)),
        drawn_key_figures(opened.key_figures),
    )  # fmt: skip


def course(rows: Sequence[CourseRow], as_of: date, narrow: bool = False) -> go.Figure:
    """The time line; its y axis counts px from the top. Words that have no room beside their day stand by the name."""
    shape = NARROW if narrow else WIDE
    scale = Scale.over([as_of, *(when for row in rows for when in row.days)], shape)
    lines = [placed(row, scale, shape) for row in rows]
    bottoms = list(accumulate((_height(line) for line in lines), initial=HEAD))
    height = bottoms[-1] + FOOT
    middles = [top + NAME * len(line.name) + LINE / 2 for top, line in zip(bottoms, lines, strict=False)]
    figure = empty_figure(height)
    figure.update_yaxes(visible=False, range=[height, 0])
    figure.update_xaxes(visible=False, range=[scale.first, scale.last])
    _ground(figure, scale, middles, height, shape)
    _as_of_line(figure, as_of, height)
    _stretches(figure, rows, middles)
    _markers(figure, rows, middles)
    notes = [*_ticks(scale, shape), _as_of_word(as_of, scale)]
    for top, middle, line in zip(bottoms, middles, lines, strict=False):
        notes += _words(line, top, middle)
    figure.layout.annotations = notes  # an assignment: `update_layout` copies every one of them several times
    return figure


def alt(rows: Sequence[CourseRow]) -> str:
    """What the time line says, for those who do not see it."""
    said = (
        f"{f'{row.number} ' if row.number else ''}{row.title}: {'; '.join(remark.text for remark in row.remarks)}"
        for row in rows
    )
    return "Zeitlinie der Meilensteine und Fristen. " + ". ".join(said) + "."


def _height(line: Placed) -> int:
    return NAME * len(line.name) + LINE + UNDER * len(line.under) + GAP


def _segments(parts: Iterable[tuple[date, date, float]]) -> tuple[list[date | None], list[float | None]]:
    """Lines parted by gaps, as one trace takes them."""
    x: list[date | None] = []
    y: list[float | None] = []
    for begin, end, middle in parts:
        x += [begin, end, None]
        y += [middle, middle, None]
    return x, y


def _ground(figure: go.Figure, scale: Scale, middles: Sequence[float], height: int, shape: Shape) -> None:
    """The months, and a fine line for every row."""
    x: list[date | None] = []
    y: list[float | None] = []
    for mark in month_marks(scale, shape):
        x += [mark.when, mark.when, None]
        y += [HEAD - 12, height, None]
    quiet = {"mode": "lines", "hoverinfo": "skip"}
    figure.add_scatter(name="Monate", x=x, y=y, line={"color": terms.MONTH_GRID, "width": 1}, **quiet)
    x, y = _segments((scale.first, scale.last, middle) for middle in middles)
    figure.add_scatter(name="Zeilen", x=x, y=y, line={"color": terms.ROW_RULE, "width": 2}, **quiet)


def _as_of_line(figure: go.Figure, as_of: date, height: int) -> None:
    figure.add_scatter(
        name="Stichtag", x=[as_of, as_of], y=[HEAD - 12, height], mode="lines", cliponaxis=False,
        line={"color": terms.ACCENT, "width": 1.5}, hovertemplate=f"Stichtag {day(as_of)}<extra></extra>",
    )  # fmt: skip


def _stretches(figure: go.Figure, rows: Sequence[CourseRow], middles: Sequence[float]) -> None:
    """Lines in the colour of the status that lasted, and red what lies beyond a Frist."""
    both = list(zip(rows, middles, strict=True))
    for code in terms.SHOWN_ORDER:
        parts = [(s.begin, s.end, middle) for row, middle in both for s in row.stretches if s.status == code]
        if parts:
            _line(figure, terms.STATUS[code].label, parts, terms.STATUS[code].colour)
    beyond = [(*row.beyond, middle) for row, middle in both if row.beyond is not None]
    if beyond:
        _line(figure, "über die Frist hinaus", beyond, terms.OVERDUE_COLOUR)


def _line(figure: go.Figure, name: str, parts: Iterable[tuple[date, date, float]], colour: str) -> None:
    x, y = _segments(parts)
    figure.add_scatter(
        name=name, x=x, y=y, mode="lines", line={"color": colour, "width": 5}, cliponaxis=False,
        hovertemplate=f"{name}: %{{x|%d.%m.%Y}}<extra></extra>",
    )  # fmt: skip


def _markers(figure: go.Figure, rows: Sequence[CourseRow], middles: Sequence[float]) -> None:
    both = list(zip(rows, middles, strict=True))
    begun = [(row.begun, middle, terms.STATUS[row.status].colour) for row, middle in both if row.begun is not None]
    _points(figure, "Stand", begun, symbol="circle", size=12)
    earlier = [(when, middle, terms.SECONDARY) for row, middle in both for when in row.moved[1:]]
    _points(figure, "frühere Frist", earlier, symbol="diamond", size=9)
    first = [(row.moved[0], middle, terms.SECONDARY) for row, middle in both if row.moved]
    _points(figure, "erste Frist", first, symbol="diamond", size=14)
    in_force = [(row.due, middle, terms.INK) for row, middle in both if row.due is not None]
    _points(figure, "geltende Frist", in_force, symbol="diamond", size=15, filled=True)
    reached = [(row.reached, middle, terms.STATUS[row.status].colour) for row, middle in both if row.reached]
    _points(figure, "erreicht", reached, symbol="circle", size=15, filled=True)


def _points(
    figure: go.Figure,
    name: str,
    points: Sequence[tuple[date, float, str]],
    symbol: str,
    size: int,
    filled: bool = False,
) -> None:
    """Markers of one kind; hollow ones have their colour as a rim."""
    if not points:
        return
    colours = [colour for _, _, colour in points]
    rim = {"color": terms.WHITE, "width": 1} if filled else {"color": colours, "width": 2}
    figure.add_scatter(
        name=name, x=[when for when, _, _ in points], y=[middle for _, middle, _ in points], mode="markers",
        marker={"symbol": symbol, "size": size, "color": colours if filled else terms.WHITE, "line": rim},
        cliponaxis=False, hovertemplate=f"{name}: %{{x|%d.%m.%Y}}<extra></extra>",
    )  # fmt: skip


def _ticks(scale: Scale, shape: Shape) -> list[dict[str, object]]:
    """The years and months above the rows; a year stands out."""
    return [
        {
            "text": strong(mark.text) if mark.year else mark.text, "x": mark.when, "y": 12, "showarrow": False,
            "borderpad": 0, "font": {"family": FONT, "size": AXIS_SIZE, "color": terms.SECONDARY},
        }
        for mark in month_marks(scale, shape)
    ]  # fmt: skip


def _as_of_word(as_of: date, scale: Scale) -> dict[str, object]:
    """The word beside the line of the Stichtag, on the side that has room."""
    left = scale.px(as_of) > 80
    return {
        "text": "Stichtag", "x": as_of, "y": HEAD - 14, "xanchor": "right" if left else "left", "yanchor": "middle",
        "xshift": -5 if left else 5, "showarrow": False, "borderpad": 0, "bgcolor": terms.WHITE,
        "font": {"family": FONT, "size": AXIS_SIZE - 1, "color": terms.ACCENT},
    }  # fmt: skip


def _words(line: Placed, top: float, middle: float) -> list[dict[str, object]]:
    """The name above a row, the words beside its days, and below it what a narrow screen writes there."""
    notes = []
    for place, text in enumerate(line.name):
        notes.append(_left(text, top + NAME * place + NAME / 2 + 3, LABEL_SIZE, terms.INK))
    for place, (text, tone) in enumerate(line.under):
        colour = TONES[tone]
        notes.append(_left(escape(text, quote=False), middle + LINE / 2 + UNDER * place + 7, AXIS_SIZE, colour))
    for label in line.labels:
        notes.append(
            {
                "text": escape(label.text, quote=False), "x": label.when, "xanchor": label.anchor,
                "xshift": label.shift, "y": middle - label.rise, "yanchor": "middle", "showarrow": False,
                "borderpad": 1, "bgcolor": terms.WHITE,
                "font": {"family": FONT, "size": AXIS_SIZE, "color": TONES[label.tone]},
            }
        )  # fmt: skip
    return notes


def _left(text: str, y: float, size: int, colour: str) -> dict[str, object]:
    """Words that begin at the left edge; the white ground keeps the lines of the months out of them."""
    return {
        "text": text, "x": 0, "xref": "paper", "xanchor": "left", "align": "left", "y": y, "yanchor": "middle",
        "showarrow": False, "borderpad": 0, "bgcolor": terms.WHITE,
        "font": {"family": FONT, "size": size, "color": colour},
    }  # fmt: skip
