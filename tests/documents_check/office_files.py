"""Makes every Office document of both counties, of an empty and of a hard one, and has the Open XML SDK check them.

`make check-documents`. An error ends with 1 and names file, part and error; without Node it ends with 1 and says so.
"""

import io
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from zipfile import ZipFile

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from hard_county import HUGE, TEXTS, hard_county  # noqa: E402

from audit_core import store  # noqa: E402
from audit_core.agreement import County  # noqa: E402
from audit_core.columns import MELDUNGEN  # noqa: E402
from audit_core.documents import marked, prefilled, templates, word  # noqa: E402
from audit_core.documents.registry import DOCUMENTS  # noqa: E402
from audit_core.errors import Problem  # noqa: E402
from audit_core.standing import ALL, history, standing  # noqa: E402
from audit_core.tables.annual_report import annual_report  # noqa: E402
from audit_core.tables.asked import Asked  # noqa: E402
from audit_core.tables.prefilled import prefilled_lists  # noqa: E402
from audit_core.upload.apply import load_folder  # noqa: E402

OFFICE = ("docx", "pptx", "xlsx")
NOW = datetime(2026, 1, 15, 12, tzinfo=UTC)
WITHOUT_NODE = (
    "Die Office-Dokumente wurden nicht geprüft: Es fehlt Node.js mit npm, ab Version 18. "
    "Bitte installieren (Debian: apt install nodejs npm) und noch einmal starten."
)
NOT_INSTALLED = "Die Office-Dokumente wurden nicht geprüft: npm konnte das Prüfprogramm nicht holen."
# County, last day of the year, agreement: each county in several years, a running year, both agreements and all.
REAL = ((2016, "ZV1"), (2019, "ZV1"), (2020, ALL), (2021, "ZV2"), (2022, ALL))
INVENTED = ((2018, "ZV1"), (2021, ALL), (2022, "ZV2"), (2025, ALL))
RUNNING = date(2022, 6, 30)


@dataclass(frozen=True, slots=True)
class Failure:
    """What is wrong with a file: in which of its parts, and what; without a part it could not be made at all."""

    file: str
    part: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}: {self.part or 'die Datei als Ganzes'}: {self.message}"


def county_of(folder: str, place: Path) -> County:
    """A county as it is after its folder was loaded."""
    engine = store.open_engine(f"sqlite:///{place / folder}.db")
    load_folder(engine, ROOT / "data" / folder, NOW)
    county = store.load(engine)
    engine.dispose()
    return county


def requests(real: County, invented: County) -> Iterator[tuple[str, Asked]]:
    """What is asked for, with a word for its file names."""
    known, made_up, hard = history(real), history(invented), history(hard_county(invented))
    for year, agreement in REAL:
        yield f"kyffhaeuserkreis_{year}_{agreement}", Asked(known, date(year, 12, 31), agreement)
    for year, agreement in INVENTED:
        yield f"musterkreis_{year}_{agreement}", Asked(made_up, date(year, 12, 31), agreement)
    yield "musterkreis_laufend", Asked(made_up, RUNNING, "ZV2", title="Zwischenbericht <&> 😀")
    busiest = max(standing(made_up, RUNNING).measures, key=lambda one: (len(one.milestones), one.key)).measure
    yield "musterkreis_stelle", Asked(made_up, date(2022, 12, 31), ALL, busiest.responsible)
    for year in (2018, 2022):
        yield f"schwer_{year}", Asked(hard, date(year, 12, 31), ALL, title=f"Bericht {TEXTS[1]} {TEXTS[5]}")
    yield "leer", Asked(history(County("Leerer Landkreis")), date(2022, 12, 31), ALL)
    yield "leer_erfunden", Asked(history(County("", invented=True)), date(2022, 12, 31), ALL)


def documents(real: County, invented: County) -> Iterator[tuple[str, bytes | Exception]]:
    """Every document that can be asked for, as an Office file; the exception where it could not be made."""
    for case, asked in requests(real, invented):
        for document in DOCUMENTS:
            if document.format in OFFICE:
                name = f"{case}_{document.name}.{document.format}"
                try:
                    yield name, document.make(asked)
                except Exception as problem:
                    yield name, problem


def exchange_workbooks(real: County, invented: County) -> Iterator[tuple[str, bytes]]:
    """The workbooks that go to offices and come back: templates, prefilled lists, lists with marked problems."""
    yield from unpacked("vorlage", templates.templates())
    for case, county in (("real", real), ("muster", invented), ("schwer", hard_county(invented))):
        lists = prefilled_lists(standing(history(county), date(2021, 12, 31)))
        longest = sorted(lists, key=lambda found: len(found.items), reverse=True)[:2]
        yield from unpacked(f"liste_{case}", prefilled.all_offices(longest))
    header = ("Nr.", "Stand", "Status", "Sachstand")
    grid = tuple((line, ("1.1", "2021", "fertisch", text)) for line, text in enumerate((*TEXTS, HUGE), 2))
    errors = [Problem(line, "Status", "fertisch", "‚fertisch‘ ist kein Status.") for line, _ in grid]
    warnings = [Problem(line, "Sachstand", cells[3][:80], f"Hinweis: {cells[3]}") for line, cells in grid]
    yield "markiert.xlsx", marked.marked(MELDUNGEN, header, grid, errors, warnings, "Meldungen")


def unpacked(case: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    with ZipFile(io.BytesIO(data)) as packed:
        for name in packed.namelist():
            yield f"{case}_{name}", packed.read(name)


def write_all(place: Path) -> tuple[list[Path], list[Failure]]:
    """Write every Office file into a folder; what could not be made is a failure."""
    real, invented = county_of("kyffhaeuserkreis", place), county_of("musterkreis", place)
    written, failures = [], []
    for name, data in (*documents(real, invented), *exchange_workbooks(real, invented)):
        if isinstance(data, bytes):
            (place / name).write_bytes(data)
            written.append(place / name)
        else:
            failures.append(Failure(name, "", f"nicht erstellt: {type(data).__name__}: {str(data)[:300]}"))
    return written, failures


def install() -> None:
    """The checking program in exactly the version of the lock file, where it is not there yet; else ends the run."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        sys.exit(WITHOUT_NODE)
    stamp, lock = HERE / "node_modules" / ".package-lock.json", HERE / "package-lock.json"
    if stamp.exists() and stamp.stat().st_mtime >= lock.stat().st_mtime:
        return
    done = subprocess.run([npm, "ci", "--no-audit", "--no-fund"], cwd=HERE, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{NOT_INSTALLED}\n{done.stderr.strip()[:1_500]}")
    stamp.touch()


def check(files: list[Path]) -> list[Failure]:
    """What the Open XML SDK finds wrong."""
    done = subprocess.run(
        ["node", "validate.mjs"], cwd=HERE, input="\n".join(map(str, files)), capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    results = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    if done.returncode or len(results) != len(files):
        sys.exit(f"Das Prüfprogramm ist abgebrochen, nach {len(results)} von {len(files)} Dateien.\n{done.stderr}")
    return [
        Failure(
            Path(result["file"]).name, " ".join(filter(None, (error["path"], error["xPath"]))), error["description"]
        )
        for result in sorted(results, key=lambda result: str(result["file"]))
        for error in result["errors"] or ([] if result["ok"] else [_UNNAMED])
    ]


_UNNAMED = {"path": "", "xPath": "", "description": "ungültig, ohne Angabe des Fehlers"}


def broken(place: Path) -> Path:
    """A document with an element that Word does not know: a check that lets it pass is none."""
    data = io.BytesIO()
    whole = ZipFile(io.BytesIO(word.docx(annual_report(Asked(history(County("Leer")), RUNNING)))))
    with whole, ZipFile(data, "w") as target:
        for name in whole.namelist():
            target.writestr(name, whole.read(name).replace(b"<w:sectPr>", b"<w:nonsense/><w:sectPr>"))
    (place / "kaputt.docx").write_bytes(data.getvalue())
    return place / "kaputt.docx"


def main() -> int:
    """Make, check, tell."""
    install()
    start = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="auditmonitor_") as folder:
        files, failures = write_all(Path(folder))
        made = time.perf_counter()
        found = check([*files, broken(Path(folder))])
        failures += [failure for failure in found if failure.file != "kaputt.docx"]
        if not any(failure.file == "kaputt.docx" for failure in found):
            failures.append(Failure("kaputt.docx", "", "Das Prüfprogramm hat den eingebauten Fehler nicht gemeldet."))
    for failure in failures:
        print(failure, file=sys.stderr)
    took = f"erstellt in {made - start:.0f} s, geprüft in {time.perf_counter() - made:.0f} s"
    bad = len({failure.file for failure in failures})
    if failures:
        print(f"{bad} von {len(files)} Office-Dateien haben zusammen {len(failures)} Fehler ({took}).", file=sys.stderr)
        return 1
    print(f"{len(files)} Office-Dateien sind gültig nach dem Open XML SDK ({took}).")
    return 0


if __name__ == "__main__":
    sys.exit(main())
