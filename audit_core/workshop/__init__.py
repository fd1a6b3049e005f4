"""The workshop: its slides, what is taken down on them, and the draft of the next agreement that comes of it."""
