"""README and Hilfe say what the code does, and `docs --check` notices when one of them does not."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from audit_core import docs
from audit_core.columns import FILES
from audit_core.docs.checking import cited_rules, help_problems, page_problems
from audit_core.docs.help import everything
from audit_core.docs.pages import PAGES
from audit_core.terms import SCHEDULE, STATUSES, TERMS
from pages import _address, _help_parts

ROOT = Path(__file__).parents[1]
COMMANDS = {"status": "der Stand an einem Stichtag"}
TITLES = [
    ("ueberblick", "Überblick"), ("handlungsfelder", "Handlungsfelder"), ("massnahmen", "Maßnahmen"),
    ("zustaendigkeiten", "Zuständigkeiten"), ("jahresbilanz", "Jahresbilanz"), ("vergleich", "Vergleich"),
    ("zielvereinbarung", "Zielvereinbarung"), ("workshop", "Workshop"), ("meldungen", "Meldungen"),
    ("berichte", "Berichte"), ("hilfe", "Hilfe"),
]  # fmt: skip


def readme_text() -> str:
    return (ROOT / "README.md").read_text(encoding="utf-8")


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
    assert "| Hilfe | `pages/hilfe.py` | Rules with computed examples" in text
    assert "| Stichtag | `as_of` | Der Tag, für den eine Seite den Stand zeigt. |" in text


def test_readme_without_a_section_names_it(readme: Path) -> None:
    readme.write_text("nothing\n", encoding="utf-8")
    assert docs.check(COMMANDS, readme) == [
        f"README.md: Der Abschnitt ‚{name}‘ fehlt."
        for name in ("pages", "commands", "files", "statuses", "schedules", "terms")
    ]


def test_readme_names_every_status_with_its_words_every_column_and_every_term() -> None:
    text = readme_text()
    missing = [w for s in STATUSES for w in (s.label, s.code, *s.words, *s.openings) if w not in text]
    missing += [c.header for f in FILES for c in f.columns if c.header not in text]
    missing += [word for t in TERMS for word in (t.label, f"`{t.identifier}`", t.meaning) if word not in text]
    assert missing == []


def test_readme_the_navigation_and_the_folder_have_the_same_pages() -> None:
    text = readme_text()
    navigation = (ROOT / "pages" / "_navigation.py").read_text(encoding="utf-8")
    pages = sorted(p.stem for p in (ROOT / "pages").glob("*.py") if not p.stem.startswith("_"))
    assert pages == sorted(word for word, _ in TITLES)
    assert [(page.word, page.title) for page in PAGES] == TITLES
    for word, title in TITLES:
        assert f"| {title} | `pages/{word}.py` |" in text
        assert re.search(rf'st\.Page\("{word}\.py", title="{title}", url_path="{word}"', navigation)


def test_every_picture_of_the_readme_is_there_and_small() -> None:
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", readme_text())
    assert len(pictures) >= 3
    for picture in pictures:
        data = (ROOT / picture).read_bytes()
        assert data.startswith(b"\x89PNG") and len(data) <= 250_000, picture


def test_readme_names_every_file_and_folder_it_speaks_of() -> None:
    """Words in backticks that look like paths of this repository are paths of this repository."""
    paths = re.findall(r"`((?:pages|audit_core|tests|data)/[\w/.]*)`", readme_text())
    assert len(paths) >= 8
    made_at_run_time = {"data/audit.db", "data/audit.db-wal"}
    assert [path for path in paths if path not in made_at_run_time and not (ROOT / path).exists()] == []


def test_readme_names_every_word_of_the_address() -> None:
    assert [word for word in (*_address.KEYS, _help_parts.SECTION) if f"`{word}`" not in readme_text()] == []


def test_readme_names_every_pinned_dependency_with_its_reason() -> None:
    text = readme_text()
    for file in ("requirements.txt", "requirements-dev.txt"):
        chosen = (ROOT / file).read_text(encoding="utf-8").partition("# --- needed by those")[0]
        direct = [line.split("==")[0] for line in chosen.splitlines() if "==" in line]
        assert direct, file
        assert [name for name in direct if f"| {name} |" not in text] == []


def test_hilfe_lacks_nothing_that_the_code_applies() -> None:
    assert help_problems(everything(), cited_rules(ROOT / "audit_core")) == []


def test_the_code_cites_every_rule_that_hilfe_explains() -> None:
    explained = {rule.code for group in everything().rules for rule in group.rules}
    assert explained <= set(cited_rules(ROOT / "audit_core"))


def test_a_rule_is_cited_by_itself_or_in_a_span(tmp_path: Path) -> None:
    (tmp_path / "module.py").write_text('"""Does that (R2, R4–R6)."""\nDIRECTORY = "R2D2"\n', encoding="utf-8")
    assert cited_rules(tmp_path) == ["R2", "R4", "R5", "R6"]


def test_what_hilfe_does_not_show_is_named() -> None:
    whole = everything()
    statuses = tuple(entry for entry in whole.statuses if entry.status.code != "replaced")
    assert help_problems(replace(whole, statuses=statuses), []) == [
        "Hilfe: Es fehlt der Status ‚ersetzt‘.", "Hilfe: Es fehlt das Statuswort ‚stattdessen …‘.",
        "Hilfe: Es fehlt das Statuswort ‚ersetzt durch …‘.",
    ]  # fmt: skip
    assert help_problems(replace(whole, schedules=whole.schedules[1:]), []) == [
        "Hilfe: Es fehlt die Terminlage ‚überfällig‘."
    ]
    assert help_problems(replace(whole, rules=whole.rules[1:]), ["R2", "R5", "R14"]) == [
        "Hilfe: Es fehlt die Regel R2."
    ]
    assert help_problems(replace(whole, pages=whole.pages[:-1]), []) == ["Hilfe: Es fehlt die Seite ‚Hilfe‘."]


def test_a_column_or_a_file_that_hilfe_does_not_show_is_named() -> None:
    whole = everything()
    assert help_problems(replace(whole, files=whole.files[1:]), []) == [
        "Hilfe: Es fehlt die Überschrift ‚Landkreis‘.", "Hilfe: Es fehlt die Datei ‚landkreis‘.",
    ]  # fmt: skip
    first = replace(whole.files[0], columns=whole.files[0].columns[1:])
    assert "Hilfe: Es fehlt die Spalte ‚Name‘ der Datei ‚landkreis‘." in help_problems(
        replace(whole, files=(first, *whole.files[1:])), []
    )


def test_pages_that_the_table_does_not_name_are_told(tmp_path: Path) -> None:
    listed = "".join(f'st.Page("{word}.py", title="{title}", url_path="{word}")\n' for word, title in TITLES)
    (tmp_path / "_navigation.py").write_text(listed, encoding="utf-8")
    for word, _ in TITLES:
        (tmp_path / f"{word}.py").touch()
    assert page_problems(tmp_path) == []
    (tmp_path / "aushang.py").touch()
    (tmp_path / "_navigation.py").write_text(listed.replace("Hilfe", "Erklärung"), encoding="utf-8")
    assert page_problems(tmp_path) == [
        "Seiten: Die Dateien in pages/ und die Tabelle audit_core/docs/pages.py nennen nicht dieselben.",
        "Seiten: Die Navigation und die Tabelle audit_core/docs/pages.py nennen nicht dieselben.",
    ]


def test_the_terminlagen_stand_in_the_readme_with_their_codes() -> None:
    text = readme_text()
    assert [code for code, row in SCHEDULE.items() if f"| {row.symbol} {row.label} | `{code}` |" not in text] == []
