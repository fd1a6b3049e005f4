"""10,000 rows of Meldungen against the floor: `csv.reader` and `executemany` of the same rows into the same table."""

import csv
import io
import sqlite3
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from audit_core import store
from audit_core.agreement import Agreement, County, Measure
from audit_core.dates import BERLIN, parse
from audit_core.store.schema import log
from audit_core.terms import STATUSES
from audit_core.upload import apply
from audit_core.upload.check import Clock
from audit_core.upload.parse import recognise
from audit_core.upload.preview import preview_of

ROWS = 10_000
MEASURES = 500
RUNS = 3
PREVIEW_MOST, APPLY_MOST = 15.0, 6.0
NOW = datetime(2026, 1, 1, 12, tzinfo=BERLIN)
HEADER = "Nr.;Meilenstein;Stand;Status;Fortschritt;Neue Frist;Sachstand;Grund;Gemeldet von;Quelle"


def meldungen() -> bytes:
    lines = [HEADER]
    for row in range(ROWS):
        measure, repeat = row % MEASURES, row // MEASURES
        stand = date(2020, 1, 1) + timedelta(days=repeat * 30 + row % 28)
        status = STATUSES[row % len(STATUSES)].label
        lines.append(
            f"{measure // 50 + 1}.{measure % 50 + 1};{'' if row % 3 else 1};{stand:%d.%m.%Y};{status};{row % 101};"
            f"{stand + timedelta(days=90):%d.%m.%Y};Bericht Nr. {row} über das Jahr;Grund {row % 7};"
            f"Sozialamt;Vorlage {row % 50}"
        )
    return "\r\n".join(lines).encode("utf-8-sig")


@pytest.fixture
def county(tmp_path: Path) -> Path:
    plan = tmp_path / "plan"
    plan.mkdir()
    (plan / "landkreis.csv").write_text("Name\nMusterkreis\n", encoding="utf-8")
    measures = [f"{m // 50 + 1}.{m % 50 + 1}" for m in range(MEASURES)]
    (plan / "massnahmen.csv").write_text(
        "Nr.;Handlungsfeld;Maßnahme\n" + "".join(f"{n};1;Maßnahme {n}\n" for n in measures), encoding="utf-8"
    )
    (plan / "meilensteine.csv").write_text(
        "Nr.;Meilenstein;Bezeichnung\n" + "".join(f"{n};1;Meilenstein\n" for n in measures), encoding="utf-8"
    )
    database = tmp_path / "audit.db"
    engine = store.open_engine(f"sqlite:///{database}")
    apply.load_folder(engine, plan, NOW - timedelta(days=1))
    engine.dispose()
    return database


def best(work: Callable[[], float]) -> float:
    return min(work() for _ in range(RUNS))


def test_ten_thousand_rows_are_previewed_and_applied_near_the_floor(county: Path) -> None:
    data = meldungen()
    numbers = count()

    def fresh(name: str) -> Path:
        copy = county.with_name(f"{name}{next(numbers)}.db")
        copy.write_bytes(county.read_bytes())
        return copy

    def floor() -> float:
        database = fresh("floor")
        begin = time.perf_counter()
        rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))[1:]
        connection = sqlite3.connect(database)
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        columns = [column.name for column in log.columns if column.name != "id"]
        statement = f"INSERT INTO log ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"
        with connection:
            connection.executemany(
                statement,
                [
                    (1, line, None, nr, ms or None, stand, stand, stand, stand, status, progress, due, due, due, text,
                     reason, who, source, "2026-01-01")
                    for line, (nr, ms, stand, status, progress, due, text, reason, who, source) in enumerate(rows, 2)
                ],
            )  # fmt: skip
        connection.close()
        return time.perf_counter() - begin

    previews = []

    def preview() -> float:
        engine = store.open_engine(f"sqlite:///{fresh('preview')}")
        held = store.load(engine)  # a page holds the county of a revision already
        begin = time.perf_counter()
        previews.append(preview_of(recognise(data, "meldungen.csv"), held, Clock(NOW)))
        return time.perf_counter() - begin

    def applied() -> float:
        engine = store.open_engine(f"sqlite:///{fresh('apply')}")
        store.revision(engine)
        begin = time.perf_counter()
        apply.apply(engine, previews[-1], "Sozialamt", NOW)
        return time.perf_counter() - begin

    bottom, seen, written = best(floor), best(preview), best(applied)
    assert len(previews[-1].appended) == ROWS and not previews[-1].errors
    print(f"\nfloor {bottom * 1000:.0f} ms; preview {seen / bottom:.1f}×, apply {written / bottom:.1f}×")
    assert seen / bottom <= PREVIEW_MOST
    assert written / bottom <= APPLY_MOST


def checked_in(text: str, name: str) -> float:
    """How long a file takes from its bytes to its preview, against a county of one agreement and one measure."""
    agreement = Agreement("ZV", "Vereinbarung", parse("2020"))
    county = County("Musterkreis", agreements=(agreement,), measures=(Measure("ZV", "1.1", "1", "Titel"),))
    begin = time.perf_counter()
    seen = preview_of(recognise(text.encode(), name), county, Clock(NOW))
    assert len(seen.appended) + len(seen.errors) == len(seen.rows) >= 5_000
    return time.perf_counter() - begin


def test_a_status_misspelt_in_every_row_costs_hardly_more_than_a_known_one() -> None:
    files = {word: "Nr.;Stand;Status\n" + f"1.1;2020;{word}\n" * ROWS for word in ("fertig", "fertisch")}
    known, misspelt = (best(lambda word=word: checked_in(files[word], "m.csv")) for word in files)  # type: ignore[misc]
    print(f"\nmisspelt {misspelt / known:.1f}×")
    assert misspelt <= 4 * known


def test_a_chain_of_vorgaenger_costs_hardly_more_than_measures_without() -> None:
    head = "Nr.;Zielvereinbarung;Handlungsfeld;Maßnahme;Vorgänger\n"
    alone = head + "".join(f"{n};ZV;1;Titel;\n" for n in range(5_000))
    chain = head + "".join(f"{n};ZV;1;Titel;{f'ZV/{n - 1}' if n else ''}\n" for n in range(5_000))
    floor, linked = (best(lambda text=text: checked_in(text, "massnahmen.csv")) for text in (alone, chain))  # type: ignore[misc]
    print(f"\nchain {linked / floor:.1f}×")
    assert linked <= 4 * floor
