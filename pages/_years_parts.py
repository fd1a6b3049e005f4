"""The pieces of the Jahresbilanz that Streamlit has no element for: chart or table, the tables, the lists of a year."""

from collections.abc import Sequence
from datetime import date
from html import escape

import plotly.graph_objects as go
import streamlit as st

from audit_core import terms
from audit_core.agreement import County
from audit_core.balance import Balance
from audit_core.figures.base import CONFIG
from audit_core.figures.years import DrawnYears, drawn
from audit_core.tables import year_sheets
from audit_core.tables import years as tables
from audit_core.tables.csv_text import Sheet
from audit_core.tables.years import FieldYear, Happening, YearList
from audit_core.wording import years as wording
from audit_core.wording.numbers import days, n_of, signed
from pages import _lists, _parts, _shell, _ways

LONGEST_LIST = 10
SCROLL_HINT = f'<div class="am-note am-only-narrow">{escape(wording.SCROLL_HINT)}</div>'


def balance_of(_: County, view: _shell.View, today: date) -> DrawnYears:
    """The Jahresbilanz of a view, for `_shell.cached`."""
    known = _shell.known()
    return drawn(
        tables.years(known, view.agreement, view.responsible, view.field_of_action, view.until, today, _shell.at)
    )


def picture(
    name: str, what: str, figure: go.Figure, narrow: go.Figure, alt: str, sheet: Sheet, note: str = "",
    below: str = "", narrow_below: str = "",
) -> None:  # fmt: skip
    """A chart (another on narrow screens), each with what stands below it, and its switch to the table."""
    place = st.container(gap="small")
    shown_as_table = _lists.switch(f"am-switch-{name}", note)
    with place:
        if shown_as_table:
            st.dataframe(sheet.columns, hide_index=True, alt=alt)
            _lists.save(sheet, name, wording.save_label(what))
            return
        with st.container(key=f"am-wide-{name}"):
            _chart(figure, alt, f"wide-{name}", below)
        with st.container(key=f"am-narrow-{name}"):
            _chart(narrow, alt, f"narrow-{name}", narrow_below)


def _chart(figure: go.Figure, alt: str, key: str, below: str) -> None:
    st.plotly_chart(figure, config=CONFIG, theme=None, alt=alt, key=key)
    if below:
        st.html(below)


def earlier_key(codes: Sequence[str], note: str = "") -> str:
    """The statuses that only earlier columns show, which no label names, and a note; empty without any."""
    words = "".join(_parts.status(code) for code in codes)
    key = f'<div class="am-earlier">{escape(wording.EARLIER)}{words}</div>' if words else ""
    return key + (_parts.note(note) if note else "")


def field_table(rows: Sequence[FieldYear], before: str, after: str) -> str:
    """Completion per Handlungsfeld at both ends of the year, and the change."""
    body = "".join(
        f'<tr><th scope="row"><b>{escape(row.number)}</b>&ensp;{escape(row.title)}</th>'
        f"<td>{n_of(row.before.n, row.before.of)}</td><td>{n_of(row.after.n, row.after.of)}</td>"
        f"<td><b>{signed(row.after.n - row.before.n)}</b></td></tr>"
        for row in rows
    )
    head = "".join(f'<th scope="col">{escape(word)}</th>' for word in ("Handlungsfeld", before, after, "Veränderung"))
    return f'<table class="am-fields"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def balance_table(found: Balance) -> str:
    """The transition table of a year."""
    grid, head = tables.grid(found), wording.table_head(found.year)
    return _parts.transition_table(
        head, grid.columns, grid.lines, wording.sums_label(found.day_to), grid.sums, grid.total,
        many=len(grid.columns) > len(terms.SHOWN_ORDER),
    )  # fmt: skip


def year_lists(lists: Sequence[YearList], last: date) -> None:
    """What happened in the year: one list of each kind, the longest ones shortened; or that nothing did."""
    if not lists:
        st.html(_parts.note(wording.nothing_happened(last)))
        return
    with st.container(key="am-year-lists", gap=None):
        for one in lists:
            _list(one)


def _list(one: YearList) -> None:
    with st.container(gap=None):
        st.subheader(wording.list_title(one.what, len(one.items)), anchor=False)
        shown = one.items[:LONGEST_LIST]
        rows = [(_parts.rows([_row(one.what, item)]), item.title, item.item.measure) for item in shown]
        _ways.rows(rows, f"year-{one.what}")
        if rest := max(len(one.items) - LONGEST_LIST, 0):
            st.html(_parts.note(wording.more(rest)))


def _row(what: str, item: Happening) -> str:
    title = wording.item_title(item.item, item.title)
    measure = item.measure_title if item.item.milestone else ""
    before = wording.item_before(what, year_sheets.old_text(item))
    if isinstance(item.new, str) and item.new in terms.STATUS:
        return _parts.changed_row(title, before, item.new)
    if isinstance(item.new, int):
        return _parts.row(title, measure, days(item.new), before, overdue=True)
    return _parts.row(title, measure, year_sheets.new_text(item), before)
