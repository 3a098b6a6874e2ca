/** The parts of ajv's error object the messages are made from. */
export interface SchemaError {
  instancePath: string
  schemaPath: string
  keyword: string
  params: Record<string, unknown>
  message?: string
}

declare function validate(data: unknown): boolean
declare namespace validate {
  let errors: SchemaError[] | null
}

export { validate }
export default validate
