"""Every document that can be asked for, in every format: the one list of page, command line and README (DESIGN §7)."""

from collections.abc import Callable
from dataclasses import dataclass

from audit_core.documents import archive, calendar, deck, slideshow, typeset, word, workbook, xlsx
from audit_core.documents.naming import file_word
from audit_core.errors import AuditError
from audit_core.tables.annual_report import annual_report
from audit_core.tables.asked import Asked
from audit_core.tables.csv_text import MIME as CSV
from audit_core.workshop.slides import stage_of

PDF = "application/pdf"


@dataclass(frozen=True, slots=True)
class Document:
    """A document in one format: its name on the command line and in file names, its title, what it is for.

    `use`: what this format is for where there are several; `has_versions`: its file name says draft or Nr.
    """

    name: str
    word: str
    format: str
    title: str
    purpose: str
    mime: str
    make: Callable[[Asked], bytes]
    use: str = ""
    has_versions: bool = False

    @property
    def what_for(self) -> str:
        """What it is for in this format."""
        return "; ".join(filter(None, (self.purpose, self.use)))

    def file_name(self, asked: Asked, number: int | None = None) -> str:
        """The name of its file, safe on every system: what, the agreement, the office if it is of one, the day; of what
        can be frozen also the `number` it was frozen as, else that it is a draft.
        """
        about = [file_word(part) for part in (asked.agreement, asked.responsible) if part]
        version = [f"nr{number}" if number else "entwurf"] if self.has_versions else []
        return f"{'_'.join([self.word, *about, asked.until.isoformat(), *version])}.{self.format}"


REPORT_PURPOSE = "Was im Jahr erreicht wurde und was nicht, mit Gründen: für Kreistag, Ausschuss und Zertifizierung"
DOCUMENTS = (
    Document(
        "annual_report", "jahresbericht", "pdf", "Jahresbericht", REPORT_PURPOSE, PDF,
        lambda asked: typeset.pdf(annual_report(asked)), "zum Lesen und Ablegen, barrierefrei", has_versions=True,
    ),
    Document(
        "annual_report", "jahresbericht", "docx", "Jahresbericht", REPORT_PURPOSE, word.MIME,
        lambda asked: word.docx(annual_report(asked)), "zum Weiterschreiben", has_versions=True,
    ),
    Document(
        "deck", "foliensatz", "pptx", "Foliensatz",
        "Das Jahr auf Folien für eine Sitzung; die Diagramme lassen sich in PowerPoint ändern", deck.MIME, deck.deck,
    ),
    Document(
        "slides", "folien", "html", "Folien für den Workshop",
        "Die Folien der Leinwand in einer Datei, die jeder Browser ohne Netz und ohne dieses Programm zeigt",
        slideshow.MIME,
        lambda asked: slideshow.offline(
            stage_of(asked.known, asked.agreement, asked.until, responsible=asked.responsible)
        ),
    ),
    Document(
        "workbook", "arbeitsmappe", "xlsx", "Arbeitsmappe",
        "Maßnahmen, Meilensteine, Meldungen und Bilanz zum Filtern und Weiterrechnen in Excel", xlsx.MIME,
        workbook.workbook,
    ),
    Document(
        "tables", "tabellen", "zip", "Tabellen", "Dieselben Tabellen als CSV-Dateien für andere Programme",
        archive.MIME, workbook.csv_archive,
    ),
    Document(
        "measures", "massnahmen", "csv", "Maßnahmenliste", "Eine Zeile je Maßnahme mit Status, Fortschritt und Frist",
        CSV, workbook.measures_csv,
    ),
    Document(
        "calendar", "fristen", "ics", "Fristenkalender",
        "Die Fristen einer Stelle oder aller für Outlook und andere Kalender; verschobene Fristen wandern mit",
        calendar.MIME, calendar.calendar,
    ),
)  # fmt: skip


def document(name: str, format: str = "") -> Document:
    """A document by its name (or its German word) and format; without a format the first that it has."""
    named = [one for one in DOCUMENTS if name.casefold() in (one.name, one.word)]
    if not named:
        names = ", ".join(dict.fromkeys(one.name for one in DOCUMENTS))
        raise AuditError(f"Ein Dokument ‚{name}‘ gibt es nicht. Möglich sind: {names}.")
    if not format:
        return named[0]
    for one in named:
        if one.format == format.casefold():
            return one
    offered = " oder ".join(f".{one.format}" for one in named)
    raise AuditError(f"Das Dokument ‚{name}‘ gibt es nicht als .{format}. Möglich: {offered}.")
