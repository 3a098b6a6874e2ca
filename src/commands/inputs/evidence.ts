import { FRAMEWORK_IDS } from '../../frameworks/registry.ts'
import type { InputSpec } from './spec.ts'

/** What is verified, and by which proof. */
export const EVIDENCE_INPUTS = [
  {
    name: 'discover',
    description: 'Judge an account without a config: finds its trails, keys, buckets and roles.',
    default: 'false',
    kind: 'boolean',
    commands: ['verify'],
  },
  {
    name: 'framework',
    description: `Show what the tests say of each control of a framework: ${FRAMEWORK_IDS.map((id) => `\`${id}\``).join(', ')}.`,
    default: '',
    kind: 'text',
    allowed: FRAMEWORK_IDS,
    commands: ['verify', 'report'],
  },
  {
    name: 'from',
    description: 'Folder with `evidence.json` of an earlier run: the same findings, offline.',
    default: '',
    kind: 'text',
    commands: ['verify', 'report'],
    meaning: { report: 'Folder with `evidence.json` of the `verify` that the pack is made of; `output-dir` when left out.' },
  },
  {
    name: 'pack',
    description: 'Folder that the audit pack is written to, empty or not there; `pack` in `output-dir` when left out.',
    default: '',
    kind: 'text',
    commands: ['report'],
  },
  {
    name: 'check-pack',
    description: 'Folder of an audit pack to prove: whole, judged again, and signed by whom; nothing is written.',
    default: '',
    kind: 'text',
    commands: ['report'],
  },
  {
    name: 'integrity-hours',
    description: 'How many hours of log files are validated against their digests; 0 leaves them out. `integrity` takes any time.',
    default: '24',
    kind: 'text',
    commands: ['verify'],
  },
  {
    name: 'attestation',
    description:
      'Sigstore bundle that actions/attest made for the file of `from` or `reviewed-plan`, or the manifest of `check-pack`; asks for `trusted-root`. Offline.',
    default: '',
    kind: 'text',
    commands: ['deploy', 'verify', 'report'],
  },
  {
    name: 'trusted-root',
    description: 'What an attestation is held against: the output of `gh attestation trusted-root`, kept as a file.',
    default: '',
    kind: 'text',
    commands: ['deploy', 'verify', 'report'],
  },
  {
    name: 'signer-repository',
    description: "`owner/name` whose workflow must have attested; the config's `github.repository` when left out.",
    default: '',
    kind: 'text',
    commands: ['deploy', 'verify', 'report'],
  },
  {
    name: 'signer-repository-id',
    description:
      "GitHub's number of that repository, which a name taken over does not have; the config's `github.repository-id` when left out.",
    default: '',
    kind: 'text',
    commands: ['deploy', 'verify', 'report'],
  },
  {
    name: 'signer-workflow',
    description:
      'Workflow that must have attested: `.github/workflows/audit.yml` of that repository, or `owner/name/.github/workflows/audit.yml@refs/heads/main` of a reusable one that its workflows call. An attestation asks for it.',
    default: '',
    kind: 'text',
    commands: ['deploy', 'verify', 'report'],
  },
  {
    name: 'signer-ref',
    description:
      "Refs its run may have been for, e.g. `refs/heads/main`; those of the config's `github.branches` when left out, so that no pull request's run proves anything.",
    default: '',
    kind: 'list',
    commands: ['deploy', 'verify', 'report'],
  },
  {
    name: 'signer-issuer',
    description: "Who signed the run's token; the config's `github.issuer`, or github.com's, when left out.",
    default: '',
    kind: 'text',
    commands: ['deploy', 'verify', 'report'],
  },
  {
    name: 'signature',
    description:
      'Signature in base64 (`aws kms sign`) of the file of `from` or `reviewed-plan`, or the manifest of `check-pack`; asks for `public-key`.',
    default: '',
    kind: 'text',
    commands: ['deploy', 'verify', 'report'],
  },
  {
    name: 'public-key',
    description: 'Public key in PEM that `signature` is held against.',
    default: '',
    kind: 'text',
    commands: ['deploy', 'verify', 'report'],
  },
  {
    name: 'trail-arn',
    description: 'ARN of the trail whose logs are read; that of the config when left out.',
    default: '',
    kind: 'text',
    commands: ['integrity', 'activity'],
  },
  {
    name: 'start-time',
    description: 'From this time on, UTC, e.g. `2026-11-01`; a day before `end-time` when left out.',
    default: '',
    kind: 'text',
    commands: ['integrity', 'activity'],
  },
  {
    name: 'end-time',
    description: 'Up to this time, UTC; now, when left out.',
    default: '',
    kind: 'text',
    commands: ['integrity', 'activity'],
  },
  {
    name: 'logs-from',
    description: 'Folder that `save` made: the same validation offline, of the time it was saved for, by the public keys it came with.',
    default: '',
    kind: 'text',
    commands: ['integrity'],
  },
  {
    name: 'save',
    description: 'Folder to keep all that is read in: digests with their signatures, log files, public keys.',
    default: '',
    kind: 'text',
    commands: ['integrity'],
  },
  {
    name: 'full',
    description: 'Validate everything again, also what an earlier run validated without a fault.',
    default: 'false',
    kind: 'boolean',
    commands: ['integrity'],
  },
] as const satisfies readonly InputSpec[]
