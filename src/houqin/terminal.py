"""What every command of the terminal shares: opening a book, refusing in one sentence, telling how far it is."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

import typer
from typer.core import TyperGroup

from houqin.errors import HouqinError, Refused
from houqin.problems import Both
from houqin.result import Options, Result
from houqin.trail import CLI, Entry, about, note, trailed


class Format(StrEnum):
    """How a command tells: to people or to programs."""

    TEXT = "text"
    JSON = "json"


class Trailed(TyperGroup):
    """The commands, each of which leaves a line in the trail."""

    def invoke(self, ctx: Any) -> Any:  # Typer brings its own Context, which differs by version
        """Run a command, and keep a line of it however it ends."""
        with trailed(Entry(datetime.now().astimezone(), CLI, end="exit 0")) as entry:
            try:
                return super().invoke(ctx)
            finally:
                entry.action = ctx.invoked_subcommand or ""


@contextmanager
def refusals(book: Path, lang: str, form: Format = Format.TEXT) -> Iterator[None]:
    """Turn a refusal into its one sentence and exit code 2 (contract 9)."""
    about(book.name)
    try:
        yield
    except Refused as refused:
        lang = "en" if lang.lower().startswith("en") else "zh"
        if form is Format.JSON:
            from houqin.reports.as_json import refusal_of, text_of

            typer.echo(text_of(refusal_of(refused, book.name, lang)))
        typer.echo(
            f"{book.name}: {refused.message(lang)}{'. ' if lang == 'en' else '，'}{refused.fix(lang)}",
            err=True,
        )
        raise typer.Exit(2) from None
    except HouqinError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from None


def checked(book: Path, options: Options) -> Result:
    """Open a workbook and check it; this door alone may ask the clock."""
    from houqin.hosts.files import open_workbook
    from houqin.pipeline import check as check_host

    host = open_workbook(book)
    try:
        today = datetime.now().astimezone().date()
        result = check_host(host, options, today, progress_on_terminal)
        note(**result.counts)
        return result
    finally:
        host.close()
        progress_on_terminal(Both("", ""))


def progress_on_terminal(stage: Both) -> None:
    """Show the stage on one line that comes and goes, where somebody watches."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\033[K{stage.zh}{stage.zh and '…'}")
        sys.stderr.flush()


def only_recognised(result: Result) -> None:
    """Refuse a book of which no sheet is a ledger (contract 4)."""
    if not result.recognised:
        raise Refused("nothing_recognised", value="、".join(result.unknown) or "—")


@contextmanager
def resting_on(keys: tuple[str, ...], result: Result, book: Path, form: Format) -> Iterator[None]:
    """Stop with one sentence where an action lacks its sheets, or a column of theirs."""
    from houqin.areas import MODELS
    from houqin.problems import Both
    from houqin.rows import NoColumn

    titles = "、".join(model.ledger.title for model in MODELS if model.ledger.key in keys)
    lack = Both(f"没有工作表 {titles}", f"there is none of these sheets: {titles}")
    try:
        if any(each.key in keys for each in result.sheets):
            yield
            return
    except NoColumn as absent:
        lack = Both(
            f"工作表“{absent.sheet}”没有“{absent.heading}”一列",
            f"the sheet {absent.sheet} has no column {absent.heading}",
        )
    fix = Both("请补上后再试", "add it and try again").of(result.lang)
    if form is Format.JSON:
        from houqin.reports.as_json import text_of

        facts = {"code": "not_done", "message": lack.of(result.lang), "fix": fix}
        typer.echo(text_of({"book": book.name, "refused": facts}))
    typer.echo(
        Both(f"{book.name}：{lack.zh}，{fix}。", f"{book.name}: {lack.en}; {fix}.").of(result.lang),
        err=True,
    )
    raise typer.Exit(2)
