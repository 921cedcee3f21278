import fc, { type Arbitrary } from "fast-check";
import { isNode, listAt, type Node, nodeAt, resolved } from "../../infra/docs/contract/node.ts";

/** What strings of a field may be, by the field's name: values that were sent before. */
export type Pool = ReadonlyMap<string, readonly unknown[]>;

/** Values that no form expects: half characters, controls, directions, other digits, names of prototypes, limits and beyond. */
export const hostile: readonly unknown[] = [
  ...[
    "\ud800",
    "米\udc00",
    "甲\u0000乙",
    "\u202e甲乙",
    "甲\u200b乙",
    "\ufeff",
    "\ufffd",
    "",
    " ",
    "  甲乙  ",
    "\r\n",
    "甲\n乙",
  ],
  ...["１２３", "٣٤٥", "Ⅻ", "①", "é".normalize("NFD"), "__proto__", "constructor", "toString", "hasOwnProperty"],
  ...["𠮷".repeat(15), "𠮷".repeat(50), "𠮷".repeat(250), "𠮷".repeat(2_500), "九".repeat(5_001), "x".repeat(70_000)],
  ...[
    "2026-02-30",
    "2024-02-29",
    "2023-02-29",
    "0000-01-01",
    "9999-12-31",
    "2026-1-1",
    "2026-03-02T00:00:00Z",
    "24:00",
    "23:59",
  ],
  ...[
    "1e3",
    "0x10",
    "+1",
    "-0",
    "007",
    "1.0",
    "NaN",
    "null",
    "../..",
    "%00",
    "%",
    "a,b",
    "'",
    '"',
    "<b>",
    "{x}",
    "PL-001",
    "PL-999",
  ],
  ...[null, true, false, [], {}, [[]], [null], 0, -1, 1, 1.5, 1e300, -1e300, 2 ** 53, 2 ** 31, 100_000, 1e-9],
];

const letters = [
  "广通镇",
  "一平浪",
  "沿河村",
  "杨",
  "Qiangzhen",
  "é",
  "𠮷",
  "7",
  "٣",
  "、",
  "（2026）",
  "·",
  "-",
  " ",
  "ß",
  "ﬁ",
  "年",
];
const lettered = fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 12 }).map((parts) => parts.join(""));

/** Values of a JSON schema: valid as far as the schema says it in words that are known here. */
export class FromSchema {
  readonly #root: Node;
  readonly #pool: Pool;
  readonly #known = new Map<string, Arbitrary<unknown>>();

  constructor(root: Node, pool: Pool) {
    this.#root = root;
    this.#pool = pool;
  }

  of(schema: unknown, field = ""): Arbitrary<unknown> {
    if (!isNode(schema)) return fc.constant("x");
    const key = `${field} ${JSON.stringify(schema)}`;
    const known = this.#known.get(key) ?? this.#made(schema, field);
    this.#known.set(key, known);
    return known;
  }

  #made(schema: Node, field: string): Arbitrary<unknown> {
    if ("$ref" in schema) return this.of(resolved(this.#root, schema), field);
    if ("const" in schema) return fc.constant(schema.const);
    if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum);
    const choices = ["anyOf", "oneOf"].flatMap((name) => listAt(schema, name));
    if (choices.length > 0) return fc.oneof(...choices.map((choice) => this.of(choice, field)));
    return this.#typed(schema, field);
  }

  #typed(schema: Node, field: string): Arbitrary<unknown> {
    const { type } = schema;
    if (type === "object") return this.#object(schema);
    if (type === "array") return this.#array(schema, field);
    if (type === "boolean") return fc.boolean();
    if (type === "integer" || type === "number") return numbers(schema);
    const sent = (this.#pool.get(field) ?? []).filter((one) => typeof one === "string");
    const made = strings(schema);
    return sent.length === 0 ? made : fc.oneof(made, { weight: 2, arbitrary: fc.constantFrom(...sent) });
  }

  #object(schema: Node): Arbitrary<unknown> {
    const fields = Object.entries(nodeAt(schema, "properties"));
    const requiredKeys = listAt(schema, "required").filter((one) => fields.some(([name]) => name === one));
    const record = fc.record(Object.fromEntries(fields.map(([name, child]) => [name, this.of(child, name)])), {
      requiredKeys: requiredKeys.map(String),
      noNullPrototype: true,
    });
    if (!isNode(schema.additionalProperties)) return record;
    const more = fc.dictionary(lettered, this.of(schema.additionalProperties), { maxKeys: 3, noNullPrototype: true });
    return fc.tuple(record, more).map(([own, others]) => ({ ...others, ...own }));
  }

  #array({ items, minItems, maxItems }: Node, field: string): Arbitrary<unknown> {
    const minLength = Number(minItems ?? 0);
    const most = Math.min(Number(maxItems ?? 3), minLength + 3);
    return fc.array(this.of(items, field), { minLength, maxLength: most });
  }
}

function numbers({ type, minimum, maximum }: Node): Arbitrary<number> {
  const min = Number(minimum ?? -(2 ** 53 - 1));
  const max = Number(maximum ?? 2 ** 53 - 1);
  const near = [min, max, min + 1, Math.min(max, min + 12)].filter((one) => one >= min && one <= max);
  const whole = fc.oneof(
    fc.maxSafeInteger().map((one) => min + (Math.abs(one) % (max - min + 1))),
    fc.constantFrom(...near),
  );
  return type === "integer" ? whole.map(Math.round) : fc.oneof(whole, fc.double({ min, max, noNaN: true }));
}

function strings({ pattern, format, minLength, maxLength }: Node): Arbitrary<string> {
  if (format === "date") return days;
  const [min, max] = [Number(minLength ?? 0), Number(maxLength ?? 60)];
  const cut = (value: string) => [...value.padEnd(min, "甲")].slice(0, max).join("");
  if (typeof pattern !== "string") return fc.oneof(lettered, fc.string({ unit: "grapheme" }), longest(max)).map(cut);
  const holds = new RegExp(pattern, "u");
  if (!/\\p\{|\(\?[=!]/.test(pattern)) return fc.stringMatching(new RegExp(pattern)).map(cut);
  return fc.oneof(lettered, longest(max)).map((value) => {
    const one = cut(value);
    return holds.test(one) ? one : cut("ABCD甲");
  });
}

const longest = (max: number) => fc.constantFrom("九", "𠮷", "a").map((letter) => letter.repeat(Math.min(max, 6_000)));

const days = fc.oneof(
  fc.integer({ min: 0, max: 500 }).map((day) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10)),
  fc.constantFrom("2024-02-29", "1901-01-01", "2099-12-31", "0001-01-01", "9999-12-31"),
);

/** A value with one thing changed: another value, one left out, or one too many. */
export const spoiled = (value: Arbitrary<unknown>): Arbitrary<unknown> =>
  fc
    .tuple(value, fc.nat(), fc.constantFrom(...hostile), fc.constantFrom("put", "drop", "add"))
    .map(([whole, at, bad, how]) => {
      const copy: unknown = structuredClone(whole);
      const places = placesIn(copy);
      const place = places[at % Math.max(1, places.length)];
      if (how === "add" || place === undefined) return withField(copy, at % 2 === 0 ? "__proto__" : "x", bad);
      const { holder, key } = place;
      if (how === "drop" && !Array.isArray(holder)) Reflect.deleteProperty(holder, key);
      else Reflect.set(holder, key, bad);
      return copy;
    });

function withField(value: unknown, name: string, bad: unknown): unknown {
  if (!isNode(value)) return bad;
  return Object.defineProperty(value, name, { value: bad, enumerable: true, configurable: true });
}

interface Spot {
  readonly holder: object;
  readonly key: string;
}

function placesIn(value: unknown): readonly Spot[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => [{ holder: value, key }, ...placesIn(child)]);
}
