"""The commands that write, as whole processes, and what must stand on the disk whatever becomes of them."""

import email
import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from email.policy import default
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile

import openpyxl

TERM = ("--start", "2020-09-01", "--end", "2021-01-20", "--name", "下学期")
READ, OUT = "读", "写 出"

# Runs houqin where no file may grow beyond some bytes, as on a disk that is full.
ON_A_FULL_DISK = """
import resource, runpy, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]),) * 2)
sys.argv[:2] = ["houqin"]
runpy.run_module("houqin", run_name="__main__")
"""


class Command(NamedTuple):
    """A command in a folder that has what it reads below READ; it writes below OUT."""

    arguments: tuple[str, ...]
    writes: str  # the file that stands there when all is done

    def start(self, folder: Path, *before: str) -> subprocess.Popen[str]:
        """Start it as a process of its own session."""
        return subprocess.Popen(
            [sys.executable, *(before or ("-m", "houqin")), *self.arguments],
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            start_new_session=True,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )

    def ended(self, folder: Path, *before: str) -> tuple[int, str]:
        """Run it to its end; return its exit code and what it said on stderr."""
        process = self.start(folder, *before)
        _, err = process.communicate(timeout=120)
        return process.returncode, err


COMMANDS = {
    "run": Command(("run", f"{READ}/demo.xlsx", "-o", OUT), f"{OUT}/result.json"),
    "check": Command(("check", f"{READ}/demo.xlsx", "-o", f"{OUT}/标注.xlsx"), f"{OUT}/标注.xlsx"),
    "mail": Command(("mail", f"{READ}/clean.xlsx", "--draft", f"{OUT}/信.eml"), f"{OUT}/信.eml"),
    "new-term": Command(
        ("new-term", f"{READ}/clean.xlsx", "-o", f"{OUT}/新.xlsm", *TERM), f"{OUT}/新.xlsm"
    ),
    "import": Command(
        ("import", f"{READ}/demo.xlsx", f"{READ}/clean.xlsx", "-o", f"{OUT}/合并.xlsx"),
        f"{OUT}/合并.xlsx",
    ),
    "rollup": Command(
        ("rollup", READ, "-o", f"{OUT}/全区.xlsx", "--jobs", "1"), f"{OUT}/全区.xlsx"
    ),
}


def prepared(folder: Path, demo: Path, clean: Path) -> Mapping[str, str]:
    """Lay out what the commands read; return its hashes."""
    (folder / READ).mkdir()
    (folder / OUT).mkdir()
    shutil.copy(demo, folder / READ / "demo.xlsx")
    shutil.copy(clean, folder / READ / "clean.xlsx")
    return hashes(folder / READ)


def hashes(folder: Path) -> Mapping[str, str]:
    """Return the hash of each file of a folder."""
    return {each.name: hashlib.sha256(each.read_bytes()).hexdigest() for each in folder.iterdir()}


def litter(folder: Path) -> list[str]:
    """Return the unfinished files and locks that lie in a folder."""
    return [each.name for each in folder.rglob(".*")]


def finished(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder that bear their final names."""
    yield from (each for each in folder.iterdir() if not each.name.startswith("."))


def torn(folder: Path) -> list[str]:
    """Return the names of the files that are there but not whole."""
    return [each.name for each in finished(folder) if not _is_whole(each)]


def _is_whole(path: Path) -> bool:
    try:
        _WHOLE[path.suffix](path.read_bytes())
    except Exception:  # noqa: BLE001 - whatever a reader says of a torn file
        return False
    return True


def _open_zip(content: bytes) -> None:
    with ZipFile(BytesIO(content)) as file:
        if file.testzip() is not None:
            raise ValueError(file)


def _open_workbook(content: bytes) -> None:
    _open_zip(content)
    openpyxl.load_workbook(BytesIO(content), read_only=True).close()


def _open_mail(content: bytes) -> None:
    message = email.message_from_bytes(content, policy=default)
    for attached in message.iter_attachments():
        _open_workbook(attached.get_content())
    if message.defects or not list(message.iter_attachments()):
        raise ValueError(message.defects)


def _open_lines(content: bytes) -> None:
    """Read the lines that rollup keeps; it appends them, and reads over one that was cut off."""
    for line in content.decode("utf-8", "ignore").splitlines()[1:-1]:
        json.loads(line)


_WHOLE: Mapping[str, Callable[[bytes], object]] = {
    ".xlsx": _open_workbook,
    ".xlsm": _open_workbook,
    ".docx": _open_zip,
    ".eml": _open_mail,
    ".json": json.loads,
    ".jsonl": _open_lines,
}
