"""A server that takes mail, and those that are known by name."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType


class Security(StrEnum):
    """How the connection is encrypted; there is no third way."""

    SSL = "ssl"  # from the first byte
    STARTTLS = "starttls"  # from the first command on


PORTS: Mapping[Security, int] = MappingProxyType({Security.SSL: 465, Security.STARTTLS: 587})
PRESETS: Mapping[str, str] = MappingProxyType(
    {
        "qq": "smtp.qq.com",
        "163": "smtp.163.com",
        "126": "smtp.126.com",
        "exmail": "smtp.exmail.qq.com",
    }
)


@dataclass(frozen=True, slots=True)
class MailServer:
    """A server, how it is spoken to, and as whom."""

    host: str
    port: int
    security: Security
    user: str
    ca_file: Path | None = None  # whom to trust instead of whom the system trusts

    def __str__(self) -> str:
        return f"{self.host}:{self.port} ({self.security})"
