"""How many schools a minute `houqin rollup` reads, with one process and with all processors.

Writes so many schools (100 if none are named; each with about 5,000 stock issues), and prints schools
per minute, the speed-up, the peak memory of the largest process, and how long a second run takes,
which reads nothing again.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from large_book import write_book

ROWS = 5_000
ROLLUP = "from houqin.cli import main; main()"


def rolled_up(folder: Path, out: Path, jobs: int) -> float:
    """Return the seconds that a whole run takes."""
    start = time.monotonic()
    arguments = [
        "rollup",
        str(folder),
        "-o",
        str(out),
        "--jobs",
        str(jobs),
        "--as-of",
        "2020-06-30",
    ]
    subprocess.run(
        [sys.executable, "-c", ROLLUP, *arguments], stdout=subprocess.DEVNULL, check=True
    )
    return time.monotonic() - start


def main() -> None:
    """Measure one district."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    processors = os.cpu_count() or 1
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "schools"
        folder.mkdir()
        for school in range(number):
            write_book(folder / f"{school:04}.xlsx", ROWS + school)  # no two alike
        alone = rolled_up(folder, Path(name) / "one.xlsx", 1)
        together = rolled_up(folder, Path(name) / "all.xlsx", processors)
        again = rolled_up(folder, Path(name) / "all.xlsx", processors)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(
        f"{number} schools: {60 * number / alone:.0f} a minute with one process, "
        f"{60 * number / together:.0f} with {processors} ({alone / together:.2f} x), "
        f"peak {peak:.0f} MB; once more, nothing changed: {again:.1f} s"
    )


if __name__ == "__main__":
    main()
