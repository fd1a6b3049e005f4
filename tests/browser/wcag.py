"""WCAG 2.1 A and AA as axe-core measures it, and the states of the pages in which people see them."""

import harness
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}}
STATES = [
    *harness.PAGES,
    "/massnahmen?massnahme=ZV2/1.1.2",
    "/massnahmen?suche=bus&zv=all",
    "/vergleich?zv=all&kenntnis=2022",
    "/meldungen?teil=Einzelne Meldung",
    "/meldungen?teil=Vordrucke",
    "/meldungen?teil=Übernahmen",
    "/handlungsfelder?zv=all&stichtag=2025-12-31&hf=5",
]
# What Streamlit itself does and the app cannot change, as (rule, element). It can only shrink: one that is not found
# any more has to go from this list.
STREAMLITS_OWN: dict[str, frozenset[tuple[str, str]]] = {}


def violations(page: Page) -> set[tuple[str, str]]:
    found = Axe().run(page, options=RULES).response["violations"]
    return {(rule["id"], node["html"][:160]) for rule in found for node in rule["nodes"]}


def expected(path: str, size: str) -> frozenset[tuple[str, str]]:
    """What may be found on a page: nothing, unless it is Streamlit's own."""
    return STREAMLITS_OWN.get(f"{path} {size}", frozenset())
