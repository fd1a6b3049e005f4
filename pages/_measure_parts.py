"""One measure opened whole: the row above it, its finding, time line, Verlauf, Steckbrief and what hangs together."""

from datetime import date

import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from audit_core.agreement import County, ItemKey, MeasureKey
from audit_core.figures.base import CONFIG
from audit_core.figures.measure import DrawnMeasure, drawn
from audit_core.tables import key_figures
from audit_core.tables.measure import ORDER, Opened, opened
from audit_core.tables.measure_history import courses
from audit_core.terms import folded
from audit_core.wording import measure as wording
from pages import (
    _address,
    _fields_parts,
    _form_draft,
    _lists,
    _measure_history,
    _parts,
    _reports_parts,
    _shell,
    _ways,
)

SHOWN, FIGURES_SHOWN = "am-measure-shown", "am-measure-figures-shown"
ENTRIES_SHOWN = 8


def measure_of(_: County, key: MeasureKey, as_of: date) -> DrawnMeasure:
    """An opened measure on a Stichtag, for `_shell.cached`."""
    return drawn(opened(_shell.at(as_of), key, _shell.cached(courses)), as_of)


def show(view: _shell.View) -> None:
    """The measure of a view, which is in the plan."""
    assert view.measure is not None
    seen = _shell.cached(measure_of, view.measure, view.as_of)
    measure = seen.opened
    _ways_beside(measure)
    _lists.title(measure.finding)
    if measure.line is not None:
        st.html(_measure_history.status_line(measure.line))
    if measure.begins is not None:
        _begins(measure)
    if measure.hints:
        st.html(_measure_history.hints(measure.hints))
    with st.container(key="am-stack-measure"):
        left, right = st.columns([2.1, 1], gap="large")
    with left:
        if measure.state is not None:
            _course(seen)
            _verlauf(measure)
        else:
            _steckbrief(measure)
    if measure.state is not None:
        with right:
            _steckbrief(measure)
            if measure.key_figures:
                _key_figures(seen)


def _ways_beside(measure: Opened) -> None:
    """Back to the list, and to the measures before and after in the same agreement."""
    with st.container(key="am-measure-ways", horizontal=True, horizontal_alignment="distribute", gap="small"):
        st.button(
            "‹ Alle Maßnahmen", key="am-measures-all", type="tertiary", on_click=_shell.go, kwargs={"massnahme": ""}
        )
        with st.container(horizontal=True, width="content", gap="medium"):
            _report(measure)
            for key, sign in ((measure.before, "‹ {}"), (measure.after, "{} ›")):
                if key is not None:
                    st.button(
                        sign.format(_parts.plain(wording.neighbour(key))), key=f"am-measure-{sign[0]}", type="tertiary",
                        on_click=_shell.go, kwargs={"massnahme": _address.measure_word(key)},
                    )  # fmt: skip


def _report(measure: Opened) -> None:
    """The way to the form, with this measure chosen in it."""
    with st.container(key="am-measure-report", width="content"):
        if st.button("Meldung eintragen", key="am-report", type="tertiary"):
            _form_draft.begin(ItemKey(*measure.measure))
            _shell.move(_reports_parts.PAGE, **{_reports_parts.PART: _reports_parts.FORM})


def _begins(measure: Opened) -> None:
    """A measure that does not exist yet on the Stichtag: since when it does, and a way there."""
    assert measure.begins is not None
    st.html(_parts.note(wording.begins(measure.begins)))
    _to_as_of(measure.begins.isoformat(), wording.to_as_of(measure.begins), "begins")


def _to_as_of(day: str, label: str, key: str) -> None:
    st.button(label, key=f"am-as-of-{key}", type="tertiary", on_click=_shell.go, kwargs={"stichtag": day})


def _course(seen: DrawnMeasure) -> None:
    """The time line with its key, or the same as a table."""
    with st.container(gap="xsmall"):
        _lists.head("Meilensteine und Fristen", "course")
        if not (seen.statuses or seen.signs or seen.opened.sheet.rows[1:]):
            st.html(_parts.note(wording.NOTHING_DATED))
            return
        picture = st.container(gap="xsmall")
        with st.container(
            key="am-course-foot", horizontal=True, horizontal_alignment="distribute", vertical_alignment="center",
            wrap=False,
        ):  # fmt: skip
            table = _lists.table_shown(SHOWN)
            key = _measure_history.course_key(seen.statuses, seen.signs)
            st.html(_parts.note(wording.TABLE_NOTE) if table else key)
            st.segmented_control(
                "Darstellung", [_lists.CHART, _lists.TABLE], default=_lists.CHART, required=True,
                label_visibility="collapsed", key=SHOWN,
            )  # fmt: skip
    with picture:
        if table:
            st.dataframe(
                seen.opened.sheet.columns, hide_index=True, placeholder="–", row_height=42, alt=seen.alt,
                column_order=ORDER, column_config=_columns(),
            )  # fmt: skip
            _lists.save(seen.opened.sheet, f"massnahme-{folded(seen.opened.measure[1]) or 'eine'}")
            return
        with st.container(key="am-measure-wide"):
            st.plotly_chart(seen.course, theme=None, config=CONFIG, key="am-course", alt=seen.alt)
        with st.container(key="am-measure-narrow"):
            st.plotly_chart(seen.course_narrow, theme=None, config=CONFIG, key="am-course-narrow", alt=seen.alt)


def _columns() -> dict[str, ColumnConfig]:
    """Short heads and widths in px, so that the Terminlage is seen without moving the table."""
    german = "DD.MM.YYYY"
    return {
        "Meilenstein": st.column_config.TextColumn("Nr.", width=80),
        "Bezeichnung": st.column_config.TextColumn(width=180),
        "erste Frist": st.column_config.DateColumn(format=german, width=90),
        "Frist": st.column_config.DateColumn(format=german, width=90),
        "Verschiebungen": st.column_config.NumberColumn("verschoben", width=80),
        "Status": st.column_config.TextColumn(width=120),
        "Terminlage": st.column_config.TextColumn(width=190),
        "Stand": st.column_config.TextColumn(width=96),
    }


def _verlauf(measure: Opened) -> None:
    """The newest Meldungen, the whole Verlauf above the page, and a way to later ones."""
    lines = measure.entries.lines
    with st.container(gap="xsmall"):
        with st.container(
            key="am-head-entries", horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"
        ):
            st.header("Verlauf", anchor=False, width="content")
            more = len(lines) > ENTRIES_SHOWN
            if more and st.button(wording.all_entries(len(lines)), key="am-all-entries", type="tertiary"):
                st.dialog("Verlauf", width="large")(_whole)(measure)
        if measure.entries.last is not None:
            with st.container(key="am-later-entries", horizontal=True, vertical_alignment="center", gap="xsmall"):
                st.html(_parts.note(f"{wording.later(measure.entries.later)}:"), width="content")
                _to_as_of(measure.entries.last.isoformat(), wording.to_as_of(measure.entries.last), "later")
        if lines:
            st.html(_measure_history.entries(lines[:ENTRIES_SHOWN]))
        else:
            st.html(_parts.note(wording.NO_ENTRY))


def _whole(measure: Opened) -> None:
    st.html(_measure_history.entries(measure.entries.lines))


def _steckbrief(measure: Opened) -> None:
    """The Steckbrief and the measures before and after it in time."""
    with st.container(gap="xsmall"):
        _lists.head("Steckbrief", "facts")
        st.html(_measure_history.facts(measure.facts))
    if measure.related:
        with st.container(gap="xxsmall"):
            _lists.head("Vorgänger und Nachfolger", "related")
            _ways.rows(
                [
                    (_parts.rows([_parts.row(other.title, other.below, other.relation)]), other.title,
                     other.measure)
                    for other in measure.related
                ],
                f"related-{_address.measure_word(measure.measure)}",  # else the row it leads to would be pressed too
            )


def _key_figures(seen: DrawnMeasure) -> None:
    """The Kennzahlen that name the measure, or the same as a table."""
    sheet = key_figures.sheet(seen.opened.key_figures)
    with st.container(gap="xsmall"):
        _lists.head("Kennzahlen", "measure-figures")
        place = st.container(gap="small")
        as_table = seen.key_figures.figure is not None and _lists.switch(FIGURES_SHOWN)
    with place:
        if as_table:
            st.dataframe(sheet.columns, hide_index=True, placeholder="–", row_height=42, alt=seen.key_figures.alt)
            _lists.save(sheet, "kennzahlen-der-massnahme")
        else:
            _fields_parts.shown(seen.key_figures, "measure")
