"""What every page must do on a phone; it is opened once for all that is asked of it."""

from collections.abc import Iterator

import harness
import pytest
import wcag
from playwright.sync_api import BrowserContext, Page

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


@pytest.fixture(scope="module")
def path(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def phone(path: str, visitor: BrowserContext, address: str) -> Iterator[Page]:
    """A page as it stands on a phone. It is shared: a test looks at it and changes nothing."""
    with visitor.new_page() as page:
        page.set_viewport_size({"width": 390, "height": 844})
        harness.open_page(page, address + path)
        yield page


every_state = pytest.mark.parametrize("path", wcag.STATES, indirect=True)


@every_state
def test_a_page_on_a_phone_has_no_violation_that_the_app_can_change(path: str, phone: Page) -> None:
    assert wcag.violations(phone) == wcag.expected(path, "phone")


@every_state
def test_a_phone_cuts_no_word(phone: Page) -> None:
    assert phone.evaluate(CUT) == []


@every_state
def test_a_page_names_the_county_and_fits_a_phone(phone: Page) -> None:
    logo = "document.querySelector('[data-testid=stHeaderLogo]').parentElement"
    assert phone.evaluate(f"getComputedStyle({logo}, '::after').content") == '"Kyffhäuserkreis"'
    wide = phone.evaluate(
        "[document.documentElement, document.querySelector('[data-testid=stMain]')].map(part => part.scrollWidth)"
    )
    assert max(wide) <= 390
