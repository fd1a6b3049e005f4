"""The minutes of an evening to take along."""

from audit_core.store import Workshop


def downloads(evening: Workshop) -> None:
    """The minutes as PDF and DOCX."""
