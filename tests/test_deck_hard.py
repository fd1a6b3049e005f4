"""Decks of odd counties: nothing in them, endless texts, odd signs, formulas; and how texts are fitted."""

import io
from dataclasses import replace
from datetime import date
from zipfile import ZipFile

from counties import county, county_of, entry, measure
from pptx import Presentation
from python_calamine import CalamineWorkbook

from audit_core.agreement import County, FieldOfAction
from audit_core.documents.deck import deck
from audit_core.documents.deck.embedded import workbook
from audit_core.documents.deck.fitting import best, even, fitted, lines
from audit_core.standing import history
from audit_core.tables.asked import Asked
from audit_core.tables.deck import deck_of

UNTIL = date(2021, 12, 31)
ODD = "=1+1 \x1b\x00 שלום مرحبا 👩‍👧 <b>&amp; \ufffe"
LONG = "Sehr langer Titel mit Umlauten äöü " * 90


def asked(plan: County) -> Asked:
    return Asked(history(plan), UNTIL)


def slide_texts(data: bytes) -> list[str]:
    found = []
    for slide in Presentation(io.BytesIO(data)).slides:
        texts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        for shape in slide.shapes:
            if shape.has_table:
                texts += [cell.text for row in shape.table.rows for cell in row.cells]
        frame = slide.notes_slide.notes_text_frame
        assert frame is not None
        found.append("\n".join([*texts, frame.text]))
    return found


def test_a_county_without_measures_has_two_slides_that_say_so() -> None:
    found = slide_texts(deck(asked(county())))
    assert len(found) == 2
    assert "Es gibt noch keine Maßnahme." in found[1] and "keine weiteren Folien" in found[1]
    assert len(slide_texts(deck(asked(County(""))))) == 2


def test_a_single_measure_without_anything_has_all_its_slides() -> None:
    found = deck_of(asked(county_of("agreement ZV begin=01.01.2020\nmeasure 1.1 responsible=-")))
    assert [slide.kind for slide in found.slides] == [
        "title", "year", "field", "overdue", "years", "transitions", "coming",
    ]  # fmt: skip
    texts = slide_texts(deck(asked(county_of("agreement ZV begin=01.01.2020\nmeasure 1.1 responsible=-"))))
    assert "Nichts ist überfällig" in texts[3] and "Keine Frist steht noch aus." in texts[6]


def test_texts_of_three_thousand_signs_are_shortened_visibly_and_stand_in_the_notes_in_full() -> None:
    long = LONG.strip()
    plan = county(
        [measure("1.1", title=long, responsible=long, due="31.12.2020"), measure("1.2", due="31.12.2022")],
        log=[entry("1.1", "postponed", "12.2021", reason=long), entry("1.2", "in_progress", "12.2021")],
        fields=[FieldOfAction("1", long)],
    )
    data = deck(asked(plan))
    texts = slide_texts(data)
    reasons = next(text for text in texts if text.startswith("Nicht erreicht"))
    assert len(long) > 3000 and reasons.count(long) >= 3 and "…" in reasons
    for slide in Presentation(io.BytesIO(data)).slides:
        shown = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        assert max(map(len, shown)) < 400


def test_odd_signs_and_formulas_stay_texts() -> None:
    plan = county(
        [measure("1.1", title=ODD, responsible=ODD, due="31.12.2020")],
        log=[entry("1.1", "in_progress", "12.2021", reason=ODD)],
        fields=[FieldOfAction("1", ODD)],
    )
    data = deck(asked(replace(plan, name=ODD)))
    assert all("=1+1 שלום مرحبا 👩‍👧 <b>&amp;" in text for text in slide_texts(data))
    with ZipFile(io.BytesIO(data)) as packed:
        sheets = [packed.read(name) for name in packed.namelist() if name.endswith(".xlsx")]
    assert len(sheets) >= 4
    cells = CalamineWorkbook.from_filelike(io.BytesIO(sheets[0])).get_sheet_by_index(0).to_python()
    assert cells == [["", "in Umsetzung"], ["1 =1+1 שלום مرحبا 👩‍👧 <b>&amp;", 1.0]]


def test_the_workbook_of_a_chart_holds_names_and_values() -> None:
    data = workbook(["+49", "2021\n1 von 2"], [("umgesetzt", (3, 0))])
    assert b"<f>" not in b"".join(ZipFile(io.BytesIO(data)).read(n) for n in ZipFile(io.BytesIO(data)).namelist())
    rows = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()
    assert rows == [["", "umgesetzt"], ["+49", 3.0], ["2021\n1 von 2", 0.0]]


def test_a_text_is_set_smaller_before_it_is_shortened() -> None:
    text = "Kindertagesbetreuungsbedarfsplan fortschreiben"
    assert best(text, 400, [(16, 1), (12, 1)]) == (text, 16, 1)
    assert best(text, 300, [(16, 1), (12, 1)]) == (text, 12, 1)
    shown, size, taken = best(text, 100, [(16, 1), (12, 1)])
    assert shown.endswith("…") and text.startswith(shown[:-1]) and (size, taken) == (12, 1)
    assert lines(fitted(LONG, 300, 16, 2), 300, 16) <= 2


def test_lines_of_a_title_are_about_equal_and_never_end_with_a_number() -> None:
    text = "2021 wurde keine Maßnahme umgesetzt; 4 von 9 Meilensteinen kamen fristgerecht."
    assert lines(text, 870, 28, bold=True) == 2
    narrow = even(text, 870, 28, bold=True)
    assert 480 < narrow < 700 and lines(text, narrow, 28, bold=True) == 2


def test_two_slides_with_one_finding_are_told_apart() -> None:
    plan = county(
        [measure("1.1", field="1"), measure("2.1", field="2")],
        fields=[FieldOfAction("1", "Bildung"), FieldOfAction("2", "Bildung")],
    )
    titles = [slide.title for slide in deck_of(asked(plan)).slides]
    assert "Bildung: noch keine Meldung, nichts überfällig." in titles
    assert "Bildung: noch keine Meldung, nichts überfällig. (2)" in titles
