"""The evenings of a workshop: the open one with its way to the stage, the form that begins one, the earlier ones."""

from collections.abc import Sequence

import streamlit as st

from audit_core.errors import AuditError
from audit_core.store import DatabaseError, Workshop
from audit_core.terms import STRATEGY, WORKSHOP_KINDS
from audit_core.wording import workshop as wording
from pages import _lists, _parts, _shell, _stage_place, _who, _workshop_state, _workshop_writing

_TROUBLE = "_workshop-trouble"
FIRST_SLIDE = "lage"


def open_evening(evening: Workshop) -> None:
    """The evening that is open: what it is about, and the way to the stage."""
    with st.container(key="am-evening", gap="small"):
        _lists.head(wording.EVENING_HEAD, "evening")
        st.html(_parts.rows([_parts.row(evening.title, line(evening))]))
        with st.container(horizontal=True, gap="small"):
            st.button(
                wording.TO_STAGE, type="primary", key="am-to-stage", icon=":material/slideshow:",
                on_click=_stage_place.show_slide, args=(FIRST_SLIDE,),
            )  # fmt: skip
            st.button(
                wording.CLOSE, type="tertiary", key="am-close-evening", on_click=_workshop_state.close_evening
            )


def line(evening: Workshop) -> str:
    """An evening in one line."""
    kind = WORKSHOP_KINDS.get(evening.kind, "")
    return wording.evening_line(
        kind, _workshop_state.local_day(evening), evening.agreement, evening.as_of, evening.recorded_by
    )


def begin(first: bool) -> None:
    """The form that begins an evening about the agreement and the Stichtag of the view, for who may write."""
    if not _workshop_writing.may_write():
        slides_only()
        return
    with st.container(key="am-begin", gap="small"):
        if first:
            _lists.head(wording.BEGIN_HEAD, "begin")
        st.html(_parts.note(wording.about(_shell.view().as_of)))
        with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
            kind = st.segmented_control(
                wording.KIND, list(WORKSHOP_KINDS), default=STRATEGY, required=True, key="am-begin-kind",
                format_func=WORKSHOP_KINDS.__getitem__,
            )  # fmt: skip
        title = st.text_input(
            wording.TITLE, WORKSHOP_KINDS[kind], key=f"am-begin-title-{kind}", max_chars=120, autocomplete="off"
        )
        _who.ask(wording.WHO)
        with st.container(horizontal=True, gap="small"):
            st.button(
                wording.BEGIN, key="am-begin-it", type="primary" if first else "secondary", on_click=_begin,
                args=(kind, title),
            )  # fmt: skip
            if first:
                slides_only()
        if sentence := st.session_state.pop(_TROUBLE, ""):
            st.html(_parts.alert([sentence]))


def _begin(kind: str, title: str) -> None:
    """Callback: begins the evening and opens it."""
    _who.keep()
    try:
        evening = _workshop_writing.begin(kind, title, _who.name())
    except (AuditError, DatabaseError, OSError) as error:
        _shell.log("A workshop was not begun", error)
        st.session_state[_TROUBLE] = _shell.told(error)
        return
    _workshop_state.open_evening(evening)


def earlier(evenings: Sequence[Workshop], opened: Workshop | None) -> None:
    """All other evenings, also those of other agreements, each with its way to be opened."""
    others = [one for one in evenings if opened is None or one.id != opened.id]
    if not others:
        return
    with st.container(key="am-evenings", gap=None):
        _lists.head(wording.EVENINGS_HEAD, "evenings")
        for one in others:
            with st.container(
                key=f"am-evening-{one.id}", horizontal=True, vertical_alignment="center", gap="small", wrap=False
            ):
                st.html(_parts.rows([_parts.row(one.title, line(one))]))
                st.button(
                    wording.OPEN, key=f"am-open-evening-{one.id}", on_click=_workshop_state.open_evening, args=(one,),
                    help=_parts.plain(wording.opens(one.title, _workshop_state.local_day(one))), width="content",
                )  # fmt: skip


def slides_only() -> None:
    """The way to the slides where nothing can be written."""
    st.button(
        wording.SHOW_SLIDES, key="am-to-slides", icon=":material/slideshow:",
        on_click=_stage_place.show_slide, args=(FIRST_SLIDE,),
    )  # fmt: skip
