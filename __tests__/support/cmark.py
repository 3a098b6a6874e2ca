"""GitHub's own Markdown (cmark-gfm): a JSON list of texts on standard input, a JSON list of HTML on standard output."""

import json
import sys

from cmarkgfm.cmark import Options
from cmarkgfm import markdown_to_html_with_extensions

# As GitHub reads comments: raw HTML stays, for the sanitizer that comes after.
EXTENSIONS = ["table", "autolink", "strikethrough", "tasklist"]
texts = json.load(sys.stdin)
pages = [
    markdown_to_html_with_extensions(text, options=Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_FOOTNOTES, extensions=EXTENSIONS)
    for text in texts
]
json.dump(pages, sys.stdout)
