"""workshops, minutes and draft of the command line: what they print and write, and the database afterwards."""

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from draft_words import said
from uploading import Desk

from audit_core import store
from audit_core.__main__ import main
from audit_core.dates import BERLIN
from audit_core.workshop import taking

AT = datetime(2021, 6, 30, 19, tzinfo=BERLIN)
WORDS = [
    ("measure:ZV/1.1", "decision", "continue"), ("measure:ZV/1.1", "due", "2023"),
    ("measure:ZV/1.2", "decision", "end"), ("new:a", "title", "Familienbüro"), ("new:a", "field_of_action", "Bildung"),
    ("goal:g", "title", "Wege"), ("milestone:m", "of", "new:a"), ("milestone:m", "title", "Konzept"),
]  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    desk = Desk(tmp_path)
    monkeypatch.setenv("AUDIT_DATABASE_URL", desk.url)
    monkeypatch.setenv("AUDIT_TODAY", "2021-07-01")
    return desk


@pytest.fixture
def evening(desk: Desk) -> Desk:
    county = store.load(desk.engine)
    row = taking.begin(desk.engine, county, "strategy", "ZV", date(2021, 6, 30), "Sommer", "Koordination", AT)
    taking.take(desk.engine, said(WORDS, workshop=row.id, at=AT))
    return desk


def ask(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    capsys.readouterr()
    assert main([*arguments, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    capsys.readouterr()
    assert main([*arguments]) == 2
    return capsys.readouterr().err.strip()


@pytest.mark.usefixtures("evening")
def test_workshops_lists_every_evening_with_how_far_it_came(capsys: pytest.CaptureFixture[str]) -> None:
    assert ask(capsys, "workshops") == [
        {
            "id": 1, "kind": "strategy", "agreement": "ZV", "as_of": "2021-06-30", "title": "Sommer",
            "recorded_at": "2021-06-30T17:00:00+00:00", "recorded_by": "Koordination", "decided": 2, "open": 3,
        }
    ]  # fmt: skip
    assert main(["workshops"]) == 0
    assert capsys.readouterr().out == (
        "Nr. 1: Sommer, ZV, Stichtag 30.06.2021, begonnen am 30.06.2021, 19:00 Uhr von Koordination: "
        "2 von 3 offenen Maßnahmen entschieden\n"
    )


@pytest.mark.usefixtures("desk")
def test_without_a_workshop_the_list_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert ask(capsys, "workshops") == []
    assert main(["workshops"]) == 0
    assert capsys.readouterr().out == "Noch hat kein Workshop begonnen.\n"


@pytest.mark.usefixtures("evening")
def test_minutes_prints_every_decision_once(capsys: pytest.CaptureFixture[str]) -> None:
    found = ask(capsys, "minutes", "1")
    assert [(row["number"], row["decision"], row["due"], row["gaps"]) for row in found["decisions"]] == [
        ("1.1", "continue", "2023", ["neue Frist fehlt bei 1 Meilenstein"]), ("1.2", "end", None, ["Grund fehlt"]),
    ]  # fmt: skip
    assert found["decisions"][0]["recorded_at"] == "2021-06-30T17:00:00+00:00"
    assert [row["title"] for row in found["goals"] + found["measures"] + found["milestones"]] == [
        "Wege", "Familienbüro", "Konzept",
    ]  # fmt: skip
    assert found["undecided"] == [{"agreement": "ZV", "number": "2.1"}] and found["conflicts"] == []
    assert (found["id"], found["decided"], found["open"]) == (1, 2, 3)


@pytest.mark.usefixtures("evening")
@pytest.mark.parametrize(("ending", "begins"), [("pdf", b"%PDF-"), ("DOCX", b"PK")])
def test_minutes_are_written_by_the_ending_of_the_file(tmp_path: Path, ending: str, begins: bytes) -> None:
    file = tmp_path / "neu" / f"protokoll.{ending}"
    assert main(["minutes", "1", "-o", str(file)]) == 0
    assert file.read_bytes().startswith(begins)


@pytest.mark.usefixtures("evening")
def test_wrong_use_of_minutes_is_told_in_german(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert refused(capsys, "minutes", "9", "--json") == "Einen Workshop mit der Nummer 9 gibt es nicht."
    assert refused(capsys, "minutes", str(10**30), "--json").startswith("Einen Workshop mit der Nummer 1000")
    odt = refused(capsys, "minutes", "1", "-o", str(tmp_path / "p.odt"))
    assert odt == "Ein Protokoll gibt es nicht als .odt. Möglich: .pdf oder .docx."
    assert refused(capsys, "minutes", "1", "-o", str(tmp_path / ".pdf")).startswith("‚.pdf‘ ist nur eine Endung.")
    assert refused(capsys, "minutes", "1").startswith("Bitte mit -o die Datei angeben")
    (tmp_path / "belegt").write_text("", encoding="utf-8")
    assert "lässt sich nicht schreiben" in refused(capsys, "minutes", "1", "-o", str(tmp_path / "belegt" / "p.pdf"))


def test_a_draft_is_written_its_gaps_are_told_and_its_files_upload_one_after_the_other(
    evening: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "entwurf"
    before = store.load(evening.engine).revision
    assert main(["draft", "-o", str(folder)]) == 0
    assert capsys.readouterr().err.splitlines() == [
        "Neues Ziel ‚Wege‘: Handlungsfeld fehlt.",
        "Ziel ohne Maßnahme: ‚Wege‘ steht in keiner Datei, bis eine Maßnahme dazu aufgenommen ist.",
        "Über 1 offene Maßnahme ist noch nicht entschieden.",
        "1.1.1 Netzwerk: neue Frist fehlt bei 1 Meilenstein.",
        "2.1.1 Familienbüro: zuständige Stelle fehlt; Frist fehlt.",
        "ZV/1.2 Bericht: Grund fehlt.",
    ]
    assert store.load(evening.engine).revision == before
    names = ["zielvereinbarungen", "massnahmen", "meilensteine", "meldungen"]
    assert {file.stem for file in folder.iterdir()} == set(names)
    for name in names:
        assert main(["upload", str(folder / f"{name}.csv")]) == 0
    plan = store.load(evening.engine).plan_known_by(None)
    assert [(m.number, m.title, m.predecessor) for m in plan.measures if m.agreement == "ZV 2"] == [
        ("1.1.1", "Netzwerk", ("ZV", "1.1")), ("2.1.1", "Familienbüro", None),
    ]  # fmt: skip
    assert [a.code for a in plan.agreements] == ["ZV", "ZV 2"]
    capsys.readouterr()
    assert main(["draft", "--agreement", "ZV", "-o", str(tmp_path / "noch einmal")]) == 0
    for name in names:
        again = tmp_path / "noch einmal" / f"{name}.csv"
        assert again.read_bytes() == (folder / f"{name}.csv").read_bytes()
        assert ask(capsys, "upload", str(again))["upload"] is None


@pytest.mark.usefixtures("desk")
def test_a_draft_without_a_workshop_follows_the_agreement_in_force(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["draft", "-o", str(tmp_path / "d")]) == 0
    assert [file.name for file in (tmp_path / "d").iterdir()] == ["zielvereinbarungen.csv"]
    assert main(["draft", "ZV", "-o", str(tmp_path / "e")]) == 0
    assert [file.name for file in (tmp_path / "e").iterdir()] == ["zielvereinbarungen.csv"]
    assert "Die Zielvereinbarung ‚X‘ gibt es nicht." in refused(capsys, "draft", "X", "-o", str(tmp_path))
    assert refused(capsys, "draft", "X", "--agreement", "ZV", "-o", str(tmp_path)) == (
        "Bitte das Kürzel der Zielvereinbarung nur einmal angeben."
    )
    assert "Die Zielvereinbarung ‚X‘ gibt es nicht." in refused(
        capsys, "draft", "--agreement", "X", "-o", str(tmp_path)
    )
    assert refused(capsys, "draft", "--agreement", "all", "-o", str(tmp_path)) == (
        "Ein Entwurf folgt auf eine Zielvereinbarung. Bitte mit --agreement ihr Kürzel angeben."
    )
