"""The sentences of a Jahresbericht: plural and case of every number, and the empty cases."""

from datetime import date

import pytest

from audit_core.agreement import ItemKey
from audit_core.balance import OnTime
from audit_core.overdue import DueItem
from audit_core.standing import Completion, Share
from audit_core.wording.annual_report import goals, happenings, missed, outlook, result
from audit_core.wording.annual_report.counting import (
    EVENT,
    MEASURE,
    MILESTONE,
    OPEN_MEASURE,
    SITTING,
    both,
    listed,
    part_of,
    some,
)
from audit_core.wording.subject import agreement_name

DAY, LATER = date(2021, 12, 31), date(2022, 12, 31)


@pytest.mark.parametrize(
    ("n", "measure", "milestone", "event"),
    [
        (0, "keine Maßnahme", "kein Meilenstein", "kein Ereignis"),
        (1, "eine Maßnahme", "ein Meilenstein", "ein Ereignis"),
        (2, "zwei Maßnahmen", "zwei Meilensteine", "zwei Ereignisse"),
        (12, "zwölf Maßnahmen", "zwölf Meilensteine", "zwölf Ereignisse"),
        (13, "13 Maßnahmen", "13 Meilensteine", "13 Ereignisse"),
        (1200, "1.200 Maßnahmen", "1.200 Meilensteine", "1.200 Ereignisse"),
    ],
)
def test_a_counted_noun_has_its_number(n: int, measure: str, milestone: str, event: str) -> None:
    assert (some(n, MEASURE), some(n, MILESTONE), some(n, EVENT)) == (measure, milestone, event)


@pytest.mark.parametrize(
    ("n", "measure", "milestone", "open_measure"),
    [
        (0, "keiner Maßnahme", "keinem Meilenstein", "keiner offenen Maßnahme"),
        (1, "einer Maßnahme", "einem Meilenstein", "einer offenen Maßnahme"),
        (3, "drei Maßnahmen", "drei Meilensteinen", "drei offenen Maßnahmen"),
    ],
)
def test_a_counted_noun_has_its_dative(n: int, measure: str, milestone: str, open_measure: str) -> None:
    assert some(n, MEASURE, "dative") == measure
    assert some(n, MILESTONE, "dative") == milestone
    assert some(n, OPEN_MEASURE, "dative") == open_measure


def test_a_counted_noun_has_its_accusative() -> None:
    assert [some(n, MILESTONE, "accusative") for n in (0, 1, 2)] == [
        "keinen Meilenstein", "einen Meilenstein", "zwei Meilensteine",
    ]  # fmt: skip
    assert some(1, SITTING, "accusative") == "eine Sitzung"


@pytest.mark.parametrize(
    ("n", "of", "words"),
    [
        (0, 4, "keine von vier Maßnahmen"), (1, 4, "eine von vier Maßnahmen"), (3, 4, "drei von vier Maßnahmen"),
        (0, 20, "keine von 20 Maßnahmen"), (1, 20, "eine von 20 Maßnahmen"), (9, 20, "neun von 20 Maßnahmen"),
        (12, 12, "zwölf von zwölf Maßnahmen"), (2, 13, "zwei von 13 Maßnahmen"),
        (13, 20, "13 von 20 Maßnahmen"),
    ],
)  # fmt: skip
def test_a_part_writes_each_number_up_to_twelve_as_a_word(n: int, of: int, words: str) -> None:
    assert part_of(n, MEASURE, of) == words


def test_measures_and_milestones_together_leave_out_what_there_is_none_of() -> None:
    assert [both(1, 0), both(0, 1), both(2, 3), both(1, 1, "dative")] == [
        "eine Maßnahme", "ein Meilenstein", "zwei Maßnahmen und drei Meilensteine",
        "einer Maßnahme und einem Meilenstein",
    ]  # fmt: skip


def test_words_are_listed_with_und_before_the_last() -> None:
    said = [listed([]), listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])]
    assert said == ["", "a", "a und b", "a, b und c"]


@pytest.mark.parametrize(
    ("n", "sentence"),
    [
        (0, "Im Jahr 2021 wurde keine Maßnahme umgesetzt."),
        (1, "Im Jahr 2021 wurde eine Maßnahme umgesetzt."),
        (2, "Im Jahr 2021 wurden zwei Maßnahmen umgesetzt."),
    ],
)
def test_the_verb_agrees(n: int, sentence: str) -> None:
    assert happenings.completed(n, DAY) == sentence


@pytest.mark.parametrize(
    ("then", "measures", "sentence"),
    [
        (Completion(0, 0, 0, 0), 0, "Am 31.12.2021 gab es davon noch keine."),
        (Completion(0, 0, 1, 1), 1, "Am 31.12.2021 gab es keine Maßnahme, die zu zählen war."),
        (Completion(0, 1, 0, 0), 1, "Am 31.12.2021 war die damals einzige Maßnahme noch nicht umgesetzt."),
        (Completion(1, 1, 0, 0), 1, "Am 31.12.2021 war die damals einzige Maßnahme umgesetzt."),
        (Completion(0, 5, 0, 0), 5, "Am 31.12.2021 war keine von fünf Maßnahmen umgesetzt."),
        (Completion(3, 5, 0, 0), 5, "Am 31.12.2021 waren drei von fünf Maßnahmen umgesetzt."),
        (Completion(5, 5, 0, 0), 5, "Am 31.12.2021 waren alle fünf damaligen Maßnahmen umgesetzt."),
        (Completion(2, 2, 0, 0), 2, "Am 31.12.2021 waren beide damaligen Maßnahmen umgesetzt."),
    ],
)
def test_the_year_before_is_a_sentence_for_every_count(then: Completion, measures: int, sentence: str) -> None:
    assert result.before(then, measures, DAY) == sentence


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        (OnTime(0, 0, 0), "Kein Meilenstein hatte seine Frist im Jahr 2021."),
        (OnTime(1, 0, 0), "Der einzige Meilenstein mit Frist im Jahr 2021 wurde fristgerecht erreicht."),
        (OnTime(0, 1, 0), "Der einzige Meilenstein mit Frist im Jahr 2021 wurde später erreicht."),
        (OnTime(0, 0, 1), "Der einzige Meilenstein mit Frist im Jahr 2021 ist noch offen."),
        (OnTime(2, 0, 0), "Beide Meilensteine mit Frist im Jahr 2021 wurden fristgerecht erreicht."),
        (OnTime(3, 0, 0), "Alle drei Meilensteine mit Frist im Jahr 2021 wurden fristgerecht erreicht."),
        (OnTime(0, 1, 1), "Keiner von zwei Meilensteinen mit Frist im Jahr 2021 wurde fristgerecht erreicht, "
                          "einer später, einer ist noch offen."),
        (OnTime(1, 0, 4), "Einer von fünf Meilensteinen mit Frist im Jahr 2021 wurde fristgerecht erreicht, "
                          "vier sind noch offen."),
        (OnTime(0, 0, 2), "Keiner von zwei Meilensteinen mit Frist im Jahr 2021 wurde fristgerecht erreicht, "
                          "beide sind noch offen."),
        (OnTime(0, 3, 0), "Keiner von drei Meilensteinen mit Frist im Jahr 2021 wurde fristgerecht erreicht, "
                          "alle drei später."),
        (OnTime(13, 0, 1), "Von 14 Meilensteinen mit Frist im Jahr 2021 wurden 13 fristgerecht erreicht, "
                           "einer ist noch offen."),
    ],
)  # fmt: skip
def test_how_many_came_in_time_is_a_sentence_for_every_count(found: OnTime, sentence: str) -> None:
    assert happenings.on_time(found, DAY) == sentence


@pytest.mark.parametrize(
    ("measures", "milestones", "was", "sentence"),
    [
        (0, 0, (0, 0), "Nichts ist überfällig; am 31.12.2021 war es auch so."),
        (0, 0, (1, 0), "Nichts ist überfällig; am 31.12.2021 war eine Frist überschritten."),
        (0, 0, (1, 2), "Nichts ist überfällig; am 31.12.2021 waren drei Fristen überschritten."),
        (1, 0, (0, 0), "Eine Maßnahme ist überfällig; am 31.12.2021 war nichts überfällig."),
        (0, 1, (0, 1), "Ein Meilenstein ist überfällig; am 31.12.2021 war es ein Meilenstein."),
        (2, 13, (1, 1), "Zwei Maßnahmen und 13 Meilensteine sind überfällig; am 31.12.2021 waren es eine Maßnahme "
                        "und ein Meilenstein. Am längsten, seit 1 Tag: 1.1 Bus."),
    ],
)  # fmt: skip
def test_what_is_overdue_is_a_sentence_for_every_count(
    measures: int, milestones: int, was: tuple[int, int], sentence: str
) -> None:
    item = DueItem(ItemKey("ZV", "1.1"), "Bus", None, DAY, DAY, 0, 1, "in_progress", "Bus", "1")
    assert result.overdue(measures, milestones, was, DAY, ("1.1 Bus", item)) == sentence


def test_progress_below_what_was_expected_is_said_for_every_share_of_the_fields() -> None:
    low, lower = ("Bildung", 0.3, 0.5), ("Wohnen", 0.1, 0.9)
    far = "liegt der Fortschritt unter dem, was nach den Fristen zu erwarten war"
    said = [
        result.behind([], 0, 0), result.behind([], 0, 2), result.behind([], 3, 0), result.behind([], 3, 2),
        result.behind([low], 1, 0), result.behind([low, lower], 2, 0), result.behind([low, lower], 13, 1),
    ]  # fmt: skip
    assert [sentence.replace("\u00a0", " ") for sentence in said] == [
        "",
        "Was nach den Fristen zu erwarten war, lässt sich für kein Handlungsfeld sagen.",
        "In jedem Handlungsfeld ist der Fortschritt mindestens so groß, wie nach den Fristen zu erwarten war.",
        "In drei Handlungsfeldern ist der Fortschritt mindestens so groß, wie nach den Fristen zu erwarten war. "
        "Für zwei weitere lässt sich das nicht sagen.",
        f"Im einzigen Handlungsfeld {far}: Bildung (Fortschritt 30 %, erwartet 50 %).",
        f"In beiden Handlungsfeldern {far}, am weitesten in Wohnen (Fortschritt 10 %, erwartet 90 %).",
        f"In zwei von 13 Handlungsfeldern {far}, am weitesten in Wohnen (Fortschritt 10 %, erwartet 90 %). "
        "Für ein weiteres lässt sich das nicht sagen.",
    ]


def test_silence_is_a_sentence_for_every_count() -> None:
    shares = (Share(0, 0), Share(0, 3), Share(1, 1), Share(2, 2), Share(3, 3), Share(1, 3), Share(2, 14))
    assert [result.silent(share) for share in shares] == [
        "",
        "Zu jeder offenen Maßnahme gibt es eine aktuelle Meldung.",
        "Zur einzigen offenen Maßnahme gibt es keine aktuelle Meldung.",
        "Zu keiner der beiden offenen Maßnahmen gibt es eine aktuelle Meldung.",
        "Zu keiner der drei offenen Maßnahmen gibt es eine aktuelle Meldung.",
        "Zu einer von drei offenen Maßnahmen gibt es keine aktuelle Meldung.",
        "Zu zwei von 14 offenen Maßnahmen gibt es keine aktuelle Meldung.",
    ]


def test_moved_fristen_say_whose_they_are_and_which_were_brought_forward() -> None:
    counts = ((0, 0, 0, 0), (1, 0, 1, 0), (0, 1, 0, 1), (0, 2, 0, 2), (1, 2, 2, 1))
    assert [happenings.moved(*n, DAY) for n in counts] == [
        "Im Jahr 2021 wurde keine Frist verschoben.",
        "Im Jahr 2021 wurde eine Frist verschoben: bei einer Maßnahme.",
        "Im Jahr 2021 wurde eine Frist verschoben: bei einem Meilenstein. Sie wurde vorgezogen.",
        "Im Jahr 2021 wurden zwei Fristen verschoben: bei zwei Meilensteinen. Beide wurden vorgezogen.",
        "Im Jahr 2021 wurden drei Fristen verschoben: bei einer Maßnahme und zwei Meilensteinen. "
        "Eine davon wurde vorgezogen.",
    ]


def test_consultations_and_sittings_that_did_not_take_place_are_told_apart() -> None:
    assert [happenings.consulted(*n, DAY) for n in ((0, 0, 0), (1, 1, 1), (1, 3, 2), (4, 4, 0))] == [
        "Im Jahr 2021 ist keine Beratung erfasst.",
        "Im Jahr 2021 fand keine Beratung statt; eine Sitzung wurde abgesagt.",
        "Im Jahr 2021 wurde eine Vorlage in einer Beratung behandelt; zwei Sitzungen wurden abgesagt.",
        "Im Jahr 2021 wurden vier Vorlagen in vier Beratungen behandelt.",
    ]


def test_a_missing_grund_is_said_for_every_count() -> None:
    assert [missed.overdue(0, n, DAY, without) for n, without in ((0, 0), (1, 1), (1, 0), (2, 2), (3, 1), (3, 0))] == [
        "Am 31.12.2021 ist nichts überfällig.",
        "Am 31.12.2021 ist ein Meilenstein überfällig. Ein Grund ist nicht angegeben.",
        "Am 31.12.2021 ist ein Meilenstein überfällig.",
        "Am 31.12.2021 sind zwei Meilensteine überfällig. In keinem Fall ist ein Grund angegeben.",
        "Am 31.12.2021 sind drei Meilensteine überfällig. In einem Fall ist kein Grund angegeben.",
        "Am 31.12.2021 sind drei Meilensteine überfällig. In jedem Fall ist ein Grund angegeben.",
    ]


def test_a_goal_says_how_far_it_is_for_every_count() -> None:
    said = [
        goals.goal(Completion(0, 1, 0, 0), 1, 0), goals.goal(Completion(2, 2, 0, 0), 2, 0),
        goals.goal(Completion(3, 3, 0, 0), 3, 0), goals.goal(Completion(0, 4, 0, 0), 6, 2),
        goals.goal(Completion(0, 0, 0, 0), 1, 1), goals.goal(Completion(0, 0, 0, 0), 2, 2),
        goals.goal(Completion(0, 0, 0, 0), 3, 3),
        goals.goal(Completion(1, 2, 0, 1), 3, 0),
    ]  # fmt: skip
    assert said == [
        "Die einzige Maßnahme ist noch nicht umgesetzt.",
        "Beide Maßnahmen sind umgesetzt.",
        "Alle drei Maßnahmen sind umgesetzt.",
        "Noch keine von vier Maßnahmen ist umgesetzt. Zwei weitere sind ersetzt oder entfallen.",
        "Die einzige Maßnahme ist ersetzt oder entfallen.",
        "Beide Maßnahmen sind ersetzt oder entfallen.",
        "Alle drei Maßnahmen sind ersetzt oder entfallen.",
        "Eine von zwei Maßnahmen ist umgesetzt. Die einzige Daueraufgabe läuft nicht.",
    ]


def test_permanent_tasks_and_what_became_one_are_told_apart() -> None:
    assert missed.permanent(Completion(0, 0, 0, 0), 0, whole=True) == "Der Plan führt keine Daueraufgabe."
    assert missed.permanent(Completion(0, 0, 0, 0), 0, whole=False) == (
        "In dieser Auswahl gibt es keine Daueraufgabe des Plans."
    )
    assert missed.permanent(Completion(2, 3, 1, 2), 1, whole=False) == (
        "Eine von zwei Daueraufgaben läuft. Eine Maßnahme ist zur Daueraufgabe geworden und zählt als umgesetzt."
    )


def test_the_outlook_is_a_sentence_for_every_count() -> None:
    counts = ((0, 0, 0, 1), (1, 0, 1, 0), (1, 1, 2, 0), (0, 3, 3, 0), (0, 13, 0, 2))
    assert [outlook.coming(*n, LATER) for n in counts] == [
        "Bis zum 31.12.2022 läuft keine Frist ab. Eine weitere Frist liegt später.",
        "Bis zum 31.12.2022 läuft eine Frist ab (bei einer Maßnahme), und zwar innerhalb von 30 Tagen.",
        "Bis zum 31.12.2022 laufen zwei Fristen ab (bei einer Maßnahme und einem Meilenstein), beide innerhalb von "
        "30 Tagen.",
        "Bis zum 31.12.2022 laufen drei Fristen ab (bei drei Meilensteinen), alle innerhalb von 30 Tagen.",
        "Bis zum 31.12.2022 laufen 13 Fristen ab (bei 13 Meilensteinen). Zwei weitere Fristen liegen später.",
    ]


def test_an_agreement_is_named_by_its_title_else_by_its_code() -> None:
    assert [agreement_name("all"), agreement_name("ZV9")] == ["Alle Zielvereinbarungen", "Zielvereinbarung ZV9"]


def test_each_way_of_the_balance_has_its_own_verb() -> None:
    assert [goals.balance_moves(*n) for n in ((1, 2, 1, 0), (0, 0, 5, 1), (2, 1, 0, 3))] == [
        "Eine Maßnahme ist vorangekommen, zwei sind zurückgefallen, eine ist unverändert geblieben.",
        "Keine Maßnahme ist vorangekommen, keine ist zurückgefallen, fünf sind unverändert geblieben; eine gehört zu "
        "den sonstigen Fällen (neu, ohne frühere Meldung, zurückgestellt, ersetzt, entfallen oder übernommen).",
        "Zwei Maßnahmen sind vorangekommen, eine ist zurückgefallen, keine ist unverändert geblieben; drei gehören zu "
        "den sonstigen Fällen (neu, ohne frühere Meldung, zurückgestellt, ersetzt, entfallen oder übernommen).",
    ]


def test_only_measures_with_a_place_in_the_row_of_statuses_come_forward_or_fall_back() -> None:
    row = "die am 31.12.2021 auf einer Stufe von „nicht begonnen“ bis „umgesetzt“"
    said = [result.directions(*n, DAY) for n in ((0, 0, 0), (1, 0, 1), (0, 0, 1), (0, 0, 2), (1, 2, 13))]
    assert said == [
        "",
        f"Die einzige Maßnahme, {row} stand, ist vorangekommen.",
        f"Die einzige Maßnahme, {row} stand, ist weder vorangekommen noch zurückgefallen.",
        f"Von den Maßnahmen, {row} standen, ist keine vorangekommen und keine zurückgefallen.",
        f"Von den Maßnahmen, {row} standen, ist eine vorangekommen, zwei sind zurückgefallen.",
    ]
    assert [result.directions(0, 0, n, DAY, *some_of).rpartition(";")[2] for n, some_of in (
        (4, (1, 1)), (4, (3, 3)), (1, (3, 1)), (4, (3, 2)),
    )] == [
        " die umgesetzte stand damals auf keiner dieser Stufen.",
        " die umgesetzten standen damals auf keiner dieser Stufen.",
        " eine der umgesetzten stand damals auf keiner dieser Stufen.",
        " zwei der umgesetzten standen damals auf keiner dieser Stufen.",
    ]  # fmt: skip
