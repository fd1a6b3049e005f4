"""One number (R15): every event, vote and count of the page Zielvereinbarung is the command line's."""

import json
import os
import re
from collections import Counter
from html import unescape
from typing import Any

import pytest
from opened_page import html
from streamlit.testing.v1 import AppTest
from walk import Walk, unmarked, urls, view, walk

from audit_core.__main__ import main
from audit_core.terms import STATUS
from audit_core.wording.numbers import n_of

__all__ = ["urls", "view", "walk"]
SITTING = re.compile(r'<tr[^>]*><td class="am-day">(.*?)</td><td>(.*?)</td>(.*?)</tr>')
EVENT = re.compile(r'<li>(?:<span class="am-when">(.*?)</span>)?<span><b>(.*?)</b> (.*?)(?:<small>|</span></li>)')
LABELS = {STATUS[code].label: code for code in STATUS}


def asked(walk: Walk) -> Any:
    walk.capsys.readouterr()
    assert main(["audit", "--json"]) == 0
    return json.loads(walk.capsys.readouterr().out)


@pytest.fixture(scope="module")
def pages() -> dict[tuple[str, str, str], AppTest]:
    return {}


@pytest.fixture
def app(walk: Walk, pages: dict[tuple[str, str, str], AppTest]) -> AppTest:
    """The page with everything unfolded; made once for a view."""
    view = (os.environ["AUDIT_DATABASE_URL"], walk.day, walk.agreement)
    if view not in pages:
        made = walk.page("zielvereinbarung.py")
        for part in made.expander:
            made.session_state[key_of(part.label)] = True
        made.run()
        assert not made.exception
        pages[view] = made
    return pages[view]


def key_of(label: str) -> str:
    if "weitere" in label:
        return "am-events" if "Ereignis" in label else "am-older"
    return f"am-branch-{label.removeprefix('**').split()[0]}"


def text(part: str) -> str:
    return unescape(unmarked(part))


def sittings(page: str) -> Counter[tuple[object, ...]]:
    found: Counter[tuple[object, ...]] = Counter()
    for day, committee, rest in SITTING.findall(page):
        cells = re.findall(r'<td class="am-n"[^>]*>(.*?)</td>', rest)
        votes = [None if cell == "–" else int(cell) for cell in cells] or [None] * 4
        found[(text(day), text(committee.split("<small>")[0]), *votes)] += 1
    return found


def test_every_consultation_up_to_the_stichtag_stands_on_the_page_with_its_votes(walk: Walk, app: AppTest) -> None:
    expected = Counter(
        (one["date_text"], one["committee"], one["yes"], one["no"], one["abstained"], one["biased"])
        for row in asked(walk)["resolutions"] for one in row["consultations"] if one["date"] <= walk.day
    )  # fmt: skip
    page = html(app)
    assert sittings(page) == expected
    off = sum(n for (day, *_), n in expected.items() if day in ("17.03.2020", "04.11.2021"))
    assert page.count("Sitzung abgesagt") == off


def test_the_resolutions_are_counted_as_the_command_line_groups_them(walk: Walk, app: AppTest) -> None:
    past = [
        (row["subject"], count) for row in asked(walk)["resolutions"]
        if (count := sum(one["date"] <= walk.day for one in row["consultations"]))
    ]  # fmt: skip
    page = html(app)
    subjects = re.findall(r'scope="rowgroup">(.*?)(?:<small>|</th>)', page)
    assert Counter(map(text, subjects)) == Counter(subject for subject, _ in past)
    remark = re.search(r">(\d+) Besch(?:luss|lüsse), (\d+) Beratung", page)
    own = page[: remark.start()].count('scope="rowgroup"') if remark else len(past)
    assert own <= 1
    if remark:
        assert int(remark[1]) + own == len(past)
        head = sittings(page[: remark.start()]).total()
        assert int(remark[2]) + head == sum(count for _, count in past)


def test_every_event_up_to_the_stichtag_stands_on_the_page(walk: Walk, app: AppTest) -> None:
    events = [e for e in asked(walk)["events"] if e["date"] is None or e["date"] <= walk.day]
    page = html(app)
    rows = EVENT.findall(page)
    shown = Counter((text(day), text(kind), text(words)) for day, kind, words in rows)
    assert shown == Counter((e["date_text"], e["kind"], e["text"]) for e in events)
    dated = [e for e in events if e["date"]]
    if dated:
        assert f">{len(dated)} mit Datum<" in page


def test_what_is_left_out_is_the_rest(walk: Walk, app: AppTest) -> None:
    found = asked(walk)
    events = sum(e["date"] is not None and e["date"] > walk.day for e in found["events"])
    late = sum(one["date"] > walk.day for row in found["resolutions"] for one in row["consultations"])
    said = re.search(r"(?:(\d+) Ereignis\w*)?(?: und )?(?:(\d+) Beratung\w*)? nach dem Stichtag \w+ nicht gezeigt",
                     html(app))  # fmt: skip
    assert (events, late) == (tuple(int(n or 0) for n in said.groups()) if said else (0, 0))


def test_every_figure_of_the_tree_is_the_one_of_the_status(walk: Walk, app: AppTest) -> None:
    status = walk.status(walk.day)
    labels = [part.label.replace("\\", "") for part in app.expander if part.label.startswith("**")]
    expected = []
    for field in status["fields_of_action"]:
        measures = sum(field["statuses"].values())
        done = field["completion"]
        parts = [f"**{field['number']} {field['title']}**", f"{measures} Maßnahme{'n' if measures != 1 else ''}"]
        parts += [f"{n_of(done['n'], done['of'])} umgesetzt"] if done["of"] else []
        if done["permanent"]:
            words = "Daueraufgaben laufen" if done["permanent"] > 1 else "Daueraufgabe läuft"
            parts.append(f"{n_of(done['permanent_running'], done['permanent'])} {words}")
        expected += [" · ".join(parts)] if measures else []
    assert labels == expected
    rows = re.findall(r'title="(.*?)".*?<span class="am-status">.*?</span>(.*?)</span>', html(app))
    shown = Counter((unescape(title).split()[0], LABELS[text(label)]) for title, label in rows)
    assert shown == Counter((one["number"], one["status"]) for one in status["measures"])
