"""The figures of a workbook: the overview of a Stichtag, and the Jahresbilanz."""

from collections.abc import Sequence

from audit_core.standing import Completion
from audit_core.tables.csv_text import Cell
from audit_core.tables.overview import Overview
from audit_core.tables.situation import FieldRow, Situation
from audit_core.tables.workbook_columns import Head, ListTable, Shape
from audit_core.tables.workbook_lists import SUBJECT
from audit_core.tables.year_sheets import new_text, old_text
from audit_core.tables.years import TransitionGrid, YearRow, Years
from audit_core.terms import NO_AGREEMENT, SHOWN_ORDER, STATUS
from audit_core.wording import workbook as wording
from audit_core.wording.numbers import day, n_of, share
from audit_core.wording.years import FROM_TO, LIST_TITLE

_FIELD = (Head("Nr.", Shape.KEY, 6), Head("Handlungsfeld", Shape.STRONG, 27))
_STATUSES = tuple(Head(STATUS[code].label, Shape.COUNT, 12.4, status=code) for code in SHOWN_ORDER)


def figures(seen: Overview, before: Situation) -> ListTable:
    """The four figures beside the year before; of an office what is overdue is of no whole."""
    now = seen.situation
    pairs = zip(seen.figures, _counts(now), _counts(before), strict=True)
    then = day(before.as_of)
    heads = (
        Head("Vier Zahlen", Shape.STRONG), Head("n", Shape.COUNT), Head("von N", Shape.COUNT),
        Head(f"n am {then}", Shape.COUNT, 12.4), Head(f"von N am {then}", Shape.COUNT, 12.4),
        Head("Veränderung", Shape.CHANGE),
    )  # fmt: skip
    rows = tuple((figure.label, n, of, n_then, of_then, n - n_then) for figure, (n, of), (n_then, of_then) in pairs)
    return ListTable("zahlen", "Vier Zahlen", heads, rows, start=1)


def _counts(now: Situation) -> tuple[tuple[int, int | None], ...]:
    still_open = now.milestones.open if now.responsible is None else None
    return (
        (now.completion.n, now.completion.of), (now.milestones.n, now.milestones.of),
        (now.overdue.milestones, still_open), (now.stale.n, now.stale.of),
    )  # fmt: skip


def fields(now: Situation, before: Situation) -> ListTable:
    """Each Handlungsfeld beside the year before, and their sum."""
    then = {row.number: row.completion for row in before.fields}
    heads = (
        *_FIELD, Head("umgesetzt", Shape.COUNT), Head("von", Shape.COUNT),
        Head(f"umgesetzt {day(before.as_of)}", Shape.COUNT, 12.4), Head(f"von {day(before.as_of)}", Shape.COUNT, 12.4),
        Head("Veränderung", Shape.CHANGE), Head("Fortschritt", Shape.SHARE), Head("erwartet", Shape.SHARE),
        Head("erwartet aus"), Head("Maßnahmen überfällig", Shape.COUNT, 12.4),
        Head("Meilensteine überfällig", Shape.COUNT, 12.4),
        Head("Daueraufgaben laufen", Shape.COUNT, 13.2), Head("von Daueraufgaben", Shape.COUNT, 13.2),
    )  # fmt: skip
    rows = [_field(row, then.get(row.number, Completion(0, 0, 0, 0))) for row in now.fields]
    total = FieldRow("", "zusammen", now.completion, None, None, 0, now.statuses, now.overdue)
    return ListTable(
        "uebersicht", "Handlungsfelder", heads, (*rows, _field(total, before.completion)), total=True,
    )  # fmt: skip


def _field(row: FieldRow, then: Completion) -> tuple[Cell, ...]:
    done = row.completion
    partly = row.expected is not None and row.expected_of < done.of
    return (
        row.number or None, row.title, done.n, done.of, then.n, then.of, done.n - then.n, row.progress, row.expected,
        n_of(row.expected_of, done.of) if partly else None, row.overdue.measures, row.overdue.milestones,
        done.permanent_running, done.permanent,
    )  # fmt: skip


def field_statuses(now: Situation) -> ListTable:
    """The counts per status of each Handlungsfeld."""
    heads = (*_FIELD, *_STATUSES, Head("Summe", Shape.COUNT, sums=True))
    rows: list[tuple[Cell, ...]] = [
        (row.number, row.title, *(row.statuses.get(code, 0) for code in SHOWN_ORDER), sum(row.statuses.values()))
        for row in now.fields
    ]
    total: tuple[Cell, ...] = (
        None,
        "zusammen",
        *(now.statuses.get(code, 0) for code in SHOWN_ORDER),
        len(now.measures),
    )
    return ListTable("uebersicht_status", "Maßnahmen je Status", heads, (*rows, total), total=True)


def transitions(found: TransitionGrid, years: Years) -> ListTable:
    """The transition table with its sums."""
    columns = tuple(Head(name, Shape.COUNT, 12.4) for name in found.columns)
    heads = (Head(FROM_TO, Shape.STRONG, 20), *columns, Head("Summe", Shape.COUNT, sums=True))
    rows: list[tuple[Cell, ...]] = [(name, *(count for count, _ in cells), total) for name, cells, total in found.lines]
    return ListTable(
        "jahresbilanz",
        wording.balance_title(years.balance.day_from, years.balance.day_to),
        heads,
        (*rows, ("Summe", *found.sums, found.total)),
        total=True,
        note=wording.direction_key(),
        directions=tuple(tuple(direction for _, direction in cells) for _, cells, _ in found.lines),
    )


def year_counts(rows: Sequence[YearRow]) -> ListTable:
    """Counts per status and n von N of every year."""
    heads = (
        Head("Stichtag", Shape.DAY, 20), *_STATUSES, Head("Summe", Shape.COUNT, sums=True),
        Head("umgesetzt", Shape.COUNT), Head("von", Shape.COUNT),
    )  # fmt: skip
    return ListTable(
        "status_je_jahr", "Maßnahmen je Status, Jahr für Jahr", heads,
        tuple(
            (
                row.day, *(row.statuses.get(code, 0) for code in SHOWN_ORDER), row.measures, row.completion.n,
                row.completion.of,
            )
            for row in rows
        ),
    )  # fmt: skip


def kept_in_time(rows: Sequence[YearRow]) -> ListTable:
    """Meilensteine with a Frist in each year, by how they came (R12)."""
    heads = (
        Head("Frist im Jahr", Shape.KEY, 20), Head("fristgerecht", Shape.COUNT), Head("später erreicht", Shape.COUNT),
        Head("offen", Shape.COUNT), Head("mit Frist im Jahr", Shape.COUNT), Head("Anteil fristgerecht", Shape.SHARE),
    )  # fmt: skip
    return ListTable(
        "fristgerecht", "Meilensteine mit Frist im Jahr", heads,
        tuple(
            (
                str(row.year), row.on_time.on_time, row.on_time.late, row.on_time.open, row.on_time.of,
                share(row.on_time.on_time, row.on_time.of),
            )
            for row in rows
        ),
    )  # fmt: skip


def happenings(found: Years) -> ListTable:
    """All that happened in the year, one row each."""
    heads = (
        Head("Was", Shape.STRONG, 24), Head("Zielvereinbarung", Shape.KEY, 16), Head("Nr.", Shape.KEY, 9),
        Head("Meilenstein", Shape.KEY, 12), Head(SUBJECT, width=54), Head("bisher", width=22), Head("neu", width=22),
    )  # fmt: skip
    return ListTable(
        "veraenderungen", "Veränderungen", heads,
        tuple(
            (
                LIST_TITLE[one.what], item.item.agreement or NO_AGREEMENT, item.item.number, item.item.milestone,
                item.title, old_text(item), new_text(item),
            )
            for one in found.lists
            for item in one.items
        ),
        empty=wording.NOTHING_HAPPENED,
    )  # fmt: skip
