"""The live form of a slide: what is typed and decided in the room goes through one component and is never lost.

    show(slide, stage, evening) -> None
    off_stage(evening) -> None

`slide` (slides.Slide) is the one that is shown, `stage` all of them (to open the slide of a chosen row), `evening`
(store.Workshop | None) the open one: without it nothing can be written, rows can still be chosen and opened.

To be called once on every slide at the same place of the script, also where there is nothing to write (it draws
nothing then): it stays mounted and goes on sending what the server has not confirmed yet. `watch()` is called once a
run after it: a fragment that runs the page again when others wrote. `off_stage` is the same without any form, for the
page of the workshop: it sends what was left unsent on the stage and says how much that is until all is confirmed.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

import streamlit as st

from audit_core import store
from audit_core.errors import AuditError
from audit_core.store import Workshop
from audit_core.terms import DECISION
from audit_core.wording import workshop_forms as wording
from audit_core.workshop import forms, taking
from audit_core.workshop.forms import Form
from audit_core.workshop.room import slide_of
from audit_core.workshop.slides import Slide, Stage
from audit_core.workshop.subjects import YES
from pages import _shell, _stage_place, _upload_state, _workshop_state, _workshop_writing

_ASSETS = Path(__file__).parent / "_assets"
_SCRIPTS = tuple(f"workshop_{name}.js" for name in ("outbox", "fields", "groups", "telling", "form"))
_KEY, _FAILURE = "am-workshop-form", "_workshop-failure"
DIALOG = "_stage-dialog"
"""What the session holds while the list of all slides is open: a run of the page would close it."""
_CHOICES = [(row.code, row.label, row.key) for row in DECISION.values()]
_draw = st.components.v2.component(
    "workshop_form",
    js="\n".join((_ASSETS / name).read_text(encoding="utf-8") for name in _SCRIPTS),
    css=(_ASSETS / "workshop_form.css").read_text(encoding="utf-8"),
    isolate_styles=False,
)


def show(slide: Slide, stage: Stage, evening: Workshop | None) -> None:
    """The form of a slide; what a browser sent before this run is already stored."""
    writes = evening is not None and _workshop_writing.may_write()
    form = _form(slide, evening) if evening is not None and writes else forms.rows_only(slide)
    _mount(form, evening, writes, stage)


def off_stage(evening: Workshop) -> None:
    """Sends on what this browser left unsent on the stage, and tells of it as long as there is something."""
    with st.container(key="am-workshop-rest", gap=None):
        _mount(forms.OFF_STAGE, evening, _workshop_writing.may_write(), None)


def _mount(form: Form, evening: Workshop | None, writes: bool, stage: Stage | None) -> None:
    """The one component; without a `stage` it has no form and only tells what waits."""
    _draw(
        key=_KEY,
        data={
            "room": _room(evening), "form": _plain(form), "writes": writes, "name": _upload_state.who(),
            "proposed": evening.recorded_by if evening is not None else "",
            "choices": _CHOICES, "yes": YES, "words": wording.SCRIPT, "off": stage is None, **_told(_sent(), evening),
        },
        on_outbox_change=partial(_take, evening),
        on_opened_change=partial(_open, stage),
    )  # fmt: skip


def _plain(value: Any) -> Any:
    """A frozen value as JSON has it; `asdict` also copies every text, which takes three times as long."""
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if is_dataclass(value):
        return {name: _plain(getattr(value, name)) for name in _names(value.__class__)}
    return value


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@st.fragment(run_every=2)
def watch() -> None:
    """Runs the page again when others wrote since this run of it; not below an open list of all slides."""
    if st.session_state.get(DIALOG):
        return
    try:
        newest = store.newest_note(_shell.engine())
    except (store.DatabaseError, OSError) as error:
        _shell.log("The notes of a workshop were not asked for", error)
        return  # asked again soon; what stands on the stage stays there
    if newest != _workshop_state.newest():
        st.rerun()


def _form(slide: Slide, evening: Workshop) -> Form:
    words = _workshop_state.taken(evening.agreement).words
    return forms.form_of(slide, _shell.known(), words, evening.agreement, evening.as_of, _shell.today())


def _room(evening: Workshop | None) -> str:
    """What a browser keeps the notes of an evening under; another database has other evenings of the same number."""
    return "" if evening is None else f"{evening.agreement}-{evening.id}-{evening.recorded_at.timestamp():.0f}"


def _sent() -> Mapping[str, Any]:
    """What the browser sent last, in this session."""
    state = st.session_state.get(_KEY)
    sent = state.get("outbox") if isinstance(state, Mapping) else None
    return sent if isinstance(sent, Mapping) else {}


def _take(evening: Workshop | None) -> None:
    """Callback: stores what the browser sent; where that fails, the browser keeps it and sends it again."""
    sent = _sent()
    if evening is None or sent.get("room") != _room(evening):
        return
    notes = _workshop_writing.read(sent.get("notes"), evening).notes
    try:
        _workshop_writing.take(notes)
    except AuditError as error:
        cause = error.__cause__  # where there is one, it stands in the log already
        st.session_state[_FAILURE] = wording.cause(cause) if cause else str(error)
        if cause is None:
            _shell.log("Notes of a workshop were not stored", error)
        return
    st.session_state.pop(_FAILURE, None)
    if isinstance(by := sent.get("by"), str) and by.strip():
        _upload_state.name(by.strip()[: taking.MOST_SIGNS_OF_A_NAME])


def _told(sent: Mapping[str, Any], evening: Workshop | None) -> dict[str, Any]:
    """What the browser may forget of what it sent, and why the rest is not stored."""
    if evening is None or sent.get("room") != _room(evening):
        return {"received": (), "taken": (), "refused": {}, "failure": ""}
    reading = _workshop_writing.read(sent.get("notes"), evening)
    receipt = taking.receipt(reading.notes, _workshop_state.taken(evening.agreement).notes)
    failure = st.session_state.get(_FAILURE, "")
    return {"received": receipt.received, "taken": receipt.taken, "refused": reading.refused, "failure": failure}


def _open(stage: Stage | None) -> None:
    """Callback: the slide of the row that is chosen."""
    state = st.session_state.get(_KEY)
    opened = state.get("opened") if isinstance(state, Mapping) else None
    if stage is not None and isinstance(opened, str) and (word := slide_of(opened, stage)):
        _stage_place.show_slide(word)
