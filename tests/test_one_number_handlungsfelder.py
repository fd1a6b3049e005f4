"""One number (R15): every figure of every Handlungsfeld is the one the command line prints, for both counties."""

import csv
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html import unescape
from typing import Any

from opened_page import html
from streamlit.testing.v1 import AppTest
from test_one_number import changed_lines, shown_changes
from walk import BEFORE, BY_LABEL, DATA, Walk, counted, unmarked, urls, view, walk

from audit_core.terms import STATUS, is_open
from audit_core.wording.numbers import days, n_of, percent, signed

__all__ = ["urls", "view", "walk"]


@cache
def fields_of_measures() -> dict[tuple[str | None, str, str], str]:
    """The Handlungsfeld of every measure of both counties by (agreement, number, title)."""
    found = {}
    for county in ("kyffhaeuserkreis", "musterkreis"):
        with (DATA / county / "massnahmen.csv").open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file, delimiter=";"):
                found[row["Zielvereinbarung"] or None, row["Nr."], row["Maßnahme"]] = row["Handlungsfeld"]
    return found


def inside(measures: list[dict[str, Any]], field: str) -> list[dict[str, Any]]:
    known = fields_of_measures()
    return [m for m in measures if known[m["agreement"], m["number"], m["title"]] == field]


@dataclass(frozen=True)
class Shown:
    """The page of one field, everything unfolded: figures, HTML, headline, and all that is listed as changed."""

    metrics: dict[str, tuple[str, str]]
    html: str
    title: str
    changes: list[tuple[str, str, str]]


Pages = list[tuple[dict[str, Any], Shown]]


def of_page(app: AppTest) -> Shown:
    """The page as it stands, and then the list of all changes, where there is one behind a link."""
    metrics = {metric.label: (metric.value, metric.delta) for metric in app.metric}
    page, title, changes = html(app), str(app.title[0].value).replace("\\", ""), shown_changes(app)
    for link in [button for button in app.button if button.key == "am-all-changed"]:
        link.click().run()
        changes = shown_changes(app)[len(changes) :]
    assert not app.exception
    return Shown(metrics, page, title, changes)


WALKED: dict[tuple[str, str, str], Pages] = {}


def pages(walk: Walk) -> Pages:
    """Each field as the command line prints it, with its page; walked through once for a view."""
    view = (os.environ["AUDIT_DATABASE_URL"], walk.day, walk.agreement)
    if view not in WALKED:
        WALKED[view] = list(through_the_fields(walk))
    return WALKED[view]


def through_the_fields(walk: Walk) -> Iterator[tuple[dict[str, Any], Shown]]:
    app = walk.page("handlungsfelder.py")
    for field in walk.status(walk.day)["fields_of_action"]:
        next(select for select in app.selectbox if select.label == "Handlungsfeld").set_value(field["number"]).run()
        for more in [button for button in app.button if re.fullmatch(r"alle \d+ zeigen", button.label)]:
            more.click().run()
        assert not app.exception
        yield field, of_page(app)


def stale(measures: list[dict[str, Any]]) -> tuple[int, int]:
    waiting = [m for m in measures if is_open(m["status"]) and m["status"] != "postponed"]
    return sum(m["stale_days"] is not None for m in waiting), len(waiting)


def value(n: int, of: int) -> str:
    return n_of(n, of) if of else "–"


def test_figures_of_every_field(walk: Walk) -> None:
    now, then = walk.status(walk.day), walk.status(BEFORE[walk.day])
    before = {field["number"]: field for field in then["fields_of_action"]}
    reached = []
    for field, page in pages(walk):
        measures = inside(now["measures"], field["number"])
        shown = page.metrics
        if not measures:
            assert shown == {}
            continue
        done, old = field["completion"], before[field["number"]]
        assert shown["Maßnahmen umgesetzt"] == (
            value(done["n"], done["of"]), signed(done["n"] - old["completion"]["n"]),
        )  # fmt: skip
        late, late_before = sum(field["overdue"].values()), sum(old["overdue"].values())
        assert shown["Überfällig"] == (str(late), signed(late - late_before))
        n, of = stale(measures)
        assert shown["Ohne aktuelle Meldung"] == (
            value(n, of), signed(n - stale(inside(then["measures"], field["number"]))[0]),
        )  # fmt: skip
        if shown["Meilensteine erreicht"][0] != "–":
            reached.append([int(part) for part in shown["Meilensteine erreicht"][0].split(" von ")])
    assert sum(n for n, _ in reached) == now["milestones"]["n"]
    assert sum(of for _, of in reached) == now["milestones"]["of"]


def test_progress_rows_and_overdue_of_every_field(walk: Walk) -> None:
    now, late = walk.status(walk.day)["measures"], walk.ask("overdue", "--as-of", walk.day)
    for field, page in pages(walk):
        measures = inside(now, field["number"])
        assert field["statuses"] == counted(measures)
        check_rows(page.html, measures)
        keys = {(m["agreement"], m["number"]) for m in measures}
        check_overdue(page, field, [row for row in late if (row["agreement"], row["number"]) in keys])
        if measures:
            check_progress(page.html, field)


def check_progress(page: str, field: dict[str, Any]) -> None:
    """Status key, progress with what was expected, permanent tasks."""
    key = re.search(r'<ul class="am-key">.*?</ul>', page, re.DOTALL)
    assert key is not None
    totals = {m[1].strip(): int(m[2]) for m in re.finditer(r"<span>([^<]+)<b>(\d+)</b>", key[0])}
    assert {BY_LABEL[label]: n for label, n in totals.items()} == field["statuses"]
    bar = re.search(r'<div class="am-field-progress"><div><b>(.*?)</b><span>(.*?)</span>', page)
    assert bar is not None and bar[1] == percent(field["progress"])
    done = field["completion"]
    partly = f" aus {n_of(field['expected_of'], done['of'])}" if field["expected_of"] < done["of"] else ""
    if field["expected"] is not None:
        assert bar[2] == f"erwartet {percent(field['expected'])}{partly}"
    if done["permanent"] > 1:
        assert f"{n_of(done['permanent_running'], done['permanent'])} Daueraufgaben" in page


def check_rows(page: str, measures: list[dict[str, Any]]) -> None:
    """A row for every measure, with its status, its progress with what was expected, and its days overdue."""
    rows = [unescape(unmarked(row)) for row in re.findall(r'<li class="am-measure">(.*?)</li>', page)]
    assert len(rows) == len(measures)
    for measure in measures:
        name = f"{measure['number']} {measure['title']}"
        alike = [other for other in measures if f"{other['number']} {other['title']}" == name]
        (row,) = [
            row for row in rows if row.startswith(name) and (len(alike) == 1 or f"· {measure['agreement']}" in row)
        ]
        assert STATUS[measure["status"]].label in row
        if measure["progress"] is not None:
            assert percent(measure["progress"]) in row
            assert measure["expected"] is None or f"erwartet {percent(measure['expected'])}" in row
        if measure["days_overdue"]:
            assert f"▲ {days(measure['days_overdue'])}Frist" in row


def check_overdue(page: Shown, field: dict[str, Any], late: list[dict[str, Any]]) -> None:
    """Milestones at their measures and the headline."""
    assert len(late) == sum(field["overdue"].values())
    rows = re.findall(r"</span>(\d+) Meilensteine? überfällig</span></small>", page.html)
    assert sum(map(int, rows)) == sum(row["milestone"] is not None for row in late)
    title = page.title
    n, of = field["completion"]["n"], field["completion"]["of"]
    if field["statuses"]:
        assert title.endswith("nichts überfällig.") == (not late)
    if 0 < n < of and of > 2 and "noch keine Meldung" not in title:
        assert n_of(n, of) in title


def test_what_changed_in_every_field(walk: Walk) -> None:
    now, then = walk.status(walk.day)["measures"], walk.status(BEFORE[walk.day])["measures"]
    changes = walk.ask("compare", BEFORE[walk.day], walk.day)["changes"]
    found = []
    for field, page in pages(walk):
        if field["statuses"]:
            found += page.changes
    assert sorted(found) == sorted(changed_lines(changes, then, now))
