"""Old → new of a single change as words: what stands in its row, on the page and in the file."""

from datetime import date

from audit_core.agreement import ItemKey
from audit_core.wording.numbers import NOTHING, count, day, days, percent, signed
from audit_core.wording.words import label

Value = str | date | float | int | None
"""What a change has on each of its sides: a code, a day, days, a share 0…1."""

NO_LONGER, GONE = "nicht mehr überfällig", "nicht mehr in der Auswahl"


def old_text(what: str, old: Value) -> str:
    """What an item was before, as a word."""
    return _value(what, old, "noch nicht da" if what == "new" else "ohne Frist" if what == "due" else NOTHING)


def new_text(what: str, new: Value) -> str:
    """What an item became, as a word."""
    return _value(what, new, "ohne Frist" if what == "due" else GONE if what == "status" else NOTHING)


def _value(what: str, value: Value, nothing: str) -> str:
    if value is None:
        return nothing
    if what == "due":
        return day(value) if isinstance(value, date) else nothing
    if what == "progress":
        return percent(value) if isinstance(value, float | int) else nothing
    if what == "overdue":
        return f"{days(value)} überfällig" if isinstance(value, int) and value else "nicht überfällig"
    return label(str(value))


def difference(what: str, old: Value, new: Value) -> str:
    """How far a Frist or a progress moved; empty for the rest.

    >>> difference("due", date(2020, 12, 31), date(2021, 6, 30)), difference("progress", 0.4, 0.25)
    ('+181 Tage', '−15 Punkte')
    """
    if what == "due" and isinstance(old, date) and isinstance(new, date):
        shift = (new - old).days
        return f"{signed(shift)} {'Tag' if abs(shift) == 1 else 'Tage'}"
    if what == "progress" and isinstance(old, float | int) and isinstance(new, float | int):
        points = round(100 * new) - round(100 * old)
        return f"{signed(points)} {'Punkt' if abs(points) == 1 else 'Punkte'}"
    return ""


def whose(item: ItemKey) -> str:
    """What a row is about: a measure by its Nr., a milestone by that of its measure.

    >>> whose(ItemKey("ZV", "1.1.2")), whose(ItemKey("ZV", "1.1.2", "3"))
    ('Maßnahme 1.1.2', 'Meilenstein zu 1.1.2')
    """
    return f"Meilenstein zu {item.number}" if item.milestone else f"Maßnahme {item.number}"


def before(what: str, old: Value, new: Value) -> str:
    """What stands below a changed status: „bisher …“.

    >>> before("status", "preparing", "completed"), before("corrected", None, "completed")
    ('bisher in Vorbereitung', 'damals nicht bekannt')
    """
    if what == "new":
        return "neu im Plan"
    if what != "corrected":
        return f"bisher {old_text(what, old)}"
    if old == new:
        return "Status unverändert"
    return f"damals {label(str(old))}" if old is not None else "damals nicht bekannt"


def since(overdue_days: Value) -> str:
    """How long something has been overdue.

    >>> since(1), since(184)
    ('seit 1 Tag', 'seit 184 Tagen')
    """
    n = overdue_days if isinstance(overdue_days, int) else 0
    return f"seit {count(n, 'Tag', 'Tagen')}"


def due_now(due: date | None) -> str:
    """The Frist in force, below what is overdue."""
    return f"Frist {day(due)}"
