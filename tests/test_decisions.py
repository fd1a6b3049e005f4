"""What counts as decided: only codes of the product, and one number on the page, in the list and in the minutes."""

import json
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from draft_words import AS_OF, drafted, known, notes, said
from uploading import Desk

from audit_core import store
from audit_core.__main__ import main
from audit_core.dates import BERLIN
from audit_core.standing import counted, history, standing
from audit_core.tables.blocks import Paragraph
from audit_core.tables.situation import situation
from audit_core.workshop import taking
from audit_core.workshop.decisions import decision, is_struck, open_measures
from audit_core.workshop.draft import draft_of
from audit_core.workshop.minutes import minutes_of
from audit_core.workshop.minutes_values import record_of
from audit_core.workshop.room import progress
from audit_core.workshop.said import words_of

AT = datetime(2021, 6, 30, 19, tzinfo=BERLIN)


def test_only_a_code_of_the_product_is_a_decision() -> None:
    words = words_of(notes("1.1 decision continue\n1.2 decision vielleicht\n1.3 decision  end "))
    assert [decision(words, f"measure:ZV2/{number}") for number in ("1.1", "1.2", "1.3", "2.1")] == [
        "continue", "", "end", "",
    ]  # fmt: skip


def test_struck_out_is_what_says_ja_however_it_is_spelled() -> None:
    words = words_of(notes("new:a left ja\nnew:b left  Ja.\nnew:c left nein\nnew:d title Bus"))
    assert [is_struck(words, f"new:{token}") for token in "abcd"] == [True, True, False, False]


def test_open_measures_are_decided_or_not_and_what_is_not_open_is_neither() -> None:
    seen = counted(standing(known(), AS_OF), "ZV2")
    found = open_measures(words_of(notes("1.1 decision end\n1.2 decision weg\n2.1 decision continue")), seen)
    assert (found.decided, found.undecided) == (("measure:ZV2/1.1",), ("measure:ZV2/1.2", "measure:ZV2/1.3"))
    assert found.of == 3


def test_a_decision_nobody_knows_leaves_its_measure_undecided_in_the_draft() -> None:
    draft = drafted("1.1 decision end\n1.2 decision weg")
    assert [measure.number for measure in draft.undecided] == ["1.2", "1.3"]
    assert (len(draft.ended), len(draft.measures)) == (1, 0)


def test_the_start_page_the_list_of_workshops_and_the_minutes_count_one_evening_alike(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = Desk(tmp_path)
    monkeypatch.setenv("AUDIT_DATABASE_URL", desk.url)
    day = date(2021, 6, 30)
    evening = taking.begin(desk.engine, store.load(desk.engine), "strategy", "ZV", day, "Sommer", "Koordination", AT)
    rows = [
        ("measure:ZV/1.1", "decision", "continue"), ("measure:ZV/1.2", "decision", "end"),
        ("measure:ZV/2.1", "decision", "vielleicht"),
    ]  # fmt: skip
    with store.writing(desk.engine) as connection:
        assert store.append_notes(connection, [replace(one, sequence=0) for one in said(rows, evening.id, at=AT)]) == 3
    held, known_now = store.notes(desk.engine, "ZV"), history(store.load(desk.engine))
    words = words_of(held)

    page = progress(situation(standing(known_now, day), "ZV"), words, draft_of(known_now, "ZV", day, words))
    assert main(["workshops", "--json"]) == 0
    (listed,) = json.loads(capsys.readouterr().out)
    record = record_of(known_now, evening, held)
    told = [block.text for block in minutes_of(known_now, evening, held).blocks if isinstance(block, Paragraph)]
    assert (page.decided, page.of) == (listed["decided"], listed["open"]) == (2, 3)
    assert (len(record.decided), record.open_measures.of, len(record.draft.undecided)) == (2, 3, 1)
    assert told[0] == "2 von 3 offenen Maßnahmen sind entschieden: 1 fortgeführt, 1 beendet."
