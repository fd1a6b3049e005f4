"""When an agreement runs, and which one a day falls into."""

from collections.abc import Iterable
from datetime import date, timedelta

from audit_core.agreement.rows import Agreement


def last_day(agreement: Agreement, agreements: Iterable[Agreement]) -> date | None:
    """The day an agreement ends: its Ende, else the day before the next one begins (R0); None if it has no end."""
    if agreement.end is not None:
        return agreement.end.last
    later = [other.begin.first for other in agreements if other.begin.first > agreement.begin.first]
    return min(later) - timedelta(days=1) if later else None


def _begun(agreements: Iterable[Agreement], day: date) -> list[Agreement]:
    """The agreements begun by a day, the newest last."""
    return sorted((a for a in agreements if a.begin.first <= day), key=lambda a: a.begin.first)


def in_force(agreements: tuple[Agreement, ...], day: date) -> Agreement | None:
    """The agreement in force on a day (of several the last begun), else the last before, else the first (DESIGN §8)."""
    begun = _begun(agreements, day)
    running = [a for a in begun if (end := last_day(a, agreements)) is None or day <= end]
    if running:
        return running[-1]
    if begun:
        return begun[-1]
    return min(agreements, key=lambda a: a.begin.first, default=None)


def default_as_of(agreements: tuple[Agreement, ...], today: date) -> date:
    """The Stichtag nobody chose: today inside the period of the newest agreement begun, else its end (DESIGN §8)."""
    begun = _begun(agreements, today)
    if not begun:
        return today
    end = last_day(begun[-1], agreements)
    return today if end is None or today <= end else end
