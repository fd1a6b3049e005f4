"""The order people read numbers in."""

import re

from audit_core.agreement.rows import ItemKey


def natural(number: str | None) -> tuple[tuple[int, int, str], ...]:
    """Sort key by which 1.1.2 comes before 1.1.10; nothing comes first.

    >>> sorted(["1.1.10", "1.1.2", "1.1.2a"], key=natural)
    ['1.1.2', '1.1.2a', '1.1.10']
    """
    parts = re.findall(r"\d+|[^\d.]+", number or "")
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part.casefold()) for part in parts)


def item_order(key: ItemKey) -> tuple[object, ...]:
    """Sort key of items: Nr., then Meilenstein (the measure itself first), then Zielvereinbarung."""
    return (natural(key.number), key.milestone is not None, natural(key.milestone), key.agreement or "")
