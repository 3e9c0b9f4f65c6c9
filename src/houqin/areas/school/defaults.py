"""What holds where the school states nothing: the contents of `defaults.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from houqin.areas.school.readings import Stated, read_value
from houqin.cells.doubts import Doubt
from houqin.cells.text import fold
from houqin.settings import Setting

ANY_WORD = "*"
LAST = "last"  # the family of last term's figures


@dataclass(frozen=True, slots=True)
class SettingFact:
    """What is known of a setting: its words, how its value is read, what is possible."""

    code: str
    name: str
    kind: str
    source: str
    value: Stated = None
    unit: str = ""
    other_units: tuple[str, ...] = ()
    comparator: str = ""
    least: Decimal | None = None
    most: Decimal | None = None
    list: str = ""  # of a choice
    needed: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class ListEntry:
    """One value of a list, and how else people write it."""

    list: str
    value: str
    same_as: str = ""
    group: str = ""
    order: int = 0


@dataclass(frozen=True, slots=True)
class ListFact:
    """What houqin relies on in a list: the words of its 归类, or its very values."""

    name: str
    groups: tuple[str, ...] = ()
    fixed: bool = False


@cache
def setting_facts() -> Mapping[str, SettingFact]:
    """Return all settings by code, in the order of the new master."""
    return {each["code"]: _setting_fact(each) for each in _file()["setting"]}


@cache
def families() -> Mapping[str, str]:
    """Return the beginnings of codes whose last part comes from a list, and that list."""
    return dict(_file()["families"])


@cache
def default_settings() -> tuple[Setting, ...]:
    """Return the settings that hold where 参数 does not state them."""
    return tuple(_setting(fact) for fact in setting_facts().values())


@cache
def default_lists() -> tuple[ListEntry, ...]:
    """Return every value of every list that holds where 清单 does not have the list."""
    return tuple(
        ListEntry(
            each["name"], entry["value"], entry.get("same_as", ""), entry.get("group", ""), order
        )
        for each in _file()["list"]
        for order, entry in enumerate(each["values"], 1)
    )


@cache
def list_facts() -> Mapping[str, ListFact]:
    """Return what houqin relies on in each list."""
    return {
        each["name"]: ListFact(
            each["name"], tuple(each.get("groups", ())), each.get("fixed", False)
        )
        for each in _file()["list"]
    }


def fixed_values(name: str) -> tuple[str, ...]:
    """Return the values of a list that no school may change; none of another list."""
    fact = list_facts().get(name)
    if fact is None or not fact.fixed:
        return ()
    return tuple(each.value for each in default_lists() if each.list == name)


def plain_unit(unit: str) -> str:
    """Return a unit of 参数 in its one spelling, such as 天 for 日."""
    folded = fold(unit)
    return str(_unit_spellings().get(folded, folded))


def fact_of(code: str) -> SettingFact | None:
    """Return what is known of a code; one of a family is as its brothers are."""
    facts, prefix = setting_facts(), family_of(code)
    if code in facts or prefix not in families():
        return facts.get(code)
    if prefix == LAST:
        return _setting_fact(_file()[LAST])
    return next(fact for known, fact in facts.items() if known.startswith(prefix + "."))


def family_of(code: str) -> str:
    """Return what a code begins with: all but its last part; of last term's figures `last`."""
    return LAST if code.startswith(f"{LAST}.") else code.rpartition(".")[0]


@cache
def _file() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("defaults.toml").read_text(encoding="utf-8"))


@cache
def _unit_spellings() -> Mapping[str, str]:
    return {fold(spelling): unit for spelling, unit in _file()["unit_spellings"].items()}


def _setting_fact(stated: Mapping[str, Any]) -> SettingFact:
    limits = {name: Decimal(str(stated[name])) for name in ("least", "most") if name in stated}
    units = tuple(stated.get("other_units", ()))
    return SettingFact(**{**stated, **limits, "other_units": units})


def _setting(fact: SettingFact) -> Setting:
    value = None if fact.value is None else read_value(fact.kind, fact.value, fact.unit)
    if isinstance(value, Doubt):
        raise TypeError(f"defaults.toml: {fact.code} cannot be read")
    unit = "%" if fact.kind == "rate" else fact.unit
    return Setting(fact.code, value, unit, fact.comparator)
