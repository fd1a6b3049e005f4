"""What the room adds to the slides: decisions on rows, new goals and measures, and the draft of the next agreement."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from audit_core.agreement import FieldOfAction, natural
from audit_core.standing import History
from audit_core.tables.situation import Situation
from audit_core.terms import NO_OFFICE
from audit_core.wording import workshop as wording
from audit_core.wording.numbers import day
from audit_core.workshop.decisions import open_measures
from audit_core.workshop.draft import Draft, DraftMeasure
from audit_core.workshop.draft_counts import draft_counts
from audit_core.workshop.said import Words
from audit_core.workshop.slides import DRAFT, DRAFT_FIELD, MEASURE, NEW_MEASURE, NEWS, Row, Slide, Stage
from audit_core.workshop.slides_of_measures import measure_slides
from audit_core.workshop.subjects import AGREEMENT, DECISION, of_measure, subject

A_SLIDE = 5


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the room is: of the open measures `decided` of `of`, and how many measures the draft has."""

    decided: int
    of: int
    drafted: int


def progress(now: Situation, words: Words, draft: Draft) -> Progress:
    """How many of the measures that are open on the Stichtag have been decided about."""
    found = open_measures(words, now.measures)
    return Progress(len(found.decided), found.of, len(draft.measures))


def room_of(stage: Stage, known: History, words: Words, draft: Draft, now: Situation) -> Stage:
    """The slides with what the room decided so far, its new measures, and the draft, after those of the balance.

    `now` is what the slides are about: a measure that is not open gets its slide once something was said of it.
    """
    shown = [_decided(slide, words) for slide in _with_slides_of(stage.slides, known, words, now)]
    fields = sorted(known.county.fields_of_action, key=lambda row: natural(row.number))
    news = _news(fields, draft, _goals(known, stage.agreement))
    return replace(stage, slides=(*shown, *news, *_drafts(fields, draft, known)))


def _with_slides_of(slides: Sequence[Slide], known: History, words: Words, now: Situation) -> Sequence[Slide]:
    """The slides, those of measures also for what was spoken of though it is not open, in the order of the numbers."""
    found = {slide.subject: slide for slide in slides if slide.kind == MEASURE}
    named = (subject(word) for word in words.subjects() if word not in found)
    spoken_of = {one.measure for one in named if one is not None and one.measure is not None}
    missing = {slide.subject: slide for slide in measure_slides(known, now, spoken_of)} if spoken_of else {}
    if not missing:
        return slides
    found |= missing
    order = [of_measure(measure.key.measure).word for measure in now.measures]
    others = [slide for slide in slides if slide.kind != MEASURE]
    return (*others, *(found[word] for word in order if word in found))


def _decided(slide: Slide, words: Words) -> Slide:
    """A slide with the decisions about its rows, and about the measure it is about."""
    if slide.kind == MEASURE:
        return replace(slide, decision=words.text(slide.subject, DECISION))
    rows = tuple(_decided_row(row, words) if row.subject else row for row in slide.rows)
    return slide if rows == slide.rows else replace(slide, rows=rows)


def _decided_row(row: Row, words: Words) -> Row:
    said = words.said(row.subject, DECISION)
    if said.is_open:  # two decided differently at once: neither is shown as if it held
        return replace(row, right=wording.SEVERAL)
    return replace(row, decision=said.text.strip())


def _goals(known: History, agreement: str) -> Mapping[str, tuple[str, ...]]:
    """The goals that the agreement has so far in each Handlungsfeld, as lines below a heading."""
    found: dict[str, dict[str, None]] = {}
    for measure in known.county.measures:
        if measure.agreement == agreement and measure.goal:
            found.setdefault(measure.field_of_action, {})[measure.goal] = None
    return {number: (wording.GOALS_SO_FAR, *(f"– {goal}" for goal in names)) for number, names in found.items()}


def _news(
    fields: Iterable[FieldOfAction], draft: Draft, goals: Mapping[str, tuple[str, ...]]
) -> Iterator[Slide]:
    """A slide per Handlungsfeld to write down what is new, behind it one for each new measure."""
    found = _by_field(draft, new=True)
    for field in fields:
        above = wording.field_above(field.number, field.title)
        new = found.get(field.number, ())
        yield Slide(
            f"neu-{field.number}", NEWS, wording.NEWS_TITLE, above,
            lines=(wording.NEWS_LINE, *goals.get(field.number, ())), field_of_action=field.number,
        )  # fmt: skip
        for one in new:
            yield Slide(
                f"neu-{one.subject.partition(':')[2]}", NEW_MEASURE, one.measure.title or wording.UNTITLED,
                f"{above} · {wording.NEW_MEASURE_ABOVE}", lines=one.gaps, subject=one.subject,
                field_of_action=field.number,
            )  # fmt: skip


def _drafts(fields: Iterable[FieldOfAction], draft: Draft, known: History) -> Iterator[Slide]:
    """The draft as a whole, then per Handlungsfeld, at most five measures a slide."""
    title = draft.agreement.title or draft.agreement.code
    yield Slide(
        "entwurf", DRAFT, wording.draft_title(title), lead=wording.draft_lead(len(draft.measures)),
        lines=(_summed(draft, known), *(draft.gaps or (wording.DRAFT_LINE,))), subject=AGREEMENT,
        facts=tuple(_proposed(draft)),
    )  # fmt: skip
    found = _by_field(draft)
    for field in fields:
        rows = tuple(map(_row, found.get(field.number, ())))
        pages = [rows[start : start + A_SLIDE] for start in range(0, len(rows), A_SLIDE)] or [()]
        for place, page in enumerate(pages, 1):
            yield Slide(
                f"entwurf-{field.number}" + (f"-{place}" if place > 1 else ""), DRAFT_FIELD,
                wording.draft_title(field.title), wording.field_above(field.number, title), rows=page,
                lines=() if page else (wording.NOTHING_IN_FIELD,), field_of_action=field.number,
            )  # fmt: skip


def _proposed(draft: Draft) -> Iterator[tuple[str, str]]:
    """What the next agreement would be called and when it would run, for its form."""
    agreement = draft.agreement
    yield "Kürzel", agreement.code
    yield "Titel", agreement.title
    yield "Beginn", agreement.begin.text
    yield "Ende", agreement.end.text if agreement.end else ""


def _summed(draft: Draft, known: History) -> str:
    """What became of the measures so far, in one sentence."""
    rows = draft_counts(draft, known)
    names = ("continued", "changed", "replaced", "new", "ended", "undecided")
    return wording.summed([sum(getattr(row, name) for row in rows) for name in names])


def _by_field(draft: Draft, new: bool = False) -> Mapping[str, tuple[DraftMeasure, ...]]:
    found: dict[str, list[DraftMeasure]] = {}
    for one in draft.measures:
        if not new or not one.decision:
            found.setdefault(one.measure.field_of_action, []).append(one)
    return {number: tuple(rows) for number, rows in found.items()}


def _row(one: DraftMeasure) -> Row:
    measure = one.measure
    due = f"Frist {day(measure.due.last)}" if measure.due else "ohne Frist"
    predecessor = measure.predecessor[1] if measure.predecessor else ""
    return Row(
        f"{measure.number} {measure.title or wording.UNTITLED}", f"{measure.responsible or NO_OFFICE} · {due}",
        wording.origin(one.decision, predecessor), subject=one.subject,
    )  # fmt: skip


def slide_of(subject: str, stage: Stage) -> str:
    """The word of the slide that is about a subject, "" where there is none."""
    return next((slide.word for slide in stage.slides if slide.subject == subject), "")
