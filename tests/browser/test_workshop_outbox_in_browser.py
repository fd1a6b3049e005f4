"""The outbox of the workshop by itself, in a browser without a server: two windows, clocks, a store that is full."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from audit_core.wording.workshop_forms import SCRIPT

ASSETS = Path(__file__).resolve().parents[2] / "pages" / "_assets"
SOURCES = "\n".join(
    (ASSETS / f"workshop_{name}.js").read_text(encoding="utf-8") for name in ("outbox", "fields", "groups", "telling")
)
# A database that takes every word once; `answer` gives what the server would say of what was sent last.
SERVER = """
    window.day = Date.now.bind(Date);
    window.world = (room) => {
        localStorage.clear();
        Date.now = day;
        const state = { now: 0, stored: [], sent: 0 };
        performance.now = () => state.now;
        const open = () => {
            const box = new Outbox();
            box.send = (message) => { box.last = message.notes; state.sent += 1; };
            box.enter(room);
            return box;
        };
        const store = (box) => {
            const received = [], taken = [];
            for (const note of box.last) {
                const held = state.stored.find((one) => one.word === note.word);
                if (!held) state.stored.push(note);
                (!held || held.text === note.text ? received : taken).push(note.word);
            }
            return () => box.hear(received, taken, {});
        };
        const chain = () => state.stored.map((one) => [
            one.text, one.parents.map((word) => state.stored.find((other) => other.word === word)?.text)]);
        const telling = (box, more = {}) => {
            const known = { words: WORDS, failure: "", writes: true, off: false, form: { groups: [], adders: [] } };
            const one = new Telling({ known: { ...known, ...more }, outbox: box, isSlow: () => true });
            return () => { one.tell(); return one.status.textContent; };
        };
        const app = document.querySelector("[data-testid=stApp]").dataset;
        app.testConnectionState = "CONNECTED";
        app.testScriptState = "notRunning";
        return { state, open, store, chain, telling, app };
    };
"""
FULL = "Storage.prototype.setItem = () => { throw new Error('QuotaExceededError'); };"
Run = Callable[[str], Any]


@pytest.fixture(scope="module")
def run(chromium: Browser) -> Iterator[Run]:
    """Runs a scene: lines of script with the world of one room in `w`."""
    with chromium.new_context() as context:
        page = context.new_page()
        blank = '<!doctype html><div data-testid="stApp"></div>'
        page.route("http://workshop.test/", lambda route: route.fulfill(body=blank, content_type="text/html"))
        page.goto("http://workshop.test/")
        page.add_script_tag(content=f"{SOURCES}\nconst whole = Storage.prototype.setItem;\n{SERVER}")
        page.evaluate("words => { window.WORDS = words; }", SCRIPT)
        begin = "Storage.prototype.setItem = whole; const w = world('r');"
        yield lambda scene: page.evaluate(f"() => {{ {begin} {scene} }}")


def test_a_duplicated_window_leaves_one_line_of_versions_of_what_one_person_types(run: Run) -> None:
    found = run("""
        const a = w.open(), b = w.open();
        a.say("s", "reason", "ab", [], "Anna");
        const early = b.adopt();
        Date.now = () => day() + 6000;  // it rests, as while the server is away
        b.adopt(); b.flush(); w.store(b)();
        Date.now = day;
        a.say("s", "reason", "abc", [], "Anna"); a.flush();
        const answer = w.store(a);
        a.say("s", "reason", "abcd", [], "Anna");  // before the answer comes
        answer();
        const shown = a.pending("s", "reason").text;
        a.flush(); w.store(a)();
        return [early, a.tab === b.tab, shown, w.chain(), a.waiting().length, localStorage.length];
    """)
    assert found == [False, False, "abcd", [["ab", []], ["abcd", ["ab"]]], 0, 0]


def test_a_message_that_gets_another_name_keeps_its_place(run: Run) -> None:
    found = run("""
        const a = w.open();
        const one = a.say("s", "title", "eins", [], "Anna");
        a.say("s", "reason", "zwei", [], "Anna");
        a.flush(); a.hear([], [one], {});
        return [[...a.entries.values()].map((e) => e.text), a.pending("s", "title").parents.includes(one)];
    """)
    assert found == [["eins", "zwei"], True]


def test_what_was_left_behind_is_taken_over_at_once_after_a_reload_and_stands_before_what_is_typed_on(run: Run) -> None:
    found = run("""
        const a = w.open();
        a.say("s", "reason", "vorher", [], "Anna"); a.release();
        const b = w.open();
        const shown = b.pending("s", "reason").text;
        b.say("s", "reason", "vorher und nachher", [], "Anna");
        b.flush(); w.store(b)();
        return [shown, w.chain()];
    """)
    assert found == ["vorher", [["vorher", []], ["vorher und nachher", ["vorher"]]]]


def test_who_types_on_after_a_refusal_stands_on_what_is_stored(run: Run) -> None:
    found = run("""
        const a = w.open();
        const long = a.say("s", "reason", "zu lang", ["w0"], "Anna"); a.flush();
        a.say("s", "reason", "kurz", ["w0"], "Anna");
        a.hear([], [], { [long]: "Zu lang." });
        return [...a.entries.values()].map((e) => [e.text, e.parents, e.refused]);
    """)
    assert found == [["kurz", ["w0"], ""]]


def test_a_clock_that_is_set_back_stops_nothing_and_a_time_to_come_counts_as_rested(run: Run) -> None:
    found = run("""
        const a = w.open();
        a.say("s", "reason", "x", [], "Anna");
        Date.now = () => day() - 3600e3;
        w.state.now += 900; a.tick();
        const sent = w.state.sent;
        a.say("s", "reason", "y", [], "Anna");
        const inOrder = [...a.entries.values()].every((e, n, all) => !n || all[n - 1].begun < e.begun);
        return [sent, inOrder, w.open().entries.size];  // for a new window only x, an hour ahead, rests
    """)
    assert found == [1, True, 1]


def test_a_store_that_is_full_is_told_and_what_is_typed_is_sent_from_memory(run: Run) -> None:
    found = run(f"""
        const a = w.open(), told = w.telling(a);
        {FULL}
        a.say("s", "reason", "wichtig", [], "Anna");
        w.app.testConnectionState = "DISCONNECTED";
        const away = told();
        w.app.testConnectionState = "CONNECTED";
        const refusing = w.telling(a, {{ failure: "Kein Platz." }})();
        a.flush(); w.store(a)();
        return [away, refusing, w.chain(), told()];
    """)
    fragile = "Dieser Browser kann nichts aufheben: Bitte die Seite nicht schließen, bis alles gespeichert ist."
    assert found == [
        f"Verbindung unterbrochen. {fragile}", f"Kein Platz. {fragile}", [["wichtig", []]], "Alles gespeichert.",
    ]  # fmt: skip


def test_only_where_no_answer_comes_the_connection_is_called_interrupted(run: Run) -> None:
    found = run("""
        const a = w.open(), told = w.telling(a);
        a.say("s", "reason", "x", [], "Anna"); a.flush();
        w.state.now += 7000;
        const silent = told();
        w.app.testScriptState = "running";
        const busy = told();
        return [silent, busy, w.telling(a, { failure: "Die Datenbank ist gerade beschäftigt." })()];
    """)
    kept = "Alles Getippte ist auf diesem Gerät aufgehoben und wird nachgesendet."
    assert found == [
        f"Verbindung unterbrochen. {kept}", f"Das Speichern dauert länger als sonst. {kept}",
        f"Die Datenbank ist gerade beschäftigt. {kept}",
    ]  # fmt: skip


def test_after_a_refusal_it_is_never_said_that_all_is_stored(run: Run) -> None:
    found = run("""
        const a = w.open(), told = w.telling(a);
        const word = a.say("s", "reason", "x", [], "Anna"); a.flush();
        const before = told();
        a.hear([], [], { [word]: "Das ist zu lang." });
        const after = told();
        return [before, after, w.open().waiting().length];
    """)
    assert found == ["wird gespeichert …", "Nicht gespeichert: ‚x‘. Das ist zu lang.", 0]


def test_who_began_the_evening_stands_in_the_field_and_signs_the_first_decision(run: Run) -> None:
    found = run("""
        const form = { groups: [1], adders: [], by_row: true };
        const one = new Telling({ known: { words: WORDS, writes: true, form } });
        const named = (name, proposed) => { one.hear(name, proposed); one.showName(); return one.who; };
        const proposed = named("", "Frau Müller, Landratsamt").querySelector("input").value;
        const signed = one.sign();
        const shown = one.who.querySelector("span").textContent;
        one.hear("Jugendamt", "Frau Müller, Landratsamt");  // begun anew, while the page stayed open
        const anew = one.sign();
        one.call("Anna"); one.sign();
        one.call("Berta"); one.sign();
        one.hear("Berta", ""); one.hear("Berta", "");
        return [proposed, signed, shown, anew, one.sign()];
    """)
    assert found == [
        "Frau Müller, Landratsamt", "Frau Müller, Landratsamt", "Es schreibt: Frau Müller, Landratsamt", "Jugendamt",
        "Berta",
    ]  # fmt: skip


def test_off_the_stage_it_is_told_how_much_waits(run: Run) -> None:
    found = run("""
        const a = w.open(), off = (more = {}) => w.telling(a, { off: true, ...more })();
        const nothing = off();
        a.say("s", "reason", "x", [], "Anna");
        const one = off();
        a.say("s", "title", "y", [], "Anna");
        return [nothing, one, off({ failure: "Kein Platz." })];
    """)
    assert found == [
        "", "1 Eintrag wartet noch auf diesem Gerät und wird nachgesendet.",
        "2 Einträge warten noch auf diesem Gerät und werden nachgesendet. Kein Platz.",
    ]  # fmt: skip
