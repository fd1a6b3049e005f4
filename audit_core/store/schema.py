"""The tables, how a value fills its columns, and the triggers that let rows only be appended."""

import json
import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Connection, Engine, ForeignKey, Integer, MetaData, Table, Text, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection, DBAPICursor
from sqlalchemy.exc import ArgumentError, NoSuchModuleError
from sqlalchemy.pool import ConnectionPoolEntry

from audit_core.agreement import (
    Agreement,
    Consultation,
    CountyRow,
    Event,
    FieldOfAction,
    KeyFigure,
    Measure,
    Milestone,
    PlanRow,
)
from audit_core.dates import OfficeDate
from audit_core.errors import AuditError


@dataclass(frozen=True, slots=True)
class _Kind:
    """How a field of a value fills columns: their name endings, SQL types, and both directions."""

    endings: tuple[str, ...]
    sql_type: type[Text] | type[Integer]
    nullable: bool
    write: Callable[[Any], tuple[object, ...]]
    read: Callable[[Iterator[Any]], Any]


@lru_cache(maxsize=100_000)
def office_date(text: str, first: str, last: str) -> OfficeDate:
    """A stored date; equal ones are one object."""
    return OfficeDate(text, date.fromisoformat(first), date.fromisoformat(last))


@lru_cache(maxsize=100_000)
def moment(text: str) -> datetime:
    """A stored moment."""
    return datetime.fromisoformat(text)


def moment_text(at: datetime) -> str:
    """A moment as it is stored: UTC, ISO, with offset, so that text order is time order."""
    return at.astimezone(UTC).isoformat()


def _read_date(values: Iterator[Any]) -> OfficeDate | None:
    text, first, last = next(values), next(values), next(values)
    return None if text is None else office_date(text, first, last)


def _write_date(day: OfficeDate | None) -> tuple[object, ...]:
    return (None, None, None) if day is None else (day.text, day.first.isoformat(), day.last.isoformat())


def _read_key(values: Iterator[Any]) -> tuple[str | None, str] | None:
    agreement, number = next(values), next(values)
    return None if number is None else (agreement, number)


def _read_keys(values: Iterator[Any]) -> tuple[tuple[str | None, str], ...]:
    return tuple((agreement, number) for agreement, number in json.loads(next(values)))


_TEXT = _Kind(("",), Text, False, lambda value: (value,), next)
_OPTIONAL = _Kind(("",), Text, True, lambda value: (value,), next)
_COUNT = _Kind(("",), Integer, True, lambda value: (value,), next)
_FLAG = _Kind(("",), Integer, False, lambda value: (int(value),), lambda values: bool(next(values)))
_DECIMAL = _Kind(("",), Text, False, lambda value: (str(value),), lambda values: Decimal(next(values)))
_DATE = _Kind(("_text", "_first", "_last"), Text, True, _write_date, _read_date)
_KEY = _Kind(("_agreement", "_number"), Text, True, lambda value: value or (None, None), _read_key)
_KEYS = _Kind(("",), Text, False, lambda value: (json.dumps(value, ensure_ascii=False),), _read_keys)


@dataclass(frozen=True, slots=True)
class Shape:
    """The table of one kind of plan row; `fields` in the order of its columns."""

    table: Table
    row_type: type[Any]
    fields: Mapping[str, _Kind]

    def columns_of(self, row: PlanRow) -> dict[str, object]:
        """The columns a row fills."""
        filled: dict[str, object] = {}
        for name, kind in self.fields.items():
            filled |= zip((name + ending for ending in kind.endings), kind.write(getattr(row, name)), strict=True)
        return filled

    def row_of(self, values: Iterator[Any], recorded_at: datetime | None, revoked_at: datetime | None) -> PlanRow:
        """The row that columns hold."""
        named = {name: kind.read(values) for name, kind in self.fields.items()}
        row: PlanRow = self.row_type(**named, recorded_at=recorded_at, revoked_at=revoked_at)
        return row


metadata = MetaData()


def _id() -> Column[int]:
    return Column("id", Integer, primary_key=True)


def _upload() -> Column[int]:
    return Column("upload_id", Integer, ForeignKey("uploads.id"), nullable=False, index=True)


def _text(name: str, nullable: bool = False) -> Column[str]:
    return Column(name, Text, nullable=nullable)


uploads_table = Table(
    "uploads", metadata, _id(), _text("recorded_at"), _text("recorded_by"), _text("kind"), _text("file_name"),
)  # fmt: skip
revocations = Table(
    "revocations", metadata, _id(),
    Column("upload_id", Integer, ForeignKey("uploads.id"), nullable=False, unique=True),
    _text("recorded_at"), _text("recorded_by"),
)  # fmt: skip
log = Table(
    "log", metadata, _id(), _upload(), Column("line", Integer, nullable=False),
    _text("agreement", True), _text("number"), _text("milestone", True),
    _text("stated_on"), _text("stated_text"), _text("stated_first"), _text("stated_last"),
    _text("status"), _text("progress", True), _text("new_due", True), _text("new_due_text", True),
    _text("new_due_first", True), _text("text"), _text("reason"), _text("reported_by"), _text("source"),
    _text("recorded_at"),
)  # fmt: skip


def _shape(name: str, row_type: type[Any], /, **fields: _Kind) -> Shape:
    columns: list[Column[Any]] = [
        Column(field + ending, kind.sql_type, nullable=kind.nullable)
        for field, kind in fields.items()
        for ending in kind.endings
    ]
    head = (_id(), _upload(), Column("line", Integer, nullable=False), _text("recorded_at", True))
    return Shape(Table(name, metadata, *head, *columns), row_type, fields)


# fmt: off
SHAPES: Mapping[type[Any], Shape] = {shape.row_type: shape for shape in (
    _shape("county", CountyRow, name=_TEXT, invented=_FLAG, note=_TEXT, source=_TEXT),
    _shape("fields_of_action", FieldOfAction, number=_TEXT, title=_TEXT, theme=_TEXT, programme_field=_TEXT,
           source=_TEXT),
    _shape("agreements", Agreement, code=_TEXT, title=_TEXT, begin=_DATE, end=_DATE, procedure=_TEXT, paper=_TEXT,
           source=_TEXT),
    _shape("measures", Measure, agreement=_OPTIONAL, number=_TEXT, field_of_action=_TEXT, title=_TEXT, goal=_TEXT,
           description=_TEXT, responsible=_OPTIONAL, partners=_TEXT, begin=_DATE, due=_DATE, permanent=_FLAG,
           weight=_DECIMAL, included=_DATE, predecessor=_KEY, criterion=_TEXT, target=_TEXT, programme=_TEXT,
           budget_item=_TEXT, assignment=_TEXT, source=_TEXT),
    _shape("milestones", Milestone, agreement=_OPTIONAL, number=_TEXT, milestone=_TEXT, title=_TEXT,
           responsible=_OPTIONAL, due=_DATE, weight=_DECIMAL, source=_TEXT),
    _shape("consultations", Consultation, paper=_TEXT, subject=_TEXT, committee=_TEXT, day=_DATE, yes=_COUNT, no=_COUNT,
           abstained=_COUNT, biased=_COUNT, result=_TEXT, measures=_KEYS, source=_TEXT),
    _shape("events", Event, day=_DATE, kind=_TEXT, text=_TEXT, conflicts_with=_TEXT, remark=_TEXT, source=_TEXT),
    _shape("key_figures", KeyFigure, name=_TEXT, day=_DATE, value=_DECIMAL, field_of_action=_TEXT, unit=_TEXT,
           measures=_KEYS, source=_TEXT),
)}
# fmt: on


def open_engine(url: str) -> Engine:
    """The database at a URL; on SQLite readers never wait and writers queue up from their first statement."""
    try:
        engine = create_engine(url)
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError) as error:
        raise AuditError("Diese Datenbank kann hier nicht geöffnet werden. Möglich: sqlite:///data/audit.db") from error
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def path_of(engine: Engine) -> Path | None:
    """The file a database is in, None where it is in none; a `file:` address is no path, SQLite reads it itself."""
    name = engine.url.database
    if engine.dialect.name != "sqlite" or not name or name == ":memory:" or name.startswith("file:"):
        return None
    return Path(name)


_PATIENCE = 10.0  # seconds a writer waits for the others
_PRAGMAS = (
    f"busy_timeout={_PATIENCE * 1000:.0f}", "synchronous=FULL", "foreign_keys=ON", "recursive_triggers=ON",
)  # fmt: skip


def _prepare_sqlite(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # transactions begin in _begin_sqlite
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    _write_ahead(cursor)
    cursor.close()


def _write_ahead(cursor: DBAPICursor) -> None:
    """Turns on the write-ahead log; while several start a database at once, SQLite refuses without waiting."""
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise
            time.sleep(0.02)


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


_SQLITE_GUARDS = (
    "CREATE TRIGGER IF NOT EXISTS {table}_no_update BEFORE UPDATE ON {table} "
    "BEGIN SELECT RAISE(ABORT, '{table} only grows: no UPDATE'); END",
    "CREATE TRIGGER IF NOT EXISTS {table}_no_delete BEFORE DELETE ON {table} "
    "BEGIN SELECT RAISE(ABORT, '{table} only grows: no DELETE'); END",
    "CREATE TRIGGER IF NOT EXISTS {table}_no_replace BEFORE INSERT ON {table} "
    "WHEN EXISTS (SELECT 1 FROM {table} WHERE {same}) "
    "BEGIN SELECT RAISE(ABORT, '{table} only grows: no REPLACE'); END",
)
# What REPLACE would remove: the row with the same key, whichever of its keys that is.
_SAME = {
    "revocations": "id = NEW.id OR upload_id = NEW.upload_id",
    "workshop_notes": "id = NEW.id OR word = NEW.word",
}


def create_tables(engine: Engine) -> None:
    """Create what is missing, with the triggers that reject UPDATE, DELETE and REPLACE on every table."""
    if engine.dialect.name != "sqlite":
        raise AuditError(f"Die Datenbank {engine.dialect.name} wird noch nicht unterstützt. Bitte SQLite verwenden.")
    if path := path_of(engine):
        path.parent.mkdir(parents=True, exist_ok=True)
    with engine.execution_options(writes=True).begin() as connection:
        metadata.create_all(connection)
        for table in metadata.sorted_tables:
            for guard in _SQLITE_GUARDS:
                connection.exec_driver_sql(guard.format(table=table.name, same=_SAME.get(table.name, "id = NEW.id")))
