"""What the page Berichte says: its headline, its documents, what freezing is, what a frozen report turned out to be."""

from datetime import date, datetime

from audit_core.standing import Completion
from audit_core.store import FrozenReport
from audit_core.wording.changes import Tally
from audit_core.wording.numbers import count, day, moment, n_of, number
from audit_core.wording.situation import ONE_LINE, permanent_tasks
from audit_core.wording.years import running

NEEDS_A_PLAN = "Ein Bericht sagt, wie weit die Maßnahmen des Plans sind. Dafür müssen sie erst da sein."
NOT_BEGUN_HELP = "Bis dahin gibt es nichts zu berichten. Ein anderes Jahr lässt sich oben wählen."
DOCUMENTS_HEAD, PREVIEW_HEAD = "Zum Mitnehmen", "Vorschau"
FREEZE_HEAD, FROZEN_HEAD = "Festschreiben", "Festgeschriebene Berichte"
CORRECTED_HEAD = "Seither berichtigt oder nachgetragen"
FORMAT = {
    "pdf": "PDF", "docx": "Word", "pptx": "PowerPoint", "xlsx": "Excel", "zip": "CSV (ZIP)", "csv": "CSV",
    "ics": "Kalender (ICS)", "html": "HTML (Browser)",
}  # fmt: skip
"""What the button of a format says: the program that opens it, where people know that better than the format."""

NOT_MADE = (
    "Das Dokument ließ sich nicht erstellen. Der Fehler steht im Protokoll des Servers; "
    "die übrigen Dokumente lassen sich weiter erstellen."
)
NO_PREVIEW = "Die Vorschau ließ sich nicht erstellen. Der Fehler steht im Protokoll des Servers."
NOT_FROZEN = (
    "Der Bericht wurde nicht festgeschrieben, weil er sich nicht erstellen ließ. "
    "Der Fehler steht im Protokoll des Servers; gespeichert ist nichts."
)
NOT_MADE_AGAIN = (
    "Der Bericht ließ sich nicht noch einmal erstellen. Gespeichert bleibt, worüber er berichtet; "
    "der Fehler steht im Protokoll des Servers."
)
NOT_COMPARED = (
    "Was seither berichtigt wurde, ließ sich nicht feststellen. Der Fehler steht im Protokoll des Servers."
)
SHOW_PREVIEW, PREVIEW_HELP = "Vorschau zeigen", "Die Seiten des Jahresberichts, wie sie im PDF stehen."
PREVIEW_IS_MADE = "Die Vorschau wird erstellt …"
LARGE, DUES_FOR = "Groß ansehen", "Fristen für"
WHAT_FREEZING_IS = (
    "Festschreiben hält fest, was der Jahresbericht heute sagt: Er lässt sich danach jederzeit wieder genauso "
    "herunterladen, auch wenn später Meldungen dazukommen oder zurückgenommen werden. "
    "Was seither berichtigt wurde, steht daneben."
)
TITLE, WHO, FREEZE = "Titel des Berichts", "Wer schreibt fest? (Stelle oder Funktion)", "Jetzt festschreiben"
WHO_IS_MISSING = "Bitte zuerst eintragen, welche Stelle oder Funktion festschreibt."
IS_FROZEN_NOW = "Der Bericht wird erstellt und festgeschrieben …"
NOTHING_FROZEN = (
    "Noch ist kein Bericht festgeschrieben. Wenn der Jahresbericht beschlossen oder verschickt wird: "
    "oben Zielvereinbarung und Jahr wählen und „Jetzt festschreiben“."
)
MADE_AGAIN = "Der Bericht wird noch einmal erstellt und verglichen …"
BACK = "‹ Alle Berichte"
NOTHING_CORRECTED = "Seither wurde nichts berichtigt."
WOULD_DIFFER = (
    "Der Bericht würde heute anders lauten; einzeln lässt sich die Berichtigung hier nicht nennen. "
    "Den heutigen Stand zeigt der Jahresbericht unter „Alle Berichte“."
)
ADDED, GONE, IN_PLAN = "neu erfasst", "nicht mehr erfasst", "erfasst"
MEASURE, MILESTONE = "Maßnahme", "Meilenstein"
KIND_OF = {
    "landkreis": "Landkreis", "handlungsfelder": "Handlungsfeld", "zielvereinbarungen": "Zielvereinbarung",
    "massnahmen": MEASURE, "meilensteine": MILESTONE, "beschluesse": "Beratung", "ereignisse": "Ereignis",
    "kennzahlen": "Kennzahl",
}  # fmt: skip
"""What a row of an exchange file is, in a word."""
TO_COMPARISON = "Im Vergleich ansehen"
SAVE_CORRECTED = "Liste als CSV speichern"
SAME, DIFFERENT = "Byte für Byte wie festgeschrieben", "weicht von der festgeschriebenen Datei ab"
CHECKSUM_HELP = (
    "Die Prüfsumme (SHA-256) ist der Fingerabdruck einer Datei: Stimmt sie überein, ist kein Zeichen anders. "
    "Wer eine früher heruntergeladene Datei hat, kann sie damit vergleichen."
)


def finding(year: int, done: Completion, frozen: FrozenReport | None, then: Completion | None = None) -> str:
    """The headline: how far the measures are at the end of the year, and whether its report is frozen.

    `then`: how far they are in the frozen report, which is said where it is another number.

    >>> finding(2022, Completion(11, 29, 0, 0), None)
    'Bericht 2022: 11 von 29 Maßnahmen umgesetzt, noch nicht festgeschrieben.'
    >>> finding(2022, Completion(0, 0, 2, 3), None)
    'Bericht 2022: 2 von 3 Daueraufgaben laufen, noch nicht festgeschrieben.'
    """
    so_far = f"Bericht {year}: {_completed(done)}"
    if frozen is None:
        return _fitting(f"{so_far}, noch nicht festgeschrieben.", f"{so_far}.")
    if then is not None and _completed(then) != _completed(done):
        otherwise = f"{so_far}; festgeschrieben war es anders."
        numbers = (f"{so_far}; festgeschrieben: {n_of(then.n, then.of)}.",) if min(then.of, done.of) > 1 else ()
        return _fitting(*numbers, otherwise, f"{so_far}.")
    return _fitting(f"{so_far}, festgeschrieben am {day_of(frozen)}.", f"{so_far}, festgeschrieben.")


def day_of(frozen: FrozenReport) -> str:
    """The day in Berlin on which a report was frozen."""
    return moment(frozen.recorded_at).split(",")[0]


def _completed(done: Completion) -> str:
    """How far, without a verb where none is needed; Daueraufgaben alone where nothing else is counted (R8)."""
    if done.of > 1:
        return f"{n_of(done.n, done.of)} Maßnahmen umgesetzt"
    if done.of == 1:
        return f"einzige Maßnahme {'' if done.n else 'nicht '}umgesetzt"
    return permanent_tasks(done).removesuffix(".") or "keine Maßnahme mehr im Plan"


def _fitting(*tries: str) -> str:
    return next((sentence for sentence in tries if len(sentence) <= ONE_LINE), tries[-1])


def nothing_counted(year: int) -> tuple[str, str]:
    """Headline and help of a year in which the agreement has no measure yet."""
    return (
        f"{year} gab es hier noch keine Maßnahme.",
        f"Über {year} lässt sich in dieser Auswahl nichts berichten. "
        "Wählen Sie oben ein späteres Jahr oder eine andere Zielvereinbarung.",
    )


def reaches(until: date, today: date) -> str:
    """Up to which day a report reaches that does not reach the end of its year; "" for a whole year."""
    if not running(until):
        return ""
    if until == today:
        return f"Das Jahr {until.year} läuft noch: Die Dokumente reichen bis heute, {day(until)}."
    if until.year == today.year:
        return f"Das Jahr {until.year} läuft noch: Die Dokumente reichen bis zum Stichtag {day(until)}."
    return f"Der Bericht reicht nur bis zum {day(until)}."


def up_to(last: date) -> str:
    """The button that lets the documents reach a later day."""
    return f"Bis {day(last)} berichten"


def running_year(until: date, today: date) -> str:
    """What has to be known before a report is frozen that does not reach the end of its year."""
    if until.year == today.year:
        return f"Das Jahr ist nicht zu Ende: Festgeschrieben wird der Stand vom {day(until)}."
    return f"Festgeschrieben wird der Stand vom {day(until)}, nicht der vom Ende des Jahres."


def being_made(title: str, label: str) -> str:
    """What is said while a document is made.

    >>> being_made("Foliensatz", "PowerPoint")
    'Foliensatz (PowerPoint) wird erstellt …'
    """
    return f"{title} ({label}) wird erstellt …"


def made(file_name: str, size: int) -> str:
    """What is said of a document that was made.

    >>> made("foliensatz_zv2_2021-12-31.pptx", 81_920)
    'Erstellt: foliensatz_zv2_2021-12-31.pptx, 80 KB.'
    """
    return f"Erstellt: {file_name}, {number(max(1, round(size / 1024)))} KB."


def page_alt(place: int, title: str) -> str:
    """The alternative text of the picture of a page; its words are in the documents themselves."""
    return f"Seite {place} der Vorschau: {title}. Zum Vorlesen eignet sich die PDF-Datei oder die Word-Datei."


def page_of(place: int, pages: int, most: int) -> str:
    """Which page of the preview is shown; more than `most` pages it never has.

    >>> page_of(2, 9, 24), page_of(2, 24, 24)
    ('Seite 2 von 9', 'Seite 2 der ersten 24')
    """
    return f"Seite {place} von {pages}" if pages < most else f"Seite {place} der ersten {most}"


def unknown_report(asked: str) -> str:
    """What is said when the address names a frozen report that does not exist."""
    return f"Einen festgeschriebenen Bericht ‚{asked[:40]}‘ gibt es nicht. Gezeigt: alle Berichte."


def frozen_count(n: int) -> str:
    """How many reports are frozen."""
    return count(n, "Bericht", "Berichte")


def why_different(same: bool, same_program: bool, then: str, now: str) -> str:
    """What it means that the files differ, or that another program made the same; "" where nothing is to be said."""
    if same_program:
        return "" if same else (
            "Die Dateien weichen ab, obwohl das Programm dasselbe ist. Das darf nicht vorkommen: "
            "Bitte lassen Sie prüfen, ob die Datenbank von Hand geändert wurde."
        )  # fmt: skip
    if same:
        return f"Festgeschrieben mit Programmversion {then}, heute {now}; die Dateien sind trotzdem dieselben."
    return (
        f"Festgeschrieben mit Programmversion {then}, heute {now}: Ein neueres Programm setzt den Bericht anders. "
        "Die Angaben darin sind dieselben, denn sie entstehen aus dem Kenntnisstand von damals; die Prüfsumme der "
        "Datei ist eine andere. Die Datei von damals entsteht wieder mit der Programmversion von damals."
    )  # fmt: skip


def short(checksum: str) -> str:
    """A SHA-256 as one reads it out: its first twelve digits.

    >>> short("ab" * 32)
    'abababababab …'
    """
    return f"{checksum[:12]} …"


def corrected(tally: Tally, others: int) -> str:
    """How much was corrected: measures, milestones, and all that is neither; "" for nothing.

    >>> corrected(Tally(2), 1), corrected(Tally(), 2), corrected(Tally(), 0)
    ('2 Maßnahmen, 1 weitere Angabe', '2 Angaben', '')
    """
    more = "weitere " if tally.both else ""
    parts = [tally.text if tally.both else "", count(others, f"{more}Angabe", f"{more}Angaben") if others else ""]
    return ", ".join(filter(None, parts))


def changed_in_plan(label: str) -> str:
    """What a row says that differs in one column.

    >>> changed_in_plan("Gewicht")
    'im Plan geändert: Gewicht'
    """
    return f"im Plan geändert: {label}"


def correction_below(kind: str, number: str, what: str) -> str:
    """What a correction is about, below its title.

    >>> correction_below(MILESTONE, "1.1", "im Plan geändert: Frist"), correction_below("Kennzahl", "", ADDED)
    ('Meilenstein zu 1.1, im Plan geändert: Frist', 'Kennzahl, neu erfasst')
    """
    whose = f"{kind} zu {number}" if kind == MILESTONE else f"{kind} {number}".strip()
    return f"{whose}, {what}"


def corrected_help(known_by: datetime) -> str:
    """What the list of corrections compares."""
    return f"Derselbe Stichtag: wie er heute bekannt ist, und „bisher“, wie er am {moment(known_by)} bekannt war."


NO_FURTHER_PAGE = "Weiter geht es hier nicht."
OLDER = "Ältere anzeigen"


def all_of(n: int) -> str:
    """The button that shows every row of a list."""
    return f"Alle {number(n)} anzeigen"


def save_label(title: str, label: str) -> str:
    """What the button of a format says: its first words, in italics, are read out and not shown.

    >>> save_label("Foliensatz", "PowerPoint")
    '*Foliensatz als* PowerPoint'
    """
    return f"*{title} als* {label}"


def save_help(title: str, label: str) -> str:
    """The hint of a button that makes a document; its label alone does not say which.

    >>> save_help("Foliensatz", "PowerPoint")
    'Foliensatz als PowerPoint erstellen und speichern'
    """
    return f"{title} als {label} erstellen und speichern"
