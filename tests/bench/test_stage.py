"""How long a change of the slide takes on the server beside a page that draws one line; ratios of one run.

Both run through the same navigation with a county of a thousand measures, so that only what is drawn differs.
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
from audit_core.store import Workshop
from audit_core.upload import apply

ROOT = Path(__file__).parents[2]
NAVIGATION = ROOT / "pages" / "_navigation.py"
MEASURES, TURNS, MOST = 1000, 25, 2.0


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An invented county of 1,000 measures with an open evening; the clock stands at the end of its data."""
    folder = tmp_path_factory.mktemp("county")
    sample.write(folder / "files", MEASURES, 8, 1, date(2025, 12, 31))
    made = f"sqlite:///{folder}/audit.db"
    engine = store.open_engine(made)
    apply.load_folder(engine, folder / "files", datetime(2026, 1, 2, tzinfo=UTC))
    with store.writing(engine) as connection:
        at = datetime(2026, 1, 3, tzinfo=UTC)
        store.append_workshop(connection, Workshop(0, "strategy", "ZV2", date(2025, 12, 31), "Abend", at, "Amt"))
    os.environ["AUDIT_TODAY"], os.environ["AUDIT_DATABASE_URL"] = "2025-12-31", made
    yield made
    del os.environ["AUDIT_TODAY"], os.environ["AUDIT_DATABASE_URL"]


@pytest.fixture(scope="module")
def one_line(url: str, tmp_path_factory: pytest.TempPathFactory) -> AppTest:
    """The navigation with a page that draws one line in the place of the real ones, beside the source tree."""
    pages = NAVIGATION.parent
    script = NAVIGATION.read_text(encoding="utf-8").replace("page.run()", 'st.html("<p>Eine Zeile.</p>")')
    script = script.replace('st.Page("', f'st.Page("{pages}/').replace("Path(__file__).parent", f'Path("{pages}")')
    script = script.replace(", default=True", "").replace('url_path="hilfe"', 'url_path="hilfe", default=True')
    beside = tmp_path_factory.mktemp("one_line") / "navigation.py"
    beside.write_text(script, encoding="utf-8")
    app = AppTest.from_file(str(beside), default_timeout=120).run()
    assert any("Eine Zeile." in part.proto.body for part in app.get("html"))
    return app


def seconds(app: AppTest) -> float:
    start = time.perf_counter()
    app.run()
    taken = time.perf_counter() - start
    assert not app.exception
    return taken


def turns(app: AppTest, beside: AppTest) -> Iterator[tuple[float, float]]:
    """Seconds of a run that shows the next slide and of one that draws one line, in turn, up to the last slide."""
    for _ in range(TURNS):
        following = next(one for one in app.button if one.label == "Weiter")
        if following.disabled:
            return
        following.click()
        yield seconds(app), seconds(beside)


@pytest.mark.parametrize("first", ["lage", "massnahme-ZV2-1.1.1", "neu-1"])
def test_a_change_of_the_slide_beside_a_page_of_one_line(first: str, url: str, one_line: AppTest) -> None:
    app = AppTest.from_file(str(NAVIGATION), default_timeout=120)
    for key, word in {"zv": "ZV2", "stichtag": "2025-12-31", "abend": "1", "folie": first}.items():
        app.query_params[key] = word
    app.switch_page("workshop.py").run()
    found = list(turns(app, one_line))
    assert len(found) >= 5
    slide, floor = (median(column) for column in zip(*found, strict=True))
    print(f"\nslide from {first}: {1000 * slide:.1f} ms beside {1000 * floor:.1f} ms, {slide / floor:.2f}×")
    assert slide / floor <= MOST
