"""Freezing a yearly report, making it again, and whether that gives the same bytes (R14)."""

from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

from audit_core import store
from audit_core.agreement import County
from audit_core.documents.registry import document
from audit_core.errors import AuditError
from audit_core.standing import history
from audit_core.store import FrozenReport
from audit_core.tables.annual_report import annual_report
from audit_core.tables.asked import Asked
from audit_core.version import program_version

NAME = "annual_report"
FORMATS = ("pdf", "docx")
MOST_SIGNS = 200
TRIES = 3
"""How often a report is made anew because somebody wrote meanwhile."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A frozen report made again: its files by format, which of them are the same bytes, whether the program is."""

    report: FrozenReport
    files: dict[str, bytes]
    same: dict[str, bool]
    same_program: bool


def freeze(engine: store.Engine, agreement: str, until: date, title: str, by: str, now: datetime) -> FrozenReport:
    """Make the report of a year as it is known now, and store what it is about with the SHA-256 of its files (R14).

    Raises AuditError where it has no title, or where somebody keeps writing meanwhile.
    """
    title = " ".join(title.split())
    if not title or len(title) > MOST_SIGNS:
        raise AuditError(f"Der Bericht braucht einen Titel mit höchstens {MOST_SIGNS} Zeichen.")
    store.create_tables(engine)
    for _ in range(TRIES):
        county = store.load(engine)
        row = FrozenReport(0, agreement, until, now, title, now, by, program_version(), "", "")
        found = _hashes(_files(county, row))
        with store.writing(engine) as connection:
            if store.revision_inside(connection) != county.revision:
                continue
            row = FrozenReport(0, agreement, until, now, title, now, by, program_version(), found["pdf"], found["docx"])
            number = store.append_report(connection, row)
        return next(one for one in store.frozen_reports(engine) if one.id == number)
    raise AuditError("Gerade wird viel übernommen; der Bericht wurde nicht festgeschrieben. Bitte gleich noch einmal.")


def title_of(asked: Asked) -> str:
    """The title a report has where nobody gives it another."""
    return annual_report(asked).title


def asked_of(county: County, report: FrozenReport) -> Asked:
    """What a frozen report is about, as it was known when it was frozen (R2, R14)."""
    return Asked(history(county, report.known_by), report.as_of, report.agreement, None, report.title)


def made_again(county: County, report: FrozenReport) -> Checked:
    """The files of a frozen report, made from what was known then, and how they compare with what was stored."""
    files = _files(county, report)
    found = _hashes(files)
    stored = {"pdf": report.pdf_sha256, "docx": report.docx_sha256}
    same = {format: found[format] == stored[format] for format in FORMATS}
    return Checked(report, files, same, report.program_version == program_version())


def frozen_report(engine: store.Engine, number: int) -> FrozenReport:
    """A frozen report by its number."""
    for report in store.frozen_reports(engine):
        if report.id == number:
            return report
    raise AuditError(f"Einen festgeschriebenen Bericht mit der Nummer {number} gibt es nicht.")


def _files(county: County, report: FrozenReport) -> dict[str, bytes]:
    asked = asked_of(county, report)
    return {format: document(NAME, format).make(asked) for format in FORMATS}


def _hashes(files: dict[str, bytes]) -> dict[str, str]:
    return {format: sha256(data).hexdigest() for format, data in files.items()}
