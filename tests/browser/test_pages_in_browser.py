"""What every page must do in a real browser on the real server."""

import re
from pathlib import Path

import harness
import pytest
from playwright.sync_api import Browser, Page

ENGLISH = re.compile(
    r"\b(the|and|with|from|loading|running|error|warning|overdue|measures?|milestones?|all|show|select|choose|search|"
    r"download|upload|date|year|today|no results|none|null|nan|true|false|total|not_started|in_progress|no_report)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("path", harness.PAGES)
def test_a_deep_link_that_is_the_first_visit_of_a_fresh_server_runs_the_navigation(
    path: str, chromium: Browser, tmp_path: Path
) -> None:
    with harness.server(tmp_path / "audit.db") as url:
        page = chromium.new_page()
        harness.open_page(page, url + path)
        assert page.locator("h1").is_visible() and page.locator(".am-alert").count() == 0
        assert page.title() == f"{harness.PAGES[path]} · Auditmonitor"
        assert page.locator("header").get_by_text("Zuständigkeiten").first.is_visible()
        page.close()


@pytest.mark.parametrize("path", harness.PAGES)
@pytest.mark.parametrize("query", ["", "?zv=all"])
def test_a_page_asks_no_other_host_and_the_console_is_quiet(path: str, query: str, page: Page, address: str) -> None:
    heard = harness.Listener(page)
    harness.open_page(page, address + path + query)
    assert heard.hosts == {address.removeprefix("http://")}
    assert heard.errors == []


@pytest.mark.parametrize("path", harness.PAGES)
@pytest.mark.parametrize("query", ["", "?zv=all", "?zv=nichts&stichtag=31.02.2021"])
def test_a_page_speaks_german(path: str, query: str, page: Page, address: str) -> None:
    harness.open_page(page, address + path + query)
    assert page.locator("html").get_attribute("lang") == "de"
    page.add_style_tag(content="[data-testid=stIconMaterial] { display: none }")  # a sign whose source is a word
    text = page.locator("body").inner_text()
    assert len(text) > 100
    assert ENGLISH.findall(text) == []


@pytest.mark.parametrize("path", harness.PAGES)
def test_a_page_names_the_county_and_fits_a_phone(path: str, chromium: Browser, address: str) -> None:
    page = chromium.new_page(viewport={"width": 390, "height": 844})
    harness.open_page(page, address + path)
    logo = "document.querySelector('[data-testid=stHeaderLogo]').parentElement"
    assert page.evaluate(f"getComputedStyle({logo}, '::after').content") == '"Kyffhäuserkreis"'
    wide = page.evaluate(
        "[document.documentElement, document.querySelector('[data-testid=stMain]')].map(part => part.scrollWidth)"
    )
    assert max(wide) <= 390
    page.close()


@pytest.mark.parametrize("path", harness.PAGES)
def test_an_invented_county_without_any_plan_says_so_and_shows_a_page(path: str, page: Page, invented: str) -> None:
    heard = harness.Listener(page)
    harness.open_page(page, invented + path)
    text = page.locator("body").inner_text()
    assert "Erfundener Landkreis: Test<b>kreis</b>. Alle Angaben sind ausgedacht." in text
    assert "kann gerade nicht gezeigt werden" not in text
    assert heard.errors == []


# What answers a page's question, and how many of it stand on its first screen.
ANSWERS = {
    "/": (".js-plotly-plot", 2), "/handlungsfelder": ("[class*=st-key-am-open-]", 2),
    "/massnahmen": ("[data-testid=stDataFrame]", 1), "/zustaendigkeiten": ("[data-testid=stDataFrame]", 1),
    "/jahresbilanz": (".js-plotly-plot, .am-table", 2), "/vergleich": ("[data-testid=stMetric]", 4),
    "/zielvereinbarung": (".js-plotly-plot", 1), "/hilfe": ("h2, h3", 3),
    "/massnahmen?massnahme=ZV2/5.1.1": (".js-plotly-plot", 1),
}  # fmt: skip


@pytest.mark.parametrize("path", ANSWERS)
def test_the_first_screen_answers_the_question_of_its_page(path: str, page: Page, address: str) -> None:
    harness.open_page(page, address + path)
    selector, wanted = ANSWERS[path]
    page.locator(selector).locator("visible=true").first.wait_for()
    boxes = [box for part in page.locator(selector).all() if (box := part.bounding_box())]
    shown = [box for box in boxes if box["y"] + min(box["height"], 480) <= 900]  # a long table scrolls in itself
    assert len(shown) >= wanted


def test_a_failing_page_shows_one_german_sentence_and_the_log_has_the_traceback(page: Page, tmp_path: Path) -> None:
    (tmp_path / "audit.db").write_bytes(b"This is no database. " * 400)
    with harness.server(tmp_path / "audit.db") as url:
        page.goto(url)
        page.get_by_text("Die Datenbank lässt sich nicht benutzen.").wait_for(timeout=30_000)
        text = page.locator("body").inner_text()
        edge = page.locator(".am-alert").evaluate("part => getComputedStyle(part).borderLeftWidth")
    assert edge == "3px"
    assert "Traceback" not in text and "sqlite" not in text.lower()
    assert "Traceback (most recent call last)" in (tmp_path / "audit.db.log").read_text(encoding="utf-8")
