"""WCAG 2.1 A and AA as axe-core measures it, every page in the states people see; words that nothing cuts."""

import harness
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}}
SIZES = {"screen": (1440, 900), "phone": (390, 844)}
MEASURE = "/massnahmen?massnahme=ZV2/1.1.2"
STATES = [*harness.PAGES, MEASURE, "/massnahmen?suche=bus&zv=all", "/vergleich?zv=all&kenntnis=2022",
          "/handlungsfelder?zv=all&stichtag=2025-12-31&hf=5"]
# What Streamlit itself does and the app cannot change, as (rule, element). It can only shrink: one that is not found
# any more has to go from this list.
STREAMLITS_OWN: dict[str, frozenset[tuple[str, str]]] = {}

CUT = """() => {
  const cut = [];
  for (const part of document.querySelectorAll('[data-testid=stMain] *')) {
    const own = [...part.childNodes].some(node => node.nodeType === 3 && node.textContent.trim());
    if (!own || !part.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    const box = part.getBoundingClientRect();
    if (box.width < 2 || box.height < 2) continue;
    const hides = getComputedStyle(part).overflowX !== 'visible';
    if (hides && part.scrollWidth > part.clientWidth + 1) cut.push(part.textContent.trim().slice(0, 60));
    const scrolls = part.closest('.am-scroll, [data-testid=stDataFrame], pre');
    if (!scrolls && box.right > innerWidth + 1) cut.push('beyond: ' + part.textContent.trim().slice(0, 60));
  }
  return cut;
}"""


def opened(chromium: Browser, size: str, address: str) -> Page:
    width, height = SIZES[size]
    page = chromium.new_page(viewport={"width": width, "height": height})
    harness.open_page(page, address)
    return page


def violations(page: Page) -> set[tuple[str, str]]:
    found = Axe().run(page, options=RULES).response["violations"]
    return {(rule["id"], node["html"][:160]) for rule in found for node in rule["nodes"]}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("path", STATES)
def test_a_page_has_no_violation_that_the_app_can_change(
    path: str, size: str, chromium: Browser, address: str
) -> None:
    page = opened(chromium, size, address + path)
    seen = violations(page)
    page.close()
    assert seen == STREAMLITS_OWN.get(f"{path} {size}", frozenset())


@pytest.mark.parametrize("path", STATES)
def test_a_phone_cuts_no_word(path: str, chromium: Browser, address: str) -> None:
    page = opened(chromium, "phone", address + path)
    cut = page.evaluate(CUT)
    page.close()
    assert cut == []


def test_what_opens_with_a_click_has_no_violation(chromium: Browser, address: str) -> None:
    """The dialog of a whole list, the table of a chart, the choice of the Kenntnisstand."""
    overview = opened(chromium, "screen", f"{address}/?zv=all&stichtag=2021-12-31")
    overview.locator('[data-testid="stButtonGroup"]').get_by_text("Tabelle").click()
    overview.locator('.st-key-am-bars [data-testid="stDataFrame"], .st-key-am-bars-partly canvas').first.wait_for()
    harness.settle(overview)
    assert violations(overview) == set()
    overview.locator(".st-key-am-all-changed button").click()
    overview.get_by_role("dialog").locator(".st-key-am-open-all-changed-0").wait_for()
    overview.wait_for_timeout(500)  # the dialog slides in
    assert violations(overview) == set()
    overview.close()
    comparison = opened(chromium, "screen", f"{address}/vergleich?zv=all&vergleich=2019-12-31&stichtag=2021-12-31")
    comparison.get_by_role("button", name="Kenntnisstand wählen").click()
    comparison.locator('[data-testid="stPopoverBody"]').wait_for()
    comparison.wait_for_timeout(500)
    assert violations(comparison) == set()
    comparison.close()
