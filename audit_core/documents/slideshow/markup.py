"""A slide as HTML: the same on the stage and in the file; semantic, every value escaped, nothing cut."""

import re

from audit_core.documents.slideshow import pictures
from audit_core.documents.slideshow.fitting import fitted, lines, width
from audit_core.documents.slideshow.measures import measure
from audit_core.documents.slideshow.pieces import bar, key, key_lines, plain, sized, spoken, text
from audit_core.documents.slideshow.rows import listed
from audit_core.documents.slideshow.styles import styles
from audit_core.tables.lines import Figure
from audit_core.terms import STATUS
from audit_core.wording import slides as wording
from audit_core.wording.numbers import day
from audit_core.workshop.slides import (
    DRAFT,
    FIELD,
    MEASURE,
    NEW_MEASURE,
    NEWS,
    OVERDUE,
    SITUATION,
    TRANSITIONS,
    YEARS,
    Slide,
    Stage,
)

__all__ = ["WITH_A_FORM", "slide_html", "styles"]
WIDTH, HALF, HEIGHT, BETWEEN = 1760.0, 740.0, 648.0, 24.0
WITH_A_FORM = frozenset({MEASURE, NEW_MEASURE, NEWS, DRAFT})
"""Slides that leave their right part free while something can be taken down."""
_TITLE = ((96, 1), (80, 1), (60, 2), (52, 2), (40, 3), (36, 3), (30, 4), (24, 5), (20, 6))
_LEAD, _HEADER = (120, 104, 92, 80, 68, 56, 44), ((31, 1), (28, 1), (25, 1), (22, 1))
_TORN = re.compile(r"(\d) (?=[^\W\d])")
"""A number and its noun, which stay in one line."""
_ABOVE, _DAY, _KEY_LINE = 1010.0, 720.0, 42.0


def slide_html(slide: Slide, stage: Stage, place: int, live: bool = False) -> str:
    """A slide of a stage, `place` counted from 0; `live`: rows can be chosen, and a form stands right of it.

    Nothing stands below 900 of its 1080 units: there is the footer of whoever shows it.
    """
    half = live and slide.kind in WITH_A_FORM
    room = HALF if half else WIDTH
    name = f"Folie {place + 1} von {len(stage.slides)}"
    return (
        f'<section class="slide slide-{slide.kind}{" slide-half" if half else ""}" '
        f'aria-label="{name}">{_head(slide, stage)}'
        f'<div class="slide-body">{_body(slide, stage, room, live, half)}</div></section>'
    )


def _head(slide: Slide, stage: Stage) -> str:
    right = " · ".join(filter(None, (plain(stage.agreement_name), f"Stichtag {day(stage.as_of)}")))
    shown, size = fitted(right, _DAY, _HEADER)
    if "…" in shown:
        shown, size = f"Stichtag {day(stage.as_of)}", _HEADER[0][0]
    above, small = fitted(plain(slide.above or stage.county), min(_ABOVE, WIDTH - 30 - width(shown, size)), _HEADER)
    title, large = fitted(_TORN.sub("\\1\u00a0", plain(slide.title)), WIDTH, _TITLE, True)
    warning = f'<p class="slide-warning">{text(stage.warning)}</p>' if stage.warning else ""
    return (
        f'{warning}<p class="slide-above" {sized(small)}>{text(above)}</p>'
        f'<p class="slide-day" {sized(size)}>{text(shown)}</p><h1 class="slide-title" {sized(large)}>{text(title)}</h1>'
    )


def _body(slide: Slide, stage: Stage, room: float, live: bool, half: bool) -> str:
    match slide.kind:
        case k if k == SITUATION and slide.chart is not None:
            return _situation(slide, stage, room)
        case k if k == FIELD and slide.counts:
            return _field(slide, room, live)
        case k if k == OVERDUE and slide.chart is not None:
            return _overdue(slide, room)
        case k if k == YEARS and slide.chart is not None:
            return _years(slide, room)
        case k if k == TRANSITIONS and slide.table is not None:
            return _transitions(slide, room)
        case k if k in (MEASURE, NEW_MEASURE):
            return measure(slide, room, HEIGHT, half)
    return _sentences_and_rows(slide, room, live)


def _situation(slide: Slide, stage: Stage, room: float) -> str:
    """Four figures, a status bar per Handlungsfeld, the key with what the statuses come to."""
    assert slide.chart is not None
    below = f"{key(slide.counts)}{_lines(slide, room, 26)}"
    left = HEIGHT - BETWEEN - _KEY_LINE * key_lines(slide.counts, room) - _lines_height(slide, room, 26)
    figures = ""
    if slide.figures:
        figures = f'<div class="slide-figures">{"".join(_figure(one, stage) for one in slide.figures)}</div>'
        left -= 150 + BETWEEN
    return f"{figures}{pictures.lying(slide.chart, slide.rows, room, left)}{below}"


def _figure(one: Figure, stage: Stage) -> str:
    value, size = fitted(one.value, 404, [(size, 1) for size in (84, 76, 68, 60, 52, 44)], True)
    change = wording.change(one.change, stage.before) if stage.before else ""
    more, small = fitted(" · ".join(filter(None, (one.share, change))), 412, [(24, 1), (22, 1), (20, 1)])
    return (
        f'<p><span class="slide-words">{text(one.label)}</span><span class="slide-figure" {sized(size)}>{text(value)}'
        f'</span><span class="slide-more" {sized(small)}>{text(more)}</span></p>'
    )


def _field(slide: Slide, room: float, live: bool) -> str:
    """The large figure beside one status bar, at most five measures below."""
    rows = listed(slide.rows, room, HEIGHT - 190 - BETWEEN, live)
    return f'<div class="slide-band">{_lead(slide, " ".join(slide.lines))}{_counts(slide, room - 434)}</div>{rows}'


def _lead(slide: Slide, more: str = "") -> str:
    value, words = slide.lead
    size = next((one for one in _LEAD if width(value, one, True) <= 404), _LEAD[-1])
    shown = "".join(f"<b>{text(part)}</b>" if part != "von" else " von " for part in value.split(" "))
    below = f'<span class="slide-more">{text(more)}</span>' if more else ""
    return (
        f'<p class="slide-lead"><span class="slide-figure" {sized(size)}>{shown}</span>'
        f'<span class="slide-words">{text(words)}</span>{below}</p>'
    )


def _counts(slide: Slide, room: float) -> str:
    """The status bar with its words inside where all of them fit, else with a key below it."""
    whole = sum(n for _, n in slide.counts)
    fits = all(
        width(f"{STATUS[code].symbol} {STATUS[code].label}", 31) + 24 <= n / whole * (room - 4 * len(slide.counts))
        for code, n in slide.counts
    )
    if not fits:
        drawn = bar(slide.counts, least=48 / room, narrow=True)
        drawn = f'<div class="slide-box" aria-hidden="true">{drawn}</div>'
        return f'<div class="slide-counts">{drawn}{key(slide.counts)}</div>'
    alt = f"Maßnahmen nach Status: {spoken(slide.counts)}."
    drawn = bar(slide.counts, words=True)
    return f'<div class="slide-counts"><div class="slide-box" role="img" aria-label="{text(alt)}">{drawn}</div></div>'


def _overdue(slide: Slide, room: float) -> str:
    """The large figure, and a bar per office."""
    assert slide.chart is not None
    drawn = pictures.lying(slide.chart, slide.rows, room - 460, HEIGHT)
    return f'<div class="slide-beside-lead">{_lead(slide)}<div>{drawn}</div></div>'


def _years(slide: Slide, room: float) -> str:
    """Columns per year; the key has the counts of the last one."""
    assert slide.chart is not None
    left = HEIGHT - BETWEEN - _KEY_LINE * key_lines(slide.counts, room) - _lines_height(slide, room, 24)
    return f"{pictures.standing(slide.chart, room, left)}{key(slide.counts)}{_lines(slide, room, 24)}"


def _transitions(slide: Slide, room: float) -> str:
    """The transition table, and what its grounds mean."""
    assert slide.table is not None
    legend = "".join(
        f'<li><i class="slide-ground" style="background:{text(colour)}"></i>{text(words)}</li>'
        for colour, words in slide.tints
    )
    left = HEIGHT - BETWEEN - _KEY_LINE - _lines_height(slide, room, 26)
    drawn = pictures.transitions(slide.table, room, left)
    return f'{drawn}<ul class="slide-key">{legend}</ul>{_lines(slide, room, 26)}'


def _sentences_and_rows(slide: Slide, room: float, live: bool) -> str:
    """A large figure if there is one, sentences, then rows."""
    if slide.lead[0] and room == WIDTH:
        said = "".join(f"<p {sized(34)}>{text(sentence)}</p>" for sentence in slide.lines)
        band = f'<div class="slide-band slide-low">{_lead(slide)}<div class="slide-said">{said}</div></div>'
        return f"{band}{listed(slide.rows, room, HEIGHT - 160 - BETWEEN, live)}"
    lead = _lead(slide) if slide.lead[0] else ""
    size = next(
        (one for one in (36, 32, 28, 24) if _lines_height(slide, room, one) <= (200 if slide.rows else 440)), 22
    )
    left = HEIGHT - _lines_height(slide, room, size) - (180 if lead else 0)
    return f"{lead}{_lines(slide, room, size)}{listed(slide.rows, room, left, live)}"


def _lines(slide: Slide, room: float, size: int) -> str:
    return "".join(f'<p class="slide-line slide-second" {sized(size)}>{text(one)}</p>' for one in slide.lines)


def _lines_height(slide: Slide, room: float, size: int) -> float:
    """What the sentences take, with the space before each."""
    return sum(1.2 * size * lines(plain(one), room, size) + BETWEEN for one in slide.lines)
