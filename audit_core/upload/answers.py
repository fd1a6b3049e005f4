"""What the command line says of an upload (DESIGN §8): documents of a stable contract."""

from collections.abc import Iterable
from typing import Any

from audit_core.errors import Problem
from audit_core.store import Upload
from audit_core.upload.changes import RowKind
from audit_core.upload.preview import Preview

Json = dict[str, Any]


def upload_document(preview: Preview, upload: int | None) -> Json:
    """`check --json` and `upload --json`: rows by what becomes of them, problems, and the number of the upload."""
    return {
        "file": preview.sheet.file.name,
        "rows": len(preview.rows),
        "new": preview.count(RowKind.NEW),
        "changed": preview.count(RowKind.CHANGED),
        "unchanged": preview.count(RowKind.UNCHANGED),
        "rejected": preview.count(RowKind.REJECTED),
        "problems": _problems(preview.errors),
        "warnings": _problems(preview.warnings),
        "upload": upload,
    }


def _problems(problems: Iterable[Problem]) -> list[Json]:
    return [{"line": p.line, "column": p.column, "value": p.value, "message": p.message} for p in problems]


def uploads_document(uploads: Iterable[Upload]) -> list[Json]:
    """`uploads --json`: the newest first; `revoked_at` null unless taken back."""
    return [
        {
            "id": one.id,
            "recorded_at": one.recorded_at.isoformat(),
            "recorded_by": one.recorded_by,
            "kind": one.kind,
            "file_name": one.file_name,
            "rows": one.rows,
            "revoked_at": None if one.revoked_at is None else one.revoked_at.isoformat(),
            "revoked_by": one.revoked_by or None,
        }
        for one in uploads
    ]
