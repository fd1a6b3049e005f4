"""Where the parts of each kind of slide stand; lengths in inches."""

from collections.abc import Sequence

from audit_core.documents.deck.canvas import Canvas
from audit_core.documents.deck.charts import Look
from audit_core.documents.deck.fitting import LINE, width
from audit_core.documents.deck.grids import HEAD, PADDING, listed
from audit_core.documents.deck.shapes import Box, Run, TableCell
from audit_core.documents.deck.template import FIRST_SIZE, FIRST_TITLE, INNER, MARGIN, TITLE_SIZE
from audit_core.tables.blocks import Marked
from audit_core.tables.deck_parts import Slide
from audit_core.tables.lines import Figure
from audit_core.terms import ACCENT, DIRECTION_COLOUR, EMPTY_CELL, HAIRLINE, INK, ROW_RULE, SECONDARY, STATUS, WHITE
from audit_core.wording.years import EARLIER

TOP, BOTTOM, GAP, _BESIDE = 1.85, 6.75, 0.45, 1.95
_CHIP, _KEY, _SOFT = 0.27, 16.0, 16.0
_HEAD_GAP, _APART = 0.04, 0.4
_JOINTS = {"Daueraufgabe": "Dauer-\naufgabe", "Vorbereitung": "Vor-\nbereitung", "zurückgestellt": "zurück-\ngestellt"}
"""Where the long words of statuses part, for columns that are too narrow for them."""


def title(canvas: Canvas, slide: Slide) -> None:
    """The first slide: what it is, of whom, of which day."""
    canvas.title(slide.title, FIRST_SIZE, "ctrTitle", FIRST_TITLE)
    first, *rest = [canvas.fit(line, INNER, [(24, 1), (20, 1), (16, 1)]) for line in slide.lines]
    canvas.subtitle(
        [[Run(first[0], first[1])], *([Run(text, min(20, size), colour=SECONDARY)] for text, size, _ in rest)]
    )
    canvas.plate("Linie", Box(MARGIN, 3.5, 1.6, 0.05), ACCENT)


def year(canvas: Canvas, slide: Slide) -> None:
    """The year on one slide: figures, status key, bars of the Handlungsfelder."""
    _head(canvas, slide)
    if not slide.figures:
        _sentences(canvas, slide, TOP + 0.3)
        return
    _figures(canvas, slide.figures, TOP - 0.1)
    top = _key(canvas, slide.key, Box(MARGIN, 3.1, INNER, 0.7)) + 0.14
    foot = BOTTOM - (0.32 if slide.lines else 0)
    _bars(canvas, slide, Box(MARGIN, top, INNER, foot - top), 6.5, tallest=0.62)
    _foot(canvas, slide)


def field(canvas: Canvas, slide: Slide) -> None:
    """A Handlungsfeld: how many are done, its bar, its measures."""
    _head(canvas, slide)
    value, words = slide.lead
    shown, size, _ = canvas.fit(value, 3.0, [(40, 1), (32, 1), (24, 1)], bold=True)
    below, small, _ = canvas.fit(words, 3.0, [(16, 1), (14, 1)])
    lead = [[Run(shown, size, True)], [Run(below, small, colour=SECONDARY)]]
    canvas.text("Umgesetzt", Box(MARGIN, TOP - 0.1, 3.0, 0.98), lead)
    left, wide = MARGIN + 3.2, INNER - 3.2
    if slide.chart is not None:
        canvas.chart(slide.chart, Box(left, TOP, wide, 0.5), Look(wide, 0.5, gap=0, label=18))
    top = max(TOP + 0.98, _key(canvas, slide.key, Box(left, TOP + 0.58, wide, 0.4)) + 0.1)
    if slide.table is not None:
        listed(canvas, slide.table, Box(MARGIN, top, INNER, BOTTOM - 0.34 - top), slide.title)
    _foot(canvas, slide)


def overdue(canvas: Canvas, slide: Slide) -> None:
    """What is overdue: bars of the offices on the left, the longest on the right."""
    _head(canvas, slide)
    if slide.chart is None or slide.table is None:
        _sentences(canvas, slide, TOP + 0.3)
        return
    half, foot = 5.9, BOTTOM - 0.32
    _bars(canvas, slide, Box(MARGIN, TOP, half, foot - TOP), 3.5, tallest=0.6)
    right = MARGIN + half + GAP
    listed(canvas, slide.table, Box(right, TOP, INNER - half - GAP, foot - TOP), slide.title)
    items, offices = [*slide.lines, ""][:2]
    _soft(canvas, offices, Box(MARGIN, BOTTOM - 0.24, half, 0.26))
    _soft(canvas, items, Box(right, BOTTOM - 0.24, INNER - half - GAP, 0.26))


def years(canvas: Canvas, slide: Slide) -> None:
    """Columns per year on the left, the statuses of the last year on the right."""
    _head(canvas, slide)
    if slide.chart is None:
        return
    wide, foot = 9.0, BOTTOM - (0.32 if slide.lines else 0)
    _soft(canvas, slide.chart.heading, Box(MARGIN, TOP, wide, 0.28))
    tall = foot - TOP - 0.35
    gap = 45 if len(slide.chart.categories) > 4 else 120
    look = Look(tall - 0.65, wide, gap, label=14, plain=False)
    canvas.chart(slide.chart, Box(MARGIN, TOP + 0.35, wide, tall), look)
    left = MARGIN + wide + GAP
    _soft(canvas, _last(slide), Box(left, TOP, INNER - wide - GAP, 0.28))
    end = _key(canvas, slide.key, Box(left, TOP + 0.45, 1.0, 5.0), 16, apart=_APART)
    if slide.earlier:
        _soft(canvas, EARLIER, Box(left, end + 0.2, INNER - wide - GAP, 0.28))
        _key(canvas, [(code, None) for code in slide.earlier], Box(left, end + 0.6, 1.0, 2.0), 16, apart=_APART)
    _foot(canvas, slide)


def transitions(canvas: Canvas, slide: Slide) -> None:
    """The transition table with its tints and sums."""
    _head(canvas, slide)
    table = slide.table
    if table is None:
        return
    counts = len(table.columns) - 1
    first, last = (2.6, 1.0) if counts < 10 else (1.85, 0.65)
    each = min(1.6, (INNER - first - last) / (counts - 1))
    head, tall = 0.62, min(0.5, (BOTTOM - 1.0 - TOP - 0.62) / len(table.rows))
    widths = [first, *([each] * (counts - 1)), last]
    rows = [_head_row(canvas, [column.head for column in table.columns], widths)]
    for place, row in enumerate(table.rows):
        rows.append(
            [_count_cell(canvas, cell, at, place == len(table.rows) - 1, counts, first) for at, cell in enumerate(row)]
        )
    heights = [head, *([tall] * len(table.rows))]
    box = Box(MARGIN, TOP, sum(widths), sum(heights))
    canvas.table("Übergänge", f"{slide.title} {table.caption}.", box, widths, rows, heights, last=True)
    top, left = TOP + sum(heights) + 0.3, MARGIN
    for colour, words in slide.tints:
        room = width(words, 16) / 72 + 0.15
        canvas.plate("Farbe", Box(left, top, _CHIP, _CHIP), colour)
        canvas.text("Legende", Box(left + _CHIP + 0.1, top - 0.02, room, 0.3), [[Run(words, 16)]])
        left += _CHIP + 0.1 + room + 0.3
    _foot(canvas, slide)


def reasons(canvas: Canvas, slide: Slide) -> None:
    """What was not reached, with its Grund."""
    _head(canvas, slide)
    if slide.table is not None:
        listed(canvas, slide.table, Box(MARGIN, TOP, INNER, BOTTOM - 0.38 - TOP), slide.title, most=3)
    _foot(canvas, slide)


def coming(canvas: Canvas, slide: Slide) -> None:
    """The next Fristen: per month on the left, the first of them on the right."""
    _head(canvas, slide)
    if slide.table is None:
        _sentences(canvas, slide, TOP + 0.3)
        return
    half, foot = (5.9 if slide.chart is not None else 0.0), BOTTOM - 0.32
    if slide.chart is not None:
        _soft(canvas, slide.chart.heading, Box(MARGIN, TOP, half, 0.28))
        tall = foot - TOP - 0.35
        look = Look(tall - 0.5, half, gap=45, label=16, axis=13, plain=False)
        canvas.chart(slide.chart, Box(MARGIN, TOP + 0.35, half, tall), look)
    left = MARGIN + half + (GAP if half else 0)
    listed(canvas, slide.table, Box(left, TOP, MARGIN + INNER - left, foot - TOP), slide.title)
    _soft(canvas, slide.lines[0] if slide.lines else "", Box(left, BOTTOM - 0.24, MARGIN + INNER - left, 0.26))


def _head(canvas: Canvas, slide: Slide) -> None:
    """The title, and after it in the reading order the line above it."""
    canvas.title(slide.title, TITLE_SIZE)
    canvas.sentence("Thema", slide.above, Box(MARGIN, 0.36, INNER, 0.28), _SOFT, SECONDARY)


def _soft(canvas: Canvas, text: str, box: Box) -> None:
    if text:
        canvas.sentence("Hinweis", text, box, _SOFT, SECONDARY)


def _foot(canvas: Canvas, slide: Slide) -> None:
    _soft(canvas, " · ".join(slide.lines), Box(MARGIN, BOTTOM - 0.24, INNER, 0.26))


def _sentences(canvas: Canvas, slide: Slide, top: float) -> None:
    """A slide without picture and table: its sentences, large."""
    for place, line in enumerate(slide.lines):
        canvas.sentence("Text", line, Box(MARGIN, top + place * 0.9, 10.5, 0.85), 22, SECONDARY, most=2)


def _figures(canvas: Canvas, figures: Sequence[Figure], top: float) -> None:
    each = INNER / 4
    wide = each - 0.25
    changes = [" · ".join(filter(None, (one.change, one.share))) for one in figures]
    small = min((canvas.fit(change, wide, [(16, 1), (14, 1), (13, 1), (12, 1)])[1] for change in changes), default=12)
    for place, (one, change) in enumerate(zip(figures, changes, strict=True)):
        value, size, _ = canvas.fit(one.value, wide, [(32, 1), (24, 1)], bold=True)
        below, _, _ = canvas.fit(change, wide, [(small, 1)])
        lines = [[Run(one.label, 16)], [Run(value, size, True)], [Run(below, small, colour=SECONDARY)]]
        canvas.text(one.label, Box(MARGIN + place * each, top, wide, 1.15), lines)


def _key(
    canvas: Canvas, key: Sequence[tuple[str, int | None]], box: Box, size: float = _KEY, apart: float = 0.34
) -> float:
    """The statuses with their counts, side by side as far as the box is wide; returns where it ends below."""
    left, top = box.left, box.top
    for code, count in key:
        word, n = f"{STATUS[code].label}{'' if count is None else ' '}", "" if count is None else str(count)
        room = width(word, size) / 72 + width(n, size, True) / 72 + 0.08
        if left > box.left and left + _CHIP + 0.08 + room > box.left + box.width:
            left, top = box.left, top + apart
        canvas.chip(code, Box(left, top, _CHIP, _CHIP))
        words = [Run(word, size), *([Run(n, size, True)] if n else [])]
        canvas.text("Status", Box(left + _CHIP + 0.08, top - 0.01, room, 0.28), [words], anchor="ctr")
        left += _CHIP + 0.08 + room + 0.24
    return top + _CHIP if key else box.top


def _bars(canvas: Canvas, slide: Slide, box: Box, names: float, tallest: float) -> None:
    """Names as a table, and beside it the bars of the same rows: no name is cut by an axis."""
    rows, chart = slide.rows, slide.chart
    if rows is None or chart is None:
        return
    head = (HEAD * LINE + PADDING) / 72
    tall = min(tallest, (box.height - head) / max(1, len(rows.cells)))
    beside = len(rows.heads) - 1
    widths = [names - _BESIDE * beside, *([_BESIDE] * beside)]
    found = [[TableCell(([Run(text, HEAD, colour=SECONDARY)],), "r" if at else "l", rule=HAIRLINE)
              for at, text in enumerate(rows.heads)]]  # fmt: skip
    fitting = [(16.0, 1), (14.0, 1), *([(12.0, 2)] if tall > 0.42 else [(12.0, 1)])]
    if tall > 0.5:
        fitting = [(16.0, 1), (14.0, 2)]
    for cells in rows.cells:
        line = []
        for at, text in enumerate(cells):
            shown, size, _ = canvas.fit(text, widths[at] - 0.12, fitting, bold=bool(at))
            line.append(TableCell(([Run(shown, size, bool(at))],), "r" if at else "l", rule=ROW_RULE))
        found.append(line)
    heights = [head, *([tall] * len(rows.cells))]
    canvas.table(rows.heads[0], slide.title, Box(box.left, box.top, names, sum(heights)), widths, found, heights)
    left = box.left + names + 0.2
    place = Box(left, box.top + head, box.width - names - 0.2, sum(heights) - head)
    canvas.chart(
        chart, place, Look(place.width, place.height, gap=40, label=16 if tall > 0.42 else 14 if tall > 0.3 else 12)
    )


def _last(slide: Slide) -> str:
    """Over the key of the columns: of which year its counts are."""
    return slide.chart.categories[-1].split("\n")[0] if slide.chart is not None else ""


def _head_row(canvas: Canvas, heads: Sequence[str], widths: Sequence[float]) -> list[TableCell]:
    """The heads in one size, each in at most two lines with a gap to the next; long words part where they may."""
    rooms = [wide - 2 * _HEAD_GAP for wide in widths]
    heads = [_parted(text, 72 * room) for text, room in zip(heads, rooms, strict=True)]
    pieces = [(line, room, 1 if "\n" in text else 2)
              for text, room in zip(heads, rooms, strict=True) for line in text.split("\n")]  # fmt: skip
    size = min(canvas.fit(line, room, [(14, most), (13, most), (12, most)])[1] for line, room, most in pieces)
    cells = []
    for at, (text, room) in enumerate(zip(heads, rooms, strict=True)):
        lines = text.split("\n")
        fitting = [canvas.fit(line, room, [(size, 2 // len(lines))])[0] for line in lines]
        shown = tuple([Run(line, size, colour=SECONDARY)] for line in fitting)
        cells.append(TableCell(shown, "ctr" if at else "l", anchor="b", inset=_HEAD_GAP if at else 0))
    return cells


def _parted(text: str, room: float) -> str:
    """A head, in two lines at the joint of its long word where that is too wide even in the smallest type."""
    for word, parts in _JOINTS.items():
        if word in text and width(word, 12) > room:
            return text.replace(word, parts)
    return text


def _count_cell(canvas: Canvas, cell: str | Marked, at: int, last: bool, counts: int, first: float) -> TableCell:
    """A name, a count on the ground of its direction, or a sum."""
    marked = cell if isinstance(cell, Marked) else Marked(cell)
    if not at:
        shown, size, _ = canvas.fit(marked.text, first - 0.1, [(16, 1), (14, 1), (12, 1)])
        return TableCell(([Run(shown, size, colour=SECONDARY if last else INK)],), "l")
    if last or at == counts:
        return TableCell(([Run(marked.text, 16, last and at == counts, SECONDARY)],), "ctr")
    ground = DIRECTION_COLOUR[marked.direction] if marked.direction else EMPTY_CELL
    return TableCell(([Run(marked.text, 16, marked.strong)],), "ctr", ground, WHITE)
