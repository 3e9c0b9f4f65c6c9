"""学期总结: what it says, read back from the document, against the rows themselves."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import duckdb
import pytest
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml.ns import qn

from houqin.areas import AREAS
from houqin.areas.area import Area
from houqin.book import Book
from houqin.demo_job import checked
from houqin.hosts.memory import TextHost
from houqin.pipeline import check
from houqin.problems import Both
from houqin.reports.written.figures import campuses_of, in_words, target_of
from houqin.reports.written.parts import GAP
from houqin.reports.written.speaker import Speaker
from houqin.reports.written.story import chinese, story_of, title_of
from houqin.reports.written_summary import write_report
from houqin.result import Options, Result
from houqin.sections import Figure, Light, Section, Unit
from houqin.sentences import Figures, Goal, Part, Sentence, Shortcoming
from houqin.summing_up import with_sections

NOTHING = Both("", "")
BLANK = """
| 参数 | 代码 | 参数 | 值 |
| 2 | school.name | 学校名称 | |
| 隐患台账 | 隐患编号 | 发现日期 | 校区 | 隐患位置 | 隐患类别 | 隐患描述 | 隐患等级 | 整改责任人 | 整改状态 |
| 2 | YH-1 | 2020-05-06 | 本部 | 图书室 | 校园消防 | 灭火器压力不足 | 一般隐患 | 赵明远 | 未整改 |
"""


def result_of(drawn: str, lang: str = "") -> Result:
    return with_sections(check(TextHost(drawn), Options("2020-06-30", lang=lang), date(2026, 1, 1)))


@pytest.fixture(scope="module")
def clean(clean_book: Path) -> Result:
    return checked(clean_book)


@pytest.fixture(scope="module")
def paper(clean: Result, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("report") / "学期总结.docx"
    write_report(clean, path)
    return path


@pytest.fixture(scope="module")
def text(paper: Path) -> str:
    return said(paper)


def said(paper: Path) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(str(paper)).paragraphs)


def sources(paper: Path) -> dict[str, str]:
    table = docx.Document(str(paper)).tables[-1]
    return {row.cells[0].text: row.cells[1].text for row in table.rows[1:]}


FIGURES = {  # what the text says of a figure, and the figure as DuckDB gets it from the rows
    "组织各类安全检查{:,}次（本部": "select count(distinct (date, campus, kind)) from inspections",
    "登记隐患{:,}项（本部": "select count(*) from hazards",
    "到统计日期已整改{:,}项": "select count(*) from hazards where finished is not null",
    "验收销号{:,}项": "select count(*) from hazards where closed = '已销号'",
    "项（本部{:,}、": "select count(*) from hazards where campus = '本部'",
    "从发现到整改完成平均用时{:.1f}天": (
        "select round(avg(finished::date - found::date), 1) from hazards"
    ),
    "管理在用消防设备{:,}件": (
        "select count(*) from equipment where status <> '停用' and kind <> '维保合同'"
    ),
    "入库{:,.2f}元": (
        "select sum(round(quantity * unit_price, 2)) from receipts"
        " where coalesce(kind, '采购') in ('采购', '捐赠')"
    ),
    "盘点物品{:,}项": "select count(distinct (item, campus)) from counts where counted is not null",
    "盘点账实相符率{:.1%}": (
        "select count(*) filter (variance = 0) / count(*) from (select arg_max(variance, date) variance"
        " from (select item, campus, date, sum(variance) variance from counts"
        "  where counted is not null group by item, campus, number, date) group by item, campus)"
    ),
    "教学班{:,}个": "select count(*) from classes",
    "学生{:,}人（本部": "select sum(pupils) from classes",
    "、东园{:,}）。后勤台账": "select sum(pupils) from classes where campus = '东园'",
    "在岗人员{:,}人": "select count(*) from people where left_day is null",
}


@pytest.fixture(scope="module")
def ledgers(
    exported: dict[str, list[dict[str, Any]]], tmp_path_factory: pytest.TempPathFactory
) -> duckdb.DuckDBPyConnection:
    base, folder = duckdb.connect(), tmp_path_factory.mktemp("rows")
    for key in ("inspections", "hazards", "equipment", "receipts", "counts", "classes", "people"):
        rows = [
            {n.replace("left", "left_day"): v for n, v in r["values"].items()}
            for r in exported[key]
        ]
        path = folder / f"{key}.json"
        path.write_text(json.dumps(rows, ensure_ascii=False), "utf-8")
        base.execute(f"create table {key} as select * from read_json_auto('{path}')")
    return base


@pytest.mark.parametrize("words", FIGURES)
def test_the_text_says_what_the_rows_add_up_to(
    words: str, text: str, ledgers: duckdb.DuckDBPyConnection
) -> None:
    found = ledgers.execute(FIGURES[words]).fetchone()

    assert found
    assert found[0]
    assert words.format(found[0]) in text


def test_the_parts_come_in_their_order(paper: Path) -> None:
    document = docx.Document(str(paper))
    heads = [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 1"]

    assert document.paragraphs[0].text == "青溪学校\n2019-2020学年第二学期后勤工作总结"
    assert heads == [
        "一、工作目标",
        "二、主要工作",
        "三、工作成效",
        "四、存在问题",
        "五、下一步打算",
        "附：数据来源",
    ]


def test_every_figure_that_is_named_has_its_value_and_source_in_the_annex(
    clean: Result, paper: Path
) -> None:
    known = {f.name.zh: f for section in clean.sections for f in section.figures}
    told = sources(paper)

    assert len(told) >= 20
    for name, value in told.items():
        figure = known[name]
        assert value == in_words(figure.total, figure.unit) + campuses_of(figure, "zh")


def test_a_clean_term_is_no_draft_and_an_unclean_one_says_why(
    text: str, demo_book: Path, tmp_path: Path
) -> None:
    result = checked(demo_book)
    path = tmp_path / "学期总结.docx"
    write_report(result, path)

    assert "草稿" not in text
    assert f"草稿：台账中还有 {result.counts['error']} 处错误没有改正" in said(path)


def test_a_problem_that_is_accepted_makes_no_draft(demo_book: Path) -> None:
    result = checked(demo_book)

    assert story_of(replace(result, problems=())).draft == ""


def test_what_is_not_known_is_a_gap_that_is_marked(tmp_path: Path) -> None:
    path = tmp_path / "学期总结.docx"
    write_report(result_of(BLANK), path)

    document = docx.Document(str(path))
    runs = [run for paragraph in document.paragraphs for run in paragraph.runs]
    gaps = [run for run in runs if run.font.highlight_color == WD_COLOR_INDEX.YELLOW]
    assert "组织各类安全检查______（待填）次。" in said(path)
    others = "、".join(area.title.zh for area in AREAS if area.key != "safety")
    assert f"工作簿中没有{others}方面的台账，如有工作请补写：______（待填）" in said(path)
    assert {run.text for run in gaps} == {GAP.zh}
    plain = [run for run in runs if GAP.zh in run.text and run not in gaps]
    assert [run.text for run in plain] == [document.paragraphs[0].text]


def test_the_same_result_gives_the_same_bytes(clean: Result, paper: Path, tmp_path: Path) -> None:
    again = tmp_path / "学期总结.docx"

    write_report(clean, again)

    assert again.read_bytes() == paper.read_bytes()
    with ZipFile(again) as package:
        assert {entry.date_time[:3] for entry in package.infolist()} == {(1980, 1, 1)}


def test_every_style_and_run_names_a_chinese_face(paper: Path) -> None:
    document = docx.Document(str(paper))
    faces = {
        name: document.styles[name].element.rPr.rFonts.get(qn("w:eastAsia"))
        for name in ("Normal", "Title", "Heading 1", "Heading 2")
    }
    in_tables = {
        run._element.rPr.rFonts.get(qn("w:eastAsia"))
        for table in document.tables
        for row in table.rows
        for cell in row.cells
        for run in cell.paragraphs[0].runs
    }

    assert faces == {"Normal": "仿宋", "Title": "黑体", "Heading 1": "黑体", "Heading 2": "楷体"}
    assert in_tables == {"宋体"}


def test_it_is_ready_to_print_on_a4_with_page_numbers(paper: Path) -> None:
    document = docx.Document(str(paper))
    page = document.sections[0]
    first, last = document.tables

    assert page.page_width is not None
    assert page.page_height is not None
    assert (round(page.page_width.mm), round(page.page_height.mm)) == (210, 297)
    assert "PAGE" in page.footer._element.xml
    for table in (first, last):
        assert all(row._tr.xpath("./w:trPr/w:cantSplit") for row in table.rows)
        assert table.rows[0]._tr.xpath("./w:trPr/w:tblHeader")
    together = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in first.rows]
    assert together == [True] * (len(first.rows) - 1) + [False]
    heads = [p for p in document.paragraphs if p.style and p.style.name.startswith("Heading")]
    assert all(p.style and p.style.paragraph_format.keep_with_next for p in heads)


def test_the_table_of_targets_has_a_line_for_each_figure_with_a_target(
    clean: Result, paper: Path
) -> None:
    table = docx.Document(str(paper)).tables[0]
    rows = [[cell.text for cell in row.cells] for row in table.rows]

    targets = [f for s in clean.sections for f in s.figures if f.target is not None]
    assert rows[0] == ["指标", "目标", "本部", "东园", "全校", "状态"]
    assert [row[0] for row in rows[1:]] == [figure.name.zh for figure in targets]
    assert ["日巡视覆盖率", "达到100.0%", "100.0%", "100.0%", "100.0%", "达标"] in rows


def test_a_value_that_is_not_there_is_a_stroke_in_a_table(tmp_path: Path) -> None:
    nothing = figure("none_due", None, unit=Unit.RATE, target=Decimal(1), comparator=">=")
    result = replace(result_of(BLANK), sections=(Section("a", NOTHING, (nothing,)),))

    story = story_of(result)

    tables = (story.chapters[2].table, story.annex.table)
    assert [["".join(p.text for p in cell) for cell in t.rows[0]] for t in tables if t] == [
        ["none_due", "达到100.0%", "—", ""],
        ["none_due", "—", ""],
    ]


def test_last_term_stands_beside_this_one_where_it_is_known(clean: Result) -> None:
    sections = [
        replace(
            section,
            figures=tuple(
                replace(figure, last=Decimal("0.91"))
                if figure.key == "hazards.closed_rate"
                else figure
                for figure in section.figures
            ),
        )
        for section in clean.sections
    ]

    table = story_of(replace(clean, sections=tuple(sections))).chapters[2].table

    assert table
    assert table.headings[-2] == "上学期"
    assert {"".join(p.text for p in row[-2]) for row in table.rows} == {"91.0%", "—"}


def test_it_is_written_in_english_too(clean: Result, tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    write_report(replace(clean, lang="en"), path)

    assert " hazards were recorded (本部 33, " in said(path)
    assert "1. Goals" in said(path)


def test_nothing_private_is_told(paper: Path, exported: dict[str, list[dict[str, Any]]]) -> None:
    phones = [str(row["values"]["phone"]) for row in exported["people"]]
    with ZipFile(paper) as package:
        content = package.read("word/document.xml").decode()

    assert phones
    assert not [phone for phone in phones if phone in content]


# ---------------------------------------------------------------- sentences


def figure(key: str, total: Any, **more: Any) -> Figure:
    return Figure(key, Both(key, key), more.pop("unit", Unit.COUNT), total, NOTHING, **more)


KNOWN: Mapping[str, Figure] = {
    each.key: each
    for each in (
        figure("none", 0),
        figure("some", 3),
        figure("unknown", None),
        figure("good", 1, light=Light.GREEN),
        figure("bad", 1, light=Light.RED),
    )
}


@pytest.mark.parametrize(
    ("conditions", "holds"),
    [
        ({}, True),
        ({"when": "some"}, True),
        ({"when": "none"}, False),
        ({"when": "unknown"}, False),
        ({"when": "absent"}, False),
        ({"unless": "none"}, True),
        ({"unless": "some"}, False),
        ({"unless": "unknown"}, False),
        ({"met": "good"}, True),
        ({"met": "bad"}, False),
        ({"met": "some"}, False),
        ({"missed": "bad"}, True),
        ({"missed": "good"}, False),
        ({"missed": "unknown"}, False),
        ({"when": "some", "unless": "none", "met": "bad"}, False),
    ],
)
def test_a_sentence_is_written_while_its_conditions_hold(
    conditions: dict[str, str], holds: bool
) -> None:
    assert Sentence(Part.DONE, NOTHING, **conditions).holds(KNOWN) is holds


@pytest.mark.parametrize(
    ("words", "lang", "said"),
    [
        ("共 {cost}，用时 {days} 修好。", "zh", "共1,200.00元，用时3.5天修好。"),
        ("共 {cost} 元，用时 {days} 天。", "zh", "共1,200.00元，用时3.5天。"),
        ("共 {gone}，用 {absent}。", "zh", "共______（待填），用______（待填）。"),
        ("It cost {cost} in {days}.", "en", "It cost 1,200.00 yuan in 3.5 days."),
        ("It cost {cost} yuan in {days} days.", "en", "It cost 1,200.00 yuan in 3.5 days."),
        ("上学期 {cost@last}。", "zh", "上学期900.00元。"),
        ("{cost}", "zh", "1,200.00元"),
    ],
)
def test_yuan_and_days_are_named_once(words: str, lang: str, said: str) -> None:
    cost = figure("cost", Decimal(1200), unit=Unit.MONEY, last=Decimal(900))
    days, gone = (
        figure("days", Decimal("3.5"), unit=Unit.DAYS),
        figure("gone", None, unit=Unit.MONEY),
    )
    speaker = Speaker(lang, {each.key: each for each in (cost, days, gone)})

    pieces = speaker.pieces(Sentence(Part.DONE, Both(words, words)))

    assert "".join(piece.text for piece in pieces) == said


@pytest.mark.parametrize("area", AREAS, ids=lambda area: area.key)
def test_the_sentences_of_an_area_name_its_own_figures(area: Area, clean: Result) -> None:
    sections = [make(clean.book) for make in area.sections]
    sections += [close(clean.book, clean.sections) for close in area.closing]
    keys = {figure.key for made in sections if made for figure in made.figures}

    for sentence in area.sentences:
        named = {sentence.when, sentence.unless, sentence.met, sentence.missed} - {""}
        assert sentence.named() | named <= keys
        assert sentence.words.zh.endswith("。")
        assert sentence.words.en.endswith(".")


def test_both_languages_name_the_same_figures() -> None:
    for sentence in (each for area in AREAS for each in area.sentences):
        by_language = [
            sorted(str(piece) for piece in sentence.pieces(lang) if not isinstance(piece, str))
            for lang in ("zh", "en")
        ]
        assert by_language[0] == by_language[1]


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (1234567, Unit.COUNT, "1,234,567"),
        (Decimal("1234.50"), Unit.QUANTITY, "1,234.5"),
        (Decimal("1234.5"), Unit.MONEY, "1,234.50"),
        (Decimal("-63.01"), Unit.MONEY, "-63.01"),
        (Decimal("-0.5"), Unit.QUANTITY, "-0.5"),
        (Decimal("0.98549"), Unit.RATE, "98.5%"),
        (Decimal("0.9855"), Unit.RATE, "98.6%"),
        (Decimal("0.9999"), Unit.RATE, "99.9%"),
        (Decimal(1), Unit.RATE, "100.0%"),
        (date(2020, 6, 3), Unit.DATE, "2020年6月3日"),
        (None, Unit.COUNT, ""),
    ],
)
def test_a_value_is_written_as_running_text_has_it(value: Any, unit: Unit, words: str) -> None:
    assert in_words(value, unit) == words


@pytest.mark.parametrize(
    ("total", "by_campus", "words"),
    [
        (5, {"本部": 3, "东园": 2}, "（本部3、东园2）"),
        (3, {"本部": 3, "东园": 0}, "（均在本部）"),
        (1, {"本部": 0, "东园": 1}, "（在东园）"),
        (0, {"本部": 0, "东园": 0}, ""),
        (3, {"本部": 3}, ""),
        (3, {"本部": 3, "东园": None}, ""),
        (None, {"本部": None, "东园": None}, ""),
    ],
)
def test_campuses_are_told_where_there_are_two(
    total: int | None, by_campus: dict[str, int | None], words: str
) -> None:
    assert campuses_of(figure("a", total, by_campus=by_campus), "zh") == words


@pytest.mark.parametrize(
    ("target", "comparator", "unit", "words"),
    [
        (Decimal("0.95"), ">=", Unit.RATE, "不低于95.0%"),
        (Decimal(1), ">=", Unit.RATE, "达到100.0%"),
        (Decimal(0), "<=", Unit.COUNT, "为0"),
        (Decimal(3), "<=", Unit.COUNT, "不超过3"),
        (Decimal(3), "", Unit.COUNT, "3"),
        (None, ">=", Unit.COUNT, ""),
    ],
)
def test_a_target_is_written_with_its_comparison(
    target: Decimal | None, comparator: str, unit: Unit, words: str
) -> None:
    asked = figure("a", 1, unit=unit, target=target, comparator=comparator)

    assert target_of(asked, "zh") == words


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "一"), (9, "九"), (10, "十"), (11, "十一"), (20, "二十"), (21, "二十一")],
)
def test_headings_are_numbered_as_chinese_does(number: int, words: str) -> None:
    assert chinese(number) == words


# ---------------------------------------------------------------- goals and shortcomings


def goals(book: Book, figures: Figures) -> list[Goal]:
    return [
        Goal("隐患整改率达到 95%。", "95%", "96.6%", Light.GREEN),
        Goal("零责任事故"),
    ]


def shortcomings(book: Book) -> list[Shortcoming]:
    return [
        Shortcoming("库房偏小", "清理腾退一间器材室", "赵明远", date(2020, 9, 1)),
        Shortcoming("台账登记不及时。"),
    ]


STATED = Area(
    "term", Both("学期", "Term"), (), (), "#000000", goals=goals, shortcomings=shortcomings
)


def lines_of(chapter: int, result: Result, *areas: Area) -> list[str]:
    topics = story_of(result, areas).chapters[chapter].topics
    return ["".join(p.text for p in line) for topic in topics for line in topic.paragraphs]


def test_goals_that_the_school_stated_are_told_with_what_came_of_them() -> None:
    assert lines_of(0, result_of(BLANK), STATED) == [
        "1. 隐患整改率达到 95%（目标：95%），完成情况：96.6%，达标。",
        "2. 零责任事故，完成情况：______（待填）。",
    ]


def test_without_goals_the_targets_of_the_settings_are_told(clean: Result) -> None:
    told, others = lines_of(0, clean)  # no area brings goals

    assert told.startswith("本学期确定的指标：整改率（不含未到期）达到100.0%；逾期未整改为0；")
    assert others == "其他工作目标：______（待填）"


def test_shortcomings_that_the_school_stated_are_told_with_their_next_steps() -> None:
    result = result_of(BLANK)

    assert lines_of(3, result, STATED) == [
        "1. 库房偏小。",
        "2. 台账登记不及时。",
        "其他问题：______（待填）",
    ]
    assert lines_of(4, result, STATED) == [
        "1. 清理腾退一间器材室（责任人 赵明远，2020年9月1日前完成）。",
        "2. ______（待填）。",
        "其他打算：______（待填）",
    ]


def test_where_nothing_is_short_the_summary_says_that_the_ledgers_show_none() -> None:
    assert lines_of(3, result_of(BLANK)) == [
        "台账数据没有反映出未达标的事项。",
        "其他问题：______（待填）",
    ]


def test_the_title_has_gaps_where_school_and_term_are_not_stated() -> None:
    assert title_of(result_of(BLANK)) == ("______（待填）", "______（待填）后勤工作总结")
    assert title_of(replace(result_of(BLANK), lang="en"))[1] == "Logistics in ______ (to fill in)"


def test_a_part_of_which_nothing_is_known_is_a_gap(clean: Result) -> None:
    empty = replace(clean, sections=(Section("a", NOTHING, (figure("a", 1),)),))

    assert lines_of(2, empty, *AREAS) == [GAP.zh]
