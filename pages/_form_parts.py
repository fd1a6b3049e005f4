"""Eine Meldung eintragen."""

from pages import _lists


def show() -> None:
    """Draws the part."""
    _lists.title("Eine Meldung eintragen")
