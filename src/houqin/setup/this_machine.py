"""Which machine this is."""

import sys

from houqin.setup.machine import Machine
from houqin.setup.plain import PlainMachine
from houqin.setup.windows import WindowsMachine


def this_machine() -> Machine:
    """Return the machine that houqin runs on."""
    return WindowsMachine() if sys.platform == "win32" else PlainMachine()
