"""The automatic roster: from posts, people and leave to a draft of who goes where, with reasons."""
