"""What one evening has brought, as values: every decision once, what is new, what is open, what was written twice."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from audit_core.agreement import Measure, Milestone, natural
from audit_core.standing import History, counted, history, standing
from audit_core.store import Note, Workshop
from audit_core.terms import DECISION as DECISIONS
from audit_core.workshop import decisions
from audit_core.workshop.decisions import OpenMeasures, open_measures
from audit_core.workshop.draft import draft_of
from audit_core.workshop.draft_values import Draft, DraftMeasure
from audit_core.workshop.said import Said, Words, words_of
from audit_core.workshop.subjects import (
    AGREEMENT,
    DECISION,
    FIELD_OF_ACTION,
    FIELDS,
    GOAL,
    LEFT,
    NEW_MEASURE,
    NEW_MILESTONE,
    OF,
    Subject,
    of_measure,
    subject,
)


@dataclass(frozen=True, slots=True)
class Resolved:
    """A measure of the plan that was spoken of; `decision` is "" of one nobody has decided about.

    `by`, `at` are of its decision, `last_by`, `last_at` of the newest word about it. `was_open`: on the Stichtag.
    """

    measure: Measure
    decision: str
    was_open: bool
    gaps: tuple[str, ...]
    by: str
    at: datetime
    last_by: str
    last_at: datetime

    @property
    def word(self) -> str:
        """Its subject."""
        return of_measure(self.measure.key.measure).word


@dataclass(frozen=True)
class Record:
    """An evening with all that was said by its end; `known` is the plan as it was known then."""

    known: History
    evening: Workshop
    words: Words
    notes: tuple[Note, ...]
    draft: Draft

    @cached_property
    def spoken(self) -> tuple[str, ...]:
        """The subjects of the evening in the order in which they were first spoken of."""
        return tuple(dict.fromkeys(note.subject for note in self.notes))

    @cached_property
    def plan(self) -> dict[str, Measure]:
        """The measures of the agreement by their subject, in natural order."""
        rows = (row for row in self.known.county.measures if row.agreement == self.evening.agreement)
        return {of_measure(row.key.measure).word: row for row in rows}

    @cached_property
    def milestones(self) -> dict[str, Milestone]:
        """Their milestones by their subject."""
        return {
            of_measure(row.key.measure, milestone.milestone).word: milestone
            for row in self.plan.values()
            for milestone in self.known.milestones[row.key.measure]
        }

    @cached_property
    def open_measures(self) -> OpenMeasures:
        """The measures that were open on the Stichtag, and whether they are decided about by the end of the evening."""
        seen = standing(self.known, self.evening.as_of)
        return open_measures(self.words, counted(seen, self.evening.agreement))

    @cached_property
    def open_words(self) -> frozenset[str]:
        """The subjects of the measures that were open on the Stichtag."""
        return frozenset((*self.open_measures.decided, *self.open_measures.undecided))

    @cached_property
    def resolved(self) -> tuple[Resolved, ...]:
        """The measures that something was decided about and that were spoken of in the evening."""
        return tuple(row for row in self._about_measures if row.decision)

    @cached_property
    def undecided(self) -> tuple[Measure, ...]:
        """All measures that were open and are not decided about by the end of the evening."""
        return tuple(self.plan[word] for word in self.open_measures.undecided)

    @cached_property
    def discussed(self) -> dict[str, Resolved]:
        """What was spoken of in the evening without a decision, by its subject."""
        return {row.word: row for row in self._about_measures if not row.decision}

    @cached_property
    def _about_measures(self) -> tuple[Resolved, ...]:
        gaps = {row.subject: row.gaps for row in (*self.draft.measures, *self.draft.ended)}
        notes = self._notes_by_measure
        return tuple(
            self._resolved(row, word, gaps.get(word, ()), notes[word])
            for word, row in self.plan.items()
            if word in notes and self.says_something(word)
        )

    @cached_property
    def _notes_by_measure(self) -> Mapping[str, Sequence[Note]]:
        """The notes of the evening about each measure, its milestones and what was added to them included."""
        found: dict[str, list[Note]] = {}
        for note in self.notes:
            found.setdefault(self.measure_word(note.subject), []).append(note)
        return found

    def measure_word(self, word: str) -> str:
        """The subject of the measure that a subject belongs to, else itself."""
        about = subject(word)
        if about is None:
            return word
        if about.kind == NEW_MILESTONE:
            return self.words.text(word, OF) or word
        return of_measure(about.measure).word if about.measure is not None else word

    def _resolved(self, row: Measure, word: str, gaps: tuple[str, ...], notes: Sequence[Note]) -> Resolved:
        decision, last = self.decision(word), notes[-1]
        taken = self.words.said(word, DECISION).newest if decision else last
        if taken.recorded_at > last.recorded_at:
            last = taken
        return Resolved(
            row, decision, word in self.open_words, gaps,
            taken.recorded_by, taken.recorded_at, last.recorded_by, last.recorded_at,
        )  # fmt: skip

    def decision(self, word: str) -> str:
        """The code of what is decided by the end of the evening, "" where nothing is."""
        return decisions.decision(self.words, word)

    def says_something(self, word: str) -> bool:
        """Whether anything is left of what was said about a measure, its milestones or what was added to them."""
        return any(self._has_text(one) for one in (word, *self.milestones_of(word), *self.added_to(word)))

    def _has_text(self, word: str) -> bool:
        about = subject(word)
        if about is None:
            return False
        names = (name for name in FIELDS[about.kind] if name not in (OF, FIELD_OF_ACTION, LEFT))
        return any(self.words.text(word, name) for name in names) or self._is_struck_from_plan(word)

    def _is_struck_from_plan(self, word: str) -> bool:
        """Whether it is a milestone of the plan that was struck out."""
        return word in self.milestones and self.is_struck(word)

    def milestones_of(self, word: str) -> tuple[str, ...]:
        """The milestones of a measure of the plan of which something was said, as subjects."""
        return tuple(one for one in self._milestones_by_measure.get(word, ()) if self._has_text(one))

    @cached_property
    def _milestones_by_measure(self) -> Mapping[str, Sequence[str]]:
        found: dict[str, list[str]] = {}
        for word, row in self.milestones.items():
            found.setdefault(of_measure(row.key.measure).word, []).append(word)
        return found

    def added_to(self, word: str) -> tuple[str, ...]:
        """The new milestones of a measure that were not struck out, as subjects."""
        return tuple(self._added.get(word, ()))

    @cached_property
    def _added(self) -> Mapping[str, Sequence[str]]:
        found: dict[str, list[str]] = {}
        for word, about in self._new:
            if about.kind == NEW_MILESTONE and not self.is_struck(word) and self._has_text(word):
                found.setdefault(self.words.text(word, OF), []).append(word)
        return found

    def new(self, kind: str) -> tuple[str, ...]:
        """The subjects of a kind that are new, were spoken of in the evening and not struck out."""
        spoken = self._concerned | set(self.spoken)
        return tuple(
            word for word, about in self._new
            if about.kind == kind and word in spoken and not self.is_struck(word)
            and (kind == NEW_MEASURE or self._has_text(word))
        )  # fmt: skip

    @cached_property
    def apart(self) -> tuple[str, ...]:
        """New milestones of the evening whose measure is neither in the plan nor a new one."""
        homes = {*self.plan, *self.new(NEW_MEASURE)}
        return tuple(word for word in self.new(NEW_MILESTONE) if self.words.text(word, OF) not in homes)

    @cached_property
    def struck(self) -> tuple[str, ...]:
        """What is new and was struck out in the evening."""
        own = self.evening.id
        return tuple(
            word for word, _ in self._new
            if self.is_struck(word) and self._has_text(word) and self.words.said(word, LEFT).newest.workshop == own
        )  # fmt: skip

    @cached_property
    def conflicts(self) -> tuple[tuple[str, str, Said], ...]:
        """(Subject, field, versions) that two wrote at once, of all that was spoken of in the evening."""
        return tuple(
            (word, field, said)
            for (word, field), said in self.words.fields.items()
            if said.is_open and self.measure_word(word) in self._concerned and subject(word) is not None
        )

    @cached_property
    def _concerned(self) -> frozenset[str]:
        return frozenset(self.measure_word(word) for word in self.spoken)

    @cached_property
    def _new(self) -> tuple[tuple[str, Subject], ...]:
        found = ((word, subject(word)) for word in self.words.subjects())
        return tuple(
            (word, about) for word, about in found
            if about is not None and about.kind in (NEW_MEASURE, GOAL, NEW_MILESTONE)
        )  # fmt: skip

    def is_struck(self, word: str) -> bool:
        """Whether something new was struck out."""
        return decisions.is_struck(self.words, word)

    def drafted(self, word: str) -> DraftMeasure | None:
        """The measure of the draft that comes from a subject."""
        return next((row for row in self.draft.measures if row.subject == word), None)

    @property
    def speaks_of_the_agreement(self) -> bool:
        return AGREEMENT in self.spoken and self._has_text(AGREEMENT)

    @property
    def decided(self) -> tuple[str, ...]:
        """The subjects of all open measures that are decided about by the end of the evening."""
        return self.open_measures.decided

    @property
    def elsewhere(self) -> int:
        """How many of these decisions were taken in another evening."""
        return sum(self.words.said(word, DECISION).newest.workshop != self.evening.id for word in self.decided)

    def counts(self, words: Iterable[str]) -> list[tuple[str, int]]:
        """How often each decision was taken about some measures, in the order of `terms.DECISION`."""
        found = Counter(self.decision(word) for word in words)
        return [(code, found[code]) for code in DECISIONS if found[code]]


def record_of(known: History, evening: Workshop, notes: Sequence[Note]) -> Record:
    """What an evening has brought, from all notes about its agreement: what held when its last one was written.

    What is written after it, in whatever evening, changes nothing of it, and what was written before it counts.
    Raises AuditError where its agreement is not in the plan (any more).
    """
    own = tuple(note for note in notes if note.workshop == evening.id)
    words = words_of(notes, evening.id, evening.recorded_at)
    then = _as_known_then(known, evening, own)
    return Record(then, evening, words, own, draft_of(then, evening.agreement, evening.as_of, words))


def _as_known_then(known: History, evening: Workshop, own: Sequence[Note]) -> History:
    """The plan as it was known when the last word of an evening was written (R2), the first load always included.

    Where a clock was wrong and what was spoken of is not known yet then, as it is known today.
    """
    first = min((entry.upload for entry in known.stored.log if entry.upload), default=0)
    loaded = (entry.recorded_at for entry in known.stored.log if entry.upload == first)
    moment = max([evening.recorded_at, *(note.recorded_at for note in own), *loaded])
    if known.known_by is not None and known.known_by <= moment:
        return known
    then = history(known.stored, moment)
    abouts = [about for note in own if (about := subject(note.subject)) is not None and about.item is not None]
    missing = [about.item for about in abouts if about.item not in then.tracks and about.item in known.tracks]
    return known if missing or evening.agreement not in then.agreements else then


def in_order(rows: Iterable[Measure]) -> tuple[tuple[str, tuple[Measure, ...]], ...]:
    """Measures by the number of their Handlungsfeld, in natural order."""
    found: dict[str, list[Measure]] = {}
    for row in rows:
        found.setdefault(row.field_of_action, []).append(row)
    return tuple((number, tuple(found[number])) for number in sorted(found, key=natural))
