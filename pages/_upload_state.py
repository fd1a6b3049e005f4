"""What a session holds of its upload: one value under one key, from the sent bytes to the receipt."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import streamlit as st

from audit_core.tables.effect import Effect
from audit_core.upload.changes import RowKind
from audit_core.upload.preview import Preview
from pages import _shell

_UPLOAD, _WHO, _SHOWN = "_upload", "_upload_who", "_upload_shown"
UPLOADER = "am-uploader-file"
FIRST_ROWS, MORE_ROWS = 10, 20
COUNTED = (RowKind.NEW, RowKind.CHANGED, RowKind.UNCHANGED, RowKind.REJECTED)


@dataclass(frozen=True, slots=True)
class Sent:
    """A file as it came, not yet read; `trouble` says why it could not be checked."""

    name: str
    data: bytes
    at: datetime
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A file with its preview and its effect (None: it changes nothing); `trouble` is what stood against taking it.

    `stale`: only a new preview can be taken. `taking`: somebody has said yes, `good_rows`: to the good rows alone.
    """

    sent: Sent
    preview: Preview
    effect: Effect | None = None
    trouble: str = ""
    stale: bool = False
    taking: bool = False
    good_rows: bool = False

    @property
    def counts(self) -> Mapping[str, int]:
        """How many rows become of each kind."""
        return {kind.value: self.preview.count(kind) for kind in COUNTED}

    @property
    def is_readable(self) -> bool:
        """Whether there are rows to speak of; else what is wrong concerns the file as a whole."""
        sheet = self.preview.sheet
        return sheet.recognised and not any(one.line <= sheet.header_line for one in self.preview.errors)


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was taken in: the number of the upload, by whom, when, and the draft it was."""

    number: int
    by: str
    at: datetime
    draft: Draft


Held = Sent | Draft | Receipt | None


def held() -> Held:
    """What this session holds."""
    found: Held = st.session_state.get(_UPLOAD)
    return found


def hold(upload: Sent | Draft | Receipt) -> None:
    """Keeps the next state of the upload."""
    st.session_state[_UPLOAD] = upload


def take() -> Held:
    """Takes what is held out of the session, so that nobody else can."""
    found: Held = st.session_state.pop(_UPLOAD, None)
    return found


def drop() -> None:
    """Callback: forgets the file and everything that was made of it."""
    for key in (_UPLOAD, *(key for key in st.session_state if str(key).startswith(_SHOWN))):
        st.session_state.pop(key, None)


def receive() -> None:
    """Callback: keeps the file that has been sent."""
    file = st.session_state.get(UPLOADER)
    if file is not None:
        drop()
        hold(Sent(file.name, file.getvalue(), _shell.now()))


def renew() -> None:
    """Callback: a new preview of the same bytes."""
    found = held()
    if isinstance(found, Sent | Draft):
        sent = found if isinstance(found, Sent) else found.sent
        drop()
        hold(Sent(sent.name, sent.data, sent.at))


def who() -> str:
    """Who takes in, as this session last said; else who has signed in."""
    return str(st.session_state.get(_WHO, _shell.viewer().name))


def name(by: str) -> None:
    """Keeps who takes in."""
    st.session_state[_WHO] = by


def rows_shown(table: str) -> int:
    """How many rows of a table are shown."""
    return int(st.session_state.get(f"{_SHOWN}_{table}", FIRST_ROWS))


def show_more(table: str) -> None:
    """Callback: shows more rows of a table."""
    st.session_state[f"{_SHOWN}_{table}"] = rows_shown(table) + MORE_ROWS
