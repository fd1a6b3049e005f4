"""What only the page Vergleich needs of the style block."""

CSS = ""
