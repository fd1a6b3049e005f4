"""A county whose years are worked out by hand, and its Jahresbilanz."""

from datetime import date

from counties import county_of

from audit_core.agreement import County
from audit_core.standing import ALL, history
from audit_core.tables.years import Years, years

TODAY = date(2026, 11, 22)
COUNTY = """
agreement Z1 begin=01.06.2019 end=31.12.2020
agreement Z2 begin=01.01.2021 end=31.12.2022
measure   1.1.1 agreement=Z1 due=31.12.2020
milestone 1.1.1/1 agreement=Z1 due=30.06.2020
milestone 1.1.1/2 agreement=Z1 due=30.09.2020
measure   1.1.2 agreement=Z1
measure   2.1.1 agreement=Z1 permanent=yes
measure   2.1.2 agreement=Z1
measure   2.1.3 agreement=Z2 predecessor=Z1/2.1.2
measure   2.1.4 agreement=Z2
entry     1.1.1 in_progress 31.12.2019 agreement=Z1
entry     1.1.1 completed 01.12.2020 agreement=Z1
entry     1.1.1/1 completed 15.05.2020 agreement=Z1
entry     1.1.1/2 completed 15.11.2020 agreement=Z1
entry     1.1.2 preparing 31.12.2019 agreement=Z1
entry     1.1.2 in_progress 31.12.2020 agreement=Z1
entry     1.1.2 preparing 30.06.2021 agreement=Z1
entry     1.1.2 cancelled 30.06.2022 agreement=Z1
entry     2.1.1 ongoing 31.12.2019 agreement=Z1
entry     2.1.4 completed 30.11.2021 agreement=Z2
"""


def of(
    text: str | County, until: str, agreement: str = ALL, field: str | None = None, today: date = TODAY
) -> Years:
    made = county_of(text) if isinstance(text, str) else text
    return years(history(made), agreement, None, field, date.fromisoformat(until), today)
