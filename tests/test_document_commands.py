"""documents, document, freeze and reports of the command line: files, exit codes, and the database afterwards."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from uploading import PLAN, Desk

from audit_core import store
from audit_core.__main__ import main

BEGINS = {
    "pdf": b"%PDF-", "docx": b"PK", "pptx": b"PK", "xlsx": b"PK", "zip": b"PK", "csv": b"\xef\xbb\xbf",
    "ics": b"BEGIN:VCALENDAR", "html": b"<!DOCTYPE html>",
}  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    desk = Desk(tmp_path)
    monkeypatch.setenv("AUDIT_DATABASE_URL", desk.url)
    monkeypatch.setenv("AUDIT_TODAY", "2021-07-01")
    return desk


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    capsys.readouterr()
    assert main([*arguments, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    capsys.readouterr()
    assert main([*arguments]) == 2
    return capsys.readouterr().err


@pytest.mark.usefixtures("desk")
def test_every_listed_document_can_be_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    listed = said(capsys, "documents")
    assert [(row["name"], row["format"]) for row in listed] == [
        ("annual_report", "pdf"), ("annual_report", "docx"), ("deck", "pptx"), ("slides", "html"), ("workbook", "xlsx"),
        ("tables", "zip"), ("measures", "csv"), ("calendar", "ics"),
    ]  # fmt: skip
    for row in listed:
        file = tmp_path / "neu" / f"{row['name']}.{row['format']}"
        assert main(["document", row["name"], "--year", "2020", "-o", str(file)]) == 0
        assert file.read_bytes().startswith(BEGINS[row["format"]]) and row["purpose"]


@pytest.mark.usefixtures("desk")
def test_the_same_request_gives_the_same_bytes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for row in said(capsys, "documents"):
        files = [tmp_path / f"{turn}.{row['format']}" for turn in (1, 2)]
        for file in files:
            assert main(["document", row["name"], "--year", "2020", "-o", str(file)]) == 0
        assert files[0].read_bytes() == files[1].read_bytes(), row["name"]


@pytest.mark.usefixtures("desk")
def test_a_document_is_found_by_its_german_word_too(tmp_path: Path) -> None:
    file = tmp_path / "fristen.ics"
    assert main(["document", "Fristen", "--year", "2020", "-o", str(file)]) == 0
    assert file.read_bytes().startswith(b"BEGIN:VCALENDAR")


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["report", "--year", "2020", "-o", "x.pdf"], "Ein Dokument ‚report‘ gibt es nicht. Möglich sind: annual_rep"),
        (["deck", "--year", "2020", "-o", "x.pdf"], "Das Dokument ‚deck‘ gibt es nicht als .pdf. Möglich: .pptx."),
        (["annual_report", "--year", "2020", "-o", "x.doc"], "nicht als .doc. Möglich: .pdf oder .docx."),
        (["deck", "--year", "2022", "-o", "x.pptx"], "Der 31.12.2022 liegt in der Zukunft."),
        (["deck", "--year", "2021", "--until", "2021-08-01", "-o", "x.pptx"], "Der 01.08.2021 liegt in der Zukunft."),
        (["deck", "--year", "20", "-o", "x.pptx"], "20 ist kein Jahr zwischen 1900 und 2199."),
        (["deck", "--year", "2020", "--agreement", "ZV9", "-o", "x.pptx"], "Die Zielvereinbarung ‚ZV9‘ gibt es nicht."),
        (["calendar", "--year", "2020", "--responsible", "Amt 7", "-o", "x.ics"], "Die Stelle ‚Amt 7‘ ist für keine"),
    ],
)
def test_what_cannot_be_made_is_told_and_nothing_is_written(
    arguments: list[str], sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    assert sentence in refused(capsys, "document", *arguments)
    assert [file.name for file in tmp_path.glob("x.*")] == []


@pytest.mark.usefixtures("desk")
def test_a_file_that_cannot_be_written_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "datei").write_text("", encoding="utf-8")
    file = tmp_path / "datei" / "x.ics"
    assert "lässt sich nicht schreiben" in refused(capsys, "document", "calendar", "--year", "2020", "-o", str(file))


def test_freezing_stores_what_the_report_is_about_and_the_sums_of_its_files(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = said(capsys, "freeze", "--year", "2020", "--title", " Bericht  2020 ", "--by", "Koordination")
    assert {key: found[key] for key in ("id", "agreement", "as_of", "title", "recorded_by")} == {
        "id": 1, "agreement": "ZV", "as_of": "2020-12-31", "title": "Bericht 2020", "recorded_by": "Koordination",
    }  # fmt: skip
    again = said(capsys, "reports", "1", "-o", str(tmp_path / "aus"))
    assert (again["same"], again["same_program"]) == ({"pdf": True, "docx": True}, True)
    for format in ("pdf", "docx"):
        written = (tmp_path / "aus" / f"jahresbericht_1.{format}").read_bytes()
        assert sha256(written).hexdigest() == found[f"{format}_sha256"]
    assert len(store.frozen_reports(desk.engine)) == 1


def test_a_frozen_report_is_the_same_bytes_after_later_meldungen_and_an_undone_upload(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    first = desk.apply("Nr.;Stand;Status", "1.2;31.10.2020;in Umsetzung")
    said(capsys, "freeze", "--year", "2020", "--by", "Koordination")
    desk.apply("Nr.;Stand;Status;Sachstand", "1.1;30.11.2020;umgesetzt;nachgetragen", "2.1;01.07.2020;begonnen;")
    desk.undo(first)
    desk.apply("Nr.;Maßnahme;Handlungsfeld", "1.2;Jahresbericht;1", name="massnahmen.csv")
    assert desk.status("1.2", "2020-12-31") == "no_report"
    assert said(capsys, "reports", "1")["same"] == {"pdf": True, "docx": True}


def test_a_report_frozen_before_the_county_had_a_name_stays_without_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("AUDIT_DATABASE_URL", f"sqlite:///{tmp_path}/neu.db")
    monkeypatch.setenv("AUDIT_TODAY", "2021-07-01")
    for name in ("handlungsfelder", "zielvereinbarungen", "massnahmen", "landkreis"):
        file = tmp_path / f"{name}.csv"
        file.write_text(PLAN[name], encoding="utf-8")
        if name == "landkreis":
            said(capsys, "freeze", "--year", "2020")
        assert main(["upload", str(file)]) == 0
    assert said(capsys, "reports", "1")["same"] == {"pdf": True, "docx": True}


def test_reports_of_a_number_that_does_not_exist(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert refused(capsys, "reports", "7") == "Einen festgeschriebenen Bericht mit der Nummer 7 gibt es nicht.\n"
    assert said(capsys, "reports") == [] and store.frozen_reports(desk.engine) == ()
