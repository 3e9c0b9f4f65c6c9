"""Facts that stand outside the table."""

from datetime import date

import pytest
from tests.tables.drawing import INSPECTIONS, ISSUE_HEADINGS, cells, found, issue, sheet, told

from houqin.cells.values import CellValue
from houqin.tables.table import Fact

HEADINGS = ("序号", "检查项目", "检查内容", "检查结果")
ROW = (1, "消防", "灭火器", "正常")
CAMPUSES = ("本部", "东园")


def test_a_filled_in_form_is_read_with_its_title_and_footer() -> None:
    rows = [
        ["本部2020年5月安全检查记录"],
        ["检查日期：2020年5月12日"],
        HEADINGS,
        ROW,
        [None, None, "通道", "畅通"],
        ["检查人：张三、李四"],
    ]
    table = found(sheet(*rows, merged="A1:D1 A2:D2 A4:A5 B4:B5"), INSPECTIONS, campus=CAMPUSES)

    assert table.facts == {
        "date": Fact("2020年5月12日", 2, "A"),
        "campus": Fact("本部", 1, "A"),
        "inspectors": Fact("张三、李四", 6, "A"),
    }
    assert (table.numbers, cells(table, "area"), told(table)) == ((4, 5), ["消防", "消防"], [])


@pytest.mark.parametrize(
    ("line", "facts"),
    [
        (
            ["校区：本部  检查日期：2020年5月12日  检查人：张三、李四"],
            {
                "campus": ("本部", "A"),
                "date": ("2020年5月12日", "A"),
                "inspectors": ("张三、李四", "A"),
            },
        ),
        (
            ["校区:本部；检查人:张三 李四；"],
            {"campus": ("本部", "A"), "inspectors": ("张三 李四", "A")},
        ),
        (["检 查 人（签字）： 张三"], {"inspectors": ("张三", "A")}),
        (["排查时间：2020-5-12 07:30"], {"date": ("2020-5-12 07:30", "A")}),
        (["天气：晴 校 区：东园 温度：20"], {"campus": ("东园", "A")}),
        (
            ["检查日期", date(2020, 5, 12), None, "检查人：", "张三"],
            {"date": (date(2020, 5, 12), "B"), "inspectors": ("张三", "E")},
        ),
        (["检查日期：", "校区：本部", "检查人", "校区"], {"campus": ("本部", "B")}),
        (["检查日期：____年__月__日", "检查人：＿＿＿"], {}),
        (["检查日期：   年  月  日"], {}),
        (["主检查人：张三"], {}),
        (["填表日期：2020年5月12日"], {}),
    ],
)
@pytest.mark.parametrize("below", [False, True])
def test_labels_outside_the_table_give_facts(
    line: list[CellValue], facts: dict[str, tuple[CellValue, str]], *, below: bool
) -> None:
    table = found(
        sheet(HEADINGS, ROW, [], line) if below else sheet(line, HEADINGS, ROW), INSPECTIONS
    )

    row = 4 if below else 1
    expected = {field: Fact(value, row, column) for field, (value, column) in facts.items()}
    assert table.facts == expected
    assert len(table.numbers) == 1


def test_a_known_word_of_several_words_is_given_as_it_is_known() -> None:
    table = found(sheet(["East Campus, May"], HEADINGS, ROW), INSPECTIONS, campus=("East Campus",))

    assert table.facts["campus"].value == "East Campus"


def test_a_field_with_a_column_has_no_fact() -> None:
    table = found(sheet(["校区：东园"], ISSUE_HEADINGS, issue(1)))

    assert table.facts == {}


@pytest.mark.parametrize(
    ("title", "name", "fact"),
    [
        ("本部2020年5月安全检查记录", "5月", Fact("本部", 1, "A")),
        ("安全检查记录", "检查（东园）", Fact("东园", None, None)),
        ("安全检查记录（本 部）", "检查本部", Fact("本部", 1, "A")),
        ("本部、东园安全检查记录", "检查", None),
        ("安全检查记录", "检查", None),
    ],
)
def test_one_known_word_above_or_in_the_sheets_name_is_a_fact(
    title: str, name: str, fact: Fact | None
) -> None:
    table = found(sheet([title], HEADINGS, ROW, name=name), INSPECTIONS, campus=CAMPUSES)

    assert table.facts.get("campus") == fact


def test_a_known_word_within_a_longer_one_is_not_said() -> None:
    grid = sheet(["本部东院检查记录"], HEADINGS, ROW)
    table = found(grid, INSPECTIONS, campus=("本部", "本部东院"))

    assert table.facts["campus"].value == "本部东院"


@pytest.mark.parametrize(
    ("lines", "place", "values"),
    [
        (["校区：本部", "校区：东园"], ("A", 2), {"value": "东园", "other": "本部"}),
        (["东园安全检查记录", "校区：本部"], ("A", 1), {"value": "东园", "other": "本部"}),
    ],
)
def test_facts_that_contradict_each_other_are_told_and_not_taken(
    lines: list[str], place: tuple[str, int], values: dict[str, str]
) -> None:
    grid = sheet(*[[line] for line in lines], HEADINGS, ROW)
    table = found(grid, INSPECTIONS, campus=CAMPUSES)

    assert "campus" not in table.facts
    seen = [(o.code, o.column, o.row, o.heading, o.values) for o in table.oddities]
    assert seen[0] == ("TAB-12", *place, "校区", values)
    assert [heading for code, _, _, heading, _ in seen if code == "TAB-01"] == [
        "检查日期",
        "检查人",
    ]


def test_a_section_of_another_campus_contradicts_the_title() -> None:
    rows = [["本部检查记录"], HEADINGS, ROW, ["二、东园"], [2, "食堂", "留样", "正常"]]
    table = found(sheet(*rows, merged="A4:D4"), INSPECTIONS, campus=CAMPUSES)

    assert ("TAB-12", "A4") in told(table)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("校区：本部", "校区：本部校区"),
        ("检查日期：2020年5月12日", "检查日期：2020-05-12"),
        ("检查人：张 三", "检查人：张三"),
    ],
)
def test_a_fact_said_twice_in_other_words_is_no_contradiction(one: str, other: str) -> None:
    table = found(sheet([one], [other], HEADINGS, ROW), INSPECTIONS, campus=CAMPUSES)

    assert (len(table.facts), next(iter(table.facts.values())).row) == (1, 1)
    assert "TAB-12" not in dict(told(table))


def test_signatures_in_the_row_of_a_total_are_facts() -> None:
    total = ["合计", None, None, None, None, 10, "仓库保管员：王五"]
    table = found(sheet(ISSUE_HEADINGS, issue(1), total))

    assert table.facts == {"keeper": Fact("王五", 3, "G")}
