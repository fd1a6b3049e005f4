"""The agreement that follows: its Kürzel, title and period, as said or by itself."""

from dataclasses import replace
from datetime import date

import pytest
from draft_words import AS_OF, PLAN, drafted, known, notes

from audit_core.agreement import Agreement
from audit_core.standing import history
from audit_core.workshop.draft import draft_of
from audit_core.workshop.said import words_of


def following(text: str, plan: str = PLAN) -> tuple[str, str, str, str, tuple[str, ...]]:
    draft = drafted(text, plan)
    agreement = draft.agreement
    assert agreement.end is not None
    return agreement.code, agreement.title, agreement.begin.text, agreement.end.text, draft.gaps


def test_without_a_word_the_next_agreement_follows_the_old_one_and_is_as_long() -> None:
    assert following("") == ("ZV3", "Zielvereinbarung 2023 bis 2025", "01.01.2023", "31.12.2025", ())


def test_what_was_said_of_it_counts() -> None:
    said = "agreement code ZV 2026\nagreement title Unser Weg\nagreement begin 07.2023\nagreement end 2026"
    assert following(said) == ("ZV 2026", "Unser Weg", "07.2023", "2026", ())


def test_a_later_begin_moves_the_end_by_as_much() -> None:
    assert following("agreement begin 01.07.2023")[1:4] == (
        "Zielvereinbarung 2023 bis 2026", "01.07.2023", "30.06.2026",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("old", "begin", "end", "free"),
    [
        ("ZV2", "2020", "2022", ("ZV3", "01.01.2023", "31.12.2025")),
        ("ZV2020", "2020", "2022", ("ZV2023", "01.01.2023", "31.12.2025")),
        ("ZV", "01.07.2020", "30.06.2022", ("ZV 2", "01.07.2022", "30.06.2024")),
        ("A09", "15.03.2020", "20.04.2021", ("A10", "21.04.2021", "27.05.2022")),
        ("ZV2", "2020", None, ("ZV3", "01.01.2023", "31.12.2025")),
    ],
)
def test_kuerzel_and_period_come_from_the_old_agreement(
    old: str, begin: str, end: str | None, free: tuple[str, str, str]
) -> None:
    plan = f"agreement {old} begin={begin}" + (f" end={end}" if end else "") + f"\nmeasure 1.1 agreement={old}"
    agreement = draft_of(known(plan), old, AS_OF, words_of(())).agreement
    assert agreement.end is not None
    assert (agreement.code, agreement.begin.text, agreement.end.text) == free


def test_the_next_free_kuerzel_is_taken_where_the_next_one_is_another_agreements() -> None:
    plan = f"{PLAN}\nagreement ZV3 begin=2030"
    assert following("", plan)[0] == "ZV4"
    code, *_, gaps = following("agreement code zv 3", plan)
    assert (code, gaps) == (
        "ZV4",
        ("Das Kürzel ‚zv 3‘ hat schon eine andere Zielvereinbarung; im Entwurf steht ‚ZV4‘.",),
    )


@pytest.mark.parametrize("said", ["all", "Ohne Zielvereinbarung", "x" * 41])
def test_a_kuerzel_that_cannot_be_one_is_told_and_not_used(said: str) -> None:
    code, *_, gaps = following(f"agreement code {said}")
    assert code == "ZV3" and gaps == (f"‚{said}‘ kann kein Kürzel sein; im Entwurf steht ‚ZV3‘.",)


@pytest.mark.parametrize(
    ("said", "begin", "end", "gap"),
    [
        ("begin demnächst", "01.01.2023", "31.12.2025",
         "Beginn der nächsten Zielvereinbarung: ‚demnächst‘ ist kein Datum; im Entwurf steht der 01.01.2023."),
        ("begin 2020", "01.01.2023", "31.12.2025",
         "Der Beginn 01.01.2020 liegt nicht nach dem der bisherigen Zielvereinbarung; "
         "im Entwurf steht der 01.01.2023."),
        ("begin 01.10.2022", "01.10.2022", "30.09.2025",
         "Der Beginn 01.10.2022 liegt noch in der bisherigen Zielvereinbarung, die bis zum 31.12.2022 läuft."),
        ("end später", "01.01.2023", "31.12.2025",
         "Ende der nächsten Zielvereinbarung: ‚später‘ ist kein Datum; im Entwurf steht der 31.12.2025."),
        ("end 2021", "01.01.2023", "31.12.2025",
         "Das Ende 31.12.2021 liegt vor dem Beginn; im Entwurf steht der 31.12.2025."),
    ],
)  # fmt: skip
def test_a_period_that_cannot_be_is_told(said: str, begin: str, end: str, gap: str) -> None:
    assert following(f"agreement {said}")[2:] == (begin, end, (gap,))


def test_another_agreement_in_the_same_years_is_told() -> None:
    assert following("", f"{PLAN}\nagreement ZV9 begin=2024")[4] == (
        "In denselben Zeitraum fällt schon die Zielvereinbarung ZV9. Bitte Beginn und Ende prüfen.",
    )


def test_an_uploaded_draft_is_still_the_same_agreement_and_keeps_the_number_of_its_resolution() -> None:
    first = draft_of(known(), "ZV2", AS_OF, words_of(()))
    stored = Agreement(
        first.agreement.code, first.agreement.title, first.agreement.begin, first.agreement.end,
        paper="2022/9/001", source=first.agreement.source,
    )  # fmt: skip
    county = known().stored
    again = draft_of(
        history(replace(county, agreements=(*county.agreements, stored))), "ZV2", AS_OF, words_of(notes(""))
    )
    assert (again.agreement.code, again.agreement.paper, again.gaps) == ("ZV3", "2022/9/001", ())


def test_a_kuerzel_that_changes_after_the_draft_was_uploaded_is_told() -> None:
    first = draft_of(known(), "ZV2", AS_OF, words_of(()))
    county = replace(known().stored, agreements=(*known().stored.agreements, first.agreement))
    renamed = draft_of(history(county), "ZV2", AS_OF, words_of(notes("agreement code ZV2023")))
    assert (renamed.agreement.code, renamed.gaps) == (
        "ZV2023", ("In denselben Zeitraum fällt schon die Zielvereinbarung ZV3. Bitte Beginn und Ende prüfen.",),
    )  # fmt: skip


def test_an_end_beyond_the_last_year_that_can_be_written_is_cut() -> None:
    assert drafted("agreement begin 31.12.2199").agreement.end.last == date(2199, 12, 31)
