"""The summary workbook that the head of logistics sends: overview, then one page for each area."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from houqin.problems import Both, Severity, State
from houqin.reports.as_text import SEVERITY, STATE
from houqin.reports.forms import ACCENT, AMBER, GREEN, LINE, QUIET, RED
from houqin.reports.pages import Page, Pages, new_workbook
from houqin.result import Result
from houqin.sections import Chart, Figure, Light, Section, SectionTable, Unit, Value

LIGHTS = {
    Light.GREEN: (Both("● 达标", "● met"), GREEN),
    Light.AMBER: (Both("▲ 接近", "▲ close"), AMBER),
    Light.RED: (Both("■ 未达标", "■ not met"), RED),
    Light.NONE: (Both("", ""), GREEN),
}
PALETTE = ("#1F5C8B", "#E08A1E", "#2E7D32", "#8E5EA2", "#B3261E", QUIET)
SOURCE_WIDTH = 64
LAST_TERM = Both("上学期", "Last term")
CHART_ROWS, CHART_WIDTH, CHART_HEIGHT = 16, 520, 300
ABREAST = 2
FEW = 5  # what is counted, on a chart whose scale goes by ones
LONG = 30  # rows of a table that gets a page of its own


def title_of(result: Result) -> str:
    """Return the title, which names the school and the term."""
    settings = result.book.settings
    school, term = settings.text("school.name"), settings.text("term.name")
    return Both(
        f"{school}后勤工作汇总（{term or '本学期'}）",
        f"{school} logistics summary ({term or 'this term'})".strip(),
    ).of(result.lang)


def write_summary(result: Result, book: str, path: Path) -> None:
    """Write the summary workbook: figures, tables and charts, without names of pupils or problems' values."""
    with new_workbook(path, title_of(result), result.book.as_of) as pages:
        _overview(pages, result, result.sections)
        for section in result.sections:
            _section(pages, result, section)
        _checked(pages, result, book)


def _campuses(result: Result, figures: Sequence[Figure]) -> list[str]:
    named = list(result.book.campuses())
    return named or sorted({campus for figure in figures for campus in figure.by_campus})


def _note(result: Result) -> str:
    period = result.book.period
    return Both(
        f"期间 {period.start} 至 {period.end}　统计日期 {result.book.as_of}",
        f"Period {period.start} to {period.end}, as of {result.book.as_of}",
    ).of(result.lang)


def draft_note(result: Result) -> str:
    """Return why the figures may still change, "" where they will not."""
    if not result.draft:
        return ""
    if result.faults:
        return Both(
            "草稿：有规则出了故障，检查没有做完，数字可能变化。",
            "Draft: a rule broke and the check is incomplete; figures may change.",
        ).of(result.lang)
    count = result.counts["error"]
    return Both(
        f"草稿：台账中还有 {count} 处错误没有改正，数字可能变化。",
        f"Draft: {count} errors in the ledgers are not mended yet; figures may change.",
    ).of(result.lang)


def _overview(pages: Pages, result: Result, sections: Sequence[Section]) -> None:
    page = pages.page(Both("总览", "Overview").of(result.lang))
    page.title(title_of(result), _note(result), verdict=draft_note(result))
    figures = [figure for section in sections for figure in section.figures]
    campuses = _campuses(result, figures)
    has_last = any(figure.last is not None for figure in figures)
    for section in sections:
        if section.figures:
            page.heading(section.title.of(result.lang))
            _figures(page, section.figures, campuses, result.lang, has_last=has_last)
    page.sheet.freeze_panes(3, 0)
    _figure_widths(page, len(campuses) + has_last)


def _figures(
    page: Page, figures: Sequence[Figure], campuses: Sequence[str], lang: str, *, has_last: bool
) -> None:
    heads = [
        Both("指标", "Figure"),
        *(Both(c, c) for c in campuses),
        Both("合计", "Total"),
        *((LAST_TERM,) if has_last else ()),
        Both("目标", "Target"),
        Both("状态", "Status"),
        Both("怎么算的", "How it is reckoned"),
    ]
    page.headings([head.of(lang) for head in heads])
    for figure in figures:
        source = figure.source.of(lang)
        page.value(0, figure.name.of(lang), Unit.TEXT, bold=True)
        values: list[Value] = [
            *(figure.by_campus.get(campus) for campus in campuses),
            figure.total,
            *((figure.last,) if has_last else ()),
            figure.target,
        ]
        for column, value in enumerate(values, start=1):
            page.value(column, value, figure.unit)
        text, colour = LIGHTS[figure.light]
        page.put(
            len(values) + 1,
            text.of(lang),
            font_color=colour,
            bold=True,
            border=1,
            border_color=LINE,
            align="center",
        )
        page.put(
            len(values) + 2,
            source,
            border=1,
            border_color=LINE,
            text_wrap=True,
            font_size=9,
            font_color=QUIET,
        )
        page.row += 1
    page.row += 1


def _figure_widths(page: Page, campuses: int) -> None:
    page.widths(least=11, most=28, fixed={campuses + 3: 11, campuses + 4: SOURCE_WIDTH})


@dataclass(frozen=True, slots=True)
class Drawn:
    """Where the rows of a table stand, counted from 0."""

    page: str
    rows: range


def _section(pages: Pages, result: Result, section: Section) -> None:
    """Draw an area: its charts first, then its tables, and long tables on pages of their own."""
    lang = result.lang
    page = _titled(pages, result, section.title.of(lang))
    shown = [chart for chart in section.charts if _has_numbers(chart, section)]
    top = page.row
    page.row += CHART_ROWS * -(-len(shown) // ABREAST)
    short = [table for table in section.tables if len(table.rows) <= LONG]
    drawn = {table.key: _table(page, table, lang) for table in short}
    for note in section.notes:
        page.put(0, note.of(lang), font_color=QUIET)
        page.row += 1
    page.widths(least=10, most=34)
    for table in section.tables:
        if len(table.rows) > LONG:
            drawn[table.key] = _long_table(pages, result, table)
    for index, chart in enumerate(shown):
        offset = (CHART_WIDTH + 16) * (index % ABREAST)
        row = top + CHART_ROWS * (index // ABREAST)
        figure = _chart(pages, chart, section, drawn[chart.table], lang)
        page.sheet.insert_chart(row, 0, figure, {"x_offset": offset, "y_offset": 4})


def _titled(pages: Pages, result: Result, title: str) -> Page:
    page = pages.page(title)
    page.title(title, _note(result), verdict=draft_note(result))
    return page


def _has_numbers(chart: Chart, section: Section) -> bool:
    """Tell whether a chart would show anything; one of zeros only is left out."""
    rows = next(table.rows for table in section.tables if table.key == chart.table)
    return any(row[column] for row in rows for column in chart.series)


def _table(page: Page, table: SectionTable, lang: str) -> Drawn:
    page.heading(table.title.of(lang))
    page.headings([heading.of(lang) for heading in table.headings])
    first = page.row
    for row in table.rows:
        page.cells([_said(value, lang) for value in row], table.units)
    if not table.rows:
        page.put(0, table.empty.of(lang), font_color=GREEN, border=1, border_color=LINE)
        page.row += 1
    page.row += 1
    return Drawn(page.name, range(first, first + len(table.rows)))


def _said(value: Value | Both, lang: str) -> Value:
    return value.of(lang) if isinstance(value, Both) else value


def _long_table(pages: Pages, result: Result, table: SectionTable) -> Drawn:
    """Give a long table a page of its own, whose headings stay in sight and are printed again."""
    page = _titled(pages, result, table.title.of(result.lang))
    drawn = _table(page, table, result.lang)
    page.sheet.freeze_panes(drawn.rows.start, 2)
    page.sheet.repeat_rows(drawn.rows.start - 1)
    page.sheet.autofilter(drawn.rows.start - 1, 0, drawn.rows.stop - 1, len(table.headings) - 1)
    page.widths(least=9, most=30)
    return drawn


def _chart(pages: Pages, chart: Chart, section: Section, data: Drawn, lang: str) -> Any:
    table = next(table for table in section.tables if table.key == chart.table)
    figure = pages.chart(chart.kind)
    first, last = data.rows.start, data.rows.stop - 1
    for index, column in enumerate(chart.series):
        figure.add_series(
            {
                "name": table.headings[column].of(lang),
                "categories": [data.page, first, chart.category, last, chart.category],
                "values": [data.page, first, column, last, column],
                "fill": {"color": PALETTE[index % len(PALETTE)]},
                "gap": 60,
            }
        )
    figure.set_title({"name": chart.title.of(lang), "name_font": {"size": 12, "color": ACCENT}})
    figure.set_legend({"none": True} if len(chart.series) == 1 else {"position": "bottom"})
    lines: dict[str, Any] = {"major_gridlines": {"visible": True, "line": {"color": LINE}}}
    if _counts_few(table, chart):  # a scale of whole numbers; half a hazard is none
        lines |= {"min": 0, "max": FEW, "major_unit": 1}
    if chart.kind == "bar":  # its categories run upwards unless reversed; the scale stays below
        figure.set_y_axis({"reverse": True})
        figure.set_x_axis(lines | {"label_position": "high"})
    else:
        figure.set_y_axis(lines)
    figure.set_size({"width": CHART_WIDTH, "height": CHART_HEIGHT})
    return figure


def _counts_few(table: SectionTable, chart: Chart) -> bool:
    """Tell whether a chart shows whole numbers that its scale can name one by one."""
    shown = [row[column] or 0 for row in table.rows for column in chart.series]
    return all(isinstance(value, int) and value <= FEW for value in shown)


def _checked(pages: Pages, result: Result, book: str) -> None:
    """Say on what the figures rest: what was read, and problems as counts only (contract 13)."""
    lang = result.lang
    page = pages.page(Both("数据校验", "Checks").of(lang))
    page.title(
        Both("数据校验情况", "Checks behind the figures").of(lang),
        _note(result),
        verdict=draft_note(result),
    )
    page.heading(Both("读了的台账", "Ledgers read").of(lang))
    page.headings(
        [
            Both("工作表", "Sheet").of(lang),
            Both("行数", "Rows").of(lang),
            *(SEVERITY[each].of(lang) for each in Severity),
            STATE[State.ACCEPTED].of(lang),
        ]
    )
    for each in result.sheets:
        counts = result.counts_on(each.sheet).values()
        page.cells((each.sheet, each.rows, *counts), [Unit.TEXT] + [Unit.COUNT] * 5)
    page.row += 1
    page.heading(Both("问题按规则计数", "Problems by rule").of(lang))
    page.headings(
        [
            head.of(lang)
            for head in (
                Both("规则", "Rule"),
                Both("工作表", "Sheet"),
                Both("个数", "Count"),
                Both("内容", "What it demands"),
            )
        ]
    )
    by_rule = Counter((p.code, p.place.sheet, p.title.of(lang)) for p in result.problems)
    for (code, sheet, title), count in sorted(by_rule.items()):
        page.cells((code, sheet, count, title), (Unit.TEXT, Unit.TEXT, Unit.COUNT, Unit.TEXT))
    if not by_rule:
        page.put(
            0,
            Both("没有发现问题", "No problems found").of(lang),
            font_color=GREEN,
            border=1,
            border_color=LINE,
        )
        page.row += 1
    page.row += 1
    from houqin import __version__

    page.put(
        0,
        Both(f"来源：{book}　houqin {__version__}", f"Source: {book}, houqin {__version__}").of(
            lang
        ),
        font_color=QUIET,
    )
    page.widths(least=10, most=46)
