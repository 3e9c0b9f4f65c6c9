"""Figures reckoned a second time, by DuckDB from the exported rows, by contract 3 alone."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest
from tests.conftest import Run

COLUMNS = (
    "opening", "received", "transferred_in", "returned", "gains",
    "issued", "transferred_out", "returned_out", "scrapped", "losses", "book",
)  # fmt: skip

# One row for each move; the kinds are those of contract 3, blank kinds are 采购 and 领用.
MOVES = """
create view moves as
select json_extract_string(v, '$.item') item, json_extract_string(v, '$.campus') campus,
       cast(json_extract_string(v, '$.date') as date) as day,
       cast(json_extract_string(v, '$.quantity') as decimal(18,3)) q,
       coalesce(json_extract_string(v, '$.kind'), '采购') kind, 1 sign,
       json_extract_string(v, '$.batch') batch
from receipts
union all
select json_extract_string(v, '$.item'), json_extract_string(v, '$.campus'),
       cast(json_extract_string(v, '$.date') as date),
       cast(json_extract_string(v, '$.quantity') as decimal(18,3)),
       coalesce(json_extract_string(v, '$.kind'), '领用'), -1,
       json_extract_string(v, '$.batch')
from stock_issues
"""

LINES = """
select item, campus,
  sum(case when day < $start or kind = '期初' then sign * q else 0 end),
  sum(case when day >= $start and kind in ('采购', '捐赠') then q else 0 end),
  sum(case when day >= $start and kind = '调入' then q else 0 end),
  sum(case when day >= $start and kind = '退库' then q else 0 end),
  sum(case when day >= $start and kind = '盘盈' then q else 0 end),
  sum(case when day >= $start and kind = '领用' then q else 0 end),
  sum(case when day >= $start and kind = '调出' then q else 0 end),
  sum(case when day >= $start and kind = '退货' then q else 0 end),
  sum(case when day >= $start and kind = '报废' then q else 0 end),
  sum(case when day >= $start and kind = '盘亏' then q else 0 end),
  sum(sign * q)
from moves where day <= $end group by item, campus
"""


def database(exported: dict[str, list[dict[str, Any]]]) -> duckdb.DuckDBPyConnection:
    base = duckdb.connect()
    for key in ("receipts", "stock_issues", "counts"):
        base.execute(f"create table {key} (v json)")
        base.executemany(
            f"insert into {key} values (?)", [[json.dumps(row["values"])] for row in exported[key]]
        )
    base.execute(MOVES)
    return base


@pytest.mark.parametrize(
    ("period", "start", "end"),
    [
        ("term", "2020-02-10", "2020-06-30"),
        ("2020-05", "2020-05-01", "2020-05-31"),
        ("2020-06", "2020-06-01", "2020-06-30"),
    ],
)
def test_every_column_of_the_reconciliation_equals_duckdbs(
    houqin: Run,
    clean_book: Path,
    exported: dict[str, list[dict[str, Any]]],
    period: str,
    start: str,
    end: str,
) -> None:
    told = json.loads(
        houqin("reconcile", clean_book, "--format", "json", "--period", period).stdout
    )
    found = database(exported).execute(LINES, {"start": start, "end": end}).fetchall()

    independent = {
        (item, campus): [Decimal(value) for value in values] for item, campus, *values in found
    }
    ours = {
        (line["item"], line["campus"]): [Decimal(str(line[name])) for name in COLUMNS]
        for line in told["lines"]
    }
    assert ours == independent
    assert told["proof"] is True


def test_the_latest_count_of_every_line_equals_duckdbs(
    houqin: Run, clean_book: Path, exported: dict[str, list[dict[str, Any]]]
) -> None:
    told = json.loads(houqin("reconcile", clean_book, "--format", "json").stdout)
    found = (
        database(exported)
        .execute(
            """
        with counted as (
          select json_extract_string(v, '$.item') item, json_extract_string(v, '$.campus') campus,
                 cast(json_extract_string(v, '$.date') as date) as day,
                 sum(cast(json_extract_string(v, '$.counted') as decimal(18,3))) counted
          from counts group by all
        ), latest as (
          select *, row_number() over (partition by item, campus order by day desc) n from counted
        )
        select item, campus, day, counted,
               (select sum(sign * q) from moves m
                where m.item = l.item and m.campus = l.campus and m.day <= l.day)
        from latest l where n = 1
        """
        )
        .fetchall()
    )

    independent = {
        (i, c): (str(day), Decimal(counted), Decimal(book), Decimal(counted) - Decimal(book))
        for i, c, day, counted, book in found
    }
    ours = {
        (line["item"], line["campus"]): (
            line["count"]["date"],
            *(Decimal(str(line["count"][name])) for name in ("counted", "book", "variance")),
        )
        for line in told["lines"]
        if line["count"]["counted"] is not None
    }
    assert ours == independent
