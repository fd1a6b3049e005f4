"""Numbers, dates and counts as German text."""

from datetime import date, datetime

from audit_core.dates import BERLIN

NO_BREAK, MINUS, NOTHING = "\u00a0", "\u2212", "–"


def number(value: float, digits: int = 0) -> str:
    """A number with German separators.

    >>> number(1234.5, 1), number(-2)
    ('1.234,5', '−2')
    """
    text = f"{abs(value):,.{digits}f}".translate(str.maketrans(",.", ".,"))
    return f"{MINUS}{text}" if value < 0 and text.strip("0,.") else text


def percent(share: float | None, digits: int = 0) -> str:
    """A share 0…1 as percent with a no-break space; a dash for none.

    >>> percent(0.379, 1), percent(None)
    ('37,9\\xa0%', '–')
    """
    return NOTHING if share is None else f"{number(100 * share, digits)}{NO_BREAK}%"


def share(n: int, of: int) -> float | None:
    """n / of, or None without a whole."""
    return n / of if of else None


def day(when: date | None) -> str:
    """A date as 31.12.2020; a dash for none."""
    return NOTHING if when is None else f"{when:%d.%m.%Y}"


def moment(at: datetime) -> str:
    """A moment in Berlin.

    >>> moment(datetime.fromisoformat("2021-12-31T13:05Z"))
    '31.12.2021, 14:05 Uhr'
    """
    return f"{at.astimezone(BERLIN):%d.%m.%Y, %H:%M} Uhr"


def signed(difference: int) -> str:
    """A change with its sign.

    >>> signed(3), signed(-2), signed(0)
    ('+3', '−2', '±0')
    """
    return "±0" if not difference else f"{'+' if difference > 0 else MINUS}{number(abs(difference))}"


def count(n: int, one: str, many: str) -> str:
    """A number with its noun in the right number.

    >>> count(1, "Maßnahme", "Maßnahmen"), count(1200, "Tag", "Tage")
    ('1 Maßnahme', '1.200 Tage')
    """
    return f"{number(n)} {one if n == 1 else many}"


def n_of(n: int, of: int) -> str:
    """n von N.

    >>> n_of(11, 29)
    '11 von 29'
    """
    return f"{number(n)} von {number(of)}"


def days(n: int) -> str:
    """A number of days.

    >>> days(1), days(275)
    ('1 Tag', '275 Tage')
    """
    return count(n, "Tag", "Tage")


def times(n: int) -> str:
    """How often, as an adverb.

    >>> times(1), times(2)
    ('einmal', '2-mal')
    """
    return "einmal" if n == 1 else f"{number(n)}-mal"
