"""What the calendar of Fristen says: its name, the title of an event, and what stands in it."""

from collections.abc import Sequence
from datetime import date

from audit_core.agreement import ItemKey
from audit_core.terms import ALL_OFFICES
from audit_core.wording.numbers import day

ALARM_DAYS = 14


def name(county: str, office: str | None, invented: bool) -> str:
    """What the calendar is called where it is shown among others.

    >>> name("Musterkreis", "Kreistag", True)
    'Fristen Musterkreis: Kreistag (erfunden)'
    """
    return f"Fristen {county}: {office or ALL_OFFICES}{' (erfunden)' if invented else ''}"


def about(agreement: str, as_of: date, warning: str) -> str:
    """What the calendar holds; `agreement` by its name (`subject.agreement_name`)."""
    return " ".join(filter(None, (
        f"{agreement}: Fristen der Maßnahmen und Meilensteine, wie sie am {day(as_of)} gelten.",
        "Noch einmal eingelesen, wandern verschobene Fristen an ihren neuen Tag.", warning,
    )))  # fmt: skip


def summary(item: ItemKey, title: str, done: bool) -> str:
    """The title of an event.

    >>> summary(ItemKey("ZV", "1.2.1", "3"), "Bericht", False), summary(ItemKey("ZV", "1.2.1"), "Netzwerk", True)
    ('Frist: 1.2.1 M3 Bericht', '✓ erledigt: 1.2.1 Netzwerk')
    """
    number = item.number
    if item.milestone is not None:
        number = f"{number} {'M' if item.milestone[:1].isdigit() else ''}{item.milestone}"
    return f"{'✓ erledigt' if done else 'Frist'}: {number} {title}"


def description(lines: Sequence[tuple[str, str]], warning: str) -> str:
    """What stands in an event, line by line; nothing empty."""
    return "\n".join(
        [*(f"{label}: {text}" if label else text for label, text in lines if text), *filter(None, [warning])]
    )


def alarm(due: date) -> str:
    """What a calendar says two weeks before.

    >>> alarm(date(2021, 12, 31))
    'In 14 Tagen endet die Frist (31.12.2021).'
    """
    return f"In {ALARM_DAYS} Tagen endet die Frist ({day(due)})."
