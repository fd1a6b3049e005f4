"""The draft of the next agreement: what the plan and the decisions of a workshop make of each other."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from audit_core.agreement import County, Measure
from audit_core.errors import AuditError
from audit_core.standing import History
from audit_core.standing.state import measure_state
from audit_core.terms import END, REPLACE
from audit_core.upload.check.index import PlanIndex
from audit_core.upload.check.words import CellError
from audit_core.wording import draft as wording
from audit_core.wording.row_texts import reference
from audit_core.wording.workshop import UNTITLED
from audit_core.workshop.decisions import open_measures
from audit_core.workshop.draft_agreement import next_agreement
from audit_core.workshop.draft_numbers import Goals, goal_key, numbered
from audit_core.workshop.draft_rows import added_milestones, decided, new_measure, versions
from audit_core.workshop.draft_values import Basis, Draft, DraftMeasure
from audit_core.workshop.said import Words
from audit_core.workshop.subjects import (
    DECISION,
    FIELD_OF_ACTION,
    GOAL,
    GOAL_TITLE,
    MEASURE,
    NEW_MEASURE,
    NEW_MILESTONE,
    TITLE,
    of_measure,
    subject,
)

__all__ = ["Draft", "DraftMeasure", "draft_of"]


def draft_of(known: History, agreement: str, as_of: date, words: Words) -> Draft:
    """The draft of the agreement that follows `agreement`, from what is decided so far.

    Raises AuditError where that agreement is not in the plan (any more).
    """
    if agreement not in known.agreements:
        raise AuditError(wording.unknown_agreement(agreement))
    old = known.agreements[agreement]
    following, gaps = next_agreement(known, old, as_of, words)
    basis = Basis(known, old, as_of, words, following)
    return _Making(basis).draft(gaps)


class _Making:
    """One draft in the making: the measures of the old plan, what was added to it, and its goals."""

    def __init__(self, basis: Basis) -> None:
        self.basis = basis
        self.plan = [row for row in basis.known.county.measures if row.agreement == basis.old.code]
        self.states = {row.key.measure: measure_state(basis.known, row, basis.as_of) for row in self.plan}
        self.index = PlanIndex(County("", fields_of_action=basis.known.county.fields_of_action))
        self.added = added_milestones(basis)
        self.goals = Goals(self.plan)
        self.new_goals = [(word, self._field(word), basis.line(word, TITLE)) for word in self._new(GOAL)]
        for _, field, title in self.new_goals:
            if field and title:
                self.goals.add(field, title)

    def draft(self, gaps: tuple[str, ...]) -> Draft:
        """The draft; `gaps` are those of its agreement."""
        rows: list[DraftMeasure] = []
        ended: list[DraftMeasure] = []
        for measure in self.plan:
            if decision := self.basis.decision(of_measure(measure.key.measure).word):
                (ended if decision == END else rows).append(self._decided(measure, decision))
        rows += [self._new_measure(word) for word in self._new(NEW_MEASURE)]
        measures = tuple(_told_of_successor(row, self.basis) for row in numbered(rows, self.goals))
        left_over = _left_over(self.basis, measures)
        served = {goal_key(row.measure.field_of_action, row.measure.goal) for row in measures}
        return Draft(
            self.basis.following,
            measures,
            tuple(goal for goal in self.new_goals if goal[2] and goal_key(goal[1], goal[2]) not in served),
            self._undecided(),
            (*gaps, *self._gaps({row.subject for row in measures}), *left_over),
            tuple(ended),
            tuple(self._versions({row.subject for row in (*measures, *ended)})),
        )

    def _decided(self, measure: Measure, decision: str) -> DraftMeasure:
        added = self.added.get(of_measure(measure.key.measure).word, ())
        return decided(self.basis, measure, decision, self.states[measure.key.measure], added)

    def _undecided(self) -> tuple[Measure, ...]:
        """The measures that wait for a decision on the Stichtag."""
        there = (state for key, state in self.states.items() if self.basis.known.exists(key, self.basis.as_of))
        waiting = frozenset(open_measures(self.basis.words, there).undecided)
        return tuple(row for row in self.plan if of_measure(row.key.measure).word in waiting)

    def _new(self, kind: str) -> Iterator[str]:
        """The subjects of a kind that were not struck out, in the order in which they were spoken of."""
        for word in self.basis.words.subjects():
            about = subject(word)
            if about is not None and about.kind == kind and not self.basis.is_struck(word):
                yield word

    def _new_measure(self, word: str) -> DraftMeasure:
        goal = self._goal(self.basis.line(word, GOAL_TITLE))
        field = self._field(word) or ("" if self.basis.line(word, FIELD_OF_ACTION) else self.goals.field_of(goal))
        made = new_measure(self.basis, word, field, self.added.get(word, ()))
        return replace(made, measure=replace(made.measure, goal=goal))

    def _goal(self, said: str) -> str:
        """The title of a goal that may be named by the subject of a new one."""
        return next((title for word, _, title in self.new_goals if word == said), said)

    def _field(self, word: str) -> str:
        """The number of the Handlungsfeld that was said, "" where there is none such."""
        said = self.basis.line(word, FIELD_OF_ACTION)
        if not said:
            return ""
        try:
            return self.index.field_of_action(said)
        except CellError:
            return ""

    def _gaps(self, kept: set[str]) -> Iterator[str]:
        """What the draft lacks beside its agreement and its measures."""
        for word, field, title in self.new_goals:
            found = versions(self.basis, word, GOAL)
            if title and not field:
                found.insert(0, wording.FIELD_OF_ACTION_MISSING)
            yield from (wording.goal_lacks(title, gap) for gap in found)
        for of, milestones in self.added.items():
            if of not in kept:
                titles = (self.basis.line(word, TITLE) for word in milestones)
                yield from (wording.milestone_apart(title) for title in titles if title)
        for word, name in self.basis.words.fields:
            about = subject(word)
            if name != DECISION or about is None or about.kind != MEASURE or about.item is None:
                continue
            gone = about.item.milestone is None and about.item not in self.basis.known.tracks
            if gone and self.basis.decision(word):
                yield wording.measure_gone(about.item.number)


    def _versions(self, told: set[str]) -> Iterator[str]:
        """Where two wrote at once about a measure nobody has decided about; `told` have it among their own gaps."""
        for measure in self.plan:
            word = of_measure(measure.key.measure).word
            if word in told:
                continue
            found = versions(self.basis, word, MEASURE)
            for milestone in self.basis.known.milestones[measure.key.measure]:
                one = of_measure(measure.key.measure, milestone.milestone).word
                found += [wording.of_milestone(milestone.title, gap) for gap in versions(self.basis, one, MEASURE)]
            for one in self.added.get(word, ()):
                name = self.basis.line(one, TITLE) or UNTITLED
                found += [wording.of_milestone(name, gap) for gap in versions(self.basis, one, NEW_MILESTONE)]
            if found:
                yield wording.gap_line(reference(measure.key.measure), measure.title, found)


def _told_of_successor(row: DraftMeasure, basis: Basis) -> DraftMeasure:
    """A measure whose predecessor's last report names it."""
    if row.closing is None or row.decision != REPLACE or not row.is_complete:
        return row
    told = wording.replaced_by(basis.following.code, row.measure.number, row.measure.title)
    return replace(row, closing=row.closing._replace(text=told))


def _left_over(basis: Basis, measures: Iterable[DraftMeasure]) -> list[str]:
    """A gap where an earlier upload of the draft has left rows in the plan that it does not have any more."""
    code = basis.following.code
    kept = {row.measure.number for row in measures}
    stored = [row.number for row in basis.known.county.measures if row.agreement == code]
    found = [number for number in stored if number not in kept]
    return [wording.left_over(code, found)] if found else []
