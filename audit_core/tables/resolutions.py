"""Resolutions with their consultations in order: the one place that groups them and says what a sitting came to."""

import re
from dataclasses import dataclass
from datetime import date

from audit_core.agreement import Consultation, County, MeasureKey, natural
from audit_core.terms import folded

CALLED_OFF = ("abgesagt", "ausgefallen")
DECIDED = "beschlossen"
PUT_OFF = ("vertag", "rueckverw", "rueckstell", "rueckgestell")  # beginnings of words, as `folded` writes them
_NOT = re.compile(r"\bnicht\b(?![\s-]*öffentlich)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Resolution:
    """A Beschlussvorlage (or, without a number, a Betreff) with its consultations up to a Stichtag, in order.

    `measures` are those it concerns, as (key, title).
    """

    paper: str
    subject: str
    consultations: tuple[Consultation, ...]
    measures: tuple[tuple[MeasureKey, str], ...] = ()

    @property
    def newest(self) -> date:
        return self.consultations[-1].day.last

    @property
    def decision(self) -> Consultation | None:
        """The last consultation that decided it."""
        return next((row for row in reversed(self.consultations) if decided(row)), None)


def resolutions(county: County) -> list[list[Consultation]]:
    """Consultations grouped by Vorlage, else by Betreff, each group in order of date, the groups by their first one."""
    ordered = sorted(county.consultations, key=lambda c: c.day.last)
    groups: dict[str, list[Consultation]] = {}
    for row in ordered:
        groups.setdefault(row.paper or f"\0{row.subject}", []).append(row)
    return list(groups.values())


def up_to(county: County, as_of: date) -> tuple[Resolution, ...]:
    """The resolutions as of a Stichtag, the one consulted last first; what lies after it is left out."""
    titles = {row.key.measure: row.title for row in county.measures}
    found = []
    for rows in resolutions(county):
        past = tuple(row for row in rows if row.day.last <= as_of)
        if past:
            keys = {key for row in past for key in row.measures}
            ordered = sorted(keys, key=lambda key: (natural(key[1]), key[0] or ""))
            named = tuple((key, f"{key[1]} {titles.get(key, '')}".strip()) for key in ordered)
            found.append(Resolution(rows[0].paper, rows[0].subject, past, named))
    return tuple(sorted(found, key=lambda row: row.newest, reverse=True))


def called_off(row: Consultation) -> bool:
    """Whether a sitting did not take place: its Ergebnis says so and nobody voted."""
    return not voted(row) and any(word in folded(row.result) for word in CALLED_OFF)


def decided(row: Consultation) -> bool:
    """Whether a consultation decided its resolution: its Ergebnis says beschlossen and not that it did not."""
    return DECIDED in folded(row.result) and not undone(row.result)


def undone(text: str) -> bool:
    """Whether words say that something did not happen: nicht (but not nicht öffentlich), vertagt, zurückverwiesen."""
    return bool(_NOT.search(text)) or any(beginning in folded(text) for beginning in PUT_OFF)


def votes(row: Consultation) -> tuple[int | None, int | None, int | None, int | None]:
    """Ja, Nein, Enthaltung, Befangen; None is not stated."""
    return row.yes, row.no, row.abstained, row.biased


def voted(row: Consultation) -> bool:
    """Whether any vote is stated."""
    return any(n is not None for n in votes(row))
