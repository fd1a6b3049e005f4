"""What a workshop takes down: the evenings, and every version of every word said there; both only grow."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Column, Connection, Engine, ForeignKey, Integer, Table, Text, func, insert, inspect, select
from sqlalchemy.exc import OperationalError

from audit_core.store.schema import metadata, moment, moment_text, path_of

workshops_table = Table(
    "workshops", metadata, Column("id", Integer, primary_key=True),
    *(Column(name, Text, nullable=False) for name in (
        "kind", "agreement", "as_of", "title", "recorded_at", "recorded_by",
    )),
)  # fmt: skip
notes_table = Table(
    "workshop_notes", metadata, Column("id", Integer, primary_key=True),
    Column("workshop_id", Integer, ForeignKey("workshops.id"), nullable=False, index=True),
    Column("word", Text, nullable=False, unique=True),
    *(Column(name, Text, nullable=False) for name in (
        "subject", "field", "text", "parents", "undoes", "recorded_at", "recorded_by",
    )),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Workshop:
    """One evening: which agreement it balances as of which day. `kind` is a code of `terms.WORKSHOP_KINDS`."""

    id: int
    kind: str
    agreement: str
    as_of: date
    title: str
    recorded_at: datetime
    recorded_by: str


@dataclass(frozen=True, slots=True)
class Note:
    """One version of one field of a subject, in the words of the room.

    `word` names it, given by whoever wrote it, so that a version that is sent twice is stored once; `parents` are the
    words of the versions it was written on top of; `undoes` that of the one it takes back.
    """

    word: str
    workshop: int
    subject: str
    field: str
    text: str
    parents: tuple[str, ...]
    recorded_by: str
    recorded_at: datetime
    undoes: str = ""
    sequence: int = 0


def workshops(engine: Engine) -> tuple[Workshop, ...]:
    """All evenings, the newest first; asking creates nothing."""
    if not _is_there(engine):
        return ()
    with engine.connect() as connection:
        rows = connection.execute(select(*workshops_table.c).order_by(workshops_table.c.id.desc())).all()
    return tuple(
        Workshop(number, kind, agreement, date.fromisoformat(as_of), title, moment(at), by)
        for number, kind, agreement, as_of, title, at, by in rows
    )


def append_workshop(connection: Connection, row: Workshop) -> int:
    """Append an evening (its `id` is not kept) and return its id."""
    filled = {
        "kind": row.kind, "agreement": row.agreement, "as_of": row.as_of.isoformat(), "title": row.title,
        "recorded_at": moment_text(row.recorded_at), "recorded_by": row.recorded_by,
    }  # fmt: skip
    (number,) = connection.execute(insert(workshops_table).values(filled).returning(workshops_table.c.id)).one()
    return int(number)


def newest_note(engine: Engine) -> int:
    """A number that grows with every note."""
    path = path_of(engine)
    if path is not None and not path.exists():
        return 0
    try:  # asked at every run of the stage: looking for the table first would take longer than the answer
        with engine.connect() as connection:
            return int(connection.execute(select(func.max(notes_table.c.id))).scalar() or 0)
    except OperationalError:
        if _is_there(engine):
            raise
        return 0


def notes(engine: Engine, agreement: str) -> tuple[Note, ...]:
    """All that was taken down in the evenings of an agreement, in the order of recording."""
    if not _is_there(engine):
        return ()
    with engine.connect() as connection:
        return notes_inside(connection, agreement)


def notes_inside(connection: Connection, agreement: str) -> tuple[Note, ...]:
    """The same inside a transaction."""
    query = (
        select(*notes_table.c)
        .join(workshops_table, workshops_table.c.id == notes_table.c.workshop_id)
        .where(workshops_table.c.agreement == agreement)
        .order_by(notes_table.c.id)
    )
    return tuple(
        Note(word, workshop, subject, field, text, tuple(json.loads(parents)), by, moment(at), undoes, number)
        for number, workshop, word, subject, field, text, parents, undoes, at, by in connection.execute(query)
    )


def append_notes(connection: Connection, rows: Iterable[Note]) -> int:
    """Append notes in the given order, each only if none of its `word` is there; returns how many were new."""
    wanted = {row.word: row for row in rows}
    there = set(connection.execute(select(notes_table.c.word).where(notes_table.c.word.in_(wanted))).scalars())
    filled = [
        {
            "workshop_id": row.workshop, "word": row.word, "subject": row.subject, "field": row.field,
            "text": row.text, "parents": json.dumps(row.parents), "undoes": row.undoes,
            "recorded_at": moment_text(row.recorded_at), "recorded_by": row.recorded_by,
        }
        for row in wanted.values() if row.word not in there
    ]  # fmt: skip
    if filled:
        connection.execute(insert(notes_table), filled)
    return len(filled)


def _is_there(engine: Engine) -> bool:
    path = path_of(engine)
    if path is not None and not path.exists():
        return False
    with engine.connect() as connection:
        return inspect(connection).has_table(notes_table.name)
