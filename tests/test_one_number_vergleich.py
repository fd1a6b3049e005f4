"""One number (R15): every count and every row of the Vergleich is what `compare` of the command line prints."""

import re
from collections import Counter
from datetime import date
from html import unescape
from typing import Any

import pytest
from opened_page import NAVIGATION, headline, html, pictures
from streamlit.testing.v1 import AppTest
from walk import BEFORE, Walk, unmarked, urls, view, walk

from audit_core.terms import STATUS, TRANSITION_LABEL
from audit_core.wording.numbers import percent

__all__ = ["urls", "view", "walk"]

TITLES = {
    "forward": "Vorangekommen", "back": "Zurückgefallen", "overdue": "Neu überfällig", "ended": "Nicht mehr überfällig",
    "due": "Fristen verschoben", "first_due": "Frist neu genannt oder weggefallen", "new": "Neu dazugekommen",
    "other": "Sonstige Statusänderungen", "progress": "Fortschritt geändert",
    "corrected": "Nachgetragen oder korrigiert",
}  # fmt: skip
KNOWN = [
    ("2024-12-31", "all", "2023-12-31", "2023-12-31", "2024-12-31"),
    ("2021-12-31", "ZV1", "2020-06-30", "2020-06-30", ""),
    ("2024-12-31", "ZV2", "2024-12-31", "2024-12-31", ""),
]


def kind(change: dict[str, Any]) -> str:
    if change["what"] == "status":
        return str(change["direction"])
    if change["what"] == "overdue":
        return "overdue" if change["new"] else "ended"
    if change["what"] == "due":
        return "due" if change["old"] and change["new"] else "first_due"
    return str(change["what"])


def german(iso: str | None) -> str:
    return f"{date.fromisoformat(iso):%d.%m.%Y}" if iso else "ohne Frist"


def word(code: str | None) -> str:
    return "–" if code is None else STATUS[code].label if code in STATUS else TRANSITION_LABEL[code]


def sides(change: dict[str, Any]) -> tuple[str, str]:
    """Old and new as the table must say them."""
    old, new = change["old"], change["new"]
    match change["what"]:
        case "due":
            return german(old), german(new)
        case "progress":
            return percent(old), percent(new)
        case "overdue":
            late = [f"{n:,} Tag{'e' if n != 1 else ''} überfällig".replace(",", ".") for n in (old, new)]
            return (late[0], "nicht überfällig") if old else ("nicht überfällig", late[1])
        case "new":
            return "noch nicht da", word(new)
    return word(old), word(new)


def counts(changes: list[dict[str, Any]]) -> dict[str, tuple[int, int]]:
    """Kind → how many measures and how many milestones."""
    found = Counter((kind(c), c["milestone"] is not None) for c in changes)
    return {name: (found[name, False], found[name, True]) for name in TITLES if found[name, False] or found[name, True]}


def named(measures: int, milestones: int) -> str:
    one = [f"{measures} Maßnahme{'n' if measures != 1 else ''}"] if measures else []
    return ", ".join(one + ([f"{milestones} Meilenstein{'e' if milestones != 1 else ''}"] if milestones else []))


def shown_rows(app: AppTest) -> list[tuple[str, str, str]]:
    """The rows of all lists: what it is about, what stands right, and below it."""
    rows = re.findall(r'<ul class="am-list am-change">(.*?)</ul>', html(app), re.DOTALL)
    found = []
    for row in rows:
        left, right = re.split(r"</small></span>(?=<span)", row, maxsplit=1)
        below = left.rpartition("<small>")[2]
        words = re.sub(r'<span class="am-(?:chip|sign)".*?</span>', "", right).replace("<small>", "|")
        first, _, second = unescape(unmarked(words)).partition("|")
        found.append((unescape(below), first, second))
    return found


def expected_row(change: dict[str, Any], to: str) -> tuple[str, str, str]:
    what, (old, new) = change["what"], sides(change)
    whose = f"Meilenstein zu {change['number']}" if change["milestone"] else f"Maßnahme {change['number']}"
    match kind(change):
        case "overdue":
            n = change["new"]
            due = date.fromordinal(date.fromisoformat(to).toordinal() - n)
            days = f"{n:,} Tag{'en' if n != 1 else ''}".replace(",", ".")
            return whose, f"seit {days}", f"Frist {due:%d.%m.%Y}"
        case "ended":
            return whose, "nicht mehr überfällig", f"bisher {old}"
        case "new":
            return f"{whose}, neu im Plan", new, ""
        case "corrected":
            then = "Status unverändert" if change["old"] == change["new"] else f"damals {old}"
            return f"{whose}, {then if change['old'] else 'damals nicht bekannt'}", new, ""
        case "due" | "first_due" | "progress":
            return whose, f"{old} → {new}", difference(change)
    assert what == "status"
    return f"{whose}, bisher {old}", new, ""


def difference(change: dict[str, Any]) -> str:
    old, new = change["old"], change["new"]
    if change["what"] not in ("due", "progress") or old is None or new is None:
        return ""
    if change["what"] == "due":
        n, unit = (date.fromisoformat(new) - date.fromisoformat(old)).days, "Tag"
    else:
        n, unit = round(100 * new) - round(100 * old), "Punkt"
    sign = "±" if not n else "+" if n > 0 else "−"
    return f"{sign}{abs(n):,} {unit}{'e' if abs(n) != 1 else ''}".replace(",", ".")


def note_of(name: str, pair: tuple[int, int], changes: list[dict[str, Any]]) -> str:
    """What stands below the head of a list; of „sonstige“ how many were taken over."""
    taken_over = sum(change["new"] == "taken_over" for change in changes) if name == "other" else 0
    of_them = f"davon {taken_over} " if taken_over != sum(pair) else ""
    return named(*pair) + (f", {of_them}übernommen" if taken_over else "")


def check_page(app: AppTest, changes: list[dict[str, Any]], measures: int, to: str) -> None:
    found = counts(changes)
    if not changes:
        assert "hat sich geändert" in headline(app) and len(app.metric) == 0
        return
    none = (0, 0)
    forward, back = found.get("forward", none), found.get("back", none)
    assert [(metric.label, metric.value) for metric in app.metric] == [
        ("Vorangekommen", f"{forward[0]} von {measures}"),
        ("Zurückgefallen", f"{back[0]} von {measures}"),
        ("Neu überfällig", str(sum(found.get("overdue", none)))),
        ("Fristen verschoben", str(sum(found.get("due", none)))),
    ]
    page = html(app)
    for n in (forward[1], back[1]):
        assert f"Maßnahmen, dazu {named(0, n) or 'kein Meilenstein'}<" in page
    assert f"{sum(found.get('ended', none))} nicht mehr überfällig<" in page
    heads = [head.value.replace("\\", "") for head in app.header]
    assert [head for head in heads if head in TITLES.values()] == [TITLES[name] for name in found]
    notes = re.findall(r'<div class="am-note">((?:\d+ Ma|\d+ Mei)[^<]*)</div>', page)
    for name, pair in found.items():
        assert note_of(name, pair, changes) in notes, name
    rows = shown_rows(app)
    most = [3, 2, 2, *[3] * len(found)]
    assert len(rows) == sum(min(n, sum(pair)) for n, pair in zip(most, found.values(), strict=False))
    assert not Counter(rows) - Counter(expected_row(c, to) for c in changes)
    table = app.dataframe[0].value.astype(object).where(app.dataframe[0].value.notna(), None)
    assert Counter(
        (row["Nr."], row.get("Meilenstein"), row["bisher"], row["jetzt"], row.get("Unterschied"))
        for row in table.to_dict("records")
    ) == Counter((c["number"], c["milestone"], *sides(c), difference(c) or None) for c in changes)
    choices = [re.sub(r" [\d.]+$", "", label) for label in app.get("button_group")[-1].options]
    assert choices == ["Alles", *(TITLES[name] for name in found)]


def check_picture(app: AppTest, changes: list[dict[str, Any]]) -> None:
    found = counts(changes)
    moved = {way: sum(change["direction"] == way for change in changes) for way in ("forward", "back", "other")}
    if not any(moved.values()):
        assert pictures(app) == []
        return
    drawn = {trace["name"]: sum(abs(x) for x in trace["x"]) for trace in pictures(app)[0]["data"]}
    labels = {"forward": "vorangekommen", "back": "zurückgefallen", "other": "sonstige"}
    assert drawn == {labels[name]: n for name, n in moved.items() if n}
    key = unmarked(re.findall(r'<div class="am-legend">.*?</div>', html(app))[0])
    assert key == "".join(f"{label} {moved[name]}" for name, label in labels.items())
    app.segmented_control[-1].set_value("Tabelle").run()
    table = app.dataframe[0].value
    for name, label in (*labels.items(), ("new", "neu")):
        apart = tuple(int(table[label][table["Was"] == what].sum()) for what in ("Maßnahmen", "Meilensteine"))
        assert apart == found.get(name, (0, 0))


def test_the_vergleich_is_what_compare_prints(walk: Walk) -> None:
    changes = walk.ask("compare", BEFORE[walk.day], walk.day)["changes"]
    app = walk.page("vergleich.py")
    check_page(app, changes, len(walk.status(walk.day)["measures"]), walk.day)
    check_picture(app, changes)


def two_days(
    urls: dict[str, str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    day: str, code: str, first: str, more: list[str], **address: str,
) -> tuple[list[dict[str, Any]], Walk, AppTest]:  # fmt: skip
    """What `compare` prints for a view of the Musterkreis, who asks it, and the page of that view."""
    monkeypatch.setenv("AUDIT_DATABASE_URL", urls["musterkreis"])
    monkeypatch.setenv("AUDIT_TODAY", "2026-11-22")
    asked = Walk(capsys, day, code)
    changes = asked.ask("compare", first, day, *more)["changes"]
    app = AppTest.from_file(str(NAVIGATION), default_timeout=60)
    app.query_params.update({"zv": code, "stichtag": day, "vergleich": first, **address})
    app.switch_page("vergleich.py").run()
    assert not app.exception
    return changes, asked, app


@pytest.mark.parametrize(("day", "code", "first", "before", "known"), KNOWN)
def test_two_kenntnisstaende_are_what_compare_prints(
    day: str, code: str, first: str, before: str, known: str,
    urls: dict[str, str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    limit = ["--known-by", known] if known else []
    changes, asked, app = two_days(
        urls, monkeypatch, capsys, day, code, first, ["--known-by-before", before, *limit],
        kenntnisvorher=before, kenntnis=known,
    )  # fmt: skip
    assert changes != asked.ask("compare", first, day)["changes"]
    check_page(app, changes, len(asked.ask("status", "--as-of", day, *limit)["measures"]), day)
    check_picture(app, changes)


def test_what_was_taken_over_is_counted_as_the_command_line_counts_it(
    urls: dict[str, str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Between both agreements of the Musterkreis 5 measures are taken over: 5 have the direction `other`."""
    changes, _, app = two_days(urls, monkeypatch, capsys, "2022-06-30", "all", "2021-12-31", [])
    assert [change["new"] for change in changes if change["direction"] == "other"].count("taken_over") == 5
    assert "sonstige 5" in unmarked(html(app)) and "5 Maßnahmen, übernommen" in html(app)
    check_picture(app, changes)


def test_an_office_sees_what_compare_prints_for_it(
    urls: dict[str, str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    office = ["--responsible", "Amt für Kreisentwicklung"]
    changes, asked, app = two_days(
        urls, monkeypatch, capsys, "2021-12-31", "ZV1", "2020-12-31", office, stelle=office[1]
    )
    assert changes
    check_page(app, changes, len(asked.ask("status", "--as-of", "2021-12-31", *office)["measures"]), "2021-12-31")
