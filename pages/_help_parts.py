"""What Hilfe puts together: the choice of a section, the search, and the HTML of its entries, each value escaped."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from html import escape

import streamlit as st

from audit_core.docs import help as contents
from audit_core.docs.help import FileEntry, Help
from audit_core.docs.rules import Rule, Wording
from audit_core.docs.small_county import Example, Outcome
from audit_core.tables.csv_text import MIME
from audit_core.terms import SCHEDULE, Schedule
from audit_core.wording import numbers
from pages import _parts

SECTION, SEARCH, FILE = "teil", "am-help-search", "am-help-file"
FIRST_FILE = "meldungen"
INTRODUCTION = {
    contents.RULES: "Jedes Beispiel rechnet das Programm selbst, so wie auf allen Seiten.",
    contents.STATUS_LIST: "Den Status melden die Stellen, die Terminlage berechnet das Programm aus Status und Frist.",
    contents.COLUMNS: "Eine Datei (CSV) hat eine Kopfzeile, jede Zeile ist eine Angabe. Groß- und Kleinschreibung und "
    "Leerzeichen der Überschriften sind gleich, ihre Reihenfolge ist frei.",
    contents.WORDS: "Ein Wort bedeutet auf jeder Seite dasselbe.",
    contents.PAGE_LIST: "Die Auswahl jeder Seite steht in ihrer Adresse: Ein Link öffnet dieselbe Ansicht.",
    contents.KEY_LIST: "Genannt ist, was ausprobiert wurde (Chromium).",
    contents.ACCESSIBILITY: "Maßstab ist WCAG 2.1, Stufen A und AA, so weit Streamlit sie zulässt.",
}


def chosen() -> tuple[str, str]:
    """The section that is shown, and the word that is searched for, chosen in one line."""
    asked = st.query_params.get(SECTION, contents.RULES)
    with st.container(
        key="am-help-choice", horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
    ):
        section = st.segmented_control(
            "Teil der Hilfe", contents.SECTIONS, default=contents.RULES, required=True, key=SECTION,
            label_visibility="collapsed", bind="query-params", on_change=_forget_search, wrap=True,
        )  # fmt: skip
        word = st.text_input(
            "In der Hilfe suchen", key=SEARCH, placeholder="In der Hilfe suchen", label_visibility="collapsed",
            type="search", icon=":material/search:", width=280, live=True,
        )  # fmt: skip
    if asked not in contents.SECTIONS:
        st.html(_parts.alert([unknown_section(asked)]))
    return section or contents.RULES, (word or "").strip()[:80]


def unknown_section(asked: str) -> str:
    """What is said when the address names a section that does not exist."""
    return (
        f"Einen Teil ‚{asked[:40]}‘ hat die Hilfe nicht (möglich: {', '.join(contents.SECTIONS)}). "
        f"Gezeigt: {contents.RULES}."
    )


def _forget_search() -> None:
    st.session_state[SEARCH] = ""


def file() -> FileEntry:
    """The exchange file that is chosen."""
    names = {entry.file.name: entry.file.title for entry in contents.everything().files}
    name = st.pills(
        "Datei", list(names), format_func=lambda word: names[word], default=FIRST_FILE, required=True, key=FILE,
        label_visibility="collapsed",
    )  # fmt: skip
    return contents.of_file(name or FIRST_FILE).files[0]


def save_template(entry: FileEntry) -> None:
    """The button that saves an empty exchange file."""
    st.download_button(
        f"Leere Vorlage {entry.file.name}.csv speichern", contents.template(entry.file), f"{entry.file.name}.csv", MIME,
        key="am-help-template", on_click="ignore", type="tertiary",
    )  # fmt: skip


def pages(shown: Help, headed: bool = False) -> None:
    """The pages with a way to each and its question; `headed`: below the name of their section."""
    if shown.pages and headed:
        st.header(contents.PAGE_LIST, anchor=False)
    for page in shown.pages:
        with st.container(key=f"am-help-page-{page.word}", horizontal=True, vertical_alignment="center", gap="small"):
            st.page_link(page.file, label=page.title, width=190)
            st.html(f'<div class="am-help-text">{escape(page.question)}</div>')


def hits(word: str, shown: Help) -> str:
    """How many entries a search found."""
    found = len(contents.entries(shown))
    if not found:
        return f"Zu ‚{word}‘ steht in der Hilfe nichts. Versuchen Sie ein kürzeres oder anderes Wort."
    return f"{numbers.count(found, 'Eintrag', 'Einträge')} zu ‚{word}‘ in allen Teilen der Hilfe."


@lru_cache(maxsize=32)
def body(shown: Help, headed: bool = False) -> str:
    """Everything of a part of Hilfe that is text; `headed`: with the name of its section above each."""
    rules = "".join(_group(group.title, group.rules) for group in shown.rules)
    if headed and shown.rules:
        rules = _group(contents.RULES, [rule for group in shown.rules for rule in group.rules])
    parts = (
        (contents.RULES, rules, False),
        (contents.STATUS_LIST, _beside(_statuses(shown), _schedules(shown)), False),
        (contents.COLUMNS, "".join(_file(entry, headed) for entry in shown.files), headed),
        (contents.WORDS, _definitions((term.label, term.meaning) for term in shown.terms), headed),
        (contents.KEY_LIST, _keys(shown), headed),
        (contents.ACCESSIBILITY, _access(shown), False),
    )
    return "".join(
        f'<section class="am-help">{f"<h2>{title}</h2>" if named else ""}{html}</section>'
        for title, html, named in parts
        if html
    )


def _beside(*tables: str) -> str:
    """Tables that stand side by side where there is room."""
    html = "".join(f"<div>{table}</div>" for table in tables if table)
    return f'<div class="am-help-two">{html}</div>' if html else ""


def _group(title: str, rules: Sequence[Rule]) -> str:
    return f'<h2>{escape(title)}</h2><div class="am-rules">{"".join(_rule(rule) for rule in rules)}</div>'


def _rule(rule: Rule) -> str:
    examples = "".join(_example(example) for example in rule.examples)
    return (
        f'<article class="am-rule"><h3>{escape(rule.title)} <span>{rule.code}</span></h3>'
        f"<p>{escape(rule.text)}</p>{examples}{_wordings(rule.wordings)}</article>"
    )


def _example(example: Example) -> str:
    rows = "".join(f"<div><dt>{escape(row.case)}</dt><dd>{_result(row)}</dd></div>" for row in example.outcomes)
    return f'<div class="am-example"><p><b>Beispiel</b> {escape(example.given)}</p><dl>{rows}</dl></div>'


def _result(row: Outcome) -> str:
    if row.status:
        return f'<span class="am-status">{_parts.chip(row.status)}{escape(row.result)}</span>'
    alarm = row.result.startswith(SCHEDULE["overdue"].symbol)
    return f'<span class="am-alarm">{escape(row.result)}</span>' if alarm else escape(row.result)


def _wordings(rows: Sequence[Wording]) -> str:
    cells = [(escape(row.text), numbers.day(row.begin), numbers.day(row.due)) for row in rows]
    return _table("am-help-dates", ("So geschrieben", "als Beginn", "als Frist oder Stand"), cells)


def _statuses(shown: Help) -> str:
    rows = [
        (_parts.status(row.status.code), escape(row.group),
         escape(", ".join(row.words)) + (f"<small>{escape(row.remark)}</small>" if row.remark else ""))
        for row in shown.statuses
    ]  # fmt: skip
    return _titled("Status", _table("am-help-statuses", ("Status", "Gruppe", "Auch gelesen werden"), rows))


def _schedules(shown: Help) -> str:
    rows = [(_sign(row.schedule), escape(row.meaning)) for row in shown.schedules]
    return _titled("Terminlage", _table("am-help-schedules", ("Terminlage", "Bedeutung"), rows))


def _sign(row: Schedule) -> str:
    """A Terminlage as symbol and word; none at all is a dash only."""
    word = escape(row.label) if row.label != row.symbol else ""
    return f'<span class="am-help-sign">{escape(row.symbol)}</span>{word}'


def _titled(title: str, html: str) -> str:
    return f"<h2>{title}</h2>{html}" if html else ""


def _file(entry: FileEntry, headed: bool) -> str:
    rows = [
        (f"<b>{escape(row.column.header)}</b>", escape(row.required), escape(str(row.column.kind)),
         escape(row.column.help), escape(", ".join(row.synonyms)) or "–")
        for row in entry.columns
    ]  # fmt: skip
    heading = f"<h3>{escape(entry.file.title)}</h3>" if headed else ""
    return heading + _table(
        "am-help-columns", ("Spalte", "Pflicht", "Inhalt", "Bedeutung", "Auch erkannt als"), rows
    )


def _definitions(rows: Iterable[tuple[str, str]]) -> str:
    html = "".join(f"<div><dt>{escape(word)}</dt><dd>{escape(text)}</dd></div>" for word, text in rows)
    return f'<dl class="am-terms">{html}</dl>' if html else ""


def _keys(shown: Help) -> str:
    rows = [
        (" ".join(f"<kbd>{escape(key)}</kbd>" for key in row.keys.split(" / ")), escape(row.where), escape(row.does))
        for row in shown.keys
    ]
    return _table("am-help-keys", ("Taste", "Wo", "Was geschieht"), rows)


def _access(shown: Help) -> str:
    kept = _definitions((row.title, row.text) for row in shown.access if row.kept)
    open_ = _definitions((row.title, row.text) for row in shown.access if not row.kept)
    parts = (("Was geht", kept), ("Was Streamlit, auf dem die Seiten laufen, nicht zulässt", open_))
    return "".join(_titled(title, html) for title, html in parts)


def _table(kind: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table whose cells are HTML; on a phone each row becomes a small card that names its cells."""
    lines = "".join(
        "<tr>" + "".join(f'<td data-head="{escape(name)}"><span>{cell}</span></td>' for name, cell in
                         zip(head, row, strict=True)) + "</tr>"
        for row in rows
    )  # fmt: skip
    if not lines:
        return ""
    names = "".join(f'<th scope="col">{escape(name)}</th>' for name in head)
    return f'<table class="am-help-table {kind}"><thead><tr>{names}</tr></thead><tbody>{lines}</tbody></table>'


def introduction(section: str) -> None:
    """The quiet line above a section."""
    st.html(_parts.note(INTRODUCTION[section]))


