"""Folders as other counties send them: what is odd is read as people mean it or told, never dropped in silence."""

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from audit_core.__main__ import main

Load = Callable[..., tuple[int, str]]
PLAN = {
    "handlungsfelder": "Nr.;Handlungsfeld\n1;Bildung\n11;Wohnen\n",
    "zielvereinbarungen": "Kürzel;Beginn;Ende\nA;2018;2019\nA+;2020;2022\n",
    "massnahmen": "Nr.;Zielvereinbarung;Handlungsfeld;Maßnahme\n1.1;A;1;Hort\n1.1;A+;11;Park\n",
}


@pytest.fixture
def load(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Load:
    monkeypatch.setenv("AUDIT_DATABASE_URL", f"sqlite:///{tmp_path}/new/audit.db")
    monkeypatch.setenv("AUDIT_TODAY", "2022-06-30")
    folder = tmp_path / "county"
    folder.mkdir()

    def loaded(**files: str) -> tuple[int, str]:
        for name, text in (PLAN | files).items():
            if text:
                (folder / f"{name}.csv").write_text(text, encoding="utf-8")
        code = main(["init", "--data", str(folder)])
        return code, capsys.readouterr().err

    return loaded


def measures(capsys: pytest.CaptureFixture[str], *options: str) -> list[dict[str, Any]]:
    assert main(["status", "--agreement", "all", "--json", *options]) == 0
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["measures"]
    return found


def test_kuerzel_that_differ_in_a_sign_are_two_agreements(load: Load, capsys: pytest.CaptureFixture[str]) -> None:
    assert load() == (0, "")
    assert [(m["agreement"], m["number"]) for m in measures(capsys)] == [("A", "1.1"), ("A+", "1.1")]


def test_a_kuerzel_written_alike_is_the_only_one_it_can_be(load: Load, capsys: pytest.CaptureFixture[str]) -> None:
    plan = {"zielvereinbarungen": "Kürzel;Beginn\nZV 1;2018\n"}
    assert load(**plan, massnahmen="Nr.;Zielvereinbarung;Handlungsfeld;Maßnahme\n1.1;zv1;1;Hort\n") == (0, "")
    assert [m["agreement"] for m in measures(capsys)] == ["ZV 1"]


def test_a_handlungsfeld_is_found_by_its_number_as_it_stands(load: Load) -> None:
    code, error = load(massnahmen="Nr.;Zielvereinbarung;Handlungsfeld;Maßnahme\n1.1;A;1.1;Hort\n")
    assert code == 1
    assert "‚1.1‘ ist kein Handlungsfeld. Bekannt sind: 1, 11." in error


def test_a_county_without_a_list_of_handlungsfelder_keeps_what_its_measures_say(
    load: Load, capsys: pytest.CaptureFixture[str]
) -> None:
    assert load(handlungsfelder="")[0] == 0
    assert main(["status", "--agreement", "all", "--json"]) == 0
    fields = json.loads(capsys.readouterr().out)["fields_of_action"]
    assert [(f["number"], f["title"], f["completion"]["of"]) for f in fields] == [("1", "", 1), ("11", "", 1)]


def test_a_number_with_a_raised_digit_is_sorted_as_text(load: Load, capsys: pytest.CaptureFixture[str]) -> None:
    rows = "Nr.;Zielvereinbarung;Handlungsfeld;Maßnahme\n1.1²;A;1;Hort\n1.1;A;1;Park\n"
    assert load(massnahmen=rows)[0] == 0
    assert [m["number"] for m in measures(capsys)] == ["1.1", "1.1²"]


def test_one_number_written_twice_is_told(load: Load) -> None:
    code, error = load(massnahmen="Nr.;Zielvereinbarung;Handlungsfeld;Maßnahme\n1.2;A;1;Hort\n1.2.;A;1;Park\n")
    assert code == 1
    assert "Zeile 3, Spalte Nr.: Das steht schon in Zeile 2." in error


def test_a_file_that_is_not_read_is_told_with_the_nearest_name(load: Load) -> None:
    code, error = load(meldung="Nr.;Stand;Status\n1.1;2019;umgesetzt\n")
    assert code == 0
    assert "meldung.csv: Diese Datei wird nicht gelesen. Meinten Sie meldungen.csv?" in error


def test_a_folder_in_place_of_a_file_is_told(load: Load, tmp_path: Path) -> None:
    (tmp_path / "county" / "meldungen.csv").mkdir()
    code, error = load()
    assert code == 1
    assert "meldungen.csv: Das lässt sich nicht als Datei lesen." in error


def test_a_loaded_log_may_speak_of_days_to_come_and_says_so(load: Load, capsys: pytest.CaptureFixture[str]) -> None:
    code, error = load(meldungen="Zielvereinbarung;Nr.;Stand;Status\nA+;1.1;31.12.2022;umgesetzt\n")
    assert code == 0
    assert "‚31.12.2022‘ liegt in der Zukunft" in error
    assert [m["status"] for m in measures(capsys, "--as-of", "2022-12-30")] == ["no_report", "no_report"]
    assert [m["status"] for m in measures(capsys, "--as-of", "2022-12-31")] == ["no_report", "completed"]


def test_a_vorgaenger_of_no_earlier_agreement_is_told(load: Load) -> None:
    head = "Nr.;Zielvereinbarung;Handlungsfeld;Maßnahme;Vorgänger\n"
    code, error = load(massnahmen=f"{head}1.1;A;1;Hort;A+/1.1\n1.1;A+;11;Park;\n")
    assert code == 0
    assert "Der Vorgänger steht in keiner früheren Zielvereinbarung." in error


def test_every_error_of_a_folder_is_printed(load: Load) -> None:
    rows = "".join(f"1.1;A;{2000 + n};fertisch\n" for n in range(25))
    code, error = load(meldungen=f"Nr.;Zielvereinbarung;Stand;Status\n{rows}")
    assert code == 1
    assert [f"Zeile {line}, Spalte Status" in error for line in range(2, 27)] == [True] * 25


def test_an_impossible_erfasst_am_is_told(load: Load) -> None:
    code, error = load(meldungen="Nr.;Zielvereinbarung;Stand;Status;Erfasst am\n1.1;A;2019;umgesetzt;0001-01-01\n")
    assert code == 1
    assert "Spalte Erfasst am: ‚0001-01-01‘ liegt nicht zwischen 1900 und 2199" in error


def test_a_question_creates_no_database(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("AUDIT_DATABASE_URL", f"sqlite:///{tmp_path}/none.db")
    assert main(["status"]) == 2
    assert "python -m audit_core init" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("url", ["postgresql://127.0.0.1/x", "nonsense", "sqlite:////proc/none/x.db"])
def test_a_database_that_cannot_be_opened_is_a_sentence(
    url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("AUDIT_DATABASE_URL", url)
    assert main(["init", "--data", str(Path(__file__).parents[1] / "data" / "musterkreis")]) == 2
    assert "Datenbank" in capsys.readouterr().err


def test_a_file_that_is_no_database_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "garbage.db").write_text("this is no database, it only has its name", encoding="utf-8")
    monkeypatch.setenv("AUDIT_DATABASE_URL", f"sqlite:///{tmp_path}/garbage.db")
    assert main(["status"]) == 2
    assert "Die Datenbank lässt sich nicht benutzen. Bitte Ort (AUDIT_DATABASE_URL), Rechte" in capsys.readouterr().err


def test_a_revocation_cannot_be_replaced_from_outside(load: Load, tmp_path: Path) -> None:
    assert load()[0] == 0
    with sqlite3.connect(tmp_path / "new" / "audit.db") as foreign:
        foreign.execute("INSERT INTO revocations VALUES (1, 1, '2022-01-01T00:00:00+00:00', 'x')")
        with pytest.raises(sqlite3.IntegrityError, match="only grows"):
            foreign.execute("INSERT OR REPLACE INTO revocations VALUES (99, 1, '2022-02-01T00:00:00+00:00', 'y')")
        assert foreign.execute("SELECT id, recorded_by FROM revocations").fetchall() == [(1, "x")]
    foreign.close()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["balance"], "Es fehlt: --year."),
        (["balance", "--year", "x"], "--year: 'x' ist keine ganze Zahl."),
        (["stat"], "'stat' gibt es nicht."),
        (["status", "--nonsense"], "Unbekannt ist: --nonsense."),
        (["status", "--as-of"], "--as-of: Hier fehlt ein Wert."),
    ],
)
def test_a_call_that_cannot_be_read_is_answered_in_german(
    arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    error = capsys.readouterr().err
    assert sentence in error and "usage" not in error


def test_the_kuerzel_all_is_kept_for_all_agreements(load: Load) -> None:
    code, error = load(zielvereinbarungen="Kürzel;Beginn\nAll;2018\n", massnahmen="")
    assert code == 1
    assert "‚All‘ steht für alle Zielvereinbarungen. Bitte ein anderes Kürzel wählen." in error


def test_a_sample_into_a_file_is_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert main(["sample", "-o", str(tmp_path / "file")]) == 2
    assert "lässt sich nicht schreiben" in capsys.readouterr().err
