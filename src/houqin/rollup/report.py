"""The report on a district: an overview, the schools side by side, their problems, and what was not read."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from houqin.areas import ALL_RULES
from houqin.problems import Both
from houqin.reports.pages import Page, Pages, new_workbook
from houqin.rollup.district import District, figures_of
from houqin.rollup.school import SchoolBook
from houqin.sections import Unit, Value

TITLE = Both("各校后勤汇总", "Logistics of all schools")
_FIGURES = (
    Both("指标", "Figure"),
    Both("学校数", "Schools"),
    Both("合计", "Total"),
    Both("中位数", "Median"),
    Both("最低", "Lowest"),
    Both("最高", "Highest"),
    Both("达标学校", "Meeting target"),
    Both("有目标学校", "With target"),
)
_SCHOOL = (
    Both("学校", "School"),
    Both("学期", "Term"),
    Both("统计日期", "As of"),
    Both("行数", "Rows"),
    Both("错误", "Errors"),
    Both("提醒", "Warnings"),
)
_RULES = (
    Both("规则", "Rule"),
    Both("内容", "What it says"),
    Both("处数", "Times"),
    Both("学校数", "Schools"),
)
_REFUSED = (Both("文件", "File"), Both("为什么没有读", "Why it was not read"))
_DOUBLE = (Both("文件", "Files"), Both("怎么重复", "How they are double"))
_SAME_CONTENT = Both(
    "内容完全相同，只算第一个", "the very same content; only the first of them counts"
)
_SAME_SCHOOL = Both(
    "同一学校、同一学期有不同的文件，都算进去了，请留下一个",
    "different files of one school and term; all of them count, please keep one",
)


def write_district(district: District, path: Path, day: date, lang: str) -> None:
    """Write the report; it shows no name, no value and no row of any school, only figures and counts."""
    with new_workbook(path, TITLE.of(lang), day) as pages:
        _overview(pages, district, lang)
        _schools(pages, district.schools, lang)
        _rules(pages, district, lang)
        _left_out(pages, district, lang)


def verdict(district: District, lang: str) -> str:
    """Return how many schools were read, in one line."""
    read, refused = len(district.schools), len(district.refused)
    double = len(district.books) - read - refused
    return Both(
        f"读了 {read} 所学校的工作簿；没有读成 {refused} 个；重复 {double} 个。",
        f"Workbooks read: {read}; not read: {refused}; double: {double}.",
    ).of(lang)


def _overview(pages: Pages, district: District, lang: str) -> None:
    page = pages.page(Both("总览", "Overview").of(lang))
    good = len(district.schools) == len(district.books)
    page.title(TITLE.of(lang), verdict=verdict(district, lang), good=good)
    _heads(page, _FIGURES, lang)
    for each in figures_of(district.schools):
        values: list[Value] = [Both(each.zh, each.en).of(lang), each.schools, each.total]
        values += [each.middle, each.least, each.most, each.meeting, each.targeted]
        units = [Unit.TEXT, Unit.COUNT, *[each.unit] * 4, Unit.COUNT, Unit.COUNT]
        page.cells(values, units)
    page.sheet.freeze_panes(4, 1)
    page.widths(most=44)


def _schools(pages: Pages, schools: Sequence[SchoolBook], lang: str) -> None:
    page = pages.page(Both("学校对照", "Schools").of(lang))
    page.title(Both("学校对照", "The schools side by side").of(lang))
    figures = figures_of(schools)
    _heads(page, (*_SCHOOL, *(Both(each.zh, each.en) for each in figures)), lang)
    units = [*[Unit.TEXT] * 3, *[Unit.COUNT] * 3, *(each.unit for each in figures)]
    for school in schools:
        name = school.school or school.file
        values: list[Value] = [name, school.term, school.as_of, school.rows]
        values += [school.errors, school.warnings]
        found = [school.figure(each.key) for each in figures]
        values += [each.value if each else None for each in found]
        page.cells(values, units)
    page.sheet.freeze_panes(3, 1)
    page.widths(most=24)


def _rules(pages: Pages, district: District, lang: str) -> None:
    page = pages.page(Both("问题", "Problems").of(lang))
    page.title(Both("各校问题按规则", "Problems of all schools by rule").of(lang))
    _heads(page, _RULES, lang)
    titles = {rule.code: rule.title for rule in ALL_RULES}
    for code, times in district.problems().items():
        title = titles[code].of(lang) if code in titles else ""
        schools = sum(code in school.rules for school in district.schools)
        page.cells([code, title, times, schools], [Unit.TEXT, Unit.TEXT, Unit.COUNT, Unit.COUNT])
    page.widths(most=70)


def _left_out(pages: Pages, district: District, lang: str) -> None:
    page = pages.page(Both("没有读的和重复的", "Not read, and double").of(lang))
    page.title(Both("没有读的和重复的文件", "Files not read, and files twice over").of(lang))
    _heads(page, _REFUSED, lang)
    for book in district.refused:
        page.cells([book.file, book.refused], [Unit.TEXT, Unit.TEXT])
    page.row += 1
    _heads(page, _DOUBLE, lang)
    for groups, how in (
        (district.same_content(), _SAME_CONTENT),
        (district.same_school(), _SAME_SCHOOL),
    ):
        for group in groups:
            page.cells(["\n".join(book.file for book in group), how.of(lang)], [Unit.TEXT] * 2)
    page.widths(most=70)


def _heads(page: Page, heads: Sequence[Both], lang: str) -> None:
    page.headings([head.of(lang) for head in heads])
