"""The cell formats of a workbook with a fill: red for errors, amber for warnings."""

import re
from functools import cache

from houqin.problems import Severity
from houqin.reports.cell_formats import CellFormats

COLOURS = {Severity.ERROR: "FFFFC7CE", Severity.WARNING: "FFFFEB9C"}
NEW = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<styleSheet xmlns="{namespace}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)
_FILLS = re.compile(r"<((?:\w+:)?)fills\b[^>]*?(?:/>|>(.*?)</\1fills>)", re.DOTALL)
_FILL = re.compile(r"<(?:\w+:)?fill\b")
_BEFORE_FILLS = re.compile(
    r"<((?:\w+:)?)(?:borders|cellStyleXfs|cellXfs|cellStyles|dxfs|tableStyles|colors|extLst)\b"
)
_OWN_FILL = re.compile(r'\s(?:fillId|applyFill)="[^"]*"')


class MarkedFormats:
    """Adds, to a format in use, one that differs from it by its fill only."""

    def __init__(self, text: str) -> None:
        self._text, first = _with_fills(text)
        self._formats = CellFormats(self._text)
        self._fills = {severity: first + place for place, severity in enumerate(COLOURS)}
        self._filled = cache(self._filled_anew)

    @property
    def known(self) -> bool:
        """Tell whether the workbook has formats at all."""
        return bool(self._formats.formats)

    def filled(self, style: int, severity: Severity) -> int:
        """Return the number of the format with the fill of a severity."""
        return self._filled(style, severity)

    def wrapped(self, *, bold: bool) -> int:
        """Return the number of a format whose text wraps, with a fill where it is a heading."""
        fill = f' fillId="{self._fills[Severity.WARNING]}" applyFill="1"' if bold else ' fillId="0"'
        prefix = self._prefix()
        alignment = f'<{prefix}alignment vertical="top" wrapText="1"/>'
        facts = f'numFmtId="0" fontId="0"{fill} borderId="0" xfId="0" applyAlignment="1"'
        return self._formats.add(f"<{prefix}xf {facts}>{alignment}</{prefix}xf>")

    def text(self) -> str:
        """Return the part with the formats that were added."""
        return self._formats.text()

    def _filled_anew(self, style: int, severity: Severity) -> int:
        formats = self._formats.formats
        one = formats[style if style < len(formats) else 0]
        tag = re.match(r"<(?:\w+:)?xf\b[^>]*?(?=/?>)", one)
        if tag is None:
            return style
        head = _OWN_FILL.sub("", tag[0])
        fill = f' fillId="{self._fills[severity]}" applyFill="1"'
        return self._formats.add(f"{head}{fill}{one[tag.end() :]}")

    def _prefix(self) -> str:
        found = re.match(r"<((?:\w+:)?)xf\b", self._formats.formats[0])
        return found[1] if found else ""


def _with_fills(text: str) -> tuple[str, int]:
    """Return the part with the two fills added, and the number of the first of them."""
    found = _FILLS.search(text)
    before = None if found else _BEFORE_FILLS.search(text)
    prefix = found[1] if found else before[1] if before else ""
    known = (found[2] or "") if found else ""
    count = len(_FILL.findall(known))
    made = known + "".join(_fill(prefix, colour) for colour in COLOURS.values())
    whole = f'<{prefix}fills count="{count + len(COLOURS)}">{made}</{prefix}fills>'
    if found:
        return f"{text[: found.start()]}{whole}{text[found.end() :]}", count
    start = before.start() if before else len(text)
    return f"{text[:start]}{whole}{text[start:]}", count


def _fill(prefix: str, colour: str) -> str:
    p = prefix
    return (
        f'<{p}fill><{p}patternFill patternType="solid"><{p}fgColor rgb="{colour}"/>'
        f'<{p}bgColor indexed="64"/></{p}patternFill></{p}fill>'
    )
