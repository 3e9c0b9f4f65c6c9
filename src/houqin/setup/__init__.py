"""Setting houqin up on one person's machine, taking it back, and finding out what is wrong there."""
