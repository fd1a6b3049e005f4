"""What only the page Hilfe needs of the style block."""

CSS = ""
