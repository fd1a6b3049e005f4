"""The log of uploads as lists show it: the newest first, what was taken back stays in it."""

from collections.abc import Iterable
from dataclasses import dataclass

from audit_core.store import Upload
from audit_core.tables.csv_text import Sheet
from audit_core.wording import reports as wording

NOTHING = "–"
HEADER = ("Nr.", "übernommen am", "von", "Art", "Datei", "Zeilen", "gilt", "zurückgenommen am", "zurückgenommen von")


@dataclass(frozen=True, slots=True)
class UploadLine:
    """One upload in words; `undone` was taken back, `state` says when and by whom."""

    number: int
    when: str
    who: str
    kind: str
    file: str
    rows: int
    undone: bool
    state: str


def upload_line(upload: Upload) -> UploadLine:
    """An upload as a row of the list; who is left out where it only repeats what it was."""
    kind = kind_of(upload)
    return UploadLine(
        upload.id, wording.moment(upload.recorded_at),
        NOTHING if upload.recorded_by in ("", kind) else upload.recorded_by, kind,
        upload.file_name or NOTHING, upload.rows, upload.revoked_at is not None, wording.state_of(upload),
    )  # fmt: skip


def kind_of(upload: Upload) -> str:
    """What an upload brought, in German."""
    return wording.KIND.get(upload.kind, upload.kind)


def uploads_sheet(uploads: Iterable[Upload]) -> Sheet:
    """The log as a table to save."""
    return Sheet(HEADER, tuple(
        (
            upload.id, wording.moment(upload.recorded_at), upload.recorded_by, kind_of(upload), upload.file_name,
            upload.rows, "ja" if upload.revoked_at is None else "nein",
            wording.moment(upload.revoked_at) if upload.revoked_at else None, upload.revoked_by or None,
        )
        for upload in uploads
    ))  # fmt: skip
