"""Somebody who sends files on page Meldungen, and what the page then shows."""

import re
from datetime import UTC, datetime

from opened_page import County, html
from streamlit.testing.v1 import AppTest

from audit_core import store
from audit_core.agreement import ReportEntry
from audit_core.store import Upload
from audit_core.upload import apply as applying
from audit_core.upload.check import Clock
from audit_core.upload.parse import recognise
from audit_core.upload.preview import preview_of

PAGE = "meldungen.py"
HEADER = "Nr.;Meilenstein;Stand;Status;Fortschritt;Neue Frist;Sachstand;Grund\n"
# Against the small county: new, changed, new, unchanged.
GOOD = f"""{HEADER}1.1;;31.01.2021;umgesetzt;;;<b>fett</b>;
1.2;;31.12.2020;teilweise umgesetzt;50;;;
1.1;2;31.01.2021;erledigt;;;=1+1;
2.2;;31.12.2020;Daueraufgabe;;;;
"""
BAD = f"{HEADER}1.1;;31.01.2021;umgesetzt;;;;\n9.9;;31.01.2021;umgesetzt;;;;\n1.2;;31.02.2021;fertisch;;;;\n"


class Office(County):
    """Somebody who opens the page and sends files."""

    def engine(self) -> store.Engine:
        return store.open_engine(f"sqlite:///{self.folder / 'audit.db'}")

    def uploads(self) -> tuple[Upload, ...]:
        engine = self.engine()
        found = store.uploads(engine)
        engine.dispose()
        return found

    def log(self) -> tuple[ReportEntry, ...]:
        engine = self.engine()
        found = store.load(engine).log
        engine.dispose()
        return found

    def send(self, text: str | bytes, name: str = "liste.csv", **files: str) -> AppTest:
        return send(self.open(PAGE, **files), text, name)

    def somebody_else_takes_in(self, text: str) -> None:
        engine = self.engine()
        now = datetime(2021, 2, 1, 12, tzinfo=UTC)
        preview = preview_of(recognise(text.encode(), "andere.csv"), store.load(engine), Clock(now))
        applying.apply(engine, preview, "Kreistag", now)
        engine.dispose()


def send(app: AppTest, text: str | bytes, name: str = "liste.csv") -> AppTest:
    data = text.encode() if isinstance(text, str) else text
    app.file_uploader[0].upload(name, data, "text/csv").run()
    assert not app.exception
    return app


def button(app: AppTest, key: str) -> object:
    return next((one for one in app.button if one.key == key), None)


def press(app: AppTest, key: str) -> AppTest:
    next(one for one in app.button if one.key == key).click().run()
    assert not app.exception
    return app


def take(app: AppTest, who: str = "Jugendamt", good_rows: bool = False) -> AppTest:
    app.text_input(key="am-who").input(who).run()
    if good_rows:
        app.checkbox(key="am-upload-good-rows").check().run()
    return press(app, "am-take")


def text(app: AppTest) -> str:
    """The page as it is read, without its looks."""
    return " ".join(re.sub(r"<[^>]+>", " ", re.sub(r"(?s)<style>.*?</style>", "", html(app))).split())


def stage(app: AppTest) -> str:
    return str(re.findall(r'class="am-now" aria-current="step">([^<]+)<', html(app))[0])


def counts(app: AppTest) -> list[str]:
    return re.findall(r"<strong>(\d+) <small>von (?:\d+)</small>", html(app))


def headers(app: AppTest) -> list[str]:
    return [str(one.value).replace("\\", "") for one in app.header]


def sentences(app: AppTest) -> str:
    return " ".join(re.findall(r'class="am-alert" role="alert">(.*?)</div></div>', html(app)))
