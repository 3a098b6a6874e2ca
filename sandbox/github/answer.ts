/** What GitHub answers. */
export interface GithubAnswer {
  status: number
  /** JSON; a text is answered as it is. */
  body: unknown
  headers?: Record<string, string>
}
