"""The pages: layout only. Names with an underscore are the shell around them."""
