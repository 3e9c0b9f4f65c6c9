"""Hostile and broken workbooks, each of which must end in rows or in one sentence.

`python -m tests.trust.attacks` tries all of them, and prints how each kind ended.
"""

import json
import os
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryDirectory, TemporaryFile
from typing import NamedTuple

from tests.trust import cells, damage, parts
from tests.trust.making import Attack

from houqin.errors import WORDS

SECONDS = 20.0  # of processor time, which other work on the machine does not lengthen
MEMORY = 1 << 20  # kilobytes, resident
PATIENCE = 120  # seconds until a process counts as hanging
SAMPLE = 25  # one of so many is tried at every change
DAMAGED = {"bad_zip", "unreadable"}
RIGHTLY = {
    # openpyxl gives the second another name, calamine reads the first twice
    "two sheets of one name",
}


class Ending(NamedTuple):
    """How a whole process of `houqin check` ended."""

    exit: int
    told: str  # the code of the refusal, or "rows"
    sentences: int  # lines on stderr
    seconds: float
    kilobytes: int
    stderr: str

    def faults(self) -> list[str]:
        """Return what must never be."""
        wrong = {
            "an exit code of its own": self.exit not in (0, 1, 2),
            "a traceback": "Traceback" in self.stderr,
            "broke": "houqin broke" in self.stderr or self.told in ("", "fault"),
            "neither rows nor one sentence": self.sentences != (self.told != "rows"),
            "too slow": self.seconds > SECONDS,
            "too large": self.kilobytes > MEMORY,
        }
        return [name for name, is_so in wrong.items() if is_so]


def attacks() -> Mapping[str, Attack]:
    """Return all attacks by their names."""
    every = (*cells.attacks(), *parts.attacks(), *damage.attacks())
    named = {each.name: each for each in every}
    if len(named) != len(every):
        raise ValueError([name for name, n in Counter(a.name for a in every).items() if n > 1])
    return named


def sample() -> tuple[str, ...]:
    """Return the names of those that are tried at every change."""
    return tuple(name for name, each in attacks().items() if not each.large)[::SAMPLE]


# What the system tells of a process includes what its parent held when it was started: it asks itself.
MEASURED = """
import atexit, re, resource, sys
from pathlib import Path

place = Path(sys.argv.pop())

def tell():
    own = re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())
    below = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    place.write_text(str(max(int(own[1]), below)))

atexit.register(tell)
from houqin.cli import main
main()
"""


def check(path: Path) -> Ending:
    """Run `houqin check` on a file as a process of its own, and measure it and those it starts."""
    with TemporaryFile() as out, TemporaryFile() as err, NamedTemporaryFile("r") as most:
        process = subprocess.Popen(
            [sys.executable, "-c", MEASURED, "check", path, "--format", "json", most.name],
            stdout=out,
            stderr=err,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )
        limit = threading.Timer(PATIENCE, process.kill)
        limit.start()
        _, status, used = os.wait4(process.pid, 0)
        limit.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        stderr = err.read().decode(errors="replace")
        return Ending(
            exit=process.returncode,
            told=_told(out.read()),
            sentences=sum(bool(line.strip()) for line in stderr.splitlines()),
            seconds=used.ru_utime + used.ru_stime,
            kilobytes=int(most.read() or 0),
            stderr=stderr[:600],
        )


def _told(out: bytes) -> str:
    """Return what the JSON tells: a refusal, rows where at most some sheets are refused, or a fault."""
    try:
        found = json.loads(out)
    except ValueError:
        return ""
    if "refused" in found:
        return str(found["refused"]["code"])
    return "rows" if {each["code"] for each in found["faults"]} <= WORDS.keys() else "fault"


def both_open(path: Path) -> bool:
    """Tell whether openpyxl and calamine both read every sheet of a file, in a process of their own."""
    ended = subprocess.run(
        [sys.executable, "-c", BOTH, path], capture_output=True, check=False, timeout=PATIENCE
    )
    return ended.returncode == 0


BOTH = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))
resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
import openpyxl, python_calamine
book = openpyxl.load_workbook(sys.argv[1], data_only=True)
for sheet in book.worksheets:
    for row in sheet.iter_rows(values_only=True):
        pass
if not book.worksheets:
    raise SystemExit(1)
other = python_calamine.CalamineWorkbook.from_path(sys.argv[1])
for sheet in other.sheet_names:
    other.get_sheet_by_name(sheet).to_python()
"""


def tried(attack: Attack, folder: Path) -> tuple[Ending, list[str]]:
    """Write an attack, try it, and return how it ended and what is wrong with that."""
    path = folder / "台账.xlsx"
    attack.write(path)
    ending = check(path)
    faults = ending.faults()
    if ending.told in DAMAGED and attack.name not in RIGHTLY and both_open(path):
        faults.append("refused as damaged, though both readers open it")
    return ending, faults


def _all_tried(names: list[str]) -> Iterator[tuple[str, Ending, list[str]]]:
    every = attacks()
    for name in (each for each in every if not names or each.startswith(tuple(names))):
        with TemporaryDirectory() as folder:
            yield name, *tried(every[name], Path(folder))


def main() -> int:
    """Try all, or those whose names begin so, and print what they came to."""
    told, slowest, largest, broken = Counter[str](), 0.0, 0, 0
    for name, ending, faults in _all_tried(sys.argv[1:]):
        told[ending.told] += 1
        slowest, largest = max(slowest, ending.seconds), max(largest, ending.kilobytes)
        if faults:
            broken += 1
            sys.stdout.write(f"{name}: {', '.join(faults)} {ending}\n")
            sys.stdout.flush()
    sys.stdout.write(
        f"{told.total()} files, {broken} not as they must; slowest {slowest:.1f} s, "
        f"largest process {largest >> 10} MB\n{dict(told.most_common())}\n"
    )
    return bool(broken)


if __name__ == "__main__":
    raise SystemExit(main())
