"""Jahresbilanz: year on year since the first agreement, where every measure went, and what came in time."""

import streamlit as st

from audit_core.tables import year_sheets as sheets
from audit_core.tables.years import grid
from audit_core.wording import years as wording
from pages import _lists, _parts, _shell, _succession_parts, _years_parts

view = _shell.view()
seen = _shell.cached(_years_parts.balance_of, view, _shell.today())
table, balance = seen.table, seen.table.balance

_lists.title(wording.headline(balance, table.chosen.measures) if table.has_begun else wording.not_begun(view.year))
if view.responsible:
    st.html(_parts.note(wording.narrowed(view.responsible)))
if not table.has_begun:
    st.html(_parts.note(wording.NOT_BEGUN_HELP))
    st.stop()
if table.is_empty:
    st.html(_parts.note(wording.nothing_counted(table.is_later, table.filtered, view.year)))
    st.stop()

with st.container(key="am-balance-picture"):
    left, right = st.columns([1.05, 1], gap="medium")
with left.container(gap="xsmall"):
    _lists.head(wording.chart_head(table.rows[-1].day), "years")
    _years_parts.picture(
        "massnahmen-je-status", "Status je Jahr", seen.status, seen.status_narrow, seen.status_alt,
        sheets.status_sheet(table),
        wording.chosen_years(table.rows[0].year, table.rows[-1].year, table.hidden, table.newest),
        _years_parts.earlier_key(seen.earlier),
        _years_parts.earlier_key(seen.earlier_narrow, seen.narrow_note),
    )  # fmt: skip
with right.container(gap="xsmall"):
    _lists.head(wording.table_head(view.year), "transitions", wording.table_remark(balance))
    st.html(_years_parts.balance_table(balance) + _years_parts.SCROLL_HINT)
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", gap="small"):
        st.html(_parts.legend(wording.directions(balance)), width="content")
        _lists.save(sheets.transition_sheet(grid(balance)), f"uebergaenge-{view.year}", wording.save_label("Übergänge"))

with st.container(gap="xsmall"):
    _lists.head("Meilensteine mit Frist im Jahr: fristgerecht erreicht", "on-time")
    _years_parts.picture(
        "fristgerecht", "Meilensteine", seen.on_time, seen.on_time_narrow, seen.on_time_alt,
        sheets.on_time_sheet(table),
    )  # fmt: skip

with st.container(gap="xsmall"):
    _lists.head("Je Handlungsfeld: umgesetzt", "fields")
    st.html(_years_parts.field_table(table.fields, wording.end(balance.day_from), wording.end(balance.day_to)))
    _lists.save(sheets.field_sheet(table), f"handlungsfelder-{view.year}", wording.save_label("Handlungsfelder"))

with st.container(gap="small"):
    _lists.head(wording.lists_head(balance.day_to), "lists")
    _years_parts.year_lists(table.lists, balance.day_to)
    if table.lists:
        _lists.save(sheets.happening_sheet(table), f"jahr-{view.year}", wording.save_label("Änderungen"))

with st.container(gap="small"):
    _succession_parts.section(_shell.cached(_succession_parts.successions_of, view), view.year)
