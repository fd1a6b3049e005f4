"""Ways inside the app: rows, buttons and tables that open a measure, and buttons that go to another page."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import streamlit as st

from audit_core.agreement import MeasureKey
from pages import _address, _shell

Row = tuple[str, str, MeasureKey | None]
"""A row of a list: its HTML, what it is about, the measure it opens."""

MEASURES = "massnahmen.py"
MOST_WAYS = 60


def to_page(label: str, page: str, key: str, **words: str) -> None:
    """A quiet button that goes to a page and writes words into the address on the way."""
    if st.button(label, key=f"am-way-{key}", type="tertiary", on_click=_shell.go, kwargs=words):
        _leave_for(page)


def to_measure(label: str, measure: MeasureKey, key: str) -> None:
    """A quiet button that opens a measure."""
    to_page(label, MEASURES, key, massnahme=_address.measure_word(measure))


def rows(shown: Iterable[Row], name: str) -> None:
    """Rows of a list: the whole row is a button. Behind the first ones of a very long list they are only shown."""
    with st.container(gap=None):
        for place, (html, about, measure) in enumerate(shown):
            if measure is None or place >= MOST_WAYS:
                st.html(html)
                continue
            with st.container(key=f"am-open-{name}-{place}", gap=None):
                st.html(html)
                to_measure(f"{about} öffnen", measure, f"{name}-{place}")


def table(columns: Mapping[str, Any], measures: Sequence[MeasureKey], name: str, **looks: Any) -> None:
    """A table whose rows open their measure; `looks` are those of `st.dataframe`."""
    chosen = st.dataframe(
        columns, hide_index=True, key=name, selection_mode=["single-row", "single-cell"],
        on_select=lambda: _open_selected(name, measures), **looks,
    )  # fmt: skip
    if _selected(chosen.selection) is not None:
        _leave_for(MEASURES)


def _leave_for(page: str) -> None:
    """To a page with the address as it stands: its words are widgets and go along (without `{}` Streamlit refuses)."""
    st.switch_page(page, query_params={})


def _open_selected(name: str, measures: Sequence[MeasureKey]) -> None:
    place = _selected(st.session_state[name].selection)
    if place is not None:
        _shell.go(massnahme=_address.measure_word(measures[place]))


def _selected(selection: Any) -> int | None:
    """The place of the row that was chosen, by itself or by one of its cells."""
    if selection.rows:
        return int(selection.rows[0])
    return int(selection.cells[0][0]) if selection.cells else None
