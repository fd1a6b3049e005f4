"""Keys that work, and what is accessible and what is not: what was tried in a browser, with the figures computed."""

from dataclasses import dataclass

from audit_core import terms
from audit_core.wording.numbers import number


@dataclass(frozen=True, slots=True)
class Key:
    """Keys (parted by „ / “), where they work, and what they do."""

    keys: str
    where: str
    does: str


@dataclass(frozen=True, slots=True)
class AccessNote:
    """One point of the statement on accessibility; `kept` False: what Streamlit does not allow."""

    title: str
    text: str
    kept: bool


KEYS = (
    Key("Tab / Umschalt + Tab", "überall", "Zum nächsten oder vorigen Bedienelement."),
    Key("Tab / Eingabe", "gleich nach dem Laden", "Springt über die Navigation hinweg zum Inhalt."),
    Key("Eingabe", "Navigation, Listen, Knöpfe", "Öffnet die Seite, die Maßnahme der Zeile, „alle n“ oder speichert."),
    Key("↓ / ↑ / Eingabe", "Auswahlfelder", "Öffnet die Auswahl, geht durch sie, übernimmt die Zeile."),
    Key("0–9 / ↑ / ↓", "Datumsfelder",
        "Schreibt Tag, Monat und Jahr oder zählt sie weiter; es gilt, sobald das Feld verlassen wird."),
    Key("Eingabe / Pfeile", "Zeichen im Datumsfeld", "Öffnet den Kalender, geht durch die Tage, Eingabe übernimmt."),
    Key("← / → / Eingabe", "Diagramm oder Tabelle, Teile der Hilfe", "Geht zur nächsten Schaltfläche und wählt sie."),
    Key("↓ / ↑ / Umschalt + Leertaste", "Tabelle von Maßnahmen",
        "Geht durch die Zeilen, öffnet die Maßnahme der Zeile; mit der Maus öffnet sie ein Klick ab der zweiten Spalte "
        "oder auf das Häkchen links."),
    Key("Strg + F", "in einer Tabelle", "Sucht in ihr; Esc kehrt in die Tabelle zurück."),
    Key("← / → / Bild ↑ / Bild ↓", "Folien des Workshops",
        "Blättert zurück und weiter, auch mit der Fernbedienung eines Vortragenden; F11 füllt den Bildschirm."),
    Key("F / A / E / B", "Folien des Workshops",
        "Fortführen, Ändern, Ersetzen, Beenden; zurück nimmt das Ergebnis nur der Knopf, der gewählt ist."),
    Key("↑ / ↓", "Folien mit einer Liste", "Wählt die Maßnahme, für die F, A, E und B gelten."),
    Key("Esc", "Felder auf der Leinwand", "Verlässt das Feld; was darin steht, ist da schon gespeichert."),
    Key("Esc", "Auswahl, Kalender, Fenster", "Schließt es und kehrt zum Bedienelement davor zurück."),
    Key("Alt + ←", "Browser", "Zur vorigen Ansicht; Auswahl und Seite stehen in der Adresse."),
)  # fmt: skip


def contrast(colour: str) -> float:
    """Contrast of a colour to white, as WCAG defines it.

    >>> round(contrast(terms.WHITE), 2)
    1.0
    """
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    luminance = sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
    return 1.05 / (luminance + 0.05)


def access() -> tuple[AccessNote, ...]:
    """The statement on accessibility, with the contrasts of the colours in use."""
    colours = min(contrast(row.colour) for row in terms.STATUS.values())
    words = min(contrast(colour) for colour in (terms.INK, terms.SECONDARY, terms.ACCENT, terms.OVERDUE_COLOUR))
    return (
        AccessNote("Farbe sagt nie etwas allein",
                   "Neben jeder Farbe stehen Zeichen und Wort; die Farben bleiben auch bei Farbfehlsichtigkeit "
                   "unterscheidbar.", True),
        AccessNote("Kontrast",
                   f"Schrift hat zum weißen Grund mindestens {number(words, 1)} : 1, die Statusfarben mindestens "
                   f"{number(colours, 1)} : 1.", True),
        AccessNote("Diagramme",
                   "Jedes hat eine Beschreibung in Worten, lässt sich als Tabelle lesen und als CSV speichern.", True),
        AccessNote("Vorlesen", "Sprache, Überschriften und Listen sind ausgezeichnet; Seiten sind auf Deutsch.", True),
        AccessNote("Kleine Bildschirme",
                   "Bei 390 Bildpunkten Breite steht alles untereinander; nichts muss seitlich verschoben werden "
                   "außer breiten Tabellen.", True),
        AccessNote("Prüfung",
                   "Bei jedem Testlauf prüft axe-core alle Seiten nach WCAG 2.1 A und AA.", True),
        AccessNote("Tabelle der Stellen",
                   "In „Wer ist womit spät“ wird eine Stelle nur mit der Maus gewählt. Mit der Tastatur zeigt das "
                   "Auswahlfeld „alle Stellen“ oben auf der Seite dasselbe.", False),
        AccessNote("Englische Ansagen",
                   "Einige Hinweise für Vorleseprogramme sind fest englisch: der Sprung zum Inhalt, die Teile des "
                   "Datumsfelds, das Schließen eines Fensters, die Knöpfe über einer Tabelle.", False),
        AccessNote("Änderungen werden nicht angesagt",
                   "Nach einer Auswahl rechnet die Seite neu, ohne dass ein Vorleseprogramm davon erfährt; nach dem "
                   "Wechsel der Seite beginnt die Tastatur wieder oben.", False),
        AccessNote("Datumsfelder",
                   "Ein eingegebenes Datum gilt erst, wenn das Feld verlassen wird, nicht mit der Eingabetaste; der "
                   "Kalender spricht die Sprache des Browsers.", False),
    )  # fmt: skip
