"""The few pieces of HTML that Streamlit has no element for, each value escaped, and the one style block."""

from collections.abc import Iterable, Sequence
from html import escape

import streamlit as st

from audit_core import terms

_CSS = f"""
:root {{ --am-ink: {terms.INK}; --am-second: {terms.SECONDARY}; --am-accent: {terms.ACCENT};
  --am-line: {terms.HAIRLINE}; --am-rule: {terms.ROW_RULE}; --am-soft: {terms.SOFT_GROUND};
  --am-alarm: {terms.OVERDUE_COLOUR}; --am-white: {terms.WHITE}; --am-cell: {terms.EMPTY_CELL}; }}
.am-word {{ color: var(--am-second); font-size: 15px; white-space: nowrap; line-height: 40px; }}
.am-note {{ color: var(--am-second); font-size: 14px; line-height: 1.5; }}
.am-banner {{ background: var(--am-soft); border-left: 3px solid var(--am-accent); padding: 4px 12px;
  font-size: 15px; }}
.stHtml ul.am-key {{ display: flex; flex-wrap: wrap; gap: 7px 20px; margin: 0; padding: 0; list-style: none; }}
.stHtml ul.am-key li {{ display: inline-flex; align-items: center; gap: 7px; margin: 0; padding: 0;
  font-size: 16px; white-space: nowrap; }}
.am-key b, .am-row b, .am-table b {{ font-weight: 600; }}
.am-status {{ display: inline-flex; align-items: center; gap: 8px; white-space: nowrap; }}
.am-chip {{ display: inline-flex; align-items: center; justify-content: center; flex: none; box-sizing: border-box;
  width: 20px; height: 20px; border-radius: 3px; font-size: 13px; line-height: 1; font-weight: 600; }}
.stHtml ul.am-list {{ margin: 0; padding: 0; list-style: none; }}
.stHtml li.am-row {{ display: flex; justify-content: space-between; gap: 4px 16px; padding: 7px 0; margin: 0;
  border-bottom: 1px solid var(--am-rule); line-height: 1.45; font-size: 16px; }}
.stHtml li.am-row:last-child {{ border-bottom: 0; }}
.am-row > span {{ min-width: 0; }}
.am-row > span + span {{ flex: none; text-align: right; max-width: 55%; }}
.am-row > .am-named {{ text-align: left; width: 38%; }}
.am-row small {{ display: block; color: var(--am-second); font-size: 14px; overflow-wrap: anywhere; }}
.am-row strong {{ font-weight: 600; overflow-wrap: anywhere; }}
.am-row .am-title {{ font-weight: 400; }}
.am-alarm {{ color: var(--am-alarm); }}
.am-alarm .am-sign {{ font-size: 11px; margin-right: 4px; vertical-align: 1px; }}
.am-scroll {{ overflow-x: auto; max-width: 100%; }}
.am-table {{ border-collapse: separate; border-spacing: 2px; font-size: 15px; margin: 0; }}
.am-table th, .am-table td {{ border: 0; padding: 0 2px; font-weight: 400; height: 33px; }}
.am-table tbody th, .am-table tfoot th {{ text-align: left; white-space: nowrap; padding-right: 16px; }}
.am-table td {{ text-align: center; min-width: 40px; background: var(--am-cell); color: var(--am-ink); }}
.am-table td.am-sum {{ background: none; color: var(--am-second); }}
.am-table tfoot th, .am-table thead th {{ color: var(--am-second); font-size: 14px; }}
.am-table thead th {{ height: 92px; vertical-align: bottom; padding: 0; text-align: left; }}
.am-table thead th.am-sum {{ text-align: center; }}
.am-table thead span {{ display: block; width: 40px; white-space: nowrap; line-height: 1;
  transform: translate(19px, -6px) rotate(-38deg); transform-origin: left bottom; }}
.am-legend {{ display: flex; flex-wrap: wrap; gap: 4px 10px; color: var(--am-second); font-size: 14px; }}
.am-legend i {{ display: inline-block; width: 14px; height: 14px; margin-right: 3px; vertical-align: -2px; }}
.st-key-am-address, :has(> .st-key-am-address) {{ display: none; }}
.st-key-am-filters {{ margin-bottom: 4px; }}
.st-key-am-notes {{ margin: -12px 0 -20px; }}
.st-key-am-later button {{ min-height: 0; }}
.st-key-am-later p {{ font-size: 14px; color: var(--am-accent); text-decoration: underline; }}
[class*="st-key-am-head-"] :is(a, button) {{ min-height: 0; padding: 0; background: none; }}
[class*="st-key-am-head-"] :is(a, button) p {{ font-size: 14px; color: var(--am-accent); text-decoration: underline; }}
.am-alert {{ background: var(--am-soft); border-left: 3px solid var(--am-ink); padding: 4px 12px; font-size: 15px;
  line-height: 1.5; overflow-wrap: anywhere; }}
:has(> [data-testid="stHeaderLogo"]) {{ display: inline-flex; align-items: center; }}
"""


def style(county_name: str = "") -> str:
    """The one style block, drawn once by the navigation; the county's name stands beside the logo."""
    name = "".join(sign if sign.isalnum() or sign == " " else f"\\{ord(sign):x} " for sign in county_name)
    beside = f'content: "{name}"; color: {terms.SECONDARY}; font-size: 16px; margin-left: 7px; white-space: nowrap;'
    logo = f':has(> [data-testid="stHeaderLogo"])::after {{ {beside} }}' if name else ""
    return f"<style>{_CSS}{logo}</style>"


def words(text: str) -> str:
    """Words between the filters."""
    return f'<span class="am-word">{escape(text)}</span>'


def note(text: str) -> str:
    """A quiet line of secondary text."""
    return f'<div class="am-note">{escape(text)}</div>'


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
        f'<li class="am-row"><span>{escape(title)}{_small(below)}</span>'
        f'<span class="am-named">{status(code)}</span></li>'
    )


def _row(title: str, below: str, right: str, right_below: str, tone: str) -> str:
    side = f'<span><span class="{tone}">{right}</span>{_small(right_below)}</span>' if right or right_below else ""
    return f'<li class="am-row"><span><span class="am-title">{escape(title)}</span>{_small(below)}</span>{side}</li>'


def _small(text: str) -> str:
    return f"<small>{escape(text)}</small>" if text else ""


def rows(parts: Iterable[str]) -> str:
    """A list of the rows made by `row` and `changed_row`."""
    return f'<ul class="am-list">{"".join(parts)}</ul>'


def section_head(title: str, remark: str = "") -> None:
    """The heading of a section with a quiet remark on its right (drawn, not returned)."""
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom", gap="small"):
        st.header(title, anchor=False, width="content")
        if remark:
            st.html(note(remark), width="content")


def transition_table(
    caption: str,
    columns: Sequence[str],
    lines: Iterable[tuple[str, Sequence[tuple[int, str]], int]],
    sums_label: str,
    sums: Sequence[int],
    total: int,
) -> str:
    """The table of a balance: `lines` are (row label, (count, direction code) per column, sum); 0 is left empty."""
    head = "".join(f'<th scope="col"><span>{escape(label)}</span></th>' for label in columns)
    body = "".join(
        f'<tr><th scope="row">{escape(label)}</th>{"".join(_cell(*cell) for cell in cells)}'
        f'<td class="am-sum">{line_sum}</td></tr>'
        for label, cells, line_sum in lines
    )
    foot = "".join(f'<td class="am-sum">{count}</td>' for count in sums)
    return (
        f'<div class="am-scroll" tabindex="0" role="region" aria-label="{escape(caption)}"><table class="am-table">'
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
