"""The mailbox's password, which stands in the system's keyring and nowhere else."""

from types import ModuleType

from houqin.errors import HouqinError
from houqin.sending.mail_server import MailServer


def password_of(server: MailServer) -> str:
    """Return the password of a mailbox.

    Raises:
        HouqinError: there is none, or no keyring.
    """
    keyring = _keyring()
    try:
        found = keyring.get_password(_service(server), server.user)
    except keyring.errors.KeyringError as error:
        raise _locked(error) from error
    if not found:
        raise HouqinError(
            f"{server.user} 的密码还没有存，请运行 houqin mail-password。"
            f" / No password of {server.user} is kept yet; run houqin mail-password."
        )
    return str(found)


def keep_password(server: MailServer, password: str) -> None:
    """Put the password of a mailbox into the keyring, and make sure that it is there.

    Raises:
        HouqinError: the keyring does not keep it.
    """
    keyring = _keyring()
    try:
        keyring.set_password(_service(server), server.user, password)
        kept = keyring.get_password(_service(server), server.user)
    except keyring.errors.KeyringError as error:
        raise _locked(error) from error
    if kept != password:
        raise _locked(None)


def forget_password(server: MailServer) -> bool:
    """Take the password of a mailbox out of the keyring; tell whether it was there.

    Raises:
        HouqinError: there is no keyring.
    """
    keyring = _keyring()
    try:
        if keyring.get_password(_service(server), server.user) is None:
            return False
        keyring.delete_password(_service(server), server.user)
    except keyring.errors.KeyringError as error:
        raise _locked(error) from error
    return True


def _service(server: MailServer) -> str:
    return f"houqin {server.host}"


def _keyring() -> ModuleType:
    try:
        import keyring
        import keyring.errors
    except ImportError as absent:
        raise HouqinError(
            "密码要存在系统的密码库里，这台电脑还没有装 keyring，请运行 python -m pip install keyring 后再试。"
            " / The password is kept in the system's keyring; run python -m pip install keyring and try again."
        ) from absent
    return keyring


def _locked(error: Exception | None) -> HouqinError:
    why = f"（{type(error).__name__}）" if error else ""
    return HouqinError(
        f"系统的密码库用不了{why}，请解锁或启用后再试。"
        f" / The system's keyring cannot be used{why}; unlock or enable it and try again."
    )
