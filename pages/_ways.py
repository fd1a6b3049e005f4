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
_OPENING = "_opening"


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
    """A table whose rows open their measure; `looks` are those of `st.dataframe`.

    By keyboard Shift and Space open the row; walking through the cells opens none (`_walked`). The key changes with
    every measure that was opened, so that nothing is selected and nothing reopens on the way back.
    """
    key = f"{name}-{st.session_state.get(f'_{name}-opened', 0)}"
    st.dataframe(
        columns, hide_index=True, key=key, selection_mode=["single-row", "single-cell"],
        on_select=lambda: _open_selected(key, name, measures, list(columns)), **looks,
    )  # fmt: skip
    word = st.session_state.pop(_OPENING, "")
    if word and word == st.session_state.get(_address.MEASURE):
        _leave_for(MEASURES)


def _leave_for(page: str) -> None:
    """To a page with the address as it stands: its words are widgets and go along (without `{}` Streamlit refuses)."""
    st.switch_page(page, query_params={})


def _open_selected(key: str, name: str, measures: Sequence[MeasureKey], columns: Sequence[str]) -> None:
    place = _selected(st.session_state[key].selection, f"_{key}-cell", columns)
    if place is not None:
        word = _address.measure_word(measures[place])
        _shell.go(massnahme=word)
        st.session_state[_OPENING] = word
        st.session_state[f"_{name}-opened"] = st.session_state.get(f"_{name}-opened", 0) + 1


def _selected(selection: Any, before: str, columns: Sequence[str]) -> int | None:
    """The place of the row that was chosen, by itself or by a click into one of its cells."""
    if selection.rows:
        return int(selection.rows[0])
    if not selection.cells:
        return None
    row, column = selection.cells[0]
    cell = (int(row), columns.index(column))
    walked = _walked(st.session_state.get(before), cell)
    st.session_state[before] = cell
    return None if walked else cell[0]


def _walked(before: tuple[int, int] | None, cell: tuple[int, int]) -> bool:
    """Whether a cell was reached by keyboard: the first column, which gets the focus by itself, or a cell beside it."""
    if cell[1] == 0 or before is None:
        return cell[1] == 0
    return cell[1] == before[1] or (cell[0] == before[0] and abs(cell[1] - before[1]) == 1)
