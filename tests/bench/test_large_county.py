"""How much longer the pages take with 1,000 measures, 5,000 milestones and 50,000 entries than with the small county.

Ratios within one run; `make bench` prints them. A rerun is the server's whole script run, measured through AppTest.
"""

import os
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from statistics import median

import pytest
from streamlit.testing.v1 import AppTest

from audit_core import sample, store
from audit_core.agreement import ItemKey, ReportEntry
from audit_core.dates import OfficeDate
from audit_core.upload import apply

ROOT = Path(__file__).parents[2]
NAVIGATION = str(ROOT / "pages" / "_navigation.py")
PAGES = ("ueberblick.py", "zustaendigkeiten.py", "jahresbilanz.py")
SIZES = {"small": 45, "large": 1000}
RERUNS = 7


@pytest.fixture(scope="module")
def urls(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """A small and a large invented county in databases of their own."""
    made = {}
    for name, measures in SIZES.items():
        folder = tmp_path_factory.mktemp(name)
        sample.write(folder / "files", measures, 8, 1, date(2025, 12, 31))
        made[name] = f"sqlite:///{folder}/audit.db"
        engine = store.open_engine(made[name])
        store.create_tables(engine)
        apply.load_folder(engine, folder / "files", datetime(2026, 1, 2, tzinfo=UTC))
    os.environ["AUDIT_TODAY"] = "2025-12-31"
    yield made
    del os.environ["AUDIT_TODAY"], os.environ["AUDIT_DATABASE_URL"]


def opened(url: str, page: str) -> AppTest:
    os.environ["AUDIT_DATABASE_URL"] = url
    app = AppTest.from_file(NAVIGATION, default_timeout=120)
    app.query_params["zv"] = "all"
    app.run()
    app.switch_page(page).run()
    assert not app.exception
    return app


def seconds(app: AppTest) -> float:
    start = time.perf_counter()
    app.run()
    return time.perf_counter() - start


def write_one(url: str) -> None:
    """A Meldung about the first measure, as an upload writes it."""
    engine = store.open_engine(url)
    measure = store.load(engine).measures[0]
    now, day = datetime.now(UTC), date(2025, 12, 30)
    entry = ReportEntry(
        ItemKey(*measure.key.measure), day, OfficeDate("30.12.2025", day, day), "in_progress", now, text="läuft"
    )
    with store.writing(engine) as connection:
        upload = store.record_upload(connection, now, "Bench", "meldungen", "one.csv")
        store.append_entries(connection, upload, [(2, entry)])


@pytest.mark.parametrize("page", PAGES)
def test_rerun_with_a_large_county_takes_at_most_five_times_the_small_one(urls: dict[str, str], page: str) -> None:
    warm = {}
    for name, url in urls.items():
        app = opened(url, page)
        warm[name] = median(seconds(app) for _ in range(RERUNS))
    ratio = warm["large"] / warm["small"]
    print(f"\n{page}: rerun {warm['small'] * 1000:.0f} ms → {warm['large'] * 1000:.0f} ms, ratio {ratio:.2f} (≤ 5)")
    assert ratio <= 5


@pytest.mark.parametrize("page", PAGES)
def test_first_run_after_a_write_takes_at_most_one_and_a_half_seconds_more(urls: dict[str, str], page: str) -> None:
    app = opened(urls["large"], page)
    warm = median(seconds(app) for _ in range(RERUNS))
    write_one(urls["large"])
    first = seconds(app)
    print(f"\n{page}: first run after a write {first - warm:.2f} s more than a rerun (≤ 1,5 s)")
    assert first - warm <= 1.5
