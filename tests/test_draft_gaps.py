"""What the draft says that it lacks: two versions without a decision, goals without a measure, Fristen outside."""

from draft_words import AS_OF, drafted, known, notes, row_of

from audit_core.workshop.draft import draft_of
from audit_core.workshop.draft_counts import gap_lines
from audit_core.workshop.said import words_of


def test_two_versions_about_a_measure_without_a_decision_are_named() -> None:
    new = "milestone:m of measure:ZV2/1.2\nmilestone:m title Bericht"
    one = notes(f"1.2 reason Zu teuer\n1.1#2 due 2024\n{new}", by="A")
    other = notes("1.2 reason Zu wenig\n1.1#2 due 2025\n1.3 due 2024\nmilestone:m title Tagung", by="B")
    assert gap_lines(draft_of(known(), "ZV2", AS_OF, words_of((*one, *other))))[-2:] == (
        "ZV2/1.1 Maßnahme 1.1: Meilenstein ‚Meilenstein 1.1/2‘: zwei Fassungen: Frist.",
        "ZV2/1.2 Maßnahme 1.2: zwei Fassungen: Grund; Meilenstein ‚Tagung‘: zwei Fassungen: Wortlaut.",
    )


def test_a_new_goal_that_no_measure_serves_is_named() -> None:
    goal = "goal:g title Wege\ngoal:g field_of_action 1"
    told = "Ziel ohne Maßnahme: ‚Wege‘ steht in keiner Datei, bis eine Maßnahme dazu aufgenommen ist."
    assert told in gap_lines(drafted(goal))
    assert told not in gap_lines(drafted(f"{goal}\nnew:a title Rad\nnew:a goal goal:g"))


def test_a_frist_after_the_end_of_the_next_agreement_is_a_gap() -> None:
    draft = drafted("1.2 decision continue\n1.2 due 2027\n1.1 decision continue\n1.1 due 2025\n1.1#2 due 06.2026")
    assert row_of(draft, "1.2").gaps == ("Frist 31.12.2027 liegt nach dem Ende der nächsten Zielvereinbarung",)
    assert row_of(draft, "1.1").gaps == (
        "Meilenstein ‚Meilenstein 1.1/2‘: Frist 30.06.2026 liegt nach dem Ende der nächsten Zielvereinbarung",
    )
    held = drafted("1.3 decision continue\nagreement end 2023")
    assert row_of(held, "1.3").gaps == ("Frist 31.12.2024 liegt nach dem Ende der nächsten Zielvereinbarung",)
