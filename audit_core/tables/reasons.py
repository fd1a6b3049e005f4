"""Why an item is where it is: the Grund that was reported newest (R2), for report and deck alike (R15)."""

from datetime import date

from audit_core.agreement import ItemKey
from audit_core.standing import History
from audit_core.standing.history import Point
from audit_core.wording.annual_report.counting import written


def points(known: History, item: ItemKey, until: date) -> tuple[Point, ...]:
    """What was reported of an item up to a Stichtag, the newest first (R2)."""
    return tuple(point for point in reversed(known.tracks[item].points) if point.entry.stated_on <= until)


def reason(known: History, item: ItemKey, until: date, *, of_status: bool = False) -> tuple[str, str]:
    """The newest Grund of an item up to a Stichtag and, where an older Meldung gives it, its Stand; else both empty.

    `of_status`: only of the unbroken run of its present status: why a Frist moved is not why it was cancelled.
    """
    found = points(known, item, until)
    for place, point in enumerate(found):
        if of_status and point.entry.status != found[0].entry.status:
            break
        if text := point.entry.reason.strip():
            return text, written(point.entry.stated) if place else ""
    return "", ""
