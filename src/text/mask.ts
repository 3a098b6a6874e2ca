/** `123456789012` → `••••9012`: enough to recognise one's own account, not enough to use it. */
export function maskAccount(account: string): string {
  return `••••${account.slice(-4)}`
}

/** Hides every 12-digit account id in a text. */
export function maskAccounts(text: string): string {
  return text.replace(/(?<!\d)\d{12}(?!\d)/g, (account) => maskAccount(account))
}
