"""Check a school's logistics ledgers, and tell the staff what to mend, cell by cell."""

__version__ = "0.1.0"
