"""How long `houqin check` takes on a large ledger, beside a process that only reads the file.

Prints one line for each size: processor seconds and peak memory of both as whole processes, and
their ratio; the two take turns, so that a busy machine slows both.
"""

import os
import statistics
import subprocess
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path
from random import Random

import xlsxwriter

HEADINGS = (
    "单据编号",
    "日期",
    "校区",
    "物品编号",
    "物品名称",
    "单位",
    "数量",
    "领用人",
    "领用部门",
    "用途",
)
FLOOR = "import sys, python_calamine as c; b = c.load_workbook(sys.argv[1]); [b.get_sheet_by_name(n).to_python() for n in b.sheet_names]"
CHECK = "from houqin.cli import main; main()"
ROUNDS = 3
CARELESS = 0.01  # the share of quantities


def write_book(path: Path, rows: int) -> None:
    """Write a workbook with so many stock issues, one in a hundred carelessly written."""
    random = Random(rows)  # noqa: S311 - test data
    book = xlsxwriter.Workbook(str(path))
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    items = book.add_worksheet("物品目录")
    items.write_row(0, 0, ("物品编号", "物品名称", "单位"))
    for number in range(2000):
        items.write_row(number + 1, 0, (f"WP-{number:04}", f"物品{number:04}", "个"))
    stock = book.add_worksheet("入库")
    stock.write_row(
        0,
        0,
        ("单据编号", "日期", "校区", "物品编号", "物品名称", "单位", "数量", "验收人", "保管员"),
    )
    for number in range(2000):
        stock.write_row(
            number + 1,
            0,
            (
                f"RK-{number:04}",
                "",
                "本部",
                f"WP-{number:04}",
                f"物品{number:04}",
                "个",
                rows,
                "王思齐",
                "李佳宁",
            ),
        )
        stock.write_datetime(number + 1, 1, date(2020, 1, 1), day)
    issues = book.add_worksheet("领用")
    issues.write_row(0, 0, HEADINGS)
    for row in range(1, rows + 1):
        number = random.randrange(2000)
        quantity: object = random.randint(1, 9)
        if random.random() < CARELESS:
            quantity = random.choice((f"{quantity}个", "１２", "约30", "", -1))
        issues.write_row(
            row,
            0,
            (
                f"LY-{row:06}",
                "",
                "本部",
                f"WP-{number:04}",
                f"物品{number:04}",
                "个",
                quantity,
                "张明远",
                "总务处",
                "日常",
            ),
        )
        issues.write_datetime(row, 1, date(2020, 2, 1) + timedelta(days=row * 140 // rows), day)
    book.close()


def measured(code: str, *arguments: str) -> tuple[float, float]:
    """Return the processor seconds and the peak memory in MB of a whole process."""
    process = subprocess.Popen([sys.executable, "-c", code, *arguments], stdout=subprocess.DEVNULL)
    _, _, used = os.wait4(process.pid, 0)
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def main() -> None:
    """Measure some sizes."""
    sizes = [int(each) for each in sys.argv[1:]] or [10_000, 100_000]
    for rows in sizes:
        with tempfile.TemporaryDirectory() as folder:
            book = Path(folder) / "large.xlsx"
            write_book(book, rows)
            floor, ours, memory = [], [], []
            for _ in range(ROUNDS):
                floor.append(measured(FLOOR, str(book))[0])
                seconds, peak = measured(
                    CHECK, "check", str(book), "--as-of", "2020-06-30", "--format", "json"
                )
                ours.append(seconds)
                memory.append(peak)
        ratio = statistics.median(a / b for a, b in zip(ours, floor, strict=True))
        print(
            f"{rows:>8,} rows: calamine alone {statistics.median(floor):.2f} s, houqin check "
            f"{statistics.median(ours):.2f} s ({ratio:.2f} x), peak {max(memory):.0f} MB"
        )


if __name__ == "__main__":
    main()
