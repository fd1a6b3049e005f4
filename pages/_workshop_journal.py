"""What was taken down last, each entry with its way back."""

from uuid import uuid4

import streamlit as st

from audit_core.errors import AuditError
from audit_core.store import DatabaseError, Workshop
from audit_core.wording import workshop as wording
from audit_core.workshop.journal import Line, lines, typed
from audit_core.workshop.said import Entry, entries, taking_back
from pages import _lists, _parts, _shell, _who, _workshop_state, _workshop_writing

SHOWN, MORE = 12, 50
_TOLD, _COUNT = "_journal-told", "_journal-count"


def show(evening: Workshop | None) -> None:
    """The newest entries first; with an open evening those that nobody wrote over can be taken back."""
    taken = _workshop_state.taken(_shell.view().agreement)
    everything = typed(entries(taken.notes))
    count = int(st.session_state.get(_COUNT, SHOWN))
    with st.container(key="am-journal", gap=None):
        _lists.head(wording.JOURNAL_HEAD, "journal", wording.entries_count(len(everything)))
        if told := st.session_state.pop(_TOLD, ""):
            st.html(f'<div role="status">{_parts.alert([told])}</div>')
        if not everything:
            st.html(_parts.note(wording.NOTHING_SAID))
        for line in lines(everything[:count], _shell.known(), taken.words):
            _entry(line, evening)
        if len(everything) > count:
            st.button(wording.MORE, key="am-journal-more", type="tertiary", on_click=_more, args=(count,))


def _entry(line: Line, evening: Workshop | None) -> None:
    before = wording.before(line.before) if line.before else ""
    below = " · ".join(filter(None, (line.said, before, line.who)))
    with st.container(
        key=f"am-entry-{line.entry.word}", horizontal=True, vertical_alignment="center", gap="small", wrap=False
    ):
        st.html(_parts.rows([_parts.row(line.about, below)]))
        if evening is not None and line.entry.is_last and _workshop_writing.may_write():
            st.button(
                wording.TAKE_BACK, key=f"am-back-{line.entry.word}", type="tertiary", on_click=_take_back,
                args=(line.entry, line.about, evening), width="content",
                help=_parts.plain(wording.takes_back(line.about)),
            )  # fmt: skip


def _more(count: int) -> None:
    st.session_state[_COUNT] = count + MORE


def _take_back(entry: Entry, about: str, evening: Workshop) -> None:
    """Callback: the field says again what it said before the entry."""
    words = _workshop_state.newest_words(evening.agreement)
    by = _who.name() or evening.recorded_by
    note = taking_back(entry, words, uuid4().hex, evening.id, by, _shell.now())
    try:
        _workshop_writing.take((note,))
    except (AuditError, DatabaseError, OSError) as error:
        _shell.log("An entry of a workshop was not taken back", error)
        st.session_state[_TOLD] = _shell.told(error)
        return
    st.session_state[_TOLD] = wording.is_taken_back(about)
