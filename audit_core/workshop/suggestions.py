"""What a field of the form suggests while one types: the offices of the plan, the goals of a Handlungsfeld."""

from collections.abc import Iterable

from audit_core.agreement import natural
from audit_core.standing import History
from audit_core.terms import folded
from audit_core.workshop import subjects
from audit_core.workshop.said import Words


def offices(known: History) -> tuple[str, ...]:
    """Every office that the plan names, in the order of the alphabet."""
    named = {row.responsible for row in known.county.measures} | {row.responsible for row in known.county.milestones}
    return _in_order(filter(None, named))


def goals(known: History, words: Words, field_of_action: str) -> tuple[str, ...]:
    """The goals of a Handlungsfeld: those of the county's measures, and the room's new ones that were not struck."""
    named = {row.goal for row in known.county.measures if row.field_of_action == field_of_action}
    said = {words.text(one, subjects.TITLE).strip() for one in _new_goals(words, field_of_action)}
    return _in_order(filter(None, named | said))


def _new_goals(words: Words, field_of_action: str) -> Iterable[str]:
    for one in words.subjects():
        is_there = one.startswith(f"{subjects.GOAL}:") and words.text(one, subjects.LEFT) != subjects.YES
        if is_there and words.text(one, subjects.FIELD_OF_ACTION) == field_of_action:
            yield one


def _in_order(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(names, key=lambda name: natural(folded(name))))
