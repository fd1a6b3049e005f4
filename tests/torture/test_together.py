"""Many people at once: eight upload and take back while eight read, and nothing is lost, doubled or half."""

import multiprocessing
from collections import Counter
from datetime import date
from multiprocessing.queues import Queue
from pathlib import Path
from queue import SimpleQueue
from threading import Thread

from uploading import HEAD, LATER, NOW, Desk

from audit_core import store
from audit_core.documents import frozen
from audit_core.upload import apply, undo
from audit_core.upload.parse import recognise
from audit_core.upload.preview import Preview

PEOPLE = 8
ROUNDS = 4
FORK = multiprocessing.get_context("fork")


def entries_of(person: int, turn: int) -> list[str]:
    """Five rows that nobody else sends."""
    return [f"1.2;;{person + 1:02d}.{turn + 1:02d}.{2000 + row};offen;;;von {person};;;" for row in range(5)]


def upload_and_undo(url: str, person: int, told: "Queue[object] | SimpleQueue[object]") -> None:
    engine = store.open_engine(url)
    kept, taken = [], []
    for turn in range(ROUNDS):
        sheet = recognise("\n".join([HEAD, *entries_of(person, turn)]).encode(), f"{person}.csv")
        number = apply.upload(engine, sheet, f"Stelle {person}", NOW).upload
        kept.append(number)
        if turn % 2:
            undo.undo(engine, number or 0, f"Stelle {person}", LATER)
            taken.append(number)
    told.put((kept, taken))


def read(url: str, _person: int, told: "Queue[object]") -> None:
    engine = store.open_engine(url)
    sizes = set()
    for _ in range(ROUNDS * 3):
        county = store.load(engine)
        by_upload = Counter(entry.upload for entry in county.log if entry.upload > 1)
        half = {upload for upload, entries in by_upload.items() if entries != 5}
        states = {(entry.upload, entry.revoked_at) for entry in county.log if entry.upload > 1}
        sizes.add((bool(half), len(states) == len(by_upload)))
    told.put(sizes)


def test_eight_upload_and_take_back_while_eight_read_and_nothing_is_lost_or_half(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.engine.dispose()
    told: Queue[object] = FORK.Queue()
    people = [
        FORK.Process(target=work, args=(desk.url, person, told))
        for person in range(PEOPLE)
        for work in (upload_and_undo, read)
    ]
    for one in people:
        one.start()
    answers = [told.get(timeout=120) for _ in people]
    for one in people:
        one.join()
    assert [one.exitcode for one in people] == [0] * (2 * PEOPLE)
    assert [answer for answer in answers if isinstance(answer, set)] == [{(False, True)}] * PEOPLE
    kept = [number for answer in answers if isinstance(answer, tuple) for number in answer[0]]
    taken = [number for answer in answers if isinstance(answer, tuple) for number in answer[1]]
    assert sorted(kept) == list(range(2, 2 + PEOPLE * ROUNDS))
    uploads = store.uploads(desk.engine)
    assert sorted(one.id for one in uploads if one.revoked_at) == sorted(taken)
    assert {one.rows for one in uploads if one.id > 1} == {5}
    assert desk.log_size == 2 + 5 * PEOPLE * ROUNDS


def freeze(url: str, person: int, told: "SimpleQueue[object]") -> None:
    engine = store.open_engine(url)
    for turn in range(2):
        frozen.freeze(engine, "ZV", date(2020, 12, 31), f"Bericht {person}.{turn}", f"Stelle {person}", NOW)
    told.put("frozen")


def test_reports_frozen_while_others_upload_and_take_back_are_the_same_bytes_afterwards(tmp_path: Path) -> None:
    """Threads, not processes: Typst has threads of its own, which a fork would leave behind."""
    desk = Desk(tmp_path)
    told: SimpleQueue[object] = SimpleQueue()
    work = [(upload_and_undo, 0), (upload_and_undo, 1), (freeze, 2), (freeze, 3)]
    people = [Thread(target=what, args=(desk.url, person, told)) for what, person in work]
    for one in people:
        one.start()
    for one in people:
        one.join(timeout=60)
    assert told.qsize() == 4
    county, reports = store.load(desk.engine), store.frozen_reports(desk.engine)
    assert len(reports) == 4
    assert [frozen.made_again(county, report).same for report in reports] == [{"pdf": True, "docx": True}] * 4


def send_at_once(url: str, start: object, told: "Queue[object]") -> None:
    engine = store.open_engine(url)
    sheet = recognise("\n".join([HEAD, *entries_of(0, 0)]).encode(), "liste.csv")
    start.wait()  # type: ignore[attr-defined]
    told.put(apply.upload(engine, sheet, "Jugendamt", NOW).upload)


def press_at_once(url: str, preview: Preview, start: object, told: "Queue[object]") -> None:
    engine = store.open_engine(url)
    start.wait()  # type: ignore[attr-defined]
    try:
        told.put(apply.apply(engine, preview, "Jugendamt", NOW))
    except apply.StalePreviewError as refused:
        told.put(str(refused))


def test_same_file_sent_eight_times_at_the_same_moment_is_taken_in_once(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.engine.dispose()
    told: Queue[object] = FORK.Queue()
    start = FORK.Barrier(PEOPLE)
    people = [FORK.Process(target=send_at_once, args=(desk.url, start, told)) for _ in range(PEOPLE)]
    for one in people:
        one.start()
    answers = [told.get(timeout=60) for _ in people]
    assert sorted(answers, key=str) == [2] + [None] * (PEOPLE - 1)
    assert desk.log_size == 7


def test_same_preview_pressed_by_eight_at_the_same_moment_is_taken_in_once(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    preview = desk.preview(HEAD, *entries_of(0, 0))
    desk.engine.dispose()
    told: Queue[object] = FORK.Queue()
    start = FORK.Barrier(PEOPLE)
    people = [FORK.Process(target=press_at_once, args=(desk.url, preview, start, told)) for _ in range(PEOPLE)]
    for one in people:
        one.start()
    answers = [told.get(timeout=60) for _ in people]
    refused = [answer for answer in answers if isinstance(answer, str)]
    assert (answers.count(2), len(refused)) == (1, PEOPLE - 1)
    said = "Seit dieser Vorschau kam eine andere Übernahme dazu, zuletzt Nr. 2"
    assert all(answer.startswith(said) for answer in refused)
    assert desk.log_size == 7


def start_county(url: str, start: object, told: "Queue[object]") -> None:
    engine = store.open_engine(url)
    sheet = recognise(b"Nr.;Handlungsfeld\n1;Steuerung\n", "handlungsfelder.csv")
    start.wait()  # type: ignore[attr-defined]
    told.put(apply.upload(engine, sheet, "Koordination", NOW).upload)


def test_eight_who_start_an_empty_database_at_the_same_moment_start_it_once(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/neu/audit.db"
    told: Queue[object] = FORK.Queue()
    start = FORK.Barrier(PEOPLE)
    people = [FORK.Process(target=start_county, args=(url, start, told)) for _ in range(PEOPLE)]
    for one in people:
        one.start()
    answers = [told.get(timeout=60) for _ in people]
    assert sorted(answers, key=str) == [1] + [None] * (PEOPLE - 1)
