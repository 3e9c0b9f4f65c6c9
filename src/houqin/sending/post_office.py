"""Speaking to a mail server: encrypted and verified, or not at all."""

import smtplib
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import NamedTuple

from houqin.errors import HouqinError
from houqin.problems import Both
from houqin.sending.mail_server import MailServer, Security
from houqin.sending.sent_log import Fate

SECONDS = 120  # without an answer, or for the whole of an attachment
_MYSELF = "localhost"  # the machine's own name is nobody's business, and may be Chinese
_ACCEPTED = (250, 251)
_FOR_GOOD = 500  # codes below it say: not now


class Answer(NamedTuple):
    """What a server made of one mail, and in which words."""

    fate: Fate
    words: str = ""


@contextmanager
def signed_in(server: MailServer, password: str) -> Iterator[smtplib.SMTP]:
    """Give an encrypted connection that knows who we are.

    Raises:
        HouqinError: there is no such connection; nothing was sent.
    """
    try:
        smtp = _opened(server)
    except (OSError, ValueError) as error:
        raise _not_sent(_why_closed(error), server) from error
    try:
        _sign_in(smtp, server, password)
        yield smtp
    finally:
        with suppress(OSError):  # what was sent stays sent, however the farewell goes
            smtp.quit()
        smtp.close()


def _opened(server: MailServer) -> smtplib.SMTP:
    context = _trusting(server)
    place = (server.host, server.port)
    if server.security is Security.SSL:
        return smtplib.SMTP_SSL(*place, _MYSELF, timeout=SECONDS, context=context)
    smtp = smtplib.SMTP(*place, _MYSELF, timeout=SECONDS)
    try:
        smtp.starttls(context=context)
    except BaseException:
        smtp.close()
        raise
    return smtp


def _trusting(server: MailServer) -> ssl.SSLContext:
    try:
        return ssl.create_default_context(cafile=server.ca_file)
    except OSError as error:
        raise HouqinError(
            f"读不了证书文件 {server.ca_file}，没有发送，请改正 houqin.toml 的 ca_file。"
            f" / The certificate {server.ca_file} cannot be read, and nothing was sent; correct ca_file in houqin.toml."
        ) from error


def _sign_in(smtp: smtplib.SMTP, server: MailServer, password: str) -> None:
    try:
        smtp.login(server.user, password)
    except (OSError, UnicodeEncodeError) as error:
        for_now = getattr(error, "smtp_code", 0) < _FOR_GOOD
        wrong = isinstance(error, smtplib.SMTPAuthenticationError) and not for_now
        ours = wrong or isinstance(error, UnicodeEncodeError)
        raise _not_sent(_WRONG_PASSWORD if ours else _NO_LOGIN, server) from error


def post(
    smtp: smtplib.SMTP, sender: str, recipient: str, content: bytes, begin: Callable[[], None]
) -> Answer:
    """Give a server one mail for one recipient; `begin` is called before it gets the content.

    Raises:
        OSError: the connection broke before that, so that the mail was not sent.
    """
    size = [f"size={len(content)}"] if smtp.has_extn("size") else []
    for code, words in (smtp.mail(sender, size), smtp.rcpt(recipient)):
        if code not in _ACCEPTED:
            return _refused(smtp, code, words)
    begin()
    try:
        code, words = smtp.data(content)
    except smtplib.SMTPDataError as error:
        return _refused(smtp, error.smtp_code, error.smtp_error)
    except OSError:
        return Answer(Fate.BEGUN)
    return Answer(Fate.SENT) if code in _ACCEPTED else _refused(smtp, code, words)


def _refused(smtp: smtplib.SMTP, code: int, words: bytes | str) -> Answer:
    with suppress(OSError):
        smtp.rset()
    text = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    shown = "".join(letter if letter.isprintable() else " " for letter in text)
    return Answer(Fate.REFUSED, f"{code} {shown[:100]}".strip())


_UNTRUSTED = Both(
    "它的证书不可信，可能不是真的服务器；请核对 server，或让管网络的老师给出 ca_file",
    "its certificate is not trusted, so it may be another server; check server, or ask for a ca_file",
)
_NOT_ENCRYPTED = Both(
    "它不能加密连接，houqin 从不明文发送；请核对 port 和 security",
    "it does not encrypt the connection, and houqin never sends in plain text; check port and security",
)
_UNREACHABLE = Both(
    "连不上；请检查网络、server 和 port", "no connection; check the network, server and port"
)
_NO_LOGIN = Both(
    "登录没有成功；请稍后再试，或核对 server 和 port",
    "no login; try later, or check server and port",
)
_WRONG_PASSWORD = Both(
    "用户名或密码不对（QQ、163、126 邮箱要用授权码）；请运行 houqin mail-password 重新保存",
    "user or password is wrong (QQ, 163 and 126 want an authorisation code); run houqin mail-password",
)
_CLOSED: tuple[tuple[type[Exception], Both], ...] = (
    (ssl.SSLCertVerificationError, _UNTRUSTED),
    (ssl.SSLError, _NOT_ENCRYPTED),
    (smtplib.SMTPNotSupportedError, _NOT_ENCRYPTED),
    (smtplib.SMTPConnectError, _UNREACHABLE),
    (smtplib.SMTPHeloError, _UNREACHABLE),
    (smtplib.SMTPResponseException, _NOT_ENCRYPTED),
    (Exception, _UNREACHABLE),
)


def _why_closed(error: Exception) -> Both:
    return next(why for kind, why in _CLOSED if isinstance(error, kind))


def _not_sent(why: Both, server: MailServer) -> HouqinError:
    return HouqinError(
        f"没有发送：邮件服务器 {server}，{why.zh}。 / Nothing was sent: mail server {server}: {why.en}."
    )
