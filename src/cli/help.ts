import type { InputSpec } from '../commands/inputs/spec.ts'
import { INPUTS } from '../commands/inputs.ts'
import { COMMANDS, type Command } from '../commands/table.ts'
import { CHECKS_COMMAND } from './checks-command.ts'
import { LOCAL_COMMANDS } from './local.ts'

export function overview(version: string): string {
  const all = [...COMMANDS, CHECKS_COMMAND, ...LOCAL_COMMANDS]
  const width = Math.max(...all.map((command) => command.name.length))
  return [
    `mlops-audit ${version}: prove who can do what, and who did what, on AWS`,
    '',
    'Usage: mlops-audit <command> [--flag value]',
    '',
    ...all.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`),
    '',
    'mlops-audit <command> --help explains one command and its flags.',
    'Exit codes: 0 done and clean · 1 findings at or above --fail-on · 2 could not be carried out · 3 bad input',
    '',
  ].join('\n')
}

export function helpOf(command: Command): string {
  const flags = flagsOf(command.name)
  const width = Math.max(...flags.map((flag) => usage(flag).length))
  return [
    `mlops-audit ${command.name}: ${command.summary}`,
    '',
    wrap(command.help),
    '',
    `Needs: ${command.needs}`,
    '',
    'Flags:',
    ...flags.map((flag) => {
      const said = `${(flag.meaning?.[command.name] ?? flag.description).replaceAll('`', '')}${flag.default && flag.kind !== 'boolean' ? ` (${flag.default})` : ''}`
      return `  ${usage(flag).padEnd(width)}  ${wrap(said).replaceAll('\n', `\n${' '.repeat(width + 4)}`)}`
    }),
    '',
    'Examples:',
    ...command.examples.map((example) => `  ${example}`),
    '',
  ].join('\n')
}

/** The flags that mean something to a command. */
export function flagsOf(command: string): InputSpec[] {
  return INPUTS.filter((input) => input.only !== 'action' && (input.commands === undefined || input.commands.includes(command)))
}

function usage(flag: InputSpec): string {
  if (flag.kind === 'boolean') return `--${flag.name}`
  return `--${flag.name} <${flag.allowed ? flag.allowed.join('|') : flag.kind === 'list' || flag.many ? 'a,b' : 'value'}>`
}

function wrap(text: string, width = 88): string {
  const lines: string[] = ['']
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? ''
    if (line.length + word.length + 1 > width) lines.push(word)
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
  }
  return lines.join('\n')
}
