"""帮助: how to work with the workbook, every button, every worksheet function, every rule."""

from collections.abc import Iterator, Sequence
from typing import Any

from houqin.areas import AREAS
from houqin.buttons import GROUPS
from houqin.functions.catalogue import FUNCTIONS
from houqin.reading.rules import RULES as READING
from houqin.reports.as_text import SEVERITY
from houqin.reports.forms import ACCENT, LINE, Forms
from houqin.reports.pages import A4, lines_needed
from houqin.rules import Rule

TITLE = "帮助"
WIDTHS = (16, 13, 50, 46, 40)
STEPS = (
    "在各台账里照常填写。带深蓝标题的是必填项，选中单元格会出现填写提示和下拉列表。",
    "点“校验全部”（首页或功能区“后勤”）。出错的单元格变红，要核对的变黄，行末“校验结果”写明原因和改法。",
    "在“问题清单”点“单元格”一栏就到那一格；改好后再点一次校验。确实没有错的，在清单里选“接受”，写上理由和经手人。",
    "houqin 只写“校验结果”一栏和自己的表（问题清单、库存对账等），您填的内容从不改动；每次写之前先备份到“后勤备份”文件夹。",
    "期限、天数、比例、名单由学校定，都在“参数”和“清单”两张表里改。",
    "写错了点“撤销”，收回 houqin 上一次写入的内容；您后来填的不受影响。",
)
WRITES = {
    "check_sheet": "本表“校验结果”、问题清单",
    "check_all": "各表“校验结果”、问题清单",
    "clear_marks": "清空“校验结果”、问题清单",
    "next_problem": "不写，只移动光标",
    "live_check": "“校验结果”（公式，关闭时变回文字）",
    "reconcile": "库存对账",
    "count_sheet": "盘点表（您填的数保留）",
    "reorder": "补货清单",
    "overdue": "逾期隐患",
    "notices": "整改通知单",
    "coverage": "检查覆盖",
    "check_roster": "值班检查",
    "fill_roster": "排班草稿（值班表不动）",
    "adopt_draft": "确认后填入值班表的空格，末尾追加缺的行",
    "summary": "工作簿旁边的汇总文件",
    "mail": "工作簿旁边的汇总文件和邮件草稿",
    "check_other": "备份文件夹里的问题清单文件",
    "import_old": "导入预览；确认后在台账末尾追加",
    "restore_controls": "只恢复下拉和格式，不动内容",
    "undo": "houqin 上次写过的地方",
    "settings": "不写",
    "help_": "不写",
    "doctor": "不写",
}

Line = Sequence[str]


def add_help(book: Any, form: Forms) -> None:
    """Add the sheet."""
    sheet = book.add_worksheet(TITLE)
    sheet.set_vba_name("HelpSheet")
    sheet.hide_gridlines(2)
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width, form())
    sheet.write_string(0, 0, "怎么用", form(bold=True, font_size=18, font_color=ACCENT))
    sheet.set_row(0, 30)
    row = _steps(sheet, form, 2)
    row = _table(
        sheet, form, row, "按钮", ("按钮", "在哪一组", "做什么", "", "写到哪里"), _buttons()
    )
    row = _table(
        sheet,
        form,
        row,
        "工作表函数",
        ("函数", "同样的按钮", "算什么", "例子（复制到单元格即可）", "参数"),
        _functions(),
    )
    heads = ("代码", "级别", "规则", "怎么改", "依据、参数")
    first = row + 1
    row = _table(sheet, form, row, "规则", heads, _rules())
    sheet.autofilter(first, 0, row - 2, len(WIDTHS) - 1)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&C&P / &N")


def _steps(sheet: Any, form: Forms, row: int) -> int:
    wrapped = form(text_wrap=True)
    for number, step in enumerate(STEPS, 1):
        text = f"{number}. {step}"
        sheet.merge_range(row, 0, row, len(WIDTHS) - 1, text, wrapped)
        sheet.set_row(row, 17 * lines_needed(text, sum(WIDTHS)))
        row += 1
    return row + 1


def _table(
    sheet: Any, form: Forms, row: int, title: str, heads: Line, lines: Iterator[Line]
) -> int:
    """Write a block with its headings; return the next free row."""
    sheet.write_string(row, 0, title, form(bold=True, font_size=13, font_color=ACCENT))
    for column, text in enumerate(heads):
        sheet.write_string(row + 1, column, text, form.heading())
    row += 2
    look = form(text_wrap=True, border=1, border_color=LINE, valign="top")
    for line in lines:
        for column, text in enumerate(line):
            sheet.write_string(row, column, text, look)
        most = max(lines_needed(text, width) for text, width in zip(line, WIDTHS, strict=True))
        sheet.set_row(row, 14.5 * most + 3)
        row += 1
    return row + 1


def _buttons() -> Iterator[Line]:
    for group in GROUPS:
        for each in group.buttons:
            yield each.label, group.label, each.tip.zh, each.tip.en, WRITES[each.function]


def _functions() -> Iterator[Line]:
    for each in FUNCTIONS:
        said = f"{each.description.zh}\n{each.description.en}"
        told = "\n".join(
            f"{argument.name}：{argument.description.zh}" for argument in each.arguments
        )
        yield each.name, each.button, said, each.example, told


def _rules() -> Iterator[Line]:
    for rule in (*READING, *(rule for area in AREAS for rule in area.rules)):
        yield _rule(rule)


def _rule(rule: Rule) -> Line:
    from houqin.reports.catalogue import SHOWN

    what = f"{rule.title.zh}\n{rule.title.en}"
    fix = SHOWN.sub("…", f"{rule.zh.fix}\n{rule.en.fix}")
    settings = "、".join(rule.settings)
    source = f"{rule.source}\n参数：{settings}" if settings else rule.source
    return rule.code, SEVERITY[rule.severity].zh, what, fix, source
