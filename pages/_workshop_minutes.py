"""What an evening leaves to take along: its minutes, and the slides as one file for a laptop without this program."""

from collections.abc import Callable

import streamlit as st

from audit_core.documents import minutes, slideshow
from audit_core.documents.naming import file_word
from audit_core.store import Workshop
from audit_core.wording import workshop as wording
from audit_core.workshop.minutes import minutes_of
from audit_core.workshop.slides import Stage
from pages import _shell, _stage_room, _workshop_state

FORMATS = {"pdf": "PDF", "docx": "Word"}


def downloads(evening: Workshop) -> None:
    """The minutes as PDF and DOCX, and the slides; each is made when somebody asks for it."""
    with st.container(key="am-minutes", horizontal=True, gap="small"):
        for format, label in FORMATS.items():
            st.download_button(
                f"{wording.MINUTES} ({label})", _minutes(evening, format), minutes.file_name(evening, format),
                minutes.MIMES[format], key=f"am-minutes-{format}", on_click="ignore", icon=":material/download:",
            )  # fmt: skip
        slides(_stage_room.room(evening.agreement, evening.as_of))


def slides(stage: Stage) -> None:
    """All slides as one HTML file."""
    name = f"folien_{file_word(stage.agreement)}_{stage.as_of.isoformat()}.html"
    st.download_button(
        wording.OFFLINE, lambda: slideshow.offline(stage), name, slideshow.MIME, key="am-slides-file",
        on_click="ignore", icon=":material/download:", help=wording.OFFLINE_HELP,
    )  # fmt: skip


def _minutes(evening: Workshop, format: str) -> Callable[[], bytes]:
    """What makes the minutes of this moment; no session is known where it is made."""
    known, notes = _shell.known(), _workshop_state.taken(evening.agreement).notes
    return lambda: minutes.made(minutes_of(known, evening, notes), format)
