"""The log of all uploads, one of them opened, taking it back, and everything to take along."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import streamlit as st

from audit_core.agreement import County
from audit_core.documents import archive, exchange
from audit_core.errors import AuditError
from audit_core.store import Upload
from audit_core.tables.effect import Effect
from audit_core.tables.uploads import upload_line, uploads_sheet
from audit_core.upload.undo import UndoPreview
from audit_core.wording import reports as wording
from audit_core.wording.numbers import number
from pages import (
    _lists,
    _parts,
    _reports_effect,
    _reports_html,
    _reports_parts,
    _shell,
    _upload_html,
    _upload_state,
    _who,
    _writing,
)

NUMBER = _reports_parts.NUMBER
AT_ONCE, BLOCKERS_SHOWN = 15, 12
_FIRST, _SEEN, _REFUSED = "_uploads-first", "_undo", "_undo-refused"


@dataclass(frozen=True, slots=True)
class Seen:
    """The preview of taking an upload back as it was shown, without the county it needed.

    `effect` is None where something stands against it: then it cannot come to pass. `renewed`: made anew in this run,
    because the database has moved on since it was looked at.
    """

    preview: UndoPreview
    effect: Effect | None
    renewed: bool = False


def show() -> None:
    """Draws the part: the log, or the upload that is opened."""
    with st.container(key="am-upload-address"):
        st.text_input("Adresse: Übernahme", key=NUMBER, bind="query-params", label_visibility="collapsed")
    uploads = _shell.cached(_uploads)
    asked = str(st.session_state.get(NUMBER) or "").strip()
    chosen = next((one for one in uploads if str(one.id) == asked), None)
    if chosen is not None:
        _opened(chosen)
        return
    if asked:
        st.html(_parts.alert([wording.unknown_upload(asked)]))
    _log(uploads)


def choose(upload: int | None) -> None:
    """Callback: opens an upload, or the log."""
    st.session_state[_reports_parts.PART] = _reports_parts.UPLOADS
    st.session_state[NUMBER] = "" if upload is None else str(upload)
    st.session_state.pop(_REFUSED, None)


def line_of(upload: int) -> str:
    """The line of a receipt for an upload."""
    return next((wording.receipt(one) for one in _shell.cached(_uploads) if one.id == upload), "")


def _uploads(_: County) -> tuple[Upload, ...]:
    """All uploads with how many rows each brought, for `_shell.cached`: counting them looks at every row there is."""
    return _writing.uploads()


def _log(uploads: Sequence[Upload]) -> None:
    _lists.title(wording.log_finding(uploads))
    first = min(int(st.session_state.get(_FIRST, 0)), max(0, len(uploads) - 1)) // AT_ONCE * AT_ONCE
    if not uploads:
        st.html(_parts.note(wording.NOTHING_TAKEN_IN))
    else:
        with st.container(key="am-uploads", gap=None):
            st.html(_reports_html.uploads_head())
            for one in uploads[first : first + AT_ONCE]:
                with st.container(key=f"am-open-upload-{one.id}", gap=None):
                    st.html(_reports_html.upload(upload_line(one)))
                    st.button(
                        f"Übernahme {one.id} öffnen", key=f"am-way-upload-{one.id}", type="tertiary",
                        on_click=choose, args=(one.id,),
                    )  # fmt: skip
    if len(uploads) > AT_ONCE:
        _paging(first, len(uploads))
    with st.container(key="am-uploads-foot", horizontal=True, vertical_alignment="center"):
        st.download_button(
            "Alle Daten herunterladen (ZIP)", _archive(_shell.county()), "auditmonitor_alle_daten.zip", archive.MIME,
            key="am-archive", on_click="ignore", icon=":material/download:",
        )  # fmt: skip
        if uploads:
            _lists.save(uploads_sheet(uploads), "uebernahmen", "Liste als CSV speichern")
    st.html(_parts.note(wording.ARCHIVE_HELP))


def _archive(county: County) -> Callable[[], bytes]:
    """The files are made when somebody asks for them, of the revision that the page shows."""
    return lambda: exchange.archive(county)


def _paging(first: int, whole: int) -> None:
    last = min(first + AT_ONCE, whole)
    with st.container(key="am-uploads-paging", horizontal=True, vertical_alignment="center"):
        st.button("‹ Neuere", key="am-uploads-newer", type="tertiary", disabled=first == 0, on_click=_turn,
                  args=(first - AT_ONCE,), help="Das sind die neuesten." if first == 0 else None)  # fmt: skip
        st.html(_parts.note(f"{number(first + 1)} bis {number(last)} von {number(whole)}"), width="content")
        st.button("Ältere ›", key="am-uploads-older", type="tertiary", disabled=last == whole, on_click=_turn,
                  args=(first + AT_ONCE,), help="Das sind die ältesten." if last == whole else None)  # fmt: skip


def _turn(first: int) -> None:
    st.session_state[_FIRST] = max(0, first)


def _opened(upload: Upload) -> None:
    """One upload: what it was, and what taking it back would change."""
    with st.container(key="am-undo-ways"):
        st.button("‹ Alle Übernahmen", key="am-uploads-all", type="tertiary", on_click=choose, args=(None,))
    if upload.revoked_at is not None:
        _lists.title(wording.is_undone(upload.id))
        st.html(_reports_html.upload_line(upload_line(upload)))
        st.html(_parts.note(wording.STAYS))
        return
    seen = _seen(upload)
    _lists.title(wording.undo_finding(upload, len(seen.preview.rows), len(seen.preview.blockers)))
    st.html(_reports_html.upload_line(upload_line(upload)))
    if seen.preview.blockers:
        _stands_against(seen.preview.blockers)
        return
    with st.container(key="am-stack-undo"):
        left, right = st.columns([1.75, 1], gap="large")
    with left:
        _changes(upload, seen)
    with right:
        if seen.effect is not None:
            _reports_effect.show(seen.effect, "undo-effect")
        with st.container(border=True, gap="small"):
            _decide(upload, seen)


def _seen(upload: Upload) -> Seen:
    """The preview of this revision, made once; of the county it needs only the figures are kept."""
    held: Seen | None = st.session_state.get(_SEEN)
    if held is not None and held.preview.upload.id != upload.id:
        held = None
    if held is not None and held.preview.revision == _shell.county().revision:
        return held
    with st.spinner("Vorschau wird berechnet …"):
        found = _writing.preview_undo(upload.id)
        effect = None if found.blockers else _reports_effect.effect_on(found.after)
        seen = Seen(replace(found, after=County("")), effect, renewed=held is not None)
    st.session_state[_SEEN] = replace(seen, renewed=False)
    return seen


def _stands_against(blockers: Sequence[str]) -> None:
    """What hangs on the upload, and the ways to the uploads that it came by."""
    with st.container(gap="xsmall"):
        _lists.head("Was daran hängt", "blockers")
        st.html(_parts.note(wording.BLOCKED))
        st.html(_reports_html.hints(blockers[:BLOCKERS_SHOWN]))
        if len(blockers) > BLOCKERS_SHOWN:
            st.html(_parts.note(f"und {number(len(blockers) - BLOCKERS_SHOWN)} weitere"))
    if named := wording.uploads_named(blockers):
        with st.container(key="am-blocking-uploads", horizontal=True, gap="small"):
            for upload in named[:BLOCKERS_SHOWN]:
                st.button(
                    wording.open_upload(upload), key=f"am-blocking-{upload}", on_click=choose, args=(upload,),
                )  # fmt: skip


def _changes(upload: Upload, seen: Seen) -> None:
    """The rows that change back or fall away, the first of them."""
    rows, table = seen.preview.rows, f"undo-{seen.preview.upload.id}"
    with st.container(gap="xsmall"):
        _lists.head("Was sich dadurch ändert", "undo-changes", wording.rows(len(rows)) if rows else "")
        if not rows:
            st.html(_parts.note(wording.NOTHING_LEFT))
            return
        if note := wording.rows_left(upload.rows, len(rows)):
            st.html(_parts.note(note))
        shown = _upload_state.rows_shown(table)
        st.html(_upload_html.changes_table(rows[:shown], with_line=False))
        if len(rows) > shown:
            with st.container(key="am-more-undo"):
                st.button(
                    wording.show_more(min(_upload_state.MORE_ROWS, len(rows) - shown)), key="am-more-undo-button",
                    type="tertiary", on_click=_upload_state.show_more, args=(table,),
                )  # fmt: skip


def _decide(upload: Upload, seen: Seen) -> None:
    """The button that takes the upload back."""
    if refused := wording.RENEWED if seen.renewed else st.session_state.get(_REFUSED):
        st.html(_parts.alert([refused]))
    if upload.kind == "init":
        st.html(_reports_html.hints([wording.EMPTIES]))
    _who.ask(wording.WHO_TAKES_BACK)
    label = f"Übernahme {upload.id} zurücknehmen"
    if st.button(label, type="primary", key="am-undo", icon=":material/undo:") and not seen.renewed:
        _take_back(seen)
        st.rerun()
    st.html(_parts.note(wording.STAYS))


def _take_back(seen: Seen) -> None:
    """Takes it back as the preview showed it; what stood against it is said above the button."""
    st.session_state.pop(_REFUSED, None)
    if not _who.name():
        st.session_state[_REFUSED] = wording.WHO_TAKES_BACK_IS_MISSING
        return
    try:
        _writing.undo(seen.preview, _who.name())
    except AuditError as error:
        _shell.log("An upload was not taken back", error)
        st.session_state[_REFUSED] = str(error)
