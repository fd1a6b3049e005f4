"""Vergleich: any two Stichtage, and what was known of them: what became better, worse, new, moved, corrected."""

import streamlit as st

from pages import _comparison_parts as parts
from pages import _lists, _shell

view = _shell.view()
seen = parts.seen(view)
table = seen.drawn.table

parts.known(view)
_lists.title(table.headline)
if table.help:
    parts.nothing(table)
if not table.parts:
    st.stop()
parts.figures(table.figures)
layout = "am-stack-changes" if _lists.table_shown(parts.SHOWN) else "am-changes"
left, right = st.container(key=layout).columns([1.5, 1], gap="large")
with left:
    parts.picture(seen.drawn)
with right:
    parts.first_parts(seen)
parts.other_parts(seen)
with st.container(gap="small"):
    parts.all_changes(table, view)
