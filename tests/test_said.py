"""What holds of everything that was taken down: the newest version, two at once, choosing, taking back."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from audit_core.store import Note
from audit_core.workshop.said import Entry, entries, taking_back, words_of

START = datetime(2026, 7, 16, 18, 0, tzinfo=UTC)
RADWEG, BUS = "measure:ZV2/5.1.2", "measure:ZV2/5.1.1"


def note(
    word: str, text: str, *parents: str, by: str = "Koordination", minute: int = 0, field: str = "reason",
    subject: str = RADWEG, workshop: int = 1, undoes: str = "",
) -> Note:  # fmt: skip
    return Note(word, workshop, subject, field, text, parents, by, START + timedelta(minutes=minute), undoes)


def stored(*notes: Note) -> tuple[Note, ...]:
    """Notes with the numbers that the database gives them."""
    return tuple(
        Note(one.word, one.workshop, one.subject, one.field, one.text, one.parents, one.recorded_by, one.recorded_at,
             one.undoes, number)
        for number, one in enumerate(notes, 1)
    )  # fmt: skip


def held(notes: Sequence[Note], field: str = "reason") -> tuple[str, list[str], set[str]]:
    """(what holds, the versions in force, the words the next version stands on) of a field of the Radweg."""
    said = words_of(notes).said(RADWEG, field)
    return said.text, [one.text for one in said.versions], set(said.heads)


def newest(notes: Sequence[Note]) -> Entry:
    return entries(notes)[0]


def test_the_last_of_a_chain_of_versions_holds() -> None:
    notes = stored(note("a", "Kein"), note("b", "Kein Geld", "a"), note("c", "Kein Geld da", "b"))
    assert held(notes) == ("Kein Geld da", ["Kein Geld da"], {"c"})
    assert not words_of(notes).said(RADWEG, "reason").is_open


def test_what_was_never_spoken_of_is_empty() -> None:
    words = words_of(stored(note("a", "Kein Geld")))
    assert (words.text(BUS, "reason"), words.said(BUS, "reason").heads) == ("", ())
    assert words.subjects() == (RADWEG,)


def test_spaces_around_a_text_are_stored_and_not_read() -> None:
    words = words_of(stored(note("a", " Kein Geld\n")))
    assert (words.said(RADWEG, "reason").text, words.text(RADWEG, "reason")) == (" Kein Geld\n", "Kein Geld")


def test_two_who_write_at_once_leave_two_versions_oldest_first() -> None:
    notes = stored(note("a", ""), note("b", "Kein Geld", "a"), note("c", "Kein Personal", "a", by="Jugendamt"))
    assert held(notes) == ("Kein Personal", ["Kein Geld", "Kein Personal"], {"b", "c"})
    assert words_of(notes).said(RADWEG, "reason").is_open


def test_two_who_write_the_same_at_once_agree_and_the_next_version_stands_on_both() -> None:
    notes = stored(note("b", "Kein Geld"), note("c", "Kein Geld ", by="Jugendamt"))
    assert held(notes) == ("Kein Geld ", ["Kein Geld "], {"b", "c"})
    chosen = (*notes, *stored(note("d", "Kein Geld", "b", "c")))
    assert held(chosen) == ("Kein Geld", ["Kein Geld"], {"d"})


def test_one_who_writes_on_leaves_the_version_of_the_other_in_force() -> None:
    notes = stored(note("b", "Kein Geld"), note("c", "Kein Personal", by="Jugendamt"), note("d", "Kein Geld da", "b"))
    assert held(notes) == ("Kein Geld da", ["Kein Personal", "Kein Geld da"], {"c", "d"})


def test_a_version_on_top_of_both_decides() -> None:
    notes = stored(
        note("b", "continue", field="decision"), note("c", "end", field="decision", by="Jugendamt"),
        note("d", "continue", "b", "c", field="decision"),
    )  # fmt: skip
    assert held(notes, "decision") == ("continue", ["continue"], {"d"})


def test_a_parent_that_was_never_stored_hides_nothing() -> None:
    assert held(stored(note("b", "Kein Geld", "verloren"))) == ("Kein Geld", ["Kein Geld"], {"b"})


def test_versions_that_name_each_other_or_themselves_hide_nothing() -> None:
    notes = stored(note("b", "eins", "c", "b"), note("c", "zwei", "b"))
    assert held(notes) == ("zwei", ["zwei"], {"c"})
    assert held(stored(note("b", "eins", "c"), note("c", "zwei", "c"))) == ("zwei", ["eins", "zwei"], {"b", "c"})


def test_a_version_stands_only_on_those_of_its_own_field() -> None:
    notes = stored(note("b", "Kein Geld"), note("c", "end", "b", field="decision"))
    assert held(notes) == ("Kein Geld", ["Kein Geld"], {"b"})


def test_words_up_to_an_evening_leave_the_later_one_out() -> None:
    notes = stored(note("b", "Kein Geld"), note("c", "Geld ist da", "b", workshop=2))
    assert words_of(notes, 1).text(RADWEG, "reason") == "Kein Geld"
    assert words_of(notes, 2).text(RADWEG, "reason") == words_of(notes).text(RADWEG, "reason") == "Geld ist da"


def test_an_evening_written_in_afterwards_changes_nothing_of_a_later_one() -> None:
    notes = stored(
        note("a", "Kein Geld"), note("b", "Bus fährt", subject=BUS, workshop=2, minute=60),
        note("c", "Geld ist da", "a", minute=20_000),
    )  # fmt: skip
    assert words_of(notes, 2) == words_of(notes[:2], 2)
    assert (words_of(notes, 2).text(RADWEG, "reason"), words_of(notes, 1).text(RADWEG, "reason")) == (
        "Kein Geld", "Geld ist da",
    )  # fmt: skip


def test_an_evening_that_writes_on_top_of_a_later_one_shows_one_version() -> None:
    notes = stored(
        note("a", "eins"), note("b", "zwei", "a", workshop=2, minute=60), note("c", "drei", "b", minute=120)
    )
    said = words_of(notes, 1).said(RADWEG, "reason")
    assert ([one.text for one in said.versions], said.heads) == (["drei"], ("c",))
    assert words_of(notes, 2).text(RADWEG, "reason") == "zwei"


def test_an_evening_without_a_note_has_what_held_when_it_began() -> None:
    notes = stored(note("a", "eins"), note("b", "zwei", "a", minute=60))
    assert words_of(notes, 2, START + timedelta(minutes=30)).text(RADWEG, "reason") == "eins"
    assert words_of(notes, 2, START + timedelta(minutes=60)).text(RADWEG, "reason") == "zwei"
    assert words_of(notes, 2).subjects() == ()


def test_what_one_types_in_one_go_is_one_entry() -> None:
    notes = stored(note("a", "Kein"), note("b", "Kein Geld", "a", minute=3), note("c", "Kein Geld da", "b", minute=12))
    (one,) = entries(notes)
    assert (one.before, one.text, one.word, one.is_last) == ("", "Kein Geld da", "c", True)
    assert (one.first_at, one.recorded_at) == (START, START + timedelta(minutes=12))


def test_another_writer_a_pause_or_another_evening_make_another_entry() -> None:
    notes = stored(
        note("a", "eins"), note("b", "zwei", "a", minute=11), note("c", "drei", "b", minute=12, by="Jugendamt"),
        note("d", "vier", "c", minute=13, by="Jugendamt", workshop=2),
    )  # fmt: skip
    found = [(one.before, one.text, one.is_last) for one in entries(notes)]
    assert found == [("drei", "vier", True), ("zwei", "drei", False), ("eins", "zwei", False), ("", "eins", False)]


def test_two_who_type_in_turns_in_one_field_are_two_entries() -> None:
    notes = stored(
        note("a1", "Kein"), note("b1", "Die", by="Jugendamt"), note("a2", "Kein Geld", "a1", minute=1),
        note("b2", "Die Zeit", "b1", minute=1, by="Jugendamt"),
    )  # fmt: skip
    assert [(one.recorded_by, one.text, one.is_last) for one in entries(notes)] == [
        ("Jugendamt", "Die Zeit", True), ("Koordination", "Kein Geld", False),
    ]  # fmt: skip


def test_entries_of_one_moment_stand_in_the_order_of_recording_the_newest_first() -> None:
    notes = stored(note("a", "eins"), note("b", "zwei", subject=BUS), note("c", "drei", field="title"))
    assert [one.text for one in entries(notes)] == ["drei", "zwei", "eins"]


def test_taking_back_brings_back_what_stood_there_before() -> None:
    notes = stored(note("a", "Kein Geld"), note("b", "Kein Personal", "a", minute=20))
    undone = taking_back(newest(notes), words_of(notes), "u", 1, "Jugendamt", START + timedelta(minutes=30))
    assert (undone.text, undone.parents, undone.undoes) == ("Kein Geld", ("b",), "b")
    after = stored(*notes, undone)
    assert held(after) == ("Kein Geld", ["Kein Geld"], {"u"})
    assert [(one.text, one.undoes) for one in entries(after)] == [
        ("Kein Geld", "b"), ("Kein Personal", ""), ("Kein Geld", ""),
    ]  # fmt: skip


def test_taking_back_one_of_two_versions_leaves_the_other_in_force() -> None:
    notes = stored(note("a", "Kein Geld"), note("b", "Kein Personal", by="Jugendamt"))
    undone = taking_back(newest(notes), words_of(notes), "u", 1, "Jugendamt", START)
    assert held(stored(*notes, undone)) == ("Kein Geld", ["Kein Geld"], {"u"})


def test_taking_back_one_of_three_versions_leaves_the_two_others_to_choose_from() -> None:
    notes = stored(note("a", "Geld"), note("b", "Zeit", by="Jugendamt"), note("c", "Personal", by="Bauamt"))
    undone = taking_back(newest(notes), words_of(notes), "u", 1, "Bauamt", START)
    assert held(stored(*notes, undone)) == ("Zeit", ["Geld", "Zeit"], {"a", "u"})


def test_taking_back_a_choice_between_two_brings_back_the_newer_of_them() -> None:
    notes = stored(note("a", "Geld"), note("b", "Zeit", by="Jugendamt"), note("c", "Wetter", "a", "b", minute=30))
    assert newest(notes).before == "Zeit"
    undone = taking_back(newest(notes), words_of(notes), "u", 1, "Koordination", START)
    assert held(stored(*notes, undone)) == ("Zeit", ["Zeit"], {"u"})
