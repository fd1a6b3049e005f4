"""What the workbook of a year says beside its figures: titles, the lines above a list, the definitions."""

from collections.abc import Sequence
from datetime import date

from audit_core.standing import DUE_SOON_DAYS, STALE_DAYS
from audit_core.terms import (
    ALL_OFFICES,
    DIRECTION_LABEL,
    GROUP_LABEL,
    NO_REPORT,
    SCHEDULE,
    SHOWN_ORDER,
    STATUS,
    Status,
)
from audit_core.wording.numbers import count, day

NO_MEASURE = "Am Stichtag gibt es in dieser Auswahl keine Maßnahme."
NO_MILESTONE = "Am Stichtag gibt es in dieser Auswahl keinen Meilenstein."
NO_ENTRY = "Bis zum Stichtag gibt es in dieser Auswahl keine Meldung."
NOTHING_OVERDUE = "Am Stichtag ist nichts überfällig."
NOTHING_HAPPENED = "In dem Jahr hat sich nichts geändert."
PLAN_GROUP, STATE_GROUP = "Wie es im Plan steht", "Am Stichtag"
WHOLE_TEXTS = "Vollständig stehen sie in den Tabellen als CSV."


def facts(
    county: str, agreement: str, office: str | None, until: date, before: date, knowledge: str
) -> tuple[tuple[str, str], ...]:
    """What the workbook is about, line by line; `knowledge`: the Kenntnisstand (`subject.knowledge`)."""
    return (
        ("Landkreis", county),
        ("Zielvereinbarung", agreement),
        ("Zuständigkeit", office or ALL_OFFICES),
        ("Stichtag", day(until)),
        ("verglichen mit", day(before)),
        ("Kenntnisstand", knowledge),
    )


def as_of(until: date) -> str:
    """The line under a title."""
    return f"Stichtag {day(until)}"


def entries_until(n: int, until: date) -> str:
    """The line under the log."""
    return f"{count(n, 'Meldung', 'Meldungen')} bis zum Stichtag {day(until)}, in der Form der Austauschdatei"


def cut_texts(n: int) -> str:
    """That a cell of a workbook cannot hold some texts; empty without any."""
    if not n:
        return ""
    what = "Ein Text ist" if n == 1 else f"{n} Texte sind"
    return f"{what} länger, als eine Zelle in Excel fasst, und hier mit „… (gekürzt)“ beendet. {WHOLE_TEXTS}"


def balance_title(first: date, last: date) -> str:
    """What the transition table compares.

    >>> balance_title(date(2020, 12, 31), date(2021, 6, 30))
    'Vom 31.12.2020 (Zeilen) zum 30.06.2021 (Spalten)'
    """
    return f"Vom {day(first)} (Zeilen) zum {day(last)} (Spalten)"


def direction_key() -> str:
    """What the grounds of the transition table mean."""
    return ", ".join(f"{colour}: {DIRECTION_LABEL[code]}" for code, colour in _COLOURS)


_COLOURS = (("forward", "grün"), ("unchanged", "grau"), ("back", "orange"), ("other", "lila"))


SHEETS: Sequence[tuple[str, str]] = (
    ("Übersicht", "Worum es geht, die vier Zahlen neben dem Vorjahr, jedes Handlungsfeld mit Fortschritt und Status."),
    ("Maßnahmen", "Jede Maßnahme mit ihrem Stand am Stichtag und dem, was im Plan steht."),
    ("Meilensteine", "Jeder Meilenstein, ebenso."),
    ("Meldungen", "Das Meldungsverzeichnis bis zum Stichtag. Von mehreren Zeilen mit gleichem Stand gilt die zuletzt "
                  "erfasste. Das Blatt lässt sich unter „Meldungen“ wieder hochladen."),
    ("Überfällig", "Was am Stichtag überfällig ist, das Längste zuerst, mit der zuständigen Stelle."),
    ("Jahresbilanz", "Wohin die Maßnahmen im Jahr gingen, und jedes Jahr neben den anderen."),
    ("Veränderungen", "Was im Jahr geschah, je Art des Ereignisses."),
)  # fmt: skip
DEFINITIONS: Sequence[tuple[str, str]] = (
    ("umgesetzt … von", "n von N: umgesetzt oder zur Daueraufgabe geworden. N lässt geplante Daueraufgaben, Ersetztes "
                        "und Entfallenes aus."),
    ("Daueraufgaben laufen … von", "Maßnahmen, die der Plan als dauerhaft führt: wie viele davon laufen."),
    ("Fortschritt", "Anteil nach den erreichten Meilensteinen, sonst der zuletzt gemeldete; eines Handlungsfelds der "
                    "Mittelwert. Das ist etwas anderes als „n von N umgesetzt“."),
    ("erwartet", "Fortschritt, der nach den Fristen bis zum Stichtag zu erwarten war. „aus n von N“: so viele "
                 "Maßnahmen haben dafür Fristen."),
    ("überfällig", "Offen, und die geltende Frist liegt vor dem Stichtag."),
    ("Ohne aktuelle Meldung", "Offene, nicht zurückgestellte Maßnahmen, deren letzte Meldung mehr als "
                              f"{STALE_DAYS} Tage "
                              "zurückliegt."),
    ("geltende Frist", "Die zuletzt gemeldete neue Frist, sonst die des Plans. „erste Frist“ ist die ursprüngliche, "
                       "„verschoben“ zählt die Änderungen."),
    ("Frist", "Die Frist im Wortlaut des Plans."),
    ("Status aus", "„eigene Meldung“, oder „Meilensteine“, wenn zur Maßnahme selbst noch keine Meldung vorliegt."),
)  # fmt: skip


def _meaning(status: Status) -> str:
    """What a status counts as, and what else it is called in reports."""
    others = ", ".join((*status.words, *(f"{opening} …" for opening in status.openings)))
    parts = (
        f"zählt als {GROUP_LABEL[status.group]}", "braucht einen Grund" if status.needs_reason else "",
        f"auch: {others}" if others else "",
        "bis zum Stichtag wurde nichts gemeldet; das ist nicht dasselbe wie „nicht begonnen“"
        if status is NO_REPORT else "",
    )  # fmt: skip
    return "; ".join(filter(None, parts))


STATUS_MEANINGS = tuple((f"{STATUS[code].symbol} {STATUS[code].label}", _meaning(STATUS[code])) for code in SHOWN_ORDER)
SCHEDULES = tuple((f"{row.symbol} {row.label}", text) for row, text in (
    (SCHEDULE["overdue"], "offen, Frist vor dem Stichtag"),
    (SCHEDULE["due_soon"], f"offen, Frist in höchstens {DUE_SOON_DAYS} Tagen"),
    (SCHEDULE["on_plan"], "offen, Frist später"),
    (SCHEDULE["no_due"], "offen, ohne Frist"),
    (SCHEDULE["on_hold"], "zurückgestellt"),
    (SCHEDULE["done"], "umgesetzt, ehe die Frist ablief"),
    (SCHEDULE["done_late"], "umgesetzt, nachdem die Frist abgelaufen war"),
))  # fmt: skip
PRINTED = (
    "Gedruckt wird auf A4 quer. Von „Maßnahmen“ und „Meilensteine“ stehen auf dem Papier nur die Spalten bis zum "
    "Sachstand, von „Meldungen“ bis zum Grund, damit die Schrift lesbar bleibt; die Blätter selbst haben alle Spalten. "
    "Unter „Seitenlayout“, „Druckbereich“ lässt sich das ändern."
)
UPLOAD_AGAIN = (
    "Wer Meldungen ergänzt, tut das auf dem Blatt „Meldungen“ und lädt die Mappe unter „Meldungen“ wieder hoch: "
    "Zeilen, die schon erfasst sind, ändern nichts. Die Blätter „Maßnahmen“ und „Meilensteine“ lassen sich einzeln als "
    "CSV-Datei speichern und hochladen; gelesen werden dann nur die Spalten des Plans."
)
