"""Whether the DLL is there through which worksheet functions call Python, and whether it is the right one."""

import re
from collections.abc import Iterator
from pathlib import PurePath

from houqin.problems import Both
from houqin.setup.findings.excel_seen import excel_bits
from houqin.setup.findings.finding import INSTALL_AGAIN, Finding, Kind, Severity
from houqin.setup.machine import Machine

_WHAT_FOR = Both(
    "表格函数（HQ_…）靠它调用 Python；没有它，函数显示错误，按钮不受影响。",
    "Worksheet functions (HQ_…) call Python through it; without it they show an error. Buttons are not affected.",
)
REMOVED = Kind(
    "DOC-19",
    Severity.TROUBLE,
    Both("{name} 被删掉了，多半是杀毒软件", "{name} was removed, most likely by an antivirus"),
    Both(
        "安装时放好了 {path}，现在不在了。" + _WHAT_FOR.zh,
        "{path} was put there when xlwings was installed and is gone. " + _WHAT_FOR.en,
    ),
    Both(
        "打开杀毒软件（或“Windows 安全中心 → 病毒和威胁防护 → 保护历史记录”），恢复 {name} 并把文件夹 {folder} 加入信任；"
        "再重新安装后勤。",
        "In the antivirus (or Windows Security > Virus & threat protection > Protection history) restore {name} and"
        " exclude the folder {folder}; then install houqin again.",
    ),
)
MISSING = Kind(
    "DOC-20",
    Severity.TROUBLE,
    Both("缺少 {name}", "{name} is missing"),
    Both(
        "{folder} 里没有 {name}，安装时就没有放。" + _WHAT_FOR.zh,
        "There is no {name} in {folder}, and it was not put there when xlwings was installed. "
        + _WHAT_FOR.en,
    ),
    INSTALL_AGAIN,
)
OTHER_VERSION = Kind(
    "DOC-21",
    Severity.TROUBLE,
    Both("{name} 的版本不对", "{name} is there in another version"),
    Both(
        "需要 {name}，{folder} 里只有 {seen}：升级没有做完。" + _WHAT_FOR.zh,
        "{name} is needed, but {folder} only has {seen}: an upgrade was not finished. "
        + _WHAT_FOR.en,
    ),
    INSTALL_AGAIN,
)
ELSEWHERE = Kind(
    "DOC-22",
    Severity.TROUBLE,
    Both("{name} 装在 Excel 不找的地方", "{name} is where Excel does not look"),
    Both(
        "它在 {path}，Excel 只在 {folder} 里找。Python 装在没有写权限的文件夹时会这样。"
        + _WHAT_FOR.zh,
        "It is {path}, and Excel only looks in {folder}; so it goes when Python is in a folder that may not be"
        " written to. " + _WHAT_FOR.en,
    ),
    INSTALL_AGAIN,
)
KINDS = (REMOVED, MISSING, OTHER_VERSION, ELSEWHERE)
_DLL = re.compile(r"xlwings(32|64)-.+\.dll", re.IGNORECASE)


def examine(machine: Machine) -> Iterator[Finding]:
    """Look for the DLL that this machine's Excel loads."""
    version, bits = machine.version_of("xlwings"), excel_bits(machine)
    if version is None or bits is None:
        return
    folder, name = machine.python.prefix, f"xlwings{bits}-{version}.dll"
    if machine.files.is_file(folder / name):
        return
    put = _as_put(machine, name)
    seen = [
        each
        for each in machine.files.names(folder)
        if (found := _DLL.fullmatch(each)) and found[1] == str(bits)
    ]
    if put is not None and machine.files.is_file(put):
        yield ELSEWHERE.found(name=name, path=put, folder=folder)
    elif put is not None:
        yield REMOVED.found(name=name, path=put, folder=folder)
    elif seen:
        yield OTHER_VERSION.found(name=name, folder=folder, seen="、".join(seen))
    else:
        yield MISSING.found(name=name, folder=folder)


def _as_put(machine: Machine, name: str) -> PurePath | None:
    """Return where a file was put when xlwings was installed."""
    files = machine.files_of("xlwings")
    return next((path for path in files if path.name.lower() == name.lower()), None)
