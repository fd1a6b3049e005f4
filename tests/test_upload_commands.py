"""check, upload, undo and uploads of the command line: keys, exit codes, and the database afterwards."""

import io
import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from uploading import HEAD, Desk

from audit_core import store, tables
from audit_core.__main__ import main
from audit_core.columns import FILES

DATA = Path(__file__).parents[1] / "data"
GOOD = "1.2;;30.06.2021;umgesetzt;;;;;;"
BAD = "1.2;;30.06.2021;fertisch;;;;;;"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    desk = Desk(tmp_path)
    monkeypatch.setenv("AUDIT_DATABASE_URL", desk.url)
    monkeypatch.setenv("AUDIT_TODAY", "2021-07-01")
    return desk


@pytest.fixture
def good(tmp_path: Path) -> str:
    return written(tmp_path / "gut.csv", GOOD)


@pytest.fixture
def mixed(tmp_path: Path) -> str:
    return written(tmp_path / "gemischt.csv", GOOD, BAD)


def written(path: Path, *lines: str) -> str:
    path.write_text("\n".join([HEAD, *lines]), encoding="utf-8")
    return str(path)


def said(capsys: pytest.CaptureFixture[str], expected: int, *arguments: str) -> Any:
    capsys.readouterr()
    assert main([*arguments, "--json"]) == expected
    return json.loads(capsys.readouterr().out)


def test_check_tells_everything_and_writes_nothing(
    desk: Desk, mixed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    found = said(capsys, 1, "check", mixed)
    assert {key: found[key] for key in ("rows", "new", "changed", "unchanged", "rejected", "upload", "warnings")} == {
        "rows": 2, "new": 1, "changed": 0, "unchanged": 0, "rejected": 1, "upload": None, "warnings": [],
    }  # fmt: skip
    assert found["problems"] == [
        {
            "line": 3, "column": "Status", "value": "fertisch",
            "message": "‚fertisch‘ ist kein Status. Meinten Sie ‚fertig‘ (umgesetzt)?",
        }
    ]  # fmt: skip
    assert desk.revision == "1.0"


def test_upload_writes_and_says_its_number(desk: Desk, good: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, 0, "upload", good, "--by", "Sozialamt")["upload"] == 2
    newest = store.uploads(desk.engine)[0]
    assert (newest.recorded_by, newest.file_name) == ("Sozialamt", "gut.csv")


def test_upload_of_a_file_that_changes_nothing_writes_nothing(
    desk: Desk, good: str, capsys: pytest.CaptureFixture[str]
) -> None:
    said(capsys, 0, "upload", good)
    again = said(capsys, 0, "upload", good)
    assert (again["unchanged"], again["upload"], desk.revision) == (1, None, "2.0")


def test_upload_with_bad_rows_writes_only_when_the_good_rows_are_asked_for(
    desk: Desk, mixed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert said(capsys, 1, "upload", mixed)["upload"] is None
    assert desk.revision == "1.0"
    assert said(capsys, 0, "upload", mixed, "--good-rows")["upload"] == 2
    assert said(capsys, 1, "upload", mixed, "--good-rows")["upload"] is None
    assert desk.revision == "2.0"


def test_dry_run_of_the_good_rows_says_whether_there_is_one(
    desk: Desk, mixed: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = written(tmp_path / "schlecht.csv", BAD)
    assert said(capsys, 0, "upload", mixed, "--good-rows", "--dry-run")["rejected"] == 1
    assert said(capsys, 1, "upload", bad, "--good-rows", "--dry-run")["rejected"] == 1
    assert said(capsys, 1, "upload", bad, "--good-rows")["rejected"] == 1
    assert desk.revision == "1.0"


def test_dry_run_writes_nothing(desk: Desk, good: str, capsys: pytest.CaptureFixture[str]) -> None:
    found = said(capsys, 0, "upload", good, "--dry-run")
    assert (found["new"], found["upload"], desk.revision) == (1, None, "1.0")


def test_check_of_a_plan_creates_no_database(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("AUDIT_DATABASE_URL", f"sqlite:///{tmp_path}/neu.db")
    (tmp_path / "handlungsfelder.csv").write_text("Nr.;Handlungsfeld\n1;Steuerung\n", encoding="utf-8")
    found = said(capsys, 0, "check", str(tmp_path / "handlungsfelder.csv"))
    assert (found["file"], found["new"]) == ("handlungsfelder", 1)
    assert not (tmp_path / "neu.db").exists()
    assert said(capsys, 0, "uploads") == []
    assert not (tmp_path / "neu.db").exists()


def test_undo_takes_back_once_and_uploads_show_it(desk: Desk, good: str, capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, 0, "upload", good)
    assert said(capsys, 0, "undo", "2", "--by", "Leitung") == {"undone": 2}
    newest, first = said(capsys, 0, "uploads")
    assert newest == {
        "id": 2, "recorded_at": "2021-07-01T21:59:59.999999+00:00", "recorded_by": "Kommandozeile", "kind": "meldungen",
        "file_name": "gut.csv", "rows": 1, "revoked_at": "2021-07-01T21:59:59.999999+00:00", "revoked_by": "Leitung",
    }  # fmt: skip
    assert (first["id"], first["kind"], first["revoked_at"]) == (1, "init", None)
    assert main(["undo", "2"]) == 2
    assert capsys.readouterr().err == "Die Übernahme 2 ist schon zurückgenommen.\n"


def test_undo_that_later_entries_forbid_exits_with_one_and_names_them(
    desk: Desk, good: str, capsys: pytest.CaptureFixture[str]
) -> None:
    said(capsys, 0, "upload", good)
    assert main(["undo", "1"]) == 1
    assert "– Meldung zu 1.2 Bericht (Stand 30.06.2021, Übernahme 2)" in capsys.readouterr().err
    assert desk.revision == "2.0"


def test_file_that_is_not_there_is_wrong_use(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "gibtsnicht.csv"]) == 2
    assert "Die Datei ‚gibtsnicht.csv‘ lässt sich nicht lesen." in capsys.readouterr().err


def test_text_says_what_the_document_says(desk: Desk, mixed: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["upload", mixed, "--good-rows"]) == 0
    assert capsys.readouterr().out == (
        "2 Zeilen: 1 neu, 0 geändert, 0 unverändert, 1 abgelehnt\n\nFehler\n"
        "Zeile 3, Spalte Status: ‚fertisch‘ ist kein Status. Meinten Sie ‚fertig‘ (umgesetzt)?\n\n"
        "Übernommen als Nr. 2.\n"
    )
    assert main(["uploads"]) == 0
    assert capsys.readouterr().out.splitlines()[0] == "2  01.07.2021  Kommandozeile  gemischt.csv  1 Zeile"


@pytest.mark.parametrize("folder", ["kyffhaeuserkreis", "musterkreis"])
def test_exported_county_uploaded_into_an_empty_database_answers_the_same_for_every_stichtag(
    folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = (f"sqlite:///{tmp_path}/{name}.db" for name in ("first", "second"))
    monkeypatch.setenv("AUDIT_TODAY", "2026-11-22")
    monkeypatch.setenv("AUDIT_DATABASE_URL", first)
    assert main(["init", "--data", str(DATA / folder)]) == 0
    assert main(["export", "-o", str(tmp_path / "out")]) == 0
    for file in FILES:
        again = said(capsys, 0, "upload", str(tmp_path / "out" / f"{file.name}.csv"))
        assert (again["new"], again["changed"], again["rejected"], again["upload"]) == (0, 0, 0, None)
    monkeypatch.setenv("AUDIT_DATABASE_URL", second)
    for file in FILES:
        assert said(capsys, 0, "upload", str(tmp_path / "out" / f"{file.name}.csv"))["rejected"] == 0
    counties = []
    for url in (first, second):
        engine = store.open_engine(url)
        counties.append(store.load(engine))
        engine.dispose()
    days = sorted({entry.stated_on for entry in counties[0].log})
    assert len(days) > 20
    every = max(1, len(days) // 40)
    for day in (date(2012, 12, 31), *days[::every], date(2026, 11, 22)):
        before, after = (tables.status_document(county, day, None, "all") for county in counties)
        assert after == before
    assert tables.audit_document(counties[1]) == tables.audit_document(counties[0])


def test_a_number_no_database_holds_is_no_upload(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    for number in (99_999_999_999_999_999_999, 2**63, 2**63 - 1, 7):
        assert main(["undo", str(number)]) == 2
        assert capsys.readouterr().err == f"Eine Übernahme mit der Nummer {number} gibt es nicht.\n"
    assert desk.revision == "1.0"


def test_names_with_bytes_that_are_no_sign_are_stored_with_a_mark_for_each(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sent = written(tmp_path / "Gr\udcf6\udcdfe.csv", GOOD)
    assert said(capsys, 0, "upload", sent, "--by", "B\udcfcro")["upload"] == 2
    assert said(capsys, 0, "undo", "2", "--by", "B\udcfcro") == {"undone": 2}
    newest = said(capsys, 0, "uploads")[0]
    assert newest["file_name"] == "Gr\ufffd\ufffde.csv"
    assert newest["recorded_by"] == newest["revoked_by"] == "B\ufffdro"
    assert (store.uploads(desk.engine)[0].file_name, desk.revision) == ("Gr\ufffd\ufffde.csv", "2.1")


def test_a_folder_whose_name_cannot_be_stored_is_not_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("AUDIT_DATABASE_URL", f"sqlite:///{tmp_path}/neu.db")
    folder = tmp_path / "Kreis\udcff"
    folder.mkdir()
    (folder / "handlungsfelder.csv").write_text("Nr.;Handlungsfeld\n1;Steuerung\n", encoding="utf-8")
    assert main(["init", "--data", str(folder)]) == 2
    assert capsys.readouterr().err == (
        "Der Name des Ordners ‚Kreis\ufffd‘ enthält Zeichen, die sich nicht speichern lassen. "
        "Bitte den Ordner umbenennen.\n"
    )
    assert not (tmp_path / "neu.db").exists()


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "utf-8"])
def test_signs_that_the_output_cannot_show_are_escaped_and_json_stays_json(
    desk: Desk, tmp_path: Path, encoding: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = written(tmp_path / "gut.csv", GOOD, "1.1;;30.06.2021;fertisch 🌱 →;;;;;;")
    for arguments in (["check", sent], ["check", sent, "--json"]):
        written_bytes = io.BytesIO()
        out = io.TextIOWrapper(written_bytes, encoding=encoding)
        monkeypatch.setattr(sys, "stdout", out)
        assert main(arguments) == 1
        text = written_bytes.getvalue().decode(encoding)
        if "--json" in arguments:
            assert json.loads(text)["problems"][0]["value"] == "fertisch 🌱 →"
        else:
            assert ("fertisch 🌱 →" if encoding == "utf-8" else "fertisch \\U0001f331 \\u2192") in text


def test_a_database_given_as_a_file_address_makes_no_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("AUDIT_DATABASE_URL", f"sqlite:///file:{tmp_path}/neu.db?uri=true")
    (tmp_path / "handlungsfelder.csv").write_text("Nr.;Handlungsfeld\n1;Steuerung\n", encoding="utf-8")
    assert said(capsys, 0, "upload", "handlungsfelder.csv")["upload"] == 1
    assert {path.name for path in tmp_path.iterdir()} == {"neu.db", "handlungsfelder.csv"}


def test_export_leaves_out_files_without_a_row_and_those_of_an_earlier_export(desk: Desk, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "ereignisse.csv").write_text("Datum;Art;Ereignis\n2020;Beratung;von früher\n", encoding="utf-8")
    (out / "notiz.csv").write_text("bleibt", encoding="utf-8")
    assert main(["export", "-o", str(out)]) == 0
    assert {path.stem for path in out.iterdir()} == {
        "landkreis", "handlungsfelder", "zielvereinbarungen", "massnahmen", "meilensteine", "meldungen", "notiz",
    }  # fmt: skip
