"""The start of an upload: what to send, and the ways to a list for those who have none."""

import streamlit as st

from audit_core import access
from audit_core.agreement import County
from audit_core.columns import FILES
from audit_core.store import Upload
from audit_core.tables.first_plan import PlanPart, is_empty, next_part
from audit_core.wording import first_run as plan_wording
from audit_core.wording import uploads as wording
from pages import _first_run, _lists, _parts, _reports_parts, _shell, _upload_html, _writing
from pages._upload_state import UPLOADER, receive

SPLIT = (1.75, 1)


def show() -> None:
    """Draws the start."""
    st.html(_upload_html.stages(_upload_html.SENT))
    newest, missing = _shell.cached(_newest), _first_missing()
    _lists.title(_start_finding(newest, missing))
    if not access.may(_shell.viewer(), access.REPORT):
        st.html(_parts.alert([_writing.NOT_ALLOWED]))
        return
    with columns():
        left, right = st.columns(SPLIT, gap="large")
        with left:
            _uploader()
            st.html(_parts.note(wording.ACCEPTED))
            kinds = ", ".join(file.title for file in FILES)
            st.html(_parts.note(wording.kinds_known(kinds)))
        with right:
            _lists.head("Noch keine Liste?", "upload-ways")
            with st.container(gap=None, key="am-upload-ways"):
                if missing:
                    _plan_ways(missing)
                else:
                    to_part("Vordruck einer Stelle holen", _reports_parts.PREFILLED, ":material/table:")
                    to_part("Einzelne Meldung eintragen", _reports_parts.FORM, ":material/edit:")
                st.page_link("hilfe.py", label="Spalten und Vorlagen ansehen", icon=":material/help:")
            if newest:
                st.html(_parts.note(wording.last_upload_below(newest)))


def _start_finding(newest: Upload | None, missing: PlanPart | None) -> str:
    """The headline of the start: the next list of the plan while there are no measures, else the newest upload."""
    if missing:
        return plan_wording.upload_first(missing.file, is_empty(_shell.known().county))
    return wording.last_upload(newest) if newest else wording.NO_UPLOAD


def _first_missing() -> PlanPart | None:
    """The next list of a plan that has no measures yet."""
    plan = _shell.known().county
    return None if plan.measures else next_part(plan)


def _plan_ways(missing: PlanPart) -> None:
    """The template of the next list, and the page that shows how far the plan is."""
    _first_run.template_button(missing, plan_wording.template_of(missing.file), ":material/download:")
    if st.button(plan_wording.TO_PLAN, key="am-to-plan", icon=":material/format_list_numbered:", type="tertiary"):
        _shell.move("ueberblick")


def _newest(_: County) -> Upload | None:
    """The newest upload that is in force, for `_shell.cached`; the first data of the program is none."""
    found = (one for one in _writing.uploads() if one.revoked_at is None and one.kind != "init")
    return next(found, None)


def _uploader() -> None:
    with st.container(key="am-uploader"):
        st.file_uploader("Datei mit Meldungen oder mit dem Plan", key=UPLOADER, on_change=receive)


def columns() -> "st.delta_generator.DeltaGenerator":
    """Around columns that stand below each other on a narrow screen."""
    return st.container(key="am-stack-upload")


def to_part(label: str, part: str, icon: str) -> None:
    """A quiet way to another part of the page."""
    st.button(label, key=f"am-to-{part}", icon=icon, type="tertiary", on_click=_open_part, args=(part,))


def _open_part(part: str) -> None:
    """Callback: opens another part of the page."""
    st.session_state[_reports_parts.PART] = part
