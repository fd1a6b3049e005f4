"""The HTML of the form, the log of uploads, the lists for offices and the first start; every value escaped."""

from collections.abc import Iterable
from html import escape

from audit_core.tables.first_plan import PlanPart
from audit_core.tables.in_force import InForce
from audit_core.tables.uploads import NOTHING, UploadLine
from audit_core.wording import reports as wording
from pages import _parts, _upload_html

_WRONG, _IN_FORCE, _TAKEN_BACK = "×", "✓", "←"
_HEADS = ("Nr.", "übernommen", "Art", "von", "Datei", "Zeilen", "gilt")


def wrong(sentences: Iterable[str]) -> str:
    """What is wrong with a field, below it."""
    lines = "".join(f"<div>{_WRONG} {escape(sentence)}</div>" for sentence in sentences)
    return f'<div class="am-wrong" role="alert">{lines}</div>'


def hints(sentences: Iterable[str]) -> str:
    """What is noted and does not stand against it."""
    lines = "".join(f"<li>{escape(sentence)}</li>" for sentence in sentences)
    return f'<ul class="am-noted">{lines}</ul>'


def in_force(found: InForce) -> str:
    """What is in force about a measure or milestone: its title, status, Stand, Frist, Fortschritt, Sachstand."""
    rows = "".join(f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>" for name, value in found.facts)
    text = f"<div><dt>Sachstand</dt><dd>{_upload_html.long_text(found.text)}</dd></div>" if found.text else ""
    status = f"<div><dt>Status</dt><dd>{_parts.status(found.status)}</dd></div>"
    return f'<div class="am-subject">{escape(found.title)}</div><dl class="am-in-force">{status}{rows}{text}</dl>'


def uploads_head() -> str:
    """The heads above the log of uploads."""
    return f'<div class="am-upload am-upload-head">{"".join(f"<span>{head}</span>" for head in _HEADS)}</div>'


def upload(line: UploadLine) -> str:
    """One row of the log; on a phone its cells stand below each other."""
    kind = "am-upload am-undone" if line.undone else "am-upload"
    cells = (
        f"<b>{line.number}</b>", escape(line.when), escape(line.kind), escape(line.who), _clamped(line.file),
        _rows(line.rows), state(line),
    )  # fmt: skip
    kind += " am-nobody" if line.who == NOTHING else ""
    return f'<div class="{kind}">{"".join(f"<span>{cell}</span>" for cell in cells)}</div>'


def _rows(rows: int) -> str:
    noun = "Zeile" if rows == 1 else "Zeilen"
    return f'{rows}<span class="am-only-narrow"> {noun}</span>'


def state(line: UploadLine) -> str:
    """Whether an upload counts, as symbol and words."""
    sign = _TAKEN_BACK if line.undone else _IN_FORCE
    return f'<span class="am-state"><i aria-hidden="true">{sign}</i>{escape(line.state)}</span>'


def _clamped(text: str) -> str:
    return f'<span class="am-clamp" title="{escape(text)}">{escape(text)}</span>'


def upload_line(line: UploadLine) -> str:
    """One upload in a line below the headline of its own."""
    by = "" if line.who == NOTHING else f" von {line.who}"
    sign = _TAKEN_BACK if line.undone else _IN_FORCE
    words = (line.kind, line.file, wording.rows(line.rows), f"{line.when}{by}", f"{sign} {line.state}")
    return f'<div class="am-note">{" · ".join(map(escape, words))}</div>'


def part(shown: PlanPart) -> str:
    """One of the numbered lines of the way in: what it is, and how far it is."""
    done = f'<span class="am-done">{_IN_FORCE} {wording.rows(shown.rows)}</span>'
    missing = f'<span class="am-missing">{"als Nächstes" if shown.is_next else "fehlt noch"}</span>'
    kind = "am-part am-part-next" if shown.is_next else "am-part"
    return (
        f'<div class="{kind}"><i aria-hidden="true">{shown.place}</i><div><b>{escape(shown.file.title)}</b>'
        f"<small>{escape(shown.file.help)}</small></div>{done if shown.rows else missing}</div>"
    )
