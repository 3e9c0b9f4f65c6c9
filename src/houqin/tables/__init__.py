"""Where the table is in a sheet: headings, rows, merges, totals, facts around it."""
