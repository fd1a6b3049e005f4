"""A folder of exchange files on disk, and the sentence for data that has errors."""

from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

from audit_core.columns import FILES, file_of_name
from audit_core.errors import AuditError, Problem
from audit_core.terms import folded
from audit_core.upload.parse import Sheet, UnreadableError, parse, refuse_size

SHOWN_PROBLEMS = 20
_NAMES = tuple(f"{file.name}.csv" for file in FILES)
_READABLE = frozenset({".csv", ".txt", ".tsv", ".xlsx", ".xls", ".ods"})


class BadDataError(AuditError):
    """The data has errors, nothing was written; `problems` holds every one of them."""

    def __init__(self, message: str, problems: Sequence[Problem] = ()) -> None:
        super().__init__(message)
        self.problems = tuple(problems)


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
                refuse_size(path.stat().st_size)
                sheets[file.name] = parse(path.read_bytes(), file, path.name)
            except UnreadableError as trouble:
                errors.append(Problem(0, "", "", str(trouble), path.name))
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


def told(what: str, errors: Sequence[Problem], done: str) -> str:
    """One text for people: how many errors something has, and the first of them; `done` is what was not done."""
    count = "einen Fehler" if len(errors) == 1 else f"{len(errors)} Fehler"
    shown = "\n".join(problem.sentence() for problem in errors[:SHOWN_PROBLEMS])
    more = len(errors) - SHOWN_PROBLEMS
    rest = f"\n… und {more} weitere." if more > 0 else ""
    return f"{what} hat {count}, nichts wurde {done}:\n{shown}{rest}"
