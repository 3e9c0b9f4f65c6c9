"""Columns that ledgers of several areas share."""

from houqin.rows import Heading, heading


def campus_heading(*aliases: str) -> Heading:
    """Return the heading of the campus of a row, which may stand once for several, or above the table."""
    return heading(
        "校区",
        "所在校区",
        *aliases,
        fill_down=True,
        fact=True,
        tip=("从列表选择校区", "Choose the campus from the list"),
    )
