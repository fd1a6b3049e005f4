"""Which slide is shown, against a browser that is a moment behind.

Every message of a browser carries the slide that it knows of. One that was on its way when the slide was turned (what
was typed just before, say) would turn it back: for a moment the word that the browser had is not taken for a wish.
"""

import time
from dataclasses import dataclass

import streamlit as st

from pages import _address

MOMENT = 1.5
"""Seconds within which a browser hears of the slide it was sent."""
_TURNED = "_stage-turned"


@dataclass(slots=True)
class Turned:
    """The slide that was shown last by the server, when, and whether the browser has answered with it."""

    word: str
    at: float
    fresh: bool = True
    heard: bool = False

    def is_behind(self, asked: str, now: float) -> bool:
        """Whether a browser that asks for another slide has only not heard of this one yet."""
        return asked != self.word and not self.heard and now - self.at < MOMENT


def show_slide(word: str) -> None:
    """Callback: shows a slide; "" leaves the stage."""
    st.session_state[_TURNED] = Turned(word, time.monotonic())
    st.session_state[_address.SLIDE] = word


def settle() -> None:
    """Puts the slide back that was turned to a moment ago, where the browser has not heard of it yet.

    To be called once a run, before the word is drawn into the address.
    """
    turned: Turned | None = st.session_state.get(_TURNED)
    if turned is None or _address.SLIDE not in st.session_state:
        return
    if turned.fresh:  # this run is the one that turned it
        turned.fresh = False
        return
    asked = str(st.session_state[_address.SLIDE] or "")
    if asked == turned.word:
        turned.heard = True
    elif turned.is_behind(asked, time.monotonic()):
        st.session_state[_address.SLIDE] = turned.word
    else:
        del st.session_state[_TURNED]


def waited(seconds: float) -> None:
    """What a message had to wait for the database does not count: it was on its way all the time."""
    turned: Turned | None = st.session_state.get(_TURNED)
    if turned is not None:
        turned.at += seconds


def is_asked_for() -> bool:
    """Whether the address names a slide, as this run has it."""
    if _address.SLIDE in st.session_state:
        return bool(st.session_state[_address.SLIDE])
    return _address.SLIDE in st.query_params
