"""What a document is about, in the words that all documents share: agreement, year, Kenntnisstand, invented county."""

from datetime import date, datetime

from audit_core.terms import ALL_AGREEMENTS, ALL_CODE
from audit_core.wording.numbers import moment
from audit_core.wording.years import running

DRAFT = "alles bisher Erfasste, noch nicht festgeschrieben (Entwurf)"
FROZEN, NOT_FROZEN = ", festgeschrieben", "(Entwurf, nicht festgeschrieben)"


def agreement_name(code: str, title: str = "") -> str:
    """A Zielvereinbarung by its title, else by its Kürzel; or all of them.

    >>> agreement_name("ZV2", "Zielvereinbarung 2020 bis 2022"), agreement_name("ZV2"), agreement_name("all")
    ('Zielvereinbarung 2020 bis 2022', 'Zielvereinbarung ZV2', 'Alle Zielvereinbarungen')
    """
    if code == ALL_CODE:
        return ALL_AGREEMENTS[:1].upper() + ALL_AGREEMENTS[1:]
    return title or f"Zielvereinbarung {code}"


def of_year(what: str, last: date) -> str:
    """A title with its year; a running one says up to which day.

    >>> of_year("Jahresbericht", date(2021, 12, 31)), of_year("Arbeitsmappe", date(2021, 6, 30))
    ('Jahresbericht 2021', 'Arbeitsmappe 2021 (bis 30.06.)')
    """
    return f"{what} {last.year}{f' (bis {last:%d.%m.})' if running(last) else ''}"


def knowledge(known_by: datetime | None, frozen: bool = False) -> str:
    """The Kenntnisstand as a fact, which says whether the document is a frozen one or a draft (R14).

    >>> knowledge(datetime.fromisoformat("2025-03-14T09:00Z"), frozen=True), knowledge(None)
    ('14.03.2025, 10:00 Uhr, festgeschrieben', 'alles bisher Erfasste, noch nicht festgeschrieben (Entwurf)')
    """
    if known_by is None:
        return DRAFT
    return f"{moment(known_by)}{FROZEN if frozen else f' {NOT_FROZEN}'}"


def known(known_by: datetime | None, frozen: bool = False) -> str:
    """The Kenntnisstand where nothing stands before it.

    >>> known(datetime.fromisoformat("2025-03-14T09:00Z")), known(None)[:25]
    ('Kenntnisstand 14.03.2025, 10:00 Uhr (Entwurf, nicht festgeschrieben)', 'Kenntnisstand: alles bish')
    """
    return f"Kenntnisstand{':' if known_by is None else ''} {knowledge(known_by, frozen)}"


def invented(county: str) -> str:
    """What every page, slide and sheet says of an invented county.

    >>> invented("Musterkreis")
    'Erfundener Landkreis: Musterkreis. Alle Angaben sind ausgedacht.'
    """
    return f"Erfundener Landkreis: {county}. Alle Angaben sind ausgedacht."
