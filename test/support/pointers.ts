import * as z from "zod";
import { lostBlame } from "../../shared/http/blamed.ts";
import type { Route } from "../../shared/http/index.ts";
import type { Runtime } from "../../shared/service/index.ts";

interface Refused {
  readonly method: string;
  readonly path: string;
  readonly text: string;
}

const refusal = z.object({ errors: z.array(z.object({ pointer: z.string(), code: z.string() })) });

/**
 * A refusal that blames a field names one that the route's own body has, so that a form can show it there.
 * @throws for a pointer that leads nowhere
 */
export function checkPointers(routes: readonly Route[], { method, path, text }: Refused): void {
  const told = text.startsWith("{") ? refusal.safeParse(JSON.parse(text)).data : undefined;
  if (told === undefined) return;
  const [bare = ""] = path.split("?");
  const route = routes
    .toSorted((one, other) => Number(one.path.includes("{")) - Number(other.path.includes("{")))
    .find((one) => one.method === method && patternOf(one.path).test(bare));
  if (route === undefined || route.accepts !== undefined) return;
  for (const { pointer, code } of told.errors)
    if (!leads(route, pointer, code))
      throw new Error(`${method} ${route.path} blames ${pointer}, which its body does not have`);
}

/** A field that is blamed for being there has a place for it; a parameter stands in the query. */
function leads({ body, query }: Route, pointer: string, code: string): boolean {
  if (pointer.startsWith("?"))
    return (
      code === "value.unknown-parameter" ||
      (query !== undefined && leadsInto(query, `/${pointer.slice(1).replaceAll(".", "/")}`))
    );
  const place = code === "value.unknown-field" ? pointer.slice(0, pointer.lastIndexOf("/")) : pointer;
  return body !== undefined && leadsInto(body, place);
}

const heard = z.object({ said: z.array(z.object({ message: z.string(), facts: z.unknown() })) });

/**
 * Where a rule blames a field that its request does not have, no field is blamed, and operators are told; a test fails.
 * @throws for what was told
 */
export function checkBlamed({ observability }: Pick<Runtime, "observability">): void {
  const told = heard.safeParse(observability).data?.said.find(({ message }) => message === lostBlame);
  if (told !== undefined) throw new Error(`${told.message}: ${JSON.stringify(told.facts)}`);
}

const patternOf = (path: string) => new RegExp(`^${path.replaceAll(/\{\w+\}/g, "[^/]+")}$`);

const node = z.looseObject({});
type Node = z.output<typeof node>;
const documents = new WeakMap<z.ZodType, Node>();

function documentOf(body: z.ZodType): Node {
  const known = documents.get(body);
  if (known !== undefined) return known;
  const made = node.parse(z.toJSONSchema(body, { io: "input", unrepresentable: "any" }));
  documents.set(body, made);
  return made;
}

/** Whether a JSON pointer may lead to a value of this schema. */
export function leadsInto(body: z.ZodType, pointer: string): boolean {
  const root = documentOf(body);
  return ledTo(root, root, pointer).length > 0;
}

/** The schemas to which a JSON pointer may lead, from a schema of a document. */
export function ledTo(root: Node, from: Node, pointer: string): readonly Node[] {
  let at: readonly Node[] = [from];
  for (const name of pointer.split("/").slice(1)) at = at.flatMap((one) => below(resolved(root, one), name, root));
  return at;
}

function resolved(root: Node, one: Node): Node {
  const { $ref } = one;
  if (typeof $ref !== "string") return one;
  const found = $ref
    .split("/")
    .slice(1)
    .reduce<unknown>((value, name) => node.safeParse(value).data?.[name], root);
  return resolved(root, node.parse(found));
}

function below(one: Node, name: string, root: Node): readonly Node[] {
  const list = (value: unknown): Node[] => z.array(node).safeParse(value).data ?? [];
  const choices = [...list(one.anyOf), ...list(one.oneOf), ...list(one.allOf)];
  const own = node.safeParse(one.properties).data?.[name];
  const others = typeof one.additionalProperties === "object" ? [one.additionalProperties] : [];
  const items = /^\d+$/.test(name) ? [one.items, ...list(one.prefixItems)] : [];
  const anything = one.type === undefined && choices.length === 0 && one.enum === undefined ? [{}] : [];
  const parts = [...(own === undefined ? others : [own]), ...items, ...anything];
  return [...list(parts), ...choices.flatMap((choice) => below(resolved(root, choice), name, root))];
}
