"""The minutes of one evening as blocks: what was decided and why, what is new, and what is still to be settled."""

from collections.abc import Iterator, Sequence

from audit_core.agreement import Measure, last_day
from audit_core.dates import BERLIN
from audit_core.standing import History
from audit_core.store import Note, Workshop
from audit_core.tables.blocks import Block, Column, Facts, Heading, Paragraph, Point, Points, Report, Table
from audit_core.wording import minutes as wording
from audit_core.wording.annual_report.cover import NAMELESS
from audit_core.wording.draft import AGREEMENT_NAMES
from audit_core.wording.numbers import NOTHING, day, moment, number
from audit_core.wording.subject import agreement_name, invented
from audit_core.wording.workshop import COUNT_HEADS, NEW_GOAL, NEXT_AGREEMENT, NO_FIELD, TOTAL
from audit_core.workshop.draft_counts import draft_counts
from audit_core.workshop.minutes_points import (
    about_measure,
    about_new_measure,
    field_name,
    line_of_milestone,
    name_of,
    said_lines,
    shown,
    taken_down,
)
from audit_core.workshop.minutes_values import Record, in_order, record_of
from audit_core.workshop.subjects import (
    AGREEMENT,
    BEGIN,
    CODE,
    END,
    GOAL,
    NEW_MEASURE,
    NEW_MILESTONE,
    TITLE,
    of_measure,
)


def minutes_of(known: History, evening: Workshop, notes: Sequence[Note]) -> Report:
    """The minutes of an evening, of whatever kind it is, from all notes about its agreement.

    Nothing that is said after its own last note or uploaded later changes them; the same notes give the same blocks.
    Raises AuditError where the agreement is not in the plan (any more).
    """
    found = record_of(known, evening, notes)
    county = found.known.county
    name = county.name or NAMELESS
    agreement = found.known.agreements[evening.agreement]
    return Report(
        title=wording.title(evening.title),
        subtitle=agreement_name(agreement.code, agreement.title),
        county=name,
        facts=tuple((what, text) for what, text in _facts(found) if text),
        blocks=tuple(_blocks(found)),
        footer=wording.footer(name, evening.title, evening.agreement),
        warning=invented(name) if county.invented else "",
        as_of=evening.recorded_at.astimezone(BERLIN).date(),
        known_by=found.known.known_by,
    )


def _facts(found: Record) -> Iterator[tuple[str, str]]:
    evening = found.evening
    agreement = found.known.agreements[evening.agreement]
    writers = wording.persons([evening.recorded_by, *(note.recorded_by for note in found.notes)])
    yield wording.KIND, wording.kind(evening.kind)
    yield wording.WHEN, moment(evening.recorded_at)
    yield wording.UNTIL, moment(found.notes[-1].recorded_at) if found.notes else ""
    yield wording.WRITERS, "; ".join(writers)
    yield wording.AS_OF, day(evening.as_of)
    end = last_day(agreement, found.known.county.agreements)
    yield wording.AGREEMENT, wording.of_agreement(agreement.code, agreement.begin.first, end)


def _blocks(found: Record) -> Iterator[Block]:
    yield from _result(found)
    yield from _decisions(found)
    yield from _news(found)
    yield from _next_agreement(found)
    yield from _undecided(found)
    yield from _versions(found)
    if found.struck:
        yield Heading(2, wording.STRUCK)
        yield Points(tuple(Point(name_of(found, word), said_lines(found, word)) for word in found.struck))


def _result(found: Record) -> Iterator[Block]:
    yield Heading(2, wording.RESULT)
    far = found.open_measures
    yield Paragraph(wording.result(len(far.decided), far.of, found.counts(far.decided)), "lead")
    beside = [word for word in found.plan if word not in found.open_words and found.decision(word)]
    sentences = []
    if found.elsewhere:
        sentences.append(wording.elsewhere(found.elsewhere, len(found.decided)))
    if beside:
        sentences.append(wording.beside(found.counts(beside)))
    goals, measures = len(found.new(GOAL)), len(found.new(NEW_MEASURE))
    milestones = len(found.new(NEW_MILESTONE))
    if goals or measures or milestones:
        sentences.append(wording.news(goals, measures, milestones))
    lacking = sum(bool(row.gaps) for row in found.resolved) + sum(bool(gaps) for gaps in _new_gaps(found))
    if found.conflicts or lacking:
        sentences.append(wording.open_points(len(found.conflicts), lacking))
    if not found.notes:
        sentences.append(wording.NOTHING_SAID)
    if sentences:
        yield Paragraph(" ".join(sentences))
    yield from _overview(found)


def _new_gaps(found: Record) -> Iterator[tuple[str, ...]]:
    for word in found.new(NEW_MEASURE):
        drafted = found.drafted(word)
        yield drafted.gaps if drafted else ()


def _overview(found: Record) -> Iterator[Table]:
    rows = draft_counts(found.draft, found.known)
    if len(rows) < 2:
        return
    cells = [(row.continued, row.changed, row.replaced, row.new, row.ended, row.undecided) for row in rows]
    names = [" ".join(filter(None, (row.field_of_action, row.title))) or NO_FIELD for row in rows]
    totals = tuple(map(sum, zip(*cells, strict=True)))
    shown_cells = [tuple(number(n) if n else NOTHING for n in line) for line in (*cells, totals)]
    yield Table(
        wording.OVERVIEW,
        tuple(Column(head, 1.1 if place else 3.2, bool(place)) for place, head in enumerate(COUNT_HEADS)),
        tuple((name, *line) for name, line in zip([*names, TOTAL], shown_cells, strict=True)),
        total=True,
        note=wording.OVERVIEW_NOTE,
    )


def _decisions(found: Record) -> Iterator[Block]:
    yield Heading(2, wording.DECISIONS)
    if not found.resolved:
        yield Paragraph(wording.NOTHING_DECIDED)
    resolved = {row.word: row for row in found.resolved}
    for field, rows in in_order(row.measure for row in found.resolved):
        yield Heading(3, field_name(found, field))
        yield Points(tuple(about_measure(found, resolved[word]) for word in map(_word, rows)))


def _word(measure: Measure) -> str:
    return of_measure(measure.key.measure).word


def _news(found: Record) -> Iterator[Block]:
    goals, measures = found.new(GOAL), found.new(NEW_MEASURE)
    if not (goals or measures or found.apart):
        return
    yield Heading(2, wording.NEWS)
    points = [_about(found, word, wording.labelled(NEW_GOAL, name_of(found, word))) for word in goals]
    points += [about_new_measure(found, word) for word in measures]
    points += [_about(found, word, line_of_milestone(found, word)) for word in found.apart]
    yield Points(tuple(points))


def _about(found: Record, word: str, name: str) -> Point:
    return Point(name, (*said_lines(found, word), taken_down(found, word)))


def _next_agreement(found: Record) -> Iterator[Block]:
    if not found.speaks_of_the_agreement:
        return
    drafted = found.draft.agreement
    used = {
        CODE: drafted.code, TITLE: drafted.title, BEGIN: drafted.begin.text,
        END: drafted.end.text if drafted.end else "",
    }  # fmt: skip
    said = {field: found.words.text(AGREEMENT, field) for field in used}
    yield Heading(2, NEXT_AGREEMENT)
    told = {
        field: wording.TWO_VERSIONS if found.words.said(AGREEMENT, field).is_open else text
        for field, text in said.items() if text
    }  # fmt: skip
    yield Facts(tuple((AGREEMENT_NAMES[f], wording.said_and_used(text, used[f])) for f, text in told.items()))


def _undecided(found: Record) -> Iterator[Block]:
    open_measures = {_word(row): row for row in found.undecided}
    others = [row.measure for word, row in found.discussed.items() if word not in open_measures]
    rows = [*open_measures.values(), *others]
    if not rows:
        return
    yield Heading(2, wording.UNDECIDED)
    yield Paragraph(wording.UNDECIDED_LEAD)
    points = []
    for row in rows:
        discussed = found.discussed.get(_word(row))
        points.append(about_measure(found, discussed) if discussed else Point(f"{row.number} {row.title}"))
    yield Points(tuple(points))


def _versions(found: Record) -> Iterator[Block]:
    if not found.conflicts:
        return
    yield Heading(2, wording.VERSIONS)
    yield Paragraph(wording.VERSIONS_LEAD)
    yield Points(
        tuple(
            Point(
                wording.field_of(name_of(found, word), field),
                tuple(
                    wording.version(shown(field, one.text), one.recorded_by, one.recorded_at) for one in said.versions
                ),
            )
            for word, field, said in found.conflicts
        )
    )
