"""What the command line carries out (DESIGN §8): one function per command."""
