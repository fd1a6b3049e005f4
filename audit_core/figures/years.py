"""The pictures of a Jahresbilanz: columns per status for every year, and the Meilensteine that came in time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from audit_core import terms
from audit_core.figures import base
from audit_core.tables.years import YearRow, Years, only_earlier
from audit_core.wording.numbers import NO_BREAK, number
from audit_core.wording.years import chosen_years, on_time_alt, on_time_label, running, status_alt

COLUMN_WIDTH = 0.71
STATUS_HEIGHT, ON_TIME_HEIGHT, ROW_HEIGHT = 404, 128, 34
NARROW_YEARS, LEAST_YEARS = 6, 6
_HEAD, _FOOT, _FOOT_RUNNING, _SIDE, _SIDE_NARROW = 34, 26, 46, 168, 160
_LABEL_GAP, _LEAST_SEGMENT, _SUM_GAP = 19.5, 14.0, 4


@dataclass(frozen=True, slots=True)
class DrawnYears:
    """A Jahresbilanz with its pictures, each also for narrow screens, and what they say in words.

    `earlier` are the statuses that no label of the picture names.
    """

    table: Years
    status: go.Figure
    status_narrow: go.Figure
    status_alt: str
    earlier: tuple[str, ...]
    earlier_narrow: tuple[str, ...]
    narrow_note: str
    on_time: go.Figure
    on_time_narrow: go.Figure
    on_time_alt: str


def drawn(found: Years) -> DrawnYears:
    """The pictures of a Jahresbilanz."""
    days = [row.day for row in found.rows]
    narrow = _window(found)
    left_out = len(found.rows) - len(narrow)
    return DrawnYears(
        found, status_columns(found), status_columns(found, narrow=True),
        status_alt(days, [row.statuses for row in found.rows], [row.completion for row in found.rows]),
        only_earlier(found.rows), only_earlier(narrow),
        chosen_years(narrow[0].year, narrow[-1].year, found.hidden + left_out) if left_out else "",
        on_time_columns(found), on_time_rows(found), on_time_alt(days, [row.on_time for row in found.rows]),
    )  # fmt: skip


def status_columns(found: Years, narrow: bool = False) -> go.Figure:
    """Stacked columns per year, umgesetzt lowest; the last column is labelled outside with leaders."""
    rows = _window(found) if narrow else found.rows
    foot = _FOOT_RUNNING if any(running(row.day) for row in rows) else _FOOT
    figure = base.empty_figure(STATUS_HEIGHT)
    height = STATUS_HEIGHT - _HEAD - foot
    top = max([row.measures for row in rows] + [1])
    years = [row.year for row in rows]
    size = base.LABEL_SIZE - 2 if narrow else base.LABEL_SIZE
    for code in terms.SHOWN_ORDER:
        values = [row.statuses.get(code, 0) for row in rows]
        if any(values):
            figure.add_trace(_segment(code, years, values, height / top, size))
    figure.update_layout(
        annotations=[*_sums(rows), *_names(rows[-1], height / top, height)],
        barmode="stack",
        bargap=1 - COLUMN_WIDTH,
        margin={"l": 0, "r": _SIDE_NARROW if narrow else _SIDE, "t": _HEAD, "b": foot, "pad": 0},
    )
    _year_axis(figure, found, rows, size)
    figure.update_xaxes(range=[years[0] - 0.46, years[0] + max(len(years), LEAST_YEARS) - 0.54])
    figure.update_yaxes(range=[0, top], visible=False)
    return figure


def on_time_columns(found: Years) -> go.Figure:
    """A column per year as high as the share in time, labelled „64 % · 9 von 14“; the chosen year in the accent."""
    rows = found.rows
    figure = base.empty_figure(ON_TIME_HEIGHT)
    crowded = len(rows) > 9
    figure.add_trace(
        go.Bar(
            x=[row.year for row in rows], y=_shares(rows),
            width=0.5 if crowded else 0.3 * min(1, len(rows) / LEAST_YEARS),
            marker={"color": _tones(found, rows)}, hoverinfo="skip", cliponaxis=False,
            text=[_stacked(row) if crowded else _on_time(row) for row in rows],
            textposition="outside", textangle=0, constraintext="none",
            textfont={"family": base.FONT, "size": base.AXIS_SIZE, "color": terms.INK},
        )
    )  # fmt: skip
    foot = _FOOT_RUNNING if any(running(row.day) for row in rows) else _FOOT
    figure.update_layout(margin={"l": 0, "r": 0, "t": 40 if crowded else 24, "b": foot, "pad": 0})
    _year_axis(figure, found, rows, base.LABEL_SIZE)
    figure.update_xaxes(range=[rows[0].year - 0.5, rows[-1].year + 0.5])
    figure.update_yaxes(range=[0, max(0.5, *_shares(rows))], visible=False)
    return figure


def on_time_rows(found: Years) -> go.Figure:
    """The same for narrow screens: one row per year, the label behind the bar."""
    rows = found.rows[::-1]
    figure = base.empty_figure(ROW_HEIGHT * len(rows))
    figure.add_trace(
        go.Bar(
            x=_shares(rows), y=list(range(len(rows))), width=0.5, orientation="h",
            marker={"color": _tones(found, rows)}, hoverinfo="skip", cliponaxis=False,
            text=[f"{NO_BREAK}{_on_time(row)}" for row in rows],
            textposition="outside", constraintext="none",
            textfont={"family": base.FONT, "size": base.AXIS_SIZE, "color": terms.INK},
        )
    )  # fmt: skip
    names = [
        {
            "x": 0, "xref": "paper", "xanchor": "right", "xshift": -8, "y": place, "showarrow": False,
            "text": base.year_label(row.day, " "), "font": {"size": base.AXIS_SIZE, "color": terms.INK},
        }
        for place, row in enumerate(rows)
    ]  # fmt: skip
    wide = any(running(row.day) for row in rows)
    figure.update_layout(annotations=names, margin={"l": 118 if wide else 44, "r": 132, "t": 0, "b": 0, "pad": 0})
    figure.update_xaxes(range=[0, 1], visible=False)
    figure.update_yaxes(range=[-0.5, len(rows) - 0.5], visible=False)
    return figure


def spread(targets: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Places for labels near their targets (ascending), at least `gap` apart, between `low` and `high`.

    Labels that would collide form a group around the mean of their targets.

    >>> spread([10.0, 12.0, 60.0], 20.0, 0.0, 100.0)
    [1.0, 21.0, 60.0]
    """
    groups: list[tuple[float, int]] = []
    for place, target in enumerate(targets):
        groups.append((target - place * gap, 1))
        while len(groups) > 1 and groups[-2][0] >= groups[-1][0]:
            (first, m), (second, n) = groups[-2:]
            groups[-2:] = [((first * m + second * n) / (m + n), m + n)]
    ceiling = high - gap * (len(targets) - 1)
    bases = [min(max(base_, low), ceiling) for base_, n in groups for _ in range(n)]
    return [base_ + place * gap for place, base_ in enumerate(bases)]


def _window(found: Years) -> tuple[YearRow, ...]:
    """The years a narrow screen has room for: the newest, or those from the chosen one on if it is older."""
    place = found.rows.index(found.chosen)
    start = max(0, min(len(found.rows) - NARROW_YEARS, place))
    return found.rows[start : start + NARROW_YEARS]


def _segment(code: str, years: Sequence[int], values: Sequence[int], scale: float, size: int) -> go.Bar:
    shown = [number(v) if v >= 2 and v * scale >= _LEAST_SEGMENT else "" for v in values]
    return go.Bar(
        name=terms.STATUS[code].label, x=years, y=values, marker=base.fill(code), text=shown,
        textposition="inside", insidetextanchor="middle", textangle=0, constraintext="none",
        insidetextfont=base.label_font(code, size),
        hovertemplate=f"{terms.STATUS[code].label}: %{{y}}<extra>%{{x}}</extra>",
    )  # fmt: skip


def _sums(rows: Sequence[YearRow]) -> Iterator[dict[str, object]]:
    """How many measures a column holds, on top of it."""
    for row in rows:
        if row.measures:
            yield {
                "x": row.year, "y": row.measures, "text": base.strong(number(row.measures)), "showarrow": False,
                "yshift": _SUM_GAP, "yanchor": "bottom", "font": {"size": base.AXIS_SIZE, "color": terms.SECONDARY},
            }  # fmt: skip


def _names(row: YearRow, scale: float, height: float) -> Iterator[dict[str, object]]:
    """Names with counts beside the last column, spread so that none touches the next, each with a thin leader."""
    present = [(code, row.statuses[code]) for code in terms.SHOWN_ORDER if row.statuses.get(code)]
    middles, reached = [], 0
    for _, count in present:
        middles.append((reached + count / 2) * scale)
        reached += count
    places = spread(middles, _LABEL_GAP, 8, height + _HEAD - 10)
    for (code, count), middle, place in zip(present, middles, places, strict=True):
        yield {
            "x": row.year + COLUMN_WIDTH / 2, "y": middle / scale, "ax": 24, "ay": middle - place, "xshift": 2,
            "text": f"{terms.STATUS[code].label} {base.strong(number(count))}", "xanchor": "left", "align": "left",
            "showarrow": True, "arrowhead": 0, "arrowwidth": 1, "arrowcolor": terms.PAST_YEAR, "standoff": 2,
            "font": {"size": base.AXIS_SIZE, "color": terms.INK},
        }  # fmt: skip


def _year_axis(figure: go.Figure, found: Years, rows: Sequence[YearRow], size: int) -> None:
    """The years under the columns; the chosen one stands out where the last column is another."""
    words = [base.year_label(row.day) for row in rows]
    if found.balance.year != rows[-1].year:
        place = rows.index(found.chosen)
        words[place] = base.strong(words[place])
    figure.update_xaxes(
        tickmode="array", tickvals=[row.year for row in rows], ticktext=words, tickangle=0, showline=False, ticks="",
        tickfont={"size": size, "color": terms.INK},
    )  # fmt: skip


def _shares(rows: Sequence[YearRow]) -> list[float]:
    return [row.on_time.on_time / row.on_time.of if row.on_time.of else 0.0 for row in rows]


def _tones(found: Years, rows: Sequence[YearRow]) -> list[str]:
    return [terms.ACCENT if row.year == found.balance.year else terms.PAST_YEAR for row in rows]


def _on_time(row: YearRow) -> str:
    """The label with its share in strong."""
    share, dot, rest = on_time_label(row.on_time).partition(" · ")
    return f"{base.strong(share)}{dot}{rest}" if dot else share


def _stacked(row: YearRow) -> str:
    return _on_time(row).replace(" · ", "<br>").replace("keine Frist", "keine<br>Frist")
