"""What an upload, or taking one back, does to the figures of a Stichtag: before → after."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from audit_core.agreement import County, Measure, Milestone, PlanRow, ReportEntry
from audit_core.standing import ALL
from audit_core.tables.lines import Tone
from audit_core.tables.situation import Situation
from audit_core.wording.numbers import NOTHING, n_of, number


@dataclass(frozen=True, slots=True)
class EffectLine:
    """One figure before and after as text, by how much it differs, and whether that is good (green) or not (red)."""

    label: str
    before: str
    after: str
    difference: int
    tone: Tone

    @property
    def is_changed(self) -> bool:
        """Whether the figure, or the whole it is counted of, is another one afterwards."""
        return self.before != self.after


@dataclass(frozen=True, slots=True)
class Effect:
    """The five figures of a Stichtag before and after, of one agreement (its Kürzel) or of all ("all")."""

    as_of: date
    agreement: str
    lines: tuple[EffectLine, ...]

    @property
    def is_none(self) -> bool:
        """Whether no figure changes."""
        return not any(line.is_changed for line in self.lines)


def effect(before: Situation, after: Situation) -> Effect:
    """The figures of two situations of one Stichtag and one view beside each other."""
    done, reached, stale = before.completion, before.milestones, before.stale
    done_after, reached_after, stale_after = after.completion, after.milestones, after.stale
    late, late_after = before.overdue, after.overdue
    lines = (
        _line("Maßnahmen umgesetzt", (done.n, done.of), (done_after.n, done_after.of), good=1),
        _line("Meilensteine erreicht", (reached.n, reached.of), (reached_after.n, reached_after.of), good=1),
        _line("Überfällige Maßnahmen", (late.measures, None), (late_after.measures, None), good=-1, worse="red"),
        _line(
            "Überfällige Meilensteine", (late.milestones, None), (late_after.milestones, None), good=-1, worse="red"
        ),
        _line("Ohne aktuelle Meldung", (stale.n, stale.of), (stale_after.n, stale_after.of), good=-1),
    )
    return Effect(after.as_of, after.agreement, lines)


@dataclass(frozen=True, slots=True)
class Touched:
    """What is different in another county: the agreement in which all of it stands ("all": in more than one, or in
    none), and the days that the Meldungen among it speak of.
    """

    agreement: str
    stated: tuple[date, ...]


def touched(before: County, after: County) -> Touched:
    """What rows of the log and of the plan came to a county, or were taken out of it; both as they are stored."""
    known = {entry.sequence: entry.revoked_at for entry in before.log}
    entries = [entry for entry in after.log if _is_other(known, entry)]
    rows = [row for old, new in _versions(before, after) for row in _other_rows(old, new)]
    codes = {entry.item.agreement for entry in entries}
    codes |= {row.agreement if isinstance(row, Measure | Milestone) else None for row in rows}
    only = codes.pop() if len(codes) == 1 else None
    return Touched(only or ALL, tuple(entry.stated_on for entry in entries))


def _is_other(known: dict[int, datetime | None], entry: ReportEntry) -> bool:
    return entry.sequence not in known or known[entry.sequence] != entry.revoked_at


def _versions(before: County, after: County) -> Iterator[tuple[Sequence[PlanRow], Sequence[PlanRow]]]:
    yield before.fields_of_action, after.fields_of_action
    yield before.agreements, after.agreements
    yield before.measures, after.measures
    yield before.milestones, after.milestones


def _other_rows(old: Sequence[PlanRow], new: Sequence[PlanRow]) -> Iterator[PlanRow]:
    """The rows that are appended, or revoked since; a county keeps its rows in the order of recording."""
    for place, row in enumerate(new):
        if place >= len(old) or old[place].revoked_at != row.revoked_at:
            yield row


def effect_day(as_of: date, stated: Iterable[date], today: date) -> date:
    """The day on which an effect can be seen: the Stichtag, or the newest Stand if that is later; never after today.

    >>> effect_day(date(2022, 12, 31), [date(2021, 6, 30), date(2023, 3, 1)], date(2026, 7, 16))
    datetime.date(2023, 3, 1)
    """
    return min(max([as_of, *stated]), max(today, as_of))


def _line(
    label: str, before: tuple[int, int | None], after: tuple[int, int | None], good: int, worse: Tone = "gray"
) -> EffectLine:
    """A figure before and after; `good` is the sign of a change for the better, only overdue gets worse in red."""
    change = after[0] - before[0]
    tone: Tone = "green" if change * good > 0 else worse if change else "gray"
    return EffectLine(label, _text(*before), _text(*after), change, tone)


def _text(n: int, of: int | None) -> str:
    if of is None:
        return number(n)
    return n_of(n, of) if of else NOTHING
