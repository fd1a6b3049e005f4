"""The Fristen of the twelve months after a Stichtag: one window for page, report and deck (R15)."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from audit_core.dates import MONTHS
from audit_core.overdue import DueItem, coming_items
from audit_core.standing import MeasureState

MONTHS_AHEAD = 12


@dataclass(frozen=True, slots=True)
class Month:
    """How many open items have their Frist in a month; `until` where the window ends before the month does."""

    first: date
    fristen: int
    until: date | None = None

    @property
    def name(self) -> str:
        """The month in words.

        >>> Month(date(2022, 6, 1), 2).name, Month(date(2022, 6, 1), 2, date(2022, 6, 15)).name
        ('Juni 2022', 'Juni 2022 (bis 15.06.)')
        """
        shortened = f" (bis {self.until:%d.%m.})" if self.until else ""
        return f"{MONTHS[self.first.month - 1]} {self.first.year}{shortened}"


@dataclass(frozen=True, slots=True)
class Coming:
    """The open items whose Frist is still to come, the next first: up to `last` and later."""

    as_of: date
    last: date
    items: tuple[DueItem, ...]
    later: tuple[DueItem, ...]

    @property
    def all(self) -> tuple[DueItem, ...]:
        """Those of the twelve months, then the later ones."""
        return (*self.items, *self.later)

    @property
    def next(self) -> DueItem | None:
        """The one whose Frist comes first, within the twelve months or after them."""
        return next(iter(self.all), None)

    @property
    def months(self) -> tuple[Month, ...]:
        """The items per month: twelve months, before them the one of the Stichtag if something is still due in it."""
        per_month = Counter(item.due.replace(day=1) for item in self.items)
        own = self.as_of.replace(day=1)
        firsts = [_month_after(own, number) for number in range(0 if per_month[own] else 1, MONTHS_AHEAD + 1)]
        cut = self.last if _month_after(self.last, 1) > _day_after(self.last) else None
        return tuple(Month(first, per_month[first], cut if first == firsts[-1] else None) for first in firsts)


def coming(measures: Iterable[MeasureState], as_of: date, responsible: str | None = None) -> Coming:
    """What is due from the Stichtag on, parted at the same day of the next year; that day still belongs to the year."""
    found, last = coming_items(measures, responsible), year_ahead(as_of)
    return Coming(
        as_of, last, tuple(item for item in found if item.due <= last), tuple(item for item in found if item.due > last)
    )


def year_ahead(as_of: date) -> date:
    """The same day of the next year.

    >>> year_ahead(date(2019, 12, 31)), year_ahead(date(2020, 2, 29))
    (datetime.date(2020, 12, 31), datetime.date(2021, 2, 28))
    """
    if (as_of.month, as_of.day) == (2, 29):
        return date(as_of.year + 1, 2, 28)
    return as_of.replace(year=as_of.year + 1)


def _day_after(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1)


def _month_after(day: date, months: int) -> date:
    return date(day.year + (day.month - 1 + months) // 12, (day.month - 1 + months) % 12 + 1, 1)
