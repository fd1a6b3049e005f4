"""The few pieces of HTML that Streamlit has no element for, each value escaped."""

import re
from collections.abc import Iterable, Sequence
from html import escape

from audit_core import terms
from pages import (
    _style,
    _style_audit,
    _style_comparison,
    _style_documents,
    _style_fields,
    _style_help,
    _style_measures,
    _style_reports,
    _style_succession,
    _style_upload,
)

STYLES = (
    _style, _style_fields, _style_measures, _style_comparison, _style_audit, _style_help, _style_upload, _style_reports,
    _style_documents, _style_succession,
)  # fmt: skip
_MARKS = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>$:~&@\"'])")


def style() -> str:
    """The one style block, drawn once by the navigation before anything can fail."""
    return f"<style>{''.join(part.CSS for part in STYLES)}</style>"


def beside_logo(name: str) -> str:
    """The county's name beside the logo, which is an image and takes no text."""
    quoted = "".join(sign if sign.isalnum() or sign == " " else f"\\{ord(sign):x} " for sign in name)
    looks = f"color: {terms.SECONDARY}; font-size: 16px; margin-left: 7px; white-space: nowrap;"
    # On a phone a long name wraps: the button that opens the navigation stands behind it.
    narrow = "white-space: normal; line-height: 1.15; max-width: calc(100vw - 260px); overflow-wrap: anywhere;"
    place = ':has(> [data-testid="stHeaderLogo"])::after'
    return (
        f'<style>{place} {{ content: "{quoted}"; {looks} }}'
        f"@media (max-width: 640px) {{ {place} {{ {narrow} }} }}</style>"
    )


def plain(text: str) -> str:
    r"""Text from the data as Streamlit's Markdown shows it unchanged: no link, image, formula or symbol in it works.

    >>> print(plain("Amt [für](x)"))
    Amt \[für\]\(x\)
    """
    return _MARKS.sub(r"\\\1", text)


def words(text: str) -> str:
    """Words between the filters."""
    return f'<span class="am-word">{escape(text)}</span>'


def note(text: str) -> str:
    """A quiet line of secondary text."""
    return f'<div class="am-note">{escape(text)}</div>'


def links(sources: Iterable[tuple[str, str]], between: str = ", ") -> str:
    """Sources as (what is shown, address or ""); a link opens apart and learns nothing of this page.

    The name of an address may break after a slash, so that narrow screens cut no word.
    """
    return between.join(_link(escape(shown), escape(address)) for shown, address in sources)


def _link(shown: str, address: str) -> str:
    name = shown.replace("/", "/<wbr>")
    return f'<a href="{address}" target="_blank" rel="noopener noreferrer">{name}</a>' if address else shown


def banner(text: str) -> str:
    """A line that every page of an invented county has."""
    return f'<div class="am-banner" role="note">{escape(text)}</div>'


def alert(sentences: Iterable[str]) -> str:
    """What could not be: German sentences that may quote the address, so they are no Markdown."""
    lines = "".join(f"<div>{escape(sentence)}</div>" for sentence in sentences)
    return f'<div class="am-alert" role="alert">{lines}</div>'


def chip(code: str) -> str:
    """The coloured symbol of a status; its word always stands beside it."""
    row = terms.STATUS[code]
    ground = f"background:{row.colour};color:{row.on_colour}"
    if row.hatched:
        lines = f"repeating-linear-gradient(135deg,{row.colour} 0 1px,{terms.WHITE} 1px 4px)"
        halo = ",".join([f"0 0 3px {terms.WHITE}"] * 4)
        ground = f"background:{lines};color:{row.on_colour};border:1px solid {row.colour};text-shadow:{halo}"
    return f'<span class="am-chip" aria-hidden="true" style="{ground}">{row.symbol}</span>'


def status(code: str) -> str:
    """A status as symbol and word."""
    return f'<span class="am-status">{chip(code)}{escape(terms.STATUS[code].label)}</span>'


def status_key(counts: Iterable[tuple[str, int]]) -> str:
    """The status key with totals: it is the legend of the status bars."""
    items = "".join(
        f"<li>{chip(code)}<span>{escape(terms.STATUS[code].label)} <b>{count}</b></span></li>" for code, count in counts
    )
    return f'<ul class="am-key">{items}</ul>'


def row(title: str, below: str = "", right: str = "", right_below: str = "", overdue: bool = False) -> str:
    """One row of a list: a title with a line below it, and something on the right; red with a sign only if overdue."""
    sign = f'<span class="am-sign">{terms.SCHEDULE["overdue"].symbol}</span>' if overdue else ""
    right_side = f"<strong>{sign}{escape(right)}</strong>" if overdue else escape(right)
    return _row(title, below, right_side, right_below, "am-alarm" if overdue else "")


def changed_row(title: str, below: str, code: str) -> str:
    """One row of a list of changes: what, „bisher …“, and the status it has now."""
    return (
        f'<li class="am-row"><span>{_title(title)}{_small(below)}</span>'
        f'<span class="am-named">{status(code)}</span></li>'
    )


def _row(title: str, below: str, right: str, right_below: str, tone: str) -> str:
    side = f'<span><span class="{tone}">{right}</span>{_small(right_below)}</span>' if right or right_below else ""
    return f'<li class="am-row"><span><span class="am-title">{_title(title)}</span>{_small(below)}</span>{side}</li>'


def _title(text: str) -> str:
    """A title that ends after four lines; the pointer shows all of it."""
    return f'<span class="am-clamp" title="{escape(text)}">{escape(text)}</span>'


def _small(text: str) -> str:
    return f"<small>{escape(text)}</small>" if text else ""


def rows(parts: Iterable[str], kind: str = "") -> str:
    """A list of the rows made by `row` and `changed_row`."""
    return f'<ul class="am-list {kind}">{"".join(parts)}</ul>'


def transition_table(
    caption: str,
    columns: Sequence[str],
    lines: Iterable[tuple[str, Sequence[tuple[int, str]], int]],
    sums_label: str,
    sums: Sequence[int],
    total: int,
    many: bool = False,
) -> str:
    """The table of a balance: `lines` are (row label, (count, direction code) per column, sum); 0 is left empty.

    `many` makes the columns narrower.
    """
    kind = "am-table am-many" if many else "am-table"
    head = "".join(f'<th scope="col"><span>{escape(label)}</span></th>' for label in columns)
    body = "".join(
        f'<tr><th scope="row">{escape(label)}</th>{"".join(_cell(*cell) for cell in cells)}'
        f'<td class="am-sum">{line_sum}</td></tr>'
        for label, cells, line_sum in lines
    )
    foot = "".join(f'<td class="am-sum">{count}</td>' for count in sums)
    return (
        f'<div class="am-scroll" tabindex="0" role="region" aria-label="{escape(caption)}"><table class="{kind}">'
        f'<thead><tr><td class="am-sum"></td>{head}<th scope="col" class="am-sum">Summe</th></tr></thead>'
        f'<tbody>{body}</tbody><tfoot><tr><th scope="row">{escape(sums_label)}</th>{foot}'
        f'<td class="am-sum"><b>{total}</b></td></tr></tfoot></table></div>'
    )


def _cell(count: int, direction: str) -> str:
    if not count:
        return "<td></td>"
    moved = direction in (terms.FORWARD, terms.BACK)
    number = f"<b>{count}</b>" if moved else str(count)
    return f'<td style="background:{terms.DIRECTION_COLOUR[direction]}">{number}</td>'


def legend(items: Iterable[tuple[str, str]]) -> str:
    """Coloured squares with words: (colour from terms, words)."""
    parts = "".join(f'<span><i style="background:{colour}"></i>{escape(label)}</span>' for colour, label in items)
    return f'<div class="am-legend">{parts}</div>'
