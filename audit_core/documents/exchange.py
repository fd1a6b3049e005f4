"""All that is stored of a county as exchange files: what `init` reads, and what a county takes along."""

from audit_core.agreement import County
from audit_core.columns import FILES
from audit_core.documents.archive import zipped
from audit_core.tables.exchange import exchange_sheet


def files(county: County) -> dict[str, bytes]:
    """The exchange files that have a row, by name (`meldungen.csv`).

    Loaded into an empty database they give the same county: files that a folder lacks count as empty.
    """
    sheets = {f"{file.name}.csv": exchange_sheet(county, file) for file in FILES}
    return {name: sheet.csv for name, sheet in sheets.items() if sheet.rows}


def archive(county: County) -> bytes:
    """The same as one ZIP."""
    return zipped(files(county))
