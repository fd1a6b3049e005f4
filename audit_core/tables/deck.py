"""The deck of a year as values: which slides there are, in their order (R15: nothing here is counted anew)."""

from collections import Counter
from dataclasses import replace
from functools import cache

from audit_core.standing import standing
from audit_core.tables import years as years_
from audit_core.tables.asked import Asked
from audit_core.tables.deck_charts import field_name, status_chart
from audit_core.tables.deck_fields import field_slides
from audit_core.tables.deck_parts import Deck, Rows, Slide
from audit_core.tables.deck_slides import (
    Told,
    coming_slide,
    overdue_slide,
    reasons_slide,
    transitions_slide,
    years_slide,
)
from audit_core.tables.fields import whole
from audit_core.tables.overview import Overview, overview
from audit_core.tables.responsibilities import responsibilities
from audit_core.wording import deck as wording
from audit_core.wording import subject
from audit_core.wording.annual_report import cover
from audit_core.wording.numbers import day

FIELDS_SHOWN = 8


def deck_of(asked: Asked) -> Deck:
    """The deck of a year, an agreement and perhaps an office."""
    county, at = asked.known.county, cache(lambda when: standing(asked.known, when))
    after, before = at(asked.until), at(asked.before)
    view = _view(asked)
    known = subject.known(asked.known_by, asked.frozen)
    source = wording.source(view, asked.until, asked.before, known)
    told = Told(asked.until, asked.before, source)
    seen = overview(after, before, asked.agreement, asked.responsible)
    slides = [_title_slide(asked, view, known, source), _year_slide(seen, told)]
    if seen.situation.measures:
        late = responsibilities(after, asked.agreement, asked.responsible)
        found = years_.years(asked.known, asked.agreement, asked.responsible, None, asked.until, asked.until, at)
        slides += field_slides(whole(after, before, asked.agreement, asked.responsible), told)
        slides.append(overdue_slide(late, told))
        slides.append(years_slide(found, told))
        slides.append(transitions_slide(found, told))
        slides += reasons_slide(asked.known, seen.situation, told)
        slides.append(coming_slide(late.coming, told))
    names = (wording.within(name, wording.LONGEST_NAME) for name in (county.name, view))
    footer = " · ".join(filter(None, (*names, f"Stichtag {day(asked.until)}")))
    return Deck(_title(asked), county.name, footer, _warning(asked), _unique(slides), asked.until)


def _warning(asked: Asked) -> str:
    county = asked.known.county
    return subject.invented(wording.within(county.name, wording.LONGEST_NAME)) if county.invented else ""


def _title(asked: Asked) -> str:
    return asked.title or cover.title(asked.until)


def _view(asked: Asked) -> str:
    return ", ".join(filter(None, (asked.agreement_name, asked.responsible)))


def _title_slide(asked: Asked, view: str, known: str, source: str) -> Slide:
    county, until = asked.known.county.name, asked.until
    compared = f"Stichtag {day(until)}, verglichen mit {day(asked.before)}"
    lines = (view, compared, known, _warning(asked))
    title = f"{county}: {_title(asked)}" if county else _title(asked)
    return Slide(
        "title", title, (f"{title}.", wording.DONE, wording.STATUSES, source), lines=tuple(filter(None, lines))
    )  # fmt: skip


def _year_slide(seen: Overview, told: Told) -> Slide:
    said = [wording.figure_sentence(one.label, one.value, one.share, one.change, told.before) for one in seen.figures]
    above, shown = wording.above_year(told.until.year, told.before), seen.fields[:FIELDS_SHOWN]
    if not seen.situation.measures:
        lines = (wording.NOTHING_TO_SHOW,)
        return Slide("year", seen.finding, (seen.finding, wording.NOTHING_TO_SHOW, told.source), above, lines=lines)
    hidden = len(seen.fields) - len(shown)
    more = wording.more(hidden, "weiteres Handlungsfeld", "weitere Handlungsfelder", "auf eigenen Folien")
    return Slide(
        "year", seen.finding,
        (
            f"{seen.finding} {seen.permanent}".strip(), *said, wording.DONE, wording.REACHED, wording.OVERDUE,
            wording.STALE, wording.STATUSES, told.source,
        ),
        above, figures=seen.figures, key=seen.key,
        rows=Rows(("Handlungsfeld", "umgesetzt"), tuple((field_name(one), one.completed) for one in shown)),
        chart=status_chart(seen.heading, shown), lines=tuple(filter(None, (more, seen.permanent))),
    )  # fmt: skip


def _unique(slides: list[Slide]) -> tuple[Slide, ...]:
    """The slides with a number behind a title that another one bears before it: readers tell slides by their titles."""
    seen: Counter[str] = Counter()
    found = []
    for slide in slides:
        seen[slide.title] += 1
        again = seen[slide.title]
        found.append(slide if again == 1 else replace(slide, title=f"{slide.title} ({again})"))
    return tuple(found)
