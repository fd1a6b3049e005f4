"""The tables of a Jahresbilanz as people read and save them: the same numbers as its pictures."""

from datetime import date

from audit_core.tables.csv_text import Sheet
from audit_core.tables.years import Happening, TransitionGrid, Years
from audit_core.terms import SHOWN_ORDER, STATUS
from audit_core.wording.numbers import day, days, percent, share
from audit_core.wording.words import label
from audit_core.wording.years import FROM_TO, LIST_TITLE, NOT_IN_PLAN


def status_sheet(found: Years) -> Sheet:
    """Counts per status of every shown year, and the completion."""
    header = ("Jahr", "Stichtag", *(STATUS[code].label for code in SHOWN_ORDER), "Summe", "n umgesetzt", "von N")
    return Sheet(
        header,
        tuple(
            (
                row.year, day(row.day), *(row.statuses.get(code, 0) for code in SHOWN_ORDER),
                row.measures, row.completion.n, row.completion.of,
            )
            for row in found.rows
        ),
    )  # fmt: skip


def transition_sheet(found: TransitionGrid) -> Sheet:
    """The transition table."""
    lines: list[tuple[str | int, ...]] = [
        (name, *[count for count, _ in cells], total) for name, cells, total in found.lines
    ]
    return Sheet((FROM_TO, *found.columns, "Summe"), (*lines, ("Summe", *found.sums, found.total)))


def on_time_sheet(found: Years) -> Sheet:
    """Meilensteine with a Frist in the year, by how they came."""
    return Sheet(
        ("Jahr", "fristgerecht", "später erreicht", "offen", "mit Frist im Jahr", "Anteil fristgerecht"),
        tuple(
            (
                row.year, row.on_time.on_time, row.on_time.late, row.on_time.open, row.on_time.of,
                percent(share(row.on_time.on_time, row.on_time.of)),
            )
            for row in found.rows
        ),
    )  # fmt: skip


def field_sheet(found: Years) -> Sheet:
    """Completion of every Handlungsfeld at both ends of the year, and its change."""
    both = (found.balance.day_from, found.balance.day_to)
    ends = [f"{word} {day(end)}" for end in both for word in ("umgesetzt", "von")]
    return Sheet(
        ("Nr.", "Handlungsfeld", *ends, "Veränderung"),
        tuple(
            (row.number, row.title, row.before.n, row.before.of, row.after.n, row.after.of, row.after.n - row.before.n)
            for row in found.fields
        ),
    )


def happening_sheet(found: Years) -> Sheet:
    """All that happened in the year, one row each."""
    return Sheet(
        ("Was", "Nr.", "Meilenstein", "Bezeichnung", "bisher", "neu"),
        tuple(
            (
                LIST_TITLE[one.what], item.item.number, item.item.milestone or "", item.title,
                old_text(item), new_text(item),
            )
            for one in found.lists
            for item in one.items
        ),
    )  # fmt: skip


def old_text(item: Happening) -> str:
    """What an item was before: a status, a Frist, or nothing."""
    if item.old is None:
        return NOT_IN_PLAN
    if isinstance(item.old, int):
        return f"Frist {day(item.due)}"
    return day(item.old) if isinstance(item.old, date) else label(item.old)


def new_text(item: Happening) -> str:
    """What an item became."""
    if isinstance(item.new, int):
        return f"{days(item.new)} überfällig"
    return day(item.new) if isinstance(item.new, date) else label(str(item.new))
