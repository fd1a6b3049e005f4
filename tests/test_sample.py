"""The invented county: same arguments, same bytes; believable at its end; nothing after its last day."""

import csv
import hashlib
from collections import Counter
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from audit_core.columns import FILES
from audit_core.dates import BERLIN, parse, stand
from audit_core.errors import AuditError
from audit_core.sample import write
from audit_core.terms import STATUSES, status_of_word
from audit_core.upload.check import Clock, check_folder
from audit_core.upload.parse import parse as parse_sheet

UNTIL = date(2025, 12, 31)
Rows = list[dict[str, str]]


def rows(folder: Path, name: str) -> Rows:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def digest(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


def codes(folder: Path) -> dict[tuple[str, str, str], dict[date, str]]:
    """The status code per item and day; a later line about the same day corrects an earlier one."""
    permanent = {(r["Zielvereinbarung"], r["Nr."]) for r in rows(folder, "massnahmen") if r["Daueraufgabe"] == "ja"}
    found: dict[tuple[str, str, str], dict[date, str]] = {}
    for row in rows(folder, "meldungen"):
        item = (row["Zielvereinbarung"], row["Nr."], row["Meilenstein"])
        day = stand(row["Stand"], datetime.fromisoformat(row["Erfasst am"]).date())[1]
        code = status_of_word(row["Status"], item[:2] in permanent)
        assert code is not None, row
        found.setdefault(item, {})[day] = code
    return found


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample") / "musterkreis"
    write(folder, measures=45, years=8, seed=7, until=UNTIL)
    return folder


def test_same_arguments_give_the_same_bytes_and_another_seed_gives_others(county: Path, tmp_path: Path) -> None:
    write(tmp_path / "again", 45, 8, 7, UNTIL)
    write(tmp_path / "other", 45, 8, 8, UNTIL)
    assert digest(tmp_path / "again") == digest(county)
    assert digest(tmp_path / "other")["meldungen.csv"] != digest(county)["meldungen.csv"]


def test_musterkreis_of_the_repository_is_this_sample(county: Path) -> None:
    assert digest(Path(__file__).parent.parent / "data" / "musterkreis") == digest(county)


def test_it_says_that_it_is_invented(county: Path) -> None:
    assert [(row["Name"], row["Erfunden"]) for row in rows(county, "landkreis")] == [("Musterkreis", "ja")]
    assert "erfunden" in rows(county, "landkreis")[0]["Hinweis"]
    assert "Alles in diesem Ordner ist erfunden" in (county / "README.md").read_text(encoding="utf-8")


def test_every_header_is_a_declared_column_and_no_required_cell_is_empty(county: Path) -> None:
    for file in FILES:
        found = rows(county, file.name)
        declared = {column.header: column for column in file.columns}
        assert set(found[0]) <= set(declared), file.name
        assert {header for header, column in declared.items() if not column.extra} <= set(found[0]), file.name
        for header in found[0]:
            assert not declared[header].required or all(row[header] for row in found), (file.name, header)


@pytest.mark.parametrize(("measures", "years", "until"), [(45, 8, UNTIL), (60, 5, date(2024, 6, 30)), (1, 1, UNTIL)])
def test_the_check_of_a_folder_finds_no_error(tmp_path: Path, measures: int, years: int, until: date) -> None:
    write(tmp_path, measures, years, 7, until)
    sheets = {
        file.name: parse_sheet((tmp_path / f"{file.name}.csv").read_bytes(), file, f"{file.name}.csv") for file in FILES
    }
    checked = check_folder(sheets, "", Clock(datetime(2026, 1, 1, tzinfo=BERLIN), reads_recorded_at=True))
    assert [problem.sentence() for problem in checked.errors] == []
    assert len(checked.entries) == len(rows(tmp_path, "meldungen"))


def test_45_measures_have_45_titles_in_6_fields_of_action_and_two_agreements(county: Path) -> None:
    measures = rows(county, "massnahmen")
    assert Counter(row["Zielvereinbarung"] for row in measures) == {"ZV1": 22, "ZV2": 23}
    assert len({row["Maßnahme"] for row in measures}) == 45
    assert len({(row["Zielvereinbarung"], row["Nr."]) for row in measures}) == 45
    assert {row["Handlungsfeld"] for row in measures} == {"1", "2", "3", "4", "5", "6"}
    assert len(rows(county, "meldungen")) in range(1_500, 2_501)


def test_the_agreements_share_the_years(county: Path) -> None:
    agreements = rows(county, "zielvereinbarungen")
    assert [(row["Beginn"], row["Ende"]) for row in agreements] == [
        ("01.01.2018", "31.12.2021"),
        ("01.01.2022", "31.12.2025"),
    ]


def test_predecessors_are_measures_of_the_first_agreement(county: Path) -> None:
    measures = rows(county, "massnahmen")
    first = {f"ZV1/{row['Nr.']}" for row in measures if row["Zielvereinbarung"] == "ZV1"}
    linked = [row for row in measures if row["Vorgänger"]]
    assert len(linked) >= 4
    assert {row["Zielvereinbarung"] for row in linked} == {"ZV2"}
    assert {row["Vorgänger"] for row in linked} <= first
    assert len({row["Vorgänger"] for row in linked}) == len(linked)


def test_numbers_of_the_first_agreement_come_again_in_the_second(county: Path) -> None:
    measures = rows(county, "massnahmen")
    numbers = [{row["Nr."] for row in measures if row["Zielvereinbarung"] == code} for code in ("ZV1", "ZV2")]
    assert "1.1.1" in numbers[0] & numbers[1]


def test_some_measures_lack_a_frist_or_an_office_weigh_more_or_came_later(county: Path) -> None:
    projects = [row for row in rows(county, "massnahmen") if row["Daueraufgabe"] == "nein"]
    assert 0 < sum(not row["Frist"] for row in projects) < 10
    assert 0 < sum(not row["Verantwortlich"] for row in projects) < 10
    assert 0 < sum(bool(row["Gewicht"]) for row in projects) < 10
    assert 0 < sum(bool(row["Aufgenommen"]) for row in projects) < 15
    assert 0 < 45 - len(projects) < 10


def test_all_nine_statuses_stand_at_the_end_and_some_measure_never_reports(county: Path) -> None:
    last = {item: by_day[max(by_day)] for item, by_day in codes(county).items()}
    assert {code for item, code in last.items() if not item[2]} == {status.code for status in STATUSES}
    measures = {(row["Zielvereinbarung"], row["Nr."]) for row in rows(county, "massnahmen")}
    silent = measures - {item[:2] for item in last}
    assert 0 < len(silent) < 5
    through_milestones = {item[:2] for item in last} - {item[:2] for item in last if not item[2]}
    assert len(through_milestones) == 1


def test_the_first_agreement_is_mostly_fulfilled_and_the_second_about_two_fifths(county: Path) -> None:
    last = {item: by_day[max(by_day)] for item, by_day in codes(county).items()}
    shares = {}
    for agreement in ("ZV1", "ZV2"):
        of = [
            last.get((agreement, row["Nr."], ""), "no_report")
            for row in rows(county, "massnahmen")
            if row["Zielvereinbarung"] == agreement and row["Daueraufgabe"] == "nein"
        ]
        kept = [code for code in of if code not in ("replaced", "cancelled")]
        shares[agreement] = sum(code in ("completed", "ongoing") for code in kept) / len(kept)
    assert shares["ZV1"] > 0.7
    assert 0.3 < shares["ZV2"] < 0.5


def test_nothing_is_stated_or_recorded_after_the_last_day_nor_stated_after_it_was_recorded(tmp_path: Path) -> None:
    cases = ((45, 8, 7, UNTIL), (30, 5, 1, date(2024, 6, 30)), (9, 2, 2, date(2024, 2, 29)))
    for measures, years, seed, until in cases:
        folder = tmp_path / str(measures)
        write(folder, measures, years, seed, until)
        log = rows(folder, "meldungen")
        assert log
        for row in log:
            recorded = datetime.fromisoformat(row["Erfasst am"])
            assert recorded.utcoffset() in (timedelta(hours=1), timedelta(hours=2))
            assert stand(row["Stand"], recorded.date())[1] <= recorded.date() <= until, row
        for name in ("kennzahlen", "beschluesse", "ereignisse"):
            assert all(parse(row["Datum"]).last <= until for row in rows(folder, name) if row["Datum"]), name


def test_fristen_are_shifted_with_and_without_grund_and_some_entries_come_much_later(county: Path) -> None:
    log = rows(county, "meldungen")
    shifted = [row for row in log if row["Neue Frist"]]
    assert 0 < sum(not row["Grund"] for row in shifted) < len(shifted) / 2
    delays = []
    for row in log:
        recorded = datetime.fromisoformat(row["Erfasst am"]).date()
        delays.append((recorded - stand(row["Stand"], recorded)[1]).days)
    assert sum(days > 190 for days in delays) > 5
    assert sorted(delays)[len(delays) // 2] < 30


def test_corrections_repeat_the_day_with_other_content_and_are_recorded_later(county: Path) -> None:
    by_key: dict[tuple[str, str, str, date], Rows] = {}
    for row in rows(county, "meldungen"):
        day = stand(row["Stand"], datetime.fromisoformat(row["Erfasst am"]).date())[1]
        by_key.setdefault((row["Zielvereinbarung"], row["Nr."], row["Meilenstein"], day), []).append(row)
    corrected = [entries for entries in by_key.values() if len(entries) > 1]
    assert len(corrected) > 20
    for wrong, right in corrected:
        assert datetime.fromisoformat(wrong["Erfasst am"]) < datetime.fromisoformat(right["Erfasst am"])
        columns = ("Status", "Fortschritt", "Neue Frist", "Sachstand", "Grund")
        assert [wrong[name] for name in columns] != [right[name] for name in columns]


def test_stand_and_frist_are_worded_as_offices_do(county: Path) -> None:
    stated = {row["Stand"] for row in rows(county, "meldungen")}
    assert any(text.startswith("Q") for text in stated)
    assert any("Halbjahr" in text for text in stated)
    assert any(text.isdigit() for text in stated)
    due = {row["Frist"] for row in rows(county, "massnahmen") + rows(county, "meilensteine")} - {""}
    assert any(text.startswith("Ende ") for text in due)
    assert all(parse(text).last.year in range(2018, 2028) for text in due)


def test_one_sitting_is_cancelled_one_event_has_no_date_and_one_date_is_disputed(county: Path) -> None:
    resolutions = rows(county, "beschluesse")
    cancelled = [row for row in resolutions if "abgesagt" in row["Ergebnis"]]
    assert len(cancelled) == 1 and cancelled[0]["Ja"] == ""
    assert all(int(row["Ja"]) > 0 for row in resolutions if row not in cancelled)
    events = rows(county, "ereignisse")
    assert sum(not row["Datum"] for row in events) == 1
    disputed = {(row["Datum"], row["Widerspruch zu"]) for row in events if row["Widerspruch zu"]}
    assert disputed == {("01.03.2018", "15.03.2018"), ("15.03.2018", "01.03.2018")}


def test_one_kennzahl_has_a_year_without_a_value(county: Path) -> None:
    years = Counter(row["Kennzahl"] for row in rows(county, "kennzahlen"))
    assert sorted(set(years.values())) == [7, 8]
    assert years["Fahrgäste im Rufbus"] == 7


def test_1000_measures_have_about_5000_milestones_and_50000_entries(tmp_path: Path) -> None:
    write(tmp_path, measures=1_000, years=8, seed=7, until=UNTIL)
    assert len({row["Maßnahme"] for row in rows(tmp_path, "massnahmen")}) == 1_000
    assert 4_700 < len(rows(tmp_path, "meilensteine")) < 5_300
    assert 46_000 < len(rows(tmp_path, "meldungen")) < 54_000


def test_a_county_without_measures_or_years_is_refused_with_a_sentence(tmp_path: Path) -> None:
    for measures, years in ((0, 8), (45, 0)):
        with pytest.raises(AuditError, match="mindestens eine Maßnahme und ein Jahr"):
            write(tmp_path / "none", measures, years, 7, UNTIL)
    assert not (tmp_path / "none").exists()


def test_a_county_before_1901_is_refused_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(AuditError, match="zwischen 1901 und 2199"):
        write(tmp_path / "none", 45, 200, 7, UNTIL)
