"""The page of a county that has no plan yet: the way to its own, and how far it has come."""

from collections.abc import Callable

import streamlit as st

from audit_core.columns import ExchangeFile
from audit_core.documents import archive, templates, xlsx
from audit_core.errors import AuditError
from audit_core.tables.first_plan import PlanPart, is_empty, plan_parts
from audit_core.wording import first_run as wording
from pages import _lists, _parts, _reports_html, _reports_parts, _shell, _writing

HOME, ALWAYS_SHOWN = "", (_reports_parts.PAGE, "hilfe")


def is_needed(page: str) -> bool:
    """Whether this page stands in for another (its word in the address).

    While there is no measure it is the first page, so that it can be reached until the plan is there; it is every page
    but Meldungen and Hilfe while there is no agreement either.
    """
    plan = _shell.known().county
    return not plan.measures and page not in ALWAYS_SHOWN and (page == HOME or not plan.agreements)


def show() -> None:
    """Draws the page."""
    plan = _shell.known().county
    parts, empty = plan_parts(plan), is_empty(plan)
    _lists.title(wording.finding(next((part.file for part in parts if part.is_next), None), empty))
    st.html(_parts.note(wording.NOTHING_YET_HELP if empty else wording.GOES_ON_HELP))
    with st.container(key="am-first-plan", gap="small"):
        for part in parts:
            _part(part)
    st.html(_parts.note(wording.ORDER_HELP))
    with st.container(key="am-first-ways", horizontal=True, vertical_alignment="center"):
        if st.button(wording.TO_UPLOAD, type="primary", key="am-first-upload", icon=":material/upload:"):
            _shell.move(_reports_parts.PAGE)
        st.download_button(
            wording.ALL_TEMPLATES, templates.templates, "vorlagen.zip", archive.MIME, key="am-first-templates",
            on_click="ignore", icon=":material/download:",
        )  # fmt: skip
    if empty:
        _ours()


def plan_first(why: str) -> None:
    """What a part of Meldungen shows that needs measures while there are none: why, and the way to the plan."""
    _lists.title(wording.PLAN_FIRST)
    st.html(_parts.note(why))
    if st.button(wording.TO_PLAN, type="primary", key="am-to-plan", icon=":material/arrow_forward:"):
        _shell.move("ueberblick")


def template_button(part: PlanPart, label: str = "Vorlage (XLSX)", icon: str | None = None) -> None:
    """The button that saves the template of a part of the plan."""
    st.download_button(
        label, _template(part.file), f"{part.place}_{part.file.name}.xlsx", xlsx.MIME,
        key=f"am-template-{part.file.name}", on_click="ignore", type="tertiary", icon=icon,
    )  # fmt: skip


def _part(part: PlanPart) -> None:
    with st.container(key=f"am-plan-part-{part.file.name}", horizontal=True, vertical_alignment="center"):
        st.html(_reports_html.part(part))
        template_button(part)


def _template(file: ExchangeFile) -> Callable[[], bytes]:
    """The workbook is made when somebody asks for it."""
    return lambda: templates.template(file)


def _ours() -> None:
    """The documented county, for those who want to look first."""
    with st.container(key="am-first-ours", gap="xxsmall"):
        pressed = st.button(wording.OURS, type="tertiary", key="am-first-county")
        st.html(_parts.note(wording.OURS_HELP))
    if pressed:
        try:
            with st.spinner("Der Plan wird geladen …"):
                _writing.begin_with(_shell.FIRST_DATA)
        except AuditError as error:
            st.html(_parts.alert([str(error)]))
            return
        st.rerun()
