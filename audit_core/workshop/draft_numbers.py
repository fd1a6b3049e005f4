"""The numbers of the draft: Handlungsfeld, Ziel, place; goals in the order of the old plan, then the new ones."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from audit_core.agreement import Measure, natural
from audit_core.upload.check.index import plain_number
from audit_core.workshop.draft_values import DraftMeasure

GoalKey = tuple[str, str]
"""(Handlungsfeld, Ziel) as two of them are compared."""


def goal_key(field: str, goal: str) -> GoalKey:
    """By what two goals are one.

    >>> goal_key("1.", "Mehr  Busse") == goal_key("1", "mehr busse")
    True
    """
    return plain_number(field), " ".join(goal.split()).casefold()


class Goals:
    """The goals of each Handlungsfeld in their order, as they were spelled first."""

    def __init__(self, plan: Iterable[Measure]) -> None:
        self._spelled: dict[GoalKey, tuple[str, str]] = {}
        for measure in plan:
            self.add(measure.field_of_action, measure.goal)

    def add(self, field: str, goal: str) -> None:
        """A goal that comes after those that are there, unless it is one of them."""
        self._spelled.setdefault(goal_key(field, goal), (field, goal))

    def spelled(self, field: str, goal: str) -> tuple[str, str]:
        """A Handlungsfeld and a goal as they are known."""
        return self._spelled.get(goal_key(field, goal), (field, goal))

    def field_of(self, goal: str) -> str:
        """The Handlungsfeld of a goal that only one has, else ""."""
        name = goal_key("", goal)[1]
        fields = [field for (_, known), (field, _) in self._spelled.items() if name and known == name]
        return fields[0] if len(fields) == 1 else ""

    @property
    def places(self) -> Mapping[GoalKey, int]:
        """The place of each goal among all of them."""
        return {key: place for place, key in enumerate(self._spelled)}


def numbered(rows: Sequence[DraftMeasure], goals: Goals) -> tuple[DraftMeasure, ...]:
    """The measures in their order with their numbers; those without Handlungsfeld or Wortlaut stand last and have none.

    Only goals that a measure serves are counted. In a goal the order is that of `rows`.
    """
    spelled = [_spelled(row, goals) for row in rows]
    ready = [row for row in spelled if row.measure.field_of_action and row.measure.title]
    for row in ready:
        goals.add(row.measure.field_of_action, row.measure.goal)
    places = goals.places
    by_goal: dict[GoalKey, list[DraftMeasure]] = {}
    for row in ready:
        by_goal.setdefault(goal_key(row.measure.field_of_action, row.measure.goal), []).append(row)
    order = sorted(by_goal, key=lambda key: (natural(key[0]), key[0], places[key]))
    counted: dict[str, int] = {}
    found = []
    for key in order:
        goal = counted[key[0]] = counted.get(key[0], 0) + 1
        field = by_goal[key][0].measure.field_of_action
        found += [_with_number(row, f"{field}.{goal}.{place}") for place, row in enumerate(by_goal[key], 1)]
    return (*found, *(row for row in spelled if not (row.measure.field_of_action and row.measure.title)))


def _spelled(row: DraftMeasure, goals: Goals) -> DraftMeasure:
    field, goal = goals.spelled(row.measure.field_of_action, row.measure.goal)
    return replace(row, measure=replace(row.measure, number="", field_of_action=field, goal=goal))


def _with_number(row: DraftMeasure, number: str) -> DraftMeasure:
    milestones = tuple(replace(milestone, number=number) for milestone in row.milestones)
    return replace(row, measure=replace(row.measure, number=number), milestones=milestones)
