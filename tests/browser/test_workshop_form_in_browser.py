"""The live form in front of the room: what is typed arrives within seconds, whatever happens to server or browser."""

import re
import sqlite3
import time
from collections.abc import Callable, Iterator

import pytest
from evening import Hall, Person, slide_of
from playwright.sync_api import Browser, Locator, expect
from test_screens_in_browser import ENGLISH
from wcag import violations

SHOWN = """() => {
    const active = document.activeElement, style = getComputedStyle(active);
    return active !== document.body && style.outlineStyle === 'solid' && parseFloat(style.outlineWidth) >= 2;
}"""


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    hall = Hall(tmp_path_factory.mktemp("hall"))
    hall.start()
    yield hall
    hall.kill()


@pytest.fixture
def room(chromium: Browser, hall: Hall) -> Iterator[Callable[[str], Person]]:
    """Opens laptops in the hall: each with a browser of its own."""
    there: list[Person] = []

    def person(name: str) -> Person:
        one = Person(chromium, hall, name)
        one.page.add_init_script(f"localStorage.setItem('auditmonitor.workshop-name', '{name}')")
        there.append(one)
        return one

    yield person
    for one in there:
        one.context.close()


def texts(hall: Hall, subject: str, field: str) -> list[str]:
    """All versions of a field in the database, oldest first."""
    return [note.text for note in hall.notes() if (note.subject, note.field) == (subject, field)]


def arrives(hall: Hall, subject: str, field: str, text: str, within: float) -> None:
    until = time.monotonic() + within
    while text not in texts(hall, subject, field):
        assert time.monotonic() < until, texts(hall, subject, field)
        time.sleep(0.1)


def open_measure(person: Person, subject: str) -> Locator:
    """The slide of a measure with the caret in its Grund."""
    person.open(slide_of(subject))
    reason = person.field(subject, "reason")
    reason.focus()
    return reason


def test_what_is_typed_is_in_the_database_within_three_seconds_even_while_one_types_on(
    room: Callable[[str], Person], hall: Hall
) -> None:
    subject, person = "measure:ZV1/1.1.1", room("Koordination")
    reason = open_measure(person, subject)
    began = time.monotonic()
    while time.monotonic() - began < 3:
        person.page.keyboard.type("Wort ", delay=40)
    assert texts(hall, subject, "reason") != []
    person.page.keyboard.type("Ende")
    whole = reason.input_value()
    arrives(hall, subject, "reason", whole, 3)
    person.is_saved()
    expect(reason).to_be_focused()
    expect(person.page.locator(".wf-name-reason .wf-saved").first).to_have_text("gespeichert 23:59, Koordination")
    assert {note.recorded_by for note in hall.notes()} == {"Koordination"}


def test_keys_of_a_field_decide_nothing_and_the_keyboard_alone_decides(
    room: Callable[[str], Person], hall: Hall
) -> None:
    subject, person = "measure:ZV1/1.1.2", room("Koordination")
    open_measure(person, subject)
    person.page.keyboard.type("fabel FAEB")
    person.page.keyboard.press("ArrowLeft")
    person.is_saved()
    assert person.slide == slide_of(subject)
    assert texts(hall, subject, "decision") == []
    person.leave()
    person.page.keyboard.press("e")
    arrives(hall, subject, "decision", "replace", 3)
    person.is_saved()
    person.page.keyboard.press("e")  # once more, or somebody else for the same: it stays
    assert person.waiting() == 0
    reached = set()
    for key in (*["Shift+Tab"] * 4, *["Tab"] * 14):
        person.page.keyboard.press(key)
        assert person.page.evaluate(SHOWN)
        reached.add(person.page.evaluate("document.activeElement.dataset.field || document.activeElement.dataset.code"))
    assert {"continue", "end", "reason", "title", "goal", "responsible", "due", "description"} <= reached
    person.page.locator(f'.wf-group[data-subject="{subject}"] [data-code="end"]').focus()
    person.page.keyboard.press("Enter")
    arrives(hall, subject, "decision", "end", 3)
    person.page.keyboard.press("Enter")  # the button of what is chosen takes it back
    arrives(hall, subject, "decision", "", 3)
    assert texts(hall, subject, "decision") == ["replace", "end", ""]


def test_a_missing_reason_is_asked_and_a_frist_that_is_none_is_answered_and_kept(
    room: Callable[[str], Person], hall: Hall
) -> None:
    subject, person = "measure:ZV1/1.1.3", room("Koordination")
    person.open(slide_of(subject))
    person.page.keyboard.press("b")
    asked = person.page.get_by_text("Bitte einen Grund aufschreiben: Er steht später im Protokoll.")
    expect(asked).to_be_visible()
    person.write(subject, "reason", "Das Land fördert es nicht mehr.")
    expect(asked).to_be_hidden()
    person.write(subject, "due", "irgendwann")
    expect(person.page.get_by_text("‚irgendwann‘ ist kein Datum.")).to_be_visible()
    expect(person.field(subject, "due")).to_have_value("irgendwann")
    assert violations(person.page) == set()
    person.field(subject, "due").fill("Ende 2027")
    expect(person.page.get_by_text("ist kein Datum.")).to_be_hidden()
    person.is_saved()
    assert texts(hall, subject, "due")[-1] == "Ende 2027"


def test_a_reload_in_mid_typing_loses_nothing_and_asks_nothing(room: Callable[[str], Person], hall: Hall) -> None:
    subject, person = "measure:ZV1/1.2.1", room("Koordination")
    open_measure(person, subject)
    person.page.keyboard.type("Mitten im Wort abgebro")
    person.reload()
    expect(person.field(subject, "reason")).to_have_value("Mitten im Wort abgebro")
    arrives(hall, subject, "reason", "Mitten im Wort abgebro", 5)
    expect(person.page.locator("#wf-name")).to_have_count(0)
    person.write(subject, "reason", "chen")
    arrives(hall, subject, "reason", "Mitten im Wort abgebrochen", 3)


def test_two_in_one_field_at_once_see_both_versions_and_one_of_them_is_taken(
    room: Callable[[str], Person], hall: Hall
) -> None:
    subject, one, other = "measure:ZV1/1.2.2", room("Koordination"), room("Jugendamt")
    mine, theirs = open_measure(one, subject), open_measure(other, subject)
    for first, second in (("Kein ", "Keine "), ("Geld", "Leute")):
        one.page.keyboard.type(first)
        other.page.keyboard.type(second)
    for person in (one, other):
        shown = person.page.locator(".wf-name-reason .wf-versions").first
        expect(shown.locator("strong")).to_have_text("Zwei Fassungen", timeout=15_000)
        expect(shown.locator(".wf-version")).to_have_text([re.compile("Ke"), re.compile("Ke")])
        assert set(shown.locator(".wf-version").all_inner_texts()) == {"Kein Geld", "Keine Leute"}
    assert violations(other.page) == set()
    expect(mine).to_have_value("Kein Geld")
    expect(theirs).to_have_value("Keine Leute")
    other.page.get_by_role("button", name="Diese nehmen: Kein Geld").click()
    for person in (one, other):
        expect(person.page.locator(".wf-name-reason .wf-versions").first).to_be_hidden(timeout=15_000)
        expect(person.field(subject, "reason")).to_have_value("Kein Geld")
    assert texts(hall, subject, "reason")[-1] == "Kein Geld" and "Keine Leute" in texts(hall, subject, "reason")


def test_what_others_write_comes_into_a_field_that_nobody_changes_and_stays_out_of_one_that_is(
    room: Callable[[str], Person], hall: Hall
) -> None:
    subject, one, other = "measure:ZV1/1.2.3", room("Koordination"), room("Jugendamt")
    open_measure(one, subject)
    open_measure(other, subject)
    other.write(subject, "title", "Ein Haus für alle")
    other.write(subject, "reason", "Es fehlt ein Dach.")
    one.page.keyboard.type("Ich schreibe ")
    expect(one.field(subject, "title")).to_have_value("Ein Haus für alle", timeout=15_000)
    one.page.keyboard.type("weiter")
    expect(one.field(subject, "reason")).to_have_value("Ich schreibe weiter")
    expect(one.field(subject, "reason")).to_be_focused()


def test_a_server_that_dies_while_one_types_or_closes_the_laptop_loses_nothing(
    room: Callable[[str], Person], hall: Hall
) -> None:
    subject, person = "measure:ZV1/1.3.1", room("Koordination")
    left, closing = "measure:ZV1/1.3.2", room("Jugendamt")
    open_measure(closing, left)
    reason = open_measure(person, subject)
    person.page.keyboard.type("Erst fehlte das Geld, ")
    hall.kill()
    closing.page.keyboard.type("Nur auf diesem Gerät")
    closing.page.close()
    person.page.keyboard.type("dann das Personal, ", delay=100)
    told = person.page.locator(".wf-status")
    expect(told).to_have_text(re.compile(r"^Verbindung unterbrochen\. .* nachgesendet\.$"), timeout=10_000)
    person.page.wait_for_timeout(2500)  # Streamlit's own dialog about the connection would be there by now
    assert ENGLISH.findall(person.page.locator("body").inner_text()) == []
    person.page.keyboard.type("zuletzt die Zeit.")
    expect(reason).to_be_focused()
    expect(reason).to_have_value("Erst fehlte das Geld, dann das Personal, zuletzt die Zeit.")
    person.leave()
    person.page.keyboard.press("a")
    person.page.get_by_role("button", name="+ Meilenstein hinzufügen").click()
    person.page.keyboard.type("Neuer Antrag")
    assert person.waiting() >= 3 and texts(hall, subject, "decision") == []
    expect(person.page.get_by_text("gespeichert", exact=False).locator("visible=true")).to_have_count(0)
    assert violations(person.page) == set()
    hall.start()
    person.is_saved()
    assert texts(hall, subject, "reason")[-1] == "Erst fehlte das Geld, dann das Personal, zuletzt die Zeit."
    assert texts(hall, subject, "decision") == ["change"]
    (new,) = {note.subject for note in hall.notes() if note.text == "Neuer Antrag"}
    assert new.startswith("milestone:") and texts(hall, new, "of") == [subject]
    expect(told).to_have_text("Alles gespeichert.")
    assert texts(hall, left, "reason") == []
    closing.page = closing.context.new_page()  # whoever opens the workshop next on that laptop, on whatever slide
    closing.open("lage")
    arrives(hall, left, "reason", "Nur auf diesem Gerät", 20)


def test_a_row_is_chosen_decided_and_opened_by_keyboard_or_mouse(room: Callable[[str], Person], hall: Hall) -> None:
    person = room("Koordination")
    person.open("hf-2")
    first, second, third = person.rows()[:3]
    chosen = person.page.locator("li.slide-row.is-chosen")
    expect(chosen).to_have_attribute("data-subject", first)
    person.page.keyboard.press("ArrowDown")
    expect(chosen).to_have_attribute("data-subject", second)
    person.page.keyboard.press("f")
    arrives(hall, second, "decision", "continue", 3)
    person.is_saved()
    expect(chosen).to_have_attribute("data-subject", second)
    assert violations(person.page) == set()
    person.page.locator(f'li.slide-row[data-subject="{third}"] .slide-row-choose').click()
    expect(chosen).to_have_attribute("data-subject", third)
    person.page.get_by_role("button", name="Öffnen").click()
    person.stands(slide_of(third))


def test_a_new_measure_of_the_room_is_written_struck_out_and_fetched_back(
    room: Callable[[str], Person], hall: Hall
) -> None:
    person = room("Koordination")
    person.open("neu-3")
    person.page.get_by_role("button", name="+ Maßnahme hinzufügen").click()
    person.page.keyboard.type("Dorfläden fördern")
    person.is_saved()
    (subject,) = {note.subject for note in hall.notes() if note.text == "Dorfläden fördern"}
    assert subject.startswith("new:") and texts(hall, subject, "field_of_action") == ["3"]
    person.leave()
    person.page.get_by_role("button", name="Streichen: Neue Maßnahme").click()
    expect(person.page.get_by_text("Neue Maßnahme: Dorfläden fördern")).to_be_visible()
    person.page.get_by_role("button", name="Zurückholen: Neue Maßnahme").click()
    person.is_saved()
    expect(person.field(subject, "title")).to_have_value("Dorfläden fördern")
    assert texts(hall, subject, "left") == ["ja", ""]
    assert violations(person.page) == set()
    person.open(subject.replace("new:", "neu-"))
    chosen = person.field(subject, "field_of_action")
    for key in ("ArrowDown", "Escape", "ArrowUp"):  # one looks through the list, which changes nothing
        chosen.focus()
        person.page.keyboard.press(key)
    expect(person.page.get_by_text("Die Eingabetaste übernimmt die Auswahl, Esc verwirft sie.")).to_be_visible()
    assert person.waiting() == 0 and texts(hall, subject, "field_of_action") == ["3"]
    person.page.keyboard.press("Enter")
    arrives(hall, subject, "field_of_action", "2", 3)


def test_a_database_that_takes_nothing_is_told_on_stage_and_gets_everything_later(
    room: Callable[[str], Person], hall: Hall
) -> None:
    assert hall.errors() == []
    subject, person = "measure:ZV1/1.3.3", room("Koordination")
    open_measure(person, subject)
    refusing = "BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"
    with sqlite3.connect(hall.database) as connection:
        connection.execute(f"CREATE TRIGGER full BEFORE INSERT ON workshop_notes {refusing}")
    person.page.keyboard.type("Bleibt erhalten")
    expect(person.page.locator(".wf-status")).to_have_text(
        "Auf dem Datenträger der Datenbank ist kein Platz mehr. Bitte Platz schaffen lassen. "
        "Alles Getippte ist auf diesem Gerät aufgehoben und wird nachgesendet.", timeout=10_000,
    )  # fmt: skip
    assert texts(hall, subject, "reason") == [] and person.waiting() == 1
    person.page.get_by_role("button", name="+ Meilenstein hinzufügen").click()
    person.page.keyboard.type("Noch nicht gespeichert")
    person.reload()
    expect(person.page.locator(".wf-of-milestone textarea").last).to_have_value("Noch nicht gespeichert")
    person.page.locator(".st-key-am-stage-leave button").click()
    told = person.page.locator(".wf-status")
    expect(told).to_have_text(re.compile("^3 Einträge warten noch auf diesem Gerät .* kein Platz mehr"), timeout=10_000)
    person.page.keyboard.press("b")  # no key decides off the stage
    assert person.waiting() == 3 and violations(person.page) == set()
    with sqlite3.connect(hall.database) as connection:
        connection.execute("DROP TRIGGER full")
    person.is_saved()
    expect(told).to_have_text("Alles gespeichert.")
    (new,) = {note.subject for note in hall.notes() if note.text == "Noch nicht gespeichert"}
    assert texts(hall, new, "of") == [subject]
    assert texts(hall, subject, "reason") == ["Bleibt erhalten"]
