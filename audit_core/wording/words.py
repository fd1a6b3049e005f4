"""The words of codes that more than one table shows."""

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
