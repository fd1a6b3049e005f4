"""The vocabulary of the product: the only home of labels, colours, symbols and accepted words."""

import re
from dataclasses import dataclass
from difflib import get_close_matches

OPEN, FULFILLED, LEFT = "open", "fulfilled", "left"

INK, SECONDARY, ACCENT, HAIRLINE, ROW_RULE = "#10181c", "#56636b", "#0f5c6e", "#d5dce0", "#e9edef"
SOFT_GROUND, SELECTED_ROW, PAST_YEAR, BAR_GROUND, MONTH_GRID = (
    "#f4f6f7", "#eaf2f4", "#7c939d", "#e3e8eb", "#edf0f2",
)  # fmt: skip
WHITE, EMPTY_CELL = "#ffffff", "#f6f8f8"


@dataclass(frozen=True, slots=True)
class Status:
    """One row of the status table (DESIGN §2, LOOKS §1).

    `rank` orders open from far to near and fulfilled for R11; None is outside that order.
    `symbol`, `colour` and `on_colour` (the label on it) are how it is drawn; `hatched` draws lines instead of a fill.
    """

    code: str
    label: str
    group: str
    symbol: str
    colour: str
    on_colour: str
    rank: int | None
    needs_reason: bool = False
    hatched: bool = False
    words: tuple[str, ...] = ()
    openings: tuple[str, ...] = ()


# In the order of entry (DESIGN §2); `words` are what reports really say, `openings` the starts of longer ones.
STATUSES = (
    Status("not_started", "nicht begonnen", OPEN, "○", "#8f9192", INK, 0,
           words=("offen", "noch offen", "nicht vorangetrieben")),
    Status("preparing", "in Vorbereitung", OPEN, "▷", "#6b73aa", WHITE, 1,
           words=("geplant", "in Planung", "in Beratung", "beschlossen", "vorgesehen")),
    Status("in_progress", "in Umsetzung", OPEN, "▶", "#2a5796", WHITE, 2,
           words=("begonnen", "angestoßen", "in Arbeit", "gestartet", "fortgeschritten", "laufend")),
    Status("partly", "teilweise umgesetzt", OPEN, "½", "#5f98b0", INK, 3,
           words=("in Teilen umgesetzt", "nicht vollständig realisiert")),
    Status("completed", "umgesetzt", FULFILLED, "✓", "#04493d", WHITE, 4,
           words=("abgeschlossen", "erledigt", "fertig", "realisiert", "erreicht")),
    Status("ongoing", "Daueraufgabe", FULFILLED, "∞", "#338265", WHITE, 4,
           words=("fortlaufend", "dauerhaft")),
    Status("postponed", "zurückgestellt", OPEN, "‖", "#c28145", INK, None, needs_reason=True,
           words=("verschoben", "ruht", "für späteren Zeitpunkt vorgesehen")),
    Status("replaced", "ersetzt", LEFT, "→", "#86647e", WHITE, None, needs_reason=True,
           openings=("stattdessen", "ersetzt durch")),
    Status("cancelled", "entfallen", LEFT, "×", "#5b5b5b", WHITE, None, needs_reason=True,
           words=("gestrichen", "abgelehnt", "nicht weiterverfolgt")),
)  # fmt: skip
NO_REPORT = Status("no_report", "keine Meldung", OPEN, "?", "#838a8f", INK, None, hatched=True)

STATUS = {status.code: status for status in (*STATUSES, NO_REPORT)}
# Fulfilled, open from far to near the start, no Meldung, on hold, left (LOOKS §1).
SHOWN_ORDER = (
    "completed", "ongoing", "partly", "in_progress", "preparing", "not_started", "no_report",
    "postponed", "replaced", "cancelled",
)  # fmt: skip
RUNNING = frozenset({"in_progress", "partly", "completed", "ongoing"})
NEW, TAKEN_OVER = "new", "taken_over"
TRANSITION_LABEL = {NEW: "neu im Jahr", TAKEN_OVER: "übernommen"}

DONE, REPLACED, CANCELLED, STILL_OPEN = "done", "replaced", "cancelled", "still_open"
OUTCOME_LABEL = {
    DONE: "erledigt", TAKEN_OVER: TRANSITION_LABEL[TAKEN_OVER], REPLACED: STATUS[REPLACED].label,
    CANCELLED: STATUS[CANCELLED].label, STILL_OPEN: "offen geblieben",
}  # fmt: skip
"""What can become of a measure in the next agreement (R13), in the order in which it is shown."""
OUTCOMES = tuple(OUTCOME_LABEL)


@dataclass(frozen=True, slots=True)
class Schedule:
    """One Terminlage (R6): its word and symbol; the colour alone never says it."""

    code: str
    label: str
    symbol: str


SCHEDULE = {
    row.code: row
    for row in (
        Schedule("overdue", "überfällig", "▲"),
        Schedule("due_soon", "bald fällig", "△"),
        Schedule("on_plan", "im Plan", "•"),
        Schedule("no_due", "ohne Frist", "–"),
        Schedule("on_hold", "ruht", "‖"),
        Schedule("done", "erledigt", "✓"),
        Schedule("done_late", "verspätet erledigt", "✓"),
        Schedule("left", "–", "–"),
    )
}
OVERDUE_COLOUR = "#b92d1b"

FORWARD, BACK, OTHER, UNCHANGED = "forward", "back", "other", "unchanged"
DIRECTION_LABEL = {
    FORWARD: "vorangekommen", UNCHANGED: "unverändert", BACK: "zurückgefallen", OTHER: "sonstige",
}  # fmt: skip
DIRECTION_COLOUR = {FORWARD: "#b9d9cd", UNCHANGED: "#e6eaec", BACK: "#f0d9c2", OTHER: "#dcdcee"}

ALL_CODE = "all"
NO_AGREEMENT, ALL_AGREEMENTS, ALL_OFFICES, NO_OFFICE = (
    "ohne Zielvereinbarung", "alle Zielvereinbarungen", "alle Stellen", "ohne Zuständigkeit",
)  # fmt: skip


def is_open(code: str) -> bool:
    """Whether a status is open (R5: keine Meldung and zurückgestellt are)."""
    return STATUS[code].group == OPEN


def is_fulfilled(code: str) -> bool:
    """Whether a status is fulfilled."""
    return STATUS[code].group == FULFILLED


def has_left(code: str) -> bool:
    """Whether a status has left the plan (ersetzt, entfallen)."""
    return STATUS[code].group == LEFT


def direction(old: str, new: str) -> str:
    """How a change of status counts in R11: `forward`, `back`, `other`, or `unchanged`.

    >>> direction("preparing", "completed"), direction("completed", "partly"), direction("new", "ongoing")
    ('forward', 'back', 'other')
    """
    if old == new:
        return UNCHANGED
    before = STATUS[old].rank if old in STATUS else None
    after = STATUS[new].rank if new in STATUS else None
    if before is None or after is None or before == after:
        return OTHER
    return FORWARD if after > before else BACK


def folded(text: str) -> str:
    """A word without case, spelling of umlauts, punctuation and spaces, to compare what people typed.

    >>> folded("Für späteren  Zeitpunkt!") == folded("fuer spaeteren zeitpunkt")
    True
    """
    lowered = text.casefold().replace("ß", "ss")
    for umlaut, spelled in (("ä", "ae"), ("ö", "oe"), ("ü", "ue")):
        lowered = lowered.replace(umlaut, spelled)
    return re.sub(r"[^a-z0-9%½]+", "", lowered)


_BY_WORD = {folded(word): status.code for status in STATUSES for word in (status.label, status.code, *status.words)}
_OPENINGS = tuple((folded(start), status.code) for status in STATUSES for start in status.openings)


def status_of_word(word: str, permanent_task: bool = False) -> str | None:
    """The code of a status as a report words it, or None; `laufend` depends on the measure (DESIGN §2).

    >>> status_of_word("Erledigt"), status_of_word("laufend"), status_of_word("laufend", permanent_task=True)
    ('completed', 'in_progress', 'ongoing')
    """
    key = folded(word)
    if key == "laufend" and permanent_task:
        return "ongoing"
    if key in _BY_WORD:
        return _BY_WORD[key]
    return next((code for start, code in _OPENINGS if key.startswith(start)), None)


def nearest_status_word(word: str) -> tuple[str, str] | None:
    """The accepted word nearest to a misspelt one and the label it stands for, or None.

    >>> nearest_status_word("fertisch")
    ('fertig', 'umgesetzt')
    """
    words = {folded(w): (w, status.label) for status in STATUSES for w in (status.label, *status.words)}
    close = get_close_matches(folded(word), words, n=1, cutoff=0.6)
    return words[close[0]] if close else None


GROUP_LABEL = {OPEN: "offen", FULFILLED: "erfüllt", LEFT: "nicht mehr im Plan"}


@dataclass(frozen=True, slots=True)
class Term:
    """One word of the product (DESIGN §2): how it is called in the code, and what it means in one German sentence."""

    label: str
    identifier: str
    meaning: str


TERMS = (
    Term("Zielvereinbarung", "agreement",
         "Was der Landkreis für einen Zeitraum mit dem Audit vereinbart hat: seine Ziele und Maßnahmen."),
    Term("Handlungsfeld", "field_of_action", "Ein Themenbereich des Audits, unter dem Ziele und Maßnahmen stehen."),
    Term("Ziel", "goal", "Was in einem Handlungsfeld erreicht werden soll; ihm dienen eine oder mehrere Maßnahmen."),
    Term("Maßnahme", "measure", "Ein Vorhaben der Zielvereinbarung mit Nummer, zuständiger Stelle und Frist."),
    Term("Meilenstein", "milestone", "Ein überprüfbarer Abschnitt einer Maßnahme mit eigener Frist."),
    Term("Daueraufgabe", "permanent",
         "Eine Maßnahme, die der Plan als dauerhaft führt; als Status: etwas, das erreicht ist und weiterläuft."),
    Term("Zuständigkeit, Verantwortlich", "responsible",
         "Die Stelle oder Funktion, die für eine Maßnahme oder einen Meilenstein einsteht; nie eine Privatperson."),
    Term("Beteiligte", "partners", "Wer an einer Maßnahme mitwirkt, ohne für sie zuständig zu sein."),
    Term("Meldung", "report_entry",
         "Was eine Stelle über eine Maßnahme oder einen Meilenstein mitgeteilt hat; sie wird nie überschrieben."),
    Term("Status", "status", "Wie weit etwas nach der letzten Meldung ist, in einem Wort der Statusliste."),
    Term("Terminlage", "schedule",
         "Was das Programm aus Status, Frist und Stichtag berechnet, zum Beispiel „überfällig“."),
    Term("Stand", "stated_on", "Der Tag, von dem eine Meldung spricht."),
    Term("erfasst am", "recorded_at", "Der Zeitpunkt, zu dem eine Angabe bekannt wurde."),
    Term("Stichtag", "as_of", "Der Tag, für den eine Seite den Stand zeigt."),
    Term("Kenntnisstand", "known_by", "Der Tag, bis zu dem eine Angabe erfasst sein muss, um mitzuzählen."),
    Term("Frist", "due", "Der letzte Tag, an dem etwas umgesetzt sein soll; die geltende ist die zuletzt gemeldete."),
    Term("überfällig", "overdue", "Offen, obwohl die geltende Frist vor dem Stichtag liegt."),
    Term("Fortschritt", "progress", "Wie viel einer Maßnahme geschafft ist, in Prozent nach ihren Meilensteinen."),
    Term("erwartet", "expected", "Wie viel Fortschritt nach den Fristen bis zum Stichtag zu erwarten war."),
    Term("Gewicht", "weight", "Wie stark eine Maßnahme oder ein Meilenstein im Fortschritt zählt; ohne Angabe 1."),
    Term("Jahresbilanz", "balance", "Der 31.12. eines Jahres neben dem 31.12. des Vorjahres."),
    Term("Jahresbericht", "annual_report", "Der Bericht über ein Jahr mit festem Stichtag und Kenntnisstand."),
    Term("festschreiben", "freeze",
         "Einen Jahresbericht behalten, wie er heute ist; er entsteht jederzeit wieder genauso."),
    Term("Beschlussvorlage", "resolution", "Was einem Gremium zum Beschluss vorgelegt wird."),
    Term("Beratung", "consultation", "Eine Behandlung der Vorlage in einem Gremium, mit Datum, Stimmen und Ergebnis."),
    Term("Workshop", "workshop",
         "Ein Abend, an dem der Landkreis seine Ziele bilanziert und die nächsten formuliert."),
    Term("Ergebnis", "decision",
         "Was ein Workshop über eine Maßnahme entscheidet: fortführen, ändern, ersetzen oder beenden."),
    Term("Aufgeschriebenes", "note",
         "Eine Fassung dessen, was ein Workshop in ein Feld geschrieben hat; keine Fassung geht verloren."),
    Term("Entwurf", "draft", "Die nächste Zielvereinbarung, wie sie aus den Ergebnissen bisher entstünde."),
    Term("Protokoll", "minutes", "Was an einem Abend entschieden und aufgeschrieben wurde, von wem und wann."),
    Term("Vorgänger", "predecessor",
         "Die Maßnahme einer früheren Zielvereinbarung, die eine neue fortführt oder ersetzt."),
    Term("Vorschau", "preview", "Was eine Liste mit Meldungen ändern würde, ehe etwas gespeichert ist."),
    Term("übernehmen", "apply", "Die Meldungen einer Vorschau speichern."),
    Term("zurücknehmen", "undo", "Gespeicherte Meldungen für ungültig erklären; der Eintrag selbst bleibt erhalten."),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Decision:
    """What a workshop can decide about a measure: its word, its key on the keyboard, its word once it is decided.

    `carries`: the measure goes on in the next agreement, as it is, with other words, or as another one.
    """

    code: str
    label: str
    key: str
    done: str
    symbol: str
    carries: bool
    needs_reason: bool


CONTINUE, CHANGE, REPLACE, END = "continue", "change", "replace", "end"
DECISION = {
    row.code: row
    for row in (
        Decision(CONTINUE, "Fortführen", "F", "wird fortgeführt", "▶", True, False),
        Decision(CHANGE, "Ändern", "A", "wird geändert", "≠", True, False),
        Decision(REPLACE, "Ersetzen", "E", "wird ersetzt", "→", True, True),
        Decision(END, "Beenden", "B", "wird beendet", "×", False, True),
    )
}
STRATEGY, NEXT_AGREEMENT = "strategy", "agreement"
WORKSHOP_KINDS = {STRATEGY: "Strategieworkshop", NEXT_AGREEMENT: "Zielvereinbarungsworkshop"}


@dataclass(frozen=True, slots=True)
class RowMark:
    """What becomes of a row of a file, as a preview shows it (LOOKS §1): its word, its sign, the colour above it."""

    code: str
    label: str
    symbol: str
    colour: str


ROW_MARK = {
    mark.code: mark
    for mark in (
        RowMark("new", "neu", "+", STATUS["in_progress"].colour),
        RowMark("changed", "geändert", "≠", ACCENT),
        RowMark("unchanged", "unverändert", "=", SECONDARY),
        RowMark("rejected", "abgelehnt", "×", OVERDUE_COLOUR),
        RowMark("gone", "fällt weg", "−", SECONDARY),
    )
}
WARNING_SYMBOL, WARNING_COLOUR = "!", STATUS["postponed"].colour
