"""The rooms of DESIGN §7, where import-linter cannot look, and the vocabulary of DESIGN §2 in the code."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from audit_core import terms

ROOT = Path(__file__).resolve().parents[1]
CORE = sorted((ROOT / "audit_core").rglob("*.py"))
SHELL = sorted((ROOT / "pages").glob("_*.py"))
PAGES = [path for path in sorted((ROOT / "pages").glob("*.py")) if not path.name.startswith("_")]
OURS = [ROOT / "app.py", *CORE, *SHELL, *PAGES]

# DESIGN §2, column „never“: what must not name a thing. Left out are „late“ (a key of the command line's contract, §8),
# „field“ and „plan“ (the language's own dataclass field; the plan as a whole), which the same DESIGN uses otherwise.
BANNED = {
    "objective": "goal", "subtask": "milestone", "owner": "responsible", "assignee": "responsible",
    "deadline": "due", "delayed": "overdue", "area": "field_of_action", "action": "measure", "task": "measure",
    "step": "milestone", "update": "report_entry", "contract": "agreement",
}  # fmt: skip
# Where a banned word is at home: two terms of DESIGN §2, and a parameter of the standard library's argparse.
AT_HOME = re.compile(r"fields?_of_action|permanent_tasks?|argparse_action")


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(path: Path) -> set[str]:
    """First names of the modules a file imports, wherever it does."""
    names: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.split(".")[0])
    return names


def defined(path: Path) -> Iterator[tuple[int, str]]:
    """The names that a file gives to things: functions, classes, parameters, variables, attributes of classes."""
    for node in ast.walk(tree(path)):
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                yield node.lineno, name
            case ast.arg(arg=name):
                yield node.lineno, name
            case ast.Name(id=name, ctx=ast.Store()):
                yield node.lineno, name


def relative(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_there_are_pages_and_a_core_to_look_at() -> None:
    assert len(PAGES) >= 3 and len(CORE) >= 20


@pytest.mark.parametrize("path", PAGES, ids=relative)
def test_a_page_is_layout_and_defines_nothing(path: Path) -> None:
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)
    assert [node.lineno for node in ast.walk(tree(path)) if isinstance(node, kinds)] == []
    assert imported(path) <= {"streamlit", "audit_core", "pages"}
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 90


def test_the_app_is_nothing_but_the_wrapped_navigation() -> None:
    body = tree(ROOT / "app.py").body
    assert [type(node).__name__ for node in body] == ["Expr", "Import", "ImportFrom", "Assign"]
    assert imported(ROOT / "app.py") == {"streamlit", "pages"}


@pytest.mark.parametrize("path", OURS, ids=relative)
def test_only_the_store_imports_sqlalchemy(path: Path) -> None:
    if "store" not in path.relative_to(ROOT).parts and path.name != "store.py":
        assert "sqlalchemy" not in imported(path)


@pytest.mark.parametrize("path", CORE, ids=relative)
def test_the_core_knows_no_streamlit_and_no_page(path: Path) -> None:
    assert not imported(path) & {"streamlit", "starlette", "pages"}


@pytest.mark.parametrize("path", OURS, ids=relative)
def test_a_colour_stands_only_in_the_terms(path: Path) -> None:
    if path.name != "terms.py":
        assert re.findall(r"#[0-9a-fA-F]{6}\b|[\"']#[0-9a-fA-F]{3}[\"']", path.read_text(encoding="utf-8")) == []


def test_the_theme_has_the_colours_of_the_terms() -> None:
    theme = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]
    wanted = {
        "primaryColor": terms.ACCENT, "linkColor": terms.ACCENT, "backgroundColor": terms.WHITE,
        "secondaryBackgroundColor": terms.SOFT_GROUND, "textColor": terms.INK, "borderColor": terms.HAIRLINE,
        "redColor": terms.OVERDUE_COLOUR, "greenColor": terms.STATUS["ongoing"].colour,
        "blueColor": terms.STATUS["in_progress"].colour, "orangeColor": terms.STATUS["postponed"].colour,
        "grayColor": terms.SECONDARY, "dataframeHeaderBackgroundColor": terms.SOFT_GROUND,
        "dataframeHeaderTextColor": terms.SECONDARY,
    }  # fmt: skip
    assert {name: theme[name] for name in wanted} == wanted


def test_the_logo_has_the_accent_and_loads_nothing() -> None:
    for file in (ROOT / "pages" / "_assets").glob("*.svg"):
        drawing = file.read_text(encoding="utf-8")
        assert set(re.findall(r"#[0-9a-f]{6}\b", drawing)) == {terms.ACCENT}
        assert "href" not in drawing and "<text" not in drawing and "<script" not in drawing


@pytest.mark.parametrize("path", OURS, ids=relative)
def test_no_name_uses_a_word_that_the_vocabulary_bans(path: Path) -> None:
    found = []
    for line, name in defined(path):
        for part in AT_HOME.sub("", name.lower()).split("_"):
            if (word := part if part in BANNED else part.removesuffix("s")) in BANNED:
                found.append(f"line {line}: {name} (say {BANNED[word]})")
    assert found == []


@pytest.mark.parametrize("path", OURS, ids=relative)
def test_the_clock_is_read_only_in_the_shell_and_the_command_line(path: Path) -> None:
    read = re.findall(r"\b(?:datetime\.now|date\.today|time\.time)\(", path.read_text(encoding="utf-8"))
    assert read == [] or relative(path) in ("pages/_shell.py", "audit_core/commands/call.py")
