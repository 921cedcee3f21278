/** An object of a JSON document. */
export type Node = Readonly<Record<string, unknown>>;

export const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The object under a key; an empty one where there is no object. */
export function nodeAt(node: Node, key: string): Node {
  const value = node[key];
  return isNode(value) ? value : {};
}

/** The list under a key; an empty one where there is no list. */
export function listAt(node: Node, key: string): readonly unknown[] {
  const value = node[key];
  return Array.isArray(value) ? value : [];
}

/** Follows a `$ref` within the document; a node without one is itself. */
export function resolved(root: Node, node: Node): Node {
  const { $ref } = node;
  if (typeof $ref !== "string") return node;
  const target = $ref
    .replace("#/", "")
    .split("/")
    .reduce<Node>((at, key) => nodeAt(at, key), root);
  return resolved(root, target);
}

/** A document as JSON holds it: what is undefined is left out. */
export function asJson(document: object): Node {
  const node: unknown = JSON.parse(JSON.stringify(document));
  if (!isNode(node)) throw new TypeError("a document is an object");
  return node;
}
