"""The real server for tests and pictures: a process of its own, a database of its own, a clock that stands still."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from chromium import ARGUMENTS, get
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
TODAY = "2026-07-16"
PAGES = {
    "/": "Überblick", "/handlungsfelder": "Handlungsfelder", "/massnahmen": "Maßnahmen",
    "/zustaendigkeiten": "Zuständigkeiten", "/jahresbilanz": "Jahresbilanz", "/vergleich": "Vergleich",
    "/zielvereinbarung": "Zielvereinbarung", "/workshop": "Workshop", "/meldungen": "Meldungen",
    "/berichte": "Berichte", "/hilfe": "Hilfe",
}  # fmt: skip
KNOWN_404 = ("/_stcore/health", "/_stcore/host-config")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def environment(database: Path) -> dict[str, str]:
    return {**os.environ, "AUDIT_DATABASE_URL": f"sqlite:///{database}", "AUDIT_TODAY": TODAY}


def load(database: Path, folder: Path) -> None:
    """Fill a new database from a folder of exchange files, as `init` does."""
    command = [sys.executable, "-m", "audit_core", "init", "--data", str(folder)]
    subprocess.run(command, cwd=ROOT, env=environment(database), check=True, capture_output=True, text=True)


@contextmanager
def server(database: Path, patience: float = 40) -> Iterator[str]:
    """A fresh server; gives its address, and ends it afterwards. What it prints is beside the database."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    log = Path(f"{database}.log")
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, cwd=ROOT, env=environment(database), stdout=output, stderr=subprocess.STDOUT
        )
        try:
            _wait(f"http://127.0.0.1:{port}/_stcore/health", process, patience, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(20)


def _wait(address: str, process: subprocess.Popen[bytes], patience: float, log: Path) -> None:
    until = time.monotonic() + patience
    while time.monotonic() < until:
        if process.poll() is not None:
            raise RuntimeError(f"The server ended before it answered: {log.read_text(encoding='utf-8')[-3000:]}")
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError("The server did not answer in time.")


@contextmanager
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=get(), args=list(ARGUMENTS))
        yield chromium
        chromium.close()


def settle(page: Page) -> None:
    """Wait until the page stands: its heading is there and no run of the script is going on."""
    page.wait_for_selector("h1", timeout=30_000)
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]', timeout=30_000)
    page.wait_for_selector('[data-testid="stSkeleton"]', state="detached", timeout=30_000)
    page.wait_for_timeout(250)


def open_page(page: Page, address: str) -> None:
    page.goto(address)
    settle(page)


def downloaded(page: Page, button_name: str) -> tuple[str, bytes]:
    """What a button saves: the name of the file and its bytes. The name of the button may be a part of its words."""
    page.evaluate("window.showSaveFilePicker = undefined")  # nobody is there to answer a dialog
    with page.expect_download(timeout=30_000) as saved:
        page.get_by_role("button", name=button_name).click()
    return saved.value.suggested_filename, Path(saved.value.path()).read_bytes()


class Listener:
    """Writes down what a page asks for and what its console says."""

    def __init__(self, page: Page) -> None:
        self.hosts: set[str] = set()
        self.errors: list[str] = []
        page.on("request", self._request)
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def _request(self, request: Request) -> None:
        if not request.url.startswith(("data:", "blob:")):
            self.hosts.add(request.url.split("/")[2])

    def _console(self, message: ConsoleMessage) -> None:
        where = str(message.location.get("url", ""))
        known = "404" in message.text and where.endswith(KNOWN_404)
        if message.type == "error" and not known:
            self.errors.append(f"{message.text} ({where})")
