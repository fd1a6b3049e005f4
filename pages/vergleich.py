"""Vergleich: any two Stichtage."""

from pages import _lists

_lists.title("Vergleich")
