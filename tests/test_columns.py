"""The exchange files as declared (DESIGN §4)."""

import dataclasses

import pytest

from audit_core import columns
from audit_core.agreement import Agreement, Consultation, Event, FieldOfAction, KeyFigure, Measure, Milestone
from audit_core.columns import FILES, MASSNAHMEN, MELDUNGEN, SHOWN_COLUMNS, ExchangeFile, file_of_name


def meant(file: ExchangeFile, *headers: str) -> list[str | None]:
    """The columns that a header means."""
    return [column and column.header for column in file.columns_of(headers)]


@pytest.mark.parametrize(
    ("header", "means"),
    [
        ("Maßnahme-Nr.", "Nr."), ("massnahme nr", "Nr."), ("NR", "Nr."), ("MS", "Meilenstein"), ("Stand vom", "Stand"),
        ("Fortschritt in %", "Fortschritt"), ("STATUS", "Status"), (" neue  frist ", "Neue Frist"),
        ("Begruendung", "Grund"), ("Gemeldet-von", "Gemeldet von"), ("ZV", "Zielvereinbarung"),
    ],
)  # fmt: skip
def test_header_is_known_without_case_spaces_points_and_umlaut_spelling(header: str, means: str) -> None:
    assert meant(MELDUNGEN, header) == [means]


def test_massnahme_stands_in_for_nr_in_meldungen_but_is_the_title_in_massnahmen() -> None:
    assert meant(MELDUNGEN, "Massnahme") == ["Nr."]
    assert meant(MASSNAHMEN, "Massnahme") == ["Maßnahme"]


def test_a_header_stands_in_only_for_a_column_that_no_other_names() -> None:
    assert meant(MELDUNGEN, "Datum", "Stand", "Stichtag") == [None, "Stand", None]
    assert meant(MELDUNGEN, "Datum", "Stichtag", "Stand (Datum) ") == [None, None, "Stand"]
    assert meant(MELDUNGEN, "Stichtag", "Datum") == ["Stand", None]


def test_only_the_six_headers_of_a_prefilled_list_are_shown_only() -> None:
    assert [header for header in SHOWN_COLUMNS if not MELDUNGEN.is_shown_only(header)] == []
    assert len(SHOWN_COLUMNS) == 6 and MELDUNGEN.is_shown_only("BISHER status")
    own = ["Bisher erreicht", "Bisherige Hindernisse", "bisher", "bisher Status und Stand", "Status", ""]
    assert [header for header in own if MELDUNGEN.is_shown_only(header)] == []
    assert not MASSNAHMEN.is_shown_only("bisher Status")


@pytest.mark.parametrize("header", ["", "  ", "Haushaltsjahr", "Wetter", "Nr." * 40])
def test_header_that_nobody_declared_is_unknown(header: str) -> None:
    assert meant(MELDUNGEN, header) == [None]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_file_has_quelle_and_an_optional_erfasst_am(file: ExchangeFile) -> None:
    assert file.column("source").header == "Quelle"
    assert file.column("recorded_at").header == "Erfasst am"
    assert file.column("recorded_at").extra and not file.column("recorded_at").required


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_header_of_a_file_means_its_own_column_and_no_other(file: ExchangeFile) -> None:
    for column in file.columns:
        for name in (column.header, *column.synonyms):
            assert meant(file, name) == [column.header], name


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_column_explains_itself_in_a_sentence(file: ExchangeFile) -> None:
    assert [column.header for column in file.columns if not column.help.endswith(".")] == []


@pytest.mark.parametrize(
    ("file", "row_type"),
    [
        (columns.HANDLUNGSFELDER, FieldOfAction), (columns.ZIELVEREINBARUNGEN, Agreement),
        (columns.MASSNAHMEN, Measure), (columns.MEILENSTEINE, Milestone),
        (columns.BESCHLUESSE, Consultation), (columns.EREIGNISSE, Event),
        (columns.KENNZAHLEN, KeyFigure),
    ],
)  # fmt: skip
def test_every_attribute_of_a_row_has_a_column(file: ExchangeFile, row_type: type) -> None:
    declared = {column.attribute for column in file.columns}
    fields = {field.name for field in dataclasses.fields(row_type) if field.init}
    assert fields - declared == {"revoked_at"}  # no file takes back what another brought


def test_required_columns_are_those_of_the_contract() -> None:
    assert {file.name: [column.header for column in file.columns if column.required] for file in FILES} == {
        "landkreis": ["Name"],
        "handlungsfelder": ["Nr.", "Handlungsfeld"],
        "zielvereinbarungen": ["Kürzel", "Beginn"],
        "massnahmen": ["Nr.", "Handlungsfeld", "Maßnahme"],
        "meilensteine": ["Nr.", "Meilenstein", "Bezeichnung"],
        "meldungen": ["Nr.", "Stand", "Status"],
        "beschluesse": ["Betreff", "Gremium", "Datum"],
        "ereignisse": ["Art", "Ereignis"],
        "kennzahlen": ["Kennzahl", "Datum", "Wert"],
    }


@pytest.mark.parametrize(
    ("stem", "name"), [("Maßnahmen", "massnahmen"), ("BESCHLÜSSE", "beschluesse"), ("notizen", "")]
)
def test_file_is_known_by_its_name(stem: str, name: str) -> None:
    file = file_of_name(stem)
    assert (file.name if file else "") == name
