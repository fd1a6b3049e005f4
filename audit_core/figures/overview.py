"""The two figures of the Überblick, row beside row: status bars per Handlungsfeld, and progress with its mark."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import accumulate
from textwrap import wrap

import plotly.graph_objects as go

from audit_core import terms
from audit_core.figures.bars import BAR, above, numbered
from audit_core.figures.base import AXIS_SIZE, empty_figure, fill, label_font, strong
from audit_core.standing import Standing
from audit_core.tables.lines import FieldBar
from audit_core.tables.overview import Overview, overview
from audit_core.wording.numbers import n_of, percent

ROW, LINE, THIN = 60, 20, 12
NAME_LENGTH = 42
LEAST_LABEL = 0.035


@dataclass(frozen=True, slots=True)
class DrawnOverview:
    """The Überblick with its figures and what they say."""

    table: Overview
    status: go.Figure
    status_alt: str
    progress: go.Figure
    progress_alt: str


def drawn(after: Standing, before: Standing, agreement: str, responsible: str | None = None) -> DrawnOverview:
    """The Überblick of a view, ready to be shown."""
    table = overview(after, before, agreement, responsible)
    bars = table.fields
    return DrawnOverview(table, status_bars(bars), status_alt(bars), progress_bars(bars), progress_alt(bars))


def status_bars(fields: Sequence[FieldBar]) -> go.Figure:
    """One bar per Handlungsfeld, its measures by status; the name above it, „n von N“ on the right."""
    names = [_lines(f"{field.number} {field.title}") for field in fields]
    figure = _rows(names)
    middles = _middles(names)
    widest = max((sum(count for _, count in field.counts) for field in fields), default=0) or 1
    for code in terms.SHOWN_ORDER:
        counts = [dict(field.counts).get(code, 0) for field in fields]
        if any(counts):
            label = terms.STATUS[code].label
            figure.add_bar(
                name=label, orientation="h", x=counts, y=middles, width=BAR, marker=fill(code),
                text=[str(n) if n / widest >= LEAST_LABEL * len(str(n)) else "" for n in counts],
                textposition="inside", insidetextanchor="middle", textangle=0, constraintext="none",
                textfont=label_font(code), customdata=[escape(field.title, quote=False) for field in fields],
                hovertemplate=f"%{{customdata}}: %{{x}} {label}<extra></extra>",
            )  # fmt: skip
    labels = []
    for field, lines, middle in zip(fields, names, middles, strict=True):
        tone = terms.INK if field.completed[:1].isdigit() else terms.SECONDARY
        labels.append(above(middle, numbered(field.number, lines), 0))
        labels.append(above(middle, strong(field.completed), 1, color=tone))
    figure.update_layout(barmode="stack", annotations=labels)
    figure.update_xaxes(visible=False, range=[0, widest])
    return figure


def progress_bars(fields: Sequence[FieldBar]) -> go.Figure:
    """Progress per Handlungsfeld on a ground of 100 %, a mark where it was expected to be; rows as in `status_bars`."""
    names = [_lines(f"{field.number} {field.title}") for field in fields]
    figure = _rows(names)
    middles = _middles(names)
    shares = [100 * (field.progress or 0) for field in fields]
    figure.add_bar(
        name="Ganzes", orientation="h", x=[100 if field.progress is not None else 0 for field in fields], y=middles,
        width=THIN, marker={"color": terms.BAR_GROUND}, hoverinfo="skip",
    )  # fmt: skip
    figure.add_bar(
        name="Fortschritt", orientation="h", x=shares, y=middles, width=THIN, marker={"color": terms.ACCENT},
        customdata=[escape(f"{field.title}: {percent(field.progress)}", quote=False) for field in fields],
        hovertemplate="%{customdata}<extra></extra>",
    )  # fmt: skip
    expected = [(field, middle) for field, middle in zip(fields, middles, strict=True) if field.expected is not None]
    figure.add_scatter(
        name="erwartet", mode="markers", x=[100 * (field.expected or 0) for field, _ in expected],
        y=[middle for _, middle in expected], cliponaxis=False,
        marker={"symbol": "line-ns", "size": 18, "line": {"width": 2.5, "color": terms.INK}},
        customdata=[escape(f"{field.title}: {field.expected_text}", quote=False) for field, _ in expected],
        hovertemplate="%{customdata}<extra></extra>",
    )  # fmt: skip
    labels = []
    for field, middle in zip(fields, middles, strict=True):
        name = f"HF {escape(field.number, quote=False)}  {strong(percent(field.progress))}"
        labels.append(above(middle, name, 0))
        labels.append(above(middle, field.expected_text, 1, size=AXIS_SIZE, color=terms.SECONDARY))
    figure.update_layout(barmode="overlay", annotations=labels)
    figure.update_xaxes(visible=False, range=[0, 100.6])
    return figure


def status_alt(fields: Sequence[FieldBar]) -> str:
    """What the status bars say, for those who do not see them."""
    parts = [
        f"{field.number} {field.title}: "
        + (", ".join(f"{n} {terms.STATUS[code].label}" for code, n in field.counts) or "keine Maßnahme")
        for field in fields
    ]
    return "Balken der Maßnahmen je Handlungsfeld nach Status. " + "; ".join(parts) + "."


def progress_alt(fields: Sequence[FieldBar]) -> str:
    """What the progress bars say."""
    behind = [f for f in fields if f.progress is not None and f.expected is not None and f.progress < f.expected]
    both = [f for f in fields if f.progress is not None and f.expected is not None]
    parts = [f"Handlungsfeld {f.number} {percent(f.progress)}, {f.expected_text or 'nichts erwartet'}" for f in fields]
    if not both:
        return f"{'; '.join(parts)}."
    verb = "liegt" if len(behind) == 1 else "liegen"
    finding = f"{n_of(len(behind), len(both))} Handlungsfeldern {verb} unter dem erwarteten Fortschritt"
    return f"{finding}. {'; '.join(parts)}."


def _lines(name: str) -> list[str]:
    return wrap(name, NAME_LENGTH) or [""]


def _bottoms(names: Sequence[Sequence[str]]) -> list[int]:
    """Where every row ends, in px from the top; a row grows with the lines of its name."""
    return list(accumulate(ROW + LINE * (len(lines) - 1) for lines in names))


def _middles(names: Sequence[Sequence[str]]) -> list[float]:
    """The middle of every bar in px from the top."""
    return [bottom - BAR / 2 for bottom in _bottoms(names)]


def _rows(names: Sequence[Sequence[str]]) -> go.Figure:
    """A figure whose y axis counts px from the top, so that two of them stand in line."""
    height = max([ROW, *_bottoms(names)]) + 2
    figure = empty_figure(height)
    figure.update_yaxes(visible=False, range=[height, 0])
    return figure
