"""The calendar of Fristen: what stands in it, and that it can be read in again and again."""

from datetime import date, timedelta
from pathlib import Path

import icalendar
import pytest
import vobject
from counties import agreement, county, entry, measure, milestone, moment

from audit_core.agreement import County, ItemKey, ReportEntry
from audit_core.documents.calendar import calendar
from audit_core.standing import history, standing
from audit_core.store import load, open_engine
from audit_core.tables.asked import Asked
from audit_core.tables.calendar import DueEvent, fristen
from audit_core.tables.situation import situation
from audit_core.upload import apply

DATA = Path(__file__).parents[1] / "data"


def asked(rows: County, day: str = "2021-06-30", office: str | None = None, known: str | None = None) -> Asked:
    return Asked(history(rows, moment(known) if known else None), date.fromisoformat(day), "all", office)


def events(data: bytes) -> dict[str, icalendar.Event]:
    """The events of a calendar by their title; a second reader finds as many."""
    read = icalendar.Calendar.from_ical(data)
    found = {str(event["summary"]): event for event in read.walk("VEVENT")}
    second = vobject.readOne(data.decode())
    assert len(getattr(second, "vevent_list", [])) == len(found)
    assert {one.summary.value for one in getattr(second, "vevent_list", [])} == set(found)
    return found


def one(rows: County, day: str = "2021-06-30", known: str | None = None) -> DueEvent:
    found = fristen(asked(rows, day, known=known)).events
    assert len(found) == 1
    return found[0]


def moved(*log: ReportEntry) -> County:
    return county([measure("1.2.1", due="30.09.2021", title="Netzwerk")], log=log)


MOVE = entry("1.2.1", "in_progress", "31.03.2021", new_due="31.12.2021", recorded="2021-04-01")


def test_frist_in_force_is_a_day_without_a_time_zone_on_which_nobody_is_busy() -> None:
    data = calendar(asked(moved(MOVE)))
    event = events(data)["Frist: 1.2.1 Netzwerk"]
    assert event["dtstart"].dt == date(2021, 12, 31) and event["dtend"].dt == date(2022, 1, 1)
    assert b"DTSTART;VALUE=DATE:20211231\r\n" in data and b"TZID" not in data
    assert (event["transp"], event["sequence"]) == ("TRANSPARENT", 2)
    assert str(event["description"]).split("\n") == [
        "Status: ▶ in Umsetzung, Stand 31.03.2021", "Terminlage: • im Plan",
        "Frist 31.12.2021 · einmal verschoben, zuerst 30.09.2021", "Zuständig: Amt A",
        "Handlungsfeld: 1 Handlungsfeld 1", "Zielvereinbarung: ZV", "So am Stichtag 30.06.2021.",
        "Erfundener Landkreis: Musterkreis. Alle Angaben sind ausgedacht.",
    ]  # fmt: skip
    assert [str(name) for name in event["categories"].cats] == ["Handlungsfeld 1", "Amt A"]
    assert event["dtstamp"].dt == event["last-modified"].dt == moment("2021-04-01")
    alarm = event.walk("VALARM")[0]
    assert (alarm["action"], alarm["trigger"].dt) == ("DISPLAY", timedelta(days=-14))
    assert alarm["description"] == "Frist: 1.2.1 Netzwerk. In 14 Tagen endet die Frist (31.12.2021)."


def test_read_in_again_a_moved_frist_moves_its_event_instead_of_doubling_it() -> None:
    before, after = one(moved()), one(moved(MOVE))
    assert before.uid == after.uid and before.uid.endswith("@auditmonitor")
    assert (before.due, after.due) == (date(2021, 9, 30), date(2021, 12, 31))
    assert after.sequence > before.sequence


def test_sequence_grows_with_a_later_stichtag_and_with_what_is_taken_back() -> None:
    later = entry("1.2.1", "partly", "30.09.2021", new_due="30.06.2022", recorded="2021-10-01")
    assert one(moved(MOVE, later), "2021-06-30").sequence < one(moved(MOVE, later), "2021-12-31").sequence
    back = moved(MOVE._replace(revoked_at=moment("2021-05-01")))
    assert one(back, known="2021-04-15").due == date(2021, 12, 31)
    assert one(back, known="2021-05-15").due == date(2021, 9, 30)
    assert one(back, known="2021-04-15").sequence == 2 and one(back, known="2021-05-15").sequence == 3
    assert one(back, known="2021-05-15").changed_at == moment("2021-05-01")


def test_what_was_recorded_after_the_kenntnisstand_changes_no_byte() -> None:
    later = entry("1.2.1", "completed", "31.05.2021", recorded="2021-08-01")
    assert calendar(asked(moved(MOVE), known="2021-07-01")) == calendar(asked(moved(MOVE, later), known="2021-07-01"))


def test_fulfilled_items_stay_without_an_alarm_and_what_left_is_cancelled() -> None:
    rows = county(
        [measure("1.1", due="2021"), measure("1.2", due="2021"), measure("1.3", due="2021", permanent=True)],
        [milestone("1.1", "1", due="31.07.2021"), milestone("1.2", "1", due="31.08.2021")],
        [
            entry("1.1", "completed", "31.03.2021"),
            entry("1.2", "cancelled", "31.03.2021"),
            entry("1.3", "in_progress", "31.03.2021"),
        ],
    )
    found = events(calendar(asked(rows)))
    assert list(found) == [
        "Frist: 1.1 M1 Meilenstein 1.1/1", "Frist: 1.2 M1 Meilenstein 1.2/1", "✓ erledigt: 1.1 Maßnahme 1.1",
        "Frist: 1.2 Maßnahme 1.2", "Frist: 1.3 Maßnahme 1.3",
    ]  # fmt: skip
    assert [event.get("status") for event in found.values()] == [None, "CANCELLED", None, "CANCELLED", None]
    assert not any(event.walk("VALARM") for event in found.values())


def test_measure_that_a_later_agreement_took_over_is_cancelled_under_its_old_uid() -> None:
    rows = county(
        [
            measure("1.1", agreement="A", due="31.12.2021"),
            measure("1.1", agreement="B", due="31.12.2022", predecessor=("A", "1.1")),
        ],
        agreements=[agreement("A", "01.01.2020", "31.05.2021"), agreement("B", "01.06.2021")],
    )
    before, (old, new) = one(rows, "2021-05-31"), fristen(asked(rows)).events
    assert (before.uid, before.cancelled, before.alarm) == (old.uid, False, True)
    assert (old.cancelled, old.alarm, new.cancelled) == (True, False, False)
    assert old.sequence > before.sequence and new.uid != old.uid


def test_calendar_holds_the_fristen_of_the_year_and_what_is_open_from_before() -> None:
    rows = county(
        [measure("1.1", due="2019"), measure("1.2", due="2019"), measure("1.3", due="2019"), measure("1.4")],
        log=[entry("1.2", "completed", "2019"), entry("1.3", "completed", "31.01.2021")],
    )
    found = events(calendar(asked(rows)))
    assert list(found) == ["Frist: 1.1 Maßnahme 1.1", "✓ erledigt: 1.3 Maßnahme 1.3"]
    overdue = found["Frist: 1.1 Maßnahme 1.1"]
    assert "Terminlage: ▲ überfällig, 547 Tage" in str(overdue["description"])
    assert not overdue.walk("VALARM")


def test_office_gets_its_own_items_and_without_a_frist_a_calendar_without_events() -> None:
    rows = county(
        [measure("1.1", due="2021", responsible="Jugendamt")],
        [milestone("1.1", "1", due="2021", responsible="Schulamt")],
    )
    assert list(events(calendar(asked(rows, office="Schulamt")))) == ["Frist: 1.1 M1 Meilenstein 1.1/1"]
    assert list(events(calendar(asked(rows, office="Jugendamt")))) == ["Frist: 1.1 Maßnahme 1.1"]
    empty = calendar(asked(rows, office="Kreistag"))
    assert events(empty) == {}
    read = icalendar.Calendar.from_ical(empty)
    assert read["x-wr-calname"] == "Fristen Musterkreis: Kreistag (erfunden)"
    assert "Alle Angaben sind ausgedacht." in str(read["x-wr-caldesc"])


def test_hard_texts_are_escaped_folded_by_bytes_and_read_as_they_were() -> None:
    title = "Straße; 😀, مرحبا \\ „Ä“\nzweite Zeile\x00\x07 END:VEVENT " + "ü" * 3000
    rows = county([measure("1.1", due="2021", title=title, responsible="Amt, Stelle; A")])
    data = calendar(asked(rows))
    assert max(len(line) for line in data.split(b"\r\n")) <= 75
    assert b"\x00" not in data and b"\x07" not in data
    found = events(data)
    assert list(found) == ["Frist: 1.1 " + title.replace("\x00\x07", "").replace("\n", " ")]
    assert [str(name) for name in next(iter(found.values()))["categories"].cats][1] == "Amt, Stelle; A"


def test_uid_tells_items_apart_that_share_a_number() -> None:
    keys = [ItemKey(None, "1"), ItemKey("1", "1"), ItemKey("1", "1", "1"), ItemKey("1", "11"), ItemKey("11", "1")]
    assert len({uid("Musterkreis", key) for key in keys}) == 5


def uid(county: str, item: ItemKey) -> str:
    return DueEvent(county, item, date.max, "", "", (), False, False, 0, None).uid


def test_uids_of_two_counties_differ_and_those_of_one_never_change() -> None:
    item = ItemKey("ZV1", "1.2.1", "3")
    assert uid("Musterkreis", item) != uid("Nachbarkreis", item)
    assert uid("Musterkreis", item) == "f245fb64c171a9eb2e49872adc8e64a126d30a9f@auditmonitor"
    assert uid("Musterkreis", item) == uid(" MUSTERKREIS ", item)
    assert one(moved()).uid == uid("Musterkreis", ItemKey("ZV", "1.2.1"))


def test_calendar_names_the_agreement_by_its_title_as_all_documents_do() -> None:
    rows = county([measure("1.1", agreement="A", due="2021")], agreements=[agreement("A")])
    about = fristen(Asked(history(rows), date(2021, 6, 30), "A")).about
    assert about.startswith("Vereinbarung A: Fristen der Maßnahmen und Meilensteine, wie sie am 30.06.2021 gelten.")


@pytest.mark.parametrize(("name", "day"), [("kyffhaeuserkreis", "2021-12-31"), ("musterkreis", "2024-12-31")])
def test_every_overdue_item_of_the_counties_stands_in_the_calendar_on_its_frist(
    name: str, day: str, tmp_path: Path
) -> None:
    engine = open_engine(f"sqlite:///{tmp_path}/audit.db")
    apply.load_folder(engine, DATA / name, moment("2026-01-02"))
    known = history(load(engine))
    engine.dispose()
    view = Asked(known, date.fromisoformat(day))
    data = calendar(view)
    assert data == calendar(view)
    events_of = {event.item: event for event in fristen(view).events}
    late = situation(standing(known, view.until)).overdue_items
    assert len(late) > 5
    assert [events_of[item.item].due for item in late] == [item.due for item in late]
    assert len(events(data)) == len(events_of)
