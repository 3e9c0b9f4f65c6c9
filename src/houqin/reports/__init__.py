"""What the user gets: problem list, summary workbook, mail draft, JSON and text."""
