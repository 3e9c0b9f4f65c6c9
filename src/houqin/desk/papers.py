"""生成汇总, 邮件发送, 学期总结: what leaves the office, written beside the workbook."""

from collections.abc import Callable
from contextlib import suppress
from itertools import count
from pathlib import Path

from houqin.desk.checking import checked
from houqin.desk.jobs import Outcome, Press
from houqin.files import spare
from houqin.main_job import REPORT, letter, subject, summary_name
from houqin.outgoing import DoorClosedError, Letter, hand_over, mail_settings
from houqin.outgoing.windows import open_file
from houqin.problems import Both
from houqin.reports.summary import write_summary
from houqin.reports.written_summary import require_library, write_report
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


def report(press: Press, show: Callable[[Path], None] = open_file) -> Outcome:
    """Write the written summary beside the open workbook, and show it where that is possible."""
    require_library()
    result = with_sections(checked(press).result)
    path = _unedited(press, press.desk.path.parent / REPORT, result.lang)
    _tell_stage(press, result, path, Both("学期总结", "the written summary"))
    write_report(result, path)
    with suppress(DoorClosedError):
        show(path)
    return Outcome(_said(path, result, Both("学期总结已写好", "The written summary is written")))


def _unedited(press: Press, path: Path, lang: str) -> Path:
    """Return where to write a paper that people edit: what they edited is replaced only if they say so."""
    question = Both(
        f"已有 {path.name}，里面可能有您改过的内容。要覆盖它吗？选“否”另存一份。",
        f"There is {path.name} already, perhaps with changes of yours. Replace it? No writes another file.",
    )
    if not path.exists() or press.desk.ask(question.of(lang)):
        return path
    others = (path.with_stem(f"{path.stem}_{number}") for number in count(2))
    return next(other for other in others if not other.exists())


def _written(press: Press) -> tuple[Path, Result]:
    result = with_sections(checked(press).result)
    path = press.desk.path.parent / summary_name(result)
    _tell_stage(press, result, path, Both("汇总", "the summary"))
    write_summary(result, press.desk.path.name, path)
    return path, result


def _tell_stage(press: Press, result: Result, path: Path, what: Both) -> None:
    """Say that a paper is being written, if it takes the place of nothing that was read."""
    spare(press.desk.path, path)
    words = Both(f"houqin 正在写{what.zh}…", f"houqin is writing {what.en}…")
    press.desk.status(words.of(result.lang))


SUMMARY = Both("汇总已写好", "The summary is written")


def _said(path: Path, result: Result, done: Both = SUMMARY) -> str:
    lang, errors = result.lang, result.counts["error"]
    told = Both(f"{done.zh}：{path.name}", f"{done.en}: {path.name}").of(lang)
    if not result.draft:
        return told
    return f"{told}\n" + Both(
        f"台账里还有 {errors} 处错误，已标为“草稿”。",
        f"The ledgers still hold {errors} errors, so it is marked as a draft.",
    ).of(lang)
