"""Which kind of exchange file a list is, by its header and by its name."""

import pytest

from audit_core.columns import FILES, MASSNAHMEN, MELDUNGEN
from audit_core.upload.parse import recognise


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_kind_is_known_by_all_its_headers_and_by_the_required_ones(file) -> None:  # type: ignore[no-untyped-def]
    for columns in (file.columns, [column for column in file.columns if column.required]):
        header = ";".join(column.header for column in columns)
        sheet = recognise(f"{header}\n{';'.join('x' for _ in columns)}\n".encode(), "liste.csv")
        assert (sheet.file.name, sheet.errors, sheet.recognised) == (file.name, (), True)


@pytest.mark.parametrize(
    ("header", "name", "kind"),
    [
        ("Nr.;Stand;Status", "", "meldungen"),
        ("Nr.;Maßnahme;Stand;Status;Fortschritt in %;Bemerkung", "", "meldungen"),
        ("Nr.;Maßnahme oder Meilenstein;Stand;Status;bisher Status;bisher Frist;Frist", "", "meldungen"),
        ("Nr.;Maßnahme;Handlungsfeld;Frist", "", "massnahmen"),
        ("Nr.;Meilenstein;Bezeichnung;Frist", "", "meilensteine"),
        ("Nr.;Handlungsfeld", "", "handlungsfelder"),
        ("Nr.;Bezeichnung", "", "handlungsfelder"),
        ("Nr.;Maßnahme;Handlungsfeld;Stand;Status", "massnahmen_jugendamt_2021.xlsx", "massnahmen"),
        ("Nr.;Maßnahme;Stand;Status;Fortschritt", "Maßnahmen 2021.csv", "meldungen"),
        ("Nr.;Stand;Sachstand", "meldungen_jugendamt_2021.csv", "meldungen"),
        ("Nr.;Stand;Fortschritt;Name", "", "meldungen"),
        ("Kennzahl;Datum;Wert;Nr.", "", "kennzahlen"),
    ],
)
def test_the_kind_follows_from_the_header_and_the_name_decides_where_it_can(header: str, name: str, kind: str) -> None:
    row = ";".join("x" for _ in header.split(";"))
    assert recognise(f"{header}\n{row}\n".encode(), name).file.name == kind


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Vorname;Name;Straße;Ort\na;b;c;d\n", "liste.csv", MELDUNGEN),
        ("Guten Tag,\nanbei die Liste.\n", "massnahmen_2021.csv", MASSNAHMEN),
        ("a", "", MELDUNGEN),
    ],
)
def test_what_is_no_exchange_file_is_one_sentence(text: str, name: str, expected) -> None:  # type: ignore[no-untyped-def]
    sheet = recognise(text.encode(), name)
    (problem,) = sheet.errors
    required = ", ".join(column.header for column in expected.columns if column.required)
    assert problem.message == (
        f"Keine Kopfzeile für {expected.title} gefunden. Erwartet werden mindestens die Spalten {required}."
    )
    assert (sheet.file, sheet.recognised, sheet.rows) == (expected, False, ())


def test_a_header_alone_is_recognised_and_has_no_rows() -> None:
    sheet = recognise(b"Nr.;Stand;Status;;\n", "meldungen.csv")
    assert (sheet.recognised, sheet.header_line, sheet.rows, sheet.errors) == (True, 1, (), ())


def test_list_of_names_and_telephones_is_no_landkreis() -> None:
    sheet = recognise(b"Name;Telefon\na;1\n", "fremd.csv")
    assert (sheet.recognised, len(sheet.errors)) == (False, 1)
    assert recognise(b"Name;Telefon\na;1\n", "landkreis.csv").recognised
