"""A county whose texts are as hard on a document as they can come, and where they end."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle

from audit_core.agreement import County

LONG = "Der Sachstand ist ausführlich und nennt, was geschehen ist. " * 50 + "ENDE3000"
HUGE = "Das Protokoll der Sitzung wurde ganz übernommen. " * 615 + "ENDE30000"
TEXTS = (
    "=1+1",
    '=HYPERLINK("x";"y") & <b>\'fett\'</b> ]]> \\ {{}} #let x',
    "مرحبا بالعالم, שלום עולם und wieder deutsch",
    "👩‍👩‍👧 Familie, 🇩🇪, ✅ und 😀",
    "Zeile 1\nZeile 2\r\nZeile 3\rZeile 4\x0bZeile 5",
    "vor\x00\x01\x1bnach\x7f\x85 \ufffe\uffff Ende",
    "Wort" * 60,
    "中文 und ქართული und ไทย",
    "A\u0308rzte, \u200bunsichtbar\u00ad, schmal\u202f%, fest\u00a0verbunden",
    "\tEinzug  und   viele    Leerzeichen ",
    "+1 -2 @x |",
    LONG,
)


def hard_county(county: County) -> County:
    """The same county with a hard text in place of every text; its numbers, days and states stay as they are."""
    texts: Iterator[str] = cycle(TEXTS)
    log = tuple(
        row._replace(
            text=HUGE if number % 10 == 0 else next(texts), reason=next(texts), reported_by=next(texts),
            source=next(texts),
        )
        for number, row in enumerate(county.log)
    )  # fmt: skip
    return replace(
        county,
        name=f"{county.name} <&> 😀 \x01",
        log=log,
        fields_of_action=tuple(
            replace(row, title=next(texts)[:200], theme=next(texts)) for row in county.fields_of_action
        ),
        agreements=tuple(replace(row, title=next(texts), procedure=next(texts)) for row in county.agreements),
        measures=tuple(
            replace(
                row, title=next(texts), goal=next(texts)[:300], description=next(texts), partners=next(texts),
                responsible=row.responsible and f"{row.responsible} {next(texts)[:120]}", criterion=next(texts),
                target=next(texts), programme=next(texts), budget_item=next(texts), source=next(texts),
            )
            for row in county.measures
        ),
        milestones=tuple(replace(row, title=next(texts), source=next(texts)) for row in county.milestones),
        consultations=tuple(
            replace(row, result=next(texts), committee=f"{row.committee} {next(texts)[:60]}", source=next(texts))
            for row in county.consultations
        ),
        events=tuple(replace(row, text=next(texts), remark=next(texts)) for row in county.events),
        key_figures=tuple(replace(row, unit=f"{row.unit} <&> 😀", source=next(texts)) for row in county.key_figures),
    )  # fmt: skip
