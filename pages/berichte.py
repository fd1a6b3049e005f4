"""Berichte: the documents of a year to take along, a preview, and the reports that were frozen."""

import streamlit as st

from audit_core.wording import documents as wording
from audit_core.wording import years
from pages import _documents_parts, _first_run, _frozen_parts, _frozen_state, _lists, _parts, _preview_parts, _shell

if not _shell.known().county.measures:
    _first_run.plan_first(wording.NEEDS_A_PLAN)
    st.stop()

reports = _frozen_state.reports()
opened = _frozen_state.opened(reports)
if opened is not None:
    _frozen_parts.show(opened)
    st.stop()
_frozen_state.unknown()

asked = _documents_parts.chosen()
newest = _frozen_parts.latest(reports, asked)
headline, help_text = _frozen_parts.finding(asked, newest), ""
if not asked.has_begun:
    headline, help_text = years.not_begun(asked.until.year), wording.NOT_BEGUN_HELP
elif asked.is_empty:
    headline, help_text = wording.nothing_counted(asked.until.year)

_lists.title(headline)
if help_text:
    st.html(_parts.note(help_text))
    if reports:
        _frozen_parts.listed(reports)
    st.stop()

_documents_parts.notes(asked)
with st.container(key="am-stack-documents"):
    left, right = st.columns([1.15, 1], gap="large")
with left:
    _documents_parts.documents(asked, newest)
    _frozen_parts.listed(reports)
    _frozen_parts.form(asked, newest)
with right:
    _preview_parts.preview(asked.until, asked.agreement)
