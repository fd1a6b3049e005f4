"""The page Berichte in a real browser: every document is saved, the preview opens large, a report is frozen."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import harness
import pytest
from playwright.sync_api import Page
from wcag import violations

from audit_core import store

SAVED = {
    "PDF": ("jahresbericht_ZV2_2021-12-31.pdf", b"%PDF-"), "Word": ("jahresbericht_ZV2_2021-12-31.docx", b"PK"),
    "PowerPoint": ("foliensatz_ZV2_2021-12-31.pptx", b"PK"), "Excel": ("arbeitsmappe_ZV2_2021-12-31.xlsx", b"PK"),
    "CSV (ZIP)": ("tabellen_ZV2_2021-12-31.zip", b"PK"), "CSV": ("massnahmen_ZV2_2021-12-31.csv", b"\xef\xbb\xbf"),
    "Kalender (ICS)": ("fristen_ZV2_2021-12-31.ics", b"BEGIN:VCALENDAR"),
}  # fmt: skip


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """A server of its own: what is frozen here nobody else sees."""
    database = tmp_path_factory.mktemp("documents") / "audit.db"
    with harness.server(database) as url:
        yield url, database


def test_every_document_is_saved_one_after_the_other_and_told(page: Page, own: tuple[str, Path]) -> None:
    heard = harness.Listener(page)
    harness.open_page(page, f"{own[0]}/berichte?jahr=2021")
    page.evaluate("window.showSaveFilePicker = undefined")
    for label, (name, begin) in SAVED.items():
        with page.expect_download(timeout=30_000) as saved:
            page.get_by_role("button", name=label, exact=True).click()
        data = Path(saved.value.path()).read_bytes()
        assert (label, saved.value.suggested_filename, data[: len(begin)]) == (label, name, begin)
        page.get_by_text(f"Erstellt: {name}").wait_for()
        assert begin != b"PK" or zipfile.ZipFile(BytesIO(data)).testzip() is None
    assert page.locator(".am-alert").count() == 0 and heard.errors == []


def test_a_preview_opens_large_and_a_report_is_frozen_opened_and_left(page: Page, own: tuple[str, Path]) -> None:
    url, database = own
    heard = harness.Listener(page)
    harness.open_page(page, f"{url}/berichte?jahr=2021")
    page.get_by_role("button", name="Vorschau zeigen").click()
    page.locator(".st-key-am-preview-page img").wait_for()
    harness.settle(page)
    page.get_by_role("button", name="Weiter ›").click()
    page.get_by_text("Seite 2 von ").first.wait_for()
    assert violations(page) == set()
    page.get_by_role("button", name="Groß ansehen").click()
    box = page.locator(".st-key-am-preview-large-page img").bounding_box()
    assert box is not None and box["width"] >= 1000
    page.keyboard.press("Escape")
    page.locator(".st-key-am-who input").fill("Koordination")
    page.get_by_role("button", name="Jetzt festschreiben").click()
    page.get_by_role("heading", level=1, name="Unverändert wiederhergestellt; seither nichts berichtigt.").wait_for()
    harness.settle(page)
    assert page.url.endswith("nr=1") and violations(page) == set()
    (row,) = store.frozen_reports(store.open_engine(f"sqlite:///{database}"))
    assert (row.agreement, row.recorded_by) == ("ZV2", "Koordination")
    page.get_by_role("button", name="‹ Alle Berichte").click()
    page.get_by_role("heading", level=1, name="festgeschrieben am 16.07.2026").wait_for()
    harness.settle(page)
    assert "nr=" not in page.url
    page.go_back()
    page.get_by_role("heading", level=1, name="Unverändert wiederhergestellt").wait_for()
    assert heard.errors == [] and heard.hosts == {url.removeprefix("http://")}
