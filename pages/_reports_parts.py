"""What the four parts of Meldungen share: the choice between them, and who is named as the one who takes in."""

import streamlit as st

from pages import _parts

PART = "teil"
UPLOAD, FORM, PREFILLED, UPLOADS = "Hochladen", "Einzelne Meldung", "Vordrucke", "Übernahmen"
PARTS = (UPLOAD, FORM, PREFILLED, UPLOADS)
PAGE = "meldungen"
NUMBER = "nr"
"""The word of the address for the upload that is opened."""


def chosen() -> str:
    """The part that is shown; its word is in the address."""
    asked = st.query_params.get(PART, UPLOAD)
    # Streamlit complains of a default beside a part that a callback has opened.
    first = None if PART in st.session_state else UPLOAD
    part = st.segmented_control(
        "Teil der Meldungen", PARTS, default=first, required=True, key=PART, label_visibility="collapsed",
        bind="query-params", wrap=True,
    )  # fmt: skip
    if asked not in PARTS:
        st.html(_parts.alert([unknown_part(asked)]))
    return part or UPLOAD


def unknown_part(asked: str) -> str:
    """What is said when the address names a part that does not exist."""
    return f"Einen Teil ‚{asked[:40]}‘ haben die Meldungen nicht (möglich: {', '.join(PARTS)}). Gezeigt: {UPLOAD}."


def is_foreign(page: str) -> bool:
    """Whether the part that the address asks for is of the other of the two pages that have parts."""
    return page in (PAGE, "hilfe") and (part_now() in PARTS) != (page == PAGE)


def part_now() -> str:
    """The part the address asks for, for what stands above the page."""
    return str(st.session_state.get(PART) or st.query_params.get(PART, UPLOAD))
