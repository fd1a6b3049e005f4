"""The one glue for what a workshop writes down; asks `access` first."""

import time

from audit_core import access
from audit_core.errors import AuditError
from audit_core.store import Note, Workshop
from audit_core.workshop import taking
from pages import _shell, _stage_place, _writing


def may_write() -> bool:
    """Whether who is looking may write in a workshop."""
    return access.may(_shell.viewer(), access.WORKSHOP)


def begin(kind: str, title: str, by: str) -> Workshop:
    """Opens an evening for the agreement and the Stichtag of the view. Raises AuditError with a German sentence."""
    ask()
    view = _shell.view()
    return taking.begin(
        _shell.engine(), _shell.known().county, kind, view.agreement, view.as_of, title, by, _shell.now()
    )


def read(raw: object, evening: Workshop) -> taking.Reading:
    """What a browser sent, understood."""
    return taking.reading(raw, evening, _shell.now())


def take(notes: tuple[Note, ...]) -> int:
    """Stores notes; returns how many were new. Raises AuditError where nothing could be written."""
    ask()
    begun = time.monotonic()
    try:
        return taking.take(_shell.engine(), notes)
    finally:
        _stage_place.waited(time.monotonic() - begun)


def ask() -> None:
    """Raises AuditError for who may not write in a workshop."""
    if not may_write():
        raise AuditError(_writing.NOT_ALLOWED)
