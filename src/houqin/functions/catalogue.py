"""The worksheet functions that there are (contract 11)."""

from houqin.functions.worksheet_function import Argument, WorksheetFunction
from houqin.problems import Both

_CALENDAR = Argument(
    "calendar", Both("校历表，连同标题", "the table 校历 with its headings"), is_table=True
)
_CAMPUS = Argument("campus", Both("校区，可不写", "the campus; may be left out"), optional=True)
_AS_OF = Argument(
    "as_of",
    Both(
        "统计日期；不写就按计算的那一天，以后不会自动更新",
        "the as-of date; without it the day of reckoning, not updated later",
    ),
    optional=True,
)

FUNCTIONS: tuple[WorksheetFunction, ...] = (
    WorksheetFunction(
        "HQ_DATE",
        (Argument("value", Both("一个单元格", "one cell")),),
        Both(
            "把各种写法的日期读成日期；看不准的说明为什么",
            "Reads a date as people write it; says why where it is doubtful.",
        ),
        '=HQ_DATE("2020年5月12日")',
        "校验本表",
    ),
    WorksheetFunction(
        "HQ_NUMBER",
        (Argument("value", Both("一个单元格", "one cell")),),
        Both(
            "把带单位、全角或中文大写的数读成数字",
            "Reads a number with its unit, in full width or in Chinese numerals.",
        ),
        '=HQ_NUMBER("３０个")',
        "校验本表",
    ),
    WorksheetFunction(
        "HQ_WORKDAYS",
        (
            Argument("first_day", Both("从哪天起（当天不算）", "from this day, not counted")),
            Argument("last_day", Both("到哪天止（当天算）", "to this day, counted")),
            _CALENDAR,
            _CAMPUS,
        ),
        Both(
            "两天之间的工作日：国家放假和调休之外，以校历为准",
            "Working days between two days: public holidays, overridden by the school calendar.",
        ),
        "=HQ_WORKDAYS(DATE(2020,4,30),DATE(2020,5,12),calendar[#All])",
        "逾期隐患",
    ),
    WorksheetFunction(
        "HQ_DEADLINE",
        (
            Argument("found", Both("发现日期", "the day the hazard was found")),
            Argument("grade", Both("隐患等级", "its grade")),
            Argument(
                "settings",
                Both("参数表，连同标题", "the table 参数 with its headings"),
                is_table=True,
            ),
            _CALENDAR,
            _CAMPUS,
        ),
        Both(
            "按参数规定的天数算出的整改期限",
            "The deadline of a hazard: the days that the settings allow for its grade.",
        ),
        '=HQ_DEADLINE(DATE(2020,5,12),"一般隐患",settings[#All],calendar[#All])',
        "逾期隐患",
    ),
    WorksheetFunction(
        "HQ_OVERDUE_DAYS",
        (
            Argument("deadline", Both("整改期限", "the deadline")),
            Argument(
                "finished", Both("整改完成日期，可不写", "the day it was put right"), optional=True
            ),
            _AS_OF,
        ),
        Both(
            "逾期的日历天数；当天到期为 0，没有期限为空",
            "Calendar days after the deadline; 0 when due on the day, blank without a deadline.",
        ),
        '=HQ_OVERDUE_DAYS(DATE(2020,5,19),"",as_of)',
        "逾期隐患",
    ),
    WorksheetFunction(
        "HQ_STOCK",
        (
            Argument("item", Both("物品编号或名称", "number or name of the item")),
            Argument(
                "receipts",
                Both("入库表，连同标题", "the table 入库 with its headings"),
                is_table=True,
            ),
            Argument(
                "issues",
                Both("领用表，连同标题", "the table 领用 with its headings"),
                is_table=True,
            ),
            _CAMPUS,
            _AS_OF,
        ),
        Both(
            "物品到某一天的结存：期初加入库减出库",
            "The balance of an item at the end of a day: all receipts less all issues.",
        ),
        '=HQ_STOCK("KZ-001",receipts[#All],stock_issues[#All],"",as_of)',
        "库存对账",
    ),
    WorksheetFunction(
        "HQ_APPROVER",
        (
            Argument("amount", Both("金额（元）", "the amount in yuan")),
            Argument("kind", Both("采购类别", "the kind of purchase")),
            Argument("campus", Both("校区", "the campus")),
            Argument(
                "levels",
                Both("审批权限表，连同标题", "the table 审批权限 with its headings"),
                is_table=True,
            ),
        ),
        Both(
            "这笔金额该由谁审批",
            "Who approves an amount: of the lines that fit, the one that says most.",
        ),
        '=HQ_APPROVER(3200,"办公用品","本部",approval_levels[#All])',
        "校验全部",
    ),
    WorksheetFunction(
        "HQ_RATE",
        (
            Argument("satisfied", Both("满意份数", "how many are satisfied")),
            Argument("valid", Both("有效份数", "how many valid answers there are")),
            Argument("population", Both("总人数，可不写", "of how many people"), optional=True),
            Argument(
                "part",
                Both("0 比率，-1 区间下限，1 区间上限", "0 rate, -1 lower end, 1 upper end"),
                optional=True,
            ),
        ),
        Both(
            "满意率，或它的 95% 置信区间的两端（威尔逊法，按总人数修正）",
            "A rate, or an end of its 95% interval (Wilson, corrected for a finite population).",
        ),
        "=HQ_RATE(183,200,1200,-1)",
        "生成汇总",
    ),
    WorksheetFunction(
        "HQ_CHECK",
        (
            Argument("row", Both("要检查的一行", "the row to be checked"), is_table=True),
            Argument(
                "headings", Both("标题行，与那一行同宽", "its headings, as wide"), is_table=True
            ),
            Argument("sheet", Both("台账名称，如 入库", "the name of the ledger")),
            Argument(
                "lists",
                Both(
                    "清单表，连同标题；不写就按默认的清单",
                    "the table 清单 with its headings; without it the shipped lists hold",
                ),
                is_table=True,
                optional=True,
            ),
            Argument(
                "settings",
                Both(
                    "参数表，连同标题；不写就按默认的参数",
                    "the table 参数 with its headings; without it the shipped limits hold",
                ),
                is_table=True,
                optional=True,
            ),
        ),
        Both(
            "这一行自己看得出的问题；没有就为空",
            "The problems that a row shows by itself; blank where there are none.",
        ),
        '=HQ_CHECK(入库!A5:S5,入库!A4:S4,"入库",lists[#All],settings[#All])',
        "校验本表",
    ),
)
BY_NAME = {function.name: function for function in FUNCTIONS}
