"""The tree of an agreement: fields, goals, measures with office and status."""

from dataclasses import replace
from datetime import date

from counties import agreement, county, entry, measure

from audit_core.agreement import County
from audit_core.standing import history, standing
from audit_core.tables.goals import FieldBranch, goal_tree
from audit_core.tables.situation import situation


def tree(made: County, code: str = "ZV") -> tuple[FieldBranch, ...]:
    return goal_tree(situation(standing(history(made), date(2020, 12, 31)), code))


def small() -> County:
    rows = [
        replace(measure("1.1.2", responsible=None), goal="Netzwerk"), replace(measure("1.1.10"), goal="Netzwerk"),
        replace(measure("1.2.1"), goal=""), measure("2.1.1", permanent=True), measure("3.1.1", agreement="NEU"),
    ]  # fmt: skip
    log = [entry("1.1.10", "completed", "30.06.2020"), entry("2.1.1", "ongoing", "30.06.2020")]
    return county(rows, [], log, [agreement("ZV"), agreement("NEU", "01.07.2020")])


def test_the_tree_goes_from_field_to_goal_to_measure_in_natural_order() -> None:
    branches = tree(small())
    assert [(row.title, row.remark) for row in branches] == [
        ("1 Handlungsfeld 1", "3 Maßnahmen · 1 von 3 umgesetzt"),
        ("2 Handlungsfeld 2", "1 Maßnahme · 1 von 1 Daueraufgabe läuft"),
    ]
    goals = branches[0].goals
    assert [(goal.title, goal.remark) for goal in goals] == [
        ("Netzwerk", "1 von 2 umgesetzt"), ("ohne Ziel", "0 von 1 umgesetzt"),
    ]  # fmt: skip
    assert [(leaf.title, leaf.below, leaf.status) for leaf in goals[0].measures] == [
        ("1.1.2 Maßnahme 1.1.2", "ohne Zuständigkeit", "no_report"),
        ("1.1.10 Maßnahme 1.1.10", "Amt A", "completed"),
    ]


def test_a_goal_of_permanent_tasks_only_counts_its_measures() -> None:
    assert tree(small())[1].goals[0].remark == "1 Maßnahme"


def test_with_all_agreements_every_measure_names_its_own() -> None:
    leaves = [leaf for branch in tree(small(), "all") for goal in branch.goals for leaf in goal.measures]
    assert [leaf.below for leaf in leaves] == [
        "ZV · ohne Zuständigkeit", "ZV · Amt A", "ZV · Amt A", "ZV · Amt A", "NEU · Amt A",
    ]  # fmt: skip


def test_without_a_measure_there_is_no_branch() -> None:
    assert tree(county([], [], [], [agreement("ZV")])) == ()
