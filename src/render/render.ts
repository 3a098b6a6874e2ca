import type { Config } from '../model/config.ts'
import { type RenderedTemplate, TEMPLATE_NAMES, type TemplateName } from '../model/template.ts'
import { flushLists } from './flush-lists.ts'
import { expandFragment, type Settings } from './fragment.ts'
import { MANIFEST } from './manifest.ts'
import { recordLines } from './rules-record.ts'
import { settingsOf } from './settings.ts'

const SECTIONS = ['Parameters', 'Resources', 'Outputs'] as const
type Section = (typeof SECTIONS)[number]

export interface RenderOptions {
  /** Text of a fragment by its path under `templates/`. */
  fragment(file: string): string
  version: string
}

/** Renders every template that has at least one resource. Same config, same bytes. */
export function renderTemplates(config: Config, options: RenderOptions): RenderedTemplate[] {
  const settings = settingsOf(config)
  return TEMPLATE_NAMES.flatMap((name) => {
    const body = renderTemplate(name, config, settings, options)
    return body === undefined ? [] : [{ name, stackName: MANIFEST[name].stackName(config), region: MANIFEST[name].region(config), body }]
  })
}

function renderTemplate(name: TemplateName, config: Config, settings: Settings, options: RenderOptions): string | undefined {
  const template = MANIFEST[name]
  const parts = template.fragments
    .filter((fragment) => fragment.when(config))
    .map((fragment) => ({ ...fragment, ...split(expandFragment(options.fragment(fragment.file), settings, fragment.file), fragment.file) }))
  if (parts.every((part) => part.Resources.length === 0)) return undefined
  const head = [
    `# ${template.description}`,
    `# Rendered by mlops-audit ${options.version} from ${config.file}, config sha256 ${config.hash}. Change the config, not this file.`,
    `AWSTemplateFormatVersion: '2010-09-09'`,
    `Description: ${JSON.stringify(`${template.description} (${config.project}, ${config.environment})`)}`,
  ]
  const groups = parts.filter((part) => part.Parameters.length > 0)
  const record = name === 'bootstrap' ? recordLines(config) : { metadata: [], outputs: [] }
  const sections = SECTIONS.flatMap((section) => {
    const blocks = parts.filter((part) => part[section].length > 0)
    const more = section === 'Outputs' ? record.outputs : []
    if (blocks.length === 0 && more.length === 0) return []
    const lines = blocks.flatMap((part) => (section === part.first ? [...part.comments, ...part[section]] : part[section]))
    return [`${section}:`, ...lines, ...more]
  })
  const metadata = [...interfaceMetadata(groups), ...record.metadata]
  const body = `${[...head, ...(metadata.length > 0 ? ['Metadata:'] : []), ...metadata, ...sections].join('\n')}\n`
  return name === 'bootstrap' ? flushLists(body) : body
}

/** Groups the parameters in the console as the fragments group them. */
function interfaceMetadata(groups: readonly { label: string; Parameters: readonly string[] }[]): string[] {
  if (groups.length === 0) return []
  const names = (lines: readonly string[]) => lines.flatMap((line) => /^ {2}(\w+):/.exec(line)?.[1] ?? [])
  return [
    '  AWS::CloudFormation::Interface:',
    '    ParameterGroups:',
    ...groups.flatMap((group) => [
      '      - Label:',
      `          default: ${group.label}`,
      '        Parameters:',
      ...names(group.Parameters).map((name) => `          - ${name}`),
    ]),
  ]
}

/** `first` is the section the fragment's introduction belongs to: its resources, or what it has instead. */
type Parts = Record<Section, string[]> & { comments: string[]; first: Section }

/** Cuts a fragment at its top-level keys; the comment lines above the first key introduce its resources. */
function split(text: string, file: string): Parts {
  const parts: Parts = { comments: [], first: 'Resources', Parameters: [], Resources: [], Outputs: [] }
  let current: string[] = parts.comments
  for (const line of text.trimEnd().split('\n')) {
    const key = /^(\w+):$/.exec(line)?.[1]
    if (key !== undefined) {
      if (!SECTIONS.includes(key as Section))
        throw new Error(`templates/${file}: section "${key}" is not merged; use ${SECTIONS.join(', ')}`)
      current = parts[key as Section]
    } else {
      current.push(current === parts.comments ? `  ${line}` : line)
    }
  }
  if (parts.Resources.length === 0) parts.first = 'Parameters'
  return parts
}
