import { isNode, type Node, nodeAt } from "../contract/node.ts";

/** The paths of a document with each operation made anew. */
export const eachOperation = (document: Node, made: (operation: Node) => Node): Node =>
  Object.fromEntries(
    Object.entries(nodeAt(document, "paths")).map(([path, methods]) => {
      const operations = Object.entries(isNode(methods) ? methods : {});
      return [path, Object.fromEntries(operations.map(([method, one]) => [method, isNode(one) ? made(one) : one]))];
    }),
  );

/** A document with other components of one kind. */
export function withComponents(document: Node, kind: string, made: Node): Node {
  return { ...document, components: { ...nodeAt(document, "components"), [kind]: made } };
}

const reference = /"#\/components\/schemas\/([\w.-]+)"/g;

/** The schemas that a value refers to, in order, each as often as it does. */
export const referredIn = (value: unknown): readonly string[] =>
  [...(JSON.stringify(value) ?? "").matchAll(reference)].map(([, name = ""]) => name);
