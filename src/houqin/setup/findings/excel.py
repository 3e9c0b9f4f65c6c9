"""Whether there is an Excel that the buttons can use, and whether it answers to its own name."""

from collections.abc import Iterator

from houqin.problems import Both
from houqin.setup.findings.excel_seen import (
    answering_class,
    answering_program,
    excel_program,
    is_store_excel,
    is_wps,
)
from houqin.setup.findings.finding import Finding, Kind, Severity
from houqin.setup.machine import Machine

CHOICE = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Explorer\FileExts\.xlsm\UserChoice"
_WPS_FORMS = ("et.", "ket.", "wps.")

_REPAIR = Both(
    "请在“设置 → 应用 → 已安装的应用”里找到 Microsoft Office，点“修改 → 快速修复”，完成后重启电脑。",
    "Under Settings > Apps > Installed apps choose Microsoft Office, Modify, Quick Repair, then restart.",
)
NO_EXCEL = Kind(
    "DOC-06",
    Severity.ADVICE,
    Both("这台电脑没有 Excel", "There is no Excel on this machine"),
    Both(
        "工作簿里的按钮要在 Microsoft Excel 里运行；WPS 表格能填表，不能用按钮。",
        "The buttons of the workbook run in Microsoft Excel; in WPS the tables can be filled in, but the buttons do nothing.",
    ),
    Both(
        "照样能校验：保存并关闭工作簿，在文件上点右键 →“发送到”→“后勤校验”，结果出现在旁边的文件夹里。",
        "Checking works all the same: save and close the workbook, right-click the file > Send to > 后勤校验;"
        " the results appear in a folder beside it.",
    ),
)
STORE_EXCEL = Kind(
    "DOC-07",
    Severity.TROUBLE,
    Both("Excel 来自微软商店", "Excel is from the Microsoft Store"),
    Both(
        "商店版 Excel 关在自己的小房间里，不让工作簿调用外面的 Python，点按钮会卡住或报错。",
        "The Excel of the Store lives in a room of its own and does not let a workbook call Python;"
        " a button hangs or ends in an error.",
    ),
    Both(
        "请在“设置 → 应用”里卸载商店版 Office，再登录 office.com 用同一账号安装桌面版。装好以前可用右键“发送到 → 后勤校验”。",
        "Uninstall the Office of the Store under Settings > Apps and install the desktop version from office.com with"
        " the same account. Until then use right-click > Send to > 后勤校验.",
    ),
)
WPS_ANSWERS = Kind(
    "DOC-08",
    Severity.TROUBLE,
    Both("WPS 占用了 Excel 的登记", "WPS has taken the place of Excel"),
    Both(
        "程序要找 Excel 时，Windows 交出的是 WPS（{program}）。按钮因此连不上打开着的 Excel。",
        "When a program asks for Excel, Windows hands out WPS ({program}), so the buttons do not reach the Excel that is open.",
    ),
    Both(
        "打开“WPS Office 配置工具 → 高级 → 兼容设置”，去掉“WPS Office 兼容第三方系统和软件”；再修复 Office："
        + _REPAIR.zh,
        "In the WPS Office configuration tool, under Advanced > Compatibility, untick the compatibility with other"
        " software; then repair Office. " + _REPAIR.en,
    ),
)
NOBODY_ANSWERS = Kind(
    "DOC-09",
    Severity.TROUBLE,
    Both("Excel 的登记缺失或已失效", "Excel is not registered properly"),
    Both(
        "装有 Excel，但 Windows 里登记的是“{program}”，那里没有程序。常见于卸载 WPS 或旧版 Office 以后。",
        "Excel is installed, but Windows knows it as “{program}”, where no program is; common after WPS or an older"
        " Office was uninstalled.",
    ),
    _REPAIR,
)
WPS_OPENS = Kind(
    "DOC-10",
    Severity.ADVICE,
    Both("双击工作簿打开的是 WPS", "A double click opens WPS"),
    Both(
        "带宏的工作簿（.xlsm）现在由 WPS 打开（{form}），在 WPS 里按钮不能用。",
        "Workbooks with macros (.xlsm) are opened by WPS ({form}), where the buttons do nothing.",
    ),
    Both(
        "在工作簿上点右键 →“打开方式 → 选择其他应用 → Excel”，勾选“始终”。",
        "Right-click the workbook > Open with > Choose another app > Excel, and tick Always.",
    ),
)
KINDS = (NO_EXCEL, STORE_EXCEL, WPS_ANSWERS, NOBODY_ANSWERS, WPS_OPENS)


def examine(machine: Machine) -> Iterator[Finding]:
    """Look at the Excel of this machine."""
    if is_store_excel(machine):
        yield STORE_EXCEL.found()
    elif excel_program(machine) is None:
        yield NO_EXCEL.found()
    else:
        yield from _answering(machine)
        yield from _opening(machine)


def _answering(machine: Machine) -> Iterator[Finding]:
    program = answering_program(machine)
    if is_wps(answering_class(machine)) or (program and is_wps(program)):
        yield WPS_ANSWERS.found(program=program or answering_class(machine))
    elif program is None or not machine.files.is_file(machine.path(program)):
        yield NOBODY_ANSWERS.found(program=program or "")


def _opening(machine: Machine) -> Iterator[Finding]:
    chosen = machine.registry.value(CHOICE, "ProgId")
    form = str(chosen or machine.registry.value(r"HKCR\.xlsm") or "")
    if form.lower().startswith(_WPS_FORMS):
        yield WPS_OPENS.found(form=form)
