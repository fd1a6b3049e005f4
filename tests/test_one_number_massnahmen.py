"""One number (R15): every figure of the list of measures is the one the command line prints, for both counties."""

import json
import re
from datetime import date, timedelta
from typing import Any

import pytest
from opened_page import headline, html
from streamlit.testing.v1 import AppTest
from walk import BY_LABEL, Walk, counted, urls, view, walk

from audit_core.tables.measures_cells import plain
from audit_core.terms import SCHEDULE
from audit_core.wording.numbers import percent

__all__ = ["urls", "view", "walk"]


def rows(app: AppTest) -> list[dict[str, Any]]:
    frame = app.dataframe[0].value
    return [{str(name): cell for name, cell in row.items()} for _, row in frame.iterrows()]


def words(cell: Any) -> str:
    return plain(cell[-1])


def number(text: str) -> int:
    return {"eine": 1, "ein": 1, "nichts": 0}.get(text) or int(text.replace(".", "").replace("nichts", "0"))


def percentage(cell: float) -> str:
    """A progress as the browser writes it: „%d“ cuts off what stands behind the point."""
    return "–" if cell != cell else f"{int(cell)}\u00a0%"


def test_four_of_six_milestones_are_67_percent(
    urls: dict[str, str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """ZV2/3.4.2 on 31.12.2025: four of its six milestones are fulfilled."""
    monkeypatch.setenv("AUDIT_DATABASE_URL", urls["kyffhaeuserkreis"])
    monkeypatch.setenv("AUDIT_TODAY", "2026-11-22")
    app = Walk(capsys, "2025-12-31", "ZV2").page("massnahmen.py")
    shown = next(row for row in rows(app) if plain(row["Nr."]) == "3.4.2")
    assert percentage(shown["Fortschritt"]) == "67\u00a0%"
    looks = json.loads(app.dataframe[0].proto.columns)["Fortschritt"]["type_config"]
    assert looks["format"] == "%d\u00a0%%"


def test_every_row_shows_what_the_command_line_says(walk: Walk) -> None:
    expected = walk.status(walk.day)["measures"]
    shown = rows(walk.page("massnahmen.py"))
    assert len(shown) == len(expected)
    for row, measure in zip(shown, expected, strict=True):
        assert plain(row["Nr."]) == measure["number"]
        assert BY_LABEL[words(row["Status"])] == measure["status"]
        assert (row["Frist"].isoformat() if isinstance(row["Frist"], date) else None) == measure["due"]
        assert percentage(row["Fortschritt"]) == percent(measure["progress"])
        label, *rest = words(row["Terminlage"]).split(", ")
        assert label == (SCHEDULE[measure["schedule"]].label if measure["schedule"] else "–")
        if measure["schedule"] == "overdue":
            assert number(rest[0].split()[0]) == measure["days_overdue"]
        if measure["stale_days"] is not None and isinstance(row["letzter Stand"], date):
            last = date.fromisoformat(walk.day) - timedelta(days=measure["stale_days"])
            assert row["letzter Stand"] == last
        if measure["stated_on"] is not None:
            assert row["letzter Stand"].isoformat() >= measure["stated_on"]


def test_the_headline_counts_as_the_command_line_does(walk: Walk) -> None:
    now = walk.status(walk.day)
    done, late, text = now["completion"], now["overdue"], headline(walk.page("massnahmen.py"))
    assert number(text.split()[0]) == len(now["measures"])
    assert f": {done['n']} von {done['of']} umgesetzt, " in text
    measures = re.search(r"umgesetzt, (\S+) überfällig", text)
    assert (number(measures[1]) if measures else 0) == late["measures"]
    milestones = re.search(r"(\S+) Meilensteine?\b", text)
    assert (number(milestones[1]) if milestones else 0) == late["milestones"]


def test_the_filters_offer_what_the_command_line_counts(walk: Walk) -> None:
    measures = walk.status(walk.day)["measures"]
    app = walk.page("massnahmen.py")
    offered = [str(option) for option in app.selectbox(key="_status").options if option != "alle Status"]
    assert {
        BY_LABEL[found[1]]: int(found[2]) for option in offered if (found := re.fullmatch(r"(.*) \((\d+)\)", option))
    } == counted(measures)
    schedules = {str(option) for option in app.selectbox(key="_lage").options} - {"alle Terminlagen"}
    assert schedules == {
        f"{SCHEDULE[code].label} ({sum(m['schedule'] == code for m in measures)})"
        for code in {m["schedule"] for m in measures} - {"left", None}
    }
    most = max(counted(measures), key=lambda code: counted(measures)[code])
    app.selectbox(key="_status").set_value(next(label for label, code in BY_LABEL.items() if code == most)).run()
    shown = [plain(row["Nr."]) for row in rows(app)]
    assert shown == [m["number"] for m in measures if m["status"] == most]
    assert html(app).count('<li class="am-row">') == min(40, len(shown))
