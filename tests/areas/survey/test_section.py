"""The survey part of the summary, reckoned by hand and by DuckDB."""

import re
from decimal import Decimal
from typing import Any

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.proportion import proportion_confint
from tests.areas.drawn import book_of
from tests.areas.survey.drawn import ANSWER, QUESTION, counted, drawn, figure, part, rows_of, survey
from tests.effort import examples

from houqin.areas.survey.carrying import Carried, carried
from houqin.areas.survey.section import section
from houqin.areas.survey.sentences import SENTENCES
from houqin.rows import NotJudged
from houqin.sections import Light

EAST = {"校区": "东园"}
WORDS = ("满意", "一般", "不满意", "不了解", "还行")


def test_a_rate_its_interval_and_its_target() -> None:
    book = survey(
        [{"总人数": "400", "发放数": "120"}],
        [
            counted("满意", 60),
            counted("满意", 36, **EAST),
            counted("一般", 4),
            counted("不了解", 7),
        ],
    )
    size = 100 * 399 / 300
    lower, upper = proportion_confint(0.96 * size, size, 0.05, "wilson")

    ((_, number, _, group, valid, share, low, high, target, verdict),) = rows_of(book, "questions")
    assert (number, group, valid, share) == ("1", "学生", 100, Decimal("0.96"))
    assert [float(str(end)) for end in (low, high)] == pytest.approx([lower, upper], abs=1e-6)
    assert (target, verdict) == (Decimal("0.95"), "难以判定")
    assert figure(book, "rate").total == Decimal("0.96")
    assert figure(book, "rate").light is Light.AMBER
    assert figure(book, "return_rate").total == round(Decimal(107) / 120, 6)
    assert figure(book, "return_rate").light is Light.GREEN


def test_of_everybody_the_rate_is_the_interval_and_the_target_of_the_question_holds() -> None:
    book = survey(
        [{"总人数": "40", "目标": "90%"}, {"题号": "2", "总人数": "40"}],
        [
            counted("满意", 36),
            counted("一般", 4),
            counted("满意", 36, 题号="2"),
            counted("一般", 4, 题号="2"),
        ],
    )

    assert [row[-4:] for row in rows_of(book, "questions")] == [
        (Decimal("0.9"), Decimal("0.9"), Decimal("0.9"), "达标"),
        (Decimal("0.9"), Decimal("0.9"), Decimal("0.950"), "未达标"),
    ]
    assert [figure(book, name).total for name in ("met", "missed", "unclear")] == [1, 1, 0]


def test_few_answers_are_hidden_and_so_is_the_campus_that_would_tell_them() -> None:
    book = survey(
        [{}, {"题号": "2"}, {"题号": "3"}],
        [
            *(counted("满意", 30), counted("满意", 9, **EAST)),
            *(counted("满意", 20, 题号="2"), counted("一般", 10, 题号="2", **EAST)),
            counted("满意", 9, 题号="3"),
        ],
    )

    assert [(row[1], row[4], row[5], row[-1]) for row in rows_of(book, "campuses")] == [
        ("1", "本部", None, "份数少，不显示"),
        ("1", "东园", None, "份数少，不显示"),
        ("2", "本部", 20, "难以判定"),
        ("2", "东园", 10, "未达标"),
        ("3", "本部", None, "份数少，不显示"),
        ("3", "东园", None, "没有答案"),
    ]
    assert [row[4] for row in rows_of(book, "questions")] == [39, 30, None]
    assert figure(book, "hidden").total == 1
    assert figure(book, "answers").total == 69
    assert figure(book, "answers").by_campus == {"本部": 20, "东园": 10}  # of what is shown there
    assert figure(book, "rate").by_campus == {"本部": Decimal(1), "东园": Decimal(0)}


def test_what_is_left_out_is_told_step_by_step() -> None:
    sheet = {"答卷编号": "X1"}
    book = survey(
        [{}, {"题号": "2", "对象": "教职工"}],
        [
            {**sheet},
            {**sheet},  # again, the same
            {"答卷编号": "X2"},
            {"答卷编号": "X2", "选项": "一般"},  # and otherwise: neither counts
            {"选项": "还行"},
            {"选项": ""},
            {"选项": "不了解"},
            {"题号": "9"},
            {"题号": "2"},
            {"调查批次": "晚餐"},
            counted("满意", 20),
            counted("满意", 0, 份数="约5"),
        ],
    )

    assert rows_of(book, "left_out") == [
        ("午餐", "收到的答案", 30),
        ("午餐", "同一答卷重复（答案相同，只计一份）", -1),
        ("午餐", "同一答卷重复（答案不同，都不计）", -2),
        ("午餐", "答案不在选项中", -1),
        ("午餐", "有空白或没有读出的单元格", -2),
        ("午餐", "选了不计入的选项", -1),
        ("午餐", "题目不在调查题目中，或题目的选项没有读出", -1),
        ("午餐", "对象与题目不符", -1),
        ("午餐", "计入满意率的答案", 21),
        ("", "收到的答案", 1),
        ("", "题目不在调查题目中，或题目的选项没有读出", -1),
        ("", "计入满意率的答案", 0),
    ]
    assert figure(book, "left_out").total == 10
    assert figure(book, "answers").total == 21


def test_the_last_term_comes_from_its_answers_or_as_typed() -> None:
    earlier = {"调查批次": "秋", "日期": "2019-12-20"}
    book = survey(
        [
            {"上期批次": "秋"},
            {"题号": "2", "上期满意份数": "40", "上期有效份数": "80"},
            {"题号": "3", "上期满意份数": "4", "上期有效份数": "9"},  # too few to be shown
            {"调查批次": "秋"},
        ],
        [
            *(counted("满意", 90), counted("一般", 10)),
            *(counted("满意", 90, 题号="2"), counted("满意", 20, 题号="3")),
            *(counted("满意", 85, **earlier), counted("一般", 15, **earlier)),
        ],
    )

    assert [(row[1], *row[4:]) for row in rows_of(book, "change")] == [
        ("1", *map(Decimal, ("0.9", "0.85", "100", "0.05")), "在偶然范围内"),
        ("2", *map(Decimal, ("1", "0.5", "80", "0.5")), "明显上升"),
    ]
    assert [figure(book, name).total for name in ("rose", "fell", "surveys")] == [1, 0, 1]
    assert list(carried(book)) == [
        Carried("午餐", "1", 90, 100),
        Carried("午餐", "2", 90, 90),
        Carried("午餐", "3", 20, 20),
    ]


def test_comments_say_no_more_of_who_wrote_them_than_the_tables_do() -> None:
    said = [
        *(counted("满意", 20), counted("满意", 20, **EAST)),
        *(counted("满意", 20, 题号="2"), counted("满意", 3, 题号="2", **EAST)),
        counted("满意", 5, 题号="3"),
        {"意见": "汤凉", "答卷编号": "X9"},
        {"意见": "太咸", **EAST, "答卷编号": "X8"},
        {"意见": "很好", "题号": "2", "答卷编号": "X9"},
        {"意见": "太慢", "题号": "3", "答卷编号": "X9"},
        {"意见": "太咸", "题号": "7", "答卷编号": "X9"},
    ]
    book = survey([{}, {"题号": "2"}, {"题号": "3"}], said)

    assert rows_of(book, "comments") == [
        ("午餐", "", "", "", "太咸"),
        ("午餐", "", "", "", "太慢"),
        ("午餐", "1", "学生", "东园", "太咸"),
        ("午餐", "1", "学生", "本部", "汤凉"),
        ("午餐", "2", "学生", "", "很好"),
    ]
    assert figure(book, "comments").total == 5
    assert "X9" not in str(part(book))


def test_sheets_with_one_answer_throughout_count_and_are_told() -> None:
    questions = [{"题号": str(number)} for number in range(1, 6)]
    sheets = [
        {"答卷编号": f"X{sheet}", "题号": str(number), "选项": "不满意" if sheet < 10 else word}
        for sheet in range(20)
        for number, word in enumerate(("满意", "满意", "满意", "满意", "一般"), 1)
    ]

    notes = [note.zh for note in part(survey(questions, sheets)).notes]
    few = [note.zh for note in part(survey(questions, sheets[5:])).notes]
    assert "有 10 份答卷每题都选同一项，仍然计入；不计它们时总体满意率为 80.0%" in notes
    assert "有 9 份答卷每题都选同一项，仍然计入" in few
    others_few = [note.zh for note in part(survey(questions, sheets[:-5])).notes]
    assert "有 10 份答卷每题都选同一项，仍然计入" in others_few


def test_a_survey_belongs_to_the_period_of_its_last_answer() -> None:
    questions = [{"调查批次": name} for name in ("甲", "乙", "丙", "丁")]
    questions[0]["上期批次"] = "丁"
    answers = [
        {"调查批次": "甲", "日期": "2020-06-08"},
        {"调查批次": "乙", "日期": "2020-03-01"},
        {"调查批次": "丙", "日期": ""},
        {"调查批次": "丁", "日期": ""},
    ]
    months = ("term.start", "2020-05-01", ""), ("term.end", "2020-07-17", "")

    assert figure(survey(questions, answers, *months), "surveys").total == 2


def test_without_its_ledgers_or_a_column_the_part_says_nothing() -> None:
    assert section(book_of("| 校区 | 校区 |\n| 2 | 本部 |\n")) is None
    with pytest.raises(NotJudged):
        section(book_of(drawn([{}], [ANSWER]).replace("| 题号 ", "| 次序 ")))


def test_without_answers_nothing_is_divided() -> None:
    book = survey([{"发放数": "50"}], [counted("不了解", 4)])

    assert rows_of(book, "questions")[0][4:] == (
        None,
        None,
        None,
        None,
        Decimal("0.950"),
        "没有答案",
    )
    assert figure(book, "rate").total is None
    assert figure(book, "rate").light is Light.NONE
    assert figure(book, "return_rate").total == Decimal("0.08")


ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "题号": st.sampled_from(("1", "2", "3")),
            "校区": st.sampled_from(("本部", "东园")),
            "选项": st.sampled_from(WORDS),
            "份数": st.sampled_from(("", "1", "7", "30")),
        }
    ),
    min_size=1,
    max_size=30,
)
TALLY = """
select 题号, 校区, sum(n) filter (选项 = '满意') as satisfied, sum(n) as valid
from (select *, coalesce(try_cast(份数 as int), 1) as n from answers)
where 选项 not in ('不了解', '还行') and 题号 <> '3'
group by grouping sets ((题号), (题号, 校区)) order by 题号, 校区
"""


@examples(60)
@given(ROWS)
def test_any_answers_give_the_rates_that_duckdb_gives(rows: list[dict[str, str]]) -> None:
    book = survey([{}, {"题号": "2"}], rows, ("survey.small_group", "0", "份"))
    with duckdb.connect() as database:
        database.execute("create table answers (题号 text, 校区 text, 选项 text, 份数 text)")
        database.executemany(
            "insert into answers values (?, ?, ?, ?)",
            [[r[c] for c in ("题号", "校区", "选项", "份数")] for r in rows],
        )
        expected: list[Any] = database.execute(TALLY).fetchall()

    found: dict[Any, Any] = {(row[1], None): row[4:6] for row in rows_of(book, "questions")}
    found |= {(row[1], row[4]): row[5:7] for row in rows_of(book, "campuses")}
    told = {key: value for key, value in found.items() if value[0] is not None}
    assert told == {
        (question, campus): (valid, round(Decimal(satisfied or 0) / valid, 6))
        for question, campus, satisfied, valid in expected
    }


def test_the_sentences_speak_of_figures_that_there_are() -> None:
    keys = {each.key for each in part(survey([{}], [{}])).figures}
    named = {
        name
        for sentence in SENTENCES
        for words in (sentence.words.zh, sentence.words.en)
        for name in re.findall(r"\{(.+?)\}", words)
    }

    assert named <= keys
    assert {sentence.when for sentence in SENTENCES} <= keys


def test_the_ordinary_rows_are_ordinary() -> None:
    assert figure(survey([QUESTION], [ANSWER] * 10), "rate").total == 1
