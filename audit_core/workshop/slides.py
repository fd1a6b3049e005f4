"""The slides of a workshop as values, in their order; their figures come from where all figures come from (R15)."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache, partial

from audit_core.standing import History, Standing, standing
from audit_core.tables import years as years_
from audit_core.tables.asked import Asked
from audit_core.tables.deck_slides import Told
from audit_core.tables.fields import whole
from audit_core.tables.overview import overview
from audit_core.wording import deck as deck_wording
from audit_core.wording import subject
from audit_core.workshop.slide_values import (
    ACHIEVED,
    DRAFT,
    DRAFT_FIELD,
    FIELD,
    MEASURE,
    MISSED,
    NEW_MEASURE,
    NEWS,
    OVERDUE,
    SITUATION,
    TRANSITIONS,
    YEARS,
    Row,
    Slide,
    Stage,
)
from audit_core.workshop.slides_of_fields import field_slides, situation_slides
from audit_core.workshop.slides_of_measures import measure_slides, measure_word
from audit_core.workshop.slides_of_years import achieved_slides, missed_slides, overdue_slides, year_slides

__all__ = [
    "ACHIEVED", "DRAFT", "DRAFT_FIELD", "FIELD", "MEASURE", "MISSED", "NEWS", "NEW_MEASURE", "OVERDUE", "SITUATION",
    "TRANSITIONS", "YEARS", "Row", "Slide", "Stage", "measure_word", "stage_of",
]  # fmt: skip


def stage_of(
    known: History,
    agreement: str,
    as_of: date,
    at: Callable[[date], Standing] | None = None,
    responsible: str | None = None,
) -> Stage:
    """The slides about a county, an agreement (or all) and a Stichtag, without what a workshop adds to them.

    They are compared with 31.12. of the year before, as all documents are (R11). `at` gives the state as of a day
    where somebody keeps it already.
    """
    asked = Asked(known, as_of, agreement, responsible)
    county = known.county
    name = deck_wording.within(county.name, deck_wording.LONGEST_NAME)
    view = ", ".join(filter(None, (asked.agreement_name, responsible)))
    return Stage(
        _told_apart(_slides(asked, cache(at or partial(standing, known)))), county.name, agreement, as_of,
        subject.invented(name) if county.invented else "", view, asked.before,
    )  # fmt: skip


def _slides(asked: Asked, at: Callable[[date], Standing]) -> Iterator[Slide]:
    known, agreement, responsible = asked.known, asked.agreement, asked.responsible
    after, before = at(asked.until), at(asked.before)
    seen = overview(after, before, agreement, responsible)
    yield from situation_slides(seen)
    yield from field_slides(whole(after, before, agreement, responsible))
    if not seen.situation.measures:
        return
    found = years_.years(known, agreement, responsible, None, asked.until, asked.until, at)
    yield from achieved_slides(seen, found, asked.before)
    yield from missed_slides(known, seen)
    yield from overdue_slides(after, agreement, responsible)
    yield from year_slides(found, Told(asked.until, asked.before, ""))
    yield from measure_slides(known, seen.situation)


def _told_apart(slides: Iterator[Slide]) -> tuple[Slide, ...]:
    """The slides with words of their own, also where a Handlungsfeld or a measure has a number like another's word."""
    seen: set[str] = set()
    found = []
    for slide in slides:
        word = slide.word
        while word in seen:
            word = f"{word}-a"
        seen.add(word)
        found.append(slide if word == slide.word else replace(slide, word=word))
    return tuple(found)
