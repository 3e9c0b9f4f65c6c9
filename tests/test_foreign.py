"""Workbooks of other schools: other titles, headings and habits, and no 参数 of ours."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from houqin.hosts.files import open_workbook
from houqin.hosts.memory import TextHost
from houqin.opening import Host
from houqin.pipeline import check
from houqin.problems import Severity
from houqin.reports.as_json import rows_of
from houqin.result import Options, Result

CAMPUSES = """
| 校区 | 校区   |
| 2    | 本部   |
| 3    | 东校区 |
"""


def checked(host: Host) -> Result:
    result = check(host, Options(as_of="2020-06-30"), date(2026, 1, 1))
    assert result.faults == ()
    return result


def problems(result: Result) -> list[str]:
    return [str(each) for each in result.problems if each.severity is not Severity.NOTE]


def rows(result: Result, key: str) -> dict[int, dict[str, Any]]:
    """Return the rows of a ledger as they are exported, without what is blank."""
    found = next(r for model, r in result.book.rows.items() if model.ledger.key == key)
    return {
        each["row"]: {name: value for name, value in each["values"].items() if value is not None}
        for each in rows_of(found, {})
    }


def test_a_primary_schools_inspection_form_is_known_by_the_line_above_its_headings() -> None:
    result = checked(
        TextHost("""
| Sheet1 | 阳光小学开学安全月检查记录表（本部） | < | < | < | < |
|  2 | 检查日期：2020年2月26日 | < | < | < | < |
|  3 | 序号 | 检查项目 | 检查内容 | 检查结果 | 整改措施 |
|  4 | 1 | 消防安全 | 灭火器   | 正常。\\n正常。 |  |
|  5 | ^ | ^        | 疏散通道 | 正常 | / |
|  6 | 2 | 食品安全 | 留样     | 口正常 ☑不正常 | 补留样 |
|  8 | 检查人：张三、李四  王五 |
""")
    )

    said = {"date": "2020-02-26", "kind": "月检查", "inspectors": ["张三", "李四", "王五"]}
    assert rows(result, "inspections") == {
        4: {**said, "area": "校园消防", "content": "灭火器", "result": "正常"},
        5: {**said, "area": "校园消防", "content": "疏散通道", "result": "正常"},
        6: {
            **said,
            "area": "食品安全",
            "content": "留样",
            "result": "不正常",
            "measure": "补留样",
        },
    }
    # no list of campuses says that 本部 is one; 检查区域 stands nowhere
    assert problems(result)[:2] == ["Sheet1!3 TAB-01", "Sheet1!3 TAB-01"]
    assert [each.hit.heading for each in result.problems[:2]] == ["校区", "检查区域"]


def test_a_footer_signs_for_the_whole_table_and_the_sheets_name_is_the_kind_of_check() -> None:
    result = checked(
        TextHost(
            CAMPUSES
            + """
| 月检查 | 东校区安全检查表 | < | < | < | < | < | < |
| 2 | 检查项目 | 序号 | 检查内容 | 检查部位 | 是否符合要求 | 存在问题 | 备注 |
| 3 | 校园消防 | 1 | 灭火器 | 教学楼 | 是 | 无 | |
| 4 | ^        | 2 | 消火栓 | ^      | 否 | 漏水 | 已报修。 |
| 6 | 检查人员：张三 李四        检查时间：2020年5月20日 | < | < | < | 校长（签名）：王五 | < | < |
"""
        )
    )

    said = {
        "date": "2020-05-20",
        "kind": "月检查",
        "campus": "东校区",
        "place": "教学楼",
        "area": "校园消防",
        "inspectors": ["张三", "李四"],
        "supervisor": "王五",
    }
    assert rows(result, "inspections") == {
        3: {**said, "content": "灭火器", "result": "正常"},
        4: {**said, "content": "消火栓", "result": "不正常", "defect": "漏水", "note": "已报修。"},
    }
    assert problems(result) == []


def test_two_heading_rows_with_groups_and_one_responsible_person_each() -> None:
    result = checked(
        TextHost("""
| 隐患台账 | 安全隐患排查整改台账 | < | < | < | < | < | < | < | < | < | < |
| 2 | 序号 | 排查日期 | 校区 | 检查工点 | 隐患类型 | 隐患问题描述 | 隐患级别 | 整改责任单位 | < | 整改到位时间 | 整改情况 |
| 3 | ^ | ^ | ^ | ^ | ^ | ^ | ^ | 姓名 | 电话 | ^ | ^ |
| 4 | 1 | 2020-05-12 | 本部 | 教学楼 | 校舍建筑 | 墙皮脱落 | 一般 | 张三 | | '\\t20200719 | 整改中。 |
| 5 | 2 | 〃 | 〃 | 食堂 | 食堂食品 | 混放 | 一般隐患 | 李四、王五 | | 5月14日 | 整改中 |
""")
    )

    both = {"found": "2020-05-12", "campus": "本部", "grade": "一般隐患", "status": "整改中"}
    assert rows(result, "hazards") == {
        4: {
            **both,
            "number": "1",
            "place": "教学楼",
            "kind": "校舍安全",
            "description": "墙皮脱落",
            "responsible": "张三",
            "deadline": "2020-07-19",
        },
        5: {**both, "number": "2", "place": "食堂", "kind": "食品安全", "description": "混放"},
    }
    # one person is asked for; without a term nobody knows the year of 5月14日
    assert problems(result) == ["隐患台账!H5 CEL-17", "隐患台账!J5 CEL-06"]
    assert "请只填一个人的姓名" in result.problems[0].message("zh")


def test_a_system_that_keeps_the_time_of_entry_beside_that_of_issue() -> None:
    result = checked(
        TextHost("""
| 2020春领用 | 领用单 id | 领用时间 | 录入时间 | 存放地点 | 品名 | 领用类型 | 单位 | 领用数量 | 库存数量 | 领取人 | 部门 | 用途 |
| 2 | LY001 | 2020-03-01 08:30 | 2020-03-02 | 本部 | 口罩 | 防疫物资 | 只 | '三十 | 870 | 张 三 | 一年级 | 开学 |
| 3 | LY002 | 43892 | 2020-03-02 | 本部 | 手套 | 清洁用品 | 双 | 约30 | | 王五 | 保洁 | 清洁 |
""")
    )

    assert rows(result, "stock_issues") == {
        2: {
            "number": "LY001",
            "date": "2020-03-01",
            "campus": "本部",
            "name": "口罩",
            "unit": "只",
            "quantity": 30,
            "person": "张三",
            "department": "一年级",
            "purpose": "开学",
        },
        3: {
            "number": "LY002",
            "date": "2020-03-02",
            "campus": "本部",
            "name": "手套",
            "unit": "双",
            "person": "王五",
            "department": "保洁",
            "purpose": "清洁",
        },
    }
    assert problems(result) == ["2020春领用!H3 CEL-08"]


def test_a_list_of_what_came_in_with_totals_strokes_and_signatures() -> None:
    result = checked(
        TextHost("""
| Receipts | 2020春学期物资入库台帐 | < | < | < | < | < | < | < | < | < | < | < |
| 3 | 入库单号 | 入库时间 | 仓库 | 品名 | 品种 | 单位 | 入库数量 | 价格 | 合计 | 供货商 | 发票 | 采购员 | 财产管理员 | 保管员 |
| 4 | RK-001 | 2020-02-20 | 本部 | Ａ４纸 | 70g | 包 | '２０包 | 22.5 | ￥450.00 | 文具店 | '007 | 张三 | 李四 | 王五 |
| 5 | ^ | ^ | ^ | 口罩 | / | 只 | '100 | 2.5元 | 250 | — | 无 | 张三 | 李四 | 王五 |
| 6 | 小计 | | | | | | 120 | | 700 |
| 7 | 入库单号 | 入库时间 | 仓库 | 品名 | 品种 | 单位 | 入库数量 | 价格 | 合计 | 供货商 | 发票 | 采购员 | 财产管理员 | 保管员 |
| 8 | RK-002 | 2020.3.5 | 东校区 | 洗手液 | | 瓶 | 2箱(24瓶/箱) | 12 | 24 | | | 张三 | 李四 | 王五 |
| 9 | 合　计 | | | | | | | | 724 |
| 10 | 制表人：赵六 | | | | 审核：钱七 |
""")
    )

    people = {"buyer": "张三", "acceptor": "李四", "keeper": "王五"}
    first = {"number": "RK-001", "date": "2020-02-20", "campus": "本部", **people}
    assert rows(result, "receipts") == {
        4: {
            **first,
            "name": "Ａ４纸",
            "spec": "70g",
            "unit": "包",
            "quantity": 20,
            "unit_price": 22.5,
            "amount": 450,
            "supplier": "文具店",
            "invoice": "007",
        },
        5: {
            **first,
            "name": "口罩",
            "unit": "只",
            "quantity": 100,
            "unit_price": 2.5,
            "amount": 250,
        },
        8: {
            "number": "RK-002",
            "date": "2020-03-05",
            "campus": "东校区",
            "name": "洗手液",
            "unit": "瓶",
            "unit_price": 12,
            "amount": 24,
            **people,
        },
    }
    assert problems(result) == ["Receipts!G8 CEL-08"]
    nothing = {str(each.place): each.raw for each in result.tidied if each.read is None}
    assert nothing == {"Receipts!E5": "/", "Receipts!J5": "—", "Receipts!K5": "无"}


def test_a_count_whose_day_place_and_people_stand_in_its_head() -> None:
    result = checked(
        TextHost(
            CAMPUSES
            + """
| Sheet1 | 物资盘点表 | < | < | < | < | < | < | < | < |
| 2 | 盘点日期：2020年6月30日 | | | 盘点地点：本部仓库 | | | 盘点人：张三、李四 | | 审核人：王五 |
| 3 | 序号 | 物品名称 | 规格型号 | 物品编号 | 单位 | 系统数量 | 实际数量 | 差异情况 | 差异原因 |
| 4 | 1 | 口罩 | | KZ-001 | 只 | 100 | 98 | -2 | 损耗 |
| 5 | 2 | 消毒液 | | XD-001 | 瓶 | 50 | 50 | 无差异 | / |
| 6 | 3 | 手套 | | ST-001 | 双 | 20 | 18 | 减少 | 丢失 |
| 7 | 4 | 洗手液 | | XS-001 | 瓶 | 20 | / | | |
| 8 | 说明：实盘以清点为准。 |
"""
        )
    )

    head = {
        "date": "2020-06-30",
        "campus": "本部",
        "counters": ["张三", "李四"],
        "supervisor": "王五",
    }
    masks = {"item": "KZ-001", "name": "口罩", "unit": "只", "book": 100, "counted": 98}
    bleach = {"item": "XD-001", "name": "消毒液", "unit": "瓶", "book": 50, "counted": 50}
    gloves = {"item": "ST-001", "name": "手套", "unit": "双", "book": 20, "counted": 18}
    assert rows(result, "counts") == {
        4: {**head, **masks, "variance": -2, "reason": "损耗"},
        5: {**head, **bleach, "variance": 0},
        6: {**head, **gloves, "reason": "丢失"},
        7: {**head, "item": "XS-001", "name": "洗手液", "unit": "瓶", "book": 20},
    }
    assert problems(result) == ["Sheet1!H6 CEL-07"]


def test_two_tables_side_by_side_are_one_problem() -> None:
    result = checked(
        TextHost("""
| 领用 | 单号 | 日期 | 仓库 | 品名 | 数量 | 单位 | 领用人 | 部门 | 用途 | | 单号 | 日期 | 仓库 | 品名 | 数量 | 单位 | 领用人 | 部门 | 用途 |
| 2 | L1 | 2020-05-01 | 本部 | 口罩 | 10 | 只 | 张三 | 总务处 | 防疫 | | L2 | 2020-05-02 | 本部 | 口罩 | 20 | 只 | 李四 | 总务处 | 防疫 |
""")
    )

    assert problems(result) == ["领用!K1 TAB-02"]
    assert {row: each["quantity"] for row, each in rows(result, "stock_issues").items()} == {2: 10}


def test_a_standard_list_in_words_is_read_where_it_says_a_number() -> None:
    result = checked(
        TextHost("""
| 防疫物资储备标准 | 名称 | 单位 | 配置数量 | 使用对象/场所 | 依据 |
| 2 | 体温计 | 支 | 每个班级1个 | 每班 | 区教育局清单 |
| 3 | 棉签 | 支 | 30支 | 每校 | 区教育局清单 |
""")
    )

    same = {"unit": "支", "source": "区教育局清单"}
    assert rows(result, "reserve_standards") == {
        2: {"name": "体温计", "basis": "每班", **same},
        3: {"name": "棉签", "basis": "每校", "quota": 30, **same},
    }
    assert problems(result)[0] == "防疫物资储备标准!C2 CEL-08"


def filed(path: Path, sheets: dict[str, list[list[object]]]) -> Path:
    """Write sheets to a file, three rows down and one column to the right."""
    book = openpyxl.Workbook()
    book.remove(book["Sheet"])
    for title, lines in sheets.items():
        sheet = book.create_sheet(title)
        for down, line in enumerate(lines, start=4):
            for across, value in enumerate(line, start=2):
                sheet.cell(down, across, value)
    book.template = path.suffix == ".xltx"
    book.save(path)
    return path


ISSUES: list[list[object]] = [
    ["领用单号", "领用日期", "仓库", "品名", "单位", "领取数量", "签收人", "使用部门", "用途"],
    ["L1", datetime(2020, 5, 6), "本部", "粉笔", "盒", "１０", "张三 ", "教务处", "上课"],  # noqa: DTZ001
    ["L2", 20200507, "同上", "粉笔", "盒", 5.0, "张三", "教务处", "上课"],
    ["本页合计", None, None, None, None, 15],
]


@pytest.mark.parametrize("suffix", [".xlsx", ".xlsm", ".xltx"])
def test_a_file_with_blank_rows_and_columns_before_the_table(suffix: str, tmp_path: Path) -> None:
    path = filed(tmp_path / f"a{suffix}", {"领用（2020春）": ISSUES, "说明": [["总务处填写"]]})
    host = open_workbook(path)
    result = checked(host)
    host.close()

    same = {
        "campus": "本部",
        "name": "粉笔",
        "unit": "盒",
        "person": "张三",
        "department": "教务处",
        "purpose": "上课",
    }
    assert rows(result, "stock_issues") == {
        5: {"number": "L1", "date": "2020-05-06", "quantity": 10, **same},
        6: {"number": "L2", "date": "2020-05-07", "quantity": 5, **same},
    }
    assert problems(result) == []
    assert result.unknown == ("说明",)


def test_formulas_without_results_and_error_cells_are_told_and_nothing_is_made_up(
    tmp_path: Path,
) -> None:
    heads = [*ISSUES[0], "备注"]
    broken: list[object] = [
        "L1",
        "=TODAY()",
        "本部",
        "粉笔",
        "盒",
        "=5+5",
        "张三",
        "教务处",
        "上课",
    ]
    host = open_workbook(filed(tmp_path / "a.xlsx", {"领用": [heads, broken]}))
    result = checked(host)
    host.close()

    assert set(rows(result, "stock_issues")[5]) == {
        "number",
        "campus",
        "name",
        "unit",
        "person",
        "department",
        "purpose",
    }
    assert problems(result) == ["领用!C5 TAB-07"]
