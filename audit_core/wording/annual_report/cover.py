"""What stands on the first page of a Jahresbericht: title, agreements, and the line at its foot."""

from collections.abc import Sequence
from datetime import date

from audit_core.wording.numbers import day
from audit_core.wording.subject import of_year

NAMELESS = "Landkreis"


def title(last: date) -> str:
    """The title of a report that was given none.

    >>> title(date(2021, 12, 31)), title(date(2021, 6, 30))
    ('Jahresbericht 2021', 'Jahresbericht 2021 (bis 30.06.)')
    """
    return of_year("Jahresbericht", last)


def agreements(titles: Sequence[str]) -> str:
    """The agreements that a report on all of them is about.

    >>> agreements(["Zielvereinbarung 2018 bis 2021", "Zielvereinbarung 2022 bis 2025"])
    'Zielvereinbarung 2018 bis 2021; Zielvereinbarung 2022 bis 2025'
    """
    return "; ".join(titles)


def period(begin: date, end: date | None) -> str:
    """From when to when an agreement runs.

    >>> period(date(2020, 1, 1), date(2022, 12, 31)), period(date(2020, 1, 1), None)
    ('01.01.2020 bis 31.12.2022', 'ab 01.01.2020, ein Ende ist nicht erfasst')
    """
    return f"{day(begin)} bis {day(end)}" if end else f"ab {day(begin)}, ein Ende ist nicht erfasst"


def footer(name: str, last: date, subject: str) -> str:
    """The line at the foot of every page; it names the year as the title does.

    >>> footer("Musterkreis", date(2021, 6, 30), "ZV2")
    'Musterkreis · Jahresbericht 2021 (bis 30.06.) · ZV2'
    """
    return f"{name} · {of_year('Jahresbericht', last)} · {subject}"
