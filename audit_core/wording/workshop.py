"""The sentences of the workshop: its page, its own slides, and the list of what was taken down."""

from collections.abc import Sequence
from datetime import date

from audit_core.terms import DECISION
from audit_core.wording.numbers import count, day, n_of

NEWS_TITLE = "Neue Ziele und Maßnahmen"
NEWS_LINE = "Was soll hinzukommen? Rechts in den Worten der Runde aufschreiben."
SEVERAL = "zwei Fassungen"
GOALS_SO_FAR = "Ziele bisher:"
DRAFT_LINE = "Aus den Ergebnissen und den neuen Maßnahmen; rechts steht, wie die nächste Zielvereinbarung heißen soll."
NEW_MEASURE_ABOVE = "neue Maßnahme"
UNTITLED = "noch ohne Wortlaut"
NOTHING_IN_FIELD = "In diesem Handlungsfeld ist noch nichts im Entwurf."
NEW = "neu"
NEXT_AGREEMENT, NEW_MEASURE, NEW_GOAL, NEW_MILESTONE = (
    "Nächste Zielvereinbarung", "Neue Maßnahme", "Neues Ziel", "Neuer Meilenstein",
)  # fmt: skip
TAKEN_BACK, EMPTIED, NONE, NO = "zurückgenommen", "geleert", "kein Ergebnis", "nein"

FIELD_NAMES = {
    "decision": "Ergebnis", "reason": "Grund", "title": "Wortlaut", "goal": "Ziel", "description": "Beschreibung",
    "responsible": "Zuständigkeit", "due": "Frist", "field_of_action": "Handlungsfeld", "of": "Maßnahme",
    "left": "gestrichen", "code": "Kürzel", "begin": "Beginn", "end": "Ende",
}  # fmt: skip
"""What the fields of a note are called."""


def field_above(number: str, title: str) -> str:
    """The small line over the title of a slide of a Handlungsfeld."""
    return " · ".join(filter(None, (f"Handlungsfeld {number}", title)))


def draft_title(title: str) -> str:
    return f"Entwurf: {title}"


def draft_lead(measures: int) -> tuple[str, str]:
    return str(measures), "Maßnahme im Entwurf" if measures == 1 else "Maßnahmen im Entwurf"


def origin(decision: str, predecessor: str) -> str:
    """Where a measure of the draft comes from.

    >>> origin("change", "1.1.2"), origin("", "")
    ('wird geändert, bisher 1.1.2', 'neu')
    """
    if not decision:
        return NEW
    return f"{DECISION[decision].done}, bisher {predecessor}"


def finding(decided: int, of: int, drafted: int, evenings: int) -> str:
    """The headline of the page: how far the decisions are."""
    if not evenings and not of:
        return "Keine Maßnahme ist mehr offen, und noch hat kein Workshop begonnen."
    if not evenings:
        return f"{count(of, 'Maßnahme ist', 'Maßnahmen sind')} offen, noch hat kein Workshop begonnen."
    if not of:
        return f"Keine Maßnahme ist mehr offen, {_drafted(drafted)}."
    noun = "offenen Maßnahme" if of == 1 else "offenen Maßnahmen"
    return f"{n_of(decided, of)} {noun} entschieden, {_drafted(drafted)}."


def _drafted(drafted: int) -> str:
    if not drafted:
        return "noch keine im Entwurf"
    return f"{count(drafted, 'Maßnahme steht', 'Maßnahmen stehen')} im Entwurf"


def evening_line(kind: str, when: date, agreement: str, as_of: date, by: str) -> str:
    """An evening in one line."""
    return f"{kind} vom {day(when)} zur {agreement}, Stichtag {day(as_of)}, es schreibt: {by}"


EVENING_HEAD, BEGIN_HEAD, EVENINGS_HEAD, JOURNAL_HEAD, DRAFT_HEAD = (
    "Geöffneter Workshop", "Neuen Workshop beginnen", "Frühere Workshops", "Zuletzt aufgeschrieben",
    "Entwurf der nächsten Zielvereinbarung",
)  # fmt: skip
TO_STAGE, SHOW_SLIDES, BEGIN, OPEN, CLOSE = (
    "Auf die Leinwand", "Nur die Folien zeigen", "Workshop beginnen", "Öffnen", "Schließen",
)  # fmt: skip
KIND, TITLE, WHO = "Art", "Titel", "Wer schreibt mit?"
TAKE_BACK = "Zurücknehmen"
NOTHING_SAID = "Noch nichts. Auf der Leinwand aufgeschrieben, steht es hier nach wenigen Sekunden."
CHOOSE_AGREEMENT = (
    "Ein Workshop gehört zu einer Zielvereinbarung: bitte oben eine wählen. "
    "Die Folien lassen sich auch für alle zusammen zeigen."
)
OFFLINE = "Folien als eine Datei"
OFFLINE_HELP = "Für einen Rechner ohne dieses Programm: öffnet sich im Browser, braucht kein Netz."
MINUTES, MORE = "Protokoll", "Ältere zeigen"


def entries_count(n: int) -> str:
    return count(n, "Eintrag", "Einträge") if n else ""


def before(text: str) -> str:
    """What stood in a field before."""
    return f"bisher: {text}"


def about(as_of: date) -> str:
    """What a new evening is about."""
    return f"Bilanz zum Stichtag {day(as_of)}, wie oben gewählt. Ergebnisse und neue Maßnahmen bilden den Entwurf."


def opens(title: str, when: date) -> str:
    """What the button to open an evening is called where one hears it alone."""
    return f"{title} vom {day(when)}"


def takes_back(about: str) -> str:
    """What the button to take an entry back is called where one hears it alone.

    >>> takes_back("1.1.2 Beratung")
    'zu 1.1.2 Beratung'
    """
    return f"zu {about}"


def is_taken_back(about: str) -> str:
    return f"Zurückgenommen: {about}. Es gilt wieder, was davor stand; auch das lässt sich zurücknehmen."


def no_such_evening(word: str) -> str:
    return f"Einen Workshop ‚{word[:40]}‘ zu dieser Zielvereinbarung gibt es nicht. Bitte einen aus der Liste öffnen."


COUNT_HEADS = ("Handlungsfeld", "fortgeführt", "geändert", "ersetzt", "neu", "beendet", "noch offen")
TOTAL, NO_FIELD = "zusammen", "ohne Handlungsfeld"
NO_GAPS = "Nichts fehlt: Die Dateien lassen sich ohne Fehler hochladen."
FILES_HEAD = "Vom Entwurf zum Plan"
FILES_HELP = (
    "Ist der Entwurf beschlossen, kommen die Dateien der Reihe nach über die Vorschau der Seite Meldungen in den Plan. "
    "Bis dahin ändert er nichts. Nach jeder Übernahme geht es hier mit der nächsten Datei weiter."
)
PREVIEW, SAVE_CSV, SAVE_ALL, SAVE_BOOK = "In die Vorschau", "CSV", "Alle Dateien (ZIP)", "Zum Lesen (XLSX)"
FOR_ALL = "Folien über alle Zielvereinbarungen."
NEEDS_A_PLAN = "Ein Workshop bilanziert einen Plan. Bitte zuerst den Plan laden."


def summed(counts: Sequence[int]) -> str:
    """What became of the measures, in the order of `COUNT_HEADS`.

    >>> summed([3, 1, 0, 2, 1, 4]), summed([0, 0, 0, 0, 0, 0])
    ('3 fortgeführt, 1 geändert, 2 neu, 1 beendet, 4 noch offen.', 'Noch ist nichts entschieden.')
    """
    said = [f"{n} {word}" for n, word in zip(counts, COUNT_HEADS[1:], strict=True) if n]
    return f"{', '.join(said)}." if said else "Noch ist nichts entschieden."


def period(code: str, begin: date, end: date | None) -> str:
    """What the draft is called and when it would run.

    >>> period("ZV3", date(2023, 1, 1), date(2025, 12, 31))
    'ZV3, 01.01.2023 bis 31.12.2025'
    """
    return f"{code}, {day(begin)}" + (f" bis {day(end)}" if end else "")


def all_measures(n: int) -> str:
    return "Die Maßnahme des Entwurfs" if n == 1 else f"Alle {n} Maßnahmen des Entwurfs"


def gaps_head(n: int) -> str:
    return f"Noch zu klären: {n}"


def more_gaps(n: int) -> str:
    return f"und {n} weitere"


def still_open(n: int) -> str:
    """What stands at the way into the plan while something is still to be settled."""
    return f"{count(n, 'Punkt ist', 'Punkte sind')} noch zu klären; die Vorschau zeigt, was schon in den Plan käme."


IN_THE_PLAN = (
    "Der Entwurf steht so im Plan. Was danach aufgeschrieben wird, ändert den Plan erst mit einer neuen Übernahme."
)


def file_state(new: int) -> str:
    """What the upload of a file of the draft would bring."""
    return count(new, "Zeile bringt Neues", "Zeilen bringen Neues") if new else "steht schon so im Bestand"
