"""Frozen reports in lists, and what was corrected since: then and now of one Stichtag, from the small county."""

from datetime import date, datetime
from pathlib import Path

import pytest
from uploading import HEAD, NOW, Desk

from audit_core import store
from audit_core.dates import BERLIN
from audit_core.documents import frozen
from audit_core.store import FrozenReport
from audit_core.tables.frozen import Corrected, agreement_title, frozen_facts, frozen_line
from audit_core.wording import documents as wording
from audit_core.wording import frozen as frozen_wording
from audit_core.wording.changes import Tally

FROZEN_AT = datetime(2021, 2, 15, 10, 30, 5, 250_000, tzinfo=BERLIN)


def report(agreement: str = "ZV", as_of: date = date(2020, 12, 31)) -> FrozenReport:
    return FrozenReport(
        3, agreement, as_of, FROZEN_AT, "Jahresbericht 2020", FROZEN_AT, "Kreistag", "0.1.0-ab12cd34", "aa", "bb"
    )


def since(desk: Desk, of: FrozenReport | None = None) -> Corrected:
    return frozen.corrected_since(store.load(desk.engine), of or report())


def rows(found: Corrected) -> list[tuple[str, str, str, str]]:
    return [(row.title, row.below, row.old, row.new) for row in found.rows]


def test_a_row_says_what_it_is_about_and_who_froze_it_with_which_program() -> None:
    line = frozen_line(report(), {"ZV": "Vereinbarung"})
    assert (line.number, line.title) == (3, "Jahresbericht 2020")
    assert line.below == "Vereinbarung · Stichtag 31.12.2020 · Kenntnisstand 15.02.2021, 10:30 Uhr"
    assert (line.right, line.right_below) == ("von Kreistag", "Programm 0.1.0-ab12cd34")


def test_all_that_is_stored_is_told() -> None:
    assert dict(frozen_facts(report("all"), {"all": "alle Zielvereinbarungen seit 2020"})) == {
        "Zielvereinbarung": "Alle Zielvereinbarungen", "Stichtag": "31.12.2020",
        "Kenntnisstand": "15.02.2021, 10:30 Uhr", "Festgeschrieben am": "15.02.2021, 10:30 Uhr",
        "Festgeschrieben von": "Kreistag", "Programmversion": "0.1.0-ab12cd34",
    }  # fmt: skip
    assert agreement_title("weg", {}) == "Zielvereinbarung weg"


def test_nothing_was_corrected_where_nothing_was_reported_since(tmp_path: Path) -> None:
    found = since(Desk(tmp_path))
    assert (found.rows, found.tally, found.others, found.differs) == ((), Tally(), 0, False)


def test_a_later_meldung_about_a_later_day_corrects_nothing(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.apply(HEAD, "1.2;;30.06.2021;umgesetzt;;;;;;")
    assert since(desk).rows == ()


def test_a_later_meldung_about_the_year_is_listed_then_and_now_once(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.apply(HEAD, "1.1;;15.12.2020;umgesetzt;;;;;;", "1.2;;15.12.2020;in Umsetzung;;31.03.2022;;Haushalt;;")
    found = since(desk)
    assert ("Netzwerk", "Maßnahme 1.1, vorangekommen", "in Umsetzung", "umgesetzt") in rows(found)
    assert ("Bericht", "Maßnahme 1.2, Frist verschoben", "31.12.2021", "31.03.2022") in rows(found)
    assert ("Auftakt", "Meilenstein zu 1.1, nicht mehr überfällig") not in [row[:2] for row in rows(found)]
    assert ("Beschluss", "Meilenstein zu 1.1, nicht mehr überfällig") in [row[:2] for row in rows(found)]
    assert found.rows[-1].what == "nicht mehr überfällig"  # it follows from the rest, and is not counted
    assert found.tally == Tally(2, 0)
    assert sum(row.what == "nachgetragen oder zurückgenommen" and row.number == "1.1" for row in found.rows) == 0


def test_a_meldung_of_which_only_the_text_changed_says_so(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.apply(HEAD, "1.1;;30.06.2020;in Umsetzung;50;;läuft gut;;;")
    assert rows(since(desk)) == [
        ("Netzwerk", "Maßnahme 1.1, nachgetragen oder zurückgenommen", "in Umsetzung", "in Umsetzung, Angaben geändert")
    ]
    assert since(desk).tally == Tally(1, 0)


def test_what_was_undone_again_is_still_told_as_touched_and_changes_nothing(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.undo(desk.apply(HEAD, "1.1;;15.12.2020;umgesetzt;;;;;;"))
    assert [(row.old, row.new) for row in since(desk).rows] == [("in Umsetzung", "in Umsetzung, Angaben geändert")]


def test_a_later_version_of_the_plan_is_listed_with_what_it_says_differently(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.apply(
        "Nr.;Zielvereinbarung;Handlungsfeld;Maßnahme;Verantwortlich;Frist", "2.1;ZV;2;Schulnetz;Kreistag;",
        name="massnahmen.csv",
    )  # fmt: skip
    found = since(desk)
    assert rows(found) == [("Schulnetz", "Maßnahme 2.1, im Plan geändert: Zuständigkeit", "Schulamt", "Kreistag")]
    assert since(desk, report("ZV1")).rows == ()


def test_the_list_is_saved_as_it_is_shown(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.apply(HEAD, "1.1;;15.12.2020;umgesetzt;;;;;;")
    found = since(desk)
    lines = found.sheet.csv.decode("utf-8-sig").splitlines()
    assert lines[0] == "Was;Art;Nr.;Meilenstein;Bezeichnung;damals;jetzt;Zielvereinbarung"
    assert "vorangekommen;Maßnahme;1.1;;Netzwerk;in Umsetzung;umgesetzt;ZV" in lines
    assert len(lines) == 1 + len(found.rows)


def test_the_same_bytes_come_again_after_a_later_meldung_and_its_undoing(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    row = frozen.freeze(desk.engine, "ZV", date(2020, 12, 31), "Bericht", "Kreistag", FROZEN_AT)
    upload = desk.apply(HEAD, "1.1;;15.12.2020;umgesetzt;;;;;;", at=NOW)
    assert frozen.made_again(store.load(desk.engine), row).same == {"pdf": True, "docx": True}
    assert since(desk, row).rows[0].new == "umgesetzt"
    desk.undo(upload)
    assert frozen.made_again(store.load(desk.engine), row).same == {"pdf": True, "docx": True}


@pytest.mark.parametrize(
    ("same", "same_program", "begins"),
    [
        (True, True, ""),
        (True, False, "Festgeschrieben mit Programmversion 1, heute 2; die Dateien sind trotzdem dieselben."),
        (False, False, "Festgeschrieben mit Programmversion 1, heute 2: Ein neueres Programm setzt den Bericht"),
        (False, True, "Die Dateien weichen ab, obwohl das Programm dasselbe ist."),
    ],
)
def test_what_it_means_that_files_or_program_differ(same: bool, same_program: bool, begins: str) -> None:
    said = wording.why_different(same, same_program, "1", "2")
    assert said.startswith(begins) and bool(said) == bool(begins)


def test_a_headline_that_does_not_fit_one_line_leaves_out_its_end() -> None:
    name = frozen_wording.report_name(2021, 1)
    assert frozen_wording.checked(name, True, True, Tally(123_456_789, 987_654_321).text) == (
        "Jahresbericht 2021 (Nr. 1): unverändert wiederhergestellt."
    )
    assert len(frozen_wording.checked(name, False, False, Tally(2, 1).text)) <= 75
