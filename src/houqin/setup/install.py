"""Setting houqin up for one user: what will be done, and doing it; no administrator is needed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from houqin.files import CannotWriteError
from houqin.problems import Both
from houqin.setup import configuration, record, trust
from houqin.setup.changes import Change, FilePut, FolderMade, ShortcutPut, sha256_of
from houqin.setup.folders import desktop, home, send_to
from houqin.setup.machine import Machine, NotDoneError, Shortcut, System
from houqin.setup.settings_changes import LinesSet, LocationAdded

FOLDER, PLAIN_FOLDER = "后勤", "houqin"
MASTER = "houqin.xlsm"
ON_DESKTOP = "后勤台账.lnk"
IN_SEND_TO = "后勤校验.lnk"
RUN_SENT = "-P -m houqin.setup.sent"  # -P: nothing that lies beside the workbooks is imported


@dataclass(frozen=True, slots=True)
class Choices:
    """What the user decides."""

    master: bytes
    version: str
    folder: str = ""  # where the master goes; else a folder of its own
    trust: bool = False
    desktop: bool = True
    send_to: bool = True


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that will be done, or that will be left alone and is told."""

    what: Both
    change: Change | None = None


def plan(machine: Machine, choices: Choices) -> tuple[Step, ...]:
    """Return what will be done on this machine; nothing has been done yet.

    Raises:
        NotDoneError: houqin cannot be set up here, or not with this Python.
    """
    _possible(machine)
    known = record.read(machine) or record.Record()
    folder = folder_for(machine, choices.folder)
    steps = [*_configuration(machine, known), *_folders(machine, folder)]
    steps += _master(machine, known, choices, folder)
    if choices.trust:
        steps += _trust(machine, known, folder)
    if choices.desktop:
        shortcut = Shortcut(folder / MASTER, "", folder, "后勤台账")
        steps += _shortcut(machine, known, desktop(machine) / ON_DESKTOP, shortcut)
    if choices.send_to:
        python = configuration.with_console(machine.python.executable)
        shortcut = Shortcut(python, RUN_SENT, python.parent, "用后勤校验选中的工作簿")
        steps += _shortcut(machine, known, send_to(machine) / IN_SEND_TO, shortcut)
    return tuple(steps)


def carry_out(machine: Machine, steps: Sequence[Step]) -> None:
    """Do what was planned, each change remembered as soon as it is made.

    Raises:
        NotDoneError: something could not be written; what was done before it is remembered.
    """
    changes = [step.change for step in steps if step.change is not None]
    known = record.read(machine) or record.Record()
    target = str(record.path_of(machine))
    try:
        if changes:
            known = record.keep(machine, known)  # a record that cannot be written stops all else
        for change in changes:
            target = change.target
            known = record.keep(machine, known.having(change.carried_out(machine)))
    except (OSError, CannotWriteError) as error:
        raise _stopped(target) from error


def folder_for(machine: Machine, wished: str = "") -> PurePath:
    """Return where the master goes: outside what OneDrive takes away, and readable to macros."""
    if wished:
        return machine.path(wished)
    folder = home(machine) / FOLDER
    odd = configuration.unreadable_in(machine, folder)
    return home(machine) / PLAIN_FOLDER if odd else folder


def _possible(machine: Machine) -> None:
    if machine.system is not System.WINDOWS:
        raise NotDoneError(
            "安装只在 Windows 上有用：按钮要在 Windows 的 Excel 里运行；这里可以直接用命令行，如 houqin run。",
            "Only Windows needs setting up, for the buttons run in its Excel; here use the commands, such as houqin run.",
        )
    if machine.python.from_store:
        raise NotDoneError(
            "这个 Python 来自微软商店，它写的设置 Excel 看不到。请从 python.org 下载安装 64 位 Python，再重新安装后勤。",
            "This Python is from the Microsoft Store and Excel cannot see the settings it writes."
            " Install 64-bit Python from python.org, then houqin again.",
        )


def _configuration(machine: Machine, known: record.Record) -> Iterator[Step]:
    """Tell Excel's macros where Python is, over what the user had before houqin came."""
    path = configuration.path_of(machine)
    lines = configuration.written(configuration.settings_for(machine), machine.code_page)
    present = machine.files.read(path)
    before = known.of(LinesSet, path)
    former = present
    if before is not None and present is not None:
        former = before.before(present)
    change = LinesSet.over(str(path), lines, former)
    if present == change.content():
        return
    yield from _folders(machine, path.parent)
    yield Step(
        Both(
            f"告诉 Excel 的宏 Python 在哪里（{path}）",
            f"tell Excel's macros where Python is ({path})",
        ),
        change,
    )


def _folders(machine: Machine, folder: PurePath) -> Iterator[Step]:
    """Make a folder and those above it that are missing."""
    missing = [each for each in (folder, *folder.parents) if not machine.files.is_folder(each)]
    for each in reversed(missing):
        yield Step(Both(f"新建文件夹 {each}", f"make the folder {each}"), FolderMade(str(each)))


def _master(
    machine: Machine, known: record.Record, choices: Choices, folder: PurePath
) -> Iterator[Step]:
    """Put the master into its folder; a workbook that is there is the user's own and stays.

    Raises:
        NotDoneError: no name is free beside it.
    """
    for name in _names(choices.version):
        path = folder / name
        present = machine.files.read(path)
        if present is None:
            change = FilePut(str(path), content=choices.master)
            yield Step(_about_master(path), change)
            return
        if present == choices.master or _was_put(known, path, choices.master):
            return
    raise NotDoneError(
        f"{folder} 里同名的工作簿太多，请换一个文件夹。",
        f"There are too many workbooks of one name in {folder}; choose another folder.",
    )


def _was_put(known: record.Record, path: PurePath, content: bytes) -> bool:
    """Tell whether a workbook began as this very master, whatever has been typed into it since."""
    before = known.of(FilePut, path)
    return before is not None and before.sha256 == sha256_of(content)


def _names(version: str) -> Iterator[str]:
    yield MASTER
    yield f"houqin-{version}.xlsm"
    yield from (f"houqin-{version} ({number}).xlsm" for number in range(2, 100))


def _about_master(path: PurePath) -> Both:
    if path.name == MASTER:
        return Both(f"放一份空白工作簿 {path}", f"put a blank workbook at {path}")
    return Both(
        f"您的工作簿 {path.with_name(MASTER)} 不动；新版空白工作簿放在旁边：{path.name}",
        f"your workbook {path.with_name(MASTER)} stays as it is; the new blank one is put beside it: {path.name}",
    )


def _trust(machine: Machine, known: record.Record, folder: PurePath) -> Iterator[Step]:
    if trust.is_forbidden(machine) or folder.drive.startswith("\\\\"):
        yield Step(
            Both(
                f"这台电脑的 Excel 不许再信任文件夹，或 {folder} 在网络上：没有设；打开工作簿时请点“启用内容”",
                f"Excel may trust no further folders here, or {folder} is on a network: not set;"
                " click Enable Content when the workbook opens",
            )
        )
        return
    if trust.is_covered(machine, folder):
        return
    what = Both(
        f"让 Excel 信任文件夹 {folder}（宏不再被拦；重开 Excel 后生效）",
        f"let Excel trust the folder {folder} (macros run there; restart Excel)",
    )
    before = known.of(LocationAdded, folder)
    made = before.made if before is not None else ()
    yield Step(what, LocationAdded(str(folder), trust.free_key(machine), made))


def _shortcut(
    machine: Machine, known: record.Record, path: PurePath, shortcut: Shortcut
) -> Iterator[Step]:
    """Make a shortcut, or renew houqin's own; one of the user's stays."""
    before = known.of(ShortcutPut, path)
    change = ShortcutPut(
        str(path),
        str(shortcut.target),
        shortcut.arguments,
        str(shortcut.folder),
        shortcut.description,
    )
    if machine.files.is_file(path):
        if before is not None and change.is_there(machine):
            return
        if before is None or not before.is_there(machine):
            yield Step(Both(f"已有 {path}，不动", f"{path} is there already and left alone"))
            return
    yield from _folders(machine, path.parent)
    yield Step(Both(f"建快捷方式 {path}", f"make the shortcut {path}"), change)


def _stopped(target: str) -> NotDoneError:
    return NotDoneError(
        f"写不了 {target}，安装停在这里。请关闭 Excel 和打开的文件再装一次；前面做过的可以用 houqin uninstall 撤回。",
        f"{target} cannot be written, so setting up stopped. Close Excel and open files and install again;"
        " houqin uninstall takes back what was done.",
    )
