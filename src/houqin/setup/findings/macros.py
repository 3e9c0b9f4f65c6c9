"""Whether macros may run on this machine, and whether they may start Python."""

from collections.abc import Iterator
from pathlib import PurePath

from houqin.problems import Both
from houqin.setup import trust
from houqin.setup.findings.excel_seen import excel_program
from houqin.setup.findings.finding import Finding, Kind, Severity
from houqin.setup.machine import Machine

_ASK_ADMIN = Both(
    "请把这一条给学校的网络管理员看；在此之前可用右键“发送到 → 后勤校验”。",
    "Show this to whoever looks after the school's computers; until then use right-click > Send to > 后勤校验.",
)
OFF = Kind(
    "DOC-23",
    Severity.TROUBLE,
    Both("Excel 设成了禁用所有宏", "Excel is set to block all macros"),
    Both(
        "信任中心的宏设置是“{setting}”，工作簿里的按钮不会有反应。",
        "The macro setting of the Trust Center is “{setting}”, so the buttons do nothing.",
    ),
    Both(
        "Excel →“文件 → 选项 → 信任中心 → 信任中心设置 → 宏设置”，选“禁用 VBA 宏，并发出通知”；"
        "或运行 houqin install --trust，让放工作簿的文件夹受信任。",
        "In Excel: File > Options > Trust Center > Trust Center Settings > Macro Settings, choose Disable with"
        " notification; or run houqin install --trust for the workbook's folder.",
    ),
)
OFF_BY_POLICY = Kind(
    "DOC-24",
    Severity.TROUBLE,
    Both("学校的策略禁用了宏", "A policy of the school blocks macros"),
    Both(
        "组策略把 Excel 的宏设置定为“{setting}”（{key}），自己改不了。",
        "A group policy sets Excel's macros to “{setting}” ({key}), which you cannot change.",
    ),
    _ASK_ADMIN,
)
NO_TRUSTED_FOLDERS = Kind(
    "DOC-25",
    Severity.ADVICE,
    Both("不能使用受信任的文件夹", "Trusted folders are switched off"),
    Both(
        "设置或策略关掉了“受信任位置”，每次打开工作簿都要点“启用内容”。",
        "A setting or policy switches trusted locations off, so Enable Content must be clicked whenever the workbook opens.",
    ),
    Both(
        "打开工作簿时点黄条上的“启用内容”即可。要省掉这一步，请找网络管理员。",
        "Click Enable Content on the yellow bar. To be spared that, ask whoever looks after the computers.",
    ),
)
NONE_FROM_INTERNET = Kind(
    "DOC-26",
    Severity.ADVICE,
    Both(
        "下载的工作簿，宏一律不许运行",
        "Macros of downloaded workbooks never run here",
    ),
    Both(
        "策略禁止来自网络的文件运行宏：从邮件、微信、网页得到的工作簿，按钮没有反应。",
        "A policy blocks macros in files from the internet: buttons of workbooks that came by mail or chat do nothing.",
    ),
    Both(
        "收到的工作簿先在文件上点右键 →“属性”→ 勾选“解除锁定”→“确定”，再打开。",
        "Right-click a file that you received > Properties > Unblock > OK before opening it.",
    ),
)
BLOCKED_FILE = Kind(
    "DOC-27",
    Severity.TROUBLE,
    Both("工作簿带着“来自网络”的标记", "The workbook is marked as coming from the internet"),
    Both(
        "{path} 是从邮件、微信或网页来的，Windows 给它做了标记，Excel 不运行它的宏。",
        "{path} came by mail, chat or from a web page; Windows marked it, and Excel does not run its macros.",
    ),
    Both(
        "关闭工作簿，在文件上点右键 →“属性”→ 勾选最下面的“解除锁定”→“确定”，再打开。",
        "Close it, right-click the file > Properties > tick Unblock at the bottom > OK, and open it again.",
    ),
)
NO_COMMAND_PROMPT = Kind(
    "DOC-28",
    Severity.TROUBLE,
    Both("学校的策略禁用了命令提示符", "A policy blocks the command prompt"),
    Both(
        "按钮要经过 cmd.exe 启动 Python，而组策略不许运行它；点按钮会提示“拒绝访问”。",
        "Buttons start Python through cmd.exe, which a group policy forbids; they end in Permission denied.",
    ),
    _ASK_ADMIN,
)
NO_CHILDREN = Kind(
    "DOC-29",
    Severity.TROUBLE,
    Both(
        "安全软件不许 Excel 启动别的程序",
        "A security rule keeps Excel from starting programs",
    ),
    Both(
        "Windows Defender 的规则“阻止 Office 应用创建子进程”开着，按钮启动不了 Python。",
        "The Defender rule “Block all Office applications from creating child processes” is on, so buttons cannot start Python.",
    ),
    _ASK_ADMIN,
)
KINDS = (
    OFF,
    OFF_BY_POLICY,
    NO_TRUSTED_FOLDERS,
    NONE_FROM_INTERNET,
    BLOCKED_FILE,
    NO_COMMAND_PROMPT,
    NO_CHILDREN,
)
_SETTINGS = {
    3: Both("禁用无数字签名的所有宏", "Disable all macros except digitally signed macros"),
    4: Both("禁用所有宏，并且不通知", "Disable all macros without notification"),
}
_SECURITY = r"Excel\Security"
_POLICY_ROOTS = ("HKCU", "HKLM")
_CMD = r"HKCU\Software\Policies\Microsoft\Windows\System"
_ASR = (
    r"HKLM\SOFTWARE\Policies\Microsoft\Windows Defender\Windows Defender Exploit Guard\ASR\Rules",
    r"HKLM\SOFTWARE\Microsoft\Windows Defender\Windows Defender Exploit Guard\ASR\Rules",
)
_NO_CHILD_PROCESSES = "d4f940ab-401b-4efc-aadc-ad5f3c50688a"
_ON = (1, "1")
_OUTSIDE = ("ZoneId=3", "ZoneId=4")  # the internet, and places that are not trusted at all


def examine(machine: Machine, workbook: PurePath | None) -> Iterator[Finding]:
    """Look at what Excel, Windows and the school allow, for one workbook or at all."""
    if excel_program(machine) is None:
        return
    trusted = workbook is not None and trust.is_trusted(machine, workbook.parent)
    if not trusted:
        yield from _macros(machine)
    if trust.is_forbidden(machine) and not trusted:
        yield NO_TRUSTED_FOLDERS.found()
    origin = machine.files.origin(workbook) if workbook is not None else None
    if not trusted and any(zone in (origin or "") for zone in _OUTSIDE):
        yield BLOCKED_FILE.found(path=workbook)
    yield from _programs(machine)


def _macros(machine: Machine) -> Iterator[Finding]:
    policies = [rf"{root}\{trust.POLICIES}\{_SECURITY}" for root in _POLICY_ROOTS]
    told = [(key, machine.registry.value(key, "VBAWarnings")) for key in policies]
    key, setting = next(((k, v) for k, v in told if v is not None), ("", None))
    own = machine.registry.value(rf"HKCU\{trust.OFFICE}\{_SECURITY}", "VBAWarnings")
    if setting in _SETTINGS:
        yield OFF_BY_POLICY.found(setting=_SETTINGS[setting], key=key)
    elif setting is None and own in _SETTINGS:
        yield OFF.found(setting=_SETTINGS[own])
    if any(machine.registry.value(k, "blockcontentexecutionfrominternet") == 1 for k in policies):
        yield NONE_FROM_INTERNET.found()


def _programs(machine: Machine) -> Iterator[Finding]:
    if machine.registry.value(_CMD, "DisableCMD") in (1, 2):
        yield NO_COMMAND_PROMPT.found()
    if any(machine.registry.value(key, _NO_CHILD_PROCESSES) in _ON for key in _ASR):
        yield NO_CHILDREN.found()
