"""Names of people: one name, several names, and what is no name."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.effort import examples

from houqin.cells.doubts import Doubt
from houqin.cells.people import read_people, read_person
from houqin.cells.values import CellValue
from houqin.cells.writing import written


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("张三", "张三"),
        ("张三。", "张三"),
        ("\t张三\u3000", "张三"),
        ("张 三", "张三"),
        ("张　三", "张三"),
        ("张 三丰", "张三丰"),
        ("李 小 四", "李小四"),
        ("欧阳 锋", "欧阳锋"),
        ("诸葛 孔明", "诸葛孔明"),
        ("张三(总值)", "张三"),
        ("张三（组长）", "张三"),
        ("张 三 (签字)", "张三"),
        ("李四(大)", "李四(大)"),
        ("李四（大）", "李四(大)"),
        ("李 四（大）", "李四(大)"),
        ("张三老师", "张三"),
        ("张三 老师", "张三"),
        ("王五师傅", "王五"),
        ("王五同志", "王五"),
        ("张老师", "张老师"),
        ("欧阳老师", "欧阳老师"),
        ("阿依古丽·买买提", "阿依古丽·买买提"),
        ("阿依古丽•买买提", "阿依古丽·买买提"),
        ("John Smith", "John Smith"),
        ("Ｊｏｈｎ  Smith", "John Smith"),
        ("王和平", "王和平"),
        ("欧阳和平", "欧阳和平"),
        ("张三、张三", "张三"),
    ],
)
def test_a_name_is_read(text: str, name: str) -> None:
    assert read_person(text) == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("张三、李四", ("张三", "李四")),
        ("张三，李四,王五", ("张三", "李四", "王五")),
        ("张三；李四;王五", ("张三", "李四", "王五")),
        ("张三/李四", ("张三", "李四")),
        ("张三\n李四", ("张三", "李四")),
        ("张三\r\n李 四\n", ("张三", "李四")),
        ("张三 李四", ("张三", "李四")),
        ("张三 李小四 王五", ("张三", "李小四", "王五")),
        ("张 三 李小四", ("张三", "李小四")),
        ("张 三、李 四", ("张三", "李四")),
        ("张三和李四", ("张三", "李四")),
        ("张三、王和平", ("张三", "王和平")),
        ("张三(组长)、李四", ("张三", "李四")),
        ("张三（组长）李四", ("张三", "李四")),
        ("张三老师、李四老师", ("张三", "李四")),
        ("张三、李四、张三、", ("张三", "李四")),
        ("John Smith、张三", ("John Smith", "张三")),
        ("李四", ("李四",)),
    ],
)
def test_several_names_are_read_each_once(text: str, names: tuple[str, ...]) -> None:
    assert read_people(text) == names


NO_NAMES = [
    "张",
    "司马",
    "张三1",
    "13800000000",
    "张三 13800000000",
    "全体师生",
    "全体教职工",
    "各班班主任",
    "张三等",
    "张三等人",
    "张三等3人",
    "后勤处",
    "保安",
    "老师",
    "签字",
    "待定",
    "无",
    "/",
    "、",
    "三年级组",
    "张三已检查完毕，一切正常。",
    "已检查完毕",
    "口罩发放给各班",
    "检查人：张三",
    "张三(2人)",
    "张 三 李 四",
    "张.李",
    "Maximilian Alexander Longname",
    12,
    12.5,
    True,
    date(2020, 5, 12),
]


@pytest.mark.parametrize("read", [read_person, read_people])
@pytest.mark.parametrize("value", NO_NAMES)
def test_what_is_no_name_is_doubted(read: object, value: CellValue) -> None:
    assert callable(read)
    found = read(value)

    assert isinstance(found, Doubt)
    assert found.code == "CEL-17"


@pytest.mark.parametrize("text", ["张三、李四", "张三 李四", "张三和李四"])
def test_two_people_are_not_one_person(text: str) -> None:
    found = read_person(text)

    assert isinstance(found, Doubt)
    assert (found.code, found.values["fix"]) == ("CEL-17", "只填一个人的姓名")


NAMES = st.sampled_from(
    ["张三", "李小四", "王五", "欧阳锋", "阿依古丽·买买提", "李四(大)", "赵 六"]
)


@examples(100)
@given(st.lists(NAMES, min_size=1, unique=True), st.sampled_from(["、", "，", "\n", "; ", "/"]))
def test_every_list_of_names_is_read_and_read_back(names: list[str], separator: str) -> None:
    expected = tuple(name.replace(" ", "") for name in names)

    assert read_people(separator.join(names)) == expected
    assert read_people(written(expected)) == expected


@examples(100)
@given(NAMES, st.integers(min_value=0))
def test_a_name_with_a_digit_is_never_read(name: str, number: int) -> None:
    assert isinstance(read_person(f"{name}{number}"), Doubt)
