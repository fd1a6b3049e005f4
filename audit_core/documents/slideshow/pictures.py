"""The pictures of a slide in HTML: bars that lie, columns that stand, the transition table; each is text as well."""

from collections.abc import Sequence

from audit_core.documents.slideshow.fitting import fitted, shortened, width
from audit_core.documents.slideshow.pieces import bar, plain, sized, spoken, text
from audit_core.tables.blocks import Cell, Marked, Table
from audit_core.tables.deck_charts import OVERDUE
from audit_core.tables.deck_parts import Chart
from audit_core.wording.numbers import number
from audit_core.workshop.slides import Row

_NAMES, _LABEL, _BEHIND = ((34, 1), (30, 1), (28, 2), (24, 2), (20, 2)), 46.0, 90.0
_JOINTS = {
    "teilweise": "teil\u00adweise", "umgesetzt": "um\u00adgesetzt", "zurückgestellt": "zurück\u00adgestellt",
    "Daueraufgabe": "Dauer\u00adaufgabe", "Vorbereitung": "Vor\u00adbereitung", "übernommen": "über\u00adnommen",
    "Umsetzung": "Um\u00adsetzung",
}  # fmt: skip


def lying(chart: Chart, rows: Sequence[Row], room: float, height: float) -> str:
    """Bars, one per row, as long as their count; left the name, right what the row says."""
    names, right = 0.30 * room, max((width(plain(row.right), 36) for row in rows), default=0)
    wide = room - names - right - 48
    tall = min(72.0, height / max(len(rows), 1))
    counts = [
        [(one.code, one.values[place]) for one in chart.series if one.values[place]] for place in range(len(rows))
    ]
    longest = max((sum(n for _, n in each) for each in counts), default=0) or 1
    size = min((fitted(plain(row.title), names, _names(tall))[1] for row in rows), default=34)
    items = (
        f'<li><span class="slide-name" {sized(size)}>{text(shortened(plain(row.title), names, size, 2))}</span>'
        f'{_track(each, longest, wide)}<span class="slide-end">{text(row.right)}</span></li>'
        for row, each in zip(rows, counts, strict=True)
    )
    laid = f"--h:{tall:.0f};--g:{names:.0f}fr {wide:.0f}fr {right:.0f}fr"
    return f'<ul class="slide-lying" style="{laid}">{"".join(items)}</ul>'


def _track(counts: Sequence[tuple[str, int]], longest: int, wide: float) -> str:
    """The bar of a row: of what is overdue one with its count behind it, else one of all statuses."""
    share = sum(n for _, n in counts) / longest
    if counts and counts[0][0] == OVERDUE:
        n = counts[0][1]
        drawn = f'<i style="width:{100 * share * (1 - _BEHIND / wide):.2f}%"></i><b>{number(n)}</b>'
        return f'<span class="slide-single" role="img" aria-label="{number(n)} überfällig">{drawn}</span>'
    if not counts:
        return "<span></span>"
    drawn = bar(counts, least=_LABEL / (share * wide))
    return (
        f'<div class="slide-track" role="img" aria-label="{text(spoken(counts))}" style="width:{100 * share:.2f}%">'
        f"{drawn}</div>"
    )


def _names(tall: float) -> list[tuple[int, int]]:
    """The sizes of names that rows of such a height hold."""
    return [(size, most) for size, most in _NAMES if size * most * 1.1 <= tall] or [(20, 1)]


def standing(chart: Chart, room: float, height: float) -> str:
    """Columns per year, stacked by status; under each its year and `n von N`."""
    years = len(chart.categories)
    wide = min(190.0, 0.62 * room / max(years, 1))
    counts = [[(one.code, one.values[place]) for one in chart.series if one.values[place]] for place in range(years)]
    tallest, high = max((sum(n for _, n in each) for each in counts), default=0) or 1, height - 84
    drawn = []
    for category, each in zip(chart.categories, counts, strict=True):
        year, _, done = category.partition("\n")
        segments = "".join(_segment(code, n, high * n / tallest, wide) for code, n in each)
        drawn.append(
            f'<li><div class="slide-column" role="img" aria-label="{text(spoken(each))}">{segments}</div>'
            f'<span class="slide-year">{text(year)}</span><span class="slide-done">{text(done)}</span></li>'
        )
    return f'<ul class="slide-standing" style="--h:{height:.0f};--w:{wide:.0f}">{"".join(drawn)}</ul>'


def _segment(code: str, n: int, tall: float, wide: float) -> str:
    """One status of a column, with its count where it is tall enough."""
    shown = number(n) if tall >= 34 and width(number(n), 31, True) < wide else ""
    return f'<span class="slide-is-{code}" style="--h:{max(tall - 3, 1):.1f}">{shown}</span>'


def transitions(table: Table, room: float, height: float) -> str:
    """A transition table: rows and columns are statuses, the last row and column sums."""
    shares = sum(column.share for column in table.columns)
    wide = [room * column.share / shares for column in table.columns]
    tall = min(66.0, (height - 74) / max(len(table.rows), 1))
    first = min(
        min(fitted(_name(row[0]), wide[0] - 8, [(32, 1), (28, 1), (24, 1), (20, 1)])[1] for row in table.rows),
        int(tall * 0.6),
    )
    pieces = [piece for column in table.columns[1:] for piece in _joined(column.head).replace("\u00ad", "- ").split()]
    head = next((size for size in (28, 26, 24, 22, 20) if all(width(p, size) <= wide[1] - 6 for p in pieces)), 18)
    heads = "".join(f'<th scope="col" {_share(one, room)}>{text(_joined(column.head))}</th>'
                    for column, one in zip(table.columns, wide, strict=True))  # fmt: skip
    body = "".join(_line(row, tall, first, place == len(table.rows) - 1) for place, row in enumerate(table.rows))
    return (
        f'<table class="slide-table"><caption>{text(table.caption)}</caption>'
        f"<thead><tr {sized(head)}>{heads}</tr></thead><tbody>{body}</tbody></table>"
    )


def _share(wide: float, room: float) -> str:
    return f'style="width:{100 * wide / room:.2f}%"'


def _joined(head: str) -> str:
    """A head with the joints at which its long words may part."""
    return " ".join(_JOINTS.get(word, word) for word in head.split(" "))


def _name(cell: Cell) -> str:
    return cell.text if isinstance(cell, Marked) else cell


def _line(cells: Sequence[Cell], tall: float, size: int, last: bool) -> str:
    found = [f'<th scope="row" class="{"slide-sum" if last else ""}" {sized(size)}>{text(_name(cells[0]))}</th>']
    for place, cell in enumerate(cells[1:], 1):
        marked = cell if isinstance(cell, Marked) else Marked(cell)
        kind = "slide-sum" if last or place == len(cells) - 1 else f"slide-to-{marked.direction}" if marked.text else ""
        shown = f"<b>{text(marked.text)}</b>" if marked.strong else text(marked.text)
        found.append(f'<td class="{kind}">{shown}</td>')
    return f'<tr style="height:calc({tall - 4:.0f} * var(--u));--s:{min(34, int(tall * 0.62))}">{"".join(found)}</tr>'
