"""What `docs --check` finds: stale lists in README.md, and what Hilfe, the pages or the rules do not agree about."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from audit_core.columns import FILES
from audit_core.docs.help import ColumnEntry, Entry, Help, ScheduleEntry, StatusEntry, entries, everything, texts
from audit_core.docs.pages import PAGES, HelpPage
from audit_core.docs.readme import README, ROOT
from audit_core.docs.readme import problems as readme_problems
from audit_core.terms import SCHEDULE, STATUS, TERMS, Term

_CITED = re.compile(r"\bR(\d+)\b")
_SPAN = re.compile(r"\bR(\d+)–R(\d+)\b")
_LISTED = re.compile(r'st\.Page\("([^"]+)", title="([^"]+)"')


def check(commands: Mapping[str, str], readme: Path = README, shown: Help | None = None) -> list[str]:
    """What is stale or missing in README.md and in Hilfe (`shown`, the present one if None), a German sentence each."""
    return [
        *readme_problems(commands, readme),
        *help_problems(shown or everything(), cited_rules(ROOT / "audit_core")),
        *page_problems(ROOT / "pages"),
    ]


def help_problems(shown: Help, cited: Iterable[str]) -> list[str]:
    """Every status, word, Terminlage, file, column, header, term, page or rule that Hilfe does not show."""
    words = {(type(entry), text) for entry in entries(shown) for text in texts(entry)}
    rules = {rule.code for group in shown.rules for rule in group.rules}
    files = {entry.file.name: {column.column.header for column in entry.columns} for entry in shown.files}
    missing = [f"{what} ‚{word}‘" for kind, what, word in _wanted() if (kind, word) not in words]
    missing += [f"die Datei ‚{file.name}‘" for file in FILES if file.name not in files]
    missing += [
        f"die Spalte ‚{column.header}‘ der Datei ‚{file.name}‘"
        for file in FILES for column in file.columns
        if column.header not in files.get(file.name, {column.header})
    ]  # fmt: skip
    missing += [f"die Regel {code}" for code in cited if code not in rules]
    return [f"Hilfe: Es fehlt {what}." for what in missing]


def _wanted() -> Iterator[tuple[type[Entry], str, str]]:
    """What Hilfe has to say in these very words: the kind of entry, what it is, the word."""
    for status in STATUS.values():
        yield StatusEntry, "der Status", status.label
        for word in (*status.words, *(f"{start} …" for start in status.openings)):
            yield StatusEntry, "das Statuswort", word
    for row in SCHEDULE.values():
        yield ScheduleEntry, "die Terminlage", row.label
    for term in TERMS:
        yield Term, "der Begriff", term.label
    for page in PAGES:
        yield HelpPage, "die Seite", page.title
    for file in FILES:
        for column in file.columns:
            for word in (*column.synonyms, *column.stand_ins):
                yield ColumnEntry, "die Überschrift", word


def cited_rules(folder: Path) -> list[str]:
    """The rules that the code under a folder says it applies, in their order."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.py")))
    cited = {int(number) for number in _CITED.findall(text)}
    for first, last in _SPAN.findall(text):
        cited |= set(range(int(first), int(last) + 1))
    return [f"R{number}" for number in sorted(cited)]


def page_problems(folder: Path) -> list[str]:
    """Where the table of pages, the files of the pages and the navigation do not agree."""
    known = [(page.file, page.title) for page in PAGES]
    files = sorted(path.name for path in folder.glob("*.py") if not path.name.startswith("_"))
    found = []
    if files != sorted(file for file, _ in known):
        found.append("Seiten: Die Dateien in pages/ und die Tabelle audit_core/docs/pages.py nennen nicht dieselben.")
    if _LISTED.findall((folder / "_navigation.py").read_text(encoding="utf-8")) != known:
        found.append("Seiten: Die Navigation und die Tabelle audit_core/docs/pages.py nennen nicht dieselben.")
    return found
