"""The card that decides: who takes in, the explicit yes to the good rows, taking in and dropping."""

from dataclasses import replace

import streamlit as st

from audit_core.errors import AuditError
from audit_core.upload.apply import StalePreviewError
from audit_core.upload.changes import RowKind
from audit_core.wording import uploads as wording
from pages import _lists, _parts, _shell, _upload_html, _upload_state, _who, _writing
from pages._upload_state import Draft, Receipt

LARGE = 1_000
"""Rows from which on taking in lasts long enough to say so."""
_GOOD_ROWS = "am-upload-good-rows"


def card(draft: Draft) -> None:
    """Draws the card of a preview that has something to take in."""
    rejected, n = draft.preview.count(RowKind.REJECTED), len(draft.preview.changing)
    with st.container(border=True, key="am-decide", gap="small"):
        _trouble(draft)
        _who.ask(wording.WHO)
        agreed = not rejected or st.checkbox(
            wording.without_rejected(rejected), draft.good_rows, key=_GOOD_ROWS, on_change=_agree
        )
        closed = not agreed or draft.stale
        why_not = wording.why_not(bool(_who.name()), agreed, draft.stale, rejected)
        with st.container(horizontal=True, gap="small"):
            st.button(
                wording.take(draft.preview.sheet.file, n), type="primary", icon=":material/check:", key="am-take",
                disabled=closed, on_click=_take, help=why_not if closed else None,
            )  # fmt: skip
            st.button("Verwerfen", key="am-drop", on_click=_upload_state.drop)
        if why_not:
            st.html(_parts.note(why_not))
        st.html(_parts.note(wording.UNTOUCHED))


def _trouble(draft: Draft) -> None:
    """What stands against taking in, and the way out of it."""
    moved_on = draft.preview.revision != _shell.county().revision
    sentence = draft.trouble or (wording.HOLDS_MORE if moved_on else "")
    if sentence:
        st.html(_parts.alert([sentence]))
    if draft.stale or moved_on:
        st.button("Vorschau erneuern", key="am-renew", icon=":material/refresh:", on_click=_upload_state.renew)


def _agree() -> None:
    """Callback: keeps the yes to the good rows, also when the page is left."""
    draft = _upload_state.held()
    if isinstance(draft, Draft):
        _upload_state.hold(replace(draft, good_rows=bool(st.session_state.get(_GOOD_ROWS))))


def _take() -> None:
    """Callback: the yes to a preview, once; the run that follows takes it in."""
    draft = _upload_state.held()
    if isinstance(draft, Draft) and not draft.taking:
        _who.keep()
        good_rows = bool(st.session_state.get(_GOOD_ROWS))
        _upload_state.hold(replace(draft, trouble="", taking=True, good_rows=good_rows))


def take_in(draft: Draft) -> Draft | Receipt:
    """Takes a preview in and keeps what comes of it.

    It is out of the session meanwhile, so a second click finds nothing to take; whatever stands against it, and also
    when the run is broken off, file and preview stay.
    """
    _upload_state.take()
    after: Draft | Receipt = draft
    place = st.empty()
    if len(draft.preview.appended) > LARGE:
        with place.container():
            st.html(_upload_html.stages(_upload_html.SHOWN, draft.sent.name, working=True))
            _lists.title(wording.being_taken(draft.preview.sheet.file, len(draft.preview.appended)))
    try:
        after = _taken(draft)
    except StalePreviewError as error:
        after = _refused(draft, error, stale=True)
    except Exception as error:
        after = _refused(draft, error)
    finally:
        _upload_state.hold(after)
    place.empty()
    return after


def _taken(draft: Draft) -> Receipt:
    by = _who.name()
    if not by:
        raise AuditError(_who.missing())
    number = _writing.apply(draft.preview, by, draft.good_rows)
    return Receipt(number, by, _shell.now(), replace(draft, taking=False))


def _refused(draft: Draft, error: Exception, stale: bool = False) -> Draft:
    _shell.log("An upload was not taken in", error)
    return replace(draft, trouble=_shell.told(error), stale=stale, taking=False)
