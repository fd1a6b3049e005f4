"""What holds of everything that was taken down: the newest version of each field, and where two were written at once.

Every version names those it was written on top of. What no later one stands on is in force; where several of these say
something else, two people wrote at once, and both versions are shown until somebody writes one on top of both.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from audit_core.store import Note

PAUSE = timedelta(minutes=10)
"""Versions of one writer that follow each other within it are one entry of the list."""


@dataclass(frozen=True, slots=True)
class Said:
    """What holds of one field: the newest text, and the versions in force, oldest first.

    `versions` has several only where they differ; then people have to choose. `heads` are the words of all versions
    in force, also of those that say the same: the next version is written on top of them.
    """

    text: str
    versions: tuple[Note, ...]
    heads: tuple[str, ...]

    @property
    def is_open(self) -> bool:
        """Whether two wrote at once and nobody has chosen yet."""
        return len(self.versions) > 1

    @property
    def newest(self) -> Note:
        return self.versions[-1]


NOTHING = Said("", (), ())


@dataclass(frozen=True, slots=True)
class Words:
    """All fields that were ever spoken of, by (subject, field) as they are stored."""

    fields: Mapping[tuple[str, str], Said]

    def said(self, subject: str, field: str) -> Said:
        return self.fields.get((subject, field), NOTHING)

    def text(self, subject: str, field: str) -> str:
        """What holds, without spaces around it; "" where nothing was said."""
        return self.said(subject, field).text.strip()

    def subjects(self) -> tuple[str, ...]:
        """Every subject in the order in which it was first spoken of."""
        return tuple(dict.fromkeys(subject for subject, _ in self.fields))


@dataclass(frozen=True, slots=True)
class Entry:
    """What one writer made of a field in one go: what stood there before, what stands there since."""

    subject: str
    field: str
    before: str
    text: str
    recorded_by: str
    first_at: datetime
    recorded_at: datetime
    workshop: int
    word: str
    undoes: str = ""
    is_last: bool = False
    """Whether nothing was written into the field since: only then can it be taken back."""
    sequence: int = 0


def words_of(notes: Iterable[Note], workshop: int | None = None, begun: datetime | None = None) -> Words:
    """What holds after notes in the order of recording; with `workshop` what held when the last of its own was written.

    Of an evening without a note: what held when it had `begun`.
    """
    by_field: dict[tuple[str, str], list[Note]] = defaultdict(list)
    for note in notes if workshop is None else _up_to(tuple(notes), workshop, begun):
        by_field[note.subject, note.field].append(note)
    return Words({key: _said(versions) for key, versions in by_field.items()})


def _up_to(notes: Sequence[Note], workshop: int, begun: datetime | None) -> Sequence[Note]:
    """The notes of all evenings up to the last one of its own: what was written afterwards changes nothing of it."""
    own = [place for place, note in enumerate(notes) if note.workshop == workshop]
    if own:
        return notes[: own[-1] + 1]
    return [note for note in notes if begun is not None and note.recorded_at <= begun]


def _said(versions: Sequence[Note]) -> Said:
    """What holds after versions in the order of recording; one stands only on what was recorded before it."""
    heads: list[Note] = []
    for note in versions:
        heads = [head for head in heads if head.word not in note.parents]
        heads.append(note)
    differing = {note.text.strip(): note for note in heads}
    shown = tuple(sorted(differing.values(), key=lambda note: note.sequence))
    return Said(shown[-1].text, shown, tuple(note.word for note in heads))


def entries(notes: Sequence[Note]) -> tuple[Entry, ...]:
    """Everything that was taken down, the newest first: what a writer typed in one go is one entry."""
    found: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    texts: dict[str, str] = {}
    for note in notes:
        before = next((texts[parent] for parent in reversed(note.parents) if parent in texts), "")
        texts[note.word] = note.text
        runs = found[note.subject, note.field]
        fresh = Entry(
            note.subject, note.field, before, note.text, note.recorded_by, note.recorded_at, note.recorded_at,
            note.workshop, note.word, note.undoes, sequence=note.sequence,
        )  # fmt: skip
        if last := next((run for run in reversed(runs) if _goes_on(run, note)), None):
            runs.remove(last)
            fresh = replace(fresh, before=last.before, first_at=last.first_at)
        runs.append(fresh)
    listed = [replace(run, is_last=run is runs[-1]) for runs in found.values() for run in runs]
    return tuple(sorted(listed, key=lambda entry: (entry.recorded_at, entry.sequence), reverse=True))


def _goes_on(entry: Entry, note: Note) -> bool:
    return (
        entry.word in note.parents
        and not note.undoes and not entry.undoes
        and entry.recorded_by == note.recorded_by
        and entry.workshop == note.workshop
        and note.recorded_at - entry.recorded_at <= PAUSE
    )  # fmt: skip


def taking_back(entry: Entry, words: Words, word: str, workshop: int, by: str, at: datetime) -> Note:
    """The note that takes an entry back: the field says again what it said before.

    Where another version is in force beside it, that one holds; of several others all stay in force.
    """
    held = words.said(entry.subject, entry.field)
    others = [note for note in held.versions if note.word != entry.word and note.text.strip() != entry.text.strip()]
    text = others[-1].text if others else entry.before
    parents = (entry.word, others[-1].word) if others else held.heads
    return Note(word, workshop, entry.subject, entry.field, text, parents, by, at, undoes=entry.word)
