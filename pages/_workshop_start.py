"""The workshop off the stage: begin or open an evening, read what was taken down, take along what comes of it."""

import streamlit as st

from audit_core.standing import ALL
from audit_core.tables.situation import situation
from audit_core.wording import workshop as wording
from audit_core.workshop.room import progress
from pages import (
    _first_run,
    _lists,
    _parts,
    _shell,
    _stage_room,
    _workshop_draft,
    _workshop_evenings,
    _workshop_form,
    _workshop_journal,
    _workshop_minutes,
    _workshop_state,
)


def show() -> None:
    """The page that everybody sees who is not in front of the room."""
    view = _shell.view()
    if not _shell.known().county.measures:
        _first_run.plan_first(wording.NEEDS_A_PLAN)
        return
    if view.agreement == ALL:
        _lists.title(wording.FOR_ALL)
        st.html(_parts.note(wording.CHOOSE_AGREEMENT))
        with st.container(horizontal=True, gap="small"):
            _workshop_evenings.slides_only()
            _workshop_minutes.slides(_stage_room.room(ALL, view.as_of))
        return
    _of_an_agreement(view)


def _of_an_agreement(view: _shell.View) -> None:
    evening, as_of = _workshop_state.evening(), _workshop_state.as_of()
    if evening is not None:
        _workshop_form.off_stage(evening)
        _workshop_form.watch()
    evenings = _workshop_state.evenings()
    begun = sum(one.agreement == view.agreement for one in evenings)
    draft = _stage_room.draft(view.agreement, as_of)
    found = progress(
        situation(_shell.at(as_of), view.agreement), _workshop_state.taken(view.agreement).words, draft
    )
    _lists.title(wording.finding(found.decided, found.of, found.drafted, begun))
    if evening is None and _workshop_state.evening_asked():
        st.html(_parts.alert([wording.no_such_evening(_workshop_state.evening_asked())]))
    with st.container(key="am-stack-workshop"):
        left, right = st.columns([1.35, 1], gap="large")
    with left:
        if evening is not None:
            _workshop_evenings.open_evening(evening)
            _workshop_minutes.downloads(evening)
        _workshop_draft.show(draft, _workshop_draft.checked(view.agreement, as_of))
    with right:
        if evening is not None:
            _workshop_journal.show(evening)
            _workshop_evenings.earlier(evenings, evening)
            with st.expander(wording.BEGIN_HEAD, key="am-begin-another"):
                _workshop_evenings.begin(first=False)
            return
        _workshop_evenings.begin(first=True)
        _workshop_evenings.earlier(evenings, evening)
        _workshop_journal.show(evening)
