"""The pieces of the list of measures: its own filter row, its table, its rows on narrow screens, and its ways out."""

from dataclasses import replace
from datetime import date
from html import escape
from typing import Literal

import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from audit_core import terms
from audit_core.agreement import County
from audit_core.standing import ALL
from audit_core.tables import measures as tables
from audit_core.tables import measures_cells as cells
from audit_core.tables.csv_text import MIME
from audit_core.tables.measures import Found, MeasureList, Narrowing
from audit_core.wording import measures as wording
from audit_core.wording.numbers import NO_BREAK, NOTHING, day
from pages import _address, _filters, _parts, _shell, _ways

KEY_OF = {
    "search": _address.SEARCH, "status": _address.STATUS, "schedule": _address.SCHEDULE,
    "programme": _address.PROGRAMME, "field_of_action": _address.FIELD_OF_ACTION,
}  # fmt: skip
WHAT = {
    "search": "Suche", "status": "Status", "schedule": "Terminlage", "programme": "Programm",
    "field_of_action": "Handlungsfeld",
}  # fmt: skip
SEARCH_WIDGET = f"_{_address.SEARCH}"
ROWS_NARROW = 40
_THIN, _HAIR = "\u2009", "\u200a"
PADDING = dict.fromkeys("✓▶▷○→▲△", _THIN) | {
    "?": 2 * _THIN, "‖": 2 * _THIN, "×": _THIN + 3 * _HAIR, "•": 2 * _THIN + 2 * _HAIR, "–": _THIN + 3 * _HAIR,
}  # fmt: skip
ROW_HEIGHT, ROWS_SHOWN, TABLE_HEIGHT = 42, 14, 627


def prepared(_: County, agreement: str, as_of: date, responsible: str | None) -> MeasureList:
    """The measures of a view, for `_shell.cached`: what narrows it is not part of it."""
    return tables.measure_list(_shell.at(as_of), agreement, responsible)


def of_view(view: _shell.View) -> MeasureList:
    """The measures of a view, prepared once for a revision."""
    return _shell.cached(prepared, view.agreement, view.as_of, view.responsible)


def narrowing(view: _shell.View) -> Narrowing:
    """What narrows the list of a view."""
    return Narrowing(
        view.search, view.status or "", view.schedule or "", view.programme or "", view.field_of_action or ""
    )


def filters(view: _shell.View, found: Found) -> None:
    """The row above the list: search, status, Terminlage, Programm; every value says how many measures it leaves."""
    with st.container(key="am-measure-filters", horizontal=True, vertical_alignment="center", gap="small"):
        _search(view.search)
        statuses = {code: terms.STATUS[code].label for code in terms.SHOWN_ORDER}
        _select("status", wording.ALL_STATUS, statuses, view.status, found)
        _select("schedule", wording.ALL_SCHEDULES, _address.SCHEDULES, view.schedule, found)
        if tables.PROGRAMME in found.heads or view.programme:
            names = {name: name for name in (*found.offers["programme"], view.programme or "") if name}
            _select("programme", wording.ALL_PROGRAMMES, names, view.programme, found)
        if narrowing(view).parts:
            _reset("am-reset")
        if found.rows:
            _save(found)


def _search(word: str) -> None:
    """The search; what is being typed is left alone as long as it means the same.

    A word that is written in one run and kept in the next is lost if the browser saw only the second one, as after
    Back; so it goes along as what the field begins with.
    """
    kept = str(st.session_state.get(SEARCH_WIDGET) or "").strip() == word
    if not kept:
        st.session_state[SEARCH_WIDGET] = word
    st.text_input(
        wording.SEARCH_HINT, word if kept else "", key=SEARCH_WIDGET, placeholder=wording.SEARCH_HINT,
        label_visibility="collapsed", icon=":material/search:", width=330, on_change=_searched, autocomplete="off",
        live=True,
    )  # fmt: skip


def _searched() -> None:
    _shell.go(suche=str(st.session_state[SEARCH_WIDGET] or "").strip())


def _select(part: str, everything: str, words: dict[str, str], chosen: str | None, found: Found) -> None:
    """A select of what is left beside the other filters; in the address stands the word that is read."""
    offered = found.offers[part]
    options = {
        words[code]: wording.option(words[code], offered.get(code, 0))
        for code in words
        if code in offered or code == chosen
    }
    _filters.select(KEY_OF[part], WHAT[part], {"": everything, **options}, words[chosen] if chosen else "", 150)


def _reset(key: str) -> None:
    """The button that takes all that narrows the list away."""
    words = dict.fromkeys(KEY_OF.values(), "")
    st.button(wording.RESET, key=key, type="tertiary", on_click=_shell.go, kwargs=words)


def table(found: Found, name: str = "am-measures") -> None:
    """The table; its rows open their measure."""
    height: int | Literal["content"] = TABLE_HEIGHT if len(found.rows) > ROWS_SHOWN else "content"
    with st.container(key="am-wide-measures"):
        _ways.table(
            found.columns, found.measures, name, row_height=ROW_HEIGHT, height=height, placeholder=NOTHING,
            alt=found.finding, column_config=_columns(found),
        )  # fmt: skip


def _columns(found: Found) -> dict[str, ColumnConfig]:
    config = st.column_config
    title_width, office_width = cells.room(tables.AGREEMENT in found.heads)
    codes = max((len(row.state.key.agreement or "") for row in found.rows), default=0)
    return {
        tables.NUMBER: config.TextColumn(width=50),
        tables.TITLE: config.TextColumn(width=title_width),
        tables.PLACE: config.TextColumn(width=tables.PLACE_WIDTH),
        tables.STATUS: _chips(found, tables.STATUS, 168),
        tables.SCHEDULE: _chips(found, tables.SCHEDULE, 212),
        tables.DUE: config.DateColumn(format="DD.MM.YYYY", width=88),
        tables.PROGRESS: config.ProgressColumn(
            format=f"%d{NO_BREAK}%%", min_value=0, max_value=100, width=92, color=terms.ACCENT
        ),
        tables.RESPONSIBLE: config.TextColumn(width=office_width),
        tables.FIELD: config.TextColumn("HF", width=36),
        tables.STATED: config.DateColumn(format="DD.MM.YYYY", width=90),
        tables.AGREEMENT: config.TextColumn("ZV", width=20 + 9 * codes),
    }


def _chips(found: Found, head: str, width: int) -> ColumnConfig:
    """A column of symbols on their colour with their word beside it; what has no colour stands on the row's ground."""
    words = {word: cells.GROUNDS.get(word, f"{terms.WHITE}00") for word in found.words(head)}
    return st.column_config.MultiselectColumn(
        options=list(words), color=list(words.values()), format_func=_label, width=width
    )


def _label(word: str) -> str:
    """What is drawn of a word: a symbol as wide as every other one, so that the words beside them stand in line."""
    text = cells.plain(word)
    return f"{PADDING[text]}{text}{PADDING[text]}" if text in PADDING else text


def narrow_rows(found: Found) -> None:
    """The first rows one below the other, for narrow screens."""
    with st.container(key="am-narrow-measures", gap="xsmall"):
        _ways.rows([_row(found, place) for place in range(min(len(found.rows), ROWS_NARROW))], "measures")
        if len(found.rows) > ROWS_NARROW:
            st.html(_parts.note(wording.more(len(found.rows) - ROWS_NARROW)))


def _row(found: Found, place: int) -> _ways.Row:
    row = found.rows[place]
    state = row.state
    title = f"{state.key.number} {state.title}"
    return _parts.rows([_row_html(found, place, title)]), title, state.key.measure


def _row_html(found: Found, place: int, title: str) -> str:
    row = found.rows[place]
    item = row.state.item
    late = ' class="am-late"' if item.schedule == "overdue" else ""
    due = f" · Frist{NO_BREAK}{day(item.due)}" if item.due is not None else ""
    below = [f"<small{late}>{escape(row.schedule)}{due}</small>"]
    below += [f"<small>{escape(row.state.responsible or terms.NO_OFFICE)}</small>"]
    below += [f"<small>{escape(text)}</small>" for text in found.places[place : place + 1] if text]
    return (
        f'<li class="am-row"><span><span class="am-clamp" title="{escape(title)}">{escape(title)}</span>'
        f'{"".join(below)}</span><span class="am-named">{_parts.status(item.status)}</span></li>'
    )


def _save(found: Found) -> None:
    """Saves exactly the rows that are shown; the file is made when it is asked for."""
    st.download_button(
        wording.SAVE, lambda: found.sheet.csv, "massnahmen.csv", MIME, key="save-massnahmen", on_click="ignore",
        type="tertiary",
    )  # fmt: skip


def hints(view: _shell.View) -> None:
    """What to know of the table, quietly below it."""
    with st.container(key="am-wide-hint"):
        st.html(_parts.note(wording.TABLE_HINT))
    if view.responsible is not None:
        st.html(_parts.note(wording.OFFICE_HINT))


def nothing_found(view: _shell.View, whole: MeasureList) -> None:
    """What to do where nothing passes: which filter to drop, with a button for each that helps."""
    by = narrowing(view)
    ways = [(WHAT[part], _word(by, part), n, {KEY_OF[part]: ""}) for part, n in tables.ways_out(whole, by)]
    ways += _wider(view, by)
    st.html(_parts.note(wording.WAYS_OUT if ways else wording.NO_WAY_OUT))
    with st.container(key="am-ways-out", gap="small"):
        for what, word, n, words in ways:
            st.button(
                _parts.plain(wording.without(what, word, n)), key=f"am-drop-{what}", on_click=_shell.go, kwargs=words
            )


def _wider(view: _shell.View, by: Narrowing) -> list[tuple[str, str, int, dict[str, str]]]:
    """The same search in all agreements, and of all offices."""
    found = []
    if view.agreement != ALL:
        label = _shell.offer().agreements[view.agreement]
        found.append(("Zielvereinbarung", label, replace(view, agreement=ALL), {_address.AGREEMENT: ALL}))
    if view.responsible is not None:
        found.append(("Stelle", view.responsible, replace(view, responsible=None), {_address.RESPONSIBLE: ""}))
    counts = [(what, word, len(tables.found(of_view(wide), by).rows), words) for what, word, wide, words in found]
    return [way for way in counts if way[2]]


def _word(by: Narrowing, part: str) -> str:
    word = str(getattr(by, part))
    if part == "status":
        return terms.STATUS[word].label
    return terms.SCHEDULE[word].label if part == "schedule" else word
