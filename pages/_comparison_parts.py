"""What the page Vergleich puts together: its values, its lists, the table of all changes, the two Kenntnisstände."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from html import escape

import streamlit as st

from audit_core import terms
from audit_core.agreement import County
from audit_core.dates import BERLIN
from audit_core.figures.base import CONFIG
from audit_core.figures.changes import DrawnComparison, drawn
from audit_core.tables.changes import MOVES, ChangeRow, Comparison, Figure, Part
from audit_core.wording import change_words as words
from audit_core.wording import changes as wording
from audit_core.wording.measures import TABLE_HINT
from pages import _address, _lists, _parts, _shell, _ways

SHOWN = "am-moves-shown"
FIRST_ROWS, COLUMNS = 3, 3
BESIDE = (3, 2, 2)
"""How many rows the lists beside the picture show."""

EVERYTHING, THEN = wording.KNOWN_ALL, wording.KNOWN_THEN
_WIDTHS = {
    "Was": 246, "Nr.": 62, "Meilenstein": 92, "Bezeichnung": 300, "bisher": 150, "jetzt": 150, "Unterschied": 100,
    "Maßnahme": 260, "Handlungsfeld": 104, "Zielvereinbarung": 120,
}  # fmt: skip
_KNOWN_NOW = {"kenntnis": "", "kenntnisvorher": ""}
_FIELD_WIDTHS = {"Nr.": 44, "Handlungsfeld": 200}


@dataclass(frozen=True, slots=True)
class Seen:
    """The Vergleich of a view, drawn, with the rows of all its lists."""

    drawn: DrawnComparison
    rows: Mapping[str, tuple[_ways.Row, ...]]


def seen(view: _shell.View) -> Seen:
    """The Vergleich of a view, computed once; what else stands in the address does not matter to it."""
    return _shell.cached(
        _seen, view.compared_with, view.known_by_before, view.as_of, view.known_by, view.agreement, view.responsible
    )


def _seen(
    _: County, first: date, known_by_before: datetime | None, second: date, known_by: datetime | None,
    agreement: str, responsible: str | None,
) -> Seen:  # fmt: skip
    found = drawn(_shell.at(first, known_by_before), _shell.at(second, known_by), agreement, responsible)
    return Seen(found, {part.kind: tuple(_row(row) for row in part.rows) for part in found.table.parts})


def _row(row: ChangeRow) -> _ways.Row:
    return _parts.rows([_item(row)], "am-change"), row.change.title, row.measure


def _item(row: ChangeRow) -> str:
    """One change: what it is about on the left, old → new on the right, each status with symbol and word."""
    change, whose = row.change, words.whose(row.change.item)
    old, new = words.old_text(change.what, change.old), words.new_text(change.what, change.new)
    if change.what in ("status", "new", wording.CORRECTED):
        below = f"{whose}, {words.before(change.what, change.old, change.new)}"
        if change.new in terms.STATUS:
            return _parts.changed_row(change.title, below, str(change.new))
        return _parts.row(change.title, below, new)
    if row.kind == wording.OVERDUE:
        return _parts.row(change.title, whose, words.since(change.new), words.due_now(row.due), overdue=True)
    if row.kind == wording.ENDED:
        return _parts.row(change.title, whose, words.NO_LONGER, f"bisher {old}")
    return _parts.row(change.title, whose, f"{old} → {new}", words.difference(change.what, change.old, change.new))


def figures(shown: Sequence[Figure]) -> None:
    """The four figures; what belongs to each stands below it."""
    with st.grid(columns=4, min_column_width=160, gap="medium"):
        for figure in shown:
            with st.container(gap=None):
                st.metric(figure.label, figure.value)
                st.html(_parts.note(figure.below))


def picture(seen: DrawnComparison) -> None:
    """The moves per Handlungsfeld as bars or as a table, or that there were none."""
    table = seen.table
    with st.container(gap="small"):
        _lists.head(wording.PICTURE_HEADING, "moves")
        if seen.moves is not None:
            moved = [(code, table.moved[code]) for code in (*reversed(MOVES[:2]), *MOVES[2:])]
            st.html(_parts.legend(wording.directions(moved)))
    place = st.container()
    if _lists.switch(SHOWN, wording.PICTURE_NOTE, wording.PICTURE_TABLE_NOTE):
        with place:
            st.dataframe(
                table.field_sheet.columns, hide_index=True, height="content", alt=wording.PICTURE_HEADING,
                column_config={name: st.column_config.Column(width=width) for name, width in _FIELD_WIDTHS.items()},
            )  # fmt: skip
            _lists.save(table.field_sheet, "vergleich-handlungsfelder")
    elif seen.moves is None:
        place.html(_parts.note(wording.NO_MOVE))
    else:
        place.plotly_chart(seen.moves, theme=None, config=CONFIG, key="am-moves", alt=seen.moves_alt)


def first_parts(seen: Seen) -> None:
    """The lists that stand beside the picture."""
    for part, most in zip(seen.drawn.table.parts, BESIDE, strict=False):
        _part(part, seen.rows[part.kind], most)


def other_parts(seen: Seen) -> None:
    """The lists below the picture, side by side."""
    rest = seen.drawn.table.parts[len(BESIDE) :]
    if not rest:
        return
    with st.container(key="am-stack-parts"):
        places = st.columns(COLUMNS, gap="large")
    for number, part in enumerate(rest):
        with places[number * COLUMNS // len(rest)]:
            _part(part, seen.rows[part.kind])


def _part(part: Part, rows: tuple[_ways.Row, ...], most: int = FIRST_ROWS) -> None:
    """One kind of changes: its head with how many measures and milestones, its first rows, and the way to all."""
    with st.container(gap="xxsmall", key=f"am-part-{part.kind}"):
        link = wording.all_of(len(rows)) if len(rows) > most else ""
        _lists.list_head(wording.TITLE[part.kind], link, f"part-{part.kind}", _whole(rows) if link else ())
        st.html(_parts.note(part.note))
        if part.kind == wording.CORRECTED:
            st.html(_parts.note(wording.CORRECTED_HELP))
        _ways.rows(rows[:most], f"part-{part.kind}")


def _whole(rows: tuple[_ways.Row, ...]) -> tuple[_ways.Row, ...]:
    """All rows; those of a very long list that open nothing any more are one piece."""
    ways, rest = rows[: _ways.MOST_WAYS], rows[_ways.MOST_WAYS :]
    return (*ways, ("".join(html for html, _, _ in rest), "", None)) if rest else ways


def all_changes(table: Comparison, view: _shell.View) -> None:
    """Every change as a table whose rows open their measure, narrowed to one kind, and saved as a file."""
    counts = {"": len(table.opened[""]), **{part.kind: part.tally.both for part in table.parts}}
    _lists.head(wording.TABLE_HEADING, "changes")
    kind = st.pills(
        "Art der Änderung", list(counts), default="", required=True, key=f"am-kinds-{'-'.join(counts)}",
        label_visibility="collapsed", format_func=lambda code: wording.kind_label(code, counts[code]),
    ) or ""  # fmt: skip
    sheet, place = table.sheets[kind], "-".join((kind, *table_key(view)))
    filled = {name: cells for name, cells in sheet.columns.items() if any(cell is not None for cell in cells)}
    _ways.table(
        filled, table.opened[kind], f"am-changes-{place}", placeholder="–", alt=wording.TABLE_HEADING,
        height="content" if len(sheet.rows) <= 10 else 422,
        column_config={name: st.column_config.Column(width=width) for name, width in _WIDTHS.items() if name in filled},
    )  # fmt: skip
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", gap="small"):
        st.html(_parts.note(TABLE_HINT), width="content")
        _lists.save(sheet, f"vergleich-{kind or 'alles'}")


def table_key(view: _shell.View) -> tuple[str, ...]:
    """What a table shows, as part of its key: another view is another table, in which nothing is chosen."""
    parts = (view.agreement, view.compared_with, view.as_of, view.responsible, view.known_by_before, view.known_by)
    return tuple(str(part or "") for part in parts)


def known(view: _shell.View) -> None:
    """The line of the Kenntnisstände: what holds, what to choose, and the way back."""
    line = wording.known_line(view.compared_with, _day(view.known_by_before), view.as_of, _day(view.known_by))
    with st.container(key="am-known", horizontal=True, vertical_alignment="center", gap="small"):
        if line:
            st.html(f'<div class="am-banner" role="note">{escape(line)}</div>', width="content")
        with st.popover("Kenntnisstand wählen", type="tertiary", key="am-known-choice"):
            _choice(view)
        if line:
            st.button(
                "Zurücksetzen", type="tertiary", key="am-known-reset", on_click=_shell.go,
                kwargs=_KNOWN_NOW if view.compared_with < view.as_of else {**_KNOWN_NOW, "vergleich": ""},
            )  # fmt: skip


def _choice(view: _shell.View) -> None:
    st.html(_parts.note(wording.KNOWN_HELP))
    first, second = view.compared_with.isoformat(), view.as_of.isoformat()
    _preset("both", wording.BOTH_THEN, kenntnisvorher=first, kenntnis=second)
    _preset("later", wording.later_label(view.as_of), vergleich=second, kenntnisvorher=second, kenntnis="")
    _side("kenntnisvorher", view.compared_with, _day(view.known_by_before))
    _side("kenntnis", view.as_of, _day(view.known_by))


def _side(key: str, of: date, known_by: date | None) -> None:
    """What was known of one of both days: everything, or what was known by a day."""
    mode, chosen = f"_{key}_mode", f"_{key}_day"
    st.session_state[mode] = THEN if known_by else EVERYTHING
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        _side_widgets(key, of, known_by, mode, chosen)


def _side_widgets(key: str, of: date, known_by: date | None, mode: str, chosen: str) -> None:
    st.segmented_control(
        wording.side_label(of), [EVERYTHING, THEN], required=True, key=mode,
        on_change=lambda: _shell.go(**{key: of.isoformat() if st.session_state[mode] == THEN else ""}),
    )  # fmt: skip
    if known_by is None:
        return
    st.session_state[chosen] = min(max(known_by, _address.FIRST_DAY), _address.LAST_DAY)
    st.date_input(
        wording.known_label(of), format="DD.MM.YYYY", key=chosen, width=140, label_visibility="collapsed",
        min_value=_address.FIRST_DAY, max_value=_address.LAST_DAY,
        on_change=lambda: _shell.go(**{key: str(st.session_state[chosen] or "")}),
    )  # fmt: skip


def _preset(key: str, label: str, **address: str) -> None:
    st.button(label, key=f"am-known-{key}", on_click=_shell.go, kwargs=address)


def _day(moment: datetime | None) -> date | None:
    """The day whose end a Kenntnisstand is."""
    return moment.astimezone(BERLIN).date() if moment else None


def nothing(table: Comparison) -> None:
    """That nothing changed, and what to choose: the last time there was a Meldung before."""
    st.html(_parts.note(table.help))
    if table.earlier is not None:
        st.button(
            wording.earlier_label(table.earlier), key="am-earlier", on_click=_shell.go,
            kwargs={"vergleich": table.earlier.isoformat()},
        )  # fmt: skip
