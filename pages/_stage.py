"""The stage: one slide after the other in front of the room, with keys, remote or mouse."""

import streamlit as st

from audit_core.agreement import County
from audit_core.workshop.slides import Stage, stage_of
from pages import _shell, _workshop_state


def show() -> None:
    """The slide that the address names, and the ways to the others."""
    view = _shell.view()
    stage = _shell.cached(_stage, view.agreement, view.as_of)
    place = stage.place(_workshop_state.slide_asked())
    slide = stage.slides[place]
    st.title(slide.title, anchor=False)
    _paging(stage, place)


def _stage(_: County, agreement: str, as_of: object) -> Stage:
    return stage_of(_shell.known(), agreement, as_of)  # type: ignore[arg-type]


def _paging(stage: Stage, place: int) -> None:
    """The large buttons, and those of Page Up, Page Down, Home and End, which nobody sees."""
    last = len(stage.slides) - 1
    before, after = stage.slides[max(place - 1, 0)].word, stage.slides[min(place + 1, last)].word
    with st.container(key="am-stage-foot", horizontal=True, vertical_alignment="center"):
        _to("Zurück", "Left", before, place == 0)
        st.html(f"{place + 1} von {last + 1}")
        _to("Weiter", "Right", after, place == last)
        st.button("Beenden", key="am-stage-leave", on_click=_workshop_state.show_slide, args=("",))


def _to(label: str, key: str, word: str, disabled: bool) -> None:
    st.button(
        label, key=f"am-stage-{key}", shortcut=key, disabled=disabled, on_click=_workshop_state.show_slide, args=(word,)
    )
