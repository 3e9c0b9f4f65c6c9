"""The next term's workbook: what is carried over from this one, and the proof that it was."""
