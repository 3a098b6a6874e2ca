// biome-ignore lint/suspicious/noControlCharactersInRegex: our own colours may stand before the text.
const LINE_COMMAND = /^((?:[^\S\n]|\u0085|\u001b\[[\d;]*[mK])*):(?=:)/gm

/**
 * A text as a log may have it: no line of it is a command to the runner, which takes `::name::` at the start of a line, whatever
 * spaces stand before it, and `##[name]` anywhere. A space breaks both, and they still read as what they were. Where no command
 * gets through there is no `stop-commands` either.
 */
export function logText(text: string): string {
  return text.replace(LINE_COMMAND, '$1: ').replaceAll('##[', '## [')
}
