"""Where things are on the user's machine."""

import re
from pathlib import PurePath

from houqin.setup.machine import Machine, NotDoneError, System

SHELL_FOLDERS = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Explorer\User Shell Folders"
_VARIABLE = re.compile("%([^%]+)%")


def home(machine: Machine) -> PurePath:
    """Return the user's own folder."""
    windows = machine.system is System.WINDOWS
    return _from_environment(machine, "USERPROFILE" if windows else "HOME")


def own_folder(machine: Machine) -> PurePath:
    """Return the folder in which houqin remembers what it changed."""
    return _from_environment(machine, "LOCALAPPDATA") / "houqin"


def desktop(machine: Machine) -> PurePath:
    """Return the desktop, which may have been moved, for example into OneDrive."""
    return _shell_folder(machine, "Desktop") or home(machine) / "Desktop"


def send_to(machine: Machine) -> PurePath:
    """Return the folder behind the menu "Send to"."""
    usual = ("Microsoft", "Windows", "SendTo")
    return _shell_folder(machine, "SendTo") or _from_environment(machine, "APPDATA").joinpath(
        *usual
    )


def expanded(machine: Machine, text: str) -> str:
    """Replace the environment variables in a text, as Windows does; unknown ones stay."""
    return _VARIABLE.sub(lambda found: machine.environment(found[1]) or found[0], text)


def _shell_folder(machine: Machine, name: str) -> PurePath | None:
    value = machine.registry.value(SHELL_FOLDERS, name)
    return machine.path(expanded(machine, value)) if isinstance(value, str) and value else None


def _from_environment(machine: Machine, name: str) -> PurePath:
    value = machine.environment(name)
    if not value:
        raise NotDoneError(
            f"这台电脑没有环境变量 {name}，找不到您的文件夹。请注销后重新登录再试。",
            f"The environment variable {name} is not set. Sign out, sign in and try again.",
        )
    return machine.path(value)
