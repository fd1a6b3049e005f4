"""The stage: one slide after the other in front of the room, with keys, a presenter's remote, or the mouse alone."""

from html import escape

import streamlit as st

from audit_core.documents.slideshow.markup import slide_html
from audit_core.store import Workshop
from audit_core.wording import stage as wording
from audit_core.workshop import slides
from audit_core.workshop.slides import Slide, Stage
from pages import _fullscreen, _shell, _stage_place, _stage_room, _style_stage, _workshop_form, _workshop_state

_SHOWN = "_stage-shown"
_TO_WRITE = {slides.NEWS, slides.NEW_MEASURE, slides.DRAFT}


def show() -> None:
    """The slide that the address names, the form of what is said about it, and the ways to the others."""
    st.session_state.pop(_workshop_form.DIALOG, None)
    view, evening = _shell.view(), _workshop_state.evening()
    stage = _stage_room.room(view.agreement, _workshop_state.as_of())
    asked = _workshop_state.slide_asked()
    place = stage.place(asked)
    slide = stage.slides[place]
    st.session_state[_SHOWN] = slide.word
    st.html(_style_stage.style())
    screen = st.container(key="am-stage", gap=None)
    with st.container(key="am-stage-form", gap=None):  # before the slide: what is typed is sent even if that fails
        _workshop_form.show(slide, stage, evening)
        if evening is not None:
            _workshop_form.watch()
    with screen:
        st.html(slide_html(slide, stage, place, live=evening is not None))
    with st.container(key="am-stage-foot", gap=None):
        _paging(stage, place)
        _last_line(slide, stage, place, evening, asked)


def _paging(stage: Stage, place: int) -> None:
    """The large buttons, and those of the other keys that a keyboard or a remote may have, which nobody sees."""
    last = len(stage.slides) - 1
    with st.container(key="am-stage-paging", horizontal=True, vertical_alignment="center", gap="small"):
        _to(wording.BACK, "Left", -1, place == 0)
        st.html(f'<span class="am-stage-place">{escape(wording.place_of(place + 1, last + 1))}</span>', width="content")
        _to(wording.ON, "Right", 1, place == last)
    with st.container(key="am-stage-keys"):
        _to(wording.BACK, "PageUp", -1, place == 0)
        _to(wording.ON, "PageDown", 1, place == last)
        _to(wording.FIRST, "Home", -len(stage.slides), place == 0)
        _to(wording.LAST, "End", len(stage.slides), place == last)


def _to(label: str, key: str, by: int, disabled: bool) -> None:
    st.button(label, key=f"am-stage-{key}", shortcut=key, disabled=disabled, on_click=_turn, args=(by,))


def _turn(by: int) -> None:
    """Callback: turns to the next or the previous slide of the one that the room sees, however fast one presses."""
    view = _shell.view()
    stage = _stage_room.room(view.agreement, _workshop_state.as_of())
    words = [slide.word for slide in stage.slides]
    shown = st.session_state.get(_SHOWN)
    place = words.index(shown) if shown in words else stage.place(_workshop_state.slide_asked())
    word = words[min(max(place + by, 0), len(words) - 1)]
    st.session_state[_SHOWN] = word
    _stage_place.show_slide(word)


def _last_line(slide: Slide, stage: Stage, place: int, evening: Workshop | None, asked: str) -> None:
    """One line with the keys, and the quiet ways: to any slide, to the whole screen, out of it."""
    note = _wrong(stage, evening, asked) or _keys(slide, evening)
    announced = wording.announced(place + 1, len(stage.slides), slide.title)
    with st.container(key="am-stage-line", horizontal=True, vertical_alignment="center", gap="medium"):
        st.html(
            f'<span class="am-stage-hint">{escape(note)}</span>'
            f'<span class="am-stage-unseen" role="status">{escape(announced)}</span>'
        )
        if st.button(wording.ALL_SLIDES, key="am-stage-all", type="tertiary"):
            st.session_state[_workshop_form.DIALOG] = True
            st.dialog(wording.ALL_SLIDES, width="medium", on_dismiss="rerun")(_all_slides)(stage, place)
        with st.container(width="content"):
            _fullscreen.button()
        st.button(
            wording.LEAVE, key="am-stage-leave", type="tertiary", on_click=_stage_place.show_slide, args=("",)
        )


def _wrong(stage: Stage, evening: Workshop | None, asked: str) -> str:
    """The sentence for an address that names no slide, or no evening, that there is; "" for a right one."""
    if asked not in {one.word for one in stage.slides} and not asked.isdecimal():
        return wording.no_such_slide(asked)
    if evening is None and _workshop_state.evening_asked():
        return wording.no_such_evening(_workshop_state.evening_asked())
    return ""


def _keys(slide: Slide, evening: Workshop | None) -> str:
    if evening is None:
        return f"{wording.KEYS_VIEW}. {wording.ONLY_SHOWN}" if slide.kind in _TO_WRITE else wording.KEYS_VIEW
    if slide.kind == slides.DRAFT_FIELD:
        return wording.KEYS_OPEN
    if slide.kind == slides.FIELD:
        return wording.KEYS_ROWS
    if slide.kind == slides.MEASURE:
        return wording.KEYS_DECIDE
    return wording.KEYS_WRITE if slide.kind in _TO_WRITE else wording.KEYS_VIEW


def _all_slides(stage: Stage, place: int) -> None:
    """The list of all slides, to go to one of them; a word typed into it searches."""
    labels = {
        slide.word: wording.slide_label(number, slide.above, slide.title)
        for number, slide in enumerate(stage.slides, 1)
    }
    chosen = st.selectbox(
        wording.ALL_SLIDES, list(labels), index=place, format_func=lambda word: labels[word],
        label_visibility="collapsed",
    )  # fmt: skip
    if st.button(wording.GO, type="primary", on_click=_stage_place.show_slide, args=(chosen,)):
        st.rerun()
