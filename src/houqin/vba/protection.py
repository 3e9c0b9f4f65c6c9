"""The three values that say a VBA project is not protected [MS-OVBA 2.3.1.15 to 2.3.1.17, 2.4.3]."""

from collections.abc import Iterable
from itertools import islice

_VERSION = 2  # of the algorithm [MS-OVBA 2.4.3.2]
# The specification wants random seeds; fixed ones make the same project the same bytes.
_VALUES = (
    ("CMG", bytes(4), 0xA7),  # neither the user, the host nor the editor protects it
    ("DPB", bytes(1), 0xA2),  # there is no password
    ("GC", b"\xff", 0x9D),  # it may be seen
)


def unprotected(project_id: str) -> dict[str, str]:
    """Return the values CMG, DPB and GC of a project that anybody may read and change."""
    return {name: encrypt(value, project_id, seed) for name, value, seed in _VALUES}


def encrypt(value: bytes, project_id: str, seed: int) -> str:
    """Encrypt a value, in hexadecimal digits [MS-OVBA 2.4.3.2].

    The id is written as in the stream PROJECT, with its braces.
    """
    key = sum(project_id.encode("ascii")) & 0xFF
    ignored = b"\x07" * _ignored(seed)
    encrypted = [seed, seed ^ _VERSION, seed ^ key]
    before = key
    for byte in ignored + len(value).to_bytes(4, "little") + value:
        encrypted.append(byte ^ ((encrypted[-2] + before) & 0xFF))
        before = byte
    return bytes(encrypted).hex().upper()


def decrypt(text: str) -> tuple[int, bytes]:
    """Return the key of the project and the value that was encrypted [MS-OVBA 2.4.3.3].

    Raises:
        ValueError: nothing was encrypted that way.
    """
    encrypted = bytes.fromhex(text)
    if len(encrypted) < 3 or encrypted[1] != encrypted[0] ^ _VERSION:  # noqa: PLR2004
        raise ValueError(f"{text} is no encrypted value of a VBA project.")
    seed, key = encrypted[0], encrypted[0] ^ encrypted[2]
    plain = islice(_plain(encrypted, key), _ignored(seed), None)
    length, value = bytes(islice(plain, 4)), bytes(plain)
    if length != len(value).to_bytes(4, "little"):
        raise ValueError(f"{text} does not hold as many bytes as it says.")
    return key, value


def _ignored(seed: int) -> int:
    return (seed & 6) // 2


def _plain(encrypted: bytes, key: int) -> Iterable[int]:
    before = key
    for place in range(3, len(encrypted)):
        before = encrypted[place] ^ ((encrypted[place - 2] + before) & 0xFF)
        yield before
