"""What only the page Maßnahmen needs of the style block."""

CSS = ""
