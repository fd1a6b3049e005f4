"""One view asked twice, as a page and on the command line, for both counties: what the tests of R15 walk with."""

import json
import logging
import os
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from opened_page import NAVIGATION
from streamlit.testing.v1 import AppTest

from audit_core.__main__ import main
from audit_core.terms import SHOWN_ORDER, STATUS, TRANSITION_LABEL

DATA = Path(__file__).parents[1] / "data"
VIEWS = [
    ("kyffhaeuserkreis", "2016-12-31", "all"), ("kyffhaeuserkreis", "2019-12-31", "ZV1"),
    ("kyffhaeuserkreis", "2020-06-03", "ZV2"), ("kyffhaeuserkreis", "2022-12-31", "all"),
    ("kyffhaeuserkreis", "2025-12-31", "ZV2"), ("musterkreis", "2018-12-31", "all"),
    ("musterkreis", "2021-12-31", "ZV1"), ("musterkreis", "2022-06-30", "all"),
    ("musterkreis", "2024-02-29", "ZV2"), ("musterkreis", "2025-12-31", "all"),
]  # fmt: skip
BEFORE = {day: f"{int(day[:4]) - 1}{day[4:]}".replace("2023-02-29", "2023-02-28") for _, day, _ in VIEWS}
BY_LABEL = {STATUS[code].label: code for code in SHOWN_ORDER} | {
    label: code for code, label in TRANSITION_LABEL.items()
}


@cache
def loaded(folder: Path) -> dict[str, str]:
    """Both counties in databases of their own; these tests only read them, so one loading serves all their files."""
    made = {name: f"sqlite:///{folder}/{name}.db" for name in ("kyffhaeuserkreis", "musterkreis")}
    with pytest.MonkeyPatch.context() as patch:
        for name, url in made.items():
            patch.setenv("AUDIT_DATABASE_URL", url)
            assert main(["init", "--data", str(DATA / name)]) == 0
    return made


@pytest.fixture(scope="module")
def urls(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return loaded(tmp_path_factory.getbasetemp())


# AppTest without a server warns at every step, into a stream that the command line's capture has closed.
logging.getLogger("streamlit.runtime.scriptrunner_utils.script_run_context").setLevel(logging.ERROR)


ANSWERS: dict[tuple[str, ...], str] = {}
"""What the command line printed, by the database and the arguments: the same question is not computed again."""


class Walk:
    """One view asked twice: as a page and on the command line."""

    def __init__(self, capsys: pytest.CaptureFixture[str], day: str, agreement: str) -> None:
        self.capsys, self.day, self.agreement = capsys, day, agreement

    def ask(self, *arguments: str) -> Any:
        question = [*arguments, "--agreement", self.agreement, "--json"]
        place = (os.environ["AUDIT_DATABASE_URL"], os.environ["AUDIT_TODAY"], *question)
        if place not in ANSWERS:
            self.capsys.readouterr()
            assert main(question) == 0
            ANSWERS[place] = self.capsys.readouterr().out
        return json.loads(ANSWERS[place])

    def status(self, day: str) -> Any:
        return self.ask("status", "--as-of", day)

    def page(self, name: str) -> AppTest:
        app = AppTest.from_file(str(NAVIGATION), default_timeout=60)
        app.query_params.update({"zv": self.agreement, "stichtag": self.day, "vergleich": BEFORE[self.day]})
        app.query_params["jahr"] = self.day[:4]
        app.switch_page(name).run()
        assert not app.exception
        return app


@pytest.fixture(scope="module", params=VIEWS, ids=" ".join)
def view(request: pytest.FixtureRequest) -> tuple[str, str, str]:
    """County, Stichtag, agreement; of the module, so that the tests of one view run one after the other."""
    county, day, agreement = request.param
    return county, day, agreement


@pytest.fixture
def walk(
    view: tuple[str, str, str],
    urls: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Walk:
    county, day, agreement = view
    monkeypatch.setenv("AUDIT_DATABASE_URL", urls[county])
    monkeypatch.setenv("AUDIT_TODAY", "2026-11-22")
    return Walk(capsys, day, agreement)


def unmarked(text: str) -> str:
    return re.sub(r"<[^>]+>", "", text)


def counted(measures: list[dict[str, Any]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for measure in measures:
        found[measure["status"]] = found.get(measure["status"], 0) + 1
    return found
