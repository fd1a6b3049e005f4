"""Tables in, bytes out: every file that leaves the program, the same bytes for the same values."""
