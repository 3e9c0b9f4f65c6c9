"""Files that appear whole or not at all."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from houqin.errors import HouqinError


class CannotWriteError(HouqinError):
    """A file or folder cannot be written."""

    def __init__(self, path: Path, why: OSError) -> None:
        reason = why.strerror or type(why).__name__
        super().__init__(
            f"写不了 {path}（{reason}）。请关闭已打开的同名文件，或换一个能写的文件夹。"
            f" / {path} cannot be written ({reason}). Close the file if it is open, or choose another folder."
        )


class WouldReplaceInputError(HouqinError):
    """A file to be written is the very one that was read."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path.name} 就是读进来的文件，不能覆盖。请换一个输出位置。"
            f" / {path.name} is the file that was read and is never replaced; choose another place."
        )


def spare(read: Path, *written: Path) -> None:
    """Make sure that nothing to be written takes the place of what was read.

    Raises:
        WouldReplaceInputError: it would.
    """
    for path in written:
        if path.resolve() == read.resolve():
            raise WouldReplaceInputError(path)


@contextmanager
def replaced(path: Path) -> Iterator[Path]:
    """Give a temporary file beside `path` that takes its place when all went well.

    Raises:
        CannotWriteError: the folder or the file cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".~", suffix=path.suffix, dir=path.parent)
        os.close(handle)
    except OSError as error:
        raise CannotWriteError(path, error) from error
    unfinished = Path(name)
    try:
        yield unfinished
        _to_disk(unfinished)
        unfinished.chmod(0o666 & ~_umask())
        unfinished.replace(path)
    except OSError as error:
        raise CannotWriteError(path, error) from error
    finally:
        unfinished.unlink(missing_ok=True)


def write_text(path: Path, text: str) -> None:
    """Write a text file in UTF-8, whole or not at all."""
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, content: bytes) -> None:
    """Write a file, whole or not at all."""
    with replaced(path) as unfinished:
        unfinished.write_bytes(content)


def _to_disk(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
