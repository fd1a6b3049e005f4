"""What a row of a file, or taking an upload back, makes of what is stored: old and new, cell by cell."""

from collections.abc import Container, Hashable, Iterable, Mapping
from dataclasses import fields, replace
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple, TypeVar

from audit_core.agreement import (
    Agreement,
    Consultation,
    County,
    CountyRow,
    Event,
    FieldOfAction,
    ItemKey,
    KeyFigure,
    Measure,
    Milestone,
    PlanRow,
    ReportEntry,
    key_of,
)
from audit_core.columns import (
    BESCHLUESSE,
    EREIGNISSE,
    HANDLUNGSFELDER,
    KENNZAHLEN,
    LANDKREIS,
    MASSNAHMEN,
    MEILENSTEINE,
    MELDUNGEN,
    ZIELVEREINBARUNGEN,
    Column,
    ExchangeFile,
    Kind,
)
from audit_core.dates import OfficeDate
from audit_core.standing import History
from audit_core.upload.check.index import plain_code, plain_milestone, plain_number
from audit_core.wording.numbers import day
from audit_core.wording.row_texts import cell_text, value_of

Row = PlanRow | ReportEntry
R = TypeVar("R", bound=PlanRow)


class RowKind(StrEnum):
    """What becomes of a row of a file; GONE: of a row that is taken back."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REJECTED = "rejected"
    GONE = "gone"


class CellChange(NamedTuple):
    """One cell: its column, and what stands in it before and after as text ("": nothing)."""

    column: str
    old: str
    new: str


class RowChange(NamedTuple):
    """One row: where it stands (0: in no file), what it is about, and its cells that say something new.

    `overridden_by` is the line of a later row with the same key, which counts instead (0: none).
    """

    line: int
    kind: RowKind
    subject: str
    cells: tuple[CellChange, ...] = ()
    overridden_by: int = 0


FILE_OF: Mapping[type[object], ExchangeFile] = {
    CountyRow: LANDKREIS, FieldOfAction: HANDLUNGSFELDER, Agreement: ZIELVEREINBARUNGEN, Measure: MASSNAHMEN,
    Milestone: MEILENSTEINE, ReportEntry: MELDUNGEN, Consultation: BESCHLUESSE, Event: EREIGNISSE,
    KeyFigure: KENNZAHLEN,
}  # fmt: skip
TOGETHER = (Consultation, Event, KeyFigure)
"""Kinds of which one recording can hold several rows with one key: a sitting votes twice, two sources disagree."""
_OF_THE_KEY = frozenset({"agreement", "number", "milestone", "recorded_at"})
_CLOCKS = frozenset({"recorded_at", "revoked_at", "key"})


# The fields of a plan row that say something.
_FACTS: Mapping[type[object], tuple[str, ...]] = {
    row_type: tuple(field.name for field in fields(row_type) if field.name not in _CLOCKS)
    for row_type in (CountyRow, FieldOfAction, Agreement, Measure, Milestone, Consultation, Event, KeyFigure)
}


def plan_key(row: PlanRow, read: Container[str] | None = None) -> Hashable:
    """By what two plan rows are versions of one, however their numbers are written.

    Of rows that are known by many columns only those count that a file has (`read`), None: all of them.
    """
    match row:
        case CountyRow():
            return CountyRow
        case FieldOfAction():
            return FieldOfAction, plain_number(row.number)
        case Agreement():
            return Agreement, plain_code(row.code)
        case Measure():
            return Measure, row.agreement, plain_number(row.number)
        case Milestone():
            return Milestone, row.agreement, plain_number(row.number), plain_milestone(row.milestone)
        case _:
            return type(row), key_of(row, [name for name in row.KEY if read is None or name in read])


def plan_rows(county: County, read: Container[str] | None = None) -> dict[Hashable, tuple[PlanRow, ...]]:
    """The rows of a plan (one version of each) by their key; only of those kept TOGETHER can be several."""
    rows: Iterable[PlanRow] = (
        *county.names, *county.fields_of_action, *county.agreements, *county.measures,
        *county.milestones, *county.consultations, *county.events, *county.key_figures,
    )  # fmt: skip
    by_key: dict[Hashable, list[PlanRow]] = {}
    for row in rows:
        by_key.setdefault(plan_key(row, read), []).append(row)
    return {key: tuple(found) for key, found in by_key.items()}


def with_plan_rows(county: County, rows: Iterable[PlanRow]) -> County:
    """The county with newer versions of some rows of its plan."""
    by_type: dict[type[object], list[Any]] = {}
    for row in rows:
        by_type.setdefault(type(row), []).append(row)

    def joined(held: tuple[R, ...], row_type: type[R]) -> tuple[R, ...]:
        return (*held, *by_type.get(row_type, ()))

    return replace(
        county,
        names=joined(county.names, CountyRow),
        fields_of_action=joined(county.fields_of_action, FieldOfAction),
        agreements=joined(county.agreements, Agreement),
        measures=joined(county.measures, Measure),
        milestones=joined(county.milestones, Milestone),
        consultations=joined(county.consultations, Consultation),
        events=joined(county.events, Event),
        key_figures=joined(county.key_figures, KeyFigure),
    )


def merged(old: R, new: R, read: frozenset[str]) -> R:
    """A new version of a row as a file with the attributes `read` has it: what the file has no column for stays."""
    names = {name: getattr(old, name) for name in _FACTS[type(old)] if name not in read}
    spelled = {name: getattr(old, name) for name in ("code", "number", "milestone") if hasattr(old, name)}
    return replace(new, **names, **spelled)


def same_plan_row(old: PlanRow, new: PlanRow) -> bool:
    """Whether two versions say the same; a date by its days, however it is written."""
    return all(_same(getattr(old, name), getattr(new, name)) for name in _FACTS[type(new)])


def same_entry(old: ReportEntry, new: ReportEntry) -> bool:
    """Whether two entries with one key say the same."""
    return (
        old.status == new.status
        and old.progress == new.progress
        and _same(old.new_due, new.new_due)
        and old.text == new.text
        and old.reason == new.reason
        and old.reported_by == new.reported_by
        and old.source == new.source
        and _same(old.stated, new.stated)
    )


def _same(old: object, new: object) -> bool:
    if isinstance(old, OfficeDate) and isinstance(new, OfficeDate):
        return (old.first, old.last) == (new.first, new.last)
    return old == new


def cell_changes(old: Row | None, new: Row) -> tuple[CellChange, ...]:
    """The cells that differ, of a row that is new the ones that are filled; the key stands in the subject."""
    return tuple(
        CellChange(column.header, "" if old is None else _shown(column, value_of(old, column.attribute)),
                   _shown(column, value_of(new, column.attribute)))
        for column in _SAID[type(new)]
        if _is_said(column, old, value_of(new, column.attribute))
    )  # fmt: skip


def new_entry_changes(entry: ReportEntry, known: History) -> tuple[CellChange, ...]:
    """The filled cells of a new entry beside what was in force just before its Stand."""
    track = known.tracks.get(entry.item)
    point = track.at(entry.stated_on) if track else None
    if point is None and (track is None or track.planned_due is None):
        return cell_changes(None, entry)
    changes = []
    for column in _SAID[ReportEntry]:
        value = getattr(entry, column.attribute)
        if not _is_said(column, None, value):
            continue
        if column.attribute == "new_due":
            due = track.due_at(entry.stated_on) if track else None
            old = day(due) if due else ""
        else:
            old = _shown(column, getattr(point.entry, column.attribute)) if point else ""
        changes.append(CellChange(column.header, old, _shown(column, value)))
    return tuple(changes)


def _is_said(column: Column, old: Row | None, value: object) -> bool:
    """Whether a cell says something new; of a row that is new a plain „nein“ and an empty cell do not."""
    if old is None:
        is_empty = value is None or value is False or value in ("", ())
        return not is_empty and not (column.kind is Kind.WEIGHT and value == 1)
    return not _same(value_of(old, column.attribute), value)


def _shown(column: Column, value: object) -> str:
    text = cell_text(column.kind, value)
    return f"{text} %" if text and column.kind is Kind.PERCENTAGE else text


# The columns of each kind of row that say something beside its key.
_SAID: Mapping[type[object], tuple[Column, ...]] = {
    row_type: tuple(
        column
        for column in file.columns
        if column.attribute not in _OF_THE_KEY
        and (row_type is ReportEntry or column.attribute in _FACTS[row_type])
    )
    for row_type, file in FILE_OF.items()
}


def subject_of(row: Row, names: Mapping[ItemKey, str]) -> str:
    """What a row is about, in words."""
    match row:
        case ReportEntry():
            return item_name(row.item, names)
        case Measure() | FieldOfAction():
            return f"{row.number} {row.title}"
        case Milestone():
            return f"{row.number}, Meilenstein {row.milestone}: {row.title}"
        case Agreement():
            return f"{row.code} {row.title}".strip()
        case Consultation():
            return f"{row.subject}, {row.committee} am {row.day.text}"
        case Event():
            return f"{row.kind}: {row.text}"
        case _:
            return f"{row.name} ({row.day.text})" if isinstance(row, KeyFigure) else row.name


def item_name(item: ItemKey, names: Mapping[ItemKey, str]) -> str:
    """A measure or milestone with its number and name."""
    title = names.get(item, "")
    where = item.number if item.milestone is None else f"{item.number}, Meilenstein {item.milestone}:"
    return f"{where} {title}".strip()


def names_of(county: County) -> dict[ItemKey, str]:
    """The titles of measures and milestones."""
    return {row.key: row.title for rows in (county.measures, county.milestones) for row in rows}


EntryKey = tuple[ItemKey, date]


def entry_key(entry: ReportEntry) -> EntryKey:
    """By what entries correct each other (R2)."""
    return entry.item, entry.stated_on


def entries_in_force(known: History) -> dict[EntryKey, ReportEntry]:
    """The entry that counts for each key."""
    return {entry_key(p.entry): p.entry for track in known.tracks.values() for p in track.points}
