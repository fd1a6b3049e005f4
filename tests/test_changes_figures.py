"""The bars of the Vergleich: back to the left, forward and others to the right, names above."""

from datetime import date

from counties import county_of

from audit_core.figures.changes import DrawnComparison, drawn
from audit_core.standing import history, standing
from audit_core.terms import DIRECTION_COLOUR

MOVED = """
measure 1.1.1
measure 1.1.2
milestone 1.1.2/1
measure 2.1.1
entry 1.1.1 preparing 2020-05-31
entry 1.1.1 completed 2020-10-31
entry 1.1.2 partly 2020-05-31
entry 1.1.2 preparing 2020-10-31
entry 1.1.2/1 preparing 2020-10-31
"""


def seen(text: str) -> DrawnComparison:
    known = history(county_of(text))
    return drawn(standing(known, date(2020, 6, 30)), standing(known, date(2020, 12, 31)))


def test_a_bar_stands_on_both_sides_of_its_line() -> None:
    figure = seen(MOVED).moves
    assert figure is not None
    assert [(t.name, list(t.x), list(t.text)) for t in figure.data] == [
        ("zurückgefallen", [-1, 0], ["1", ""]),
        ("vorangekommen", [1, 0], ["1", ""]),
        ("sonstige", [1, 0], ["1", ""]),
    ]
    assert [t.marker.color for t in figure.data] == [DIRECTION_COLOUR[code] for code in ("back", "forward", "other")]
    assert list(figure.layout.xaxis.range) == [-1, 5]
    assert figure.data[2].customdata[0] == "Handlungsfeld 1: 1 Meilenstein"
    assert len(figure.layout.shapes) == 2


def test_names_stand_above_and_what_did_not_move_says_so() -> None:
    drawing = seen(MOVED)
    assert drawing.moves is not None
    texts = [note.text for note in drawing.moves.layout.annotations]
    assert texts == [
        '<span style="font-weight:600">1</span>  Handlungsfeld 1',
        '<span style="font-weight:600">2</span>  Handlungsfeld 2', "unverändert",
    ]  # fmt: skip
    assert drawing.moves_alt == (
        "Balken je Handlungsfeld, Maßnahmen und Meilensteine mit geändertem Status. "
        "1 Handlungsfeld 1: 1 Maßnahme zurückgefallen; 1 Maßnahme vorangekommen; 1 Meilenstein sonstige; "
        "2 Handlungsfeld 2: unverändert."
    )


def test_what_is_new_stands_beside_the_name() -> None:
    drawing = seen(MOVED + "measure 2.1.2 included=01.10.2020\n")
    assert drawing.moves is not None
    assert [note.text for note in drawing.moves.layout.annotations][2:] == ["1 neu"]
    assert drawing.moves_alt.endswith("2 Handlungsfeld 2: 1 Maßnahme neu.")


def test_without_a_changed_status_there_is_no_picture() -> None:
    assert seen("measure 1.1.1 due=30.09.2020").moves is None
