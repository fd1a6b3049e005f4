"""An upload as an office does it: choose a file, look at the preview, take it in once, see it in the figures."""

import io
from collections.abc import Iterator
from pathlib import Path

import harness
import pytest
import python_calamine
from playwright.sync_api import Page, expect
from test_phones_in_browser import CUT
from test_screens_in_browser import ENGLISH
from wcag import violations

from pages._upload_gate import TOO_LARGE

HEADER = "Nr.;Meilenstein;Stand;Status;Fortschritt;Neue Frist;Sachstand;Grund;Raum\n"
LONG = "Die zweite Linie fährt an Schultagen sechsmal und an Wochenenden dreimal. " * 4
GOOD = f"{HEADER}1.1.2;;30.06.2026;umgesetzt;100;;abgeschlossen;;12\n5.1.1;4;01.06.2026;erledigt;;;{LONG};;\n"
BAD = f"{GOOD}5.1.1;;31.02.2026;in Umsetzung;;;;;\n6.1.1;;01.06.2026;fertisch;;;<b>fett</b>;;\n"

# Cells of the tables of a file that are printed on top of each other.
OVERLAPPING = """() => [...document.querySelectorAll('.am-file tr')].flatMap(row => {
    const boxes = [...row.querySelectorAll('th, td')].filter(cell => cell.innerText.trim()).map(cell => {
        const range = document.createRange(); range.selectNodeContents(cell);
        return [cell.innerText, range.getBoundingClientRect()];
    });
    return boxes.flatMap(([text, one], place) => boxes.slice(place + 1).filter(([, other]) =>
        one.left < other.right - 1 && other.left < one.right - 1 && one.top < other.bottom - 1 &&
        other.top < one.bottom - 1).map(([word]) => text + ' | ' + word));
})"""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server of its own: these tests write."""
    with harness.server(tmp_path_factory.mktemp("office") / "audit.db") as url:
        yield url


def send(page: Page, address: str, text: str, folder: Path, name: str = "Liste Jugendamt.csv") -> None:
    (folder / name).write_text(text, encoding="cp1252")
    harness.open_page(page, f"{address}/meldungen")
    page.locator("input[type=file]").set_input_files(folder / name)
    page.locator(".am-now", has_not_text="Hochladen").wait_for()
    harness.settle(page)


def says(page: Page) -> str:
    """The text of the page without the signs whose source is a word."""
    page.add_style_tag(content="[data-testid=stIconMaterial] { display: none }")
    return page.locator("body").inner_text()


def test_a_file_goes_from_the_choice_to_the_receipt_once(page: Page, office: str, tmp_path: Path) -> None:
    heard = harness.Listener(page)
    send(page, office, BAD, tmp_path)
    expect(page.locator("h1")).to_have_text("2 Meldungen ändern den Bestand, 2 von 4 Zeilen brauchen eine Korrektur.")
    taking = page.get_by_role("button", name="2 Meldungen übernehmen")
    expect(taking).to_be_disabled()
    assert ENGLISH.findall(says(page)) == []
    page.get_by_text("Auch ohne die 2 abgelehnten Zeilen übernehmen").click()
    page.get_by_label("Wer übernimmt?").fill("Jugendamt")  # and the button at once, without leaving the field
    expect(taking).to_be_enabled()
    taking.dblclick()
    expect(page.locator("h1")).to_have_text("Übernommen: 2 Meldungen stehen jetzt im Bestand.")
    expect(page.locator(".am-file-facts")).to_contain_text("Nr. 2")
    expect(page.locator(".am-file-facts")).to_contain_text("Jugendamt")
    harness.settle(page)
    assert violations(page) == set() and heard.errors == []
    assert ENGLISH.findall(says(page)) == []
    page.get_by_role("button", name="Nächste Datei hochladen").click()
    expect(page.locator("h1")).to_have_text("Zuletzt übernommen: 2 Meldungen am 16.07.2026.")
    send(page, office, GOOD, tmp_path, "noch einmal.csv")
    expect(page.locator("h1")).to_have_text("Keine Änderung: Beide Zeilen stehen schon so im Bestand.")


def test_the_marked_file_can_be_saved_and_read(page: Page, office: str, tmp_path: Path) -> None:
    page.add_init_script("window.showSaveFilePicker=undefined")
    send(page, office, BAD, tmp_path)
    with page.expect_download() as saved:
        page.get_by_role("button", name="Datei mit markierten Zellen herunterladen (XLSX)").click()
    assert saved.value.suggested_filename == "Liste Jugendamt_markiert.xlsx"
    book = python_calamine.load_workbook(io.BytesIO(Path(saved.value.path()).read_bytes()))
    rows = book.get_sheet_by_index(0).to_python()
    assert [str(row[1]) for row in rows[1:]] == ["1.1.2", "5.1.1", "5.1.1", "6.1.1"]
    assert "‚fertisch‘ ist kein Status." in str(rows[4][-1])


@pytest.mark.parametrize("text", [BAD, "Nr.;Status\n1.1.1;umgesetzt\n"])
def test_every_stage_has_no_violation_cuts_no_word_and_speaks_german(
    text: str, page: Page, office: str, tmp_path: Path
) -> None:
    send(page, office, text, tmp_path)
    page.locator("summary").evaluate_all("found => found.forEach(one => one.click())")
    for width, height in ((1440, 900), (390, 844)):
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_timeout(300)
        assert violations(page) == set()
        assert page.evaluate(CUT) == [] and page.evaluate(OVERLAPPING) == []
    assert ENGLISH.findall(says(page)) == []


def test_a_long_text_is_read_as_a_whole_by_keyboard(page: Page, office: str, tmp_path: Path) -> None:
    send(page, office, GOOD.replace("01.06.2026", "02.06.2026"), tmp_path)
    text = page.locator("details.am-long")
    expect(text.get_by_text("ganz zeigen")).to_be_visible()
    text.locator("summary").focus()
    page.keyboard.press("Enter")
    assert LONG.strip() in " ".join(text.inner_text().split())


def test_a_long_file_shows_how_far_it_is_and_nothing_of_the_page_before(
    page: Page, office: str, tmp_path: Path
) -> None:
    days = [
        f"{day:02}.{month:02}.{year}" for year in range(1990, 2020) for month in range(1, 13) for day in range(1, 29)
    ]
    harness.open_page(page, f"{office}/meldungen")
    (tmp_path / "lang.csv").write_text("Nr.;Stand;Status\n" + "".join(f"1.1.2;{day};offen\n" for day in days))
    page.evaluate(
        """() => { window.seen = new Set(); setInterval(() => {
            const bar = document.querySelector('[data-testid=stProgress]');
            const before = document.querySelector('input[type=file]')?.checkVisibility() ?? false;
            if (bar) window.seen.add(bar.innerText + '|' + before);
        }, 20); }"""
    )
    page.locator("input[type=file]").set_input_files(tmp_path / "lang.csv")
    page.get_by_role("heading", level=1, name="10.080 Meldungen ändern den Bestand.").wait_for(timeout=30_000)
    seen = page.evaluate("[...window.seen]")
    assert "10.080 Zeilen werden geprüft …|false" in seen
    assert "10.080 Zeilen werden geprüft …|true" not in seen


def test_a_file_that_is_too_large_is_told_apart_from_too_many(page: Page, office: str, tmp_path: Path) -> None:
    (tmp_path / "groß.csv").write_bytes(b"x" * 26_200_000)
    harness.open_page(page, f"{office}/meldungen")
    page.locator("input[type=file]").set_input_files(tmp_path / "groß.csv")
    chip = page.locator("[data-testid=stFileChip]")
    expect(chip).to_contain_text("26,2 MB")
    told = chip.get_by_role("alert")
    expect(told).to_have_text(f"Fehler: {TOO_LARGE}")
    below = page.locator(".st-key-am-uploader").evaluate("one => getComputedStyle(one, '::after').content")
    assert below.strip('"') == TOO_LARGE


def test_the_way_past_the_navigation_is_german_and_hides_nothing_half(page: Page, office: str) -> None:
    harness.open_page(page, f"{office}/meldungen")
    page.keyboard.press("Tab")
    way = page.get_by_role("link", name="Zum Inhalt springen")
    expect(way).to_be_focused()
    expect(page.locator("[data-testid=stHeaderLogo]")).to_be_hidden()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Zur Startseite")).to_be_visible()
