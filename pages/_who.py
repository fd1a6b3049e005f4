"""Who takes in or takes back: asked once in a session, shown in the log of uploads."""

import streamlit as st

from audit_core.wording import uploads as wording
from pages import _upload_state

_FIELD = "am-who"
MOST_SIGNS = 120


def ask(label: str) -> None:
    """The field that asks who it is; who has said so already, or has signed in, stands in it."""
    st.text_input(
        label, _upload_state.who(), key=_FIELD, on_change=keep, max_chars=MOST_SIGNS, autocomplete="off",
        placeholder="zum Beispiel Jugendamt",
    )  # fmt: skip


def name() -> str:
    """Who it is; "" where nobody said."""
    return _upload_state.who().strip()


def missing() -> str:
    """The sentence for who did not say it."""
    return wording.WHO_IS_MISSING


def keep() -> None:
    """Callback: keeps who it is, also when the page is left."""
    _upload_state.name(str(st.session_state.get(_FIELD) or "").strip())
