"""The Vergleich as a table: kinds, counts, order, headline, and what the file holds."""

from datetime import date

import pytest
from counties import county_of

from audit_core.dates import end_of_day
from audit_core.standing import history, standing
from audit_core.tables.changes import Comparison, Figure, comparison
from audit_core.wording import changes as wording
from audit_core.wording.changes import Tally

CHANGED = """
agreement ZV    begin=01.01.2020
measure   1.1.1 due=31.12.2021
milestone 1.1.1/1 due=30.09.2020
milestone 1.1.1/2 due=30.11.2020
measure   1.1.2 due=30.04.2020
measure   2.1.1 due=31.03.2021
measure   2.1.2 included=01.10.2020
entry 1.1.1   preparing   2020-05-31
entry 1.1.1   in_progress 2020-10-31
entry 1.1.1/2 not_started 2020-05-31
entry 1.1.1/2 not_started 2020-10-31 new_due=31.05.2021
entry 1.1.2   partly      2020-05-31
entry 1.1.2   preparing   2020-10-31 new_due=31.12.2020
entry 2.1.1   in_progress 2020-05-31 progress=20
entry 2.1.1   in_progress 2020-11-30 progress=40
entry 2.1.1   in_progress 2020-06-15 progress=25 recorded=2020-08-01
"""


def seen(text: str, d1: str = "2020-06-30", d2: str = "2020-12-31", office: str | None = None) -> Comparison:
    known = history(county_of(text))
    return comparison(standing(known, date.fromisoformat(d1)), standing(known, date.fromisoformat(d2)), "all", office)


def test_every_change_is_in_the_list_of_its_kind() -> None:
    found = seen(CHANGED)
    assert [(part.kind, part.tally) for part in found.parts] == [
        ("forward", Tally(1, 0)),
        ("back", Tally(1, 0)),
        ("overdue", Tally(0, 1)),
        ("ended", Tally(1, 0)),
        ("due", Tally(1, 1)),
        ("new", Tally(1, 0)),
        ("progress", Tally(1, 0)),
        ("corrected", Tally(1, 0)),
    ]
    assert found.headline == "1 Maßnahme vorangekommen, 1 zurückgefallen, 1 Meilenstein neu überfällig."
    assert found.figures == (
        Figure("Vorangekommen", "1 von 4", "Maßnahmen, dazu kein Meilenstein"),
        Figure("Zurückgefallen", "1 von 4", "Maßnahmen, dazu kein Meilenstein"),
        Figure("Neu überfällig", "1", "1 nicht mehr überfällig"),
        Figure("Fristen verschoben", "2", "1 Maßnahme, 1 Meilenstein"),
    )
    assert found.help == "" and found.earlier is None


def test_the_rows_of_the_file_say_old_and_new() -> None:
    sheet = seen(CHANGED).sheets[""]
    assert sheet.header[:7] == ("Was", "Nr.", "Meilenstein", "Bezeichnung", "bisher", "jetzt", "Unterschied")
    assert [(row[0], row[1], row[2], *row[4:7]) for row in sheet.rows] == [
        ("vorangekommen", "1.1.1", None, "in Vorbereitung", "in Umsetzung", None),
        ("zurückgefallen", "1.1.2", None, "teilweise umgesetzt", "in Vorbereitung", None),
        ("neu überfällig", "1.1.1", "1", "nicht überfällig", "92 Tage überfällig", None),
        ("nicht mehr überfällig", "1.1.2", None, "61 Tage überfällig", "nicht überfällig", None),
        ("Frist verschoben", "1.1.2", None, "30.04.2020", "31.12.2020", "+245 Tage"),
        ("Frist verschoben", "1.1.1", "2", "30.11.2020", "31.05.2021", "+182 Tage"),
        ("neu dazugekommen", "2.1.2", None, "noch nicht da", "keine Meldung", None),
        ("Fortschritt geändert", "2.1.1", None, "25\xa0%", "40\xa0%", "+15 Punkte"),
        ("nachgetragen oder zurückgenommen", "2.1.1", None, "in Umsetzung", "in Umsetzung", None),
    ]
    assert seen(CHANGED).sheets["due"].rows == tuple(row for row in sheet.rows if row[0] == "Frist verschoben")
    assert seen(CHANGED).opened["due"] == (("ZV", "1.1.2"), ("ZV", "1.1.1"))


def test_handlungsfelder_are_counted_with_measures_and_milestones_apart() -> None:
    sheet = seen(CHANGED).field_sheet
    assert sheet.header == ("Nr.", "Handlungsfeld", "Was", "vorangekommen", "zurückgefallen", "sonstige", "neu")
    assert [row[2:] for row in sheet.rows] == [
        ("Maßnahmen", 1, 1, 0, 0), ("Meilensteine", 0, 0, 0, 0),
        ("Maßnahmen", 0, 0, 0, 1), ("Meilensteine", 0, 0, 0, 0),
    ]  # fmt: skip


def test_a_first_frist_is_not_a_shift() -> None:
    """R4: a first Frist that comes by an entry is none."""
    found = seen("measure 1.1.1\nentry 1.1.1 preparing 2020-05-31\nentry 1.1.1 preparing 2020-10-31 new_due=2021")
    assert [part.kind for part in found.parts] == ["first_due"]
    assert found.headline == "1 Maßnahme mit neu genannter Frist."
    assert found.sheets[""].rows[0][4:7] == ("ohne Frist", "31.12.2021", None)


TAKEN_OVER = """
agreement Z1 begin=01.01.2015 end=30.06.2020
agreement Z2 begin=01.07.2020
measure 1.1.1 agreement=Z1
measure 1.1.1 agreement=Z2 predecessor=Z1/1.1.1
"""


def test_what_a_successor_took_over_is_counted_with_the_other_changes_of_status() -> None:
    found = seen(TAKEN_OVER)
    assert [(part.kind, part.tally, part.note) for part in found.parts] == [
        ("new", Tally(1, 0), "1 Maßnahme"), ("other", Tally(1, 0), "1 Maßnahme, übernommen"),
    ]  # fmt: skip
    assert found.headline == "1 Maßnahme neu dazugekommen, 1 Maßnahme übernommen."
    assert found.moved == {"back": 0, "forward": 0, "other": 1}
    assert [row[2:] for row in found.field_sheet.rows] == [("Maßnahmen", 0, 0, 1, 1), ("Meilensteine", 0, 0, 0, 0)]
    assert found.sheets["other"].rows[0][4:6] == ("keine Meldung", "übernommen")


def test_of_several_other_changes_the_list_says_how_many_were_taken_over() -> None:
    """1.2.1 is postponed, 1.1.1 taken over: 2 measures are „sonstige“, one of them taken over."""
    found = seen(TAKEN_OVER + "measure 1.2.1 agreement=Z1\nentry 1.2.1 postponed 2020-10-31 agreement=Z1\n")
    (other,) = [part for part in found.parts if part.kind == "other"]
    assert (other.tally, other.note) == (Tally(2, 0), "2 Maßnahmen, davon 1 übernommen")
    assert found.moved["other"] == 2
    assert found.headline == "1 Maßnahme neu dazugekommen, 2 Maßnahmen mit sonstiger Statusänderung."


def test_nothing_changed_proposes_the_day_before_the_last_meldung() -> None:
    found = seen("measure 1.1.1\nentry 1.1.1 preparing 2020-05-31")
    assert found.parts == () and found.headline == "Nichts hat sich geändert."
    assert found.help.startswith("Zwischen dem 30.06.2020 und dem 31.12.2020 blieb in dieser Auswahl alles gleich.")
    assert found.earlier == date(2020, 5, 30)
    assert seen("measure 1.1.1").earlier is None


def test_nothing_changed_advises_only_what_is_not_chosen_yet() -> None:
    one, two = date(2020, 6, 30), date(2020, 12, 31)
    assert wording.no_change_help(one, two, False, one_agreement=False, one_office=False).endswith(
        "gleich. Wählen Sie oben einen früheren Vergleichstag."
    )
    assert wording.no_change_help(one, two, False, one_agreement=True, one_office=False).endswith(
        "Wählen Sie oben einen früheren Vergleichstag oder alle Zielvereinbarungen."
    )
    assert wording.no_change_help(one, one, True, one_agreement=True, one_office=True) == (
        "Am 30.06.2020 war in dieser Auswahl alles gleich, bis auf Nachgetragenes. "
        "Wählen Sie oben einen früheren Vergleichstag, alle Zielvereinbarungen oder alle Stellen."
    )
    assert seen("measure 1.1.1").help.endswith("Wählen Sie oben einen früheren Vergleichstag.")
    assert seen("measure 1.1.1", office="Amt A").help.endswith("einen früheren Vergleichstag oder alle Stellen.")


def test_only_corrections_are_not_called_changes() -> None:
    found = seen("measure 1.1.1\nentry 1.1.1 preparing 2020-05-31 recorded=2020-08-01")
    assert found.headline == "Nichts geändert; nur nachgetragen: 1 Maßnahme."
    assert "bis auf Nachgetragenes" in found.help and found.earlier == date(2020, 5, 30)


def test_before_the_first_measure_the_view_says_so() -> None:
    found = seen("agreement ZV begin=01.01.2022\nmeasure 1.1.1")
    assert found.headline == "Es gibt noch keine Maßnahme."
    assert found.help.startswith("Am 31.12.2020 gibt es in dieser Auswahl noch keine Maßnahme.")


def test_the_headline_of_an_office_names_it() -> None:
    assert seen("measure 1.1.1", office="Amt A").headline == "Amt A: nichts hat sich geändert."
    assert seen("measure 1.1.1", office="Amt B").headline == "Amt B: noch keine Maßnahme."
    assert seen(CHANGED, office="Amt A").headline.startswith("Amt A: 1 Maßnahme vorangekommen")


def test_one_day_with_two_kenntnisstaende_says_what_was_added() -> None:
    made = county_of("measure 1.1.1\nentry 1.1.1 preparing 2020-05-31 recorded=2020-08-01")
    day = date(2020, 6, 30)
    found = comparison(standing(history(made, end_of_day(day)), day), standing(history(made), day))
    assert found.headline == "Nachträge zum 30.06.2020 bei 1 Maßnahme."
    assert [part.kind for part in found.parts] == ["other", "corrected"] and found.help == ""


@pytest.mark.parametrize(
    ("found", "line"),
    [
        ({}, "Nichts hat sich geändert."),
        ({"forward": Tally(1, 4)}, "1 Maßnahme vorangekommen, keine zurückgefallen."),
        ({"forward": Tally(0, 18)}, "18 Meilensteine vorangekommen, keiner zurückgefallen."),
        ({"back": Tally(2)}, "2 Maßnahmen zurückgefallen."),
        ({"forward": Tally(0, 5), "back": Tally(1)}, "1 Maßnahme zurückgefallen."),
        ({"other": Tally(6, 4), "ended": Tally(0, 1)},
         "6 Maßnahmen und 4 Meilensteine mit sonstiger Statusänderung."),
        ({"forward": Tally(1), "overdue": Tally(0, 1), "due": Tally(1)},
         "1 Maßnahme vorangekommen, 1 Meilenstein neu überfällig, 1 Frist verschoben."),
        ({"forward": Tally(8), "back": Tally(1), "overdue": Tally(1, 17)},
         "8 Maßnahmen vorangekommen, 1 zurückgefallen, 18 Fristen neu überschritten."),
        ({"progress": Tally(1)}, "1 Maßnahme mit anderem Fortschritt."),
    ],
)  # fmt: skip
def test_headlines(found: dict[str, Tally], line: str) -> None:
    assert wording.headline(found) == line


def test_no_headline_is_longer_than_a_line() -> None:
    full = {kind: Tally(1234, 5678) for kind in wording.TITLE}
    assert len(wording.headline(full)) <= 75
    assert len(wording.headline(full, date(2020, 12, 31))) <= 75


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        (None, None, ""),
        (date(2020, 6, 30), None,
         "Kenntnisstand: 30.06.2020 wie am 30.06.2020 bekannt, 31.12.2020 mit allem, was bekannt ist"),
        (date(2020, 6, 30), date(2021, 1, 31),
         "Kenntnisstand: 30.06.2020 wie am 30.06.2020 bekannt, 31.12.2020 wie am 31.01.2021 bekannt"),
    ],
)  # fmt: skip
def test_the_line_of_the_kenntnisstaende(before: date | None, after: date | None, line: str) -> None:
    assert wording.known_line(date(2020, 6, 30), before, date(2020, 12, 31), after) == line


def test_the_line_of_one_day_with_two_kenntnisstaende() -> None:
    day = date(2020, 6, 30)
    assert wording.known_line(day, day, day, date(2021, 1, 31)) == (
        "Der 30.06.2020: was am 30.06.2020 bekannt war, gegenüber dem, was am 31.01.2021 bekannt war"
    )
