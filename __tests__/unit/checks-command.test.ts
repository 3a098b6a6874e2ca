import { describe, expect, it } from '@jest/globals'
import { CHECKS } from '../../src/checks/registry.ts'
import { checksText } from '../../src/cli/checks.ts'

describe('mlops-audit checks', () => {
  it('lists every check in a line of its own', () => {
    const lines = checksText([]).split('\n')
    for (const { code, id, severity, title } of CHECKS) {
      const line = lines.find((one) => one.startsWith(`${code} `))
      expect(line?.split(/\s{2,}/)).toEqual([code, severity, id, title])
    }
    expect(lines.at(-2)).toBe(`${CHECKS.length} checks. mlops-audit checks <code> explains one.`)
  })

  it('explains one by its code, whatever its case, or by its id', () => {
    const text = checksText(['ecr-004'])
    expect(text).toBe(checksText(['repository-is-not-public']))
    expect(text.split('\n').slice(0, 5)).toEqual([
      'ECR-004  repository-is-not-public  (critical)',
      'No account that nobody named may pull or push',
      '',
      'Why',
      '  Whoever may push replaces what runs; whoever may pull has the model and what is baked into its image.',
    ])
    for (const part of ['Good', 'Bad', 'What to do', 'What it says', 'Reads', 'Source']) expect(text.split('\n')).toContain(part)
    expect(text).toContain('Made by the stack: Run `mlops-audit deploy --revert-drift`')
  })

  it('explains a family, and says it as data', () => {
    const data = JSON.parse(checksText(['CFG', '--json'])) as { code: string; remedies: object; controls: object }[]
    expect(data.map(({ code }) => code)).toEqual(['CFG-001', 'CFG-002', 'CFG-003'])
    expect(data[0]).toMatchObject({ severity: 'medium', remedies: { ours: expect.any(String), foreign: expect.any(String) } })
  })

  it('says which check was meant, and which flag there is not', () => {
    expect(() => checksText(['TRIAL-004'])).toThrow('There is no check "TRIAL-004". Did you mean TRAIL-004 (trail-records-data-writes)?')
    expect(() => checksText(['--jsno'])).toThrow('`checks` has no flag --jsno.')
  })
})
