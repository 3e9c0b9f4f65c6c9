"""Whether the macros of a workbook find the right Python, and nothing else in its stead."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from houqin.problems import Both
from houqin.setup import configuration
from houqin.setup.findings.finding import INSTALL_AGAIN, Finding, Kind, Severity
from houqin.setup.folders import expanded
from houqin.setup.machine import Machine, is_from_store

NOT_SET_UP = Kind(
    "DOC-11",
    Severity.TROUBLE,
    Both("Excel 还不知道 Python 在哪里", "Excel has not been told where Python is"),
    Both(
        "配置文件 {file} 里没有 Python 的位置（INTERPRETER_WIN 一行），点按钮会提示找不到 Python。",
        "The file {file} does not say where Python is (a line INTERPRETER_WIN), so a button cannot find it.",
    ),
    INSTALL_AGAIN,
)
NO_INTERPRETER = Kind(
    "DOC-12",
    Severity.TROUBLE,
    Both("配置里的 Python 不存在", "The configured Python does not exist"),
    Both(
        "{file} 里写的是 {interpreter}，那里没有 Python：可能卸载、升级或移动过，也可能路径里的汉字存错了编码。",
        "{file} names {interpreter}, where there is no Python: it was removed, upgraded or moved, or the"
        " characters of its path were saved in another encoding.",
    ),
    INSTALL_AGAIN,
)
STORE_STUB = Kind(
    "DOC-13",
    Severity.TROUBLE,
    Both(
        "配置里的 Python 是微软商店的占位程序",
        "The configured Python is the stub of the Microsoft Store",
    ),
    Both(
        "{file} 里写的是 {interpreter}。它不是真正的 Python，只会打开商店页面。",
        "{file} names {interpreter}, which is no Python but opens the Store.",
    ),
    Both(
        "请从 python.org 安装 64 位 Python，再重新安装后勤。",
        "Install 64-bit Python from python.org, then install houqin again.",
    ),
)
OTHER_PYTHON = Kind(
    "DOC-14",
    Severity.TROUBLE,
    Both("Excel 用的是另一个 Python", "Excel uses another Python"),
    Both(
        "{file} 里写的是 {interpreter}，那个 Python 里没有后勤；装有后勤的是 {here}。",
        "{file} names {interpreter}, a Python without houqin; houqin is in {here}.",
    ),
    INSTALL_AGAIN,
)
STRAY_MODULE = Kind(
    "DOC-15",
    Severity.TROUBLE,
    Both("工作簿旁边的 {name} 会顶替后勤", "{name} beside the workbook is run instead of houqin"),
    Both(
        "配置让 Excel 先在工作簿所在文件夹里找程序，那里正好有 {path}，运行的就不是安装的后勤了。",
        "The configuration lets Excel look for programs beside the workbook first, and there is {path}.",
    ),
    Both(
        "请把 {name} 移走或改名，再重新安装后勤（它会关掉这个设置）。",
        "Move or rename {name} and install houqin again, which switches that setting off.",
    ),
)
LOCAL_FILE = Kind(
    "DOC-16",
    Severity.ADVICE,
    Both("工作簿旁边另有一份配置", "There is another configuration beside the workbook"),
    Both(
        "{file} 比安装时写的配置优先：这个文件夹里的工作簿用的 Python 是 {interpreter}。",
        "{file} comes before the one that was set up: workbooks of this folder use {interpreter}.",
    ),
    Both("不是特意放的，请把 {file} 删掉。", "Unless it was put there on purpose, delete {file}."),
)
ERRORS_INTO_SHEET = Kind(
    "DOC-17",
    Severity.ADVICE,
    Both("出错时会往工作簿里加一张表", "Errors are written into the workbook"),
    Both(
        "{file} 里关掉了报错窗口；出错时 xlwings 会往工作簿里新加一张名为 Error 的表。",
        "{file} switches the error window off; then xlwings adds a sheet named Error to the workbook.",
    ),
    INSTALL_AGAIN,
)
ODD_PATH = Kind(
    "DOC-18",
    Severity.TROUBLE,
    Both("路径里有 Excel 的宏读不出的字", "Macros cannot read a character of the path"),
    Both(
        "{path} 里的“{odd}”不在本机编码（{code_page}）里，宏找不到这个位置。",
        "{odd} in {path} is not in this machine's encoding ({code_page}), so macros cannot find the place.",
    ),
    Both(
        "在“控制面板 → 区域 → 管理 → 更改系统区域设置”里选“中文(简体，中国)”并重启；仍不行，就把 Python 装到 C:\\houqin。",
        "Choose Chinese (Simplified, China) under Control Panel > Region > Administrative > Change system locale and"
        " restart; else install Python in C:\\houqin.",
    ),
)
KINDS = (
    NOT_SET_UP,
    NO_INTERPRETER,
    STORE_STUB,
    OTHER_PYTHON,
    STRAY_MODULE,
    LOCAL_FILE,
    ERRORS_INTO_SHEET,
    ODD_PATH,
)
_PROGRAMS = ("houqin.py", "xlwings.py")
_NEEDED = "import houqin, xlwings"


@dataclass(frozen=True, slots=True)
class Configured:
    """The configuration files that count for a workbook, the nearest first."""

    machine: Machine
    files: tuple[PurePath, ...]

    def value(self, name: str) -> tuple[PurePath, str] | None:
        """Return the first file that sets something, and what it sets."""
        for file in self.files:
            content = self.machine.files.read(file) or b""
            value = configuration.value_in(content, name, self.machine.code_page)
            if value is not None:
                return file, expanded(self.machine, value)
        return None


def examine(machine: Machine, folder: PurePath | None) -> Iterator[Finding]:
    """Look at the configuration that counts in a folder of workbooks, or for the user at all."""
    own = configuration.path_of(machine)
    odd = configuration.unreadable_in(machine, own.parent.parent)
    if odd:
        yield ODD_PATH.found(path=own.parent.parent, odd=odd, code_page=machine.code_page)
        return
    beside = folder / configuration.NAME if folder is not None else None
    configured = Configured(machine, (own,) if beside is None else (beside, own))
    yield from _interpreter(configured, own)
    popups = configured.value(configuration.POPUPS)
    if popups is not None and popups[1] == "False":
        yield ERRORS_INTO_SHEET.found(file=popups[0])
    if folder is not None and _looks_beside(configured):
        yield from _stray(machine, folder)


def _interpreter(configured: Configured, own: PurePath) -> Iterator[Finding]:
    found = configured.value(configuration.INTERPRETER)
    if found is None or not found[1]:
        yield NOT_SET_UP.found(file=own)
        return
    file, text = found
    wrong = _wrong(configured.machine, configured.machine.path(text))
    if wrong is not None:
        here = configured.machine.python.executable
        yield wrong.found(file=file, interpreter=text, here=here)
    elif file != own:
        yield LOCAL_FILE.found(file=file, interpreter=text)


def _wrong(machine: Machine, interpreter: PurePath) -> Kind | None:
    """Return what is wrong with the Python that is configured."""
    if is_from_store(interpreter):
        return None if machine.python.from_store else STORE_STUB
    if not machine.files.is_file(interpreter):
        return NO_INTERPRETER
    here = configuration.with_console(machine.python.executable)
    if interpreter in (here, machine.short(here)):
        return None
    works = machine.run((str(interpreter), "-c", _NEEDED)) == 0
    return None if works else OTHER_PYTHON


def _looks_beside(configured: Configured) -> bool:
    found = configured.value(configuration.WORKBOOK_ON_PATH)
    return found is None or found[1].lower() == "true"


def _stray(machine: Machine, folder: PurePath) -> Iterator[Finding]:
    for name in machine.files.names(folder):
        package = machine.files.is_file(folder / name / "__init__.py")
        if name.lower() in _PROGRAMS or (package and f"{name.lower()}.py" in _PROGRAMS):
            yield STRAY_MODULE.found(name=name, path=folder / name)
