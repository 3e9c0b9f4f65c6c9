"""Has a sheet read by a process of its own, within limits of time and memory."""

import os
import pickle
import signal
import subprocess
import sys
from io import BytesIO
from typing import NamedTuple

from houqin.errors import Refused
from houqin.hosts.worker import Corner, Done, Order, Row

_COMMAND = "from houqin.hosts.worker import main; main()"
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)
_BROKEN = tuple(-getattr(signal, name, 0) for name in ("SIGSEGV", "SIGILL", "SIGBUS"))


class Cells(NamedTuple):
    """The cells of a sheet, and where the first of them stands."""

    corner: Corner
    rows: list[Row]


def read_apart(order: Order, seconds: float) -> Cells:
    """Return the cells of a sheet.

    Raises:
        Refused: they cannot be read, or not within the limits.
    """
    try:
        # -P: a module that lies beside the workbook must not be imported.
        done = subprocess.run(  # noqa: S603 - our own interpreter and a constant
            [sys.executable, "-P", "-c", _COMMAND],
            input=pickle.dumps(order),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=max(seconds, 0.0),
            env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            creationflags=_NO_WINDOW,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise Refused("timeout", order.sheet) from error
    try:
        return _collected(done.stdout)
    except Refused as refused:
        raise Refused(refused.code, order.sheet) from None
    except (EOFError, pickle.UnpicklingError) as error:  # it was killed, or it aborted
        code = "unreadable" if done.returncode in _BROKEN else "memory"
        raise Refused(code, order.sheet) from error


def _collected(frames: bytes) -> Cells:
    stream = BytesIO(frames)
    cells = Cells(Corner(), [])
    while True:
        match pickle.load(stream):  # noqa: S301  # nosec B301 - written by our own worker
            case Done(None):
                return cells
            case Done(str(code)):
                raise Refused(code)
            case Corner() as corner:  # of the next reader, after one that failed
                cells = Cells(corner, [])
            case rows:
                cells.rows.extend(rows)
