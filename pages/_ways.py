"""Ways inside the app: rows, buttons and tables that open a measure."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import streamlit as st

from audit_core.agreement import MeasureKey
from pages import _address, _parts, _shell

Row = tuple[str, str, MeasureKey | None]
"""A row of a list: its HTML, what it is about, the measure it opens."""

MOST_WAYS = 60
_LEAVE = "_leave"


def to_measure(label: str, measure: MeasureKey, key: str) -> None:
    """A quiet button that opens a measure."""
    st.button(_parts.plain(label), key=f"am-way-{key}", type="tertiary", on_click=_go, args=(measure,))
    if _LEAVE in st.session_state:  # pressed in a dialog, which runs without the frame: it has to run first
        st.rerun()


def leave() -> None:
    """Goes where a button or a row leads; the navigation calls it when the address is read and before a page runs."""
    if word := st.session_state.pop(_LEAVE, ""):
        _shell.move(_address.MEASURES, **{_address.MEASURE: word})


def _go(measure: MeasureKey) -> None:
    """Callback: opens a measure. On the page of measures its word is a widget like the others, elsewhere it is not."""
    word = _address.measure_word(measure)
    if _shell.is_open(_address.MEASURES):
        _shell.go(massnahme=word)
    else:
        st.session_state[_LEAVE] = word


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


def _open_selected(key: str, name: str, measures: Sequence[MeasureKey], columns: Sequence[str]) -> None:
    place = _selected(st.session_state[key].selection, f"_{key}-cell", columns)
    if place is not None:
        _go(measures[place])
        st.session_state[f"_{name}-opened"] = st.session_state.get(f"_{name}-opened", 0) + 1


def _selected(selection: Any, before: str, columns: Sequence[str]) -> int | None:
    """The place of the row that was chosen, by itself or by a click into one of its cells."""
    if selection.rows:
        return int(selection.rows[0])
    if not selection.cells:
        return None
    row, column = selection.cells[0]
    cell = (int(row), columns.index(column))
    walked = _walked(st.session_state.get(before), cell, len(columns) - 1)
    st.session_state[before] = cell
    return None if walked else cell[0]


def _walked(before: tuple[int, int] | None, cell: tuple[int, int], last: int) -> bool:
    """Whether a cell was reached by keyboard: the first column, which gets the focus by itself, a cell beside it, or
    the `last` one of its row. Which row gets the focus is not known once the reader has sorted, so a click into the
    first column cannot be told from it.
    """
    if cell[1] == 0 or before is None:
        return cell[1] == 0
    along = abs(cell[1] - before[1]) == 1 or cell[1] == last
    return cell[1] == before[1] or (cell[0] == before[0] and along)
