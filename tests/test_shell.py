"""The glue between pages and core: its clock, and one revision for one run."""

from datetime import date, datetime
from pathlib import Path

import pytest
from opened_page import NAVIGATION, County, html
from sqlalchemy import create_engine, text
from streamlit.testing.v1 import AppTest

from audit_core.dates import BERLIN
from audit_core.errors import AuditError
from pages import _shell


def test_the_clock_stands_at_the_end_of_the_day_that_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AUDIT_TODAY", "2022-06-30")
    assert _shell.now() == datetime(2022, 6, 30, 23, 59, 59, 999999, BERLIN)
    assert _shell.today() == date(2022, 6, 30)


@pytest.mark.parametrize("fixed", ["heute", "2022-02-30", "30.06.2022"])
def test_a_day_that_is_none_is_a_sentence(fixed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AUDIT_TODAY", fixed)
    with pytest.raises(AuditError) as error:
        _shell.now()
    sentence = f"Die Einstellung AUDIT_TODAY nennt keinen Tag: ‚{fixed}‘. Bitte wie 2022-12-31 schreiben."
    assert str(error.value) == sentence


def test_the_page_shows_that_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = County(tmp_path, monkeypatch).open("ueberblick.py")
    monkeypatch.setenv("AUDIT_TODAY", "31.12.2022")
    app.run()
    assert "Die Einstellung AUDIT_TODAY nennt keinen Tag: ‚31.12.2022‘." in html(app)
    assert len(app.metric) == 0


def test_a_file_that_is_no_database_is_told_on_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "garbage.db").write_text("this is no database, it only has its name", encoding="utf-8")
    monkeypatch.setenv("AUDIT_DATABASE_URL", f"sqlite:///{tmp_path}/garbage.db")
    app = AppTest.from_file(str(NAVIGATION), default_timeout=60).run()
    assert not app.exception
    assert "Die Datenbank lässt sich nicht benutzen. Bitte Ort (AUDIT_DATABASE_URL), Rechte" in html(app)


def test_the_first_start_records_at_the_day_that_is_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    url = f"sqlite:///{tmp_path / 'first.db'}"
    monkeypatch.setenv("AUDIT_DATABASE_URL", url)
    monkeypatch.setenv("AUDIT_TODAY", "2026-07-16")
    assert not AppTest.from_file(str(NAVIGATION), default_timeout=60).run().exception
    engine = create_engine(url)
    with engine.connect() as connection:
        days = connection.execute(text("SELECT substr(recorded_at, 1, 10) FROM uploads")).scalars().all()
    engine.dispose()
    assert days == ["2026-07-16"]


def _two_revisions() -> None:
    from datetime import UTC, datetime
    from pathlib import Path

    import streamlit as st

    from audit_core import store
    from audit_core.upload import apply
    from pages import _shell

    engine = store.open_engine(_shell.database_url())
    store.create_tables(engine)
    folder = Path(st.session_state["folder"])
    apply.load_folder(engine, folder / "plan", datetime(2021, 1, 31, tzinfo=UTC))
    seen = []
    with _shell.one_revision():
        seen.append(_shell.county().revision)
        upload = store.uploads(engine)[0]
        store.revoke(engine, upload.id, "Test", datetime(2021, 2, 1, tzinfo=UTC))
        seen.append(_shell.county().revision)
        seen.append(_shell.known().county.revision)
    seen.append(_shell.county().revision)
    engine.dispose()
    st.text(" ".join(seen))


def test_an_upload_during_a_run_is_seen_by_the_next_one_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AUDIT_DATABASE_URL", f"sqlite:///{tmp_path / 'audit.db'}")
    plan = tmp_path / "plan"
    plan.mkdir()
    (plan / "landkreis.csv").write_text("Name\nMusterkreis\n", encoding="utf-8")
    app = AppTest.from_function(_two_revisions)
    app.session_state["folder"] = str(tmp_path)
    app.run()
    assert not app.exception
    assert app.text[0].value == "1.0 1.0 1.0 1.1"
