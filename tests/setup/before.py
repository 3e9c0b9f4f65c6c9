"""The school's machine before houqin was set up on it, and where things will be."""

from pathlib import PureWindowsPath as Windows

from tests.setup.recorded import RecordedMachine, healthy

from houqin.setup import trust
from houqin.setup.install import Choices, carry_out, plan

HOME = Windows(r"C:\Users\王老师")
CONF = HOME / ".xlwings" / "xlwings.conf"
BOOK = HOME / "后勤" / "houqin.xlsm"
ON_DESKTOP = HOME / "Desktop" / "后勤台账.lnk"
SENT = HOME / "AppData/Roaming/Microsoft/Windows/SendTo/后勤校验.lnk"
RECORD = HOME / "AppData/Local/houqin/install.json"
CHOICES = Choices(b"master", "0.2.0", trust=True)


def fresh() -> RecordedMachine:
    """Return a machine on which houqin's packages are, and nothing has been set up."""
    machine = healthy()
    del machine.files.contents[CONF]
    del machine.files.contents[BOOK]
    machine.files.folders.discard(HOME / "后勤")
    machine.registry.delete_key(rf"{trust.LOCATIONS}\Location10")
    return machine


def bare() -> RecordedMachine:
    """Return a machine that has neither a trace of houqin nor trusted folders yet."""
    machine = fresh()
    for path in list(machine.files.contents):
        if HOME / "AppData/Local/houqin" in path.parents:
            del machine.files.contents[path]
    machine.files.folders.discard(HOME / "AppData/Local/houqin")
    machine.files.folders.add(HOME / "AppData/Local")
    machine.registry.delete_key(rf"{trust.LOCATIONS}\Location0")
    return machine


def set_up(machine: RecordedMachine, choices: Choices = CHOICES) -> None:
    """Install with these choices."""
    carry_out(machine, plan(machine, choices))
