"""Composite scores, bands and ranks, reckoned by hand and by DuckDB."""

from decimal import Decimal

import duckdb
import pytest
from tests.areas.drawn import book_of

from houqin.areas.appraisal.section import section
from houqin.areas.appraisal.standings import findings, standings
from houqin.areas.appraisal.weights import band_of
from houqin.book import Book
from houqin.master.demo import clean_term
from houqin.sections import Section

NAMES = ("李安", "赵宁", "钱禾", "孙立", "周一", "吴二")
HEADINGS = "| 月考核 | 考核月份 | 被考核人 | 岗位 | 校区 | 考核项目 | 标准分 | 扣分 | 扣分原因 | 来源 | 考核人 |"
SOURCES = ("自评", "他评", "考核小组")


def drawn(*marks: tuple[str, tuple[object, object, object]], month: str = "2020-05") -> str:
    """Draw one month: each person with what each source took off, None where it gave nothing."""
    lines = [HEADINGS]
    for name, off in marks:
        for source, points in zip(SOURCES, off, strict=True):
            if points is not None:
                by = name if source == "自评" else "王主"
                lines.append(
                    f"| {len(lines) + 1} | {month} | {name} | 保安 | 本部 | 到岗值守 | 100 "
                    f"| {points} | 迟到 | {source} | {by} |"
                )
    return "\n".join(lines) + "\n"


def told(book: Book) -> list[tuple[str, str, str | None, int]]:
    return [(each.person, str(each.score), each.band, each.rank) for each in standings(book)]


def test_a_composite_score_weighs_what_each_source_gave() -> None:
    book = book_of(drawn(("李安", (0, 10, 20)), ("赵宁", (20, 0, 0)), ("钱禾", (0, 50, 60))))

    # 15 % of 100 + 50 % of 90 + 35 % of 80 = 88; 12 + 50 + 35 = 97; 15 + 25 + 14 = 54
    assert told(book) == [
        ("赵宁", "97.00", "优秀", 1),
        ("李安", "88.00", "良好", 2),
        ("钱禾", "54.00", "不合格", 3),
    ]


def test_those_who_tie_share_a_rank_and_the_next_one_is_left_out() -> None:
    book = book_of(drawn(("李安", (0, 0, 0)), ("赵宁", (0, 0, 0)), ("钱禾", (0, 2, 0))))

    assert [(each[0], each[3]) for each in told(book)] == [("李安", 1), ("赵宁", 1), ("钱禾", 3)]


def test_a_score_that_lacks_a_source_or_has_an_unread_cell_is_not_guessed() -> None:
    book = book_of(drawn(("李安", (0, None, 0)), ("赵宁", (0, "几分", 0)), ("钱禾", (0, 0, 0))))

    assert [each[0] for each in told(book)] == ["钱禾"]


@pytest.mark.parametrize(
    ("score", "band"),
    [("90", "优秀"), ("89.99", "良好"), ("80", "良好"), ("60", "合格"), ("59.99", "不合格")],
)
def test_a_cut_off_belongs_to_its_band(score: str, band: str) -> None:
    assert band_of(Decimal(score), book_of(drawn())) == band


def test_a_sheet_without_sources_has_one_score() -> None:
    book = book_of(
        "| 月考核 | 月份 | 姓名 | 考核项目 | 分值 | 扣分 | 备注 | 考核人 |\n"
        "| 2 | 2020-05 | 李安 | 到岗值守 | 60 | 2 | 迟到 | 王主 |\n"
        "| 3 | 2020-05 | 李安 | 来访登记 | 40 |  |  | 王主 |\n"
    )

    assert told(book) == [("李安", "98", "优秀", 1)]
    (found,) = findings(book)
    assert (found.item, found.deducted, found.reason) == ("到岗值守", Decimal(2), "迟到")
    assert found.cell == "月考核!E2"


WHOLE = ((0, 0, 0), (0, 10, 0), (0, 20, 10), (0, 0, 0), (0, 0, 0))


def part_of(book: Book) -> Section:
    found = section(book)
    assert found is not None
    return found


def figures(book: Book) -> dict[str, object]:
    return {each.key.partition(".")[2]: each.total for each in part_of(book).figures}


def test_five_people_have_an_average_and_four_have_none() -> None:
    five = book_of(drawn(*zip(NAMES, WHOLE, strict=False)), period="2020-05")
    four = book_of(drawn(*zip(NAMES, WHOLE[:4], strict=False)), period="2020-05")

    # 100, 95, 86.5, 100, 100
    assert figures(five) == {
        "people": 5,
        "missing": 0,
        "done_rate": 1,
        "average": Decimal("96.3"),
        "top": 4,
        "bottom": 0,
    }
    assert figures(four)["people"] == 4
    assert [figures(four)[key] for key in ("average", "top", "bottom")] == [None] * 3


def test_a_month_of_few_hides_the_averages_of_all_months() -> None:
    may = drawn(*zip(NAMES, WHOLE, strict=False))
    june = drawn(("李安", (0, 0, 0)), month="2020-06").splitlines()[1:]
    both = may + "".join(line.replace("| ", f"| {9}", 1) + "\n" for line in june)

    table = part_of(book_of(both, period="2020-05-01..2020-06-30")).tables[0]

    assert [row[:3] for row in table.rows] == [("2020-05", 5, None), ("2020-06", 1, None)]


def test_nobody_is_named_in_the_summary() -> None:
    book = book_of(drawn(*zip(NAMES, WHOLE, strict=False)), period="2020-05")

    assert not [name for name in NAMES if name in repr(part_of(book))]


def test_the_demo_term_agrees_with_sql() -> None:
    rows = clean_term()["appraisals"]
    connection = duckdb.connect()
    connection.execute("create table a(month text, person text, source text, score double)")
    connection.executemany(
        "insert into a values (?, ?, ?, ?)",
        [[row[name] for name in ("month", "person", "source", "score")] for row in rows],
    )
    wanted = connection.execute(
        "with s as (select month, person, source, sum(score) points from a group by all), "
        "c as (select month, person, sum(points * case source when '自评' then 0.15 "
        "when '他评' then 0.5 else 0.35 end) composite from s group by all) "
        "select month, person, composite, rank() over (partition by month order by composite desc) "
        "from c"
    ).fetchall()
    book = demo_book()

    found = {(each.month, each.person): (float(each.score), each.rank) for each in standings(book)}
    assert len(found) == 64
    for month, person, composite, rank in wanted:
        score, place = found[month, person]
        assert score == pytest.approx(composite, abs=0.006)
        assert place == rank


def demo_book() -> Book:
    """Draw the demo's appraisals as a book of their own."""
    fields = {
        "考核月份": "month",
        "被考核人": "person",
        "岗位": "post",
        "校区": "campus",
        "考核项目": "item",
        "标准分": "full",
        "扣分": "deducted",
        "加分": "added",
        "扣分原因": "reason",
        "来源": "source",
        "得分": "score",
        "考核人": "appraiser",
    }
    lines = ["| 月考核 | " + " | ".join(fields) + " |"]
    for number, row in enumerate(clean_term()["appraisals"], 2):
        cells = ["" if row[field] is None else str(row[field]) for field in fields.values()]
        lines.append(f"| {number} | " + " | ".join(cells) + " |")
    return book_of("\n".join(lines) + "\n")


def test_the_demos_bands_are_more_than_one() -> None:
    assert len({each.band for each in standings(demo_book())}) > 1
