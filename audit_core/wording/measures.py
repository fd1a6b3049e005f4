"""What the list of measures says in words: its headline, a Terminlage, and what to do when nothing is found."""

from datetime import date

from audit_core.standing import Completion, ItemState
from audit_core.wording import schedule
from audit_core.wording.numbers import NOTHING, count, n_of, number
from audit_core.wording.situation import ONE_LINE, in_days, permanent_tasks

SEARCH_HINT = "Suchen: Nr., Titel, Stelle, Sachstand"
RESET, SAVE = "Filter zurücksetzen", "Liste als CSV"
ALL_STATUS, ALL_SCHEDULES, ALL_PROGRAMMES = "alle Status", "alle Terminlagen", "alle Programme"
TABLE_HINT = (
    "Ein Klick in eine Zeile öffnet die Maßnahme, in der ersten Spalte das Häkchen davor (Tastatur: Umschalt und "
    "Leertaste); ein Spaltenkopf sortiert. Weitere Spalten stehen rechts: Tabelle seitlich verschieben."
)
OFFICE_HINT = "Als überfällig gezählt wird bei einer Stelle nur, wofür sie selbst zuständig ist."
WAYS_OUT = "Lassen Sie einen Filter weg, dann passt wieder etwas:"
_THIN, _ENDS = "fijlrt.,:;-–'()[]|! /", " -–,(/"
NO_WAY_OUT = "Auch ohne einen der Filter passt nichts: Setzen Sie alle zurück oder suchen Sie mit weniger Wörtern."


def headline(done: Completion, total: int, measures: int, milestones: int, office: str | None = None) -> str:
    """The finding of a list that nothing narrows: how many, how far, how many of them are overdue.

    >>> headline(Completion(17, 41, 2, 4), 45, 4, 11)
    '45 Maßnahmen: 17 von 41 umgesetzt, 4 überfällig, dazu 11 Meilensteine.'
    >>> headline(Completion(0, 1, 0, 0), 1, 0, 0, "Kreistag")
    'Kreistag: 1 Maßnahme, 0 von 1 umgesetzt, nichts überfällig.'
    """
    whole = count(total, "Maßnahme", "Maßnahmen")
    start = f"{whole}: {_completed(done)}" if office is None else f"{office}: {whole}, {_completed(done)}"
    tries = (f"{start}, {_late(measures, milestones)}.", f"{start}, {_late(measures, 0 if measures else milestones)}.")
    return next((sentence for sentence in tries if len(sentence) <= ONE_LINE), tries[-1])


def found(n: int, total: int, measures: int, milestones: int) -> str:
    """The finding of a list that is searched or filtered: how many of how many, and how many of those are overdue.

    >>> found(12, 45, 3, 0), found(0, 45, 0, 0)
    ('12 von 45 Maßnahmen passen: 3 überfällig.', 'Keine von 45 Maßnahmen passt.')
    >>> found(1, 45, 1, 2), found(1, 1, 0, 0)
    ('Eine von 45 Maßnahmen passt: überfällig, dazu 2 Meilensteine.', 'Die einzige Maßnahme passt: nichts überfällig.')
    """
    if not n:
        return "Die einzige Maßnahme passt nicht." if total == 1 else f"Keine von {number(total)} Maßnahmen passt."
    late = _late(measures, milestones)
    if n == 1:
        who = "Die einzige Maßnahme" if total == 1 else f"Eine von {number(total)} Maßnahmen"
        return f"{who} passt: {late.removeprefix('eine ')}."
    who = f"Alle {number(total)}" if n == total else n_of(n, total)
    return f"{who} Maßnahmen passen: {late}."


def _completed(done: Completion) -> str:
    if done.of:
        return f"{n_of(done.n, done.of)} umgesetzt"
    if done.permanent == 1:
        return f"Daueraufgabe läuft{'' if done.permanent_running else ' nicht'}"
    return permanent_tasks(done).removesuffix(".") or "keine ist mehr im Plan"


def _late(measures: int, milestones: int) -> str:
    """How many are overdue; a milestone can be while its measure is not.

    >>> _late(4, 11), _late(1, 0), _late(0, 1), _late(0, 0)
    ('4 überfällig, dazu 11 Meilensteine', 'eine überfällig', 'ein Meilenstein überfällig', 'nichts überfällig')
    """
    parts = "ein Meilenstein" if milestones == 1 else f"{number(milestones)} Meilensteine"
    if not measures:
        return f"{parts} überfällig" if milestones else "nichts überfällig"
    late = f"{'eine' if measures == 1 else number(measures)} überfällig"
    return f"{late}, dazu {parts}" if milestones else late


def schedule_words(item: ItemState, as_of: date) -> str:
    """A Terminlage in words, with the days that belong to it (R6); its symbol stands before it."""
    soon = f", {in_days(item.due, as_of)}" if item.schedule == "due_soon" and item.due is not None else ""
    return f"{schedule.with_days(item)}{soon}" or NOTHING


def situation_of(milestone: str) -> str:
    """Where a Sachstand stands: the measure's own, or that of a milestone."""
    return f"Sachstand Meilenstein {milestone}" if milestone else "Sachstand"


def in_milestone(milestone: str) -> str:
    """A milestone as the place of a word."""
    return f"Meilenstein {milestone}"


def office_of(milestone: str) -> str:
    """The office of a milestone as the place of a word."""
    return f"Zuständig für Meilenstein {milestone}"


def option(word: str, n: int) -> str:
    """An entry of a filter with how many measures it leaves."""
    return f"{word} ({number(n)})"


def without(what: str, word: str, n: int) -> str:
    """A way out of a list that a filter has emptied.

    >>> without("Suche", "bus", 3), without("Stelle", "Kreistag", 1)
    ('ohne Suche ‚bus‘: 3 Maßnahmen', 'ohne Stelle ‚Kreistag‘: 1 Maßnahme')
    """
    return f"ohne {what} ‚{word if len(word) <= 40 else word[:39] + '…'}‘: {count(n, 'Maßnahme', 'Maßnahmen')}"


def more(n: int) -> str:
    """How many rows a shortened list leaves out."""
    return f"und {count(n, 'weitere', 'weitere')}: Suche oder Filter nutzen"


def fitting(text: str, width: int) -> str:
    """A text that a cell of so many px shows whole, else cut with an ellipsis; widths of letters are estimates.

    >>> fitting("Bericht", 90), fitting("Bericht über alle Maßnahmen", 90)
    ('Bericht', 'Bericht übe…')
    """
    left = width - 18.0
    for place, sign in enumerate(text):
        left -= 3.9 if sign in _THIN else 11.3 if sign in "mwMW" else 8.2 if sign.isupper() else 7.3
        if left < 0:
            return f"{text[: place - 1].rstrip(_ENDS)}…"
    return text
