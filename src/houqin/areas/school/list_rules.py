"""What must be true of the sheet 清单."""

from collections.abc import Iterator
from dataclasses import dataclass

from houqin.areas.makers import asking
from houqin.areas.school.defaults import list_facts
from houqin.areas.school.lists import default_vocabularies, spellings
from houqin.areas.school.rows import ListRow
from houqin.book import Book
from houqin.cells.choices import closest
from houqin.cells.doubts import Doubt
from houqin.cells.text import unspaced
from houqin.problems import Hit, Severity
from houqin.rows import Rows
from houqin.rules import Rule, book_rule

FORM = "填写要求"


@dataclass(frozen=True, slots=True)
class _Entry:
    index: int
    list: str
    value: str


@book_rule(
    "SCH-21",
    "清单中的一个值只写一次",
    needs=(ListRow,),
    zh=("清单 {list} 的“{value}”在第 {row} 行已写过", "请删去一行，其他写法写在 同义 中"),
    en=(
        "{value} stands in row {row} of the list already",
        "delete one row; other spellings go under 同义",
    ),
    source=FORM,
)
def value_is_listed_once(book: Book) -> Iterator[Hit]:
    """A list holds a value once, unless the row brings another spelling of it."""
    rows = book[ListRow]
    first: dict[tuple[str, str], _Entry] = {}
    for entry in _entries(rows):
        other = first.setdefault((entry.list, unspaced(entry.value)), entry)
        if other is not entry and not _adds_spelling(rows, entry, other):
            at = (rows.place(other.index, "value"),)
            row = rows.numbers[other.index]
            yield rows.hit(entry.index, "value", related=at, list=entry.list, row=row)


@book_rule(
    "SCH-22",
    "一个同义写法只指一个值",
    needs=(ListRow,),
    zh=("“{name}”既指“{one}”又指“{other}”", "请只在一个值的 同义 中保留它"),
    en=(
        "{name} means both {one} and {other}",
        "keep it under 同义 of one value",
    ),
    source=FORM,
)
def spelling_has_one_meaning(book: Book) -> Iterator[Hit]:
    """A spelling under 同义 stands for one value of its list."""
    rows = book[ListRow]
    entries = list(_entries(rows))
    meant = {(each.list, unspaced(each.value)): (each, "value") for each in reversed(entries)}
    for entry in entries:
        for name in spellings(rows.column("same_as")[entry.index] or ""):
            other, field = meant.setdefault((entry.list, unspaced(name)), (entry, "same_as"))
            if unspaced(other.value) != unspaced(entry.value):
                yield rows.hit(
                    entry.index,
                    "same_as",
                    related=(rows.place(other.index, field),),
                    name=name,
                    one=other.value,
                    other=entry.value,
                )


@book_rule(
    "SCH-23",
    "用来判断的清单每个值都有归类",
    needs=(ListRow,),
    zh=("清单 {list} 的“{name}”没有可用的归类", "请在 归类 中填下列之一：{groups}"),
    en=("nothing tells what {name} counts as", "write one of these under 归类: {groups}"),
    source=FORM,
)
def value_has_group(book: Book) -> Iterator[Hit]:
    """A value of a list by which rules judge has one of the groups that they know."""
    rows = book[ListRow]
    typed = rows.column_or_blank("group")
    for entry in _entries(rows):
        fact = list_facts().get(entry.list)
        if fact and fact.groups and book.group(entry.list, entry.value) not in fact.groups:
            meant, groups = closest(typed[entry.index] or "", fact.groups), "、".join(fact.groups)
            yield rows.hit(
                entry.index,
                "group",
                list=entry.list,
                name=entry.value,
                groups=groups,
                **asking(meant),
            )


@book_rule(
    "SCH-24",
    "固定清单只用 houqin 认得的值",
    needs=(ListRow,),
    zh=(
        "清单 {list} 的值是固定的，没有“{value}”",
        "请改为下列之一，原来的写法放在 同义 中：{values}",
    ),
    en=(
        "the values of this list are fixed and {value} is none",
        "choose one of: {values}; put the other spelling under 同义",
    ),
    source=FORM,
)
def fixed_list_has_known_values(book: Book) -> Iterator[Hit]:
    """A list whose values houqin reckons with holds no others."""
    rows = book[ListRow]
    for entry in _entries(rows):
        fact, known = list_facts().get(entry.list), default_vocabularies().get(entry.list)
        if fact and fact.fixed and known and entry.value not in known.values:
            meant = known.read(entry.value)
            words = asking(None if isinstance(meant, Doubt) else meant)
            values = "、".join(known.values)
            yield rows.hit(entry.index, "value", list=entry.list, values=values, **words)


@book_rule(
    "SCH-25",
    "清单的名称与 houqin 的清单一致",
    needs=(ListRow,),
    zh=("没有用到名为“{value}”的清单，这几行不起作用", "请改正清单名称"),
    en=("no column uses a list named {value}, so its rows have no effect", "correct the name"),
    source=FORM,
    severity=Severity.WARNING,
)
def list_is_known(book: Book) -> Iterator[Hit]:
    """The name of a list is not a misspelt name of one that houqin uses."""
    rows = book[ListRow]
    names = rows.column("list")
    told = set(list_facts())
    for index in rows.judged("list"):
        meant = None if names[index] in told else closest(names[index], sorted(list_facts()))
        told.add(names[index])
        if meant:
            yield rows.hit(index, "list", suggest=meant)


def _entries(rows: Rows[ListRow]) -> Iterator[_Entry]:
    """Yield the values that are in use, with their lists."""
    names, values = rows.column("list"), rows.column("value")
    in_use = rows.column_or_blank("in_use")
    for index in rows.judged("list", "value"):
        if in_use[index] is not False:
            yield _Entry(index, names[index], values[index])


def _adds_spelling(rows: Rows[ListRow], entry: _Entry, first: _Entry) -> bool:
    """Tell whether a row repeats a value only to bring another spelling of it."""
    groups = rows.column_or_blank("group")
    agree = groups[entry.index] in {None, groups[first.index]}
    return (
        entry.value == first.value and agree and bool(rows.column_or_blank("same_as")[entry.index])
    )


RULES: tuple[Rule, ...] = (
    value_is_listed_once,
    spelling_has_one_meaning,
    value_has_group,
    fixed_list_has_known_values,
    list_is_known,
)
