"""What one cell says: numbers, percentages, ja/nein, moments. Each raises CellError with a German sentence."""

import re
from datetime import datetime, time
from decimal import Decimal
from functools import lru_cache

from audit_core import dates
from audit_core.terms import STATUS, STATUSES, folded, nearest_status_word, status_of_word

_GERMAN = re.compile(r"[+-]?(?:[1-9]\d{0,2}(?:\.\d{3})+|\d+)(?:,\d+)?")
_POINT = re.compile(r"[+-]?\d+\.\d+")
_YES = frozenset(map(folded, ("ja", "j", "x", "wahr", "true", "yes", "1")))
_NO = frozenset(map(folded, ("nein", "n", "falsch", "false", "no", "0")))
_MOST_DIGITS = 28
"""As many as arithmetic with decimals keeps."""
_MOST = 1_000_000
_LEAST_WEIGHT = Decimal("0.001")
_SHOWN = 30
_OPENINGS = tuple(folded(start) for status in STATUSES for start in status.openings)
_CLOCK = re.compile(r"(.+?),?[ T](\d{1,2}):(\d{2})(?::(\d{2}))?(?: ?Uhr)?")


class CellError(ValueError):
    """A cell says nothing that can be used; the message is a German sentence."""


def plain(number: Decimal) -> Decimal:
    """The number without trailing zeros and exponents."""
    return Decimal(format(number.normalize(), "f"))


def number_of(text: str) -> Decimal:
    """A number as German offices write it.

    >>> number_of("1.234"), number_of("11,4"), number_of("1.234.567,5")
    (Decimal('1234'), Decimal('11.4'), Decimal('1234567.5'))
    """
    bare = re.sub(r"\s", "", text).replace("−", "-").replace("–", "-")
    if len(bare) > _MOST_DIGITS and len(re.sub(r"\D", "", bare)) > _MOST_DIGITS:
        raise CellError(f"‚{_short(text)}‘ hat mehr als {_MOST_DIGITS} Ziffern. Bitte die Zahl prüfen.")
    if _GERMAN.fullmatch(bare):
        return plain(Decimal(bare.replace(".", "").replace(",", ".")))
    if _POINT.fullmatch(bare):
        return plain(Decimal(bare))
    raise CellError(f"‚{text}‘ ist keine Zahl. Möglich sind zum Beispiel 75 oder 67,5.")


def weight_of(text: str) -> Decimal:
    """A weight above 0, and neither so small nor so large that a mean could not be computed with it."""
    weight = number_of(text)
    if weight <= 0:
        raise CellError(f"‚{text}‘ ist kein Gewicht. Es muss über 0 liegen.")
    if not _LEAST_WEIGHT <= weight <= _MOST:
        raise CellError(f"‚{text}‘ ist kein Gewicht. Möglich ist 0,001 bis 1.000.000.")
    return weight


def count_of(text: str) -> int:
    """A whole number from 0 to a million."""
    try:
        count = number_of(text)
    except CellError:
        count = Decimal(-1)
    if count < 0 or count != count.to_integral_value():
        raise CellError(f"‚{_short(text)}‘ ist keine ganze Zahl. Bitte die Zahl eintragen oder die Zelle leer lassen.")
    if count > _MOST:
        raise CellError(f"‚{text}‘ liegt nicht zwischen 0 und 1.000.000. Bitte die Zahl prüfen.")
    return int(count)


def is_fraction(text: str) -> bool:
    """Whether a percentage is written as a bare fraction, as the percent cells of a workbook are: 0,75."""
    if not text.startswith(("0,", "0.")):
        return False
    try:
        return 0 < number_of(text) < 1
    except CellError:
        return False


def percentage_of(text: str, among_fractions: bool = False) -> tuple[Decimal, str]:
    """A percentage, and a sentence when a fraction was read as one; among fractions a bare 1 is the whole.

    >>> percentage_of("67,5 %"), percentage_of("0,75")
    ((Decimal('67.5'), ''), (Decimal('75'), '‚0,75‘ wird als 75 % gelesen.'))
    >>> percentage_of("1"), percentage_of("1", among_fractions=True)
    ((Decimal('1'), '‚1‘ wird als 1 % gelesen.'), (Decimal('100'), '‚1‘ wird als 100 % gelesen.'))
    """
    signed = text.endswith("%")
    value = number_of(text.removesuffix("%"))
    if not signed and (0 < value < 1 or (value == 1 and among_fractions)):
        value = plain(value * 100)
        return value, f"‚{text}‘ wird als {str(value).replace('.', ',')} % gelesen."
    if value == 1 and not signed:  # a workbook's 100 % comes as a bare 1
        return value, f"‚{text}‘ wird als 1 % gelesen."
    if not 0 <= value <= 100:
        raise CellError(f"‚{text}‘ liegt nicht zwischen 0 und 100. Der Fortschritt steht in Prozent.")
    return value, ""


def yes_no_of(text: str) -> bool:
    """ja or nein."""
    key = folded(text)
    if key in _YES or key in _NO:
        return key in _YES
    raise CellError(f"‚{text}‘ ist weder ja noch nein.")


@lru_cache(maxsize=20_000)
def moment_of(text: str) -> datetime:
    """When something became known: a day (its beginning in Berlin), a day with a time, or an ISO moment.

    >>> moment_of("31.12.2020 14:05").isoformat(), moment_of("31.12.2020").isoformat()
    ('2020-12-31T14:05:00+01:00', '2020-12-31T00:00:00+01:00')
    """
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is not None and 1900 <= moment.year <= 2199:
        return moment if moment.tzinfo else moment.replace(tzinfo=dates.BERLIN)
    match = _CLOCK.fullmatch(text)
    day = dates.parse(match[1] if match else text)
    if day.first != day.last:
        raise CellError(f"‚{text}‘ ist kein Tag. ‚Erfasst am‘ braucht einen Tag, zum Beispiel 31.12.2020.")
    try:
        clock = time(int(match[2]), int(match[3]), int(match[4] or 0)) if match else time()
    except ValueError:
        raise CellError(f"‚{text}‘ hat keine gültige Uhrzeit.") from None
    return datetime.combine(day.first, clock, tzinfo=dates.BERLIN)


@lru_cache(maxsize=2_000)
def status_of(text: str, permanent_task: bool) -> tuple[str, str]:
    """The code of a status, and a sentence when the word was not its label."""
    code = status_of_word(text, permanent_task)
    if code is None:
        raise CellError(f"‚{text}‘ ist kein Status. {_offer(folded(text))}")
    label = STATUS[code].label
    return code, "" if folded(text) == folded(label) else f"‚{text}‘ wird als ‚{label}‘ gelesen."


@lru_cache(maxsize=2_000)
def goes_on(text: str) -> bool:
    """Whether a status says more than its word: what it was replaced by.

    >>> goes_on("ersetzt"), goes_on("ersetzt durch"), goes_on("ersetzt durch 2.1")
    (False, False, True)
    """
    key = folded(text)
    return any(key != start and key.startswith(start) for start in _OPENINGS)


# An exception is not kept by the cache of its reader, and the nearest word takes long to find.
@lru_cache(maxsize=2_000)
def _offer(text: str) -> str:
    nearest = nearest_status_word(text)
    if nearest is None:
        return f"Möglich sind: {', '.join(status.label for status in STATUSES)}."
    word, label = nearest
    return f"Meinten Sie ‚{word}‘?" if word == label else f"Meinten Sie ‚{word}‘ ({label})?"


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
