"""Finding out what is wrong with a machine and a workbook, and saying so in plain words."""

from collections.abc import Iterator, Sequence
from typing import Any

from houqin.problems import Both
from houqin.setup.findings import configured, excel, library, macros, python_here, workbook
from houqin.setup.findings.finding import Finding, Kind, Severity
from houqin.setup.folders import home
from houqin.setup.install import folder_for
from houqin.setup.machine import Machine, System
from houqin.setup.workbook_facts import WorkbookFacts

ELSEWHERE = Kind(
    "DOC-39",
    Severity.OK,
    Both("这里不是 Windows", "This is not Windows"),
    Both(
        "工作簿里的按钮只在 Windows 的 Excel 里运行；这里没有可检查的 Excel 设置。",
        "The buttons of the workbook run in Excel for Windows only; there are no settings of Excel to look at here.",
    ),
    Both(
        "命令行照常可用：houqin run 工作簿 -o 文件夹。",
        "The commands work as usual: houqin run BOOK -o FOLDER.",
    ),
)
KINDS: tuple[Kind, ...] = (
    *python_here.KINDS,
    *excel.KINDS,
    *configured.KINDS,
    *library.KINDS,
    *macros.KINDS,
    *workbook.KINDS,
    ELSEWHERE,
)
_MARKS = {Severity.OK: "·", Severity.ADVICE: "！", Severity.TROUBLE: "✘"}
_ORDER = (Severity.TROUBLE, Severity.ADVICE, Severity.OK)
_HEALTHY = Both("没有发现问题：按钮应当能用。", "Nothing wrong was found: the buttons should work.")
_NO_TROUBLE = Both("没有发现问题。", "Nothing wrong was found.")
_FIX = Both("怎么办：", "What to do: ")


def examine(machine: Machine, book: WorkbookFacts | None = None) -> tuple[Finding, ...]:
    """Look at a machine, and at one workbook where it is given; the worst comes first."""
    found = _on_windows if machine.system is System.WINDOWS else _elsewhere
    return tuple(sorted(found(machine, book), key=lambda each: _ORDER.index(each.severity)))


def is_healthy(findings: Sequence[Finding]) -> bool:
    """Tell whether nothing must be mended."""
    return all(each.severity is not Severity.TROUBLE for each in findings)


def report_text(findings: Sequence[Finding], lang: str = "zh") -> str:
    """Return the page that tells the user what was found, and what to do about each."""
    blocks = [_block(each, lang) for each in findings]
    if not findings:
        blocks = [_HEALTHY.of(lang)]
    elif all(each.severity is Severity.OK for each in findings):
        blocks = [_NO_TROUBLE.of(lang), *blocks]
    return "\n\n".join(blocks) + "\n"


def report_facts(findings: Sequence[Finding], lang: str = "zh") -> list[dict[str, Any]]:
    """Return the findings for programs."""
    return [
        {
            "code": each.code,
            "severity": each.severity,
            "title": each.title.of(lang),
            "explanation": each.explanation.of(lang),
            "fix": each.fix.of(lang),
        }
        for each in findings
    ]


def _on_windows(machine: Machine, book: WorkbookFacts | None) -> Iterator[Finding]:
    path = book.path if book is not None else None
    yield from python_here.examine(machine)
    yield from excel.examine(machine)
    yield from configured.examine(machine, path.parent if path is not None else None)
    yield from library.examine(machine)
    yield from macros.examine(machine, path)
    if book is not None:
        yield from workbook.examine(machine, book, folder_for(machine))


def _elsewhere(machine: Machine, book: WorkbookFacts | None) -> Iterator[Finding]:
    yield ELSEWHERE.found()
    if book is not None:
        yield from workbook.examine(machine, book, home(machine))


def _block(finding: Finding, lang: str) -> str:
    head = f"{_MARKS[finding.severity]} {finding.code} {finding.title.of(lang)}"
    return f"{head}\n  {finding.explanation.of(lang)}\n  {_FIX.of(lang)}{finding.fix.of(lang)}"
