"""What a reader of tables must know of a ledger: its titles and its headings."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Head:
    """One column of a ledger, as people head it."""

    field: str  # the name in code, such as "quantity"
    heading: str  # the standard heading, such as 数量
    aliases: tuple[str, ...] = ()
    required: bool = False
    fill_down: bool = False  # a merged, repeated-blank or ditto cell means the value above
    fact: bool = False  # may stand once outside the table, in a title, note or footer
    total: bool = False  # a 合计 row may sum it
    spread: bool = False  # a merged cell holds for each of its rows, a blank one does not
    weak: tuple[str, ...] = ()  # names that count only where there is no other

    @property
    def names(self) -> tuple[str, ...]:
        """Everything that the column may be headed, the standard heading first."""
        return (self.heading, *self.aliases, *self.weak)


@dataclass(frozen=True, slots=True)
class Cross:
    """How a ledger may stand as a table that runs both ways, such as days by posts."""

    days: tuple[str, str]  # the field of the date, and that of the weekday
    across: str  # the field of what runs the other way
    time: str  # the field of the time, which may stand with it
    cell: str  # the field of what the cells hold


@dataclass(frozen=True, slots=True)
class Layout:
    """One ledger: how its sheet may be called, and its columns in their order."""

    key: str  # "stock_issues"
    title: str  # 领用
    aliases: tuple[str, ...]  # other sheet titles
    heads: tuple[Head, ...]
    cross: Cross | None = None
