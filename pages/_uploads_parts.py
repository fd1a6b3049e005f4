"""Übernahmen."""

from pages import _lists


def show() -> None:
    """Draws the part."""
    _lists.title("Übernahmen")
