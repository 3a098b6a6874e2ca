import { join } from 'node:path'
import fc from 'fast-check'
import ts from 'typescript'
import { root } from '../../scripts/paths.mjs'

/** Makes a text for the field at a path, e.g. `findings[].message`; keys of dictionaries are at `….{key}`. */
export type Leaf = (path: string) => fc.Arbitrary<string>

/**
 * Values of an exported type, read from its source by the compiler: every branch of every union, every field, every list. A field that
 * is added to the type is in the values of the next run. Answers the paths of all texts too, so that a test can say it saw them.
 */
export function valuesOfType<T>(file: string, name: string, leaf: Leaf): { values: fc.Arbitrary<T>; paths: ReadonlySet<string> } {
  const program = ts.createProgram([join(root, file)], {
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    allowImportingTsExtensions: true,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ESNext,
    types: [],
  })
  const checker = program.getTypeChecker()
  const source = program.getSourceFile(join(root, file))
  const module = source && checker.getSymbolAtLocation(source)
  const symbol = module && checker.getExportsOfModule(module).find((one) => one.name === name)
  if (!symbol) throw new Error(`${file} exports no type ${name}`)
  const paths = new Set<string>()
  const build = new Builder(checker, (path) => {
    paths.add(path)
    return leaf(path)
  })
  return { values: build.of(checker.getDeclaredTypeOfSymbol(symbol), '') as fc.Arbitrary<T>, paths }
}

class Builder {
  readonly #checker: ts.TypeChecker
  readonly #leaf: Leaf

  constructor(checker: ts.TypeChecker, leaf: Leaf) {
    this.#checker = checker
    this.#leaf = leaf
  }

  of(type: ts.Type, path: string): fc.Arbitrary<unknown> {
    if (type.isUnion()) return fc.oneof(...type.types.map((one) => this.of(one, path)))
    if (type.isStringLiteral() || type.isNumberLiteral()) return fc.constant(type.value)
    if (type.flags & ts.TypeFlags.BooleanLiteral) return fc.constant(this.#checker.typeToString(type) === 'true')
    if (type.flags & ts.TypeFlags.Undefined) return fc.constant(undefined)
    if (type.flags & ts.TypeFlags.Null) return fc.constant(null)
    if (type.flags & ts.TypeFlags.String) return this.#leaf(path)
    if (type.flags & ts.TypeFlags.Number) return fc.integer({ min: 0, max: 300 })
    if (this.#checker.isArrayType(type)) {
      const [item] = this.#checker.getTypeArguments(type as ts.TypeReference)
      return fc.array(item ? this.of(item, `${path}[]`) : fc.constant(undefined), { maxLength: 2 })
    }
    if (type.flags & ts.TypeFlags.Object) return this.#object(type, path)
    throw new Error(`${path}: no values for ${this.#checker.typeToString(type)}`)
  }

  #object(type: ts.Type, path: string): fc.Arbitrary<unknown> {
    const under = (name: string) => (path === '' ? name : `${path}.${name}`)
    const index = this.#checker.getIndexInfosOfType(type)[0]
    if (index) return fc.dictionary(this.#leaf(under('{key}')), this.of(index.type, under('{value}')), { maxKeys: 2 })
    const properties = type.getProperties()
    const model = properties.map((property) => [property.name, this.of(this.#checker.getTypeOfSymbol(property), under(property.name))])
    const requiredKeys = properties.filter((property) => !(property.flags & ts.SymbolFlags.Optional)).map(({ name }) => name)
    return fc.record(Object.fromEntries(model) as Record<string, fc.Arbitrary<unknown>>, { requiredKeys })
  }
}
