import "./typescript-for-walls.ts";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type * as Compiler from "typescript-for-walls";

const { default: ts } = await import("typescript-for-walls");

/** An optional field of a state that nothing sets: where it is declared, and its name. */
export interface Unset {
  readonly file: string;
  readonly line: number;
  readonly field: string;
}

/**
 * Optional fields of states that nothing in the domain of their sub-context sets: no object has them, and no event or command
 * brings them. An effect that keeps a state by `...state` says nothing of such a field, and the compiler neither. A field that
 * must be there is the compiler's to find.
 */
export function unsetFields(house: string): readonly Unset[] {
  return globSync("services/*", { cwd: house }).flatMap((service) => {
    const files = globSync(`${service}/*/domain/**/*.ts`, { cwd: house });
    return unsetIn(files.map((file) => [file, readFileSync(join(house, file), "utf8")]));
  });
}

const reading = { languageVersion: ts.ScriptTarget.ESNext, jsDocParsingMode: ts.JSDocParsingMode.ParseNone };

type Declared = Compiler.InterfaceDeclaration | Compiler.TypeAliasDeclaration;
interface Source {
  readonly file: string;
  readonly source: Compiler.SourceFile;
}

const subContextOf = (file: string) => file.split("/").slice(0, 3).join("/");

/** The same of the domains of one service: path and text of each file. */
export function unsetIn(texts: readonly (readonly [file: string, text: string])[]): readonly Unset[] {
  const sources = texts.map(([file, text]) => ({ file, source: ts.createSourceFile(file, text, reading) }));
  const types = new Types(sources);
  const set = Map.groupBy(sources, ({ file }) => subContextOf(file));
  const unset = [...set].flatMap(([subContext, own]) => {
    const fields = types.optionalInStates(own);
    const written = namesWritten(own, types, new Set(fields.map(({ node }) => node)));
    return fields.filter(({ file, node }) => subContextOf(file) === subContext && !written.has(nameOf(node)));
  });
  return unset.map(({ file, source, node }) => ({
    ...{ file, field: nameOf(node) },
    line: source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1,
  }));
}

interface Field extends Source {
  readonly node: Compiler.PropertySignature;
}

/** The names that objects, events and other types have: all but these fields themselves. */
function namesWritten(
  sources: readonly Source[],
  types: Types,
  fields: ReadonlySet<Compiler.Node>,
): ReadonlySet<string> {
  const names = new Set<string>();
  const [literals, keys] = [new Set<string>(), new Set<Compiler.Node>()];
  const visit = (node: Compiler.Node, at: Source, brought: boolean): void => {
    if (ts.isComputedPropertyName(node)) keys.add(node);
    if (ts.isStringLiteral(node)) literals.add(node.text);
    if (ts.isObjectLiteralExpression(node))
      for (const { name } of node.properties) if (name !== undefined) names.add(nameOf({ name }));
    if (ts.isPropertySignature(node)) {
      if (!fields.has(node)) names.add(nameOf(node));
      // An event may bring what the state has: `data: Omit<Filed, "status">`.
      if (brought || brings.has(nameOf(node)))
        for (const one of types.optionalIn(node.type, at)) names.add(nameOf(one.node));
    }
    // `Told<"grid-events.entry.received", Received>`: a form of event of the service's own.
    if (ts.isTypeReferenceNode(node) && types.knows(node.typeName, at))
      for (const type of node.typeArguments ?? [])
        for (const one of types.optionalIn(type, at)) names.add(nameOf(one.node));
    const below = brought || (ts.isPropertySignature(node) && brings.has(nameOf(node)));
    ts.forEachChild(node, (child) => visit(child, at, below));
  };
  for (const one of sources) visit(one.source, one, false);
  // `[kind]: duty` sets one of the fields that are named somewhere as a text.
  return keys.size === 0 ? names : names.union(literals);
}

const brings: ReadonlySet<string> = new Set(["data", "personal"]);

const nameOf = ({ name }: { readonly name: Compiler.PropertyName }): string => ("text" in name ? name.text : "");

/** Members of an interface, or of the words that a decider is given in place: `deciderOf<{ readonly state: Fund; … }>`. */
function wordsIn(statement: Compiler.Statement): readonly (readonly Compiler.TypeElement[])[] {
  if (ts.isInterfaceDeclaration(statement)) return [statement.members];
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations
    .flatMap(({ initializer }) => (initializer !== undefined && ts.isCallExpression(initializer) ? [initializer] : []))
    .flatMap(({ typeArguments }) => typeArguments?.filter(ts.isTypeLiteralNode).map(({ members }) => members) ?? []);
}

/** The types that a service declares in its domains, by name. */
class Types {
  readonly #declared = new Map<string, (Source & { readonly node: Declared })[]>();

  constructor(sources: readonly Source[]) {
    for (const one of sources)
      for (const node of one.source.statements)
        if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node))
          this.#declared.set(node.name.text, [...(this.#declared.get(node.name.text) ?? []), { ...one, node }]);
  }

  /** Optional fields of the states that these files name in the words of an aggregate. */
  optionalInStates(sources: readonly Source[]): readonly Field[] {
    const found = new Map<Compiler.Node, Field>();
    for (const one of sources)
      for (const words of one.source.statements.flatMap(wordsIn)) {
        const members = words.filter(ts.isPropertySignature);
        if (!members.some((member) => nameOf(member) === "begun")) continue;
        for (const member of members) if (nameOf(member) === "state") this.#read(member.type, one, new Set(), found);
      }
    return [...found.values()];
  }

  knows(name: Compiler.Node, at: Source): boolean {
    return this.#find(name, at) !== undefined;
  }

  optionalIn(node: Compiler.Node | undefined, at: Source): readonly Field[] {
    const found = new Map<Compiler.Node, Field>();
    this.#read(node, at, new Set(), found);
    return [...found.values()];
  }

  #read(node: Compiler.Node | undefined, at: Source, seen: Set<Compiler.Node>, found: Map<Compiler.Node, Field>): void {
    if (node === undefined || seen.has(node)) return;
    seen.add(node);
    const read = (one: Compiler.Node) => this.#read(one, at, seen, found);
    const named = (name: Compiler.Node, { typeArguments }: Compiler.NodeWithTypeArguments) => {
      const [first, second] = typeArguments ?? [];
      const known = this.#find(name, at);
      if (known !== undefined) this.#read(known.node, known, seen, found);
      else if (first !== undefined && ts.isIdentifier(name) && name.text === "Pick")
        this.#readPicked(first, second, at, found);
      else if (first !== undefined) read(first);
    };
    if (ts.isInterfaceDeclaration(node) || ts.isTypeLiteralNode(node))
      for (const member of node.members)
        if (ts.isPropertySignature(member) && member.questionToken !== undefined)
          found.set(member, { ...at, node: member });
    if (ts.isInterfaceDeclaration(node))
      for (const { types } of node.heritageClauses ?? []) for (const base of types) named(base.expression, base);
    else if (ts.isTypeReferenceNode(node)) named(node.typeName, node);
    else if (ts.isTypeAliasDeclaration(node) || ts.isParenthesizedTypeNode(node)) read(node.type);
    else if (ts.isUnionTypeNode(node) || ts.isIntersectionTypeNode(node)) node.types.forEach(read);
  }

  /** Of `Pick<Filed, "limit" | "office">` the fields that it names. */
  #readPicked(
    node: Compiler.Node,
    keys: Compiler.TypeNode | undefined,
    at: Source,
    found: Map<Compiler.Node, Field>,
  ): void {
    const picked = new Set<string>();
    const note = (key: Compiler.Node): void => {
      if (ts.isStringLiteral(key)) picked.add(key.text);
      ts.forEachChild(key, note);
    };
    if (keys !== undefined) note(keys);
    for (const one of this.optionalIn(node, at))
      if (picked.size === 0 || picked.has(nameOf(one.node))) found.set(one.node, one);
  }

  /** Of several types of one name the one of the same file, else of the same sub-context. */
  #find(name: Compiler.Node, { file }: Source): (Source & { readonly node: Declared }) | undefined {
    const all = ts.isIdentifier(name) ? (this.#declared.get(name.text) ?? []) : [];
    return (
      all.find((one) => one.file === file) ?? all.find((one) => subContextOf(one.file) === subContextOf(file)) ?? all[0]
    );
  }
}
