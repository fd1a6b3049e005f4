"""The Kennzahlen up to the Stichtag: the newest value, the one before, and what sources say against each other."""

from collections.abc import Iterator

from audit_core.agreement import natural
from audit_core.tables import key_figures
from audit_core.tables.annual_report.references import References
from audit_core.tables.annual_report.view import View
from audit_core.tables.blocks import Block, Column, Heading, Paragraph, Table
from audit_core.tables.key_figures import KeyFigureSeries, KeyValue
from audit_core.wording.annual_report import goals as wording
from audit_core.wording.annual_report.counting import written
from audit_core.wording.fields import key_value
from audit_core.wording.numbers import NOTHING


def figures(view: View, references: References) -> Iterator[Block]:
    """Kennzahlen."""
    yield Heading(2, wording.KEY_FIGURES)
    found = key_figures.of(view.known.county, view.until)
    if not found:
        yield Paragraph(wording.NO_KEY_FIGURE)
        return
    titles = {row.number: row.title for row in view.known.county.fields_of_action}
    by_field: dict[str, list[KeyFigureSeries]] = {}
    for series in found:
        by_field.setdefault(series.field_of_action, []).append(series)
    columns = (
        Column("Kennzahl", 3.2), Column("zuletzt", 3.4), Column("davor", 3.4), Column("Quelle", 1.4),
    )  # fmt: skip
    for number, several in sorted(by_field.items(), key=lambda pair: natural(pair[0])):
        name = wording.field_heading(number, titles.get(number, "")) if number else wording.OF_COUNTY
        yield Heading(3, name)
        conflict = any(series.conflicts for series in several)
        yield Table(
            wording.VALUES, columns, tuple(_row(series, references) for series in several),
            note=wording.KEY_FIGURES_NOTE if conflict else "",
        )  # fmt: skip


def _row(series: KeyFigureSeries, references: References) -> tuple[str, ...]:
    spans = list(dict.fromkeys(value.span for value in series.values))
    last = [value for value in series.values if value.span == spans[-1]]
    before = [value for value in series.values if value.span in spans[-2:-1]]
    named = [source for value in (*last, *before) for source in value.sources]
    return (
        series.name, _values(series, last), _values(series, before) if before else NOTHING,
        references.short(" | ".join(dict.fromkeys(named))),
    )  # fmt: skip


def _values(series: KeyFigureSeries, values: list[KeyValue]) -> str:
    parts = [
        f"{key_value(value.value, series.digits, series.unit)}{f' ({value.remark})' if value.remark else ''}"
        for value in values
    ]
    return f"{written(values[0].day)}: {' oder '.join(parts)}"
