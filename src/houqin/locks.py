"""A lock file that the system lets go of when its owner ends, however it ends."""

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _grab(descriptor: int) -> None:
        # Beyond the text, so that others may read whose lock it is.
        os.lseek(descriptor, 1 << 20, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        os.lseek(descriptor, 0, os.SEEK_SET)
else:
    import fcntl

    def _grab(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


_TAKEN = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
_DIGITS = 20


class TakenError(OSError):
    """Another process holds the lock, or another piece of this one."""


class Lock:
    """A lock file while it is held; it holds the number of the process, for people to read."""

    def __init__(self, path: Path) -> None:
        """Take the lock, also over from a process that is no more.

        Raises:
            TakenError: somebody else has it.
            OSError: there can be no lock file.
        """
        self._path = path
        self._descriptor = self._opened()
        while not self._is_still_there():  # its last owner removed it just now
            os.close(self._descriptor)
            self._descriptor = self._opened()
        os.ftruncate(self._descriptor, 0)
        os.write(self._descriptor, str(os.getpid()).encode())

    def let_go(self) -> None:
        """Remove the lock file."""
        windows = sys.platform == "win32"
        if not windows:
            self._path.unlink(missing_ok=True)
        os.close(self._descriptor)
        if windows:  # where no open file is removed
            with suppress(OSError):
                self._path.unlink()

    def _opened(self) -> int:
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            _grab(descriptor)
        except OSError as error:
            if error.errno in _TAKEN:
                owner = os.read(descriptor, _DIGITS).decode("ascii", "replace")
                os.close(descriptor)
                raise TakenError(error.errno, owner) from None
            # A disk that knows no locks: whoever writes last has written whole.
        return descriptor

    def _is_still_there(self) -> bool:
        try:
            return os.path.samestat(os.fstat(self._descriptor), self._path.stat())
        except FileNotFoundError:
            return False
