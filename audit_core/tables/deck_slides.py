"""The slides behind the Handlungsfelder: overdue, year on year, transitions, what was not reached, what comes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from audit_core.overdue import DueItem
from audit_core.standing import History, MeasureState, MilestoneState, own_items
from audit_core.tables.blocks import Cell, Column, Marked, Table
from audit_core.tables.coming import Coming
from audit_core.tables.deck_charts import month_chart, office_chart, year_chart
from audit_core.tables.deck_parts import Rows, Slide
from audit_core.tables.reasons import reason
from audit_core.tables.responsibilities import Responsibilities
from audit_core.tables.situation import Situation
from audit_core.tables.years import Years, grid, only_earlier
from audit_core.terms import NO_OFFICE, SHOWN_ORDER, STATUS
from audit_core.wording import deck as wording
from audit_core.wording import years as years_wording
from audit_core.wording.numbers import day, days, number
from audit_core.wording.schedule import with_days
from audit_core.wording.situation import item_name, numbered, shifted

OFFICES_SHOWN, LONGEST_SHOWN, REASONS_SHOWN, COMING_SHOWN, YEARS_SHOWN, MOST_IN_NOTES = 7, 5, 5, 6, 8, 80
_LONGEST = (Column("Am längsten überfällig", 4), Column("", 1.7, right=True))
_COMING = (Column("Frist", 1.35), Column("Was", 4.2))
_REASONS = (Column("Was", 5), Column("Stand", 2.7), Column("Grund", 4.4))


@dataclass(frozen=True, slots=True)
class Told:
    """What all slides say alike: the Stichtag, the day it is compared with, and the last paragraph of their notes."""

    until: date
    before: date
    source: str


def overdue_slide(late: Responsibilities, told: Told) -> Slide:
    """Who is late with what: bars per office, and the items that are late for the longest."""
    items = late.situation.overdue_items
    offices = tuple(office for office in late.situation.offices if office.overdue)
    shown = offices[:OFFICES_SHOWN]
    notes = (late.finding, *_listed(_late(item) for item in items), wording.OVERDUE, told.source)
    if not items:
        return Slide("overdue", late.finding, notes, wording.ABOVE_OVERDUE, lines=(wording.NOTHING_LATE,))
    lines = (
        wording.more(
            len(items) - LONGEST_SHOWN if len(items) > LONGEST_SHOWN else 0, "weitere Frist", "weitere Fristen"
        ),
        wording.more(len(offices) - len(shown), "weitere Stelle", "weitere Stellen"),
    )
    return Slide(
        "overdue", late.finding, notes, wording.ABOVE_OVERDUE,
        rows=Rows(("Zuständigkeit",), tuple((office.responsible or NO_OFFICE,) for office in shown)),
        chart=office_chart(shown),
        table=Table("Am längsten überfällig", _LONGEST, tuple(map(_late_row, items[:LONGEST_SHOWN]))),
        lines=lines,
    )  # fmt: skip


def _late_row(item: DueItem) -> tuple[Cell, ...]:
    return (
        Marked("\n".join((item.title, numbered(item.responsible or NO_OFFICE, item.item))), strong=True),
        Marked("\n".join((days(item.days), f"Frist {day(item.due)}")), status="overdue"),
    )


def _late(item: DueItem) -> str:
    office = item.responsible or NO_OFFICE
    late = f"{days(item.days)}, {shifted(item.due, item.first_due, item.shifts)}"
    return f"{item_name(item.item, item.title)} ({office}): {late}."


def years_slide(found: Years, told: Told) -> Slide:
    """Columns per year up to the chosen one."""
    rows = tuple(row for row in found.rows if row.day <= told.until)[-YEARS_SHOWN:]
    last = rows[-1]
    hidden = found.hidden + len([row for row in found.rows if row.day <= told.until]) - len(rows)
    finding = years_wording.headline(found.balance, last.measures)
    in_time = [f"{row.year}: {years_wording.on_time_label(row.on_time)}" for row in rows]
    more = years_wording.chosen_years(rows[0].year, last.year, hidden)
    return Slide(
        "years", finding,
        (
            finding, f"Meilensteine mit Frist im Jahr, fristgerecht: {'; '.join(in_time)}.", *([more] if more else []),
            wording.YEARS, wording.DONE, wording.ON_TIME, wording.STATUSES, told.source,
        ),
        wording.ABOVE_YEARS, key=tuple((code, last.statuses[code]) for code in years_order(last.statuses)),
        earlier=years_order(only_earlier(rows)),
        chart=year_chart(rows), lines=(more,) if more else (),
    )  # fmt: skip


def years_order(statuses: Iterable[str]) -> tuple[str, ...]:
    """The statuses of a column in the order in which they lie on each other, the top one first."""
    found = set(statuses)
    return tuple(code for code in reversed(SHOWN_ORDER) if code in found)


def transitions_slide(found: Years, told: Told) -> Slide:
    """Where the measures of the year went: the transition table without its empty rows and columns, with all sums."""
    whole = grid(found.balance).trimmed()
    rows: list[tuple[Cell, ...]] = []
    for name, cells, total in whole.lines:
        counts = [Marked(number(n), direction=way, strong=way != "unchanged") if n else "" for n, way in cells]
        rows.append((name, *counts, number(total)))
    rows.append((years_wording.sums_label(found.balance.day_to), *map(number, whole.sums), number(whole.total)))
    heads = (Column(years_wording.FROM_TO, 2.2), *(Column(name, 1, right=True) for name in whole.columns))
    finding = wording.moved(found.balance.by_direction(), told.until.year)
    remark = years_wording.table_remark(found.balance)
    legend = tuple(years_wording.directions(found.balance))
    said = ", ".join(word.replace("\xa0", " ") for _, word in legend)
    return Slide(
        "transitions", finding,
        (finding, f"{said}.", wording.TRANSITIONS, wording.DIRECTIONS, told.source),
        wording.ABOVE_TRANSITIONS.format(told.until.year),
        table=Table(remark, (*heads, Column("Summe", 1, right=True)), tuple(rows), total=True),
        tints=legend, lines=(f"{remark}.",),
    )  # fmt: skip


def reasons_slide(known: History, now: Situation, told: Told) -> list[Slide]:
    """What was not reached and why; no slide where nothing is missing."""
    items = not_reached(known, now, told.until)
    if not items:
        return []
    measures = sum(isinstance(item, MeasureState) for item, _ in items)
    finding = wording.not_reached(measures, len(items) - measures, sum(bool(reason) for _, reason in items))
    shown = items[:REASONS_SHOWN]
    rows = tuple(_reason_row(item, reason) for item, reason in shown)
    spoken = (f"{_what(item)}: {_state(item)}. Grund: {reason or wording.NO_REASON}" for item, reason in items)
    more = wording.more(len(items) - len(shown), "weiterer Eintrag", "weitere Einträge")
    return [
        Slide(
            "reasons", finding, (finding, *_listed(spoken), wording.REASONS, wording.OVERDUE, told.source),
            wording.ABOVE_REASONS, table=Table("Nicht erreicht, mit Grund", _REASONS, rows),
            lines=(more,) if more else (),
        )
    ]  # fmt: skip


def not_reached(known: History, now: Situation, until: date) -> list[tuple[MeasureState | MilestoneState, str]]:
    """What was not reached, each with its Grund ("" without one).

    First the measures that are on hold or left, then what is overdue; of each those with a Grund first.
    """
    items = [(item, _reason(known, item, until)) for item in _missed(now)]
    return sorted(items, key=lambda one: (one[0].item.schedule == "overdue", not one[1]))


def _missed(now: Situation) -> list[MeasureState | MilestoneState]:
    found: list[MeasureState | MilestoneState] = [m for m in now.measures if STATUS[m.item.status].needs_reason]
    return found + [item for _, item in own_items(now.measures, now.responsible) if item.item.schedule == "overdue"]


def _reason(known: History, item: MeasureState | MilestoneState, until: date) -> str:
    """The Grund with the Stand of an older Meldung that gives it; of what waits or left only the one for that."""
    text, stated = reason(known, item.key, until, of_status=item.item.schedule != "overdue")
    return f"{text} (Stand {stated})" if stated else text


def _what(item: MeasureState | MilestoneState) -> str:
    return item_name(item.key, item.title)


def _state(item: MeasureState | MilestoneState) -> str:
    late = with_days(item.item) if item.item.schedule == "overdue" else ""
    return ", ".join(filter(None, (STATUS[item.item.status].label, late)))


def _reason_row(item: MeasureState | MilestoneState, reason: str) -> tuple[Cell, ...]:
    code = item.item.status
    state = Marked(STATUS[code].label, status=code)
    if item.item.schedule == "overdue":
        state = Marked(with_days(item.item), status="overdue")
    what = "\n".join((_what(item), item.responsible or NO_OFFICE))
    return Marked(what, strong=True), state, reason or wording.NO_REASON


def coming_slide(ahead: Coming, told: Told) -> Slide:
    """The Fristen of the next twelve months, and the next of all."""
    coming, within = ahead.all, len(ahead.items)
    finding = wording.next_dues(within, ahead.next.due if ahead.next else None, ahead.last)
    spoken = (f"{day(one.due)}: {item_name(one.item, one.title)} ({one.responsible or NO_OFFICE})" for one in coming)
    notes = (finding, *_listed(spoken), wording.COMING, told.source)
    if not coming:
        return Slide("coming", finding, notes, wording.ABOVE_COMING, lines=(wording.NOTHING_COMING,))
    rows = tuple(
        (day(one.due), Marked("\n".join((one.title, numbered(one.responsible or NO_OFFICE, one.item))), strong=True))
        for one in coming[:COMING_SHOWN]
    )
    more = wording.more(len(coming) - len(rows), "weitere Frist", "weitere Fristen")
    return Slide(
        "coming", finding, notes, wording.ABOVE_COMING, chart=month_chart(ahead.months) if within else None,
        table=Table("Die nächsten Fristen", _COMING, rows), lines=(more,) if more else (),
    )  # fmt: skip


def _listed(lines: Iterable[str]) -> list[str]:
    """Lines of the notes; of very many the first, and how many there are more."""
    found = list(lines)
    if len(found) <= MOST_IN_NOTES:
        return found
    return [
        *found[:MOST_IN_NOTES],
        wording.more(len(found) - MOST_IN_NOTES, "weiterer Eintrag", "weitere Einträge", "siehe Arbeitsmappe"),
    ]
