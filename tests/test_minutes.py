"""The minutes of an evening: every decision once, what was new, what is open, and nothing that came later."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from draft_words import EVENING, LATER, PLAN, drafted, evening, known, notes, real, said, uploaded

from audit_core.errors import AuditError
from audit_core.standing import counted, history, standing
from audit_core.store import Note, Workshop
from audit_core.tables.blocks import Block, Facts, Heading, Paragraph, Point, Points, Report, Table
from audit_core.terms import is_open
from audit_core.workshop.minutes import minutes_of
from audit_core.workshop.minutes_values import record_of
from audit_core.workshop.subjects import of_measure

FIRST = """
    1.1 decision continue
    1.1 reason Hat sich bewährt
    1.1 responsible Amt B
    1.1 due 2024
    1.2 decision replace
    1.2 title Busse im Stundentakt
    2.2 decision continue
    new:a title Familienbüro
    new:a field_of_action 2
    new:a due bald
    milestone:m of new:a
    milestone:m title Konzept
    milestone:m due 06.2024
    goal:g title Bessere Wege
    new:z title Verworfenes
    new:z left ja
    agreement begin 2023
    agreement end irgendwann
"""
WHEN = "Festgehalten von Koordination am 20.11.2022, 19:00 Uhr"


def minutes(*said_notes: Note, number: int = 1) -> Report:
    return minutes_of(known(), evening(number), said_notes)


def section(report: Report, heading: str) -> list[Block]:
    """The blocks under a heading of level 2."""
    found: list[Block] = []
    inside = False
    for block in report.blocks:
        if isinstance(block, Heading) and block.level == 2:
            inside = block.text == heading
        elif inside:
            found.append(block)
    return found


def points(blocks: list[Block] | tuple[Block, ...]) -> dict[str, tuple[str, ...]]:
    """What stands below each point."""
    return {point.text: point.below for block in blocks if isinstance(block, Points) for point in block.items}


def texts(report: Report) -> Iterator[str]:
    """Every text of the blocks."""
    for block in report.blocks:
        match block:
            case Heading(text=text) | Paragraph(text=text):
                yield text
            case Points(items=items):
                for point in items:
                    yield from (point.text, *point.below)
            case Facts(rows=rows):
                yield from (text for row in rows for text in row)
            case Table(rows=rows):
                yield from (str(cell) for row in rows for cell in row)


def sentences(report: Report) -> list[str]:
    return [block.text for block in section(report, "Ergebnis") if isinstance(block, Paragraph)]


def test_the_head_says_what_when_who_the_stichtag_and_the_agreement() -> None:
    report = minutes(
        *notes(FIRST), *notes("1.2 reason Zu wenig genutzt", by="Jugendamt", at=EVENING + timedelta(hours=1))
    )
    assert (report.title, report.subtitle, report.county) == ("Protokoll: Herbst", "Vereinbarung ZV2", "Musterkreis")
    assert report.facts == (
        ("Art", "Strategieworkshop"), ("Begonnen", "20.11.2022, 19:00 Uhr"),
        ("Letzter Eintrag", "20.11.2022, 20:00 Uhr"),
        ("Mitgeschrieben", "Koordination; Jugendamt"), ("Bilanz zum Stichtag", "31.10.2022"),
        ("Zielvereinbarung", "ZV2, 01.01.2020 bis 31.12.2022"),
    )  # fmt: skip
    assert report.footer == "Musterkreis · Protokoll: Herbst · ZV2"
    assert report.warning == "Erfundener Landkreis: Musterkreis. Alle Angaben sind ausgedacht."


def test_the_result_is_one_sentence_and_what_was_not_open_stands_beside_it() -> None:
    assert sentences(minutes(*notes(FIRST))) == [
        "2 von 3 offenen Maßnahmen sind entschieden: 1 fortgeführt, 1 ersetzt.",
        "Dazu kommt 1 Ergebnis zu einer Maßnahme, die am Stichtag nicht offen war: 1 fortgeführt. "
        "Neu vorgeschlagen: 1 Ziel, 1 Maßnahme und 1 Meilenstein. Zu klären sind fehlende Angaben bei 3 Punkten.",
    ]


def test_the_table_counts_per_field_of_action() -> None:
    (table,) = [block for block in section(minutes(*notes(FIRST)), "Ergebnis") if isinstance(block, Table)]
    assert [column.head for column in table.columns] == [
        "Handlungsfeld", "fortgeführt", "geändert", "ersetzt", "neu", "beendet", "noch offen",
    ]  # fmt: skip
    assert table.rows == (
        ("1 Handlungsfeld 1", "1", "–", "1", "–", "–", "1"), ("2 Handlungsfeld 2", "1", "–", "–", "1", "–", "–"),
        ("zusammen", "2", "–", "1", "1", "–", "1"),
    )  # fmt: skip


def test_each_decision_says_why_who_until_when_and_who_took_it_down() -> None:
    found = section(minutes(*notes(FIRST)), "Ergebnisse zu den Maßnahmen")
    assert [block.text for block in found if isinstance(block, Heading)] == ["1 Handlungsfeld 1", "2 Handlungsfeld 2"]
    assert points(found) == {
        "1.1 Maßnahme 1.1: wird fortgeführt": (
            "Grund: Hat sich bewährt", "Zuständigkeit: Amt B, bisher Amt A", "Frist: 2024, bisher 31.12.2021",
            "Noch zu klären: neue Frist fehlt bei 1 Meilenstein", WHEN,
        ),
        "1.2 Maßnahme 1.2: wird ersetzt": (
            "Neuer Wortlaut: Busse im Stundentakt", "Zuständigkeit: Amt A",
            "Noch zu klären: neue Frist fehlt; Grund fehlt", WHEN,
        ),
        "2.2 Maßnahme 2.2: wird fortgeführt": (
            "Zuständigkeit: Amt A", "Festgehalten von Koordination am 20.11.2022, 19:01 Uhr",
        ),
    }  # fmt: skip


def test_what_is_new_stands_with_all_that_was_said_of_it_and_what_was_struck_out_apart() -> None:
    report = minutes(*notes(FIRST))
    later = "Festgehalten von Koordination am 20.11.2022, 19:01 Uhr"
    assert points(section(report, "Neu vorgeschlagen")) == {
        "Neues Ziel: Bessere Wege": ("Festgehalten von Koordination am 20.11.2022, 19:02 Uhr",),
        "Neue Maßnahme: Familienbüro": (
            "Handlungsfeld: 2 Handlungsfeld 2", "Frist: „bald“ (kein Datum)",
            "Neuer Meilenstein: Konzept (Frist: 06.2024)",
            "Noch zu klären: Frist ‚bald‘ ist kein Datum; zuständige Stelle fehlt", later,
        ),
    }  # fmt: skip
    assert points(section(report, "Wieder gestrichen")) == {"Verworfenes": ()}
    assert section(report, "Nächste Zielvereinbarung") == [
        Facts((("Beginn", "2023"), ("Ende", "irgendwann (im Entwurf: 31.12.2025)")))
    ]


def test_milestones_stand_with_their_measure() -> None:
    said_here = "1.2 decision continue\n1.1 decision continue\n1.1#2 left ja\n1.1#3 due 2025\n1.1#3 title Neu"
    report = minutes(*notes(said_here))
    assert section(report, "Wieder gestrichen") == []
    found = points(section(report, "Ergebnisse zu den Maßnahmen"))
    assert found["1.1 Maßnahme 1.1: wird fortgeführt"][1:3] == (
        "Meilenstein 2 Meilenstein 1.1/2: entfällt",
        "Meilenstein 3 Meilenstein 1.1/3: Neuer Wortlaut „Neu“, Frist 2025",
    )


def test_what_is_undecided_is_listed_with_what_was_said_about_it() -> None:
    report = minutes(*notes("1.1 decision continue\n1.2 due 2026"))
    assert points(section(report, "Noch nicht entschieden")) == {
        "1.2 Maßnahme 1.2": ("Frist: 2026, bisher 30.06.2023", WHEN), "1.3 Maßnahme 1.3": (),
    }  # fmt: skip


def test_a_decision_that_was_taken_back_is_none() -> None:
    report = minutes(*notes("1.1 decision end\n1.1 decision"))
    assert sentences(report) == ["Über keine der 3 offenen Maßnahmen ist entschieden."]
    assert list(points(section(report, "Noch nicht entschieden"))) == [
        "1.1 Maßnahme 1.1", "1.2 Maßnahme 1.2", "1.3 Maßnahme 1.3",
    ]  # fmt: skip


def test_an_evening_without_a_word_says_so() -> None:
    assert sentences(minutes()) == [
        "Über keine der 3 offenen Maßnahmen ist entschieden.", "An diesem Termin wurde nichts aufgeschrieben.",
    ]  # fmt: skip


def test_a_later_evening_changes_nothing_of_the_minutes_and_has_only_what_was_spoken_of_in_it() -> None:
    first = notes(FIRST)
    second = notes("1.3 decision end\n1.3 reason Fertig\n1.2 reason Zu teuer", workshop=2, at=LATER)
    assert minutes(*first, *second) == minutes(*first)
    later = minutes_of(known(), evening(2, "Winter", LATER), (*first, *second))
    assert sentences(later)[0] == "3 von 3 offenen Maßnahmen sind entschieden: 1 fortgeführt, 1 ersetzt, 1 beendet."
    assert sentences(later)[1].startswith("Davon wurden 2 an anderen Terminen entschieden. Dazu kommt 1 Ergebnis")
    found = points(section(later, "Ergebnisse zu den Maßnahmen"))
    assert found["1.3 Maßnahme 1.3: wird beendet"] == (
        "Grund: Fertig", "Festgehalten von Koordination am 21.11.2022, 09:00 Uhr",
    )  # fmt: skip
    assert found["1.2 Maßnahme 1.2: wird ersetzt"][-1] == (
        f"{WHEN}; zuletzt ergänzt von Koordination am 21.11.2022, 09:00 Uhr"
    )
    assert len(found) == 2 and section(later, "Neu vorgeschlagen") == []


def test_an_earlier_evening_written_in_afterwards_changes_nothing_of_the_minutes_of_the_later_one() -> None:
    first, second = notes("1.1 decision continue"), notes("1.2 decision end", workshop=2, at=LATER)
    afterwards = Note(
        "spät", 1, "measure:ZV2/1.1", "decision", "", (first[0].word,), "Koordination", LATER + timedelta(days=30),
        undoes=first[0].word, sequence=30_000,
    )  # fmt: skip
    winter = evening(2, "Winter", LATER)
    then = minutes_of(known(), winter, (*first, *second))
    assert sentences(then)[0] == "2 von 3 offenen Maßnahmen sind entschieden: 1 fortgeführt, 1 beendet."
    assert minutes_of(known(), winter, (*first, *second, afterwards)) == then
    assert sentences(minutes(*first, *second, afterwards))[0] == (
        "1 von 3 offenen Maßnahmen ist entschieden: 1 beendet."
    )


def test_an_earlier_evening_that_decides_otherwise_on_top_of_a_later_one_has_no_two_versions() -> None:
    (one,), (other,) = notes("1.1 decision continue"), notes("1.1 decision end", workshop=2, at=LATER)
    other = replace(other, parents=(one.word,))
    third = Note(
        "c", 1, "measure:ZV2/1.1", "decision", "change", (other.word,), "Koordination", LATER + timedelta(days=1),
        sequence=30_000,
    )  # fmt: skip
    report = minutes(one, other, third)
    assert section(report, "Was zwei verschieden aufgeschrieben haben") == []
    assert list(points(section(report, "Ergebnisse zu den Maßnahmen"))) == ["1.1 Maßnahme 1.1: wird geändert"]
    winter = minutes_of(known(), evening(2, "Winter", LATER), (one, other, third))
    assert list(points(section(winter, "Ergebnisse zu den Maßnahmen"))) == ["1.1 Maßnahme 1.1: wird beendet"]


def test_what_is_uploaded_later_changes_nothing_of_the_minutes() -> None:
    first = notes(FIRST)
    after, found = uploaded(drafted(FIRST), known().stored, LATER)
    assert len(after.measures) == len(known().stored.measures) + 4 and len(found) == 4
    changed = minutes_of(history(after), evening(), first)
    assert (changed.blocks, changed.facts, changed.known_by) == (
        minutes(*first).blocks,
        minutes(*first).facts,
        first[-1].recorded_at,
    )


def test_every_decision_stands_exactly_once_in_the_minutes_of_a_whole_county() -> None:
    county = real("musterkreis")
    here = history(county)
    at = EVENING.replace(year=2026)  # by then all of its Meldungen are recorded
    night = Workshop(1, "agreement", "ZV2", EVENING.date().replace(year=2025), "Winter", at, "Koordination")
    waiting = [m for m in counted(standing(here, night.as_of), "ZV2") if is_open(m.item.status)]
    codes = ("continue", "change", "replace", "end")
    rows = [(of_measure(m.key.measure).word, "decision", codes[place % 4]) for place, m in enumerate(waiting)]
    report = minutes_of(here, night, said(rows, at=at))
    told = list(texts(report))
    for m in waiting:
        assert sum(text.startswith(f"{m.key.number} {m.title}: wird ") for text in told) == 1
    assert sum(text.startswith("Festgehalten von") for text in told) == len(waiting)
    assert report.facts[0] == ("Art", "Zielvereinbarungsworkshop")
    assert sentences(report)[0].startswith(f"{len(waiting)} von {len(waiting)} offenen Maßnahmen sind entschieden: ")


def test_a_plan_that_was_not_known_yet_when_the_clock_was_wrong_is_read_as_it_is_today() -> None:
    plan = PLAN + "\nmeasure 1.9 agreement=ZV2 due=2024 recorded=2023-01-01\n"
    report = minutes_of(known(plan), evening(), notes("1.9 decision continue"))
    assert "1.9 Maßnahme 1.9: wird fortgeführt" in points(section(report, "Ergebnisse zu den Maßnahmen"))


def test_the_first_load_counts_also_where_the_clock_of_an_evening_is_behind_it() -> None:
    plan = """
        agreement ZV2 begin=2020 end=2022
        measure   1.1 agreement=ZV2
        measure   1.2 agreement=ZV2
        entry     1.2 completed 01.07.2021 agreement=ZV2 recorded=2024-01-01
    """
    report = minutes_of(known(plan), evening(), notes("1.1 decision continue"))
    assert sentences(report)[0] == "1 von 1 offenen Maßnahme ist entschieden: 1 fortgeführt."


def test_minutes_about_an_agreement_that_is_gone_are_refused_in_german() -> None:
    gone = Workshop(1, "strategy", "ZV9", EVENING.date(), "Herbst", EVENING, "Koordination")
    with pytest.raises(AuditError, match="Die Zielvereinbarung ‚ZV9‘ steht nicht"):
        minutes_of(known(), gone, ())


def test_a_milestone_of_a_measure_that_is_nowhere_is_not_lost() -> None:
    found = section(minutes(*notes("milestone:m of new:weg\nmilestone:m title Bericht")), "Neu vorgeschlagen")
    assert found == [Points((Point("Neuer Meilenstein: Bericht", (WHEN,)),))]


def test_the_record_names_what_is_decided_and_open_for_the_list_of_evenings() -> None:
    record = record_of(known(), evening(), notes(FIRST))
    assert (len(record.decided), len(record.undecided), record.elsewhere) == (2, 1, 0)
