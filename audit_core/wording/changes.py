"""What changed between two Stichtage as German sentences: the headline, figures, heads of lists, Kenntnisstände."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from audit_core import terms
from audit_core.terms import ALL_AGREEMENTS, ALL_OFFICES, BACK, FORWARD, OTHER, TAKEN_OVER, TRANSITION_LABEL
from audit_core.wording.numbers import NOTHING, count, day, n_of, number
from audit_core.wording.situation import ONE_LINE
from audit_core.wording.words import either

NEW, DUE, FIRST_DUE, OVERDUE, ENDED, PROGRESS, CORRECTED = (
    "new", "due", "first_due", "overdue", "ended", "progress", "corrected",
)  # fmt: skip
TITLE = {
    FORWARD: "Vorangekommen",
    BACK: "Zurückgefallen",
    OVERDUE: "Neu überfällig",
    ENDED: "Nicht mehr überfällig",
    DUE: "Fristen verschoben",
    FIRST_DUE: "Frist neu genannt oder weggefallen",
    NEW: "Neu dazugekommen",
    OTHER: "Sonstige Statusänderungen",
    PROGRESS: "Fortschritt geändert",
    CORRECTED: "Nachgetragen oder korrigiert",
}
"""The kinds of changes in the order in which they are told, with the heads of their lists."""

ROW_KIND = {
    **{kind: title[0].lower() + title[1:] for kind, title in TITLE.items()},
    DUE: "Frist verschoben", OTHER: "sonstige Statusänderung", CORRECTED: "nachgetragen oder zurückgenommen",
    FIRST_DUE: TITLE[FIRST_DUE], PROGRESS: TITLE[PROGRESS],
}  # fmt: skip
"""The kind of a single change, in the column of a table."""

NOTHING_CHANGED = "Nichts hat sich geändert."
NO_MOVE = "Kein Status ist zwischen beiden Tagen vorangekommen oder zurückgefallen."
PICTURE_NOTE = "Links zurückgefallen, rechts vorangekommen und sonstige."
UNCHANGED_FIELD = "unverändert"
PICTURE_TABLE_NOTE = "Wie viele sich wohin bewegt haben und wie viele neu sind."
KNOWN_HELP = "Was war damals bekannt? Meldungen, die später erfasst oder zurückgenommen wurden, zählen dann nicht."
PICTURE_HEADING, TABLE_HEADING = "Geänderter Status von Maßnahmen und Meilensteinen", "Alle Änderungen"
BOTH_THEN = "Beide Tage, wie damals bekannt"
KNOWN_ALL, KNOWN_THEN = "alles, was bekannt ist", "wie damals bekannt"
CORRECTED_HELP = "Zum ersten Tag erst später erfasst oder zurückgenommen."


@dataclass(frozen=True, slots=True)
class Tally:
    """How many measures and how many milestones."""

    measures: int = 0
    milestones: int = 0

    @property
    def both(self) -> int:
        return self.measures + self.milestones

    @property
    def text(self) -> str:
        """Both by name; one that is not there is left out.

        >>> Tally(2, 1).text, Tally(0, 3).text
        ('2 Maßnahmen, 1 Meilenstein', '3 Meilensteine')
        """
        named = [
            count(self.measures, "Maßnahme", "Maßnahmen") if self.measures else "",
            count(self.milestones, "Meilenstein", "Meilensteine") if self.milestones else "",
        ]
        return ", ".join(filter(None, named)) or "keine"


NONE = Tally()


def headline(found: Mapping[str, Tally], same_day: date | None = None, taken_over: int = 0) -> str:
    """What changed in one line, the most important first; dates stand in the filter row.

    `taken_over` of the other changes of status are measures that a successor took over.

    >>> headline({FORWARD: Tally(5, 9), BACK: Tally(1), DUE: Tally(1, 2)})
    '5 Maßnahmen vorangekommen, 1 zurückgefallen, 3 Fristen verschoben.'
    >>> headline({NEW: Tally(22, 93), OVERDUE: Tally(0, 1)})
    '1 Meilenstein neu überfällig, 22 Maßnahmen neu dazugekommen.'
    """
    corrected = found.get(CORRECTED, NONE)
    if same_day is not None and corrected.both:
        return f"Nachträge zum {day(same_day)} bei {_named(corrected)}."
    moves = _moves(found.get(FORWARD, NONE), found.get(BACK, NONE)) or [""]
    late = _newly_overdue(found.get(OVERDUE, NONE)) or [""]
    tries = [_fitting([first, second, *_rest(found, taken_over)]) for first in moves for second in late]
    told = max(tries, key=lambda parts: (any(second in parts for second in late), len(parts)))
    if told:
        return f"{', '.join(told)}."
    return f"Nichts geändert; nur nachgetragen: {corrected.text}." if corrected.both else NOTHING_CHANGED


def _fitting(parts: Sequence[str]) -> list[str]:
    """The first clauses, without those that the line has no room for."""
    told: list[str] = []
    for part in filter(None, parts):
        if len(", ".join((*told, part))) < ONE_LINE:
            told.append(part)
    return told


def _named(tally: Tally) -> str:
    """In the dative.

    >>> _named(Tally(1, 4)), _named(Tally(3))
    ('1 Maßnahme und 4 Meilensteinen', '3 Maßnahmen')
    """
    parts = [count(tally.measures, "Maßnahme", "Maßnahmen")] if tally.measures else []
    if tally.milestones:
        parts.append(count(tally.milestones, "Meilenstein", "Meilensteinen"))
    return " und ".join(parts)


def _moves(forward: Tally, back: Tally) -> list[str]:
    """Measures, or milestones where no measure moved: how many came forward and fell back; then shorter."""
    if forward.measures or back.measures:
        ahead, behind, none, one, many = forward.measures, back.measures, "keine", "Maßnahme", "Maßnahmen"
    else:
        ahead, behind, none, one, many = forward.milestones, back.milestones, "keiner", "Meilenstein", "Meilensteine"
    if not ahead:
        return [f"{count(behind, one, many)} zurückgefallen"] if behind else []
    forward_words = f"{count(ahead, one, many)} vorangekommen"
    if behind:
        return [f"{forward_words}, {number(behind)} zurückgefallen"]
    return [f"{forward_words}, {none} zurückgefallen", forward_words]


def _newly_overdue(overdue: Tally) -> list[str]:
    """What became overdue; then shorter."""
    fristen = count(overdue.both, "Frist", "Fristen")
    return [*_subject(overdue, "neu überfällig"), f"{fristen} neu überschritten"] if overdue.both else []


def _rest(found: Mapping[str, Tally], taken_over: int) -> list[str]:
    """The clauses after what moved and what is overdue; what nothing is to be said about is left out."""
    due, new = found.get(DUE, NONE), found.get(NEW, NONE)
    all_taken_over = taken_over == found.get(OTHER, NONE).both
    words = {
        OTHER: TRANSITION_LABEL[TAKEN_OVER] if all_taken_over else "mit sonstiger Statusänderung",
        ENDED: "nicht mehr überfällig", PROGRESS: "mit anderem Fortschritt", FIRST_DUE: "mit neu genannter Frist",
    }  # fmt: skip
    return [
        *([f"{count(due.both, 'Frist', 'Fristen')} verschoben"] if due.both else []),
        *_subject(Tally(new.measures, 0 if new.measures else new.milestones), "neu dazugekommen"),
        *(part for kind, words in words.items() for part in _subject(found.get(kind, NONE), words)),
    ]


def _subject(tally: Tally, words: str) -> list[str]:
    return [f"{tally.text.replace(', ', ' und ')} {words}"] if tally.both else []


def part_note(tally: Tally, taken_over: int) -> str:
    """What stands below the head of a list: how many there are, and how many of them were taken over.

    >>> part_note(Tally(3, 1), 0), part_note(Tally(2), 2), part_note(Tally(3, 1), 2)
    ('3 Maßnahmen, 1 Meilenstein', '2 Maßnahmen, übernommen', '3 Maßnahmen, 1 Meilenstein, davon 2 übernommen')
    """
    if not taken_over:
        return tally.text
    part = f"davon {number(taken_over)} " if taken_over < tally.both else ""
    return f"{tally.text}, {part}{TRANSITION_LABEL[TAKEN_OVER]}"


def of_measures(moved: Tally, of: int) -> tuple[str, str]:
    """A figure of measures that moved, and the milestones beside them.

    >>> of_measures(Tally(5, 12), 29), of_measures(Tally(0, 0), 0)
    (('5 von 29', 'Maßnahmen, dazu 12 Meilensteine'), ('–', 'Maßnahmen, dazu kein Meilenstein'))
    """
    milestones = count(moved.milestones, "Meilenstein", "Meilensteine") if moved.milestones else "kein Meilenstein"
    return n_of(moved.measures, of) if of else NOTHING, f"Maßnahmen, dazu {milestones}"


def newly_overdue(became: Tally, ended: Tally) -> tuple[str, str]:
    """The figure of what became overdue, and how much no longer is."""
    return number(became.both), f"{number(ended.both)} nicht mehr überfällig"


def shifted(due: Tally) -> tuple[str, str]:
    """The figure of Fristen that moved, and whose they are."""
    return number(due.both), due.text if due.both else "keine Frist geändert"


def known_line(first: date, before: date | None, second: date, after: date | None) -> str:
    """Which Kenntnisstände are compared; empty where both days are as known now.

    >>> known_line(date(2020, 12, 31), date(2020, 12, 31), date(2020, 12, 31), None)
    'Der 31.12.2020: was am 31.12.2020 bekannt war, gegenüber allem, was bekannt ist'
    """
    if before is None and after is None:
        return ""
    if first == second:
        known = [f"was am {day(at)} bekannt war" if at else "alles, was bekannt ist" for at in (before, after)]
        against = known[1].replace("alles", "allem", 1) if after is None else f"dem, {known[1]}"
        return f"Der {day(first)}: {known[0]}, gegenüber {against}"
    sides = [(first, before), (second, after)]
    return "Kenntnisstand: " + ", ".join(
        f"{day(of)} wie am {day(at)} bekannt" if at else f"{day(of)} mit allem, was bekannt ist" for of, at in sides
    )


def no_change_help(first: date, second: date, corrected: bool, *, one_agreement: bool, one_office: bool) -> str:
    """What to choose where nothing changed; what is chosen already is not advised."""
    same = f"Am {day(first)} war" if first == second else f"Zwischen dem {day(first)} und dem {day(second)} blieb"
    but = ", bis auf Nachgetragenes" if corrected else ""
    ways = [
        "einen früheren Vergleichstag", *[ALL_AGREEMENTS] * one_agreement, *[ALL_OFFICES] * one_office,
    ]  # fmt: skip
    return f"{same} in dieser Auswahl alles gleich{but}. Wählen Sie oben {either(ways)}."


def earlier_label(start: date) -> str:
    """The way to a comparison in which something changed."""
    return f"Vom {day(start)} an vergleichen"


def all_of(n: int) -> str:
    """The way from the first rows of a list to all of it."""
    return f"alle {number(n)}"


def of_office(line: str, office: str | None) -> str:
    """The headline of an office begins with its name; no article, none can be known.

    >>> of_office("Nichts hat sich geändert.", "Jugendamt")
    'Jugendamt: nichts hat sich geändert.'
    """
    if office is None:
        return line
    return f"{office}: {line.replace('Nichts', 'nichts', 1)}"


def directions(totals: Sequence[tuple[str, int]]) -> list[tuple[str, str]]:
    """The key of the picture with its totals: (colour, words)."""
    return [(terms.DIRECTION_COLOUR[code], f"{terms.DIRECTION_LABEL[code]} {number(n)}") for code, n in totals]


def field_moves(moves: Mapping[str, Tally], new: Tally) -> str:
    """How a Handlungsfeld moved, as a list of words."""
    parts = [f"{tally.text} {terms.DIRECTION_LABEL[code]}" for code, tally in moves.items() if tally.both]
    return "; ".join([*parts, *([f"{new.text} neu"] if new.both else [])]) or UNCHANGED_FIELD


def kind_label(kind: str, n: int) -> str:
    """A choice above the table of all changes."""
    return f"{TITLE[kind] if kind else 'Alles'} {number(n)}"


def side_label(of: date) -> str:
    """What the two choices of a Kenntnisstand are about."""
    return f"Für den {day(of)} zählt"


def known_label(of: date) -> str:
    """The label of the day of a Kenntnisstand."""
    return f"Der {day(of)}, wie bekannt am"


def later_label(of: date) -> str:
    """The way to what was corrected about one day."""
    return f"Nur den {day(of)}: was wurde später nachgetragen?"
