"""The command line is a contract (DESIGN §8): keys, defaults, exit codes, on the county's real data."""

import json
from pathlib import Path
from typing import Any

import pytest

from audit_core.__main__ import main

ROOT = Path(__file__).parents[1]
REAL = ROOT / "data" / "kyffhaeuserkreis"


@pytest.fixture(scope="module")
def real_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    url = f"sqlite:///{tmp_path_factory.mktemp('real')}/audit.db"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AUDIT_DATABASE_URL", url)
        assert main(["init", "--data", str(REAL)]) == 0
    return url


@pytest.fixture
def real(real_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AUDIT_DATABASE_URL", real_url)
    monkeypatch.setenv("AUDIT_TODAY", "2026-11-22")


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AUDIT_DATABASE_URL", f"sqlite:///{tmp_path}/empty.db")


def ask(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    capsys.readouterr()
    assert main([*arguments, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


@pytest.mark.usefixtures("real")
def test_status_without_options_is_the_last_agreement_at_its_end(capsys: pytest.CaptureFixture[str]) -> None:
    found = ask(capsys, "status")
    assert (found["as_of"], found["known_by"], found["agreement"]) == ("2022-12-31", None, "ZV2")
    assert set(found) == {
        "as_of", "known_by", "agreement", "completion", "milestones", "stale", "overdue", "fields_of_action",
        "offices", "measures",
    }  # fmt: skip
    assert sum(sum(f["statuses"].values()) for f in found["fields_of_action"]) == len(found["measures"]) == 17


@pytest.mark.usefixtures("real")
def test_agreement_in_force_at_the_stichtag_is_the_default(capsys: pytest.CaptureFixture[str]) -> None:
    assert ask(capsys, "status", "--as-of", "2019-12-31")["agreement"] == "ZV1"
    assert ask(capsys, "status", "--as-of", "2020-01-01")["agreement"] == "ZV2"
    assert ask(capsys, "status", "--as-of", "2014-01-01")["agreement"] == "ZV1"


@pytest.mark.usefixtures("real")
def test_status_of_all_counts_measures_without_an_agreement(capsys: pytest.CaptureFixture[str]) -> None:
    found = ask(capsys, "status", "--agreement", "all", "--as-of", "2025-12-31")
    assert len(found["measures"]) == 35
    assert [m["number"] for m in found["measures"] if m["agreement"] is None] == ["3.1.2", "4.3.2"]


@pytest.mark.usefixtures("real")
def test_buergerbus_was_late_for_its_postponed_frist(capsys: pytest.CaptureFixture[str]) -> None:
    late = ask(capsys, "overdue", "--as-of", "2020-06-03")
    row = next(r for r in late if (r["number"], r["milestone"]) == ("5.1.1", "4"))
    assert (row["first_due"], row["due"], row["days"]) == ("2020-04-30", "2020-06-02", 1)
    on_the_day = ask(capsys, "overdue", "--as-of", "2020-06-02")
    assert ("5.1.1", "4") not in {(r["number"], r["milestone"]) for r in on_the_day}


@pytest.mark.usefixtures("real")
def test_overdue_is_sorted_by_days_then_number(capsys: pytest.CaptureFixture[str]) -> None:
    late = ask(capsys, "overdue", "--agreement", "all", "--as-of", "2022-12-31")
    assert [r["days"] for r in late] == sorted((r["days"] for r in late), reverse=True)
    status = ask(capsys, "status", "--agreement", "all", "--as-of", "2022-12-31")
    assert len(late) == sum(status["overdue"].values())


@pytest.mark.usefixtures("real")
def test_balance_sums_equal_the_stichtag_counts(capsys: pytest.CaptureFixture[str]) -> None:
    found = ask(capsys, "balance", "--year", "2020")
    assert (found["from"], found["to"]) == ("2019-12-31", "2020-12-31")
    for day, totals in (("2019-12-31", found["totals_from"]), ("2020-12-31", found["totals_to"])):
        status = ask(capsys, "status", "--as-of", day, "--agreement", "all")
        counts: dict[str, int] = {}
        for measure in status["measures"]:
            counts[measure["status"]] = counts.get(measure["status"], 0) + 1
        assert totals == counts


@pytest.mark.usefixtures("real")
def test_running_year_is_compared_up_to_today_or_the_chosen_day(capsys: pytest.CaptureFixture[str]) -> None:
    assert ask(capsys, "balance", "--year", "2026")["to"] == "2026-11-22"
    assert ask(capsys, "balance", "--year", "2026", "--until", "2026-06-30")["to"] == "2026-06-30"


@pytest.mark.usefixtures("real")
def test_known_by_before_the_loading_knows_the_plan_but_no_meldung(capsys: pytest.CaptureFixture[str]) -> None:
    found = ask(capsys, "status", "--as-of", "2020-12-31", "--known-by", "2020-12-31")
    assert found["known_by"] == "2020-12-31"
    assert {m["status"] for m in found["measures"]} == {"no_report"}


@pytest.mark.usefixtures("real")
def test_compare_counts_the_new_certificate_as_forward(capsys: pytest.CaptureFixture[str]) -> None:
    found = ask(capsys, "compare", "2019-12-31", "2020-12-31")["changes"]
    assert {
        "agreement": "ZV2", "number": "1.1.2", "milestone": None, "what": "status",
        "old": "in_progress", "new": "completed", "direction": "forward",
    } in found  # fmt: skip


@pytest.mark.usefixtures("real")
def test_audit_has_the_cancelled_kreistag_between_its_consultations(capsys: pytest.CaptureFixture[str]) -> None:
    found = ask(capsys, "audit")
    assert len(found["events"]) == 24 and sum(len(r["consultations"]) for r in found["resolutions"]) == 28
    assert [e["date"] for e in found["events"]].count(None) == 3
    paper = next(r for r in found["resolutions"] if r["paper"] == "2020/7/010")
    assert [(c["date"], c["yes"], c["no"], c["abstained"], c["biased"]) for c in paper["consultations"]] == [
        ("2020-02-17", 6, 0, 0, 0), ("2020-02-19", 10, 0, 0, 0), ("2020-03-04", 7, 0, 0, 0),
        ("2020-03-17", None, None, None, None), ("2020-06-10", 29, 0, 5, 0),
    ]  # fmt: skip
    certificate = [(e["date"], e["conflicts_with"]) for e in found["events"] if e["conflicts_with"]]
    assert certificate == [("2015-06-01", "2015-06-12"), ("2015-06-12", "2015-06-01")]


@pytest.mark.parametrize("command", [["status"], ["overdue"], ["balance", "--year", "2020"], ["audit"]])
@pytest.mark.usefixtures("real")
def test_without_json_people_read_german(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(command) == 0
    text = capsys.readouterr().out
    assert "None" not in text and "in_progress" not in text and len(text) > 50


@pytest.mark.usefixtures("real")
def test_compare_as_text_names_both_sides(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", "2019-12-31", "2020-12-31"]) == 0
    assert "ZV2 1.1.2 Status: in Umsetzung → umgesetzt (vorangekommen)" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["status", "--agreement", "ZV9"], "‚ZV9‘ gibt es nicht"),
        (["status", "--responsible", "Raumfahrtamt"], "‚Raumfahrtamt‘ ist für keine Maßnahme"),
        (["compare", "2021-12-31", "2020-12-31"], "Bitte die beiden Tage tauschen"),
        (["balance", "--year", "2020", "--until", "2021-01-01"], "liegt nicht im Jahr 2020"),
        (["init"], "enthält schon einen Plan"),
    ],
)
@pytest.mark.usefixtures("real")
def test_wrong_use_is_a_sentence_and_exit_two(
    arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    assert sentence in capsys.readouterr().err


@pytest.mark.usefixtures("real")
def test_impossible_date_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["status", "--as-of", "31.02.2021"])
    assert stopped.value.code == 2
    assert "der Februar 2021 hat 28 Tage" in capsys.readouterr().err


@pytest.mark.usefixtures("empty")
def test_question_to_an_empty_database_says_how_to_load(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["status"]) == 2
    assert "python -m audit_core init" in capsys.readouterr().err


@pytest.mark.usefixtures("empty")
def test_folder_with_an_error_writes_nothing_and_exits_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "county"
    folder.mkdir()
    (folder / "handlungsfelder.csv").write_text("Nr.;Handlungsfeld\n1;Bildung\n", encoding="utf-8")
    (folder / "massnahmen.csv").write_text("Nr.;Handlungsfeld;Maßnahme\n1.1.1;1;Hort\n", encoding="utf-8")
    (folder / "meldungen.csv").write_text("Nr.;Stand;Status\n1.1.1;2020;fertisch\n", encoding="utf-8")
    assert main(["init", "--data", str(folder)]) == 1
    error = capsys.readouterr().err
    assert "Zeile 2, Spalte Status" in error and "Meinten Sie ‚fertig‘ (umgesetzt)?" in error
    assert main(["status"]) == 2


@pytest.mark.usefixtures("empty")
def test_sample_can_be_loaded_and_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["--measures", "12", "--years", "4", "--seed", "3", "--until", "2025-12-31", "-o", str(tmp_path / "s")]
    assert main(["sample", *arguments]) == 0
    assert main(["init", "--data", str(tmp_path / "s")]) == 0
    assert len(ask(capsys, "status", "--agreement", "all", "--as-of", "2025-12-31")["measures"]) > 0


def test_documentation_is_fresh(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["docs", "--check"]) == 0, capsys.readouterr().err
