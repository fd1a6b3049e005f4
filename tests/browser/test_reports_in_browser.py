"""Meldungen in a browser: a Meldung typed and taken back, lists of offices saved, the way in to a new county."""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import harness
import pytest
from playwright.sync_api import Browser, Page
from test_phones_in_browser import CUT
from wcag import violations

from audit_core import store
from audit_core.upload.parse import recognise

SIZES = {"screen": (1440, 900), "phone": (390, 844)}
PARTS = ("Einzelne Meldung", "Vordrucke", "Übernahmen", "Übernahmen&nr=1")
# Words of Streamlit's own that no page may show.
ENGLISH = re.compile(r"\b(required|apply|Press|Choose|options?|Add|No results|loading|status:)\b")


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The real county on a server of its own, for what writes."""
    database = tmp_path_factory.mktemp("reports") / "audit.db"
    with harness.server(database) as url:
        yield url, database


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server that starts with no county at all."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AUDIT_FIRST_DATA", "")
        with harness.server(tmp_path_factory.mktemp("empty") / "audit.db") as url:
            yield url


def looked_at(page: Page) -> tuple[set[tuple[str, str]], list[str], list[str]]:
    """Violations, words that are cut, English words."""
    text = page.locator("[data-testid=stMain]").inner_text()
    return violations(page), page.evaluate(CUT), ENGLISH.findall(text)


@pytest.mark.parametrize("size", SIZES)
def test_every_part_is_whole_german_and_without_violation(
    size: str, chromium: Browser, county: tuple[str, Path]
) -> None:
    width, height = SIZES[size]
    page = chromium.new_page(viewport={"width": width, "height": height})
    for part in PARTS:
        harness.open_page(page, f"{county[0]}/meldungen?teil={part}")
        seen, cut, english = looked_at(page)
        assert (part, seen, cut if size == "phone" else [], english) == (part, set(), [], [])
    page.close()


@pytest.mark.parametrize("size", SIZES)
def test_the_way_in_is_whole_german_and_without_violation(size: str, chromium: Browser, empty: str) -> None:
    width, height = SIZES[size]
    page = chromium.new_page(viewport={"width": width, "height": height})
    heard = harness.Listener(page)
    harness.open_page(page, empty)
    assert page.locator("h1").inner_text() == "Hier ist noch kein Plan."
    assert looked_at(page) == (set(), [], []) and heard.errors == []
    page.close()


def test_a_template_and_all_of_them_are_saved(page: Page, empty: str) -> None:
    page.add_init_script("window.showSaveFilePicker=undefined")
    harness.open_page(page, empty)
    with page.expect_download() as one:
        page.locator(".st-key-am-template-massnahmen button").click()
    assert one.value.suggested_filename == "4_massnahmen.xlsx"
    assert recognise(Path(one.value.path()).read_bytes(), "massnahmen.xlsx").file.name == "massnahmen"
    with page.expect_download() as every:
        page.locator(".st-key-am-first-templates button").click()
    assert len(zipfile.ZipFile(BytesIO(Path(every.value.path()).read_bytes())).namelist()) == 9


def choose(page: Page, label: str, option: str) -> None:
    field = page.get_by_role("combobox", name=label)
    field.click()
    field.fill(option)
    page.get_by_role("option", name=option).first.click()
    harness.settle(page)


def test_a_meldung_is_typed_left_found_again_taken_in_and_taken_back(page: Page, county: tuple[str, Path]) -> None:
    url, database = county
    engine = store.open_engine(f"sqlite:///{database}")
    before = store.revision(engine)
    heard = harness.Listener(page)
    harness.open_page(page, f"{url}/massnahmen?massnahme=ZV2/1.1.2")
    page.get_by_role("button", name="Meldung eintragen").click()
    page.locator(".st-key-am-form-foot").wait_for()
    text = page.locator("[class*=st-key-am-form-text] textarea")
    text.fill("Nicht bestätigt, <b>nur getippt</b>")  # and never confirmed with a key
    page.get_by_role("link", name="Hilfe").first.click(delay=100)  # as long as a hand takes
    page.get_by_role("heading", level=1, name="So liest und rechnet").wait_for()
    page.get_by_role("link", name="Meldungen").first.click()
    page.get_by_text("Einzelne Meldung", exact=True).click()
    page.locator(".st-key-am-form-foot").wait_for()
    harness.settle(page)
    assert text.input_value() == "Nicht bestätigt, <b>nur getippt</b>"
    choose(page, "Status", "in Umsetzung")
    page.get_by_role("button", name="Prüfen und Vorschau").click()
    page.get_by_role("heading", level=1, name="Neue Meldung zu 1.1.2").wait_for()
    harness.settle(page)
    assert violations(page) == set() and store.revision(engine) == before
    page.locator(".st-key-am-who input").fill("Koordination")
    page.get_by_role("button", name="Meldung übernehmen").click()
    page.get_by_role("heading", level=1, name="Die Meldung zu 1.1.2 ist übernommen.").wait_for()
    newest = store.uploads(engine)[0]
    assert (newest.recorded_by, newest.rows, newest.revoked_at) == ("Koordination", 1, None)
    page.get_by_role("button", name="Übernahme ansehen").click()
    page.locator(".st-key-am-undo button").click()
    page.get_by_role("heading", level=1, name=f"Die Übernahme {newest.id} ist zurückgenommen.").wait_for()
    assert store.uploads(engine)[0].revoked_by == "Koordination"
    assert heard.errors == []


def test_the_list_of_an_office_and_all_lists_are_saved(page: Page, county: tuple[str, Path]) -> None:
    page.add_init_script("window.showSaveFilePicker=undefined")
    harness.open_page(page, f"{county[0]}/meldungen?teil=Vordrucke&zv=all&stichtag=2021-12-31&stelle=Kreistag")
    with page.expect_download() as one:
        page.get_by_role("button", name="Vordruck als XLSX").click()
    assert one.value.suggested_filename == "meldungen_kreistag_2021-12-31.xlsx"
    sheet = recognise(Path(one.value.path()).read_bytes(), "liste.xlsx")
    assert sheet.file.name == "meldungen" and len(sheet.rows) == 6
    with page.expect_download() as every:
        page.get_by_role("button", name="Alle Vordrucke (ZIP)").click()
    names = zipfile.ZipFile(BytesIO(Path(every.value.path()).read_bytes())).namelist()
    assert names == ["meldungen_kreistag_2021-12-31.xlsx"]


def test_all_data_are_saved_as_one_zip(page: Page, county: tuple[str, Path]) -> None:
    page.add_init_script("window.showSaveFilePicker=undefined")
    harness.open_page(page, f"{county[0]}/meldungen?teil=Übernahmen")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Alle Daten herunterladen (ZIP)").click()
    assert "massnahmen.csv" in zipfile.ZipFile(BytesIO(Path(saved.value.path()).read_bytes())).namelist()
