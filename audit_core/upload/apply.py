"""The only room that writes what was checked: one folder or one upload is one transaction."""

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from audit_core import store
from audit_core.agreement import County, ReportEntry
from audit_core.columns import MELDUNGEN
from audit_core.errors import UNUSABLE_DATABASE, AuditError, Problem
from audit_core.upload.changes import Row
from audit_core.upload.check import Clock, Lined, check_folder
from audit_core.upload.folder import BadDataError, read_folder, told
from audit_core.upload.parse import Sheet
from audit_core.upload.preview import Preview, preview_of
from audit_core.wording.numbers import moment

LOG = logging.getLogger("auditmonitor")
TRIES = 3
"""How often a file is checked anew because others wrote meanwhile, before they have to wait."""
NOTHING_TO_WRITE = "Die Datei bringt keine Änderung: Alles darin steht schon so im Bestand."


class AlreadyLoadedError(AuditError):
    """The database holds a plan already, nothing was written."""

    def __init__(self) -> None:
        super().__init__("Die Datenbank enthält schon einen Plan. Für neue Daten bitte eine leere Datenbank angeben.")


class StalePreviewError(AuditError):
    """The database has moved on since the preview was made, nothing was written."""


class NotWrittenError(AuditError):
    """The database could not be written, nothing of the upload is in it."""


@dataclass(frozen=True, slots=True)
class Applied:
    """What an upload did: its preview, and its number, or None where there was nothing to write."""

    preview: Preview
    upload: int | None


def load_folder(engine: store.Engine, folder: Path, now: datetime) -> list[Problem]:
    """Load a folder of exchange files into an empty database: all of it, or nothing (then BadDataError says why).

    Files the folder lacks are empty; where none names the county, the folder does. Returns the warnings.
    """
    if store.has_plan(engine):
        raise AlreadyLoadedError
    sheets, errors, warnings = read_folder(folder)
    checked = check_folder(sheets, folder.resolve().name, Clock(now, reads_recorded_at=True))
    errors = [*errors, *checked.errors]
    if errors:
        raise BadDataError(told(f"Der Ordner ‚{folder}‘", errors, "geladen"), errors)
    store.create_tables(engine)
    with store.writing(engine) as connection:
        if store.holds_plan(connection):
            raise AlreadyLoadedError
        upload = store.record_upload(connection, now, "Ersteinrichtung", "init", folder.resolve().name)
        store.append_plan(connection, upload, ((row.line, row.value, row.recorded_at) for row in checked.plan))
        store.append_entries(connection, upload, ((row.line, row.value) for row in checked.entries))
    return [*warnings, *checked.warnings]


def stored_county(engine: store.Engine) -> County:
    """All that is stored; an empty county where there is no database yet. Creates nothing."""
    return store.load(engine) if store.was_used(engine) else County("", revision=store.EMPTY)


def apply(engine: store.Engine, preview: Preview, by: str, now: datetime, good_rows: bool = False) -> int:
    """Write a preview in one transaction and return the number of the upload.

    Raises BadDataError where rows are bad and `good_rows` was not said, StalePreviewError where the database has moved
    on, NotWrittenError where it cannot be written; then nothing is.
    """
    _refuse_bad_rows(preview, good_rows)
    if not preview.appended:
        raise AuditError(NOTHING_TO_WRITE)
    with all_or_nothing(engine) as connection:
        if store.revision_inside(connection) != preview.revision:
            raise StalePreviewError(what_came_between(connection, preview.revision))
        return _append(connection, preview, by, now)


def upload(
    engine: store.Engine, sheet: Sheet, by: str, now: datetime, *, good_rows: bool = False, dry_run: bool = False
) -> Applied:
    """Check a file against the database and write it at once, for those who need no look at the preview.

    When others write meanwhile it is checked anew, at last while they wait. Raises as `apply` does, but a file with
    errors or without anything new is no error here.
    """
    for _ in range(TRIES):
        preview = preview_of(sheet, stored_county(engine), Clock(now))
        if dry_run or not _is_to_write(preview, good_rows):
            return Applied(preview, None)
        try:
            return Applied(preview, apply(engine, preview, by, now, good_rows))
        except StalePreviewError:
            continue
    with all_or_nothing(engine) as connection:
        preview = preview_of(sheet, store.load_inside(connection), Clock(now))
        written = _append(connection, preview, by, now) if _is_to_write(preview, good_rows) else None
        return Applied(preview, written)


def _is_to_write(preview: Preview, good_rows: bool) -> bool:
    return bool(preview.appended) and (good_rows or not preview.errors)


def _append(connection: store.Connection, preview: Preview, by: str, now: datetime) -> int:
    kind = "meldungen" if preview.sheet.file is MELDUNGEN else "plan"
    number = store.record_upload(connection, now, by, kind, preview.sheet.file_name)
    store.append_entries(connection, number, _entries(preview.appended, now))
    plan = ((row.line, row.value) for row in preview.appended)
    store.append_plan(
        connection, number, ((line, row, now) for line, row in plan if not isinstance(row, ReportEntry))
    )
    return number


def _entries(rows: Sequence[Lined[Row]], now: datetime) -> Iterator[tuple[int, ReportEntry]]:
    for row in rows:
        if isinstance(row.value, ReportEntry):
            yield row.line, row.value._replace(recorded_at=now)


def _refuse_bad_rows(preview: Preview, good_rows: bool) -> None:
    if preview.errors and not (good_rows and preview.appended):
        raise BadDataError(told("Die Datei", preview.errors, "übernommen"), preview.errors)


@contextmanager
def all_or_nothing(engine: store.Engine) -> Iterator[store.Connection]:
    """One writing transaction; a database that fails in it is told as a German sentence, with the cause in the log."""
    try:
        store.create_tables(engine)
        with store.writing(engine) as connection:
            yield connection
    except (store.DatabaseError, OSError) as error:
        LOG.exception("An upload was not written")
        raise NotWrittenError(f"Nichts wurde übernommen. {store.cause_of(error) or UNUSABLE_DATABASE}") from error


def what_came_between(connection: store.Connection, revision: str) -> str:
    """The sentence for a preview that is too old, with what has been written or taken back since."""
    uploads = store.uploads_inside(connection)
    seen = int(revision.split(".")[0])
    newer = [one for one in uploads if one.id > seen]
    if not newer:
        what = "wurde eine Übernahme zurückgenommen"
    else:
        last = newer[0]
        who = f" von {last.recorded_by}" if last.recorded_by else ""
        came = "kam eine andere Übernahme" if len(newer) == 1 else f"kamen {len(newer)} andere Übernahmen"
        what = f"{came} dazu, zuletzt Nr. {last.id}{who} ({moment(last.recorded_at)})"
    return f"Seit dieser Vorschau {what}. Nichts wurde geändert; bitte die Vorschau erneuern und noch einmal prüfen."
