"""What one cell means: pure functions from a raw value to a value, or to a doubt."""
