/** What is obeyed or not seen: control characters (ANSI sequences begin with one), bidirectional, zero-width, half and shapeless ones. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}\u2800]|(?<=\p{M}{4})\p{M}/gu
/** The sign that asks for a picture's coloured form. */
const PICTURE = /(?<=\p{Extended_Pictographic})\ufe0f/u

/**
 * Shows what hides: `⟨U+202E⟩` in the place of every character that a terminal, a browser or a log would obey or not show. Two texts
 * that differ look different, and nothing is left out. Line feeds stay; tabs and unusual spaces become spaces.
 */
export function visible(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(/[\t\p{Zs}]/gu, ' ')
    .replace(UNSEEN, (found, offset: number) => {
      if (found === '\n') return found
      return found === '\ufe0f' && PICTURE.test(text.slice(Math.max(0, offset - 2), offset + 1)) ? found : codePoint(found)
    })
}

/** The characters that `visible` would replace, as JSON writes them: the data stays the same to the last bit. */
export function visibleJson(json: string): string {
  return json.replace(UNSEEN, (found) =>
    found === '\n' ? found : [...Array(found.length).keys()].map((index) => escapeUnit(found.charCodeAt(index))).join(''),
  )
}

function codePoint(character: string): string {
  return `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`
}

function escapeUnit(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`
}
