"""Hilfe: rules, words, columns, keys."""

from pages import _lists

_lists.title("Hilfe")
