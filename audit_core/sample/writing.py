"""How offices write days, and how exchange files are written."""

import csv
import io
from calendar import monthrange
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from random import Random

from audit_core.dates import MONTHS

_HALVES = {6: "I", 12: "II"}
_THIRDS = {4: "Anfang", 8: "Mitte", 12: "Ende"}


def exact(day: date) -> str:
    """A day as 31.12.2020."""
    return f"{day:%d.%m.%Y}"


def month_end(day: date, months: int = 0) -> date:
    """The last day of the month of a day, or of one some months later."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, monthrange(year, month + 1)[1])


def earlier_period_end(rng: Random, day: date) -> date:
    """The end of a month, mostly of a quarter, that lies up to a quarter before a day, or is that day."""
    latest = day if day == month_end(day) else month_end(day, -1)
    return month_end(latest, -(latest.month % 3)) if rng.random() < 0.6 else latest


def wordings_of_end(day: date) -> list[str]:
    """All periods that end on a day, as offices write them (R3).

    >>> wordings_of_end(date(2021, 6, 30))
    ['06.2021', 'Juni 2021', 'Q2/2021', '2. Quartal 2021', 'I. Halbjahr 2021']
    """
    if day != month_end(day):
        return []
    found = [f"{day:%m.%Y}", f"{MONTHS[day.month - 1]} {day.year}"]
    if day.month % 3 == 0:
        found += [f"Q{day.month // 3}/{day.year}", f"{day.month // 3}. Quartal {day.year}"]
    if day.month in _HALVES:
        found.append(f"{_HALVES[day.month]}. Halbjahr {day.year}")
    if day.month in _THIRDS:
        found.append(f"{_THIRDS[day.month]} {day.year}")
    if day.month == 12:
        found.append(f"{day.year}")
    return found


def due_wording(rng: Random, day: date) -> str:
    """A Frist: a period that ends on that day, or the day itself."""
    periods = wordings_of_end(day)
    return rng.choice(periods) if periods and rng.random() < 0.6 else exact(day)


def begin_wording(rng: Random, day: date) -> str:
    """A Beginn on the first of a month (the first day of a period counts), or the day itself."""
    if day.day != 1 or rng.random() < 0.5:
        return exact(day)
    periods = [f"{day:%m.%Y}"]
    if day.month % 3 == 1:
        periods.append(f"Q{day.month // 3 + 1}/{day.year}")
    if day.month in (1, 7):
        periods.append(f"{'I' if day.month == 1 else 'II'}. Halbjahr {day.year}")
    if day.month == 1:
        periods.append(f"{day.year}")
    return rng.choice(periods)


def stand_wording(rng: Random, day: date) -> str:
    """A Stand within a round of reports: mostly the day, sometimes a period around it; a year only in autumn."""
    if rng.random() < 0.7:
        return rng.choice((exact(day), exact(day), exact(day), f"{day.day}.{day.month}.{day:%y}", f"{day}"))
    periods = [f"{day:%m.%Y}", f"{day:%m/%Y}", f"{MONTHS[day.month - 1]} {day.year}"]
    periods.append(f"Q{(day.month + 2) // 3}/{day.year}")
    periods.append(f"{'I' if day.month < 7 else 'II'}. Halbjahr {day.year}")
    if day.month >= 11:
        periods += [f"Ende {day.year}", f"{day.year}"]
    return rng.choice(periods)


def iso(moment: datetime) -> str:
    """A moment as 2021-07-14T09:35:00+02:00."""
    return moment.isoformat(timespec="seconds")


def write_csv(path: Path, headers: Iterable[str], rows: Iterable[Mapping[str, str]]) -> None:
    """Write an exchange file (UTF-8, `;`, line feeds)."""
    text = io.StringIO()
    writer = csv.DictWriter(text, tuple(headers), restval="", delimiter=";", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    path.write_bytes(text.getvalue().encode())
