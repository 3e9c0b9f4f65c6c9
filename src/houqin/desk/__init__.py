"""What the buttons do, on an open workbook with a person before it."""
