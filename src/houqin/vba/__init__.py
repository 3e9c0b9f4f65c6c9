"""The macros of a workbook: a container written from their sources alone, and read back."""
