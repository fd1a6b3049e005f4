"""A whole evening of a workshop for the tests: a hall whose server can be killed, and people who decide in it."""

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import harness
from playwright.sync_api import Browser, Locator, Page, TimeoutError

from audit_core import store
from audit_core.dates import BERLIN
from audit_core.store import Note, Workshop
from audit_core.terms import NEXT_AGREEMENT
from audit_core.upload import apply
from audit_core.workshop import taking
from audit_core.workshop.subjects import of_measure

FIELDS, EACH = 5, 9
AGREEMENT, AS_OF = "ZV1", date(2025, 12, 31)
BEGUN = datetime(2026, 7, 16, 18, tzinfo=BERLIN)
NUMBERS = tuple(f"{field}.{place // 3 + 1}.{place % 3 + 1}" for field in range(1, FIELDS + 1) for place in range(EACH))
CODES = ("continue", "change", "replace", "end")
LETTERS = {"continue": "f", "change": "a", "replace": "e", "end": "b"}
WANTED = {of_measure((AGREEMENT, number)).word: CODES[place % 4] for place, number in enumerate(NUMBERS)}
"""What the room decides about each of the 45 measures."""
LEFT_TO_SEND = "() => Object.keys(localStorage).filter((key) => key.startsWith('auditmonitor.workshop.ZV1-')).length"


def write_county(folder: Path) -> None:
    """45 open measures in five Handlungsfelder, every third with a Meilenstein."""
    folder.mkdir()
    measures = [
        f"{number};ZV1;{number[0]};Ziel {number[:3]};Vorhaben {number};{office};31.12.2026"
        for number, office in zip(NUMBERS, ("Jugendamt", "Kreisentwicklung", "Sozialamt") * 15, strict=True)
    ]
    files = {
        "landkreis": ["Name;Erfunden", "Musterkreis;ja"],
        "handlungsfelder": ["Nr.;Handlungsfeld", *(f"{n};Handlungsfeld {n}" for n in range(1, FIELDS + 1))],
        "zielvereinbarungen": ["Kürzel;Titel;Beginn;Ende", "ZV1;Zielvereinbarung 2023 bis 2026;2023;2026"],
        "massnahmen": ["Nr.;Zielvereinbarung;Handlungsfeld;Ziel;Maßnahme;Verantwortlich;Frist", *measures],
        "meilensteine": [
            "Nr.;Meilenstein;Bezeichnung;Frist", *(f"{number};1;Auftakt {number};30.06.2026" for number in NUMBERS[::3])
        ],
        "meldungen": ["Nr.;Stand;Status", *(f"{number};30.06.2025;in Umsetzung" for number in NUMBERS)],
    }  # fmt: skip
    for name, lines in files.items():
        (folder / f"{name}.csv").write_text("\n".join(lines), encoding="utf-8")


class Hall:
    """The county's database and its server: always at one address, however often it is killed."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.database, self.port = folder, folder / "audit.db", harness.free_port()
        write_county(folder / "plan")
        engine = store.open_engine(self.url)
        apply.load_folder(engine, folder / "plan", datetime(2025, 12, 31, 12, tzinfo=BERLIN))
        county = store.load(engine)
        self.evening: Workshop = taking.begin(
            engine, county, NEXT_AGREEMENT, AGREEMENT, AS_OF, "", "Koordination", BEGUN
        )
        engine.dispose()
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"sqlite:///{self.database}"

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def stage(self, slide: str) -> str:
        return f"{self.address}/workshop?zv={AGREEMENT}&stichtag={AS_OF}&abend={self.evening.id}&folie={slide}"

    def start(self) -> None:
        """The server, once it answers; what it prints is appended to one log."""
        command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(self.port)]
        with (self.folder / "server.log").open("ab") as log:
            self.process = subprocess.Popen(
                command, cwd=harness.ROOT, env=harness.environment(self.database), stdout=log, stderr=log
            )
        until = time.monotonic() + 40
        while time.monotonic() < until:
            try:
                with urllib.request.urlopen(f"{self.address}/_stcore/health", timeout=2):
                    return
            except (urllib.error.URLError, OSError):
                time.sleep(0.1)
        raise RuntimeError("The server did not answer in time.")

    def kill(self) -> None:
        """As if the plug were pulled: SIGKILL, nothing is put in order."""
        assert self.process is not None
        os.kill(self.process.pid, signal.SIGKILL)
        self.process.wait(20)

    def notes(self) -> tuple[Note, ...]:
        """All that the database holds of the evening."""
        engine = store.open_engine(self.url)
        try:
            return store.notes(engine, AGREEMENT)
        finally:
            engine.dispose()

    def errors(self) -> list[str]:
        """Tracebacks in the server's log."""
        log = (self.folder / "server.log").read_text(encoding="utf-8", errors="replace")
        return [line for line in log.splitlines() if line.startswith("Traceback")]


class Person:
    """Somebody at a laptop of their own who writes along."""

    def __init__(self, browser: Browser, hall: Hall, name: str) -> None:
        self.hall, self.name = hall, name
        self.context = browser.new_context(viewport={"width": 1440, "height": 900})
        self.page: Page = self.context.new_page()

    def open(self, slide: str) -> None:
        """A slide by its link."""
        self.page.goto(self.hall.stage(slide))
        self.stands(slide)

    def reload(self) -> None:
        slide = self.slide
        self.page.reload()
        self.stands(slide)

    def stands(self, slide: str, before: str = "", patience: int = 30_000) -> None:
        """Wait until a slide and its form are there; `before` is what the last one was called („Folie 2 von 72“)."""
        self.page.wait_for_function(
            "([slide, before]) => new URL(location.href).searchParams.get('folie') === slide"
            " && document.querySelector('.slide')?.getAttribute('aria-label') !== before"
            " && document.querySelector('[data-testid=\"stApp\"]')?.dataset.testScriptState === 'notRunning'"
            " && document.querySelector('.slide h1') && document.querySelector('.workshop-form')"
            " && [...document.querySelectorAll('li.slide-row[data-subject]')].every((row) =>"
            " document.querySelector(`.wf-group[data-subject=\"${CSS.escape(row.dataset.subject)}\"]`))",
            arg=[slide, before], timeout=patience,
        )  # fmt: skip

    @property
    def slide(self) -> str:
        return str(self.page.evaluate("new URL(location.href).searchParams.get('folie')"))

    def sign(self) -> None:
        """Say who writes."""
        field = self.page.locator("#wf-name")
        field.fill(self.name)
        field.press("Enter")
        self.page.locator(".slide h1").click()  # keys are for the stage again

    def turn(self, key: str, slide: str) -> None:
        """To the next slide or the one before, by the keys of a presenter's remote.

        A key pressed within milliseconds of the last slide's arrival may be lost in Streamlit, which then still sends
        back the address of that one: whoever sees that nothing happens presses again.
        """
        before = self.page.locator(".slide").get_attribute("aria-label") or ""
        self.page.keyboard.press(key)
        try:
            self.stands(slide, before, patience=8_000)
        except TimeoutError:
            self.page.keyboard.press(key)
            self.stands(slide, before)

    def rows(self) -> list[str]:
        found = self.page.locator("li.slide-row[data-subject]").evaluate_all("rows => rows.map(r => r.dataset.subject)")
        return [str(subject) for subject in found]

    def decide(self, subjects: list[str]) -> None:
        """Decide about rows of the slide by keyboard alone: F, A, E or B, then the arrow to the next row."""
        for subject in subjects:
            chosen = self.page.locator("li.slide-row.is-chosen")
            for _ in range(len(self.rows())):
                if chosen.get_attribute("data-subject") == subject:
                    break
                self.page.keyboard.press("ArrowDown")
            assert chosen.get_attribute("data-subject") == subject
            self.page.keyboard.press(LETTERS[WANTED[subject]])

    def field(self, subject: str, name: str) -> Locator:
        return self.page.locator(f'.wf-group[data-subject="{subject}"] [data-field="{name}"]')

    def write(self, subject: str, name: str, text: str) -> None:
        """Type into a field, sign by sign, behind what stands there."""
        self.field(subject, name).focus()
        self.page.keyboard.press("Control+End")
        self.page.keyboard.type(text)

    def leave(self) -> None:
        """Out of the field, back to the keys of the stage."""
        self.page.keyboard.press("Escape")

    def is_saved(self) -> None:
        """Wait until the server has confirmed everything that was written here."""
        self.page.wait_for_function(f"() => ({LEFT_TO_SEND})() === 0", timeout=40_000)

    def waiting(self) -> int:
        """How many versions are not confirmed yet."""
        return int(self.page.evaluate(LEFT_TO_SEND))


def slides_of_fields() -> Iterator[str]:
    """The words of the slides of the Handlungsfelder: nine measures need two each."""
    for number in range(1, FIELDS + 1):
        yield f"hf-{number}"
        yield f"hf-{number}-2"


def slide_of(subject: str) -> str:
    """The slide of a measure, from `measure:ZV1/1.1.2`."""
    return "massnahme-" + subject.removeprefix("measure:").replace("/", "-", 1)
