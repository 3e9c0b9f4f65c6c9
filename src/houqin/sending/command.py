"""The commands `houqin mail`, which writes a draft or sends, and `houqin mail-password`."""

import os
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from houqin.data_folder import data_folder
from houqin.errors import HouqinError
from houqin.terminal import refusals
from houqin.trail import note

if TYPE_CHECKING:
    from houqin.sending.dispatch import Dispatch
    from houqin.sending.mailbox import Mailbox
    from houqin.sending.sent_log import SentLog

Config = Annotated[
    Path | None,
    typer.Option("--config", help="Another houqin.toml than the one in the user's own folder."),
]


def mail(  # noqa: PLR0913, PLR0917 - one for each option
    attachment: Annotated[
        Path, typer.Argument(help="The summary workbook.", metavar="SUMMARY.xlsx")
    ],
    draft: Annotated[Path | None, typer.Option("--draft", help="The .eml file to write.")] = None,
    send: Annotated[
        bool, typer.Option("--send", help="Send it from the mailbox of houqin.toml.")
    ] = False,
    to: Annotated[list[str] | None, typer.Option("--to", help="A recipient; repeatable.")] = None,
    subject: Annotated[str, typer.Option("--subject")] = "",
    config: Config = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Send without asking.")] = False,
    again: Annotated[
        bool, typer.Option("--again", help="Send to those who got this file before, too.")
    ] = False,
) -> None:
    """Write a mail draft with the summary attached, or send it after a preview and a question.

    Exit 0 written or sent to all, 2 not.
    """
    with refusals(attachment, ""):
        if (draft is None) is not send:
            raise HouqinError(
                "请用 --draft 写草稿，或用 --send 发送，只选一个。"
                " / Write a draft with --draft, or send with --send; choose one."
            )
        if draft is None:
            _send(attachment, subject, to or (), config, yes=yes, again=again)
            return
        from houqin.reports.mail import write_draft

        write_draft(draft, attachment, subject=subject or attachment.stem, to=tuple(to or ()))
    typer.echo(str(draft))


def mail_password(
    config: Config = None,
    forget: Annotated[
        bool, typer.Option("--forget", help="Take the password out of the keyring.")
    ] = False,
) -> None:
    """Put the mailbox's password into the system's keyring, from where `mail --send` takes it."""
    from houqin.sending.mailbox import mailbox
    from houqin.sending.passwords import forget_password, keep_password

    with refusals(Path(), ""):
        server = mailbox(config).server
        if forget:
            gone = forget_password(server)
            typer.echo("已删去。 / Removed." if gone else "没有存过。 / There was none.")
            return
        asked = f"{server.user} 的密码或授权码 / password of {server.user}"
        keep_password(server, typer.prompt(asked, hide_input=True).strip())
        typer.echo("已存入系统的密码库。 / It is in the system's keyring.")


def _send(
    attachment: Path,
    subject: str,
    to: Sequence[str],
    config: Path | None,
    *,
    yes: bool,
    again: bool,
) -> None:
    from houqin.sending.mailbox import mailbox
    from houqin.sending.passwords import password_of
    from houqin.sending.sent_log import SentLog

    box = mailbox(config)
    recipients = box.recipients(to)
    dispatch = _dispatch(box, attachment, subject, recipients)
    log = SentLog(data_folder(os.environ) / "mail-log.txt")
    with log.alone():
        left = recipients if again else _not_yet(dispatch, recipients, log)
        if not left:
            return
        password = password_of(box.server)
        _preview(box, dispatch, left)
        if not (yes or _agreed()):
            raise HouqinError("没有发送。 / Nothing was sent.")
        _go(box, password, dispatch, left, log)


def _dispatch(
    box: "Mailbox", attachment: Path, subject: str, recipients: Sequence[str]
) -> "Dispatch":
    """Read the file, once: what is shown, remembered and sent is the same."""
    from houqin.outgoing.letter import Letter, MailSettings
    from houqin.sending.dispatch import Dispatch

    if attachment.suffix.lower() != ".xlsx":
        raise HouqinError(
            f"{attachment.name} 不是 .xlsx 汇总，没有发送。 / {attachment.name} is no .xlsx summary; nothing was sent."
        )
    try:
        content = attachment.read_bytes()
    except OSError as error:
        raise HouqinError(
            f"读不到附件 {attachment.name}，请先生成汇总。 / The attachment {attachment.name} cannot be read; make the summary first."
        ) from error
    settings = MailSettings(tuple(recipients), box.sender)
    letter = Letter(subject or attachment.stem, "", attachment, settings)
    return Dispatch(letter, content, datetime.now().astimezone())


def _not_yet(dispatch: "Dispatch", recipients: Sequence[str], log: "SentLog") -> list[str]:
    """Return who has not got this file yet, and tell about the others; exit 2 where nobody knows."""
    from houqin.sending.sent_log import Fate

    known = {each: log.known(dispatch.hash, each) for each in recipients}
    unsure = [each for each, found in known.items() if found and found.fate is Fate.BEGUN]
    if unsure:
        named = "、".join(unsure)
        raise HouqinError(
            f"上次发给 {named} 时中断了，收到没有不能确定，没有发送；请先问本人，要重发请加 --again，否则用 --to 写明其他收件人。"
            f" / The last sending to {named} broke off and may have arrived, so nothing was sent;"
            " ask them first and add --again, or name others with --to."
        )
    for each, found in known.items():
        if found:
            typer.echo(
                f"{found.at} 已发给 {each}，不再发送；要重发请加 --again。"
                f" / Sent to {each} at {found.at} and not again; add --again to repeat."
            )
    return [each for each, found in known.items() if not found]


def _preview(box: "Mailbox", dispatch: "Dispatch", recipients: Sequence[str]) -> None:
    letter, size = dispatch.letter, len(dispatch.content)
    typer.echo(f"发件人 / from：{box.sender}，{box.server}")
    for each in recipients:
        typer.echo(f"收件人 / to：{each}")
    typer.echo(f"主题 / subject：{letter.subject}")
    typer.echo(f"附件 / attachment：{letter.attachment.name}（{size / 1024:.1f} KB）")


def _agreed() -> bool:
    try:
        return typer.confirm("发送吗？ / Send it?")
    except typer.Abort:
        return False


def _go(
    box: "Mailbox", password: str, dispatch: "Dispatch", recipients: Sequence[str], log: "SentLog"
) -> None:
    from houqin.sending.dispatch import dispatched, told
    from houqin.sending.post_office import signed_in
    from houqin.sending.sent_log import Fate

    with signed_in(box.server, password) as smtp:
        delivered = list(dispatched(smtp, dispatch, recipients, log))
    fates = [each.fate for each in delivered]
    note(mails_sent=fates.count(Fate.SENT), mails_not_sent=len(fates) - fates.count(Fate.SENT))
    said = told(delivered)
    if set(fates) != {Fate.SENT}:
        raise HouqinError(f"{said.zh} / {said.en}")
    typer.echo(f"{said.zh} / {said.en}")
