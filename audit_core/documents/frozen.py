"""Freezing a yearly report, making it again, and whether that gives the same bytes (R14)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256

from audit_core import store
from audit_core.agreement import County
from audit_core.dates import BERLIN
from audit_core.documents.registry import document
from audit_core.documents.seen import can_be_seen
from audit_core.errors import AuditError
from audit_core.standing import history
from audit_core.store import FrozenReport
from audit_core.tables.asked import Asked
from audit_core.tables.frozen import Corrected, corrected
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

    When others write meanwhile it is made anew, at last while they wait. Raises AuditError where it has no title that
    can be seen or is about a day to come.
    """
    title = " ".join(title.split())
    if not can_be_seen(title) or len(title) > MOST_SIGNS:
        raise AuditError(f"Der Bericht braucht einen Titel mit höchstens {MOST_SIGNS} Zeichen.")
    if until > now.astimezone(BERLIN).date():
        raise AuditError(f"Der {until:%d.%m.%Y} liegt in der Zukunft; festschreiben lässt sich nur, was gewesen ist.")
    store.create_tables(engine)
    wanted = FrozenReport(0, agreement, until, now, title, now, by, program_version(), "", "")
    for _ in range(TRIES):
        county = store.load(engine)
        made = _made(county, wanted)
        with store.writing(engine) as connection:
            if store.revision_inside(connection) == county.revision:
                return replace(made, id=store.append_report(connection, made))
    with store.writing(engine) as connection:
        made = _made(store.load_inside(connection), wanted)
        return replace(made, id=store.append_report(connection, made))


def _made(county: County, wanted: FrozenReport) -> FrozenReport:
    """The report with all that is known now as its Kenntnisstand, and with the sums of its files."""
    row = replace(wanted, known_by=max([wanted.recorded_at, *_moments(county)]))
    found = _hashes(_files(county, row))
    return replace(row, pdf_sha256=found["pdf"], docx_sha256=found["docx"])


def asked_of(county: County, report: FrozenReport) -> Asked:
    """What a frozen report is about, as it was known when it was frozen (R2, R14), its county's name included."""
    known = history(county, report.known_by)
    if not county.is_named(report.known_by):
        known = replace(known, county=replace(known.county, name="", invented=False, note="", source=""))
    return Asked(known, report.as_of, report.agreement, None, report.title, frozen=True)


def corrected_since(county: County, report: FrozenReport) -> Corrected:
    """What is known of a frozen report's Stichtag today and was not, or not so, when it was frozen."""
    then = asked_of(county, report)
    return corrected(then, replace(then, known=history(county, None)))


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


def _moments(county: County) -> Iterator[datetime]:
    """When anything was recorded or taken back: where a clock was wrong, some of it after now."""
    kinds = (
        county.names, county.fields_of_action, county.agreements, county.measures, county.milestones, county.log,
        county.consultations, county.events, county.key_figures,
    )  # fmt: skip
    return (at for rows in kinds for row in rows for at in (row.recorded_at, row.revoked_at) if at is not None)


def _files(county: County, report: FrozenReport) -> dict[str, bytes]:
    asked = asked_of(county, report)
    return {format: document(NAME, format).make(asked) for format in FORMATS}


def _hashes(files: dict[str, bytes]) -> dict[str, str]:
    return {format: sha256(data).hexdigest() for format, data in files.items()}
