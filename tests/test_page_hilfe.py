"""The page Hilfe through the navigation: its sections, its search, its templates, and a wrong address."""

from html import escape
from pathlib import Path

import pytest
from opened_page import County, headline, html
from streamlit.testing.v1 import AppTest

from audit_core.docs import help as contents

PAGE = "hilfe.py"


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> County:
    return County(tmp_path, monkeypatch)


def chosen(app: AppTest, section: str) -> AppTest:
    app.segmented_control[0].set_value(section).run()
    assert not app.exception
    return app


def everything_on(app: AppTest) -> str:
    links = "\n".join(str(part.proto.label) for part in app.get("page_link"))
    return "\n".join([html(app), links])


def test_the_page_opens_with_the_rules_and_says_how_much_it_explains(opened: County) -> None:
    app = opened.open(PAGE)
    assert headline(app) == "So liest und rechnet der Auditmonitor: 16 Regeln, 10 Status, 9 Dateien."
    page = html(app)
    assert page.count('<article class="am-rule">') == 16
    assert page.count('<div class="am-example">') == 18
    assert "<dt>am 01.07.2020</dt><dd><span class=\"am-alarm\">▲ überfällig, 1 Tag</span></dd>" in page
    assert "<dt>umgesetzt</dt><dd>2 von 3</dd>" in page


def test_every_section_shows_every_text_of_its_entries(opened: County) -> None:
    app = opened.open(PAGE)
    for section in contents.SECTIONS:
        if section == contents.COLUMNS:
            continue
        page = everything_on(chosen(app, section))
        for entry in contents.entries(contents.of_section(section)):
            said = contents.texts(entry)
            if section == contents.KEY_LIST:
                said = (*said[0].split(" / "), *said[1:])
            missing = [text for text in said if escape(text) not in page]
            assert missing == [], section


def test_every_file_shows_its_columns_and_offers_an_empty_one(opened: County) -> None:
    app = chosen(opened.open(PAGE), contents.COLUMNS)
    assert "meldungen.csv: Eine Meldung zu einer Maßnahme oder einem Meilenstein je Zeile." in html(app)
    for entry in contents.everything().files:
        app.pills[0].set_value(entry.file.name).run()
        page = html(app)
        assert page.count("<tr>") == len(entry.columns) + 1
        missing = [t for column in entry.columns for t in contents.texts(column) if escape(t) not in page]
        assert missing == []
        assert [part.proto.label for part in app.get("download_button")] == [
            f"Leere Vorlage {entry.file.name}.csv speichern"
        ]


def test_a_search_shows_what_it_found_in_all_sections(opened: County) -> None:
    app = opened.open(PAGE)
    app.text_input(key="am-help-search").set_value("  quartal ").run()
    page = html(app)
    assert "1 Eintrag zu ‚quartal‘ in allen Teilen der Hilfe." in page
    assert page.count('<article class="am-rule">') == 1 and "2. Quartal 2026" in page
    app.text_input(key="am-help-search").set_value("überfällig").run()
    assert [header.value for header in app.header] == ["Seiten"]
    assert "<h2>Regeln</h2>" in html(app) and "<h2>Begriffe</h2>" in html(app)


def test_a_search_that_finds_nothing_says_so_and_its_word_is_text(opened: County) -> None:
    app = opened.open(PAGE)
    app.text_input(key="am-help-search").set_value("<b>qwertz</b>").run()
    page = html(app)
    assert "Zu ‚&lt;b&gt;qwertz&lt;/b&gt;‘ steht in der Hilfe nichts. Versuchen Sie ein kürzeres" in page
    assert "<b>qwertz" not in page and "am-rule" not in page.partition("</style>")[2]


def test_another_section_ends_the_search(opened: County) -> None:
    app = opened.open(PAGE)
    app.text_input(key="am-help-search").set_value("quartal").run()
    chosen(app, contents.WORDS)
    assert app.text_input(key="am-help-search").value == ""
    assert "Der Tag, von dem eine Meldung spricht." in html(app)


def test_a_link_opens_a_section(opened: County) -> None:
    app = opened.open(PAGE, "teil=Begriffe")
    assert "<dt>Kenntnisstand</dt>" in html(app)
    assert "Einen Teil" not in html(app)


def test_a_section_that_does_not_exist_is_answered_with_a_sentence(opened: County) -> None:
    app = opened.open(PAGE, "teil=<i>Quatsch</i>")
    page = html(app)
    assert (
        "Einen Teil ‚&lt;i&gt;Quatsch&lt;/i&gt;‘ hat die Hilfe nicht (möglich: Regeln, Status, Spalten, Begriffe, "
        "Seiten, Tastatur, Barrierefreiheit). Gezeigt: Regeln." in page
    )
    assert page.count('<article class="am-rule">') == 16


def test_hilfe_needs_no_plan_and_has_no_filters(opened: County) -> None:
    app = opened.open(
        PAGE, "", handlungsfelder="Nr.;Handlungsfeld\n", zielvereinbarungen="Kürzel;Beginn\n",
        massnahmen="Nr.;Handlungsfeld;Maßnahme\n", meilensteine="Nr.;Meilenstein;Bezeichnung\n",
        meldungen="Nr.;Stand;Status\n",
    )  # fmt: skip
    assert headline(app).startswith("So liest und rechnet der Auditmonitor")
    assert len(app.selectbox) == 0 and len(app.date_input) == 0
