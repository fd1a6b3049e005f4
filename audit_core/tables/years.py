"""Year on year (R11, R12): counts per status, completion and time kept of every year, and what happened in one."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, partial

from audit_core.agreement import ItemKey, default_as_of, natural
from audit_core.balance import Balance, OnTime, balance, on_time, year_end
from audit_core.comparison import Change, differences
from audit_core.standing import (
    ALL,
    Completion,
    History,
    MeasureState,
    Standing,
    completion,
    counted,
    own_items,
    standing,
    statuses,
)
from audit_core.terms import BACK, NEW, RUNNING, SHOWN_ORDER, TAKEN_OVER, direction, has_left
from audit_core.wording.words import label

SHOWN_YEARS = 12
NOT_BEGUN = frozenset({None, "no_report", "not_started", "preparing", "postponed"})


@dataclass(frozen=True, slots=True)
class YearRow:
    """One year: counts per status and completion (R8) on its last day compared, Meilensteine in time (R12)."""

    day: date
    statuses: Mapping[str, int]
    completion: Completion
    on_time: OnTime

    @property
    def year(self) -> int:
        return self.day.year

    @property
    def measures(self) -> int:
        return sum(self.statuses.values())


@dataclass(frozen=True, slots=True)
class FieldYear:
    """A Handlungsfeld at both ends of the year: completion (R8) before and after."""

    number: str
    title: str
    before: Completion
    after: Completion


@dataclass(frozen=True, slots=True)
class Happening:
    """One item of a list: what it was and became, as status code, Frist or days overdue; `due` is its last Frist."""

    item: ItemKey
    title: str
    measure_title: str
    old: str | date | int | None
    new: str | date | int | None
    due: date | None


@dataclass(frozen=True, slots=True)
class YearList:
    """What happened in the year, of one kind (a key of `wording.years.LIST_TITLE`)."""

    what: str
    items: tuple[Happening, ...]


@dataclass(frozen=True, slots=True)
class TransitionGrid:
    """The transition table in words: per row (label, (count, direction) per column, sum), then the column sums."""

    columns: tuple[str, ...]
    lines: tuple[tuple[str, tuple[tuple[int, str], ...], int], ...]
    sums: tuple[int, ...]
    total: int

    def trimmed(self) -> "TransitionGrid":
        """The same table without the rows and columns in which no measure stands; all sums stay."""
        kept = [place for place, total in enumerate(self.sums) if total]
        lines = [(name, tuple(cells[place] for place in kept), total) for name, cells, total in self.lines if total]
        columns, sums = tuple(self.columns[place] for place in kept), tuple(self.sums[place] for place in kept)
        return TransitionGrid(columns, tuple(lines), sums, self.total)


@dataclass(frozen=True, slots=True)
class Years:
    """A Jahresbilanz of a view: every shown year, and the chosen one in detail.

    `hidden` years fit no picture; `newest` was reported after the last of them and can be chosen; a year to come has
    not begun.
    """

    agreement: str
    responsible: str | None
    field: str | None
    rows: tuple[YearRow, ...]
    hidden: int
    newest: int | None
    has_begun: bool
    balance: Balance
    fields: tuple[FieldYear, ...]
    lists: tuple[YearList, ...]

    @property
    def chosen(self) -> YearRow:
        """The row of the chosen year."""
        return next(row for row in self.rows if row.year == self.balance.year)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to compare in the chosen year."""
        return not self.balance.transitions

    @property
    def is_later(self) -> bool:
        """Whether a later year has measures."""
        return any(row.measures for row in self.rows if row.year > self.balance.year)

    @property
    def filtered(self) -> bool:
        """Whether the view leaves measures of the county out."""
        return self.agreement != ALL or self.responsible is not None or self.field is not None


def years(
    known: History,
    agreement: str,
    responsible: str | None,
    field: str | None,
    until: date,
    today: date,
    at: Callable[[date], Standing] | None = None,
) -> Years:
    """Every year up to the newest, and what happened in the year of `until`, compared up to that day.

    `at` gives the state as of a day where somebody keeps it already; each day is asked for only once.
    """
    at = cache(at or partial(standing, known))
    everything = span(known, today, agreement, until.year)
    shown = _shown(everything, until.year)
    rows = []
    for year in shown:
        last = until if year == until.year else year_end(year, today)
        measures = _viewed(at(last), agreement, responsible, field)
        before = date(year - 1, 12, 31)
        rows.append(YearRow(last, statuses(measures), completion(measures), on_time(known, measures, before, year)))
    start, end = at(date(until.year - 1, 12, 31)), at(until)
    return Years(
        agreement, responsible, field, tuple(rows), len(everything) - len(shown),
        _later(span(known, today, agreement), everything), start.as_of < today,
        balance(start, end, agreement, responsible, field),
        _fields(_viewed(start, agreement, responsible, field), _viewed(end, agreement, responsible, field), known),
        _lists(start, end, agreement, responsible, field),
    )  # fmt: skip


def grid(found: Balance) -> TransitionGrid:
    """A balance as the table people read: every status, „neu im Jahr“, and „übernommen“ where there is one (R11)."""
    targets = [*SHOWN_ORDER, *([TAKEN_OVER] if any(new == TAKEN_OVER for _, new in found.transitions) else [])]
    lines = []
    for old in (*SHOWN_ORDER, NEW):
        cells = tuple((found.transitions.get((old, new), 0), direction(old, new)) for new in targets)
        lines.append((label(old), cells, sum(count for count, _ in cells)))
    sums = tuple(sum(count for (_, new), count in found.transitions.items() if new == target) for target in targets)
    return TransitionGrid(tuple(label(code) for code in targets), tuple(lines), sums, sum(sums))


def span(known: History, today: date, agreement: str = ALL, chosen: int | None = None) -> range:
    """The years of a view: from its first Beginn on (R11), else from the first thing known.

    They reach to the year of the default Stichtag, and to the chosen one, which may lie before the first; where none
    is chosen yet, to the newest that was reported, so that it can be.
    """
    agreements = tuple(known.agreements.values())
    begins = [a.begin.first for a in agreements if agreement in (ALL, a.code)]
    if not begins:
        begins = [day for day in known.exists_from.values() if day is not None]
    first = min(begins, default=today).year
    if chosen is None:
        reported = max((track.days[-1] for track in known.tracks.values() if track.days), default=date.min)
        chosen = max(first, min(reported, today).year)
    last = default_as_of(agreements, today).year
    return range(min(first, chosen), max(last, chosen) + 1)


def only_earlier(rows: Sequence[YearRow]) -> tuple[str, ...]:
    """The statuses that some of these years have and the last one, which carries the labels, has not."""
    drawn = {code for row in rows for code, count in row.statuses.items() if count}
    return tuple(code for code in SHOWN_ORDER if code in drawn and not rows[-1].statuses.get(code))


def _later(offered: range, everything: range) -> int | None:
    """The newest year on offer where no picture reaches it, with or without the hidden years."""
    return offered[-1] if offered[-1] > everything[-1] else None


def _shown(everything: range, year: int) -> range:
    """At most `SHOWN_YEARS`: the newest, or those from the chosen year on if that is older."""
    start = max(everything.start, min(everything.stop - SHOWN_YEARS, year))
    return range(start, min(everything.stop, start + SHOWN_YEARS))


def _viewed(
    whole: Standing, agreement: str, responsible: str | None, field: str | None
) -> tuple[MeasureState, ...]:
    return tuple(
        m for m in counted(whole, agreement, responsible) if field in (None, m.measure.field_of_action)
    )


def _fields(before: Sequence[MeasureState], after: Sequence[MeasureState], known: History) -> tuple[FieldYear, ...]:
    titles = {row.number: row.title for row in known.county.fields_of_action}
    numbers = sorted({m.measure.field_of_action for m in (*before, *after)}, key=natural)
    return tuple(
        FieldYear(
            number,
            titles.get(number, ""),
            completion([m for m in before if m.measure.field_of_action == number]),
            completion([m for m in after if m.measure.field_of_action == number]),
        )
        for number in numbers
    )


def _lists(
    start: Standing, end: Standing, agreement: str, responsible: str | None, field: str | None
) -> tuple[YearList, ...]:
    """What happened, by kind, each in the order of numbers, overdue by days; only kinds that have something."""
    measures = {m.key.measure: m for m in (*start.measures, *end.measures)}
    dues = {item.key: item.item.due for _, item in own_items(end.measures)}
    found: dict[str, list[Happening]] = {}
    for change in differences(start, end, agreement, responsible):
        measure = measures[change.item.measure]
        if field not in (None, measure.measure.field_of_action):
            continue
        for what in _kinds(change):
            old, new = _plain(change.old), _plain(change.new)
            found.setdefault(what, []).append(
                Happening(change.item, change.title, measure.title, old, new, dues.get(change.item))
            )
    if "overdue" in found:
        found["overdue"].sort(key=lambda item: -int(str(item.new)))
    order = (
        "completed", "ongoing", "begun", "moved", "overdue", "back", "postponed", "left", "taken_over", "new",
    )  # fmt: skip
    return tuple(YearList(what, tuple(found[what])) for what in order if what in found)


def _kinds(change: Change) -> tuple[str, ...]:
    """In which lists a difference stands; a new measure also in the one of what it became (R11)."""
    if change.what == "overdue":
        return ("overdue",) if change.new else ()
    if change.what == "due":
        return ("moved",) if change.old is not None and change.new is not None else ()
    if change.what not in ("new", "status") or change.item.milestone is not None:
        return ()
    became = str(change.new)
    first = ("new",) if change.what == "new" else ()
    if became == TAKEN_OVER:
        return ("taken_over",)
    if has_left(became):
        return ("left", *first)
    if change.direction == BACK:
        return ("back",)
    if became in ("completed", "ongoing", "postponed"):
        return (became, *first)
    return ("begun", *first) if became in RUNNING and change.old in NOT_BEGUN else first


def _plain(value: str | date | float | None) -> str | date | int | None:
    return int(value) if isinstance(value, float) else value
