"""One server and one browser for all tests; a page of its own for each test, in a browser that has been here before."""

from collections.abc import Iterator
from pathlib import Path

import harness
import pytest
from playwright.sync_api import Browser, BrowserContext, Page


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with harness.browser() as browser:
        yield browser


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app with the real data, loaded at the first start as at everybody's."""
    with harness.server(tmp_path_factory.mktemp("real") / "audit.db") as url:
        yield url


@pytest.fixture(scope="session")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app with an invented county that has a name and nothing else: no agreement, no measure, no Meldung."""
    folder: Path = tmp_path_factory.mktemp("invented")
    (folder / "landkreis.csv").write_text("Name;Erfunden\nTest<b>kreis</b>;ja\n", encoding="utf-8")
    harness.load(folder / "audit.db", folder)
    with harness.server(folder / "audit.db") as url:
        yield url


@pytest.fixture(scope="session")
def visitor(chromium: Browser) -> Iterator[BrowserContext]:
    """Somebody who comes back: what never changes is kept, as in everybody's browser, and read only once."""
    with chromium.new_context(viewport={"width": 1440, "height": 900}) as context:
        yield context


@pytest.fixture
def page(visitor: BrowserContext) -> Iterator[Page]:
    with visitor.new_page() as fresh:
        yield fresh
