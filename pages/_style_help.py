"""What only the page Hilfe needs of the style block."""

CSS = """
.am-help h2 { font-size: 18px; font-weight: 600; line-height: 1.3; margin: 0 0 8px; padding: 24px 0 0;
  color: var(--am-ink); }
.am-help > h2:first-child, .am-help-two h2 { padding-top: 8px; }
.am-help + .am-help { margin-top: 24px; }
.am-help-two { display: grid; grid-template-columns: minmax(0, 1.6fr) minmax(0, 1fr); gap: 0 48px; }
.am-help-two > :only-child { grid-column: 1 / -1; }
.stHtml .am-help dl, .stHtml .am-help dt, .stHtml .am-help dd { margin: 0; padding: 0; }
.am-help h3 { font-size: 16px; font-weight: 600; line-height: 1.35; margin: 0 0 4px; padding: 0; color: var(--am-ink);
  display: flex; justify-content: space-between; gap: 12px; align-items: baseline; }
.am-help h3 span { color: var(--am-second); font-weight: 400; font-size: 14px; }
.am-rules { columns: 2 400px; column-gap: 48px; }
.am-rule { break-inside: avoid-column; padding: 8px 0 24px; }
.am-rule p { margin: 0; font-size: 15px; line-height: 1.5; }
.am-example { background: var(--am-soft); margin-top: 8px; padding: 8px 16px 10px; }
.am-example p { color: var(--am-second); font-size: 14px; }
.am-example b { font-weight: 600; color: var(--am-ink); margin-right: 4px; }
.stHtml .am-example dl { margin-top: 6px; }
.am-example dl > div { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 0 16px; padding: 3px 0;
  align-items: baseline; }
.am-example dt { font-weight: 400; font-size: 15px; }
.am-example dd { font-weight: 600; font-size: 15px; }
.am-example .am-status { white-space: normal; }
.am-help-table { border-collapse: collapse; font-size: 15px; width: 100%; margin: 0; }
.am-help-table th, .am-help-table td { border: 0; border-bottom: 1px solid var(--am-rule); padding: 7px 24px 7px 0;
  text-align: left; vertical-align: top; font-weight: 400; line-height: 1.45; }
.am-help-table th { color: var(--am-second); font-size: 14px; white-space: nowrap; }
.am-help-table tr:last-child td { border-bottom: 0; }
.am-help-table b { font-weight: 600; }
.am-help-sign { display: inline-block; width: 24px; }
.am-help-table kbd { font: inherit; font-weight: 600; font-size: 14px; background: var(--am-soft); color: var(--am-ink);
  border: 1px solid var(--am-line); border-radius: 4px; padding: 1px 7px; white-space: nowrap; }
.am-help-table small { display: block; color: var(--am-second); font-size: 14px; }
.am-help-statuses td:nth-child(2), .am-help-schedules td:first-child { white-space: nowrap; }
.am-rule .am-help-dates { margin-top: 8px; }
.am-rule .am-help-dates td { padding: 3px 24px 3px 0; }
.am-help-dates td + td { font-variant-numeric: tabular-nums; }
.am-terms { columns: 2 400px; column-gap: 48px; }
.am-terms > div { break-inside: avoid-column; padding: 7px 0; border-bottom: 1px solid var(--am-rule); }
.am-terms dt { font-weight: 600; font-size: 15px; }
.am-terms dd { font-size: 15px; line-height: 1.5; }
.am-help-text { font-size: 15px; line-height: 1.5; }
[class*="st-key-am-help-page-"] { border-bottom: 1px solid var(--am-rule); padding-bottom: 8px; margin-bottom: -8px; }
[class*="st-key-am-help-page-"] a { background: none; padding-left: 0; }
[class*="st-key-am-help-page-"] a p { color: var(--am-accent); text-decoration: underline; font-size: 15px;
  font-weight: 400; }
.st-key-am-help-template button { min-height: 0; }
@media (max-width: 1100px) { .am-help-two { grid-template-columns: minmax(0, 1fr); } }
@media (max-width: 640px) {
  .am-rules, .am-terms { columns: 1; }
  .am-help-table:not(.am-help-dates) thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px;
    overflow: hidden; }
  .am-help-table:not(.am-help-dates) :is(tbody, tr, td) { display: block; width: auto; }
  .am-help-table:not(.am-help-dates) tr { border-bottom: 1px solid var(--am-rule); padding: 8px 0; }
  .am-help-table:not(.am-help-dates) tr:last-child { border-bottom: 0; }
  .am-help-table:not(.am-help-dates) td { border: 0; padding: 2px 0; overflow-wrap: anywhere; }
  .am-help-table:not(.am-help-dates) td + td { display: grid; grid-template-columns: 96px minmax(0, 1fr); gap: 8px; }
  .am-help-table:not(.am-help-dates) td + td::before { content: attr(data-head); color: var(--am-second);
    font-size: 14px; }
  .am-help-dates th { white-space: normal; }
  .am-rule .am-help-dates :is(td, th) { padding-right: 12px; }
  [class*="st-key-am-help-page-"] { row-gap: 0; }
}
"""
