"""生成汇总, 邮件发送: what leaves the office, written beside the workbook."""

from pathlib import Path

from houqin.desk.checking import checked
from houqin.desk.jobs import Outcome, Press
from houqin.files import spare
from houqin.main_job import letter, subject, summary_name
from houqin.outgoing import Letter, hand_over, mail_settings
from houqin.problems import Both
from houqin.reports.summary import write_summary
from houqin.result import Result
from houqin.summing_up import with_sections


def summary(press: Press) -> Outcome:
    """Write the summary workbook beside the open one, and show it."""
    path, result = _written(press)
    press.desk.open_file(path)
    return Outcome(_said(path, result))


def mail(press: Press) -> Outcome:
    """Write the summary and open a draft with it; a person looks it over and sends it."""
    path, result = _written(press)
    words = Letter(subject(result), letter(result), path, mail_settings())
    return Outcome(f"{_said(path, result)}\n{hand_over(words).of(result.lang)}")


def _written(press: Press) -> tuple[Path, Result]:
    result = with_sections(checked(press).result)
    book = press.desk.path
    path = book.parent / summary_name(result)
    spare(book, path)
    press.desk.status(Both("houqin 正在写汇总…", "houqin is writing the summary…").of(result.lang))
    write_summary(result, book.name, path)
    return path, result


def _said(path: Path, result: Result) -> str:
    lang, errors = result.lang, result.counts["error"]
    done = Both(f"汇总已写好：{path.name}", f"The summary is written: {path.name}").of(lang)
    if not result.draft:
        return done
    return f"{done}\n" + Both(
        f"台账里还有 {errors} 处错误，汇总标了“草稿”。",
        f"The ledgers still hold {errors} errors, so it is marked as a draft.",
    ).of(lang)
