"""Maßnahmen: find, filter, open one."""

import streamlit as st

from audit_core.tables.measures import found as find
from pages import _lists, _measure_parts, _measures_parts, _parts, _shell

view = _shell.view()
if view.measure is not None:
    _measure_parts.show(view)
    st.stop()

whole = _measures_parts.of_view(view)
found = find(whole, _measures_parts.narrowing(view))

_lists.title(found.finding)
if whole.help:
    st.html(_parts.note(whole.help))
    st.stop()
_measures_parts.filters(view, found)
if found.rows:
    _measures_parts.table(found)
    _measures_parts.narrow_rows(found)
    _measures_parts.hints(view)
else:
    _measures_parts.nothing_found(view, whole)
