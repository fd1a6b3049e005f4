"""All slides in one HTML file that asks for nothing: for a laptop without the program, by keys, mouse or on paper."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from audit_core import terms
from audit_core.documents.slideshow import font
from audit_core.documents.slideshow.markup import slide_html
from audit_core.documents.slideshow.pieces import plain, text
from audit_core.documents.slideshow.script import SCRIPT
from audit_core.documents.slideshow.styles import styles
from audit_core.wording import slides as wording
from audit_core.wording import stage as stage_wording
from audit_core.wording.numbers import day
from audit_core.workshop.slides import FIELD, MEASURE, SITUATION, Slide, Stage

MIME = "text/html"
MOST_BYTES = 1_980_000
"""What the file may weigh; of more slides than fit those of measures are left out, and the last one says so."""
_NOTICE, _LAST = 2_000, {FIELD: 1, MEASURE: 2}
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; font-src data:; img-src data:"
_CSS = f"""
*, *::before {{ box-sizing: border-box; }}
html {{ --u: min(100vw / 1920, 100vh / 1080); background: {terms.WHITE}; }}
body {{ margin: 0; font-family: "{font.NAME}", "Source Sans 3", sans-serif; color: {terms.INK}; }}
.slide {{ font-family: "{font.NAME}", "Source Sans 3", sans-serif; }}
main {{ margin: 0; }}
article {{ border-bottom: 1px solid {terms.HAIRLINE}; }}
article .slide {{ --u: calc(min(100vw, 1400px) / 1920); }}
nav, #ansage {{ display: none; }}
.led nav {{ display: flex; position: fixed; left: 0; right: 0; bottom: calc(20 * var(--u));
  height: calc(136 * var(--u));
  padding: 0 calc(50% - 880 * var(--u)); justify-content: space-between; align-content: space-between; flex-wrap: wrap;
  gap: 0 calc(24 * var(--u)); }}
.led article {{ display: none; border: 0; }}
.led article.shown {{ display: block; }}
.led article .slide {{ --u: min(100vw / 1920, 100vh / 1080); }}
.led body {{ overflow: hidden; height: 100vh; }}
nav div {{ display: flex; align-items: center; gap: calc(24 * var(--u)); min-width: 0; }}
nav button, nav select {{ font: 400 calc(28 * var(--u)) / 1.2 "{font.NAME}", sans-serif; color: {terms.INK};
  background: {terms.WHITE}; height: calc(72 * var(--u)); padding: 0 calc(24 * var(--u));
  border: 1px solid {terms.SECONDARY}; border-radius: calc(6 * var(--u)); white-space: nowrap; }}
nav select {{ width: calc(560 * var(--u)); text-overflow: ellipsis; }}
nav button {{ cursor: pointer; }}
nav button:hover {{ background: {terms.SOFT_GROUND}; }}
nav button[aria-disabled="true"] {{ color: {terms.SECONDARY}; border-color: {terms.HAIRLINE}; cursor: default; }}
nav button kbd {{ font: inherit; font-size: .75em; color: {terms.SECONDARY}; margin-left: .4em; }}
nav :focus-visible {{ outline: 3px solid {terms.ACCENT}; outline-offset: 3px; }}
nav p {{ margin: 0; flex-basis: 100%; font-size: calc(24 * var(--u)); color: {terms.SECONDARY}; line-height: 1.25; }}
#stelle {{ font-size: calc(28 * var(--u)); white-space: nowrap; min-width: calc(150 * var(--u)); text-align: center; }}
.led #ansage {{ display: block; position: absolute; width: 1px; height: 1px; overflow: hidden;
  clip-path: inset(50%); white-space: nowrap; }}
@media (prefers-reduced-motion: reduce) {{ * {{ transition: none !important; animation: none !important; }} }}
@page {{ size: 13.333in 7.5in; margin: 0; }}
@media print {{
  html {{ -webkit-print-color-adjust: exact; print-color-adjust: exact; }}
  .led body, body {{ overflow: visible; height: auto; }}
  .led nav, .led #ansage {{ display: none; }}
  article, .led article, .led article.shown {{ display: block; break-after: page; break-inside: avoid; border: 0;
    height: 7.4in; overflow: hidden; }}
  article:last-of-type {{ break-after: auto; }}
  article .slide, .led article .slide {{ --u: calc(13.333in / 1920); }}
}}
"""


def offline(stage: Stage, most: int = MOST_BYTES) -> bytes:
    """The slides as one HTML file of at most so many bytes; the same stage gives the same bytes."""
    articles = [_article(slide, stage, place) for place, slide in enumerate(stage.slides)]
    signs = frozenset(re.sub(r"<[^>]*>|\s", "", "".join(articles)))
    name = " · ".join(filter(None, (plain(stage.county), plain(stage.agreement_name), f"Stichtag {day(stage.as_of)}")))
    css = re.sub(r"\s+", " ", f"{styles()}{_CSS}")
    before = (
        f'<!DOCTYPE html>\n<html lang="de" data-title="{text(name)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<link rel="icon" href="data:,">\n'
        f"<title>{text(name)}</title>\n<style>{font.faces(signs)}{css}</style>\n</head>\n<body>\n<main>\n"
    )
    after = (
        f'</main>\n{_NAVIGATION}\n<div id="ansage" role="status" aria-live="polite"></div>\n'
        f"<script>{SCRIPT}</script>\n</body>\n</html>\n"
    )
    kept = "".join(_kept(stage, articles, most - len(before.encode()) - len(after.encode())))
    return f"{before}{kept}{after}".encode("utf-8", "replace")


_NAVIGATION = (
    '<nav aria-label="Folien"><div>'
    f'<label for="folie" hidden>{stage_wording.ALL_SLIDES}</label>'
    f'<select id="folie" aria-label="{stage_wording.ALL_SLIDES}"></select>'
    f'<button type="button" id="vollbild">{stage_wording.FULL_SCREEN}</button></div>'
    f'<div><button type="button" id="zurueck">{stage_wording.BACK}<kbd aria-hidden="true">←</kbd></button>'
    '<span id="stelle"></span>'
    f'<button type="button" id="weiter">{stage_wording.ON}<kbd aria-hidden="true">→</kbd></button></div>'
    f"<p>{wording.KEYS}</p></nav>"
)


def _article(slide: Slide, stage: Stage, place: int) -> str:
    return f'<article id="{text(slide.word)}">{slide_html(slide, stage, place)}</article>\n'


def _kept(stage: Stage, articles: Sequence[str], most: int) -> Sequence[str]:
    """The slides; of more than `most` bytes only those that fit, and one that says so.

    The slides of the whole come first, then those of Handlungsfelder, then those of measures, each in their order.
    """
    sizes = [len(article.encode("utf-8", "replace")) for article in articles]
    if sum(sizes) <= most:
        return articles
    order = sorted(range(len(sizes)), key=lambda place: (_LAST.get(stage.slides[place].kind, 0), place))
    totals = accumulate(sizes[place] for place in order)
    fitting = {place for place, total in zip(order, totals, strict=True) if total <= most - _NOTICE}
    kept = [slide for place, slide in enumerate(stage.slides) if place in fitting]
    gone = [slide.kind for place, slide in enumerate(stage.slides) if place not in fitting]
    said = wording.left_out(gone.count(MEASURE), len(gone) - gone.count(MEASURE))
    fewer = replace(stage, slides=(*kept, Slide("nicht-enthalten", SITUATION, wording.LEFT_OUT, lines=(said,))))
    return [_article(slide, fewer, place) for place, slide in enumerate(fewer.slides)]
