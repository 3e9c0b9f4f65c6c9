"""How soon houqin starts: its imports and a check of the clean demo term, beside what it stands on.

Prints processor seconds of whole processes (medians) and two ratios; all take turns, so that a busy
machine slows all. Compiled modules are kept, as in an installed houqin.
"""

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROUNDS = 15
LIBRARIES = "import pydantic, python_calamine, typer"
EXCEL = "import xlwings"
ADDIN = "import houqin.addin"
CALAMINE = "import sys, python_calamine as c; b = c.load_workbook(sys.argv[1]); [b.get_sheet_by_name(n).to_python() for n in b.sheet_names]"
CHECK = "from houqin.cli import main; main()"


def seconds(code: str, environment: dict[str, str], *arguments: str) -> float:
    """Return the processor seconds of a whole process."""
    command = [sys.executable, "-c", code, *arguments]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=environment)
    _, status, used = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) == 2:  # noqa: PLR2004 - refused or broken
        raise SystemExit(f"{code} broke")
    return used.ru_utime + used.ru_stime


def environment_of(folder: Path) -> dict[str, str]:
    """Return an environment in which compiled modules are kept, in a folder of their own."""
    kept = {name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": str(folder)}


def main() -> None:
    """Measure some rounds."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        environment = environment_of(folder / "compiled")
        seconds(CHECK, environment, "demo", str(folder / "demo"), "--form", "clean")
        book = str(folder / "demo" / "houqin-demo.xlsx")
        runs = {
            LIBRARIES: (),
            "python -m houqin check": ("check", book),
            EXCEL: (),
            ADDIN: (),
            "calamine alone": (book,),
        }
        codes = {"python -m houqin check": CHECK, "calamine alone": CALAMINE}
        found: dict[str, list[float]] = {told: [] for told in runs}
        for number in range(ROUNDS + 1):
            for told, arguments in runs.items():
                used = seconds(codes.get(told, told), environment, *arguments)
                if number:  # the first round compiles
                    found[told].append(used)
    for told, each in found.items():
        print(f"{told}: {statistics.median(each):.3f} s")
    for ours, floor in (("python -m houqin check", LIBRARIES), (ADDIN, EXCEL)):
        ratio = statistics.median(a / b for a, b in zip(found[ours], found[floor], strict=True))
        print(f"{ours} / {floor}: {ratio:.2f} x")


if __name__ == "__main__":
    main()
