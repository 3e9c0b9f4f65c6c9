"""Files that appear whole or not at all."""

import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from houqin.errors import HouqinError
from houqin.locks import Lock, TakenError


class CannotWriteError(HouqinError):
    """A file or folder cannot be written."""

    def __init__(self, path: Path, why: OSError) -> None:
        reason = why.strerror or type(why).__name__
        super().__init__(
            f"写不了 {path}（{reason}）。请关闭已打开的同名文件，或换一个能写的文件夹。"
            f" / {path} cannot be written ({reason}). Close the file if it is open, or choose another folder."
        )


class BeingWrittenError(HouqinError):
    """Another houqin writes the same file or folder at this moment."""

    def __init__(self, path: Path, owner: str) -> None:
        super().__init__(
            f"另一个 houqin（进程 {owner}）正在写 {path}，这次什么都没有写。请等它完成后再试。"
            f" / Another houqin (process {owner}) is writing {path}, and nothing was written;"
            " wait until it is done and try again."
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
def written_alone(folder: Path, name: str = "") -> Iterator[str]:
    """Keep every other houqin from writing a file, or the set of files of a folder, meanwhile.

    Gives the beginning of the names that unfinished files have.

    Raises:
        BeingWrittenError: another one is writing it.
        CannotWriteError: the folder cannot be written.
    """
    mark = f".~{hashlib.sha256(os.path.normcase(name).encode()).hexdigest()[:12]}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = Lock(folder / f"{mark}.lock")
    except TakenError as taken:
        raise BeingWrittenError(folder / name, str(taken.strerror)) from None
    except OSError as error:
        raise CannotWriteError(folder / name, error) from error
    try:
        yield f"{mark}-"
    finally:
        lock.let_go()


@contextmanager
def replaced(path: Path) -> Iterator[Path]:
    """Give a temporary file beside `path` that takes its place when all went well.

    What an earlier run that was killed left of the same file is removed.

    Raises:
        BeingWrittenError: another houqin is writing it.
        CannotWriteError: the folder or the file cannot be written.
    """
    with written_alone(path.parent, path.name) as prefix:
        _remove_leftovers(path.parent, prefix)
        unfinished = _new_file(path, prefix)
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


def _new_file(path: Path, prefix: str) -> Path:
    try:
        handle, name = tempfile.mkstemp(prefix=prefix, suffix=path.suffix, dir=path.parent)
    except OSError as error:
        raise CannotWriteError(path, error) from error
    os.close(handle)
    return Path(name)


def _remove_leftovers(folder: Path, prefix: str) -> None:
    for each in folder.glob(f"{prefix}*"):
        with suppress(OSError):
            each.unlink()


def _to_disk(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
