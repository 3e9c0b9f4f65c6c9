"""A summary is sent over an encrypted connection, to whom the user allows, and once."""

import ssl
from datetime import datetime
from pathlib import Path

import pytest
from tests.conftest import Run
from tests.sending.conftest import Own, Start, one_sentence
from tests.sending.mail_servers import HOST, OFFICE, PRINCIPAL, SENDER

pytestmark = pytest.mark.usefixtures("ring")


@pytest.mark.parametrize("security", ["ssl", "starttls"])
def test_a_summary_arrives_whole(
    start: Start, own: Own, send: Run, summary: Path, security: str
) -> None:
    server = start(security)
    own(server.port, security)

    result = send("--subject", "后勤汇总 6月")

    mail = server.handler.mail()
    (attached,) = mail.iter_attachments()
    assert result.exit_code == 0
    assert f"已发给 {PRINCIPAL}。 / sent to {PRINCIPAL}." in result.stdout
    assert server.handler.people == [[PRINCIPAL]]
    assert server.handler.got[0].mail_from == SENDER
    assert (mail["From"], mail["To"], mail["Subject"]) == (SENDER, PRINCIPAL, "后勤汇总 6月")
    assert attached.get_content() == summary.read_bytes()
    assert attached.get_filename() == "后勤汇总.xlsx"
    assert "X-Unsent" not in mail
    assert str(mail["Message-ID"]).endswith("@qingxi.example>")
    age = datetime.now().astimezone() - mail["Date"].datetime
    assert 0 <= age.days < 1


def test_before_it_is_sent_a_person_sees_it_and_is_asked(
    start: Start, own: Own, houqin: Run, summary: Path
) -> None:
    server = start("ssl")
    own(server.port)

    result = houqin("mail", summary, "--send", "--to", PRINCIPAL, "--to", OFFICE)

    assert result.stdout.splitlines()[:5] == [
        f"发件人 / from：{SENDER}，{HOST}:{server.port} (ssl)",
        f"收件人 / to：{PRINCIPAL}",
        f"收件人 / to：{OFFICE}",
        "主题 / subject：后勤汇总",
        "附件 / attachment：后勤汇总.xlsx（2.0 KB）",
    ]
    assert "发送吗？ / Send it?" in result.stdout
    assert result.stderr.splitlines()[-1] == "没有发送。 / Nothing was sent."
    assert result.exit_code == 2
    assert server.handler.met == 0


@pytest.mark.parametrize("answer", ["y", "n"])
def test_the_answer_decides(start: Start, own: Own, summary: Path, answer: str) -> None:
    from typer.testing import CliRunner

    from houqin.cli import app

    server = start("ssl")
    own(server.port)

    CliRunner().invoke(
        app, ["mail", str(summary), "--send", "--to", PRINCIPAL], input=f"{answer}\n"
    )

    assert server.handler.people == ([[PRINCIPAL]] if answer == "y" else [])


def test_who_is_on_the_list_gets_it_whatever_the_case_and_once(
    start: Start, own: Own, send: Run
) -> None:
    server = start("ssl")
    own(server.port)

    send(to=(PRINCIPAL.upper(), PRINCIPAL))

    assert server.handler.people == [[PRINCIPAL]]


def test_without_to_it_goes_to_those_of_the_file(start: Start, own: Own, send: Run) -> None:
    server = start("ssl")
    own(server.port, to=f'"{OFFICE}"')

    send(to=())

    assert server.handler.people == [[OFFICE]]


@pytest.mark.parametrize(
    "address",
    [
        "waibu@elsewhere.example",
        f"{PRINCIPAL}\nBcc: waibu@elsewhere.example",
        f"{PRINCIPAL},waibu@elsewhere.example",
        f"{PRINCIPAL}\r\n",
        f"<{PRINCIPAL}>",
        "",
    ],
)
def test_nobody_else_gets_it_and_nobody_is_told_in_part(
    start: Start, own: Own, send: Run, address: str
) -> None:
    server = start("ssl")
    own(server.port)

    result = send(to=(PRINCIPAL, address))

    assert "不在允许的收件人中" in one_sentence(result)
    assert server.handler.met == 0


@pytest.mark.parametrize("subject", ["a\nBcc: x@y.example", "a\r\n\r\nb", "a\u2028b", "a\x00"])
def test_a_subject_of_more_lines_is_refused(
    start: Start, own: Own, send: Run, subject: str
) -> None:
    server = start("ssl")
    own(server.port)

    assert "一行文字" in one_sentence(send("--subject", subject))
    assert server.handler.met == 0


def test_the_same_file_is_not_sent_twice_unasked(start: Start, own: Own, send: Run) -> None:
    server = start("ssl")
    own(server.port)
    send()

    again = send("--subject", "另一个主题")

    assert again.exit_code == 0
    assert f"已发给 {PRINCIPAL}，不再发送；要重发请加 --again。" in again.stdout
    assert len(server.handler.got) == 1


def test_who_has_it_is_left_out_and_who_has_not_gets_it(start: Start, own: Own, send: Run) -> None:
    server = start("ssl")
    own(server.port)
    send()

    send(to=(PRINCIPAL, OFFICE))

    assert server.handler.people == [[PRINCIPAL], [OFFICE]]


def test_asked_again_it_is_sent_again(start: Start, own: Own, send: Run) -> None:
    server = start("ssl")
    own(server.port)
    send()

    send("--again")

    assert server.handler.people == [[PRINCIPAL], [PRINCIPAL]]
    assert server.handler.mail(0)["Message-ID"] != server.handler.mail(1)["Message-ID"]


def test_a_changed_file_is_another_one(start: Start, own: Own, send: Run, summary: Path) -> None:
    server = start("ssl")
    own(server.port)
    send()
    summary.write_bytes(summary.read_bytes() + b"!")

    send()

    assert len(server.handler.got) == 2


@pytest.mark.parametrize("options", [[], ["--send", "--draft", "a.eml"]])
def test_draft_or_send_is_to_be_chosen(houqin: Run, summary: Path, options: list[str]) -> None:
    assert "只选一个" in one_sentence(houqin("mail", summary, *options))


def test_only_a_summary_that_is_there_is_sent(own: Own, houqin: Run, tmp_path: Path) -> None:
    own(1)

    told = [
        one_sentence(houqin("mail", tmp_path / name, "--send", "--to", PRINCIPAL))
        for name in ("后勤台账.xlsm", "没有.xlsx")
    ]

    assert "不是 .xlsx 汇总" in told[0]
    assert "请先生成汇总" in told[1]


def test_no_way_to_a_server_leaves_verification_off() -> None:
    from houqin.sending.mail_server import MailServer, Security
    from houqin.sending.post_office import _trusting

    context = _trusting(MailServer(HOST, 465, Security.SSL, SENDER))

    assert (context.verify_mode, context.check_hostname) == (ssl.CERT_REQUIRED, True)


def test_the_trail_tells_how_many_mails_and_no_address(
    start: Start, own: Own, send: Run, tmp_path: Path
) -> None:
    server = start("ssl", refused=(PRINCIPAL,))
    own(server.port)

    send(to=(PRINCIPAL, OFFICE))

    (line,) = (tmp_path / "data" / "trail.txt").read_text("utf-8").splitlines()
    assert line.split(" | ")[1:] == [
        "cli",
        "mail",
        "后勤汇总.xlsx",
        "mails_sent 1, mails_not_sent 1",
        "exit 2",
    ]
