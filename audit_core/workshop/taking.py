"""Taking down: what a browser sends becomes notes, each stored once however often it is sent."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from audit_core import store
from audit_core.agreement import County
from audit_core.errors import AuditError
from audit_core.store import Note, Workshop
from audit_core.terms import WORKSHOP_KINDS
from audit_core.upload.apply import all_or_nothing
from audit_core.workshop.subjects import FIELDS, MEASURE, subject

MOST_SIGNS, MOST_SIGNS_OF_A_NAME, MOST_SIGNS_OF_A_WORD, MOST_PARENTS = 5_000, 120, 64, 64
_NOBODY = "ohne Angabe"


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
    with all_or_nothing(engine) as connection:
        number = store.append_workshop(connection, row)
    return workshop(engine, number)


def workshop(engine: store.Engine, number: int) -> Workshop:
    """An evening by its number."""
    for row in store.workshops(engine):
        if row.id == number:
            return row
    raise AuditError(f"Einen Workshop mit der Nummer {number} gibt es nicht.")


def notes_from(raw: object, evening: Workshop, now: datetime) -> tuple[Note, ...]:
    """The notes of an evening among what a browser sent; what is none (too long, of no known field) is left out.

    `raw` is a list of objects with `word`, `subject`, `field`, `text`, `parents`, `by`.
    """
    if not isinstance(raw, list):
        return ()
    found = (_note(one, evening, now) for one in raw if isinstance(one, Mapping))
    return tuple(note for note in found if note is not None)


def _note(one: Mapping[str, Any], evening: Workshop, now: datetime) -> Note | None:
    texts = [one.get(name) for name in ("word", "subject", "field", "text")]
    parents = one.get("parents")
    if not all(isinstance(text, str) for text in texts) or not isinstance(parents, list):
        return None
    word, about, field, text = map(str, texts)
    spoken_of = subject(about)
    if spoken_of is None or field not in FIELDS[spoken_of.kind] or not 0 < len(word) <= MOST_SIGNS_OF_A_WORD:
        return None
    if spoken_of.kind == MEASURE and (spoken_of.measure or ("", ""))[0] != evening.agreement:
        return None
    by = " ".join(str(one.get("by") or "").split())[:MOST_SIGNS_OF_A_NAME] or evening.recorded_by or _NOBODY
    above = tuple(str(parent)[:MOST_SIGNS_OF_A_WORD] for parent in parents[:MOST_PARENTS])
    return Note(word, evening.id, about, field, storable(text)[:MOST_SIGNS], above, by, now)


def storable(text: str) -> str:
    """A text without what no database keeps: halves of signs and the sign zero."""
    return text.encode("utf-8", "replace").decode("utf-8").replace("\x00", "")


def take(engine: store.Engine, notes: Iterable[Note]) -> int:
    """Append notes in one transaction and return how many were new; those that are there already stay as they are."""
    kept = tuple(notes)
    if not kept:
        return 0
    with all_or_nothing(engine) as connection:
        return store.append_notes(connection, kept)
