"""The prefilled lists: what each office has open, its list to send, all of them at once."""

from collections.abc import Callable, Sequence

import streamlit as st

from audit_core.agreement import County
from audit_core.documents import archive, prefilled, xlsx
from audit_core.tables import open_lists as tables
from audit_core.tables.csv_text import MIME
from audit_core.tables.open_lists import OpenLists, open_lists
from audit_core.tables.prefilled import PrefilledList, prefilled_list, prefilled_lists
from audit_core.tables.responsibilities import NARROW_NOTE
from audit_core.terms import NO_OFFICE
from audit_core.wording import first_run as plan_wording
from audit_core.wording import reports as wording
from pages import _first_run, _lists, _parts, _shell

ROW_HEIGHT, MOST_ROWS = 42, 13


def lists(_: County, view: _shell.View) -> OpenLists:
    """The lists of a view, for `_shell.cached`."""
    return open_lists(prefilled_lists(_shell.at(view.as_of), view.agreement), view.responsible)


def show() -> None:
    """Draws the part: the offices, and the list of the one that is chosen."""
    if not _shell.known().county.measures:
        _first_run.plan_first(plan_wording.LISTS_NEED_A_PLAN)
        return
    seen = _shell.cached(lists, _shell.view())
    _lists.title(wording.lists_finding(len(seen.lists), sum(seen.measures), sum(seen.milestones)))
    if not seen.lists:
        st.html(_parts.note(wording.NOTHING_OPEN))
        return
    with st.container(key="am-stack-lists"):
        left, right = st.columns([1.38, 1], gap="large")
    with left:
        chosen = _offices(seen)
    found = seen.lists[chosen[0] if chosen else 0]
    with right:
        with st.container(border=True, key="am-list-card"):
            _lists.head(found.name, "list-card")
            st.html(_parts.note(found.counts))
            with st.container(horizontal=True):
                xlsx_button(found, strong=True)
                csv_button(found)
        with st.container(gap="xsmall"):
            _lists.head("Alle auf einmal", "lists-all")
            _all_button(seen)
        with st.container(gap="xsmall"):
            _lists.head("Wie es zurückkommt", "lists-help")
            st.html(_parts.note(wording.LISTS_HELP))


def _all_button(seen: OpenLists) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.download_button(
            "Alle Vordrucke (ZIP)", _all(seen.lists), f"vordrucke_{_shell.view().as_of.isoformat()}.zip", archive.MIME,
            key="am-lists-all", on_click="ignore", icon=":material/download:",
        )  # fmt: skip
        st.html(_parts.note(wording.lists_in_zip(len(seen.lists))), width="content")


def _offices(seen: OpenLists) -> list[int]:
    """The table of the offices; gives the row that is chosen."""
    view = _shell.view()
    with st.container(gap="small"):
        _lists.head("Was je Stelle offen ist", "lists")
        chosen: list[int] = st.dataframe(
            seen.columns, hide_index=True, placeholder="–", row_height=ROW_HEIGHT, on_select="rerun",
            height="content" if len(seen.lists) <= MOST_ROWS else MOST_ROWS * ROW_HEIGHT + 37,
            selection_mode="single-row", selection_default={"selection": {"rows": [0]}}, alt=wording.LISTS_ALT,
            key=f"am-lists-{view.agreement}-{view.as_of}-{view.responsible}",
            column_config={
                tables.OFFICE: st.column_config.TextColumn(width=188),
                tables.MEASURES: st.column_config.NumberColumn(width=88),
                tables.MILESTONES: st.column_config.NumberColumn(width=96),
                tables.OVERDUE: st.column_config.NumberColumn(format="▲ %d", width=76),
            },
        ).selection.rows  # fmt: skip
        with st.container(key="am-narrow-lists"):
            st.html(_parts.note(NARROW_NOTE))
    return chosen


def _all(shown: Sequence[PrefilledList]) -> Callable[[], bytes]:
    """The workbooks are made when somebody asks for them."""
    return lambda: prefilled.all_offices(shown)


def xlsx_button(found: PrefilledList, strong: bool = False, label: str = "Vordruck als XLSX") -> None:
    """The button that makes the workbook of an office and saves it."""
    (name,) = prefilled.file_names([found])
    st.download_button(
        label, lambda: prefilled.office_list(found), name, xlsx.MIME, key=f"am-list-xlsx-{name}", on_click="ignore",
        icon=":material/download:", type="primary" if strong else "secondary",
    )  # fmt: skip


def csv_button(found: PrefilledList) -> None:
    """The button that saves the same as CSV."""
    (name,) = prefilled.file_names([found], "csv")
    st.download_button(
        "als CSV", lambda: prefilled.office_csv(found), name, MIME, key=f"am-list-csv-{name}", on_click="ignore",
    )  # fmt: skip


def for_card(view: _shell.View, name: str) -> None:
    """The same button on the card of an office, which knows its name only."""
    office = None if name == NO_OFFICE else name
    xlsx_button(_shell.cached(_of_office, view, office), strong=True, label="Liste zum Ausfüllen (XLSX)")


def _of_office(_: County, view: _shell.View, office: str | None) -> PrefilledList:
    return prefilled_list(_shell.at(view.as_of), office, view.agreement)
