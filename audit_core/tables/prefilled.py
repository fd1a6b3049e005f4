"""The prefilled list of an office: what is open and answered for by it, and beside it the cells to fill."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from audit_core.agreement import ItemKey
from audit_core.columns import MELDUNGEN, SHOWN_COLUMNS
from audit_core.standing import ALL, MeasureState, MilestoneState, Standing, counted, own_items
from audit_core.tables.csv_text import Cell, Sheet
from audit_core.terms import NO_AGREEMENT, NO_OFFICE, SCHEDULE, STATUS, is_open
from audit_core.wording.numbers import count, day, percent

KEY_COLUMNS = tuple(MELDUNGEN.column(name).header for name in ("agreement", "number", "milestone"))
FILLED_COLUMNS = tuple(
    MELDUNGEN.column(name).header
    for name in ("stated", "status", "progress", "new_due", "text", "reason", "reported_by")
)
HEADER = (*KEY_COLUMNS, *SHOWN_COLUMNS, *FILLED_COLUMNS)
FROM_MILESTONES = "aus den Meilensteinen"


@dataclass(frozen=True, slots=True)
class OpenItem:
    """One row: an open measure or milestone with what is in force about it; `progress` is 0…1 or None."""

    key: ItemKey
    subject: str
    status: str
    stated_on: date | None
    due: date | None
    progress: float | None
    text: str
    overdue: bool

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The cells that are not to be filled, in the order of HEADER."""
        return (
            self.key.agreement or NO_AGREEMENT, self.key.number, self.key.milestone, self.subject, self.status,
            self.stated_on, self.due or SCHEDULE["no_due"].label,
            None if self.progress is None else percent(self.progress), self.text or None,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class PrefilledList:
    """What an office (None: what nobody is responsible for) has open as of a Stichtag, in natural order."""

    office: str | None
    as_of: date
    agreement: str
    items: tuple[OpenItem, ...]

    @property
    def name(self) -> str:
        """The office in words."""
        return self.office or NO_OFFICE

    @property
    def title(self) -> str:
        """The line above the list."""
        return f"{self.name}: offene Maßnahmen und Meilensteine am {day(self.as_of)}"

    @property
    def counts(self) -> str:
        """How much is open and how much of it overdue, as a sentence."""
        milestones = sum(item.key.milestone is not None for item in self.items)
        overdue = sum(item.overdue for item in self.items)
        scope = "" if self.agreement == ALL else f" in {self.agreement}"
        parts = [
            count(n, one, many)
            for n, one, many in (
                (len(self.items) - milestones, "Maßnahme", "Maßnahmen"),
                (milestones, "Meilenstein", "Meilensteine"),
            )
            if n
        ]
        late = f", davon {count(overdue, 'überfällig', 'überfällig')}" if overdue else ""
        return f"Offen{scope}: {' und '.join(parts) or 'nichts'}{late}."

    @property
    def sheet(self) -> Sheet:
        """The list as a table whose cells to fill are empty."""
        empty: tuple[Cell, ...] = (None,) * len(FILLED_COLUMNS)
        return Sheet(HEADER, tuple((*item.cells, *empty) for item in self.items))


def prefilled_list(whole: Standing, office: str | None, agreement: str = ALL) -> PrefilledList:
    """The list of one office, also if it has nothing open."""
    return PrefilledList(office, whole.as_of, agreement, tuple(_by_office(whole, agreement).get(office, ())))


def prefilled_lists(whole: Standing, agreement: str = ALL) -> tuple[PrefilledList, ...]:
    """The lists of all offices that have something open, by name; what nobody is responsible for comes last."""
    found = _by_office(whole, agreement)
    order = sorted(found, key=lambda office: (office is None, (office or "").casefold(), office or ""))
    return tuple(PrefilledList(office, whole.as_of, agreement, tuple(found[office])) for office in order)


def _by_office(whole: Standing, agreement: str) -> dict[str | None, list[OpenItem]]:
    found: defaultdict[str | None, list[OpenItem]] = defaultdict(list)
    for measure, item in own_items(counted(whole, agreement)):
        if _is_open(item):
            found[item.responsible].append(_open_item(measure, item))
    return dict(found)


def _is_open(item: MeasureState | MilestoneState) -> bool:
    """A milestone whose measure has left or is fulfilled has no Terminlage and is not asked for (R6)."""
    return is_open(item.item.status) and item.item.schedule is not None


def _open_item(measure: MeasureState, item: MeasureState | MilestoneState) -> OpenItem:
    state = item.item
    status = STATUS[state.status].label
    if state.status_from == "milestones":
        status = f"{status} ({FROM_MILESTONES})"
    subject = item.title
    if isinstance(item, MilestoneState) and item.responsible != measure.responsible:
        subject = f"{subject} (zur Maßnahme: {measure.title})"
    return OpenItem(
        item.key, subject, status, state.stated_on, state.due, _progress(item),
        state.entry.text if state.entry else "", state.schedule == "overdue",
    )  # fmt: skip


def _progress(item: MeasureState | MilestoneState) -> float | None:
    """Progress of a measure (R9); of a milestone what its newest Meldung names."""
    if isinstance(item, MeasureState):
        return item.progress
    named = item.item.entry.progress if item.item.entry else None
    return None if named is None else float(named) / 100
