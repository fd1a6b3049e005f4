"""The page Zielvereinbarung through the navigation: finding, figures, votes, conflicts, tree, and its empty states."""

from pathlib import Path

import pytest
from opened_page import County, headline, html, pictures
from streamlit.testing.v1 import AppTest

PAGE = "zielvereinbarung.py"
AGREEMENTS = "Kürzel;Titel;Beginn;Ende;Vorlage\nZV;Vereinbarung;2020;2022;7\n"
RESOLUTIONS = """Vorlage;Betreff;Gremium;Datum;Ja;Nein;Enthaltung;Befangen;Ergebnis;Nr.;Quelle
7;<b>Ziele</b>;Jugendhilfeausschuss;17.02.2020;10;0;;;zugestimmt;ZV/1.1;Vorlage 7
7;<b>Ziele</b>;Kreistag;17.03.2020;;;;;abgesagt, keine Abstimmung;;Vorlage 7
7;<b>Ziele</b>;Kreistag;10.06.2020;29;0;5;0;beschlossen;;https://www.a.de/x?y="z"
;A;Kreistag;01.2020;;;;;beschlossen;;javascript:alert(1)
;B;Kreistag;02.2020;;;1;;beschlossen;;
;C;Kreistag;03.2020;21;18;1;;beschlossen;2.1;
;D;Kreistag;04.2020;34;;;;gewählt;;
;E;Kreistag;05.2020;7;0;0;0;beschlossen;;
"""
EVENTS = """Datum;Art;Ereignis;Widerspruch zu;Bemerkung;Quelle
01.06.2020;Zertifikat;Urkunde <i>eins</i>;12.06.2020;;Vorlage 7
12.06.2020;Zertifikat;Siegel;01.06.2020;nach Angabe der Presse;https://www.b.de/1 | https://c.de/2
;Workshop;Zielworkshop;;Datum nicht genannt;Vorlage 7
"""
FILES = {"zielvereinbarungen": AGREEMENTS, "beschluesse": RESOLUTIONS, "ereignisse": EVENTS}


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> County:
    return County(tmp_path, monkeypatch)


def headers(app: AppTest) -> list[str]:
    return [header.value.replace("\\", "") for header in app.header]


def unfold(app: AppTest, key: str) -> str:
    """The page after one of its closed parts was opened."""
    app.session_state[key] = True
    app.run()
    assert not app.exception
    return html(app)


def test_the_page_says_how_long_the_agreement_holds_and_what_comes_next(opened: County) -> None:
    app = opened.open(PAGE, "stichtag=2021-12-31", **FILES)
    assert headline(app) == "Die Zielvereinbarung gilt noch 12 Monate, beschlossen mit 29\u00a0:\u00a00 Stimmen."
    assert headers(app) == [
        "Verlauf des Audits", "Quellen widersprechen sich", "Beschluss der Zielvereinbarung", "Ohne Datum",
        "Weitere Beschlüsse", "Ereignisse", "Ziele und Maßnahmen",
    ]  # fmt: skip
    page = html(app)
    assert "<dt>Zielvereinbarung bis</dt><dd>31.12.2022<small>gilt noch 12 Monate, Angabe: 2022</small>" in page
    assert "<dt>Letztes Zertifikat</dt><dd>12.06.2020<small>oder 01.06.2020; Gültigkeit nicht genannt</small>" in page
    assert "<dt>Nächster Jahresbericht</dt><dd>2021<small>steht an; nicht erfasst: 2020</small>" in page


def test_votes_stand_in_columns_a_missing_one_is_a_dash_and_a_cancelled_sitting_is_no_vote(opened: County) -> None:
    page = html(opened.open(PAGE, "stichtag=2021-12-31", **FILES))
    own = page[page.index("&lt;b&gt;Ziele") : page.index("5 Beschlüsse, 5 Beratungen")]
    assert [own.count(f'data-word="{word}"') for word in ("Ja", "Nein", "Enth.", "Bef.")] == [2, 2, 2, 2]
    assert '<td class="am-n" data-word="Enth.">–</td>' in own and '<td class="am-n" data-word="Enth.">5</td>' in own
    assert own.index("17.02.2020") < own.index("17.03.2020") < own.index("10.06.2020")
    assert '<td class="am-day">17.03.2020</td><td>Kreistag<small>abgesagt, keine Abstimmung · Vorlage 7</small></td>' \
        '<td colspan="4" class="am-off-words">Sitzung abgesagt</td>' in own  # fmt: skip


def test_the_newest_resolutions_are_open_and_the_rest_one_line_away(opened: County) -> None:
    app = opened.open(PAGE, "stichtag=2021-12-31", **FILES)
    page = html(app)
    assert page.index(">E<") < page.index(">D<") < page.index(">C<") < page.index(">B<") and ">A<" not in page
    assert "5 Beschlüsse, 5 Beratungen" in page
    assert ">A<" in unfold(app, "am-older")


def test_a_bar_is_drawn_only_where_both_sides_are_stated(opened: County) -> None:
    page = html(opened.open(PAGE, "stichtag=2021-12-31", **FILES))
    assert page.count('class="am-vote"') == 2
    assert '<i class="am-vote-yes" style="width:52.5%"></i><i class="am-vote-no" style="width:45%"></i>' in page


def test_only_web_pages_are_links_and_words_of_the_data_never_run(opened: County) -> None:
    app = opened.open(PAGE, "stichtag=2021-12-31", **FILES)
    page = unfold(app, "am-older")
    link = '<a href="https://www.a.de/x?y=&quot;z&quot;" target="_blank" rel="noopener noreferrer">a.de/<wbr>x</a>'
    assert link in page
    assert page.count("<a href=") == page.count('rel="noopener noreferrer">')
    assert "javascript:alert(1)" in page and 'href="javascript' not in page
    assert "<b>Ziele" not in page and "<i>eins" not in page


def test_the_measures_a_resolution_concerns_are_ways(opened: County) -> None:
    app = opened.open(PAGE, "stichtag=2021-12-31", **FILES)
    ways = [button for button in app.button if button.label.startswith("betrifft")]
    assert [way.label.replace("\\", "") for way in ways] == ["betrifft 1.1 <b>Netzwerk</b>", "betrifft 2.1 Schulnetz"]
    ways[1].click().run()
    assert not app.exception and app.query_params["massnahme"] == "ZV/2.1"


def test_contradicting_dates_stand_side_by_side_with_their_sources(opened: County) -> None:
    page = html(opened.open(PAGE, "stichtag=2021-12-31", **FILES))
    pair = page[page.index('<section class="am-conflict">') :]
    assert pair.index("<b>01.06.2020</b> laut Vorlage 7") < pair.index(
        '<b>12.06.2020</b> laut <a href="https://www.b.de/1"'
    )
    assert "Siegel · nach Angabe der Presse" in pair


def test_undated_events_stand_apart_and_dated_ones_with_remark_and_source(opened: County) -> None:
    page = html(opened.open(PAGE, "stichtag=2021-12-31", **FILES))
    assert "<li><span><b>Workshop</b> Zielworkshop<small>Datum nicht genannt · Vorlage 7</small></span></li>" in page
    assert '<span class="am-when">12.06.2020</span><span><b>Zertifikat</b> Siegel' in page
    assert "Widerspruch zu 01.06.2020 · nach Angabe der Presse" in page


def test_a_branch_opens_to_goals_and_measures_that_lead_on(opened: County) -> None:
    app = opened.open(PAGE, "stichtag=2020-12-31", **FILES)
    assert [part.label.replace("\\", "") for part in app.expander][-2:] == [
        "**1 Steuerung** · 2 Maßnahmen · 1 von 2 umgesetzt",
        "**2 Bildung [x](http://x)** · 2 Maßnahmen · 0 von 1 umgesetzt · 1 von 1 Daueraufgabe läuft",
    ]
    assert "1.2 Bericht" not in html(app)
    page = unfold(app, "am-branch-1")
    assert "1.2 Bericht" in page and "<small>Kreistag</small>" in page
    assert [header.value for header in app.subheader] == ["ohne Ziel"]
    next(button for button in app.button if button.label.replace("\\", "") == "1.2 Bericht öffnen").click().run()
    assert not app.exception and app.query_params["massnahme"] == "ZV/1.2"


def test_what_lies_after_the_stichtag_is_left_out_with_a_way_there(opened: County) -> None:
    app = opened.open(PAGE, "stichtag=2020-05-31", **FILES)
    assert headline(app) == "Die Zielvereinbarung gilt noch gut 2 Jahre, der Beschluss steht noch aus."
    page = html(app)
    assert "2 Ereignisse und 1 Beratung nach dem Stichtag sind nicht gezeigt." in page
    assert "29" not in page[page.index("&lt;b&gt;Ziele") : page.index("5 Beschlüsse")]
    next(button for button in app.button if button.key == "am-audit-later-way").click().run()
    assert app.query_params["stichtag"] == "2020-06-12"
    assert "29\u00a0:\u00a00" in headline(app)


def test_the_switch_shows_all_events_as_a_table(opened: County) -> None:
    app = opened.open(PAGE, "stichtag=2021-12-31", **FILES)
    assert len(pictures(app)) == 2
    app.segmented_control[0].set_value("Tabelle").run()
    assert not app.exception and pictures(app) == []
    table = app.dataframe[0].value
    assert list(table["Art"]) == ["Zertifikat", "Zertifikat", "Workshop"]
    assert list(table["Bemerkung"]) == ["", "nach Angabe der Presse", "Datum nicht genannt"]


def test_with_only_a_plan_the_page_says_what_is_missing(opened: County) -> None:
    app = opened.open(PAGE, "stichtag=2020-12-31")
    assert headline(app) == "Die Zielvereinbarung gilt, ein Ende ist nicht erfasst."
    page = html(app)
    assert "ist kein Ereignis des Audits erfasst" in page
    assert "keine Beratung erfasst" in page and "kein weiterer Beschluss erfasst" in page
    assert len(pictures(app)) == 2


def test_without_agreement_and_measure_every_part_says_so(opened: County) -> None:
    files = {
        "zielvereinbarungen": "Kürzel;Beginn\n",
        "massnahmen": "Nr.;Handlungsfeld;Maßnahme;Aufgenommen\n1.1;1;Später;01.01.2021\n",
        "meilensteine": "Nr.;Meilenstein;Bezeichnung\n", "meldungen": "Nr.;Stand;Status\n",
    }  # fmt: skip
    app = opened.open(PAGE, "stichtag=2020-12-31", **files)
    assert headline(app) == "Es ist noch keine Zielvereinbarung erfasst."
    assert pictures(app) == []
    assert "Am Stichtag gibt es in dieser Auswahl noch keine Maßnahme." in html(app)
