"""What stands around the slides on the stage."""

BACK, ON, LEAVE, ALL_SLIDES = "Zurück", "Weiter", "Leinwand verlassen", "Alle Folien"
FIRST, LAST = "Erste Folie", "Letzte Folie"
FULL_SCREEN, END_FULL_SCREEN = "Vollbild", "Vollbild beenden"
GO = "Zur Folie"
KEYS_VIEW = "Tasten: ← und → oder Bild ↑ und Bild ↓ zum Blättern, F11 für Vollbild"
KEYS_ROWS = "Tasten: ↑ und ↓ wählen eine Zeile, F, A, E, B für das Ergebnis, ← und → zum Blättern, F11 für Vollbild"
KEYS_OPEN = "Tasten: ↑ und ↓ wählen eine Zeile, Eingabe öffnet sie, ← und → zum Blättern, F11 für Vollbild"
KEYS_DECIDE = "Tasten: F, A, E, B für das Ergebnis, ← und → zum Blättern, F11 für Vollbild"
KEYS_WRITE = "Getipptes wird sofort gespeichert. Tasten: Esc verlässt das Feld, ← und → zum Blättern, F11 für Vollbild"
ONLY_SHOWN = "Nur Ansicht: Zum Mitschreiben auf der Seite Workshop einen Workshop beginnen oder öffnen."


def place_of(place: int, of: int) -> str:
    """Which slide it is.

    >>> place_of(2, 4)
    '2 von 4'
    """
    return f"{place} von {of}"


def announced(place: int, of: int, title: str) -> str:
    """What a screen reader says of a new slide."""
    return f"Folie {place} von {of}: {title}"


def no_such_slide(word: str) -> str:
    return f"Eine Folie ‚{word[:40]}‘ gibt es nicht. Gezeigt wird die erste."


def no_such_evening(word: str) -> str:
    return f"Einen Workshop ‚{word[:40]}‘ zu dieser Zielvereinbarung gibt es nicht; hier wird nur gezeigt."


def slide_label(place: int, above: str, title: str) -> str:
    """A slide in the list of all.

    >>> slide_label(3, "Handlungsfeld 1 · Steuerung", "Wir steuern")
    '3 · Wir steuern (Handlungsfeld 1 · Steuerung)'
    """
    return f"{place} · {title}" + (f" ({above})" if above else "")
