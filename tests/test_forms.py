"""The live form of every kind of slide: whom it is about, its fields, what stands in them and what held before."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from counties import agreement, county, entry, measure, milestone

from audit_core.agreement import FieldOfAction
from audit_core.standing import history
from audit_core.store import Note
from audit_core.workshop import slides
from audit_core.workshop.forms import Field, Form, Group, form_of
from audit_core.workshop.said import words_of
from audit_core.workshop.slides import Row, Slide

END, TODAY = date(2021, 12, 31), date(2026, 7, 16)
AT = datetime(2026, 7, 16, 17, 42, tzinfo=UTC)
PLAN = (
    replace(measure("1.1", title="Beratung", due="31.12.2021", responsible="Jugendamt"), goal="Familien stärken",
            description="In allen Orten."),
    measure("1.2", title="Bericht", responsible=None),
    measure("1.1", agreement="ALT", title="Alte Beratung"),
)  # fmt: skip
KNOWN = history(
    county(
        PLAN,
        (milestone("1.1", "1", due="30.06.2021", responsible="Ämter"), milestone("1.1", "2", due="30.09.2021"),
         milestone("1.1", "3")),
        (entry("1.1", "in_progress", "30.06.2021", new_due="30.06.2022"), entry("1.1", "completed", "30.06.2021", "2"),
         entry("1.1", "cancelled", "30.06.2021", "3"), entry("1.1", "in_progress", "30.09.2021", "1", new_due="2022")),
        (agreement("ALT", "2015", "2019"), agreement("ZV", "2020", "2022")),
        (FieldOfAction("1", "Steuerung"), FieldOfAction("10", "Wohnen"), FieldOfAction("2", "Bildung")),
    )
)  # fmt: skip
BERATUNG = "measure:ZV/1.1"


def note(word: str, subject: str, field: str, text: str, *parents: str, by: str = "Koordination") -> Note:
    return Note(word, 1, subject, field, text, parents, by, AT)


def form(slide: Slide, *notes: Note) -> Form:
    stored = (replace(one, sequence=number) for number, one in enumerate(notes, 1))
    return form_of(slide, KNOWN, words_of(stored), "ZV", END, TODAY)


def measure_form(*notes: Note, subject: str = BERATUNG) -> Form:
    return form(Slide("massnahme-ZV-1.1", slides.MEASURE, "Beratung", subject=subject), *notes)


def field(group: Group, name: str) -> Field:
    return next(one for one in group.fields if one.name == name)


def test_a_measure_has_its_decision_then_all_that_can_be_said_of_it() -> None:
    found = measure_form()
    assert [(group.subject, group.heading) for group in found.groups] == [
        (BERATUNG, "Beratung"), ("measure:ZV/1.1#1", "Meilenstein 1: Meilenstein 1.1/1"),
    ]  # fmt: skip
    assert [(one.name, one.kind, one.label) for one in found.groups[0].fields] == [
        ("decision", "decision", "Ergebnis"), ("reason", "text", "Grund"), ("title", "text", "Neuer Wortlaut"),
        ("goal", "line", "Ziel"), ("responsible", "office", "Zuständige Stelle"), ("due", "date", "Neue Frist"),
        ("description", "text", "Beschreibung"),
    ]  # fmt: skip
    assert not found.by_row and found.offices == ("Ämter", "Amt A", "Jugendamt")


def test_what_holds_before_is_the_plan_with_the_frist_that_is_in_force_on_the_stichtag() -> None:
    group, open_milestone = measure_form().groups
    assert {one.name: one.before for one in group.fields} == {
        "decision": "", "reason": "", "title": "Beratung", "goal": "Familien stärken", "responsible": "Jugendamt",
        "due": "30.06.2022", "description": "In allen Orten.",
    }  # fmt: skip
    assert [(one.name, one.before) for one in open_milestone.fields] == [
        ("title", "Meilenstein 1.1/1"), ("due", "31.12.2022"),
    ]  # fmt: skip


def test_only_the_decisions_that_need_a_reason_ask_for_one() -> None:
    reason = field(measure_form().groups[0], "reason")
    assert reason.asked_for == ("replace", "end")
    assert reason.asked == "Bitte einen Grund aufschreiben: Er steht später im Protokoll."


def test_a_field_says_what_was_written_by_whom_and_when_and_what_the_next_version_stands_on() -> None:
    reason = field(measure_form(note("a", BERATUNG, "reason", "Kein Geld")).groups[0], "reason")
    assert (reason.text, reason.heads, reason.saved) == ("Kein Geld", ("a",), "gespeichert 19:42, Koordination")
    assert (reason.versions, reason.several) == ((), "")


def test_two_versions_are_both_shown_with_who_and_when() -> None:
    other = note("b", BERATUNG, "decision", "end", by="Jugendamt")
    decision = field(measure_form(note("a", BERATUNG, "decision", "continue"), other).groups[0], "decision")
    assert [(one.text, one.by, one.at) for one in decision.versions] == [
        ("continue", "Koordination", "19:42"), ("end", "Jugendamt", "19:42"),
    ]  # fmt: skip
    assert (decision.several, decision.heads) == ("Zwei Fassungen", ("a", "b"))


@pytest.mark.parametrize(("text", "problem"), [
    ("31.12.2027", ""), ("Ende 2027", ""), (" 2. Halbjahr 2027 ", ""), ("", ""), ("  ", ""),
    ("bald", "‚bald‘ ist kein Datum. Möglich sind zum Beispiel 31.12.2020, 12.2020, 2020 oder Q4/2020."),
    ("31.02.2027", "‚31.02.2027‘ gibt es nicht, der Februar 2027 hat 28 Tage."),
])  # fmt: skip
def test_a_frist_that_cannot_be_read_is_kept_and_answered(text: str, problem: str) -> None:
    due = field(measure_form(note("a", BERATUNG, "due", text)).groups[0], "due")
    assert (due.text, due.problem) == (text, problem)


@pytest.mark.parametrize(("text", "remark"), [
    ("31.12.2022", "liegt vor dem Beginn der nächsten Zielvereinbarung"), ("2025", "liegt vor dem heutigen Tag"),
    ("15.07.2026", "liegt vor dem heutigen Tag"), ("16.07.2026", ""), ("2026", ""), ("bald", ""), ("", ""),
])  # fmt: skip
def test_a_frist_before_the_next_agreement_or_before_today_gets_a_quiet_remark(text: str, remark: str) -> None:
    due = field(measure_form(note("a", BERATUNG, "due", text)).groups[0], "due")
    assert due.remark == remark


def test_a_measure_suggests_the_goals_of_its_handlungsfeld_and_the_new_ones_that_stay() -> None:
    notes = (
        note("a", "goal:g1", "field_of_action", "1"), note("b", "goal:g1", "title", "Nahversorgung"),
        note("c", "goal:g2", "field_of_action", "1"), note("d", "goal:g2", "title", "Gestrichenes"),
        note("e", "goal:g2", "left", "ja"), note("f", "goal:g3", "field_of_action", "2"),
        note("g", "goal:g3", "title", "Bildung für alle"), note("h", "new:n1", "field_of_action", "2"),
    )  # fmt: skip
    assert measure_form(*notes).goals == ("Familien stärken", "Nahversorgung")
    assert form(Slide("neu-2", slides.NEWS, "Neues", field_of_action="2"), *notes).goals == ("Bildung für alle",)
    new = Slide("neu-n1", slides.NEW_MEASURE, "Dorfladen", subject="new:n1")
    assert form(new, *notes).goals == ("Bildung für alle",)


def test_a_row_says_whether_it_waits_for_a_decision_by_its_status() -> None:
    rows = (Row("Bericht", subject="measure:ZV/1.2", status="completed"), Row("Beratung", subject=BERATUNG))
    found = form(Slide("hf-1", slides.FIELD, "Steuerung", rows=rows))
    assert [(group.subject, group.open) for group in found.groups] == [("measure:ZV/1.2", False), (BERATUNG, True)]


def test_new_milestones_stand_with_their_measure_and_can_be_struck_out() -> None:
    found = measure_form(
        note("a", "milestone:m1", "of", BERATUNG), note("b", "milestone:m1", "title", "Konzept"),
        note("c", "milestone:m2", "of", "measure:ZV/1.2"), note("d", "milestone:m1", "left", "ja"),
    )  # fmt: skip
    group = found.groups[-1]
    assert (len(found.groups), group.subject, group.heading) == (3, "milestone:m1", "Neuer Meilenstein")
    assert (field(group, "title").text, group.left and group.left.text) == ("Konzept", "ja")
    (adder,) = found.adders
    assert (adder.label, adder.group.kind, adder.given) == (
        "Meilenstein hinzufügen", "milestone", (("of", BERATUNG),),
    )  # fmt: skip


@pytest.mark.parametrize("subject", ["measure:ALT/1.1", "measure:ZV/9.9", "goal:a", "Wetter", ""])
def test_a_slide_about_what_this_workshop_cannot_decide_has_no_form(subject: str) -> None:
    found = measure_form(subject=subject)
    assert (found.groups, found.adders) == ((), ())


def test_the_rows_of_a_field_have_their_decision_and_a_new_measure_of_the_draft_can_be_struck_out() -> None:
    rows = (
        Row("Beratung", subject=BERATUNG), Row("Alt", subject="measure:ALT/1.1"), Row("Kopf"),
        Row("Dorfladen", subject="new:n1"),
    )  # fmt: skip
    slide = Slide("entwurf-1", slides.DRAFT_FIELD, "Entwurf", rows=rows)
    found = form(slide, note("a", "new:n1", "title", "Dorfladen"))
    assert found.by_row
    assert [(group.subject, [one.name for one in group.fields]) for group in found.groups] == [
        (BERATUNG, ["decision"]), ("new:n1", []),
    ]  # fmt: skip
    assert found.groups[1].left is not None and found.groups[1].heading == "Dorfladen"


def test_what_is_new_stands_in_its_field_of_action_goals_first() -> None:
    found = form(
        Slide("neu-2", slides.NEWS, "Neues", field_of_action="2"),
        note("a", "new:n1", "field_of_action", "2"), note("b", "new:n1", "title", "Dorfladen"),
        note("c", "goal:g1", "field_of_action", "2"), note("d", "goal:g1", "title", "Nahversorgung"),
        note("e", "new:n2", "field_of_action", "1"),
    )  # fmt: skip
    assert [(group.subject, field(group, "title").text) for group in found.groups] == [
        ("goal:g1", "Nahversorgung"), ("new:n1", "Dorfladen"),
    ]  # fmt: skip
    assert [(one.label, one.given) for one in found.adders] == [
        ("Ziel hinzufügen", (("field_of_action", "2"),)), ("Maßnahme hinzufügen", (("field_of_action", "2"),)),
    ]  # fmt: skip
    assert [one.name for one in found.adders[1].group.fields] == ["title", "goal", "responsible", "due"]


def test_a_new_measure_can_change_its_field_of_action_and_gets_milestones() -> None:
    found = form(
        Slide("neu-n1", slides.NEW_MEASURE, "Dorfladen", subject="new:n1"),
        note("a", "new:n1", "field_of_action", "2"), note("b", "milestone:m1", "of", "new:n1"),
    )  # fmt: skip
    assert [group.subject for group in found.groups] == ["new:n1", "milestone:m1"]
    chosen = field(found.groups[0], "field_of_action")
    assert (chosen.kind, chosen.text) == ("one_of", "2")
    assert chosen.options == (("1", "1 Steuerung"), ("2", "2 Bildung"), ("10", "10 Wohnen"))
    assert found.adders[0].given == (("of", "new:n1"),)


def test_the_draft_asks_how_the_next_agreement_is_called_and_how_long_it_runs() -> None:
    found = form(Slide("entwurf", slides.DRAFT, "Entwurf", subject="agreement"), note("a", "agreement", "code", "ZV3"))
    (group,) = found.groups
    assert [(one.name, one.label, one.kind, one.text) for one in group.fields] == [
        ("code", "Kürzel", "line", "ZV3"), ("title", "Titel", "line", ""), ("begin", "Beginn", "date", ""),
        ("end", "Ende", "date", ""),
    ]  # fmt: skip


def test_the_draft_proposes_what_holds_as_long_as_nobody_writes_something_else() -> None:
    facts = (("Kürzel", "ZV3"), ("Titel", "Zielvereinbarung 2023 bis 2025"), ("Beginn", "01.01.2023"), ("Ende", ""))
    proposed = form(Slide("entwurf", slides.DRAFT, "Entwurf", facts=facts, subject="agreement")).groups[0]
    assert [one.hint for one in proposed.fields] == [
        "Vorschlag: ZV3", "Vorschlag: Zielvereinbarung 2023 bis 2025", "Vorschlag: 01.01.2023", "etwa Ende 2027",
    ]  # fmt: skip
    plain = form(Slide("entwurf", slides.DRAFT, "Entwurf", subject="agreement")).groups[0]
    assert [one.hint for one in plain.fields] == [
        "zum Beispiel ZV3", "zum Beispiel Zielvereinbarung 2026 bis 2028", "etwa Ende 2027", "etwa Ende 2027",
    ]  # fmt: skip


@pytest.mark.parametrize("kind", [slides.SITUATION, slides.ACHIEVED, slides.MISSED, slides.OVERDUE, slides.YEARS])
def test_a_slide_that_is_only_looked_at_has_no_field(kind: str) -> None:
    found = form(Slide("lage", kind, "Wo wir stehen"))
    assert (found.groups, found.adders, found.by_row) == ((), (), False)
