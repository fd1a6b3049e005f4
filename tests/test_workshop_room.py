"""What the room adds to the slides, and the list of what was taken down."""

from datetime import UTC, date, datetime, timedelta

from counties import agreement, county, entry, measure

from audit_core.standing import history, standing
from audit_core.store import Note
from audit_core.tables.situation import situation
from audit_core.workshop.draft import Draft, DraftMeasure
from audit_core.workshop.journal import lines, typed
from audit_core.workshop.room import progress, room_of, slide_of
from audit_core.workshop.said import Words, entries, taking_back, words_of
from audit_core.workshop.slides import FIELD, MEASURE, Row, Slide, Stage

EVENING = datetime(2021, 12, 1, 19, 0, tzinfo=UTC)
END = date(2021, 12, 31)
ONE, TWO = "measure:ZV/1.1", "measure:ZV/1.2"
KNOWN = history(
    county(
        (measure("1.1", title="Beratung"), measure("1.2", title="Bus"), measure("2.1", title="Netz")),
        log=(entry("1.1", "in_progress", "30.06.2021"), entry("2.1", "completed", "30.06.2021")),
    )
)
NOW = situation(standing(KNOWN, END), "ZV")


def said(word: str, subject: str, field: str, text: str, *parents: str, minutes: int = 0, by: str = "Amt") -> Note:
    at = EVENING + timedelta(minutes=minutes)
    return Note(word, 1, subject, field, text, parents, by, at, sequence=minutes)


def draft(*measures: DraftMeasure) -> Draft:
    return Draft(agreement("ZV3", "2023"), measures, (), ())


def drafted(number: str, subject: str, decision: str, title: str, due: str = "") -> DraftMeasure:
    row = measure(number, agreement="ZV3", title=title, due=due or None, field=number[0])
    return DraftMeasure(row, (), subject, decision)


def stage(*slides: Slide) -> Stage:
    return Stage(slides, "Musterkreis", "ZV", END, "")


def test_decided_are_only_open_measures_and_of_says_how_many_are_open() -> None:
    words = words_of((said("a", ONE, "decision", "continue"), said("b", "measure:ZV/2.1", "decision", "continue")))
    found = progress(NOW, words, draft(drafted("1.1.1", ONE, "continue", "Beratung")))
    assert (found.decided, found.of, found.drafted) == (1, 2, 1)


def test_without_a_word_nothing_is_decided() -> None:
    assert (progress(NOW, Words({}), draft()).decided, progress(NOW, Words({}), draft()).of) == (0, 2)


def test_a_decision_stands_on_its_row_and_on_the_slide_of_its_measure() -> None:
    words = words_of((said("a", ONE, "decision", "end"),))
    shown = room_of(
        stage(
            Slide("hf-1", FIELD, "Steuerung", rows=(Row("Beratung", subject=ONE), Row("Bus", subject=TWO))),
            Slide("massnahme-ZV-1.1", MEASURE, "Beratung", subject=ONE),
        ),
        KNOWN, words, draft(), NOW,
    )  # fmt: skip
    assert [row.decision for row in shown.slides[0].rows] == ["end", ""]
    assert shown.slides[1].decision == "end"


def test_every_field_has_a_slide_for_what_is_new_and_one_of_the_draft() -> None:
    shown = room_of(stage(Slide("lage", "situation", "Lage")), KNOWN, Words({}), draft(), NOW)
    fields = [row.number for row in KNOWN.county.fields_of_action]
    words = [slide.word for slide in shown.slides]
    assert words == ["lage", *(f"neu-{n}" for n in fields), "entwurf", *(f"entwurf-{n}" for n in fields)]


def test_a_new_measure_has_a_slide_of_its_own_behind_the_news_of_its_field() -> None:
    new = drafted("1.2.1", "new:t1", "", "Spielplätze")
    shown = room_of(stage(), KNOWN, Words({}), draft(new), NOW)
    words = [slide.word for slide in shown.slides]
    assert words[words.index("neu-1") + 1] == "neu-t1"
    assert slide_of("new:t1", shown) == "neu-t1"
    assert shown.slides[1].title == "Spielplätze"


def test_six_measures_of_the_draft_take_two_slides_that_say_where_each_comes_from() -> None:
    rows = [drafted(f"1.1.{n}", f"measure:ZV/1.{n}", "continue", f"M{n}", "31.12.2024") for n in range(1, 7)]
    shown = {slide.word: slide for slide in room_of(stage(), KNOWN, Words({}), draft(*rows), NOW).slides}
    assert (len(shown["entwurf-1"].rows), len(shown["entwurf-1-2"].rows)) == (5, 1)
    first = shown["entwurf-1"].rows[0]
    assert (first.title, first.below) == ("1.1.1 M1", "Amt A · Frist 31.12.2024")
    assert shown["entwurf"].lead == ("6", "Maßnahmen im Entwurf")


def test_a_slide_keeps_its_word_when_others_come_before_it() -> None:
    before = room_of(stage(), KNOWN, Words({}), draft(), NOW)
    after = room_of(stage(), KNOWN, Words({}), draft(drafted("1.2.1", "new:t1", "", "Neu")), NOW)
    assert before.slides[before.place("entwurf")].word == after.slides[after.place("entwurf")].word == "entwurf"
    assert after.place("entwurf") == before.place("entwurf") + 1


def test_a_slide_is_found_by_its_word_by_its_number_and_else_the_first_one_is_shown() -> None:
    shown = stage(Slide("lage", "situation", "Lage"), Slide("hf-1", FIELD, "Steuerung"))
    assert [shown.place(word) for word in ("hf-1", "2", "1", "99", "0", "gibt-es-nicht", "")] == [1, 1, 0, 1, 0, 0, 0]


def test_entries_say_what_was_said_about_what_by_whom_and_when() -> None:
    notes = (said("a", ONE, "decision", "end"), said("b", ONE, "reason", "Kein Geld", minutes=1, by="Sozialamt"))
    shown = lines(entries(notes), KNOWN, words_of(notes))
    assert [(one.about, one.said) for one in shown] == [
        ("1.1 Beratung", "Grund: Kein Geld"), ("1.1 Beratung", "Ergebnis: Beenden"),
    ]  # fmt: skip
    assert shown[0].who == "01.12.2021, 20:01 Uhr · Sozialamt"


def test_an_entry_that_was_taken_back_says_so_and_what_stood_before() -> None:
    first = (said("a", ONE, "decision", "end"),)
    back = taking_back(entries(first)[0], words_of(first), "b", 1, "Amt", EVENING + timedelta(minutes=1))
    notes = (*first, back)
    newest = lines(entries(notes), KNOWN, words_of(notes))[0]
    assert (newest.said, newest.before) == ("zurückgenommen, Ergebnis: kein Ergebnis", "Beenden")


def test_new_goals_measures_and_milestones_are_named_by_their_words() -> None:
    notes = (
        said("a", "goal:g", "title", "Alle werden gehört"), said("b", "new:n", "title", "Jugendforum", minutes=1),
        said("c", "milestone:m", "of", "new:n", minutes=2), said("d", "milestone:m", "title", "Auftakt", minutes=3),
        said("e", "agreement", "code", "ZV3", minutes=4), said("f", "new:x", "due", "Ende 2024", minutes=5),
    )  # fmt: skip
    shown = lines(entries(notes), KNOWN, words_of(notes))
    assert [one.about for one in shown] == [
        "Neue Maßnahme: noch ohne Wortlaut", "Nächste Zielvereinbarung",
        "Neuer Meilenstein: Auftakt (Neue Maßnahme: Jugendforum)",
        "Neuer Meilenstein: Auftakt (Neue Maßnahme: Jugendforum)", "Neue Maßnahme: Jugendforum",
        "Neues Ziel: Alle werden gehört",
    ]  # fmt: skip


def test_a_measure_that_is_not_open_gets_its_slide_once_something_was_said_of_it() -> None:
    def words_of_slides(*notes: Note) -> list[str]:
        slides = stage(Slide("massnahme-ZV-1.1", MEASURE, "Beratung", subject=ONE))
        return [slide.word for slide in room_of(slides, KNOWN, words_of(notes), draft(), NOW).slides[:2]]

    assert words_of_slides() == ["massnahme-ZV-1.1", "neu-1"]
    assert words_of_slides(said("a", "measure:ZV/2.1", "decision", "continue")) == [
        "massnahme-ZV-1.1", "massnahme-ZV-2.1",
    ]  # fmt: skip


def test_two_decisions_at_once_stand_on_the_row_as_two_versions() -> None:
    words = words_of((said("a", ONE, "decision", "end"), said("b", ONE, "decision", "change", minutes=1)))
    slides = stage(Slide("hf-1", FIELD, "Steuerung", rows=(Row("Beratung", subject=ONE),)))
    (row,) = room_of(slides, KNOWN, words, draft(), NOW).slides[0].rows
    assert (row.decision, row.right) == ("", "zwei Fassungen")


def test_what_nobody_typed_is_not_listed_until_somebody_changes_it() -> None:
    notes = (
        said("a", "new:n", "title", "Jugendforum"), said("b", "new:n", "field_of_action", "1", minutes=1),
        said("c", "milestone:m", "of", "new:n", minutes=2),
    )  # fmt: skip
    assert [entry.field for entry in typed(entries(notes))] == ["title"]
    moved = (*notes, said("d", "new:n", "field_of_action", "2", "b", minutes=30))
    assert [entry.text for entry in typed(entries(moved))] == ["2", "Jugendforum"]
