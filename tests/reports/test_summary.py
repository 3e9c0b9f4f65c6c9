"""The summary as openpyxl reads it back: figures, lights, tables and charts of sections made by hand."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from tests.told import book, problem, result

from houqin.problems import Both, Fault, Severity, State
from houqin.reports.summary import title_of, write_summary
from houqin.result import Result
from houqin.sections import Chart, Figure, Light, Section, SectionTable, Unit, Value

NO = Both("", "")


def both(zh: str) -> Both:
    return Both(zh, f"{zh} in English")


def table(key: str, *rows: tuple[Value, ...], title: str = "") -> SectionTable:
    headings = (both("月份"), both("发现"), both("整改"))
    units = (Unit.TEXT, Unit.COUNT, Unit.COUNT)
    return SectionTable(key, both(title or key), headings, units, rows, both("没有隐患"))


def section(title: str = "隐患", **parts: Any) -> Section:
    return Section("hazards", both(title), **parts)


def written(found: Result, folder: Path) -> Any:
    write_summary(found, "台账.xlsx", folder / "a.xlsx")
    return openpyxl.load_workbook(folder / "a.xlsx")


def rows(sheet: Any) -> list[tuple[Any, ...]]:
    """Return what stands in each row that holds anything, from the left."""
    found = [tuple(cell for cell in row if cell is not None) for row in sheet.values]
    return [row for row in found if row]


RATE = Figure(
    "rate",
    both("整改率"),
    Unit.RATE,
    Decimal("0.955"),
    both("已整改 ÷ 应整改"),
    {"本部": Decimal(1), "东园": Decimal("0.9")},
    target=Decimal("0.98"),
    light=Light.AMBER,
)
COUNT = Figure("count", both("隐患数"), Unit.COUNT, 3, both("隐患台账的行数"), {"东园": 3})


def test_a_figure_stands_with_its_campuses_its_target_and_how_it_is_reckoned(
    tmp_path: Path,
) -> None:
    found = result(of=book("本部", "东园"), sections=[section(figures=(RATE, COUNT))])

    sheet = written(found, tmp_path)["总览"]

    assert rows(sheet) == [
        ("后勤工作汇总（本学期）",),
        ("期间 2020-05-01 至 2020-06-30　统计日期 2020-06-30",),
        ("隐患",),
        ("指标", "本部", "东园", "合计", "目标", "状态", "怎么算的"),
        ("整改率", 1, 0.9, 0.955, 0.98, "▲ 接近", "已整改 ÷ 应整改"),
        ("隐患数", "—", 3, 3, "—", "隐患台账的行数"),
    ]
    assert [sheet.cell(6, column).number_format for column in (2, 4, 5)] == ["0.0%"] * 3
    assert sheet["D7"].number_format == "#,##0"


@pytest.mark.parametrize(
    ("light", "words", "colour"),
    [
        (Light.GREEN, "● 达标", "FF2E7D32"),
        (Light.AMBER, "▲ 接近", "FFB26A00"),
        (Light.RED, "■ 未达标", "FFB3261E"),
    ],
)
def test_a_light_has_a_colour_a_form_and_words(
    tmp_path: Path, light: Light, words: str, colour: str
) -> None:
    found = result(sections=[section(figures=(replace(RATE, light=light, by_campus={}),))])

    cell = written(found, tmp_path)["总览"]["D6"]

    assert (cell.value, cell.font.color.rgb) == (words, colour)


def test_without_a_list_of_campuses_those_of_the_figures_are_the_columns(tmp_path: Path) -> None:
    found = result(sections=[section(figures=(COUNT,)), section("检查", figures=(RATE,))])

    shown = rows(written(found, tmp_path)["总览"])

    heads = [row[1:-3] for row in shown if row[0] == "指标"]
    assert heads == [("东园", "本部", "合计")] * 2  # as they are sorted
    assert [row for row in shown if row[0] in ("隐患", "检查")] == [("隐患",), ("检查",)]


def test_an_area_without_figures_takes_no_room_on_the_overview(tmp_path: Path) -> None:
    workbook = written(result(sections=[section()]), tmp_path)

    assert len(rows(workbook["总览"])) == 2
    assert workbook.sheetnames == ["总览", "隐患", "数据校验"]


@pytest.mark.parametrize(
    ("school", "term", "title", "english"),
    [
        ("", "", "后勤工作汇总（本学期）", "logistics summary (this term)"),
        (
            "青溪学校",
            "2020春",
            "青溪学校后勤工作汇总（2020春）",
            "青溪学校 logistics summary (2020春)",
        ),
    ],
)
def test_the_title_names_the_school_and_the_term(
    school: str, term: str, title: str, english: str
) -> None:
    found = result(of=book(school_name=school, term_name=term))

    assert title_of(found) == title
    assert title_of(replace(found, lang="en")) == english


@pytest.mark.parametrize(
    ("found", "warning"),
    [
        (result(), None),
        (result(problem(state=State.ACCEPTED), problem(severity=Severity.WARNING)), None),
        (
            result(problem(), problem("领用!A2")),
            "草稿：台账中还有 2 处错误没有改正，数字可能变化。",
        ),
        (
            replace(result(), faults=(Fault("STK-01", ""),)),
            "草稿：有规则出了故障，检查没有做完，数字可能变化。",
        ),
    ],
    ids=["clean", "accepted", "errors", "a fault"],
)
def test_every_page_says_why_it_is_a_draft(
    tmp_path: Path, found: Result, warning: str | None
) -> None:
    workbook = written(replace(found, sections=(section(),)), tmp_path)

    assert [sheet["A3"].value for sheet in workbook] == [warning] * 3


def test_a_section_shows_its_tables_and_notes(tmp_path: Path) -> None:
    tables = (table("按月", ("五月", 2, 1), ("六月", 1, None)), table("逾期"))
    found = result(sections=[section(tables=tables, notes=(both("不含已销号"),))])

    sheet = written(found, tmp_path)["隐患"]

    assert rows(sheet)[2:] == [
        ("按月",),
        ("月份", "发现", "整改"),
        ("五月", 2, 1),
        ("六月", 1, "—"),
        ("逾期",),
        ("月份", "发现", "整改"),
        ("没有隐患",),
        ("不含已销号",),
    ]


def test_a_long_table_has_a_page_of_its_own_and_two_of_one_title_have_two(tmp_path: Path) -> None:
    days = [(f"第{day}天", day, 0) for day in range(1, 32)]
    tables = (
        table("a", *days, title="明细"),
        table("b", *days, title="明细"),
        table("c", *days[:30], title="短的"),
    )

    workbook = written(result(sections=[section(tables=tables)]), tmp_path)

    assert workbook.sheetnames == ["总览", "隐患", "明细", "明细 2", "数据校验"]
    assert [row for row in rows(workbook["隐患"]) if len(row) == 1][2:] == [("短的",)]
    for name in ("明细", "明细 2"):
        sheet = workbook[name]
        assert rows(sheet)[3:5] == [("月份", "发现", "整改"), ("第1天", 1, 0)]
        assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("C6", "A5:C36")
        assert sheet.print_title_rows == "$5:$5"


def test_a_chart_draws_its_columns_from_the_page_on_which_its_table_stands(tmp_path: Path) -> None:
    days = [(f"第{day}天", day, 0) for day in range(1, 32)]
    tables = (table("短"), table("长", *days), table("月", ("五月", 2, 1), ("六月", 1, 0)))
    charts = (
        Chart(both("按月"), "column", "月", 0, (1, 2)),
        Chart(both("按天"), "bar", "长", 0, (1,)),
        Chart(both("走势"), "line", "月", 0, (2,)),
    )

    workbook = written(result(sections=[section(tables=tables, charts=charts)]), tmp_path)

    # title, note, an empty row; two rows of charts of 16 rows each; 短: heading, heads, words, gap
    drawn = workbook["隐患"]._charts
    assert [
        (chart.anchor._from.row, [(each.cat.strRef.f, each.val.numRef.f) for each in chart.ser])
        for chart in drawn
    ] == [
        (
            3,
            [
                ("隐患!$A$42:$A$43", "隐患!$B$42:$B$43"),
                ("隐患!$A$42:$A$43", "隐患!$C$42:$C$43"),
            ],
        ),
        (3, [("长!$A$6:$A$36", "长!$B$6:$B$36")]),
        (19, [("隐患!$A$42:$A$43", "隐患!$C$42:$C$43")]),
    ]
    assert [(chart.tagname, chart.legend is not None) for chart in drawn] == [
        ("barChart", True),
        ("barChart", False),
        ("lineChart", False),
    ]
    names = [each.tx.v for chart in drawn for each in chart.ser]
    assert names == ["发现", "整改", "发现", "整改"]


def test_a_chart_without_numbers_is_left_out(tmp_path: Path) -> None:
    tables = (table("零", ("五月", 0, None)), table("空"), table("有", ("五月", 0, 1)))
    charts = tuple(Chart(both(key), "column", key, 0, (1,)) for key in ("零", "空", "有"))

    found = result(sections=[section(tables=tables, charts=charts)])

    sheet = written(found, tmp_path)["隐患"]
    assert sheet._charts == []
    assert sheet["A4"].value == "零"  # and no room is kept for it


def test_what_stands_behind_the_figures_is_counted_and_never_quoted(tmp_path: Path) -> None:
    found = result(
        problem(),
        problem("领用!A2"),
        problem("领用!A3", state=State.ACCEPTED),
        problem("隐患台账!B2", Severity.WARNING, code="HAZ-01"),
    )

    shown = rows(written(found, tmp_path)["数据校验"])

    assert shown[3:-1] == [
        ("读了的台账",),
        ("工作表", "行数", "错误", "提醒", "说明", "已接受"),
        ("领用", 3, 2, 0, 0, 1),
        ("隐患台账", 1, 0, 1, 0, 0),
        ("问题按规则计数",),
        ("规则", "工作表", "个数", "内容"),
        ("HAZ-01", "隐患台账", 1, "数量不超过 30"),
        ("TST-01", "领用", 3, "数量不超过 30"),
    ]
    assert shown[-1][0].startswith("来源：台账.xlsx　houqin ")


def test_where_there_is_no_problem_the_page_says_so(tmp_path: Path) -> None:
    assert ("没有发现问题",) in rows(written(result(), tmp_path)["数据校验"])


def test_an_english_summary_is_english_throughout(tmp_path: Path) -> None:
    parts = {"figures": (RATE,), "tables": (table("a", ("5", 1, 1)),), "notes": (both("b"),)}
    found = result(sections=[section("c", **parts)], lang="en")

    workbook = written(found, tmp_path)

    assert workbook.sheetnames == ["Overview", "c in English", "Checks"]
    assert "▲ close" in [cell for row in rows(workbook["Overview"]) for cell in row]
    texts = [str(cell) for sheet in workbook for row in rows(sheet) for cell in row]
    chinese = ("期间", "合计", "目标", "状态", "规则", "工作表", "没有", "来源", "汇总")
    assert [text for text in texts if any(word in text for word in chinese)] == []


def test_the_book_is_made_on_the_as_of_date(tmp_path: Path) -> None:
    properties = written(result(), tmp_path).properties

    assert properties.created.date() == date(2020, 6, 30)
    assert properties.title == "后勤工作汇总（本学期）"


@pytest.mark.parametrize(
    ("values", "step"),
    [((1, 0), 1.0), ((5, None), 1.0), ((6, 1), None), ((Decimal("0.9"), 1), None)],
    ids=["few", "just few", "many", "rates"],
)
def test_a_chart_of_few_counts_has_a_scale_of_ones(
    tmp_path: Path, values: tuple[Value, ...], step: float | None
) -> None:
    counted = table("数", *((str(row), value, 0) for row, value in enumerate(values)))
    chart = Chart(both("图"), "column", "数", 0, (1,))
    found = result(sections=[section(tables=(counted,), charts=(chart,))])

    (drawn,) = written(found, tmp_path)["隐患"]._charts

    assert drawn.y_axis.majorUnit == step
