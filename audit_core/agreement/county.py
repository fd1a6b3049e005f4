"""A county: all versions of its plan, its log and what surrounds them, and one version of them for a Kenntnisstand."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Protocol

from audit_core.agreement.rows import (
    Agreement,
    Consultation,
    CountyRow,
    Event,
    FieldOfAction,
    KeyFigure,
    Measure,
    Milestone,
    ReportEntry,
)


class _Versioned(Protocol):
    @property
    def recorded_at(self) -> datetime | None: ...

    @property
    def revoked_at(self) -> datetime | None: ...


@dataclass(frozen=True, slots=True)
class County:
    """All that is stored of a county. Of plan rows every version is here, in the order of recording.

    A plan row without `recorded_at` was there from the first start and is known at every Kenntnisstand (R2);
    `revoked_at` is when the upload it came by was taken back. `names` are the versions of what the first fields say.
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
    names: tuple[CountyRow, ...] = ()
    revision: str = field(default="", compare=False)

    def plan_known_by(self, known_by: datetime | None) -> "County":
        """The county with one version of every plan row: the newest recorded up to `known_by` and not revoked (R2)."""
        named = self._named(known_by)
        return replace(
            self,
            name=named.name,
            invented=named.invented,
            note=named.note,
            source=named.source,
            names=(named,) if named.name else (),
            fields_of_action=_newest(self.fields_of_action, lambda row: row.number, known_by),
            agreements=_newest(self.agreements, lambda row: row.code, known_by),
            measures=_newest(self.measures, lambda row: row.key, known_by),
            milestones=_newest(self.milestones, lambda row: row.key, known_by),
            consultations=_newest_together(self.consultations, known_by),
            events=_newest_together(self.events, known_by),
            key_figures=_newest_together(self.key_figures, known_by),
        )

    def is_named(self, known_by: datetime | None) -> bool:
        """Whether what the county says of itself was known at a Kenntnisstand."""
        return any(is_known(row, known_by) for row in self.names)

    def _named(self, known_by: datetime | None) -> CountyRow:
        """What the county says of itself; before it was known, as it is today: a page has to name somebody."""
        if self.is_named(known_by):
            return [row for row in self.names if is_known(row, known_by)][-1]
        if self.names and known_by is None:
            return CountyRow("")
        return CountyRow(self.name, self.invented, self.note, self.source)


def _newest(rows: Iterable, key, known_by: datetime | None) -> tuple:  # type: ignore[no-untyped-def,type-arg]
    newest: dict[object, _Versioned] = {}
    for row in rows:
        if is_known(row, known_by):
            newest[key(row)] = row
    return tuple(newest.values())


def _newest_together(rows: Iterable, known_by: datetime | None) -> tuple:  # type: ignore[type-arg]
    """The newest rows of each key; several that were recorded at one moment stay, a sitting can vote twice."""
    newest: dict[object, list[_Versioned]] = {}
    for row in rows:
        if is_known(row, known_by):
            held = newest.setdefault(row.key, [])
            if held and held[-1].recorded_at != row.recorded_at:
                held.clear()
            held.append(row)
    return tuple(row for held in newest.values() for row in held)


def is_known(row: _Versioned, known_by: datetime | None) -> bool:
    """Whether a row counts at a Kenntnisstand: recorded up to it, and not taken back by then (R2)."""
    if known_by is None:
        return row.revoked_at is None
    return (row.recorded_at is None or row.recorded_at <= known_by) and (
        row.revoked_at is None or row.revoked_at > known_by
    )
