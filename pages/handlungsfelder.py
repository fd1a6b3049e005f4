"""Handlungsfelder: one field as its people see it."""

import streamlit as st

from audit_core.tables.fields import CHANGED_SHOWN, no_field
from audit_core.wording.situation import NO_CHANGE
from pages import _fields_parts, _lists, _parts, _shell

view = _shell.view()
field = view.field_of_action or next(iter(_shell.offer().fields_of_action), None)
if field is None:
    headline, help_text = no_field()
    _lists.title(headline)
    st.html(_parts.note(help_text))
    st.stop()

seen = _fields_parts.drawn(view, field)
table = seen.table
_lists.title(table.finding)
_fields_parts.described(table.described)
if table.figures:
    _lists.figures(table.figures)
left, right = st.container(key="am-stack-field").columns([1.9, 1], gap="large")

with left:
    if table.help:
        st.html(_parts.note(table.help))
    else:
        with st.container(gap="small"):
            _lists.head(table.heading, "measures")
            with st.container(gap=None):
                _fields_parts.goals(table.goals, field)
            _fields_parts.below_measures(table.sheet, field)

with right:
    if table.bar:
        with st.container(gap="small"):
            _lists.head("Fortschritt des Handlungsfelds", "progress")
            _fields_parts.progress(table.bar)
            st.html(_parts.status_key(table.key))
        with st.container(gap="xxsmall"):
            whole = _lists.changed(table.changed)
            _lists.list_head(table.changed_heading, table.changed_link, "changed", whole)
            _lists.rows_or(NO_CHANGE, whole[:CHANGED_SHOWN], "changed")
    _fields_parts.key_figures(seen.key_figures, field)
    if table.permanent_lines:
        with st.container(gap="xxsmall"):
            _lists.head("Daueraufgaben", "permanent")
            st.html(_parts.note(table.permanent))
            _lists.rows_or("", _fields_parts.permanent(table.permanent_lines), "permanent")
    _fields_parts.key_figures_of_county(view)
