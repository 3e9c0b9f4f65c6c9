"""Takes old or separately filled ledgers in: what was understood, what is new, what is not taken."""
