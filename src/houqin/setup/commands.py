"""The commands that set houqin up on a machine, take it back, look for trouble, and make the offline folder."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from houqin.errors import HouqinError
from houqin.problems import Both
from houqin.trail import can_be_kept, trail_file


class ReportAs(StrEnum):
    """How the doctor tells: to people or to programs."""

    TEXT = "text"
    JSON = "json"


Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")]
Trust = Annotated[
    bool | None,
    typer.Option("--trust/--no-trust", help="Whether Excel is to trust the workbook's folder."),
]
Lang = Annotated[str, typer.Option("--lang", help="zh or en.")]


def install(
    yes: Yes = False,
    trust: Trust = None,
    folder: Annotated[
        str,
        typer.Option("--folder", help="Where the workbook goes; else a folder 后勤 of its own."),
    ] = "",
    master: Annotated[
        Path | None, typer.Option("--master", help="Another blank workbook than houqin's.")
    ] = None,
    lang: Lang = "",
) -> None:
    """Set houqin up for this user of Windows: Excel's way to Python, the workbook, shortcuts."""
    from houqin import __version__
    from houqin.setup import install as setting_up
    from houqin.setup import this_machine

    with one_sentence(lang):
        machine = this_machine.this_machine()
        folder = str(Path(folder).absolute()) if folder else ""
        choices = setting_up.Choices(b"", __version__, folder, trust=bool(trust))
        setting_up.plan(machine, choices)  # says at once where nothing can be set up
        content = _master(master)
        if trust is None and not yes:
            trust = _agreed(_about_trust(setting_up.folder_for(machine, folder)), lang)
        choices = setting_up.Choices(content, __version__, folder, trust=bool(trust))
        steps = setting_up.plan(machine, choices)
        if steps:
            _say(Both("将要做这些：", "This will be done:"), lang)
            for step in steps:
                typer.echo(f"· {step.what.of(lang)}")
            _go_on(yes, lang)
        setting_up.carry_out(machine, steps)
    _say(
        Both(
            "装好了。请重开 Excel，再打开桌面上的“后勤台账”。不灵时运行 houqin doctor（或双击 doctor.cmd）。",
            "Done. Start Excel again and open 后勤台账 on the desktop. If something does not work, run houqin doctor.",
        ),
        lang,
    )


def uninstall(yes: Yes = False, lang: Lang = "") -> None:
    """Take back exactly what install changed; what you changed since, and your workbook, stay."""
    from houqin.setup import this_machine
    from houqin.setup import uninstall as taking_back

    with one_sentence(lang):
        machine = this_machine.this_machine()
        planned = taking_back.planned(machine)
        if planned:
            _say(Both("将撤回这些：", "This will be taken back:"), lang)
            for change in planned:
                typer.echo(f"· {change.target}")
            _go_on(yes, lang)
        else:
            _say(Both("没有要撤回的。", "There is nothing to take back."), lang)
        outcome = taking_back.take_back(machine)
    for told in outcome.told:
        typer.echo(f"· {told.of(lang)}")
    if outcome.stuck:
        stuck = "、".join(outcome.stuck)
        zh = f"这些没能撤回：{stuck}。请关闭 Excel 和打开的文件后再运行一次。"
        en = f"These could not be taken back: {stuck}. Close Excel and open files, then run it again."
        typer.echo(Both(zh, en).of(lang), err=True)
        raise typer.Exit(2)


def doctor(
    book: Annotated[
        str, typer.Argument(help="A workbook to look at too.", metavar="[BOOK]", show_default=False)
    ] = "",
    form: Annotated[ReportAs, typer.Option("--format", help="text or json.")] = ReportAs.TEXT,
    lang: Lang = "",
) -> None:
    """Say in plain words what is wrong with this machine and workbook. Exit 0 nothing, 1 something."""
    from houqin.setup import this_machine
    from houqin.setup.doctor import examine, is_healthy, report_facts, report_text
    from houqin.setup.workbook_facts import facts_of

    with one_sentence(lang):
        findings = examine(this_machine.this_machine(), facts_of(book) if book else None)
    if form is ReportAs.JSON:
        import json

        typer.echo(json.dumps(report_facts(findings, lang), ensure_ascii=False, indent=2))
    else:
        typer.echo(report_text(findings, lang), nl=False)
        _say(_where_the_trail_is(), lang)
    raise typer.Exit(0 if is_healthy(findings) else 1)


def bundle(
    out: Annotated[Path, typer.Option("-o", "--out", help="A new folder.", metavar="DIR")],
    python: Annotated[
        str, typer.Option("--python", help="The Python of the machines it is for, such as 3.11.")
    ] = f"{sys.version_info.major}.{sys.version_info.minor}",
    wheel: Annotated[
        Path | None, typer.Option("--wheel", help="houqin's own wheel; else it is built.")
    ] = None,
    lang: Lang = "",
) -> None:
    """Make the offline folder for Windows: wheels, install.cmd and a page with pictures."""
    from tempfile import TemporaryDirectory

    from houqin.setup.bundle import make_bundle, own_wheel
    from houqin.setup.wheels import Target, pip_fetch

    target = Target(python)
    with one_sentence(lang), TemporaryDirectory() as name:
        made = make_bundle(out, own_wheel(Path(name), wheel), target, pip_fetch(target))
    for path in made:
        typer.echo(str(path))


@contextmanager
def one_sentence(lang: str) -> Iterator[None]:
    """Turn what stops a command into its one sentence and exit code 2."""
    from houqin.setup.machine import NotDoneError

    try:
        yield
    except HouqinError as error:
        said = error.why.of(lang) if isinstance(error, NotDoneError) and lang else str(error)
        typer.echo(said, err=True)
        raise typer.Exit(2) from None


def _master(given: Path | None) -> bytes:
    """Return the blank workbook: the one given, else that of the wheel or the checkout."""
    from houqin.setup.machine import NotDoneError

    package = Path(__file__).parents[1]
    shipped = (
        package / "workbook" / "houqin.xlsm",
        package.parents[1] / "workbook" / "houqin.xlsm",
    )
    for path in (given,) if given is not None else shipped:
        if path.is_file():
            return path.read_bytes()
    raise NotDoneError(
        "找不到空白工作簿 houqin.xlsm，请用 --master 指出它在哪里。",
        "The blank workbook houqin.xlsm was not found; name it with --master.",
    )


def _about_trust(folder: object) -> Both:
    return Both(
        f"让 Excel 信任文件夹 {folder} 吗？同意后，放在里面的工作簿打开时宏直接运行，不再询问；请只放自己的工作簿",
        f"Let Excel trust the folder {folder}? Macros of workbooks in it then run without a question;"
        " keep only your own workbooks there",
    )


def _where_the_trail_is() -> Both:
    """Say where every run leaves its line."""
    path = trail_file()
    if can_be_kept():
        return Both(f"运行记录：{path}", f"Trail of all runs: {path}")
    return Both(
        f"运行记录写不进 {path}，请检查这个文件夹能不能写。",
        f"The trail cannot be written to {path}; see whether its folder may be written to.",
    )


def _go_on(yes: bool, lang: str) -> None:
    if yes or _agreed(Both("开始吗？", "Go on?"), lang):
        return
    _say(Both("没有做任何改动。", "Nothing was changed."), lang)
    raise typer.Exit(2)


def _agreed(question: Both, lang: str) -> bool:
    try:
        return typer.confirm(question.of(lang))
    except typer.Abort:
        return False


def _say(words: Both, lang: str) -> None:
    typer.echo(words.of(lang))
