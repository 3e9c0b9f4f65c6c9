"""The buttons: what each is called, which function it calls, and where that writes (contract 10).

Ribbon, macros, the home sheet and the tests are all made from this one table.
"""

from dataclasses import dataclass

from houqin.problems import Both


@dataclass(frozen=True, slots=True)
class Button:
    """One button of the ribbon and of the home sheet."""

    function: str  # of addin.py
    label: str
    tip: Both
    image: str  # one of Office's own pictures
    large: bool = False

    @property
    def macro(self) -> str:
        """The name of its macro: CheckSheet for check_sheet."""
        return "".join(part.capitalize() for part in self.function.split("_"))


@dataclass(frozen=True, slots=True)
class Group:
    """Buttons that belong together."""

    key: str
    label: str
    buttons: tuple[Button, ...]


MODULE = "HouqinButtons"  # the module of their macros

GROUPS = (
    Group(
        "check",
        "校验",
        (
            Button(
                "check_sheet",
                "校验本表",
                Both("检查当前这张表，在出错的行标出来", "Check this sheet and mark its rows."),
                "ReviewAcceptChange",
                large=True,
            ),
            Button(
                "check_all",
                "校验全部",
                Both("检查全部台账，列出问题清单", "Check every ledger and list all problems."),
                "AcceptInvitation",
                large=True,
            ),
            Button(
                "next_problem",
                "下一个问题",
                Both("跳到下一个有问题的单元格", "Go to the next cell with a problem."),
                "ReviewNextComment",
            ),
            Button(
                "clear_marks",
                "清除标记",
                Both("清空校验结果和问题清单", "Take all marks off again."),
                "ReviewDeleteComment",
            ),
            Button(
                "live_check",
                "实时校验",
                Both(
                    "开关：边填边检查每一行；再点一次关闭",
                    "A switch: each row is judged as it is typed.",
                ),
                "Refresh",
            ),
        ),
    ),
    Group(
        "stock",
        "库存",
        (
            Button(
                "reconcile",
                "库存对账",
                Both("期初、收、发、结存与盘点对照", "Opening, in, out and book against counts."),
                "Calculator",
            ),
            Button(
                "count_sheet",
                "盘点表",
                Both("生成可打印的盘点表，可选盲盘", "A count sheet to print, blind or not."),
                "FilePrint",
            ),
            Button(
                "reorder",
                "补货清单",
                Both("低于储备标准或最低库存的物品", "What to order, how much, and why."),
                "TableInsert",
            ),
        ),
    ),
    Group(
        "safety",
        "安全",
        (
            Button(
                "overdue",
                "逾期隐患",
                Both(
                    "逾期、即将到期、没有期限的隐患", "Hazards overdue, due soon, without deadline."
                ),
                "HighImportance",
            ),
            Button(
                "notices",
                "整改通知单",
                Both(
                    "每位责任人一页，可直接打印", "One page to print for each person responsible."
                ),
                "MailMergeStartLetters",
            ),
            Button(
                "coverage",
                "检查覆盖",
                Both("哪些巡视和检查做了、漏了", "Which patrols and checks were made or missed."),
                "CalendarInsert",
            ),
        ),
    ),
    Group(
        "duty",
        "值班",
        (
            Button(
                "check_roster",
                "检查值班",
                Both(
                    "哪些岗位缺人、可以安排谁、每人值了几次", "Posts that lack people, and loads."
                ),
                "CheckNames",
            ),
            Button(
                "fill_roster",
                "自动排班",
                Both("排出今后的值班草稿，不改值班表", "Draft who goes where; the roster stays."),
                "AutoSum",
            ),
            Button(
                "adopt_draft",
                "采用草稿",
                Both(
                    "把排班草稿填进值班表的空格",
                    "Fill blank cells of the roster from the draft.",
                ),
                "FillDown",
            ),
        ),
    ),
    Group(
        "report",
        "汇总",
        (
            Button(
                "summary",
                "生成汇总",
                Both("在工作簿旁边生成汇总工作簿", "Write the summary workbook beside this one."),
                "ChartInsert",
            ),
            Button(
                "mail",
                "邮件发送",
                Both("生成汇总并打开邮件草稿，不会自动发出", "Open a mail draft with the summary."),
                "FileSendAsAttachment",
            ),
        ),
    ),
    Group(
        "data",
        "数据",
        (
            Button(
                "check_other",
                "校验其他文件",
                Both("检查另一个文件，不改动它", "Check another file, which is only read."),
                "FileOpen",
            ),
            Button(
                "import_old",
                "导入旧表",
                Both("预览并追加旧台账里的新行", "Preview old ledgers and append their new rows."),
                "ImportExcel",
            ),
            Button(
                "restore_controls",
                "恢复下拉",
                Both("补回粘贴弄丢的下拉列表和格式", "Bring back drop-downs and formats."),
                "DataValidation",
            ),
        ),
    ),
    Group(
        "tools",
        "工具",
        (
            Button(
                "undo",
                "撤销",
                Both("收回 houqin 上一次写入的内容", "Take back what houqin wrote last."),
                "Undo",
            ),
            Button(
                "settings",
                "设置",
                Both("打开参数表", "Go to the settings."),
                "PropertySheet",
            ),
            Button("help_", "帮助", Both("打开帮助", "Go to the help."), "Help"),
            Button(
                "doctor",
                "自检",
                Both("检查这台电脑的设置", "Look for what is wrong with this machine."),
                "HappyFace",
            ),
        ),
    ),
)
BUTTONS: tuple[Button, ...] = tuple(button for group in GROUPS for button in group.buttons)


def label_of(function: str) -> str:
    """Return what the button of a function is called."""
    return next(button.label for button in BUTTONS if button.function == function)
