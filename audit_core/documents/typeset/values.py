"""The blocks of a report as plain values for the template: texts that can be set, colours and signs of `terms`."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import zip_longest

from audit_core import terms
from audit_core.documents.seen import named
from audit_core.documents.typeset.columns import (
    beginning_height,
    column_widths,
    head_size,
    lines_of,
    stays_together,
)
from audit_core.documents.typeset.drawing import columns_drawn, fields_drawn
from audit_core.documents.typeset.glyphs import listed, shown
from audit_core.tables.blocks import (
    Block,
    Cell,
    Facts,
    FieldBars,
    Figures,
    Heading,
    Marked,
    NewPage,
    Paragraph,
    Picture,
    Points,
    Report,
    Table,
    YearColumns,
)

Value = object
MOST_CONTENTS = 40
"""Lines of a table of contents that still fit a page beside the title."""
FACT_WIDTH, FACT_LINES = 124.0, 18
MANY_BLOCKS = 1_000
SHORT = 500
"""Signs of what is kept on one page: a point, the sentence before a list or a table."""
LINES_OF_A_PAGE = 55
MISSING = (
    "Zeichen, für die dieses Dokument keine Schrift enthält, stehen als Nummer in eckigen Klammern "
    "(Unicode, zum Beispiel [U+4E2D])"
)


@dataclass(slots=True)
class Setting:
    """Turns texts into what can be set, and keeps in mind which signs had no font."""

    plain: bool = False
    sparing: bool = False
    """Hundreds of pages: nothing is kept together at the price of white space and of setting it twice."""
    missing: set[str] = field(default_factory=set)

    def text(self, text: str) -> Value:
        """A text: a string, or lines of pieces where it has breaks of its own."""
        found = shown(text, self.plain)
        self.missing |= found.missing
        match found.lines:
            case ((str(only),),):
                return only
        return found.lines

    def words(self, text: str) -> str:
        """A text in one line, for metadata, bookmarks and alternative texts."""
        found = shown(text, self.plain)
        self.missing |= found.missing
        return " ".join("".join(map("".join, line)) for line in found.lines)

    def pairs(self, rows: Iterable[tuple[str, str]]) -> Value:
        return [[self.text(what), self.text(text)] for what, text in rows]


def report_values(report: Report, plain: bool = False) -> dict[str, Value]:
    """Everything the template needs of a report; `plain` without the fallback fonts."""
    setting = Setting(plain, len(report.blocks) > MANY_BLOCKS)
    values: dict[str, Value] = {
        "title": setting.words(named(report.title)),
        "subtitle": setting.text(report.subtitle),
        "county": setting.text(report.county),
        "author": setting.words(report.county),
        "facts": setting.pairs(report.facts),
        "footer": setting.words(report.footer),
        "warning": setting.words(report.warning),
        "contents": contents_depth(report.blocks),
        "blocks": block_values(report.blocks, setting),
    }
    values["missing"] = f"{MISSING}: {', '.join(listed(frozenset(setting.missing)))}." if setting.missing else ""
    return {**values, **vocabulary()}


def picture_values(block: Picture, plain: bool = False) -> dict[str, Value]:
    """What the template needs of one picture."""
    return {"blocks": block_values((block,), Setting(plain)), **vocabulary()}


def vocabulary() -> dict[str, Value]:
    """The colours, words and symbols of `terms`."""
    return {
        "colours": {
            "ink": terms.INK, "secondary": terms.SECONDARY, "accent": terms.ACCENT, "hairline": terms.HAIRLINE,
            "rule": terms.ROW_RULE, "soft": terms.SOFT_GROUND, "ground": terms.BAR_GROUND, "white": terms.WHITE,
            "overdue": terms.OVERDUE_COLOUR,
        },
        "statuses": {
            status.code: {
                "label": status.label, "symbol": status.symbol, "colour": status.colour, "on": status.on_colour,
                "hatched": status.hatched,
            }
            for status in terms.STATUS.values()
        },
        "schedules": {row.code: {"label": row.label, "symbol": row.symbol} for row in terms.SCHEDULE.values()},
        "directions": terms.DIRECTION_COLOUR,
    }  # fmt: skip


def beginning(blocks: tuple[Block, ...], pages: int) -> tuple[Block, ...]:
    """The blocks that surely fill so many pages after the first, on which title and contents stand."""
    lines = 0
    for index, block in enumerate(blocks):
        lines += _least_lines(block)
        if lines > pages * LINES_OF_A_PAGE:
            return blocks[: index + 1]
    return blocks


def _least_lines(block: Block) -> int:
    match block:
        case Points(items=items) | Facts(rows=items) | Table(rows=items):
            return len(items)
        case _:
            return 1


def contents_depth(blocks: Iterable[Block]) -> int:
    """How deep the table of contents goes: level 3 only while that stays short."""
    levels = [block.level for block in blocks if isinstance(block, Heading)]
    return 3 if sum(level <= 3 for level in levels) <= MOST_CONTENTS else 2


def block_values(blocks: tuple[Block, ...], setting: Setting) -> list[dict[str, Value]]:
    """The blocks with the name of what sets them; no level of heading is left out on the way down."""
    values, level = [], 1
    for block, after in zip_longest(blocks, blocks[1:]):
        kind, make = _MADE[type(block)]
        value = {"kind": kind, **make(block, setting)}
        if isinstance(block, Heading):
            level = value["level"] = max(2, min(block.level, level + 1))
        if isinstance(block, Paragraph):
            value["leads"] = len(block.text) < SHORT and _leads_to(after, level)
        values.append(value)
    return values


def _leads_to(after: Block | None, level: int) -> bool:
    """Whether a sentence must not be parted from what comes: its list, its table, its small print, what lies inside."""
    match after:
        case Points() | Table() | Paragraph(kind="note"):
            return True
        case Heading(level=inside):
            return inside > level
    return False


def _heading(block: Heading, setting: Setting) -> dict[str, Value]:
    return {"level": block.level, "text": setting.words(named(block.text))}


def _paragraph(block: Paragraph, setting: Setting) -> dict[str, Value]:
    return {"style": block.kind, "text": setting.text(block.text)}


def _points(block: Points, setting: Setting) -> dict[str, Value]:
    return {
        "items": [
            {
                "text": setting.text(point.text), "below": list(map(setting.text, point.below)),
                "status": point.status, "together": len(point.text) + sum(map(len, point.below)) < SHORT,
            }
            for point in block.items
        ]
    }  # fmt: skip


def _facts(block: Facts, setting: Setting) -> dict[str, Value]:
    lines = sum(lines_of(text, FACT_WIDTH) for _, text in block.rows)
    return {"rows": setting.pairs(block.rows), "together": not setting.sparing and lines < FACT_LINES}


def _figures(block: Figures, setting: Setting) -> dict[str, Value]:
    arrows = {"up": "↑", "down": "↓", "off": ""}
    return {
        "items": [
            {
                "label": setting.text(item.label), "value": setting.text(item.value),
                "change": setting.text(f"{arrows[item.arrow]} {item.change}".strip()),
                "share": setting.text(item.share),
            }
            for item in block.items
        ]
    }  # fmt: skip


def _table(block: Table, setting: Setting) -> dict[str, Value]:
    long = any(_is_long(row, block) for row in block.rows)
    widths = column_widths(block)
    together = not setting.sparing and stays_together(block, widths)
    return {
        "caption": setting.text(named(block.caption)),
        "heads": [setting.text(column.head) for column in block.columns],
        "widths": widths,
        "right": [column.right for column in block.columns],
        "rows": [[_cell(cell, setting) for cell in row] for row in block.rows],
        "total": block.total,
        "note": setting.text(block.note),
        "long": long,
        "together": together,
        "begins": 0 if together or long or setting.sparing else beginning_height(block, widths),
        "head_size": head_size(block),
    }


def _cell(cell: Cell, setting: Setting) -> Value:
    if not isinstance(cell, Marked):
        return setting.text(cell)
    return {
        "text": setting.text(cell.text), "status": cell.status, "direction": cell.direction, "strong": cell.strong
    }  # fmt: skip


def _is_long(row: tuple[Cell, ...], table: Table) -> bool:
    """Whether a row may have to be parted between two pages: some ten lines high."""
    whole = sum(column.share for column in table.columns)
    for cell, column in zip(row, table.columns, strict=False):
        text = cell.text if isinstance(cell, Marked) else cell
        if len(text) > 700 * column.share / whole or text.count("\n") > 8:
            return True
    return False


def _fields(block: FieldBars, setting: Setting) -> dict[str, Value]:
    return {
        "caption": setting.text(named(block.caption)), "alt": setting.words(named(block.alt)),
        "note": setting.text(block.note), "key": block.key, **fields_drawn(block, setting.text),
    }  # fmt: skip


def _years(block: YearColumns, setting: Setting) -> dict[str, Value]:
    return {
        "caption": setting.text(named(block.caption)), "alt": setting.words(named(block.alt)),
        "note": setting.text(block.note), **columns_drawn(block, setting.text),
    }  # fmt: skip


def _new_page(block: NewPage, setting: Setting) -> dict[str, Value]:
    return {}


_MADE: dict[type, tuple[str, Callable[..., dict[str, Value]]]] = {
    Heading: ("heading", _heading),
    Paragraph: ("paragraph", _paragraph),
    Points: ("points", _points),
    Facts: ("facts", _facts),
    Figures: ("figures", _figures),
    Table: ("table", _table),
    FieldBars: ("fields", _fields),
    YearColumns: ("years", _years),
    NewPage: ("page", _new_page),
}
