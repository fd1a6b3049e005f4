"""What a Jahresbilanz says in words: headline, empty states, alternative texts, legend."""

from datetime import date

import pytest
from counties import county
from years_by_hand import COUNTY, of

from audit_core import terms
from audit_core.figures.base import year_label
from audit_core.wording import years as wording


def headline(text: str, until: str) -> str:
    found = of(text, until)
    return wording.headline(found.balance, found.chosen.measures)


MANY = "agreement ZV begin=01.01.2020 end=31.12.2023\n" + "\n".join(
    f"measure 1.1.{n}\nmilestone 1.1.{n}/1 due=30.06.2021\nentry 1.1.{n} in_progress 31.12.2020" for n in (1, 2, 3)
)


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ("", "2021 wurde keine Maßnahme umgesetzt; keiner von 3 Meilensteinen kam fristgerecht."),
        (
            "entry 1.1.1 completed 01.02.2021\nentry 1.1.1/1 completed 01.02.2021",
            "2021 wurde eine Maßnahme umgesetzt; einer von 3 Meilensteinen kam fristgerecht.",
        ),
        (
            "entry 1.1.1 completed 01.02.2021\nentry 1.1.2 completed 01.02.2021\n"
            "entry 1.1.1/1 completed 01.02.2021\nentry 1.1.2/1 completed 01.02.2021",
            "2021 wurden 2 Maßnahmen umgesetzt; 2 von 3 Meilensteinen kamen fristgerecht.",
        ),
        (
            "\n".join(f"entry 1.1.{n}/1 completed 01.02.2021" for n in (1, 2, 3)),
            "2021 wurde keine Maßnahme umgesetzt; alle 3 Meilensteine kamen fristgerecht.",
        ),
    ],
)
def test_the_headline_counts_in_german(more: str, sentence: str) -> None:
    assert headline(f"{MANY}\n{more}", "2021-12-31") == sentence


def test_the_headline_of_a_year_without_fristen_or_with_one() -> None:
    plan = "agreement ZV begin=01.01.2020 end=31.12.2022\nmeasure 1.1.1"
    assert headline(plan, "2021-12-31") == "2021 wurde keine Maßnahme umgesetzt; kein Meilenstein war fällig."
    one = f"{plan}\nmilestone 1.1.1/1 due=30.06.2021"
    assert headline(one, "2021-12-31").endswith("; der eine fällige Meilenstein kam nicht fristgerecht.")
    kept = f"{one}\nentry 1.1.1/1 completed 01.02.2021"
    assert headline(kept, "2021-12-31").endswith("; der eine fällige Meilenstein kam fristgerecht.")


def test_the_headline_of_a_running_year_says_up_to_which_day() -> None:
    plan = "agreement ZV begin=01.01.2024\nmeasure 1.1.1"
    nothing = "2026 wurde bis 22.11. keine Maßnahme umgesetzt; kein Meilenstein ist fällig."
    assert headline(plan, "2026-11-22") == nothing
    done = f"{plan}\nmeasure 1.1.2\nentry 1.1.1 completed 01.02.2026\nentry 1.1.2 completed 01.02.2026"
    assert headline(done, "2026-11-22").startswith("2026 wurden bis 22.11. 2 Maßnahmen umgesetzt;")
    assert wording.chart_head(date(2026, 11, 22)) == "Maßnahmen je Status am 31.12., 2026 am 22.11."
    assert year_label(date(2026, 11, 22)) == "2026<br>bis 22.11."
    assert wording.lists_head(date(2026, 11, 22)) == "Was 2026 bis 22.11. geschah"


def test_a_county_without_measures_says_so() -> None:
    empty = county(agreements=())
    found = of(empty, "2026-11-22")
    assert found.is_empty and not found.is_later
    assert wording.headline(found.balance, 0) == "2026 gab es bis 22.11. hier keine Maßnahmen."
    two = "agreement ZA begin=01.01.2018\nagreement ZV begin=01.01.2020 end=31.12.2020\nmeasure 1.1.1"
    early = of(two, "2018-12-31")
    assert early.is_empty and early.is_later
    assert wording.nothing_counted(True, False, 2018).startswith("Ende 2018 gab es")
    assert wording.nothing_counted(False, True, 2018).startswith("Zu dieser Auswahl gehört keine Maßnahme.")
    assert wording.nothing_counted(False, False, 2018).startswith("Der Plan enthält noch keine Maßnahme.")


def test_a_picture_says_its_finding_to_those_who_do_not_see_it() -> None:
    found = of(COUNTY, "2020-12-31")
    days = [row.day for row in found.rows]
    assert wording.status_alt(days, [r.statuses for r in found.rows], [r.completion for r in found.rows]) == (
        "Säulen je Jahr von 2019 bis 2022: Am 31.12.2022 sind 2 von 3 Maßnahmen umgesetzt, am 31.12.2019 waren es "
        "0 von 3. Status am 31.12.2022: umgesetzt 2, Daueraufgabe 1, keine Meldung 1, entfallen 1."
    )
    assert wording.on_time_alt(days, [r.on_time for r in found.rows]) == (
        "Säulen: Meilensteine mit Frist im Jahr, fristgerecht erreicht: "
        "2019 keine Frist; 2020 1 von 2; 2021 keine Frist; 2022 keine Frist."
    )


def test_the_legend_counts_every_direction() -> None:
    assert wording.directions(of(COUNTY, "2021-12-31").balance) == [
        (terms.DIRECTION_COLOUR[terms.FORWARD], "vorangekommen\u00a00"),
        (terms.DIRECTION_COLOUR[terms.UNCHANGED], "unverändert\u00a02"),
        (terms.DIRECTION_COLOUR[terms.BACK], "zurückgefallen\u00a01"),
        (terms.DIRECTION_COLOUR[terms.OTHER], "sonstige\u00a03"),
    ]


def test_a_line_of_a_list_says_what_was_before() -> None:
    assert wording.item_before("completed", "in Umsetzung") == "bisher in Umsetzung"
    assert wording.item_before("completed", wording.NOT_IN_PLAN) == "neu im Plan"
    assert wording.item_before("new", wording.NOT_IN_PLAN) == ""
    assert wording.item_before("overdue", "Frist 30.11.2020") == "Frist 30.11.2020"


def test_years_that_do_not_fit_are_said() -> None:
    assert wording.chosen_years(2003, 2014, 8) == "Gezeigt sind die Jahre 2003 bis 2014; 8 weitere Jahre fehlen."
    assert wording.chosen_years(2009, 2020, 0) == ""


def test_years_that_can_still_be_chosen_are_told() -> None:
    assert wording.chosen_years(2015, 2022, 0, 2025) == "Gemeldet ist bis 2025; das Jahr lässt sich oben wählen."


def test_words_hold_no_markup() -> None:
    found = of(COUNTY, "2020-12-31")
    assert [wording.on_time_label(row.on_time) for row in found.rows[:2]] == ["keine Frist", "50\u00a0% · 1 von 2"]
