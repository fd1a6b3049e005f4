"""A report with every kind of block, for tests of what it is set as."""

from datetime import date

from audit_core import terms
from audit_core.tables.blocks import (
    Block,
    Column,
    Facts,
    FieldBars,
    Figures,
    Heading,
    Marked,
    NewPage,
    Paragraph,
    Point,
    Points,
    Report,
    Table,
    YearColumn,
    YearColumns,
)
from audit_core.tables.lines import FieldBar, Figure

ADDRESS = "https://www.beispiel.de/vorlagen/2021/anlage-3_fortschrittsbericht.pdf?seite=12&abschnitt=familienpass"
WARNING = "Erfundener Landkreis: Musterkreis. Alle Angaben sind ausgedacht."
STAND = "Die Stelle hat berichtet, dass die Vorbereitung der Familienbildungsstätte fortgeschritten ist. "

BARS = FieldBars(
    "Stand der Maßnahmen je Handlungsfeld",
    "3 von 8 Maßnahmen sind umgesetzt.",
    tuple((code, 1) for code in terms.SHOWN_ORDER),
    (
        FieldBar("1", "Steuerung", tuple((code, 1) for code in terms.SHOWN_ORDER), "3 von 8", 0.58, 0.64, "64 %"),
        FieldBar("2", "Familie", (("completed", 40), ("no_report", 1)), "40 von 41", None, None, ""),
        FieldBar("3", "Bildung", (), "keine Maßnahme", None, None, ""),
    ),
    "Strich = nach den Fristen erwartet.",
)
YEARS = YearColumns(
    "Maßnahmen je Status am 31.12.",
    "Von 3 auf 12 umgesetzte Maßnahmen.",
    tuple(
        YearColumn(2018 + k, tuple((code, k + (code == "completed")) for code in terms.SHOWN_ORDER), f"{k} von 30")
        for k in range(4)
    ),
)


def annex(number: int, told: str = STAND * 3) -> tuple[Block, ...]:
    """A measure of the annex: its Steckbrief and its Meilensteine."""
    return (
        Heading(4, f"1.1.{number} Familienlotsen einsetzen"),
        Facts((("Status", "in Umsetzung"), ("Sachstand", told), ("Quelle", f"Bericht, S. {number}; {ADDRESS}"))),
        Table(
            f"Meilensteine zu 1.1.{number}",
            (Column("Meilenstein", 3), Column("Frist", 1, right=True), Column("Status", 2), Column("Terminlage", 2)),
            tuple(
                (
                    f"{row} Konzept beschließen", "31.12.2021", Marked("in Umsetzung", "in_progress"),
                    Marked("überfällig, 275 Tage", "overdue"),
                )
                for row in range(1, 5)
            ),
        ),
    )  # fmt: skip


def report(*blocks: Block, warning: str = WARNING, title: str = "Jahresbericht 2021") -> Report:
    return Report(
        title, "Zielvereinbarung 2020 bis 2022", "Musterkreis", (("Stichtag", "31.12.2021"),), blocks,
        "Musterkreis · Jahresbericht 2021", warning, date(2021, 12, 31),
    )  # fmt: skip


def whole() -> Report:
    return report(
        Heading(2, "Das Ergebnis in Kürze"),
        Paragraph("3 von 8 Maßnahmen sind umgesetzt.", "lead"),
        Figures((Figure("Maßnahmen umgesetzt", "3 von 8", "+2", "up", "green", "37,5\u00a0%"),)),
        Paragraph(STAND * 5),
        BARS,
        Heading(3, "Die Jahre im Vergleich"),
        YEARS,
        Heading(3, "Überfällig"),
        Paragraph("Drei Maßnahmen sind überfällig."),
        Points(
            (Point("1.1.2 Altenhilfebericht", ("Jugend- und Sozialamt", "Frist 31.03.2021"), "overdue"), Point("b"))
        ),
        Table(
            "Wohin die Maßnahmen gingen",
            (Column("von / nach", 2), Column("umgesetzt", 1, right=True), Column("Summe", 1, right=True)),
            (("in Umsetzung", Marked("3", "", "forward", True), "3"), ("Summe", "3", "3")),
            total=True,
            note="Zeilen 31.12.2020, Spalten 31.12.2021.",
        ),
        NewPage(),
        Heading(2, "Anhang A: Alle Maßnahmen"),
        Heading(3, "Handlungsfeld 1"),
        *(block for number in range(12) for block in annex(number)),
    )
