"""All that is stored of a county as exchange files: what `init` reads, and what a county takes along."""

from audit_core.agreement import County
from audit_core.columns import FILES
from audit_core.documents.archive import zipped
from audit_core.tables.exchange import exchange_sheet


def files(county: County) -> dict[str, bytes]:
    """The nine exchange files by name (`meldungen.csv`); loaded into an empty database they give the same county."""
    return {f"{file.name}.csv": exchange_sheet(county, file).csv for file in FILES}


def archive(county: County) -> bytes:
    """The same as one ZIP."""
    return zipped(files(county))
