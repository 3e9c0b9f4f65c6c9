"""A finding: what is wrong on a machine, why, and what to do, in words for anybody."""

from dataclasses import dataclass
from enum import StrEnum

from houqin.problems import Both


class Severity(StrEnum):
    """How much a finding matters."""

    OK = "ok"  # good to know
    ADVICE = "advice"  # works, or mostly
    TROUBLE = "trouble"  # something does not work until it is mended


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found out."""

    code: str
    severity: Severity
    title: Both
    explanation: Both
    fix: Both


@dataclass(frozen=True, slots=True)
class Kind:
    """What can be found: the words, with {names} for what differs from machine to machine."""

    code: str
    severity: Severity
    title: Both
    explanation: Both
    fix: Both

    def found(self, **shown: object) -> Finding:
        """Return the finding with what was seen here; a value may differ by language."""
        zh, en = ({k: _in(lang, each) for k, each in shown.items()} for lang in ("zh", "en"))
        title, explanation, fix = (
            Both(words.zh.format_map(zh), words.en.format_map(en))
            for words in (self.title, self.explanation, self.fix)
        )
        return Finding(self.code, self.severity, title, explanation, fix)


def _in(lang: str, value: object) -> object:
    return value.of(lang) if isinstance(value, Both) else value


INSTALL_AGAIN = Both(
    "请双击安装包里的 install.cmd 重新安装（或运行 houqin install）。",
    "Double-click install.cmd of the offline folder again (or run houqin install).",
)
