"""Zielvereinbarung: how long it holds, what comes next, the course of the audit, who decided what, its measures."""

import streamlit as st

from audit_core.tables.audit import event_sheet
from audit_core.wording import audit as wording
from pages import _audit_parts, _lists, _parts, _shell, _votes_parts, _years_parts

view = _shell.view()
seen = _shell.cached(_audit_parts.agreement_of, view.agreement, view.as_of)
found = seen.audit.table

_lists.title(found.finding)
if found.help:
    st.html(_parts.note(found.help))
st.html(_audit_parts.figures(found.next))

with st.container(key="am-stack-audit"):
    left, right = st.columns([1.6, 1], gap="large")
with left, st.container(gap="xsmall"):
    _lists.head("Verlauf des Audits", "course")
    if found.lanes or found.periods:
        _years_parts.picture(
            "zeitleiste", "Ereignisse", seen.audit.line, seen.audit.line_narrow, seen.audit.alt, event_sheet(found),
            seen.audit.note,
        )  # fmt: skip
    if not found.events:
        st.html(_parts.note(wording.NO_EVENT))
    _audit_parts.left_out(found)
    _audit_parts.conflicts(found.conflicts)
with right:
    _votes_parts.own(found.own)
    _audit_parts.undated(found.undated)

with st.container(key="am-stack-more"):
    left, right = st.columns([1.6, 1], gap="large")
with left:
    _votes_parts.others(found.others)
with right:
    _audit_parts.events(found)

with st.container(key="am-whole-tree", gap="xsmall"):
    _lists.head("Ziele und Maßnahmen", "tree")
    if seen.tree:
        _audit_parts.tree(seen.tree)
    else:
        st.html(_parts.note(wording.NO_MEASURE))
