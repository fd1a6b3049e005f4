"""Reading: the whole county at once, its revision, and the uploads."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, exists, func, inspect, select

from audit_core.agreement import (
    Agreement,
    Consultation,
    County,
    Event,
    FieldOfAction,
    ItemKey,
    KeyFigure,
    Measure,
    Milestone,
    ReportEntry,
)
from audit_core.store.schema import SHAPES, CountyRow, log, moment, office_date, revocations, uploads_table


@dataclass(frozen=True, slots=True)
class Upload:
    """One upload as the list of uploads shows it; `revoked_at` is when it was taken back."""

    id: int
    recorded_at: datetime
    recorded_by: str
    kind: str
    file_name: str
    revoked_at: datetime | None = None
    revoked_by: str = ""


def revision(engine: Engine) -> str:
    """A text that changes with every write."""
    with engine.connect() as connection:
        return _revision(connection)


def _revision(connection: Connection) -> str:
    newest = select(
        select(func.max(uploads_table.c.id)).scalar_subquery(), select(func.max(revocations.c.id)).scalar_subquery()
    )
    upload, revocation = connection.execute(newest).one()
    return f"{upload or 0}.{revocation or 0}"


def has_plan(engine: Engine) -> bool:
    """Whether a plan has been loaded (and not been taken back); asking creates nothing."""
    file = engine.url.database
    if engine.dialect.name == "sqlite" and file and file != ":memory:" and not Path(file).exists():
        return False
    with engine.connect() as connection:
        return inspect(connection).has_table(SHAPES[CountyRow].table.name) and holds_plan(connection)


def holds_plan(connection: Connection) -> bool:
    """The same inside a transaction."""
    county = SHAPES[CountyRow].table
    revoked = select(revocations.c.upload_id)
    return bool(connection.execute(select(exists().where(county.c.upload_id.not_in(revoked)))).scalar())


def uploads(engine: Engine) -> tuple[Upload, ...]:
    """All uploads, the newest first."""
    columns = (*uploads_table.c, revocations.c.recorded_at, revocations.c.recorded_by)
    query = select(*columns).outerjoin(revocations, revocations.c.upload_id == uploads_table.c.id)
    with engine.connect() as connection:
        rows = connection.execute(query.order_by(uploads_table.c.id.desc())).all()
    return tuple(
        Upload(number, moment(at), by, kind, file_name, None if back is None else moment(back), back_by or "")
        for number, at, by, kind, file_name, back, back_by in rows
    )


def load(engine: Engine) -> County:
    """The county with all versions of its plan and its whole log, as one moment of the database has it."""
    with engine.connect() as connection:
        county = _rows(connection, CountyRow)
        return County(
            name=county[-1].name if county else "",
            invented=bool(county and county[-1].invented),
            note=county[-1].note if county else "",
            fields_of_action=_rows(connection, FieldOfAction),
            agreements=_rows(connection, Agreement),
            measures=_rows(connection, Measure),
            milestones=_rows(connection, Milestone),
            log=_log(connection),
            consultations=_rows(connection, Consultation),
            events=_rows(connection, Event),
            key_figures=_rows(connection, KeyFigure),
            revision=_revision(connection),
        )


def _rows(connection: Connection, row_type: type[Any]) -> tuple[Any, ...]:
    """The rows of a kind whose upload is not revoked, in the order of recording (what was always known first)."""
    shape = SHAPES[row_type]
    table = shape.table
    query = (
        select(table.c.recorded_at, *list(table.c)[4:])
        .where(table.c.upload_id.not_in(select(revocations.c.upload_id)))
        .order_by(func.coalesce(table.c.recorded_at, ""), table.c.id)
    )
    rows = []
    for columns in connection.execute(query):
        values = iter(columns)
        at = next(values)
        rows.append(shape.row_of(values, None if at is None else moment(at)))
    return tuple(rows)


@lru_cache(maxsize=100_000)
def _item(agreement: str | None, number: str, milestone: str | None) -> ItemKey:
    return ItemKey(agreement, number, milestone)


_day = lru_cache(maxsize=100_000)(date.fromisoformat)
_percentage = lru_cache(maxsize=10_000)(Decimal)


def _log(connection: Connection) -> tuple[ReportEntry, ...]:
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
    return tuple(_entries(connection.execute(query)))


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
