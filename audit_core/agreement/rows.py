"""The rows of a county: frozen values, one for each fact."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import ClassVar, NamedTuple

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
class CountyRow:
    """What `landkreis` says."""

    name: str
    invented: bool = False
    note: str = ""
    source: str = ""
    recorded_at: datetime | None = None
    revoked_at: datetime | None = None


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


def key_of(row: object, attributes: Iterable[str]) -> Hashable:
    """The values of some attributes of a row; a date by its days, however it is written."""
    values = (getattr(row, attribute) for attribute in attributes)
    return tuple((value.first, value.last) if isinstance(value, OfficeDate) else value for value in values)


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

    KEY: ClassVar = ("paper", "subject", "committee", "day")

    @property
    def key(self) -> Hashable:
        """What makes two rows versions of one."""
        return key_of(self, self.KEY)


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

    KEY: ClassVar = ("day", "kind", "text")

    @property
    def key(self) -> Hashable:
        """What makes two rows versions of one."""
        return key_of(self, self.KEY)


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

    KEY: ClassVar = ("name", "field_of_action", "unit", "day", "source")

    @property
    def key(self) -> Hashable:
        """What makes two rows versions of one: two sources may disagree."""
        return key_of(self, self.KEY)


PlanRow = CountyRow | FieldOfAction | Agreement | Measure | Milestone | Consultation | Event | KeyFigure
"""A row of the plan or of what surrounds it: everything but the log."""
