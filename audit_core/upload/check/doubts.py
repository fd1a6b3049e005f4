"""What can only be doubted with the whole log at hand: warnings about entries that would be new."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from audit_core.agreement import ItemKey, ReportEntry
from audit_core.errors import Problem
from audit_core.standing import History
from audit_core.terms import STATUS, is_fulfilled, is_open
from audit_core.upload.check.cells import Lined

_OPEN_SHOWN = 3


def doubts(entries: Sequence[Lined[ReportEntry]], file_name: str, known: History) -> list[Problem]:
    """A Stand older than the newest known; a measure reported as fulfilled while milestones of it are open."""
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
