"""The figure of the Vergleich: per Handlungsfeld what fell back to the left, what came forward to the right."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import accumulate
from textwrap import wrap

import plotly.graph_objects as go

from audit_core import terms
from audit_core.figures.bars import BAR, above, numbered
from audit_core.figures.base import AXIS_SIZE, FONT, LABEL_SIZE, empty_figure
from audit_core.standing import ALL, Standing
from audit_core.tables.changes import MOVES, Comparison, FieldMoves, comparison
from audit_core.wording.changes import UNCHANGED_FIELD, field_moves
from audit_core.wording.numbers import number

ROW, LINE = 58, 20
NAME_LENGTH = 42
LEAST_LABEL, LEAST_WHOLE = 0.03, 6


@dataclass(frozen=True, slots=True)
class DrawnComparison:
    """The Vergleich with its figure and what it says; without a figure where no status changed."""

    table: Comparison
    moves: go.Figure | None
    moves_alt: str


def drawn(before: Standing, after: Standing, agreement: str = ALL, responsible: str | None = None) -> DrawnComparison:
    """The Vergleich of a view, ready to be shown."""
    table = comparison(before, after, agreement, responsible)
    figure = move_bars(table.fields) if any(table.moved.values()) else None
    return DrawnComparison(table, figure, moves_alt(table.fields))


def move_bars(fields: Sequence[FieldMoves]) -> go.Figure:
    """One bar per Handlungsfeld on both sides of a line: how many measures and milestones moved where."""
    names = [wrap(f"{field.number} {field.title}", NAME_LENGTH) or [""] for field in fields]
    bottoms = list(accumulate(ROW + LINE * (len(lines) - 1) for lines in names))
    middles = [bottom - BAR / 2 - 2 for bottom in bottoms]
    height = max([ROW, *bottoms]) + 2
    back = max((field.moves[terms.BACK].both for field in fields), default=0)
    ahead = max((field.moves[terms.FORWARD].both + field.moves[terms.OTHER].both for field in fields), default=0)
    ahead = max(ahead, LEAST_WHOLE - back)
    whole = back + ahead
    figure = empty_figure(height)
    for code in MOVES:
        counts = [field.moves[code].both for field in fields]
        if not any(counts):
            continue
        figure.add_bar(
            name=terms.DIRECTION_LABEL[code], orientation="h", y=middles, width=BAR,
            x=[-n if code == terms.BACK else n for n in counts],
            marker={"color": terms.DIRECTION_COLOUR[code], "line": {"color": terms.WHITE, "width": 2}},
            text=[number(n) if n / whole >= LEAST_LABEL * len(str(n)) else "" for n in counts],
            textposition="inside", insidetextanchor="middle", textangle=0, constraintext="none",
            textfont={"family": FONT, "size": LABEL_SIZE, "color": terms.INK, "weight": 600},
            customdata=[escape(f"{field.title}: {field.moves[code].text}", quote=False) for field in fields],
            hovertemplate=f"%{{customdata}} {terms.DIRECTION_LABEL[code]}<extra></extra>",
        )  # fmt: skip
    notes = []
    for field, lines, middle in zip(fields, names, middles, strict=True):
        notes.append(above(middle, numbered(field.number, lines), 0))
        if field.new.both:
            notes.append(above(middle, f"{number(field.new.both)} neu", 1, AXIS_SIZE, terms.SECONDARY))
        elif not any(tally.both for tally in field.moves.values()):
            notes.append(_in_row(middle, UNCHANGED_FIELD))
    figure.update_layout(barmode="relative", annotations=notes)
    figure.update_yaxes(visible=False, range=[height, 0])
    figure.update_xaxes(visible=False, range=[-back, ahead])
    for middle in middles if back else ():
        figure.add_shape(
            type="line", x0=0, x1=0, y0=middle - BAR / 2, y1=middle + BAR / 2 + 4,
            line={"color": terms.PAST_YEAR, "width": 1.5},
        )  # fmt: skip
    return figure


def moves_alt(fields: Sequence[FieldMoves]) -> str:
    """What the bars say, for those who do not see them."""
    parts = [f"{field.number} {field.title}: {field_moves(field.moves, field.new)}" for field in fields]
    return "Balken je Handlungsfeld, Maßnahmen und Meilensteine mit geändertem Status. " + "; ".join(parts) + "."


def _in_row(middle: float, text: str) -> dict[str, object]:
    """A quiet text where there is no bar."""
    return {
        "text": text, "x": 0, "xref": "paper", "xanchor": "left", "y": middle, "yanchor": "middle",
        "showarrow": False, "borderpad": 0, "font": {"family": FONT, "size": AXIS_SIZE, "color": terms.SECONDARY},
    }  # fmt: skip
