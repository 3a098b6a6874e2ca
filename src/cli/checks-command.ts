/** Says what the checks are: no use case with a report, but help. */
export const CHECKS_COMMAND = { name: 'checks', summary: 'list what verify judges, or explain some of it; touches nothing' }
