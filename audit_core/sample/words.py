"""The invented words of a plan: Handlungsfelder, goals, measures, offices, municipalities. No real place, no person."""

from typing import NamedTuple

COORDINATION = "Stabsstelle Familie und Audit"
OFFICES = (
    COORDINATION, "Jugendamt", "Sozialamt", "Gesundheitsamt", "Schul- und Kulturamt", "Amt für Kreisentwicklung",
    "Personalamt", "Gleichstellungsstelle", "Kreisvolkshochschule", "Amt für Bauen und Verkehr",
)  # fmt: skip
PARTNERS = (
    "Träger der freien Jugendhilfe", "Städte und Gemeinden", "Kindertageseinrichtungen", "Kreiselternvertretung",
    "Seniorenbeirat", "Wirtschaftsforum Musterkreis", "Verkehrsgesellschaft Musterkreis", "Schulleitungen",
    "Hebammenkreis", "Sportkreis Musterkreis", "Vereine und Ehrenamtliche", "Wohnungsgesellschaft Musterau",
    "Jobcenter", "Mehrgenerationenhaus Musterau", "Kreisjugendring Musterkreis",
)  # fmt: skip
PROGRAMMES = ("Kreisprogramm Familie", "Landesmittel Familienförderung", "Förderprogramm Ländlicher Raum")


class Idea(NamedTuple):
    """A measure somebody could have thought of; `kind` chooses its milestones, `office` is its place in OFFICES."""

    title: str
    kind: str
    office: int


class Target(NamedTuple):
    """A goal with the ideas that serve it."""

    title: str
    ideas: tuple[Idea, ...]


class Theme(NamedTuple):
    """A Handlungsfeld with its Leitthema, its field of the state programme and its goals."""

    title: str
    motto: str
    programme_field: str
    goals: tuple[Target, ...]


THEMES = (
    Theme("Steuerung und Vernetzung", "Familienpolitik aus einem Guss", "Steuerung, Vernetzung, Nachhaltigkeit", (
        Target("Familienpolitik verbindlich steuern", (
            Idea("Lenkungsgruppe Familie mit allen Fachbereichen", "network", 0),
            Idea("Familienbericht für den Landkreis", "plan", 0),
            Idea("Familiencheck in Beschlussvorlagen", "service", 0),
            Idea("Kennzahlensystem Familie und Soziales", "digital", 5),
            Idea("Sozialraumplanung mit den Gemeinden", "plan", 2),
        )),
        Target("Beteiligte dauerhaft vernetzen", (
            Idea("Bündnis für Familie", "network", 0),
            Idea("Jährliche Familienkonferenz", "event", 0),
            Idea("Kinder- und Jugendbeteiligung in den Gemeinden", "network", 1),
            Idea("Fördermittelberatung für Vereine und Initiativen", "service", 5),
            Idea("Netzwerk der familienfreundlichen Gemeinden", "network", 5),
        )),
    )),
    Theme("Familie und Beruf", "Beides muss zusammenpassen", "Vereinbarkeit von Familie und Beruf, Mobilität", (
        Target("Der Landkreis ist ein familiengerechter Arbeitgeber", (
            Idea("Dienstvereinbarung zum mobilen Arbeiten", "plan", 6),
            Idea("Eltern-Kind-Arbeitszimmer im Kreishaus", "build", 6),
            Idea("Kontakthalteprogramm während der Elternzeit", "service", 6),
            Idea("Ansprechstelle Pflege und Beruf in der Verwaltung", "service", 6),
            Idea("Führung in Teilzeit", "plan", 7),
        )),
        Target("Betriebe und Betreuungszeiten passen zusammen", (
            Idea("Gütesiegel Familienfreundlicher Betrieb", "event", 5),
            Idea("Randzeitenbetreuung in Kindertageseinrichtungen", "service", 1),
            Idea("Ferienbetreuung für Schulkinder", "service", 4),
            Idea("Wiedereinstiegsberatung nach der Familienzeit", "service", 7),
            Idea("Unternehmensdialog Vereinbarkeit", "network", 5),
        )),
    )),
    Theme("Bildung und Betreuung", "Gute Chancen von Anfang an", "Bildung im familiären Umfeld", (
        Target("Übergänge gelingen", (
            Idea("Konzept Übergang von der Kita in die Grundschule", "plan", 4),
            Idea("Sprachförderung in Kindertageseinrichtungen", "service", 1),
            Idea("Lesepatenschaften an Grundschulen", "service", 8),
            Idea("Berufsorientierung mit Elternabenden in Betrieben", "event", 4),
            Idea("Bildungslotsen an weiterführenden Schulen", "service", 4),
        )),
        Target("Familien finden wohnortnah Bildung und Betreuung", (
            Idea("Ausbau der Eltern-Kind-Zentren", "build", 1),
            Idea("Online-Vormerkung für Kita-Plätze", "digital", 1),
            Idea("Familienbildung an der Kreisvolkshochschule", "service", 8),
            Idea("Sanierung der Schulhöfe als Spiel- und Lernorte", "build", 4),
            Idea("Rollende Bibliothek für kleine Orte", "service", 8),
        )),
    )),
    Theme("Beratung und Unterstützung", "Hilfe, die ankommt", "Beratung, Unterstützung, Information", (
        Target("Hilfen sind leicht zu finden", (
            Idea("Familienportal im Internet", "digital", 0),
            Idea("Familienwegweiser als Heft", "plan", 0),
            Idea("Mobiles Familienbüro", "service", 1),
            Idea("Sprechstunde Familienleistungen aus einer Hand", "service", 2),
            Idea("Leichte Sprache in Anträgen und Bescheiden", "digital", 2),
        )),
        Target("Familien in schwierigen Lagen werden früh gestützt", (
            Idea("Willkommensbesuche nach der Geburt", "service", 1),
            Idea("Netzwerk Frühe Hilfen", "network", 3),
            Idea("Patenschaften für Alleinerziehende", "service", 7),
            Idea("Schuldnerberatung mit Außensprechstunden", "service", 2),
            Idea("Gruppenangebot für Kinder psychisch kranker Eltern", "service", 3),
        )),
    )),
    Theme("Wohnumfeld und Mobilität", "Gut leben in jedem Ort", "Wohnumfeld und Lebensqualität", (
        Target("Wege sind für Familien sicher und bezahlbar", (
            Idea("Rufbus am Abend und am Wochenende", "service", 9),
            Idea("Schulwegpläne für alle Grundschulen", "plan", 9),
            Idea("Familienticket im Nahverkehr", "plan", 9),
            Idea("Lückenschluss im Radwegenetz", "build", 9),
            Idea("Mitfahrbänke an Ortsrändern", "build", 5),
        )),
        Target("Orte laden zum Spielen und Verweilen ein", (
            Idea("Spielplatzentwicklungsplan", "plan", 9),
            Idea("Familienpass für Freizeit und Kultur", "service", 0),
            Idea("Beratung zu barrierearmem Wohnen", "service", 9),
            Idea("Bewegungspark für alle Altersgruppen", "build", 9),
            Idea("Dorfgemeinschaftshaus als Familientreff", "build", 5),
        )),
    )),
    Theme("Miteinander der Generationen", "Jung und Alt gehören zusammen", "Dialog der Generationen", (
        Target("Generationen begegnen sich", (
            Idea("Tag der Generationen", "event", 2),
            Idea("Wunschgroßeltern-Vermittlung", "service", 2),
            Idea("Werkstatt der Generationen", "build", 2),
            Idea("Digitalpaten für Ältere", "service", 8),
            Idea("Erzählcafé mit Schulklassen", "event", 4),
        )),
        Target("Ältere leben selbstbestimmt im Ort", (
            Idea("Altenhilfeplan mit Beteiligung der Gemeinden", "plan", 2),
            Idea("Nachbarschaftshilfe mit Ehrenamtspauschale", "service", 2),
            Idea("Wohnberatung und Musterwohnung", "build", 2),
            Idea("Netzwerk Demenz", "network", 3),
            Idea("Gemeindekümmerer für kleine Orte", "service", 2),
        )),
    )),
)  # fmt: skip

SUCCESSIONS = ("Fortführung", "Ausbau", "zweite Stufe", "Verstetigung")

STEMS = (
    "Muster", "Beispiel", "Probe", "Vorlage", "Entwurf", "Platzhalter", "Schablonen", "Modell", "Ansichts", "Übungs",
    "Lehrbuch", "Formular", "Skizzen", "Attrappen", "Rahmen", "Komma", "Zettel", "Karten", "Bleistift", "Lineal",
)  # fmt: skip
ENDINGS = ("au", "ingen", "hausen", "dorf", "feld", "berg", "bach", "rode", "heim", "tal", "hofen", "stedt")


def municipality(index: int) -> str:
    """The invented name of a Gemeinde; 240 of them, then numbered quarters.

    >>> municipality(0), municipality(21), municipality(240)
    ('Musterau', 'Beispielhausen', 'Musterau, Ortsteil 2')
    """
    stem, turn = index % len(STEMS), index // len(STEMS)
    part, shift = divmod(turn, len(ENDINGS))
    name = STEMS[stem] + ENDINGS[(stem + shift) % len(ENDINGS)]
    return f"{name}, Ortsteil {part + 1}" if part else name


MILESTONES = {
    "plan": (
        "Auftrag und Arbeitsgruppe", "Bestandsaufnahme", "Beteiligung der Gemeinden", "Auswertung der Ergebnisse",
        "Erster Entwurf", "Abstimmung mit den Fachämtern", "Beratung im Fachausschuss", "Beschlussfassung",
        "Veröffentlichung", "Überprüfung nach einem Jahr",
    ),
    "service": (
        "Bedarf ermittelt", "Konzept erstellt", "Finanzierung gesichert", "Stelle oder Träger gefunden",
        "Erprobung in zwei Gemeinden", "Schulung der Beteiligten", "Start des Angebots", "Öffentlichkeitsarbeit",
        "Ausweitung auf alle Gemeinden", "Auswertung nach einem Jahr",
    ),
    "network": (
        "Mögliche Beteiligte angesprochen", "Auftakttreffen", "Gemeinsame Ziele vereinbart",
        "Geschäftsordnung beschlossen", "Sprecherkreis gewählt", "Erstes gemeinsames Vorhaben", "Fachtag",
        "Internetauftritt", "Zwischenbilanz", "Arbeitsprogramm für die nächsten Jahre",
    ),
    "build": (
        "Standort festgelegt", "Nutzungskonzept", "Kostenschätzung", "Förderantrag gestellt", "Förderbescheid",
        "Vergabe der Planung", "Baubeginn", "Fertigstellung", "Abnahme", "Eröffnung",
    ),
    "digital": (
        "Anforderungen beschrieben", "Datenschutz geklärt", "Vergabe", "Prototyp", "Test mit Familien",
        "Inhalte eingepflegt", "Prüfung der Barrierefreiheit", "Schulung der Beschäftigten", "Freischaltung",
        "Nutzerbefragung",
    ),
    "event": (
        "Termin und Ort festgelegt", "Programm abgestimmt", "Mitwirkende gewonnen", "Finanzierung gesichert",
        "Einladungen versandt", "Erste Durchführung", "Auswertung mit den Beteiligten", "Zweite Durchführung",
        "Dokumentation", "Entscheidung über die Fortsetzung",
    ),
}  # fmt: skip

CRITERIA = {
    "plan": ("Beschluss liegt vor", "1 Beschluss"),
    "service": ("Erreichte Familien im Jahr", "120 Familien"),
    "network": ("Treffen im Jahr", "4 Treffen"),
    "build": ("Fertiggestellte Standorte", "1 Standort"),
    "digital": ("Aufrufe im Monat", "800 Aufrufe"),
    "event": ("Teilnehmende", "150 Personen"),
}
