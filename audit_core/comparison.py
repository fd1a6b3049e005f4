"""Two Stichtage side by side: what is new, moved, overdue, and what was corrected since (R11, DESIGN §8)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from audit_core.agreement import ItemKey, Measure, Milestone, ReportEntry, item_order
from audit_core.dates import end_of_day
from audit_core.standing import (
    ALL,
    History,
    MeasureState,
    MilestoneState,
    Standing,
    concerns,
    counted,
    history,
    own_items,
    standing,
)
from audit_core.terms import OTHER, TAKEN_OVER, direction

KINDS = ("new", "status", "due", "progress", "overdue", "corrected")


@dataclass(frozen=True, slots=True)
class Change:
    """One difference of one item; `direction` only for a status. `old` and `new` are codes, days, dates or 0…1."""

    item: ItemKey
    title: str
    what: str
    old: str | date | float | int | None
    new: str | date | float | int | None
    direction: str | None = None


Item = MeasureState | MilestoneState


def changes(
    before: Standing, after: Standing, agreement: str = ALL, responsible: str | None = None
) -> tuple[Change, ...]:
    """All differences between two Stichtage and what was corrected since, by number.

    Both are of one county, each with its own Kenntnisstand (R2). Corrected is what an entry about a day up to the
    earlier one changed between what was known of it (its Kenntnisstand, else its end) and what `after` knows.
    """
    shown = set(_items(before, agreement, responsible)) | set(_items(after, agreement, responsible))
    corrected = _corrected(before, after.known, shown, agreement, responsible)
    found = [*differences(before, after, agreement, responsible), *corrected.values()]
    return tuple(sorted(found, key=lambda c: (item_order(c.item), KINDS.index(c.what))))


def differences(
    before: Standing, after: Standing, agreement: str = ALL, responsible: str | None = None
) -> tuple[Change, ...]:
    """What is different between two Stichtage, by number; `before` is the earlier one, or the one known earlier.

    Overdue counts only an office's own items (R5). A measure that is no longer the office's leaves its view, which is
    no change. A measure that was taken over has that as its new status; one that `after` does not know has None.
    """
    old = _items(before, agreement, responsible)
    new = _items(after, agreement, responsible)
    given_away = {m.key.measure for m in after.measures if responsible is not None and not concerns(m, responsible)}
    keys = sorted((key for key in {**old, **new} if key.measure not in given_away), key=item_order)
    found = (change for key in keys for change in _differences(key, old.get(key), new.get(key), after))
    if responsible is None:
        return tuple(found)
    own = {key for key in keys if (new.get(key) or old[key]).responsible == responsible}
    return tuple(change for change in found if change.what != "overdue" or change.item in own)


def status_changes(found: tuple[Change, ...]) -> tuple[Change, ...]:
    """Of all changes those that say a measure is new or has another status."""
    return tuple(c for c in found if c.what in ("new", "status") and c.item.milestone is None)


def _items(whole: Standing, agreement: str, responsible: str | None) -> dict[ItemKey, Item]:
    chosen = counted(whole, agreement, responsible)
    return {item.key: item for _, item in own_items(chosen)}


def _differences(key: ItemKey, old: Item | None, new: Item | None, after: Standing) -> Iterator[Change]:
    if new is None:
        if old is not None and key.milestone is None:
            became = TAKEN_OVER if after.known.taken_over(key.measure, after.as_of) else None
            yield Change(key, old.title, "status", old.item.status, became, OTHER)
        return
    if old is None:
        yield Change(key, new.title, "new", None, new.item.status)
    else:
        if old.item.status != new.item.status:
            turn = direction(old.item.status, new.item.status)
            yield Change(key, new.title, "status", old.item.status, new.item.status, turn)
        if old.item.due != new.item.due:
            yield Change(key, new.title, "due", old.item.due, new.item.due)
        if isinstance(old, MeasureState) and isinstance(new, MeasureState) and old.progress != new.progress:
            yield Change(key, new.title, "progress", old.progress, new.progress)
    overdue_before = old.item.days_overdue if old is not None else 0
    if bool(overdue_before) != bool(new.item.days_overdue):
        yield Change(key, new.title, "overdue", overdue_before, new.item.days_overdue)


def _corrected(
    before: Standing, later: History, shown: set[ItemKey], agreement: str, responsible: str | None
) -> dict[ItemKey, Change]:
    """Items with an entry about a day up to the earlier Stichtag that was recorded or revoked after it was known.

    Shown are items of the view, as known now or as known then; what existed in neither knowledge was not corrected.
    """
    stored, as_of = before.known.stored, before.as_of
    moment = before.known.known_by or end_of_day(as_of)
    touched = {e.item for e in stored.log if e.stated_on <= as_of and _between(e, moment, later.known_by)}
    if not touched:
        return {}
    then = before if before.known.known_by else standing(history(stored, moment), as_of)
    now = before if before.known is later else standing(later, as_of)
    touched &= shown | set(_items(then, agreement, responsible))
    known_then = {item.key: item for _, item in own_items(then.measures)}
    known_now = {item.key: item for _, item in own_items(now.measures)}
    titles = {row.key: row.title for known in (before.known, then.known, later) for row in _plan(known)}
    pairs = {key: (_status(known_then.get(key)), _status(known_now.get(key))) for key in touched}
    return {key: Change(key, titles[key], "corrected", *pair) for key, pair in pairs.items() if any(pair)}


def _between(entry: ReportEntry, moment: datetime, until: datetime | None) -> bool:
    """Whether an entry was recorded or revoked after a moment, and that is known by another (None: by now)."""
    return any(at is not None and moment < at and (until is None or at <= until) for at in _learnt(entry))


def _learnt(entry: ReportEntry) -> tuple[datetime, datetime | None]:
    return entry.recorded_at, entry.revoked_at


def _plan(known: History) -> tuple[Measure | Milestone, ...]:
    return (*known.county.measures, *known.county.milestones)


def _status(item: Item | None) -> str | None:
    return item.item.status if item is not None else None
