"""What all figures share: one template for page and export, German separators, colours and hatches (LOOKS §4)."""

from datetime import date

# Plotly looks into pandas when it is there. Loaded before it, because at the first visit another thread may be in the
# middle of importing it, and half a pandas breaks every figure.
import pandas  # noqa: F401  isort:skip
import plotly.graph_objects as go

from audit_core import terms
from audit_core.wording.years import running

FONT = '"Source Sans", "Source Sans 3", "Source Sans Pro", sans-serif'
LABEL_SIZE, AXIS_SIZE = 15, 14
CONFIG = {
    "displayModeBar": False,
    "locale": "de",
    "locales": {
        "de": {
            "format": {
                "days": ["Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"],
                "shortDays": ["So", "Mo", "Di", "Mi", "Do", "Fr", "Sa"],
                "months": [
                    "Januar", "Februar", "März", "April", "Mai", "Juni",
                    "Juli", "August", "September", "Oktober", "November", "Dezember",
                ],
                "shortMonths": ["Jan", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez"],
                "date": "%d.%m.%Y",
            }
        }
    },
}  # fmt: skip


def empty_figure(height: int) -> go.Figure:
    """A figure without traces in the common dress; height in px."""
    figure = go.Figure()
    figure.update_layout(
        height=height,
        margin={"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
        paper_bgcolor=terms.WHITE,
        plot_bgcolor=terms.WHITE,
        font={"family": FONT, "size": LABEL_SIZE, "color": terms.INK},
        separators=",.",
        showlegend=False,
        dragmode=False,
        hoverlabel={"bgcolor": terms.WHITE, "font": {"family": FONT, "size": AXIS_SIZE, "color": terms.INK}},
        uniformtext={"mode": False},
    )
    figure.update_xaxes(fixedrange=True, showgrid=False, zeroline=False)
    figure.update_yaxes(fixedrange=True, showgrid=False, zeroline=False)
    return figure


def fill(code: str) -> dict[str, object]:
    """The marker of a status segment: its colour, or a hatch where nothing is known; parted by a white line."""
    status = terms.STATUS[code]
    marker: dict[str, object] = {"color": status.colour, "line": {"color": terms.WHITE, "width": 2}}
    if status.hatched:
        marker["color"] = terms.WHITE
        marker["pattern"] = {
            "shape": "/", "size": 6, "solidity": 0.2, "fgcolor": status.colour, "bgcolor": terms.WHITE,
        }  # fmt: skip
    return marker


def strong(text: str) -> str:
    """Semi-bold inside a label, whose own <b> is too heavy."""
    return f'<span style="font-weight:600">{text}</span>'


def year_label(last: date, between: str = "<br>") -> str:
    """A year under its column; a running one with the day it is compared up to."""
    return f"{last.year}{between}bis {last:%d.%m.}" if running(last) else str(last.year)


def label_font(code: str, size: int = LABEL_SIZE) -> dict[str, object]:
    """The font of a label inside a segment: white where white is readable, else ink."""
    return {"family": FONT, "size": size, "color": terms.STATUS[code].on_colour, "weight": 600}
