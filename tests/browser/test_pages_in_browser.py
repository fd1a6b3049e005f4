"""Pages of a county without a plan, and of a database that is none, in a real browser."""

from pathlib import Path

import harness
import pytest
from playwright.sync_api import Page


@pytest.mark.parametrize("path", harness.PAGES)
def test_an_invented_county_without_any_plan_says_so_and_shows_a_page(path: str, page: Page, invented: str) -> None:
    heard = harness.Listener(page)
    harness.open_page(page, invented + path)
    text = page.locator("body").inner_text()
    assert "Erfundener Landkreis: Test<b>kreis</b>. Alle Angaben sind ausgedacht." in text
    assert "kann gerade nicht gezeigt werden" not in text
    assert heard.errors == []


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
