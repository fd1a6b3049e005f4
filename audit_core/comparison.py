"""Two Stichtage side by side: what is new, moved, overdue, and what was corrected since (R11, DESIGN §8)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from audit_core.agreement import ItemKey, Measure, Milestone, ReportEntry, item_order
from audit_core.dates import end_of_day
from audit_core.standing import (
    ALL,
    MeasureState,
    MilestoneState,
    Standing,
    counted,
    history,
    own_items,
    standing,
)
from audit_core.terms import TAKEN_OVER, direction

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
    """All differences between two Stichtage of one history and what was corrected since, by number."""
    shown = set(_items(before, agreement, responsible)) | set(_items(after, agreement, responsible))
    corrected = _corrected(before, shown, agreement, responsible)
    found = [*differences(before, after, agreement, responsible), *corrected.values()]
    return tuple(sorted(found, key=lambda c: (item_order(c.item), KINDS.index(c.what))))


def differences(
    before: Standing, after: Standing, agreement: str = ALL, responsible: str | None = None
) -> tuple[Change, ...]:
    """What is different between two Stichtage of one history, by number; `before` is the earlier one."""
    old = _items(before, agreement, responsible)
    new = _items(after, agreement, responsible)
    keys = sorted({**old, **new}, key=item_order)
    return tuple(change for key in keys for change in _differences(key, old.get(key), new.get(key)))


def status_changes(found: tuple[Change, ...]) -> tuple[Change, ...]:
    """Of all changes those that say a measure is new or has another status."""
    return tuple(c for c in found if c.what in ("new", "status") and c.item.milestone is None)


def _items(whole: Standing, agreement: str, responsible: str | None) -> dict[ItemKey, Item]:
    chosen = counted(whole, agreement, responsible)
    return {item.key: item for _, item in own_items(chosen)}


def _differences(key: ItemKey, old: Item | None, new: Item | None) -> Iterator[Change]:
    if new is None:
        if old is not None and key.milestone is None:
            yield Change(key, old.title, "status", old.item.status, TAKEN_OVER, direction(old.item.status, TAKEN_OVER))
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
    before: Standing, shown: set[ItemKey], agreement: str, responsible: str | None
) -> dict[ItemKey, Change]:
    """Items with an entry about a day up to the Stichtag that was recorded or revoked after it.

    Shown are items of the view, as known now or as known then; what existed in neither knowledge was not corrected.
    """
    moment = end_of_day(before.as_of)
    touched = {e.item for e in before.known.stored.log if e.stated_on <= before.as_of and _since(e, moment)}
    if not touched:
        return {}
    then = standing(history(before.known.stored, moment), before.as_of)
    touched &= shown | set(_items(then, agreement, responsible))
    known_then = {item.key: item for _, item in own_items(then.measures)}
    known_now = {item.key: item for _, item in own_items(before.measures)}
    plan: tuple[Measure | Milestone, ...] = (*before.known.county.measures, *before.known.county.milestones)
    titles = {row.key: row.title for row in plan}
    pairs = {key: (_status(known_then.get(key)), _status(known_now.get(key))) for key in touched}
    return {key: Change(key, titles[key], "corrected", *pair) for key, pair in pairs.items() if any(pair)}


def _since(entry: ReportEntry, moment: datetime) -> bool:
    return entry.recorded_at > moment or (entry.revoked_at is not None and entry.revoked_at > moment)


def _status(item: Item | None) -> str | None:
    return item.item.status if item is not None else None
