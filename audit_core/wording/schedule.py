"""A Terminlage (R6) in words with the days it is late: the part that every page and the help say alike."""

from audit_core.standing import ItemState
from audit_core.terms import SCHEDULE
from audit_core.wording.numbers import days


def with_days(item: ItemState) -> str:
    """The word of a Terminlage with its days where something is or was late; empty without a Terminlage.

    „überfällig, 275 Tage“, „verspätet erledigt, 1 Tag“, „im Plan“. The symbol stands apart (`terms.SCHEDULE`).
    """
    if item.schedule is None or item.schedule == "left":
        return ""
    late = item.days_overdue or item.days_late
    return f"{SCHEDULE[item.schedule].label}{f', {days(late)}' if late else ''}"
