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


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("path", STATES)
def test_a_page_has_no_violation_that_the_app_can_change(
    path: str, size: str, chromium: Browser, address: str
) -> None:
    page = opened(chromium, size, address + path)
    found = Axe().run(page, options=RULES).response["violations"]
    page.close()
    seen = {(rule["id"], node["html"][:160]) for rule in found for node in rule["nodes"]}
    assert seen == STREAMLITS_OWN.get(f"{path} {size}", frozenset())


@pytest.mark.parametrize("path", STATES)
def test_a_phone_cuts_no_word(path: str, chromium: Browser, address: str) -> None:
    page = opened(chromium, "phone", address + path)
    cut = page.evaluate(CUT)
    page.close()
    assert cut == []
