import { isNode, listAt, type Node } from "./contract/node.ts";
import { pascal } from "./names.ts";

type Writable = Record<string, unknown>;
const isWritable = (value: unknown): value is Writable => isNode(value);

/** Parameters that so many operations have stand among the components once. */
const often = 3;

/** Puts each parameter that several operations have alike among the components, and refers to it from there on. */
export function shareParameters(operations: readonly Node[], parameters: Node): Node {
  const all = operations.flatMap((operation) => listAt(operation, "parameters")).filter(isWritable);
  const alike = Map.groupBy(
    all.filter((one) => !("$ref" in one)),
    (one) => JSON.stringify(one),
  );
  const shared: Writable = { ...parameters };
  for (const same of alike.values()) {
    const [first] = same;
    if (first === undefined || same.length < often) continue;
    const name = freeName(shared, pascal(String(first.name)));
    shared[name] = { ...first };
    for (const one of same) {
      for (const key of Object.keys(one)) Reflect.deleteProperty(one, key);
      one.$ref = `#/components/parameters/${name}`;
    }
  }
  return shared;
}

function freeName(taken: Node, name: string): string {
  let [free, serial] = [name, 1];
  while (free in taken) {
    serial += 1;
    free = `${name}${serial}`;
  }
  return free;
}
