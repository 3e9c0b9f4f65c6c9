"""What the worksheet functions compute, without any spreadsheet program."""
