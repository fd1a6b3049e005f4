"""The words of codes that more than one table shows."""

from audit_core.terms import STATUS, TRANSITION_LABEL


def label(code: str) -> str:
    """The word of a status, or of the row and the column that only a balance has.

    >>> label("completed"), label("taken_over")
    ('umgesetzt', 'übernommen')
    """
    return STATUS[code].label if code in STATUS else TRANSITION_LABEL[code]
