"""Cell formats of one look for every workbook that houqin makes."""

from typing import Any

FONT = "微软雅黑"
INK, ACCENT, PALE, LINE = "#1F2937", "#1F5C8B", "#E8F0F7", "#C9D3DD"
QUIET = "#5B6673"
GREEN, AMBER, RED = "#2E7D32", "#B26A00", "#B3261E"
RED_FILL, AMBER_FILL, INPUT_FILL = "#F8B4AE", "#FFE699", "#FFFBE6"


class Forms:
    """The formats of one workbook; equal ones are made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, Any], ...], Any] = {}

    def __call__(self, **facts: Any) -> Any:
        """Return a format."""
        return self._of(
            {"font_name": FONT, "font_size": 10, "font_color": INK, "valign": "vcenter"} | facts
        )

    def mark(self, **facts: Any) -> Any:
        """Return what a conditional format changes, and nothing else."""
        return self._of(facts)

    def _of(self, facts: dict[str, Any]) -> Any:
        key = tuple(sorted(facts.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(facts)
        return self._made[key]

    def heading(self, colour: str = ACCENT) -> Any:
        """Return the format of a heading of a table."""
        return self(
            bold=True,
            font_color="#FFFFFF",
            bg_color=colour,
            border=1,
            border_color=LINE,
            align="center",
            text_wrap=True,
        )
