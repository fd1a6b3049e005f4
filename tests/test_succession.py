"""R13 by tables computed by hand: what became of every measure of an agreement in the next one."""

from datetime import date

import pytest
from counties import county_of, moment
from draft_words import real

from audit_core.agreement import County
from audit_core.balance import balance
from audit_core.standing import ALL, counted, history, standing
from audit_core.succession import Succession, successions
from audit_core.tables import balance_document
from audit_core.tables.succession import succession_table

EVERY_OUTCOME = """
agreement Z1 begin=2018 end=2020
agreement Z2 begin=2021
measure 1.1.1 agreement=Z1
measure 1.1.2 agreement=Z1
measure 1.1.3 agreement=Z1
measure 1.1.4 agreement=Z1
measure 1.1.5 agreement=Z1
measure 1.1.6 agreement=Z1
measure 1.1.7 agreement=Z1
measure 1.1.8 agreement=Z1
measure 1.1.9 agreement=Z1
measure 2.1.1 agreement=Z2 predecessor=Z1/1.1.2
measure 2.1.2 agreement=Z2 predecessor=Z1/1.1.3
measure 2.1.3 agreement=Z2 predecessor=Z1/1.1.5
measure 2.1.4 agreement=Z2
entry 1.1.1 completed   30.06.2020 agreement=Z1
entry 1.1.2 completed   30.06.2020 agreement=Z1
entry 1.1.3 replaced    30.06.2020 agreement=Z1
entry 1.1.4 replaced    30.06.2020 agreement=Z1
entry 1.1.5 cancelled   30.06.2020 agreement=Z1
entry 1.1.6 cancelled   30.06.2020 agreement=Z1
entry 1.1.7 ongoing     30.06.2020 agreement=Z1
entry 1.1.8 postponed   30.06.2020 agreement=Z1
"""
OUTCOMES = {
    "1.1.1": "done", "1.1.2": "taken_over", "1.1.3": "replaced", "1.1.4": "replaced", "1.1.5": "taken_over",
    "1.1.6": "cancelled", "1.1.7": "done", "1.1.8": "still_open", "1.1.9": "still_open",
}  # fmt: skip


def of(text: str | County, day: str, agreement: str = ALL, known: str | None = None) -> tuple[Succession, ...]:
    made = county_of(text) if isinstance(text, str) else text
    return successions(standing(history(made, moment(known) if known else None), date.fromisoformat(day)), agreement)


def fates(one: Succession) -> dict[str, str]:
    return {fate.measure.key.number: fate.outcome for fate in one.fates}


def named(found: tuple[Succession, ...]) -> list[str]:
    return [f"{one.old.code} {one.next.code}" for one in found]


def continued(one: Succession, number: str) -> list[str]:
    (fate,) = (fate for fate in one.fates if fate.measure.key.number == number)
    return [f"{later.key.agreement or '-'}/{later.key.number}" for later in fate.successors]


def test_every_measure_of_the_old_agreement_has_one_outcome_and_they_sum_to_its_count() -> None:
    (one,) = of(EVERY_OUTCOME, "2021-12-31")
    assert fates(one) == OUTCOMES
    assert one.counts == {"done": 2, "taken_over": 2, "replaced": 2, "cancelled": 1, "still_open": 2}
    assert (one.of, one.new.n, one.new.of) == (9, 1, 4)


def test_there_is_no_pair_before_the_next_agreement_has_begun() -> None:
    assert of(EVERY_OUTCOME, "2020-12-31") == ()
    assert named(of(EVERY_OUTCOME, "2021-01-01")) == ["Z1 Z2"]


@pytest.mark.parametrize(("agreement", "pairs"), [("all", 2), ("Z1", 1), ("Z2", 2), ("Z3", 1)])
def test_an_agreement_is_seen_in_the_pairs_in_which_it_is_the_old_or_the_next_one(agreement: str, pairs: int) -> None:
    assert len(of(f"{EVERY_OUTCOME}agreement Z3 begin=2022", "2022-01-01", agreement)) == pairs


def test_a_successor_that_does_not_exist_yet_takes_nothing_over() -> None:
    text = f"{EVERY_OUTCOME}measure 2.1.5 agreement=Z2 predecessor=Z1/1.1.9 included=01.07.2021"
    assert fates(of(text, "2021-06-30")[0])["1.1.9"] == "still_open"
    assert fates(of(text, "2021-07-01")[0])["1.1.9"] == "taken_over"


CHAIN = """
agreement Z1 begin=2018
agreement Z2 begin=2020
agreement Z3 begin=2022
measure 1.1.1 agreement=Z1
measure 1.1.2 agreement=Z1
measure 1.1.3 agreement=Z1
measure 2.1.1 agreement=Z2 predecessor=Z1/1.1.1
measure 2.1.2 agreement=Z2 predecessor=Z1/1.1.1
measure 3.1.1 agreement=Z3 predecessor=Z2/2.1.1
measure 3.1.2 agreement=Z3 predecessor=Z1/1.1.2
measure 4.1.1 agreement=- predecessor=Z1/1.1.3
"""


def test_a_chain_is_told_pair_by_pair() -> None:
    first, second = of(CHAIN, "2022-06-30")
    assert named((first, second)) == ["Z1 Z2", "Z2 Z3"]
    assert continued(first, "1.1.1") == ["Z2/2.1.1", "Z2/2.1.2"]
    assert continued(second, "2.1.1") == ["Z3/3.1.1"]
    assert fates(second) == {"2.1.1": "taken_over", "2.1.2": "still_open"}


def test_several_successors_make_one_measure_taken_over_once() -> None:
    assert of(CHAIN, "2021-06-30")[0].counts["taken_over"] == 2
    assert of(CHAIN, "2021-06-30")[0].of == 3


def test_a_successor_may_be_in_an_agreement_after_the_next_or_in_none() -> None:
    (early,) = of(CHAIN, "2021-12-31")
    assert fates(early) == {"1.1.1": "taken_over", "1.1.2": "still_open", "1.1.3": "taken_over"}
    late, _ = of(CHAIN, "2022-01-01")
    assert (continued(late, "1.1.2"), continued(late, "1.1.3")) == (["Z3/3.1.2"], ["-/4.1.1"])


def test_a_vorgaenger_in_the_same_agreement_counts_as_everywhere_else() -> None:
    text = f"{EVERY_OUTCOME}measure 1.1.10 agreement=Z1 predecessor=Z1/1.1.8"
    whole = standing(history(county_of(text)), date(2021, 12, 31))
    (one,) = successions(whole)
    assert fates(one)["1.1.8"] == "taken_over" and one.of == 10
    assert "1.1.8" not in [measure.key.number for measure in counted(whole)]


def test_agreements_of_one_beginn_do_not_follow_each_other() -> None:
    text = "agreement Z1 begin=2018\nagreement Z3 begin=2020\nagreement Z2 begin=2020\nagreement Z4 begin=2022\n"
    assert named(of(text, "2021-06-30")) == ["Z1 Z2", "Z1 Z3"]
    assert named(of(text, "2022-06-30")) == ["Z1 Z2", "Z1 Z3", "Z2 Z4", "Z3 Z4"]


def test_agreements_that_overlap_follow_by_their_beginn() -> None:
    text = "agreement Z1 begin=2018 end=2025\nagreement Z2 begin=2020 end=2021\nmeasure 1.1.1 agreement=Z1"
    (one,) = of(text, "2020-06-30")
    assert fates(one) == {"1.1.1": "still_open"}


def test_an_agreement_without_measures_has_a_pair_of_nothing() -> None:
    (one,) = of("agreement Z1 begin=2018\nagreement Z2 begin=2020\nmeasure 1.1.1 agreement=Z2", "2020-06-30")
    assert (one.of, set(one.counts.values()), one.new.n) == (0, {0}, 1)


def test_one_agreement_alone_or_none_has_no_pair() -> None:
    assert of("measure 1.1.1", "2021-12-31") == ()
    assert of("agreement Z1 begin=2018\nmeasure 1.1.1 agreement=-", "2021-12-31") == ()


def test_an_entry_recorded_after_the_kenntnisstand_changes_no_outcome() -> None:
    text = """
        agreement Z1 begin=2018
        agreement Z2 begin=2020
        measure 1.1.1 agreement=Z1
        entry 1.1.1 completed 30.06.2020 agreement=Z1 recorded=2021-03-01
        measure 2.1.1 agreement=Z2 predecessor=Z1/1.1.1 recorded=2021-05-01
    """
    assert fates(of(text, "2020-12-31", known="2021-01-01")[0]) == {"1.1.1": "still_open"}
    assert fates(of(text, "2020-12-31", known="2021-04-01")[0]) == {"1.1.1": "done"}
    assert fates(of(text, "2020-12-31")[0]) == {"1.1.1": "taken_over"}


def test_an_office_and_a_handlungsfeld_narrow_both_sides_of_a_pair() -> None:
    text = """
        agreement Z1 begin=2018
        agreement Z2 begin=2020
        measure 1.1.1 agreement=Z1 responsible=A
        measure 2.1.1 agreement=Z1 responsible=B
        measure 2.1.2 agreement=Z2 responsible=B predecessor=Z1/1.1.1
        measure 2.1.3 agreement=Z2 responsible=B
    """
    whole = standing(history(county_of(text)), date(2020, 12, 31))
    (by_office,) = successions(whole, responsible="A")
    assert (fates(by_office), by_office.new.of) == ({"1.1.1": "taken_over"}, 0)
    (by_field,) = successions(whole, field="2")
    assert (fates(by_field), by_field.new.n, by_field.new.of) == ({"2.1.1": "still_open"}, 1, 2)


def test_the_command_line_prints_every_pair_with_its_measures() -> None:
    text = """
        agreement Z1 begin=2018
        agreement Z2 begin=2020
        measure 1.1.1 agreement=Z1
        measure 1.1.2 agreement=Z1
        measure 2.1.1 agreement=Z2 predecessor=Z1/1.1.1
    """
    document = balance_document(county_of(text), 2020, date(2020, 6, 30))
    assert document["successions"] == [
        {
            "from": "Z1", "to": "Z2", "as_of": "2020-06-30", "of": 2, "new": {"n": 0, "of": 1},
            "counts": {"done": 0, "taken_over": 1, "replaced": 0, "cancelled": 0, "still_open": 1},
            "measures": [
                {"number": "1.1.1", "outcome": "taken_over", "successors": [{"agreement": "Z2", "number": "2.1.1"}]},
                {"number": "1.1.2", "outcome": "still_open", "successors": []},
            ],
        }
    ]  # fmt: skip
    assert balance_document(county_of(text), 2019)["successions"] == []


def test_lists_say_as_what_a_measure_goes_on_and_files_hold_every_measure() -> None:
    found = succession_table(standing(history(county_of(EVERY_OUTCOME)), date(2021, 12, 31)))
    (pair,) = found.pairs
    assert [one.heading for one in pair.lists] == [
        "Offen geblieben (2)", "Übernommen (2)", "Erledigt (2)", "Ersetzt (2)", "Entfallen (1)",
    ]  # fmt: skip
    still_open, taken, _, replaced, _ = pair.lists
    assert still_open.lines[0].below == ("Amt A, Stand\u00a030.06.2020",)
    assert still_open.lines[1].below == ("Amt A",) and still_open.lines[1].statuses == ("no_report",)
    assert taken.lines[0].title == "1.1.2 Maßnahme 1.1.2"
    assert taken.lines[0].below == ("übernommen als 2.1.1 Maßnahme 2.1.1", "bisher umgesetzt")
    assert taken.lines[0].statuses == ("no_report",)
    assert replaced.lines[0].below[0] == "ersetzt durch 2.1.2 Maßnahme 2.1.2"
    assert found.counted.rows == (("Z1 → Z2", 2, 2, 2, 1, 2, 9, 1, 4),)
    assert len(found.measures.rows) == 9
    assert found.measures.rows[1] == (
        "Z1", "Z2", "31.12.2021", "1.1.2", "Maßnahme 1.1.2", "übernommen", "umgesetzt", date(2020, 6, 30),
        "Z2 2.1.1 Maßnahme 2.1.1",
    )  # fmt: skip


def test_where_the_table_of_the_year_counts_what_was_replaced_as_taken_over_a_sentence_says_so() -> None:
    known = history(county_of(EVERY_OUTCOME))

    def note(day: date, agreement: str = ALL) -> tuple[str, int]:
        moved = balance(standing(known, date(day.year - 1, 12, 31)), standing(known, day), agreement)
        return succession_table(standing(known, day), agreement).note, moved.became("taken_over")

    (one,) = successions(standing(known, date(2021, 12, 31)))
    assert one.counts["taken_over"] == 2
    assert note(date(2021, 12, 31)) == (
        "Ersetzt: 1 davon zählt die Übergangstabelle als „übernommen“, weil sie einen Nachfolger hat.", 3,
    )  # fmt: skip
    assert note(date(2021, 12, 31), "Z1") == ("", 0)
    assert note(date(2022, 12, 31)) == ("", 0)


def test_what_became_of_the_musterkreis_in_2022_differs_by_the_one_measure_that_the_sentence_names() -> None:
    known, day = history(real("musterkreis")), date(2022, 12, 31)
    moved = balance(standing(known, date(2021, 12, 31)), standing(known, day))
    (one,) = successions(standing(known, day))
    assert (moved.became("taken_over"), one.counts["taken_over"]) == (5, 4)
    assert succession_table(standing(known, day)).note == (
        "Ersetzt: 1 davon zählt die Übergangstabelle als „übernommen“, weil sie einen Nachfolger hat."
    )


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        (EVERY_OUTCOME, "Von 9 Maßnahmen der Zielvereinbarung Z1 sind 2 erledigt, 2 übernommen, 2 ersetzt, "
                        "1 entfallen und 2 offen geblieben."),
        ("agreement Z1 begin=2018\nagreement Z2 begin=2020\nmeasure 1.1.1 agreement=Z1",
         "Die eine Maßnahme der Zielvereinbarung Z1 ist offen geblieben."),
        ("agreement Z1 begin=2018\nagreement Z2 begin=2020\nmeasure 1.1.1 agreement=Z1\nmeasure 1.1.2 agreement=Z1",
         "Alle 2 Maßnahmen der Zielvereinbarung Z1 sind offen geblieben."),
        ("agreement Z1 begin=2018\nagreement Z2 begin=2020",
         "In dieser Auswahl hat die Zielvereinbarung Z1 keine Maßnahmen."),
    ],
)  # fmt: skip
def test_a_pair_is_told_in_one_sentence(text: str, finding: str) -> None:
    found = succession_table(standing(history(county_of(text)), date(2021, 12, 31)))
    assert found.pairs[0].finding == finding
