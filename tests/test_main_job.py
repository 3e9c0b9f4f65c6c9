"""What the mail says: its subject in the school's words, its letter with the figures that have a target."""

from dataclasses import replace
from datetime import date

import pytest

from houqin.hosts.memory import TextHost
from houqin.main_job import letter, subject, summary_name
from houqin.pipeline import check
from houqin.problems import Both
from houqin.result import Options, Result
from houqin.sections import Figure, Light, Section, Unit

SETTINGS = """
| 参数 | 代码 | 参数 | 值 | 单位 | 比较 |
| 2 | school.name | 学校名称 | 青溪学校 | | |
| 3 | term.name | 学期名称 | {term} | | |
| 4 | term.start | 学期开始日期 | 2020-02-10 | | |
| 5 | term.end | 学期结束日期 | 2020-07-17 | | |
"""
SUBJECT = "| 6 | mail.subject | 邮件标题 | {subject} | | |\n"


def result_of(subject: str | None = None, term: str = "春季学期", lang: str = "") -> Result:
    drawn = SETTINGS.format(term=term) + (
        SUBJECT.format(subject=subject) if subject is not None else ""
    )
    result = check(TextHost(drawn), Options("2020-06-30", lang=lang), date(2026, 1, 1))
    return replace(result, problems=())


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (None, "青溪学校后勤汇总 春季学期 2020-02-10..2020-06-30"),
        ("", "青溪学校后勤工作汇总（春季学期）"),
        ("六月后勤", "六月后勤"),
        ("{school} {as_of}", "青溪学校 2020-06-30"),
        ("两行\\n标题", "两行 标题"),
        ("{其他}", "{其他}"),
    ],
    ids=[
        "as shipped",
        "blank: the title",
        "words alone",
        "filled in",
        "on one line",
        "unknown words stay",
    ],
)
def test_the_subject_is_in_the_schools_words(words: str | None, expected: str) -> None:
    assert subject(result_of(words)) == expected


@pytest.mark.parametrize(
    ("term", "name"),
    [
        ("春季学期", "后勤汇总_春季学期_20200210-20200630.xlsx"),
        ("2020/春: 第*二?学期", "后勤汇总_2020春第二学期_20200210-20200630.xlsx"),
        ("", "后勤汇总_学期_20200210-20200630.xlsx"),
    ],
)
def test_the_summarys_name_is_a_file_name_everywhere(term: str, name: str) -> None:
    assert summary_name(result_of(term=term)) == name


@pytest.mark.parametrize(
    ("lang", "line"), [("zh", "- 整改率：95.5%（接近目标）"), ("en", "- Put right: 95.5% (close)")]
)
def test_the_letter_tells_the_figures_that_have_a_target(lang: str, line: str) -> None:
    from decimal import Decimal

    name, nothing = Both("整改率", "Put right"), Both("", "")
    rate = Figure("a", name, Unit.RATE, Decimal("0.955"), nothing, light=Light.AMBER)
    silent = Figure("b", Both("件数", "Number"), Unit.COUNT, 3, nothing)
    section = Section("s", nothing, figures=(rate, silent))

    lines = letter(replace(result_of(lang=lang), sections=(section,))).splitlines()

    assert [each for each in lines if each.startswith("- ")] == [line]
