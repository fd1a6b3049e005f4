"""The one glue for what writes: previews of files, applying them, taking uploads back; asks `access` first."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from audit_core import access, store
from audit_core.columns import MELDUNGEN
from audit_core.documents import frozen
from audit_core.errors import AuditError
from audit_core.store import FrozenReport
from audit_core.upload import apply as applying
from audit_core.upload import undo as taking_back
from audit_core.upload.check import Clock
from audit_core.upload.parse import Sheet
from audit_core.upload.preview import Preview, preview_of
from audit_core.upload.undo import UndoPreview
from pages import _shell

NOT_ALLOWED = "Das dürfen nur Stellen, die dafür freigeschaltet sind. Bitte wenden Sie sich an die Koordination."


def preview(sheet: Sheet, progress: Callable[[float], None] | None = None) -> Preview:
    """What a file would do to the county of this run."""
    return preview_of(sheet, _shell.county(), Clock(_shell.now()), progress)


def apply(shown: Preview, by: str, good_rows: bool = False) -> int:
    """Write a preview; returns the number of the upload. Raises AuditError with a German sentence."""
    _ask(access.REPORT if shown.sheet.file is MELDUNGEN else access.PLAN)
    return applying.apply(_shell.engine(), shown, by, _shell.now(), good_rows)


def uploads() -> tuple[store.Upload, ...]:
    """All uploads, the newest first."""
    return store.uploads(_shell.engine())


def preview_undo(upload: int) -> UndoPreview:
    """What taking an upload back would change."""
    return taking_back.preview_undo(_shell.engine(), upload, _shell.now())


def undo(shown: UndoPreview, by: str) -> None:
    """Take an upload back, if the database is still as the preview saw it."""
    _ask(access.UNDO)
    taking_back.undo(_shell.engine(), shown.upload.id, by, _shell.now(), shown.revision)


def begin_with(folder: Path) -> None:
    """Loads a folder of exchange files into a database that holds no plan."""
    _ask(access.PLAN)
    applying.load_folder(_shell.engine(), folder, _shell.now())


def freeze(agreement: str, until: date, title: str, by: str) -> FrozenReport:
    """Keep the report of a year as it is known now (R14)."""
    _ask(access.FREEZE)
    return frozen.freeze(_shell.engine(), agreement, until, title, by, _shell.now())


def _ask(right: str) -> None:
    if not access.may(_shell.viewer(), right):
        raise AuditError(NOT_ALLOWED)
