"""One number (R15): what an opened measure says is what the command line prints.

All measures of the views of one agreement, every third one of the views of all of them (which one depends on the year).
"""

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape
from typing import Any

import pytest
from opened_page import NAVIGATION, headline, html, pictures
from streamlit.testing.v1 import AppTest
from walk import Walk, unmarked, urls, view, walk

from audit_core import store
from audit_core.standing import history
from audit_core.terms import SCHEDULE, STATUS
from pages._address import measure_word

__all__ = ["urls", "view", "walk"]


def opened(day: str, measures: list[str]) -> Iterator[tuple[str, AppTest]]:
    """The page of each measure (its word in the address): the first by its link, the others in the same session."""
    app = AppTest.from_file(str(NAVIGATION), default_timeout=60)
    app.query_params.update({"massnahme": measures[0], "stichtag": day})
    app.switch_page("massnahmen.py").run()
    for measure in measures:
        app.session_state["massnahme"] = measure
        app.run()
        assert not app.exception, measure
        yield measure, app


def words(app: AppTest) -> list[str]:
    """The status line: the status, the Terminlage if there is one, and what follows."""
    line = re.search(r'<div class="am-status-line">(.*?)</div>', html(app), re.DOTALL)
    assert line is not None
    parts = re.findall(r"<span(?: class=\"am-(?:strong|alarm)\")?>(.*?)</span>(?=<span|$)", line[1])
    return [unescape(unmarked(part)).strip() for part in parts]


def german(iso: str) -> str:
    year, month, day = iso.split("-")
    return f"{day}.{month}.{year}"


def whole(n: int) -> str:
    return f"{n:,}".replace(",", ".")


def days(n: int) -> str:
    return "1 Tag" if n == 1 else f"{whole(n)} Tage"


def percentage(share: float | None) -> str:
    return "–" if share is None else f"{100 * share:.0f}\xa0%"


def expected_words(measure: dict[str, Any]) -> set[str]:
    """What the status line must say of a measure as the command line prints it; days late are not printed there."""
    said = set()
    schedule = SCHEDULE[measure["schedule"]].label
    if measure["schedule"] == "overdue":
        said.add(f"▲{schedule}, {days(measure['days_overdue'])}")
    elif measure["schedule"] not in ("left", "done_late"):
        said.add(schedule)
    if measure["due"]:
        times = "einmal" if measure["shifts"] == 1 else f"{measure['shifts']}-mal"
        moved = f", {times} verschoben, zuerst {german(measure['first_due'])}" if measure["shifts"] else ""
        said.add(f"Frist {german(measure['due'])}{moved}")
    is_open = STATUS[measure["status"]].group == "open"
    if is_open and (measure["progress"] is not None or measure["expected"] is not None):
        ahead = "" if measure["expected"] is None else f", erwartet {percentage(measure['expected'])}"
        said.add(f"Fortschritt {percentage(measure['progress'])}{ahead}")
    if measure["status_from"] == "milestones":
        said.add("Status aus den Meilensteinen")
    if measure["stale_days"]:
        said.add(f"seit {whole(measure['stale_days'])} Tagen keine Meldung")
    return said


def reached(said: list[str]) -> tuple[int, int]:
    """The milestones of a status line: n von N."""
    for word in said:
        if found := re.fullmatch(r"(\d+) von (\d+) Meilensteinen erreicht", word):
            return int(found[1]), int(found[2])
        if found := re.fullmatch(r"der einzige Meilenstein ist (nicht )?erreicht", word):
            return (0 if found[1] else 1), 1
    return 0, 0


def overdue_days(app: AppTest) -> list[str]:
    """The days overdue that the time line writes, of the narrow picture, which writes every word in one place."""
    texts = [note["text"] for picture in pictures(app)[-1:] for note in picture["layout"].get("annotations", ())]
    return [found[1] for text in texts if (found := re.match(r"▲\xa0([\d.]+ Tage?) überfällig", unmarked(text)))]


def test_every_measure_of_a_view_says_what_the_command_line_prints(walk: Walk) -> None:
    status = walk.status(walk.day)
    late: dict[tuple[str, str], Counter[str]] = {}
    milestones: Counter[tuple[str, str]] = Counter()
    for row in walk.ask("overdue", "--as-of", walk.day):
        late.setdefault((row["agreement"], row["number"]), Counter())[days(row["days"])] += 1
        milestones[row["agreement"], row["number"]] += row["milestone"] is not None
    by_word = {f"{m['agreement'] or ''}/{m['number']}": m for m in status["measures"]}
    sampled = list(by_word)[int(walk.day[:4]) % 3 :: 3] if walk.agreement == "all" else list(by_word)
    n = of = 0
    for word, app in opened(walk.day, sampled):
        measure = by_word[word]
        said = words(app)
        label = STATUS[measure["status"]].label
        assert headline(app).startswith(f"{measure['title']}: {label}"), word
        assert said[0].endswith(label), word
        wanted = expected_words(measure)
        if behind := milestones[measure["agreement"], measure["number"]]:
            wanted.add(f"▲{behind} Meilenstein{'e' if behind > 1 else ''} überfällig")
        told = {one for one in said[1:] if not re.search(r"Meilenstein(en|) (ist |)(nicht |)erreicht|^verspätet", one)}
        assert told == wanted, word
        assert any(one.startswith("verspätet erledigt, ") for one in said) == (measure["schedule"] == "done_late"), word
        assert Counter(overdue_days(app)) == late.get((measure["agreement"], measure["number"]), Counter()), word
        n, of = n + reached(said)[0], of + reached(said)[1]
    if len(sampled) == len(by_word):
        assert (n, of) == (status["milestones"]["n"], status["milestones"]["of"])


@pytest.mark.parametrize(("county", "day"), [("kyffhaeuserkreis", "2014-12-31"), ("musterkreis", "2023-06-30")])
def test_every_measure_opens_by_its_link_also_before_it_exists_and_after_it_was_taken_over(
    county: str, day: str, urls: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AUDIT_DATABASE_URL", urls[county])
    monkeypatch.setenv("AUDIT_TODAY", "2026-11-22")
    engine = store.open_engine(urls[county])
    every = [measure_word(row.key.measure) for row in history(store.load(engine)).county.measures]
    engine.dispose()
    titles = [headline(page) for _, page in opened(day, every)]
    assert len(titles) == len(every) == {"kyffhaeuserkreis": 35, "musterkreis": 45}[county]
    if day == "2014-12-31":
        assert sum(title.endswith("am 31.12.2014 noch nicht im Plan.") for title in titles) == 31

