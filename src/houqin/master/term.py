"""A term's ledgers as plain rows, before they are written into a workbook."""

from collections.abc import Mapping

Row = dict[str, object]  # field -> typed value, or a raw cell as staff would leave it
Term = dict[str, list[Row]]  # ledger key -> its rows in their order


def copied(term: Mapping[str, list[Row]]) -> Term:
    """Return a copy whose rows can be changed without changing the term."""
    return {key: [dict(row) for row in rows] for key, rows in term.items()}
