"""What must be true of the sheet 参数."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from houqin.areas.makers import asking, unique
from houqin.areas.school.defaults import (
    ANY_WORD,
    SettingFact,
    fact_of,
    families,
    family_of,
    setting_facts,
)
from houqin.areas.school.limits import StatedValue, has_fitting_unit, stated_value, units
from houqin.areas.school.readings import EXPECTED
from houqin.areas.school.rows import SettingRow
from houqin.book import Book
from houqin.cells.choices import Vocabulary, closest
from houqin.cells.doubts import Doubt
from houqin.cells.writing import written
from houqin.problems import Both, Hit, Place, Severity
from houqin.rules import Rule, book_rule, row_rule
from houqin.settings import Setting

FORM = "填写要求"
SHOWN = 3  # so many settings are named in the note about defaults


@row_rule(
    "SCH-01",
    SettingRow,
    "参数的代码是 houqin 认得的",
    zh=("没有代码为“{value}”的参数，这一行不起作用", "请改正代码，或删去这一行"),
    en=(
        "there is no setting {value}, so the row has no effect",
        "correct the code or delete the row",
    ),
    source=FORM,
    severity=Severity.WARNING,
)
def code_is_known(row: SettingRow, book: Book) -> Iterator[Hit]:
    """The code of a setting is one that houqin knows."""
    if not _is_known(row.code, book):
        yield row.hit("code", **asking(closest(row.code, sorted(_known_codes(book)))))


code_is_stated_once = unique(
    "SCH-02",
    SettingRow,
    ("code", "campus", "since"),
    (
        "同一校区、同一生效日期的参数只写一次",
        "A setting is stated once for a campus and a first day.",
    ),
    zh=("参数 {value} 在第 {row} 行已写过", "请删去一行，或填写不同的校区或生效日期"),
    en=(
        "{value} is stated in row {row} already",
        "delete one row, or give another campus or first day",
    ),
    source=FORM,
)


@row_rule(
    "SCH-03",
    SettingRow,
    "参数的值是它需要的那种值",
    zh=("{name}的值“{value}”读不懂，仍按默认值检查", "请填{expected}"),
    en=("{value!r} cannot be read for this setting; the default holds", "write {expected_en}"),
    source=FORM,
)
def value_can_be_read(row: SettingRow, book: Book) -> Iterator[Hit]:
    """The value of a setting is of the kind that it needs."""
    stated = _stated_value(row, book)
    if stated and isinstance(stated.value, Doubt):
        zh, en = _expected(stated, stated.value)
        meant = asking(stated.value.values.get("suggest"))
        yield row.hit("value", name=_name(row, stated.fact), expected=zh, expected_en=en, **meant)


@row_rule(
    "SCH-04",
    SettingRow,
    "参数的值在可能的范围之内",
    zh=("{name}的值 {value} 不在可能的范围内，仍按默认值检查", "请填{limit}的数"),
    en=("{value} is not possible for this setting; the default holds", "write a number {limit_en}"),
    source="按常理",
)
def value_is_possible(row: SettingRow, book: Book) -> Iterator[Hit]:
    """The value of a setting lies within what is possible."""
    stated = _stated_value(row, book)
    if stated and not stated.is_possible:
        limit = _limit(stated.fact)
        yield row.hit("value", name=_name(row, stated.fact), limit=limit.zh, limit_en=limit.en)


@row_rule(
    "SCH-05",
    SettingRow,
    "参数的单位是它计算用的单位",
    zh=("{name}不能以“{value}”为单位，仍按默认值检查", "请{todo}"),
    en=("this setting is not counted in {value!r}; the default holds", "{todo_en}"),
    source=FORM,
)
def unit_is_usable(row: SettingRow, book: Book) -> Iterator[Hit]:
    """A setting is stated in a unit in which it is counted."""
    fact = fact_of(row.code) if _is_known(row.code, book) else None
    if fact and row.unit and not has_fitting_unit(fact, row.unit):
        zh, en = _unit_to_use(fact)
        yield row.hit("unit", name=_name(row, fact), todo=zh, todo_en=en)


@book_rule(
    "SCH-06",
    "学期结束日期晚于开始日期",
    needs=(SettingRow,),
    zh=("学期结束日期 {value} 早于开始日期 {start}", "请改正其中一个日期"),
    en=("the term ends on {value}, before it starts on {start}", "correct one of the two dates"),
    source="按常理",
    settings=("term.start", "term.end"),
)
def term_ends_after_start(book: Book) -> Iterator[Hit]:
    """The term does not end before it starts."""
    start, end = _day(book, "term.start"), _day(book, "term.end")
    if start and end and end.day < start.day:
        yield from _value_hit(book, end.setting, start.setting, start=start.day)


@book_rule(
    "SCH-07",
    "学校名称和学期起止日期已填写",
    needs=(SettingRow,),
    zh=("{name}没有填写", "请在代码为 {code} 的一行填写"),
    en=("{code} is not filled in", "fill it in"),
    source=FORM,
    settings=("school.name", "term.start", "term.end"),
)
def needed_settings_are_stated(book: Book) -> Iterator[Hit]:
    """The school's name and its term are stated in houqin's own master."""
    rows = book[SettingRow]
    codes, values = rows.column("code"), rows.column("value")
    for fact in _needed() if book.own else ():
        stated = [index for index, code in enumerate(codes) if code == fact.code]
        blank = [
            index
            for index in stated
            if index not in rows.unread.get("value", ()) and values[index] is None
        ]
        if not stated:
            yield rows.sheet_hit("value", name=fact.name, code=fact.code)
        elif len(blank) == len(stated):
            yield rows.hit(blank[0], "value", name=fact.name, code=fact.code)


@book_rule(
    "SCH-08",
    "没有写明的参数按默认值检查",
    needs=(),
    zh=("有 {count} 个参数没有写明（如 {names}），按默认值检查", "需要改动的请写在工作表 参数 中"),
    en=(
        "settings not stated: {count}, such as {codes}; their defaults hold",
        "state on the sheet 参数 what is to be otherwise",
    ),
    source="houqin 的默认参数",
    severity=Severity.NOTE,
)
def defaults_hold(book: Book) -> Iterator[Hit]:
    """A setting that is not stated has its default value."""
    rows = book.rows.get(SettingRow)
    stated = rows.known("code") if rows and rows.has("code") and rows.has("value") else frozenset()
    missing = [
        fact
        for code, fact in setting_facts().items()
        if code not in stated and not (book.own and fact.needed)
    ]
    if missing:
        names = "、".join(fact.name for fact in missing[:SHOWN])
        codes = ", ".join(fact.code for fact in missing[:SHOWN])
        place = Place(rows.sheet if rows is not None else SettingRow.ledger.title)
        yield Hit(place, {"count": len(missing), "names": names, "codes": codes})


@book_rule(
    "SCH-09",
    "统计日期不早于学期开始",
    needs=(SettingRow,),
    zh=("统计日期 {value} 早于学期开始日期 {start}", "请核对这两个日期"),
    en=("the as-of date {value} is before the term starts, {start}", "look at the two dates"),
    source="按常理",
    severity=Severity.WARNING,
    settings=("as_of", "term.start"),
)
def as_of_is_not_before_term(book: Book) -> Iterator[Hit]:
    """The as-of date that is stated does not lie before the term."""
    as_of, start = _day(book, "as_of"), _day(book, "term.start")
    if as_of and start and as_of.day < start.day:
        yield from _value_hit(book, as_of.setting, start.setting, start=start.day)


@dataclass(frozen=True, slots=True)
class _StatedDay:
    setting: Setting
    day: date


def _day(book: Book, code: str) -> _StatedDay | None:
    setting = book.settings.find(code)
    if setting is None or setting.place is None or not isinstance(setting.value, date):
        return None
    return _StatedDay(setting, setting.value)


def _value_hit(book: Book, wrong: Setting, other: Setting, **values: object) -> Iterator[Hit]:
    rows = book[SettingRow]
    if wrong.place and wrong.place.row and other.place:
        index = rows.numbers.index(wrong.place.row)
        yield rows.hit(index, "value", related=(other.place,), **values)


def _is_known(code: str, book: Book) -> bool:
    if code in setting_facts():
        return True
    prefix = family_of(code)
    name, last = families().get(prefix), code[len(prefix) + 1 :]
    if not name or not last:
        return False
    return name == ANY_WORD or last in _values(book, name)


def _known_codes(book: Book) -> Iterable[str]:
    chosen = {
        f"{prefix}.{value}" for prefix, name in families().items() for value in _values(book, name)
    }
    return chosen | set(setting_facts())


def _values(book: Book, name: str) -> tuple[str, ...]:
    return book.vocabularies.get(name, Vocabulary(name, ())).values


def _stated_value(row: SettingRow, book: Book) -> StatedValue | None:
    """Read a row's value, unless its code or its unit is a problem of its own."""
    return stated_value(row) if _is_known(row.code, book) else None


def _name(row: SettingRow, fact: SettingFact) -> str:
    return row.get("name") or fact.name


def _unit_to_use(fact: SettingFact) -> Both:
    usable = [unit for unit in units(fact) if unit]
    if not usable:
        return Both("把单位留空", "leave the unit blank")
    return Both(f"换算成{'或'.join(usable)}", f"convert it to {' or '.join(usable)}")


def _expected(stated: StatedValue, doubt: Doubt) -> Both:
    if "allowed" in doubt.values:
        allowed = written(doubt.values["allowed"])
        return Both(f"下列之一：{allowed}", f"one of {allowed}")
    return EXPECTED[stated.kind]


def _limit(fact: SettingFact) -> Both:
    least, most = written(fact.least), written(fact.most)
    if fact.least is not None and fact.most is not None:
        return Both(f" {least} 到 {most} ", f"from {least} to {most}")
    if fact.least is not None:
        return Both(f"不小于 {least} ", f"of at least {least}")
    return Both(f"不大于 {most} ", f"of at most {most}")


def _needed() -> Iterator[SettingFact]:
    return (fact for fact in setting_facts().values() if fact.needed)


RULES: tuple[Rule, ...] = (
    code_is_known,
    code_is_stated_once,
    value_can_be_read,
    value_is_possible,
    unit_is_usable,
    term_ends_after_start,
    needed_settings_are_stated,
    defaults_hold,
    as_of_is_not_before_term,
)
