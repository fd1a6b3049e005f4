"""Hilfe: how the program reads and computes, and what its words mean; made from the code that applies it."""

import streamlit as st

from audit_core.docs import help as contents
from pages import _help_parts, _lists, _parts

_lists.title(contents.finding())
section, word = _help_parts.chosen()

if word:
    shown = contents.found(word)
    st.html(_parts.note(_help_parts.hits(word, shown)))
    if html := _help_parts.body(shown, headed=True):
        st.html(html)
    _help_parts.pages(shown, headed=True)
elif section == contents.COLUMNS:
    _help_parts.introduction(section)
    entry = _help_parts.file()
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.html(_parts.note(f"{entry.file.name}.csv: {entry.file.help}"), width="content")
        _help_parts.save_template(entry)
    st.html(_help_parts.body(contents.of_file(entry.file.name)))
else:
    shown = contents.of_section(section)
    _help_parts.introduction(section)
    if html := _help_parts.body(shown):
        st.html(html)
    _help_parts.pages(shown)
