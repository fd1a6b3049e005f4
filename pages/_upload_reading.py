"""From the sent bytes to the preview: recognised, checked, compared, with its effect on the figures."""

from collections.abc import Callable

import streamlit as st

from audit_core.tables.effect import Effect
from audit_core.upload.parse import recognise
from audit_core.upload.preview import Preview, county_after
from audit_core.wording.numbers import count
from pages import _lists, _reports_effect, _shell, _upload_html, _writing
from pages._upload_state import Draft, Sent, hold

LARGE = 100_000
"""Bytes from which on reading takes long enough to say so (about 1,000 rows)."""
READING, COUNTING = "Die Datei wird gelesen …", "Die Wirkung auf die Zahlen wird berechnet …"
_PARTS_OF_TIME = (0.25, 0.9)


def read(sent: Sent) -> Sent | Draft:
    """Makes the preview of a file and keeps it; what goes wrong is told and leaves the file where it is."""
    place = st.empty()
    try:
        found: Sent | Draft = _draft(sent, _teller(place, sent))
    except Exception as error:
        _shell.log("A file could not be checked", error)
        found = Sent(sent.name, sent.data, sent.at, trouble=_shell.told(error))
    place.empty()
    hold(found)
    return found


def _draft(sent: Sent, tell: Callable[[float, str], None]) -> Draft:
    tell(0.0, READING)
    sheet = recognise(sent.data, sent.name)
    begin, end = _PARTS_OF_TIME
    rows = f"{count(len(sheet.rows), 'Zeile', 'Zeilen')} werden geprüft …"
    tell(begin, rows)
    preview = _writing.preview(sheet, lambda share: tell(begin + share * (end - begin), rows))
    tell(end, COUNTING)
    return Draft(sent, preview, effect_of(preview))


def _teller(place: "st.delta_generator.DeltaGenerator", sent: Sent) -> Callable[[float, str], None]:
    """What tells how far a long file is; of a short one nothing, it is done before anybody could read it."""
    if len(sent.data) < LARGE:
        return lambda share, text: None
    with place.container():
        st.html(_upload_html.stages(_upload_html.CHECKED, sent.name, working=True))
        _lists.title("Die Datei wird geprüft.")
        bar = st.progress(0.0)
    told = [-1.0]

    def tell(share: float, text: str) -> None:
        if share - told[0] >= 0.04 or share < told[0]:
            bar.progress(min(share, 1.0), text)
            told[0] = share

    return tell


def effect_of(preview: Preview) -> Effect | None:
    """What taking a preview would do to the figures; None where nothing would be taken."""
    if not preview.appended:
        return None
    return _reports_effect.effect_on(county_after(_shell.county(), preview.appended, _shell.now()))
