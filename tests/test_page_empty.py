"""What a page of a Stichtag says when the plan has agreements and no measure yet."""

from pathlib import Path

import pytest
from opened_page import County, headline, html, pictures


def test_a_plan_without_measures_says_how_to_fill_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = County(tmp_path, monkeypatch).open(
        "zustaendigkeiten.py", "", massnahmen="Nr.;Handlungsfeld;Maßnahme\n",
        meilensteine="Nr.;Meilenstein;Bezeichnung\n", meldungen="Nr.;Stand;Status\n",
    )  # fmt: skip
    assert headline(app) == "Es gibt noch keine Maßnahme."
    assert "Der Plan ist noch leer." in html(app)
    assert len(app.dataframe) == 0 and pictures(app) == []
