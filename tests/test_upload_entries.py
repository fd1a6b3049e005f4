"""Meldungen checked: every problem of every row, and what good ones mean."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from small_county import MEASURES, MILESTONES, NOW, checked, county, errors, reported, sent, warnings

from audit_core.agreement import County, ItemKey, Measure
from audit_core.columns import MELDUNGEN
from audit_core.upload.check import Clock, check_entries
from audit_core.upload.parse import parse


@pytest.mark.parametrize(
    ("row", "column", "message"),
    [
        (";9.9;;2020;offen;;;", "Nr.", "‚9.9‘ ist keine Nr. im Plan."),
        (";01.01.2001;;2020;offen;;;", "Nr.", "in ein Datum verwandelt"),
        (";1.1;;2020;offen;;;", "Nr.", "‚1.1‘ steht in mehreren Zielvereinbarungen: ZV1, ZV2."),
        ("ZV1;1.10;;2020;offen;;;", "Nr.", "‚1.10‘ steht nicht in ZV1, sondern in: ZV2."),
        ("ZV9;1.10;;2020;offen;;;", "Zielvereinbarung", "‚ZV9‘ ist keine Zielvereinbarung. Bekannt sind: ZV1, ZV2."),
        (";;;2020;offen;;;", "Nr.", "Die Zelle ist leer."),
        (";1.10;44;2020;offen;;;", "Meilenstein", "hat keinen Meilenstein ‚44‘. Vorhanden sind: 1, 2."),
        ("ZV1;1.1;1;2020;offen;;;", "Meilenstein", "sie hat keine Meilensteine"),
        (";1.10;;31.02.2021;offen;;;", "Stand", "der Februar 2021 hat 28 Tage"),
        (";1.10;;02.03.2021;offen;;;", "Stand", "‚02.03.2021‘ liegt in der Zukunft."),
        (";1.10;;2022;offen;;;", "Stand", "liegt in der Zukunft"),
        (";1.10;;;offen;;;", "Stand", "Die Zelle ist leer."),
        (";1.10;;2020;;;;", "Status", "Die Zelle ist leer."),
        (";1.10;;2020;fertisch;;;", "Status", "‚fertisch‘ ist kein Status. Meinten Sie ‚fertig‘ (umgesetzt)?"),
        (";1.10;;2020;umgesezt;;;", "Status", "‚umgesezt‘ ist kein Status. Meinten Sie ‚umgesetzt‘?"),
        (";1.10;;2020;xyz;;;", "Status", "Möglich sind: nicht begonnen, in Vorbereitung"),
        (";1.10;;2020;offen;175;;", "Fortschritt", "‚175‘ liegt nicht zwischen 0 und 100."),
        (";1.10;;2020;offen;-1;;", "Fortschritt", "‚-1‘ liegt nicht zwischen 0 und 100."),
        (";1.10;;2020;offen;zwölf;;", "Fortschritt", "‚zwölf‘ ist keine Zahl."),
        (";1.10;;2020;offen;;32.13.2021;", "Neue Frist", "ein Jahr hat 12 Monate"),
    ],
)
def test_bad_cell_of_a_meldung_is_an_error_that_says_where_and_what(row: str, column: str, message: str) -> None:
    found = reported(row)
    (problem,) = found.errors
    assert (problem.line, problem.column) == (2, column)
    assert message in problem.message
    assert found.entries == ()


def test_sentence_of_a_misspelt_status_is_the_one_of_the_contract() -> None:
    rows = [";1.10;;2020;umgesetzt;;;"] * 5
    assert errors(reported(*rows, ";1.10;;2020;fertisch;;;")) == [
        "Zeile 7, Spalte Status: ‚fertisch‘ ist kein Status. Meinten Sie ‚fertig‘ (umgesetzt)?"
    ]


def test_every_problem_of_every_row_is_found_and_good_rows_stay() -> None:
    found = reported(";9.9;;31.02.2021;fertisch;175;x;", ";1.10;;2020;umgesetzt;;;", "ZV9;1.1;;;;;;")
    assert [(problem.line, problem.column) for problem in found.errors] == [
        (2, "Nr."), (2, "Stand"), (2, "Status"), (2, "Fortschritt"), (2, "Neue Frist"),
    ]  # fmt: skip
    assert [row.line for row in found.entries] == [3]
    assert found.blank_lines == (4,)


@pytest.mark.parametrize(
    ("text", "stated_on"),
    [
        ("28.02.2021", date(2021, 2, 28)), ("01.03.2021", date(2021, 3, 1)), ("2020", date(2020, 12, 31)),
        ("2021", date(2021, 3, 1)), ("03.2021", date(2021, 3, 1)), ("Anfang 2021", date(2021, 3, 1)),
    ],
)  # fmt: skip
def test_stand_whose_period_holds_the_day_of_recording_means_that_day(text: str, stated_on: date) -> None:
    (entry,) = reported(f";1.10;;{text};umgesetzt;;;").entries
    assert (entry.value.stated_on, entry.value.stated.text) == (stated_on, text)


def test_today_is_the_day_in_berlin() -> None:
    sheet = parse(b"Nr.;Stand;Status\n1.10;02.03.2021;umgesetzt\n", MELDUNGEN)
    late_evening = datetime(2021, 3, 1, 23, 30, tzinfo=UTC)
    assert check_entries(sheet, county(), Clock(late_evening)).errors == ()


@pytest.mark.parametrize(
    ("text", "progress", "warning"),
    [
        ("75", "75", []), ("75 %", "75", []), ("67,5", "67.5", []), ("0", "0", []), ("100", "100", []),
        ("1 %", "1", []),
        ("0,75", "75", ["Zeile 2, Spalte Fortschritt: ‚0,75‘ wird als 75 % gelesen."]),
        ("0,5 %", "0.5", []),
    ],
)  # fmt: skip
def test_progress_is_read_in_percent(text: str, progress: str, warning: list[str]) -> None:
    found = reported(f";1.10;;2020;umgesetzt;{text};;")
    assert [entry.value.progress for entry in found.entries] == [Decimal(progress)]
    assert warnings(found) == warning


@pytest.mark.parametrize(
    ("word", "status", "warning"),
    [
        ("in Umsetzung", "in_progress", []), ("IN UMSETZUNG", "in_progress", []),
        ("erledigt", "completed", ["Zeile 2, Spalte Status: ‚erledigt‘ wird als ‚umgesetzt‘ gelesen."]),
        ("Geplant", "preparing", ["Zeile 2, Spalte Status: ‚Geplant‘ wird als ‚in Vorbereitung‘ gelesen."]),
    ],
)  # fmt: skip
def test_synonym_of_a_status_is_read_and_said(word: str, status: str, warning: list[str]) -> None:
    found = reported(f";1.10;;2020;{word};;;")
    assert [entry.value.status for entry in found.entries] == [status]
    assert warnings(found) == warning


@pytest.mark.parametrize(
    ("agreement", "number", "milestone", "status"),
    [("ZV2", "1.10", "", "ongoing"), ("ZV2", "1.10", "1", "in_progress"), ("ZV2", "1.1", "", "in_progress")],
)
def test_laufend_is_a_daueraufgabe_only_of_a_permanent_measure_itself(
    agreement: str, number: str, milestone: str, status: str
) -> None:
    (entry,) = reported(f"{agreement};{number};{milestone};2020;laufend;;;").entries
    assert entry.value.status == status


@pytest.mark.parametrize(
    ("row", "sentences"),
    [
        (";1.10;;2020;entfallen;;;", ["Zeile 2, Spalte Grund: Zum Status ‚entfallen‘ fehlt der Grund."]),
        (";1.10;;2020;umgesetzt;;2022;", ["Zeile 2, Spalte Grund: Zur neuen Frist fehlt der Grund."]),
        (";1.10;;2020;entfallen;;2022;Corona", []),
    ],
)
def test_missing_grund_is_a_warning(row: str, sentences: list[str]) -> None:
    found = reported(row)
    assert (warnings(found), len(found.entries)) == (sentences, 1)


def test_two_rows_with_one_key_are_a_warning_and_the_later_one_comes_later() -> None:
    found = reported(
        ";1.10;;2020;umgesetzt;;;", ";1.10;1;2020;umgesetzt;;;", ";1.10;;31.12.2020;teilweise umgesetzt;;;"
    )
    assert warnings(found) == [
        "Zeile 4, Spalte Stand: Zu 1.10 steht derselbe Stand schon in Zeile 2. "
        "Von ihnen gilt die letzte Zeile: 4."
    ]
    assert [entry.value.status for entry in found.entries] == ["completed", "completed", "partly"]


def test_meilenstein_may_be_written_with_its_word() -> None:
    (entry,) = reported("zv2;1.10.;MS 2;2020;umgesetzt;;;").entries
    assert entry.value.item == ItemKey("ZV2", "1.10", "2")


def test_upload_sets_erfasst_am_and_init_reads_it() -> None:
    rows = ("1.10;2019;umgesetzt;31.12.2020 14:05", "1.10;2018;umgesetzt;01.02.2019", "1.10;2017;offen;")
    sheet = parse("\n".join(("Nr.;Stand;Status;Erfasst am", *rows)).encode(), MELDUNGEN)
    uploaded = check_entries(sheet, county(), Clock(NOW)).entries
    assert [row.value.recorded_at for row in uploaded] == [NOW, NOW, NOW]
    loaded = check_entries(sheet, county(), Clock(NOW, reads_recorded_at=True)).entries
    assert [(row.line, row.value.recorded_at.isoformat()) for row in loaded] == [
        (3, "2019-02-01T00:00:00+01:00"), (2, "2020-12-31T14:05:00+01:00"), (4, "2021-03-01T12:00:00+00:00"),
    ]  # fmt: skip


def test_correction_with_another_erfasst_am_is_no_double() -> None:
    text = "Nr.;Stand;Status;Erfasst am\n1.10;2019;umgesetzt;2020-01-05T10:00:00+01:00\n1.10;2019;offen;2020-02-05\n"
    found = checked(meldungen=text)
    assert [problem.column for problem in found.warnings] == ["Status"]
    assert len(found.entries) == 2


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2020", "‚2020‘ ist kein Tag."),
        ("31.12.2020 25:00", "keine gültige Uhrzeit"),
        ("gestern", "‚gestern‘ ist kein Datum."),
    ],
)
def test_erfasst_am_that_is_no_moment_is_an_error(text: str, message: str) -> None:
    (problem,) = checked(meldungen=f"Nr.;Stand;Status;Erfasst am\n1.10;2019;umgesetzt;{text}\n").errors
    assert (problem.line, problem.column) == (2, "Erfasst am")
    assert message in problem.message


def test_erfasst_am_in_the_future_is_a_warning() -> None:
    found = checked(meldungen="Nr.;Stand;Status;Erfasst am\n1.10;2019;umgesetzt;02.03.2021\n")
    assert warnings(found) == ["Zeile 2, Spalte Erfasst am: ‚02.03.2021‘ liegt in der Zukunft."]
    assert (found.errors, len(found.entries)) == ((), 1)


def test_measure_without_agreement_is_named_by_ohne_zielvereinbarung() -> None:
    plan = MEASURES + "1.10;;1;ohne;;nein\n"
    header, row = "Zielvereinbarung;Nr.;Stand;Status", "1.10;2020;umgesetzt"
    found = checked(
        massnahmen=plan,
        meilensteine=MILESTONES.replace(";1.10;1", "ZV2;1.10;1", 1),
        meldungen=f"{header}\nohne Zielvereinbarung;{row}\n;{row}\n",
    )
    assert [entry.value.item for entry in found.entries] == [ItemKey(None, "1.10")]
    assert errors(found) == [
        "Zeile 3, Spalte Nr.: ‚1.10‘ steht in mehreren Zielvereinbarungen: ZV2, ohne Zielvereinbarung. "
        "Bitte die Zielvereinbarung angeben."
    ]


@pytest.mark.parametrize(
    ("numbers", "found"), [(("1.1",), "1.1"), (("1.10", "1.2"), "1.10"), (("2.1",), ""), (("1.1", "1.10"), "")]
)
def test_nr_that_a_spreadsheet_turned_into_a_number_is_read_where_it_can_mean_only_one(
    numbers: tuple[str, ...], found: str
) -> None:
    known = County("Musterkreis", measures=tuple(Measure(None, number, "1", "Titel") for number in numbers))
    checked = check_entries(parse(b"Nr.;Stand;Status\n1,1;2020;offen\n", MELDUNGEN), known, Clock(NOW))
    assert [row.value.item.number for row in checked.entries] == [found][: bool(found)]
    assert len(checked.errors) == (not found)


def test_meldungen_into_a_county_without_a_plan_are_one_error_that_leads_to_the_plan() -> None:
    found = sent("Nr.;Stand;Status", "1.1;2020;offen", "1.2;2020;offen", file=MELDUNGEN, known=County("Musterkreis"))
    assert errors(found) == [
        ": Es ist noch keine Maßnahme erfasst, auf die sich die Zeilen beziehen können. "
        "Bitte zuerst den Plan hochladen (Handlungsfelder, Zielvereinbarungen, Maßnahmen), danach diese Datei."
    ]
    assert (found.errors[0].line, found.rows, found.blank_lines) == (0, (), ())


def test_a_bare_1_is_100_percent_where_another_cell_of_the_column_is_a_fraction() -> None:
    found = reported(";1.10;1;2020;offen;1;;", ";1.10;2;2020;offen;0,75;;", ";1.10;;2020;offen;1 %;;")
    assert [row.value.progress for row in found.entries] == [Decimal(100), Decimal(75), Decimal(1)]
    assert [sentence for sentence in warnings(found) if "offen" not in sentence] == [
        "Zeile 2, Spalte Fortschritt: ‚1‘ wird als 100 % gelesen.",
        "Zeile 3, Spalte Fortschritt: ‚0,75‘ wird als 75 % gelesen.",
    ]


def test_a_bare_1_beside_a_fraction_with_its_sign_stays_1_percent() -> None:
    found = reported(";1.10;1;2020;offen;1;;", ";1.10;2;2020;offen;0,5 %;;")
    assert [row.value.progress for row in found.entries] == [Decimal(1), Decimal("0.5")]


@pytest.mark.parametrize(
    ("row", "column", "message"),
    [
        ("ZV2;Summe aller;;;;;;", "Nr.", "‚Summe aller‘ ist keine Nr. im Plan."),
        (";1.10;44;;;;;", "Meilenstein", "Maßnahme 1.10 hat keinen Meilenstein ‚44‘."),
        ("Amt;1.10;;;;;;", "Zielvereinbarung", "‚Amt‘ ist keine Zielvereinbarung."),
    ],
)
def test_row_that_reports_nothing_about_something_unknown_is_a_warning(row: str, column: str, message: str) -> None:
    found = reported(";1.10;;;;;;", row)
    (problem,) = found.warnings
    assert (problem.line, problem.column) == (3, column)
    assert problem.message.startswith(message)
    assert problem.message.endswith("Die Zeile meldet nichts und wurde übergangen.")
    assert (found.errors, found.blank_lines) == ((), (2, 3))


@pytest.mark.parametrize(
    ("status", "given", "reason", "hint"),
    [
        ("stattdessen Ausbau der Linie 12", "", "stattdessen Ausbau der Linie 12", "; der Wortlaut wird der Grund."),
        ("ersetzt durch 2.1", "Kreistag", "Kreistag",
         "; der Wortlaut wird nicht aufgenommen, weil ein Grund schon dasteht."),
        ("ersetzt durch", "Kreistag", "Kreistag", "."),
    ],
)  # fmt: skip
def test_words_behind_stattdessen_become_the_grund_where_none_is_given(
    status: str, given: str, reason: str, hint: str
) -> None:
    found = reported(f";1.10;;2020;{status};;;{given}")
    assert [(row.value.status, row.value.reason) for row in found.entries] == [("replaced", reason)]
    assert warnings(found) == [f"Zeile 2, Spalte Status: ‚{status}‘ wird als ‚ersetzt‘ gelesen{hint}"]


def test_number_of_more_than_28_digits_is_an_error() -> None:
    (problem,) = reported(f";1.10;;2020;offen;{'9' * 5_000};;").errors
    assert problem.message == f"‚{'9' * 30}…‘ hat mehr als 28 Ziffern. Bitte die Zahl prüfen."


def test_milestone_that_the_plan_writes_with_its_word_is_found_by_its_number() -> None:
    plan = MILESTONES.replace("ZV2;1.10;2", "ZV2;1.10;MS 2")
    found = checked(meilensteine=plan, meldungen="Nr.;Meilenstein;Stand;Status\n1.10;2;2020;offen\n")
    assert [row.value.item for row in found.entries] == [ItemKey("ZV2", "1.10", "MS 2")]


def test_dash_alone_is_an_empty_cell() -> None:
    found = reported(";1.10;–;2020;offen;-;—;-")
    (row,) = found.entries
    assert (row.value.item.milestone, row.value.progress, row.value.new_due, row.value.text) == (None, None, None, "")
    assert found.errors == ()


def test_bare_one_as_fortschritt_says_how_it_was_read() -> None:
    assert [one.message for one in reported(";1.10;;2020;in Umsetzung;1;;").warnings] == ["‚1‘ wird als 1 % gelesen."]
    assert reported(";1.10;;2020;in Umsetzung;1 %;;").warnings == ()
