"""German sentences of the page Meldungen: the form, the log of uploads, taking one back, the lists for offices."""

import re
from collections.abc import Sequence
from difflib import get_close_matches

from audit_core.columns import MELDUNGEN
from audit_core.dates import BERLIN
from audit_core.errors import Problem
from audit_core.store import Upload
from audit_core.wording.numbers import count, day, number
from audit_core.wording.numbers import moment as moment
from audit_core.wording.words import label

FORM = "Formular"
"""What stands as file name of a Meldung that was typed in."""
KIND = {"init": "Ersteinrichtung", "meldungen": "Meldungen", "plan": "Plan"}
IN_FORCE, TAKEN_BACK = "gilt", "zurückgenommen"
FORM_HELP = (
    "Für eine einzelne Meldung ohne Datei. Sie wird geprüft wie eine hochgeladene Liste und erst nach der Vorschau "
    "übernommen; was Sie eintragen, bleibt stehen, auch wenn Sie die Seite wechseln."
)
REPLACED = (
    "Zu diesem Stand gibt es schon eine Meldung. Ihre Meldung ersetzt sie ganz, auch die Felder, die Sie leer lassen."
)
NOT_YET = "Diese Maßnahme gehört an diesem Tag noch nicht zum Plan; mit der Meldung gehört sie dazu."
CHOOSE_ONE = "Wählen Sie eine Maßnahme; hier steht dann, was bisher über sie gilt."
WHY = "Nötig bei neuer Frist und bei zurückgestellt, ersetzt, entfallen."
WHO_TAKES_BACK = "Wer nimmt zurück? (Stelle oder Funktion)"
WHO_TAKES_BACK_IS_MISSING = "Bitte zuerst eintragen, welche Stelle oder Funktion zurücknimmt."
NOTHING_TAKEN_IN = "Unter Hochladen oder Einzelne Meldung kommt das Erste dazu; hier steht es dann mit Datum und Namen."
ARCHIVE_HELP = (
    "Das ZIP enthält den ganzen Plan und alle Meldungen als CSV-Dateien. Sie lassen sich in Excel öffnen und in eine "
    "leere Datenbank wieder laden."
)
STAYS = "Eine zurückgenommene Übernahme bleibt in der Liste; ihre Zeilen zählen nicht mehr."
NOTHING_LEFT = "Was diese Übernahme brachte, ist inzwischen durch Neueres ersetzt oder zurückgenommen."
BLOCKED = "Was später dazukam, hinge sonst an nichts. Bitte zuerst zurücknehmen:"
OFFICE_HINT = "Stelle oder Funktion, keine Person"
RENEWED = "Der Bestand hat sich inzwischen geändert; die Vorschau ist erneuert. Bitte noch einmal ansehen."
EMPTIES = (
    "Das ist die Ersteinrichtung: Mit ihr verschwindet der ganze Plan, das Programm ist danach leer. "
    "Laden Sie vorher unter Übernahmen alle Daten herunter, wenn Sie sie behalten wollen."
)
_NAMED = re.compile(r"Übernahme (\d{1,9})(?=\))")
_ASKED_FOR = {
    "number": "Bitte eine Maßnahme wählen.",
    "stated": "Bitte den Stand eintragen: den Tag, von dem die Meldung spricht, zum Beispiel 31.12.2021.",
    "status": "Bitte einen Status wählen.",
}


# The form

def form_message(problem: Problem) -> str:
    """What is wrong with a field of the form: a form has fields, not cells."""
    column = next((column for column in MELDUNGEN.columns if column.header == problem.column), None)
    if column is not None and not problem.value and column.attribute in _ASKED_FOR:
        return _ASKED_FOR[column.attribute]
    if column is not None and column.attribute == "reason":
        return f"{problem.message} Bitte in einem Satz eintragen, warum."
    return problem.message


def form_finding(wrong: int) -> str:
    """The headline of the form.

    >>> form_finding(0), form_finding(1), form_finding(2)
    ('Eine Meldung eintragen', 'Eine Angabe braucht eine Korrektur.', '2 Angaben brauchen eine Korrektur.')
    """
    if not wrong:
        return "Eine Meldung eintragen"
    return "Eine Angabe braucht eine Korrektur." if wrong == 1 else f"{number(wrong)} Angaben brauchen eine Korrektur."


def about(number_of_measure: str, milestone: str | None) -> str:
    """What a Meldung is about, in few words."""
    return number_of_measure if not milestone else f"{number_of_measure}, Meilenstein {milestone}"


def in_short(status: str, facts: Sequence[tuple[str, str]]) -> str:
    """What is in force in one line.

    >>> in_short("in_progress", [("Stand", "2020"), ("Frist", "31.12.2021")])
    'Bisher: in Umsetzung · Stand 2020 · Frist 31.12.2021'
    """
    return " · ".join([f"Bisher: {label(status)}", *(f"{name} {value}" for name, value in facts)])


def preview_finding(subject: str, before: str, after: str, stated: str, replaces: bool) -> str:
    """The headline of the preview of one Meldung; `before` and `after` are codes of a status.

    >>> preview_finding("1.1.2", "in_progress", "completed", "31.12.2021", False)
    'Neue Meldung zu 1.1.2: von „in Umsetzung“ zu „umgesetzt“.'
    >>> preview_finding("1.1.2", "no_report", "preparing", "31.12.2021", False)
    'Erste Meldung zu 1.1.2: „in Vorbereitung“.'
    """
    if replaces:
        return f"Die Meldung zu {subject} vom Stand {stated} wird berichtigt."
    if before == "no_report":
        return f"Erste Meldung zu {subject}: „{label(after)}“."
    if before == after:
        return f"Neue Meldung zu {subject}: weiterhin „{label(after)}“."
    return f"Neue Meldung zu {subject}: von „{label(before)}“ zu „{label(after)}“."


def nothing_new(subject: str) -> str:
    """The headline where a Meldung says what is stored already."""
    return f"Die Meldung zu {subject} steht schon so im Bestand."


def taken_in(subject: str) -> str:
    """The headline of the receipt."""
    return f"Die Meldung zu {subject} ist übernommen."


def receipt(upload: Upload) -> str:
    """The line of a receipt: its number, when, by whom."""
    return f"Übernahme Nr. {upload.id} · {moment(upload.recorded_at)}{_by(upload.recorded_by)}"


# The log of uploads

def log_finding(uploads: Sequence[Upload]) -> str:
    """The headline of the log, whose newest upload comes first."""
    if not uploads:
        return "Noch ist nichts übernommen."
    undone = sum(upload.revoked_at is not None for upload in uploads)
    last = f"am {day(uploads[0].recorded_at.astimezone(BERLIN).date())}"
    if len(uploads) == 1:
        return "Die einzige Übernahme ist zurückgenommen." if undone else f"Eine Übernahme, {last}."
    found = f"{number(len(uploads))} Übernahmen, die letzte {last}"
    if not undone:
        return f"{found}."
    return f"{found}; {'eine ist' if undone == 1 else f'{number(undone)} sind'} zurückgenommen."


def state_of(upload: Upload) -> str:
    """Whether an upload counts, or when it was taken back and by whom."""
    if upload.revoked_at is None:
        return IN_FORCE
    return f"{TAKEN_BACK} am {moment(upload.revoked_at)}{_by(upload.revoked_by)}"


def undo_finding(upload: Upload, rows: int, blockers: int) -> str:
    """The headline of an upload that could be taken back."""
    if blockers:
        hanging = "Späteres hängt" if blockers == 1 else f"{number(blockers)} spätere Angaben hängen"
        return f"Übernahme {upload.id} lässt sich nicht zurücknehmen: {hanging} an ihr."
    if not rows:
        return f"Ohne Übernahme {upload.id} ändert sich nichts mehr."
    changed = "ändert sich eine Zeile" if rows == 1 else f"ändern sich {number(rows)} Zeilen"
    return f"Ohne Übernahme {upload.id} {changed} des Bestands."


def rows_left(whole: int, changing: int) -> str:
    """Why an upload has more rows than change without it; "" if it has not.

    >>> rows_left(397, 395)
    'Gezählt ist, was sich ändert: 395 der 397 übernommenen Zeilen. Die anderen 2 zählen schon jetzt nicht mehr.'
    >>> rows_left(4, 4)
    ''
    """
    left = whole - changing
    if left <= 0 or not changing:
        return ""
    rest = "Die andere zählt" if left == 1 else f"Die anderen {number(left)} zählen"
    return (
        f"Gezählt ist, was sich ändert: {number(changing)} der {number(whole)} übernommenen Zeilen. "
        f"{rest} schon jetzt nicht mehr."
    )


def open_upload(upload: int) -> str:
    """The button that leads to an upload which stands against taking another one back."""
    return f"Übernahme {upload} öffnen"


def uploads_named(blockers: Sequence[str]) -> tuple[int, ...]:
    """The numbers of the uploads that sentences name, each once, the newest first.

    >>> uploads_named(["Meldung zu 3.1 (Übernahme 3)", "Meldung zu 3.2 (Übernahme 12)", "Meilenstein 1 (Übernahme 3)"])
    (12, 3)
    """
    return tuple(sorted({int(found) for text in blockers for found in _NAMED.findall(text)}, reverse=True))


def other_office(typed: str, offices: Sequence[str]) -> str:
    """What stands below the name of an office that no measure names; "" where one does.

    >>> other_office("Jugendamd", ["Jugendamt", "Kreistag"])
    'So heißt keine Stelle im Plan, ähnlich aber: Jugendamt. Gespeichert wird, was hier steht.'
    >>> other_office("Beirat", ["Jugendamt"]), other_office("Kreistag", ["Kreistag"])
    ('So heißt keine Stelle im Plan. Gespeichert wird, was hier steht.', '')
    """
    if not typed or typed in offices:
        return ""
    by_word = {office.casefold(): office for office in offices}
    near = get_close_matches(typed.casefold(), by_word, n=1, cutoff=0.8)
    alike = f", ähnlich aber: {by_word[near[0]]}" if near else ""
    return f"So heißt keine Stelle im Plan{alike}. Gespeichert wird, was hier steht."


def offices_hint(offices: Sequence[str]) -> str:
    """The hint beside the field that asks which office reports."""
    return f"{OFFICE_HINT}. Im Plan stehen: {', '.join(offices)}." if offices else f"{OFFICE_HINT}."


def is_undone(upload: int) -> str:
    """The headline after an upload has been taken back."""
    return f"Die Übernahme {upload} ist zurückgenommen."


def unknown_upload(asked: str) -> str:
    """What is said when the address names an upload that does not exist."""
    return f"Eine Übernahme ‚{asked[:40]}‘ gibt es nicht. Gezeigt werden alle."


def _by(who: str) -> str:
    return f" von {who}" if who else ""


# The lists for offices

def lists_finding(offices: int, measures: int, milestones: int) -> str:
    """The headline of the prefilled lists.

    >>> lists_finding(5, 24, 1), lists_finding(1, 1, 0)
    ('5 Stellen haben 24 Maßnahmen und 1 Meilenstein offen.', 'Eine Stelle hat 1 Maßnahme offen.')
    """
    if not offices:
        return "Keine Stelle hat etwas offen."
    who = "Eine Stelle hat" if offices == 1 else f"{number(offices)} Stellen haben"
    parts = [
        count(n, one, many)
        for n, one, many in ((measures, "Maßnahme", "Maßnahmen"), (milestones, "Meilenstein", "Meilensteine"))
        if n
    ]
    return f"{who} {' und '.join(parts)} offen."


LISTS_HELP = (
    "Jede Stelle bekommt ihre Liste mit dem, was bisher gilt, füllt die leeren Felder aus und sendet sie zurück. "
    "Unter Hochladen wird sie geprüft und übernommen; was leer blieb, ändert nichts."
)
LISTS_ALT = "Je Stelle: wie viele Maßnahmen und Meilensteine offen und wie viele davon überfällig sind."
NOTHING_OPEN = (
    "An diesem Stichtag ist in dieser Auswahl keine Maßnahme und kein Meilenstein offen. "
    "Wählen Sie oben einen anderen Stichtag, eine andere Zielvereinbarung oder alle Stellen."
)


def lists_in_zip(lists: int) -> str:
    """What the ZIP of all lists holds."""
    return "eine Arbeitsmappe" if lists == 1 else f"{number(lists)} Arbeitsmappen, eine je Stelle"


def rows(n: int) -> str:
    """How many rows there are."""
    return count(n, "Zeile", "Zeilen")


def show_more(n: int) -> str:
    """The button that shows more rows."""
    return "Eine weitere Zeile anzeigen" if n == 1 else f"Weitere {number(n)} Zeilen anzeigen"
