"""What a later plan, and what surrounds it, corrects in a frozen report: each on its own, from the small county."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from uploading import NOW, PLAN, Desk

from audit_core import store
from audit_core.dates import BERLIN
from audit_core.documents import frozen
from audit_core.store import FrozenReport
from audit_core.tables.frozen import Corrected
from audit_core.wording import documents as wording
from audit_core.wording import frozen as frozen_wording
from audit_core.wording.changes import Tally

FROZEN_AT = datetime(2021, 2, 15, 10, 30, tzinfo=BERLIN)
MEASURES = "Nr.;Zielvereinbarung;Handlungsfeld;Maßnahme;Verantwortlich;Frist;Daueraufgabe;Gewicht"
AROUND = {
    "ereignisse": "Datum;Art;Ereignis;Bemerkung\n15.09.2020;Workshop;Auftakt;\n",
    "kennzahlen": "Kennzahl;Handlungsfeld;Datum;Wert;Einheit\nKitaplätze;2;31.12.2020;120;Plätze\n",
    "beschluesse": "Vorlage;Betreff;Gremium;Datum;Ja;Nein\n7/20;Plan;Kreistag;01.10.2020;30;2\n",
}


def report(agreement: str = "ZV") -> FrozenReport:
    return FrozenReport(3, agreement, date(2020, 12, 31), FROZEN_AT, "Bericht", FROZEN_AT, "Amt", "1", "aa", "bb")


def since(desk: Desk, agreement: str = "ZV") -> Corrected:
    return frozen.corrected_since(store.load(desk.engine), report(agreement))


def rows(found: Corrected) -> list[tuple[str, str, str, str]]:
    return [(row.title, row.below, row.old, row.new) for row in found.rows]


@pytest.mark.parametrize(
    ("name", "lines", "row"),
    [
        ("kennzahlen", ("Kennzahl;Handlungsfeld;Datum;Wert;Einheit", "Kitaplätze;2;31.12.2020;130;Plätze"),
         ("Kitaplätze", "Kennzahl, im Plan geändert: Wert", "120", "130")),
        ("kennzahlen", ("Kennzahl;Handlungsfeld;Datum;Wert;Einheit", "Horte;2;01.07.2020;4;"),
         ("Horte", "Kennzahl, neu erfasst", "–", "4")),
        ("ereignisse", ("Datum;Art;Ereignis;Bemerkung", "15.09.2020;Workshop;Auftakt;gut besucht"),
         ("Auftakt", "Ereignis, im Plan geändert: Bemerkung", "–", "gut besucht")),
        ("ereignisse", ("Datum;Art;Ereignis", "01.12.2020;Workshop;Bilanz"),
         ("Bilanz", "Ereignis, neu erfasst", "–", "01.12.2020")),
        ("ereignisse", ("Datum;Art;Ereignis", ";Workshop;ohne Tag"),
         ("ohne Tag", "Ereignis, neu erfasst", "–", "erfasst")),
        ("beschluesse", ("Vorlage;Betreff;Gremium;Datum;Ja;Nein", "7/20;Plan;Kreistag;01.10.2020;31;2"),
         ("Plan", "Beratung, im Plan geändert: Ja", "30", "31")),
        ("zielvereinbarungen", ("Kürzel;Titel;Beginn", "ZV;Neue Vereinbarung;2020"),
         ("Neue Vereinbarung", "Zielvereinbarung, im Plan geändert: Bezeichnung", "Vereinbarung", "Neue Vereinbarung")),
        ("handlungsfelder", ("Nr.;Handlungsfeld", "2;Schule"),
         ("Schule", "Handlungsfeld 2, im Plan geändert: Bezeichnung", "Bildung", "Schule")),
        ("landkreis", ("Name;Quelle", "Neukreis;Satzung"),
         ("Neukreis", "Landkreis, im Plan geändert: Name", "Musterkreis", "Neukreis")),
    ],
)  # fmt: skip
def test_what_surrounds_the_plan_is_told_then_and_now(
    name: str, lines: tuple[str, str], row: tuple[str, str, str, str], tmp_path: Path
) -> None:
    desk = Desk(tmp_path, **AROUND)
    assert since(desk).rows == ()
    desk.apply(*lines, name=f"{name}.csv")
    found = since(desk)
    assert rows(found) == [row]
    assert (found.tally, found.others, found.text) == (Tally(), 1, "1 Angabe")


@pytest.mark.parametrize(
    ("line", "label", "old", "new"),
    [
        ("2.1;ZV;2;Schulnetz;Schulamt;;ja;1", "Daueraufgabe", "nein", "ja"),
        ("2.1;ZV;2;Schulnetz;Schulamt;;nein;2,5", "Gewicht", "1", "2,5"),
        ("2.1;ZV;1;Schulnetz;Schulamt;;nein;1", "Handlungsfeld", "2", "1"),
        ("2.1;ZV;2;Netz;Schulamt;;nein;1", "Bezeichnung", "Schulnetz", "Netz"),
    ],
)
def test_every_field_of_a_measure_is_told(line: str, label: str, old: str, new: str, tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.apply(MEASURES, line, name="massnahmen.csv")
    found = since(desk)
    assert [row[1:] for row in rows(found)] == [(f"Maßnahme 2.1, im Plan geändert: {label}", old, new)]
    assert (found.tally, found.others) == (Tally(1, 0), 0)
    assert since(desk, "ZV9").rows == ()


def test_a_frist_and_an_office_of_a_milestone_are_told_and_a_frist_only_once(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    head = "Nr.;Meilenstein;Bezeichnung;Frist;Verantwortlich"
    desk.apply(head, "1.1;2;Beschluss;31.10.2020;Kreistag", name="meilensteine.csv")
    found = rows(since(desk))
    assert ("Beschluss", "Meilenstein zu 1.1, im Plan geändert: Zuständigkeit", "–", "Kreistag") in found
    assert sum("30.09.2020" in row[2] and "31.10.2020" in row[3] for row in found) == 1
    assert since(desk).tally == Tally(0, 1)


def test_a_new_milestone_of_the_plan_is_told_once(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.apply("Nr.;Meilenstein;Bezeichnung;Frist", "1.2;1;Entwurf;31.10.2021", name="meilensteine.csv")
    found = since(desk)
    assert [row.title for row in found.rows].count("Entwurf") == 1 and found.tally.milestones == 1


def test_what_lies_after_the_stichtag_corrects_nothing(tmp_path: Path) -> None:
    desk = Desk(tmp_path, **AROUND)
    desk.apply("Kennzahl;Handlungsfeld;Datum;Wert", "Horte;2;01.07.2021;4", name="kennzahlen.csv")
    desk.apply("Datum;Art;Ereignis", "01.03.2021;Workshop;Bilanz", name="ereignisse.csv")
    found = since(desk)
    assert (found.rows, found.differs) == ((), False)


def test_what_was_taken_back_is_told_as_gone(tmp_path: Path) -> None:
    desk = Desk(tmp_path, **AROUND)
    upload = desk.apply(
        "Kennzahl;Handlungsfeld;Datum;Wert", "Horte;2;01.07.2020;4", name="kennzahlen.csv",
        at=datetime(2021, 2, 1, tzinfo=BERLIN),
    )  # fmt: skip
    assert since(desk).rows == ()
    desk.undo(upload)
    assert rows(since(desk)) == [("Horte", "Kennzahl, nicht mehr erfasst", "4", "–")]


def test_a_name_that_the_county_got_later_is_told(tmp_path: Path) -> None:
    county = store.load(Desk(tmp_path).engine)
    later = replace(county, names=tuple(replace(one, recorded_at=NOW) for one in county.names))
    assert rows(frozen.corrected_since(later, report())) == [("Musterkreis", "Landkreis, neu erfasst", "–", "erfasst")]


def test_both_are_named_where_measures_and_others_were_corrected(tmp_path: Path) -> None:
    desk = Desk(tmp_path, **AROUND)
    desk.apply("Nr.;Handlungsfeld", "2;Schule", name="handlungsfelder.csv")
    desk.apply(MEASURES, "2.1;ZV;2;Schulnetz;Schulamt;;ja;1", name="massnahmen.csv")
    assert since(desk).text == "1 Maßnahme, 1 weitere Angabe"
    lines = since(desk).sheet.csv.decode("utf-8-sig").splitlines()
    assert "im Plan geändert: Bezeichnung;Handlungsfeld;2;;Schule;Bildung;Schule;" in lines


def test_a_report_that_differs_for_no_reason_that_can_be_told_is_not_said_to_be_uncorrected(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.apply("Kürzel;Titel;Beginn", "ZV2;Nächste;2023", name="zielvereinbarungen.csv")  # now the first one ends
    found = since(desk)
    assert (found.rows, found.text, found.differs) == ((), "", True)
    assert frozen_wording.checked("Bericht", True, True, found.text, found.differs) == (
        "Bericht: unverändert wiederhergestellt; heute würde er anders lauten."
    )
    assert wording.WOULD_DIFFER.startswith("Der Bericht würde heute anders lauten;")


@pytest.mark.parametrize("title", ["", " ", "\x01\x02", "\u200b", "\u00ad", "\ue000", "\u2800"])
def test_a_title_without_a_sign_that_can_be_seen_is_refused_and_nothing_is_stored(title: str, tmp_path: Path) -> None:
    desk = Desk(tmp_path, landkreis=PLAN["landkreis"])
    with pytest.raises(frozen.AuditError, match="Der Bericht braucht einen Titel mit höchstens 200 Zeichen"):
        frozen.freeze(desk.engine, "ZV", date(2020, 12, 31), title, "Amt", FROZEN_AT)
    assert store.frozen_reports(desk.engine) == ()
