import { escapeHtml } from '../../text/html.ts'
import { visible } from '../../text/visible.ts'

/** Rows of a table on a page; all of them are in the CSV files beside it. A browser gives up on a hundred thousand. */
const ROWS = 2000

/** One page that asks nobody anything: no script, no font, no picture from elsewhere. All parts are HTML already. */
export function htmlPage({ title, head, main, foot }: { title: string; head: string; main: string; foot: string }): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
${head}
</header>
<main>
${main}
</main>
<footer>${foot}</footer>
</body>
</html>
`
}

/** A text from outside, on one line, as a page may hold it. */
export function htmlText(value: string): string {
  return escapeHtml(visible(value).replaceAll('\n', ' '))
}

/** Cells are HTML already. A head that begins with `#` is of numbers. */
export function htmlTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '<p class="soft">Nothing.</p>'
  const isNumber = head.map((name) => name.startsWith('#'))
  const top = head.some((name) => name !== '')
    ? `<tr>${head.map((name) => `<th scope="col">${name.replace(/^#/, '')}</th>`).join('')}</tr>`
    : ''
  const body = rows
    .slice(0, ROWS)
    .map((row) => `<tr>${row.map((cell, column) => `<td${isNumber[column] ? ' class="n"' : ''}>${cell}</td>`).join('')}</tr>`)
  const more = rows.length > ROWS ? `<p class="soft">and ${rows.length - ROWS} more, in the CSV file</p>` : ''
  return `<div class="table" tabindex="0"><table>${top}${body.join('')}</table></div>${more}`
}

const STYLE = `
:root{color-scheme:light dark;--ink:#1f2328;--soft:#59636e;--line:#d1d9e0;--back:#fff;--panel:#f6f8fa;--read:#8cb4e8;--change:#d1702c;--bad:#cf222e;--good:#1a7f37}
@media(prefers-color-scheme:dark){:root{--ink:#e6edf3;--soft:#9198a1;--line:#3d444d;--back:#0d1117;--panel:#151b23;--read:#3b6cb0;--change:#e8924f;--bad:#ff7b72;--good:#3fb950}}
body{font:15px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--back);max-width:1180px;margin:0 auto;padding:16px}
h1{font-size:26px;margin:.2em 0}h2{font-size:19px;margin:1.6em 0 .5em;border-bottom:1px solid var(--line)}p{margin:.4em 0}
header p,footer,.soft{color:var(--soft)}footer{border-top:1px solid var(--line);margin-top:2em;padding-top:.6em;font-size:13px}
.figures{display:flex;flex-wrap:wrap;gap:10px}.figures div{background:var(--panel);border:1px solid var(--line);border-radius:6px;padding:8px 14px;min-width:96px}
.figures b{display:block;font-size:21px}.table{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:13.5px}
th,td{text-align:left;padding:4px 8px;border-bottom:1px solid var(--line);vertical-align:top;overflow-wrap:anywhere}th{color:var(--soft);font-weight:600;white-space:nowrap}
td.n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}.bad{color:var(--bad)}.warn{border-left:4px solid var(--bad);background:var(--panel);padding:8px 12px;margin:1em 0}
svg{width:100%;height:auto;max-height:190px}svg text{fill:var(--soft);font-size:11px}.r{fill:var(--read)}.c{fill:var(--change)}.charts{display:grid;gap:18px;grid-template-columns:repeat(auto-fit,minmax(320px,1fr))}
h1{overflow-wrap:anywhere}h3{font-size:16px;margin:1em 0 .2em}code{font:12.5px/1.4 ui-monospace,monospace;overflow-wrap:anywhere}.headline{font-size:19px}.good{color:var(--good)}.figures .bad b{color:var(--bad)}
.finding{border:1px solid var(--line);border-left:5px solid var(--line);border-radius:6px;padding:2px 14px 8px;margin:10px 0;break-inside:avoid}.finding.critical,.finding.high{border-left-color:var(--bad)}.finding.medium,.finding.unread{border-left-color:var(--change)}
.finding h3{margin:.5em 0 .1em}.tag{font-size:12px;font-weight:600;border:1px solid currentColor;border-radius:9px;padding:1px 8px;white-space:nowrap}dl{display:grid;grid-template-columns:max-content 1fr;gap:3px 12px;margin:.4em 0}dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}
details{border-bottom:1px solid var(--line);padding:6px 0}summary{cursor:pointer;overflow-wrap:anywhere}.cells{list-style:none;margin:0;padding:0}.cells li{padding:1px 0}.legend span{margin-right:14px}.legend i{display:inline-block;width:11px;height:11px;margin-right:5px}
.s0{fill:var(--good);background:var(--good)}.s1{fill:var(--bad);background:var(--bad)}.s2{fill:var(--change);background:var(--change)}.s3{fill:var(--soft);background:var(--soft)}:focus-visible{outline:2px solid var(--read)}
@media(max-width:560px){svg text{font-size:17px}dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:5px}}
section.person{border-top:3px solid var(--line);margin-top:2.4em}
@media print{:root{color-scheme:light}body{max-width:none;font-size:11px}h1{overflow-wrap:anywhere}h3{font-size:16px;margin:1em 0 .2em}code{font:12.5px/1.4 ui-monospace,monospace;overflow-wrap:anywhere}.headline{font-size:19px}.good{color:var(--good)}.figures .bad b{color:var(--bad)}
.finding{border:1px solid var(--line);border-left:5px solid var(--line);border-radius:6px;padding:2px 14px 8px;margin:10px 0;break-inside:avoid}.finding.critical,.finding.high{border-left-color:var(--bad)}.finding.medium,.finding.unread{border-left-color:var(--change)}
.finding h3{margin:.5em 0 .1em}.tag{font-size:12px;font-weight:600;border:1px solid currentColor;border-radius:9px;padding:1px 8px;white-space:nowrap}dl{display:grid;grid-template-columns:max-content 1fr;gap:3px 12px;margin:.4em 0}dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}
details{border-bottom:1px solid var(--line);padding:6px 0}summary{cursor:pointer;overflow-wrap:anywhere}.cells{list-style:none;margin:0;padding:0}.cells li{padding:1px 0}.legend span{margin-right:14px}.legend i{display:inline-block;width:11px;height:11px;margin-right:5px}
.s0{fill:var(--good);background:var(--good)}.s1{fill:var(--bad);background:var(--bad)}.s2{fill:var(--change);background:var(--change)}.s3{fill:var(--soft);background:var(--soft)}:focus-visible{outline:2px solid var(--read)}
@media(max-width:560px){svg text{font-size:17px}dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:5px}}
section.person{break-before:page;border:0}h2{break-after:avoid}tr{break-inside:avoid}}
`
