"""Taking an upload back: what it changes, what stands against it, and that nothing is lost by it."""

from datetime import datetime
from pathlib import Path

import pytest
from uploading import HEAD, LATER, Desk, answer

from audit_core import store
from audit_core.dates import BERLIN
from audit_core.errors import AuditError
from audit_core.upload import apply
from audit_core.upload import undo as taking_back
from audit_core.upload.undo import UndoPreview, UndoRefusedError

MEASURE_HEAD = "Nr.;Zielvereinbarung;Handlungsfeld;Maßnahme"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def preview(desk: Desk, upload: int) -> UndoPreview:
    return taking_back.preview_undo(desk.engine, upload, LATER)


def test_undo_brings_back_every_answer_of_before(desk: Desk) -> None:
    days = ("2020-06-30", "2020-12-31", "2021-06-30")
    before = [answer(desk, day) for day in days]
    number = desk.apply(HEAD, "1.1;;30.06.2020;umgesetzt;;;;;;", "1.2;;30.06.2021;offen;;31.12.2022;;;;")
    assert [answer(desk, day) for day in days] != before
    desk.undo(number)
    assert [answer(desk, day) for day in days] == before
    assert desk.log_size == 4


def test_undone_upload_stays_visible_with_who_took_it_back(desk: Desk) -> None:
    desk.undo(desk.apply(HEAD, "1.2;;30.06.2021;offen;;;;;;"))
    newest = store.uploads(desk.engine)[0]
    assert (newest.id, newest.revoked_at, newest.revoked_by, newest.rows) == (2, LATER, "Koordination", 1)


def test_what_was_known_between_upload_and_undo_stays_known_then(desk: Desk) -> None:
    number = desk.apply(MEASURE_HEAD, "1.2;ZV;1;Neu", name="massnahmen.csv")
    desk.undo(number)
    between = datetime(2021, 7, 1, 12, tzinfo=BERLIN)
    assert (desk.title("1.2"), desk.title("1.2", known_by=between)) == ("Bericht", "Neu")
    assert desk.title("1.2", known_by=LATER) == "Bericht"


def test_preview_of_an_undo_shows_what_vanishes_and_what_comes_back(desk: Desk) -> None:
    number = desk.apply(HEAD, "1.1;;30.06.2020;umgesetzt;50;;läuft;;;", "1.2;;30.06.2021;offen;;;;;;")
    seen = preview(desk, number)
    assert [(row.kind.value, row.subject, [tuple(cell) for cell in row.cells]) for row in seen.rows] == [
        ("changed", "1.1 Netzwerk", [("Status", "umgesetzt", "in Umsetzung")]),
        ("gone", "1.2 Bericht", [("Stand", "30.06.2021", ""), ("Status", "nicht begonnen", "")]),
    ]
    assert (seen.blockers, desk.revision) == ((), "2.0")


def test_undo_of_a_correction_that_was_corrected_again_changes_nothing(desk: Desk) -> None:
    number = desk.apply(HEAD, "1.1;;30.06.2020;offen;;;;;;")
    desk.apply(HEAD, "1.1;;30.06.2020;umgesetzt;;;;;;", at=LATER)
    assert preview(desk, number).rows == ()
    desk.undo(number)
    assert desk.status("1.1", "2020-12-31") == "completed"


def test_plan_that_later_entries_hang_on_cannot_be_taken_back_and_lists_them(desk: Desk) -> None:
    number = desk.apply(MEASURE_HEAD, "3.1;ZV;2;Lotsen", "3.2;ZV;2;Pass", name="massnahmen.csv")
    desk.apply(HEAD, "3.1;;30.06.2021;offen;;;;;;")
    desk.apply("Nr.;Meilenstein;Bezeichnung", "3.2;1;Start", name="meilensteine.csv")
    expected = ("Meldung zu 3.1 Lotsen (Stand 30.06.2021, Übernahme 3)", "Meilenstein 3.2, Meilenstein 1: Start")
    assert preview(desk, number).blockers == expected
    with pytest.raises(UndoRefusedError, match="kann nicht zurückgenommen werden") as refused:
        desk.undo(number)
    assert refused.value.blockers == expected
    assert desk.revision == "4.0"
    desk.undo(4)
    desk.undo(3)
    desk.undo(number)
    assert [row.number for row in store.load(desk.engine).plan_known_by(None).measures] == ["1.1", "1.2", "2.1"]


def test_new_version_of_a_measure_can_be_taken_back_though_entries_came_later(desk: Desk) -> None:
    number = desk.apply(MEASURE_HEAD, "1.2;ZV;1;Neu", name="massnahmen.csv")
    desk.apply(HEAD, "1.2;;30.06.2021;offen;;;;;;")
    seen = preview(desk, number)
    assert [tuple(cell) for row in seen.rows for cell in row.cells] == [("Maßnahme", "Neu", "Bericht")]
    desk.undo(number)
    assert (desk.title("1.2"), desk.status("1.2", "2021-06-30")) == ("Bericht", "not_started")


@pytest.mark.parametrize(
    ("name", "lines", "blocker"),
    [
        ("zielvereinbarungen", ("Kürzel;Beginn", "ZV9;2023"), "Maßnahme 9.1 Neu in der Zielvereinbarung ZV9"),
        ("handlungsfelder", ("Nr.;Handlungsfeld", "9;Wohnen"), "Maßnahme 9.1 Neu im Handlungsfeld 9"),
    ],
)
def test_agreement_and_field_that_measures_stand_in_cannot_be_taken_back(
    desk: Desk, name: str, lines: tuple[str, str], blocker: str
) -> None:
    number = desk.apply(*lines, name=f"{name}.csv")
    agreement, field = ("ZV9", "1") if name == "zielvereinbarungen" else ("ZV", "9")
    desk.apply(MEASURE_HEAD, f"9.1;{agreement};{field};Neu", name="massnahmen.csv")
    assert preview(desk, number).blockers == (blocker,)


def test_first_start_can_be_taken_back_and_leaves_a_database_that_a_county_can_start_from(desk: Desk) -> None:
    assert preview(desk, 1).blockers == ()
    desk.undo(1)
    county = store.load(desk.engine).plan_known_by(None)
    assert (county.name, county.measures, store.has_plan(desk.engine)) == ("", (), False)
    assert desk.apply("Nr.;Handlungsfeld", "1;Steuerung", name="handlungsfelder.csv") == 2


def test_first_start_that_later_reports_hang_on_stays(desk: Desk) -> None:
    desk.apply(HEAD, "1.2;;30.06.2021;offen;;;;;;")
    with pytest.raises(UndoRefusedError, match=r"Meldung zu 1\.2 Bericht"):
        desk.undo(1)
    assert desk.revision == "2.0"


@pytest.mark.parametrize(
    ("upload", "message"), [(2, "Eine Übernahme mit der Nummer 2 gibt es nicht."), (1, "Die Übernahme 1 ist schon")]
)
def test_undo_of_what_is_not_there_or_is_undone_is_refused_with_a_sentence(
    desk: Desk, upload: int, message: str
) -> None:
    desk.undo(1)
    for attempt in (lambda: preview(desk, upload), lambda: desk.undo(upload)):
        with pytest.raises(AuditError, match=message):
            attempt()
    assert desk.revision == "1.1"


def test_undo_is_refused_when_the_database_moved_on_since_its_preview(desk: Desk) -> None:
    number = desk.apply(HEAD, "1.2;;30.06.2021;offen;;;;;;")
    seen = preview(desk, number)
    desk.apply(HEAD, "2.1;;30.06.2021;offen;;;;;;")
    with pytest.raises(apply.StalePreviewError):
        taking_back.undo(desk.engine, number, "Koordination", LATER, seen.revision)
    assert desk.revision == "3.0"


def test_undone_file_can_be_uploaded_again(desk: Desk) -> None:
    desk.undo(desk.apply(HEAD, "1.2;;30.06.2021;offen;;;;;;"))
    assert desk.apply(HEAD, "1.2;;30.06.2021;offen;;;;;;", at=LATER) == 3
    assert desk.status("1.2", "2021-06-30") == "not_started"


def test_version_that_a_later_one_was_made_on_top_of_stays_and_names_it(desk: Desk) -> None:
    number = desk.apply(f"{MEASURE_HEAD};Ziel", "1.2;ZV;1;Falsch;Falsches Ziel", name="massnahmen.csv")
    desk.apply(MEASURE_HEAD, "1.2;ZV;1;Richtig", name="massnahmen.csv", at=LATER)
    assert preview(desk, number).blockers == ("Spätere Fassung von 1.2 Richtig (erfasst am 02.07.2021, 09:00 Uhr)",)
    desk.undo(3)
    desk.undo(number)
    assert desk.title("1.2") == "Bericht"


def test_field_that_a_kennzahl_stands_in_cannot_be_taken_back(desk: Desk) -> None:
    number = desk.apply("Nr.;Handlungsfeld", "9;Wohnen", name="handlungsfelder.csv")
    desk.apply("Kennzahl;Handlungsfeld;Datum;Wert", "Plätze;9;2020;5", name="kennzahlen.csv")
    assert preview(desk, number).blockers == ("Plätze (2020) im Handlungsfeld 9",)
