"""The Verlauf and the Steckbrief of a measure as HTML, each value escaped."""

from collections.abc import Container, Iterable
from html import escape

from audit_core import terms
from audit_core.tables.measure import Fact, StatusLine
from audit_core.tables.measure_history import EntryLine
from pages import _parts

COLUMNS = ("Stand", "Bezug", "Status", "Sachstand", "Gemeldet von")
SIGNS = (
    ("moved", "am-first", "erste Frist"), ("due", "am-due", "geltende Frist"), ("reached", "am-reached", "erreicht"),
)  # fmt: skip


def status_line(line: StatusLine) -> str:
    """What stands below the headline: the status with its symbol, the Terminlage, further words."""
    words = [f'<span class="am-strong">{_parts.status(line.status)}</span>']
    if line.schedule:
        sign = f'<span class="am-sign">{line.sign}</span>' if line.sign else ""
        kind = ' class="am-alarm"' if line.sign else ""
        words.append(f"<span{kind}>{sign}{escape(line.schedule)}</span>")
    if line.overdue:
        sign = terms.SCHEDULE["overdue"].symbol
        words.append(f'<span class="am-alarm"><span class="am-sign">{sign}</span>{escape(line.overdue)}</span>')
    words += [f"<span>{escape(word)}</span>" for word in line.words]
    return f'<div class="am-status-line">{"".join(words)}</div>'


def hints(sentences: Iterable[str]) -> str:
    """Quiet hints: what contradicts itself and what is missing."""
    return f'<ul class="am-hints">{"".join(f"<li>{escape(sentence)}</li>" for sentence in sentences)}</ul>'


def facts(rows: Iterable[Fact]) -> str:
    """The Steckbrief."""
    body = "".join(f"<div><dt>{escape(row.name)}</dt><dd>{_fact(row)}</dd></div>" for row in rows)
    return f'<dl class="am-facts">{body}</dl>'


def _fact(row: Fact) -> str:
    return "<br>".join(filter(None, (*(escape(line) for line in row.lines), _parts.links(row.links, "<br>"))))


def entries(lines: Iterable[EntryLine]) -> str:
    """The Verlauf; what was corrected or taken back is struck and says so."""
    head = "".join(f'<th scope="col">{name}</th>' for name in COLUMNS)
    return (
        f'<table class="am-entries"><thead><tr>{head}</tr></thead>'
        f"<tbody>{''.join(_entry(line) for line in lines)}</tbody></table>"
    )


def _entry(line: EntryLine) -> str:
    """One Meldung; each cell names its column, because narrow screens show no head."""
    kind = "" if line.counts else ' class="am-lost"'
    remark = f'<span class="am-remark">{escape(line.remark)}</span>' if line.remark else ""
    small = "".join(f"<small>{escape(name)}: {escape(words)}</small>" for name, words in line.facts)
    source = f"<small>Quelle: {_parts.links(line.links)}</small>" if line.links else ""
    text = f"<span>{escape(line.text)}</span>" if line.text else ""
    by = f"<span>{escape(line.reported_by)}</span>" if line.reported_by else ""
    recorded = f'<small class="am-recorded">erfasst am {escape(line.recorded)}</small>'
    return (
        f"<tr{kind}><td>{escape(line.stated)}</td><td>{escape(line.about)}</td>"
        f"<td>{_status(line)}</td><td>{text}{remark}{small}{source}</td><td>{by}{recorded}</td></tr>"
    )


def _status(line: EntryLine) -> str:
    return _parts.status(line.status) if line.counts else f"<span>{escape(terms.STATUS[line.status].label)}</span>"


def course_key(statuses: Iterable[str], signs: Container[str]) -> str:
    """What the signs of the time line mean; only those that are drawn."""
    items = [f'<span><i class="am-mark {kind}"></i>{word}</span>' for sign, kind, word in SIGNS if sign in signs]
    items += [
        f'<span><i class="am-mark am-dash" style="background:{terms.STATUS[code].colour}"></i>'
        f"{escape(terms.STATUS[code].label)}</span>"
        for code in statuses
    ]
    if "beyond" in signs:
        items.append('<span><i class="am-mark am-dash am-beyond"></i>über die Frist hinaus</span>')
    return f'<div class="am-course-key">{"".join(items)}</div>'
