"""Appending: one upload is one transaction, undoing it appends too."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Engine, insert, select

from audit_core.agreement import PlanRow, ReportEntry
from audit_core.errors import AuditError
from audit_core.store.frozen import after_frozen
from audit_core.store.schema import SHAPES, log, moment_text, revocations, uploads_table

BEGINNING = datetime(1, 1, 1, tzinfo=UTC)
"""Before everything that can be recorded."""


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction that writes: all of it or, after an exception, nothing. Writers queue up."""
    with engine.execution_options(writes=True).begin() as connection:
        yield connection


def record_upload(connection: Connection, recorded_at: datetime, recorded_by: str, kind: str, file_name: str) -> int:
    """Append an upload and return its id. `kind` is `init`, `meldungen` or `plan`."""
    row = {
        "recorded_at": moment_text(after_frozen(connection, recorded_at)), "recorded_by": recorded_by, "kind": kind,
        "file_name": file_name,
    }  # fmt: skip
    (upload_id,) = connection.execute(insert(uploads_table).values(row).returning(uploads_table.c.id)).one()
    return int(upload_id)


def append_plan(connection: Connection, upload_id: int, rows: Iterable[tuple[int, PlanRow, datetime | None]]) -> None:
    """Append (line, plan row, when it became known or None) of any kinds, in the given order."""
    by_type: defaultdict[type[Any], list[dict[str, object]]] = defaultdict(list)
    earliest = after_frozen(connection, BEGINNING)
    for line, row, recorded_at in rows:
        known = recorded_at if earliest == BEGINNING else max(recorded_at or BEGINNING, earliest)
        at = None if known is None else moment_text(known)
        head = {"upload_id": upload_id, "line": line, "recorded_at": at}
        by_type[type(row)].append(head | SHAPES[type(row)].columns_of(row))
    for row_type, filled in by_type.items():
        connection.execute(insert(SHAPES[row_type].table), filled)


def append_entries(connection: Connection, upload_id: int, rows: Iterable[tuple[int, ReportEntry]]) -> None:
    """Append (line, entry) to the log, in the given order; of `sequence`, `upload` and `revoked_at` nothing is kept."""
    earliest = after_frozen(connection, BEGINNING)
    filled = [{"upload_id": upload_id, "line": line} | _columns_of(entry, earliest) for line, entry in rows]
    if filled:
        connection.execute(insert(log), filled)


def _columns_of(entry: ReportEntry, earliest: datetime) -> dict[str, object]:
    due = entry.new_due
    return {
        "agreement": entry.item.agreement,
        "number": entry.item.number,
        "milestone": entry.item.milestone,
        "stated_on": entry.stated_on.isoformat(),
        "stated_text": entry.stated.text,
        "stated_first": entry.stated.first.isoformat(),
        "stated_last": entry.stated.last.isoformat(),
        "status": entry.status,
        "progress": None if entry.progress is None else str(entry.progress),
        "new_due": None if due is None else due.last.isoformat(),
        "new_due_text": None if due is None else due.text,
        "new_due_first": None if due is None else due.first.isoformat(),
        "text": entry.text,
        "reason": entry.reason,
        "reported_by": entry.reported_by,
        "source": entry.source,
        "recorded_at": moment_text(max(entry.recorded_at, earliest)),
    }


def revoke(engine: Engine, upload_id: int, by: str, at: datetime) -> None:
    """Take an upload back by appending a revocation; its rows stay."""
    with writing(engine) as connection:
        revoke_inside(connection, upload_id, by, at)


def revoke_inside(connection: Connection, upload_id: int, by: str, at: datetime) -> None:
    """The same inside a transaction."""
    if connection.execute(select(uploads_table.c.id).where(uploads_table.c.id == upload_id)).first() is None:
        raise AuditError(f"Eine Übernahme mit der Nummer {upload_id} gibt es nicht.")
    if connection.execute(select(revocations.c.id).where(revocations.c.upload_id == upload_id)).first():
        raise AuditError(f"Die Übernahme {upload_id} ist schon zurückgenommen.")
    row = {
        "upload_id": upload_id, "recorded_at": moment_text(after_frozen(connection, at)), "recorded_by": by,
    }  # fmt: skip
    connection.execute(insert(revocations).values(row))
