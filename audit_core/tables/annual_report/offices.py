"""Overdue items by office, and the permanent tasks."""

from collections import defaultdict
from collections.abc import Iterator

from audit_core import terms
from audit_core.overdue import DueItem
from audit_core.standing import ALL
from audit_core.tables.annual_report.view import View
from audit_core.tables.blocks import Block, Column, Heading, Marked, Paragraph, Table
from audit_core.wording.annual_report import missed as wording
from audit_core.wording.annual_report.counting import capital
from audit_core.wording.numbers import NOTHING, day, days, number, times


def offices(view: View) -> Iterator[Block]:
    """Überfälliges nach Zuständigkeit."""
    yield Heading(2, wording.OFFICES)
    found = view.now.offices
    late = view.now.overdue
    named = sum(office.overdue > 0 for office in found if office.responsible is not None)
    unassigned = sum(office.overdue for office in found if office.responsible is None)
    yield Paragraph(wording.offices(named, unassigned, late.measures, late.milestones))
    if not found:
        return
    yield Table(
        wording.OFFICES_CAPTION,
        (Column("Zuständigkeit", 4), Column("überfällig", 1.3, right=True), Column("bald fällig", 1.3, right=True),
         Column("ohne Meldung", 1.4, right=True), Column("längster Verzug", 1.6, right=True)),
        tuple(
            (
                office.responsible or terms.NO_OFFICE, number(office.overdue), number(office.due_soon),
                number(office.stale), days(office.longest_days) if office.longest_days else NOTHING,
            )
            for office in found
        ),
        note=wording.OFFICES_NOTE,
    )  # fmt: skip
    items: dict[str | None, list[DueItem]] = defaultdict(list)
    for item in view.now.overdue_items:
        items[item.responsible].append(item)
    for office in found:
        if items[office.responsible]:
            name = office.responsible or capital(terms.NO_OFFICE)
            yield from _office(view, name, items[office.responsible])


def _office(view: View, name: str, items: list[DueItem]) -> Iterator[Block]:
    yield Heading(3, name)
    yield Table(
        wording.OFFICE_CAPTION,
        (Column("Maßnahme oder Meilenstein", 5), Column("Frist", 1.5, right=True),
         Column("überfällig seit", 1.6), Column("verschoben", 1.5)),
        tuple(
            (
                view.name(item.item, item.title), day(item.due), Marked(wording.since(item.days), "overdue"),
                times(item.shifts) if item.shifts else NOTHING,
            )
            for item in items
        ),
    )  # fmt: skip


def permanent_tasks(view: View) -> Iterator[Block]:
    """Daueraufgaben."""
    yield Heading(2, wording.PERMANENT_TASKS)
    whole = view.asked.agreement == ALL and view.asked.responsible is None
    became = sum(m.item.status == "ongoing" and not m.measure.permanent for m in view.now.measures)
    yield Paragraph(wording.permanent(view.now.completion, became, whole))
    staying = [m for m in view.now.measures if m.measure.permanent and not terms.has_left(m.item.status)]
    if staying:
        yield Table(
            wording.PERMANENT_CAPTION,
            (Column("Daueraufgabe", 4.5), Column("läuft", 0.9), Column("Status", 2), Column("Stand", 1.4),
             Column("Zuständigkeit", 2.4)),
            tuple(
                (
                    view.name(m.key, m.title), "ja" if m.item.status in terms.RUNNING else "nein",
                    Marked(terms.STATUS[m.item.status].label, m.item.status),
                    view.stated(m),
                    m.responsible or terms.NO_OFFICE,
                )
                for m in staying
            ),
        )  # fmt: skip
