"""The pages of the app and the question each answers: the one table that navigation, Hilfe and README agree with."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HelpPage:
    """One page: its word in the address (the file is `pages/<word>.py`), its title, its question for Hilfe and README.

    `question` is German, `answers` is the same in English.
    """

    word: str
    title: str
    question: str
    answers: str

    @property
    def file(self) -> str:
        """The file of the page, as `st.Page` and `st.page_link` take it."""
        return f"{self.word}.py"


# In the order of the navigation.
PAGES = (
    HelpPage(
        "ueberblick", "Überblick",
        "Wo stehen wir? Was ist überfällig, was hat sich geändert, welche Fristen kommen als Nächstes?",
        "Where do we stand? Completion per Handlungsfeld against expected, what is overdue, what changed, what is next",
    ),
    HelpPage(
        "handlungsfelder", "Handlungsfelder",
        "Wie steht es um ein Handlungsfeld, seine Ziele, Maßnahmen und Kennzahlen?",
        "One Handlungsfeld: its goals and measures, status, progress against expected, permanent tasks, Kennzahlen",
    ),
    HelpPage(
        "massnahmen", "Maßnahmen",
        "Welche Maßnahme suche ich, und was ist über sie bekannt: Fristen, Verlauf, Beschlüsse, Quellen?",
        "Find a measure and open it whole: milestones on a time line, its Meldungen, resolutions, sources",
    ),
    HelpPage(
        "zustaendigkeiten", "Zuständigkeiten",
        "Welche Stelle ist womit wie lange überfällig, was wird bald fällig, wer hat lange nichts gemeldet?",
        "Who is late with what, for how long, how often moved; what is due soon; who has not reported",
    ),
    HelpPage(
        "jahresbilanz", "Jahresbilanz",
        "Was hat ein Jahr gebracht? Welche Maßnahme ging von welchem Status zu welchem, was kam fristgerecht, und was "
        "wurde von einer Zielvereinbarung zur nächsten daraus?",
        "Year on year since the first agreement: where the measures went, on-time rate; from one agreement to the next",
    ),
    HelpPage(
        "vergleich", "Vergleich",
        "Was ist zwischen zwei Stichtagen besser, schlechter, neu, verschoben oder berichtigt worden?",
        "Any two Stichtage, and two Kenntnisstände on demand: what became better, worse, new, moved, corrected",
    ),
    HelpPage(
        "zielvereinbarung", "Zielvereinbarung",
        "Wie verlief das Audit, wer hat was mit welchen Stimmen beschlossen, was steht als Nächstes an?",
        "The audit's phases and certificates on a time line, every resolution with its votes, what is due next",
    ),
    HelpPage(
        "workshop", "Workshop",
        "Was zeigt die Leinwand, was hat der Workshop beschlossen, und wie sieht die nächste Zielvereinbarung aus?",
        "Slides for the projector, decisions taken down live, minutes, and the draft of the next agreement",
    ),
    HelpPage(
        "meldungen", "Meldungen",
        "Wie kommen Meldungen und der Plan in das Programm und wieder heraus: Datei, Formular, Vordruck, Rücknahme?",
        "Upload, problems, preview, apply, undo; one Meldung by form; prefilled lists per office; all uploads",
    ),
    HelpPage(
        "berichte", "Berichte",
        "Welche Dokumente gibt es für ein Jahr, was sagte ein festgeschriebener Bericht, was ist seither berichtigt?",
        "Every document of a year with its purpose and a preview; freeze a report, open it again, what was corrected",
    ),
    HelpPage(
        "hilfe", "Hilfe",
        "Wie liest und rechnet der Auditmonitor, und was bedeuten seine Wörter?",
        "Rules with computed examples, statuses, columns, terms, keys: made from the code that applies them",
    ),
)  # fmt: skip
