"""What surrounds the invented plan: resolutions with votes, events of the audit, Kennzahlen over the years."""

from datetime import date, timedelta
from random import Random

from audit_core.sample.course import Period
from audit_core.sample.phrases import SOURCE
from audit_core.sample.writing import exact

Row = dict[str, str]

_COMMITTEES = (
    ("Ausschuss für Soziales und Familie", 11), ("Jugendhilfeausschuss", 14), ("Kreisausschuss", 9), ("Kreistag", 42),
)  # fmt: skip
_SUBJECTS = (
    "Förderrichtlinie Familie und Ehrenamt", "Bedarfsplan Kindertagesbetreuung", "Beitritt zum Bündnis für Familie",
    "Rufbusverkehr am Abend", "Satzung des Seniorenbeirats", "Ausbau der Ferienbetreuung",
    "Bericht zu den Frühen Hilfen", "Radwegeprogramm",
)  # fmt: skip


def resolutions(rng: Random, spans: tuple[Period, Period], concerned: str) -> list[Row]:
    """Beschlüsse up to the last day; the Kreistag sitting on the second agreement is cancelled once."""
    rows: list[Row] = []
    for position, period in enumerate(spans):
        subject = f"Zielvereinbarung {period.begin.year} bis {period.end.year} zum Audit Familiengerechter Landkreis"
        rows += _consulted(rng, paper(period), subject, period.begin - timedelta(100), cancelled=position == 1)
    for year in range(spans[0].begin.year + 1, spans[1].until.year + 1):
        number = f"{year}/{rng.randint(20, 90):03d}"
        rows += _consulted(rng, number, f"Jahresbericht {year - 1} zur Familienpolitik", date(year, 2, 20))[2:]
        turn, place = divmod(year - spans[0].begin.year - 1, len(_SUBJECTS))
        subject = _SUBJECTS[place] + (f", Fortschreibung {year}" if turn else "")
        opinion = _consulted(rng, f"{year}/{rng.randint(100, 180):03d}", subject, date(year, 8, 25))
        rows += opinion[1::2]
    if concerned:
        subject = "Mittelfreigabe für ein Vorhaben der Zielvereinbarung"
        for row in _consulted(rng, "", subject, spans[1].at(0.2))[2:]:
            rows.append({**row, "Nr.": concerned})
    return sorted((row for row in rows if _day(row) <= spans[1].until), key=_day)


def paper(period: Period) -> str:
    """The number of the Beschlussvorlage of an agreement."""
    return f"{period.begin.year - 1}/{100 + period.begin.month:03d}"


def _day(row: Row) -> date:
    day, month, year = row["Datum"].split(".")
    return date(int(year), int(month), int(day))


def _consulted(rng: Random, number: str, subject: str, start: date, cancelled: bool = False) -> list[Row]:
    """One Beschlussvorlage on its way through the committees, two weeks apart."""
    rows = []
    for position, (committee, seats) in enumerate(_COMMITTEES):
        day = start + timedelta(14 * position)
        day += timedelta(2 - day.weekday() + rng.randint(-1, 1))
        if cancelled and committee == "Kreistag":
            rows.append(_row(number, subject, committee, day, "abgesagt, keine Abstimmung"))
            day += timedelta(28)
        present = seats - rng.randint(0, seats // 6)
        no, abstained = (rng.randint(0, seats // 8) if rng.random() < 0.4 else 0 for _ in range(2))
        biased = 1 if rng.random() < 0.06 else 0
        result = "beschlossen" if committee == "Kreistag" else rng.choice(("zugestimmt", "empfohlen"))
        votes = {"Ja": present - no - abstained - biased, "Nein": no, "Enthaltung": abstained, "Befangen": biased}
        rows.append(_row(number, subject, committee, day, result) | {name: str(n) for name, n in votes.items()})
    return rows


def _row(number: str, subject: str, committee: str, day: date, result: str) -> Row:
    return {
        "Vorlage": number, "Betreff": subject, "Gremium": committee, "Datum": exact(day), "Ergebnis": result,
        "Quelle": SOURCE,
    }  # fmt: skip


def events(spans: tuple[Period, Period]) -> list[Row]:
    """The phases of the audit; one event has no date, and two dates contradict each other."""
    found: list[tuple[date | None, str, str]] = []
    for number, period in enumerate(spans, 1):
        name = "Audit" if number == 1 else "Re-Audit"
        found += [
            (period.begin - timedelta(330), "Auftakt", f"{name}: Auftakt im Kreishaus"),
            (period.begin - timedelta(270), "Bestandsaufnahme", f"{name}: Fragebogen an alle Fachämter ausgewertet"),
            (period.begin - timedelta(200), "Beteiligung", f"{name}: Familienkonferenz mit Gemeinden und Vereinen"),
            (period.begin - timedelta(150), "Workshop", f"{name}: Strategieworkshop zu Zielen und Maßnahmen"),
            (period.begin - timedelta(58), "Beratung", f"{name}: Zielvereinbarung in den Ausschüssen"),
            (period.begin + timedelta(59), "Zertifikat", f"{name}: Urkunde Familiengerechter Landkreis überreicht"),
            (period.at(0.5) + timedelta(78), "Zwischenbilanz", f"{name}: Zwischenbilanz nach der Hälfte der Laufzeit"),
        ]
    rows = [
        {"Datum": exact(day), "Art": kind, "Ereignis": text, "Quelle": SOURCE}
        for day, kind, text in found
        if day is not None and day <= spans[1].until
    ]
    handed_over, stated = spans[0].begin + timedelta(59), spans[0].begin + timedelta(73)
    for row in rows:
        if row["Datum"] == exact(handed_over):
            row["Widerspruch zu"] = exact(stated)
    rows += [
        {"Datum": exact(stated), "Art": "Zertifikat", "Ereignis": "Audit: Siegel laut Jahresbericht ab diesem Tag",
         "Widerspruch zu": exact(handed_over), "Bemerkung": "Welcher Tag gilt, ist nicht geklärt", "Quelle": SOURCE},
        {"Art": "Workshop", "Ereignis": "Zielvereinbarungsworkshop mit den Fachämtern",
         "Bemerkung": "Datum nicht genannt", "Quelle": SOURCE},
    ]  # fmt: skip
    return [row for row in rows if not row.get("Datum") or _day(row) <= spans[1].until]


_FIGURES = (
    ("Einwohnerinnen und Einwohner", "", 61_800, -0.006, "Personen", 0),
    ("Geburten", "", 468, -0.015, "Kinder", 0),
    ("Mittel für Familienförderung", "1", 410_000, 0.05, "Euro", 0),
    ("Beschäftigte in Teilzeit mit Führungsaufgabe", "2", 6, 0.12, "Personen", 0),
    ("Betreuungsquote unter drei Jahren", "3", 41.5, 0.02, "Prozent", 1),
    ("Plätze in Kindertageseinrichtungen", "3", 2_380, 0.012, "Plätze", 0),
    ("Beratungen im Familienbüro", "4", 240, 0.14, "Gespräche", 0),
    ("Willkommensbesuche", "4", 190, 0.06, "Besuche", 0),
    ("Fahrgäste im Rufbus", "5", 8_900, 0.1, "Fahrten", 0),
    ("Angebote im Familienpass", "5", 38, 0.11, "Angebote", 0),
    ("Vermittelte Wunschgroßeltern", "6", 14, 0.13, "Patenschaften", 0),
)  # fmt: skip
_GAP = "Fahrgäste im Rufbus"


def key_figures(rng: Random, spans: tuple[Period, Period]) -> list[Row]:
    """Each Kennzahl at the end of each year; the passengers were not counted in one of them."""
    until = spans[1].until
    years = [year for year in range(spans[0].begin.year, until.year + 1) if date(year, 12, 31) <= until]
    rows = []
    for name, field_of_action, start, growth, unit, places in _FIGURES:
        value = float(start)
        for position, year in enumerate(years):
            if position:
                value *= 1 + growth * rng.uniform(0.2, 1.7)
            if name == _GAP and position == len(years) // 2:
                continue
            text = f"{value:.{places}f}".replace(".", ",")
            rows.append({"Kennzahl": name, "Handlungsfeld": field_of_action, "Datum": f"31.12.{year}", "Wert": text,
                         "Einheit": unit, "Quelle": SOURCE})  # fmt: skip
    return rows
