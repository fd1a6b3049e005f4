"""What the part of the Jahresbilanz from one agreement to the next needs of the style block."""

CSS = """
.am-finding { font-size: 16px; line-height: 1.5; margin-bottom: 8px; }
.am-fields.am-pairs th, .am-fields.am-pairs td { vertical-align: top; }
.am-fields.am-pairs thead th { white-space: nowrap; }
.am-fields.am-pairs th[scope=row] { min-width: 190px; }
.am-pairs small { display: block; color: var(--am-second); font-size: 14px; }
.stVerticalBlock.st-key-am-fates { display: block; columns: 3 300px; column-gap: 32px; }
.st-key-am-fates > * { break-inside: avoid-column; padding-bottom: 24px; }
.am-row small.am-clamp { display: -webkit-box; -webkit-line-clamp: 3; }
.am-row > .am-named .am-status + .am-status { margin-top: 4px; }
"""
