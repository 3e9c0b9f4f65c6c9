"""Expected shares of duty: by hand, and for the demo term against DuckDB."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest
from tests.areas.drawn import book_of

from houqin.areas.duty.loads import loads
from houqin.book import Book
from houqin.hosts.files import open_workbook
from houqin.master.demo import clean_term, write_demo
from houqin.opening import open_sheets, read_book
from houqin.result import Options

POSTS = """
| 岗位 | 校区 | 岗位   | 时段        | 人数 | 资格 |
|    2 | 本部 | 护学岗 | 07:20-07:50 | 1    | 教师 |
"""
ROSTER = """
| 值班表 | 日期       | 校区 | 岗位   | 时段        | 值班人员 | 替岗 |
|      2 | 2020-06-01 | 本部 | 护学岗 | 07:20-07:50 | 张三     |      |
|      3 | 2020-06-02 | 本部 | 护学岗 | 07:20-07:50 | 张三     |      |
|      4 | 2020-06-03 | 本部 | 护学岗 | 07:20-07:50 | 李四     |      |
"""


def told(drawn: str) -> dict[str, tuple[int, Decimal]]:
    return {load.name: (load.duties, load.expected) for load in loads(book_of(drawn))}


def expected(**shares: tuple[int, str]) -> dict[str, tuple[int, Decimal]]:
    return {name: (duties, Decimal(share)) for name, (duties, share) in shares.items()}


def test_a_duty_counts_for_all_who_could_have_done_it_by_their_share() -> None:
    staff = """
| 人员 | 姓名 | 校区 | 职务 | 离岗日期   | 值班比例 |
|    2 | 张三 | 本部 | 教师 |            |          |
|    3 | 李四 | 本部 | 教师 |            | 50%      |
|    4 | 王五 | 本部 | 教师 | 2020-06-02 |          |
|    5 | 赵六 | 东园 | 教师 |            |          |
|    6 | 周七 | 本部 | 教师 |            | 0        |
|    7 | 吴八 | 本部 | 保安 |            |          |
"""

    # two days of 1, 1/2 and 1 (2/5, 1/5, 2/5), one of 1 and 1/2 (2/3, 1/3)
    assert told(staff + POSTS + ROSTER) == expected(
        张三=(2, "1.5"), 李四=(1, "0.7"), 王五=(0, "0.8")
    )


def test_whoever_is_on_leave_owes_nothing_and_a_debt_is_made_good_by_the_others() -> None:
    staff = """
| 人员 | 姓名 | 校区 | 职务 | 值班结转 |
|    2 | 张三 | 本部 | 教师 | 1        |
|    3 | 李四 | 本部 | 教师 |          |
| 请假 | 姓名 | 开始       | 结束       |
|    2 | 李四 | 2020-06-01 | 2020-06-01 |
"""

    # 张三 1 + 1/2 + 1/2 = 2, 李四 1/2 + 1/2 = 1; of the debt of 1 two thirds are 张三's own
    assert told(staff + POSTS + ROSTER) == expected(张三=(2, "2.3"), 李四=(1, "0.7"))


def test_the_substitute_did_the_duty_and_all_expected_shares_sum_to_all_duties() -> None:
    staff = "| 人员 | 姓名 | 校区 | 职务 |\n" + "".join(
        f"| {row} | {name} | 本部 | 教师 |\n"
        for row, name in enumerate(("张三", "李四", "王五"), 2)
    )
    roster = ROSTER.replace("李四     |      |", "李四     | 王五 |")
    found = told(staff + POSTS + roster)

    assert found == expected(张三=(2, "1.0"), 李四=(0, "1.0"), 王五=(1, "1.0"))


def test_where_no_role_is_asked_for_those_of_the_roster_share_the_post() -> None:
    staff = """
| 人员 | 姓名 | 校区 | 职务 |
|    2 | 张三 | 本部 | 教师 |
|    3 | 李四 | 东园 | 保安 |
|    4 | 王五 | 本部 | 教师 |
"""

    assert told(staff + ROSTER) == expected(张三=(2, "1.5"), 李四=(1, "1.5"))


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Book:
    path = tmp_path_factory.mktemp("duty") / "clean.xlsx"
    write_demo(path, "clean")
    return read_book(open_sheets(open_workbook(Path(path))), Options(), date(2031, 1, 1), own=True)


SHARES = """
with able as (  -- who could have done each shift
    select shift.id, shift.heads, staff.name, staff.share
    from shift join staff on staff.campus = shift.campus
    join pool on pool.campus = shift.campus and pool.post = shift.post and pool.name = staff.name
    where not exists (
        select 1 from leave
        where leave.person = staff.name and shift.day between leave.first and leave.last)
), whole as (select id, sum(share) as shares from able group by id),
fair as (
    select name, sum(heads * share / shares) as fair
    from able join whole using (id) group by name
), settled as (  -- those of one campus and role share their duties
    select name, fair, debt,
        sum(debt) over (partition by staff.campus, staff.role) as owed,
        sum(fair) over (partition by staff.campus, staff.role) as total
    from fair join staff using (name)
)
select name, round(fair + debt - owed * fair / total, 4) from settled
"""


def test_the_demo_term_as_duckdb_reckons_it(demo: Book) -> None:
    term: dict[str, Any] = clean_term()
    roles = {row["name"]: row["roles"][0] for row in term["people"]}
    db = duckdb.connect()
    db.execute("create table staff (name text, campus text, role text, share double, debt double)")
    db.executemany(
        "insert into staff values (?, ?, ?, ?, ?)",
        [
            (
                row["name"],
                row["campus"],
                row["roles"][0] if row["roles"][0] in ("保安", "班主任") else "gate",
                float(row.get("duty_share", 1)),
                float(row.get("duty_debt", 0)),
            )
            for row in term["people"]
        ],
    )
    db.execute("create table leave (person text, first date, last date)")
    db.executemany(
        "insert into leave values (?, ?, ?)",
        [(row["person"], row["start"], row["end"]) for row in term["leave"]],
    )
    db.execute("create table shift (id int, day date, campus text, post text, heads int)")
    db.executemany(
        "insert into shift values (?, ?, ?, ?, ?)",
        [
            (index, row["date"], row["campus"], row["post"], len(row["people"]))
            for index, row in enumerate(term["roster"])
        ],
    )
    wanted = {"门卫值守": "保安", "护学岗": "班主任", "食堂值日": "班主任"}
    pool = {
        (row["campus"], row["post"], name)
        for row in term["roster"]
        for name in (
            [n["name"] for n in term["people"] if roles[n["name"]] == wanted[row["post"]]]
            if row["post"] in wanted
            else row["people"]
        )
    }
    db.execute("create table pool (campus text, post text, name text)")
    db.executemany("insert into pool values (?, ?, ?)", list(pool))

    shares = dict(db.execute(SHARES).fetchall())

    found = {load.name: float(load.expected) for load in loads(demo)}
    assert found.keys() == shares.keys()
    assert {name: shares[name] for name in found} == pytest.approx(found, abs=0.051)
    assert sum(load.duties for load in loads(demo)) == sum(
        len(row["people"]) for row in term["roster"]
    )
