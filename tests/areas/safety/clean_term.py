"""A term without a mistake: lessons from 27 April 2020 on, every check made in time."""

from collections.abc import Iterator
from datetime import date, timedelta

from tests.areas.drawn import book_of
from tests.areas.safety.drawn import drawn_as

from houqin.areas.safety.plan import DAILY, MONTH_BY_MONTH, WEEKLY, due

Line = list[str]
Sheets = dict[str, list[Line]]

START, END, REOPENED = date(2020, 2, 10), date(2020, 7, 10), date(2020, 4, 27)
CAMPUSES = {"本部": "张三", "东园": "李四"}
SCHOOL = {
    "参数": [
        ["代码", "参数", "值", "来源"],
        ["term.start", "学期开始日期", f"{START}", "学校自定"],
        ["term.end", "学期结束日期", f"{END}", "学校自定"],
    ],
    "校区": [["校区"], *([campus] for campus in CAMPUSES)],
    "人员": [["姓名"], ["张三"], ["李四"], ["王五"]],
}
STANDARDS = [
    ["标准编号", "检查项目", "检查内容", "检查类型", "频次", "签名数"],
    ["BZ-01", "校园消防", "疏散通道畅通", "日巡视、月检查", "每日", "2"],
    ["BZ-02", "食品安全", "留样齐全", "月检查", "每月", "1"],
    ["BZ-03", "校舍安全", "教室消杀", "消杀", "每周", "1"],
]
INSPECTIONS = [
    "检查编号",
    "检查日期",
    "检查类型",
    "校区",
    "检查区域",
    "检查项目",
    "检查内容",
    "检查结果",
    "存在问题",
    "隐患编号",
    "检查人",
    "主管签名",
]
HAZARDS = ["隐患编号", "发现日期", "校区", "隐患位置", "隐患类别", "隐患描述"]
HAZARDS += ["隐患等级", "整改责任人", "整改期限", "整改完成日期", "整改状态", "检查编号"]
# kind, place, area, content of what is done every day, every month and every week
ROUNDS = {
    DAILY: [("日巡视", "教学楼", "校园消防", "")],
    MONTH_BY_MONTH: [
        ("月检查", "教学楼", "校园消防", "疏散通道畅通"),
        ("月检查", "食堂", "食品安全", "留样齐全"),
    ],
    WEEKLY: [("消杀", "教室", "校舍安全", "教室消杀")],
}


def clean_term(as_of: str = "2020-06-30") -> Sheets:
    """Return the sheets of the term, each with its headings first."""
    days = [START + timedelta(days=number) for number in range((REOPENED - START).days)]
    closed = [[f"{day}", "停课"] for day in days]
    sheets: Sheets = {**SCHOOL, "校历": [["日期", "类型"], *closed], "检查标准": STANDARDS}
    lines = list(_inspections(sheets, as_of))
    lines[5][7:10] = ["不正常", "水带霉变", "YH-001"]
    number, day = lines[5][0], lines[5][1]
    hazard = ["YH-001", day, "本部", "教学楼三层", "校园消防", "水带霉变", "一般隐患", "王五"]
    sheets["检查记录"] = [INSPECTIONS, *lines]
    sheets["隐患台账"] = [HAZARDS, [*hazard, "2020-05-11", "2020-05-08", "已整改", number]]
    return sheets


def drawn(sheets: Sheets) -> str:
    """Draw sheets as text."""
    return "".join(
        drawn_as([[name, *headings], *([str(row), *line] for row, line in enumerate(lines, 2))])
        for name, (headings, *lines) in sheets.items()
    )


def _inspections(sheets: Sheets, as_of: str) -> Iterator[Line]:
    book = book_of(drawn({**sheets, "检查记录": [INSPECTIONS]}), as_of)
    number = 0
    for campus, person in CAMPUSES.items():
        for frequency, rounds in ROUNDS.items():
            for _, day in due(book, campus, frequency):
                for kind, place, area, content in rounds:
                    number += 1
                    said = [kind, campus, place, area, content, "正常", "", ""]
                    yield [f"JC-{number:04}", f"{day}", *said, person, "王五"]
