"""What every page must do on a screen; an address is opened once for all that is asked of it."""

import re
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass

import harness
import pytest
import wcag
from playwright.sync_api import Browser, BrowserContext, Page

ENGLISH = re.compile(
    r"\b(the|and|with|from|loading|running|error|warning|overdue|measures?|milestones?|all|show|select|choose|search|"
    r"download|upload|date|year|today|no results|none|null|nan|true|false|total|not_started|in_progress|no_report)\b",
    re.IGNORECASE,
)
WITHOUT_ICONS = """() => {  // a sign whose source is a word
  const style = document.head.appendChild(document.createElement('style'));
  style.textContent = '[data-testid=stIconMaterial] { display: none }';
  const text = document.body.innerText;
  style.remove();
  return text;
}"""
# What answers a page's question, and how many of it stand on its first screen.
ANSWERS = {
    "/": (".js-plotly-plot", 2), "/handlungsfelder": ("[class*=st-key-am-open-]", 2),
    "/massnahmen": ("[data-testid=stDataFrame]", 1), "/zustaendigkeiten": ("[data-testid=stDataFrame]", 1),
    "/jahresbilanz": (".js-plotly-plot, .am-table", 2), "/vergleich": ("[data-testid=stMetric]", 4),
    "/zielvereinbarung": (".js-plotly-plot", 1), "/hilfe": ("h2, h3", 3),
    "/berichte": ("[data-testid=stDownloadButton]", 7),
    "/meldungen": ("[data-testid=stFileUploader]", 1), "/massnahmen?massnahme=ZV2/5.1.1": (".js-plotly-plot", 1),
}  # fmt: skip


@dataclass(frozen=True)
class Screen:
    """A page as it stands, and what it asked for and said on the way. It is shared: a test changes nothing."""

    page: Page
    host: str
    hosts: frozenset[str]
    errors: tuple[str, ...]


@pytest.fixture(scope="module")
def path(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def screen(
    path: str, chromium: Browser, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Screen]:
    """A page without a query is the first visit of a new browser at a fresh server, others are visits like any."""
    with ExitStack() as opened:
        if path in harness.PAGES:
            url = opened.enter_context(harness.server(tmp_path_factory.mktemp("fresh") / "audit.db"))
            page = opened.enter_context(chromium.new_page(viewport={"width": 1440, "height": 900}))
        else:
            visitor: BrowserContext = request.getfixturevalue("visitor")
            url = request.getfixturevalue("address")
            page = opened.enter_context(visitor.new_page())
        heard = harness.Listener(page)
        harness.open_page(page, url + path)
        yield Screen(page, url.removeprefix("http://"), frozenset(heard.hosts), tuple(heard.errors))


def asked(queries: tuple[str, ...]) -> list[str]:
    return [path + query for query in queries for path in harness.PAGES]


@pytest.mark.parametrize("path", harness.PAGES, indirect=True)
def test_a_deep_link_that_is_the_first_visit_of_a_fresh_server_runs_the_navigation(path: str, screen: Screen) -> None:
    page = screen.page
    assert page.locator("h1").is_visible() and page.locator(".am-alert").count() == 0
    assert page.title() == f"{harness.PAGES[path]} · Auditmonitor"
    assert page.locator("header").get_by_text("Zuständigkeiten").first.is_visible()


@pytest.mark.parametrize("path", asked(("", "?zv=all")), indirect=True)
def test_a_page_asks_no_other_host_and_the_console_is_quiet(screen: Screen) -> None:
    assert screen.hosts == {screen.host}
    assert screen.errors == ()


@pytest.mark.parametrize("path", asked(("", "?zv=all", "?zv=nichts&stichtag=31.02.2021")), indirect=True)
def test_a_page_speaks_german(screen: Screen) -> None:
    assert screen.page.locator("html").get_attribute("lang") == "de"
    text = screen.page.evaluate(WITHOUT_ICONS)
    assert len(text) > 100
    assert ENGLISH.findall(text) == []


@pytest.mark.parametrize("path", ANSWERS, indirect=True)
def test_the_first_screen_answers_the_question_of_its_page(path: str, screen: Screen) -> None:
    selector, wanted = ANSWERS[path]
    screen.page.locator(selector).locator("visible=true").first.wait_for()
    boxes = [box for part in screen.page.locator(selector).all() if (box := part.bounding_box())]
    shown = [box for box in boxes if box["y"] + min(box["height"], 480) <= 900]  # a long table scrolls in itself
    assert len(shown) >= wanted


@pytest.mark.parametrize("path", wcag.STATES, indirect=True)
def test_a_page_on_a_screen_has_no_violation_that_the_app_can_change(path: str, screen: Screen) -> None:
    assert wcag.violations(screen.page) == wcag.expected(path, "screen")
