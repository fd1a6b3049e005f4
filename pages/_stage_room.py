"""The slides of the view, computed once and shared; what the room says is put on top whenever somebody wrote."""

from datetime import date
from typing import Any

import streamlit as st

from audit_core.agreement import County
from audit_core.standing import ALL
from audit_core.tables.situation import situation
from audit_core.workshop.draft import Draft, draft_of
from audit_core.workshop.room import room_of
from audit_core.workshop.slides import Stage, stage_of
from pages import _shell, _workshop_state


def stage(agreement: str, as_of: date) -> Stage:
    """The slides of a view without what a room adds."""
    return _shell.cached(_stage, agreement, as_of)


def _stage(_: County, agreement: str, as_of: date) -> Stage:
    return stage_of(_shell.known(), agreement, as_of, _shell.at)


def room(agreement: str, as_of: date) -> Stage:
    """The slides with all that is decided so far; of several agreements at once nothing can be decided."""
    if agreement == ALL:
        return stage(agreement, as_of)
    return _room(agreement, as_of, _shell.county().revision, _workshop_state.newest())[0]


def draft(agreement: str, as_of: date) -> Draft:
    """The draft of the next agreement with all that is decided so far."""
    return _room(agreement, as_of, _shell.county().revision, _workshop_state.newest())[1]


def _room(agreement: str, as_of: date, revision: str, newest: int) -> tuple[Stage, Draft]:
    found: tuple[Stage, Draft] = _made(_shell.database_url(), revision, agreement, as_of, newest)
    return found


@st.cache_resource(show_spinner=False, max_entries=4)
def _made(url: str, revision: str, agreement: str, as_of: date, newest: int) -> Any:
    known, words = _shell.known(), _workshop_state.taken(agreement).words
    drafted = draft_of(known, agreement, as_of, words)
    now = situation(_shell.at(as_of), agreement)
    return room_of(stage(agreement, as_of), known, words, drafted, now), drafted
