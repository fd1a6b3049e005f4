"""The words of codes that more than one table shows."""

from collections.abc import Sequence

from audit_core.terms import STATUS, TRANSITION_LABEL
from audit_core.wording.numbers import NOTHING


def label(code: str | None) -> str:
    """The word of a status, or of the row and the column that only a balance has; a dash for none.

    >>> label("completed"), label("taken_over")
    ('umgesetzt', 'übernommen')
    """
    if code is None:
        return NOTHING
    return STATUS[code].label if code in STATUS else TRANSITION_LABEL[code]


def either(words: Sequence[str]) -> str:
    """What there is to choose from.

    >>> either(["alle Stellen"]), either(["alle Stellen", "einen anderen Stichtag"])
    ('alle Stellen', 'alle Stellen oder einen anderen Stichtag')
    """
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} oder {words[-1]}"
