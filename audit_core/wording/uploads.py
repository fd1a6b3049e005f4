"""What an upload says: its headline, its counts, what was recognised, and what happened."""

import re
from collections.abc import Sequence
from datetime import date, datetime

from audit_core.columns import MASSNAHMEN, MEILENSTEINE, MELDUNGEN, ExchangeFile
from audit_core.dates import BERLIN
from audit_core.errors import Problem
from audit_core.store import Upload
from audit_core.wording.numbers import count, day, n_of, number
from audit_core.wording.reports import moment as moment

ACCEPTED = (
    "Excel (XLSX, XLS), LibreOffice (ODS) oder Text (CSV, TXT, TSV), höchstens 20 MB. Zeichensatz, Trennzeichen und "
    "Kopfzeile werden erkannt; nichts wird geändert, ehe Sie die Vorschau gesehen haben."
)
NOT_READ, SHOWN_ONLY = "wird nicht gelesen", "zeigt nur, was gilt"
MARKED = "Datei mit markierten Zellen herunterladen (XLSX)"
UNTOUCHED = "Der Bestand ändert sich erst mit „übernehmen“. Jede Übernahme kann zurückgenommen werden."
NO_UPLOAD = "Noch keine Datei übernommen: Laden Sie die Liste einer Stelle hoch."
UNREADABLE = "Diese Datei lässt sich so nicht lesen."
NO_EFFECT = "An den Zahlen dieses Tages ändert sich nichts."
NO_EFFECT_THEN = "An den Zahlen dieses Tages hat sich nichts geändert."
ITEM, ANYTHING = "Maßnahme oder Meilenstein", "Worum es geht"
WHO = "Wer übernimmt? (Stelle oder Funktion)"
WHO_IS_MISSING = "Bitte zuerst eintragen, welche Stelle oder Funktion übernimmt."
HOLDS_MORE = "Der Bestand hat sich seit dieser Vorschau geändert. Bitte die Vorschau erneuern."
_LONGEST_HEADLINE = 75
_SENTENCE_END = re.compile(r"(?<=[.!?])(?<!Nr\.)(?<!z\. B\.)(?<!\d\.)\s+(?=[A-ZÄÖÜ])")
_SEPARATOR = {";": "Semikolon", ",": "Komma", "\t": "Tabulator", "|": "senkrechten Strich"}


def noun(file: ExchangeFile, n: int) -> str:
    """What the rows of a kind of file are called.

    >>> noun(MELDUNGEN, 1), noun(MELDUNGEN, 9)
    ('Meldung', 'Meldungen')
    """
    one, many = ("Meldung", "Meldungen") if file is MELDUNGEN else ("Zeile des Plans", "Zeilen des Plans")
    return one if n == 1 else many


def headline(file: ExchangeFile, rows: int, changing: int, rejected: int, blank: int = 0) -> str:
    """The finding of a preview; `blank` rows say nothing at all.

    >>> headline(MELDUNGEN, 23, 9, 2)
    '9 Meldungen ändern den Bestand, 2 von 23 Zeilen brauchen eine Korrektur.'
    """
    if rejected == rows:
        return "Die Zeile braucht eine Korrektur." if rows == 1 else _none_of(rows)
    to_mend = f"{n_of(rejected, rows)} Zeilen {'braucht' if rejected == 1 else 'brauchen'} eine Korrektur."
    if not changing:
        return f"Nichts zu übernehmen: {to_mend}" if rejected else f"Keine Änderung: {_all_the_same(rows, blank)}"
    verb = "ändert" if changing == 1 else "ändern"
    found = f"{'Eine' if changing == 1 else number(changing)} {noun(file, changing)} {verb} den Bestand"
    if rejected:
        return f"{found}, {to_mend}"
    same = rows - changing
    if not same:
        return f"{found}."
    stays = "eine Zeile bleibt, wie sie ist." if same == 1 else f"{number(same)} Zeilen bleiben, wie sie sind."
    return f"{found}, {stays}"


def _none_of(rows: int) -> str:
    if rows == 2:
        return "Beide Zeilen brauchen eine Korrektur."
    return f"Nichts zu übernehmen: Alle {number(rows)} Zeilen brauchen eine Korrektur."


def _all_the_same(rows: int, blank: int) -> str:
    if rows == blank:
        return "Die Zeile ist nicht ausgefüllt." if rows == 1 else f"Keine der {number(rows)} Zeilen ist ausgefüllt."
    if rows == 1:
        return "Die Zeile steht schon so im Bestand."
    how = "stehen schon so im Bestand oder sind leer." if blank else "stehen schon so im Bestand."
    return f"Beide Zeilen {how}" if rows == 2 else f"Alle {number(rows)} Zeilen {how}"


def captions(file: ExchangeFile, counts: dict[str, int]) -> dict[str, str]:
    """What stands below each of the four counts."""
    one = {code: n == 1 for code, n in counts.items()}
    of_new = f"neue {noun(file, counts['new'])}"
    return {
        "new": of_new,
        "changed": f"{noun(file, counts['changed'])} mit anderem Inhalt",
        "unchanged": "steht schon so im Bestand" if one["unchanged"] else "stehen schon so im Bestand",
        "rejected": "wird nicht übernommen" if one["rejected"] else "werden nicht übernommen",
    }


def changed_cells(file: ExchangeFile, rows: int, cells: int) -> str:
    """How much a table of changes holds."""
    return f"{number(rows)} {noun(file, rows)}, {count(cells, 'Zelle', 'Zellen')}"


def subject_heading(file: ExchangeFile) -> str:
    """The head over what the rows of a file are about."""
    return ITEM if file in (MELDUNGEN, MASSNAHMEN, MEILENSTEINE) else ANYTHING


def more_rows(file: ExchangeFile, n: int) -> str:
    """The button that shows more changes."""
    if n == 1:
        return f"Noch eine {noun(file, 1)} anzeigen"
    return f"Weitere {number(n)} {noun(file, n)} anzeigen"


def take(file: ExchangeFile, n: int) -> str:
    """The button that takes in."""
    return f"{number(n)} {noun(file, n)} übernehmen"


def without_rejected(n: int) -> str:
    """The explicit yes to the good rows of a file with bad ones."""
    return f"Auch ohne {_rejected_rows(n)} übernehmen"


def why_not(named: bool, agreed: bool, stale: bool, rejected: int) -> str:
    """What is still to be done before taking in, for a quiet line and the hint of the button; "" if nothing is.

    >>> why_not(False, False, False, 2)
    'Bitte oben nennen, wer übernimmt, und ankreuzen, dass es ohne die 2 abgelehnten Zeilen geschieht.'
    >>> why_not(False, True, False, 0), why_not(True, True, False, 2)
    ('Bitte oben nennen, wer übernimmt.', '')
    """
    if stale:
        return "Bitte zuerst die Vorschau erneuern."
    tick = f"ankreuzen, dass es ohne {_rejected_rows(rejected)} geschieht"
    missing = [words for words, there in (("nennen, wer übernimmt", named), (tick, agreed)) if not there]
    return f"Bitte oben {', und '.join(missing)}." if missing else ""


def _rejected_rows(n: int) -> str:
    return "die abgelehnte Zeile" if n == 1 else f"die {number(n)} abgelehnten Zeilen"


def does_not_count(line: int) -> str:
    """What stands below a row of a file that a later one of the same Stand overrides."""
    return f"gilt nicht, Zeile {number(line)} nennt denselben Stand"


def split(message: str) -> tuple[str, str]:
    """The finding of a problem, and what to do about it.

    >>> split("‚fertisch‘ ist kein Status. Meinten Sie ‚fertig‘ (umgesetzt)?")
    ('‚fertisch‘ ist kein Status.', 'Meinten Sie ‚fertig‘ (umgesetzt)?')
    """
    first, *rest = _SENTENCE_END.split(message, maxsplit=1)
    return first, rest[0] if rest else ""


def where(problem: Problem) -> str:
    """Where a problem is; empty for the file as a whole.

    >>> where(Problem(7, "Status", "", ""))
    'Zeile 7, Spalte Status'
    """
    line = f"Zeile {number(problem.line)}" if problem.line else ""
    column = f"Spalte {problem.column}" if problem.column else ""
    return ", ".join(filter(None, (line, column)))


def unreadable(problems: Sequence[Problem]) -> tuple[str, tuple[str, ...]]:
    """The headline of a file that cannot be read, and the sentences below it."""
    messages = tuple(problem.message for problem in problems)
    if len(messages) == 1:
        first, rest = split(messages[0])
        if len(first) <= _LONGEST_HEADLINE:
            return first, (rest,) if rest else ()
    return UNREADABLE, messages


def recognised(
    file: ExchangeFile, encoding: str, separator: str, header_line: int, sheet_name: str, read: int, columns: int
) -> str:
    """What was recognised, in one line; `read` of so many `columns` mean something."""
    how = f"{encoding}, getrennt durch {_SEPARATOR.get(separator, separator)}" if separator else encoding
    sheet = f", Blatt ‚{sheet_name}‘" if sheet_name else ""
    all_read = count(columns, "Spalte gelesen", "Spalten gelesen")
    some_read = f"{n_of(read, columns)} Spalten gelesen"
    read_text = all_read if read == columns else some_read
    return f"Erkannt: {file.title} ({how}{sheet}, Kopfzeile in Zeile {number(header_line)}, {read_text})"


def problems_found(errors: int, warnings: int) -> str:
    """How many problems a file has."""
    found = [count(errors, "Fehler", "Fehler")] if errors else []
    found += [count(warnings, "Hinweis", "Hinweise")] if warnings else []
    return ", ".join(found)


def last_upload(upload: Upload) -> str:
    """The newest upload as a finding."""
    rows = upload.rows
    what = ("Meldung", "Meldungen") if upload.kind == "meldungen" else ("Zeile des Plans", "Zeilen des Plans")
    return f"Zuletzt übernommen: {count(rows, *what)} am {day(upload.recorded_at.astimezone(BERLIN).date())}."


def taken(file: ExchangeFile, n: int) -> str:
    """The headline of a receipt."""
    if n == 1:
        return f"Übernommen: Eine {noun(file, 1)} steht jetzt im Bestand."
    return f"Übernommen: {number(n)} {noun(file, n)} stehen jetzt im Bestand."


def kinds_known(kinds: str) -> str:
    """Which kinds of files the page takes."""
    return f"Welche Liste es ist, steht in der Kopfzeile: {kinds}."


def last_upload_below(upload: Upload) -> str:
    """What else is to be said of the newest upload."""
    by = f" von {upload.recorded_by}" if upload.recorded_by else ""
    return f"Zuletzt: Übernahme Nr. {upload.id}{by}, {upload.file_name}, {moment(upload.recorded_at)}."


def read_as(file: ExchangeFile, header_cells: Sequence[str]) -> list[tuple[str, str]]:
    """The headers of a file that say something, each with the column that it was read as.

    >>> read_as(MELDUNGEN, ["Datum", "", "Stand", "bisher Stand"])
    [('Datum', 'wird nicht gelesen'), ('Stand', 'Stand'), ('bisher Stand', 'zeigt nur, was gilt')]
    """
    return [
        (cell, column.header if column else SHOWN_ONLY if file.is_shown_only(cell) else NOT_READ)
        for cell, column in zip(header_cells, file.columns_of(header_cells), strict=True)
        if cell.strip()
    ]


def more_below(errors: int, warnings: int) -> str:
    """How many problems stand only in the table below.

    >>> more_below(6, 7), more_below(0, 1)
    ('Unten in der Tabelle: 6 weitere Fehler, 7 Hinweise.', 'Unten in der Tabelle: 1 Hinweis.')
    """
    found = [f"{number(errors)} {'weiterer' if errors == 1 else 'weitere'} Fehler"] if errors else []
    found += [count(warnings, "Hinweis", "Hinweise")] if warnings else []
    return f"Unten in der Tabelle: {', '.join(found)}."


def more_problems(n: int) -> str:
    """The button that shows more problems."""
    return "Noch einen anzeigen" if n == 1 else f"Weitere {number(n)} anzeigen"


def effect_heading(agreement: str, as_of: date, happened: bool = False) -> str:
    """The heading above the figures before and after; `agreement` is its title, or the words for all of them.

    >>> effect_heading("alle Zielvereinbarungen", date(2022, 12, 31))
    'Was es an den Zahlen ändert (alle Zielvereinbarungen, 31.12.2022)'
    """
    what = "Was sich an den Zahlen geändert hat" if happened else "Was es an den Zahlen ändert"
    return f"{what} ({agreement}, {day(as_of)})"


def captions_after(file: ExchangeFile, counts: dict[str, int]) -> dict[str, str]:
    """What stands below each of the four counts of a receipt."""
    rejected = "wurde nicht übernommen" if counts["rejected"] == 1 else "wurden nicht übernommen"
    same = "stand schon so im Bestand" if counts["unchanged"] == 1 else "standen schon so im Bestand"
    return {**captions(file, counts), "unchanged": same, "rejected": rejected}


def receipt_facts(
    upload: int, by: str, at: datetime, file_name: str, file: ExchangeFile
) -> tuple[tuple[str, str], ...]:
    """What a receipt says, word by word."""
    return (
        ("Übernahme", f"Nr. {number(upload)}"), ("Übernommen von", by), ("Erfasst am", moment(at)),
        ("Datei", file_name), ("Art", file.title),
    )  # fmt: skip


def being_taken(file: ExchangeFile, n: int) -> str:
    """The headline while many rows are being written."""
    return f"{number(n)} {noun(file, n)} werden übernommen."
