"""The Fristen as a calendar (ICS): an all-day event for each, which moves with its Frist."""

import re
from datetime import UTC, datetime, timedelta

from icalendar import Alarm, Calendar, Event

from audit_core.tables.asked import Asked
from audit_core.tables.calendar import DueEvent, Fristen, fristen
from audit_core.wording.calendar import ALARM_DAYS, alarm

MIME = "text/calendar"
_DAY = timedelta(days=1)
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


def calendar(asked: Asked) -> bytes:
    """The Fristen of an office or of all; the same request gives the same bytes."""
    found = fristen(asked)
    made = Calendar()
    made.add("prodid", "-//Auditmonitor//Fristen//DE")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", _plain(found.name))
    made.add("x-wr-caldesc", _plain(found.about))
    for event in found.events:
        made.add_component(_event(event, found))
    return bytes(made.to_ical())


def _event(event: DueEvent, found: Fristen) -> Event:
    """All day, without a time zone, and nobody is busy; no clock but that of what was recorded."""
    made = Event()
    made.add("uid", event.uid)
    stamp = event.changed_at or datetime(found.as_of.year, found.as_of.month, found.as_of.day, tzinfo=UTC)
    stamp = stamp.astimezone(UTC).replace(microsecond=0)
    made.add("dtstamp", stamp)
    made.add("last-modified", stamp)
    made.add("sequence", event.sequence)
    made.add("dtstart", event.due)
    made.add("dtend", event.due + _DAY)
    made.add("summary", _plain(event.summary).replace("\n", " "))
    made.add("description", _plain(event.description))
    made.add("categories", [_plain(name) for name in event.categories])
    made.add("transp", "TRANSPARENT")
    if event.cancelled:
        made.add("status", "CANCELLED")
    elif event.alarm:
        made.add_component(_alarm(event))
    return made


def _alarm(event: DueEvent) -> Alarm:
    made = Alarm()
    made.add("action", "DISPLAY")
    made.add("trigger", timedelta(days=-ALARM_DAYS))
    made.add("description", _plain(f"{event.summary}. {alarm(event.due)}").replace("\n", " "))
    return made


def _plain(text: str) -> str:
    """A text without signs that a calendar cannot hold; every line break is one sign."""
    return _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
