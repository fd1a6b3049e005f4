"""The HTML of previews: the way of a file, counts, old → new, problems, effect, receipt; every value escaped."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from audit_core import terms
from audit_core.errors import Problem
from audit_core.tables.effect import Effect, EffectLine
from audit_core.upload.changes import CellChange, RowChange, RowKind
from audit_core.wording import uploads as wording
from audit_core.wording.numbers import NOTHING, number, signed
from pages import _parts

STAGES = ("Hochladen", "Prüfen", "Vorschau", "Übernommen")
SENT, CHECKED, SHOWN, TAKEN = range(4)
LONG = 160
"""Characters up to which a text stands in the table as a whole."""
_CODES = {status.label: code for code, status in terms.STATUS.items()}


def stages(current: int, right: str = "", working: bool = False) -> str:
    """The four stages of a file with the current one in accent, and what is being looked at on the right.

    `working`: what still stands of the page before is hidden meanwhile.
    """
    items = "".join(
        f'<li class="am-now" aria-current="step">{place + 1} {stage}</li>' if place == current
        else f"<li>{place + 1} {stage}</li>"
        for place, stage in enumerate(STAGES)
    )  # fmt: skip
    kind = "am-stages am-working" if working else "am-stages"
    return f'<div class="{kind}"><ol>{items}</ol><span>{escape(right)}</span></div>'


def counts(found: Mapping[str, int], of: int, captions: Mapping[str, str]) -> str:
    """The four counts of a preview: code of the row mark → how many of so many."""
    return f'<ul class="am-counts">{"".join(_count(code, n, of, captions[code]) for code, n in found.items())}</ul>'


def _count(code: str, n: int, of: int, caption: str) -> str:
    mark = terms.ROW_MARK[code]
    colour = mark.colour if n else terms.HAIRLINE
    return (
        f'<li style="border-top-color:{colour}"><span>{mark.symbol} {escape(mark.label)}</span>'
        f"<strong>{number(n)} <small>von {number(of)}</small></strong><small>{escape(caption)}</small></li>"
    )


def changes_table(rows: Sequence[RowChange], with_line: bool = True, subject: str = wording.ITEM) -> str:
    """Rows old → new, cell by cell; a long text opens as a whole.

    `with_line`: with the line in the file; `subject` is the head over what a row is about.
    """
    line = '<th scope="col" class="am-num">Zeile</th>' if with_line else ""
    head = f'{line}<th scope="col">Art</th><th scope="col">{escape(subject)}</th>'
    if not any(row.cells for row in rows):
        return _table("am-changes", head, (_changed_row(row, with_line, False) for row in rows))
    head += '<th scope="col">Spalte</th><th scope="col">bisher → neu</th>'
    return _table("am-changes", head, (_changed_row(row, with_line, True) for row in rows))


def _table(kind: str, head: str, bodies: Iterable[str]) -> str:
    return f'<table class="am-file {kind}"><thead><tr>{head}</tr></thead>{"".join(bodies)}</table>'


def _changed_row(row: RowChange, with_line: bool, with_cells: bool) -> str:
    mark = terms.ROW_MARK[row.kind]
    span = f' rowspan="{len(row.cells)}"' if len(row.cells) > 1 else ""
    line = f'<td class="am-num"{span}>{number(row.line)}</td>' if with_line else ""
    below = f"<small>{escape(wording.does_not_count(row.overridden_by))}</small>" if row.overridden_by else ""
    subject = f'<th scope="row"{span}>{long_text(row.subject)}{below}</th>'
    lead = f'{line}<td class="am-kind"{span}>{mark.symbol} {escape(mark.label)}</td>{subject}'
    if not with_cells:
        return f"<tbody><tr>{lead}</tr></tbody>"
    first, *rest = [_cell(cell, row.kind) for cell in row.cells] or ["<td></td><td></td>"]
    return f"<tbody><tr>{lead}{first}</tr>{''.join(f'<tr>{cell}</tr>' for cell in rest)}</tbody>"


def _cell(cell: CellChange, kind: RowKind) -> str:
    return f'<td class="am-column">{escape(cell.column)}</td><td class="am-value">{_old_new(cell, kind)}</td>'


def _old_new(cell: CellChange, kind: RowKind) -> str:
    new = f"<ins>{_value(cell, cell.new)}</ins>" if cell.new else NOTHING
    if cell.old == cell.new:
        return f'{new} <span class="am-same">wie bisher</span>'
    if not cell.old and kind is RowKind.NEW:
        return new
    old = f"<del>{long_text(cell.old)}</del>" if cell.old else NOTHING
    return f'{old} <span class="am-arrow">→</span> {new}'


def _value(cell: CellChange, text: str) -> str:
    code = _CODES.get(text) if cell.column == "Status" else None
    return _parts.status(code) if code else long_text(text)


def long_text(text: str) -> str:
    """A text; a long one begins, and opens as a whole."""
    if len(text) <= LONG:
        return escape(text)
    start = text[: LONG - 20].rsplit(" ", 1)[0]
    return (
        f'<details class="am-long"><summary><span class="am-start">{escape(start)} … </span>'
        f'<span class="am-open">ganz zeigen</span><span class="am-shut">kürzen</span></summary>{escape(text)}</details>'
    )


def effect_table(shown: Effect) -> str:
    """The figures of a Stichtag before and after, with their difference."""
    head = '<th scope="col">Zahl</th><th scope="col">bisher → danach</th><th scope="col">Unterschied</th>'
    return _table("am-effect", head, [f"<tbody>{''.join(map(_effect_row, shown.lines))}</tbody>"])


def _effect_row(line: EffectLine) -> str:
    if not line.is_changed:
        value = f'<td class="am-same">{escape(line.after)}</td>'
    else:
        value = (
            f'<td><span class="am-before">{escape(line.before)}</span> <span class="am-arrow">→</span> '
            f"<b>{escape(line.after)}</b></td>"
        )
    difference = f'<td class="am-num am-{line.tone}">{signed(line.difference)}</td>'
    return f'<tr><th scope="row">{escape(line.label)}</th>{value}{difference}</tr>'


def findings(problems: Iterable[Problem], is_error: bool) -> str:
    """The first problems of a file beside its preview: where, what, what then."""
    symbol = terms.ROW_MARK["rejected"].symbol if is_error else terms.WARNING_SYMBOL
    colour = terms.OVERDUE_COLOUR if is_error else terms.WARNING_COLOUR
    items = "".join(_finding(problem, symbol, colour) for problem in problems)
    return f'<ul class="am-findings">{items}</ul>'


def _finding(problem: Problem, symbol: str, colour: str) -> str:
    first, rest = wording.split(problem.message)
    more = f"<small>{escape(rest)}</small>" if rest else ""
    place = escape(wording.where(problem) or "Ganze Datei")
    return f'<li style="border-left-color:{colour}"><b>{symbol} {place}</b><span>{escape(first)}</span>{more}</li>'


def problems_table(problems: Iterable[tuple[Problem, bool]]) -> str:
    """Problems with whether each is an error: Zeile, Spalte, Wert, Problem."""
    columns = ("Zeile", "Art", "Spalte", "Wert", "Problem")
    head = "".join(f'<th scope="col"{_num(name)}>{name}</th>' for name in columns)
    return _table("am-problems", head, (_problem(*found) for found in problems))


def _num(name: str) -> str:
    return ' class="am-num"' if name == "Zeile" else ""


def _problem(problem: Problem, is_error: bool) -> str:
    mark = terms.ROW_MARK["rejected"].symbol if is_error else terms.WARNING_SYMBOL
    kind = "Fehler" if is_error else "Hinweis"
    line = number(problem.line) if problem.line else NOTHING
    tone = "am-alarm" if is_error else ""
    return (
        f'<tbody><tr><td class="am-num">{line}</td><td class="am-kind"><span class="{tone}">{mark} {kind}</span></td>'
        f'<td class="am-column">{escape(problem.column)}</td>'
        f'<td class="am-text">{long_text(problem.value)}</td>'
        f'<td class="am-what">{escape(problem.message)}</td></tr></tbody>'
    )


def recognised(line: str, columns: Iterable[tuple[str, str]]) -> str:
    """What was recognised in one line that opens the columns: the file's own header, and what it was read as."""
    head = '<th scope="col">Überschrift in der Datei</th><th scope="col">gelesen als</th>'
    rows = "".join(f'<tr><th scope="row">{escape(cell)}</th><td>{escape(read)}</td></tr>' for cell, read in columns)
    table = _table("am-columns", head, [f"<tbody>{rows}</tbody>"])
    return f'<details class="am-recognised"><summary>{escape(line)}</summary>{table}</details>'


def facts(pairs: Iterable[tuple[str, str]]) -> str:
    """What a receipt says: word and value."""
    rows = "".join(f'<tr><th scope="row">{escape(name)}</th><td>{escape(value)}</td></tr>' for name, value in pairs)
    return f'<table class="am-file am-file-facts"><tbody>{rows}</tbody></table>'
