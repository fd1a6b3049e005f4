"""One number (R15): every figure on the three first pages is the one the command line prints, for both counties."""

import re
from collections import Counter
from html import unescape
from typing import Any

from opened_page import html, pictures
from streamlit.testing.v1 import AppTest
from walk import BEFORE, BY_LABEL, Walk, counted, unmarked, urls, view, walk

from audit_core.terms import STATUS
from audit_core.wording.numbers import n_of, percent, signed

__all__ = ["urls", "view", "walk"]


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


def shown_successions(app: AppTest) -> list[tuple[str | int, ...]]:
    """The table from one agreement to the next: the pair with what came new, the counts, the sum; none if it is not."""
    table = re.search(r'<table class="am-fields am-pairs">.*?<tbody>(.*?)</tbody>', html(app), re.DOTALL)
    rows = re.findall(r"<tr>(.*?)</tr>", table[1], re.DOTALL) if table else []
    found = [re.findall(r"<(?:b|small|td)>(?:<b>)?([^<]+)<", row) for row in rows]
    return [(name, new, *map(int, counts)) for name, new, *counts in found]


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
    assert shown_successions(app) == [
        (
            f"{row['from']} → {row['to']}",
            f"davon neu: {n_of(row['new']['n'], row['new']['of'])} Maßnahmen der {row['to']}",
            *(row["counts"][code] for code in ("done", "taken_over", "replaced", "cancelled", "still_open")),
            row["of"],
        )
        for row in found["successions"]
    ]
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
