"""A small county in a database, and short ways to send files to it."""

from datetime import date, datetime
from pathlib import Path

from audit_core import store, tables
from audit_core.dates import BERLIN
from audit_core.standing import history, standing
from audit_core.upload import apply, undo
from audit_core.upload.check import Clock
from audit_core.upload.parse import recognise
from audit_core.upload.preview import Preview, preview_of

LOADED = datetime(2021, 1, 31, 12, tzinfo=BERLIN)
NOW = datetime(2021, 7, 1, 9, tzinfo=BERLIN)
LATER = datetime(2021, 7, 2, 9, tzinfo=BERLIN)
PLAN = {
    "landkreis": "Name;Quelle\nMusterkreis;Satzung\n",
    "handlungsfelder": "Nr.;Handlungsfeld\n1;Steuerung\n2;Bildung\n",
    "zielvereinbarungen": "Kürzel;Titel;Beginn;Ende\nZV;Vereinbarung;2020;\n",
    "massnahmen": """Nr.;Zielvereinbarung;Handlungsfeld;Maßnahme;Verantwortlich;Frist
1.1;ZV;1;Netzwerk;Jugendamt;31.12.2020
1.2;ZV;1;Bericht;Sozialamt;31.12.2021
2.1;ZV;2;Schulnetz;Schulamt;
""",
    "meilensteine": "Nr.;Meilenstein;Bezeichnung;Frist\n1.1;1;Auftakt;30.06.2020\n1.1;2;Beschluss;30.09.2020\n",
    "meldungen": """Nr.;Meilenstein;Stand;Status;Fortschritt;Sachstand
1.1;;30.06.2020;in Umsetzung;50;läuft
1.1;1;30.06.2020;umgesetzt;;
""",
}
HEAD = "Nr.;Meilenstein;Stand;Status;Fortschritt;Neue Frist;Sachstand;Grund;Gemeldet von;Quelle"


class Desk:
    """A database with the small county, at which files arrive."""

    def __init__(self, folder: Path, **files: str) -> None:
        plan = folder / "plan"
        plan.mkdir()
        for name, text in {**PLAN, **files}.items():
            (plan / f"{name}.csv").write_text(text, encoding="utf-8")
        self.url = f"sqlite:///{folder / 'audit.db'}"
        self.engine = store.open_engine(self.url)
        apply.load_folder(self.engine, plan, LOADED)

    def preview(self, *lines: str, name: str = "meldungen.csv", at: datetime = NOW) -> Preview:
        sheet = recognise("\n".join(lines).encode(), name)
        return preview_of(sheet, store.load(self.engine), Clock(at))

    def apply(self, *lines: str, name: str = "meldungen.csv", at: datetime = NOW, good_rows: bool = False) -> int:
        return apply.apply(self.engine, self.preview(*lines, name=name, at=at), "Jugendamt", at, good_rows)

    def undo(self, upload: int, at: datetime = LATER) -> None:
        undo.undo(self.engine, upload, "Koordination", at)

    def status(self, number: str, day: str, known_by: datetime | None = None) -> str:
        """The status of a measure on a day."""
        known = history(store.load(self.engine), known_by)
        rows = standing(known, date.fromisoformat(day)).measures
        return next(row.item.status for row in rows if row.measure.number == number)

    def title(self, number: str, known_by: datetime | None = None) -> str:
        """What a measure is called in the plan."""
        plan = store.load(self.engine).plan_known_by(known_by)
        return next(row.title for row in plan.measures if row.number == number)

    @property
    def revision(self) -> str:
        return store.revision(self.engine)

    @property
    def log_size(self) -> int:
        return len(store.load(self.engine).log)


def answer(desk: Desk, day: str, known_by: datetime | None = None) -> object:
    """Everything the command line says of a Stichtag."""
    return tables.status_document(store.load(desk.engine), date.fromisoformat(day), known_by)
