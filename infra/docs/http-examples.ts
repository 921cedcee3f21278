import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isNode, type Node, nodeAt } from "./contract/node.ts";

/** Where an example of each body and each answer is kept, by the name of its schema; `npm run examples` writes it. */
export const httpExamplesFile = join(import.meta.dirname, "../../docs/http-examples.json");

/** The kept examples; empty where none was written yet. */
export function keptHttpExamples(): Node {
  const kept: unknown = JSON.parse(readFileSync(httpExamplesFile, "utf8"));
  return isNode(kept) ? kept : {};
}

/** Gives each schema that a body or an answer has the example that is kept for it. */
export function withHttpExamples(document: Node, kept: Node = keptHttpExamples()): Node {
  const components = nodeAt(document, "components");
  const schemas = Object.entries(nodeAt(components, "schemas")).map(([name, schema]) =>
    isNode(schema) && Object.hasOwn(kept, name) ? [name, { ...schema, examples: [kept[name]] }] : [name, schema],
  );
  return { ...document, components: { ...components, schemas: Object.fromEntries(schemas) } };
}

/** A body or an answer in JSON, and the name of its schema among the components. */
export interface Exemplified {
  readonly operation: string;
  /** `body`, or the status of the answer. */
  readonly part: string;
  readonly schema: string;
}

/** Each JSON body and each JSON answer to what was done, of which the document should show an example. */
export function exemplifiedIn(document: Node): readonly Exemplified[] {
  const found: Exemplified[] = [];
  for (const [path, methods] of Object.entries(nodeAt(document, "paths")))
    for (const [method, operation] of Object.entries(isNode(methods) ? methods : {})) {
      if (!isNode(operation)) continue;
      const answers = Object.entries(nodeAt(operation, "responses")).filter(([status]) => status.startsWith("2"));
      for (const [part, one] of [["body", operation.requestBody] as const, ...answers]) {
        const { schema } = isNode(one) ? nodeAt(nodeAt(one, "content"), "application/json") : {};
        const name = isNode(schema) && typeof schema.$ref === "string" ? schema.$ref.split("/").at(-1) : undefined;
        if (name !== undefined) found.push({ operation: `${method.toUpperCase()} ${path}`, part, schema: name });
      }
    }
  return found;
}
