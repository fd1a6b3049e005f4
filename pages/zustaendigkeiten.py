"""Zuständigkeiten: who is late with what, for how long, and what to send them."""

import streamlit as st

from audit_core import terms
from audit_core.figures.base import CONFIG
from audit_core.tables import responsibilities as tables
from pages import _lists, _parts, _prefilled_parts, _shell

view = _shell.view()
seen = _shell.cached(_lists.responsibilities, view)
table = seen.table

_lists.title(table.finding)
if table.help:
    st.html(_parts.note(table.help))
if not table.situation.measures:
    st.stop()
left, right = st.container(key="am-stack-offices").columns([1.38, 1], gap="large")

with left:
    chosen: list[int] = []
    if table.cards:
        with st.container(gap="small"):
            _lists.head("Wer ist womit spät", "offices")
            chosen = st.dataframe(
                table.columns, hide_index=True, placeholder="–", row_height=seen.row_height, height="content",
                on_select="rerun", selection_mode="single-row", selection_default={"selection": {"rows": [0]}},
                key=f"am-offices-{view.agreement}-{view.as_of}-{view.responsible}", alt=table.note,
                column_config={
                    tables.NAME: st.column_config.TextColumn(width=188),
                    tables.OVERDUE: st.column_config.NumberColumn(format="▲ %d", width=76),
                    tables.SOON: st.column_config.NumberColumn(width=78),
                    tables.STALE: st.column_config.NumberColumn(width=98),
                    tables.LONGEST: st.column_config.ProgressColumn(
                        format=" ", max_value=table.longest_days, color=terms.OVERDUE_COLOUR, width=105
                    ),
                    tables.DAYS: st.column_config.TextColumn("", width=80, alignment="right"),
                },
            ).selection.rows  # fmt: skip
            with st.container(key="am-narrow-offices"):
                st.html(_parts.note(tables.NARROW_NOTE))
            with st.container(horizontal=True, vertical_alignment="center", wrap=False):
                st.html(_parts.note(table.note))
                _lists.save(table.sheet, "zustaendigkeiten")
    with st.container(gap="xsmall"):
        _lists.head("Fristen je Monat", "months", table.load)
        picture = st.container()
        if table.no_months:
            picture.html(_parts.note(table.no_months))
        elif _lists.switch("am-months-shown"):
            picture.dataframe(table.month_sheet.columns, hide_index=True, alt=seen.months_alt)
            with picture:
                _lists.save(table.month_sheet, "fristen-je-monat")
        else:
            picture.plotly_chart(seen.months, theme=None, config=CONFIG, key="am-months", alt=seen.months_alt)

if card := table.card(chosen):
    with right, st.container(border=True):
        _lists.head(card.name, "card", card.counts)
        _lists.part("", card.overdue, 10, overdue=True)
        _lists.part("Bald fällig", card.soon, 5)
        _lists.part("Ohne aktuelle Meldung", card.stale, 5)
        with st.container(horizontal=True):
            _prefilled_parts.for_card(view, card.name)
            _lists.letter(card.letter, "am-letter")
        _lists.save(card.sheet, card.file_name, "Diese Übersicht als CSV speichern")
