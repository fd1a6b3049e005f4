"""What the live form of a slide says: its labels, its hints, and what it answers to what cannot be."""

from datetime import date, datetime

from audit_core.dates import BERLIN
from audit_core.wording.numbers import count

LABELS = {
    "decision": "Ergebnis", "reason": "Grund", "title": "Neuer Wortlaut", "goal": "Ziel",
    "description": "Beschreibung", "responsible": "Zuständige Stelle", "due": "Neue Frist",
    "field_of_action": "Handlungsfeld", "code": "Kürzel", "begin": "Beginn", "end": "Ende", "left": "Gestrichen",
}  # fmt: skip
NEW_LABELS = {"due": "Frist"}
GOAL_WORDING, MEASURE_WORDING, MILESTONE_WORDING = "Wortlaut des Ziels", "Wortlaut der Maßnahme", "Meilenstein"
AGREEMENT_LABELS = {"title": "Titel"}
NEW_GOAL, NEW_MEASURE, NEW_MILESTONE = "Neues Ziel", "Neue Maßnahme", "Neuer Meilenstein"
ADD_GOAL, ADD_MEASURE, ADD_MILESTONE = "Ziel hinzufügen", "Maßnahme hinzufügen", "Meilenstein hinzufügen"
NEXT_AGREEMENT = "Nächste Zielvereinbarung"
DATE_HINT = "etwa Ende 2027"
REASON_ASKED = "Bitte einen Grund aufschreiben: Er steht später im Protokoll."
CODE_HINT, TITLE_HINT = "zum Beispiel ZV3", "zum Beispiel Zielvereinbarung 2026 bis 2028"

BEFORE_NEXT = "liegt vor dem Beginn der nächsten Zielvereinbarung"
BEFORE_TODAY = "liegt vor dem heutigen Tag"

TOO_LONG = "Der Text ist zu lang, möglich sind 5.000 Zeichen. Er bleibt auf diesem Gerät; bitte kürzen."
NOT_OF_THIS_EVENING = "Das gehört zu einer anderen Zielvereinbarung und wurde hier nicht gespeichert."
NOT_UNDERSTOOD = "Das konnte nicht gespeichert werden; der Text bleibt auf diesem Gerät. Bitte die Seite neu laden."

_STAYS = "Nichts Aufgeschriebenes geht verloren; bitte gleich noch einmal versuchen."
_CAUSES = (
    (("disk is full", "disk i/o error", "no space left", "file too large"),
     "Auf dem Datenträger der Datenbank ist kein Platz mehr. Bitte Platz schaffen lassen."),
    (("readonly", "read-only", "attempt to write"),
     "Die Datenbank ist schreibgeschützt. Bitte die Rechte prüfen lassen."),
    (("locked", "busy"), "Die Datenbank ist gerade beschäftigt."),
)  # fmt: skip


def milestone(number: str, title: str) -> str:
    """A milestone of the plan over its fields.

    >>> milestone("3", "Konzept liegt vor")
    'Meilenstein 3: Konzept liegt vor'
    """
    return f"Meilenstein {number}: {title}"


def clock(at: datetime, today: date) -> str:
    """When something was taken down, with its day only where that is not today.

    >>> evening = datetime.fromisoformat("2026-11-22T18:42Z")
    >>> clock(evening, date(2026, 11, 22)), clock(evening, date(2026, 11, 23))
    ('19:42', '22.11.2026, 19:42')
    """
    local = at.astimezone(BERLIN)
    return f"{local:%H:%M}" if local.date() == today else f"{local:%d.%m.%Y, %H:%M}"


def saved(at: datetime, by: str, today: date) -> str:
    """The quiet line under a field that is in the database.

    >>> saved(datetime.fromisoformat("2026-11-22T18:42Z"), "Koordination", date(2026, 11, 22))
    'gespeichert 19:42, Koordination'
    """
    return f"gespeichert {clock(at, today)}, {by}"


def versions(n: int) -> str:
    """What stands over several versions of one field.

    >>> versions(2), versions(3), versions(15)
    ('Zwei Fassungen', 'Drei Fassungen', '15 Fassungen')
    """
    words = {2: "Zwei", 3: "Drei", 4: "Vier", 5: "Fünf"}
    return f"{words[n]} Fassungen" if n in words else count(n, "Fassung", "Fassungen")


def cause(error: object) -> str:
    """Why nothing could be stored; the browser adds what becomes of what was typed."""
    told = str(error).casefold()
    found = next((sentence for signs, sentence in _CAUSES if any(sign in told for sign in signs)), "")
    return found or "Die Datenbank nimmt gerade nichts an. Der Grund steht im Protokoll des Servers."


def not_taken(error: object) -> str:
    """Why nothing could be stored, for who pressed a button and has to press it again."""
    return f"{cause(error)} {_STAYS}"


def not_begun(error: object) -> str:
    """Why an evening could not be begun."""
    return f"Der Workshop wurde nicht begonnen. {cause(error)}"


def proposal(text: str) -> str:
    """What a field of the draft holds as long as nobody writes something else.

    >>> proposal("ZV3")
    'Vorschlag: ZV3'
    """
    return f"Vorschlag: {text}"


SCRIPT = {
    "unsaved": "wird gespeichert …",
    "all": "Alles gespeichert.",
    "interrupted": "Verbindung unterbrochen.",
    "away": "Verbindung unterbrochen. Es geht weiter, sobald der Server wieder da ist.",
    "slow": "Das Speichern dauert länger als sonst.",
    "kept": "Alles Getippte ist auf diesem Gerät aufgehoben und wird nachgesendet.",
    "idle": "Was jetzt getippt wird, bleibt auf diesem Gerät und wird nachgesendet.",
    "fragile": "Dieser Browser kann nichts aufheben: Bitte die Seite nicht schließen, bis alles gespeichert ist.",
    "refused": "Nicht gespeichert",
    "one": "1 Eintrag wartet noch auf diesem Gerät und wird nachgesendet.",
    "several": "{n} Einträge warten noch auf diesem Gerät und werden nachgesendet.",
    "confirm": "Die Eingabetaste übernimmt die Auswahl, Esc verwirft sie.",
    "take": "Diese nehmen",
    "empty": "leer",
    "before": "bisher",
    "copy": "übernehmen und ändern",
    "strike": "Streichen",
    "fetch": "Zurückholen",
    "struck": "gestrichen",
    "open": "Öffnen",
    "more": "weiter unten",
    "who": "Wer schreibt mit?",
    "writes": "Es schreibt:",
    "other": "ändern",
    "whoHint": "zum Beispiel Koordination",
    "decide": "Ergebnis für",
}
"""What the browser says by itself, also while the server is away."""
