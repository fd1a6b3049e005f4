"""How the cells of a year's workbook look: one format for each kind of cell, made once."""

from functools import cache
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from audit_core import terms
from audit_core.documents import xlsx
from audit_core.tables.workbook_columns import Head, Shape

# „_-“ keeps a little room to the right; an indent on the right is lost by LibreOffice where cells are alike.
_COUNT, _SHARE, _CHANGE = "#,##0_-", "0 %_-", "+#,##0_-;\u2212#,##0_-;±0_-"
_PERCENTAGE, _BROKEN_PERCENTAGE = '0" %"_-', '0.0##" %"_-'
_MOMENT = "dd.mm.yyyy hh:mm"
_LIGHT_HATCHING, _SOLID = 14, 1
_RIGHT = {"align": "right", "indent": 0}
_SHAPES: dict[Shape, dict[str, Any]] = {
    Shape.TEXT: {},
    Shape.STRONG: {"bold": True},
    Shape.KEY: {"num_format": xlsx.AS_TEXT},
    Shape.DAY: {"num_format": xlsx.DAY_FORMAT},
    Shape.MOMENT: {"num_format": _MOMENT},
    Shape.COUNT: {"num_format": _COUNT, **_RIGHT},
    Shape.DECIMAL: _RIGHT,
    Shape.CHANGE: {"num_format": _CHANGE, **_RIGHT},
    Shape.SHARE: {"num_format": _SHARE, **_RIGHT},
    Shape.PERCENTAGE: {"num_format": _PERCENTAGE, **_RIGHT},
    Shape.STATUS: {},
    Shape.SCHEDULE: {},
}
_ON_THE_RIGHT = frozenset({Shape.COUNT, Shape.DECIMAL, Shape.CHANGE, Shape.SHARE, Shape.PERCENTAGE})
_BY_LABEL = {row.label: row for row in terms.STATUS.values()}
_SCHEDULE_BY_LABEL = {row.label: row for row in terms.SCHEDULE.values() if row.code != "left"}
_BODY = {"align": "left", "indent": 1}
"""As in other workbooks, but the lines are one rule for a whole list."""
_TOTAL = {"bold": True, "bg_color": terms.SOFT_GROUND, "top": 2, "top_color": terms.SECONDARY}


class Looks:
    """The formats of one workbook. A symbol stands before its word by the number format: the cell holds the word."""

    def __init__(self, book: Workbook) -> None:
        def made(*properties: tuple[str, Any]) -> Format:
            return xlsx.look(book, dict(properties))

        self._made = cache(made)
        self.lines = book.add_format({"border": 1, "border_color": terms.HAIRLINE})
        self.sum = self._look(_BODY, _SHAPES[Shape.COUNT], bold=True)
        self.title = self._look(xlsx.TITLE)
        self.subtitle = self._look(xlsx.SUBTITLE)
        self.warning = self._look(bold=True, font_color=terms.ACCENT, text_wrap=False)
        self.heading = self._look(bold=True, font_size=12, font_color=terms.ACCENT, text_wrap=False)
        self.fact = self._look(xlsx.SUBTITLE, align="left", indent=1)
        self.value = self._look(text_wrap=False)
        self.group = self._look(bold=True, font_color=terms.SECONDARY, text_wrap=False, bottom=2,
                                bottom_color=terms.SECONDARY)  # fmt: skip

    def _look(self, *parts: dict[str, Any], **more: Any) -> Format:
        merged: dict[str, Any] = {}
        for part in (*parts, more):
            merged |= part
        return self._made(*merged.items())

    def head(self, head: Head) -> Format:
        """The header of a column: that of a counted status in its colour."""
        more: dict[str, Any] = {"align": "right"} if head.shape in _ON_THE_RIGHT else {}
        if head.status:
            return self._look(xlsx.HEADER, _ground(terms.STATUS[head.status]), more, num_format=_symbol(
                terms.STATUS[head.status].symbol, " "))  # fmt: skip
        return self._look(xlsx.HEADER, more)

    def cell(self, shape: Shape, value: object = None) -> Format:
        """A cell by its column, of a status, a Terminlage and a percentage also by what stands in it."""
        more: dict[str, Any] = {}
        if shape is Shape.STATUS and value in _BY_LABEL:
            row = _BY_LABEL[str(value)]
            more = {**_ground(row), "num_format": _symbol(row.symbol)}
        elif shape is Shape.SCHEDULE and value in _SCHEDULE_BY_LABEL:
            schedule = _SCHEDULE_BY_LABEL[str(value)]
            more = {"num_format": _symbol(schedule.symbol)}
            if schedule.code == "overdue":
                more |= {"bold": True, "font_color": terms.OVERDUE_COLOUR}
        elif shape is Shape.PERCENTAGE and isinstance(value, float):
            more["num_format"] = _BROKEN_PERCENTAGE
        return self._look(_BODY, _SHAPES[shape], more)

    def total(self, shape: Shape) -> Format:
        """A cell of the row of sums."""
        return self._look(xlsx.BODY, _SHAPES[shape], _TOTAL)

    def direction(self, code: str, is_some: bool) -> Format:
        """A cell of the transition table: the ground says how a change counts, a 0 is pale."""
        ground = {"bg_color": terms.DIRECTION_COLOUR[code]} if is_some else {"font_color": terms.SECONDARY}
        return self._look(_BODY, _SHAPES[Shape.COUNT], ground)


def _symbol(sign: str, gap: str = "\xa0\xa0") -> str:
    return f'"{sign}{gap}"@'


def _ground(status: terms.Status) -> dict[str, Any]:
    """The colour of a status; what is hatched in pictures is hatched here."""
    if status.hatched:
        return {"pattern": _LIGHT_HATCHING, "fg_color": xlsx.tint(status.colour, 0.5), "bg_color": terms.WHITE,
                "font_color": terms.INK}  # fmt: skip
    return {"pattern": _SOLID, "bg_color": status.colour, "font_color": status.on_colour}
