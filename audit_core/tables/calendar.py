"""The Fristen of an office or of all as events that keep their identity: told again, they move (R4, R5)."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

from audit_core.agreement import ItemKey, Measure, MeasureKey, Milestone
from audit_core.standing import ALL, History, MeasureState, MilestoneState, Standing, concerns, own_items, standing
from audit_core.tables.asked import Asked
from audit_core.terms import NO_AGREEMENT, NO_OFFICE, SCHEDULE, STATUS, has_left, is_fulfilled, is_open
from audit_core.wording import calendar as wording
from audit_core.wording import subject
from audit_core.wording.numbers import day
from audit_core.wording.schedule import with_days
from audit_core.wording.situation import shifted

_COMING = frozenset({"due_soon", "on_plan"})
"""Of what is overdue already an alarm two weeks before its day would ring at once."""


@dataclass(frozen=True, slots=True)
class DueEvent:
    """A Frist in force. `sequence` grows with all that is recorded about its measure; `changed_at` is the newest of it.

    `changed_at` is None where nothing says when anything became known. `cancelled`: it left the plan or its measure
    did; `alarm`: it is open and its Frist is still to come.
    """

    county: str
    item: ItemKey
    due: date
    summary: str
    description: str
    categories: tuple[str, ...]
    alarm: bool
    cancelled: bool
    sequence: int
    changed_at: datetime | None

    @property
    def uid(self) -> str:
        """The same for an item in every calendar of its county, whatever is reported about it.

        Two counties have the same numbers: without its name, one would overwrite the other where both are read in.
        """
        county = " ".join(self.county.casefold().split())
        key = "\x1f".join((county, *(part or "" for part in self.item)))
        return f"{sha256(key.encode('utf-8', 'surrogatepass')).hexdigest()[:40]}@auditmonitor"


@dataclass(frozen=True, slots=True)
class Fristen:
    """A calendar: its name, what it holds, and its events by day."""

    name: str
    about: str
    as_of: date
    events: tuple[DueEvent, ...]


def fristen(asked: Asked) -> Fristen:
    """The Fristen from the year's begin on, and before it what is open or was reported about since.

    Of an office its own items (R5). Of all agreements also what was taken over by a later one: as cancelled, so that
    it disappears where it was read in before.
    """
    county = asked.known.county
    whole = standing(asked.known, asked.until)
    warning = subject.invented(county.name) if county.invented else ""
    recorded = _Recorded(asked)
    titles = {row.number: row.title for row in county.fields_of_action}
    begin = date(asked.year, 1, 1)
    events = []
    for measure, item in own_items(_viewed(whole, asked), asked.responsible):
        state = item.item
        if state.due is None or not _is_shown(item, begin):
            continue
        taken_over = asked.agreement == ALL and asked.known.taken_over(measure.key.measure, asked.until)
        done = is_fulfilled(state.status)
        sequence, changed_at = recorded.of(measure.key.measure)
        field = measure.measure.field_of_action
        named = f"{field} {titles.get(field, '')}".strip()
        events.append(
            DueEvent(
                county.name, item.key, state.due, wording.summary(item.key, item.title, done),
                wording.description(_lines(measure, item, named, asked.until), warning),
                tuple(filter(None, (titles.get(field) or field, item.responsible))),
                state.schedule in _COMING and not taken_over,
                has_left(state.status) or has_left(measure.item.status) or (taken_over and not done),
                sequence + taken_over, changed_at,
            )
        )  # fmt: skip
    events.sort(key=lambda event: event.due)
    return Fristen(
        wording.name(county.name, asked.responsible, county.invented),
        wording.about(asked.agreement_name, asked.until, warning), asked.until, tuple(events),
    )  # fmt: skip


def _viewed(whole: Standing, asked: Asked) -> list[MeasureState]:
    return [
        m
        for m in whole.measures
        if asked.agreement in (ALL, m.measure.agreement)
        and (asked.responsible is None or concerns(m, asked.responsible))
    ]


def _is_shown(item: MeasureState | MilestoneState, begin: date) -> bool:
    state = item.item
    is_waiting = is_open(state.status) and state.schedule is not None
    is_recent = state.stated_on is not None and state.stated_on >= begin
    return is_waiting or is_recent or (state.due is not None and state.due >= begin)


def _lines(
    measure: MeasureState, item: MeasureState | MilestoneState, field: str, as_of: date
) -> list[tuple[str, str]]:
    state, status = item.item, STATUS[item.item.status]
    stated = f", Stand {day(state.stated_on)}" if state.stated_on else ""
    schedule = with_days(state)
    if state.schedule is not None and schedule:
        schedule = f"{SCHEDULE[state.schedule].symbol} {schedule}"
    due = shifted(state.due, state.first_due, state.shifts) if state.due and state.first_due else ""
    is_milestone = isinstance(item, MilestoneState)
    return [
        ("zur Maßnahme" if is_milestone else "Ziel", measure.title if is_milestone else measure.measure.goal),
        ("Status", f"{status.symbol} {status.label}{stated}"),
        ("Terminlage", schedule),
        ("", due),
        ("Zuständig", item.responsible or NO_OFFICE),
        ("Handlungsfeld", field),
        ("Zielvereinbarung", measure.measure.agreement or NO_AGREEMENT),
        ("", f"So am Stichtag {day(as_of)}."),
    ]


class _Recorded:
    """What was recorded about each measure, its milestones included: how often, and when last.

    Counted are versions of the plan, Meldungen up to the Stichtag and what was taken back, as far as known: an event
    of a later Stichtag or Kenntnisstand never has a lower number.
    """

    def __init__(self, asked: Asked) -> None:
        self._count: defaultdict[MeasureKey, int] = defaultdict(int)
        self._newest: dict[MeasureKey, datetime] = {}
        self._known_by = asked.known_by
        stored = _stored(asked.known)
        for key, moments in stored[0]:
            self._note(key, moments)
        for key, stated_on, moments in stored[1]:
            if stated_on <= asked.until:
                self._note(key, moments)

    def of(self, measure: MeasureKey) -> tuple[int, datetime | None]:
        return self._count[measure], self._newest.get(measure)

    def _note(self, measure: MeasureKey, moments: Iterable[datetime | None]) -> None:
        for place, moment in enumerate(moments):
            if moment is None:
                self._count[measure] += place == 0  # what was always known counts, what was not taken back does not
            elif self._known_by is None or moment <= self._known_by:
                self._count[measure] += 1
                self._newest[measure] = max(self._newest.get(measure, moment), moment)


_Moments = tuple[datetime | None, datetime | None]


def _stored(known: History) -> tuple[list[tuple[MeasureKey, _Moments]], list[tuple[MeasureKey, date, _Moments]]]:
    """When each version of the plan and each Meldung was recorded and revoked; what came later is left out above."""
    rows: tuple[Measure | Milestone, ...] = (*known.stored.measures, *known.stored.milestones)
    return (
        [(row.key.measure, (row.recorded_at, row.revoked_at)) for row in rows],
        [(row.item.measure, row.stated_on, (row.recorded_at, row.revoked_at)) for row in known.stored.log],
    )
