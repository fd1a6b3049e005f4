"""What Überblick and Zuständigkeiten put together from elements: titles, figures, lists, the switch below a chart."""

import re
from collections.abc import Iterable, Sequence

import streamlit as st

from audit_core import terms
from audit_core.tables.csv_text import MIME, Sheet
from audit_core.tables.overview import ChangedLine, Figure, Line
from audit_core.wording.numbers import number
from pages import _parts

CHART, TABLE = "Diagramm", "Tabelle"
_MARKS = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>$:~&@\"'])")


def plain(text: str) -> str:
    r"""Text from the data as Streamlit's Markdown shows it unchanged: no link, image, formula or symbol in it works.

    >>> print(plain("Amt [für](x)"))
    Amt \[für\]\(x\)
    """
    return _MARKS.sub(r"\\\1", text)


def title(finding: str) -> None:
    """The headline of a page."""
    st.title(plain(finding), anchor=False)


def figures(shown: Iterable[Figure]) -> None:
    """The four figures with their change since the comparison Stichtag."""
    with st.grid(columns=4, min_column_width=160):
        for figure in shown:
            st.metric(
                figure.label, figure.value, delta=figure.change, delta_arrow=figure.arrow, delta_color=figure.tone,
                delta_description=figure.share or None,
            )  # fmt: skip


def lines(shown: Iterable[Line], overdue: bool = False) -> str:
    """Rows of Fristen."""
    return _parts.rows(_parts.row(line.title, line.below, line.right, line.right_below, overdue) for line in shown)


def changed(shown: Iterable[ChangedLine]) -> str:
    """Rows of what changed; „übernommen“ is a word without a symbol."""
    return _parts.rows(
        _parts.changed_row(line.title, line.below, line.code)
        if line.code in terms.STATUS
        else _parts.row(line.title, line.below, line.word)
        for line in shown
    )


def lines_or(nothing: str, shown: Sequence[Line], overdue: bool = False) -> None:
    """Rows of Fristen, or the sentence that says there are none."""
    st.html(lines(shown, overdue) if shown else _parts.note(nothing))


def changed_or(nothing: str, shown: Sequence[ChangedLine]) -> None:
    """Rows of what changed, or the sentence that says nothing did."""
    st.html(changed(shown) if shown else _parts.note(nothing))


def head_with_dialog(heading: str, link: str, key: str, whole: str) -> None:
    """The heading of a list with its „alle n“, which opens the whole list above the page."""
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom", gap="small"):
        st.header(heading, anchor=False, width="content")
        if link and st.button(link, key=key, type="tertiary"):
            st.dialog(heading, width="medium")(st.html)(whole)


def switch(key: str, note: str = "") -> bool:
    """The note below a chart and the switch to its table; True: show the table."""
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", wrap=False):
        st.html(_parts.note(note))
        chosen = st.segmented_control(
            "Darstellung", [CHART, TABLE], default=CHART, required=True, label_visibility="collapsed", key=key
        )
    return chosen == TABLE


def save(sheet: Sheet, file_name: str, label: str = "Als CSV speichern", strong: bool = False) -> None:
    """The button that saves a table."""
    st.download_button(
        label, sheet.csv, f"{file_name}.csv", MIME, key=f"save-{file_name}", on_click="ignore",
        icon=":material/download:", type="primary" if strong else "secondary",
    )  # fmt: skip


def head(text: str, remark: str = "", small: bool = False) -> None:
    """A heading (h2, or h3 above a part of it) with a quiet remark on its right."""
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom", gap="small"):
        (st.subheader if small else st.header)(plain(text), anchor=False, width="content")
        if remark:
            st.html(_parts.note(remark), width="content")


def part(heading: str, shown: Sequence[Line], most: int, overdue: bool = False) -> None:
    """A part of a card: its heading if it has one, its first rows, and how many more there are; nothing if it is empty."""
    if not shown:
        return
    with st.container(gap="xxsmall"):
        if heading:
            head(heading, small=True)
        st.html(lines(shown[:most], overdue))
        if len(shown) > most:
            st.html(_parts.note(f"und {number(len(shown) - most)} weitere in der Liste"))


def letter(text: str, key: str) -> None:
    """The button that opens a letter to be copied."""
    if st.button("Anschreiben kopieren", key=key, icon=":material/content_copy:"):
        st.dialog("Anschreiben", width="large")(_letter)(text)


def _letter(text: str) -> None:
    st.html(_parts.note("Das Zeichen oben rechts im Text kopiert ihn; er lässt sich in eine E-Mail einfügen."))
    st.code(text, language=None, wrap_lines=True)
