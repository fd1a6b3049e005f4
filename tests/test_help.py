"""What Hilfe shows, finds and offers: statuses, columns, terms, templates."""

from datetime import UTC, datetime

import pytest

from audit_core import terms
from audit_core.columns import FILES, MASSNAHMEN, MELDUNGEN, ExchangeFile
from audit_core.docs import help as contents
from audit_core.docs.help import ColumnEntry, FileEntry, StatusEntry
from audit_core.docs.rules import Rule
from audit_core.upload.check import Clock, check_folder
from audit_core.upload.parse import parse


def status(code: str) -> StatusEntry:
    return next(entry for entry in contents.everything().statuses if entry.status.code == code)


def file(name: str) -> FileEntry:
    return contents.of_file(name).files[0]


def column(name: str, header: str) -> ColumnEntry:
    return next(entry for entry in file(name).columns if entry.column.header == header)


def test_the_headline_counts_what_is_explained_and_fits_one_line() -> None:
    assert contents.finding() == "So liest und rechnet der Auditmonitor: 16 Regeln, 10 Status, 9 Dateien."
    assert len(contents.finding()) <= 75


def test_a_status_is_shown_with_its_group_and_the_words_read_as_it() -> None:
    assert (status("completed").group, status("completed").words) == (
        "erfüllt", ("abgeschlossen", "erledigt", "fertig", "realisiert", "erreicht"),
    )  # fmt: skip
    assert status("replaced").words == ("stattdessen …", "ersetzt durch …")
    assert (status("replaced").group, status("replaced").remark) == ("nicht mehr im Plan", "Braucht einen Grund.")
    assert status("postponed").remark == "Nie überfällig. Braucht einen Grund."
    assert status("ongoing").remark == "„laufend“ bei einer Maßnahme, die der Plan als Daueraufgabe führt."
    assert status("no_report").words == () and "zählt als offen" in status("no_report").remark
    assert [entry.status.code for entry in contents.everything().statuses] == list(terms.SHOWN_ORDER)


def test_every_terminlage_has_a_meaning_of_its_own() -> None:
    meanings = {entry.schedule.code: entry.meaning for entry in contents.everything().schedules}
    assert meanings.keys() == terms.SCHEDULE.keys()
    assert len(set(meanings.values())) == 8
    assert meanings["due_soon"] == "Offen, und die Frist läuft in 0 bis 30 Tagen ab."


def test_a_column_says_whether_it_must_be_there_and_what_else_is_read_as_it() -> None:
    assert column("meldungen", "Status").required == "ja"
    assert column("meldungen", "Grund").required == "nein"
    assert column("massnahmen", "Vorgänger").required == "Spalte darf fehlen"
    assert column("meldungen", "Meilenstein").synonyms == ("MS", "Meilenstein-Nr.", "MS-Nr.")
    assert column("meldungen", "Stand").synonyms[-1] == "Berichtsdatum"


def test_a_term_stands_once_and_is_one_sentence() -> None:
    labels = [term.label for term in terms.TERMS]
    assert len(labels) == len(set(labels)) == 34
    sentences = [term.meaning.replace("31.12. ", "") for term in terms.TERMS]
    assert [text for text in sentences if not text.endswith(".") or ". " in text] == []
    assert [t.identifier for t in terms.TERMS if not t.identifier.isidentifier()] == []


def test_each_section_shows_only_its_own_part_and_together_they_show_everything() -> None:
    sections = [contents.entries(contents.of_section(section)) for section in contents.SECTIONS]
    assert [len(part) for part in sections] == [16, 18, sum(len(f.columns) for f in FILES), 34, 11, 15, 10]
    assert sum(sections, ()) == contents.entries(contents.everything())


def test_a_search_finds_an_entry_by_any_of_its_texts_in_any_spelling() -> None:
    shown = contents.found("UEBERFAELLIG")
    assert {term.label for term in shown.terms} == {"überfällig", "Terminlage"}
    assert {page.title for page in shown.pages} == {"Überblick", "Zuständigkeiten"}
    assert "R5" in {rule.code for group in shown.rules for rule in group.rules}
    assert [entry.status.code for entry in contents.found("fertig").statuses] == ["completed"]
    assert [r.code for r in contents.entries(contents.found("Quartal")) if isinstance(r, Rule)] == ["R3"]
    assert [f.file.name for f in contents.found("Haushaltsstelle").files] == ["massnahmen"]


@pytest.mark.parametrize("word", ["", "   ", "!!", "qwertz"])
def test_a_search_for_nothing_that_is_there_finds_nothing(word: str) -> None:
    assert contents.entries(contents.found(word)) == ()


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_template_opens_in_excel_and_is_read_without_a_problem(file: ExchangeFile) -> None:
    data = contents.template(file)
    assert data.startswith(b"\xef\xbb\xbf") and data.endswith(b"\r\n")
    sheet = parse(data, file)
    assert (sheet.errors, sheet.warnings, sheet.rows) == ((), (), ())
    assert list(sheet.headers) == [c.header for c in file.columns if c.header != "Erfasst am"]


def test_templates_filled_in_are_a_county() -> None:
    def filled(file: ExchangeFile, cells: dict[str, str]) -> bytes:
        head = contents.template(file).decode("utf-8-sig").splitlines()[0]
        return f"{head}\r\n{';'.join(cells.get(name, '') for name in head.split(';'))}\r\n".encode()

    sheets = {
        "massnahmen": parse(filled(MASSNAHMEN, {"Nr.": "1.1", "Handlungsfeld": "1", "Maßnahme": "A"}), MASSNAHMEN),
        "meldungen": parse(filled(MELDUNGEN, {"Nr.": "1.1", "Stand": "2020", "Status": "fertig"}), MELDUNGEN),
    }
    found = check_folder(sheets, "Musterkreis", Clock(datetime(2021, 3, 1, tzinfo=UTC)))
    assert found.errors == ()
    assert [row.value.status for row in found.entries] == ["completed"]
