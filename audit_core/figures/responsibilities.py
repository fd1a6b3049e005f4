"""The figure of the Zuständigkeiten: Fristen per month; and how high a row of the offices must be."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from audit_core import terms
from audit_core.dates import MONTHS
from audit_core.figures.base import AXIS_SIZE, FONT, empty_figure
from audit_core.standing import Standing
from audit_core.tables.coming import Month
from audit_core.tables.responsibilities import Responsibilities, responsibilities
from audit_core.wording.numbers import count

HEIGHT, AXIS, HEAD = 134, 42, 24
ROW_HEIGHT, LINE_HEIGHT, LINE_LENGTH = 42, 20, 29


@dataclass(frozen=True, slots=True)
class DrawnResponsibilities:
    """The Zuständigkeiten with their figure and what it says."""

    table: Responsibilities
    row_height: int
    months: go.Figure
    months_alt: str


def drawn(whole: Standing, agreement: str, responsible: str | None = None) -> DrawnResponsibilities:
    """The Zuständigkeiten of a view, ready to be shown."""
    table = responsibilities(whole, agreement, responsible)
    height = row_height([card.name for card in table.cards])
    return DrawnResponsibilities(table, height, months(table.months), months_alt(table.months))


def months(shown: Sequence[Month]) -> go.Figure:
    """Columns of the Fristen per month, each labelled; the year stands under the first month and each January."""
    figure = empty_figure(HEIGHT)
    places = list(range(len(shown)))
    values = [month.fristen for month in shown]
    highest = max(values, default=0) or 1
    figure.add_bar(
        name="Fristen", x=places, y=values, marker={"color": terms.ACCENT},
        text=[str(n) if n else "" for n in values], textposition="outside", cliponaxis=False, textangle=0,
        textfont={"family": FONT, "size": AXIS_SIZE, "color": terms.INK},
        customdata=[f"{month.name}: {count(month.fristen, 'Frist', 'Fristen')}" for month in shown],
        hovertemplate="%{customdata}<extra></extra>",
    )  # fmt: skip
    figure.update_layout(bargap=0.45, margin={"l": 0, "r": 0, "t": HEAD, "b": AXIS, "pad": 0})
    figure.update_xaxes(
        tickmode="array", tickvals=places, ticktext=[_tick(shown, place) for place in places], tickangle=0, ticks="",
        tickfont={"family": FONT, "size": AXIS_SIZE, "color": terms.INK}, range=[-0.5, len(shown) - 0.5],
        automargin=False,
    )  # fmt: skip
    figure.update_yaxes(visible=False, range=[0, highest])
    return figure


def months_alt(shown: Sequence[Month]) -> str:
    """What the columns say."""
    most = max(shown, key=lambda month: month.fristen, default=None)
    if most is None or not most.fristen:
        return "Fristen je Monat: keine in den nächsten 12 Monaten."
    parts = "; ".join(f"{month.name} {month.fristen}" for month in shown if month.fristen)
    return f"Fristen je Monat, die meisten im {most.name}. {parts}."


def row_height(names: Sequence[str]) -> int:
    """The height of the rows of offices in px, so that the longest name is not cut."""
    lines = -(-max((len(name) for name in names), default=1) // LINE_LENGTH)
    return max(ROW_HEIGHT, 12 + LINE_HEIGHT * lines)


def _tick(shown: Sequence[Month], place: int) -> str:
    first = shown[place].first
    name = MONTHS[first.month - 1][:3]
    return f"{name}<br>{first.year}" if not place or first.month == 1 else name
