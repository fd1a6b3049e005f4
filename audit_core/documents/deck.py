"""The year as a deck (PPTX, 16:9) with native charts that people can edit, and notes that define its numbers."""

from audit_core.tables.asked import Asked

MIME = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


def deck(asked: Asked) -> bytes:
    """The deck of a year as PPTX; the same request gives the same bytes."""
    raise NotImplementedError(asked.title)
