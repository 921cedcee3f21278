import fc, { type Arbitrary } from "fast-check";
import { isNode, listAt, type Node, nodeAt, resolved } from "../../infra/docs/contract/node.ts";
import { roles } from "../../shared/town/roles.ts";
import { FromSchema, hostile, type Pool, spoiled } from "./from-schema.ts";
import { type Claims, strangerWith } from "./persons.ts";

/** A request as it will be sent. */
export interface Fuzzed {
  readonly method: string;
  readonly template: string;
  /** With its query, encoded. */
  readonly path: string;
  readonly claims: Claims | undefined;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON as text, or bytes that are none. */
  readonly body: string | Uint8Array | undefined;
  /** Something about the body as a whole is wrong, of which a schema does not speak. */
  readonly isGarbled: boolean;
}

/** What the town has, and what was sent to it before. */
export interface Ground {
  readonly document: Node;
  /** Ids of things by the path below which they are read. */
  readonly ids: ReadonlyMap<string, readonly string[]>;
  /** Bodies that were sent to an operation, by its method and template. */
  readonly sent: ReadonlyMap<string, readonly unknown[]>;
  readonly people: readonly Claims[];
  readonly pool: Pool;
  /** Only operations below these paths; none: all. */
  readonly below: readonly string[];
}

interface Operation {
  readonly method: string;
  readonly template: string;
  readonly said: Node;
}

const other = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));
const encoded = (text: string) => encodeURIComponent(text.toWellFormed());

/** Any request to any operation of the document: mostly such as it describes, near it, or far from it. */
export function fuzzedRequest(ground: Ground): Arbitrary<Fuzzed> {
  const values = new FromSchema(ground.document, ground.pool);
  const operations = operationsOf(ground.document)
    .filter(({ template }) => ground.below.length === 0 || ground.below.some((path) => template.startsWith(path)))
    .map((operation) => requestTo(operation, ground, values));
  return fc.oneof(...operations);
}

const operationsOf = (document: Node): readonly Operation[] =>
  Object.entries(nodeAt(document, "paths")).flatMap(([template, methods]) =>
    Object.entries(isNode(methods) ? methods : {}).flatMap(([method, said]) =>
      isNode(said) ? [{ method: method.toUpperCase(), template, said }] : [],
    ),
  );

function requestTo(operation: Operation, ground: Ground, values: FromSchema): Arbitrary<Fuzzed> {
  const { method, template, said } = operation;
  return fc
    .record({
      path: pathOf(template, ground),
      query: queryOf(said, ground.document, values),
      claims: callerOf(said, ground.people),
      headers: headersOf,
      sent: bodyOf(operation, ground, values),
    })
    .map(({ path, query, claims, headers, sent }) => ({
      ...{ method, template, claims, path: query === "" ? path : `${path}?${query}` },
      ...{ headers: { "content-type": typeOf(said), ...headers, ...sent.headers }, body: sent.body },
      isGarbled: sent.isGarbled,
    }));
}

const typeOf = ({ requestBody }: Node) =>
  Object.keys(nodeAt(isNode(requestBody) ? requestBody : {}, "content"))[0] ?? "application/json";

/** Mostly a thing of the right kind; else one of another kind, or nothing that exists. */
function pathOf(template: string, { ids }: Ground): Arbitrary<string> {
  if (!template.includes("{id}")) return fc.constant(template);
  const own = ids.get(template.slice(0, template.indexOf("/{id}"))) ?? [];
  const foreign = [...ids.values()].flat();
  const strange = hostile.map(other).filter((id) => id.length < 1_000 && id.trim() !== "" && !/^\.+$/.test(id));
  const id = fc.oneof(
    { weight: own.length === 0 ? 0 : 16, arbitrary: fc.constantFrom(...own, "x") },
    { weight: 1, arbitrary: fc.constantFrom(...foreign, "x") },
    { weight: 1, arbitrary: fc.constantFrom(...strange) },
  );
  return id.map((one) => template.replace("{id}", () => encoded(one)));
}

function queryOf(said: Node, document: Node, values: FromSchema): Arbitrary<string> {
  const known = listAt(said, "parameters")
    .flatMap((one) => (isNode(one) ? [resolved(document, one)] : []))
    .filter((one) => one.in === "query");
  const good = fc.tuple(
    ...known.map(({ name, required, schema }) =>
      fc
        .option(values.of(schema, String(name)), { nil: undefined, freq: required === true ? 20 : 1 })
        .map((value): readonly string[] =>
          value === undefined ? [] : [`${name}=${encoded(Array.isArray(value) ? value.join(",") : other(value))}`],
        ),
    ),
  );
  const names = [...known.map(({ name }) => String(name)), "x", "__proto__", "Limit", "limit[]", "constructor"];
  const bad = fc
    .tuple(fc.constantFrom(...names), fc.constantFrom(...hostile.map(other).filter((one) => one.length < 3_000)))
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`);
  return fc
    .tuple(good, rarely(bad, 7))
    .map(([parts, more]) => [...parts.flat(), ...(more === undefined ? [] : [more])].join("&"));
}

/** Mostly somebody to whom it is open. */
function callerOf(said: Node, people: readonly Claims[]): Arbitrary<Claims | undefined> {
  const allowed = listAt(said, "x-roles").map(String);
  const fitting = people.filter((one) => one.roles.some((role) => allowed.includes(role)));
  return fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...(fitting.length > 0 ? fitting : people)) },
    { weight: 3, arbitrary: fc.constant({ ...strangerWith([...roles]), office: "service-centre", sub: "everybody" }) },
    { weight: 2, arbitrary: fc.constantFrom(...people) },
    { weight: 1, arbitrary: fc.constant(undefined) },
  );
}

const rarely = <T>(value: Arbitrary<T>, times = 12): Arbitrary<T | undefined> =>
  fc.oneof({ weight: times - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });
const latin = [
  '"1"',
  '"2"',
  'W/"3"',
  "*",
  '"a"',
  "1",
  '"1", "2"',
  "",
  "é",
  "x".repeat(300),
  "en",
  "en;q=0.1",
  "zh-CN,en;q=0.9",
  ";;q=",
];
const headersOf = fc
  .record({
    "if-match": rarely(fc.constantFrom(...latin)),
    "if-none-match": rarely(fc.constantFrom(...latin)),
    "idempotency-key": rarely(fc.constantFrom(...latin, "key-1", "key-2"), 3),
    "accept-language": rarely(fc.constantFrom(...latin), 4),
    traceparent: rarely(fc.constantFrom(...latin, `00-${"a".repeat(32)}-${"b".repeat(16)}-01`), 20),
    "x-anything": rarely(fc.constantFrom(...latin), 40),
  })
  .map((given) =>
    Object.fromEntries(Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))),
  );

interface Sent {
  readonly body: string | Uint8Array | undefined;
  readonly isGarbled: boolean;
  readonly headers?: Readonly<Record<string, string>>;
}

function bodyOf({ method, template, said }: Operation, { sent }: Ground, values: FromSchema): Arbitrary<Sent> {
  if (method !== "POST") return fc.constant({ body: undefined, isGarbled: false });
  const content = nodeAt(nodeAt(said, "requestBody"), "content");
  const csv = nodeAt(content, "text/csv");
  if ("schema" in csv) return lines.map((body) => ({ body, isGarbled: false }));
  const { schema } = nodeAt(content, "application/json");
  const before = sent.get(`${method} ${template}`) ?? [];
  const made = values.of(schema);
  const known = before.length === 0 ? made : fc.constantFrom(...before);
  const json = fc
    .oneof(
      { weight: 4, arbitrary: made },
      { weight: 4, arbitrary: spoiled(made) },
      { weight: 3, arbitrary: spoiled(known) },
      { weight: 2, arbitrary: known },
    )
    .map((value): Sent => ({ body: JSON.stringify(value), isGarbled: false }));
  return fc.oneof(
    { weight: 20, arbitrary: json },
    { weight: 1, arbitrary: garbled },
    {
      weight: 1,
      arbitrary: json.chain((good) => otherHeaders.map((headers) => ({ ...good, headers, isGarbled: true }))),
    },
  );
}

const lines = fc.oneof(
  fc.constantFrom("", "a,b\n1,2\n", "\ufeff序号,职权\n1,甲\n", '"', "\u0000", "code,name\nPL-001,甲\n"),
  fc
    .array(fc.constantFrom("PL-001", ",", "\n", '"', "甲", ";", "\t"), { maxLength: 40 })
    .map((parts) => parts.join("")),
);

const garbled = fc
  .constantFrom<string | Uint8Array | undefined>(
    ...[
      "",
      "{",
      "null",
      "[]",
      '"x"',
      "1",
      "{}",
      '{"a":1,"a":2}',
      '{"__proto__":{"roles":["ops"]}}',
      "[".repeat(20_000),
      undefined,
    ],
    ...["\ufeff{}", `{"x":"${"y".repeat(300_000)}"}`, Uint8Array.of(0x7b, 0xff, 0xfe, 0x7d), Uint8Array.of(0)],
  )
  .map((body): Sent => ({ body, isGarbled: true }));

const otherHeaders = fc.constantFrom<Readonly<Record<string, string>>>(
  ...[
    "text/plain",
    "application/xml",
    "application/json; charset=gbk",
    "application/json;charset=UTF-8",
    "nonsense",
    "multipart/form-data",
  ].map((type) => ({ "content-type": type })),
  ...["gzip", "br", "nonsense", "identity", "gzip, br"].map((coding) => ({ "content-encoding": coding })),
);
