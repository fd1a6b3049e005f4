"""What Überblick and Zuständigkeiten put together from elements: titles, figures, lists, the switch below a chart."""

from collections.abc import Iterable, Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.elements.lib.column_types import ColumnConfig

from audit_core import terms
from audit_core.agreement import County
from audit_core.figures.overview import DrawnOverview
from audit_core.figures.overview import drawn as drawn_overview
from audit_core.figures.responsibilities import DrawnResponsibilities
from audit_core.figures.responsibilities import drawn as drawn_responsibilities
from audit_core.tables.csv_text import MIME, Sheet
from audit_core.tables.lines import ChangedLine, Figure, Line
from audit_core.tables.overview import COLUMNS, Overview
from audit_core.wording.numbers import number
from pages import _parts, _shell, _ways

CHART, TABLE = "Diagramm", "Tabelle"


def overview(_: County, view: _shell.View) -> DrawnOverview:
    """The Überblick of a view, for `_shell.cached`."""
    return drawn_overview(_shell.at(view.as_of), _shell.at(view.compared_with), view.agreement, view.responsible)


def responsibilities(_: County, view: _shell.View) -> DrawnResponsibilities:
    """The Zuständigkeiten of a view, for `_shell.cached`."""
    return drawn_responsibilities(_shell.at(view.as_of), view.agreement, view.responsible)


def title(finding: str) -> None:
    """The headline of a page."""
    st.title(_parts.plain(finding), anchor=False)


def figures(shown: Iterable[Figure]) -> None:
    """The four figures with their change since the comparison Stichtag."""
    with st.grid(columns=4, min_column_width=160, gap="medium"):
        for figure in shown:
            st.metric(
                figure.label, figure.value, delta=figure.change, delta_arrow=figure.arrow, delta_color=figure.tone,
                delta_description=figure.share or None,
            )  # fmt: skip


def lines(shown: Iterable[Line], overdue: bool = False, in_line: bool = False) -> list[_ways.Row]:
    """Rows of Fristen; `in_line`: what stands right begins where the statuses of the other lists do."""
    kind = "am-in-line" if in_line else ""
    return [
        (
            _parts.rows([_parts.row(line.title, line.below, line.right, line.right_below, overdue)], kind),
            line.title,
            line.measure,
        )
        for line in shown
    ]


def changed(shown: Iterable[ChangedLine]) -> list[_ways.Row]:
    """Rows of what changed; „übernommen“ is a word without a symbol."""
    return [(_parts.rows([_changed(line)]), line.title, line.measure) for line in shown]


def _changed(line: ChangedLine) -> str:
    if line.code in terms.STATUS:
        return _parts.changed_row(line.title, line.below, line.code)
    return _parts.row(line.title, line.below, line.word)


def rows_or(nothing: str, shown: Sequence[_ways.Row], name: str) -> None:
    """Rows that open their measure, or the sentence that says there are none."""
    if shown:
        _ways.rows(shown, name)
    else:
        st.html(_parts.note(nothing))


def list_head(heading: str, link: str, name: str, whole: Sequence[_ways.Row] = (), page: str = "") -> None:
    """The heading of a list with its „alle n“: a way to another page, or the whole list above this one."""
    with _line(f"am-head-{name}"):
        st.header(_parts.plain(heading), anchor=False, width="content")
        if link and page:
            st.page_link(page, label=link, width="content")
        elif link and st.button(link, key=f"am-all-{name}", type="tertiary"):
            st.dialog(heading, width="medium")(_ways.rows)(whole, f"all-{name}")


def _line(key: str) -> DeltaGenerator:
    return st.container(
        key=key, horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom", gap="small"
    )


def table_shown(key: str) -> bool:
    """Whether a switch further down the page stands on its table."""
    return bool(st.session_state.get(key) == TABLE)


def switch(key: str, note: str = "", table_note: str = "") -> bool:
    """The note below a chart (below its table another) and the switch between both; True: show the table."""
    note = table_note if table_shown(key) else note
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", wrap=False):
        st.html(_parts.note(note))
        chosen = st.segmented_control(
            "Darstellung", [CHART, TABLE], default=CHART, required=True, label_visibility="collapsed", key=key
        )
    return chosen == TABLE


def columns(table: Overview) -> dict[str, ColumnConfig]:
    """How the columns of the Überblick stand: as wide as their short heads need, the whole head as a hint."""
    return {
        column.head: st.column_config.Column(
            width=table.widths[column.head] or None, help=None if column.head == column.name else column.name,
            alignment="left" if column.text else "right",
        )
        for column in COLUMNS
    }  # fmt: skip


def save(sheet: Sheet, file_name: str, label: str = "Als CSV speichern", strong: bool = False) -> None:
    """The button that saves a table: quiet beside a table, strong where it is what a card is for."""
    st.download_button(
        label, sheet.csv, f"{file_name}.csv", MIME, key=f"save-{file_name}", on_click="ignore",
        icon=":material/download:" if strong else None, type="primary" if strong else "tertiary",
    )  # fmt: skip


def head(text: str, name: str, remark: str = "", small: bool = False) -> None:
    """A heading (h2, or h3 above a part of it) with a quiet remark on its right."""
    with _line(f"am-head-{name}"):
        (st.subheader if small else st.header)(_parts.plain(text), anchor=False, width="content")
        if remark:
            st.html(_parts.note(remark), width="content")


def part(heading: str, shown: Sequence[Line], most: int, overdue: bool = False) -> None:
    """A part of a card: its heading if it has one, its first rows, how many more there are; nothing if it is empty."""
    if not shown:
        return
    with st.container(gap="xxsmall"):
        if heading:
            head(heading, f"part-{heading}", small=True)
        _ways.rows(lines(shown[:most], overdue), f"part-{terms.folded(heading) or 'first'}")
        if len(shown) > most:
            st.html(_parts.note(f"und {number(len(shown) - most)} weitere in der Liste"))


def letter(text: str, key: str) -> None:
    """The button that opens a letter to be copied."""
    if st.button("Anschreiben kopieren", key=key, icon=":material/content_copy:"):
        st.dialog("Anschreiben", width="large")(_letter)(text)


def _letter(text: str) -> None:
    st.html(_parts.note("Das Zeichen oben rechts im Text kopiert ihn; er lässt sich in eine E-Mail einfügen."))
    st.code(text, language=None, wrap_lines=True)
