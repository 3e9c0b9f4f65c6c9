"""Tables and sentences in the terminal."""

from collections.abc import Sequence


def print_table(title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a table, as wide as the terminal, or as it needs in a file."""
    from rich.console import Console
    from rich.table import Table

    table = Table(title=title, title_justify="left")
    for head in heads:
        table.add_column(head, overflow="fold")
    for row in rows:
        table.add_row(*row)
    console = Console(highlight=False, markup=False)
    console.print(table) if console.is_terminal else Console(
        highlight=False, markup=False, width=200
    ).print(table)


def say(text: str) -> None:
    """Print a sentence as it is."""
    from rich.console import Console

    Console(highlight=False, markup=False).print(text)
