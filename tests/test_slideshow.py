"""The slides as HTML and as one file: what is escaped, what can be chosen, what is in the file and what never is."""

import re
from dataclasses import replace
from datetime import date

import pytest
from counties import agreement, county, entry, measure, milestone
from hard_county import TEXTS
from slideshow_reading import slides

from audit_core.agreement import County, FieldOfAction
from audit_core.documents.registry import document
from audit_core.documents.slideshow import offline
from audit_core.documents.slideshow.fitting import fitted, lines, shortened, width
from audit_core.documents.slideshow.markup import slide_html, styles
from audit_core.standing import history
from audit_core.tables.asked import Asked
from audit_core.terms import DECISION, STATUS
from audit_core.workshop.slides import DRAFT_FIELD, MEASURE, MISSED, NEWS, Row, Slide, Stage, stage_of

EVIL = '<script>alert("x")</script><img src=x onerror=alert(1)>&amp;'


def stage(plan: County, day: str = "2021-12-31", code: str = "ZV") -> Stage:
    return stage_of(history(plan), code, date.fromisoformat(day))


def evil() -> County:
    """A county with markup in every text that a slide shows."""
    rows = [replace(measure("1.1", due="31.12.2020", responsible=EVIL, title=EVIL), goal=EVIL)]
    log = [entry("1.1", "in_progress", "31.12.2020", text=EVIL, reason=EVIL), entry("1.1", "partly", "30.06.2020", "1")]
    parts = [replace(milestone("1.1", "1", due="31.12.2020"), title=EVIL)]
    found = county(rows, parts, log, [replace(agreement(), title=EVIL)], [FieldOfAction("1", EVIL, EVIL)])
    return replace(found, name=EVIL)


def html_of(shown: Stage, word: str, live: bool = False) -> str:
    place = shown.place(word)
    return slide_html(shown.slides[place], shown, place, live)


def test_markup_in_texts_stays_text_on_every_slide() -> None:
    shown = stage(evil())
    for place, slide in enumerate(shown.slides):
        for live in (False, True):
            html = slide_html(slide, shown, place, live)
            assert "<script" not in html and "<img" not in html
    assert "&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;&amp;amp;" in html_of(shown, "massnahme-ZV-1.1")
    file = offline(shown).decode()
    assert file.count("<script") == 1 and "<img" not in file


@pytest.mark.parametrize("text", TEXTS)
def test_hard_texts_give_a_slide_and_a_file_that_can_be_read(text: str) -> None:
    plan = county([measure("1.1", title=text, responsible=text)], log=[entry("1.1", "in_progress", "2021", text=text)])
    data = offline(stage(replace(plan, name=text)))
    assert list(slides(data)) == [
        "lage", "hf-1", "erreicht", "nicht-erreicht", "ueberfaellig", "jahre", "uebergaenge", "massnahme-ZV-1.1",
    ]  # fmt: skip
    assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", data)


def test_rows_can_be_chosen_only_while_something_is_taken_down() -> None:
    shown = stage(county([measure("1.1"), measure("1.2")]))
    live, still = html_of(shown, "hf-1", live=True), html_of(shown, "hf-1")
    row = r'<li class="slide-row" data-subject="([^"]*)"><button type="button" class="slide-row-choose"'
    assert re.findall(row, live) == [
        "measure:ZV/1.1", "measure:ZV/1.2",
    ]  # fmt: skip
    assert "<button" not in still and "data-subject" not in still and still.count('<li class="slide-row">') == 2
    assert 'aria-pressed="false"' in live
    assert "<button" not in html_of(shown, "erreicht", live=True)


def test_slides_with_a_form_leave_their_right_part_free_only_while_something_is_taken_down() -> None:
    shown = stage(county([measure("1.1")]))
    assert "slide-half" in html_of(shown, "massnahme-ZV-1.1", live=True)
    assert "slide-half" not in html_of(shown, "massnahme-ZV-1.1") + html_of(shown, "hf-1", live=True)
    news = Slide("neu-1", NEWS, "Neue Ziele und Maßnahmen", lines=("Was soll hinzukommen?",), field_of_action="1")
    assert "slide-half" in slide_html(news, shown, 0, live=True) and "Was soll hinzukommen?" in slide_html(
        news, shown, 0
    )


@pytest.mark.parametrize("code", DECISION)
def test_what_was_decided_stands_at_its_row_and_its_measure_with_symbol_and_word(code: str) -> None:
    shown, decision = stage(county([measure("1.1", due="31.12.2020")])), DECISION[code]
    said = f'<i aria-hidden="true">{decision.symbol}</i> {decision.done}</span>'
    field, own = shown.slides[shown.place("hf-1")], shown.slides[shown.place("massnahme-ZV-1.1")]
    row = replace(field, rows=(replace(field.rows[0], decision=code),))
    assert said in slide_html(row, shown, 1, live=True) and said in slide_html(row, shown, 1)
    assert said in slide_html(replace(own, decision=code), shown, 5)
    assert "365 Tage überfällig" in slide_html(row, shown, 1)


def test_a_decision_that_there_is_none_of_is_not_shown() -> None:
    shown = stage(county([measure("1.1")]))
    field = shown.slides[shown.place("hf-1")]
    assert "slide-decided" not in slide_html(replace(field, rows=(replace(field.rows[0], decision="x<"),)), shown, 1)


def test_rows_of_a_draft_show_whose_they_are_and_what_became_of_them() -> None:
    shown = stage(county([measure("1.1")]))
    rows = (Row("1.1 Bürgerbus", "Amt A · ohne Frist", "wird geändert, bisher 1.1.2", subject="measure:ZV/1.1"),)
    html = slide_html(Slide("entwurf-1", DRAFT_FIELD, "Entwurf: Wohnen", rows=rows), shown, 0, live=True)
    assert all(part in html for part in ("1.1 Bürgerbus", "Amt A · ohne Frist", "wird geändert, bisher 1.1.2"))


def test_every_status_has_its_word_beside_its_symbol() -> None:
    codes = [code for code in STATUS if code != "no_report"]
    plan = county(
        [measure(f"1.{n}") for n in range(len(STATUS))],
        log=[entry(f"1.{n}", code, "2021", reason="Grund") for n, code in enumerate(codes, 1)],
    )
    html = "".join(
        slide_html(one, (shown := stage(plan)), 0) for one in stage(plan).slides if one.word.startswith("hf")
    )
    for code, row in STATUS.items():
        assert f'<i class="slide-is-{code}"></i>{row.label}' in html
        assert f'.slide i.slide-is-{code}::before {{ content: "{row.symbol}" / ""; }}' in styles()
    assert shown.county == "Musterkreis"


def test_the_file_asks_for_nothing_and_is_german() -> None:
    file = offline(stage(county([measure("1.1")], log=[entry("1.1", "completed", "2021")]))).decode()
    assert file.startswith('<!DOCTYPE html>\n<html lang="de"')
    without_fonts = re.sub(r"base64,[^)]*", "", file)
    assert "default-src 'none'" in file
    assert re.findall(r"https?:|//|@import|<link[^>]+stylesheet|srcset|fetch\(|XMLHttp|WebSocket", without_fonts) == []
    assert re.findall(r"url\((.{0,21})", file) == ["data:font/woff;base64", "data:font/woff;base64"]
    assert "<noscript" not in file and file.count("<article id=") == 7


def test_the_same_stage_gives_the_same_bytes_and_the_registry_the_same_file() -> None:
    known = history(county([measure("1.1")]))
    shown = stage_of(known, "ZV", date(2021, 12, 31))
    assert offline(shown) == offline(stage_of(known, "ZV", date(2021, 12, 31)))
    entry_ = document("slides")
    assert entry_.make(Asked(known, date(2021, 12, 31), "ZV")) == offline(shown)
    assert document("folien", "html") is entry_
    assert entry_.file_name(Asked(known, date(2021, 12, 31), "ZV")) == "folien_zv_2021-12-31.html"


def test_the_file_of_one_office_counts_only_what_concerns_it() -> None:
    known = history(county([measure("1.1", responsible="Amt A"), measure("1.2", responsible="Amt B")]))
    data = document("slides").make(Asked(known, date(2021, 12, 31), "ZV", "Amt B"))
    assert [row["nr"] for row in slides(data)["hf-1"].rows] == ["1.2"]


def large() -> Stage:
    """A thousand measures of six fields with five milestones each, all of them open."""
    names = [(f"{n % 6 + 1}.{n}", n) for n in range(1000)]
    plan = county(
        [
            measure(name, due="31.12.2020", title=f"Beratung und Begleitung in der Gemeinde Nummer {n}")
            for name, n in names
        ],
        [milestone(name, str(part), due="30.06.2021") for name, _ in names for part in range(5)],
        [entry(name, "in_progress", "31.12.2020", text="Der Antrag liegt vor.") for name, _ in names],
    )
    return stage(plan)


def test_a_thousand_measures_with_all_their_slides_weigh_less_than_two_megabytes() -> None:
    shown = large()
    data = offline(shown)
    found = slides(data)
    assert len(data) < 2_000_000
    assert sum(word.startswith("hf-") for word in found) == 204
    assert sum(word.startswith("nicht-erreicht") for word in found) == 20
    assert found["nicht-erreicht-20"].texts("slide-line")[-1] == (
        "Und 5.900 weitere Einträge: Alle stehen im Jahresbericht."
    )
    kept = sum(word.startswith("massnahme-") for word in found)
    assert 0 < kept < 1000 and list(found.values())[-1].texts("slide-line") == [
        f"Damit die Datei klein bleibt, fehlen darin die Folien von {1000 - kept} offenen Maßnahmen. "
        "Auf der Leinwand sind alle zu sehen."
    ]


def test_few_bytes_keep_the_slides_of_the_whole() -> None:
    shown = stage(county([measure(f"1.{n}") for n in range(1, 21)]))
    full = offline(shown)
    less = slides(offline(shown, len(full) - 6_000))
    assert [word for word in less if not word.startswith("massnahme-")] == [
        "lage", "hf-1", "hf-1-2", "hf-1-3", "hf-1-4", "erreicht", "nicht-erreicht", "ueberfaellig", "jahre",
        "uebergaenge", "nicht-enthalten",
    ]  # fmt: skip
    left = sum(word.startswith("massnahme-") for word in less)
    assert 5 < left < 20
    assert less["nicht-enthalten"].texts("slide-line") == [
        f"Damit die Datei klein bleibt, fehlen darin die Folien von {20 - left} offenen Maßnahmen. "
        "Auf der Leinwand sind alle zu sehen."
    ]
    fewest = slides(offline(shown, 60_000))
    assert "hf-1-4" not in fewest and "Folien von Handlungsfeldern" in fewest["nicht-enthalten"].texts("slide-line")[0]


def test_texts_are_measured_in_the_font_and_shortened_only_where_nothing_else_helps() -> None:
    assert 40 < width("Maßnahme", 10) < 50 < width("Maßnahme", 12, True)
    assert lines("Ein Wort und noch eins", 1000, 40) == 1 and lines("Ein Wort und noch eins", 250, 40) == 2
    assert fitted("Wohnen", 1760, [(96, 1), (60, 2)]) == ("Wohnen", 96)
    assert fitted("Wohnen " * 12, 1760, [(96, 1), (60, 2)])[1] == 60
    assert lines("W" * 500, 1000, 40) >= 17
    text = shortened("Wort " * 500, 500, 40, 2)
    assert text.endswith("…") and lines(text, 500, 40) == 2


def test_a_title_is_as_large_as_it_fits_and_holds_numbers_and_nouns_together() -> None:
    shown = stage(county([measure("1.1")]))
    sizes = {}
    for title in (
        "Radverkehr fördern",
        "Familiengerechte Wohnungen schaffen helfen",
        ("Wort " * 20).strip(),
        ("Wort " * 50).strip(),
    ):
        html = slide_html(replace(shown.slides[0], title=title), shown, 0)
        found = re.search(r'<h1 class="slide-title" style="--s:(\d+)">([^<]*)', html)
        assert found is not None and found[2] == title
        sizes[title] = int(found[1])
    assert list(sizes.values()) == [96, 80, 60, 40]
    assert "3\u00a0Maßnahmen" in slide_html(replace(shown.slides[0], title="Es sind 3 Maßnahmen"), shown, 0)


def a_measure(*milestones: Row, words: str = "Der Antrag liegt vor.") -> tuple[list[int], int]:
    """A measure beside a form: the sizes of its facts and milestones, and how many milestones stand in a row."""
    facts = (
        ("Ziel", "Kindertagesbetreuung"), ("Zuständigkeit", "Jugend- und Sozialamt"), ("Frist", "31.12.2020"),
        ("Fortschritt", "0 %, erwartet 100 %"), ("Sachstand", words), ("Meldungen", "seit 1.127 Tagen keine"),
        ("Grund", "kein Grund gemeldet"),
    )  # fmt: skip
    own = Slide("massnahme-ZV-1.1", MEASURE, "Kitas", facts=facts, rows=milestones, status="preparing")
    html = slide_html(own, stage(county([measure("1.1")])), 0, live=True)
    assert html.count("<li>") == len(milestones) and "weitere" not in html
    sizes = [int(size) for size in re.findall(r'class="slide-(?:facts|milestones[^"]*)" style="--s:(\d+)', html)]
    return sizes, 2 if "slide-beside" in html else 1


def test_beside_a_form_a_measure_shows_all_its_milestones_as_large_as_its_column_holds_them() -> None:
    late = Row(
        "Küche Kita Regenbogen Artern", right="Frist 31.12.2020", status="preparing", overdue="730 Tage überfällig"
    )
    short = Row("Konzept", status="completed", right="seit 2021")
    assert a_measure(short, short) == ([36, 36], 1)
    assert a_measure(late, late, late) == ([36, 34], 1)
    told = "Stand 11.2019: 6 von 9 Anträgen berücksichtigt, mehr als 150.000 Euro freigegeben"
    assert a_measure(late, late, late, replace(late, overdue=""), words=told) == ([28, 24], 2)
    assert a_measure(short, short, short, short, late, short, late) == ([28, 24], 2)


def test_why_something_is_not_reached_is_read_from_afar() -> None:
    rows = tuple(
        Row("Ein Titel", "Amt A · Grund: Die Förderung ist noch nicht bewilligt.", status="cancelled") for _ in "1234"
    )
    html = slide_html(Slide("nicht-erreicht", MISSED, "Was nicht erreicht ist", rows=rows), stage(county([])), 0)
    assert re.findall(r'slide-below" style="--s:(\d+)', html) == ["32"] * 4


def test_the_letter_that_decides_on_the_stage_does_nothing_in_the_file() -> None:
    file = offline(stage(county([measure("1.1")]))).decode()
    assert "F11 für Vollbild" in file and "F für Vollbild" not in file and 'event.key === "f"' not in file
