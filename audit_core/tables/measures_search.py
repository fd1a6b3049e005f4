"""Searching measures: words that must all be found, without case and spelling of umlauts, and where they stand."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from audit_core.standing import ItemState, MeasureState
from audit_core.terms import folded
from audit_core.wording.measures import in_milestone, office_of, situation_of

BEFORE, LONGEST_EXCERPT, SOURCES_SHOWN = 28, 72, 2
_NUMERIC = re.compile(r"[\d.,:/\-–]+")


@dataclass(frozen=True, slots=True)
class Word:
    """A word that is searched: as typed in small letters, and folded (empty: digits and signs mean only themselves)."""

    typed: str
    folded: str


@dataclass(frozen=True, slots=True)
class Text:
    """A text that can be searched; `source` says where it stands, empty for what the list shows anyway."""

    source: str
    text: str
    small: str
    folded: str

    def has(self, word: Word) -> bool:
        return word.folded in self.folded if word.folded else word.typed in self.small


@dataclass(frozen=True, slots=True)
class Searched:
    """All of a measure that is searched: its number, what the list shows, and its milestones and Sachstände."""

    number: str
    shown: Text
    hidden: tuple[Text, ...]
    everything: Text

    def matches(self, words: Iterable[Word]) -> bool:
        """Whether every word is found somewhere."""
        return all(self.everything.has(word) or self.has_number(word) for word in words)

    def has_number(self, word: Word) -> bool:
        """Whether a word is the number or one of its beginnings: „1.1“ finds 1.1.2 and not 1.10 or 11.1."""
        typed = word.typed.rstrip(".")
        return bool(typed) and (self.number == typed or self.number.startswith(f"{typed}."))

    def found_in(self, words: Iterable[Word]) -> str:
        """Where words stand that the list does not show, with what is around them; empty if it shows them all."""
        missing = [word for word in words if not (self.shown.has(word) or self.has_number(word))]
        places: list[str] = []
        while missing and len(places) < SOURCES_SHOWN:
            best = max(self.hidden, key=lambda text: sum(map(text.has, missing)))
            here = [word for word in missing if best.has(word)]
            places.append(place(best, here[0]))
            missing = [word for word in missing if word not in here]
        return " · ".join(places)


def words_of(search: str) -> tuple[Word, ...]:
    """The words of a search; „Nr.“ before a number says nothing.

    >>> [word.folded or word.typed for word in words_of("Nr. 1.1  Jugend- & Schüler")]
    ['1.1', 'jugend', '&', 'schueler']
    """
    typed = [part.lower() for part in search.split()]
    words = [Word(part, "" if _NUMERIC.fullmatch(part) else _folded(part)) for part in typed]
    return tuple(word for word in words if word.folded != "nr") or tuple(words)


def searched(measure: MeasureState) -> Searched:
    """A measure made ready to be searched; of each item only its newest Meldung counts (R2)."""
    shown = _text("", f"{measure.title} {measure.responsible or ''}")
    hidden = _about("", measure.item)
    for milestone in measure.milestones:
        number = milestone.key.milestone or ""
        hidden.append(_text(in_milestone(number), milestone.title))
        hidden += _about(number, milestone.item)
        if milestone.responsible and milestone.responsible != measure.responsible:
            hidden.append(_text(office_of(number), milestone.responsible))
    everything = Text(
        "", "", "\n".join(t.small for t in (shown, *hidden)), " ".join(t.folded for t in (shown, *hidden))
    )
    return Searched(measure.key.number.lower(), shown, tuple(hidden), everything)


def _about(milestone: str, item: ItemState) -> list[Text]:
    return [_text(situation_of(milestone), item.entry.text)] if item.entry and item.entry.text else []


def _text(source: str, text: str) -> Text:
    plain = " ".join(text.split())
    return Text(source, plain, plain.lower(), " ".join(filter(None, map(_folded, plain.split()))))


@lru_cache(maxsize=20_000)
def _folded(word: str) -> str:
    """Word by word, so that „amt“ is not found in „Team Thüringen“; reports repeat their words."""
    return folded(word)


def place(text: Text, word: Word) -> str:
    """The source of a text with an excerpt around a word, cut between words.

    >>> place(_text("Sachstand", "Das Konzept liegt dem Kreisausschuss zur Beratung vor."), words_of("beratung")[0])
    'Sachstand: … liegt dem Kreisausschuss zur Beratung vor.'
    """
    parts = text.text.split(" ")
    start = _first(parts, word)
    before = start
    while before and len(" ".join(parts[before - 1 : start])) <= BEFORE:
        before -= 1
    after = start + 1
    while after < len(parts) and len(" ".join(parts[before : after + 1])) <= LONGEST_EXCERPT:
        after += 1
    excerpt = " ".join(parts[before:after])
    return f"{text.source}: {'… ' if before else ''}{_cut(excerpt)}{' …' if after < len(parts) else ''}"


def _cut(excerpt: str) -> str:
    return excerpt if len(excerpt) <= 2 * LONGEST_EXCERPT else excerpt[: 2 * LONGEST_EXCERPT] + "…"


def _first(parts: Sequence[str], word: Word) -> int:
    """Which of the words of a text holds the one searched; what spans several of them is shown from the beginning."""
    for index, part in enumerate(parts):
        if word.folded in _folded(part) if word.folded else word.typed in part.lower():
            return index
    return 0
