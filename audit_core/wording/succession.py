"""What became of an agreement in the next one, in German sentences (R13)."""

from collections.abc import Mapping
from datetime import date

from audit_core.standing import Share
from audit_core.terms import (
    CANCELLED,
    DONE,
    NO_AGREEMENT,
    NO_OFFICE,
    OUTCOME_LABEL,
    OUTCOMES,
    REPLACED,
    STILL_OPEN,
    TAKEN_OVER,
)
from audit_core.wording.annual_report.counting import capital
from audit_core.wording.numbers import NO_BREAK, day, n_of, number

HEADING = "Von einer Zielvereinbarung zur nächsten"
WHICH, SUM = "Zielvereinbarung", "Summe"
NEW_MEANS = "Neu ist eine Maßnahme, für die der Plan keinen Vorgänger nennt."
CHOICE = "Maßnahmen des Übergangs"
"""What chooses whose lists are shown, where several agreements have a next one."""
SAVE_COUNTS, SAVE_MEASURES = "Zielvereinbarungen", "Verbleib der Maßnahmen"
LIST_ORDER = (STILL_OPEN, TAKEN_OVER, DONE, REPLACED, CANCELLED)
"""The lists below the table: first what still asks for something."""
ONE_AGREEMENT = (
    "Sobald auf eine Zielvereinbarung die nächste folgt, steht hier, was aus ihren Maßnahmen wurde: "
    "erledigt, übernommen, ersetzt, entfallen oder offen geblieben."
)


def pair(old: str, following: str) -> str:
    """Two agreements by their Kürzel, the old one first."""
    return f"{old} → {following}"


def as_of(last: date) -> str:
    """The remark beside the heading."""
    return f"Stichtag {day(last)}"


def finding(old: str, counts: Mapping[str, int], of: int) -> str:
    """What became of the measures of an agreement (by its Kürzel).

    >>> finding("ZV1", {"done": 12, "taken_over": 1, "still_open": 9}, 22)
    'Von 22 Maßnahmen der Zielvereinbarung ZV1 sind 12 erledigt, 1 übernommen und 9 offen geblieben.'
    >>> finding("ZV1", {"taken_over": 1}, 1)
    'Die eine Maßnahme der Zielvereinbarung ZV1 ist übernommen.'
    """
    whose = f"der Zielvereinbarung {old}"
    said = [(OUTCOME_LABEL[code], counts[code]) for code in OUTCOMES if counts.get(code)]
    if not said:
        return f"In dieser Auswahl hat die Zielvereinbarung {old} keine Maßnahmen."
    if of == 1:
        return f"Die eine Maßnahme {whose} ist {said[0][0]}."
    if len(said) == 1:
        return f"Alle {number(of)} Maßnahmen {whose} sind {said[0][0]}."
    parts = [f"{number(n)} {word}" for word, n in said]
    return f"Von {number(of)} Maßnahmen {whose} sind {', '.join(parts[:-1])} und {parts[-1]}."


def counted_elsewhere(n: int) -> str:
    """That the Übergangstabelle of the same year (R11) counts some of what was replaced as taken over.

    >>> counted_elsewhere(1)
    'Ersetzt: 1 davon zählt die Übergangstabelle als „übernommen“, weil sie einen Nachfolger hat.'
    >>> counted_elsewhere(3)
    'Ersetzt: 3 davon zählt die Übergangstabelle als „übernommen“, weil sie einen Nachfolger haben.'
    """
    has = "hat" if n == 1 else "haben"
    return (
        f"{capital(OUTCOME_LABEL[REPLACED])}: {number(n)} davon zählt die Übergangstabelle als "
        f"„{OUTCOME_LABEL[TAKEN_OVER]}“, weil sie einen Nachfolger {has}."
    )


def new(following: str, share: Share) -> str:
    """How many measures of the next agreement continue none.

    >>> new("ZV2", Share(18, 23)), new("ZV2", Share(0, 0))
    ('davon neu: 18 von 23 Maßnahmen der ZV2', 'noch keine Maßnahme der ZV2')
    """
    if not share.of:
        return f"noch keine Maßnahme der {following}"
    return f"davon neu: {n_of(share.n, share.of)} {'Maßnahme' if share.of == 1 else 'Maßnahmen'} der {following}"


def list_title(outcome: str, n: int) -> str:
    """The heading of a list with its length."""
    return f"{capital(OUTCOME_LABEL[outcome])} ({number(n)})"


def measure(number_: str, title: str) -> str:
    """A measure of the old agreement."""
    return f"{number_} {title}"


def successor(outcome: str, agreement: str | None, following: str, number_: str, title: str) -> str:
    """As what a measure goes on, or what replaced it; its agreement is named where it is not the next one.

    >>> successor(TAKEN_OVER, "ZV2", "ZV2", "2.1.2", "Kita"), successor(REPLACED, "ZV3", "ZV2", "2.1.2", "Kita")
    ('übernommen als 2.1.2 Kita', 'ersetzt durch 2.1.2 Kita (ZV3)')
    """
    where = "" if agreement == following else f" ({agreement or NO_AGREEMENT})"
    word = "ersetzt durch" if outcome == REPLACED else "übernommen als"
    return f"{word} {number_} {title}{where}"


def named(agreement: str | None, number_: str, title: str) -> str:
    """A successor in a file, by itself."""
    return f"{agreement or NO_AGREEMENT} {number_} {title}"


def before(status: str) -> str:
    """The last status under the old agreement, where a successor shows its own."""
    return f"bisher {status}"


def stated(status_day: date | None, responsible: str | None) -> str:
    """Who answers for a measure that nobody carries on, and of which day its status speaks."""
    return f"{responsible or NO_OFFICE}{f', Stand{NO_BREAK}{day(status_day)}' if status_day else ''}"


def more(n: int) -> str:
    """How many rows a shortened list leaves out."""
    return f"und {number(n)} weitere in der CSV-Datei"
