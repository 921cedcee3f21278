import * as z from "zod";
import type { Route } from "../../shared/http/index.ts";

interface Refused {
  readonly method: string;
  readonly path: string;
  readonly text: string;
}

const refusal = z.object({ errors: z.array(z.object({ pointer: z.string() })) });

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
  for (const { pointer } of told.errors) {
    const leads = pointer.startsWith("?") || (route.body !== undefined && leadsInto(route.body, pointer));
    if (!leads) throw new Error(`${method} ${route.path} blames ${pointer}, which its body does not have`);
  }
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

/** Whether a JSON pointer may lead to a value of this schema, also to a field that is not allowed there. */
export function leadsInto(body: z.ZodType, pointer: string): boolean {
  const root = documentOf(body);
  const names = pointer.split("/").slice(1);
  let at: readonly Node[] = [root];
  for (const name of names) {
    at = at.flatMap((one) => below(resolved(root, one), name, root));
    if (at.length === 0) return false;
  }
  return true;
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
