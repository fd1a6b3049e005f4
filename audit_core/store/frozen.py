"""Frozen reports (R14): what is stored of them, and the moment behind which nothing can be recorded any more."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Column, Connection, Engine, Integer, Table, Text, func, insert, inspect, select

from audit_core.store.schema import metadata, moment, moment_text, path_of

reports = Table(
    "reports", metadata, Column("id", Integer, primary_key=True),
    *(Column(name, Text, nullable=False) for name in (
        "agreement", "as_of", "known_by", "title", "recorded_at", "recorded_by", "program_version", "pdf_sha256",
        "docx_sha256",
    )),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class FrozenReport:
    """A yearly report as it was frozen: what it is about, and which bytes which program made of it (R14)."""

    id: int
    agreement: str
    as_of: date
    known_by: datetime
    title: str
    recorded_at: datetime
    recorded_by: str
    program_version: str
    pdf_sha256: str
    docx_sha256: str

    @property
    def year(self) -> int:
        return self.as_of.year


def frozen_reports(engine: Engine) -> tuple[FrozenReport, ...]:
    """All frozen reports, the newest first; asking creates nothing."""
    path = path_of(engine)
    if path is not None and not path.exists():
        return ()
    with engine.connect() as connection:
        if not inspect(connection).has_table(reports.name):
            return ()
        rows = connection.execute(select(*reports.c).order_by(reports.c.id.desc())).all()
    return tuple(
        FrozenReport(number, agreement, date.fromisoformat(as_of), moment(known_by), title, moment(at), *rest)
        for number, agreement, as_of, known_by, title, at, *rest in rows
    )


def append_report(connection: Connection, row: FrozenReport) -> int:
    """Append a frozen report (its `id` is not kept) and return its id."""
    filled = {
        "agreement": row.agreement, "as_of": row.as_of.isoformat(), "known_by": moment_text(row.known_by),
        "title": row.title, "recorded_at": moment_text(row.recorded_at), "recorded_by": row.recorded_by,
        "program_version": row.program_version, "pdf_sha256": row.pdf_sha256, "docx_sha256": row.docx_sha256,
    }  # fmt: skip
    (number,) = connection.execute(insert(reports).values(filled).returning(reports.c.id)).one()
    return int(number)


def after_frozen(connection: Connection, at: datetime) -> datetime:
    """When something that is recorded now counts as recorded: never at a moment a frozen report already knows.

    A clock that was put back, a file that names its own „Erfasst am“, or an upload that had to wait would otherwise
    change a report after it was frozen (R14).
    """
    if not inspect(connection).has_table(reports.name):
        return at
    newest = connection.execute(select(func.max(reports.c.known_by))).scalar()
    return at if newest is None else max(at, moment(newest) + timedelta(microseconds=1))
