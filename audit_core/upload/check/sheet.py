"""Any one exchange file against the county that is there: what an upload brings."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from audit_core.agreement import County, ReportEntry
from audit_core.columns import HANDLUNGSFELDER, MASSNAHMEN, MEILENSTEINE, MELDUNGEN, ZIELVEREINBARUNGEN
from audit_core.errors import Problem
from audit_core.standing import History, history
from audit_core.store import PlanRow
from audit_core.upload.check.cells import Clock, Lined, Progress
from audit_core.upload.check.entries import check_entries
from audit_core.upload.check.folder import check_surroundings
from audit_core.upload.check.plan import check_plan
from audit_core.upload.parse import Sheet

NO_ROWS = "Unter der Kopfzeile steht keine Zeile mit Angaben. Bitte die Liste ausfüllen und noch einmal hochladen."
_OF_THE_PLAN = frozenset(file.name for file in (HANDLUNGSFELDER, ZIELVEREINBARUNGEN, MASSNAHMEN, MEILENSTEINE))


@dataclass(frozen=True, slots=True)
class CheckedSheet:
    """One file read against a county (one version of every plan row): its good rows in the order they count in.

    `known` is the county put in order as it is before the upload. A line that is in none of `rows` and
    `blank_lines` is rejected.
    """

    sheet: Sheet
    known: History
    rows: tuple[Lined[PlanRow | ReportEntry], ...]
    blank_lines: tuple[int, ...]
    errors: tuple[Problem, ...]
    warnings: tuple[Problem, ...]


def check_sheet(sheet: Sheet, county: County, clock: Clock, progress: Progress | None = None) -> CheckedSheet:
    """Check one file of any kind; nothing of a file whose header is not usable is good."""
    known = history(county)
    if sheet.file is MELDUNGEN:
        checked = check_entries(sheet, known.county, clock, progress)
        found = CheckedSheet(sheet, known, checked.entries, checked.blank_lines, checked.errors, checked.warnings)
    elif sheet.file.name in _OF_THE_PLAN:
        plan = check_plan({sheet.file.name: sheet}, known.county, clock, progress)
        found = CheckedSheet(sheet, known, plan.rows, (), plan.errors, plan.warnings)
    else:
        around = check_surroundings({sheet.file.name: sheet}, known.county, clock)
        found = CheckedSheet(sheet, known, around.rows, (), around.errors, around.warnings)
    if not sheet.rows and not found.errors:
        found = replace(found, errors=(Problem(sheet.header_line, "", "", NO_ROWS, sheet.file_name),))
    if any(problem.line <= sheet.header_line for problem in found.errors):
        found = replace(found, rows=(), blank_lines=())
    return replace(found, errors=by_line(found.errors), warnings=by_line(found.warnings))


def by_line(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems as they stand in the file."""
    return tuple(sorted(problems, key=lambda problem: problem.line))
