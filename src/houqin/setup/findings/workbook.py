"""Whether the workbook is whole, of the right version, and in a good place."""

from collections.abc import Iterator
from pathlib import PurePath

from houqin.problems import Both
from houqin.setup.findings.finding import Finding, Kind, Severity
from houqin.setup.machine import Machine
from houqin.setup.workbook_facts import WorkbookFacts

_INTO_NEW = Both(
    "请从安装包取一份新的空白工作簿，用“导入旧表”（houqin import）把数据导进去。",
    "Take a new blank workbook and bring the data into it with 导入旧表 (houqin import).",
)
UNREADABLE = Kind(
    "DOC-30",
    Severity.TROUBLE,
    Both("工作簿 {name} 读不了", "The workbook {name} cannot be read"),
    Both("{why}。", "{why}."),
    Both(
        "请用 Excel 打开它另存一份；打不开，就用备份文件夹里最近的一份。",
        "Open it in Excel and save a copy; if that fails take the latest one from the backup folder.",
    ),
)
NO_MACROS = Kind(
    "DOC-31",
    Severity.TROUBLE,
    Both("工作簿 {name} 里没有宏了", "The workbook {name} has no macros"),
    Both(
        "按钮没有反应：它被存成了不带宏的格式，或被别的软件（{saved_by}）存过。数据都在。",
        "The buttons do nothing: it was saved without macros, or by another program ({saved_by}). The data are all there.",
    ),
    _INTO_NEW,
)
NO_RIBBON = Kind(
    "DOC-32",
    Severity.ADVICE,
    Both("工作簿 {name} 没有“后勤”选项卡了", "The workbook {name} has lost its tab 后勤"),
    Both(
        "它被别的软件（{saved_by}）存过。表内的按钮仍然能用。",
        "Another program saved it ({saved_by}). The buttons in the sheets still work.",
    ),
    _INTO_NEW,
)
NO_CODE_NAMES = Kind(
    "DOC-33",
    Severity.ADVICE,
    Both(
        "工作簿 {name} 的工作表和宏失去了对应", "Sheets and macros of {name} have lost their link"
    ),
    Both(
        "它被 LibreOffice 一类的软件（{saved_by}）存过，工作表的内部名称丢了。多数按钮还能用，宏里会多出空的表模块。",
        "A program such as LibreOffice ({saved_by}) saved it and dropped the inner names of the sheets. Most buttons"
        " still work; empty sheet modules appear among the macros.",
    ),
    _INTO_NEW,
)
OTHER_RELEASE = Kind(
    "DOC-34",
    Severity.ADVICE,
    Both(
        "工作簿是 {book} 版，安装的后勤是 {package} 版",
        "The workbook is of version {book}, houqin of {package}",
    ),
    Both(
        "新旧混用多半没事，但新增的表和按钮可能缺失。",
        "Old and new mostly go together, but new sheets and buttons may be missing.",
    ),
    Both(
        "工作簿较旧：从安装包取新的空白工作簿并导入数据。后勤较旧：用新的安装包重新安装。",
        "If the workbook is older, take the new blank one and import the data; if houqin is older, install the new one.",
    ),
)
OTHER_XLWINGS = Kind(
    "DOC-35",
    Severity.TROUBLE,
    Both(
        "工作簿里的 xlwings 是 {book} 版，安装的是 {package} 版",
        "The workbook has xlwings {book}, installed is {package}",
    ),
    Both(
        "两边必须是同一版：表格函数按工作簿里的版本号去找 DLL，找不到就显示错误。",
        "Both must be the same: worksheet functions look for the DLL by the version in the workbook.",
    ),
    Both(
        "请运行 install.cmd 重新安装；仍然不同，就换用安装包里的空白工作簿并导入数据。",
        "Run install.cmd again; if they still differ, take the blank workbook of that folder and import the data.",
    ),
)
ONLY_ADDRESS = Kind(
    "DOC-36",
    Severity.TROUBLE,
    Both("工作簿只在网上", "The workbook is only on the web"),
    Both(
        "Excel 是从网址 {name} 打开它的，后勤在这台电脑上找不到这个文件，备份和结果无处可放。",
        "Excel opened it from {name}; houqin does not find that file on this machine and has no place for backups and results.",
    ),
    Both(
        "请“另存为”到这台电脑的文件夹（如 {folder}），再从那里打开。",
        "Save it to a folder of this machine (such as {folder}) and open it from there.",
    ),
)
SYNCED = Kind(
    "DOC-37",
    Severity.ADVICE,
    Both("工作簿在 OneDrive 文件夹里", "The workbook is in a OneDrive folder"),
    Both(
        "{folder} 会自动同步到网上。开着“自动保存”时 Excel 把文件当网址看，按钮可能找不到它；两人同开还会冲突。",
        "{folder} is synchronised. With AutoSave on Excel takes the file for a web address, and buttons may not find it;"
        " two people at once make conflicts.",
    ),
    Both(
        "请把工作簿移到不同步的文件夹（如 {own}），或关掉左上角的“自动保存”。",
        "Move it to a folder that is not synchronised (such as {own}), or switch AutoSave off at the top left.",
    ),
)
READ_ONLY_FOLDER = Kind(
    "DOC-38",
    Severity.TROUBLE,
    Both("工作簿所在文件夹不能写", "The workbook's folder cannot be written to"),
    Both(
        "{folder} 里不能新建文件：备份、汇总和问题清单放不进去。常见于光盘、压缩包里直接打开、没有权限的共享文件夹。",
        "No file can be made in {folder}: backups, summaries and lists have no place. So it is on a disc, inside a zip,"
        " or in a shared folder without rights.",
    ),
    Both(
        "请把工作簿复制到自己的文件夹（如 {own}）再打开。",
        "Copy the workbook to a folder of your own (such as {own}) and open it there.",
    ),
)
KINDS = (
    UNREADABLE,
    NO_MACROS,
    NO_RIBBON,
    NO_CODE_NAMES,
    OTHER_RELEASE,
    OTHER_XLWINGS,
    ONLY_ADDRESS,
    SYNCED,
    READ_ONLY_FOLDER,
)
_ONE_DRIVE = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")
_ACCOUNTS = r"HKCU\Software\Microsoft\OneDrive\Accounts"
_PROVIDERS = r"HKCU\Software\SyncEngines\Providers\OneDrive"


def examine(machine: Machine, book: WorkbookFacts, own: PurePath) -> Iterator[Finding]:
    """Look at one workbook; `own` is a folder that would be a good place for it."""
    if book.path is None:
        yield ONLY_ADDRESS.found(name=book.name, folder=own)
        return
    if book.refusal is not None:
        yield UNREADABLE.found(name=book.name, why=book.refusal)
    else:
        yield from _parts(book)
        yield from _versions(machine, book)
    yield from _place(machine, book.path.parent, own)


def _parts(book: WorkbookFacts) -> Iterator[Finding]:
    """Look for what other programs drop; only houqin's own workbooks have any of it to lose."""
    if book.houqin is None:
        return
    shown = {"name": book.name, "saved_by": book.saved_by or "?"}
    if not book.macros:
        yield NO_MACROS.found(**shown)
        return
    if not book.ribbon:
        yield NO_RIBBON.found(**shown)
    if not book.code_names:
        yield NO_CODE_NAMES.found(**shown)


def _versions(machine: Machine, book: WorkbookFacts) -> Iterator[Finding]:
    package, xlwings = machine.version_of("houqin"), machine.version_of("xlwings")
    if None not in (book.houqin, package) and book.houqin != package:
        yield OTHER_RELEASE.found(book=book.houqin, package=package)
    if None not in (book.xlwings, xlwings) and book.xlwings != xlwings:
        yield OTHER_XLWINGS.found(book=book.xlwings, package=xlwings)


def _place(machine: Machine, folder: PurePath, own: PurePath) -> Iterator[Finding]:
    synced = next((each for each in _synced(machine) if folder.is_relative_to(each)), None)
    if synced is not None:
        yield SYNCED.found(folder=synced, own=own)
    if not machine.files.may_write(folder):
        yield READ_ONLY_FOLDER.found(folder=folder, own=own)


def _synced(machine: Machine) -> Iterator[PurePath]:
    """Yield the folders that OneDrive keeps in step with the web."""
    told = [machine.environment(name) for name in _ONE_DRIVE]
    for key, name in ((_ACCOUNTS, "UserFolder"), (_PROVIDERS, "MountPoint")):
        for account in machine.registry.keys(key):
            value = machine.registry.value(rf"{key}\{account}", name)
            told.append(value if isinstance(value, str) else None)
    return (machine.path(each) for each in told if each)
