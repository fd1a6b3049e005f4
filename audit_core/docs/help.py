"""What the page Hilfe shows, made from the code that applies it: sections, what a search leaves of them, templates."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TypeVar

from audit_core.columns import FILES, RECORDED_AT, Column, ExchangeFile
from audit_core.docs.keys import KEYS, AccessNote, Key, access
from audit_core.docs.pages import PAGES, HelpPage
from audit_core.docs.rules import Rule, RuleGroup, rules
from audit_core.standing import DUE_SOON_DAYS
from audit_core.tables.csv_text import csv_text
from audit_core.terms import (
    GROUP_LABEL,
    NO_REPORT,
    SCHEDULE,
    SHOWN_ORDER,
    STATUS,
    TERMS,
    Schedule,
    Status,
    Term,
    folded,
    status_of_word,
)
from audit_core.wording.numbers import day

RULES, STATUS_LIST, COLUMNS, WORDS, PAGE_LIST, KEY_LIST, ACCESSIBILITY = (
    "Regeln", "Status", "Spalten", "Begriffe", "Seiten", "Tastatur", "Barrierefreiheit",
)  # fmt: skip
SECTIONS = (RULES, STATUS_LIST, COLUMNS, WORDS, PAGE_LIST, KEY_LIST, ACCESSIBILITY)
_MEANING = {
    "overdue": "Offen, und die geltende Frist liegt vor dem Stichtag.",
    "due_soon": f"Offen, und die Frist läuft in 0 bis {DUE_SOON_DAYS} Tagen ab.",
    "on_plan": "Offen, und die Frist liegt weiter in der Zukunft.",
    "no_due": "Offen ohne Frist, oder eine Daueraufgabe des Plans.",
    "on_hold": "Zurückgestellt, oder ein Meilenstein einer zurückgestellten Maßnahme.",
    "done": "Umgesetzt oder Daueraufgabe.",
    "done_late": "Erst nach der geltenden Frist umgesetzt, mit der Zahl der Tage.",
    "left": "Ersetzt oder entfallen: keine Terminlage.",
}


@dataclass(frozen=True, slots=True)
class StatusEntry:
    """A status with its group, the words that are read as it, and what is special about it."""

    status: Status
    group: str
    words: tuple[str, ...]
    remark: str


@dataclass(frozen=True, slots=True)
class ScheduleEntry:
    """A Terminlage and when it holds."""

    schedule: Schedule
    meaning: str


@dataclass(frozen=True, slots=True)
class ColumnEntry:
    """A column of an exchange file: whether it must be filled, and the other headers that are read as it."""

    column: Column
    required: str
    synonyms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FileEntry:
    """An exchange file with its columns."""

    file: ExchangeFile
    columns: tuple[ColumnEntry, ...]


@dataclass(frozen=True, slots=True)
class Help:
    """All that Hilfe can show; a part that is left empty is not shown."""

    rules: tuple[RuleGroup, ...] = ()
    statuses: tuple[StatusEntry, ...] = ()
    schedules: tuple[ScheduleEntry, ...] = ()
    files: tuple[FileEntry, ...] = ()
    terms: tuple[Term, ...] = ()
    pages: tuple[HelpPage, ...] = ()
    keys: tuple[Key, ...] = ()
    access: tuple[AccessNote, ...] = ()


Entry = Rule | StatusEntry | ScheduleEntry | ColumnEntry | Term | HelpPage | Key | AccessNote
SomeEntry = TypeVar("SomeEntry", bound=Entry)


@cache
def everything() -> Help:
    """The whole of Hilfe, made once."""
    return Help(
        rules(), tuple(_status(STATUS[code]) for code in SHOWN_ORDER),
        tuple(ScheduleEntry(row, _MEANING[code]) for code, row in SCHEDULE.items()),
        tuple(FileEntry(file, tuple(_column(column) for column in file.columns)) for file in FILES),
        TERMS, PAGES, KEYS, access(),
    )  # fmt: skip


def finding() -> str:
    """The headline of the page, counted from what it shows."""
    whole = everything()
    count = sum(len(group.rules) for group in whole.rules)
    return (
        f"So liest und rechnet der Auditmonitor: {count} Regeln, {len(whole.statuses)} Status, "
        f"{len(whole.files)} Dateien."
    )


@cache
def of_section(section: str) -> Help:
    """One section of Hilfe (one of `SECTIONS`)."""
    whole = everything()
    return {
        RULES: Help(rules=whole.rules),
        STATUS_LIST: Help(statuses=whole.statuses, schedules=whole.schedules),
        COLUMNS: Help(files=whole.files),
        WORDS: Help(terms=whole.terms),
        PAGE_LIST: Help(pages=whole.pages),
        KEY_LIST: Help(keys=whole.keys),
        ACCESSIBILITY: Help(access=whole.access),
    }[section]


def of_file(name: str) -> Help:
    """The columns of one exchange file."""
    return Help(files=tuple(entry for entry in everything().files if entry.file.name == name))


@lru_cache(maxsize=64)
def found(word: str) -> Help:
    """What is left of Hilfe when it is searched for a word, in any case and umlaut spelling; nothing for no word."""
    key = folded(word)
    if not key:
        return Help()
    whole = everything()
    groups = (RuleGroup(group.title, _holding(group.rules, key)) for group in whole.rules)
    files = (FileEntry(entry.file, _holding(entry.columns, key)) for entry in whole.files)
    return Help(
        tuple(group for group in groups if group.rules),
        _holding(whole.statuses, key), _holding(whole.schedules, key), tuple(entry for entry in files if entry.columns),
        _holding(whole.terms, key), _holding(whole.pages, key), _holding(whole.keys, key), _holding(whole.access, key),
    )  # fmt: skip


def entries(shown: Help) -> tuple[Entry, ...]:
    """The single entries of a part of Hilfe, in the order of the page."""
    return (
        *(rule for group in shown.rules for rule in group.rules), *shown.statuses, *shown.schedules,
        *(column for entry in shown.files for column in entry.columns), *shown.terms, *shown.pages, *shown.keys,
        *shown.access,
    )  # fmt: skip


def texts(entry: Entry) -> tuple[str, ...]:
    """Every text that an entry shows."""
    match entry:
        case Rule():
            said: list[tuple[str, ...]] = [
                (part.given, *(text for row in part.outcomes for text in (row.case, row.result)))
                for part in entry.examples
            ]
            dates = [(row.text, day(row.begin), day(row.due)) for row in entry.wordings]
            return (entry.title, entry.text, *(text for part in (*said, *dates) for text in part))
        case StatusEntry():
            return (entry.status.label, entry.group, *entry.words, entry.remark)
        case ScheduleEntry():
            return (entry.schedule.label, entry.meaning)
        case ColumnEntry():
            return (entry.column.header, str(entry.column.kind), entry.column.help, *entry.synonyms)
        case Term():
            return (entry.label, entry.meaning)
        case HelpPage():
            return (entry.title, entry.question)
        case Key():
            return (entry.keys, entry.where, entry.does)
        case AccessNote():
            return (entry.title, entry.text)


def template(file: ExchangeFile) -> bytes:
    """An empty exchange file to be filled in; Erfasst am is left out, since it is set when a file is taken over."""
    return csv_text([column.header for column in file.columns if column is not RECORDED_AT], ()).encode("utf-8")


def _holding(rows: Iterable[SomeEntry], key: str) -> tuple[SomeEntry, ...]:
    return tuple(row for row in rows if any(key in folded(text) for text in texts(row)))


def _status(status: Status) -> StatusEntry:
    remarks = []
    if status is NO_REPORT:
        remarks.append("Bis zum Stichtag liegt keine Meldung vor; zählt als offen und wird nicht eingegeben.")
    if status.code == "postponed":
        remarks.append("Nie überfällig.")
    if status.needs_reason:
        remarks.append("Braucht einen Grund.")
    if status_of_word("laufend", permanent_task=True) == status.code:
        remarks.append("„laufend“ bei einer Maßnahme, die der Plan als Daueraufgabe führt.")
    words = (*status.words, *(f"{start} …" for start in status.openings))
    return StatusEntry(status, GROUP_LABEL[status.group], words, " ".join(remarks))


def _column(column: Column) -> ColumnEntry:
    required = "ja" if column.required else "Spalte darf fehlen" if column.extra else "nein"
    return ColumnEntry(column, required, (*column.synonyms, *column.stand_ins))
