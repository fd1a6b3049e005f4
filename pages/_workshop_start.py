"""The workshop off the stage: begin or open an evening, read what was taken down, take along what comes of it."""

import streamlit as st

from pages import _lists, _workshop_state


def show() -> None:
    """The page that everybody sees who is not in front of the room."""
    _lists.title("Workshop")
    st.button("Auf die Leinwand", on_click=_workshop_state.show_slide, args=("lage",))
