"""One point of the minutes: what was said about a measure, a new one, a milestone, with who took it down and when."""

from collections.abc import Iterator
from datetime import datetime

from audit_core.tables.blocks import Point
from audit_core.terms import DECISION as DECISIONS
from audit_core.terms import END
from audit_core.wording import minutes as wording
from audit_core.wording.workshop import FIELD_NAMES, NEW_MEASURE, NEXT_AGREEMENT, UNTITLED
from audit_core.workshop.draft_values import due_in_force, line, office_date, text
from audit_core.workshop.minutes_values import Record, Resolved
from audit_core.workshop.said import PAUSE
from audit_core.workshop.subjects import (
    AGREEMENT,
    DECISION,
    DESCRIPTION,
    DUE,
    FIELD_OF_ACTION,
    FIELDS,
    GOAL_TITLE,
    LEFT,
    OF,
    REASON,
    RESPONSIBLE,
    TITLE,
    subject,
)


def about_measure(found: Record, row: Resolved) -> Point:
    """A measure that was spoken of: what was decided and why, what is new about it, what is missing, who and when."""
    name = f"{row.measure.number} {row.measure.title}"
    heading = wording.decision(name, row.decision) if row.decision else name
    if found.words.said(row.word, DECISION).is_open:
        heading = wording.with_versions(heading)
    return Point(heading, tuple(_below(found, row)))


def _below(found: Record, row: Resolved) -> Iterator[str]:
    word, measure = row.word, row.measure
    reason, title, goal = (told(found, word, field) for field in (REASON, TITLE, GOAL_TITLE))
    if reason:
        yield wording.labelled(FIELD_NAMES[REASON], reason)
    if title and title != measure.title:
        yield wording.labelled(wording.WORDING, title)
    if goal and goal != measure.goal:
        yield wording.labelled(FIELD_NAMES[GOAL_TITLE], wording.instead(goal, measure.goal))
    if description := told(found, word, DESCRIPTION):
        yield wording.labelled(FIELD_NAMES[DESCRIPTION], description)
    office = told(found, word, RESPONSIBLE)
    held = measure.responsible or ""
    if office or (held and row.decision not in ("", END)):
        yield wording.labelled(FIELD_NAMES[RESPONSIBLE], wording.instead(office or held, held))
    if due := _due(found, row):
        yield wording.labelled(FIELD_NAMES[DUE], due)
    yield from (line_of_old_milestone(found, one) for one in found.milestones_of(word))
    yield from (line_of_milestone(found, one) for one in found.added_to(word))
    if row.gaps:
        yield wording.lacks(row.gaps)
    yield _when(_writers(found, word), row.by, row.at, row.last_by, row.last_at)


def _due(found: Record, row: Resolved) -> str:
    """The Frist that was said beside the one in force; without a new one that one, where the measure goes on."""
    held = due_in_force(found.known, row.measure.key, row.measure.due, found.evening.as_of)
    before = held.text if held else ""
    if said := told(found, row.word, DUE):
        return wording.instead(said, before)
    drafted = found.drafted(row.word)
    return drafted.measure.due.text if drafted and drafted.measure.due else ""


def about_new_measure(found: Record, word: str) -> Point:
    """A new measure with everything that was said of it."""
    below = list(said_lines(found, word))
    below += [line_of_milestone(found, one) for one in found.added_to(word)]
    drafted = found.drafted(word)
    if drafted and drafted.gaps:
        below.append(wording.lacks(drafted.gaps))
    return Point(wording.labelled(NEW_MEASURE, name_of(found, word)), (*below, taken_down(found, word)))


def said_lines(found: Record, word: str) -> tuple[str, ...]:
    """What was said of something, field by field, but for what it belongs to; its name where it has two versions."""
    about = subject(word)
    fields = () if about is None else FIELDS[about.kind]
    return tuple(
        wording.labelled(FIELD_NAMES[field], said)
        for field in fields
        if field not in (OF, LEFT, DECISION)
        and (field != TITLE or found.words.said(word, TITLE).is_open)
        and (said := told(found, word, field))
    )


def field_name(found: Record, number: str) -> str:
    """A Handlungsfeld with its number."""
    titles = {row.number: row.title for row in found.known.county.fields_of_action}
    return " ".join(filter(None, (number, titles.get(number, ""))))


def line_of_old_milestone(found: Record, word: str) -> str:
    """What was said about a milestone of the plan."""
    row = found.milestones[word]
    title = told(found, word, TITLE)
    changes = [wording.milestone_change(wording.WORDING, f"„{title}“")] if title and title != row.title else []
    changes += [
        wording.milestone_change(FIELD_NAMES[field], said)
        for field in (RESPONSIBLE, DUE, REASON, GOAL_TITLE, DESCRIPTION)
        if (said := line(told(found, word, field)))
    ]
    decision = END if found.is_struck(word) else found.decision(word)
    said = wording.milestone(f"{row.milestone} {row.title}", decision, changes)
    doubtful = any(found.words.said(word, field).is_open for field in (DECISION, LEFT))
    return wording.with_versions(said) if doubtful else said


def line_of_milestone(found: Record, word: str) -> str:
    """A new milestone in one line."""
    title, office, due = (told(found, word, field) for field in (TITLE, RESPONSIBLE, DUE))
    return wording.added_milestone(title, office, due)


def taken_down(found: Record, word: str) -> str:
    """Who wrote what holds of something, and when the evening wrote first and last about it."""
    notes = [note for note in found.notes if word in (note.subject, found.measure_word(note.subject))]
    first, last = notes[0], notes[-1]
    writers = _writers(found, word)
    return _when(writers, first.recorded_by, first.recorded_at, last.recorded_by, last.recorded_at)


def _writers(found: Record, word: str) -> tuple[str, ...]:
    """Everybody who wrote what holds of a subject and of its milestones, in the order of writing, each once."""
    held = [
        note
        for one in (word, *found.milestones_of(word), *found.added_to(word))
        if (about := subject(one)) is not None
        for field in FIELDS[about.kind]
        for note in found.words.said(one, field).versions
        if note.text.strip()
    ]
    return wording.persons(note.recorded_by for note in sorted(held, key=lambda note: note.sequence))


def _when(writers: tuple[str, ...], by: str, at: datetime, last_by: str, last_at: datetime) -> str:
    """Who and when: all who wrote it; of one the last word too where it is somebody else's or not of the same go."""
    if len(writers) > 1:
        return wording.taken_down_by(writers, last_at)
    taken = wording.taken_down(by, at)
    same = by == last_by and last_at - at <= PAUSE
    return taken if same else f"{taken}; {wording.completed(last_by, last_at)}"


def name_of(found: Record, word: str) -> str:
    """What a subject is called."""
    about = subject(word)
    if about is None or about.kind == AGREEMENT:
        return NEXT_AGREEMENT
    if word in found.plan:
        return f"{found.plan[word].number} {found.plan[word].title}"
    if word in found.milestones:
        row = found.milestones[word]
        return f"{row.number}, Meilenstein {row.milestone} {row.title}"
    if about.item is not None:
        return about.item.number
    return line_of(found, word, TITLE) or UNTITLED


def told(found: Record, word: str, field: str) -> str:
    """What was said of a field, as people read it; of two versions none but that there are two."""
    said = found.words.said(word, field)
    if said.is_open:
        return wording.TWO_VERSIONS
    if field == FIELD_OF_ACTION:
        return field_name(found, number) if (number := line(said.text)) else ""
    return shown(field, said.text if field in (REASON, DESCRIPTION) else line(said.text))


def line_of(found: Record, word: str, field: str) -> str:
    """What was said of a field, in one line."""
    return line(found.words.text(word, field))


def shown(field: str, said: str) -> str:
    """What was said of a field, as people read it."""
    plain = text(said)
    if field == DECISION and plain in DECISIONS:
        return DECISIONS[plain].label
    return due_text(plain) if field == DUE and plain else plain


def due_text(said: str) -> str:
    """A Frist as it was said; what is no date says so."""
    return said if office_date(said) is not None else wording.no_date(said)
