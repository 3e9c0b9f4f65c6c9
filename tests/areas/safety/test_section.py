"""The safety part of the summary, reckoned by hand."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from tests.areas.drawn import book_of
from tests.areas.safety.drawn import hazards, settings

from houqin.areas.measures import light_of
from houqin.areas.safety.section import section
from houqin.areas.school.defaults import default_settings
from houqin.areas.tallies import months
from houqin.book import Book
from houqin.sections import Figure, Light, Section, SectionTable, Value
from houqin.settings import Setting, Settings

CAMPUSES = """
| 校区 | 校区   |
|  2   | 本部   |
|  3   | 东校区 |
"""
DONE = {"整改状态": "已整改"}
CLOSED = {**DONE, "销号状态": "已销号", "验收人": "赵敏"}
HAZARDS = hazards(
    {
        "隐患编号": "YH-001",
        "发现日期": "2020-05-06",
        "隐患位置": "食堂",
        "整改期限": "2020-05-13",
        "整改完成日期": "2020-05-10",
        "验收日期": "2020-05-11",
        **CLOSED,
    },
    {
        "隐患编号": "YH-002",
        "发现日期": "2020-05-20",
        "整改期限": "2020-05-27",
        "整改完成日期": "2020-06-01",
        **DONE,
    },
    {"隐患编号": "YH-003", "校区": "东校区", "整改期限": "2020-06-08"},
    {
        "隐患编号": "YH-004",
        "发现日期": "2020-06-10",
        "校区": "东校区",
        "隐患位置": "体育馆",
        "隐患等级": "重大隐患",
    },
    {
        "隐患编号": "YH-005",
        "发现日期": "2020-06-28",
        "隐患位置": "图书馆",
        "整改期限": "2020-07-05",
    },
    {
        "隐患编号": "YH-006",
        "发现日期": "2020-04-20",
        "隐患位置": "门卫室",
        "隐患等级": "重大隐患",
        "整改期限": "2020-04-27",
    },
    {
        "隐患编号": "YH-007",
        "发现日期": "2020-06-05",
        "整改期限": "2020-06-12",
        "整改完成日期": "2020-06-05",
        "验收日期": "2020-06-06",
        **CLOSED,
    },
    {
        "隐患编号": "YH-008",
        "发现日期": "2020-04-01",
        "隐患位置": "操场",
        "整改期限": "2020-04-03",
        "整改完成日期": "2020-04-10",
        **DONE,
    },
)
INSPECTIONS = """
| 检查记录 | 检查日期   | 检查类型 | 校区   | 检查区域 | 检查项目 | 检查结果 | 检查人 |
|  2       | 2020-06-29 | 日巡视   | 本部   | 教学楼   | 校园消防 | 正常     | 王小明 |
|  3       | 2020-06-30 | 日巡视   | 本部   | 教学楼   | 校园消防 | 正常     | 王小明 |
|  4       | 2020-06-29 | 日巡视   | 东校区 | 教学楼   | 校园消防 | 正常     | 赵敏   |
|  5       | 2020-06-29 | 日巡视   | 东校区 | 食堂     | 食品安全 | 正常     | 赵敏   |
|  6       | 2020-06-30 | 专项检查 | 本部   | 实验楼   | 实验实训 | 正常     | 赵敏   |
"""
TERM = settings(("term.start", "2020-06-29", ""), ("term.end", "2020-06-30", ""))
EQUIPMENT = """
| 消防设备 | 设备编号 | 类别     | 名称   | 校区   | 位置   | 有效期至   | 上次维保日期 | 状态 |
|  2       | XF-001   | 灭火器   | 灭火器 | 本部   | 教学楼 | 2020-06-29 | 2020-06-01   | 正常 |
|  3       | XF-002   | 灭火器   | 灭火器 | 本部   | 食堂   | 2022-06-30 | 2019-06-30   | 正常 |
|  4       | XF-003   | 灭火器   | 灭火器 | 东校区 | 食堂   | 2020-01-31 | 2019-01-31   | 停用 |
|  5       | XF-004   | 灭火器   | 灭火器 | 东校区 | 食堂   | 2021-01-31 | 2020-06-01   |      |
|  6       | HT-001   | 维保合同 | 合同   | 本部   | 全校   | 2020-01-31 |              |      |
"""


def section_of(drawn: str, period: str = "") -> Section:
    found = section(book_of(drawn, period=period))
    assert found is not None
    return found


def figures_of(found: Section) -> dict[str, tuple[Value, Mapping[str, Value]]]:
    return {figure.key: (figure.total, dict(figure.by_campus)) for figure in found.figures}


def figure_of(found: Section, key: str) -> Figure:
    return next(figure for figure in found.figures if figure.key == key)


def table_of(found: Section, key: str) -> SectionTable:
    return next(table for table in found.tables if table.key == key)


def test_hazards_are_counted_for_the_period_and_those_open_as_of_its_last_day() -> None:
    found = section_of(HAZARDS + CAMPUSES, "2020-05-01..2020-06-30")

    assert figures_of(found) == {
        "hazards.found": (6, {"本部": 4, "东校区": 2}),
        "hazards.done": (3, {"本部": 3, "东校区": 0}),
        "hazards.closed": (2, {"本部": 2, "东校区": 0}),
        # Due: three put right, one overdue, one without a deadline; not the one due on 5 July.
        "hazards.closed_rate": (Decimal("0.6"), {"本部": Decimal(1), "东校区": Decimal(0)}),
        "hazards.closed_rate_all": (
            Decimal("0.5"),
            {"本部": Decimal("0.75"), "东校区": Decimal(0)},
        ),
        "hazards.overdue": (2, {"本部": 1, "东校区": 1}),
        "hazards.due_soon": (1, {"本部": 1, "东校区": 0}),
        "hazards.no_deadline": (1, {"本部": 0, "东校区": 1}),
        "hazards.closed_late": (1, {"本部": 1, "东校区": 0}),
        # 4, 12 and 0 days
        "hazards.days_to_finish": (Decimal("5.3"), {"本部": Decimal("5.3"), "东校区": None}),
        "hazards.repeated": (1, {"本部": 1, "东校区": 0}),
    }


@pytest.mark.parametrize(
    ("key", "rows"),
    [
        ("hazards_open", (("一般隐患", 1, 1, 2), ("重大隐患", 1, 1, 2))),
        (
            "hazards_ageing",
            (("1-7", 0, 0, 0), ("8-30", 0, 1, 1), ("31-90", 1, 0, 1), (">90", 0, 0, 0)),
        ),
        ("hazards_by_month", (("2020-05", 2, 1, 1), ("2020-06", 4, 2, 1))),
    ],
)
def test_tables_of_hazards_count_by_campus_or_month(
    key: str, rows: tuple[tuple[Value, ...], ...]
) -> None:
    found = section_of(HAZARDS + CAMPUSES, "2020-05-01..2020-06-30")

    assert table_of(found, key).rows == rows


def test_the_list_of_overdue_hazards_names_who_and_by_when_and_what_comes_next() -> None:
    found = section_of(HAZARDS + CAMPUSES, "2020-05-01..2020-06-30")

    assert [row[:5] for row in table_of(found, "hazards_overdue").rows] == [
        ("YH-006", "本部", "门卫室", "重大隐患", "王小明"),
        ("YH-003", "东校区", "教学楼一楼", "一般隐患", "王小明"),
    ]
    # Both are to go to the head of the school from the seventh day on.
    assert [row[5:] for row in table_of(found, "hazards_overdue").rows] == [
        (date(2020, 4, 27), None, 64, "校长", date(2020, 5, 4)),
        (date(2020, 6, 8), None, 22, "校长", date(2020, 6, 15)),
    ]


def test_one_day_campus_and_kind_is_one_inspection_and_a_patrol_is_due_each_school_day() -> None:
    found = section_of(INSPECTIONS + CAMPUSES + TERM)

    assert figures_of(found) == {
        "inspections.rounds": (4, {"本部": 3, "东校区": 1}),
        "inspections.patrol_rate": (
            Decimal("0.75"),
            {"本部": Decimal(1), "东校区": Decimal("0.5")},
        ),
        "inspections.month_rate": (Decimal(0), {"本部": Decimal(0), "东校区": Decimal(0)}),
    }
    assert table_of(found, "inspections_by_kind").rows == (
        ("日巡视", 2, 1, 3),
        ("专项检查", 1, 0, 1),
    )
    assert table_of(found, "inspections_by_month").rows == (("2020-06", 3, 1),)


def test_equipment_out_of_use_and_contracts_are_not_counted() -> None:
    found = section_of(EQUIPMENT + CAMPUSES)

    assert figures_of(found) == {
        "equipment.in_use": (3, {"本部": 2, "东校区": 1}),
        "equipment.expired": (1, {"本部": 1, "东校区": 0}),
        # Serviced on 2019-06-30; 365 days later was 2020-06-29.
        "equipment.unserviced": (1, {"本部": 1, "东校区": 0}),
    }


def test_a_ledger_that_is_not_there_is_named_and_has_no_figures() -> None:
    found = section_of(HAZARDS)

    assert {figure.key.partition(".")[0] for figure in found.figures} == {"hazards"}
    assert [note.zh for note in found.notes] == ["没有工作表 检查记录、消防设备"]


def test_a_workbook_without_any_safety_ledger_has_no_such_part() -> None:
    assert section(book_of("| 人员 | 姓名 |\n| 2 | 王小明 |\n")) is None


def test_without_a_hazard_there_is_no_rate_and_nothing_is_divided_by_nought() -> None:
    found = section_of(hazards({"发现日期": "2020-07-01"}))

    assert figure_of(found, "hazards.found").total == 0
    assert figure_of(found, "hazards.closed_rate").total is None
    assert figure_of(found, "hazards.days_to_finish").total is None


def test_cells_that_cannot_be_read_stop_no_figure() -> None:
    rows = hazards({"发现日期": "不详", "隐患等级": "很大", "整改状态": "?", "整改期限": "6.18"})

    found = section_of(rows + INSPECTIONS.replace("2020-06-29", "六月") + EQUIPMENT)

    assert figure_of(found, "hazards.found").total == 0
    assert figure_of(found, "hazards.no_deadline").total == 1
    assert figure_of(found, "inspections.rounds").total == 2
    assert found.notes[0].zh == "隐患台账有 1 行的发现日期没有读出，未计入期间"


def test_every_figure_says_in_both_languages_from_which_sheet_it_comes() -> None:
    found = section_of(HAZARDS + INSPECTIONS + EQUIPMENT + TERM)

    sheets = ("隐患台账", "检查记录", "消防设备")
    for figure in found.figures:
        for source in figure.source:
            assert any(sheet in source for sheet in sheets), figure.key


def test_charts_show_columns_that_their_tables_have() -> None:
    found = section_of(HAZARDS + INSPECTIONS + EQUIPMENT + TERM)

    assert [(chart.kind, chart.table, chart.series) for chart in found.charts] == [
        ("column", "hazards_by_month", (1, 2, 3)),
        ("bar", "hazards_ageing", (3,)),
        ("column", "inspections_by_month", (1, 2)),
    ]
    for table in found.tables:
        assert len(table.units) == len(table.headings)
        assert {len(row) for row in table.rows} <= {len(table.headings)}


def with_settings(book: Book, *stated: Setting) -> Book:
    return replace(book, settings=Settings.of(stated, default_settings()))


@pytest.mark.parametrize(
    ("total", "comparator", "light"),
    [
        (Decimal("0.95"), ">=", Light.GREEN),
        (Decimal("0.94"), ">=", Light.RED),
        (Decimal("0.95"), ">", Light.RED),
        (Decimal("0.95"), "<=", Light.GREEN),
        (Decimal("0.96"), "<=", Light.RED),
        (Decimal("0.95"), "", Light.GREEN),
        (None, ">=", Light.NONE),
    ],
)
def test_a_light_compares_a_figure_with_its_target(
    total: Value, comparator: str, light: Light
) -> None:
    target = Setting("hazard.closed_rate", Decimal("0.95"), comparator=comparator)
    book = with_settings(book_of(HAZARDS), target)

    assert light_of(total, "hazard.closed_rate", book) is light


def test_a_blank_target_gives_no_light() -> None:
    book = with_settings(book_of(HAZARDS), Setting("hazard.closed_rate", None))

    assert light_of(Decimal(1), "hazard.closed_rate", book) is Light.NONE


def test_the_rate_of_hazards_put_right_has_the_target_of_the_settings() -> None:
    target = Setting("hazard.closed_rate", Decimal(1), comparator=">=")
    book = with_settings(book_of(HAZARDS, period="2020-05-01..2020-06-30"), target)
    found = section(book)

    assert found is not None
    figure = figure_of(found, "hazards.closed_rate")
    assert (figure.target, figure.light) == (Decimal(1), Light.RED)


def test_months_run_over_the_turn_of_the_year_and_end_with_the_as_of_date() -> None:
    book = book_of(HAZARDS, as_of="2020-02-15", period="2019-11-20..2020-06-30")

    assert months(book) == ["2019-11", "2019-12", "2020-01", "2020-02"]
