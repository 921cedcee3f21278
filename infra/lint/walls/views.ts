import "./typescript-for-walls.ts";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type * as Compiler from "typescript-for-walls";

const { default: ts } = await import("typescript-for-walls");

/** A view that hides what it lets out: the file, the line, and the part of the code that hides it. */
export interface Hiding {
  readonly file: string;
  readonly line: number;
  readonly of: string;
  readonly reason: string;
}

const whole =
  "A field that the state gets later would go out with it: an answer picks its fields, `pick(state, [...])`";
const typed =
  "A stated type hides a field that is spread into the answer: leave it out, and the route compares the answer with its schema";

/**
 * Places where an answer spreads a state: a field that is added to the state later would go out with it. A view picks fields.
 * An answer is an object with an `id` or a `version`; a domain is not looked at, because it makes states and no answers.
 * Also each function of an api that states the type of its answer by the schema.
 */
export function hidingViews(house: string): readonly Hiding[] {
  const files = globSync("services/*/*/**/*.ts", { cwd: house }).filter(
    (file) => !/^services\/[^/]+\/[^/]+\/domain\//.test(file),
  );
  return files.flatMap((file) => hidingIn(file, readFileSync(join(house, file), "utf8")));
}

export function hidingIn(file: string, text: string): readonly Hiding[] {
  if (!/\bstate\b|typeof/.test(text)) return [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true);
  const found: Hiding[] = [];
  const note = (node: Compiler.Node, of: Compiler.Node, reason: string): void => {
    const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    found.push({ file, line, of: of.getText(), reason });
  };
  const visit = (node: Compiler.Node): void => {
    if (ts.isFunctionLike(node) && node.type !== undefined && inApi.test(file) && bySchema.test(node.type.getText()))
      note(node.type, node.type, typed);
    if (ts.isObjectLiteralExpression(node) && node.properties.some(isOfAnswer))
      for (const one of node.properties)
        if (ts.isSpreadAssignment(one) && isState(one.expression)) note(one, one, whole);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const inApi = /^services\/[^/]+\/[^/]+\/api\//;
const bySchema = /\bz\.(input|output|infer)<\s*typeof/;

const isOfAnswer = ({ name }: Compiler.ObjectLiteralElementLike): boolean =>
  name !== undefined && ts.isIdentifier(name) && (name.text === "id" || name.text === "version");

/** `state`, `loaded.state`, or a name to which either of them is bound, whole or but for some fields. */
function isState(value: Compiler.Node): boolean {
  if (ts.isPropertyAccessExpression(value)) return value.name.text === "state";
  if (!ts.isIdentifier(value)) return false;
  if (value.text === "state") return true;
  for (let scope: Compiler.Node = value; scope.parent !== undefined; scope = scope.parent) {
    const bound = bindingIn(scope.parent, value.text);
    if (bound !== undefined) return isRestOfState(bound);
  }
  return false;
}

type Bound = Compiler.BindingElement | Compiler.VariableDeclaration | Compiler.ParameterDeclaration;

function bindingIn(scope: Compiler.Node, name: string): Bound | undefined {
  const declared: readonly Bound[] = ts.isFunctionLike(scope)
    ? scope.parameters.filter(ts.isParameter)
    : ts.isBlock(scope) || ts.isSourceFile(scope)
      ? scope.statements.filter(ts.isVariableStatement).flatMap((one) => [...one.declarationList.declarations])
      : [];
  const within = (bound: Bound): Bound | undefined => {
    if (ts.isIdentifier(bound.name)) return bound.name.text === name ? bound : undefined;
    for (const one of bound.name.elements) {
      const deeper = ts.isBindingElement(one) ? within(one) : undefined;
      if (deeper !== undefined) return deeper;
    }
    return undefined;
  };
  for (const one of declared) {
    const bound = within(one);
    if (bound !== undefined) return bound;
  }
  return undefined;
}

/** `{ state: { owner, ...rest } }`, `const { owner, ...rest } = state` and `const rest = loaded.state`. */
function isRestOfState(bound: Bound): boolean {
  if (ts.isVariableDeclaration(bound)) return bound.initializer !== undefined && isState(bound.initializer);
  if (!ts.isBindingElement(bound)) return false;
  if (bound.dotDotDotToken === undefined) return bound.propertyName?.getText() === "state";
  const whole = bound.parent.parent;
  if (ts.isBindingElement(whole)) return whole.propertyName?.getText() === "state";
  return ts.isVariableDeclaration(whole) && whole.initializer !== undefined && isState(whole.initializer);
}
