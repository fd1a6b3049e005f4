"""Everything that was taken down, line by line as people read it, with what can be taken back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from audit_core.agreement import ItemKey, MeasureKey
from audit_core.standing import History
from audit_core.terms import DECISION as DECISIONS
from audit_core.wording import workshop as wording
from audit_core.wording.numbers import moment
from audit_core.workshop.said import Entry, Words
from audit_core.workshop.subjects import (
    AGREEMENT,
    DECISION,
    FIELD_OF_ACTION,
    GOAL,
    LEFT,
    NEW_MILESTONE,
    OF,
    TITLE,
    YES,
    Subject,
    subject,
)

MOST_SIGNS = 160


@dataclass(frozen=True, slots=True)
class Line:
    """One entry: what it is about, what was said, what stood there before, who and when; `measure` can be opened."""

    about: str
    said: str
    before: str
    who: str
    entry: Entry
    measure: MeasureKey | None = None


def typed(found: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries that somebody made: where a new thing belongs to is written with it, nobody typed that."""
    return tuple(
        entry for entry in found
        if entry.field != OF and not (entry.field == FIELD_OF_ACTION and not entry.before.strip())
    )  # fmt: skip


def lines(found: Iterable[Entry], known: History, words: Words) -> tuple[Line, ...]:
    """The entries as lines, in their order."""
    titles = {row.key: row.title for row in known.county.measures}
    titles |= {row.key: row.title for row in known.county.milestones}
    return tuple(_line(entry, titles, words) for entry in found)


def _line(entry: Entry, titles: Mapping[ItemKey, str], words: Words) -> Line:
    spoken_of = subject(entry.subject)
    said = f"{wording.FIELD_NAMES[entry.field]}: {_text(entry.field, entry.text)}"
    if entry.undoes:
        said = f"{wording.TAKEN_BACK}, {said}"
    return Line(
        "" if spoken_of is None else _about(spoken_of, titles, words), said,
        _text(entry.field, entry.before) if entry.before.strip() else "",
        " · ".join((moment(entry.recorded_at), entry.recorded_by)), entry,
        None if spoken_of is None else spoken_of.measure,
    )  # fmt: skip


def _about(spoken_of: Subject, titles: Mapping[ItemKey, str], words: Words) -> str:
    if spoken_of.item is not None:
        _, number, milestone = spoken_of.item
        name = f"{number}, Meilenstein {milestone}" if milestone else number
        return f"{name} {titles.get(spoken_of.item, '')}".strip()
    if spoken_of.kind == AGREEMENT:
        return wording.NEXT_AGREEMENT
    text = words.text(spoken_of.word, TITLE) or wording.UNTITLED
    if spoken_of.kind == NEW_MILESTONE:
        measure = subject(words.text(spoken_of.word, OF))
        where = f" ({_about(measure, titles, words)})" if measure is not None and measure.kind != NEW_MILESTONE else ""
        return f"{wording.NEW_MILESTONE}: {text}{where}"
    return f"{wording.NEW_GOAL if spoken_of.kind == GOAL else wording.NEW_MEASURE}: {text}"


def _text(field: str, text: str) -> str:
    """What was said as people read it; long words are cut, the form has them whole."""
    plain = " ".join(text.split())
    if field == DECISION:
        return DECISIONS[plain].label if plain in DECISIONS else wording.NONE
    if field == LEFT:
        return YES if plain else wording.NO
    if not plain:
        return wording.EMPTIED
    return plain if len(plain) <= MOST_SIGNS else f"{plain[:MOST_SIGNS].rstrip()} …"
