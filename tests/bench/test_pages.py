"""How long the pages take beside the three first ones, with 500 measures and all agreements; ratios of one run."""

import os
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from statistics import median

import pytest
from streamlit.testing.v1 import AppTest

from audit_core import sample, store
from audit_core.upload import apply

NAVIGATION = str(Path(__file__).parents[2] / "pages" / "_navigation.py")
FIRST = ("ueberblick.py", "zustaendigkeiten.py", "jahresbilanz.py")
OTHERS = {
    "handlungsfelder.py": {}, "massnahmen.py": {}, "vergleich.py": {}, "zielvereinbarung.py": {}, "hilfe.py": {},
    "massnahmen.py, eine Maßnahme": {"massnahme": "ZV1/1.1.1"}, "massnahmen.py, Suche": {"suche": "netz"},
    "berichte.py": {}, "meldungen.py": {}, "meldungen.py, Formular": {"teil": "Einzelne Meldung"},
    "meldungen.py, Vordrucke": {"teil": "Vordrucke"}, "meldungen.py, Übernahmen": {"teil": "Übernahmen"},
    "vergleich.py, Kenntnisstände": {"kenntnis": "2025-12-31", "kenntnisvorher": "2024-12-31"},
}  # fmt: skip
RERUNS = 9


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An invented county of 500 measures; the clock stands at the end of its data."""
    folder = tmp_path_factory.mktemp("county")
    sample.write(folder / "files", 500, 8, 1, date(2025, 12, 31))
    made = f"sqlite:///{folder}/audit.db"
    engine = store.open_engine(made)
    store.create_tables(engine)
    apply.load_folder(engine, folder / "files", datetime(2026, 1, 2, tzinfo=UTC))
    os.environ["AUDIT_TODAY"], os.environ["AUDIT_DATABASE_URL"] = "2025-12-31", made
    yield made
    del os.environ["AUDIT_TODAY"], os.environ["AUDIT_DATABASE_URL"]


def rerun_seconds(page: str, words: dict[str, str]) -> float:
    """The median time of a rerun at `zv=all`: the server's whole script run, without a browser."""
    app = AppTest.from_file(NAVIGATION, default_timeout=120)
    app.query_params.update({"zv": "all", **words})
    app.run()
    app.switch_page(page).run()
    if part := words.get("teil"):
        app.session_state["teil"] = part  # belongs to its page alone: the first run had no use for it
        app.run()
    assert not app.exception
    seconds = []
    for _ in range(RERUNS):
        start = time.perf_counter()
        app.run()
        seconds.append(time.perf_counter() - start)
    return median(seconds)


@pytest.fixture(scope="module")
def floor(url: str) -> float:
    return median(rerun_seconds(page, {}) for page in FIRST)


@pytest.mark.parametrize("name", OTHERS)
def test_a_page_takes_at_most_twice_as_long_as_the_three_first_ones(name: str, floor: float) -> None:
    found = rerun_seconds(name.split(",")[0], OTHERS[name])
    print(f"\n{name}: {found * 1000:.0f} ms, ratio {found / floor:.2f} to {floor * 1000:.0f} ms (≤ 2)")
    assert found <= 2 * floor
