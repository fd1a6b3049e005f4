"""What the pictures with a bar for each Handlungsfeld share: the bar, the name and the texts above it (LOOKS §4)."""

from collections.abc import Sequence
from html import escape

from audit_core import terms
from audit_core.figures.base import FONT, LABEL_SIZE, strong

BAR, GAP = 26, 2


def numbered(number: str, lines: Sequence[str]) -> str:
    """A name whose number is strong, over one or more lines."""
    rest = "<br>".join(escape(line, quote=False) for line in lines)
    bare = escape(number, quote=False)
    return f"{strong(bare)} {rest.removeprefix(bare)}" if number else rest


def above(middle: float, text: str, side: int, size: int = LABEL_SIZE, color: str = terms.INK) -> dict[str, object]:
    """A text above a bar, at its left (0) or right (1) end; inside the axis range, or it vanishes."""
    edge = "right" if side else "left"
    return {
        "text": text, "x": side, "xref": "paper", "xanchor": edge, "align": edge,
        "y": middle - BAR / 2 - GAP, "yanchor": "bottom", "showarrow": False, "borderpad": 0,
        "font": {"family": FONT, "size": size, "color": color},
    }  # fmt: skip
