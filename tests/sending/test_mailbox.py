"""The mailbox stands in the user's own houqin.toml, its password in the keyring."""

import re
import sys
from pathlib import Path

import keyring
import pytest
from keyring.backends import fail, null
from tests.conftest import Run
from tests.sending.conftest import Own, Ring
from tests.sending.mail_servers import HOST, PLAIN_PASSWORD, PRINCIPAL, SENDER
from typer.testing import CliRunner

from houqin.cli import app
from houqin.errors import HouqinError
from houqin.sending.mail_server import MailServer, Security
from houqin.sending.mailbox import Mailbox, mailbox


def written(folder: Path, text: str) -> Path:
    path = folder / "houqin.toml"
    path.write_text(f"[mail]\n{text}\n", "utf-8")
    return path


@pytest.mark.parametrize(
    ("preset", "host"),
    [
        ('"qq"', "smtp.qq.com"),
        ('"163"', "smtp.163.com"),
        ("163", "smtp.163.com"),
        ('"126"', "smtp.126.com"),
        ('"exmail"', "smtp.exmail.qq.com"),
    ],
)
def test_a_preset_names_a_server_that_encrypts_from_the_start(
    tmp_path: Path, preset: str, host: str
) -> None:
    file = written(tmp_path, f'sender = "{SENDER}"\npreset = {preset}\nto = "{PRINCIPAL}"')

    server = MailServer(host, 465, Security.SSL, SENDER)
    assert mailbox(file) == Mailbox(server, SENDER, (PRINCIPAL,), (PRINCIPAL,))


def test_a_server_of_the_schools_own_is_named_with_what_belongs_to_it(tmp_path: Path) -> None:
    file = written(
        tmp_path,
        f'sender = "{SENDER}"\nserver = "mail.qingxi.example"\nsecurity = "starttls"\n'
        f'user = "zongwu"\nca_file = "school.pem"\nallow = ["{PRINCIPAL}"]',
    )

    trusted = tmp_path / "school.pem"
    server = MailServer("mail.qingxi.example", 587, Security.STARTTLS, "zongwu", trusted)
    assert mailbox(file) == Mailbox(server, SENDER, (), (PRINCIPAL,))


def test_the_examples_of_the_page_are_understood(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "mail.md").read_text("utf-8")
    whole, own = re.findall(r"```toml\n(.*?)```", page, flags=re.DOTALL)
    other = "".join(line for line in whole.splitlines(keepends=True) if "preset" not in line) + own

    first, second = (
        mailbox(written(tmp_path, text.replace("[mail]", ""))) for text in (whole, other)
    )

    trusted = tmp_path / "school.pem"
    office = "banshi@qingxi.example"
    server = MailServer("smtp.exmail.qq.com", 465, Security.SSL, SENDER)
    theirs = MailServer("mail.qingxi.example", 587, Security.STARTTLS, "zongwu", trusted)
    assert first == Mailbox(server, SENDER, (PRINCIPAL,), (PRINCIPAL, office))
    assert second == Mailbox(theirs, SENDER, (PRINCIPAL,), (PRINCIPAL, office))


GOOD = f'sender = "{SENDER}"\npreset = "qq"\n'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('preset = "qq"', "缺少 sender"),
        ('sender = "a b"\npreset = "qq"', "sender 应为邮件地址"),
        (GOOD + 'to = ["a@b.cn\\nBcc: c@d.cn"]', "to 应为邮件地址"),
        (GOOD + 'allow = "a@b.cn, c@d.cn"', "allow 应为邮件地址"),
        (GOOD.replace("qq", "gmail"), "preset 应为qq、163、126 或 exmail"),
        (GOOD + "port = 25", "preset 和 server 请写其中一个"),
        (f'sender = "{SENDER}"', "preset 和 server 请写其中一个"),
        (f'sender = "{SENDER}"\nserver = "a"\nport = 70000', "port 应为1 到 65535"),
        (f'sender = "{SENDER}"\nserver = "a"\nsecurity = "none"', "security 应为ssl 或 starttls"),
        (f'sender = "{SENDER}"\nserver = "a b"', "server 应为服务器的名字"),
        (GOOD + 'allowed = "a@b.cn"', "没有 'allowed' 这一项"),
        (GOOD + 'password = "abcd"', "密码不要写在文件里"),
    ],
)
def test_what_is_wrong_in_the_file_is_one_sentence(tmp_path: Path, text: str, said: str) -> None:
    file = written(tmp_path, text)

    with pytest.raises(HouqinError, match=said) as refused:
        mailbox(file)

    told = str(refused.value)
    assert told.startswith(f"{file} 的 [mail]")
    assert "\n" not in told
    assert "abcd" not in told


def test_without_the_file_it_is_told_where_it_would_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("APPDATA", str(tmp_path))

    with pytest.raises(HouqinError, match=r"houqin\.toml.*docs/mail\.md"):
        mailbox()


def test_another_file_may_be_named(own: Own, houqin: Run, summary: Path, tmp_path: Path) -> None:
    own(1)
    other = written(tmp_path, GOOD)

    result = houqin("mail", summary, "--send", "--to", PRINCIPAL, "--config", other)

    assert "不在允许的收件人中" in result.stderr


def test_a_workbook_is_no_such_file(own: Own, houqin: Run, summary: Path) -> None:
    own(1)

    result = houqin("mail", summary, "--send", "--to", PRINCIPAL, "--config", summary)

    assert result.exit_code == 2
    assert "读不懂" in result.stderr


def test_a_certificate_file_that_is_not_there_is_told(
    own: Own, ring: Ring, houqin: Run, summary: Path
) -> None:
    own(1, ca_file='"gone.pem"')

    result = houqin("mail", summary, "--send", "--yes", "--to", PRINCIPAL)

    assert result.exit_code == 2
    assert "gone.pem" in result.stderr.splitlines()[-1]
    assert "请改正 houqin.toml 的 ca_file" in result.stderr.splitlines()[-1]


def test_a_password_is_put_into_the_keyring_unseen_and_taken_out(own: Own, ring: Ring) -> None:
    own(1)
    ring.kept.clear()

    put = CliRunner().invoke(app, ["mail-password"], input=f"{PLAIN_PASSWORD}\n")
    kept = dict(ring.kept)
    gone = [CliRunner().invoke(app, ["mail-password", "--forget"]).stdout for _ in range(2)]

    assert put.exit_code == 0
    assert PLAIN_PASSWORD not in put.output
    assert kept == {(f"houqin {HOST}", SENDER): PLAIN_PASSWORD}
    assert ring.kept == {}
    assert gone == ["已删去。 / Removed.\n", "没有存过。 / There was none.\n"]


def test_without_a_password_it_is_told_how_to_keep_one(
    own: Own, ring: Ring, houqin: Run, summary: Path
) -> None:
    own(1)
    ring.kept.clear()

    result = houqin("mail", summary, "--send", "--yes", "--to", PRINCIPAL)

    assert result.exit_code == 2
    assert result.stderr.startswith(f"{SENDER} 的密码还没有存，请运行 houqin mail-password。 / ")


def test_without_the_extra_mail_it_is_one_sentence(
    own: Own, houqin: Run, summary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own(1)
    monkeypatch.setitem(sys.modules, "keyring", None)

    result = houqin("mail", summary, "--send", "--yes", "--to", PRINCIPAL)

    assert result.exit_code == 2
    assert "还没有装 keyring" in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("backend", [fail.Keyring, null.Keyring])
def test_a_keyring_that_keeps_nothing_is_told(own: Own, ring: Ring, backend: type) -> None:
    own(1)
    keyring.set_keyring(backend())

    result = CliRunner().invoke(app, ["mail-password"], input="abcd\n")

    assert result.exit_code == 2
    assert "系统的密码库用不了" in result.stderr


def test_neither_keyring_nor_smtp_is_imported_for_a_draft(summary: Path, tmp_path: Path) -> None:
    import subprocess

    code = (
        "import sys; from houqin.cli import app\n"
        "try: app(sys.argv[1:])\n"
        "except SystemExit: pass\n"
        "print(sorted({'keyring', 'smtplib'} & set(sys.modules)))"
    )
    draft = str(tmp_path / "a.eml")
    done = subprocess.run(
        [sys.executable, "-c", code, "mail", str(summary), "--draft", draft],
        capture_output=True,
        check=True,
        text=True,
        encoding="utf-8",
    )

    assert done.stdout.splitlines()[-1] == "[]"
