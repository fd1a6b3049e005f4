"""Finds a Chromium for the browser tests, or gets one: the system's, else Playwright's own, else Debian's package."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-default-apps", "--disable-domain-reliability",
    "--disable-dev-shm-usage",
)  # fmt: skip
MISSING = (
    "Für die Browsertests fehlt ein Chromium, und keines ließ sich holen. "
    "Bitte installieren (Debian: apt install chromium; sonst: playwright install chromium) und noch einmal starten."
)


def find() -> str | None:
    """The path of a Chromium that is there already."""
    for name in NAMES:
        if path := shutil.which(name):
            return path
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if Path(own).exists() else None


def get() -> str:
    """The path of a Chromium, fetched if need be; ends the run with a clear sentence if there is none."""
    root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    ways = (
        [[sys.executable, "-m", "playwright", "install", "chromium"]],
        [[*root, "apt-get", "update", "-qq"], [*root, "apt-get", "install", "-y", "-qq", "chromium"]],
    )
    for way in ways:
        if path := find():
            return path
        for command in way:
            try:
                subprocess.run(command, timeout=300, check=False)
            except (OSError, subprocess.TimeoutExpired) as error:
                print(f"{' '.join(command)}: {error}", file=sys.stderr)
    if path := find():
        return path
    raise SystemExit(MISSING)


if __name__ == "__main__":
    print(f"Chromium: {get()}")
