"""Pictures of every page for the eye: default, all agreements, and the invented county, on a screen and on a phone.

Those of the README are taken of the real county on a screen and stand beside it in the repository.
"""

import tempfile
from pathlib import Path

import harness
from playwright.sync_api import Browser, FilePayload, Page

DRAWN = ".js-plotly-plot .main-svg, [data-testid=stDataFrame] canvas"  # a picture, or the table instead of it
HOLDS_DRAWN = "[data-testid=stPlotlyChart], [data-testid=stDataFrame]"
SIZES = ((1440, 900), (390, 844))
FOLDER = harness.ROOT / "screenshots"
README_FOLDER = harness.ROOT / "pages" / "_assets" / "readme"
README = {
    "ueberblick": "/?stichtag=2021-12-31", "massnahme": "/massnahmen?massnahme=ZV2/5.1.1&stichtag=2021-12-31",
    "zustaendigkeiten": "/zustaendigkeiten?stichtag=2021-12-31", "jahresbilanz": "/jahresbilanz?jahr=2020",
    "workshop": "/workshop?zv=ZV2&stichtag=2021-12-31&folie=hf-5",
}  # fmt: skip
INVENTED = harness.ROOT / "data" / "musterkreis"
# A list as an office sends it, for the invented county: invented rows never stand beside real ones.
SENT = """Zielvereinbarung;Nr.;Meilenstein;Stand;Status;Fortschritt;Neue Frist;Sachstand;Grund;Gemeldet von
ZV2;4.1.1;;31.12.2025;in Umsetzung;80;30.06.2026;Zweites Fahrzeug bestellt;Lieferung verzögert sich;Jugendamt
ZV2;4.1.2;;31.12.2025;erledigt;100;;Sprechstunde in allen Gemeinden;;Jugendamt
ZV2;4.2.1;;31.12.2025;fertisch;;;;;Jugendamt
ZV2;5.1.1;;31.12.2025;in Arbeit;60;31.06.2026;;;Jugendamt
ZV2;1.1.2;6;31.12.2025;umgesetzt;;;Abschlussbericht liegt vor;;Jugendamt
"""


def show(page: Page, address: str) -> None:
    """Open a page and wait until what it draws, if it draws, is there."""
    harness.open_page(page, address)
    drawn = page.locator(DRAWN).locator("visible=true")
    if page.locator(HOLDS_DRAWN).locator("visible=true").count():
        drawn.first.wait_for(timeout=30_000)
    page.wait_for_timeout(800)


def take_for_readme(chromium: Browser, url: str) -> None:
    README_FOLDER.mkdir(exist_ok=True)
    for name, address in README.items():
        page = chromium.new_page(viewport={"width": 1440, "height": 900})
        show(page, url + address)
        file = README_FOLDER / f"{name}.png"
        page.screenshot(path=file)
        page.close()
        print(file.relative_to(harness.ROOT))


def take_preview(chromium: Browser, url: str) -> None:
    """The preview of an uploaded list, on a screen for the README and on a phone."""
    for width, height in SIZES:
        page = chromium.new_page(viewport={"width": width, "height": height})
        show(page, f"{url}/meldungen")
        sent = FilePayload(name="meldungen_jugendamt_2025.csv", mimeType="text/csv", buffer=SENT.encode("utf-8"))
        page.locator("input[type=file]").set_input_files(sent)
        page.get_by_text("Was sich ändert").wait_for()
        harness.settle(page)
        file = README_FOLDER / "meldungen.png" if width > 1000 else FOLDER / f"vorschau_{width}.png"
        page.screenshot(path=file)
        page.close()
        print(file.relative_to(harness.ROOT))


def take_documents(chromium: Browser, url: str) -> None:
    """The documents of a year with the preview of the report, on a screen for the README and on a phone."""
    for width, height in SIZES:
        page = chromium.new_page(viewport={"width": width, "height": height})
        show(page, f"{url}/berichte?jahr=2021")
        page.get_by_role("button", name="Vorschau zeigen").click()
        page.locator("[data-testid=stMain] img").first.wait_for(timeout=30_000)
        harness.settle(page)
        file = README_FOLDER / "berichte.png" if width > 1000 else FOLDER / f"berichte_vorschau_{width}.png"
        page.screenshot(path=file)
        page.close()
        print(file.relative_to(harness.ROOT))


def take(chromium: Browser, url: str, name: str, query: str) -> None:
    for path in harness.PAGES:
        for width, height in SIZES:
            page = chromium.new_page(viewport={"width": width, "height": height})
            show(page, f"{url}{path}{query}")
            file = FOLDER / f"{path.strip('/') or 'ueberblick'}_{name}_{width}.png"
            page.screenshot(path=file)
            # The page scrolls inside; a window as high as its content shows all of it.
            tall = page.evaluate("document.querySelector('[data-testid=stMainBlockContainer]').scrollHeight")
            page.set_viewport_size({"width": width, "height": max(height, int(tall) + 8)})
            page.wait_for_timeout(600)
            page.screenshot(path=file.with_stem(f"{file.stem}_ganz"))
            page.close()
            print(file.relative_to(harness.ROOT))


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch, harness.browser() as chromium:
        with harness.server(Path(scratch) / "real.db") as url:
            take_for_readme(chromium, url)
            take_documents(chromium, url)
            take(chromium, url, "standard", "")
            take(chromium, url, "alle", "?zv=all")
        harness.load(Path(scratch) / "invented.db", INVENTED)
        with harness.server(Path(scratch) / "invented.db") as url:
            take_preview(chromium, url)
            take(chromium, url, "musterkreis", "")


if __name__ == "__main__":
    main()
