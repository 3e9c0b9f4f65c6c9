"""Why rules were not judged, as people are told."""

from datetime import date

from houqin.hosts.memory import TextHost
from houqin.pipeline import check
from houqin.reports.as_text import skipped_by_reason
from houqin.result import Options


def test_every_missing_sheet_takes_one_line_with_all_rules_that_need_it() -> None:
    book = TextHost("| 人员 | 姓名 | 到岗日期 |\n| 2 | 张三 | 2019-09-01 |")

    told = skipped_by_reason(check(book, Options(), date(2020, 6, 30)))

    sheets = [why.removeprefix("没有工作表 ") for why in told if why.startswith("没有工作表 ")]
    assert [sheet for sheet in sheets if "、" in sheet] == []
    assert "CNT-01" in told["没有工作表 盘点"]
    assert "CNT-01" in told["没有工作表 入库"]
    assert told["工作表 人员 没有“离岗日期”一列"] == ["SCH-13"]
