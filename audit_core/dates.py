"""Dates as offices write them (R3): the wording is kept, a first and a last day are computed."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from audit_core.errors import AuditError

BERLIN = ZoneInfo("Europe/Berlin")
_EXCEL_DAY_ZERO = date(1899, 12, 30)
_YEARS = range(1900, 2200)
_SERIALS = range(20_000, 80_001)
# How nearly all dates of long lists are written: found first.
_COMMON_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", re.ASCII)
_STAND_WITH_DAY = re.compile(r"(.+?) \((\d{1,2}\.\d{1,2}\.\d{4})\)")
_SERIAL = re.compile(r"(\d{5})(?:[.,]\d+)?")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_THIRDS = {"anfang": (1, 4), "mitte": (5, 8), "ende": (9, 12)}
MONTHS = (
    "Januar", "Februar", "März", "April", "Mai", "Juni",
    "Juli", "August", "September", "Oktober", "November", "Dezember",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class OfficeDate:
    """A date as it was written, with the first and the last day it can mean."""

    text: str
    first: date
    last: date


class DateError(ValueError):
    """The text is no date; the message is a German sentence."""


def parse(text: str) -> OfficeDate:
    """Read a date of R3; raises DateError with a German sentence.

    >>> parse("12.2020").last, parse("I. Halbjahr 2023").first, parse("Ende 2022").first
    (datetime.date(2020, 12, 31), datetime.date(2023, 1, 1), datetime.date(2022, 9, 1))
    """
    if match := _COMMON_DAY.fullmatch(text):
        day = _calendar_day(int(match[3]), int(match[2]), int(match[1]), text)
        return OfficeDate(text, day, day)
    wording = re.sub(r"[\s\u00a0\u202f]+", " ", text).strip()
    plain = re.sub(r"[ T]\d{1,2}:\d{2}(:\d{2})?(\.0+)?$", "", wording)
    months = _months(plain)
    if months is not None:
        year, first_month, last_month = months
        return OfficeDate(
            wording, date(year, first_month, 1), date(year, last_month, monthrange(year, last_month)[1])
        )
    if (serial := _SERIAL.fullmatch(plain)) and int(serial[1]) in _SERIALS:
        day = _EXCEL_DAY_ZERO + timedelta(days=int(serial[1]))
        return OfficeDate(f"{day:%d.%m.%Y}", day, day)  # a spreadsheet's number, nobody's wording
    day = _day(plain)
    return OfficeDate(wording, day, day)


def stand(text: str, recorded_on: date) -> tuple[OfficeDate, date]:
    """A Stand and its day: its last one, or the day it was recorded if that lies in its period (R3).

    An exported Stand can name that day beside its own words.

    >>> stand("2020", date(2020, 6, 15))[1], stand("2020 (15.06.2020)", date(2026, 1, 1))[1]
    (datetime.date(2020, 6, 15), datetime.date(2020, 6, 15))
    """
    if match := _STAND_WITH_DAY.fullmatch(text):
        when, day = parse(match[1]), parse(match[2]).last
        if when.first <= day <= when.last:
            return when, day
    when = parse(text)
    return when, recorded_on if when.first <= recorded_on <= when.last else when.last


def end_of_day(day: date) -> datetime:
    """The last moment of a day in Europe/Berlin (R2: a Kenntnisstand that is a date)."""
    return datetime.combine(day, time.max, tzinfo=BERLIN)


def set_now(text: str) -> datetime:
    """The moment that the setting AUDIT_TODAY stands for: the end of its ISO day."""
    try:
        return end_of_day(date.fromisoformat(text))
    except ValueError:
        message = f"Die Einstellung AUDIT_TODAY nennt keinen Tag: ‚{text}‘. Bitte wie 2022-12-31 schreiben."
        raise AuditError(message) from None


def _year(number: int, wording: str) -> int:
    if number not in _YEARS:
        raise DateError(f"‚{wording}‘ liegt nicht zwischen 1900 und 2199. Bitte das Jahr prüfen.")
    return number


def _months(text: str) -> tuple[int, int, int] | None:
    """(year, first month, last month) of a period, or None if the text names a day or nothing known."""
    low = text.casefold()
    if match := re.fullmatch(r"(\d{4})(?:[.,]0+)?", low):
        number = int(match[1])
        return (number, 1, 12) if number in _YEARS else None
    if match := re.fullmatch(r"(\d{1,2}) ?[./-] ?(\d{4})", low) or re.fullmatch(r"(?P<y>\d{4})-(?P<m>\d{1,2})", low):
        named = match.groupdict()
        month, year = (int(named["m"]), int(named["y"])) if named else (int(match[1]), int(match[2]))
        if not 1 <= month <= 12:
            raise DateError(f"‚{text}‘ gibt es nicht, ein Jahr hat 12 Monate.")
        return _year(year, text), month, month
    if match := re.fullmatch(r"(i{1,2}|[12])\.? ?(?:halbjahr|hj\.?) ?/? ?(\d{4})", low) or re.fullmatch(
        r"h ?([12]) ?[/. -]? ?(\d{4})", low
    ):
        half = _ROMAN.get(match[1]) or int(match[1])
        return _year(int(match[2]), text), 6 * half - 5, 6 * half
    if match := re.fullmatch(r"(i{1,3}|iv|[1-4])\.? ?(?:quartal|q\.?) ?/? ?(\d{4})", low) or re.fullmatch(
        r"q ?([1-4]) ?[/. -]? ?(\d{4})", low
    ):
        quarter = _ROMAN.get(match[1]) or int(match[1])
        return _year(int(match[2]), text), 3 * quarter - 2, 3 * quarter
    if match := re.fullmatch(r"(anfang|mitte|ende) (\d{4})", low):
        return _year(int(match[2]), text), *_THIRDS[match[1]]
    if match := re.fullmatch(r"([a-zä]{3,9})\.? (\d{4})", low):
        names = [i for i, name in enumerate(MONTHS, 1) if name.casefold().startswith(match[1].replace("mrz", "märz"))]
        if len(names) == 1:
            return _year(int(match[2]), text), names[0], names[0]
    return None


def _day(text: str) -> date:
    if match := re.fullmatch(r"(\d{1,2})\. ?(\d{1,2})\. ?(\d{4}|\d{2})", text):
        day, month, year = int(match[1]), int(match[2]), int(match[3])
        if len(match[3]) == 2:
            year += 2000 if year <= 69 else 1900
        return _calendar_day(year, month, day, text)
    if match := re.fullmatch(r"(\d{1,2})\. ?([A-Za-zÄä]{3,9})\.? (\d{4})", text):
        months = _months(f"{match[2]} {match[3]}")
        if months is not None:
            return _calendar_day(months[0], months[1], int(match[1]), text)
    if match := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", text):
        return _calendar_day(int(match[1]), int(match[2]), int(match[3]), text)
    raise DateError(f"‚{text}‘ ist kein Datum. Möglich sind zum Beispiel 31.12.2020, 12.2020, 2020 oder Q4/2020.")


def _calendar_day(year: int, month: int, day: int, wording: str) -> date:
    _year(year, wording)
    if not 1 <= month <= 12:
        raise DateError(f"‚{wording}‘ gibt es nicht, ein Jahr hat 12 Monate.")
    length = monthrange(year, month)[1]
    if not 1 <= day <= length:
        raise DateError(f"‚{wording}‘ gibt es nicht, der {MONTHS[month - 1]} {year} hat {length} Tage.")
    return date(year, month, day)
