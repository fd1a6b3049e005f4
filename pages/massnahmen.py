"""Maßnahmen: find, filter, open one."""

from pages import _lists, _shell

_lists.title(f"Maßnahmen {_shell.view().measure}")
