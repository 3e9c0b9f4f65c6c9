"""One area's part of the summary, as data: figures, tables and charts; `reports/` draws it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from houqin.problems import Both

Value = int | Decimal | date | str | None


class Light(StrEnum):
    """Whether a figure meets its target."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    NONE = "none"  # no target


class Unit(StrEnum):
    """What a value counts, which decides how it is written."""

    COUNT = "count"
    QUANTITY = "quantity"
    MONEY = "money"  # yuan
    RATE = "rate"  # a fraction, shown in per cent
    DAYS = "days"
    DATE = "date"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of the summary, per campus and in total, and in words how it was got."""

    key: str  # such as "hazards.closed_rate"; the same over the terms
    name: Both
    unit: Unit
    total: Value
    source: Both  # what is counted or divided by what, from which sheet
    by_campus: Mapping[str, Value] = field(default_factory=dict)
    target: Value = None
    light: Light = Light.NONE
    comparator: str = ""  # how the target is to be met: >= > <= < =
    last: Value = None  # what it was last term


NONE = Both("没有", "none")


@dataclass(frozen=True, slots=True)
class SectionTable:
    """A table of the summary; `units` holds one unit for each column."""

    key: str
    title: Both
    headings: tuple[Both, ...]
    units: tuple[Unit, ...]
    rows: tuple[tuple[Value | Both, ...], ...]  # words of houqin's own are in both languages
    empty: Both = NONE  # what stands there when there is no row


@dataclass(frozen=True, slots=True)
class Chart:
    """A native chart over columns of one table of the same section."""

    title: Both
    kind: str  # "column", "bar", "line" or "pie"
    table: str  # key of the table
    category: int  # index of the column with the labels
    series: tuple[int, ...]  # indexes of the columns with the numbers


@dataclass(frozen=True, slots=True)
class Section:
    """One area's part of the summary."""

    key: str
    title: Both
    figures: tuple[Figure, ...] = ()
    tables: tuple[SectionTable, ...] = ()
    charts: tuple[Chart, ...] = ()
    notes: tuple[Both, ...] = ()
