"""Which slide and which evening the address of the workshop names."""

from dataclasses import dataclass

import streamlit as st

from audit_core import store
from audit_core.store import Note, Workshop
from audit_core.workshop.said import Words, words_of
from pages import _address, _shell


@dataclass(frozen=True, slots=True)
class Taken:
    """All that was taken down about an agreement, and what holds of it."""

    notes: tuple[Note, ...]
    words: Words


def is_on_stage(page: str) -> bool:
    """Whether the page shows slides: then its address names one."""
    return page == _address.WORKSHOP and bool(slide_asked())


def slide_asked() -> str:
    """The slide that the address names, by its word or number."""
    return str(st.session_state.get(_address.SLIDE) or "").strip()


def show_slide(word: str) -> None:
    """Callback: shows a slide; "" leaves the stage."""
    st.session_state[_address.SLIDE] = word


def evening_asked() -> str:
    """The evening that the address names."""
    return str(st.session_state.get(_address.EVENING) or "").strip()


def evening() -> Workshop | None:
    """The evening that the address names, if there is one of the agreement that is shown."""
    asked, agreement = evening_asked(), _shell.view().agreement
    return next((one for one in evenings() if str(one.id) == asked and one.agreement == agreement), None)


def evenings() -> tuple[Workshop, ...]:
    """All evenings, the newest first."""
    return store.workshops(_shell.engine())


def taken(agreement: str) -> Taken:
    """What was taken down about an agreement, read anew only when somebody wrote."""
    return _taken(_shell.database_url(), agreement, store.newest_note(_shell.engine()))


@st.cache_resource(show_spinner=False, max_entries=8)
def _taken(url: str, agreement: str, newest: int) -> Taken:
    notes = store.notes(_shell.engine(), agreement)
    return Taken(notes, words_of(notes))


