"""The only room that writes what was checked: one folder or one upload is one transaction."""

from collections.abc import Sequence
from datetime import datetime
from difflib import get_close_matches
from pathlib import Path

from audit_core import store
from audit_core.columns import FILES, file_of_name
from audit_core.errors import AuditError, Problem
from audit_core.terms import folded
from audit_core.upload.check import Clock, check_folder
from audit_core.upload.parse import Sheet, parse

SHOWN_PROBLEMS = 20
_NAMES = tuple(f"{file.name}.csv" for file in FILES)
_READABLE = frozenset({".csv", ".txt", ".tsv", ".xlsx", ".xls", ".ods"})


class BadDataError(AuditError):
    """The data has errors, nothing was written; `problems` holds every one of them."""

    def __init__(self, message: str, problems: Sequence[Problem] = ()) -> None:
        super().__init__(message)
        self.problems = tuple(problems)


class AlreadyLoadedError(AuditError):
    """The database holds a plan already, nothing was written."""

    def __init__(self) -> None:
        super().__init__("Die Datenbank enthält schon einen Plan. Für neue Daten bitte eine leere Datenbank angeben.")


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
        raise BadDataError(_sentence(folder, errors), errors)
    store.create_tables(engine)
    with store.writing(engine) as connection:
        if store.holds_plan(connection):
            raise AlreadyLoadedError
        upload = store.record_upload(connection, now, "Ersteinrichtung", "init", folder.resolve().name)
        store.append_plan(connection, upload, ((row.line, row.value, row.recorded_at) for row in checked.plan))
        store.append_entries(connection, upload, ((row.line, row.value) for row in checked.entries))
    return [*warnings, *checked.warnings]


def read_folder(folder: Path) -> tuple[dict[str, Sheet], list[Problem], list[Problem]]:
    """The sheets of a folder by the name of their exchange file, what keeps files from being one, what is not read."""
    if not folder.is_dir():
        raise AuditError(f"Den Ordner ‚{folder}‘ gibt es nicht. Bitte den Ort der Austauschdateien prüfen.")
    sheets: dict[str, Sheet] = {}
    errors: list[Problem] = []
    warnings: list[Problem] = []
    for path in sorted(folder.iterdir()):
        if path.suffix.casefold() not in _READABLE:
            continue
        file = file_of_name(path.stem)
        if file is None:
            warnings.append(Problem(0, "", "", _not_read(path.stem), path.name))
        elif file.name in sheets:
            message = f"{file.title}: gelesen wird schon {sheets[file.name].file_name}. Bitte nur eine Datei behalten."
            errors.append(Problem(0, "", "", message, path.name))
        else:
            try:
                sheets[file.name] = parse(path.read_bytes(), file, path.name)
            except OSError:
                errors.append(Problem(0, "", "", "Das lässt sich nicht als Datei lesen.", path.name))
    if not sheets and not errors:
        raise BadDataError(f"Im Ordner ‚{folder}‘ liegt keine der Dateien {', '.join(_NAMES)}.")
    return sheets, errors, warnings


def _not_read(stem: str) -> str:
    """The sentence for a file that is no exchange file by its name, with the nearest one."""
    close = get_close_matches(folded(stem), [file.name for file in FILES], n=1)
    meant = f"Meinten Sie {close[0]}.csv?" if close else f"Gelesen werden {', '.join(_NAMES)}."
    return f"Diese Datei wird nicht gelesen. {meant}"


def _sentence(folder: Path, errors: Sequence[Problem]) -> str:
    """One text for people: how many errors, and the first of them."""
    count = "einen Fehler" if len(errors) == 1 else f"{len(errors)} Fehler"
    shown = "\n".join(problem.sentence() for problem in errors[:SHOWN_PROBLEMS])
    more = len(errors) - SHOWN_PROBLEMS
    rest = f"\n… und {more} weitere." if more > 0 else ""
    return f"Der Ordner ‚{folder}‘ hat {count}, nichts wurde geladen:\n{shown}{rest}"
