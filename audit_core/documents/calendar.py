"""The Fristen as a calendar (ICS): an all-day event for each, which moves with its Frist."""

from audit_core.tables.asked import Asked

MIME = "text/calendar"


def calendar(asked: Asked) -> bytes:
    """The Fristen of an office or of all; the same request gives the same bytes."""
    raise NotImplementedError(asked.title)
