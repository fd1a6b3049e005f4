"""The headline of the Überblick: German, in one line, with the right number."""

import pytest

from audit_core.standing import Completion
from audit_core.wording.situation import ONE_LINE, finding


@pytest.mark.parametrize(
    ("n", "of", "measures", "milestones", "expected"),
    [
        (11, 29, 0, 11, "11 von 29 Maßnahmen sind umgesetzt, 11 Meilensteine überfällig."),
        (11, 29, 0, 1, "11 von 29 Maßnahmen sind umgesetzt, ein Meilenstein ist überfällig."),
        (1, 3, 0, 1, "Eine von 3 Maßnahmen ist umgesetzt, ein Meilenstein ist überfällig."),
        (1, 3, 0, 2, "Eine von 3 Maßnahmen ist umgesetzt, 2 Meilensteine sind überfällig."),
        (11, 29, 0, 0, "11 von 29 Maßnahmen sind umgesetzt, nichts ist überfällig."),
        (11, 29, 2, 11, "11 von 29 Maßnahmen umgesetzt, 2 Maßnahmen und 11 Meilensteine überfällig."),
        (6, 17, 1, 1, "6 von 17 Maßnahmen sind umgesetzt, 1 Maßnahme und 1 Meilenstein überfällig."),
        (111, 290, 20, 111, "111 von 290 Maßnahmen sind umgesetzt, 131 Fristen überschritten."),
        (0, 29, 12, 11, "Noch keine von 29 Maßnahmen ist umgesetzt, 23 Fristen sind überschritten."),
        (29, 29, 0, 0, "Alle 29 Maßnahmen sind umgesetzt, nichts ist überfällig."),
        (1, 1, 0, 0, "Die einzige Maßnahme ist umgesetzt, nichts ist überfällig."),
        (0, 1, 1, 0, "Die einzige Maßnahme ist nicht umgesetzt, eine Maßnahme ist überfällig."),
    ],
)
def test_a_finding_has_the_right_number_and_fits_one_line(
    n: int, of: int, measures: int, milestones: int, expected: str
) -> None:
    sentence = finding(Completion(n, of, 0, 0), of, True, measures, milestones, None)
    assert sentence == expected
    assert len(sentence) <= ONE_LINE


@pytest.mark.parametrize(
    ("done", "total", "reported", "office", "expected"),
    [
        (Completion(0, 0, 0, 0), 0, False, None, "Es gibt noch keine Maßnahme."),
        (Completion(0, 0, 0, 0), 0, False, "Kreistag", "Kreistag: es gibt noch keine Maßnahme."),
        (Completion(0, 5, 0, 0), 5, False, None, "Zu 5 Maßnahmen gibt es noch keine Meldung, nichts ist überfällig."),
        (Completion(0, 1, 0, 0), 1, False, None,
         "Zur einzigen Maßnahme gibt es noch keine Meldung, nichts ist überfällig."),
        (Completion(0, 0, 3, 4), 4, True, None, "3 von 4 Daueraufgaben laufen, nichts ist überfällig."),
        (Completion(0, 0, 0, 0), 2, True, None, "Keine Maßnahme ist mehr im Plan, nichts ist überfällig."),
        (Completion(2, 7, 0, 0), 7, True, "Kreistag",
         "Kreistag: 2 von 7 Maßnahmen sind umgesetzt, nichts ist überfällig."),
    ],
)  # fmt: skip
def test_a_finding_without_a_quotient_says_what_there_is(
    done: Completion, total: int, reported: bool, office: str | None, expected: str
) -> None:
    assert finding(done, total, reported, 0, 0, office) == expected
