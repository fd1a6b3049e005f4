"""What is to be said of a date that somebody typed: that it cannot be read, or that it comes too early."""

from datetime import date

from audit_core import dates
from audit_core.standing import History
from audit_core.wording import workshop_forms as wording
from audit_core.workshop.draft_agreement import next_agreement
from audit_core.workshop.said import Words


def unread(text: str) -> str:
    """What is wrong with a date, as a sentence; "" where it can be read or nothing stands there."""
    if not text.strip():
        return ""
    try:
        dates.parse(text.strip())
    except dates.DateError as error:
        return str(error)
    return ""


def early(text: str, begin: date | None, today: date) -> str:
    """That a Frist lies before the next agreement begins or before today; "" of what cannot be read."""
    if not text.strip() or unread(text):
        return ""
    last = dates.parse(text.strip()).last
    if begin is not None and last < begin:
        return wording.BEFORE_NEXT
    return wording.BEFORE_TODAY if last < today else ""


def next_begin(known: History, agreement: str, as_of: date, words: Words) -> date | None:
    """The first day of the agreement that comes next, as the draft has it; None where there is none to follow."""
    old = known.agreements.get(agreement)
    return None if old is None else next_agreement(known, old, as_of, words)[0].begin.first
