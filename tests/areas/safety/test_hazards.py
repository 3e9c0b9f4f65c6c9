"""What the cases do not show of the rules of the hazard ledger."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.areas.drawn import book_of
from tests.areas.safety.drawn import hazards
from tests.effort import examples

from houqin.areas.safety.hazards import RULES, repeated
from houqin.areas.staff import bare
from houqin.rules import run_rules

CASES = sorted((Path(__file__).parents[2] / "cases" / "safety").glob("HAZ-*.toml"))
STAFF = """
| 人员 | 姓名   | 部门   | 职务     | 到岗日期   | 离岗日期 |
|  2   | 王小明 | 总务处 | 总务主任 | 2019-09-01 |          |
"""
CELLS = st.sampled_from(
    [
        "",
        "2020-06-10",
        "2020-06-28",
        "2021-01-01",
        "6.18",
        "未整改",
        "已整改",
        "已销号",
        "一般隐患",
        "重大隐患",
        "立即整改",
        "王小明",
        "王小明主任",
        "总务处",
        "-5",
        "#N/A",
        "TRUE",
        "'00012",
        "教学楼一楼",
    ]
)
HEADINGS = [
    "隐患编号",
    "发现日期",
    "校区",
    "隐患位置",
    "隐患类别",
    "隐患等级",
    "整改方式",
    "整改措施",
    "整改责任人",
    "整改期限",
    "延期至",
    "延期批准人",
    "整改资金",
    "应急预案",
    "整改完成日期",
    "整改状态",
    "验收人",
    "验收日期",
    "销号状态",
    "备注",
]


def test_the_codes_of_the_rules_run_from_one_without_a_gap() -> None:
    codes = [rule.code for rule in RULES]

    assert codes == [f"HAZ-{number:02}" for number in range(1, len(RULES) + 1)]


def test_every_rule_has_a_case_file_of_its_own() -> None:
    assert [path.stem for path in CASES] == [rule.code for rule in RULES]


def test_a_ledger_with_its_required_columns_only_has_rules_skipped_and_none_broken() -> None:
    verdict = run_rules(RULES, book_of(hazards({"发现日期": "2020-06-25"})))

    assert (verdict.problems, verdict.faults) == ([], [])
    skipped = {each.code: each.why.zh for each in verdict.skipped}
    assert skipped["HAZ-08"] == "工作表 隐患台账 没有“延期至”一列"
    assert skipped["HAZ-17"] == "没有工作表 人员"


@examples(40)
@given(st.lists(st.fixed_dictionaries(dict.fromkeys(HEADINGS, CELLS)), min_size=1, max_size=4))
def test_no_rule_breaks_whatever_stands_in_the_cells(rows: list[dict[str, str]]) -> None:
    verdict = run_rules(RULES, book_of(hazards(*rows) + STAFF))

    assert verdict.faults == []


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_message_has_all_its_words_in_both_languages(path: Path) -> None:
    for case in tomllib.loads(path.read_text("utf-8"))["failing"]:
        problems = run_rules(RULES, book_of(case["book"])).problems
        for said in (problem.message(lang) for problem in problems for lang in ("zh", "en")):
            assert not any(gap in said for gap in ("{", "}", "  ", "“”", " ,", "()", "（）")), said


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("王小明主任", "王小明"),
        ("王小明总务主任", "王小明"),
        ("王小明", "王小明"),
        ("王主任", "王主任"),
        ("主任", "主任"),
        ("王小明校长", "王小明校长"),  # nobody has this role
    ],
)
def test_a_role_behind_a_name_is_no_part_of_it(written: str, name: str) -> None:
    assert bare(written, {"总务主任", "保管员"}) == name


@pytest.mark.parametrize(
    ("found", "again"),
    [
        pytest.param("2020-06-01", {}, id="the same day"),
        pytest.param("2020-06-02", {1: [0]}, id="the next day"),
        pytest.param("2020-07-01", {1: [0]}, id="thirty days later"),
        pytest.param("2020-07-02", {}, id="thirty-one days later"),
    ],
)
def test_a_hazard_is_found_again_within_thirty_days(
    found: str, again: dict[int, list[int]]
) -> None:
    rows = hazards({}, {"隐患编号": "YH-002", "发现日期": found})

    assert repeated(book_of(rows, as_of="2020-12-31")) == again
