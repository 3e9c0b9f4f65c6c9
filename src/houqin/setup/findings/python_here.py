"""Whether the Python that houqin runs in is fit for Excel, and has its packages."""

from collections.abc import Iterator

from houqin.problems import Both
from houqin.setup.findings.excel_seen import excel_bits
from houqin.setup.findings.finding import INSTALL_AGAIN, Finding, Kind, Severity
from houqin.setup.machine import Machine

STORE_PYTHON = Kind(
    "DOC-01",
    Severity.TROUBLE,
    Both("Python 来自微软商店", "Python is from the Microsoft Store"),
    Both(
        "正在用的 Python 是 {path}。商店版的程序关在自己的小房间里，它写的设置 Excel 看不到，按钮找不到它。",
        "The Python in use is {path}. Programs of the Store live in a room of their own:"
        " Excel does not see the settings they write, and the buttons do not find them.",
    ),
    Both(
        "请从 python.org 下载 64 位 Python 安装，再重新安装后勤。",
        "Install 64-bit Python from python.org, then install houqin again.",
    ),
)
OTHER_BITS = Kind(
    "DOC-02",
    Severity.ADVICE,
    Both(
        "Python 是 {python} 位，Excel 是 {excel} 位",
        "Python has {python} bits, Excel has {excel}",
    ),
    Both(
        "按钮和命令照常能用。表格函数（HQ_…）由 Excel 装入 {excel} 位的 DLL，再由它去叫 Python，一般也能用；"
        "万一函数不动，先怀疑这里。",
        "Buttons and commands work as usual. For worksheet functions Excel loads the DLL of {excel} bits,"
        " which then calls Python; that mostly works too, but look here first if it does not.",
    ),
    Both(
        "不必急着处理。要统一的话，请安装 {excel} 位的 Python 再重新安装后勤。",
        "No hurry. To make them alike, install a Python of {excel} bits and houqin again.",
    ),
)
NO_PYWIN32 = Kind(
    "DOC-03",
    Severity.TROUBLE,
    Both("缺少组件 pywin32", "The package pywin32 is missing"),
    Both(
        "Python 靠它和 Excel 说话；没有它，按钮一点就报错。",
        "Python talks to Excel through it; without it every button ends in an error.",
    ),
    INSTALL_AGAIN,
)
NO_XLWINGS = Kind(
    "DOC-04",
    Severity.TROUBLE,
    Both("缺少组件 xlwings", "The package xlwings is missing"),
    Both(
        "工作簿里的按钮靠它调用 Python；没有它，按钮一点就报错。",
        "The buttons of the workbook call Python through it; without it each of them ends in an error.",
    ),
    INSTALL_AGAIN,
)
UTF8_FORCED = Kind(
    "DOC-05",
    Severity.ADVICE,
    Both("环境变量 {name} 会让报错变乱码", "The variable {name} garbles error messages"),
    Both(
        "{name}={value} 让 Python 用另一种编码写报错，而 Excel 按本机编码（{code_page}）去读，中文就成了乱码。",
        "{name}={value} makes Python write its errors in one encoding while Excel reads them in"
        " that of this machine ({code_page}).",
    ),
    Both(
        "在“设置 → 系统 → 关于 → 高级系统设置 → 环境变量”里删掉 {name}，再重开 Excel。",
        "Delete {name} under Settings > System > About > Advanced system settings >"
        " Environment Variables, and start Excel again.",
    ),
)
KINDS = (STORE_PYTHON, OTHER_BITS, NO_PYWIN32, NO_XLWINGS, UTF8_FORCED)


def examine(machine: Machine) -> Iterator[Finding]:
    """Look at this Python and its packages."""
    if machine.python.from_store:
        yield STORE_PYTHON.found(path=machine.python.executable)
    excel = excel_bits(machine)
    if excel is not None and excel != machine.python.bits:
        yield OTHER_BITS.found(python=machine.python.bits, excel=excel)
    if machine.version_of("pywin32") is None:
        yield NO_PYWIN32.found()
    if machine.version_of("xlwings") is None:
        yield NO_XLWINGS.found()
    yield from _encodings(machine)


def _encodings(machine: Machine) -> Iterator[Finding]:
    if machine.code_page == "utf-8":
        return
    mode = machine.environment("PYTHONUTF8")
    encoding = machine.environment("PYTHONIOENCODING") or ""
    if mode == "1":
        yield UTF8_FORCED.found(name="PYTHONUTF8", value=mode, code_page=machine.code_page)
    elif "utf" in encoding.lower():
        name = "PYTHONIOENCODING"
        yield UTF8_FORCED.found(name=name, value=encoding, code_page=machine.code_page)
