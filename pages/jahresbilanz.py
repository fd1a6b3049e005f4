"""Jahresbilanz: year on year since the first agreement, where every measure went, and what came in time."""

import streamlit as st

from audit_core.figures import years as figures
from audit_core.tables import year_sheets as sheets
from audit_core.tables import years as tables
from audit_core.wording import years as wording
from pages import _parts, _shell, _years_parts

view = _shell.view()
found = _shell.cached(
    tables.years_of, view.agreement, view.responsible, view.field_of_action, view.until, _shell.today()
)
balance = found.balance
days = [row.day for row in found.rows]

st.html(_years_parts.style())
st.title(wording.headline(balance, found.chosen.measures), anchor=False)
if narrowed := wording.narrowed(view.responsible):
    st.html(_parts.note(narrowed))

if found.is_empty:
    st.info(wording.nothing_counted(found.is_later, found.filtered, view.year))
    st.stop()

with st.container(key="am-balance-picture"):
    left, right = st.columns([1.05, 1], gap="medium")
with left.container(gap="xsmall"):
    _parts.section_head(wording.chart_head(days[-1]))
    _years_parts.picture(
        "Maßnahmen je Status", figures.status_columns(found), figures.status_columns(found, narrow=True),
        wording.status_alt(days, [row.statuses for row in found.rows], [row.completion for row in found.rows]),
        sheets.status_sheet(found), wording.chosen_years(days[0].year, days[-1].year, found.hidden),
        "massnahmen-je-status",
    )  # fmt: skip
with right.container(gap="xsmall"):
    _parts.section_head(wording.table_head(view.year), wording.table_remark(balance))
    st.html(_years_parts.balance_table(balance))
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", gap="small"):
        st.html(_parts.legend(wording.directions(balance)), width="content")
        _years_parts.save(sheets.transition_sheet(tables.grid(balance)), f"uebergaenge-{view.year}")

with st.container(gap="xsmall"):
    _parts.section_head("Meilensteine mit Frist im Jahr: fristgerecht erreicht")
    _years_parts.picture(
        "Meilensteine mit Frist im Jahr", figures.on_time_columns(found), figures.on_time_rows(found),
        wording.on_time_alt(days, [row.on_time for row in found.rows]), sheets.on_time_sheet(found), "", "fristgerecht",
    )  # fmt: skip

st.header("Je Handlungsfeld: umgesetzt", anchor=False)
st.html(_years_parts.field_table(found.fields, wording.end(balance.day_from), wording.end(balance.day_to)))
_years_parts.save(sheets.field_sheet(found), f"handlungsfelder-{view.year}")

st.header(wording.lists_head(balance.day_to), anchor=False)
if not found.lists:
    st.html(_parts.note(wording.nothing_happened(balance.day_to)))
    st.stop()
st.html(_years_parts.year_lists(found.lists))
_years_parts.save(sheets.happening_sheet(found), f"jahr-{view.year}")
