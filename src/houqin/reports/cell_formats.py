"""The list of cell formats in the styles of a workbook, to which some can be added."""

import re

_LIST = re.compile(r"(<(?:\w+:)?cellXfs\b[^>]*>)(.*?)(?=</(?:\w+:)?cellXfs>)", re.DOTALL)
_ONE = re.compile(r"<((?:\w+:)?xf)\b[^>]*?(?:/>|>.*?</\1>)", re.DOTALL)
_COUNT = re.compile(r'(\scount=")\d+(")')


class CellFormats:
    """The formats by their numbers, each as its own XML."""

    def __init__(self, text: str) -> None:
        self._text = text
        found = _LIST.search(text)
        self.formats = [one[0] for one in _ONE.finditer(found[2])] if found else []
        self._numbers = {made: number for number, made in reversed(list(enumerate(self.formats)))}
        self._old = len(self.formats)

    @property
    def grown(self) -> bool:
        """Tell whether formats were added."""
        return len(self.formats) > self._old

    def add(self, made: str) -> int:
        """Return the number of a format, which is added unless it is there."""
        if made not in self._numbers:
            self._numbers[made] = len(self.formats)
            self.formats.append(made)
        return self._numbers[made]

    def text(self) -> str:
        """Return the part with the formats that were added."""
        found = _LIST.search(self._text)
        if found is None:
            return self._text
        head = _COUNT.sub(rf"\g<1>{len(self.formats)}\g<2>", found[1])
        return (
            f"{self._text[: found.start()]}{head}{''.join(self.formats)}{self._text[found.end() :]}"
        )
