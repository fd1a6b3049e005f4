"""A whole evening: two people decide at once, the server is killed, a page is reloaded in mid-typing; nothing is lost.

`AUDIT_EVENING` is how many Gründe are typed (`make torture`: one for each measure that needs one).
"""

import json
import os
import shutil
import sqlite3
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import pytest
from docx import Document
from evening import NUMBERS, WANTED, Hall, Person, slide_of, slides_of_fields
from playwright.sync_api import Browser, expect

from audit_core.__main__ import main
from audit_core.terms import DECISION as DECISIONS
from audit_core.workshop.subjects import DECISION, REASON, TITLE

WRITTEN = int(os.environ.get("AUDIT_EVENING", "4"))
ASKED = [subject for subject, code in WANTED.items() if code in ("replace", "end")]
ARGUED = "measure:ZV1/3.1.3"
"""The measure about which both write at once while the server is away."""
NEW = {TITLE: "Mobile Beratung auf dem Land", "responsible": "Sozialamt", "due": "30.06.2029"}


@dataclass
class Played:
    """An evening that is over: the hall, and what must have come of it."""

    hall: Hall
    by: dict[str, str] = field(default_factory=dict)
    reasons: dict[str, str] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    restored: list[str] = field(default_factory=list)
    versions: list[list[str]] = field(default_factory=list)


@pytest.fixture(scope="module")
def played(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Played:
    hall = Hall(tmp_path_factory.mktemp("evening"))
    hall.start()
    try:
        anna, bert = Person(chromium, hall, "Anna"), Person(chromium, hall, "Bert")
        evening = Played(hall)
        _decide(evening, anna, bert)
        _write_reasons(evening, anna, bert)
        _argue(evening, anna, bert)
        _add_a_measure(bert)
        for person in (anna, bert):
            person.is_saved()
            person.context.close()
    finally:
        hall.kill()
    return evening


def _decide(evening: Played, anna: Person, bert: Person) -> None:
    """All 45 by keyboard, from both ends at once; the plug is pulled between two keys, and right after some."""
    hall, words = evening.hall, list(slides_of_fields())
    halves = (words[:5], words[:4:-1])
    for person, (first, *_) in zip((anna, bert), halves, strict=True):
        person.open(first)
        person.sign()
    for place in range(5):
        if place:
            anna.turn("PageDown", halves[0][place])
            bert.turn("PageUp", halves[1][place])
        for person in (anna, bert):
            evening.by |= dict.fromkeys(person.rows(), person.name)
        anna.decide(anna.rows()[:2])
        if place == 1:
            hall.kill()
        anna.decide(anna.rows()[2:])
        bert.decide(bert.rows())
        if place == 3:
            hall.kill()
        if place in (1, 3):
            hall.start()
            anna.is_saved()
            bert.is_saved()


def _write_reasons(evening: Played, anna: Person, bert: Person) -> None:
    """Gründe sign by sign, half of them by each; one reload in mid-typing, every fifth time the server dies in it."""
    half = WRITTEN // 2
    for person, subjects in ((anna, ASKED[:half]), (bert, ASKED[-half:])):
        person.open(slide_of(subjects[0]))
        for place, subject in enumerate(subjects):
            if place:
                _page_to(person, subjects[place - 1], subject)
            text = f"Grund für {subject}: so hat es {person.name} gehört."
            person.write(subject, REASON, text[:20])
            if place == 0:
                person.reload()
                evening.restored.append(person.field(subject, REASON).input_value())
            killed = place % 5 == 1 and person is anna
            if killed:
                evening.hall.kill()
            person.write(subject, REASON, text[20:])
            evening.reasons[subject] = text
            if WANTED[subject] == "replace":
                evening.titles[subject] = f"An Stelle von {subject}"
                person.write(subject, TITLE, evening.titles[subject])
            person.leave()
            if killed:
                evening.hall.start()
                person.is_saved()


def _page_to(person: Person, here: str, there: str) -> None:
    """On by the keys of the stage, from the slide of one measure to that of another."""
    subjects = list(WANTED)
    way = subjects[subjects.index(here) : subjects.index(there) + 1]
    for _, word in pairwise(way):
        person.turn("PageDown", slide_of(word))


def _argue(evening: Played, anna: Person, bert: Person) -> None:
    """Both write the same Grund while the server is away: both versions stand there until one is taken."""
    people = (anna, bert)
    for person in people:
        person.is_saved()
        person.open(slide_of(ARGUED))
    evening.hall.kill()
    for person in people:
        person.write(ARGUED, REASON, f"{person.name} hat es so verstanden.")
        person.leave()
    evening.hall.start()
    for person in people:
        person.is_saved()
    for person in people:
        shown = person.page.locator(f'.wf-group[data-subject="{ARGUED}"] .wf-version')
        expect(shown).to_have_count(2, timeout=15_000)
        evening.versions.append(sorted(shown.all_inner_texts()))
    evening.reasons[ARGUED] = "Bert hat es so verstanden."
    anna.page.get_by_role("button", name="Bert hat es so verstanden.").click()
    anna.is_saved()
    expect(bert.page.locator(f'.wf-group[data-subject="{ARGUED}"] .wf-version')).to_have_count(0, timeout=15_000)


def _add_a_measure(person: Person) -> None:
    person.open("neu-5")
    person.page.locator(".wf-add").last.click()
    group = person.page.locator(".wf-of-new").last
    for name, text in NEW.items():
        group.locator(f'[data-field="{name}"]').focus()
        person.page.keyboard.type(text)
    person.leave()


@pytest.fixture
def hall(played: Played, monkeypatch: pytest.MonkeyPatch) -> Hall:
    """The database that the killed servers left behind, for the command line."""
    monkeypatch.setenv("AUDIT_DATABASE_URL", played.hall.url)
    monkeypatch.setenv("AUDIT_TODAY", "2026-07-17")
    return played.hall


def test_every_decision_stands_in_the_database_exactly_once(played: Played) -> None:
    notes = played.hall.notes()
    decided = [note for note in notes if note.field == DECISION]
    assert Counter(note.subject for note in decided) == Counter(list(WANTED))
    assert {note.subject: note.text for note in decided} == WANTED
    assert {note.subject: note.recorded_by for note in decided} == played.by
    assert len({note.word for note in notes}) == len(notes)


def test_a_reload_in_mid_typing_keeps_what_was_typed(played: Played) -> None:
    assert played.restored == [played.reasons[ASKED[0]][:20], played.reasons[ASKED[-(WRITTEN // 2)]][:20]]


def test_two_who_wrote_at_once_both_saw_both_versions(played: Played) -> None:
    assert played.versions == [["Anna hat es so verstanden.", "Bert hat es so verstanden."]] * 2


def test_no_traceback_was_written_by_any_of_the_servers(played: Played) -> None:
    assert played.hall.errors() == []


def test_the_minutes_hold_every_decision_exactly_once(
    played: Played, hall: Hall, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert main(["minutes", str(hall.evening.id), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [row["number"] for row in told["decisions"]] == list(NUMBERS)
    assert {f"measure:ZV1/{row['number']}": row["decision"] for row in told["decisions"]} == WANTED
    reasons = {f"measure:ZV1/{row['number']}": row["reason"] for row in told["decisions"] if row["reason"]}
    assert reasons == played.reasons
    titles = {f"measure:ZV1/{row['number']}": row["title"] for row in told["decisions"] if row["title"]}
    assert titles == played.titles
    assert (told["decided"], told["open"], told["undecided"], told["conflicts"]) == (45, 45, [], [])
    (new,) = told["measures"]
    assert {name: new[name] for name in NEW} == NEW and new["field_of_action"] == "5"


def test_the_document_of_the_minutes_says_every_decision_once(played: Played, hall: Hall, tmp_path: Path) -> None:
    assert main(["minutes", str(hall.evening.id), "-o", str(tmp_path / "protokoll.docx")]) == 0
    lines = [line.text.strip() for line in Document(str(tmp_path / "protokoll.docx")).paragraphs]
    for number in NUMBERS:
        done = DECISIONS[WANTED[f"measure:ZV1/{number}"]].done
        assert lines.count(f"{number} Vorhaben {number}: {done}") == 1
    for reason in played.reasons.values():
        assert lines.count(f"Grund: {reason}") == 1


def test_the_draft_uploads_without_an_error_into_the_same_county(
    played: Played, hall: Hall, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["draft", "-o", str(tmp_path / "entwurf")]) == 0
    with sqlite3.connect(hall.database) as source, sqlite3.connect(tmp_path / "copy.db") as copy:
        source.backup(copy)
    monkeypatch.setenv("AUDIT_DATABASE_URL", f"sqlite:///{tmp_path / 'copy.db'}")
    rows = {}
    for name in ("zielvereinbarungen", "massnahmen", "meilensteine", "meldungen"):
        capsys.readouterr()
        assert main(["upload", str(tmp_path / "entwurf" / f"{name}.csv"), "--by", "Koordination", "--json"]) == 0
        told = json.loads(capsys.readouterr().out)
        assert (told["problems"], told["rejected"], told["new"]) == ([], 0, told["rows"])
        rows[name] = told["rows"]
    assert rows["zielvereinbarungen"] == 1
    assert rows["massnahmen"] == 34 + 1  # all but the eleven that end, and the new one
    assert main(["status", "--agreement", "ZV2", "--as-of", "2027-01-01", "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["measures"]) == rows["massnahmen"]
    shutil.rmtree(tmp_path / "entwurf")
