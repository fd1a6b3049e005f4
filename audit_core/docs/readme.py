"""The lists in README.md, made from the code that applies them, and their check."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from audit_core.columns import FILES
from audit_core.docs.pages import PAGES
from audit_core.terms import NO_REPORT, SCHEDULE, STATUSES, TERMS

ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "README.md"
_PART = re.compile(r"(<!-- (\w+): generated -->\n).*?(<!-- end -->)", re.DOTALL)


def write(commands: Mapping[str, str], readme: Path = README) -> None:
    """Bring the generated parts of README.md up to date; `commands` maps a command to what it does."""
    readme.write_text(_filled(readme.read_text(encoding="utf-8"), parts(commands)), encoding="utf-8")


def problems(commands: Mapping[str, str], readme: Path = README) -> list[str]:
    """What is stale or missing in README.md, a German sentence each."""
    text, lists = readme.read_text(encoding="utf-8"), parts(commands)
    present = {match[2] for match in _PART.finditer(text)}
    found = [f"README.md: Der Abschnitt ‚{name}‘ fehlt." for name in lists if name not in present]
    if not found and _filled(text, lists) != text:
        found.append("README.md: Die erzeugten Listen sind veraltet. Neu schreiben: python -m audit_core docs")
    return found


def _filled(text: str, lists: Mapping[str, str]) -> str:
    return _PART.sub(lambda match: f"{match[1]}{lists.get(match[2], '')}\n{match[3]}", text)


def parts(commands: Mapping[str, str]) -> dict[str, str]:
    """The generated sections of README.md by name."""
    return {
        "pages": _pages(), "commands": _commands(commands), "files": _files(), "statuses": _statuses(),
        "schedules": _schedules(), "terms": _terms(),
    }  # fmt: skip


def _pages() -> str:
    rows = [(page.title, f"`pages/{page.file}`", page.answers) for page in PAGES]
    return _table(("Page", "File", "Answers"), rows)


def _commands(commands: Mapping[str, str]) -> str:
    rows = [(f"`{name}`", text) for name, text in commands.items()]
    return _table(("Command", "What it does (as `--help` says it)"), rows)


def _statuses() -> str:
    rows = [
        (f"{s.symbol} {s.label}", f"`{s.code}`", ", ".join((*s.words, *(f"{start} …" for start in s.openings))))
        for s in (*STATUSES, NO_REPORT)
    ]
    return _table(("Status", "Code", "Also accepted"), rows)


def _schedules() -> str:
    return _table(("Terminlage", "Code"), [(f"{s.symbol} {s.label}", f"`{s.code}`") for s in SCHEDULE.values()])


def _files() -> str:
    rows = []
    for file in FILES:
        columns = [
            f"**{c.header}**" if c.required else f"({c.header})" if c.extra else c.header for c in file.columns
        ]
        rows.append((f"`{file.name}`", "; ".join(columns)))
    return _table(("File", "Columns (**required**, (may be absent))"), rows)


def _terms() -> str:
    return _table(("Term", "In the code", "Meaning"), [(t.label, f"`{t.identifier}`", t.meaning) for t in TERMS])


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)
