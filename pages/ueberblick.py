"""Überblick: where do we stand, what is overdue, what changed, what comes next."""

import streamlit as st

from audit_core.figures.base import CONFIG
from audit_core.tables.overview import CHANGED_SHOWN, NOTE, OVERDUE_SHOWN, TABLE_NOTE
from audit_core.wording.situation import NO_CHANGE, NO_COMING, NOTHING_OVERDUE
from pages import _lists, _parts, _shell

SHOWN = "am-overview-shown"
view = _shell.view()
seen = _shell.cached(_lists.overview, view)
table = seen.table

_lists.title(table.finding)
if table.help:
    st.html(_parts.note(table.help))
    st.stop()
_lists.figures(table.figures)
layout = "am-stack-overview" if _lists.table_shown(SHOWN) else "am-overview"
left, right = st.container(key=layout).columns([1.9, 1], gap="large")

with left:
    with st.container(gap="small"):
        _lists.head(table.heading, "fields")
        st.html(_parts.status_key(table.key))
    picture = st.container(key="am-bars-partly" if table.partly else "am-bars")
    if _lists.switch(SHOWN, NOTE, TABLE_NOTE):
        picture.dataframe(
            table.columns, hide_index=True, placeholder="–", row_height=42, alt=table.heading,
            column_config=_lists.columns(table),
        )  # fmt: skip
        with picture:
            _lists.save(table.sheet, "ueberblick")
    else:
        status, progress = picture.columns([2.15, 1], gap="medium")
        with status, st.container(gap=None):
            _lists.head("Maßnahmen", "column-measures", "umgesetzt", small=True)
            st.plotly_chart(seen.status, theme=None, config=CONFIG, key="am-status", alt=seen.status_alt)
        with progress, st.container(gap=None):
            _lists.head("Fortschritt", "column-progress", small=True)
            st.plotly_chart(seen.progress, theme=None, config=CONFIG, key="am-progress", alt=seen.progress_alt)
    if table.permanent:
        st.html(_parts.note(table.permanent))

with right:
    with st.container(gap="xxsmall"):
        _lists.list_head("Überfällig", table.overdue_link, "overdue", page="zustaendigkeiten.py")
        _lists.rows_or(NOTHING_OVERDUE, _lists.lines(table.overdue[:OVERDUE_SHOWN], overdue=True), "overdue")
    with st.container(gap="xxsmall"):
        _lists.list_head(table.changed_heading, table.changed_link, "changed", _lists.changed(table.changed))
        _lists.rows_or(NO_CHANGE, _lists.changed(table.changed[:CHANGED_SHOWN]), "changed")
    with st.container(gap="xxsmall"):
        _lists.list_head("Nächste Fristen", table.coming_link, "coming", _lists.lines(table.coming, in_line=True))
        _lists.rows_or(NO_COMING, _lists.lines(table.coming_short, in_line=True), "coming")
