"""The main job: from one checked workbook to everything that leaves the office."""

import re
from pathlib import Path

from houqin.files import spare, write_text, written_alone
from houqin.problems import Both
from houqin.reports.as_json import check_of, text_of
from houqin.reports.mail import write_draft
from houqin.reports.problem_list import write_problem_list
from houqin.reports.summary import title_of, write_summary
from houqin.reports.written_summary import can_write_report, write_report
from houqin.result import Result
from houqin.sections import Light, Unit

REPORT = "学期总结.docx"
UNSAFE = re.compile(r'[\\/:*?"<>|\s]+')


def run_main_job(result: Result, book: Path, folder: Path) -> dict[str, Path]:
    """Write what leaves the office and result.json into a folder; replace only these.

    The written summary is left out where the library that writes it is not installed.
    """
    made = {
        "summary": folder / summary_name(result),
        "list": folder / "问题清单.xlsx",
        **({"report": folder / REPORT} if can_write_report() else {}),
        "mail": folder / "邮件草稿.eml",
        "result": folder / "result.json",
    }
    spare(book, *made.values())
    with written_alone(folder):
        write_summary(result, book.name, made["summary"])
        write_problem_list(result, book, made["list"])
        if "report" in made:
            write_report(result, made["report"])
        write_draft(made["mail"], made["summary"], subject=subject(result), body=letter(result))
        files = {name: path.name for name, path in made.items() if name != "result"}
        write_text(made["result"], text_of(check_of(result, book.name) | {"files": files}) + "\n")
    return made


def summary_name(result: Result) -> str:
    """Return the name of the summary, which says which term and which days it is about."""
    period = result.book.period
    term = UNSAFE.sub("", result.book.settings.text("term.name")) or "学期"
    return f"后勤汇总_{term}_{period.start:%Y%m%d}-{period.end:%Y%m%d}.xlsx"


def subject(result: Result) -> str:
    """Return the subject of the mail in the words of 参数, on one line; else the summary's title.

    The words may hold {school}, {term}, {period} and {as_of}.
    """
    settings, period = result.book.settings, result.book.period
    shown = {
        "{school}": settings.text("school.name"),
        "{term}": settings.text("term.name"),
        "{period}": f"{period.start}..{period.end}",
        "{as_of}": f"{result.book.as_of}",
    }
    words = settings.text("mail.subject") or title_of(result)
    for name, value in shown.items():
        words = words.replace(name, value)
    draft = Both("【草稿】", "[draft] ").of(result.lang) if result.draft else ""
    return draft + " ".join(words.split())


def letter(result: Result) -> str:
    """Return the letter: the figures that have a target, and what stands behind them."""
    lang, period = result.lang, result.book.period
    lines = [
        Both("校长：", "Dear principal,").of(lang),
        "",
        Both(
            f"现将 {period.start} 至 {period.end} 后勤工作汇总发给您，统计日期 {result.book.as_of}，详见附件。",
            f"attached is the logistics summary of {period.start} to {period.end}, as of {result.book.as_of}.",
        ).of(lang),
        "",
        *_highlights(result),
        "",
        Both(
            "此邮件为草稿，请核对后发送。", "This is a draft; please look it over before sending."
        ).of(lang),
    ]
    return "\n".join(lines) + "\n"


def _highlights(result: Result) -> list[str]:
    lang = result.lang
    lines = []
    for figure in (figure for section in result.sections for figure in section.figures):
        if figure.light is not Light.NONE:
            name, light = figure.name.of(lang), _LIGHTS[figure.light].of(lang)
            value = _shown(figure.total, figure.unit)
            lines.append(
                Both(f"- {name}：{value}（{light}）", f"- {name}: {value} ({light})").of(lang)
            )
    return lines


_LIGHTS = {
    Light.GREEN: Both("达标", "met"),
    Light.AMBER: Both("接近目标", "close"),
    Light.RED: Both("未达标", "not met"),
}


def _shown(value: object, unit: Unit) -> str:
    from houqin.cells.writing import written

    if unit is Unit.RATE and value is not None:
        return f"{float(str(value)):.1%}"
    return written(value) if value is not None else "—"
