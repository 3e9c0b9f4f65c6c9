"""`houqin new-term`: the next term's workbook, its proof, and when it is refused."""

import json
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import duckdb
import openpyxl
import pytest
from tests.conftest import Run

from houqin.master.demo import write_demo
from houqin.new_term import making
from houqin.new_term.next_rows import next_rows

TERM = ("--start", "2020-09-01", "--end", "2021-01-20", "--name", "2020-2021学年第一学期")
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def next_book(houqin: Run, clean_book: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("next") / "新学期.xlsm"
    result = houqin("new-term", clean_book, "-o", path, *TERM)
    assert result.exit_code == 0, result.output
    return path


def rows_of(houqin: Run, book: Path, sheet: str) -> list[dict[str, Any]]:
    told = houqin("export", book, "--sheet", sheet, "--as-of", "2020-06-30")
    return [row["values"] for row in json.loads(told.stdout)]


@pytest.fixture(scope="module")
def base(
    houqin: Run,
    next_book: Path,
    exported: dict[str, list[dict[str, Any]]],
    tmp_path_factory: pytest.TempPathFactory,
) -> duckdb.DuckDBPyConnection:
    """The stock of both books in a database that was not written here."""
    found, folder = duckdb.connect(), tmp_path_factory.mktemp("rows")
    tables = {key: [row["values"] for row in exported[key]] for key in ("receipts", "stock_issues")}
    tables["opening"] = rows_of(houqin, next_book, "receipts")
    for name, rows in tables.items():
        path = folder / f"{name}.json"
        path.write_text(json.dumps(rows, ensure_ascii=False), "utf-8")
        found.execute(f"create table {name} as select * from read_json_auto('{path}')")
    return found


MOVES = (
    "(select item, campus, quantity from receipts"
    " union all select item, campus, -quantity from stock_issues)"
)
CLOSING = (
    f"select item, campus, sum(quantity) q from {MOVES} group by all having sum(quantity) <> 0"
)


def test_the_opening_balances_are_the_closing_ones(base: duckdb.DuckDBPyConnection) -> None:
    closing = base.execute(f"{CLOSING} order by all").fetchall()
    opening = base.execute(
        "select item, campus, sum(quantity) from opening group by all order by all"
    ).fetchall()

    assert len(closing) > 60
    assert opening == closing


def test_the_opening_stock_is_worth_what_the_closing_stock_was_to_the_cent(
    base: duckdb.DuckDBPyConnection,
) -> None:
    closing = base.execute(
        f"""
        with cost as (
          select item, campus, sum(round(cast(quantity * unit_price as decimal(18, 4)), 2)) amount,
                 sum(quantity) quantity
          from receipts where unit_price is not null group by all)
        select item, campus, round(cast(c.q * amount / cost.quantity as decimal(18, 6)), 2)
        from ({CLOSING}) c join cost using (item, campus) order by all
        """
    ).fetchall()
    opening = base.execute(
        "select item, campus, round(cast(sum(amount) as decimal(18, 4)), 2) from opening"
        " where amount is not null group by all order by all"
    ).fetchall()

    assert len(closing) > 60
    assert [(i, c, float(v)) for i, c, v in opening] == [(i, c, float(v)) for i, c, v in closing]


def test_a_clean_term_gives_a_clean_next_one(houqin: Run, next_book: Path) -> None:
    told = houqin("check", next_book, "--as-of", "2020-06-30", "--format", "json")

    assert json.loads(told.stdout)["problems"] == []


@pytest.mark.parametrize("seed", [1, 7])
def test_other_clean_terms_give_clean_next_ones_too(houqin: Run, tmp_path: Path, seed: int) -> None:
    write_demo(tmp_path / "旧.xlsx", "clean", seed)

    made = houqin("new-term", tmp_path / "旧.xlsx", "-o", tmp_path / "n.xlsm", *TERM)

    told = houqin("check", tmp_path / "n.xlsm", "--as-of", "2020-06-30", "--format", "json")
    assert made.exit_code == 0
    assert json.loads(told.stdout)["problems"] == []


def test_without_its_days_only_these_are_asked_for(
    houqin: Run, clean_book: Path, tmp_path: Path
) -> None:
    houqin("new-term", clean_book, "-o", tmp_path / "n.xlsm")

    told = houqin("check", tmp_path / "n.xlsm", "--as-of", "2020-06-30", "--format", "json")

    problems = json.loads(told.stdout)["problems"]
    assert [(each["code"], each["key"]) for each in problems] == [
        ("SCH-07", "term.start"),
        ("SCH-07", "term.end"),
    ]


def test_hazards_that_are_not_closed_go_over_and_no_others(
    houqin: Run, next_book: Path, exported: dict[str, list[dict[str, Any]]]
) -> None:
    still_open = [r["values"] for r in exported["hazards"] if r["values"]["closed"] != "已销号"]

    there = rows_of(houqin, next_book, "hazards")

    assert still_open
    assert [row["number"] for row in there] == [row["number"] for row in still_open]
    for row, old in zip(there, still_open, strict=True):
        assert row["inspection"] is None
        assert row["note"].endswith(f"检查编号 {old['inspection']}")
        assert (row["found"], row["deadline"]) == (old["found"], old["deadline"])


@pytest.mark.parametrize(
    "key",
    [
        "campuses",
        "people",
        "classes",
        "lists",
        "standards",
        "equipment",
        "items",
        "reserve_standards",
    ],
)
def test_lists_and_plans_go_over_as_they_are(
    houqin: Run, next_book: Path, exported: dict[str, list[dict[str, Any]]], key: str
) -> None:
    assert rows_of(houqin, next_book, key) == [row["values"] for row in exported[key]]


@pytest.mark.parametrize("key", ["calendar", "inspections", "stock_issues", "counts"])
def test_what_the_term_did_stays_in_its_own_book(houqin: Run, next_book: Path, key: str) -> None:
    assert rows_of(houqin, next_book, key) == []


def test_the_term_is_the_next_one_and_limits_stay(
    houqin: Run, next_book: Path, exported: dict[str, list[dict[str, Any]]]
) -> None:
    before = {row["values"]["code"]: row["values"]["value"] for row in exported["settings"]}
    after = {row["code"]: row["value"] for row in rows_of(houqin, next_book, "settings")}

    changed = {code for code in before if before[code] != after[code]}
    assert changed == {"term.name", "term.start", "term.end", "as_of"}
    assert after["term.name"] == "2020-2021学年第一学期"
    assert (after["term.start"], after["as_of"]) == ("2020-09-01", None)


def test_the_summary_of_the_next_term_shows_the_last_one_beside_it(
    houqin: Run, clean_book: Path, next_book: Path, tmp_path: Path
) -> None:
    for name, book in (("old", clean_book), ("new", next_book)):
        houqin("summary", book, "-o", tmp_path / f"{name}.xlsx", "--as-of", "2020-06-30")
    old, new = (
        {row[0]: row for row in openpyxl.load_workbook(tmp_path / f"{name}.xlsx")["总览"].values}
        for name in ("old", "new")
    )

    assert old["指标"][3:5] == ("合计", "目标")
    assert new["指标"][3:5] == ("合计", "上学期")
    for name in ("发现隐患", "入库金额", "日巡视覆盖率", "账实相符率", "教学班"):
        assert new[name][4] == pytest.approx(old[name][3], abs=1e-6)


def test_macros_and_ribbon_are_those_of_the_blank_master(next_book: Path) -> None:
    with ZipFile(next_book) as made, ZipFile(ROOT / "workbook" / "houqin.xlsm") as blank:
        for part in ("xl/vbaProject.bin", "customUI/customUI14.xml"):
            assert made.read(part) == blank.read(part)


def test_the_old_book_is_only_read(houqin: Run, clean_book: Path, tmp_path: Path) -> None:
    before = clean_book.read_bytes()

    houqin("new-term", clean_book, "-o", tmp_path / "n.xlsm", *TERM)

    assert clean_book.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["n.xlsm"]


def test_the_proof_is_printed(houqin: Run, clean_book: Path, tmp_path: Path) -> None:
    text = houqin("new-term", clean_book, "-o", tmp_path / "n.xlsm", *TERM).stdout
    told = houqin(
        "new-term", clean_book, "-o", tmp_path / "n.xlsm", *TERM, "--format", "json"
    ).stdout

    proof = json.loads(told)["proof"]
    assert all(each["equal"] and each["before"] == each["after"] for each in proof)
    assert {"结存（物品×校区）", "库存金额（本部）", "隐患台账（未了结）"} <= {
        each["what"] for each in proof
    }
    for each in proof:
        assert f"  {each['what']}  {each['before']} = {each['after']}  一致\n" in text
    left = next(line for line in text.splitlines() if line.startswith("从空表开始、留在原簿："))
    assert {"校历", "检查记录", "领用", "盘点"} <= set(left.partition("：")[2].split("、"))
    assert text.endswith(f"{left}\n{tmp_path / 'n.xlsm'}\n")


def test_errors_that_make_balances_unsure_are_refused(
    houqin: Run, demo_book: Path, tmp_path: Path
) -> None:
    result = houqin("new-term", demo_book, "-o", tmp_path / "n.xlsm", *TERM)

    assert result.exit_code == 2
    assert "结存不可靠" in result.stderr
    assert not list(tmp_path.iterdir())


def test_despite_errors_the_rest_goes_over_and_what_does_not_is_told(
    houqin: Run, demo_book: Path, tmp_path: Path
) -> None:
    result = houqin("new-term", demo_book, "-o", tmp_path / "n.xlsm", *TERM, "--despite-errors")

    assert result.exit_code == 1
    assert "结存为负、没有结转：" in result.stdout
    assert "原簿还有错误" in result.stdout


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("-o", "n.xlsx"), "应以 .xlsm 结尾"),
        (("-o", "n.xlsm", "--start", "2020-06-30"), "要晚于统计日期 2020-06-30"),
        (("-o", "n.xlsm", "--start", "2020-09-01", "--end", "2020-08-31"), "不早于开始日期"),
        (("-o", "n.xlsm", "--end", "2020-06-01"), "不早于开始日期"),
        (("-o", "n.xlsm", "--start", "九月"), "--start 的“九月”不是日期"),
    ],
)
def test_what_cannot_be_right_is_refused(
    houqin: Run,
    clean_book: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    options: tuple[str, ...],
    told: str,
) -> None:
    monkeypatch.chdir(tmp_path)

    result = houqin("new-term", clean_book, *options)

    assert result.exit_code == 2
    assert told in result.stderr
    assert not list(tmp_path.iterdir())


def test_a_book_that_differs_when_it_is_read_back_is_not_kept(
    houqin: Run, clean_book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forgetful(*arguments: Any) -> Any:
        term = next_rows(*arguments)
        term["receipts"][3]["quantity"] += 1  # type: ignore[operator]
        term["hazards"].pop()
        return term

    monkeypatch.setattr(making, "next_rows", forgetful)

    result = houqin("new-term", clean_book, "-o", tmp_path / "n.xlsm", *TERM)

    assert result.exit_code == 2
    assert "核对不一致（结存（物品×校区）、结存（按批号和有效期）" in result.stderr
    assert "隐患台账（未了结）" in result.stderr
    assert not list(tmp_path.iterdir())


def test_a_second_next_term_keeps_only_the_last_ones_figures(
    houqin: Run, next_book: Path, tmp_path: Path
) -> None:
    path = tmp_path / "n.xlsm"
    houqin("new-term", next_book, "-o", path, "--as-of", "2020-09-30", "--start", "2021-02-15")

    stated = [(row["code"], row["value"]) for row in rows_of(houqin, path, "settings")]

    assert len(stated) == len(dict(stated))
    assert dict(stated)["last.hazards.found"] == "0"
    assert dict(stated)["last.school.pupils"] != "0"
