"""From a table of raw cells to typed columns; what cannot be read becomes problems."""
