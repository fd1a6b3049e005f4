"""What the command line says of the minutes of an evening: every decision once, with who took it down and when."""

from typing import Any

from audit_core.store import Note
from audit_core.workshop.draft_values import text
from audit_core.workshop.minutes_points import line_of
from audit_core.workshop.minutes_values import Record, Resolved
from audit_core.workshop.subjects import (
    DESCRIPTION,
    DUE,
    FIELD_OF_ACTION,
    GOAL,
    GOAL_TITLE,
    NEW_MEASURE,
    NEW_MILESTONE,
    OF,
    REASON,
    RESPONSIBLE,
    TITLE,
)

Json = dict[str, Any]
_SAID = (REASON, TITLE, GOAL_TITLE, DESCRIPTION, RESPONSIBLE, DUE)


def minutes_document(found: Record) -> Json:
    """`minutes --json`: texts are the room's own words, null where nothing was said."""
    return {
        "decisions": [_decision(found, row) for row in found.resolved],
        "goals": [_new(found, word, (TITLE, FIELD_OF_ACTION)) for word in found.new(GOAL)],
        "measures": [
            _new(found, word, (TITLE, FIELD_OF_ACTION, GOAL_TITLE, DESCRIPTION, RESPONSIBLE, DUE))
            for word in found.new(NEW_MEASURE)
        ],
        "milestones": [_new(found, word, (OF, TITLE, RESPONSIBLE, DUE)) for word in found.new(NEW_MILESTONE)],
        "undecided": [{"agreement": row.agreement, "number": row.number} for row in found.undecided],
        "conflicts": [
            {"subject": word, "field": field, "versions": [_version(note) for note in said.versions]}
            for word, field, said in found.conflicts
        ],
    }


def _decision(found: Record, row: Resolved) -> Json:
    said = {field: _said(found, row.word, field) for field in _SAID}
    return {
        "agreement": row.measure.agreement, "number": row.measure.number, "decision": row.decision, **said,
        "was_open": row.was_open, "gaps": list(row.gaps), "recorded_by": row.by, "recorded_at": row.at.isoformat(),
    }  # fmt: skip


def _new(found: Record, word: str, fields: tuple[str, ...]) -> Json:
    return {"subject": word, **{field: _said(found, word, field) for field in fields}}


def _said(found: Record, word: str, field: str) -> str | None:
    """What was said of a field; only a Grund and a Beschreibung have lines."""
    if field in (REASON, DESCRIPTION):
        return text(found.words.text(word, field)) or None
    return line_of(found, word, field) or None


def _version(note: Note) -> Json:
    return {"text": note.text, "recorded_by": note.recorded_by, "recorded_at": note.recorded_at.isoformat()}
