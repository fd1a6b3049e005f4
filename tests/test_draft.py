"""The draft of the next agreement: what becomes of each measure, by the decision of the room."""

from dataclasses import replace
from datetime import date

import pytest
from draft_words import AS_OF, PLAN, drafted, known, notes, numbers, row_of

from audit_core.errors import AuditError
from audit_core.workshop.draft import draft_of
from audit_core.workshop.draft_counts import DraftCount, draft_counts, gap_lines, measures_of_field
from audit_core.workshop.said import words_of


def test_without_a_word_every_open_measure_is_undecided_and_a_fulfilled_one_just_does_not_go_on() -> None:
    draft = drafted("")
    assert (draft.measures, draft.ended, draft.goals, draft.gaps) == ((), (), (), ())
    assert [measure.number for measure in draft.undecided] == ["1.1", "1.2", "1.3"]
    assert gap_lines(draft) == ("Über 3 offene Maßnahmen ist noch nicht entschieden.",)


def test_a_measure_that_goes_on_keeps_its_words_its_office_and_names_its_predecessor() -> None:
    draft = drafted("1.2 decision continue")
    (row,) = draft.measures
    assert (row.measure.agreement, row.measure.number) == ("ZV3", "1.1.1")
    assert (row.measure.title, row.measure.responsible, row.measure.predecessor) == (
        "Maßnahme 1.2", "Amt A", ("ZV2", "1.2"),
    )  # fmt: skip
    assert (row.decision, row.subject, row.decided_by) == ("continue", "measure:ZV2/1.2", "Koordination")
    assert row.measure.included is None and row.measure.begin is None and row.closing is None
    assert row.measure.source == "Workshop zur Zielvereinbarung ZV2"
    assert [measure.number for measure in draft.undecided] == ["1.1", "1.3"]


def test_the_frist_in_force_goes_along_where_it_lies_in_the_next_agreement_else_a_new_one_is_missing() -> None:
    draft = drafted("1.1 decision continue\n1.2 decision continue\n1.3 decision continue")
    dues = [row.measure.due.text if row.measure.due else None for row in draft.measures]
    assert dues == [None, "30.06.2023", "Ende 2024"]
    assert row_of(draft, "1.1").gaps == (
        "neue Frist fehlt (bisher 31.12.2021)", "neue Frist fehlt bei 1 Meilenstein",
    )  # fmt: skip
    assert row_of(draft, "1.3").gaps == ()


def test_a_new_frist_counts_before_the_one_in_force_also_where_it_is_too_early() -> None:
    assert row_of(drafted("1.2 decision continue\n1.2 due Q4/2024"), "1.2").measure.due.last == date(2024, 12, 31)
    early = row_of(drafted("1.2 decision continue\n1.2 due 31.12.2022"), "1.2")
    assert early.measure.due.text == "31.12.2022"
    assert early.gaps == ("Frist 31.12.2022 liegt vor dem Beginn der nächsten Zielvereinbarung",)


def test_a_frist_that_is_no_date_is_a_gap_and_does_not_stand_in_the_draft() -> None:
    row = row_of(drafted("1.2 decision continue\n1.2 due sobald das Geld da ist"), "1.2")
    assert row.measure.due is None
    assert row.gaps == ("Frist ‚sobald das Geld da ist‘ ist kein Datum",)


def test_only_open_milestones_go_along_counted_anew_and_new_ones_come_behind_them() -> None:
    draft = drafted(
        """
        1.1 decision continue
        1.1 due 2024
        1.1#2 due 06.2023
        1.1#3 title Beschluss des Kreistags
        milestone:m1 of measure:ZV2/1.1
        milestone:m1 title Auswertung
        milestone:m1 responsible Stabsstelle
        milestone:m1 due 2024
        """
    )
    row = row_of(draft, "1.1")
    assert [(m.number, m.milestone, m.title, m.due and m.due.text, m.responsible) for m in row.milestones] == [
        ("1.1.1", "1", "Meilenstein 1.1/2", "06.2023", None),
        ("1.1.1", "2", "Beschluss des Kreistags", "31.03.2023", None),
        ("1.1.1", "3", "Auswertung", "2024", "Stabsstelle"),
    ]
    assert row.milestone_subjects == ("measure:ZV2/1.1#2", "measure:ZV2/1.1#3", "milestone:m1")
    assert row.gaps == ()


def test_a_milestone_can_be_ended_and_a_fulfilled_one_can_go_on() -> None:
    for ended in ("decision end", "left ja"):
        draft = drafted(f"1.1 decision continue\n1.1#2 {ended}\n1.1#1 decision continue")
        assert row_of(draft, "1.1").milestone_subjects == ("measure:ZV2/1.1#1", "measure:ZV2/1.1#3")
    back = drafted("1.1 decision continue\n1.1#2 left ja\n1.1#2 left nein")
    assert row_of(back, "1.1").milestone_subjects == ("measure:ZV2/1.1#2", "measure:ZV2/1.1#3")


def test_a_new_milestone_that_was_begun_and_left_empty_is_none() -> None:
    row = row_of(drafted("1.2 decision continue\nmilestone:m of measure:ZV2/1.2\nmilestone:m title"), "1.2")
    assert (row.milestones, row.gaps) == ((), ())


def test_words_of_the_room_replace_those_of_the_plan_also_where_it_just_goes_on() -> None:
    for decision in ("continue", "change"):
        row = row_of(
            drafted(
                f"""
                1.2 decision {decision}
                1.2 title Busse im   Stundentakt
                1.2 goal Mobilität
                1.2 description Auch am Sonntag
                1.2 responsible Amt für Verkehr
                """
            ),
            "1.2",
        )
        assert (row.measure.title, row.measure.goal) == ("Busse im Stundentakt", "Mobilität")
        assert (row.measure.description, row.measure.responsible) == ("Auch am Sonntag", "Amt für Verkehr")
        assert row.decision == decision


def test_a_replacement_has_the_words_of_the_room_the_predecessor_and_none_of_the_old_milestones() -> None:
    row = row_of(drafted("1.1 decision replace\n1.1 title Familienkarte\n1.1 reason Zu teuer\n1.1 due 2024"), "1.1")
    assert (row.measure.title, row.measure.predecessor, row.milestones) == ("Familienkarte", ("ZV2", "1.1"), ())
    assert (row.measure.responsible, row.measure.field_of_action, row.gaps) == ("Amt A", "1", ())
    assert row.closing is not None and row.closing.status == "replaced" and row.closing.reason == "Zu teuer"
    assert row.closing.text == "Ersetzt durch ZV3/1.1.1 Familienkarte."


def test_a_replacement_without_words_names_what_it_replaces_and_says_what_is_missing() -> None:
    row = row_of(drafted("1.1 decision replace"), "1.1")
    assert row.measure.title == "Ersatz für: Maßnahme 1.1"
    assert row.gaps == ("Wortlaut fehlt", "neue Frist fehlt", "Grund fehlt")


def test_a_measure_that_ends_is_not_in_the_draft_and_is_reported_as_cancelled_on_the_day_of_the_decision() -> None:
    draft = drafted("1.1 decision end\n1.1 reason Das Land zahlt nicht mehr")
    assert draft.measures == () and [measure.number for measure in draft.undecided] == ["1.2", "1.3"]
    (ended,) = draft.ended
    assert ended.closing is not None and ended.gaps == ()
    assert (ended.closing.item, ended.closing.status, ended.closing.stated_on) == (
        ("ZV2", "1.1", None), "cancelled", date(2022, 11, 20),
    )  # fmt: skip
    assert (ended.closing.reason, ended.closing.reported_by) == ("Das Land zahlt nicht mehr", "Workshop am 20.11.2022")


def test_an_end_without_a_reason_is_a_gap() -> None:
    draft = drafted("1.1 decision end")
    assert draft.ended[0].gaps == ("Grund fehlt",)
    assert gap_lines(draft) == (
        "Über 2 offene Maßnahmen ist noch nicht entschieden.", "ZV2/1.1 Maßnahme 1.1: Grund fehlt.",
    )  # fmt: skip


def test_a_success_that_does_not_go_on_stays_a_success_but_a_permanent_task_ends() -> None:
    draft = drafted("2.1 decision end\n2.1 reason erledigt\n2.2 decision end\n2.2 reason kein Bedarf")
    closing = {row.measure.number: row.closing and row.closing.status for row in draft.ended}
    assert closing == {"2.1": None, "2.2": "cancelled"}


def test_a_permanent_task_can_go_on_and_needs_no_frist() -> None:
    row = row_of(drafted("2.2 decision continue"), "2.2")
    assert row.measure.permanent and row.measure.due is None and row.gaps == ()


def test_a_new_measure_stands_behind_the_old_ones_of_its_goal() -> None:
    draft = drafted(
        """
        new:a title Familienbüro
        new:a field_of_action 1
        new:a responsible Jugendamt
        new:a due 2024
        new:b title Bericht
        new:b field_of_action Handlungsfeld 2
        new:b goal Transparenz
        1.2 decision continue
        """
    )
    assert numbers(draft) == [("1.1.1", "Maßnahme 1.2"), ("1.1.2", "Familienbüro"), ("2.1.1", "Bericht")]
    assert row_of(draft, "new:a").gaps == () and row_of(draft, "new:a").decision == ""
    assert row_of(draft, "new:b").gaps == ("zuständige Stelle fehlt", "Frist fehlt")


def test_goals_are_numbered_in_the_order_of_the_old_plan_then_the_new_ones() -> None:
    draft = drafted(
        """
        goal:g1 title Ganz neu
        goal:g1 field_of_action 1
        goal:g2 title Noch ohne Maßnahme
        goal:g2 field_of_action 2
        new:a title Erste
        new:a goal ganz neu
        new:b title Zweite
        new:b goal goal:g1
        1.3 decision continue
        1.3 goal Ein drittes
        1.2 decision continue
        """
    )
    assert numbers(draft) == [
        ("1.1.1", "Maßnahme 1.2"), ("1.2.1", "Erste"), ("1.2.2", "Zweite"), ("1.3.1", "Maßnahme 1.3"),
    ]  # fmt: skip
    assert [row.measure.goal for row in draft.measures] == ["", "Ganz neu", "Ganz neu", "Ein drittes"]
    assert draft.goals == (("goal:g2", "2", "Noch ohne Maßnahme"),)


def test_a_measure_without_a_field_of_action_or_words_is_kept_without_a_number_and_says_what_is_missing() -> None:
    draft = drafted("new:a title Irgendwo\nnew:b field_of_action 1\nnew:c title Anderswo\nnew:c field_of_action 9")
    assert [(row.measure.number, row.measure.title) for row in draft.measures] == [
        ("", "Irgendwo"), ("", ""), ("", "Anderswo"),
    ]  # fmt: skip
    assert not any(row.is_complete for row in draft.measures)
    assert [row.gaps[0] for row in draft.measures] == [
        "Handlungsfeld fehlt", "Wortlaut fehlt", "Handlungsfeld ‚9‘ gibt es nicht",
    ]  # fmt: skip
    assert gap_lines(draft)[-1] == "Noch nicht in den Dateien: ‚Irgendwo‘, ‚noch ohne Wortlaut‘, ‚Anderswo‘."


def test_what_was_struck_out_is_gone_and_comes_back_when_it_is_taken_back() -> None:
    struck = "new:a title Idee\nnew:a field_of_action 1\nnew:a left ja\n"
    assert drafted(struck).measures == ()
    assert numbers(drafted(f"{struck}\nnew:a left")) == [("1.1.1", "Idee")]


def test_a_milestone_whose_measure_is_not_in_the_draft_is_told_and_not_lost() -> None:
    draft = drafted("milestone:m of measure:ZV2/1.1\nmilestone:m title Bericht\n1.1 decision end\n1.1 reason x")
    assert draft.gaps == ("Der neue Meilenstein ‚Bericht‘ gehört zu keiner Maßnahme des Entwurfs.",)


def test_a_decision_about_a_measure_that_was_taken_out_of_the_plan_is_told() -> None:
    assert drafted("9.9 decision continue").gaps == (
        "Über die Maßnahme 9.9 ist entschieden, sie steht aber nicht mehr im Plan.",
    )


def test_of_two_decisions_written_at_once_the_newest_counts_and_is_a_gap() -> None:
    (one,) = notes("1.2 decision end", by="A")
    (other,) = notes("1.2 decision continue", by="B")
    draft = draft_of(known(), "ZV2", AS_OF, words_of((one, replace(other, sequence=one.sequence + 1))))
    row = row_of(draft, "1.2")
    assert (row.decision, row.decided_by, row.gaps) == ("continue", "B", ("zwei Fassungen: Ergebnis",))


def test_an_unknown_decision_is_none() -> None:
    assert [m.number for m in drafted("1.1 decision vielleicht").undecided] == ["1.1", "1.2", "1.3"]


def test_a_decision_about_one_measure_changes_no_number_of_another_goal() -> None:
    plan = PLAN + "\nmeasure 2.3 agreement=ZV2 due=2024\nmeasure 2.4 agreement=ZV2 due=2024\n"
    few = drafted("2.3 decision continue\n2.4 decision continue", plan)
    more = drafted("1.1 decision continue\n2.4 decision continue\n2.3 decision continue\n2.3 due 2024", plan)
    assert numbers(few) == [("2.1.1", "Maßnahme 2.3"), ("2.1.2", "Maßnahme 2.4")]
    assert numbers(more) == [("1.1.1", "Maßnahme 1.1"), *numbers(few)]


def test_the_draft_is_counted_per_field_of_action() -> None:
    draft = drafted(
        """
        1.1 decision change
        1.2 decision replace
        2.2 decision continue
        2.1 decision end
        new:a title Neu
        new:a field_of_action 2
        new:b title Irgendwo
        """
    )
    assert draft_counts(draft, known()) == (
        DraftCount("1", "Handlungsfeld 1", continued=0, changed=1, replaced=1, new=0, ended=0, undecided=1),
        DraftCount("2", "Handlungsfeld 2", continued=1, changed=0, replaced=0, new=1, ended=1, undecided=0),
        DraftCount("", "", continued=0, changed=0, replaced=0, new=1, ended=0, undecided=0),
    )
    assert [row.measure.number for row in measures_of_field(draft, "2")] == ["2.1.1", "2.1.2"]
    assert [count.drafted for count in draft_counts(draft, known())] == [2, 2, 1]


def test_a_draft_of_an_agreement_that_is_not_in_the_plan_is_refused_in_german() -> None:
    with pytest.raises(AuditError, match="Die Zielvereinbarung ‚ZV9‘ steht nicht"):
        draft_of(known(), "ZV9", AS_OF, words_of(()))
