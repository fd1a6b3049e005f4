"""The file of slides as people show it: keys, mouse, link, without JavaScript, on paper; nothing cut, no request."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import harness
import pytest
from hard_county import hard_county
from pdf_reading import page_texts, squeezed
from playwright.sync_api import Browser, Page
from pypdfium2 import PdfDocument
from wcag import violations

from audit_core import store
from audit_core.agreement import County
from audit_core.documents.slideshow import font, offline
from audit_core.documents.slideshow.markup import slide_html, styles
from audit_core.standing import history
from audit_core.upload import apply
from audit_core.workshop.slides import Slide, Stage, stage_of

SIZES = ((1920, 1080), (1440, 900), (1024, 768))
# Of every slide in turn: what leaves it, and what is cut inside it.
CUT = """() => {
  const found = [];
  for (const slide of document.querySelectorAll(".slide")) {
    const article = slide.closest("article");
    document.querySelectorAll("article").forEach((other) => other.classList.toggle("shown", other === article));
    const edge = slide.getBoundingClientRect();
    const told = (why, part) => found.push(`${article.id}: ${why} ${part.className} ${part.textContent.slice(0, 40)}`);
    for (const part of slide.querySelectorAll("*")) {
      const box = part.getBoundingClientRect(), look = getComputedStyle(part);
      if (!(box.width && box.height) || look.clipPath !== "none") continue;
      if (box.left < edge.left - 1 || box.right > edge.right + 1) told("beside", part);
      if (box.top < edge.top - 1 || box.bottom > edge.bottom + 1) told("below", part);
      if (look.display === "inline" || part.className === "slide-figure") continue;
      if (part.scrollWidth > part.clientWidth + 1 && part.clientWidth) told("cut at the side", part);
      if (part.scrollHeight > part.clientHeight + 6 && part.clientHeight) told("cut below", part);
    }
  }
  return found;
}"""
PLACES = """() => [...document.querySelectorAll("article")].map((article) => {
  document.querySelectorAll("article").forEach((other) => other.classList.toggle("shown", other === article));
  const boxes = ["h1", ".slide-above", ".slide-day", ".slide-body"].map((name) => article.querySelector(name));
  const [title, above, day, body] = boxes.map((part) => part.getBoundingClientRect());
  const places = [title.left, title.top, above.left, above.top, day.right, day.top, body.top, body.bottom];
  return places.map(Math.round).join();
})"""


@pytest.fixture(scope="module")
def counties(tmp_path_factory: pytest.TempPathFactory) -> dict[str, County]:
    found = {}
    for name in ("kyffhaeuserkreis", "musterkreis"):
        engine = store.open_engine(f"sqlite:///{tmp_path_factory.mktemp('slides')}/{name}.db")
        apply.load_folder(engine, harness.ROOT / "data" / name, datetime(2026, 7, 16, tzinfo=UTC))
        found[name] = store.load(engine)
    found["schwer"] = hard_county(found["musterkreis"])
    return found


@pytest.fixture(scope="module")
def stages(counties: dict[str, County]) -> dict[str, Stage]:
    views = {"kyffhaeuserkreis": ("ZV2", date(2021, 12, 31)), "musterkreis": ("all", date(2025, 6, 30))}
    return {
        name: stage_of(history(plan), *views.get(name, ("all", date(2022, 12, 31)))) for name, plan in counties.items()
    }


@pytest.fixture(scope="module")
def file(stages: dict[str, Stage], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of the real county."""
    made = tmp_path_factory.mktemp("file") / "folien.html"
    made.write_bytes(offline(stages["kyffhaeuserkreis"]))
    return made


@pytest.fixture
def shown(page: Page, file: Path) -> Page:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(file.as_uri())
    return page


def now(page: Page) -> tuple[str, str]:
    """The slide that is seen, and its number in the footer."""
    (word,) = page.evaluate("[...document.querySelectorAll('article')].filter((a) => a.offsetHeight).map((a) => a.id)")
    return str(word), page.locator("#stelle").inner_text()


@pytest.mark.parametrize("name", ["kyffhaeuserkreis", "musterkreis", "schwer"])
def test_nothing_is_cut_and_nothing_jumps_in_the_file_and_on_the_stage(
    page: Page, stages: dict[str, Stage], tmp_path: Path, name: str
) -> None:
    stage = stages[name]
    still = tmp_path / "still.html"
    still.write_bytes(offline(stage))
    live = tmp_path / "live.html"
    slides = (
        f'<article id="{place}">{slide_html(_decided(stage, place), stage, place, live=True)}</article>'
        for place in range(len(stage.slides))
    )
    looks = (
        font.faces(frozenset()).replace(font.NAME, "Source Sans")
        + "article { display: none } .shown { display: block } body { margin: 0 }"
    )
    live.write_text(f"<!DOCTYPE html><meta charset=utf-8><style>{styles()}{looks}</style>{''.join(slides)}", "utf-8")
    for made in (still, live):
        page.goto(made.as_uri())
        page.evaluate("Promise.all([...document.fonts].map((one) => one.load()))")
        for width, height in SIZES:
            page.set_viewport_size({"width": width, "height": height})
            assert page.evaluate(CUT) == [], (made.name, width)
            assert len(set(page.evaluate(PLACES))) == 1, (made.name, width)


def _decided(stage: Stage, place: int) -> Slide:
    """A slide with the longest decision at each of its rows."""
    slide = stage.slides[place]
    return replace(slide, rows=tuple(replace(row, decision="continue") if row.subject else row for row in slide.rows))


def test_keys_buttons_list_and_address_lead_to_every_slide(shown: Page, stages: dict[str, Stage]) -> None:
    words = [slide.word for slide in stages["kyffhaeuserkreis"].slides]
    last = f"{len(words)} von {len(words)}"
    assert now(shown) == ("lage", f"1 von {len(words)}")
    for key, word in (
        ("ArrowRight", words[1]), ("PageDown", words[2]), ("Space", words[3]), ("ArrowLeft", words[2]),
        ("PageUp", words[1]), ("Shift+Space", words[0]), ("ArrowLeft", words[0]), ("End", words[-1]),
        ("ArrowRight", words[-1]), ("Home", words[0]),
    ):  # fmt: skip
        shown.keyboard.press(key)
        assert now(shown)[0] == word, key
    shown.keyboard.press("End")
    assert now(shown) == (words[-1], last)
    shown.get_by_role("button", name="Zurück").click()
    assert now(shown)[0] == words[-2] and shown.url.endswith(f"#{words[-2]}")
    shown.reload()
    assert now(shown)[0] == words[-2]
    shown.get_by_label("Alle Folien").select_option("4")
    assert now(shown)[0] == words[4]
    title = stages["kyffhaeuserkreis"].slides[4].title
    assert shown.get_by_role("status").inner_text() == f"Folie 5 von {len(words)}: {title}"
    assert shown.title().startswith(f"{title} – Kyffhäuserkreis")
    shown.evaluate("location.hash = '#uebergaenge'")
    shown.wait_for_function("document.querySelector('#uebergaenge').offsetHeight > 0")
    shown.evaluate("location.hash = '#3'")
    shown.wait_for_function("document.querySelector('article.shown').id === 'hf-2'")
    shown.goto(f"{shown.url.partition('#')[0]}#gibt-es-nicht")
    shown.reload()
    assert now(shown)[0] == "lage"


def test_all_of_it_works_by_keyboard_with_a_visible_focus(shown: Page) -> None:
    reached = []
    for _ in range(4):
        shown.keyboard.press("Tab")
        outline = shown.evaluate("getComputedStyle(document.activeElement).outlineWidth")
        reached.append(shown.evaluate("document.activeElement.id"))
        assert outline == "3px"
    assert reached == ["folie", "vollbild", "zurueck", "weiter"]
    shown.keyboard.press("Enter")
    assert now(shown)[1].startswith("2 von")
    shown.keyboard.press("Space")
    assert now(shown)[1].startswith("3 von")


def test_the_file_asks_for_nothing_and_says_no_error(page: Page, file: Path) -> None:
    asked, errors = [], []
    page.on("request", lambda request: asked.append(request.url) if not request.url.startswith("data:") else None)
    page.on("console", lambda message: errors.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(file.as_uri())
    page.keyboard.press("End")
    assert asked == [file.as_uri()] and errors == []
    assert page.evaluate("document.fonts.check('600 40px \"Auditmonitor Sans\"')")


def test_axe_finds_nothing_on_any_kind_of_slide(shown: Page, stages: dict[str, Stage]) -> None:
    shown.set_viewport_size({"width": 1920, "height": 1080})
    seen = set()
    for slide in stages["kyffhaeuserkreis"].slides:
        if slide.kind not in seen:
            seen.add(slide.kind)
            shown.evaluate("(word) => { location.hash = `#${word}` }", slide.word)
            shown.wait_for_function("(word) => document.getElementById(word).offsetHeight > 0", arg=slide.word)
            assert violations(shown) == set(), slide.word
    assert len(seen) == 8


def test_without_javascript_all_slides_stand_one_below_the_other_and_printed_each_has_a_page(
    chromium: Browser, page: Page, file: Path, stages: dict[str, Stage]
) -> None:
    slides = stages["kyffhaeuserkreis"].slides
    with chromium.new_context(java_script_enabled=False, viewport={"width": 1440, "height": 900}) as context:
        plain = context.new_page()
        plain.goto(file.as_uri())
        tops = [box["y"] for node in plain.locator("article").all() if (box := node.bounding_box()) is not None]
        assert len(tops) == len(slides) and tops == sorted(set(tops))
        assert not plain.get_by_role("button", name="Weiter").is_visible()
        assert plain.locator("html").get_attribute("lang") == "de" and plain.locator("h1").count() == len(slides)
    page.goto(file.as_uri())
    data = page.pdf(prefer_css_page_size=True, print_background=True)
    printed = PdfDocument(data)
    assert len(printed) == len(slides)
    assert [round(side) for side in printed[0].get_size()] == [960, 540]
    for slide, text in zip(slides[1:7], page_texts(data)[1:7], strict=True):
        assert squeezed(slide.title)[:20] in squeezed(text)
