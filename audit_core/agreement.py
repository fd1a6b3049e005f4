"""The rows of a county: its plan in all versions, its log, and what surrounds them; frozen values."""

import re
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import NamedTuple, Protocol

from audit_core.dates import OfficeDate

ONE = Decimal(1)

MeasureKey = tuple[str | None, str]
"""(Kürzel of the Zielvereinbarung or None, Nr.)"""


class ItemKey(NamedTuple):
    """A measure, or with `milestone` one of its milestones."""

    agreement: str | None
    number: str
    milestone: str | None = None

    @property
    def measure(self) -> MeasureKey:
        return (self.agreement, self.number)


@dataclass(frozen=True, slots=True)
class FieldOfAction:
    """A Handlungsfeld."""

    number: str
    title: str
    theme: str = ""
    programme_field: str = ""
    source: str = ""
    recorded_at: datetime | None = None
    revoked_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """A Zielvereinbarung; `end` None means it runs up to the day before the next one begins (R0)."""

    code: str
    title: str
    begin: OfficeDate
    end: OfficeDate | None = None
    procedure: str = ""
    paper: str = ""
    source: str = ""
    recorded_at: datetime | None = None
    revoked_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """A Maßnahme as the plan has it; `field_of_action` is the number of its Handlungsfeld."""

    agreement: str | None
    number: str
    field_of_action: str
    title: str
    goal: str = ""
    description: str = ""
    responsible: str | None = None
    partners: str = ""
    begin: OfficeDate | None = None
    due: OfficeDate | None = None
    permanent: bool = False
    weight: Decimal = ONE
    included: OfficeDate | None = None
    predecessor: MeasureKey | None = None
    criterion: str = ""
    target: str = ""
    programme: str = ""
    budget_item: str = ""
    assignment: str = ""
    source: str = ""
    recorded_at: datetime | None = None
    revoked_at: datetime | None = None
    key: ItemKey = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "key", ItemKey(self.agreement, self.number))


@dataclass(frozen=True, slots=True)
class Milestone:
    """A Meilenstein of a measure."""

    agreement: str | None
    number: str
    milestone: str
    title: str
    responsible: str | None = None
    due: OfficeDate | None = None
    weight: Decimal = ONE
    source: str = ""
    recorded_at: datetime | None = None
    revoked_at: datetime | None = None
    key: ItemKey = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "key", ItemKey(self.agreement, self.number, self.milestone))


class ReportEntry(NamedTuple):
    """A Meldung. `stated_on` is the day it is computed with, `stated` the wording with its first possible day (R3).

    `sequence` grows in the order of recording; `revoked_at` is when its upload was taken back.
    `progress` is in percent (0–100).
    """

    item: ItemKey
    stated_on: date
    stated: OfficeDate
    status: str
    recorded_at: datetime
    sequence: int = 0
    progress: Decimal | None = None
    new_due: OfficeDate | None = None
    text: str = ""
    reason: str = ""
    reported_by: str = ""
    source: str = ""
    revoked_at: datetime | None = None
    upload: int = 0


@dataclass(frozen=True, slots=True)
class Consultation:
    """One Beratung of a Beschlussvorlage in one Gremium with its votes (None: not stated)."""

    paper: str
    subject: str
    committee: str
    day: OfficeDate
    yes: int | None = None
    no: int | None = None
    abstained: int | None = None
    biased: int | None = None
    result: str = ""
    measures: tuple[MeasureKey, ...] = ()
    source: str = ""
    recorded_at: datetime | None = None
    revoked_at: datetime | None = None

    @property
    def key(self) -> Hashable:
        """What makes two rows versions of one."""
        return (self.paper, self.subject, self.committee, self.day.first, self.day.last)


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened in the audit; `day` None: the date is not known."""

    day: OfficeDate | None
    kind: str
    text: str
    conflicts_with: str = ""
    remark: str = ""
    source: str = ""
    recorded_at: datetime | None = None
    revoked_at: datetime | None = None

    @property
    def key(self) -> Hashable:
        """What makes two rows versions of one."""
        return (self.day and (self.day.first, self.day.last), self.kind, self.text)


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One value of a Kennzahl."""

    name: str
    day: OfficeDate
    value: Decimal
    field_of_action: str = ""
    unit: str = ""
    measures: tuple[MeasureKey, ...] = ()
    source: str = ""
    recorded_at: datetime | None = None
    revoked_at: datetime | None = None

    @property
    def key(self) -> Hashable:
        """What makes two rows versions of one."""
        return (self.name, self.field_of_action, self.unit, self.day.first, self.day.last, self.source)


class _Versioned(Protocol):
    @property
    def recorded_at(self) -> datetime | None: ...

    @property
    def revoked_at(self) -> datetime | None: ...


@dataclass(frozen=True, slots=True)
class County:
    """All that is stored of a county. Of plan rows every version is here, in the order of recording.

    A plan row without `recorded_at` was there from the first start and is known at every Kenntnisstand (R2);
    `revoked_at` is when the upload it came by was taken back.
    """

    name: str
    invented: bool = False
    note: str = ""
    fields_of_action: tuple[FieldOfAction, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    measures: tuple[Measure, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    log: tuple[ReportEntry, ...] = ()
    consultations: tuple[Consultation, ...] = ()
    events: tuple[Event, ...] = ()
    key_figures: tuple[KeyFigure, ...] = ()
    source: str = ""
    revision: str = field(default="", compare=False)

    def plan_known_by(self, known_by: datetime | None) -> "County":
        """The county with one version of every plan row: the newest recorded up to `known_by` and not revoked (R2)."""
        return replace(
            self,
            fields_of_action=_newest(self.fields_of_action, lambda row: row.number, known_by),
            agreements=_newest(self.agreements, lambda row: row.code, known_by),
            measures=_newest(self.measures, lambda row: row.key, known_by),
            milestones=_newest(self.milestones, lambda row: row.key, known_by),
            consultations=_newest_together(self.consultations, known_by),
            events=_newest_together(self.events, known_by),
            key_figures=_newest_together(self.key_figures, known_by),
        )


def natural(number: str | None) -> tuple[tuple[int, int, str], ...]:
    """Sort key by which 1.1.2 comes before 1.1.10; nothing comes first.

    >>> sorted(["1.1.10", "1.1.2", "1.1.2a"], key=natural)
    ['1.1.2', '1.1.2a', '1.1.10']
    """
    parts = re.findall(r"\d+|[^\d.]+", number or "")
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part.casefold()) for part in parts)


def item_order(key: ItemKey) -> tuple[object, ...]:
    """Sort key of items: Nr., then Meilenstein (the measure itself first), then Zielvereinbarung."""
    return (natural(key.number), key.milestone is not None, natural(key.milestone), key.agreement or "")


def _newest(rows: Iterable, key, known_by: datetime | None) -> tuple:  # type: ignore[no-untyped-def,type-arg]
    newest: dict[object, _Versioned] = {}
    for row in rows:
        if _is_known(row, known_by):
            newest[key(row)] = row
    return tuple(newest.values())


def _newest_together(rows: Iterable, known_by: datetime | None) -> tuple:  # type: ignore[type-arg]
    """The newest rows of each key; several that were recorded at one moment stay, a sitting can vote twice."""
    newest: dict[object, list[_Versioned]] = {}
    for row in rows:
        if _is_known(row, known_by):
            held = newest.setdefault(row.key, [])
            if held and held[-1].recorded_at != row.recorded_at:
                held.clear()
            held.append(row)
    return tuple(row for held in newest.values() for row in held)


def _is_known(row: _Versioned, known_by: datetime | None) -> bool:
    if known_by is None:
        return row.revoked_at is None
    return (row.recorded_at is None or row.recorded_at <= known_by) and (
        row.revoked_at is None or row.revoked_at > known_by
    )


def last_day(agreement: Agreement, agreements: Iterable[Agreement]) -> date | None:
    """The day an agreement ends: its Ende, else the day before the next one begins (R0); None if it has no end."""
    if agreement.end is not None:
        return agreement.end.last
    later = [other.begin.first for other in agreements if other.begin.first > agreement.begin.first]
    return min(later) - timedelta(days=1) if later else None


def _begun(agreements: Iterable[Agreement], day: date) -> list[Agreement]:
    """The agreements begun by a day, the newest last."""
    return sorted((a for a in agreements if a.begin.first <= day), key=lambda a: a.begin.first)


def in_force(agreements: tuple[Agreement, ...], day: date) -> Agreement | None:
    """The agreement in force on a day (of several the last begun), else the last before, else the first (DESIGN §8)."""
    begun = _begun(agreements, day)
    running = [a for a in begun if (end := last_day(a, agreements)) is None or day <= end]
    if running:
        return running[-1]
    if begun:
        return begun[-1]
    return min(agreements, key=lambda a: a.begin.first, default=None)


def default_as_of(agreements: tuple[Agreement, ...], today: date) -> date:
    """The Stichtag nobody chose: today inside the period of the newest agreement begun, else its end (DESIGN §8)."""
    begun = _begun(agreements, today)
    if not begun:
        return today
    end = last_day(begun[-1], agreements)
    return today if end is None or today <= end else end
