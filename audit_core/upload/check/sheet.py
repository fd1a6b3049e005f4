"""Any one exchange file against the county that is there: what an upload brings."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from audit_core.agreement import County, ItemKey, ReportEntry
from audit_core.columns import HANDLUNGSFELDER, MASSNAHMEN, MEILENSTEINE, MELDUNGEN, ZIELVEREINBARUNGEN
from audit_core.errors import Problem
from audit_core.standing import History, history
from audit_core.store import PlanRow
from audit_core.terms import STATUS, is_fulfilled, is_open
from audit_core.upload.check.cells import Clock, Lined, Progress
from audit_core.upload.check.entries import check_entries
from audit_core.upload.check.folder import check_surroundings
from audit_core.upload.check.plan import check_plan
from audit_core.upload.parse import Sheet

NO_ROWS = "Unter der Kopfzeile steht keine Zeile mit Angaben. Bitte die Liste ausfüllen und noch einmal hochladen."
_OF_THE_PLAN = frozenset(file.name for file in (HANDLUNGSFELDER, ZIELVEREINBARUNGEN, MASSNAHMEN, MEILENSTEINE))
_OPEN_SHOWN = 3


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
        found = replace(found, warnings=(*found.warnings, *_doubts(checked.entries, sheet.file_name, known)))
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
    return replace(found, errors=_by_line(found.errors), warnings=_by_line(found.warnings))


def _by_line(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda problem: problem.line))


def _doubts(entries: Sequence[Lined[ReportEntry]], file_name: str, known: History) -> list[Problem]:
    """Warnings that need the whole log: an older Stand than the newest known, fulfilled with open milestones."""
    own = _statuses([row.value for row in entries])
    found = []
    for row in entries:
        entry = row.value
        stated = entry.stated.text
        track = known.tracks.get(entry.item)
        if track and track.days and track.days[-1] > entry.stated_on:
            newest = track.points[-1].entry.stated.text
            message = f"Es ist schon ein neuerer Stand bekannt ({newest}); diese Meldung ändert nur Stichtage davor."
            found.append(Problem(row.line, "Stand", stated, message, file_name))
        if entry.item.milestone is None and is_fulfilled(entry.status):
            left = _open_milestones(entry, known, own)
            if left:
                found.append(Problem(row.line, "Status", STATUS[entry.status].label, _still_open(left), file_name))
    return found


_Course = tuple[list[date], list[str]]


def _statuses(entries: Iterable[ReportEntry]) -> Mapping[ItemKey, _Course]:
    """The days and statuses of milestones that a file names, in the order of their Stand."""
    by_item: dict[ItemKey, dict[date, str]] = {}
    for entry in entries:
        if entry.item.milestone is not None:
            by_item.setdefault(entry.item, {})[entry.stated_on] = entry.status
    courses = {}
    for item, named in by_item.items():
        days = sorted(named)
        courses[item] = (days, [named[day] for day in days])
    return courses


def _open_milestones(entry: ReportEntry, known: History, own: Mapping[ItemKey, _Course]) -> list[str]:
    """The milestones of a measure that are open on the day of an entry, the ones of its own file included."""
    left = []
    for milestone in known.milestones.get(entry.item.measure, ()):
        point = known.tracks[milestone.key].at(entry.stated_on)
        since, status = (point.entry.stated_on, point.entry.status) if point else (date.min, "no_report")
        days, statuses = own.get(milestone.key, ([], []))
        place = bisect_right(days, entry.stated_on)
        if place and days[place - 1] >= since:
            status = statuses[place - 1]
        if is_open(status):
            left.append(milestone.milestone)
    return left


def _still_open(milestones: Sequence[str]) -> str:
    shown = ", ".join(milestones[:_OPEN_SHOWN])
    more = len(milestones) - _OPEN_SHOWN
    which = f"{shown} und {more} weitere" if more > 0 else shown
    noun, verb = ("Meilenstein", "ist") if len(milestones) == 1 else ("Meilensteine", "sind")
    return f"Die Maßnahme ist als erfüllt gemeldet, {noun} {which} {verb} noch offen. Bitte auch dazu melden."
