"""README says what the code does."""

from pathlib import Path

import pytest

from audit_core import docs
from audit_core.columns import FILES
from audit_core.terms import STATUSES

ROOT = Path(__file__).parents[1]
COMMANDS = {"status": "der Stand an einem Stichtag"}


@pytest.fixture
def readme(tmp_path: Path) -> Path:
    copy = tmp_path / "README.md"
    parts = "".join(f"<!-- {name}: generated -->\n<!-- end -->\n" for name in docs.parts(COMMANDS))
    copy.write_text(f"before\n{parts}after\n", encoding="utf-8")
    return copy


def test_readme_without_the_generated_lists_is_stale(readme: Path) -> None:
    assert docs.check(COMMANDS, readme) == [
        "README.md: Die erzeugten Listen sind veraltet. Neu schreiben: python -m audit_core docs"
    ]


def test_written_readme_is_fresh_and_keeps_what_people_wrote(readme: Path) -> None:
    docs.write(COMMANDS, readme)
    text = readme.read_text(encoding="utf-8")
    assert docs.check(COMMANDS, readme) == []
    assert text.startswith("before\n") and text.endswith("after\n")
    assert "| `status` | der Stand an einem Stichtag |" in text


def test_readme_without_a_section_names_it(readme: Path) -> None:
    readme.write_text("nothing\n", encoding="utf-8")
    assert "README.md: Der Abschnitt ‚statuses‘ fehlt." in docs.check(COMMANDS, readme)


def test_readme_names_every_status_with_its_words_and_every_column() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    missing = [w for s in STATUSES for w in (s.label, s.code, *s.words, *s.openings) if w not in text]
    missing += [c.header for f in FILES for c in f.columns if c.header not in text]
    assert missing == []


def test_readme_names_every_page() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    navigation = (ROOT / "pages" / "_navigation.py").read_text(encoding="utf-8")
    pages = sorted(p.stem for p in (ROOT / "pages").glob("*.py") if not p.stem.startswith("_"))
    assert pages == ["jahresbilanz", "ueberblick", "zustaendigkeiten"]
    for title in ("Überblick", "Zuständigkeiten", "Jahresbilanz"):
        assert f"| {title} |" in text and f'"{title}"' in navigation


def test_readme_names_every_pinned_dependency_with_its_reason() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for file in ("requirements.txt", "requirements-dev.txt"):
        chosen = (ROOT / file).read_text(encoding="utf-8").partition("# --- needed by those")[0]
        direct = [line.split("==")[0] for line in chosen.splitlines() if "==" in line]
        assert direct, file
        assert [name for name in direct if f"| {name} |" not in text] == []
