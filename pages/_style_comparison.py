"""What only the page Vergleich needs of the style block."""

CSS = """
.st-key-am-known { margin: 6px 0 -18px; min-height: 26px; }
.st-key-am-known button { min-height: 0; padding: 0; }
.st-key-am-known button p { font-size: 14px; color: var(--am-accent); text-decoration: underline; }
.st-key-am-head-moves { min-height: 26px; }
.st-key-am-stack-parts .am-change .am-row > .am-named { width: 43%; }
"""
