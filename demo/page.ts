import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { marked } from 'marked'
import { root } from '../scripts/paths.mjs'

/** The build puts it beside the bundle, so that the published package can draw the page too. */
const STYLE = join(root, 'dist/local/github-markdown.css')

/** A page that looks as the comment looks on github.com, light and dark. */
export async function commentPage(markdown: string, title: string): Promise<string> {
  const css = readFileSync(STYLE, 'utf8')
  const body = await marked.parse(markdown, { gfm: true })
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>
${css}
body { margin: 0; padding: 32px 16px; background: #fff; }
@media (prefers-color-scheme: dark) { body { background: #0d1117; } .box { border-color: #30363d !important; } .head { background: #161b22 !important; color: #8d96a0 !important; border-color: #30363d !important; } .head b { color: #e6edf3 !important; } }
.box { max-width: 896px; margin: 0 auto; border: 1px solid #d1d9e0; border-radius: 6px; font-family: -apple-system, BlinkMacSystemFont, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif; }
.head { padding: 10px 16px; background: #f6f8fa; border-bottom: 1px solid #d1d9e0; border-radius: 6px 6px 0 0; color: #59636e; font-size: 14px; }
.head b { color: #1f2328; }
.head span { border: 1px solid currentColor; border-radius: 2em; padding: 0 7px; font-size: 12px; margin-left: 4px; }
.markdown-body { padding: 16px; font-size: 14px; background: transparent; }
</style>
</head>
<body>
<div class="box">
<div class="head"><b>github-actions</b><span>bot</span> commented just now</div>
<article class="markdown-body">
${body}
</article>
</div>
</body>
</html>
`
}
