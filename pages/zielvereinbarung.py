"""Zielvereinbarung: the audit, its resolutions and votes."""

from pages import _lists

_lists.title("Zielvereinbarung")
