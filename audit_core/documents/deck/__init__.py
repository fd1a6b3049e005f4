"""The year as a deck (PPTX, 16:9) with native charts that people can edit, and notes that define its numbers."""

from audit_core.documents.deck.packing import packed
from audit_core.documents.deck.slides import add_slide
from audit_core.documents.deck.template import empty_deck
from audit_core.tables.asked import Asked
from audit_core.tables.deck import deck_of
from audit_core.tables.deck_parts import Deck

MIME = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


def deck(asked: Asked) -> bytes:
    """The deck of a year as PPTX; the same request gives the same bytes."""
    return presented(deck_of(asked))


def presented(shown: Deck) -> bytes:
    """A deck's values as PPTX."""
    made = empty_deck(shown)
    for number, slide in enumerate(shown.slides, 1):
        add_slide(made, shown, slide, number)
    return packed(made)
