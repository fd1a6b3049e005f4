"""One number (R15): every figure on the three pages is the one the command line prints, for both counties."""

import json
import logging
import re
from collections import Counter
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from opened_page import NAVIGATION, html, pictures
from streamlit.testing.v1 import AppTest

from audit_core.__main__ import main
from audit_core.terms import SHOWN_ORDER, STATUS, TRANSITION_LABEL
from audit_core.wording.numbers import n_of, percent, signed

DATA = Path(__file__).parents[1] / "data"
VIEWS = [
    ("kyffhaeuserkreis", "2016-12-31", "all"), ("kyffhaeuserkreis", "2019-12-31", "ZV1"),
    ("kyffhaeuserkreis", "2020-06-03", "ZV2"), ("kyffhaeuserkreis", "2022-12-31", "all"),
    ("kyffhaeuserkreis", "2025-12-31", "ZV2"), ("musterkreis", "2018-12-31", "all"),
    ("musterkreis", "2021-12-31", "ZV1"), ("musterkreis", "2022-06-30", "all"),
    ("musterkreis", "2024-02-29", "ZV2"), ("musterkreis", "2025-12-31", "all"),
]  # fmt: skip
BEFORE = {day: f"{int(day[:4]) - 1}{day[4:]}".replace("2023-02-29", "2023-02-28") for _, day, _ in VIEWS}
BY_LABEL = {STATUS[code].label: code for code in SHOWN_ORDER} | {
    label: code for code, label in TRANSITION_LABEL.items()
}


@pytest.fixture(scope="module")
def urls(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("counties")
    made = {name: f"sqlite:///{folder}/{name}.db" for name in ("kyffhaeuserkreis", "musterkreis")}
    with pytest.MonkeyPatch.context() as patch:
        for name, url in made.items():
            patch.setenv("AUDIT_DATABASE_URL", url)
            assert main(["init", "--data", str(DATA / name)]) == 0
    return made


# AppTest without a server warns at every step, into a stream that the command line's capture has closed.
logging.getLogger("streamlit.runtime.scriptrunner_utils.script_run_context").setLevel(logging.ERROR)


class Walk:
    """One view asked twice: as a page and on the command line."""

    def __init__(self, capsys: pytest.CaptureFixture[str], day: str, agreement: str) -> None:
        self.capsys, self.day, self.agreement = capsys, day, agreement

    def ask(self, *arguments: str) -> Any:
        self.capsys.readouterr()
        assert main([*arguments, "--agreement", self.agreement, "--json"]) == 0
        return json.loads(self.capsys.readouterr().out)

    def status(self, day: str) -> Any:
        return self.ask("status", "--as-of", day)

    def page(self, name: str) -> AppTest:
        app = AppTest.from_file(str(NAVIGATION), default_timeout=60)
        app.query_params.update({"zv": self.agreement, "stichtag": self.day, "vergleich": BEFORE[self.day]})
        app.query_params["jahr"] = self.day[:4]
        app.switch_page(name).run()
        assert not app.exception
        return app


@pytest.fixture(params=VIEWS, ids=" ".join)
def walk(
    request: pytest.FixtureRequest,
    urls: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Walk:
    county, day, agreement = request.param
    monkeypatch.setenv("AUDIT_DATABASE_URL", urls[county])
    monkeypatch.setenv("AUDIT_TODAY", "2026-11-22")
    return Walk(capsys, day, agreement)


def unmarked(text: str) -> str:
    return re.sub(r"<[^>]+>", "", text)


def counted(measures: list[dict[str, Any]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for measure in measures:
        found[measure["status"]] = found.get(measure["status"], 0) + 1
    return found


def changed_lines(
    changes: list[dict[str, Any]], before: list[dict[str, Any]], now: list[dict[str, Any]]
) -> list[tuple[str, str, str]]:
    """What the list of changes must show: title, what was before, the code of what is now."""
    titles = {(measure["agreement"], measure["number"]): measure["title"] for measure in [*before, *now]}
    return [
        (
            titles[change["agreement"], change["number"]],
            f"bisher {STATUS[change['old']].label}" if change["what"] == "status" else "neu im Plan",
            change["new"],
        )
        for change in changes
        if change["milestone"] is None and change["what"] in ("new", "status")
    ]


def shown_changes(app: AppTest) -> list[tuple[str, str, str]]:
    """The rows of the page that say what was before."""
    rows = re.findall(r'<li class="am-row">(.*?)<small>(bisher [^<]*|neu im Plan)</small></span>(.*?)</li>', html(app))
    return [
        (unescape(unmarked(title)), before, BY_LABEL[unmarked(re.sub(r'<span class="am-chip.*?</span>', "", right))])
        for title, before, right in rows
    ]


def test_figures_of_the_ueberblick(walk: Walk) -> None:
    now, before = walk.status(walk.day), walk.status(BEFORE[walk.day])
    app = walk.page("ueberblick.py")
    shown = {metric.label: (metric.value, metric.delta) for metric in app.metric}
    late, late_before = now["overdue"]["milestones"], before["overdue"]["milestones"]
    for label, n, of, n_before in (
        ("Maßnahmen umgesetzt", now["completion"]["n"], now["completion"]["of"], before["completion"]["n"]),
        ("Meilensteine erreicht", now["milestones"]["n"], now["milestones"]["of"], before["milestones"]["n"]),
        ("Meilensteine überfällig", late, now["milestones"]["open"], late_before),
        ("Ohne aktuelle Meldung", now["stale"]["n"], now["stale"]["of"], before["stale"]["n"]),
    ):
        value = n_of(n, of) if n <= of else str(n)
        assert shown[label] == (value if of or n else "–", signed(n - n_before))
    key = re.search(r'<ul class="am-key">.*?</ul>', html(app), re.DOTALL)
    assert key is not None
    totals = {m[1].strip(): int(m[2]) for m in re.finditer(r"<span>([^<]+)<b>(\d+)</b>", key[0])}
    assert {BY_LABEL[label]: n for label, n in totals.items()} == counted(now["measures"])


def test_pictures_of_the_ueberblick(walk: Walk) -> None:
    fields = walk.status(walk.day)["fields_of_action"]
    status, progress = pictures(walk.page("ueberblick.py"))
    for row, field in enumerate(fields):
        drawn = {BY_LABEL[t["name"]]: t["x"][row] for t in status["data"] if t["x"][row]}
        assert drawn == field["statuses"]
    heads = [unmarked(note["text"]) for note in status["layout"]["annotations"]]
    done = [n_of(f["completion"]["n"], f["completion"]["of"]) for f in fields if f["completion"]["of"]]
    assert [text for text in heads if re.fullmatch(r"\d+ von \d+", text)] == done
    texts = [unmarked(note["text"]) for note in progress["layout"]["annotations"]]
    for field in fields:
        assert f"HF {field['number']}  {percent(field['progress'])}" in texts
    expected = [f"erwartet {percent(f['expected'])}" for f in fields if f["expected"] is not None]
    assert [" ".join(t.split(" ")[:2]) for t in texts if t.startswith("erwartet") and "%" in t] == expected


def test_table_and_lists_of_the_ueberblick(walk: Walk) -> None:
    now, late = walk.status(walk.day), walk.ask("overdue", "--as-of", walk.day)
    app = walk.page("ueberblick.py")
    days = [int(d.replace(".", "")) for d in re.findall(r"</span>([\d.]+) Tage?</strong>", html(app))]
    assert days == [row["days"] for row in late[:4]]
    changed = walk.ask("compare", BEFORE[walk.day], walk.day)["changes"]
    moved = changed_lines(changed, walk.status(BEFORE[walk.day])["measures"], now["measures"])
    shown = shown_changes(app)
    assert len(shown) == min(len(moved), 3) and not Counter(shown) - Counter(moved)
    if len(moved) > 3:
        next(button for button in app.button if button.key == "am-all-changed").click().run()
        assert sorted(shown_changes(app)) == sorted([*shown, *moved])
        app = walk.page("ueberblick.py")
    app.segmented_control[0].set_value("Tabelle").run()
    table = app.dataframe[0].value
    for row, field in enumerate(now["fields_of_action"]):
        done = field["completion"]
        assert (table["umgesetzt"][row], table["von"][row]) == (done["n"], done["of"])
    done = now["completion"]
    assert (table["umgesetzt"].iloc[-1], table["von"].iloc[-1]) == (done["n"], done["of"])


def test_offices_of_the_zustaendigkeiten(walk: Walk) -> None:
    offices = walk.status(walk.day)["offices"]
    app = walk.page("zustaendigkeiten.py")
    if not offices:
        assert len(app.dataframe) == 0
        return
    table = app.dataframe[0].value.fillna(0)
    assert {
        row["Zuständigkeit"]: (row["überfällig"], row["bald fällig"], row["ohne Meldung"], row["längster Verzug"])
        for _, row in table.iterrows()
    } == {
        o["responsible"] or "ohne Zuständigkeit": (o["overdue"], o["due_soon"], o["stale"], o["longest_days"])
        for o in offices
    }
    first = table["Zuständigkeit"][0]
    late = [r["days"] for r in walk.ask("overdue", "--as-of", walk.day) if (r["responsible"] or "") == first]
    card = [int(d.replace(".", "")) for d in re.findall(r"</span>([\d.]+) Tage?</strong>", html(app))]
    assert card == late[:10] or first == "ohne Zuständigkeit"


def test_years_of_the_jahresbilanz(walk: Walk) -> None:
    app = walk.page("jahresbilanz.py")
    columns, on_time = pictures(app)[0], pictures(app)[2]
    for index, year in enumerate(columns["data"][0]["x"]):
        until = walk.day if str(year) == walk.day[:4] else f"{year}-12-31"
        found = walk.ask("balance", "--year", str(year), "--until", until)
        drawn = {BY_LABEL[t["name"]]: t["y"][index] for t in columns["data"] if t["y"][index]}
        assert drawn == found["totals_to"]
        punctual = found["on_time"]
        whole = sum(punctual.values())
        text = unmarked(on_time["data"][0]["text"][index])
        assert text.endswith(n_of(punctual["on_time"], whole)) if whole else text == "keine Frist"


def test_transitions_of_the_jahresbilanz(walk: Walk) -> None:
    found = walk.ask("balance", "--year", walk.day[:4], "--until", walk.day)
    app = walk.page("jahresbilanz.py")
    table = re.search(r'<table class="am-table.*?</table>', html(app), re.DOTALL)
    if table is None:
        assert found["transitions"] == []
        return
    head, body = table[0].split("</thead>")
    columns = [unmarked(cell) for cell in re.findall(r"<th[^>]*>(.*?)</th>", head, re.DOTALL)]
    columns = [BY_LABEL[label] for label in columns if label in BY_LABEL]
    drawn = []
    for row in re.findall(r"<tr>(.*?)</tr>", body, re.DOTALL):
        label, *cells = (unmarked(cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL))
        if label in BY_LABEL:
            drawn += [
                {"from": BY_LABEL[label], "to": to, "count": int(cell)}
                for to, cell in zip(columns, cells, strict=False)
                if cell
            ]
    order = str
    assert sorted(drawn, key=order) == sorted(found["transitions"], key=order)
