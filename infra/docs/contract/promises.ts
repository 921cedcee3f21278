import { isNode, listAt, type Node, nodeAt, resolved } from "./node.ts";

/** Who is at the other end: a sender must know what is required, a reader what is always there. */
type Direction = "asked" | "answered";

/**
 * What a document lets its readers count on, as lines of text. A line that is missing later is a removal. A demand that was
 * not there before is one too, if the object it stands in was there.
 */
export class Promises {
  readonly kept = new Set<string>();
  /** What a sender must do, and the place in which he must do it. */
  readonly demands = new Map<string, string>();
  readonly #root: Node;

  constructor(root: Node) {
    this.#root = root;
  }

  /** Reads a JSON Schema at a place, with all that it refers to. */
  schema(value: unknown, place: string, direction: Direction, above: readonly string[] = []): void {
    if (!isNode(value)) return;
    const { $ref } = value;
    if (typeof $ref === "string") {
      if (above.includes($ref)) return;
      this.schema(resolved(this.#root, value), place, direction, [...above, $ref]);
    }
    this.kept.add(place);
    this.#values(value, place, direction);
    this.#fields(value, place, direction, above);
    for (const part of listAt(value, "allOf")) this.schema(part, place, direction, above);
    for (const [at, item] of listAt(value, "prefixItems").entries())
      this.schema(item, `${place}[${at}]`, direction, above);
    this.schema(value.items, `${place}[]`, direction, above);
    this.schema(value.additionalProperties, `${place}.*`, direction, above);
    this.schema(value.propertyNames, `${place}.(name)`, direction, above);
    this.#choices([...listAt(value, "anyOf"), ...listAt(value, "oneOf")], place, direction, above);
  }

  /** Records that a sender must do something in this place. */
  demand(text: string, place: string): void {
    this.demands.set(text, place);
  }

  #values(schema: Node, place: string, direction: Direction): void {
    for (const type of [schema.type, ...listAt(schema, "type")])
      if (typeof type === "string") this.kept.add(`${place} is of type ${type}`);
    if (direction === "answered" && schema.type === "integer") this.kept.add(`${place} is of type number`);
    if (direction === "answered" && typeof schema.format === "string")
      this.kept.add(`${place} is of format ${schema.format}`);
    const values = "const" in schema ? [schema.const] : listAt(schema, "enum");
    for (const one of values) this.kept.add(`${place} = ${JSON.stringify(one)}`);
    // What takes no value at all, such as a list that is empty so far, takes none that is not listed.
    const isListed = values.length > 0 || "not" in schema;
    if (direction === "asked" && isListed) this.demand(`${place} takes only listed values`, place);
  }

  #fields(schema: Node, place: string, direction: Direction, above: readonly string[]): void {
    const required = listAt(schema, "required");
    for (const [name, field] of Object.entries(nodeAt(schema, "properties"))) {
      const child = `${place}.${name}`;
      this.schema(field, child, direction, above);
      if (!required.includes(name)) continue;
      if (direction === "asked") this.demand(`${child} is required`, place);
      else this.kept.add(`${child} is always there`);
    }
  }

  /** One of several: each under the value that tells it apart; without one, nothing in them is sure to be there. */
  #choices(branches: readonly unknown[], place: string, direction: Direction, above: readonly string[]): void {
    const objects = branches.filter((branch) => isNode(branch) && "properties" in resolved(this.#root, branch));
    for (const branch of branches) {
      if (!isNode(branch)) continue;
      const mark = markOf(resolved(this.#root, branch));
      if (objects.length < 2 || !objects.includes(branch)) this.schema(branch, place, direction, above);
      else if (mark !== undefined) this.schema(branch, `${place}(${mark})`, direction, above);
      else this.schema({ ...resolved(this.#root, branch), required: [] }, place, direction, above);
    }
  }
}

/** The field with one possible value, by which a branch is known: `kind "citizen"`. */
function markOf(branch: Node): string | undefined {
  for (const [name, field] of Object.entries(nodeAt(branch, "properties")))
    if (isNode(field) && "const" in field) return `${name} ${JSON.stringify(field.const)}`;
  return undefined;
}
