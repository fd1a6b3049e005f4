"""What the pages of a Stichtag say when there is no plan yet."""

from pathlib import Path

import pytest
from opened_page import County, headline, html, pictures


@pytest.mark.parametrize("page", ["ueberblick.py", "zustaendigkeiten.py"])
def test_an_empty_plan_says_how_to_fill_it(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = County(tmp_path, monkeypatch).open(
        page, "", handlungsfelder="Nr.;Handlungsfeld\n", zielvereinbarungen="Kürzel;Beginn\n",
        massnahmen="Nr.;Handlungsfeld;Maßnahme\n", meilensteine="Nr.;Meilenstein;Bezeichnung\n",
        meldungen="Nr.;Stand;Status\n",
    )  # fmt: skip
    assert headline(app) == "Es gibt noch keine Maßnahme."
    assert "Der Plan ist noch leer." in html(app)
    assert len(app.dataframe) == 0 and pictures(app) == []
