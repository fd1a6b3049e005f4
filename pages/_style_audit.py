"""What only the page Zielvereinbarung needs of the style block."""

CSS = """
.stHtml dl.am-next { display: grid; grid-template-columns: repeat(auto-fit, minmax(160px, 1fr)); gap: 16px 32px;
  margin: 0; padding: 0; }
.am-next dt { font-size: 14px; font-weight: 400; line-height: 1.4; margin: 0; }
.am-next dd { margin: 0; font-size: 28px; font-weight: 600; line-height: 1.3; }
.am-next small { display: block; font-size: 14px; font-weight: 400; line-height: 1.45; color: var(--am-second); }
.am-votes { container-type: inline-size; }
.am-votes table { width: 100%; border-collapse: collapse; table-layout: fixed; font-size: 15px; line-height: 1.4;
  margin: 0; }
.am-votes th, .am-votes td { border: 0; padding: 7px 0; vertical-align: top; text-align: left; font-weight: 400;
  overflow-wrap: break-word; hyphens: auto; }
.am-votes thead th { color: var(--am-second); font-size: 14px; padding: 0 0 4px;
  border-bottom: 1px solid var(--am-line); }
.am-votes abbr { text-decoration: none; cursor: help; }
.am-votes .am-day { width: 92px; white-space: nowrap; font-variant-numeric: tabular-nums; }
.am-votes .am-n { width: 46px; text-align: right; hyphens: none; font-variant-numeric: tabular-nums; }
.am-votes .am-share { width: 150px; padding-left: 24px; }
.am-votes tbody tr { border-bottom: 1px solid var(--am-rule); }
.am-votes tbody:last-child tr:last-child { border-bottom: 0; }
.am-votes .am-subject th { font-weight: 600; padding-top: 12px; }
.am-votes tbody ~ tbody .am-subject th { padding-top: 16px; }
.am-votes small { display: block; color: var(--am-second); font-size: 14px; font-weight: 400; }
.am-votes .am-off td { color: var(--am-second); }
.am-votes td.am-off-words { text-align: right; }
.am-vote { display: flex; gap: 1px; height: 8px; margin-top: 7px; }
.am-vote-yes { background: var(--am-accent); }
.am-vote-no { background: var(--am-ink); }
.am-vote-abstained, .am-vote-biased { background: var(--am-line); }
.am-continued thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
[class*="st-key-am-branch-"] summary, .st-key-am-older summary, .st-key-am-events summary { color: var(--am-ink); }
:is([class*="st-key-am-branch-"], .st-key-am-older, .st-key-am-events) summary { opacity: 1; }
.st-key-am-older summary p, .st-key-am-events summary p { font-size: 14px; color: var(--am-accent);
  text-decoration: underline; }
[class*="st-key-am-branch-"] summary { padding: 6px 0; }
[class*="st-key-am-branch-"] summary p { font-size: 15px; }
[class*="st-key-am-branch-"] { border-bottom: 1px solid var(--am-rule); }
.am-votes a, .am-events a, .am-conflict a { color: var(--am-accent); text-decoration: underline; }
[class*="st-key-am-concerns-"] { padding-left: 92px; margin-top: -8px; }
[class*="st-key-am-concerns-"] button { min-height: 0; padding: 2px 0; }
[class*="st-key-am-concerns-"] button p { font-size: 14px; color: var(--am-accent); text-decoration: underline;
  text-align: left; }
.am-conflict h3 { font-size: 15px; font-weight: 600; line-height: 1.4; margin: 0; padding: 0 0 4px; }
.am-conflict > div { display: grid; grid-template-columns: 1fr 1fr; gap: 4px 24px; }
.am-conflict > div > div { border-left: 3px solid var(--am-line); padding-left: 10px; font-size: 15px;
  line-height: 1.4; overflow-wrap: anywhere; }
.am-conflict b { display: block; font-weight: 600; }
.am-conflict small { display: block; font-size: 14px; color: var(--am-second); }
.am-conflict + .am-conflict { margin-top: 16px; }
.stHtml .am-events li { display: flex; gap: 4px 16px; margin: 0; padding: 7px 0; font-size: 15px; line-height: 1.45;
  border-bottom: 1px solid var(--am-rule); overflow-wrap: anywhere; }
.stHtml .am-events li:last-child { border-bottom: 0; }
.am-events b { font-weight: 600; margin-right: 4px; }
.am-events small { display: block; font-size: 14px; color: var(--am-second); }
.am-events .am-when { flex: none; width: 84px; font-variant-numeric: tabular-nums; }
.st-key-am-conflicts, .st-key-am-stack-more, .st-key-am-whole-tree { margin-top: 16px; }
.st-key-am-audit-later button { min-height: 0; padding: 0; }
.st-key-am-audit-later p { font-size: 14px; color: var(--am-accent); text-decoration: underline; }
@container (max-width: 640px) { .am-votes .am-share { display: none; } }
@container (max-width: 400px) {
  .am-votes colgroup { display: none; }
  .am-votes thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .am-votes tbody tr { display: grid; grid-template-columns: 88px repeat(4, auto) 1fr; column-gap: 14px; }
  .am-votes tbody tr > :nth-child(2), .am-votes .am-subject th { grid-column: 2 / -1; padding-bottom: 2px; }
  .am-votes .am-subject th { grid-column: 1 / -1; }
  .am-votes tbody tr > :nth-child(3) { grid-column-start: 2; }
  .am-votes .am-n { width: auto; padding-top: 0; text-align: left; }
  .am-votes .am-n::before { content: attr(data-word) " "; color: var(--am-second); }
  .am-votes td.am-off-words { grid-column: 2 / -1; text-align: left; padding-top: 0; }
}
@media (max-width: 640px) { [class*="st-key-am-concerns-"] { padding-left: 0; } }
"""
