"""What only the page Zielvereinbarung needs of the style block."""

CSS = ""
