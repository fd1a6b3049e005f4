"""Pictures of every page for the eye: default, all agreements, and the invented county, on a screen and on a phone."""

import tempfile
from pathlib import Path

import harness
from playwright.sync_api import Browser

DRAWN = ".js-plotly-plot .main-svg, [data-testid=stDataFrame] canvas"  # a picture, or the table instead of it
SIZES = ((1440, 900), (390, 844))
FOLDER = harness.ROOT / "screenshots"
INVENTED = harness.ROOT / "data" / "musterkreis"


def take(chromium: Browser, url: str, name: str, query: str) -> None:
    for path in harness.PAGES:
        for width, height in SIZES:
            page = chromium.new_page(viewport={"width": width, "height": height})
            harness.open_page(page, f"{url}{path}{query}")
            page.locator(DRAWN).locator("visible=true").first.wait_for(timeout=30_000)
            page.wait_for_timeout(800)
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
            take(chromium, url, "standard", "")
            take(chromium, url, "alle", "?zv=all")
        harness.load(Path(scratch) / "invented.db", INVENTED)
        with harness.server(Path(scratch) / "invented.db") as url:
            take(chromium, url, "musterkreis", "")


if __name__ == "__main__":
    main()
