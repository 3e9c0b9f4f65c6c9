"""Where workbooks live: files and, for tests and examples, text."""
