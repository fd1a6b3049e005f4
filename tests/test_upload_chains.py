"""The Vorgänger of an uploaded plan: no chain leads back to where it began, or to a row that is rejected."""

from dataclasses import replace

from small_county import county, errors, good_measures, sent

from audit_core.agreement import Agreement
from audit_core.columns import MASSNAHMEN
from audit_core.dates import parse as office

LINKED = "Nr.;Zielvereinbarung;Handlungsfeld;Maßnahme;Frist;Vorgänger"
LOST = "Der Vorgänger {} wird nicht aufgenommen, weil seine Zeile abgelehnt wird. Bitte zuerst Zeile {} berichtigen."


def test_new_measure_whose_vorgaenger_is_rejected_is_rejected_too_and_so_are_its_successors() -> None:
    agreements = (*county().agreements, Agreement("ZV3", "", office("2023")))
    found = sent(
        LINKED, "5.1;ZV1;1;a;31.02.2018;", "5.1;ZV2;1;b;;ZV1/5.1", "5.1;ZV3;1;c;;ZV2/5.1", "5.2;ZV3;1;d;;ZV2/1.1",
        file=MASSNAHMEN, known=replace(county(), agreements=agreements),
    )  # fmt: skip
    assert [(problem.line, problem.message) for problem in found.errors[1:]] == [
        (3, LOST.format("ZV1/5.1", 2)), (4, LOST.format("ZV2/5.1", 3)),
    ]  # fmt: skip
    assert good_measures(found) == {("ZV3", "5.2"): ("ZV2", "1.1")}


def test_measure_whose_vorgaenger_stays_in_an_older_version_is_good() -> None:
    found = sent(LINKED, "1.1;ZV1;1;a;31.02.2018;", "5.1;ZV2;1;b;;ZV1/1.1", file=MASSNAHMEN)
    assert [problem.line for problem in found.errors] == [2]
    assert good_measures(found) == {("ZV2", "5.1"): ("ZV1", "1.1")}


def test_circle_that_only_comes_to_be_because_a_row_is_rejected_is_an_error() -> None:
    first, second, *others = county().measures
    known = replace(county(), measures=(replace(first, predecessor=("ZV2", "1.1")), second, *others))
    found = sent(LINKED, "1.1;ZV1;1;a;31.02.2018;", "1.1;ZV2;1;b;;ZV1/1.1", file=MASSNAHMEN, known=known)
    assert [(problem.line, problem.column) for problem in found.errors] == [(2, "Frist"), (3, "Vorgänger")]
    assert found.errors[1].message == "Die Vorgänger bilden einen Kreis: ZV2/1.1 → ZV1/1.1 → ZV2/1.1."


def test_vorgaenger_that_is_the_measure_itself_in_another_spelling_is_an_error() -> None:
    found = sent(LINKED, "1.10.;ZV2;1;a;;ZV2/1.10", file=MASSNAHMEN)
    assert errors(found) == ["Zeile 2, Spalte Vorgänger: Eine Maßnahme kann nicht ihr eigener Vorgänger sein."]


def test_chain_of_5000_vorgaenger_is_no_circle_and_a_long_circle_is_named_shortly() -> None:
    rows = [f"{n};ZV2;1;a;;ZV2/{n + 1}" for n in range(5_000)]
    assert errors(sent(LINKED, *rows, "5000;ZV2;1;a;;", file=MASSNAHMEN)) == []
    found = sent(LINKED, *rows, "5000;ZV2;1;a;;ZV2/0", file=MASSNAHMEN)
    assert len(found.errors) == 5_001
    assert found.errors[0].message == (
        "Die Vorgänger bilden einen Kreis: ZV2/0 → ZV2/1 → ZV2/2 → ZV2/3 → ZV2/4 → ZV2/5 → … → ZV2/0."
    )
