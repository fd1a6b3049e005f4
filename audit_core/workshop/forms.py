"""The live form of a slide as values: whom it is about, which fields, what stands in them and what held before."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from audit_core.agreement import Measure, natural
from audit_core.standing import History, MilestoneState
from audit_core.standing.state import measure_state
from audit_core.terms import DECISION, is_open
from audit_core.wording import workshop_forms as wording
from audit_core.wording.numbers import day
from audit_core.workshop import slides, subjects
from audit_core.workshop.said import Words
from audit_core.workshop.said_dates import early, next_begin, unread
from audit_core.workshop.slides import Row, Slide
from audit_core.workshop.subjects import Subject, of_measure, subject
from audit_core.workshop.suggestions import goals, offices

CHOICES, TEXT, LINE, OFFICE, DATE, ONE_OF = "decision", "text", "line", "office", "date", "one_of"
_KINDS = {
    subjects.DECISION: CHOICES, subjects.REASON: TEXT, subjects.TITLE: TEXT, subjects.DESCRIPTION: TEXT,
    subjects.GOAL_TITLE: LINE, subjects.RESPONSIBLE: OFFICE, subjects.DUE: DATE, subjects.FIELD_OF_ACTION: ONE_OF,
    subjects.CODE: LINE, subjects.BEGIN: DATE, subjects.END: DATE, subjects.LEFT: LINE,
}  # fmt: skip
_REASONS_FOR = tuple(row.code for row in DECISION.values() if row.needs_reason)


@dataclass(frozen=True, slots=True)
class Version:
    """One of several versions of a field, with who wrote it and when."""

    text: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class Field:
    """One field: `text` holds, `heads` are the words the next version stands on, `before` is what the plan says.

    `kind` is one of this module's; `saved` says who wrote it and when, `problem` what cannot be read of it, `versions`
    has several where two wrote at once. `asked` is said of an empty field while the decision is one of `asked_for`.
    """

    name: str
    kind: str
    label: str
    text: str = ""
    heads: tuple[str, ...] = ()
    before: str = ""
    hint: str = ""
    saved: str = ""
    problem: str = ""
    versions: tuple[Version, ...] = ()
    several: str = ""
    asked: str = ""
    asked_for: tuple[str, ...] = ()
    options: tuple[tuple[str, str], ...] = ()
    remark: str = ""
    """Said quietly of what was typed: it holds all the same."""


@dataclass(frozen=True, slots=True)
class Group:
    """The fields of one subject; `heading` stands over them, `left` is the field that strikes it out, if it has one."""

    subject: str
    kind: str
    heading: str
    fields: tuple[Field, ...]
    left: Field | None = None
    open: bool = True
    """Whether it waits for a decision by its status: a row that is done is not the first to be chosen."""


@dataclass(frozen=True, slots=True)
class Adder:
    """What can be added: the form of a new subject, whose token the browser makes, with what is said of it at once.

    The groups it makes stand behind those of `after` (a kind of subject).
    """

    label: str
    group: Group
    given: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Form:
    """The form of a slide; `by_row`: only the group of the row that is chosen is shown."""

    slide: str
    kind: str
    by_row: bool
    groups: tuple[Group, ...] = ()
    adders: tuple[Adder, ...] = ()
    offices: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()


def form_of(slide: Slide, known: History, words: Words, agreement: str, as_of: date, today: date) -> Form:
    """What can be said on a slide of the workshop of an agreement; empty where it is only looked at.

    `as_of` is its Stichtag: what is open then and which Frist is in force. `today` only words the time of a note.
    """
    made = _Making(known, words, agreement, as_of, today, next_begin(known, agreement, as_of, words))
    match slide.kind:
        case slides.FIELD | slides.DRAFT_FIELD:
            groups = (made.row(row) for row in slide.rows)
            return Form(slide.word, slide.kind, True, tuple(group for group in groups if group is not None))
        case slides.MEASURE | slides.NEW_MEASURE:
            found = tuple(made.whole(slide.subject))
            milestones = made.adder(subjects.NEW_MILESTONE, ((subjects.OF, slide.subject),))
            added = (milestones,) if found else ()
            return Form(slide.word, slide.kind, False, found, added, offices(known), made.goals(slide.subject))
        case slides.NEWS:
            given = ((subjects.FIELD_OF_ACTION, slide.field_of_action),)
            adders = (made.adder(subjects.GOAL, given), made.adder(subjects.NEW_MEASURE, given))
            found = tuple(made.news(slide.field_of_action))
            suggested = goals(known, words, slide.field_of_action)
            return Form(slide.word, slide.kind, False, found, adders, offices(known), suggested)
        case slides.DRAFT:
            return Form(slide.word, slide.kind, False, (made.next_agreement(dict(slide.facts)),))
    return rows_only(slide)


OFF_STAGE = Form("", "", False)
"""No form at all: what was typed before goes on being sent."""


def rows_only(slide: Slide) -> Form:
    """The form of a slide where nothing is written: rows can be chosen all the same, to open their slides."""
    return Form(slide.word, slide.kind, any(row.subject for row in slide.rows))


@dataclass(frozen=True, slots=True)
class _Making:
    known: History
    words: Words
    agreement: str
    as_of: date
    today: date
    next_begin: date | None

    def goals(self, word: str) -> tuple[str, ...]:
        """What the Ziel of a measure, of the plan or new, can be called in its Handlungsfeld."""
        about = subject(word)
        measure = self.measure(about) if about else None
        number = measure.field_of_action if measure else self.words.text(word, subjects.FIELD_OF_ACTION)
        return goals(self.known, self.words, number)

    def row(self, row: Row) -> Group | None:
        """What is decided of a row: of a measure of the plan its decision, of a new one whether it stays."""
        word, about = row.subject, subject(row.subject)
        if about is None:
            return None
        if about.kind == subjects.NEW_MEASURE:
            title = self.words.text(word, subjects.TITLE) or wording.NEW_MEASURE
            return Group(word, about.kind, title, (), self.field(word, subjects.LEFT))
        measure = self.measure(about)
        if measure is None:
            return None
        waits = not row.status or is_open(row.status)
        return Group(word, about.kind, measure.title, (self.decision(word),), open=waits)

    def whole(self, word: str) -> Iterator[Group]:
        """All that can be said of a measure: its own fields, those of its open milestones, its new ones."""
        about = subject(word)
        if about is None:
            return
        if about.kind == subjects.NEW_MEASURE:
            yield self.new_measure(word, with_field=True)
        elif (measure := self.measure(about)) is not None:
            yield from self.of_plan(word, measure)
        else:
            return
        for one in self.words.subjects():
            if one.startswith(f"{subjects.NEW_MILESTONE}:") and self.words.text(one, subjects.OF) == word:
                yield self.new_milestone(one)

    def of_plan(self, word: str, measure: Measure) -> Iterator[Group]:
        state = measure_state(self.known, measure, self.as_of)
        yield Group(
            word, subjects.MEASURE, measure.title,
            (
                self.decision(word),
                self.field(word, subjects.REASON, asked=wording.REASON_ASKED, asked_for=_REASONS_FOR),
                self.field(word, subjects.TITLE, before=measure.title),
                self.field(word, subjects.GOAL_TITLE, before=measure.goal),
                self.field(word, subjects.RESPONSIBLE, before=measure.responsible or ""),
                self.field(word, subjects.DUE, before=day(state.item.due) if state.item.due else ""),
                self.field(word, subjects.DESCRIPTION, before=measure.description),
            ),
        )  # fmt: skip
        yield from (self.milestone(one) for one in state.milestones if is_open(one.item.status))

    def milestone(self, state: MilestoneState) -> Group:
        row = state.milestone
        word = of_measure(row.key.measure, row.milestone).word
        fields = (
            self.field(word, subjects.TITLE, before=row.title),
            self.field(word, subjects.DUE, before=day(state.item.due) if state.item.due else ""),
        )
        heading = wording.milestone(row.milestone, row.title)
        return Group(word, subjects.NEW_MILESTONE, heading, fields, self.field(word, subjects.LEFT))

    def new_milestone(self, word: str) -> Group:
        fields = (
            self.field(word, subjects.TITLE, label=wording.MILESTONE_WORDING),
            self.field(word, subjects.DUE, label=wording.NEW_LABELS[subjects.DUE]),
        )
        left = self.field(word, subjects.LEFT)
        return Group(word, subjects.NEW_MILESTONE, wording.NEW_MILESTONE, fields, left)

    def new_measure(self, word: str, with_field: bool) -> Group:
        fields = [
            self.field(word, subjects.TITLE, label=wording.MEASURE_WORDING),
            self.field(word, subjects.GOAL_TITLE),
            self.field(word, subjects.RESPONSIBLE),
            self.field(word, subjects.DUE, label=wording.NEW_LABELS[subjects.DUE]),
        ]
        if with_field:
            rows = sorted(self.known.county.fields_of_action, key=lambda row: natural(row.number))
            options = tuple((row.number, f"{row.number} {row.title}") for row in rows)
            fields.append(self.field(word, subjects.DESCRIPTION))
            fields.append(self.field(word, subjects.FIELD_OF_ACTION, options=options))
        left = self.field(word, subjects.LEFT)
        return Group(word, subjects.NEW_MEASURE, wording.NEW_MEASURE, tuple(fields), left)

    def goal(self, word: str) -> Group:
        fields = (self.field(word, subjects.TITLE, label=wording.GOAL_WORDING),)
        return Group(word, subjects.GOAL, wording.NEW_GOAL, fields, self.field(word, subjects.LEFT))

    def news(self, number: str) -> Iterator[Group]:
        """The new goals of a Handlungsfeld, then its new measures, each in the order of writing."""
        found = [word for word in self.words.subjects() if self.words.text(word, subjects.FIELD_OF_ACTION) == number]
        yield from (self.goal(word) for word in found if word.startswith(f"{subjects.GOAL}:"))
        measures = (word for word in found if word.startswith(f"{subjects.NEW_MEASURE}:"))
        yield from (self.new_measure(word, with_field=False) for word in measures)

    def next_agreement(self, proposed: Mapping[str, str]) -> Group:
        """`proposed` is what the draft has by the labels of the fields, as long as nobody writes something else."""
        word = subjects.AGREEMENT
        labels = {name: wording.LABELS[name] for name in subjects.FIELDS[word]} | wording.AGREEMENT_LABELS
        hints = {name: wording.proposal(proposed[label]) for name, label in labels.items() if proposed.get(label)}
        hints = {subjects.CODE: wording.CODE_HINT, subjects.TITLE: wording.TITLE_HINT} | hints
        kinds = {subjects.TITLE: LINE}
        fields = tuple(
            self.field(word, name, kinds.get(name, ""), label=label, hint=hints.get(name, ""))
            for name, label in labels.items()
        )
        return Group(word, subjects.AGREEMENT, wording.NEXT_AGREEMENT, fields)

    def adder(self, kind: str, given: tuple[tuple[str, str], ...]) -> Adder:
        blank = f"{kind}:"
        if kind == subjects.GOAL:
            return Adder(wording.ADD_GOAL, self.goal(blank), given)
        if kind == subjects.NEW_MEASURE:
            return Adder(wording.ADD_MEASURE, self.new_measure(blank, with_field=False), given)
        return Adder(wording.ADD_MILESTONE, self.new_milestone(blank), given)

    def measure(self, about: Subject) -> Measure | None:
        """A measure of the plan that this workshop can decide about."""
        if about.kind != subjects.MEASURE or about.measure is None or about.measure[0] != self.agreement:
            return None
        return next((row for row in self.known.county.measures if row.key.measure == about.measure), None)

    def decision(self, word: str) -> Field:
        return self.field(word, subjects.DECISION)

    def field(
        self, word: str, name: str, kind: str = "", *, label: str = "", before: str = "", hint: str = "",
        asked: str = "", asked_for: tuple[str, ...] = (), options: tuple[tuple[str, str], ...] = (),
    ) -> Field:  # fmt: skip
        said, kind = self.words.said(word, name), kind or _KINDS[name]
        written = (said.newest.recorded_at, said.newest.recorded_by, self.today) if said.versions else None
        return Field(
            name, kind, label or wording.LABELS[name], said.text, said.heads, before,
            hint or (wording.DATE_HINT if kind == DATE else ""), wording.saved(*written) if written else "",
            unread(said.text) if kind == DATE else "",
            tuple(
                Version(note.text, note.recorded_by, wording.clock(note.recorded_at, self.today))
                for note in said.versions if said.is_open
            ),
            wording.versions(len(said.versions)) if said.is_open else "", asked, asked_for, options,
            early(said.text, self.next_begin, self.today) if name == subjects.DUE else "",
        )  # fmt: skip
