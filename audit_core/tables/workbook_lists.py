"""The lists of a workbook: measures, milestones, the log, what is overdue, as of a Stichtag."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from operator import attrgetter

from audit_core.agreement import ItemKey, ReportEntry, is_known, item_order
from audit_core.columns import MASSNAHMEN, MEILENSTEINE, MELDUNGEN, SHOWN_COLUMNS, ExchangeFile
from audit_core.overdue import DueItem
from audit_core.standing import ALL, History, ItemState, MeasureState
from audit_core.tables.asked import Asked
from audit_core.tables.csv_text import Cell, Sheet
from audit_core.tables.exchange import exchange_sheet
from audit_core.tables.measures import STATUS_FROM
from audit_core.tables.situation import Situation
from audit_core.tables.workbook_columns import Head, ListTable, Shape, exchanged
from audit_core.terms import NO_AGREEMENT, NO_OFFICE, SCHEDULE, STATUS
from audit_core.wording import workbook as wording

SUBJECT = SHOWN_COLUMNS[0]
"""„Maßnahme oder Meilenstein“: a header that no upload takes for the name of a measure."""
_NUMBERS = ("agreement", "number")
_MEASURE_PLAN = ("field_of_action", "goal", "partners", "begin", "due", "permanent", "programme", "budget_item")
_MILESTONE_PLAN = ("responsible", "due", "weight")
_STATE = wording.STATE_GROUP
_NOW = (
    Head("Status", Shape.STATUS, 18.5, group=_STATE),
    Head("Terminlage", Shape.SCHEDULE, 18.5, group=_STATE),
    Head("geltende Frist", Shape.DAY, 11, group=_STATE),
)
_PROGRESS, _TEXT = Head("Fortschritt", Shape.SHARE, 11.5, group=_STATE), Head("Sachstand", width=40, group=_STATE)
_MORE = (
    Head("Grund", width=34, group=_STATE),
    Head("Quelle der Meldung", width=34, group=_STATE),
    Head("Status vom", Shape.DAY, 12, group=_STATE),
    Head("Tage überfällig", Shape.COUNT, 11, group=_STATE),
    Head("erste Frist", Shape.DAY, 12, group=_STATE),
    Head("verschoben", Shape.COUNT, 12, group=_STATE),
)
PRINTED = 9
"""How many of the first columns stand on paper: up to the Sachstand, of Meldungen up to the Grund."""
OVERDUE_HEADS = (
    Head("Tage überfällig", Shape.COUNT, 11), Head("Zielvereinbarung", Shape.KEY, 16), Head("Nr.", Shape.KEY, 9),
    Head("Meilenstein", Shape.KEY, 12), Head(SUBJECT, width=46), Head("Zuständigkeit", width=28),
    Head("Status", Shape.STATUS, 18.5), Head("geltende Frist", Shape.DAY, 13), Head("erste Frist", Shape.DAY, 13),
    Head("verschoben", Shape.COUNT, 12),
)  # fmt: skip


def measures(asked: Asked, now: Situation) -> ListTable:
    """A row for each measure of the view: its state, and the plan in the columns of its exchange file.

    The plan has fewer columns than the log: uploaded as a whole, the workbook is taken for the log.
    """
    plan = _Plan(asked.known, MASSNAHMEN, now)
    late = Counter(item.item.measure for item in now.overdue_items if item.item.milestone is not None)
    titles = {row.number: row.title for row in now.fields}
    heads = (
        *plan.heads((*_NUMBERS, "title", "responsible"), ""), *_NOW, _PROGRESS, _TEXT, *_MORE,
        Head("Status aus", width=16, group=_STATE), Head("erwartet", Shape.SHARE, 11, group=_STATE),
        Head("Meilensteine überfällig", Shape.COUNT, 14, group=_STATE),
        Head("letzte Meldung", Shape.DAY, 12, group=_STATE),
        Head("Tage ohne Meldung", Shape.COUNT, 12, group=_STATE), *plan.heads(_MEASURE_PLAN, wording.PLAN_GROUP),
        Head("Handlungsfeld (Name)", width=26, group=wording.PLAN_GROUP),
        Head("Quelle im Plan", width=34, group=wording.PLAN_GROUP),
    )  # fmt: skip
    rows = tuple(
        (
            *plan.cells(m.key, (*_NUMBERS, "title", "responsible")), *_now(m.item), m.progress, _text(m.item),
            *_more(m.item), STATUS_FROM.get(m.item.status_from or ""), m.expected, late[m.key.measure] or None,
            m.last_report, m.stale_days, *plan.cells(m.key, _MEASURE_PLAN),
            titles.get(m.measure.field_of_action) or None, m.measure.source or None,
        )
        for m in now.measures
    )  # fmt: skip
    return ListTable("massnahmen", "Maßnahmen", heads, rows, empty=wording.NO_MEASURE)


def milestones(asked: Asked, now: Situation) -> ListTable:
    """A row for each milestone of the measures of the view."""
    plan = _Plan(asked.known, MEILENSTEINE, now)
    heads = (
        *plan.heads((*_NUMBERS, "milestone", "title"), ""), Head("zuständig ist", width=22, group=_STATE), *_NOW, _TEXT,
        *_MORE, Head("zur Maßnahme", width=36, group=wording.PLAN_GROUP),
        *plan.heads(_MILESTONE_PLAN, wording.PLAN_GROUP),
        Head("Quelle im Plan", width=34, group=wording.PLAN_GROUP),
    )  # fmt: skip
    rows = tuple(
        (
            *plan.cells(m.key, (*_NUMBERS, "milestone", "title")), m.responsible or NO_OFFICE, *_now(m.item),
            _text(m.item), *_more(m.item), measure.title, *plan.cells(m.key, _MILESTONE_PLAN),
            m.milestone.source or None,
        )
        for measure in now.measures
        for m in measure.milestones
    )  # fmt: skip
    return ListTable("meilensteine", "Meilensteine", heads, rows, empty=wording.NO_MILESTONE)


def log(asked: Asked, now: Situation) -> ListTable:
    """The Meldungen up to the Stichtag as known, corrected ones too, in the columns of the exchange file.

    Of a view of all they are all there, also of measures that were taken over.
    """
    entries = known_entries(asked)
    if asked.responsible is not None:
        viewed = {m.key.measure for m in now.measures}
        entries = [entry for entry in entries if entry.item.measure in viewed]
    found = exchange_sheet(replace(asked.known.county, log=tuple(entries)), MELDUNGEN)
    heads = tuple(exchanged(MELDUNGEN, column.attribute) for column in MELDUNGEN.columns)
    return ListTable("meldungen", "Meldungen", heads, found.rows, empty=wording.NO_ENTRY)


def known_entries(asked: Asked) -> list[ReportEntry]:
    """The entries of an agreement up to the Stichtag that counted at the Kenntnisstand, by item, Stand, recording."""
    return sorted(
        (
            entry._replace(revoked_at=None)
            for entry in asked.known.county.log
            if entry.stated_on <= asked.until
            and asked.agreement in (ALL, entry.item.agreement)
            and is_known(entry, asked.known_by)
        ),
        key=lambda entry: (item_order(entry.item), entry.stated_on, entry.recorded_at, entry.sequence),
    )


def overdue(now: Situation) -> ListTable:
    """What is overdue, the longest first."""
    return ListTable(
        "ueberfaellig", "Überfällig", OVERDUE_HEADS, tuple(map(_overdue_row, now.overdue_items)),
        empty=wording.NOTHING_OVERDUE,
    )  # fmt: skip


def _overdue_row(item: DueItem) -> tuple[Cell, ...]:
    return (
        item.days, item.item.agreement or NO_AGREEMENT, item.item.number, item.item.milestone, item.title,
        item.responsible or NO_OFFICE, STATUS[item.status].label, item.due, item.first_due, item.shifts or None,
    )  # fmt: skip


def _now(state: ItemState) -> tuple[Cell, ...]:
    schedule = SCHEDULE[state.schedule].label if state.schedule not in (None, "left") else None
    return STATUS[state.status].label, schedule, state.due


def _text(state: ItemState) -> Cell:
    return (state.entry.text or None) if state.entry else None


def _more(state: ItemState) -> tuple[Cell, ...]:
    entry = state.entry
    told = (None, None) if entry is None else (entry.reason or None, entry.source or None)
    return (*told, state.stated_on, state.days_overdue or None, state.first_due, state.shifts or None)


class _Plan:
    """The rows of the plan of a view as the exchange file words them."""

    def __init__(self, known: History, file: ExchangeFile, now: Situation) -> None:
        self._file = file
        sheet, keys = _plan_sheet(known, file, now.measures)
        self._places = {column.attribute: place for place, column in enumerate(file.columns)}
        self._rows: Mapping[ItemKey, Sequence[Cell]] = dict(zip(keys, sheet.rows, strict=True))

    def heads(self, attributes: Sequence[str], group: str) -> tuple[Head, ...]:
        return tuple(exchanged(self._file, attribute, group) for attribute in attributes)

    def cells(self, key: ItemKey, attributes: Sequence[str]) -> tuple[Cell, ...]:
        row = self._rows[key]
        return tuple(row[self._places[attribute]] for attribute in attributes)


def _plan_sheet(known: History, file: ExchangeFile, measures: Sequence[MeasureState]) -> tuple[Sheet, list[ItemKey]]:
    """The one version of each row that counts; at a Kenntnisstand it does, though it was taken back later."""
    rows = [replace(m.measure, revoked_at=None) for m in measures]
    parts = [replace(part.milestone, revoked_at=None) for m in measures for part in m.milestones]
    county = replace(known.county, measures=tuple(rows), milestones=tuple(parts))
    keys = map(attrgetter("key"), rows if file is MASSNAHMEN else parts)
    return exchange_sheet(county, file), list(keys)
