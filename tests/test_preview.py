"""What an upload would do: rows new, changed, unchanged or rejected, old and new cell by cell; nothing is written."""

from datetime import datetime
from pathlib import Path

import pytest
from uploading import HEAD, LATER, NOW, Desk

from audit_core import store
from audit_core.columns import MELDUNGEN
from audit_core.dates import BERLIN
from audit_core.standing import history, standing
from audit_core.tables.exchange import exchange_sheet
from audit_core.upload.changes import RowKind
from audit_core.upload.check import Clock
from audit_core.upload.parse import recognise
from audit_core.upload.preview import Preview, county_after, preview_of


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def kinds(preview: Preview) -> list[str]:
    return [row.kind.value for row in preview.rows]


def counts(preview: Preview) -> tuple[int, ...]:
    return tuple(preview.count(kind) for kind in (RowKind.NEW, RowKind.CHANGED, RowKind.UNCHANGED, RowKind.REJECTED))


def test_row_is_new_changed_unchanged_or_rejected(desk: Desk) -> None:
    seen = desk.preview(
        HEAD,
        "1.2;;30.06.2021;in Umsetzung;;;;;;",
        "1.1;;30.06.2020;in Umsetzung;75;;läuft;;;",
        "1.1;1;30.06.2020;umgesetzt;;;;;;",
        "9.9;;30.06.2021;umgesetzt;;;;;;",
        "2.1;;;;;;;;;",
    )
    assert kinds(seen) == ["new", "changed", "unchanged", "rejected", "unchanged"]
    assert counts(seen) == (1, 1, 2, 1)
    assert [row.line for row in seen.appended] == [2, 3]
    assert desk.revision == "1.0"


def test_new_row_shows_what_was_in_force_before_its_stand(desk: Desk) -> None:
    (row,) = desk.preview(HEAD, "1.1;;31.12.2020;umgesetzt;100;31.03.2021;fertig;länger gedauert;;").rows
    assert row.subject == "1.1 Netzwerk"
    assert [tuple(cell) for cell in row.cells] == [
        ("Stand", "30.06.2020", "31.12.2020"),
        ("Status", "in Umsetzung", "umgesetzt"),
        ("Fortschritt", "50 %", "100 %"),
        ("Neue Frist", "31.12.2020", "31.03.2021"),
        ("Sachstand", "läuft", "fertig"),
        ("Grund", "", "länger gedauert"),
    ]


def test_new_row_without_anything_before_it_shows_the_frist_of_the_plan_only(desk: Desk) -> None:
    (row,) = desk.preview(HEAD, "1.2;;30.06.2021;in Umsetzung;0;30.06.2022;;;;").rows
    assert [tuple(cell) for cell in row.cells] == [
        ("Stand", "", "30.06.2021"), ("Status", "", "in Umsetzung"), ("Fortschritt", "", "0 %"),
        ("Neue Frist", "31.12.2021", "30.06.2022"),
    ]  # fmt: skip


def test_changed_row_shows_only_the_cells_that_differ(desk: Desk) -> None:
    (row,) = desk.preview(HEAD, "1.1;;30.06.2020;in Umsetzung;;;läuft gut;;Jugendamt;").rows
    assert [tuple(cell) for cell in row.cells] == [
        ("Fortschritt", "50 %", ""), ("Sachstand", "läuft", "läuft gut"), ("Gemeldet von", "", "Jugendamt"),
    ]  # fmt: skip


def test_same_day_in_other_words_is_no_change(desk: Desk) -> None:
    seen = desk.preview(HEAD, "1.1.;;2020-06-30;in Arbeit;50,0 %;;läuft;;;", "1.1;MS 1;44012;erledigt;;;;;;")
    assert kinds(seen) == ["unchanged", "unchanged"]


def test_three_rows_with_one_key_are_all_new_and_the_last_one_counts(desk: Desk) -> None:
    rows = ["2.1;;01.06.2021;offen;;;a;;;", "2.1;;01.06.2021;geplant;;;b;;;", "2.1;;01.06.2021;läuft;;;c;;;"]
    seen = desk.preview(HEAD, rows[0], rows[1], "2.1;;01.06.2021;begonnen;;;c;;;")
    assert kinds(seen) == ["new", "new", "new"]
    assert [row.overridden_by for row in seen.rows] == [4, 4, 0]
    assert [warning.line for warning in seen.warnings if "derselbe Stand" in warning.message] == [3, 4]
    desk.apply(HEAD, rows[0], rows[1], "2.1;;01.06.2021;begonnen;;;c;;;")
    assert (desk.log_size, desk.status("2.1", "2021-06-01")) == (5, "in_progress")


def test_rows_with_one_key_whose_last_one_is_in_force_change_nothing(desk: Desk) -> None:
    seen = desk.preview(HEAD, "1.1;;30.06.2020;offen;;;;;;", "1.1;;30.06.2020;in Umsetzung;50;;läuft;;;")
    assert kinds(seen) == ["unchanged", "unchanged"]


def test_newer_known_stand_is_a_warning_for_a_new_row_only(desk: Desk) -> None:
    seen = desk.preview(HEAD, "1.1;;01.03.2020;in Vorbereitung;;;;;;", "1.1;;30.06.2020;in Umsetzung;50;;läuft;;;")
    (warning,) = seen.warnings
    assert (warning.line, warning.column) == (2, "Stand")
    assert "Es ist schon ein neuerer Stand bekannt (30.06.2020)" in warning.message


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (["1.1;;31.12.2020;umgesetzt;;;;;;"], "Meilenstein 2 ist noch offen"),
        (["1.1;;31.12.2020;umgesetzt;;;;;;", "1.1;2;31.12.2020;umgesetzt;;;;;;"], ""),
        (["1.1;2;01.01.2021;umgesetzt;;;;;;", "1.1;;31.12.2020;umgesetzt;;;;;;"], "Meilenstein 2 ist noch offen"),
        (["1.1;1;31.12.2020;offen;;;;;;", "1.1;;31.12.2020;fertig;;;;;;"], "Meilensteine 1, 2 sind noch offen"),
        (["1.1;;31.12.2020;in Umsetzung;;;;;;"], ""),
    ],
)
def test_fulfilled_measure_with_open_milestones_is_a_warning(desk: Desk, rows: list[str], told: str) -> None:
    found = [one.message for one in desk.preview(HEAD, *rows).warnings if "noch offen" in one.message]
    assert [told in message for message in found] == [True] * bool(told)


def test_stand_wholly_in_the_future_is_rejected_and_one_that_has_begun_means_today(desk: Desk) -> None:
    seen = desk.preview(HEAD, "1.2;;02.07.2021;offen;;;;;;", "1.2;;2021;offen;;;;;;", "2.1;;01.07.2021;offen;;;;;;")
    assert kinds(seen) == ["rejected", "new", "new"]
    assert [str(row.value.stated_on) for row in seen.appended] == ["2021-07-01", "2021-07-01"]  # type: ignore[union-attr]


def test_period_as_stand_means_the_day_that_erfasst_am_says(desk: Desk) -> None:
    seen = desk.preview(f"{HEAD};Erfasst am", "1.2;;2021;offen;;;;;;;2021-03-05T10:00:00+01:00")
    (row,) = seen.appended
    assert str(row.value.stated_on) == "2021-03-05"  # type: ignore[union-attr]


def test_unreadable_erfasst_am_is_only_a_warning(desk: Desk) -> None:
    seen = desk.preview(f"{HEAD};Erfasst am", "1.2;;01.03.2021;offen;;;;;;;gestern")
    assert (seen.errors, kinds(seen)) == ((), ["new"])
    assert [warning.column for warning in seen.warnings] == ["Erfasst am", "Status"]


def test_file_without_a_required_column_has_no_good_row(desk: Desk) -> None:
    seen = desk.preview("Nr.;Stand;Sachstand", "1.2;01.03.2021;läuft", "2.1;01.03.2021;läuft")
    assert kinds(seen) == ["rejected", "rejected"]
    assert [problem.sentence() for problem in seen.errors] == [
        "meldungen.csv, Zeile 1, Spalte Status: Die Spalte ‚Status‘ fehlt. Bitte ergänzen: Ein Wort der Statusliste."
    ]


def test_file_with_a_header_only_says_so_in_one_sentence(desk: Desk) -> None:
    (problem,) = desk.preview(HEAD).errors
    assert problem.message.startswith("Unter der Kopfzeile steht keine Zeile mit Angaben.")


def test_plan_row_keeps_what_the_file_has_no_column_for(desk: Desk) -> None:
    seen = desk.preview("Nr.;Zielvereinbarung;Handlungsfeld;Maßnahme;Frist", "1.2;ZV;1;Großer Bericht;31.12.2022",
                        name="massnahmen.csv")  # fmt: skip
    (row,) = seen.rows
    assert (row.kind, row.subject) == (RowKind.CHANGED, "1.2 Großer Bericht")
    assert [tuple(cell) for cell in row.cells] == [
        ("Maßnahme", "Bericht", "Großer Bericht"), ("Frist", "31.12.2021", "31.12.2022"),
    ]  # fmt: skip
    (appended,) = seen.appended
    assert appended.value.responsible == "Sozialamt"  # type: ignore[union-attr]


def test_plan_row_written_in_another_way_is_the_same_row(desk: Desk) -> None:
    seen = desk.preview("Nr.;Meilenstein;Bezeichnung;Frist", "1.1.;1.;Auftakt;30.6.2020", name="meilensteine.csv")
    assert kinds(seen) == ["unchanged"]


@pytest.mark.parametrize("name", ["landkreis", "handlungsfelder", "zielvereinbarungen", "massnahmen", "meilensteine"])
def test_plan_file_sent_again_changes_nothing(desk: Desk, tmp_path: Path, name: str) -> None:
    text = (tmp_path / "plan" / f"{name}.csv").read_text(encoding="utf-8")
    seen = desk.preview(*text.splitlines(), name=f"{name}.csv")
    assert seen.sheet.file.name == name
    assert set(kinds(seen)) == {"unchanged"}
    assert seen.appended == ()


def test_versions_in_one_plan_file_are_history_and_only_the_last_one_counts(desk: Desk) -> None:
    head = "Nr.;Zielvereinbarung;Handlungsfeld;Maßnahme;Erfasst am"
    seen = desk.preview(
        head, "1.2;ZV;1;Dritter;03.03.2021", "1.2;ZV;1;Erster;01.01.2021", "1.2;ZV;1;Zweiter;02.02.2021",
        name="massnahmen.csv",
    )  # fmt: skip
    assert [(row.line, row.kind.value) for row in seen.rows] == [(2, "changed"), (3, "unchanged"), (4, "unchanged")]
    desk.apply(head, "1.2;ZV;1;Dritter;03.03.2021", "1.2;ZV;1;Erster;01.01.2021", name="massnahmen.csv")
    assert desk.title("1.2") == "Dritter"


def test_sitting_that_votes_twice_keeps_both_rows_and_a_correction_of_one_keeps_the_other(desk: Desk) -> None:
    head = "Vorlage;Betreff;Gremium;Datum;Ja;Nein"
    first, second = "7;Plan;Kreistag;01.06.2021;20;5", "7;Plan;Kreistag;01.06.2021;25;0"
    desk.apply(head, first, second, name="beschluesse.csv")
    plan = store.load(desk.engine).plan_known_by(None)
    assert [row.yes for row in plan.consultations] == [20, 25]
    assert kinds(desk.preview(head, first, second, name="beschluesse.csv")) == ["unchanged", "unchanged"]
    desk.apply(head, "7;Plan;Kreistag;01.06.2021;21;5", name="beschluesse.csv", at=datetime(2021, 7, 3, tzinfo=BERLIN))
    plan = store.load(desk.engine).plan_known_by(None)
    assert [row.yes for row in plan.consultations] == [21, 25]
    assert kinds(desk.preview(head, second, name="beschluesse.csv")) == ["unchanged"]
    (third,) = desk.preview(head, "7;Plan;Kreistag;01.06.2021;26;0", second, name="beschluesse.csv").changing
    assert [tuple(cell) for cell in third.cells] == [("Ja", "21", "26"), ("Nein", "5", "0")]


def test_value_of_a_kennzahl_from_a_file_without_source_and_unit_replaces_the_one_in_force(desk: Desk) -> None:
    desk.apply("Kennzahl;Datum;Wert;Einheit;Quelle", "Plätze;2020;5;Stück;Bericht", name="kennzahlen.csv")
    (row,) = desk.preview("Kennzahl;Datum;Wert", "Plätze;2020;6", name="kennzahlen.csv").rows
    assert (row.kind.value, [tuple(cell) for cell in row.cells]) == ("changed", [("Wert", "5", "6")])
    desk.apply("Kennzahl;Datum;Wert", "Plätze;2020;6", name="kennzahlen.csv", at=LATER)
    (figure,) = store.load(desk.engine).plan_known_by(None).key_figures
    assert (str(figure.value), figure.unit, figure.source) == ("6", "Stück", "Bericht")


def test_county_is_named_as_it_was_known(desk: Desk) -> None:
    desk.apply("Name;Hinweis", "Großer Musterkreis;neu", name="landkreis.csv", at=LATER)
    county = store.load(desk.engine)
    assert (county.name, county.plan_known_by(None).note) == ("Großer Musterkreis", "neu")
    assert county.plan_known_by(NOW).name == "Musterkreis"


def test_progress_of_zero_is_said_and_a_weight_nobody_sent_is_not(desk: Desk) -> None:
    (row,) = desk.preview(HEAD, "2.1;;30.06.2021;offen;0;;;;;").rows
    assert ("Fortschritt", "", "0 %") in [tuple(cell) for cell in row.cells]
    (row,) = desk.preview("Nr.;Zielvereinbarung;Handlungsfeld;Maßnahme", "3.1;ZV;2;Neu", name="massnahmen.csv").rows
    assert [tuple(cell) for cell in row.cells] == [("Handlungsfeld", "", "2"), ("Maßnahme", "", "Neu")]


def test_county_after_a_preview_is_the_county_after_applying_it(desk: Desk) -> None:
    lines = [HEAD, "1.2;;30.06.2021;umgesetzt;;;;;;", "1.1;;30.06.2020;in Umsetzung;75;;läuft;;;"]
    seen = desk.preview(*lines)
    foreseen = county_after(store.load(desk.engine), seen.appended, NOW)
    day = NOW.date()
    statuses = [row.item.status for row in standing(history(foreseen), day).measures]
    assert statuses == ["in_progress", "completed", "no_report"]
    desk.apply(*lines)
    came = store.load(desk.engine)
    assert [row.item.status for row in standing(history(came), day).measures] == statuses
    assert [one._replace(upload=0) for one in came.log] == [one._replace(upload=0) for one in foreseen.log]


def test_progress_of_a_long_file_is_heard_from_its_first_row_to_near_its_last(desk: Desk) -> None:
    heard: list[float] = []
    data = "\n".join([HEAD, *(f"1.2;;01.01.2021;offen;;;{row};;;" for row in range(2000))]).encode()
    preview_of(recognise(data, "m.csv"), store.load(desk.engine), Clock(NOW), heard.append)
    assert heard == [0.0, 0.25, 0.5, 0.75]


def test_correction_written_below_an_exported_log_is_the_last_word(desk: Desk) -> None:
    head = f"{HEAD};Erfasst am"
    exported = "1.1;;30.06.2020;in Umsetzung;50;;läuft;;;;2021-01-31T12:00:00+01:00"
    seen = desk.preview(head, exported, "1.1;;30.06.2020;umgesetzt;;;;;;;")
    assert kinds(seen) == ["unchanged", "changed"]


def test_uploaded_stand_that_is_a_period_survives_its_export(desk: Desk) -> None:
    desk.apply(f"{HEAD};Erfasst am", "1.2;;2020;offen;;;;;;;2020-06-15T10:00:00+02:00")
    sheet = exchange_sheet(store.load(desk.engine), MELDUNGEN)
    stands = [row[sheet.header.index("Stand")] for row in sheet.rows]
    assert stands == ["30.06.2020", "30.06.2020", "2020 (15.06.2020)"]
    again = preview_of(recognise(sheet.csv, "meldungen.csv"), store.load(desk.engine), Clock(LATER))
    assert kinds(again) == ["unchanged", "unchanged", "unchanged"]
