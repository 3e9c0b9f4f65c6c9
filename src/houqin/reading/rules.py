"""The rules that reading itself obeys: what a cell, a heading or a table must be."""

from houqin.problems import Both, Severity, Words
from houqin.rules import Rule


def _rule(
    code: str,
    title: tuple[str, str],
    zh: tuple[str, str],
    en: tuple[str, str],
    severity: Severity = Severity.ERROR,
    source: str = "填写要求",
) -> Rule:
    return Rule(code, Both(*title), Words(*zh), Words(*en), severity, source)


WARNING, NOTE = Severity.WARNING, Severity.NOTE

CELLS = (
    _rule(
        "CEL-01",
        ("必填的单元格不空着", "A required cell is filled in."),
        ("没有填写", "请补填"),
        ("it is blank", "fill it in"),
    ),
    _rule(
        "CEL-02",
        ("单元格不显示错误值", "A cell shows no error."),
        ("显示错误 {value}", "请改正公式或直接填写"),
        ("it shows the error {value}", "mend the formula or type the value"),
    ),
    _rule(
        "CEL-04",
        ("日期栏填的是日期", "A date column holds dates."),
        ("“{value}”不是日期", "请写成 2020-05-12 这样"),
        ("{value!r} is no date", "write it like 2020-05-12"),
    ),
    _rule(
        "CEL-05",
        ("填写的日期是存在的", "A date is a day that exists."),
        ("没有“{value}”这一天", "请核对后改正"),
        ("there is no day {value!r}", "look it up and correct it"),
    ),
    _rule(
        "CEL-06",
        ("日期只有一种读法", "A date can be read in one way only."),
        ("日期“{value}”看不准", "请写全年月日，如 2020-05-12"),
        ("the date {value!r} is doubtful", "write year, month and day, like 2020-05-12"),
    ),
    _rule(
        "CEL-07",
        ("数字栏填的是数字", "A number column holds numbers."),
        ("“{value}”不是数字", "请只填数字"),
        ("{value!r} is no number", "write a plain number"),
    ),
    _rule(
        "CEL-08",
        ("数字只有一种读法", "A number can be read in one way only."),
        ("数字“{value}”看不准", "请填一个确定的数字"),
        ("the number {value!r} is doubtful", "write one definite number"),
    ),
    _rule(
        "CEL-09",
        ("应为整数的是整数", "What is counted in wholes is a whole number."),
        ("“{value}”不是整数", "请填整数"),
        ("{value!r} is no whole number", "write a whole number"),
    ),
    _rule(
        "CEL-10",
        ("数值在可能的范围之内", "A value lies within what is possible."),
        ("“{value}”超出范围，应{limit}", "请核对后改正"),
        ("{value!r} is out of range; it must be {limit_en}", "look it up and correct it"),
    ),
    _rule(
        "CEL-11",
        ("数量的单位与单位栏一致", "A quantity is in the unit of its row."),
        ("“{value}”的单位是{typed}，本行的单位是{unit}", "请按{unit}填写数量，或改正单位"),
        (
            "{value!r} is in {typed}, the row is in {unit}",
            "write the quantity in {unit}, or correct the unit",
        ),
    ),
    _rule(
        "CEL-12",
        ("时间栏填的是时间", "A time column holds times."),
        ("“{value}”不是时间", "请写成 07:30 或 07:20-07:50 这样"),
        ("{value!r} is no time", "write it like 07:30 or 07:20-07:50"),
    ),
    _rule(
        "CEL-13",
        ("班级写法能认出", "A class can be recognised."),
        ("“{value}”认不出是哪个班", "请写成 六(5)班 或 6.5 这样"),
        ("{value!r} is no class", "write it like 6.5"),
    ),
    _rule(
        "CEL-14",
        ("选项在清单之内", "A choice is one of its list."),
        ("“{value}”不在清单中", "请从下列选项中选择：{allowed}"),
        ("{value!r} is not in the list", "choose one of: {allowed}"),
    ),
    _rule(
        "CEL-15",
        ("编号和文字按文字填写", "Numbers of documents and texts are written as text."),
        ("“{value}”不能当作编号或文字", "请先设为文本格式再重新输入"),
        (
            "{value!r} cannot be a text or a number of a document",
            "set the cell to text and type it again",
        ),
    ),
    _rule(
        "CEL-16",
        ("电话号码完整", "A phone number is complete."),
        ("“{value}”不是完整的电话号码", "请填 11 位手机号或带区号的座机号"),
        (
            "{value!r} is no complete phone number",
            "write a mobile number or a landline with its area code",
        ),
    ),
    _rule(
        "CEL-17",
        ("人员栏填的是姓名", "A column of people holds names."),
        ("“{value}”不像{asked}", "请{fix}"),
        ("{value!r} is not {asked_en}", "{fix_en}"),
    ),
    _rule(
        "CEL-19",
        ("月份能认出", "A month can be recognised."),
        ("“{value}”认不出是哪年哪月", "请写成 2020-05 这样"),
        ("{value!r} is no month of a year", "write it like 2020-05"),
    ),
)

TABLES = (
    _rule(
        "TAB-01",
        ("必需的列都在", "Every required column is there."),
        ("缺少这一列", "请在标题行补上这一列{outside}"),
        ("this column is missing", "add it to the heading row{outside_en}"),
    ),
    _rule(
        "TAB-02",
        ("同一列只出现一次", "A column stands only once."),
        ("{headings} 与 {used} 列重复而内容不同，没有读", "请只保留一列，并排的表请上下放"),
        (
            "{headings} repeats column {used} with other contents and was not read",
            "keep one of them; put tables below each other",
        ),
    ),
    _rule(
        "TAB-03",
        ("列标题写法能认出", "A heading can be recognised."),
        ("标题“{value}”没有认出，这一列没有读", "请改用标准标题，或不理会"),
        (
            "the heading {value!r} was not recognised and its column not read",
            "use the standard heading, or let it be",
        ),
        WARNING,
    ),
    _rule(
        "TAB-04",
        ("合计等于各行之和", "A total equals the sum of its rows."),
        ("合计写的是 {value}，各行相加是 {sum}", "请核对各行与合计"),
        ("the total says {value}, the rows add up to {sum}", "check the rows and the total"),
        WARNING,
    ),
    _rule(
        "TAB-05",
        ("数据都在标题之下", "Every value stands under a heading."),
        ("有 {count} 个单元格上面没有标题，没有读", "如有用请补标题，否则请清除"),
        (
            "cells under no heading, not read: {count}",
            "give them a heading or clear them",
        ),
        NOTE,
    ),
    _rule(
        "TAB-06",
        ("没有隐藏的数据", "No data are hidden."),
        ("有隐藏的{hidden}，已照样读取", "请确认是否应当隐藏"),
        (
            "hidden: {hidden_en}; they were read all the same",
            "see that this is meant",
        ),
        NOTE,
    ),
    _rule(
        "TAB-07",
        ("公式存有结果", "A formula has its result stored."),
        ("有 {count} 个公式没有存下结果，没有读", "请用 Excel 或 WPS 打开后保存一次再校验"),
        (
            "formulas without a stored result, not read: {count}",
            "open the file in Excel, save it, check again",
        ),
        WARNING,
    ),
    _rule(
        "TAB-08",
        ("主工作簿的工作表都在", "The master holds all its sheets."),
        ("缺少工作表“{title}”", "请从空白主工作簿补回"),
        ("the sheet {title} is missing", "take it back from the blank master"),
    ),
    _rule(
        "TAB-09",
        ("一种台账只有一张表", "One ledger has one sheet."),
        ("这张表也像是“{title}”（已读的是“{sheet}”），没有读", "请把内容并入一张表，或改表名"),
        (
            "this sheet looks like {title} too ({sheet} was read) and was not read",
            "join them, or rename the sheet",
        ),
        WARNING,
    ),
    _rule(
        "TAB-10",
        ("“同上”只用在可以重复的列", "A ditto mark stands only where values may repeat."),
        ("“{value}”不能用在这一列", "请填写实际内容"),
        ("{value!r} cannot stand in this column", "write the value itself"),
    ),
    _rule(
        "TAB-11",
        ("工作表有标题行", "A sheet has a heading row."),
        ("前 20 行里没有找到标题行，这张表没有读", "请补上标题行"),
        (
            "no heading row was found in the first 20 rows; the sheet was not read",
            "add a heading row",
        ),
    ),
    _rule(
        "TAB-12",
        ("表外写明的内容前后一致", "What stands around a table does not contradict itself."),
        ("表外写了不同的内容：{value} 与 {other}", "请只保留正确的一个"),
        ("around the table stand {value!r} and {other!r}", "keep the right one"),
    ),
)

RULES: tuple[Rule, ...] = (*CELLS, *TABLES)
BY_CODE = {rule.code: rule for rule in RULES}
