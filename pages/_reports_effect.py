"""What a Meldung, or taking an upload back, does to the figures: a heading with its day, and the table."""

import streamlit as st

from audit_core.tables.effect import Effect
from audit_core.wording.numbers import day
from audit_core.wording.uploads import NO_EFFECT
from pages import _lists, _parts, _upload_html


def show(effect: Effect, name: str) -> None:
    """Draws it; where no figure changes, one sentence."""
    with st.container(gap="xsmall"):
        _lists.head("Was es an den Zahlen ändert", name, f"am {day(effect.as_of)}")
        if effect.is_none:
            st.html(_parts.note(NO_EFFECT))
        else:
            st.html(_upload_html.effect_table(effect))
