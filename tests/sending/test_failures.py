"""What goes wrong on the way is told in one sentence: what was sent, what was not, and what nobody knows."""

from datetime import datetime
from pathlib import Path

import pytest
import trustme
from tests.conftest import Run
from tests.sending.conftest import Own, Ring, Start, context_of, one_sentence
from tests.sending.mail_servers import (
    HOST,
    OFFICE,
    PASSWORD,
    PLAIN_PASSWORD,
    PRINCIPAL,
    SENDER,
    free_port,
)

from houqin.outgoing.letter import Letter, MailSettings
from houqin.sending.dispatch import Delivered, Dispatch, dispatched
from houqin.sending.mailbox import mailbox
from houqin.sending.post_office import signed_in
from houqin.sending.sent_log import Fate, SentLog

pytestmark = pytest.mark.usefixtures("ring")


@pytest.mark.parametrize("security", ["ssl", "starttls"])
def test_an_untrusted_certificate_is_refused_before_any_password(
    start: Start, own: Own, send: Run, security: str
) -> None:
    server = start(security)
    own(server.port, security, trusted=False)

    assert "证书不可信" in one_sentence(send())
    assert server.handler.met == 0


@pytest.mark.parametrize("security", ["ssl", "starttls"])
def test_a_certificate_of_another_name_is_refused(
    authority: trustme.CA, start: Start, own: Own, send: Run, security: str
) -> None:
    server = start(security, context_of(authority, "smtp.elsewhere.example"))
    own(server.port, security)

    assert "证书不可信" in one_sentence(send())


@pytest.mark.parametrize("security", ["ssl", "starttls"])
def test_a_server_without_tls_never_gets_a_mail_nor_a_password(
    start: Start, own: Own, send: Run, security: str
) -> None:
    server = start("plain")
    own(server.port, security)

    assert "从不明文发送" in one_sentence(send())
    assert server.handler.met == 0


@pytest.mark.parametrize("password", ["zaq-1234", PASSWORD])
def test_a_wrong_password_is_told_with_what_to_do(
    start: Start, own: Own, send: Run, ring: Ring, password: str
) -> None:
    server = start("ssl")
    own(server.port)
    ring.kept[f"houqin {HOST}", SENDER] = password

    result = send()

    said = one_sentence(result)
    assert "用户名或密码不对" in said
    assert "houqin mail-password" in said
    assert password not in result.output
    assert server.handler.met == 0


def test_of_two_recipients_one_refused_the_other_gets_it_and_both_are_told(
    start: Start, own: Own, send: Run
) -> None:
    server = start("ssl", refused=(PRINCIPAL,))
    own(server.port)

    result = send(to=(PRINCIPAL, OFFICE))

    assert one_sentence(result).startswith(
        f"已发给 {OFFICE}；没有发给 {PRINCIPAL}（550 User not found: 没有此人），服务器拒收，请核对地址。 / "
    )
    assert server.handler.people == [[OFFICE]]


def test_whom_the_server_refused_may_be_tried_again(start: Start, own: Own, send: Run) -> None:
    server = start("ssl", refused=(PRINCIPAL,))
    own(server.port)
    send()
    server.handler.refused = ()

    assert send().exit_code == 0
    assert server.handler.people == [[PRINCIPAL]]


def test_what_the_server_refuses_after_the_content_may_be_tried_again(
    start: Start, own: Own, send: Run
) -> None:
    server = start("ssl", full=True)
    own(server.port)

    said = one_sentence(send(to=(PRINCIPAL, OFFICE)))
    server.handler.full = False
    again = send()

    assert f"没有发给 {PRINCIPAL}（552 Mailbox full）、{OFFICE}（552 Mailbox full）" in said
    assert again.exit_code == 0
    assert server.handler.people == [[PRINCIPAL]]


def test_a_connection_that_breaks_after_the_content_is_told_as_unknown_and_not_repeated_unasked(
    start: Start, own: Own, send: Run
) -> None:
    server = start("ssl", drops=True)
    own(server.port)

    first = one_sentence(send(to=(PRINCIPAL, OFFICE)))
    second = one_sentence(send())

    assert first.startswith(
        f"{PRINCIPAL} 收到没有不能确定，发送途中连接断了，请先问本人，要重发请加 --again；"
        f"没有发给 {OFFICE}，连接已断或记录写不进，请稍后再运行一次。 / "
    )
    assert f"上次发给 {PRINCIPAL} 时中断了" in second
    assert server.handler.people == [[PRINCIPAL]]


def test_who_was_not_tried_then_gets_it_by_a_second_run(start: Start, own: Own, send: Run) -> None:
    server = start("ssl", drops=True)
    own(server.port)
    send(to=(PRINCIPAL, OFFICE))
    server.handler.drops = False

    result = send(to=(OFFICE,))

    assert result.exit_code == 0
    assert server.handler.people == [[PRINCIPAL], [OFFICE]]


def test_a_connection_that_breaks_before_the_content_left_nothing_behind(
    start: Start, own: Own, send: Run
) -> None:
    server = start("ssl", hangs_up=True)
    own(server.port)

    said = one_sentence(send())
    server.handler.hangs_up = False
    again = send()

    assert said.startswith(f"没有发给 {PRINCIPAL}，连接已断")
    assert again.exit_code == 0
    assert server.handler.people == [[PRINCIPAL]]


def test_a_server_that_is_not_there_is_told(own: Own, send: Run) -> None:
    own(free_port())

    assert "连不上" in one_sentence(send())


def test_nothing_is_sent_that_cannot_be_remembered(
    start: Start, own: Own, send: Run, tmp_path: Path
) -> None:
    server = start("ssl")
    own(server.port)
    (tmp_path / "data" / "mail-log.txt").mkdir(parents=True)

    assert "没有发送" in one_sentence(send())
    assert server.handler.met == 0


def test_while_another_one_sends_nothing_is_sent(
    start: Start, own: Own, send: Run, tmp_path: Path
) -> None:
    server = start("ssl")
    own(server.port)
    lock = tmp_path / "data" / "mail-log.lock"
    lock.parent.mkdir()
    lock.touch()

    assert "另一个 houqin 正在发送" in one_sentence(send())
    assert server.handler.met == 0
    lock.unlink()
    assert send().exit_code == 0
    assert not lock.exists()


def test_once_the_log_fails_nobody_else_is_tried(
    start: Start, own: Own, summary: Path, tmp_path: Path
) -> None:
    server = start("ssl")
    box = mailbox(own(server.port))
    letter = Letter("汇总", "", summary, MailSettings((PRINCIPAL,), SENDER))
    dispatch = Dispatch(letter, summary.read_bytes(), datetime.now().astimezone())
    log = SentLog(tmp_path / "mail-log.txt")

    with signed_in(box.server, PLAIN_PASSWORD) as smtp:
        going = dispatched(smtp, dispatch, [PRINCIPAL, OFFICE, SENDER], log)
        first = next(going)
        log.path.rename(tmp_path / "kept.txt")
        log.path.mkdir()
        rest = list(going)

    assert first == Delivered(PRINCIPAL, Fate.SENT)
    assert [(each.recipient, each.fate) for each in rest] == [
        (OFFICE, Fate.NOT_TRIED),
        (SENDER, Fate.NOT_TRIED),
    ]
    assert "mail-log.txt" in rest[0].words
    assert server.handler.people == [[PRINCIPAL]]
