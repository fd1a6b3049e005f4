"""What stands on the first page of a Jahresbericht: title, what it is about, and what was known."""

from collections.abc import Sequence
from datetime import date, datetime

from audit_core.agreement import Agreement
from audit_core.dates import BERLIN
from audit_core.terms import ALL_AGREEMENTS
from audit_core.wording.annual_report.counting import year_words
from audit_core.wording.numbers import day
from audit_core.wording.years import running

NAMELESS = "Landkreis"
DRAFT = "alles bisher Erfasste, noch nicht festgeschrieben (Entwurf)"


def title(last: date) -> str:
    """The title of a report that was given none.

    >>> title(date(2021, 12, 31)), title(date(2021, 6, 30))
    ('Jahresbericht 2021', 'Jahresbericht 2021 (bis 30.06.)')
    """
    return f"Jahresbericht {last.year}{f' (bis {last:%d.%m.})' if running(last) else ''}"


def about(chosen: Agreement | None, code: str) -> str:
    """The agreement by its title; a Kürzel that none has stands as it is."""
    if chosen is None:
        return code if code != "all" else ALL_AGREEMENTS[:1].upper() + ALL_AGREEMENTS[1:]
    return chosen.title or f"Zielvereinbarung {chosen.code}"


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


def knowledge(known_by: datetime | None) -> str:
    """The Kenntnisstand; a report that is not frozen is a draft."""
    return DRAFT if known_by is None else f"{known_by.astimezone(BERLIN):%d.%m.%Y, %H:%M} Uhr"


def warning(name: str) -> str:
    """What every page says of an invented county."""
    return f"Erfundener Landkreis: {name}. Alle Angaben sind ausgedacht."


def footer(name: str, last: date, subject: str) -> str:
    """The line at the foot of every page."""
    return f"{name} · Jahresbericht {year_words(last)} · {subject}"
