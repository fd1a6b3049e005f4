"""The invented sentences of offices: Sachstand per status, reasons, and the README of the county."""

# After a preposition with the dative.
PARTNERS = (
    "den freien Trägern", "den Städten und Gemeinden", "den Kindertageseinrichtungen", "der Kreiselternvertretung",
    "dem Seniorenbeirat", "dem Wirtschaftsforum", "den Schulleitungen", "dem Jobcenter", "den Vereinen",
    "dem Mehrgenerationenhaus", "dem Kreisjugendring", "den Nachbargemeinden",
)  # fmt: skip
MEASURE_TEXTS = {
    "not_started": (
        "Noch nicht begonnen, die Zuständigkeit wird geklärt.", "Beginn ist für das nächste Halbjahr vorgesehen.",
        "Es fehlt noch die personelle Ausstattung.", "Bisher keine Mittel im Haushalt eingestellt.",
        "Wird nach der Haushaltsberatung aufgegriffen.",
    ),
    "preparing": (
        "Konzept liegt im Entwurf vor.", "Abstimmung mit {partner} läuft.", "Förderantrag wird vorbereitet.",
        "Zwei Vorgespräche mit {partner} haben stattgefunden.", "Ausschreibung wird im {soon} veröffentlicht.",
        "Bedarfsabfrage in {n} Gemeinden ausgewertet.", "Stellenbesetzung ist eingeleitet.",
    ),
    "in_progress": (
        "{n} von 14 Gemeinden beteiligen sich.", "Arbeitsgruppe tagt regelmäßig, {n} Treffen im Halbjahr.",
        "Erste Ergebnisse liegen vor, Rückmeldungen überwiegend gut.", "{many} Familien wurden bisher erreicht.",
        "Gemeinsam mit {partner} wird an der Umsetzung gearbeitet.", "Zwischenbericht im {past} vorgestellt.",
        "Verzögerung bei der Vergabe, die übrigen Arbeiten gehen weiter.",
        "Mittel für das laufende Jahr sind bewilligt.",
    ),
    "partly": (
        "In {n} Gemeinden eingeführt, in den übrigen steht es noch aus.", "Wesentliche Teile sind umgesetzt.",
        "Angebot läuft, die Auswertung fehlt noch.", "Erster Abschnitt ist abgeschlossen, der zweite folgt.",
        "Ziel zur Hälfte erreicht, mit {partner} werden weitere Ehrenamtliche gesucht.",
    ),
    "completed": (
        "Abgeschlossen, Ergebnis dem Fachausschuss vorgestellt.", "Vollständig umgesetzt.", "Im {past} abgeschlossen.",
        "Ziel erreicht, {many} Familien nutzen das Angebot.", "Fertiggestellt und öffentlich vorgestellt.",
        "Abschlussbericht liegt vor.",
    ),
    "ongoing": (
        "Läuft als ständige Aufgabe weiter.", "Wird dauerhaft angeboten, {n} Termine im Halbjahr.",
        "Fest im Aufgabenplan verankert.", "Angebot wird gut angenommen, {n} Anfragen.",
        "Fortlaufend in Zusammenarbeit mit {partner}.",
    ),
    "postponed": (
        "Vorhaben ruht derzeit.", "Auf einen späteren Zeitpunkt verschoben.", "Wird vorläufig nicht weitergeführt.",
    ),
    "replaced": (
        "Geht in einem anderen Vorhaben auf.", "Wird durch ein gemeinsames Angebot ersetzt.",
    ),
    "cancelled": (
        "Wird nicht weiterverfolgt.", "Aus der Planung genommen.", "Kein Bedarf mehr festgestellt.",
    ),
}  # fmt: skip

MILESTONE_TEXTS = {
    "not_started": ("Noch offen.", "Folgt nach dem vorherigen Schritt.", "Noch kein Termin."),
    "preparing": ("Wird vorbereitet.", "Termin im {soon} angefragt."),
    "in_progress": ("In Arbeit.", "Entwurf wird mit {partner} abgestimmt.", "Rückmeldungen stehen noch aus.",
                    "Zu zwei Dritteln erledigt."),
    "partly": ("Teilweise erledigt, {n} Rückmeldungen fehlen.", "Erster Teil liegt vor."),
    "completed": ("Erledigt.", "Abgeschlossen im {past}.", "Liegt vor.", "Durchgeführt mit {many} Teilnehmenden."),
    "ongoing": ("Läuft fort.", "Wird regelmäßig wiederholt."),
    "postponed": ("Ruht bis zur Klärung der Finanzierung.",),
    "replaced": ("Anders gelöst.",),
    "cancelled": ("Entfällt.",),
}  # fmt: skip

REASONS = {
    "postponed": ("Stelle unbesetzt", "Haushaltssperre", "Förderprogramm ausgelaufen, Ersatz wird gesucht",
                  "Vorrang anderer Pflichtaufgaben"),
    "replaced": ("Mit einem Vorhaben der Gemeinden zusammengelegt", "Gemeinsames Angebot mit {partner} ist günstiger"),
    "cancelled": ("Kein Träger gefunden", "Förderantrag abgelehnt", "Bedarf wird bereits von {partner} gedeckt",
                  "Beschluss des Kreistags zur Haushaltskonsolidierung"),
}  # fmt: skip
SHIFT_REASONS = (
    "Förderbescheid kam später als erwartet", "Personalwechsel im Amt",
    "Ausschreibung ohne Angebote, neu veröffentlicht",
    "Abstimmung mit {partner} dauert länger", "Lieferverzug", "Sitzung des Ausschusses verschoben",
    "Zusätzliche Beteiligung der Gemeinden gewünscht", "Krankheitsbedingter Ausfall",
)  # fmt: skip
CORRECTIONS = (
    "Berichtigt: ", "Korrektur der Meldung: ", "Nach Rückfrage berichtigt: ",
)  # fmt: skip

NOTE = "Alle Angaben sind erfunden: Orte, Stellen, Vorhaben, Beschlüsse und Zahlen dienen nur als Beispiel."
SOURCE = "erfunden"

README = """# Datensatz Musterkreis

**Alles in diesem Ordner ist erfunden.** Den Landkreis, seine Gemeinden, Vorhaben, Beschlüsse, Meldungen und Zahlen gibt
es nicht; Ähnlichkeiten mit wirklichen Orten oder Vorhaben wären Zufall. Personen kommen nicht vor, nur Stellen und
Funktionen.

Der Datensatz zeigt, wie sich das Programm mit einem vollständig gepflegten Bestand verhält: zwei Zielvereinbarungen,
Meldungen zweimal im Jahr, verschobene Fristen mit und ohne Grund, verspätete und fehlende Meldungen, Berichtigungen.

Er ist mit dieser Zeile erzeugt und entsteht mit ihr Byte für Byte wieder:

    python -m audit_core sample --measures {measures} --years {years} --seed {seed} --until {until} -o ORDNER

| Datei | Zeilen |
|---|---|
{counts}
"""
