"""What somebody has typed into the form, kept apart from the fields, which Streamlit forgets with their page."""

from dataclasses import dataclass, field
from datetime import date

import streamlit as st

from audit_core import agreement, dates
from audit_core.agreement import Agreement, County, ItemKey, ReportEntry, item_order
from audit_core.columns import MELDUNGEN, RECORDED_AT
from audit_core.errors import AuditError, Problem
from audit_core.tables.effect import Effect
from audit_core.tables.in_force import InForce, in_force
from audit_core.terms import NO_AGREEMENT, NO_REPORT, STATUS
from audit_core.upload.parse import Row, Sheet
from audit_core.upload.preview import Preview
from audit_core.wording import reports as wording
from audit_core.wording.numbers import day
from pages import _shell, _upload_reading, _who, _writing

MOST_SIGNS = 5_000
_DRAFT = "_form"
_LINE = 2
_KEPT = ("agreement", "reported_by")
_REASON = MELDUNGEN.column("reason").header


@dataclass(frozen=True, slots=True)
class Shown:
    """A Meldung as its preview shows it: what `apply` takes, what it is about, and what it does to the figures."""

    preview: Preview
    item: ItemKey
    about: str
    finding: str
    effect: Effect | None


@dataclass(frozen=True, slots=True)
class Receipt:
    """A Meldung that has been taken in, with the number of its upload."""

    upload: int
    shown: Shown


@dataclass(slots=True)
class Draft:
    """The form of one session: words by attribute of the column, what is wrong with them, and how far it has come.

    `written` counts how often the program itself wrote a word into a field.
    """

    words: dict[str, str] = field(default_factory=dict)
    written: dict[str, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    shown: Shown | None = None
    refused: str = ""
    receipt: Receipt | None = None

    def word(self, name: str) -> str:
        return self.words.get(name, "")

    def wrong(self, name: str) -> list[str]:
        """What is wrong with a field, as sentences."""
        header = MELDUNGEN.column(name).header
        return [wording.form_message(problem) for problem in self.problems if problem.column == header]


def draft() -> Draft:
    """The draft of this session; a new one speaks of today and of the agreement in force."""
    found = st.session_state.get(_DRAFT)
    if not isinstance(found, Draft):
        plan, today = _shell.known().county, _shell.today()
        current = agreement.in_force(plan.agreements, today)
        found = Draft({"agreement": current.code if current else NO_AGREEMENT, "stated": day(today)})
        st.session_state[_DRAFT] = found
    return found


def widget(name: str) -> str:
    """The key of the widget of a field; a new one after the program wrote into it.

    A widget gets its word as its default and never through the state of the session: a browser that draws it anew
    (on the way back, or when a click overtakes an answer) then shows that word, and does not send an empty one.
    """
    turn = draft().written.get(name, 0)
    return f"am-form-{name}-{turn}" if turn else f"am-form-{name}"


def keep(name: str) -> None:
    """Callback: keeps what was typed or chosen; what was wrong with the field is asked anew."""
    held = draft()
    held.words[name] = st.session_state[widget(name)] or ""
    headers = {column.attribute: column.header for column in MELDUNGEN.columns}
    changed = {headers.get(name), _REASON} if name in ("status", "new_due", "reason") else {headers.get(name)}
    held.problems = tuple(problem for problem in held.problems if problem.column not in changed)
    if name == "agreement":
        if held.word("number") not in measures(_shell.known().county, held.word("agreement")):
            put("number", "")
        put("milestone", "")
    elif name == "number":
        put("milestone", "")


def put(name: str, word: str) -> None:
    """Writes a word into the draft, and into its field."""
    held = draft()
    held.words[name] = word
    held.written[name] = held.written.get(name, 0) + 1


def clear() -> None:
    """Callback: empties the form, except who reports and in which agreement."""
    held = draft()
    kept = {name: held.word(name) for name in _KEPT}
    for name in list(held.words):
        put(name, kept.get(name, "") if name != "stated" else day(_shell.today()))
    held.problems, held.shown, held.refused, held.receipt = (), None, "", None


def back() -> None:
    """From the preview to the fields, with everything still in them."""
    held = draft()
    held.shown, held.refused = None, ""


def renew() -> bool:
    """Makes a preview anew where the database has moved on; True: what is shown now has not been seen before."""
    held = draft()
    if held.shown is None or held.shown.preview.revision == _shell.county().revision:
        return False
    check()
    held.refused = wording.RENEWED
    return True


def begin(item: ItemKey) -> None:
    """A Meldung to this measure or milestone; what is typed already stays."""
    held = draft()
    held.shown = held.receipt = None
    for name, word in zip(("agreement", "number", "milestone"), item, strict=True):
        put(name, (word or NO_AGREEMENT) if name == "agreement" else word or "")


def take_over(entry: ReportEntry) -> None:
    """Callback: fills the form with the Meldung that it would replace."""
    named = "" if entry.progress is None else f"{entry.progress:f}".replace(".", ",")
    words = {
        "stated": entry.stated.text, "status": STATUS[entry.status].label, "progress": named,
        "new_due": entry.new_due.text if entry.new_due else "", "text": entry.text, "reason": entry.reason,
        "reported_by": entry.reported_by, "source": entry.source,
    }  # fmt: skip
    for name, word in words.items():
        put(name, word)


def agreements(plan: County) -> dict[str, str]:
    """What the field Zielvereinbarung offers: the word for the cell, with its wording."""
    rows: list[Agreement] = sorted(plan.agreements, key=lambda row: row.begin.first)
    offered = {row.code: row.title or row.code for row in rows}
    if any(row.agreement is None for row in plan.measures) or not offered:
        offered[NO_AGREEMENT] = NO_AGREEMENT
    return offered


def measures(plan: County, code: str) -> dict[str, str]:
    """What the field Maßnahme offers in an agreement."""
    rows = [row for row in plan.measures if (row.agreement or NO_AGREEMENT) == code]
    return {row.number: f"{row.number} {row.title}" for row in sorted(rows, key=lambda row: item_order(row.key))}


def milestones(plan: County, code: str, number: str) -> dict[str, str]:
    """What the field Meilenstein offers for a measure."""
    rows = [row for row in plan.milestones if (row.agreement or NO_AGREEMENT, row.number) == (code, number)]
    rows.sort(key=lambda row: item_order(row.key))
    named = {row.milestone: f"Meilenstein {row.milestone}: {row.title}" for row in rows}
    return {"": "die Maßnahme als Ganzes", **named}


def item_of(held: Draft) -> ItemKey | None:
    """The measure or milestone that is chosen."""
    code, number = held.word("agreement"), held.word("number")
    if not number:
        return None
    return ItemKey(None if code == NO_AGREEMENT else code, number, held.word("milestone") or None)


def stated_on(held: Draft) -> date | None:
    """The day that the Stand means; None where it is none, or one to come."""
    today = _shell.today()
    try:
        when, stated = dates.stand(held.word("stated"), today)
    except dates.DateError:
        return None
    return None if when.first > today else stated


def in_force_now(held: Draft) -> tuple[InForce | None, date]:
    """What is in force about the chosen item on the day of the Stand, and that day (else today)."""
    as_of, item = stated_on(held) or _shell.today(), item_of(held)
    return (None if item is None else in_force(_shell.known(), item, as_of)), as_of


def sheet_of(words: dict[str, str]) -> Sheet:
    """What was typed as a file of one row, so that it goes through the same check as any file."""
    columns = [column for column in MELDUNGEN.columns if column is not RECORDED_AT]
    typed = {column.header: words.get(column.attribute, "").strip() for column in columns}
    cells = {header: text for header, text in typed.items() if text}
    headers = tuple(column.header for column in columns)
    return Sheet(MELDUNGEN, wording.FORM, headers, (Row(_LINE, cells),), header_line=_LINE - 1)


def check() -> None:
    """The draft becomes a preview, or its fields say what is wrong with them.

    What is only a warning in a file (a missing Grund) is wrong here: the writer is there to add it.
    """
    held = draft()
    sheet = sheet_of(held.words)
    preview = _writing.preview(sheet)
    asked = [
        Problem(_LINE, column.header, "", "")
        for column in MELDUNGEN.columns
        if column.required and column.header not in sheet.rows[0].cells
    ]
    missing = {problem.column for problem in asked}
    found = [problem for problem in preview.errors if problem.column not in missing]
    reasons = [problem for problem in preview.warnings if problem.column == _REASON]
    held.problems = (*asked, *found, *reasons)
    held.shown = None if held.problems else _shown(held, preview)


def _shown(held: Draft, preview: Preview) -> Shown | None:
    item, as_of = item_of(held), stated_on(held)
    if item is None or as_of is None:
        return None
    about = wording.about(item.number, item.milestone)
    if not preview.appended:
        return Shown(preview, item, about, wording.nothing_new(about), None)
    entry = preview.appended[0].value
    assert isinstance(entry, ReportEntry)
    before = in_force(_shell.known(), item, as_of)
    finding = wording.preview_finding(
        about, before.status if before else NO_REPORT.code, entry.status, entry.stated.text,
        bool(before and before.replaced),
    )  # fmt: skip
    return Shown(preview, item, about, finding, _upload_reading.effect_of(preview))


def apply(by: str) -> None:
    """Takes the preview in; where it is refused, the sentence stands above it and nothing typed is lost."""
    held = draft()
    shown = held.shown
    if shown is None:  # a second click on the same button
        return
    if not by:
        held.refused = _who.missing()
        return
    try:
        number = _writing.apply(shown.preview, by)
    except AuditError as error:
        _shell.log("A Meldung was not taken in", error)
        held.refused = str(error)
        return
    clear()
    held.receipt = Receipt(number, shown)
