"""How a summary is sent as mail: from the user's own mailbox, to the user's own list, once."""
