"""What a plan knows: finds agreements, fields of action, measures and milestones by what people wrote."""

import re
from collections import Counter
from collections.abc import Collection, Iterable
from functools import lru_cache

from audit_core.agreement import County, Measure, MeasureKey, natural
from audit_core.terms import NO_AGREEMENT, folded
from audit_core.upload.check.words import CellError

_LIKE_A_DECIMAL = re.compile(r"\d+,\d+")
_LIKE_A_DATE = re.compile(r"\d{2}\.\d{2}\.\d{4}")
_CODE_FILLER = re.compile(r"\s+|(?<=[^\W\d_])[-–_](?=\d)")
_MILESTONE_WORD = re.compile(r"(meilenstein|ms)\W*(?=\w)")


class PlanIndex:
    """The newest version of each plan row of a county, by key and by the words for it."""

    def __init__(self, county: County) -> None:
        self.begins = {agreement.code: agreement.begin.first for agreement in county.agreements}
        self.measures = {(m.agreement, m.number): m for m in county.measures}
        self._codes: dict[str, str] = {}
        for plain in (folded, plain_code, str):  # what is spelled more nearly wins
            alike = Counter(map(plain, self.begins))
            self._codes |= {plain(code): code for code in self.begins if alike[plain(code)] == 1 and plain(code)}
        self._field_numbers = {plain_number(field.number): field.number for field in county.fields_of_action}
        self._field_titles = {folded(field.title): field.number for field in county.fields_of_action}
        self._by_number: dict[str, list[MeasureKey]] = {}
        for key in self.measures:
            self._by_number.setdefault(plain_number(key[1]), []).append(key)
        self._milestones: dict[MeasureKey, dict[str, str]] = {}
        for plain in (plain_milestone, plain_number):
            for row in county.milestones:
                known = self._milestones.setdefault((row.agreement, row.number), {})
                known[plain(row.milestone)] = row.milestone

    def agreement(self, text: str) -> str | None:
        """The Kürzel of an agreement; None for „ohne Zielvereinbarung“."""
        if folded(text) == folded(NO_AGREEMENT):
            return None
        if code := self._code(text):
            return code
        known = f"Bekannt sind: {', '.join(self.begins)}." if self.begins else "Es ist keine erfasst."
        raise CellError(f"‚{text}‘ ist keine Zielvereinbarung. {known}")

    def field_of_action(self, text: str) -> str:
        """The number of a field of action named by number or title; as it stands where a county lists none."""
        number = self._field_numbers.get(plain_number(text)) or self._field_titles.get(folded(text))
        if number or not self._field_numbers:
            return number or text
        listed = ", ".join(sorted(self._field_numbers.values(), key=natural))
        raise CellError(f"‚{text}‘ ist kein Handlungsfeld. Bekannt sind: {listed}.")

    def measure(self, text: str) -> MeasureKey:
        """The measure with a number that must be unambiguous."""
        found = self._by_number.get(plain_number(text)) or self._of_decimal(text)
        if not found:
            raise _unknown(text)
        return _only(text, found)

    def agreement_of(self, text: str) -> str | None:
        """The agreement of the measure that a row of the plan means by its Nr. alone, the one without an agreement
        before all; None also where the Nr. is new.
        """
        found = self._by_number.get(plain_number(text)) or self._of_decimal(text)
        if not found or any(agreement is None for agreement, _ in found):
            return None
        return _only(text, found)[0]

    def _of_decimal(self, text: str) -> list[MeasureKey]:
        """The measures of a Nr. that a spreadsheet has turned into a number: 1.1 reads „1,1“, and 1.10 reads so too."""
        number = number_of_decimal(text, self._by_number)
        return self._by_number[number] if number else []

    def measure_in(self, agreement: str | None, text: str) -> MeasureKey:
        """The measure with a number in an agreement."""
        found = self._by_number.get(plain_number(text)) or self._of_decimal(text)
        for key in found:
            if key[0] == agreement:
                return key
        if not found:
            raise _unknown(text)
        raise CellError(f"‚{text}‘ steht nicht in {agreement or NO_AGREEMENT}, sondern in: {_places(found)}.")

    def reference(self, text: str) -> MeasureKey:
        """The measure a `Kürzel/Nr.` or a Nr. alone means."""
        named, number = self._split(text)
        return self.measure(number) if named is None else self.measure_in(named[0], number)

    def predecessor(self, own: Measure, text: str) -> MeasureKey:
        """The measure of an earlier agreement that a Vorgänger cell means."""
        named, number = self._split(text)
        if named is not None:
            return self.measure_in(named[0], number)
        found = [key for key in self._by_number.get(plain_number(number), []) if self.is_earlier(key, own)]
        if len(found) == 1:
            return found[0]
        if found:
            raise CellError(f"‚{text}‘ steht in mehreren: {_places(found)}. Bitte als Kürzel/Nr. angeben.")
        raise CellError(f"‚{text}‘ ist in keiner früheren Zielvereinbarung eine Nr.")

    def is_earlier(self, key: MeasureKey, own: Measure) -> bool:
        """Whether a measure is one of an agreement that began before another measure's (R13)."""
        if key[0] is None or key[0] == own.agreement or key[0] not in self.begins:
            return False
        return own.agreement not in self.begins or self.begins[key[0]] < self.begins[own.agreement]

    def several(self, text: str) -> list[str]:
        """The references of a cell that lists some; „1,2“ is one where a spreadsheet has made a number of 1.2."""
        if plain_number(text) in self._by_number:
            return [text]
        parts = [part.strip() for part in re.split(r"[,|;\n]", text) if part.strip()]
        if number_of_decimal(text, self._by_number) is None:
            return parts
        if all(plain_number(part) in self._by_number for part in parts):
            raise CellError(f"‚{text}‘ kann {' und '.join(parts)} oder {'.'.join(parts)} heißen. Bitte mit | trennen.")
        return [text]

    def _split(self, text: str) -> tuple[tuple[str | None] | None, str]:
        """((Kürzel or None for „ohne Zielvereinbarung“,), Nr.), with None where the text is a Nr. alone."""
        code, slash, number = text.rpartition("/")
        if not slash or plain_number(text) in self._by_number:
            return None, text
        if folded(code) == folded(NO_AGREEMENT):
            return (None,), number.strip()
        known = self._code(code)
        if known is None:
            raise CellError(f"‚{code.strip()}‘ ist keine Zielvereinbarung. Bekannt sind: {', '.join(self.begins)}.")
        return (known,), number.strip()

    def _code(self, text: str) -> str | None:
        """The Kürzel as it stands, else the only one that is written alike."""
        return self._codes.get(text.strip()) or self._codes.get(plain_code(text)) or self._codes.get(folded(text))

    def milestone(self, measure: MeasureKey, text: str) -> str:
        """A milestone of a measure, also when the cell says „MS 4“."""
        known = self._milestones.get(measure, {})
        found = known.get(plain_number(text)) or known.get(plain_milestone(text))
        if found:
            return found
        if not known:
            raise CellError(f"Maßnahme {measure[1]} hat keinen Meilenstein ‚{text}‘; sie hat keine Meilensteine.")
        listed = ", ".join(sorted(set(known.values()), key=natural))
        raise CellError(f"Maßnahme {measure[1]} hat keinen Meilenstein ‚{text}‘. Vorhanden sind: {listed}.")


@lru_cache(maxsize=20_000)
def plain_number(number: str) -> str:
    """A Nr. without what people add to it: spaces, a last full stop, capitals."""
    return " ".join(number.split()).rstrip(".").casefold()


@lru_cache(maxsize=2_000)
def plain_code(code: str) -> str:
    """A Kürzel by which two rows are one: „ZV 2“, „zv-2“ and „ZV2“ are; „A“ and „A+“ are not, nor „1.5“ and „15“.

    >>> plain_code("ZV 2"), plain_code("zv-2."), plain_code("A+"), plain_code("1.5")
    ('zv2', 'zv2', 'a+', '1.5')
    """
    return _CODE_FILLER.sub("", code.casefold()).rstrip(".")


@lru_cache(maxsize=20_000)
def plain_milestone(milestone: str) -> str:
    """The Nr. of a milestone as it is looked up, without its word.

    >>> plain_milestone("MS 1."), plain_milestone("Meilenstein 2a"), plain_milestone("MS")
    ('1', '2a', 'ms')
    """
    number = plain_number(milestone)
    word = _MILESTONE_WORD.match(number)
    return number[word.end() :] if word else number


def number_of_decimal(text: str, known: Collection[str]) -> str | None:
    """The Nr. among known ones (as looked up) that a spreadsheet has turned into a number: 1.10 reads „1,1“ too."""
    if not _LIKE_A_DECIMAL.fullmatch(text):
        return None
    bare = text.replace(",", ".")
    alike = [number for number in (bare, f"{bare}0", f"{bare}00") if number in known]
    if len(alike) > 1:
        raise CellError(f"‚{text}‘ kann {' oder '.join(alike)} heißen. Bitte die Spalte als Text formatieren.")
    return alike[0] if alike else None


def refuse_turned(text: str) -> None:
    """Raise CellError where a Nr. nobody knows looks like what a spreadsheet has made of one."""
    what = "ein Datum" if _LIKE_A_DATE.fullmatch(text) else "eine Zahl" if _LIKE_A_DECIMAL.fullmatch(text) else ""
    if what:
        raise CellError(
            f"‚{text}‘ ist keine Nr. im Plan. Vermutlich hat die Tabellenkalkulation eine Nr. in {what} verwandelt; "
            "bitte die Spalte als Text formatieren und die Nr. neu eintragen."
        )


def _only(text: str, found: list[MeasureKey]) -> MeasureKey:
    if len(found) > 1:
        raise CellError(
            f"‚{text}‘ steht in mehreren Zielvereinbarungen: {_places(found)}. Bitte die Zielvereinbarung angeben."
        )
    return found[0]


def _places(keys: Iterable[MeasureKey]) -> str:
    return ", ".join(code or NO_AGREEMENT for code, _ in keys)


def _unknown(text: str) -> CellError:
    refuse_turned(text)
    return CellError(
        f"‚{text}‘ ist keine Nr. im Plan. Bitte die Nr. prüfen oder die Maßnahme zuerst in den Plan aufnehmen."
    )
