"""One number (R15): every figure of every slide is the one the command line prints, for both counties."""

import os
import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from slideshow_reading import Shown, counts, slides
from walk import BY_LABEL, Walk, counted, urls, view, walk

from audit_core.__main__ import main
from audit_core.terms import STATUS, is_open
from audit_core.wording.numbers import count, day, days, n_of, percent, signed

__all__ = ["urls", "view", "walk"]


@cache
def made(_url: str, until: str, agreement: str, folder: Path) -> dict[str, Shown]:
    file = folder / "folien.html"
    asked = ["document", "slides", "--year", until[:4], "--until", until, "--agreement", agreement, "-o", str(file)]
    assert main(asked) == 0
    return slides(file.read_bytes())


@pytest.fixture
def shown(walk: Walk, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Shown]:
    return made(os.environ["AUDIT_DATABASE_URL"], walk.day, walk.agreement, tmp_path_factory.getbasetemp())


def of_kind(shown: dict[str, Shown], word: str) -> list[Shown]:
    """All slides about one thing, however many there are."""
    return [slide for name, slide in shown.items() if re.fullmatch(rf"{re.escape(word)}(-\d+)?", name)]


def done(field: Any) -> str:
    if not field["statuses"]:
        return "keine Maßnahme"
    return n_of(field["completion"]["n"], field["completion"]["of"]) if field["completion"]["of"] else "–"


def number_of(walk: Walk, measure: Any) -> str:
    return (
        " ".join(filter(None, (measure["agreement"], measure["number"])))
        if walk.agreement == "all"
        else measure["number"]
    )


def test_where_we_stand_has_the_four_figures_with_their_changes_and_every_field(
    walk: Walk, shown: dict[str, Shown]
) -> None:
    now = walk.status(walk.day)
    if not now["measures"]:
        assert next(iter(shown)) == "lage" and "keine Maßnahme" in shown["lage"].title
        return
    before = walk.status(f"{int(walk.day[:4]) - 1}-12-31")
    lage = shown["lage"]
    found = [(re.sub(r"^.*?(\d.*|–)$", r"\1", text), more) for text, more in zip(
        lage.texts("slide-figure"), lage.texts("slide-more"), strict=True)]  # fmt: skip
    figures = [
        (now["completion"]["n"], now["completion"]["of"], before["completion"]["n"]),
        (now["milestones"]["n"], now["milestones"]["of"], before["milestones"]["n"]),
        (now["overdue"]["milestones"], now["milestones"]["open"], before["overdue"]["milestones"]),
        (now["stale"]["n"], now["stale"]["of"], before["stale"]["n"]),
    ]
    assert [value for value, _ in found] == [
        n_of(n, of) if of and n <= of else str(n) if n else "–" for n, of, _ in figures
    ]
    since = f"seit 31.12.{int(walk.day[:4]) - 1}"
    for (_, more), (n, _, was) in zip(found, figures, strict=True):
        assert more.endswith(f"{signed(n - was) if n != was else 'unverändert'} {since}")
    bars = [bar for slide in of_kind(shown, "lage") for bar in slide.bars]
    assert [(name.split(" ")[0], counts(bar), right) for name, bar, right in bars] == [
        (field["number"], field["statuses"], done(field)) for field in now["fields_of_action"]
    ]


def test_every_field_has_its_figure_its_statuses_and_all_its_measures(walk: Walk, shown: dict[str, Shown]) -> None:
    now = walk.status(walk.day)
    listed: list[dict[str, str]] = []
    for field in now["fields_of_action"]:
        found = of_kind(shown, f"hf-{field['number']}")
        assert len(found) == max(1, -(-sum(field["statuses"].values()) // 5))
        for slide in found:
            assert slide.statuses == field["statuses"] and len(slide.rows) <= 5
            if field["completion"]["of"]:
                assert slide.texts("slide-figure") == [done(field)]
            elif field["completion"]["permanent"]:
                running = n_of(field["completion"]["permanent_running"], field["completion"]["permanent"])
                assert slide.texts("slide-figure") == [running]
            listed += slide.rows
    rows = {row["nr"]: row for row in listed}
    assert len(rows) == len(listed) == len(now["measures"])
    late = {(m["agreement"], m["number"]): 0 for m in now["measures"]}
    for item in walk.ask("overdue", "--as-of", walk.day):
        late[item["agreement"], item["number"]] += item["milestone"] is not None
    for measure in now["measures"]:
        row, milestones = rows[number_of(walk, measure)], late[measure["agreement"], measure["number"]]
        assert row["right"] == STATUS[measure["status"]].label
        expected = f"{count(milestones, 'Meilenstein', 'Meilensteine')} überfällig" if milestones else None
        if measure["days_overdue"]:
            expected = f"{days(measure['days_overdue'])} überfällig"
        assert row.get("late") == expected


def test_what_is_achieved_and_what_is_not_are_all_measures_and_milestones_of_their_kind(
    walk: Walk, shown: dict[str, Shown]
) -> None:
    now = walk.status(walk.day)
    if not now["measures"]:
        assert "erreicht" not in shown and "nicht-erreicht" not in shown
        return
    statuses = counted(now["measures"])
    rows = [row for slide in of_kind(shown, "erreicht") for row in slide.rows]
    assert {code: sum(row["right"] == STATUS[code].label for row in rows) for code in ("completed", "ongoing")} == {
        code: statuses.get(code, 0) for code in ("completed", "ongoing")
    }
    assert len(rows) == statuses.get("completed", 0) + statuses.get("ongoing", 0)
    missed = [row for slide in of_kind(shown, "nicht-erreicht") for row in slide.rows]
    late = walk.ask("overdue", "--as-of", walk.day)
    assert sorted(row["late"] for row in missed if "late" in row) == sorted(
        f"{days(item['days'])} überfällig" for item in late
    )
    gone = ("postponed", "replaced", "cancelled")
    assert len(missed) == len(late) + sum(statuses.get(code, 0) for code in gone)


def test_offices_years_and_transitions(walk: Walk, shown: dict[str, Shown]) -> None:
    now = walk.status(walk.day)
    if not now["measures"]:
        assert "ueberfaellig" not in shown and "jahre" not in shown and "uebergaenge" not in shown
        return
    bars = [bar for slide in of_kind(shown, "ueberfaellig") for bar in slide.bars]
    assert bars == [
        (office["responsible"] or "ohne Zuständigkeit", f"{office['overdue']} überfällig",
         f"bis zu {'einem Tag' if office['longest_days'] == 1 else days(office['longest_days']) + 'n'}")
        for office in now["offices"] if office["overdue"]
    ]  # fmt: skip
    if bars:
        whole = now["overdue"]["measures"] + now["overdue"]["milestones"]
        assert shown["ueberfaellig"].texts("slide-figure") == [str(whole)]
    columns = [node.get("aria-label") for node in shown["jahre"].all("slide-column")]
    assert counts(columns[-1]) == counted(now["measures"])
    assert shown["jahre"].texts("slide-done")[-1] == n_of(now["completion"]["n"], now["completion"]["of"])
    balance = walk.ask("balance", "--year", walk.day[:4], "--until", walk.day)
    head, *lines = shown["uebergaenge"].table
    cells = [
        {"from": BY_LABEL[line[0]], "to": BY_LABEL[to], "count": int(cell)}
        for line in lines if line[0] in BY_LABEL
        for to, cell in zip(head[1:], line[1:], strict=True) if to in BY_LABEL and cell
    ]  # fmt: skip
    assert sorted(cells, key=str) == sorted(balance["transitions"], key=str)
    assert {BY_LABEL[to]: int(n) for to, n in zip(head[1:-1], lines[-1][1:-1], strict=True) if to != "übernommen"} == {
        code: n for code, n in balance["totals_to"].items() if n
    }


def test_each_open_measure_has_a_slide_with_its_state_frist_and_progress(walk: Walk, shown: dict[str, Shown]) -> None:
    open_ = [m for m in walk.status(walk.day)["measures"] if is_open(m["status"])]
    found = {word: slide for word, slide in shown.items() if word.startswith("massnahme-")}
    assert list(found) == [f"massnahme-{m['agreement'] or ''}-{m['number']}" for m in open_]
    for measure in open_:
        slide = found[f"massnahme-{measure['agreement'] or ''}-{measure['number']}"]
        assert slide.texts("slide-status")[0].startswith(STATUS[measure["status"]].label)
        facts = slide.facts
        due = day_of(measure["due"])
        assert facts["Frist"].startswith(due or "ohne Frist")
        if measure["shifts"]:
            often = "einmal" if measure["shifts"] == 1 else f"{measure['shifts']}-mal"
            assert facts["Frist"] == f"{due}, {often} verschoben, zuerst {day_of(measure['first_due'])}"
        progress = percent(measure["progress"]).replace("\xa0", " ")
        expected = percent(measure["expected"]).replace("\xa0", " ")
        if measure["progress"] is None and measure["expected"] is None:
            assert "Fortschritt" not in facts
        else:
            assert facts["Fortschritt"] == progress + (
                f", erwartet {expected}" if measure["expected"] is not None else ""
            )
        if measure["stale_days"] is not None:
            assert (
                facts["Meldungen"]
                == f"seit {days(measure['stale_days'])}{'n' if measure['stale_days'] > 1 else ''} keine"
            )


def day_of(text: str | None) -> str:
    return day(date.fromisoformat(text)) if text else ""
