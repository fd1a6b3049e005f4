"""From one agreement to the next on the Jahresbilanz: the finding, a row for each pair, the lists of one of them."""

from html import escape

import streamlit as st

from audit_core.agreement import County
from audit_core.tables.succession import FateLine, FateList, Pair, Successions, succession_table
from audit_core.wording import succession as wording
from audit_core.wording.years import SCROLL_HINT, save_label
from pages import _lists, _parts, _shell, _ways

LONGEST_LIST = 10


def successions_of(_: County, view: _shell.View) -> Successions:
    """The pairs of a view at the end of its year, for `_shell.cached`."""
    return succession_table(_shell.at(view.until), view.agreement, view.responsible, view.field_of_action)


def section(found: Successions, year: int) -> None:
    """The whole part; one quiet sentence where no agreement has a next one yet."""
    if not found.pairs:
        st.html(_parts.note(wording.ONE_AGREEMENT))
        return
    newest = found.pairs[-1]
    _lists.head(wording.HEADING, "successions", found.remark)
    st.html(f'<div class="am-finding">{escape(newest.finding)}</div>{_table(found)}')
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", gap="small"):
        st.html("".join(map(_parts.note, filter(None, (wording.NEW_MEANS, found.note)))), width="content")
        _lists.save(found.counted, f"zielvereinbarungen-{year}", save_label(wording.SAVE_COUNTS))
    _fates(_chosen(found))
    _lists.save(found.measures, f"verbleib-{year}", save_label(wording.SAVE_MEASURES))


def _table(found: Successions) -> str:
    head = "".join(f'<th scope="col">{escape(word)}</th>' for word in found.header)
    body = "".join(
        f'<tr><th scope="row"><b>{escape(one.name)}</b><small>{escape(one.new)}</small></th>'
        f'{"".join(f"<td>{count}</td>" for count in one.counts)}<td><b>{one.of}</b></td></tr>'
        for one in found.pairs
    )
    return (
        f'<div class="am-scroll" tabindex="0" role="region" aria-label="{escape(wording.HEADING)}">'
        f'<table class="am-fields am-pairs"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'
        f'<div class="am-note am-only-narrow">{escape(SCROLL_HINT)}</div>'
    )


def _chosen(found: Successions) -> Pair:
    """The pair whose measures are listed: the newest, or the one that was chosen where there are several."""
    by_name = {one.name: one for one in found.pairs}
    names = list(by_name)
    if len(names) == 1:
        return found.pairs[0]
    name = st.segmented_control(
        wording.CHOICE, names, default=names[-1], required=True, key=f"am-pair-{'|'.join(names)}",
        format_func=_parts.plain,
    )  # fmt: skip
    return by_name[name]


def _fates(pair: Pair) -> None:
    with st.container(key="am-fates", gap=None):
        for one in pair.lists:
            _list(one)


def _list(one: FateList) -> None:
    with st.container(gap=None):
        st.subheader(one.heading, anchor=False)
        shown = one.lines if len(one.lines) == LONGEST_LIST + 1 else one.lines[:LONGEST_LIST]
        _ways.rows([(_parts.rows([_row(line)]), line.title, line.measure) for line in shown], f"fate-{one.outcome}")
        if rest := len(one.lines) - len(shown):
            st.html(_parts.note(wording.more(rest)))


def _row(line: FateLine) -> str:
    """A row as `_parts.changed_row` makes it, with several lines below the title and several statuses."""
    below = "".join(f'<small class="am-clamp" title="{escape(text)}">{escape(text)}</small>' for text in line.below)
    statuses = "".join(map(_parts.status, line.statuses))
    title = f'<span class="am-clamp" title="{escape(line.title)}">{escape(line.title)}</span>'
    return f'<li class="am-row"><span>{title}{below}</span><span class="am-named">{statuses}</span></li>'
