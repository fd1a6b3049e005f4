"""The Zuständigkeiten: who is late with what, the card of an office, and the Fristen of the coming months."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from audit_core import terms
from audit_core.overdue import DueItem, Office, due_soon_items, stale_measures
from audit_core.standing import MeasureState, Standing
from audit_core.tables.coming import Coming, Month, coming
from audit_core.tables.csv_text import Cell, Sheet
from audit_core.tables.lines import Line
from audit_core.tables.overview import no_measures
from audit_core.tables.situation import Situation, situation
from audit_core.wording.numbers import day, days
from audit_core.wording.situation import (
    NO_COMING,
    NO_COMING_YEAR,
    NO_MEASURE,
    counts,
    in_days,
    letter,
    load,
    numbered,
    shifted,
    since_days,
    who_is_late,
)

NAME, OVERDUE, SOON, STALE, LONGEST = "Zuständigkeit", "überfällig", "bald fällig", "ohne Meldung", "längster Verzug"
DAYS = "Tage"
NARROW_NOTE = "Weitere Spalten stehen rechts: Tabelle seitlich verschieben."
ITEM_HEADER = (
    "Terminlage", "Zielvereinbarung", "Nr.", "Meilenstein", "Bezeichnung", "Maßnahme", "Status", "Frist", "zuerst",
    "verschoben", "Tage",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Card:
    """An office opened: its items by days, what is due soon, what is silent, and what can be taken along."""

    name: str
    counts: str
    overdue: tuple[Line, ...]
    soon: tuple[Line, ...]
    stale: tuple[Line, ...]
    letter: str
    sheet: Sheet

    @property
    def file_name(self) -> str:
        """The name of that file without its ending: letters and digits of the office only."""
        word = "".join(sign if sign.isalnum() else "-" for sign in self.name.casefold())
        return "-".join(filter(None, word.split("-")))[:60]


@dataclass(frozen=True, slots=True)
class Responsibilities:
    """All that the page Zuständigkeiten shows; `cards` stand in the order of `situation.offices`.

    `months` are those of `coming`; `no_months` stands instead of them where they are all 0.
    """

    situation: Situation
    finding: str
    help: str
    note: str
    sheet: Sheet
    cards: tuple[Card, ...]
    coming: Coming
    months: tuple[Month, ...]
    month_sheet: Sheet
    no_months: str
    load: str

    def card(self, rows: Sequence[int]) -> Card | None:
        """The card of the chosen row; None if none is chosen or there is none such any more."""
        return self.cards[rows[0]] if rows and rows[0] < len(self.cards) else None

    @property
    def columns(self) -> dict[str, list[Cell]]:
        """The offices column by column; beside the bar its days as German text, nothing where there are none."""
        found = self.sheet.columns
        return {**found, DAYS: [days(n) if isinstance(n, int) else "" for n in found[LONGEST]]}

    @property
    def longest_days(self) -> int:
        """The longest delay of all, the full length of the bars; never 0."""
        return max((office.longest_days for office in self.situation.offices), default=0) or 1


def responsibilities(whole: Standing, agreement: str, responsible: str | None = None) -> Responsibilities:
    """The Zuständigkeiten of a view on a Stichtag."""
    now = situation(whole, agreement, responsible)
    soon = due_soon_items(now.measures, responsible)
    ahead = coming(now.measures, now.as_of, responsible)
    months, nothing = ahead.months, no_measures(now, whole)
    return Responsibilities(
        situation=now,
        finding=nothing[0] or _finding(now, len(soon)),
        help=nothing[1] or _help(now),
        note=_note(now),
        sheet=_sheet(now),
        cards=_cards(now, soon, stale_measures(now.measures, responsible)),
        coming=ahead,
        months=months,
        month_sheet=Sheet(("Monat", "Fristen"), tuple((month.name, month.fristen) for month in months)),
        no_months="" if ahead.items else NO_COMING_YEAR if ahead.later else NO_COMING,
        load=load(len(ahead.all), len(ahead.later), f"dem {day(ahead.last)}"),
    )


def _finding(now: Situation, soon: int) -> str:
    if not now.measures:
        return NO_MEASURE
    first = now.offices[0] if now.offices else Office(None, 0, 0, 0, 0)
    return who_is_late(
        first.responsible, first.overdue, now.overdue.measures, now.overdue.milestones, soon, now.responsible
    )


def _help(now: Situation) -> str:
    if not now.offices:
        return (
            "Keine Stelle hat etwas Überfälliges, bald Fälliges oder Maßnahmen ohne aktuelle Meldung. "
            "Für einen anderen Tag ändern Sie oben den Stichtag."
        )
    return ""


def _note(now: Situation) -> str:
    totals = counts(
        sum(o.overdue for o in now.offices), sum(o.due_soon for o in now.offices), sum(o.stale for o in now.offices),
        "ohne aktuelle Meldung",
    ).replace(" · ", ", ")  # fmt: skip
    return f"{now.responsible or 'Alle Stellen'}: {totals}. Zeile wählen öffnet die Stelle."


def _sheet(now: Situation) -> Sheet:
    """The offices; empty instead of 0."""
    rows = [
        (
            o.responsible or terms.NO_OFFICE,
            o.overdue or None,
            o.due_soon or None,
            o.stale or None,
            o.longest_days or None,
        )
        for o in now.offices
    ]
    return Sheet((NAME, OVERDUE, SOON, STALE, LONGEST), tuple(rows))


def _cards(now: Situation, soon: Iterable[DueItem], stale: Iterable[MeasureState]) -> tuple[Card, ...]:
    late_of, soon_of = _by_office(now.overdue_items), _by_office(soon)
    stale_of: dict[str | None, list[MeasureState]] = defaultdict(list)
    for measure in stale:
        stale_of[measure.responsible].append(measure)
    return tuple(
        _card(office, now.as_of, late_of[office.responsible], soon_of[office.responsible], stale_of[office.responsible])
        for office in now.offices
    )


def _by_office(items: Iterable[DueItem]) -> dict[str | None, list[DueItem]]:
    found: dict[str | None, list[DueItem]] = defaultdict(list)
    for item in items:
        found[item.responsible].append(item)
    return found


def _card(
    office: Office, as_of: date, late: Sequence[DueItem], soon: Sequence[DueItem], silent: Sequence[MeasureState]
) -> Card:
    return Card(
        name=office.responsible or terms.NO_OFFICE,
        counts=counts(office.overdue, office.due_soon, office.stale),
        overdue=tuple(
            Line(i.title, numbered(shifted(i.due, i.first_due, i.shifts), i.item), days(i.days), "", i.item.measure)
            for i in late
        ),
        soon=tuple(Line(i.title, "", in_days(i.due, as_of), "", i.item.measure) for i in soon),
        stale=tuple(Line(m.title, "", since_days(m.stale_days or 0), "", m.key.measure) for m in silent),
        letter=letter(office.responsible, as_of, late, soon, silent),
        sheet=Sheet(
            ITEM_HEADER,
            (
                *(_item("overdue", item, item.days) for item in late),
                *(_item("due_soon", item, (item.due - as_of).days) for item in soon),
                *(_silent_item(measure) for measure in silent),
            ),
        ),
    )


def _item(schedule: str, item: DueItem, n: int) -> tuple[Cell, ...]:
    return (
        terms.SCHEDULE[schedule].label, item.item.agreement, item.item.number, item.item.milestone, item.title,
        item.measure_title, terms.STATUS[item.status].label, item.due, item.first_due, item.shifts, n,
    )  # fmt: skip


def _silent_item(measure: MeasureState) -> tuple[Cell, ...]:
    state = measure.item
    return (
        "ohne aktuelle Meldung", measure.key.agreement, measure.key.number, None, measure.title, measure.title,
        terms.STATUS[state.status].label, state.due, state.first_due, state.shifts, measure.stale_days,
    )  # fmt: skip
