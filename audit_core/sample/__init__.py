"""An invented county of any size: the same arguments always give the same bytes."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from random import Random

from audit_core.errors import AuditError
from audit_core.sample import measures as plan
from audit_core.sample import phrases, reports, surroundings, words
from audit_core.sample.course import Period
from audit_core.sample.writing import exact, write_csv

_HEADERS = {
    "landkreis": "Name;Erfunden;Hinweis;Quelle",
    "handlungsfelder": "Nr.;Handlungsfeld;Leitthema;LSZ-Handlungsfeld;Quelle",
    "zielvereinbarungen": "Kürzel;Titel;Beginn;Ende;Verfahren;Vorlage;Quelle",
    "massnahmen": "Nr.;Zielvereinbarung;Handlungsfeld;Ziel;Maßnahme;Verantwortlich;Beteiligte;Beginn;Frist;"
    "Daueraufgabe;Gewicht;Aufgenommen;Vorgänger;Messkriterium;Zielwert;Programm;HH-Stelle;Zuordnung;Quelle",
    "meilensteine": "Zielvereinbarung;Nr.;Meilenstein;Bezeichnung;Verantwortlich;Frist;Gewicht;Quelle",
    "meldungen": "Zielvereinbarung;Nr.;Meilenstein;Stand;Status;Fortschritt;Neue Frist;Sachstand;Grund;Gemeldet von;"
    "Erfasst am;Quelle",
    "beschluesse": "Vorlage;Betreff;Gremium;Datum;Ja;Nein;Enthaltung;Befangen;Ergebnis;Nr.;Quelle",
    "ereignisse": "Datum;Art;Ereignis;Widerspruch zu;Bemerkung;Quelle",
    "kennzahlen": "Kennzahl;Handlungsfeld;Datum;Wert;Einheit;Quelle",
}  # fmt: skip


def write(folder: Path, measures: int, years: int, seed: int, until: date) -> None:
    """Write the nine exchange files of the Musterkreis and its README into a folder."""
    if measures < 1 or years < 1:
        raise AuditError("Ein Beispiel braucht mindestens eine Maßnahme und ein Jahr.")
    if until.year - years < 1901 or until.year > 2199:
        raise AuditError("Die Jahre des Beispiels müssen zwischen 1901 und 2199 liegen.")
    rng = Random(seed)
    spans = plan.periods(years, until)
    planned = plan.measures_of(rng, measures, spans)
    milestones = [milestone for measure in planned for milestone in measure.milestones]
    funded = [measure.row for measure in planned if measure.row["Programm"]]
    concerned = f"{funded[-1]['Zielvereinbarung']}/{funded[-1]['Nr.']}" if funded else ""
    log = reports.log_of(rng, planned, range(until.year - years + 1, until.year + 1), until)
    tables: Mapping[str, list[dict[str, str]]] = {
        "landkreis": [{"Name": "Musterkreis", "Erfunden": "ja", "Hinweis": phrases.NOTE, "Quelle": phrases.SOURCE}],
        "handlungsfelder": _fields_of_action(),
        "zielvereinbarungen": _agreements(spans),
        "massnahmen": [measure.row for measure in planned],
        "meilensteine": [milestone.row for milestone in milestones],
        "meldungen": log,
        "beschluesse": surroundings.resolutions(rng, spans, concerned),
        "ereignisse": surroundings.events(spans),
        "kennzahlen": surroundings.key_figures(rng, spans),
    }
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in tables.items():
        write_csv(folder / f"{name}.csv", _HEADERS[name].split(";"), rows)
    counts = "\n".join(f"| {name}.csv | {len(rows)} |" for name, rows in tables.items())
    readme = phrases.README.format(measures=measures, years=years, seed=seed, until=until, counts=counts)
    (folder / "README.md").write_bytes(readme.encode())


def _fields_of_action() -> list[dict[str, str]]:
    return [
        {"Nr.": str(number), "Handlungsfeld": theme.title, "Leitthema": theme.motto, "Quelle": phrases.SOURCE,
         "LSZ-Handlungsfeld": theme.programme_field}
        for number, theme in enumerate(words.THEMES, 1)
    ]  # fmt: skip


def _agreements(spans: tuple[Period, Period]) -> list[dict[str, str]]:
    procedures = ("Audit Familiengerechte Kommune", "Re-Audit Familiengerechte Kommune")
    return [
        {"Kürzel": code, "Titel": f"Zielvereinbarung {period.begin.year} bis {period.end.year}",
         "Beginn": exact(period.begin), "Ende": exact(period.end), "Verfahren": procedure,
         "Vorlage": surroundings.paper(period), "Quelle": phrases.SOURCE}
        for code, period, procedure in zip(plan.CODES, spans, procedures, strict=True)
    ]  # fmt: skip
