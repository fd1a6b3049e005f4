"""A county whose Überblick is worked out by hand."""

from datetime import date

from counties import county_of

from audit_core.agreement import County
from audit_core.standing import ALL, history, standing
from audit_core.tables.overview import Overview, overview

COUNTY = """
agreement ZV begin=01.01.2020 end=31.12.2022
measure   1.1 due=31.12.2020 responsible=Jugendamt
milestone 1.1/1 due=30.06.2020
milestone 1.1/2 due=31.12.2020 responsible=Kreistag
measure   1.2 due=31.12.2022 responsible=Kreistag
measure   2.1 due=31.12.2021
measure   2.2 due=30.09.2020
measure   2.3
measure   2.4 permanent=yes
measure   2.5 permanent=yes
milestone 2.3/1 due=15.01.2021
entry     1.1 in_progress 31.12.2019
entry     1.1/1 completed 30.05.2020
entry     1.1 preparing 30.09.2019
entry     1.2 completed 31.10.2020
entry     2.1 in_progress 31.12.2019
entry     2.1 postponed 30.06.2020
entry     2.2 in_progress 30.11.2020
entry     2.4 ongoing 31.12.2020
"""
# On 31.12.2020: 1.1 in Umsetzung, 1.2 umgesetzt, 2.1 zurückgestellt, 2.2 in Umsetzung and overdue since 30.09.,
# 2.3 without a Meldung, two permanent tasks of which one runs; due that day: 1.1 and its milestone 2.


def seen(
    text: str | County = COUNTY, day: str = "2020-12-31", before: str = "2019-12-31", office: str | None = None
) -> Overview:
    known = history(county_of(text) if isinstance(text, str) else text)
    days = date.fromisoformat(day), date.fromisoformat(before)
    return overview(standing(known, days[0]), standing(known, days[1]), ALL, office)
