"""The exchange files (DESIGN §4): every column declared once, for reading, writing, templates and help."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from audit_core.terms import folded


class Kind(StrEnum):
    """How a cell is read; the value is what the help page calls it."""

    TEXT = "Text"
    DATE = "Datum"
    MOMENT = "Tag, auch mit Uhrzeit"
    PERCENTAGE = "Prozent (0 bis 100)"
    DECIMAL = "Zahl"
    WEIGHT = "Zahl über 0"
    COUNT = "ganze Zahl"
    YES_NO = "ja oder nein"
    STATUS = "Status"
    AGREEMENT = "Kürzel der Zielvereinbarung"
    FIELD_OF_ACTION = "Nr. oder Name des Handlungsfelds"
    NUMBER = "Nr. der Maßnahme"
    NUMBERS = "eine oder mehrere Nr., durch Komma oder | getrennt"
    PREDECESSOR = "Kürzel/Nr. oder Nr."


SHOWN_COLUMNS = (
    "Maßnahme oder Meilenstein", "bisher Status", "bisher Stand", "bisher Frist", "bisher Fortschritt",
    "bisher Sachstand",
)  # fmt: skip
"""The headers of a prefilled list over what a row is about and what is in force; they are not read."""
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `required` cells may not be empty, an `extra` column need not be there at all.

    `synonyms` are other headers that mean it; `stand_ins` mean it only in a file that names it in no other way.
    """

    header: str
    attribute: str
    kind: Kind
    help: str
    required: bool = False
    extra: bool = False
    default: str = ""
    synonyms: tuple[str, ...] = ()
    stand_ins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ExchangeFile:
    """One kind of exchange file: one row is one fact. `name` is the file name without its ending."""

    name: str
    title: str
    help: str
    columns: tuple[Column, ...]

    def column(self, attribute: str) -> Column:
        """The column that holds an attribute."""
        return next(column for column in self.columns if column.attribute == attribute)

    def columns_of(self, header_cells: Sequence[str]) -> tuple[Column | None, ...]:
        """The column each cell of a header means, without case, spaces, punctuation and umlaut spelling, or None.

        >>> [column and column.header for column in MELDUNGEN.columns_of(["massnahme nr", "Datum", "Stichtag", "Raum"])]
        ['Nr.', 'Stand', None, None]
        """
        return names_of(self).columns_of(header_cells)

    def is_shown_only(self, header: str) -> bool:
        """Whether a header of a prefilled list only shows what is in force, and is not read.

        >>> MELDUNGEN.is_shown_only("bisher Status"), MELDUNGEN.is_shown_only("Status")
        (True, False)
        """
        return self.name == "meldungen" and _key(header) in _SHOWN_KEYS


@dataclass(frozen=True, slots=True)
class Names:
    """The columns of a kind of file by their folded names: their own ones, and those that stand in for them."""

    own: dict[str, Column]
    stand_ins: dict[str, Column]

    def columns_of(self, header_cells: Sequence[str]) -> tuple[Column | None, ...]:
        """The column of each cell; a stand-in counts only for a column that no cell before or by its own name means."""
        columns = self.own_columns_of(header_cells)
        for place, cell in enumerate(header_cells):
            stand_in = self.stand_ins.get(_key(cell)) if columns[place] is None else None
            if stand_in is not None and stand_in not in columns:
                columns[place] = stand_in
        return tuple(columns)

    def own_columns_of(self, header_cells: Sequence[str]) -> list[Column | None]:
        """The same without stand-ins."""
        return [self.own.get(_key(cell)) for cell in header_cells]


@lru_cache(maxsize=64)
def names_of(file: ExchangeFile) -> Names:
    """The names of the columns of a kind; of two columns with one name the first."""
    own: dict[str, Column] = {}
    stand_ins: dict[str, Column] = {}
    for column in file.columns:
        for name in (column.header, *column.synonyms):
            own.setdefault(folded(name), column)
        for name in column.stand_ins:
            stand_ins.setdefault(folded(name), column)
    return Names(own, stand_ins)


_folded = lru_cache(maxsize=4096)(folded)


def _key(cell: str) -> str:
    """A cell as it is looked up; no name is empty, and no long text is a name."""
    return _folded(cell) if len(cell) <= _LONGEST_NAME else ""


_SHOWN_KEYS = frozenset(map(folded, SHOWN_COLUMNS))


SOURCE = Column(
    "Quelle", "source", Kind.TEXT, "Woher die Angabe stammt; mehrere Quellen mit | getrennt.", synonyms=("Quellen",)
)
RECORDED_AT = Column(
    "Erfasst am", "recorded_at", Kind.MOMENT,
    "Wann die Angabe bekannt wurde. Ein Export schreibt es, ein Hochladen setzt es selbst.", extra=True,
           synonyms=("erfasst",),
)  # fmt: skip
_NUMBER_WORDS = ("Nummer", "Maßnahme-Nr.", "Maßnahmen-Nr.", "Maßnahmennummer", "Nr. der Maßnahme", "lfd. Nr.")
_AGREEMENT_WORDS = ("ZV", "Kürzel", "Kürzel der Zielvereinbarung")
_OFFICE_WORDS = ("Zuständig", "Zuständigkeit", "verantwortliche Stelle", "Verantwortung", "Federführung")


def _file(name: str, title: str, help: str, *columns: Column) -> ExchangeFile:
    return ExchangeFile(name, title, help, (*columns, SOURCE, RECORDED_AT))


# fmt: off
LANDKREIS = _file(
    "landkreis", "Landkreis", "Der Landkreis, eine Zeile.",
    Column("Name", "name", Kind.TEXT, "Name des Landkreises.", required=True, synonyms=("Landkreis",)),
    Column("Erfunden", "invented", Kind.YES_NO, "ja, wenn die Angaben erfunden sind; das steht dann auf jeder Seite.",
           default="nein"),
    Column("Hinweis", "note", Kind.TEXT, "Ein Satz zu den Daten, der angezeigt wird."),
)
HANDLUNGSFELDER = _file(
    "handlungsfelder", "Handlungsfelder", "Ein Handlungsfeld je Zeile.",
    Column("Nr.", "number", Kind.TEXT, "Nummer des Handlungsfelds.", required=True,
           synonyms=("Nummer", "HF", "Handlungsfeld-Nr.")),
    Column("Handlungsfeld", "title", Kind.TEXT, "Name des Handlungsfelds.", required=True,
           stand_ins=("Bezeichnung", "Name", "Titel")),
    Column("Leitthema", "theme", Kind.TEXT, "Leitthema des Audits."),
    Column("LSZ-Handlungsfeld", "programme_field", Kind.TEXT, "Entsprechendes Handlungsfeld des Landesprogramms LSZ."),
)
ZIELVEREINBARUNGEN = _file(
    "zielvereinbarungen", "Zielvereinbarungen", "Eine Zielvereinbarung je Zeile.",
    Column("Kürzel", "code", Kind.TEXT, "Kurzer Name, unter dem die Maßnahmen auf sie verweisen.", required=True,
           synonyms=("ZV",)),
    Column("Titel", "title", Kind.TEXT, "Voller Name.", stand_ins=("Zielvereinbarung", "Bezeichnung")),
    Column("Beginn", "begin", Kind.DATE, "Ab wann sie gilt (erster Tag).", required=True, synonyms=("von",)),
    Column("Ende", "end", Kind.DATE, "Bis wann sie gilt (letzter Tag); leer: bis zum Tag vor der nächsten.",
           synonyms=("bis",)),
    Column("Verfahren", "procedure", Kind.TEXT, "Verfahren des Audits."),
    Column("Vorlage", "paper", Kind.TEXT, "Nummer der Beschlussvorlage.",
           synonyms=("Vorlagen-Nr.", "Beschlussvorlage")),
)
MASSNAHMEN = _file(
    "massnahmen", "Maßnahmen", "Eine Maßnahme des Plans je Zeile.",
    Column("Nr.", "number", Kind.TEXT, "Nummer der Maßnahme, in ihrer Zielvereinbarung eindeutig.", required=True,
           synonyms=_NUMBER_WORDS),
    Column("Zielvereinbarung", "agreement", Kind.AGREEMENT, "Kürzel; leer: ohne Zielvereinbarung.",
           synonyms=_AGREEMENT_WORDS),
    Column("Handlungsfeld", "field_of_action", Kind.FIELD_OF_ACTION, "Nr. oder Name des Handlungsfelds.", required=True,
           synonyms=("HF", "Handlungsfeld-Nr.")),
    Column("Ziel", "goal", Kind.TEXT, "Ziel, zu dem die Maßnahme gehört."),
    Column("Maßnahme", "title", Kind.TEXT, "Was getan werden soll.", required=True, synonyms=("Titel der Maßnahme",),
           stand_ins=("Titel", "Bezeichnung")),
    Column("Beschreibung", "description", Kind.TEXT, "Nähere Beschreibung.", extra=True, stand_ins=("Erläuterung",)),
    Column("Verantwortlich", "responsible", Kind.TEXT, "Stelle oder Funktion, keine Person.", synonyms=_OFFICE_WORDS),
    Column("Beteiligte", "partners", Kind.TEXT, "Wer mitwirkt.", synonyms=("Partner", "Kooperationspartner")),
    Column("Beginn", "begin", Kind.DATE, "Ab wann daran gearbeitet wird (erster Tag).", synonyms=("Start",)),
    Column("Frist", "due", Kind.DATE, "Bis wann sie umgesetzt sein soll (letzter Tag).", synonyms=("umzusetzen bis",),
           stand_ins=("Termin", "bis", "Ende")),
    Column("Daueraufgabe", "permanent", Kind.YES_NO, "ja, wenn sie auf Dauer angelegt ist.", default="nein"),
    Column("Gewicht", "weight", Kind.WEIGHT, "Gewicht im Fortschritt des Handlungsfelds.", extra=True, default="1"),
    Column("Aufgenommen", "included", Kind.DATE, "Seit wann sie im Plan steht (erster Tag).", extra=True,
           synonyms=("Aufgenommen am",)),
    Column("Vorgänger", "predecessor", Kind.PREDECESSOR, "Maßnahme einer früheren Zielvereinbarung, die sie fortführt.",
           extra=True, synonyms=("Vorgänger-Nr.", "Vorgängermaßnahme")),
    Column("Messkriterium", "criterion", Kind.TEXT, "Woran der Erfolg gemessen wird.", extra=True,
           synonyms=("Indikator",)),
    Column("Zielwert", "target", Kind.TEXT, "Welcher Wert erreicht werden soll.", extra=True),
    Column("Programm", "programme", Kind.TEXT, "Förderprogramm.", synonyms=("Förderprogramm", "Förderung")),
    Column("HH-Stelle", "budget_item", Kind.TEXT, "Haushaltsstelle.", synonyms=("Haushaltsstelle", "Produkt")),
    Column("Zuordnung", "assignment", Kind.TEXT, "Woher die Zuordnung stammt (Quelle oder eigene Zuordnung)."),
)
MEILENSTEINE = _file(
    "meilensteine", "Meilensteine", "Ein Meilenstein einer Maßnahme je Zeile.",
    Column("Zielvereinbarung", "agreement", Kind.AGREEMENT, "Kürzel; leer, wenn die Nr. eindeutig ist.", extra=True,
           synonyms=_AGREEMENT_WORDS),
    Column("Nr.", "number", Kind.NUMBER, "Nummer der Maßnahme.", required=True, synonyms=_NUMBER_WORDS,
           stand_ins=("Maßnahme",)),
    Column("Meilenstein", "milestone", Kind.TEXT, "Nummer des Meilensteins.", required=True,
           synonyms=("MS", "Meilenstein-Nr.", "MS-Nr.")),
    Column("Bezeichnung", "title", Kind.TEXT, "Was erreicht sein soll.", required=True,
           stand_ins=("Titel", "Name", "Beschreibung")),
    Column("Verantwortlich", "responsible", Kind.TEXT, "Stelle; leer: die der Maßnahme.", synonyms=_OFFICE_WORDS),
    Column("Frist", "due", Kind.DATE, "Bis wann er erreicht sein soll (letzter Tag).", synonyms=("fällig am",),
           stand_ins=("Termin", "bis")),
    Column("Gewicht", "weight", Kind.WEIGHT, "Gewicht im Fortschritt der Maßnahme.", extra=True, default="1"),
)
MELDUNGEN = _file(
    "meldungen", "Meldungen", "Eine Meldung zu einer Maßnahme oder einem Meilenstein je Zeile.",
    Column("Zielvereinbarung", "agreement", Kind.AGREEMENT, "Kürzel; leer, wenn die Nr. eindeutig ist.", extra=True,
           synonyms=_AGREEMENT_WORDS),
    Column("Nr.", "number", Kind.NUMBER, "Nummer der Maßnahme.", required=True, synonyms=_NUMBER_WORDS,
           stand_ins=("Maßnahme",)),
    Column("Meilenstein", "milestone", Kind.TEXT, "Nummer des Meilensteins; leer: die Maßnahme als Ganzes.",
           synonyms=("MS", "Meilenstein-Nr.", "MS-Nr.")),
    Column("Stand", "stated", Kind.DATE, "Tag, von dem die Meldung spricht.", required=True,
           synonyms=("Stand vom", "Stand am", "Stand (Datum)"), stand_ins=("Datum", "Stichtag", "Berichtsdatum")),
    Column("Status", "status", Kind.STATUS, "Ein Wort der Statusliste.", required=True,
           synonyms=("Umsetzungsstand", "Umsetzungsstatus")),
    Column("Fortschritt", "progress", Kind.PERCENTAGE, "In Prozent.",
           synonyms=("Fortschritt in %", "Fortschritt %", "Fortschritt in Prozent", "Umsetzungsgrad")),
    Column("Neue Frist", "new_due", Kind.DATE, "Nur wenn sich die Frist ändert.",
           synonyms=("neuer Termin", "Frist neu", "Frist (neu)")),
    Column("Sachstand", "text", Kind.TEXT, "Was geschehen ist.", stand_ins=("Bericht", "Erläuterung", "Bemerkung")),
    Column("Grund", "reason", Kind.TEXT, "Warum zurückgestellt, ersetzt, entfallen oder verschoben.",
           synonyms=("Begründung",)),
    Column("Gemeldet von", "reported_by", Kind.TEXT, "Stelle oder Funktion, keine Person.",
           synonyms=("gemeldet durch", "meldende Stelle")),
)
BESCHLUESSE = _file(
    "beschluesse", "Beschlüsse", "Eine Beratung in einem Gremium je Zeile.",
    Column("Vorlage", "paper", Kind.TEXT, "Nummer der Vorlage; sonst gehören Zeilen mit gleichem Betreff zusammen.",
           synonyms=("Vorlagen-Nr.",)),
    Column("Betreff", "subject", Kind.TEXT, "Worum es geht.", required=True, synonyms=("Titel",)),
    Column("Gremium", "committee", Kind.TEXT, "Wer beraten hat.", required=True, synonyms=("Ausschuss",)),
    Column("Datum", "day", Kind.DATE, "Tag der Beratung.", required=True, synonyms=("Sitzung", "Sitzung am")),
    Column("Ja", "yes", Kind.COUNT, "Stimmen dafür.", synonyms=("Ja-Stimmen",)),
    Column("Nein", "no", Kind.COUNT, "Stimmen dagegen.", synonyms=("Nein-Stimmen",)),
    Column("Enthaltung", "abstained", Kind.COUNT, "Enthaltungen.", synonyms=("Enthaltungen",)),
    Column("Befangen", "biased", Kind.COUNT, "Wegen Befangenheit nicht beteiligt.", synonyms=("Befangenheit",)),
    Column("Ergebnis", "result", Kind.TEXT, "Wie beschlossen wurde, auch „abgesagt“."),
    Column("Nr.", "measures", Kind.NUMBERS, "Maßnahmen, die es betrifft.", extra=True, synonyms=_NUMBER_WORDS,
           stand_ins=("Maßnahme", "Maßnahmen")),
)
EREIGNISSE = _file(
    "ereignisse", "Ereignisse", "Ein Ereignis des Audits je Zeile.",
    Column("Datum", "day", Kind.DATE, "Wann; leer, wenn es nicht bekannt ist.", synonyms=("am",)),
    Column("Art", "kind", Kind.TEXT, "Was für ein Ereignis (z. B. Zertifikat, Workshop, Beratung).", required=True),
    Column("Ereignis", "text", Kind.TEXT, "Was geschah.", required=True, synonyms=("Beschreibung",)),
    Column("Widerspruch zu", "conflicts_with", Kind.TEXT, "Das Datum, das eine andere Quelle nennt.",
           synonyms=("Widerspruch",)),
    Column("Bemerkung", "remark", Kind.TEXT, "Anmerkung.", synonyms=("Anmerkung",)),
)
KENNZAHLEN = _file(
    "kennzahlen", "Kennzahlen", "Ein Wert einer Kennzahl je Zeile.",
    Column("Kennzahl", "name", Kind.TEXT, "Name der Kennzahl.", required=True, stand_ins=("Name",)),
    Column("Handlungsfeld", "field_of_action", Kind.FIELD_OF_ACTION, "Nr. oder Name des Handlungsfelds.",
           synonyms=("HF",)),
    Column("Datum", "day", Kind.DATE, "Wofür der Wert gilt.", required=True, stand_ins=("Jahr", "Stand")),
    Column("Wert", "value", Kind.DECIMAL, "Zahl in deutscher Schreibweise, ohne Einheit.", required=True),
    Column("Einheit", "unit", Kind.TEXT, "Einheit des Werts."),
    Column("Nr.", "measures", Kind.NUMBERS, "Maßnahmen, zu denen sie gehört.", extra=True, synonyms=_NUMBER_WORDS,
           stand_ins=("Maßnahme", "Maßnahmen")),
)
# fmt: on

FILES = (
    LANDKREIS, HANDLUNGSFELDER, ZIELVEREINBARUNGEN, MASSNAHMEN, MEILENSTEINE, MELDUNGEN,
    BESCHLUESSE, EREIGNISSE, KENNZAHLEN,
)  # fmt: skip


def file_of_name(stem: str) -> ExchangeFile | None:
    """The exchange file a file name without ending means, or None.

    >>> file_of_name("Maßnahmen").name
    'massnahmen'
    """
    return next((file for file in FILES if folded(file.name) == folded(stem)), None)
