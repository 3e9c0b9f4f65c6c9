"""A folder of schools: one row for each, whoever does the work, and nothing read twice."""

import json
import shutil
from collections.abc import Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pytest
from tests.conftest import Run

from houqin.master.demo import write_demo
from houqin.result import Options
from houqin.rollup.district import District, figures_of, roll_up
from houqin.rollup.executors import NoClusterError, executor
from houqin.rollup.kept import Kept
from houqin.rollup.school import SchoolBook, SchoolFigure
from houqin.sections import Light, Unit

DAY = date(2026, 1, 1)
OPTIONS = Options(as_of="2020-06-30")


class Counting(ThreadPoolExecutor):
    """An executor that knows how many jobs it was given."""

    def __init__(self) -> None:
        super().__init__(1)
        self.given = 0

    def submit(self, *arguments: Any, **named: Any) -> Future[Any]:
        self.given += 1
        return super().submit(*arguments, **named)


@pytest.fixture(scope="session")
def schools(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write three schools, one of them twice, a damaged file and an encrypted one."""
    folder = tmp_path_factory.mktemp("schools")
    for seed, name in ((1, "城东/甲校.xlsx"), (2, "城东/乙校.xlsx"), (3, "丙校.xlsx")):
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        write_demo(path, "demo" if seed == 3 else "clean", seed)
    shutil.copy(folder / "丙校.xlsx", folder / "城东" / "丙校（再交）.xlsx")
    (folder / "坏的.xlsx").write_bytes((folder / "丙校.xlsx").read_bytes()[:5000])
    (folder / "加密.xlsx").write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600))
    (folder / "~$丙校.xlsx").write_bytes(b"held open by Excel")
    return folder


def rolled(folder: Path, pool: Executor, kept: Path) -> District:
    return roll_up(folder, OPTIONS, DAY, pool=pool, kept=Kept(kept, OPTIONS, str(DAY)))


@pytest.fixture(scope="session")
def district(schools: Path, tmp_path_factory: pytest.TempPathFactory) -> District:
    with Counting() as pool:
        return rolled(schools, pool, tmp_path_factory.mktemp("kept") / "kept.jsonl")


def test_every_file_is_accounted_for(district: District) -> None:
    assert [book.file for book in district.books] == sorted(
        [
            "丙校.xlsx",
            "加密.xlsx",
            "坏的.xlsx",
            "城东/丙校（再交）.xlsx",
            "城东/乙校.xlsx",
            "城东/甲校.xlsx",
        ]
    )
    assert {book.file for book in district.refused} == {"加密.xlsx", "坏的.xlsx"}
    assert all(" / " in book.refused for book in district.refused)
    assert len(district.schools) == 3


def test_the_same_file_counts_once_and_the_same_school_is_told(district: District) -> None:
    assert [[book.file for book in group] for group in district.same_content()] == [
        ["丙校.xlsx", "城东/丙校（再交）.xlsx"]
    ]
    assert [len(group) for group in district.same_school()] == [3]  # all are the demo's school


def test_clean_terms_have_no_problems_and_the_demo_has(district: District) -> None:
    counts = {book.file: (book.errors, sum(book.rules.values())) for book in district.schools}

    assert counts["城东/甲校.xlsx"] == counts["城东/乙校.xlsx"] == (0, 0)
    assert counts["丙校.xlsx"][0] > 5


def test_figures_are_those_that_duckdb_gets_from_the_exported_rows(
    district: District, schools: Path, houqin: Run, tmp_path: Path
) -> None:
    tables = []
    for number, name in enumerate(("城东/甲校.xlsx", "城东/乙校.xlsx")):
        told = houqin("export", schools / name, "--sheet", "receipts")
        rows = [{**each["values"], "school": number} for each in json.loads(told.stdout)]
        path = tmp_path / f"{number}.json"
        path.write_text(json.dumps(rows), encoding="utf-8")
        tables.append(str(path))
    query = (
        "select sum(coalesce(quantity * unit_price, amount)) from read_json(?)"
        " where coalesce(kind, '采购') in ('采购', '捐赠')"
        " and cast(date as date) between '2020-02-10' and '2020-06-30'"
    )
    expected = duckdb.execute(query, [tables]).fetchone()

    clean = [book for book in district.schools if not book.rules]
    found = next(each for each in figures_of(clean) if each.key == "stock.received_amount")
    assert expected is not None
    assert float(found.total or 0) == pytest.approx(float(expected[0]), abs=0.005)
    assert found.schools == 2


def test_processes_and_one_thread_find_the_same(
    district: District, schools: Path, tmp_path: Path
) -> None:
    with executor(jobs=2) as pool:
        assert rolled(schools, pool, tmp_path / "kept.jsonl") == district


def test_what_has_not_changed_is_not_read_again(
    district: District, schools: Path, tmp_path: Path
) -> None:
    kept = tmp_path / "kept.jsonl"
    with Counting() as pool:
        rolled(schools, pool, kept)
        first = pool.given
        again = rolled(schools, pool, kept)

    assert first == 5  # the double is read once
    assert pool.given == first
    assert again == district


def test_a_run_that_was_stopped_goes_on_where_it_was(
    district: District, schools: Path, tmp_path: Path
) -> None:
    kept = tmp_path / "kept.jsonl"
    with Counting() as pool:
        rolled(schools, pool, kept)
    lines = kept.read_text("utf-8").splitlines()
    kept.write_text("\n".join(lines[:3]) + "\n" + lines[3][:50], encoding="utf-8")

    with Counting() as pool:
        again = rolled(schools, pool, kept)

    assert pool.given == 3
    assert again == district


def test_another_day_asks_for_another_reading(schools: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept.jsonl"
    with Counting() as pool:
        rolled(schools, pool, kept)

    assert Kept(kept, Options(as_of="2020-05-31"), str(DAY)).get(next(iter(_hashes(kept)))) is None


def _hashes(kept: Path) -> Iterator[str]:
    return (json.loads(line)["hash"] for line in kept.read_text("utf-8").splitlines()[1:])


def test_a_dask_cluster_finds_the_same(district: District, schools: Path, tmp_path: Path) -> None:
    from distributed import LocalCluster

    with (
        LocalCluster(  # type: ignore[no-untyped-call]
            n_workers=2, threads_per_worker=1, processes=False, dashboard_address=None
        ) as cluster,
        executor(cluster.scheduler_address) as pool,
    ):
        assert rolled(schools, pool, tmp_path / "kept.jsonl") == district


def test_a_cluster_that_is_not_there_is_one_sentence() -> None:
    with pytest.raises(NoClusterError, match="连不上集群 nowhere"), executor("nowhere"):
        pass


def figure(value: str | None, unit: Unit = Unit.COUNT, light: Light = Light.NONE) -> SchoolFigure:
    return SchoolFigure(
        "a.b", "甲", "A", unit, None if value is None else Decimal(value), None, light
    )


def school(*figures: SchoolFigure) -> SchoolBook:
    return SchoolBook("x.xlsx", "1", figures=figures)


def test_counts_add_up_and_rates_do_not() -> None:
    counts = figures_of([school(figure("3")), school(figure("5")), school(figure(None))])
    rates = figures_of(
        [school(figure("0.5", Unit.RATE, Light.RED)), school(figure("0.9", Unit.RATE, Light.GREEN))]
    )

    assert [(each.total, each.middle, each.schools) for each in counts] == [
        (Decimal(8), Decimal(4), 2)
    ]
    assert [(each.total, each.middle, each.least, each.most) for each in rates] == [
        (None, Decimal("0.7"), Decimal("0.5"), Decimal("0.9"))
    ]
    assert [(each.meeting, each.targeted) for each in rates] == [(1, 2)]


def test_a_figure_that_nobody_shows_is_left_out() -> None:
    assert figures_of([school(figure(None))]) == ()


def test_the_command_writes_the_report(houqin: Run, schools: Path, tmp_path: Path) -> None:
    out = tmp_path / "district.xlsx"

    told = houqin("rollup", schools, "-o", out, "--as-of", "2020-06-30", "--jobs", "1")

    assert told.exit_code == 1
    assert "读了 3 所学校的工作簿；没有读成 2 个；重复 1 个。" in told.stdout
    book = openpyxl.load_workbook(out)
    assert book.sheetnames == ["总览", "学校对照", "问题", "没有读的和重复的"]
    rows = [
        [cell.value for cell in row] for row in book["学校对照"].iter_rows(min_row=4, max_col=5)
    ]
    assert [row[0] for row in rows] == ["青溪学校"] * 3
    assert [row[4] for row in rows].count(0) == 2


def test_a_folder_without_workbooks_is_exit_2(houqin: Run, tmp_path: Path) -> None:
    assert houqin("rollup", tmp_path, "-o", tmp_path / "d.xlsx").exit_code == 2
