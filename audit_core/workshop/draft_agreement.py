"""The agreement that follows another: as the room has said, else by itself; what cannot be is told and left out."""

import re
from calendar import monthrange
from collections.abc import Collection
from datetime import date, timedelta

from audit_core.agreement import Agreement, last_day
from audit_core.dates import OfficeDate
from audit_core.standing import History
from audit_core.terms import ALL_CODE, NO_AGREEMENT, folded
from audit_core.upload.check.index import plain_code
from audit_core.wording import draft as wording
from audit_core.workshop import draft_values
from audit_core.workshop.said import Words
from audit_core.workshop.subjects import AGREEMENT, BEGIN, CODE, END, FIELDS, TITLE

MOST_SIGNS = 40
"""Signs of a Kürzel."""
_LAST_DAY = date(2199, 12, 31)
"""The last one that a file can name (R3)."""
_DAY = timedelta(days=1)
_NUMBERED = re.compile(r"(.*?)([0-9]{1,9})", re.DOTALL)
_RESERVED = frozenset({folded(ALL_CODE), folded(NO_AGREEMENT)})


def next_agreement(known: History, old: Agreement, as_of: date, words: Words) -> tuple[Agreement, tuple[str, ...]]:
    """The next agreement, and what of it is missing or cannot be, in German."""
    source = wording.source(old.code)
    others = [row for row in known.county.agreements if row.source != source]
    own = next((row for row in known.county.agreements if row.source == source), None)
    old_end = last_day(old, others)
    begin, begin_gaps = _begin(words, old, old_end, own, as_of)
    end, end_gaps = _end(words, begin, old, old_end or _free_begin(old, None, own, as_of) - _DAY)
    taken = {plain_code(row.code) for row in others}
    code, code_gaps = _code(words, own.code if own else _free_code(old, begin.first, taken), taken)
    title = draft_values.line(words.text(AGREEMENT, TITLE)) or wording.title(begin.first, end.last)
    versions = [wording.agreement_versions(name) for name in FIELDS[AGREEMENT] if words.said(AGREEMENT, name).is_open]
    following = Agreement(
        code, title, begin, end, own.procedure if own else "", own.paper if own else "", source
    )  # fmt: skip
    overlapping = [
        wording.overlaps(row.code) for row in known.county.agreements
        if row is not old and plain_code(row.code) != plain_code(code) and _overlap(row, begin, end)
    ]  # fmt: skip
    return following, (*code_gaps, *begin_gaps, *end_gaps, *overlapping, *versions)


def _overlap(other: Agreement, begin: OfficeDate, end: OfficeDate) -> bool:
    """Whether another agreement begins in a period."""
    return begin.first <= other.begin.first <= end.last


def _code(words: Words, free: str, taken: Collection[str]) -> tuple[str, list[str]]:
    said = draft_values.line(words.text(AGREEMENT, CODE))
    if not said:
        return free, []
    if plain_code(said) in taken:
        return free, [wording.code_taken(said, free)]
    if folded(said) in _RESERVED or not plain_code(said) or len(said) > MOST_SIGNS:
        return free, [wording.code_unusable(said, free)]
    return said, []


def _free_code(old: Agreement, begin: date, taken: Collection[str]) -> str:
    """The Kürzel that comes next: ZV3 after ZV2, ZV2023 after ZV2020 where that is its first year."""
    match = _NUMBERED.fullmatch(old.code)
    stem, digits = (match[1], match[2]) if match else (f"{old.code} ", "1")
    number = begin.year if int(digits) == old.begin.first.year else int(digits) + 1
    while plain_code(code := f"{stem}{number:0{len(digits)}}") in taken:
        number += 1
    return code


def _free_begin(old: Agreement, old_end: date | None, own: Agreement | None, as_of: date) -> date:
    """The day after the old one's end, else of an uploaded draft its own, else the 1 January that comes next."""
    if old_end is not None:
        return old_end + _DAY
    if own is not None and own.begin.first > old.begin.first:
        return own.begin.first
    return date(max(as_of, old.begin.first).year + 1, 1, 1)


def _begin(
    words: Words, old: Agreement, old_end: date | None, own: Agreement | None, as_of: date
) -> tuple[OfficeDate, list[str]]:
    free = _free_begin(old, old_end, own, as_of)
    said = words.text(AGREEMENT, BEGIN)
    if not draft_values.line(said):
        return _day(free), []
    found = draft_values.office_date(said)
    if found is None:
        return _day(free), [wording.unreadable_date("Beginn", said, free)]
    if found.first <= old.begin.first:
        return _day(free), [wording.begins_before(found.first, free)]
    inside = old_end is not None and found.first <= old_end
    return found, [wording.begins_inside(found.first, old_end)] if inside and old_end else []


def _end(words: Words, begin: OfficeDate, old: Agreement, old_end: date) -> tuple[OfficeDate, list[str]]:
    free = _as_long(begin.first, old.begin.first, old_end)
    said = words.text(AGREEMENT, END)
    if not draft_values.line(said):
        return _day(free), []
    found = draft_values.office_date(said)
    if found is None:
        return _day(free), [wording.unreadable_date("Ende", said, free)]
    if found.last < begin.first:
        return _day(free), [wording.ends_before(found.last, free)]
    return found, []


def _as_long(begin: date, old_begin: date, old_end: date) -> date:
    """The last day of a period as long as another one: in months where that one has whole ones."""
    after = old_end + _DAY
    months = 12 * (after.year - old_begin.year) + after.month - old_begin.month
    if months > 0 and after.day == old_begin.day:
        year, month = divmod(12 * begin.year + begin.month - 1 + months, 12)
        end = date(year, month + 1, min(begin.day, monthrange(year, month + 1)[1])) - _DAY
    else:
        end = begin + max(old_end - old_begin, _DAY)
    return min(end, _LAST_DAY)


def _day(when: date) -> OfficeDate:
    return OfficeDate(f"{when:%d.%m.%Y}", when, when)
