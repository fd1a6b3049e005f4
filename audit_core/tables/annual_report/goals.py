"""The balance of the year, and goal by goal how far its measures are."""

from collections.abc import Iterator

from audit_core import terms
from audit_core.standing import MeasureState, completion
from audit_core.tables.annual_report.view import View, by_field, by_goal
from audit_core.tables.blocks import Block, Cell, Column, Heading, Marked, Paragraph, Table
from audit_core.tables.years import grid
from audit_core.terms import BACK, FORWARD, OTHER, UNCHANGED
from audit_core.wording import schedule
from audit_core.wording import years as year_words
from audit_core.wording.annual_report import goals as wording
from audit_core.wording.fields import field_name
from audit_core.wording.numbers import NOTHING, day, number, percent


def balance(view: View) -> Iterator[Block]:
    """Jahresbilanz: the transition table without its empty rows and columns (R11)."""
    yield Heading(2, wording.BALANCE)
    found = grid(view.balance).trimmed()
    if not found.total:
        yield Paragraph(wording.NO_BALANCE)
        return
    moves = view.balance.by_direction()
    yield Paragraph(wording.balance_moves(moves[FORWARD], moves[BACK], moves[UNCHANGED], moves[OTHER]))
    heads = (
        Column(year_words.FROM_TO, 2.4), *(Column(name, 1.2, right=True) for name in found.columns),
        Column("Summe", 1, right=True),
    )  # fmt: skip
    rows: list[tuple[Cell, ...]] = [
        (label, *(_count(*cell) for cell in cells), _strong(total)) for label, cells, total in found.lines
    ]
    sums = [*found.sums, found.total]
    rows.append((Marked(year_words.sums_label(view.until), strong=True), *(_strong(n) for n in sums)))
    note = f"{year_words.table_remark(view.balance)}. {wording.SHORT_GRID}"
    yield Table(year_words.table_head(view.until.year), heads, tuple(rows), total=True, note=note)


def _strong(n: int) -> Cell:
    return Marked(number(n), strong=True)


def _count(n: int, direction: str) -> Cell:
    return Marked(number(n), direction=direction) if n else ""


def goals(view: View) -> Iterator[Block]:
    """Ziel für Ziel: Handlungsfeld, Ziel, and its measures in a table."""
    yield Heading(2, wording.GOALS)
    if not view.now.measures:
        yield Paragraph(wording.NO_MEASURE)
        return
    fields = by_field(view.now.measures)
    themes = {row.number: row.theme for row in view.known.county.fields_of_action}
    for row in view.now.fields:
        states = fields.get(row.number, [])
        if not states:
            continue
        yield Heading(3, wording.field_heading(row.number, row.title))
        yield Paragraph(_far(states))
        if themes.get(row.number):
            yield Paragraph(f"Leitthema: {themes[row.number]}", "note")
        aims = by_goal(states)
        for title, members in aims.items():
            yield Heading(4, title or wording.NO_GOAL)
            if len(aims) > 1:
                yield Paragraph(_far(members))
            yield _table(view, members)
    empty = [field_name(row.number, row.title) for row in view.now.fields if row.number not in fields]
    if empty and view.asked.responsible is None:
        yield Paragraph(wording.without_measure(empty), "note")


def _far(states: list[MeasureState]) -> str:
    return wording.goal(completion(states), len(states), sum(terms.has_left(m.item.status) for m in states))


def _table(view: View, states: list[MeasureState]) -> Table:
    columns = (
        Column("Maßnahme", 3.8), Column("Status", 2.7), Column("Fortschritt", 1.4, right=True),
        Column("Frist", 1.4, right=True), Column("Terminlage", 2.1), Column("Zuständigkeit", 2.1),
    )  # fmt: skip
    rows = tuple(
        (
            f"{view.number(state.key)} {state.title}", Marked(terms.STATUS[state.item.status].label, state.item.status),
            percent(state.progress), day(state.item.due),
            place(state.item.schedule, schedule.with_days(state.item)), state.responsible or terms.NO_OFFICE,
        )
        for state in states
    )  # fmt: skip
    return Table(wording.GOAL_TABLE, columns, rows)


def place(code: str | None, words: str) -> Cell:
    """A Terminlage with its symbol; a dash where there is none (R6)."""
    return Marked(words, code or "") if words else NOTHING
