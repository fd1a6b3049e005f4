"""The page Berichte in a real browser: every document is saved, the preview opens large, a report is frozen."""

import zipfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path

import harness
import pytest
from playwright.sync_api import Page
from wcag import violations

from audit_core import store
from audit_core.documents import frozen
from audit_core.upload import apply
from audit_core.upload.check import Clock
from audit_core.upload.parse import recognise
from audit_core.upload.preview import preview_of

MEASURE = "1.3.2"
SAVED = {
    "Jahresbericht als PDF": ("jahresbericht_zv2_2021-12-31_entwurf.pdf", b"%PDF-"),
    "Jahresbericht als Word": ("jahresbericht_zv2_2021-12-31_entwurf.docx", b"PK"),
    "Foliensatz als PowerPoint": ("foliensatz_zv2_2021-12-31.pptx", b"PK"), 
    "Folien für den Workshop als HTML (Browser)": ("folien_zv2_2021-12-31.html", b"<!DOCTYPE html>"),
    "Arbeitsmappe als Excel": ("arbeitsmappe_zv2_2021-12-31.xlsx", b"PK"),
    "Tabellen als CSV (ZIP)": ("tabellen_zv2_2021-12-31.zip", b"PK"), 
    "Maßnahmenliste als CSV": ("massnahmen_zv2_2021-12-31.csv", b"\xef\xbb\xbf"),
    "Fristenkalender als Kalender (ICS)": ("fristen_zv2_2021-12-31.ics", b"BEGIN:VCALENDAR"),
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
    page.locator("img.am-page").wait_for()
    harness.settle(page)
    page.get_by_role("button", name="Weiter ›").click()
    page.get_by_text("Seite 2 von ").first.wait_for()
    assert violations(page) == set()
    page.get_by_role("button", name="Groß ansehen").click()
    large = page.get_by_role("dialog")
    box = large.locator("img").bounding_box()
    assert box is not None and box["width"] >= 1000
    large.get_by_role("button", name="Weiter ›").click()
    large.get_by_text("Seite 3 von ").wait_for()
    assert violations(page) == set() and page.get_by_role("button", name="Fullscreen").count() == 0
    page.keyboard.press("Escape")
    page.locator(".st-key-am-preview-paging").get_by_text("Seite 3 von ").wait_for()
    page.locator(".st-key-am-who input").fill("Koordination")
    page.get_by_role("button", name="Jetzt festschreiben").click()
    page.get_by_role("heading", level=1, name="Jahresbericht 2021 (Nr. 1): unverändert; seither nichts").wait_for()
    harness.settle(page)
    page.get_by_text("Festgeschrieben als Nr. 1.").wait_for()
    assert page.url.endswith("bericht=1") and violations(page) == set()
    (row,) = store.frozen_reports(store.open_engine(f"sqlite:///{database}"))
    assert (row.agreement, row.recorded_by) == ("ZV2", "Koordination")
    page.get_by_role("button", name="‹ Alle Berichte").click()
    page.get_by_role("heading", level=1, name="festgeschrieben am 16.07.2026").wait_for()
    harness.settle(page)
    assert "bericht=" not in page.url
    page.go_back()
    page.get_by_role("heading", level=1, name="Jahresbericht 2021 (Nr. 1): unverändert").wait_for()
    assert heard.errors == [] and heard.hosts == {url.removeprefix("http://")}


def test_back_from_a_corrected_measure_returns_to_the_frozen_report(page: Page, own: tuple[str, Path]) -> None:
    url, database = own
    day, now = date(2021, 12, 31), datetime(2026, 7, 16, 12, tzinfo=UTC)
    engine = store.open_engine(f"sqlite:///{database}")
    number = frozen.freeze(engine, "ZV2", day, "Jahresbericht 2021", "Koordination", now).id
    rows = f"Nr.;Zielvereinbarung;Stand;Status\n{MEASURE};ZV2;20.12.2021;umgesetzt\n".encode()
    county, later = store.load(engine), now + timedelta(days=1)
    apply.apply(engine, preview_of(recognise(rows, "m.csv"), county, Clock(later)), "Jugendamt", later)
    address = f"{url}/berichte?jahr=2021&bericht={number}"
    harness.open_page(page, address)
    page.locator('[class*="st-key-am-way-corrected-0"] button').click()
    page.wait_for_url(f"**/massnahmen?jahr=2021&massnahme=ZV2%2F{MEASURE}")
    harness.settle(page)
    page.go_back()
    page.get_by_role("heading", level=1, name=f"Jahresbericht 2021 (Nr. {number}): ").wait_for()
    harness.settle(page)
    assert page.url == address
