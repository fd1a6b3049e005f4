"""Taking down: what a browser sends becomes notes, each stored once however often it is sent."""

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from audit_core import store, terms
from audit_core.agreement import County
from audit_core.errors import AuditError
from audit_core.store import Note, Workshop
from audit_core.terms import WORKSHOP_KINDS
from audit_core.upload.apply import NotWrittenError, all_or_nothing
from audit_core.wording import workshop_forms as wording
from audit_core.wording.minutes import NOBODY
from audit_core.workshop.subjects import DECISION, FIELDS, LEFT, YES, subject

LOG = logging.getLogger("auditmonitor")
MOST_SIGNS, MOST_SIGNS_OF_A_NAME, MOST_SIGNS_OF_A_WORD, MOST_PARENTS = 5_000, 120, 64, 64
MOST_AT_ONCE, MOST_SIGNS_OF_A_SUBJECT = 500, 200
_CHOSEN = {DECISION: {"", *(row.code for row in terms.DECISION.values())}, LEFT: {"", YES}}
"""What a field can say that is not written but chosen."""


def begin(
    engine: store.Engine, county: County, kind: str, agreement: str, as_of: date, title: str, by: str, now: datetime
) -> Workshop:
    """Open a new evening for an agreement; AuditError where that does not exist or nobody writes."""
    if agreement not in {row.code for row in county.plan_known_by(None).agreements}:
        raise AuditError("Ein Workshop gehört zu einer Zielvereinbarung. Bitte oben auf der Seite eine wählen.")
    if not by.strip():
        raise AuditError("Bitte angeben, wer mitschreibt, zum Beispiel die Koordination.")
    named = " ".join(title.split())[:MOST_SIGNS_OF_A_NAME] or WORKSHOP_KINDS[kind]
    row = Workshop(0, kind, agreement, as_of, named, now, by.strip()[:MOST_SIGNS_OF_A_NAME])
    try:
        with all_or_nothing(engine) as connection:
            number = store.append_workshop(connection, row)
    except NotWrittenError as error:
        raise NotWrittenError(wording.not_begun(error.__cause__)) from error.__cause__
    return workshop(engine, number)


def workshop(engine: store.Engine, number: int) -> Workshop:
    """An evening by its number."""
    for row in store.workshops(engine):
        if row.id == number:
            return row
    raise AuditError(f"Einen Workshop mit der Nummer {number} gibt es nicht.")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a browser sent, understood: its notes, and for the word of each one that is none the German sentence why."""

    notes: tuple[Note, ...]
    refused: Mapping[str, str]


def notes_from(raw: object, evening: Workshop, now: datetime) -> tuple[Note, ...]:
    """The notes of an evening among what a browser sent; what is none (too long, of no known field) is left out."""
    return reading(raw, evening, now).notes


def reading(raw: object, evening: Workshop, now: datetime) -> Reading:
    """What a browser sent for an evening: a list of objects with `word`, `subject`, `field`, `text`, `parents`, `by`.

    Whatever it is, nothing raises and nothing is cut: a text that cannot be kept as it is is refused as a whole.
    """
    found: list[Note] = []
    refused: dict[str, str] = {}
    for one in raw[:MOST_AT_ONCE] if isinstance(raw, list) else ():
        word = one.get("word") if isinstance(one, Mapping) else None
        if not isinstance(word, str) or not 0 < len(word) <= MOST_SIGNS_OF_A_WORD or storable(word) != word:
            continue
        note = _note(word, one, evening, now)
        if isinstance(note, Note):
            found.append(note)
        else:
            refused[word] = note
    return Reading(tuple(found), refused)


def _note(word: str, one: Mapping[str, Any], evening: Workshop, now: datetime) -> Note | str:
    about, field, text, parents = (one.get(name) for name in ("subject", "field", "text", "parents"))
    if not (isinstance(about, str) and isinstance(field, str) and isinstance(text, str) and isinstance(parents, list)):
        return wording.NOT_UNDERSTOOD
    spoken_of = subject(about)
    if spoken_of is None or len(about) > MOST_SIGNS_OF_A_SUBJECT or storable(about) != about:
        return wording.NOT_UNDERSTOOD
    if field not in FIELDS[spoken_of.kind]:
        return wording.NOT_UNDERSTOOD
    if spoken_of.measure is not None and spoken_of.measure[0] != evening.agreement:
        return wording.NOT_OF_THIS_EVENING
    if field in _CHOSEN and text not in _CHOSEN[field]:
        return wording.NOT_UNDERSTOOD
    if len(text) > MOST_SIGNS:
        return wording.TOO_LONG
    by = storable(" ".join(str(one.get("by") or "").split())[:MOST_SIGNS_OF_A_NAME]) or NOBODY
    above = [parent for parent in parents if isinstance(parent, str) and parent != word]
    kept = tuple(storable(parent)[:MOST_SIGNS_OF_A_WORD] for parent in above[-MOST_PARENTS:])
    return Note(word, evening.id, about, field, storable(text), kept, by, now)


def storable(text: str) -> str:
    """A text without what no database keeps: halves of signs and the sign zero."""
    return text.encode("utf-8", "replace").decode("utf-8").replace("\x00", "")


def take(engine: store.Engine, notes: Iterable[Note]) -> int:
    """Append notes in one transaction and return how many were new; those that are there already stay as they are.

    Where an evening is, its tables are. NotWrittenError (with its cause) where nothing could be written.
    """
    kept = tuple(notes)
    if not kept:
        return 0
    try:
        with store.writing(engine) as connection:
            return store.append_notes(connection, kept)
    except (store.DatabaseError, OSError) as error:
        LOG.exception("Notes of a workshop were not stored")
        raise NotWrittenError(wording.not_taken(error)) from error


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of the notes a browser sent: the words of those that are stored, and of those whose word is taken.

    A word is taken where something else is stored under it: then it has to be sent again under another one.
    """

    received: tuple[str, ...]
    taken: tuple[str, ...]


def receipt(sent: Iterable[Note], stored: Iterable[Note]) -> Receipt:
    """What a browser may forget of what it sent: only what stands in the database as it was sent."""
    held = {note.word: (note.workshop, note.subject, note.field, note.text) for note in stored}
    found = [(note.word, held[note.word] == (note.workshop, note.subject, note.field, note.text))
             for note in sent if note.word in held]  # fmt: skip
    return Receipt(tuple(word for word, same in found if same), tuple(word for word, same in found if not same))
