"""The school's calendar: 校历 over the public holidays, in the term of 参数."""

from datetime import date

import pytest
from tests.areas.drawn import book_of

SCHOOL = """
| 参数 | 代码       | 参数     | 值         | 来源     |
| 2    | term.start | 学期开始 | 2020-02-17 | 学校自定 |
| 3    | term.end   | 学期结束 | 2020-07-10 | 学校自定 |
| 校历 | 日期       | 类型 | 校区 |
| 2    | 2020-06-15 | 停课 |      |
| 3    | 2020-06-16 | 放假 | 东区 |
| 4    | 2020-06-20 | 上课 |      |
| 5    | 2020-06-20 | 休息 |      |
| 6    | 2020-06-22 | 郊游 |      |
"""


@pytest.mark.parametrize(
    ("day", "campus", "lessons", "office"),
    [
        pytest.param(date(2020, 6, 15), "本部", False, True, id="lessons suspended"),
        pytest.param(date(2020, 6, 16), "东区", False, False, id="a day off of one campus"),
        pytest.param(date(2020, 6, 16), "本部", True, True, id="not of the other"),
        pytest.param(date(2020, 6, 20), None, True, True, id="stated twice: the first holds"),
        pytest.param(date(2020, 6, 22), None, True, True, id="a kind that cannot be read"),
        pytest.param(date(2020, 6, 21), None, False, False, id="a Sunday"),
        pytest.param(date(2020, 2, 14), None, False, True, id="before the term"),
    ],
)
def test_a_day_is_as_the_school_has_it(
    day: date, campus: str | None, *, lessons: bool, office: bool
) -> None:
    calendar = book_of(SCHOOL).calendar

    found = (calendar.is_school_day(day, campus), calendar.is_working_day(day, campus))

    assert found == (lessons, office)


def test_a_term_that_ends_before_it_starts_is_none() -> None:
    drawn = SCHOOL.replace("2020-07-10", "2019-07-10")

    assert book_of(drawn).calendar.term is None
