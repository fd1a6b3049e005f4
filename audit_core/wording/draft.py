"""The draft of the next agreement in German: its title, where its rows come from, and what it still lacks."""

from collections.abc import Iterable, Sequence
from datetime import date

from audit_core.wording.numbers import count, day
from audit_core.wording.workshop import FIELD_NAMES

SHOWN = 60
"""Signs of a text of the room that a gap shows."""
REASON_MISSING, TITLE_MISSING, OFFICE_MISSING, FIELD_OF_ACTION_MISSING, MILESTONE_UNNAMED = (
    "Grund fehlt", "Wortlaut fehlt", "zuständige Stelle fehlt", "Handlungsfeld fehlt",
    "Wortlaut eines Meilensteins fehlt",
)  # fmt: skip
DUE_MISSING, FIRST_DUE_MISSING = "neue Frist fehlt", "Frist fehlt"
"""Of what stands in the old plan already, and of what is new."""
AGREEMENT_NAMES = {**FIELD_NAMES, "title": "Titel"}
"""What the fields of the agreement are called."""


def title(begin: date, end: date) -> str:
    """The title of an agreement that was given none.

    >>> title(date(2026, 1, 1), date(2028, 12, 31)), title(date(2026, 1, 1), date(2026, 12, 31))
    ('Zielvereinbarung 2026 bis 2028', 'Zielvereinbarung 2026')
    """
    return f"Zielvereinbarung {begin.year}" + (f" bis {end.year}" if end.year > begin.year else "")


def source(code: str) -> str:
    """The Quelle of all that the workshops on an agreement made."""
    return f"Workshop zur Zielvereinbarung {code}"


def reported_by(when: date) -> str:
    """Who reports what a workshop has decided.

    >>> reported_by(date(2025, 11, 20))
    'Workshop am 20.11.2025'
    """
    return f"Workshop am {day(when)}"


def replaced_by(code: str, number: str, name: str) -> str:
    """What is reported of a measure that another one replaces."""
    return f"Ersetzt durch {code}/{number} {name}."


def replacement(old: str) -> str:
    """What stands for a replacement that nobody has worded yet."""
    return f"Ersatz für: {old}"


def short(text: str) -> str:
    """A text of the room in one line, shortened.

    >>> short("Bus  und\\nBahn"), len(short("x" * 90))
    ('Bus und Bahn', 61)
    """
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else f"{line[:SHOWN]}…"


def no_date(text: str, what: str = "Frist") -> str:
    """A date that cannot be read.

    >>> no_date("bald")
    'Frist ‚bald‘ ist kein Datum'
    """
    return f"{what} ‚{short(text)}‘ ist kein Datum"


def due_missing(before: date | None) -> str:
    """That a Frist has to be agreed on anew.

    >>> due_missing(None), due_missing(date(2019, 6, 30))
    ('neue Frist fehlt', 'neue Frist fehlt (bisher 30.06.2019)')
    """
    return DUE_MISSING if before is None else f"{DUE_MISSING} (bisher {day(before)})"


def due_too_early(due: date) -> str:
    """A Frist before the agreement begins."""
    return f"Frist {day(due)} liegt vor dem Beginn der nächsten Zielvereinbarung"


def due_too_late(due: date) -> str:
    """A Frist after the end of the agreement."""
    return f"Frist {day(due)} liegt nach dem Ende der nächsten Zielvereinbarung"


def two_versions(field: str, names: dict[str, str] = FIELD_NAMES) -> str:
    """That two people wrote at once.

    >>> two_versions("due")
    'zwei Fassungen: Frist'
    """
    return f"zwei Fassungen: {names[field]}"


def unknown_field_of_action(text: str) -> str:
    """A Handlungsfeld that the county has not."""
    return f"Handlungsfeld ‚{short(text)}‘ gibt es nicht"


def of_milestone(name: str, gap: str) -> str:
    """What a milestone lacks."""
    return f"Meilenstein ‚{short(name)}‘: {gap}"


def milestones_without_due(n: int) -> str:
    """That the Fristen of some milestones are over.

    >>> milestones_without_due(1), milestones_without_due(3)
    ('neue Frist fehlt bei 1 Meilenstein', 'neue Frist fehlt bei 3 Meilensteinen')
    """
    return f"{DUE_MISSING} bei {count(n, 'Meilenstein', 'Meilensteinen')}"


def milestone_apart(name: str) -> str:
    """A new milestone whose measure does not go on."""
    return f"Der neue Meilenstein ‚{short(name)}‘ gehört zu keiner Maßnahme des Entwurfs."


def goal_lacks(name: str, gap: str) -> str:
    """What a new goal lacks."""
    return f"Neues Ziel ‚{short(name)}‘: {gap}."


def goal_without_measure(name: str) -> str:
    """A new goal that no measure serves: an exchange file holds goals only with their measures.

    >>> goal_without_measure("Wege")
    'Ziel ohne Maßnahme: ‚Wege‘ steht in keiner Datei, bis eine Maßnahme dazu aufgenommen ist.'
    """
    return f"Ziel ohne Maßnahme: ‚{short(name)}‘ steht in keiner Datei, bis eine Maßnahme dazu aufgenommen ist."


def measure_gone(number: str) -> str:
    """A decision about a measure that was taken out of the plan."""
    return f"Über die Maßnahme {number} ist entschieden, sie steht aber nicht mehr im Plan."


def unknown_agreement(code: str) -> str:
    """An agreement nobody has uploaded, or whose upload was taken back."""
    return f"Die Zielvereinbarung ‚{code}‘ steht nicht (mehr) im Plan; einen Entwurf daraus gibt es deshalb nicht."


def code_taken(said: str, used: str) -> str:
    """A Kürzel that is another agreement's."""
    return f"Das Kürzel ‚{short(said)}‘ hat schon eine andere Zielvereinbarung; im Entwurf steht ‚{used}‘."


def code_unusable(said: str, used: str) -> str:
    """A Kürzel that cannot be one."""
    return f"‚{short(said)}‘ kann kein Kürzel sein; im Entwurf steht ‚{used}‘."


def unreadable_date(what: str, said: str, used: date) -> str:
    """Beginn or Ende that cannot be read."""
    return f"{no_date(said, f'{what} der nächsten Zielvereinbarung:')}; im Entwurf steht der {day(used)}."


def begins_before(said: date, used: date) -> str:
    """A Beginn before the agreement that it follows."""
    return (
        f"Der Beginn {day(said)} liegt nicht nach dem der bisherigen Zielvereinbarung; "
        f"im Entwurf steht der {day(used)}."
    )


def begins_inside(begin: date, old_end: date) -> str:
    """A Beginn while the old agreement still runs."""
    return f"Der Beginn {day(begin)} liegt noch in der bisherigen Zielvereinbarung, die bis zum {day(old_end)} läuft."


def overlaps(code: str) -> str:
    """Another agreement that runs in the same years."""
    return f"In denselben Zeitraum fällt schon die Zielvereinbarung {code}. Bitte Beginn und Ende prüfen."


def ends_before(said: date, used: date) -> str:
    """An Ende before the Beginn."""
    return f"Das Ende {day(said)} liegt vor dem Beginn; im Entwurf steht der {day(used)}."


def agreement_versions(field: str) -> str:
    """That two people wrote something else about the agreement at once."""
    return f"Nächste Zielvereinbarung, {two_versions(field, AGREEMENT_NAMES)}."


def left_over(code: str, numbers: Sequence[str]) -> str:
    """Rows of an earlier upload of the draft that it does not have any more."""
    return (
        f"In {code} steht aus einer früheren Übernahme noch, was der Entwurf nicht mehr hat: {', '.join(numbers)}. "
        "Bitte diese Übernahme unter Meldungen zurücknehmen und die Dateien neu hochladen."
    )


def gap_line(number: str, name: str, gaps: Iterable[str]) -> str:
    """What one measure of the draft lacks.

    >>> gap_line("1.1.2", "Bus", ["Grund fehlt", "neue Frist fehlt"]), gap_line("", "Bus", ["Handlungsfeld fehlt"])
    ('1.1.2 Bus: Grund fehlt; neue Frist fehlt.', 'Bus: Handlungsfeld fehlt.')
    """
    return f"{' '.join(filter(None, (number, short(name))))}: {'; '.join(gaps)}."


def undecided(n: int) -> str:
    """How much is still to be decided.

    >>> undecided(1), undecided(7)
    ('Über 1 offene Maßnahme ist noch nicht entschieden.', 'Über 7 offene Maßnahmen ist noch nicht entschieden.')
    """
    return f"Über {count(n, 'offene Maßnahme', 'offene Maßnahmen')} ist noch nicht entschieden."


def left_out(names: Sequence[str]) -> str:
    """What cannot stand in the files yet."""
    return f"Noch nicht in den Dateien: {', '.join(f'‚{short(name)}‘' for name in names)}."
