"""Kennzahlen as one figure of small charts: lying bars for a few values, columns where there are many years."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from textwrap import wrap

import plotly.graph_objects as go

from audit_core import terms
from audit_core.figures.base import AXIS_SIZE, FONT, LABEL_SIZE, empty_figure, strong
from audit_core.tables.key_figures import KeyFigureSeries, KeyValue
from audit_core.wording.fields import NO_VALUE, key_value, years_without
from audit_core.wording.numbers import number

MOST_BARS = 5
SMALL = 13
_LINE, _NAME_LENGTH, _REMARK_LENGTH = 20, 42, 36
_ROW, _BAR, _REMARK, _GAP_ROW = 27, 14, 17, 24
_LABELS, _COLUMNS, _YEARS, _BETWEEN = 22, 56, 24, 22
_DATE_SHARE, _MOST_VALUE_SHARE = 0.3, 0.34
_WIDTH, _SIGN_WIDTH, _STRONG_WIDTH = 340, 8.2, 10.0


@dataclass(frozen=True, slots=True)
class DrawnKeyFigures:
    """Kennzahlen ready to be shown: those with a course as a figure (None without any), single values beside it."""

    charted: tuple[KeyFigureSeries, ...]
    single: tuple[KeyFigureSeries, ...]
    figure: go.Figure | None
    alt: str


def drawn(series: Sequence[KeyFigureSeries]) -> DrawnKeyFigures:
    """Kennzahlen as they are shown; a single value has no course and is no chart."""
    charted = tuple(one for one in series if len(one.values) > 1)
    single = tuple(one for one in series if len(one.values) == 1)
    return DrawnKeyFigures(charted, single, charts(charted) if charted else None, alt(charted))


def charts(series: Sequence[KeyFigureSeries]) -> go.Figure:
    """One chart below the other, each with its own axes; the columns of all of them share their years."""
    heights = [_height(one) for one in series]
    whole = sum(heights) + _BETWEEN * (len(series) - 1)
    figure = empty_figure(whole)
    years = [value.year for one in series if _many(one) for value in one.values]
    top = 0
    for place, (one, height) in enumerate(zip(series, heights, strict=True), 1):
        panel = _Panel(figure, place, (1 - (top + height) / whole, 1 - top / whole), height)
        for line, text in enumerate(_title(one)):
            panel.words(text, 0, line * _LINE, LABEL_SIZE)
        if _many(one):
            _columns(panel, one, (min(years), max(years)))
        else:
            _bars(panel, one)
        top += height + _BETWEEN
    return figure


def alt(series: Sequence[KeyFigureSeries]) -> str:
    """What the charts say, value by value, gaps named."""
    return " ".join(f"{one.name} in {one.unit or 'Zahlen'}: {'; '.join(_told(one))}." for one in series)


@dataclass(frozen=True, slots=True)
class _Panel:
    """One chart of the figure: its axes, the share of the height it has, and that height in px."""

    figure: go.Figure
    place: int
    domain: tuple[float, float]
    height: int

    @property
    def suffix(self) -> str:
        return "" if self.place == 1 else str(self.place)

    def axes(self, x: dict[str, object], y: dict[str, object], bottom: int = 0, top: int = 0) -> None:
        """Lay the axes between px left free at the bottom and the top."""
        low, high = self.domain
        pixel = (high - low) / self.height
        self.figure.update_layout({
            f"xaxis{self.suffix}": {"fixedrange": True, "anchor": f"y{self.suffix}", "showgrid": False,
                                    "zeroline": False, **x},
            f"yaxis{self.suffix}": {"fixedrange": True, "anchor": f"x{self.suffix}", "visible": False,
                                    "domain": [low + bottom * pixel, high - top * pixel], **y},
        })  # fmt: skip

    def words(self, text: str, x: float, below: float, size: int, color: str = terms.INK, middle: bool = False) -> None:
        """A text at a share of the width, `below` px under the top of the chart (its top edge, or its middle)."""
        low, high = self.domain
        self.figure.add_annotation(
            text=text, x=x, xref="paper", xanchor="left", align="left", showarrow=False, borderpad=0,
            y=high - below * (high - low) / self.height, yref="paper", yanchor="middle" if middle else "top",
            font={"family": FONT, "size": size, "color": color},
        )  # fmt: skip


def _many(one: KeyFigureSeries) -> bool:
    return len(one.values) > MOST_BARS


def _title(one: KeyFigureSeries) -> list[str]:
    """Name and unit over as many lines as they need; the unit is quiet."""
    name = wrap(one.name, _NAME_LENGTH) or [""]
    lines = [strong(escape(line, quote=False)) for line in name]
    quiet = '<span style="color:{}">{}</span>'
    unit = [quiet.format(terms.SECONDARY, escape(line, quote=False)) for line in wrap(one.unit, _NAME_LENGTH)]
    if unit and len(name[-1]) + len(one.unit) < _NAME_LENGTH:
        return [*lines[:-1], f"{lines[-1]}  {unit[0]}"]
    return [*lines, *unit]


def _head(one: KeyFigureSeries) -> int:
    return _LINE * len(_title(one)) + 6


def _height(one: KeyFigureSeries) -> int:
    if _many(one):
        return _head(one) + _LABELS + _COLUMNS + _YEARS
    remarks = sum(_REMARK * len(_remark(value)) for value in one.values)
    return _head(one) + _ROW * len(one.values) + remarks + _GAP_ROW * len(one.gaps)


def _remark(value: KeyValue) -> list[str]:
    return wrap(value.remark, _REMARK_LENGTH) if value.remark else []


def _colour(value: KeyValue) -> str:
    return terms.PAST_YEAR if value.conflicting else terms.ACCENT


def _hint(one: KeyFigureSeries, value: KeyValue) -> str:
    remark = f" ({value.remark})" if value.remark else ""
    return escape(f"{value.day.text}: {key_value(value.value, one.digits, one.unit)}{remark}", quote=False)


def _bars(panel: _Panel, one: KeyFigureSeries) -> None:
    """Lying bars, a row each: the date as it was written, the bar with its value, the remark below; gaps as rows."""
    below, places, gaps = float(_head(one)), [], {first: (first, last) for first, last in one.gaps}
    year = one.values[0].year
    for value in one.values:
        if year + 1 in gaps and value.year > year:
            _gap(panel, gaps[year + 1], below)
            below += _GAP_ROW
        year = value.year
        places.append(below + _ROW / 2)
        panel.words(escape(value.day.text, quote=False), 0, below + _ROW / 2, AXIS_SIZE, terms.SECONDARY, middle=True)
        below += _ROW
        for line in _remark(value):
            panel.words(escape(line, quote=False), _DATE_SHARE, below - 4, SMALL, terms.SECONDARY)
            below += _REMARK
    values = [float(value.value) for value in one.values]
    texts = [number(v, one.digits) for v in values]
    low, high = min(0.0, *values), max(0.0, *values)
    label = min(_MOST_VALUE_SHARE, max(map(len, texts)) * _STRONG_WIDTH / _WIDTH)
    left = _DATE_SHARE + (label if low < 0 else 0)
    room = (high - low or 1) / (1 - left - label)
    panel.figure.add_bar(
        name=escape(one.name, quote=False), orientation="h", x=values, y=places, width=_BAR,
        marker={"color": [_colour(value) for value in one.values]}, text=texts,
        textposition="outside", cliponaxis=False, constraintext="none", textangle=0,
        textfont={"family": FONT, "size": LABEL_SIZE, "color": terms.INK, "weight": 600},
        customdata=[_hint(one, value) for value in one.values], hovertemplate="%{customdata}<extra></extra>",
        xaxis=f"x{panel.suffix}", yaxis=f"y{panel.suffix}",
    )  # fmt: skip
    panel.axes(
        {"visible": False, "range": [low - left * room, high + label * room]},
        {"range": [panel.height, 0]},
    )


def _gap(panel: _Panel, gap: tuple[int, int], below: float) -> None:
    panel.words(years_without(*gap), 0, below + _GAP_ROW / 2, AXIS_SIZE, terms.SECONDARY, middle=True)
    panel.words(NO_VALUE, _DATE_SHARE, below + _GAP_ROW / 2, AXIS_SIZE, terms.SECONDARY, middle=True)


def _columns(panel: _Panel, one: KeyFigureSeries, years: tuple[int, int]) -> None:
    """A column per value; several of one year stand side by side in it, a year without a value stays empty."""
    first, last = years
    of_year = Counter(value.year for value in one.values)
    most = max(of_year.values())
    width = 0.72 / most
    places, seen = [], Counter[int]()
    for value in one.values:
        places.append(value.year + width * (seen[value.year] - (of_year[value.year] - 1) / 2))
        seen[value.year] += 1
    values = [float(value.value) for value in one.values]
    texts = [number(v, one.digits) for v in values]
    slots = last - first + 1
    fits = max(map(len, texts)) * _SIGN_WIDTH <= _WIDTH / slots / most
    panel.figure.add_bar(
        name=escape(one.name, quote=False), x=places, y=values, width=width,
        marker={"color": [_colour(value) for value in one.values], "line": {"color": terms.WHITE, "width": 1}},
        text=[t if fits or place in (0, len(texts) - 1) else "" for place, t in enumerate(texts)],
        textposition="outside", cliponaxis=False, constraintext="none", textangle=0,
        textfont={"family": FONT, "size": AXIS_SIZE, "color": terms.INK},
        customdata=[_hint(one, value) for value in one.values], hovertemplate="%{customdata}<extra></extra>",
        xaxis=f"x{panel.suffix}", yaxis=f"y{panel.suffix}",
    )  # fmt: skip
    every = -(-slots // 9)
    panel.axes(
        {"range": [first - 0.55, last + 0.55], "tickmode": "array", "ticks": "",
         "tickvals": list(range(first, last + 1, every)), "ticktext": [str(y) for y in range(first, last + 1, every)],
         "tickfont": {"family": FONT, "size": SMALL, "color": terms.SECONDARY}, "tickangle": 0, "automargin": False,
         "showline": True, "linecolor": terms.HAIRLINE},
        {"range": [min(0.0, *values), max(0.0, *values) or 1]},
        bottom=_YEARS, top=_head(one) + _LABELS,
    )  # fmt: skip


def _told(one: KeyFigureSeries) -> list[str]:
    parts = []
    gaps = {first: (first, last) for first, last in one.gaps}
    for place, value in enumerate(one.values):
        before = one.values[place - 1].year if place else value.year
        if value.year > before and before + 1 in gaps:
            parts.append(f"{years_without(*gaps[before + 1])} {NO_VALUE}")
        remark = f" ({value.remark})" if value.remark else ""
        parts.append(f"{value.day.text} {number(float(value.value), one.digits)}{remark}")
    return parts
