"""The plan and what surrounds it checked: each bad cell is an error, once."""

from dataclasses import replace

import pytest
from small_county import MEASURES, MILESTONES, checked, county, errors, good_measures, rows_of, sent, warnings

from audit_core.agreement import Agreement, Consultation, County, KeyFigure, Measure, Milestone
from audit_core.columns import BESCHLUESSE, MASSNAHMEN, MEILENSTEINE, ZIELVEREINBARUNGEN
from audit_core.upload.check import CheckedFolder


def test_good_plan_has_no_problem_and_keeps_numbers_as_text() -> None:
    found = checked()
    assert (found.errors, found.warnings) == ((), ())
    assert [measure.number for measure in county().measures] == ["1.1", "1.1", "1.10"]
    assert [(measure.field_of_action, measure.responsible) for measure in county().measures] == [
        ("1", "Amt"), ("1", "Amt"), ("2", None),
    ]  # fmt: skip


MEASURE_HEADER = "Nr.;Zielvereinbarung;Handlungsfeld;Maßnahme;Frist;Daueraufgabe;Gewicht;Vorgänger"


@pytest.mark.parametrize(
    ("row", "column", "message"),
    [
        ("3.1;ZV9;1;Titel;;;;", "Zielvereinbarung", "‚ZV9‘ ist keine Zielvereinbarung."),
        ("3.1;ZV2;7;Titel;;;;", "Handlungsfeld", "‚7‘ ist kein Handlungsfeld. Bekannt sind: 1, 2."),
        ("3.1;ZV2;;Titel;;;;", "Handlungsfeld", "Die Zelle ist leer."),
        ("3.1;ZV2;1;;;;;", "Maßnahme", "Die Zelle ist leer."),
        ("3.1;ZV2;1;Titel;30.02.2020;;;", "Frist", "der Februar 2020 hat 29 Tage"),
        ("3.1;ZV2;1;Titel;;vielleicht;;", "Daueraufgabe", "‚vielleicht‘ ist weder ja noch nein."),
        ("3.1;ZV2;1;Titel;;;0;", "Gewicht", "muss über 0 liegen"),
        ("3.1;ZV2;1;Titel;;;-1;", "Gewicht", "muss über 0 liegen"),
        ("3.1;ZV2;1;Titel;;;0,0009;", "Gewicht", "‚0,0009‘ ist kein Gewicht. Möglich ist 0,001 bis 1.000.000."),
        ("3.1;ZV2;1;Titel;;;1.000.001;", "Gewicht", "Möglich ist 0,001 bis 1.000.000."),
        ("3.1;ZV2;1;Titel;;;0," + "0" * 400 + "1;", "Gewicht", "hat mehr als 28 Ziffern"),
        ("01.01.2001;ZV2;1;Titel;;;;", "Nr.", "eine Nr. in ein Datum verwandelt; bitte die Spalte als Text"),
        ("3,1;ZV2;1;Titel;;;;", "Nr.", "eine Nr. in eine Zahl verwandelt; bitte die Spalte als Text"),
        ("3.1;ZV2;1;Titel;;;schwer;", "Gewicht", "‚schwer‘ ist keine Zahl."),
        ("3.1;ZV2;1;Titel;;;;ZV1/9", "Vorgänger", "‚9‘ ist keine Nr. im Plan."),
        ("3.1;ZV2;1;Titel;;;;ZV9/1", "Vorgänger", "‚ZV9‘ ist keine Zielvereinbarung."),
        ("3.1;ZV2;1;Titel;;;;3.1", "Vorgänger", "in keiner früheren Zielvereinbarung eine Nr."),
        ("3.1;ZV2;1;Titel;;;;ZV2/3.1", "Vorgänger", "nicht ihr eigener Vorgänger"),
        ("1.1;ZV1;1;Titel;;;;", "Nr.", "Das steht schon in Zeile 2."),
    ],
)
def test_bad_cell_of_a_measure_is_an_error(row: str, column: str, message: str) -> None:
    found = checked(massnahmen=f"{MEASURE_HEADER}\n1.1;ZV1;1;Audit;;;;\n1.10;ZV2;1;Schulnetz;;;;\n{row}\n")
    (problem,) = found.errors
    assert (problem.line, problem.column) == (4, column)
    assert message in problem.message


def predecessors(*rows: str) -> CheckedFolder:
    agreements = "Kürzel;Beginn\nZV1;2015\nZV2;2020\nZV3;2023\n"
    return checked(
        zielvereinbarungen=agreements, meilensteine="Nr.;Meilenstein;Bezeichnung\n",
        massnahmen="\n".join(("Nr.;Zielvereinbarung;Handlungsfeld;Maßnahme;Vorgänger", *rows)),
    )  # fmt: skip


def test_vorgaenger_by_nr_alone_is_the_one_of_an_earlier_agreement() -> None:
    found = predecessors("1;ZV1;1;a;", "1;ZV2;1;b;1", "1;ZV3;1;c;ZV2/1")
    assert found.errors == ()
    linked = {row.agreement: row.predecessor for row in rows_of(found.plan, Measure)}
    assert linked == {"ZV1": None, "ZV2": ("ZV1", "1"), "ZV3": ("ZV2", "1")}


def test_vorgaenger_in_several_earlier_agreements_is_an_error_that_names_them() -> None:
    found = predecessors("1;ZV1;1;a;", "1;ZV2;1;b;", "1;ZV3;1;c;1")
    assert errors(found) == [
        "Zeile 4, Spalte Vorgänger: ‚1‘ steht in mehreren: ZV1, ZV2. Bitte als Kürzel/Nr. angeben."
    ]


def test_circle_of_vorgaenger_is_an_error_of_each_of_its_rows() -> None:
    found = predecessors("1;ZV1;1;a;ZV3/1", "1;ZV2;1;b;ZV1/1", "1;ZV3;1;c;ZV2/1", "2;ZV3;1;d;ZV2/1")
    assert [(problem.line, problem.column) for problem in found.errors] == [
        (2, "Vorgänger"), (3, "Vorgänger"), (4, "Vorgänger"),
    ]  # fmt: skip
    assert found.errors[0].message == "Die Vorgänger bilden einen Kreis: ZV1/1 → ZV3/1 → ZV2/1 → ZV1/1."


def test_rows_of_one_key_with_different_erfasst_am_are_versions_in_order() -> None:
    header = "Nr.;Zielvereinbarung;Handlungsfeld;Maßnahme;Erfasst am"
    rows = ("1;ZV1;1;neu;2020-05-01", "1;ZV1;1;alt;", "1;ZV1;1;mittel;2019-05-01")
    found = checked(massnahmen="\n".join((header, *rows)), meilensteine="Nr.;Meilenstein;Bezeichnung\n1;1;x\n")
    assert found.errors == ()
    assert [row.title for row in rows_of(found.plan, Measure)] == ["alt", "mittel", "neu"]


def test_ende_before_beginn_is_an_error() -> None:
    assert errors(checked(zielvereinbarungen="Kürzel;Beginn;Ende\nZV1;2015;2014\nZV2;2020;2020\n")) == [
        "Zeile 2, Spalte Ende: Das Ende ‚2014‘ liegt vor dem Beginn ‚2015‘."
    ]


def test_bad_cell_of_a_measure_is_not_reported_again_by_what_refers_to_it() -> None:
    found = checked(
        massnahmen=MEASURES.replace("1.10;ZV2;Bildung und Erziehung", "1.10;ZV2;Sport"),
        meldungen="Nr.;Stand;Status\n1.10;2020;umgesetzt\n",
    )
    assert [problem.column for problem in found.errors] == ["Handlungsfeld"]


def test_milestone_twice_is_an_error_also_when_one_row_names_the_agreement() -> None:
    found = checked(meilensteine=MILESTONES + "ZV2;1.10;1;noch einmal;\n")
    assert errors(found) == [
        "Zeile 4, Spalte Meilenstein: Das steht schon in Zeile 2. Bitte nur eine der Zeilen behalten."
    ]


def test_beschluss_may_concern_several_measures() -> None:
    rows = ("Bus;Kreistag;10.06.2020;29;0;1.10 | ZV1/1.1", "Bus;Ausschuss;2020;;;1.10, ZV2/1.1")
    found = checked(beschluesse="\n".join(("Betreff;Gremium;Datum;Ja;Nein;Nr.", *rows)))
    assert found.errors == ()
    assert [(row.yes, row.measures) for row in rows_of(found.plan, Consultation)] == [
        (29, (("ZV2", "1.10"), ("ZV1", "1.1"))), (None, (("ZV2", "1.10"), ("ZV2", "1.1"))),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("file", "text", "column", "message"),
    [
        ("beschluesse", "Betreff;Gremium;Datum;Ja\nx;y;2020;2,5\n", "Ja", "‚2,5‘ ist keine ganze Zahl."),
        ("beschluesse", "Betreff;Gremium;Datum;Ja\nx;y;2020;1000001\n", "Ja", "nicht zwischen 0 und 1.000.000"),
        ("beschluesse", f"Betreff;Gremium;Datum;Ja\nx;y;2020;{'9' * 20}\n", "Ja", "nicht zwischen 0 und 1.000.000"),
        ("beschluesse", f"Betreff;Gremium;Datum;Ja\nx;y;2020;{'9' * 5000}\n", "Ja", "9…‘ ist keine ganze Zahl."),
        ("kennzahlen", f"Kennzahl;Datum;Wert\nx;2020;{'1' * 29}\n", "Wert", "hat mehr als 28 Ziffern"),
        ("beschluesse", "Betreff;Gremium;Datum;Nein\nx;y;2020;viele\n", "Nein", "‚viele‘ ist keine ganze Zahl."),
        ("beschluesse", "Betreff;Gremium;Datum;Nr.\nx;y;2020;1.10, 9.9\n", "Nr.", "‚9.9‘ ist keine Nr. im Plan."),
        ("beschluesse", "Betreff;Gremium;Datum\nx;y;bald\n", "Datum", "‚bald‘ ist kein Datum."),
        ("ereignisse", "Datum;Art;Ereignis\n31.04.2020;a;b\n", "Datum", "der April 2020 hat 30 Tage"),
        ("ereignisse", "Datum;Art;Ereignis\n2020;a;\n", "Ereignis", "Die Zelle ist leer."),
        ("kennzahlen", "Kennzahl;Datum;Wert\nx;2020;viel\n", "Wert", "‚viel‘ ist keine Zahl."),
        (
            "kennzahlen",
            "Kennzahl;Datum;Wert;Handlungsfeld\nx;2020;1;9\n",
            "Handlungsfeld",
            "‚9‘ ist kein Handlungsfeld.",
        ),
        ("landkreis", "Name;Erfunden\nMuster;manchmal\n", "Erfunden", "weder ja noch nein"),
        ("landkreis", "Name;Erfunden\n;ja\n", "Name", "Die Zelle ist leer."),
    ],
)
def test_bad_cell_around_the_plan_is_an_error(file: str, text: str, column: str, message: str) -> None:
    (problem,) = checked(**{file: text}).errors
    assert (problem.line, problem.column) == (2, column)
    assert message in problem.message


def test_second_landkreis_is_an_error() -> None:
    assert errors(checked(landkreis="Name\nMuster\nZweitkreis\n")) == [
        "Zeile 3, Spalte Name: Der Landkreis steht schon in Zeile 2. Bitte nur eine der Zeilen behalten."
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [("3,1", "3.1"), ("1.234", "1234"), ("11,4", "11.4"), ("77148", "77148"), ("1.234.567,5", "1234567.5"),
     ("1" * 28, "1" * 28), ("-2", "-2"), ("1 000", "1000"), ("7.5", "7.5"), ("0.125", "0.125")],
)  # fmt: skip
def test_wert_is_read_as_german_offices_write_numbers(text: str, value: str) -> None:
    found = checked(kennzahlen=f"Kennzahl;Datum;Wert\nx;2020;{text}\n")
    assert [str(row.value) for row in rows_of(found.plan, KeyFigure)] == [value]


def test_agreement_of_one_day_and_a_frist_on_the_day_of_beginn_are_no_problem() -> None:
    found = checked(
        zielvereinbarungen="Kürzel;Beginn;Ende\nZV1;01.06.2015;01.06.2015\nZV2;2020;2022\n",
        massnahmen=MEASURES.replace("Daueraufgabe\n", "Daueraufgabe;Beginn;Frist\n").replace(
            "Audit;Amt;nein\n", "Audit;Amt;nein;01.07.2015;01.07.2015\n"
        ),
    )
    assert (found.errors, found.warnings) == ((), ())


def test_frist_before_beginn_is_a_warning() -> None:
    found = checked(
        massnahmen=MEASURES.replace("Daueraufgabe\n", "Daueraufgabe;Beginn;Frist\n").replace(
            "Audit;Amt;nein\n", "Audit;Amt;nein;01.07.2015;30.06.2015\n"
        )
    )
    assert [problem.sentence() for problem in found.warnings] == [
        "Zeile 2, Spalte Frist: Die Frist ‚30.06.2015‘ liegt vor dem Beginn ‚01.07.2015‘."
    ]


@pytest.mark.parametrize(
    ("number", "key"),
    [("1.10", ("ZV2", "1.10")), ("1.10.", ("ZV2", "1.10")), ("1,10", ("ZV2", "1.10")), ("7.7", (None, "7.7"))],
)
def test_uploaded_measure_without_zielvereinbarung_is_the_only_one_with_its_nr(
    number: str, key: tuple[str | None, str]
) -> None:
    found = sent("Nr.;Handlungsfeld;Maßnahme", f"{number};1;Titel", file=MASSNAHMEN)
    assert (found.errors, list(good_measures(found))) == ((), [key])


def test_uploaded_measure_without_zielvereinbarung_whose_nr_stands_in_several_is_an_error() -> None:
    assert errors(sent("Nr.;Zielvereinbarung;Handlungsfeld;Maßnahme", "1.1;;1;Titel", file=MASSNAHMEN)) == [
        "Zeile 2, Spalte Nr.: ‚1.1‘ steht in mehreren Zielvereinbarungen: ZV1, ZV2. "
        "Bitte die Zielvereinbarung angeben."
    ]


def test_uploaded_measure_without_zielvereinbarung_is_the_stored_one_without_before_all() -> None:
    known = replace(county(), measures=(*county().measures, Measure(None, "1.1", "1", "ohne")))
    rows = ("Nr.;Zielvereinbarung;Handlungsfeld;Maßnahme", "1.1;;1;a", "1.10;ohne Zielvereinbarung;1;b")
    assert list(good_measures(sent(*rows, file=MASSNAHMEN, known=known))) == [(None, "1.1"), (None, "1.10")]


def test_first_start_takes_a_measure_without_zielvereinbarung_as_one_without() -> None:
    found = checked(massnahmen=MEASURES + "1.10;;1;ohne;;nein\n", meilensteine="Nr.;Meilenstein;Bezeichnung\n")
    assert [row.key.measure for row in rows_of(found.plan, Measure)][-1] == (None, "1.10")


def test_nr_of_a_plan_row_that_became_a_number_is_the_only_known_one_it_can_mean() -> None:
    found = sent("Nr.;Zielvereinbarung;Handlungsfeld;Maßnahme", "1,1;ZV1;1;a", "1,1;ZV2;1;b", file=MASSNAHMEN)
    assert list(good_measures(found)) == [("ZV1", "1.1")]
    assert warnings(found) == ["Zeile 2, Spalte Nr.: ‚1,1‘ wird als Nr. 1.1 gelesen."]
    assert errors(found) == ["Zeile 3, Spalte Nr.: ‚1,1‘ kann 1.1 oder 1.10 heißen. "
                             "Bitte die Spalte als Text formatieren."]  # fmt: skip


def test_nr_of_a_milestone_that_became_a_date_is_an_error() -> None:
    (problem,) = sent("Nr.;Meilenstein;Bezeichnung", "1.10;01.02.2021;x", file=MEILENSTEINE).errors
    assert (problem.line, problem.column) == (2, "Meilenstein")
    assert "eine Nr. in ein Datum verwandelt" in problem.message


@pytest.mark.parametrize("written", ["ZV 2", "zv2", "ZV-2", "ZV2."])
def test_kuerzel_in_another_spelling_is_the_stored_agreement(written: str) -> None:
    found = sent("Kürzel;Beginn", f"{written};2020", "ZV2+;2023", file=ZIELVEREINBARUNGEN)
    assert [row.code for row in rows_of(found.rows, Agreement)] == ["ZV2", "ZV2+"]


@pytest.mark.parametrize(
    ("code", "meant"),
    [("ALL", "alle Zielvereinbarungen"), ("Ohne  Zielvereinbarung", "Maßnahmen ohne Zielvereinbarung")],
)
def test_kuerzel_with_a_meaning_of_its_own_is_refused(code: str, meant: str) -> None:
    (problem,) = sent("Kürzel;Beginn", f"{code};2020", file=ZIELVEREINBARUNGEN).errors
    assert problem.message.endswith(f"‘ steht für {meant}. Bitte ein anderes Kürzel wählen.")


def test_milestone_with_its_word_is_the_stored_one_and_twice_in_a_file_an_error() -> None:
    found = sent("Nr.;Meilenstein;Bezeichnung", "1.10.;MS 1;neu", "1.10;3;drei", "1.10;Meilenstein 3;noch einmal",
                 file=MEILENSTEINE)  # fmt: skip
    assert [row.key for row in rows_of(found.rows, Milestone)] == [("ZV2", "1.10", "1"), ("ZV2", "1.10", "3")]
    assert errors(found) == [
        "Zeile 4, Spalte Meilenstein: Das steht schon in Zeile 3. Bitte nur eine der Zeilen behalten."
    ]


def test_milestones_into_a_county_without_measures_are_one_error() -> None:
    found = sent("Nr.;Meilenstein;Bezeichnung", "1.1;1;a", "1.1;2;b", file=MEILENSTEINE, known=County("Musterkreis"))
    assert [(problem.line, problem.message[:34]) for problem in found.errors] == [
        (0, "Es ist noch keine Maßnahme erfasst")
    ]


@pytest.mark.parametrize(
    ("numbers", "found", "problems"),
    [
        (("1.2",), ["1.2"], 0),
        (("1", "2"), ["1", "2"], 0),
        (("1", "2", "1.2"), [], 1),
        (("1.2", "1.20"), [], 1),
        (("1,2",), ["1,2"], 0),
    ],
)
def test_nr_of_a_beschluss_that_became_a_number_is_one_measure(
    numbers: tuple[str, ...], found: list[str], problems: int
) -> None:
    known = County("Musterkreis", measures=tuple(Measure(None, number, "1", "Titel") for number in numbers))
    checked_rows = sent("Betreff;Gremium;Datum;Nr.", 'x;y;2020;"1,2"', file=BESCHLUESSE, known=known)
    named = [number for row in rows_of(checked_rows.rows, Consultation) for _, number in row.measures]
    assert (named, len(checked_rows.errors)) == (found, problems)
