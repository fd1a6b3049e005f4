"""Handlungsfelder: one field as its people see it."""

from pages import _lists

_lists.title("Handlungsfelder")
