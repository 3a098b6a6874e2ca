/** Hides secrets in texts: those it was told of, whole or in pieces, and whatever has the shape of one. */
export interface Redactor {
  /** From now on the value is hidden, as it is and as URLs and base64 carry it. */
  add(secret: string): void
  redact(text: string): string
}

/** What is left of a secret in a text; it names the kind, so that a reader knows what stood there. */
const hidden = (kind: string) => `[redacted ${kind}]`

/** Shorter pieces of a secret than this are found in texts by chance. */
const PIECE = 16
/** Shorter values are no secrets; `test` as a key would hide half of all texts. */
const LEAST = 8

/** Shapes by their published formats: AWS, GitHub, JWT (RFC 7519), PEM (RFC 7468). */
const SHAPES: readonly (readonly [RegExp, string])[] = [
  [/-----BEGIN[A-Z0-9 %+]{1,40}PRIVATE(?: |%20|\+)KEY-----(?:[A-Za-z0-9+/=\s\\:,-]|%[0-9A-Fa-f]{2})*/g, hidden('private key')],
  [/\beyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?/g, hidden('token')],
  [/\b(?:gh[a-z]_|github_pat_)[\w.-]{16,}/g, hidden('GitHub token')],
  [/\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{12,}\b/g, hidden('access key id')],
  // Session tokens of STS begin with the same bytes, whatever they hold.
  [/(?:IQoJb3JpZ2lu|FwoGZXIvYXdz|FQoGZXIvYXdz|FQoDYXdz|AQoDYXdz|AgoJb3Jp)(?:[\w+/=-]|%[0-9A-Fa-f]{2}){16,}/g, hidden('session token')],
  [/\b((?:X-Amz-)?Signature["']?[=:]\s*["']?)[0-9a-f]{64}\b/gi, `$1${hidden('signature')}`],
  [/(:\/\/[^/\s:@]{1,100}:)[^/\s@]{1,200}@/g, `$1${hidden('password')}@`],
  [
    /(\b(?:authorization|proxy-authorization)["']?\s*[:=]\s*["']?(?:bearer|token|basic)\s+)[\w+/=.~-]{8,}/gi,
    `$1${hidden('authorization')}`,
  ],
  [
    /((?:secret[-_ ]?access[-_ ]?key|session[-_ ]?token|security[-_ ]?token|id[-_]token[-_]request[-_]token|client[-_]?secret|web[-_]?identity[-_]?token)(?:["']?\s*[:=]\s*["']?|>))(?:[\w+/=.~-]|%[0-9A-Fa-f]{2}){16,}/gi,
    `$1${hidden('secret')}`,
  ],
]

/** A secret access key of AWS: forty characters of base64 that no name and no hash has. */
const FORTY = /(?<![\w+/.-])[A-Za-z0-9+/]{40}(?![\w+/=])/g

export function createRedactor(): Redactor {
  const whole = new Set<string>()
  const pieces = new Set<string>()
  return {
    add: (secret) => {
      if (secret.length < LEAST) return
      for (const form of formsOf(secret)) {
        if (form.length < PIECE) whole.add(form)
        else for (let start = 0; start + PIECE <= form.length; start += 1) pieces.add(form.slice(start, start + PIECE))
      }
    },
    redact: (text) => byShape(byValue(text, whole, pieces)),
  }
}

/** How a value travels: as it is, in a URL, in JSON, and in base64 at any of its three places. */
function formsOf(secret: string): Set<string> {
  const base64 = [0, 1, 2].map((shift) => {
    const encoded = Buffer.from(`${' '.repeat(shift)}${secret}`)
      .toString('base64')
      .replace(/=+$/, '')
    // The first and the last characters hold bits of the neighbours.
    return encoded.slice(shift === 0 ? 0 : shift + 1, -1)
  })
  return new Set([secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1), ...base64])
}

function byValue(text: string, whole: ReadonlySet<string>, pieces: ReadonlySet<string>): string {
  let result = ''
  let kept = 0
  for (let start = 0; pieces.size > 0 && start + PIECE <= text.length; start += 1) {
    if (!pieces.has(text.slice(start, start + PIECE))) continue
    let end = start + PIECE
    while (end < text.length && pieces.has(text.slice(end - PIECE + 1, end + 1))) end += 1
    result += `${text.slice(kept, start)}${hidden('secret')}`
    kept = end
    start = end - 1
  }
  result += text.slice(kept)
  return [...whole].reduce((left, secret) => left.replaceAll(secret, hidden('secret')), result)
}

function byShape(text: string): string {
  const shaped = SHAPES.reduce((left, [pattern, instead]) => left.replace(pattern, instead), text)
  return shaped.replace(FORTY, (found) => (isRandom(found) ? hidden('secret key') : found))
}

/** Random base64 changes between upper case, lower case, digits and signs two times in three; words and hexadecimal do not. */
function isRandom(text: string): boolean {
  const kinds = [...text].map((character) => (/[a-z]/.test(character) ? 0 : /[A-Z]/.test(character) ? 1 : /\d/.test(character) ? 2 : 3))
  const changes = kinds.filter((kind, index) => index > 0 && kind !== kinds[index - 1]).length
  return changes >= 16 && kinds.includes(0) && kinds.includes(1)
}

/** Variables of the environment and inputs that hold a secret by their name; files and addresses of secrets are none. */
const SECRET_NAME =
  /(?:TOKEN|SECRET|PASSWORD|PASSWD|PRIVATE_KEY|ACCESS_KEY|API_KEY|(?:^|[_-])PAT$|COMMENT-KEY)(?!.*_(?:FILE|URL|URI|PATH|DIR)$)/i

/** The secrets of an environment. */
export function secretsOf(environment: Readonly<Record<string, string | undefined>>): string[] {
  return Object.entries(environment).flatMap(([name, value]) => (value && SECRET_NAME.test(name) ? [value] : []))
}
