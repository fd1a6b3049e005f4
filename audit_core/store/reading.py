"""Reading: the whole county at once, its revision, and the uploads."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Engine, exists, func, inspect, select, union_all

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
    ReportEntry,
)
from audit_core.store.schema import SHAPES, log, moment, office_date, path_of, revocations, uploads_table


@dataclass(frozen=True, slots=True)
class Upload:
    """One upload as lists show it; `revoked_at` is when it was taken back, `rows` how many rows it brought."""

    id: int
    recorded_at: datetime
    recorded_by: str
    kind: str
    file_name: str
    revoked_at: datetime | None = None
    revoked_by: str = ""
    rows: int = 0


_Without = tuple[int, datetime] | None
EMPTY = "0.0"
"""The revision of a database that nothing was ever written to."""


def revision(engine: Engine) -> str:
    """A text that changes with every write."""
    with engine.connect() as connection:
        return revision_inside(connection)


def revision_inside(connection: Connection) -> str:
    """The same inside a transaction."""
    newest = select(
        select(func.max(uploads_table.c.id)).scalar_subquery(), select(func.max(revocations.c.id)).scalar_subquery()
    )
    upload, revocation = connection.execute(newest).one()
    return f"{upload or 0}.{revocation or 0}"


def has_plan(engine: Engine) -> bool:
    """Whether any row of a plan has been loaded (and not been taken back); asking creates nothing."""
    with _connected(engine) as connection:
        return connection is not None and holds_plan(connection)


def was_used(engine: Engine) -> bool:
    """Whether anything was ever recorded, also if all of it has been taken back; asking creates nothing."""
    with _connected(engine) as connection:
        return connection is not None and bool(connection.execute(select(exists(uploads_table.c.id))).scalar())


@contextmanager
def _connected(engine: Engine) -> Iterator[Connection | None]:
    """A connection to a database that has its tables, else None."""
    path = path_of(engine)
    if path is not None and not path.exists():
        yield None
        return
    with engine.connect() as connection:
        yield connection if inspect(connection).has_table(uploads_table.name) else None


def holds_plan(connection: Connection) -> bool:
    """The same inside a transaction."""
    revoked = select(revocations.c.upload_id)
    return any(
        connection.execute(select(exists().where(shape.table.c.upload_id.not_in(revoked)))).scalar()
        for shape in SHAPES.values()
    )


def uploads(engine: Engine) -> tuple[Upload, ...]:
    """All uploads, the newest first."""
    with engine.connect() as connection:
        return uploads_inside(connection)


def uploads_inside(connection: Connection) -> tuple[Upload, ...]:
    """The same inside a transaction."""
    brought = union_all(*(select(table.c.upload_id) for table in (log, *(s.table for s in SHAPES.values())))).subquery()
    count = select(func.count()).where(brought.c.upload_id == uploads_table.c.id).scalar_subquery()
    columns = (*uploads_table.c, revocations.c.recorded_at, revocations.c.recorded_by, count)
    query = select(*columns).outerjoin(revocations, revocations.c.upload_id == uploads_table.c.id)
    rows = connection.execute(query.order_by(uploads_table.c.id.desc())).all()
    return tuple(
        Upload(number, moment(at), by, kind, file_name, None if back is None else moment(back), back_by or "", count)
        for number, at, by, kind, file_name, back, back_by, count in rows
    )


def load(engine: Engine) -> County:
    """The county with all versions of its plan and its whole log, as one moment of the database has it."""
    with engine.connect() as connection:
        return load_inside(connection)


def load_inside(connection: Connection, without: _Without = None) -> County:
    """The same inside a transaction; `without` (upload, moment): as if that upload were taken back then."""
    names = _rows(connection, CountyRow, without)
    named = next((row for row in reversed(names) if row.revoked_at is None), CountyRow(""))
    return County(
        name=named.name,
        invented=named.invented,
        note=named.note,
        source=named.source,
        names=names,
        fields_of_action=_rows(connection, FieldOfAction, without),
        agreements=_rows(connection, Agreement, without),
        measures=_rows(connection, Measure, without),
        milestones=_rows(connection, Milestone, without),
        log=_log(connection, without),
        consultations=_rows(connection, Consultation, without),
        events=_rows(connection, Event, without),
        key_figures=_rows(connection, KeyFigure, without),
        revision=revision_inside(connection),
    )


def _rows(connection: Connection, row_type: type[Any], without: _Without = None) -> tuple[Any, ...]:
    """The rows of a kind in the order of recording (what was always known first)."""
    shape = SHAPES[row_type]
    table = shape.table
    query = (
        select(table.c.upload_id, table.c.recorded_at, revocations.c.recorded_at, *list(table.c)[4:])
        .outerjoin(revocations, revocations.c.upload_id == table.c.upload_id)
        .order_by(func.coalesce(table.c.recorded_at, ""), table.c.id)
    )
    rows = []
    for columns in connection.execute(query):
        values = iter(columns)
        upload, recorded, revoked = next(values), _moment(next(values)), _moment(next(values))
        if without is not None and upload == without[0]:
            revoked = without[1]
        rows.append(shape.row_of(values, recorded, revoked))
    return tuple(rows)


def _moment(text: str | None) -> datetime | None:
    return None if text is None else moment(text)


@lru_cache(maxsize=100_000)
def _item(agreement: str | None, number: str, milestone: str | None) -> ItemKey:
    return ItemKey(agreement, number, milestone)


_day = lru_cache(maxsize=100_000)(date.fromisoformat)
_percentage = lru_cache(maxsize=10_000)(Decimal)


def _log(connection: Connection, without: _Without = None) -> tuple[ReportEntry, ...]:
    """The whole log in the order of recording; `sequence` is the row's id."""
    columns = (
        log.c.agreement, log.c.number, log.c.milestone, log.c.stated_on, log.c.stated_text, log.c.stated_first,
        log.c.stated_last, log.c.status, log.c.recorded_at, log.c.id, log.c.progress, log.c.new_due, log.c.new_due_text,
        log.c.new_due_first, log.c.text, log.c.reason, log.c.reported_by, log.c.source, revocations.c.recorded_at,
        log.c.upload_id,
    )  # fmt: skip
    query = (
        select(*columns)
        .outerjoin(revocations, revocations.c.upload_id == log.c.upload_id)
        .order_by(log.c.recorded_at, log.c.id)
    )
    entries = _entries(connection.execute(query))
    if without is None:
        return tuple(entries)
    upload, at = without
    return tuple(entry._replace(revoked_at=at) if entry.upload == upload else entry for entry in entries)


def _entries(rows: Iterable[Any]) -> Iterable[ReportEntry]:
    for (
        agreement, number, milestone, stated_on, stated_text, stated_first, stated_last, status, recorded_at, sequence,
        progress, new_due, new_due_text, new_due_first, text, reason, reported_by, source, revoked_at, upload,
    ) in rows:  # fmt: skip
        yield ReportEntry(
            _item(agreement, number, milestone),
            _day(stated_on),
            office_date(stated_text, stated_first, stated_last),
            status,
            moment(recorded_at),
            sequence,
            None if progress is None else _percentage(progress),
            None if new_due is None else office_date(new_due_text, new_due_first, new_due),
            text,
            reason,
            reported_by,
            source,
            None if revoked_at is None else moment(revoked_at),
            upload,
        )
