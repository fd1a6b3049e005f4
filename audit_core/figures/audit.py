"""The time line of the audit: agreements as bars above, one lane per Art below, the Stichtag across."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from textwrap import shorten, wrap

import plotly.graph_objects as go

from audit_core import terms
from audit_core.agreement import County
from audit_core.figures.audit_marks import BIG_RADIUS, RADIUS, Mark, Scale, placed
from audit_core.figures.base import AXIS_SIZE, FONT, empty_figure
from audit_core.tables.audit import CERTIFICATE, Audit, Period, audit
from audit_core.wording import audit as wording

HEAD, PERIOD, LANE, NARROW_LANE, FOOT = 26, 34, 26, 44, 20
WIDTH, NAMES, NARROW_WIDTH = 640, 148, 350
NAME_LENGTH, LEAST_YEAR, BAR, PERIOD_BAR, SIDE = 20, 46, 14, 22, 12
A_DAY = 86_400_000


@dataclass(frozen=True, slots=True)
class DrawnAudit:
    """The audit with its time line, also for narrow screens, and what it says in words."""

    table: Audit
    line: go.Figure
    line_narrow: go.Figure
    alt: str
    note: str


def drawn(county: County, agreement: str, as_of: date) -> DrawnAudit:
    """The audit of a county as of a Stichtag, ready to be shown."""
    found = audit(county, agreement, as_of)
    first, last = _range(found)
    marks = [mark for lane in found.lanes for mark in placed(lane, Scale(first, last, WIDTH))]
    several = any(len(mark.events) > 1 for mark in marks)
    lanes = [(lane.kind, [when.text for when, _ in lane.events]) for lane in found.lanes]
    return DrawnAudit(
        found, time_line(found), time_line(found, narrow=True),
        wording.lines_alt(first.year, last.year, lanes), wording.note(len(found.undated), several),
    )  # fmt: skip


def time_line(found: Audit, narrow: bool = False) -> go.Figure:
    """The time line; the y axis counts px from the top. On narrow screens the names stand above their lanes."""
    first, last = _range(found)
    width = NARROW_WIDTH if narrow else WIDTH
    scale = Scale(first, last, width)
    rows = _rows(found.periods)
    lane_height = NARROW_LANE if narrow else LANE
    top = HEAD + PERIOD * (max(rows, default=-1) + 1)
    height = top + lane_height * len(found.lanes) + FOOT
    figure = empty_figure(height)
    for period, row in zip(found.periods, rows, strict=True):
        _add_period(figure, period, HEAD + PERIOD * row + PERIOD / 2, scale)
    names = []
    for place, lane in enumerate(found.lanes):
        bottom = top + lane_height * (place + 1)
        middle = bottom - LANE / 2
        figure.add_shape(
            type="line", xref="paper", x0=0, x1=1, y0=middle, y1=middle, layer="below",
            line={"color": terms.ROW_RULE, "width": 1},
        )  # fmt: skip
        _add_marks(figure, placed(lane, scale, scale.px(found.as_of)), middle)
        names.append(_name(lane.kind, bottom - LANE + 1 if narrow else middle, narrow))
    _add_stichtag(figure, found.as_of, height, scale)
    figure.update_layout(
        annotations=[*figure.layout.annotations, *names], margin={"l": 0 if narrow else NAMES, "r": 0, "t": 0, "b": 0}
    )
    _year_axis(figure, scale)
    figure.update_yaxes(visible=False, range=[height, 0])
    return figure


def _add_marks(figure: go.Figure, marks: Iterable[Mark], middle: float) -> None:
    for mark in marks:
        whens = [when for when, _ in mark.events]
        begin, end = min(when.first for when in whens), max(when.last for when in whens)
        centre = begin + (end - begin) / 2
        hover = {"customdata": [_hover(mark)], "hovertemplate": "%{customdata}<extra></extra>"}
        if mark.exact:
            looks = _point_looks(mark) | hover
            figure.add_scatter(x=[centre], y=[middle], mode="markers+text", cliponaxis=False, **looks)
        else:
            days = max((end - begin).days + 1, 1)
            figure.add_bar(
                x=[A_DAY * days], base=[begin], y=[middle], orientation="h", width=BAR,
                marker={"color": terms.PAST_YEAR, "line": {"width": 0}}, **hover,
            )  # fmt: skip
        if mark.text:
            _add_text(figure, mark, begin, end, middle)


def _point_looks(mark: Mark) -> dict[str, object]:
    certificate = any(terms.folded(event.kind).startswith(CERTIFICATE) for _, event in mark.events)
    several = len(mark.events) > 1
    return {
        "marker": {
            "size": 2 * BIG_RADIUS if several else 2 * RADIUS + (2 if certificate else 0),
            "symbol": "diamond" if certificate and not several else "circle",
            "color": terms.ACCENT, "line": {"width": 0},
        },
        "text": [str(len(mark.events)) if several else ""],
        "textfont": {"family": FONT, "size": 13, "color": terms.WHITE, "weight": 600},
    }  # fmt: skip


def _add_text(figure: go.Figure, mark: Mark, begin: date, end: date, middle: float) -> None:
    """The date beside its mark, on white so that no line runs through it; inside a long bar in ink."""
    centre = begin + (end - begin) / 2
    reach = (mark.right - mark.left) / 2 + 3
    if mark.side == "inside":
        x, anchor, shift = centre, "center", 0.0
    elif mark.exact:
        x, anchor, shift = centre, "left", reach
    else:
        x, anchor, shift = (end, "left", 4.0) if mark.side == "right" else (begin, "left", 4.0)
    if mark.side == "left":
        anchor, shift = "right", -shift
    figure.add_annotation(
        text=escape(mark.text, quote=False), x=x, y=middle, xanchor=anchor, yanchor="middle", xshift=shift,
        showarrow=False, borderpad=0, font={"family": FONT, "size": 13, "color": terms.INK},
        bgcolor=None if mark.side == "inside" else terms.WHITE,
    )  # fmt: skip


def _add_period(figure: go.Figure, period: Period, middle: float, scale: Scale) -> None:
    """The bar of an agreement with the longest name that fits; the chosen one in the accent."""
    end = period.end or scale.last
    room = scale.px(end) - scale.px(max(period.begin, scale.first)) - 12
    years = f"{period.begin.year} bis {end.year}" if period.end else f"seit {period.begin.year}"
    tries = (period.title, f"{period.code} · {years}", period.code, "")
    text = next(name for name in tries if len(name) * 7.2 <= room or not name)
    figure.add_bar(
        x=[A_DAY * max((end - period.begin).days + 1, 1)], base=[period.begin], y=[middle], orientation="h",
        width=PERIOD_BAR, text=[escape(text, quote=False)], textposition="inside", insidetextanchor="middle",
        textangle=0, constraintext="none",
        textfont={"family": FONT, "size": AXIS_SIZE, "color": terms.WHITE if period.chosen else terms.INK},
        marker={
            "color": terms.ACCENT if period.chosen else terms.BAR_GROUND, "line": {"color": terms.WHITE, "width": 2}
        },
        customdata=[_wrapped(f"{period.title or period.code}: {_span(period)}")],
        hovertemplate="%{customdata}<extra></extra>",
    )  # fmt: skip


def _span(period: Period) -> str:
    return f"{period.begin:%d.%m.%Y} bis {period.end:%d.%m.%Y}" if period.end else f"seit {period.begin:%d.%m.%Y}"


def _add_stichtag(figure: go.Figure, as_of: date, height: float, scale: Scale) -> None:
    """The line of the Stichtag with its word below the lanes, on the side where there is more room."""
    figure.add_shape(
        type="line", x0=as_of, x1=as_of, y0=HEAD - 4, y1=height, layer="above",
        line={"color": terms.ACCENT, "width": 1.5},
    )  # fmt: skip
    late = scale.px(as_of) > scale.width / 2
    figure.add_annotation(
        text="Stichtag", x=as_of, y=height - 1, xanchor="right" if late else "left", yanchor="bottom",
        xshift=-5 if late else 5, showarrow=False, borderpad=0,
        font={"family": FONT, "size": 13, "color": terms.ACCENT},
    )  # fmt: skip


def _name(kind: str, y: float, above: bool) -> dict[str, object]:
    """The name of a lane, beside it or above it; a long one over two lines."""
    lines = wrap(shorten(kind, 3 * NAME_LENGTH, placeholder=" …"), 3 * NAME_LENGTH if above else NAME_LENGTH)[:2]
    return {
        "text": "<br>".join(escape(line, quote=False) for line in lines), "x": 0, "xref": "paper", "xanchor": "left",
        "xshift": 0 if above else -NAMES, "align": "left", "y": y, "yanchor": "bottom" if above else "middle",
        "showarrow": False, "borderpad": 0, "font": {"family": FONT, "size": AXIS_SIZE, "color": terms.INK},
    }  # fmt: skip


def _year_axis(figure: go.Figure, scale: Scale) -> None:
    """Years on top, as many as there is room for."""
    years = list(range(scale.first.year + (scale.first > date(scale.first.year, 1, 1)), scale.last.year + 1))
    every = next(n for n in (1, 2, 5, 10, 20, 50, 100, 500) if n * scale.width / max(len(years), 1) >= LEAST_YEAR)
    shown = [date(year, 1, 1) for year in years if year % every == 0 or len(years) == 1]
    figure.update_layout(barmode="overlay")
    figure.update_xaxes(
        type="date", range=[scale.first, scale.last], showgrid=False, showticklabels=False, ticks="", visible=True
    )
    for day in shown:
        if scale.px(day) <= scale.width - 30:
            figure.add_annotation(
                text=str(day.year), x=day, y=0, xanchor="left", yanchor="top", showarrow=False, borderpad=0,
                xshift=2, font={"family": FONT, "size": AXIS_SIZE, "color": terms.SECONDARY},
            )  # fmt: skip
        figure.add_shape(
            type="line", x0=day, x1=day, yref="paper", y0=0, y1=1, layer="below",
            line={"color": terms.MONTH_GRID, "width": 1},
        )  # fmt: skip


def _range(found: Audit) -> tuple[date, date]:
    """From the year of the first to the end of what is known or agreed, the Stichtag included, with room for marks."""
    whens = [when for lane in found.lanes for when, _ in lane.events]
    firsts = [when.first for when in whens] + [period.begin for period in found.periods]
    lasts = [when.last for when in whens] + [period.end for period in found.periods if period.end] + [found.as_of]
    first, last = min([*firsts, found.as_of]), max([*lasts, *firsts])
    if (last - first).days < 365:
        first, last = date(max(first.year, 2), 1, 1), date(last.year, 12, 31)
    pad = (last - first) * SIDE / WIDTH
    return first - pad, last + pad


def _rows(periods: Sequence[Period]) -> list[int]:
    """The row of each agreement: the first one where it covers no earlier one."""
    ends: list[date] = []
    rows = []
    for period in periods:
        row = next((place for place, end in enumerate(ends) if end < period.begin), len(ends))
        ends[row:row + 1] = [period.end or date.max]  # fmt: skip
        rows.append(row)
    return rows


def _hover(mark: Mark) -> str:
    return "<br>".join(_wrapped(f"{when.text}: {event.text}") for when, event in mark.events[:8])


def _wrapped(text: str) -> str:
    return "<br>".join(escape(line, quote=False) for line in wrap(text, 60)[:4])
