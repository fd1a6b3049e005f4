"""A page of a small county, opened through the navigation as a browser would, without one."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from audit_core import store
from audit_core.upload import apply

NAVIGATION = Path(__file__).resolve().parents[1] / "pages" / "_navigation.py"
PLAN = {
    "landkreis": "Name\nMusterkreis\n",
    "handlungsfelder": "Nr.;Handlungsfeld\n1;Steuerung\n2;Bildung [x](http://x)\n3;Wohnen\n",
    "zielvereinbarungen": "Kürzel;Titel;Beginn;Ende\nZV;Vereinbarung;2020;\n",
    "massnahmen": """Nr.;Zielvereinbarung;Handlungsfeld;Maßnahme;Verantwortlich;Frist;Daueraufgabe
1.1;ZV;1;<b>Netzwerk</b>;Jugendamt;31.12.2020;nein
1.2;ZV;1;Bericht;Kreistag;31.12.2021;nein
2.1;ZV;2;Schulnetz;*Amt* [a](http://a);15.01.2021;nein
2.2;ZV;2;Beratung;Jugendamt;;ja
""",
    "meilensteine": """Nr.;Meilenstein;Bezeichnung;Verantwortlich;Frist
1.1;1;Auftakt;;30.06.2020
1.1;2;Beschluss;Kreistag;30.09.2020
""",
    "meldungen": """Nr.;Meilenstein;Stand;Status;Neue Frist
1.1;;30.06.2020;in Umsetzung;
1.1;1;30.06.2020;umgesetzt;
1.2;;31.12.2020;umgesetzt;
2.2;;31.12.2020;Daueraufgabe;
""",
}


class County:
    """Opens pages of a county, of the small one if none is given, with other files where given."""

    plan: Mapping[str, str] = PLAN
    loaded = datetime(2021, 1, 31, 12, tzinfo=UTC)
    today = "2021-02-01"

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder, self.monkeypatch = folder, monkeypatch

    def open(self, page: str, address: str = "stichtag=2020-12-31", **files: str) -> AppTest:
        plan = self.folder / "plan"
        plan.mkdir()
        for name, text in {**self.plan, **files}.items():
            (plan / f"{name}.csv").write_text(text, encoding="utf-8")
        url = f"sqlite:///{self.folder / 'audit.db'}"
        engine = store.open_engine(url)
        store.create_tables(engine)
        apply.load_folder(engine, plan, self.loaded)
        engine.dispose()
        self.monkeypatch.setenv("AUDIT_DATABASE_URL", url)
        self.monkeypatch.setenv("AUDIT_TODAY", self.today)
        app = AppTest.from_file(str(NAVIGATION), default_timeout=60)
        for pair in filter(None, address.split("&")):
            key, word = pair.split("=")
            app.query_params[key] = word
        app.switch_page(page).run()
        assert not app.exception
        return app


def headline(app: AppTest) -> str:
    return str(app.title[0].value).replace("\\", "")


def html(app: AppTest) -> str:
    return "\n".join(str(part.proto.body) for part in app.get("html"))


def pictures(app: AppTest) -> list[dict[str, Any]]:
    return [json.loads(part.proto.spec) for part in app.get("plotly_chart")]
