"""The settings of the sheet 参数, typed by their codes, over the defaults."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from houqin.areas.school.defaults import SettingFact, default_settings, fact_of, plain_unit
from houqin.areas.school.lists import default_vocabularies
from houqin.areas.school.readings import RATE_UNITS, read_value
from houqin.areas.school.rows import SettingRow
from houqin.cells.doubts import Doubt
from houqin.cells.values import is_blank
from houqin.rows import Rows
from houqin.settings import Setting, Settings, SettingValue

COLUMNS = ("code", "value", "unit", "comparator", "campus", "since")


@dataclass(frozen=True, slots=True)
class StatedValue:
    """The value of a row of 参数 as its setting needs it, None where it is blank."""

    fact: SettingFact
    unit: str
    value: SettingValue | Doubt | None

    @property
    def kind(self) -> str:
        """How the value is read; a rate in a unit of its own is a number."""
        is_number = self.fact.kind == "rate" and self.unit not in RATE_UNITS
        return "number" if is_number else self.fact.kind

    @property
    def is_possible(self) -> bool:
        """Tell whether the value lies within what is possible at all."""
        if not isinstance(self.value, Decimal):
            return True
        least, most = self.fact.least, self.fact.most
        return (least is None or self.value >= least) and (most is None or self.value <= most)


def settings(rows: Rows[SettingRow] | None) -> Settings:
    """Return what holds: the rows of 参数 that can be used, and the defaults for the rest.

    A row that says nothing usable is a problem of its own; the default then holds. A
    blank value is a statement: nothing is judged by it.
    """
    return Settings.of(() if rows is None else _stated(rows), default_settings())


def stated_value(row: SettingRow) -> StatedValue | None:
    """Read a row's value; None where its code is not known or its unit cannot be used."""
    fact, unit = fact_of(row.code), row.get("unit")
    if fact is None or not has_fitting_unit(fact, unit):
        return None
    unit = plain_unit(unit or ("" if fact.kind == "rate" else fact.unit))
    return StatedValue(fact, unit, _read(fact, row.get("value"), unit))


def units(fact: SettingFact) -> tuple[str, ...]:
    """Return the units in which a setting may be stated, its usual one first."""
    rates = RATE_UNITS if fact.kind == "rate" else ()
    return tuple(dict.fromkeys((fact.unit, *fact.other_units, *rates)))


def has_fitting_unit(fact: SettingFact, unit: str | None) -> bool:
    """Tell whether a setting may be stated in a unit; a blank one is the usual one."""
    return not unit or plain_unit(unit) in units(fact)


def _read(fact: SettingFact, value: str | None, unit: str) -> SettingValue | Doubt | None:
    if is_blank(value):
        return None
    if fact.list:
        return default_vocabularies()[fact.list].read(value)
    return read_value(fact.kind, value, unit)


def _stated(rows: Rows[SettingRow]) -> Iterator[Setting]:
    if rows.has("code") and rows.has("value"):
        for index in rows.judged(*filter(rows.has, COLUMNS)):
            yield from _setting(rows[index])


def _setting(row: SettingRow) -> Iterator[Setting]:
    """Yield the setting of a row, unless its code, unit or value cannot be used."""
    stated = stated_value(row)
    if stated is None or isinstance(stated.value, Doubt) or not stated.is_possible:
        return
    unit = "%" if stated.kind == "rate" else stated.unit  # a rate is held as a fraction
    comparator = row.get("comparator") or stated.fact.comparator
    campus, since = row.get("campus"), row.get("since")
    yield Setting(row.code, stated.value, unit, comparator, campus, since, row.at("value"))
