"""What an upload does to the figures: five of them before and after, on a day that somebody can understand."""

from datetime import date
from pathlib import Path

import pytest
from counties import county as whole
from counties import entry, measure, milestone
from uploading import LATER, NOW, Desk

from audit_core import store
from audit_core.agreement import County
from audit_core.standing import ALL, history, standing
from audit_core.tables import status_document
from audit_core.tables.effect import Effect, effect, effect_day, touched
from audit_core.tables.situation import Situation, situation
from audit_core.upload import undo
from audit_core.upload.check import Lined
from audit_core.upload.preview import county_after

DAY = date(2021, 6, 30)
PLAN = {
    "measures": [measure("1.1", due="31.12.2020"), measure("1.2", due="31.12.2021")],
    "milestones": [milestone("1.1", "1", due="30.06.2020"), milestone("1.2", "1", due="30.09.2020")],
}


def at(county: County, day: date = DAY, code: str = ALL) -> Situation:
    return situation(standing(history(county), day), code)


def shown(found: Effect) -> list[tuple[str, str, str, int, str]]:
    return [(line.label, line.before, line.after, line.difference, line.tone) for line in found.lines]


def test_the_five_figures_stand_before_and_after_with_their_difference() -> None:
    """1.1 is overdue and both its milestone and that of 1.2; a fulfilled 1.1 takes its milestone along (R5)."""
    before = whole(**PLAN, log=[entry("1.2", "in_progress", "30.06.2021")])
    after = whole(**PLAN, log=[entry("1.2", "in_progress", "30.06.2021"), entry("1.1", "completed", "30.06.2021")])
    assert shown(effect(at(before), at(after))) == [
        ("Maßnahmen umgesetzt", "0 von 2", "1 von 2", 1, "green"),
        ("Meilensteine erreicht", "0 von 2", "0 von 2", 0, "gray"),
        ("Überfällige Maßnahmen", "1", "0", -1, "green"),
        ("Überfällige Meilensteine", "2", "1", -1, "green"),
        ("Ohne aktuelle Meldung", "1 von 2", "0 von 1", -1, "green"),
    ]


def test_what_falls_back_is_told_as_bad() -> None:
    before = whole(**PLAN, log=[entry("1.2", "completed", "30.06.2021")])
    after = whole(
        **PLAN,
        log=[entry("1.2", "completed", "30.06.2021"), entry("1.2", "partly", "30.06.2021", recorded="2021-08-01")],
    )
    found = effect(at(before), at(after))
    assert (found.lines[0].before, found.lines[0].after, found.lines[0].tone) == ("1 von 2", "0 von 2", "gray")
    assert found.lines[3].difference == 1 and found.lines[3].tone == "red"


def test_a_figure_whose_whole_alone_changes_is_changed() -> None:
    after = whole(measures=[*PLAN["measures"], measure("1.3")], milestones=PLAN["milestones"])
    found = effect(at(whole(**PLAN)), at(after))
    assert (found.lines[0].before, found.lines[0].after, found.lines[0].difference) == ("0 von 2", "0 von 3", 0)
    assert found.lines[0].is_changed and not found.is_none


def test_what_changes_no_figure_is_none() -> None:
    assert effect(at(whole(**PLAN)), at(whole(**PLAN))).is_none


def test_without_a_measure_there_is_no_n_of_0() -> None:
    assert effect(at(whole()), at(whole())).lines[0].before == "–"


TWO = {
    "zielvereinbarungen": "Kürzel;Titel;Beginn;Ende\nZV;Vereinbarung;2020;\nZW;Zweite;2021;\n",
    "massnahmen": "Nr.;Zielvereinbarung;Handlungsfeld;Maßnahme;Frist\n1.1;ZV;1;Netzwerk;31.12.2020\n"
    "1.2;ZV;1;Bericht;31.12.2021\n5.1;ZW;2;Haus;31.12.2020\n",
}
ENTRIES = "Nr.;Zielvereinbarung;Stand;Status"


@pytest.mark.parametrize(
    ("name", "lines", "agreement", "stated"),
    [
        ("meldungen", (ENTRIES, "1.1;ZV;30.06.2021;umgesetzt", "1.2;ZV;30.06.2020;offen"), "ZV", 2),
        ("meldungen", (ENTRIES, "5.1;ZW;30.06.2021;umgesetzt"), "ZW", 1),
        ("meldungen", (ENTRIES, "1.1;ZV;30.06.2021;umgesetzt", "5.1;ZW;30.06.2021;umgesetzt"), "all", 2),
        ("massnahmen", ("Nr.;Zielvereinbarung;Handlungsfeld;Maßnahme", "5.2;ZW;2;Hof"), "ZW", 0),
        ("handlungsfelder", ("Nr.;Handlungsfeld", "9;Neues"), "all", 0),
    ],
)
def test_the_scope_is_the_agreement_of_what_is_touched_and_its_numbers_are_those_of_the_status(
    name: str, lines: tuple[str, ...], agreement: str, stated: int, tmp_path: Path
) -> None:
    """The same before taking in, after it, and when it is taken back."""
    desk = Desk(tmp_path, **TWO)
    preview, county = desk.preview(*lines, name=f"{name}.csv"), store.load(desk.engine)
    there = county_after(county, preview.appended, NOW)
    found = touched(county, there)
    assert (found.agreement, len(found.stated)) == (agreement, stated)
    shown = effect(at(county, code=agreement), at(there, code=agreement))
    assert shown.agreement == agreement
    before, after = numbers(county, agreement), numbers(there, agreement)
    assert [line.before for line in shown.lines] == before and [line.after for line in shown.lines] == after
    number = desk.apply(*lines, name=f"{name}.csv")
    taken_in = store.load(desk.engine)
    assert numbers(taken_in, agreement) == after
    back = undo.preview_undo(desk.engine, number, LATER).after
    assert touched(taken_in, back).agreement == agreement
    assert numbers(back, agreement) == before


def numbers(county: County, agreement: str) -> list[str]:
    """The five figures as `status --json --agreement … --as-of 2021-06-30` says them, in words."""
    told = status_document(county, DAY, agreement=agreement)
    done, reached, late, stale = (told[name] for name in ("completion", "milestones", "overdue", "stale"))
    parts = [f"{part['n']} von {part['of']}" if part["of"] else "–" for part in (done, reached, stale)]
    return [*parts[:2], str(late["measures"]), str(late["milestones"]), parts[2]]


@pytest.mark.parametrize(
    ("stated", "day"),
    [
        ([], DAY),
        ([date(2020, 1, 1)], DAY),
        ([date(2021, 9, 30)], date(2021, 9, 30)),
        ([date(2030, 1, 1)], date(2022, 1, 1)),
    ],
)
def test_the_day_is_the_stichtag_or_the_newest_stand_but_never_after_today(stated: list[date], day: date) -> None:
    assert effect_day(DAY, stated, today=date(2022, 1, 1)) == day


def test_a_stichtag_in_the_future_stays_the_day() -> None:
    assert effect_day(date(2025, 1, 1), [date(2023, 1, 1)], today=date(2022, 1, 1)) == date(2025, 1, 1)


def test_a_new_version_of_the_plan_changes_the_figures() -> None:
    """The Frist of 1.1 moves behind the day, by a row of the plan and not by a Meldung."""
    county = whole(**PLAN)
    later = measure("1.1", due="31.12.2022", recorded="2021-06-01")
    after = county_after(county, [Lined(2, later)], later.recorded_at)  # type: ignore[arg-type]
    assert effect(at(county), at(after)).lines[2].difference == -1


def test_the_effect_of_a_second_change_of_the_plan_is_seen_before_it_is_written(tmp_path: Path) -> None:
    """1.2 is due on 31.12.2021, then on 31.12.2022, then on 31.12.2020: overdue on 30.06.2021."""
    desk = Desk(tmp_path)
    plan = "Nr.;Zielvereinbarung;Handlungsfeld;Maßnahme;Frist"
    desk.apply(plan, "1.2;ZV;1;Bericht;31.12.2022", name="massnahmen.csv")
    preview = desk.preview(plan, "1.2;ZV;1;Bericht;31.12.2020", name="massnahmen.csv", at=LATER)
    county = store.load(desk.engine)
    found = effect(at(county), at(county_after(county, preview.appended, LATER)))
    assert (found.lines[2].before, found.lines[2].after) == ("1", "2")
