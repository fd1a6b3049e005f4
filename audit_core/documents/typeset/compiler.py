"""The compiler in the wheel: fonts and templates of ours, data as a file of its own, bytes out."""

import json
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import TypeVar, cast

import typst

from audit_core.documents.typeset.glyphs import FONTS

TEMPLATES = Path(__file__).parent / "templates"
MILLIMETRES = 25.4
Values = Mapping[str, object]
Made = TypeVar("Made")
# The stubs of the wheel do not know that the files of a document may be given as a dict of bytes.
_compile: Callable[..., object] = typst.compile
_query: Callable[..., object] = typst.query


def compiled(main: str, values: Values, **how: object) -> tuple[bytes, ...]:
    """A template filled with values: one PDF, or its pages as PNG; `how` are Typst's own options."""
    found = _compile(_sources(main, values), font_paths=_fonts(), ignore_system_fonts=True, **how)
    return tuple(found) if isinstance(found, list) else (cast("bytes", found),)


def queried(main: str, values: Values, label: str) -> object:
    """The value that a template left under a label once everything was laid out."""
    text = _query(
        _sources(main, values), f"<{label}>", field="value", one=True, font_paths=_fonts(), ignore_system_fonts=True
    )
    return json.loads(cast("str", text))


def with_any_text(made: Callable[[Values], Made], values: Callable[[bool], Values]) -> Made:
    """Set with all fonts; where Typst finds a sign in none of them after all, with the text font alone."""
    try:
        return made(values(False))
    except typst.TypstError:
        return made(values(True))


def dots_per_inch(pixels: int, millimetres: float) -> float:
    """How finely to draw what is so wide, to get so many pixels."""
    return pixels / millimetres * MILLIMETRES


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])


@cache
def _templates() -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(TEMPLATES.glob("*.typ"))}


def _sources(main: str, values: Values) -> dict[str, bytes]:
    """The files of one document. Data is a file of its own, so that nothing in a text can be code."""
    data = json.dumps(values, ensure_ascii=False).encode()
    return {"main.typ": _templates()[f"{main}.typ"], **_templates(), "values.json": data}
