"""Which slide and which evening the address of the workshop names."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import streamlit as st

from audit_core import store
from audit_core.dates import BERLIN
from audit_core.store import Note, Workshop
from audit_core.workshop.said import Words, words_of
from pages import _address, _shell

_NEWEST, _EVENINGS = "_workshop-newest", "_workshop-evenings"


@dataclass(frozen=True, slots=True)
class Taken:
    """All that was taken down about an agreement, and what holds of it."""

    notes: tuple[Note, ...]
    words: Words


def is_on_stage(page: str) -> bool:
    """Whether the page shows slides: then its address names one."""
    return page == _address.WORKSHOP and bool(slide_asked())


def words_on_stage(keys: Iterable[str]) -> tuple[str, ...]:
    """The words of the address that the stage draws: those it changes, and those that are set. A slide comes faster."""
    always = {_address.SLIDE, _address.EVENING, _address.AGREEMENT, _address.AS_OF}
    return tuple(key for key in keys if key in always or key in st.query_params or st.session_state.get(key))


def slide_asked() -> str:
    """The slide that the address names, by its word or number."""
    return str(st.session_state.get(_address.SLIDE) or "").strip()


def evening_asked() -> str:
    """The evening that the address names."""
    return str(st.session_state.get(_address.EVENING) or "").strip()


def evening() -> Workshop | None:
    """The evening that the address names, if there is one of the agreement that is shown."""
    held: dict[tuple[str, str], Workshop] = st.session_state.setdefault(_EVENINGS, {})  # an evening never changes
    place = (_shell.database_url(), evening_asked())
    if place[1] and place not in held:
        held |= {(place[0], str(one.id)): one for one in evenings()}
    found = held.get(place)
    return found if found is not None and found.agreement == _shell.view().agreement else None


def as_of() -> date:
    """The day that the workshop is about: that of the open evening, else the Stichtag of the view.

    An evening balances one day, whatever is chosen meanwhile: its slides, its draft and its minutes agree.
    """
    opened = evening()
    return _shell.view().as_of if opened is None else opened.as_of


def close_evening() -> None:
    """Callback: back to the page without an open evening."""
    _shell.go(abend="")


def open_evening(evening: Workshop) -> None:
    """Callback: opens an evening, with the agreement and the Stichtag that it is about."""
    _shell.go(abend=str(evening.id), zv=evening.agreement, stichtag=evening.as_of.isoformat())


def local_day(evening: Workshop) -> date:
    """The day on which an evening began."""
    return evening.recorded_at.astimezone(BERLIN).date()


def evenings() -> tuple[Workshop, ...]:
    """All evenings, the newest first."""
    return store.workshops(_shell.engine())


def newest() -> int:
    """A number that grows with everything that is taken down; asked once in a run, so that a run shows one state."""
    run = st.session_state.get(_NEWEST)
    return store.newest_note(_shell.engine()) if run is None else int(run)


def begin_run() -> None:
    """Reads how far the notes are, for this run of the page."""
    st.session_state[_NEWEST] = store.newest_note(_shell.engine())


def taken(agreement: str) -> Taken:
    """What was taken down about an agreement, read anew only when somebody wrote."""
    return _taken(_shell.database_url(), agreement, newest())


def newest_words(agreement: str) -> Words:
    """What holds at this moment, for a callback, which runs before the run of the page begins."""
    return _taken(_shell.database_url(), agreement, store.newest_note(_shell.engine())).words


@st.cache_resource(show_spinner=False, max_entries=8)
def _taken(url: str, agreement: str, newest: int) -> Taken:
    notes = store.notes(_shell.engine(), agreement)
    return Taken(notes, words_of(notes))


