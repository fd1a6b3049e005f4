"""What only the page Handlungsfelder needs of the style block."""

CSS = ""
