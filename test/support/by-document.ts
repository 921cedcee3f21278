import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import * as z from "zod";
import { ledTo } from "./pointers.ts";

const schema = z.union([z.boolean(), z.record(z.string(), z.unknown())]);
const media = z.record(z.string(), z.object({ schema }));
const parameter = z.object({ in: z.string(), name: z.string(), required: z.boolean().default(false), schema });
const reference = z.object({ $ref: z.string() });
const answer = z.object({ content: media.optional() });
const operation = z.object({
  "x-outside-house-rules": z.boolean().optional(),
  parameters: z.array(z.union([reference, parameter])).default([]),
  requestBody: z.object({ required: z.boolean().default(false), content: media }).optional(),
  responses: z.record(z.string(), z.union([reference, answer])),
});
const fields = z.looseObject({});
const blamed = z.object({ pointer: z.string(), code: z.string(), field: z.string().optional() });
const refusal = z.object({ errors: z.array(blamed).default([]) });
/** A field, or a parameter, that is blamed for being there. */
const unknown: ReadonlySet<string> = new Set(["value.unknown-field", "value.unknown-parameter"]);
const openapi = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  components: z.record(z.string(), z.record(z.string(), z.unknown())),
});
type Parameter = z.infer<typeof parameter>;
type Operation = z.infer<typeof operation>;

/** One request with its answer, as they went over the wire. */
export interface Exchange {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly sent?: string | undefined;
  /** Those of the request, in small letters; what is not given here is not looked at. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly status: number;
  readonly type: string | undefined;
  readonly text: string;
}

/** What an OpenAPI document says of exchanges: a client that was generated from it counts on nothing else. */
export class ByDocument {
  readonly #document: z.infer<typeof openapi>;
  readonly #ajv = formats.default(
    new Ajv2020({ strict: false, allErrors: true, inlineRefs: false, code: { optimize: false } }),
  );
  readonly #validators = new Map<string, ValidateFunction>();
  readonly #routes: readonly { readonly template: string; readonly pattern: RegExp }[];

  constructor(document: unknown) {
    this.#document = openapi.parse(document);
    this.#ajv.addSchema({ $id: "document", components: this.#document.components });
    this.#routes = Object.keys(this.#document.paths)
      .toSorted((one, other) => Number(one.includes("{")) - Number(other.includes("{")))
      .map((template) => ({ template, pattern: new RegExp(`^${template.replaceAll(/\{\w+\}/g, "[^/]+")}$`) }));
  }

  /** Which path of the document this is; undefined: the document knows none. */
  templateOf(path: string): string | undefined {
    const [bare = ""] = path.split("?");
    return this.#routes.find(({ pattern }) => pattern.test(bare))?.template;
  }

  /**
   * What differs from the document: a request that it allows and that was refused as malformed, one that it forbids and
   * that was taken, a status or an answer of which it says nothing.
   */
  faultsOf(exchange: Exchange): string[] {
    const template = this.templateOf(exchange.path);
    const found = template === undefined ? undefined : this.#document.paths[template]?.[exchange.method.toLowerCase()];
    if (template === undefined || found === undefined) return exchange.status < 400 ? ["an unknown operation"] : [];
    const spoken = operation.parse(found);
    const name = `${exchange.method} ${template}`;
    const asked = [
      ...this.#queryFaults(name, spoken, exchange),
      ...this.#headerFaults(name, spoken, exchange),
      ...this.#bodyFaults(name, spoken, exchange),
    ];
    const faults = [...this.#answerFaults(name, spoken, exchange), ...this.#blamedFaults(spoken, exchange)];
    if (exchange.status < 400 && asked.length > 0) faults.push(...asked.map((one) => `taken although ${one}`));
    if (exchange.status === 400 && asked.length === 0) faults.push(`refused as malformed: ${exchange.text}`);
    return faults.map((fault) => `${name} ${exchange.status}: ${fault}`);
  }

  #queryFaults(name: string, { parameters }: Operation, { path }: Exchange): string[] {
    const given = new URL(path, "http://town").searchParams;
    const known = this.#parameters(parameters, "query");
    const unknown = [...given.keys()].filter((key) => !known.some((one) => one.name === key));
    return [
      ...unknown.map((key) => `the query ${key} is unknown`),
      ...known.flatMap(({ name: key, required, schema: of }) => {
        const value = given.get(key);
        if (value === null) return required ? [`the query ${key} is missing`] : [];
        const holds = readingsOf(given.getAll(key)).some((one) => this.#faults(`${name}?${key}`, of, one).length === 0);
        return holds ? [] : [`the query ${key} is not as described`];
      }),
    ];
  }

  #headerFaults(name: string, { parameters }: Operation, { headers = {} }: Exchange): string[] {
    return this.#parameters(parameters, "header").flatMap(({ name: key, schema: of }) => {
      const value = headers[key.toLowerCase()];
      const holds = value === undefined || this.#faults(`${name} header ${key}`, of, value).length === 0;
      return holds ? [] : [`the header ${key} is not as described`];
    });
  }

  #parameters(given: Operation["parameters"], place: string): readonly Parameter[] {
    const whole = given.map((one) => ("$ref" in one ? parameter.parse(this.#resolved(one.$ref)) : one));
    return whole.filter((one) => one.in === place);
  }

  #bodyFaults(name: string, { requestBody }: Operation, { sent }: Exchange): string[] {
    const [type, content] = Object.entries(requestBody?.content ?? {})[0] ?? [];
    const of = content?.schema;
    if (of === undefined) return [];
    if (type !== "application/json") return this.#faults(`${name} body`, of, sent ?? "");
    if (sent === undefined || sent === "") return requestBody?.required === true ? ["the body is missing"] : [];
    const body = parsed(sent);
    return body === undefined ? ["the body is no JSON"] : this.#faults(`${name} body`, of, body.value);
  }

  #answerFaults(
    name: string,
    { responses, "x-outside-house-rules": isForeign }: Operation,
    { status, type, text }: Exchange,
  ): string[] {
    const said = responses[status] ?? responses.default;
    if (said === undefined) return ["a status of which the document says nothing"];
    const { content } = answer.parse("$ref" in said ? this.#resolved(said.$ref) : said);
    // A protocol of its own words its refusals itself.
    if (text === "" || (isForeign === true && status >= 400)) return [];
    const [plain = ""] = (type ?? "").split(";");
    const of = content?.[plain]?.schema ?? content?.[type ?? ""]?.schema;
    if (of === undefined) return [`the document does not say that it answers ${type}`];
    if (!plain.includes("json")) return [];
    return this.#faults(`${name} ${status}`, of, JSON.parse(text)).map((fault) => `the answer: ${fault}`);
  }

  /** A refusal blames a field of the request, and calls it in one of the two languages as the document does. */
  #blamedFaults(spoken: Operation, { status, text }: Exchange): string[] {
    if (status < 400 || spoken["x-outside-house-rules"] === true || !text.startsWith("{")) return [];
    const { errors } = refusal.parse(JSON.parse(text));
    return errors.flatMap(({ pointer, code, field }) => {
      if (unknown.has(code)) return [];
      const led = this.#led(spoken, pointer);
      if (led.length === 0) return [`blames ${pointer}, which its request does not have (${code})`];
      const titles = led.flatMap(({ title, "x-title-zh": zh }) => (title === undefined ? [] : [title, zh]));
      return pointer === "" || titles.length === 0 || titles.includes(field)
        ? []
        : [`calls ${pointer} ${field}, the document ${titles.join(" or ")}`];
    });
  }

  #led({ parameters, requestBody }: Operation, pointer: string): readonly z.infer<typeof fields>[] {
    if (pointer.startsWith("?")) {
      const [name] = pointer.slice(1).split(".");
      return this.#parameters(parameters, "query").flatMap((one) =>
        one.name === name ? [fields.parse(one.schema)] : [],
      );
    }
    const [type, content] = Object.entries(requestBody?.content ?? {})[0] ?? [];
    if (content === undefined) return [];
    // Text has lines, and no fields.
    return type === "application/json" ? ledTo(this.#document, fields.parse(content.schema), pointer) : [{}];
  }

  #faults(name: string, of: z.infer<typeof schema>, value: unknown): string[] {
    const known = this.#validators.get(name) ?? this.#ajv.compile(withLocalReferences(of));
    this.#validators.set(name, known);
    if (known(value)) return [];
    return (known.errors ?? []).map(({ instancePath, message }) => `${instancePath || "/"} ${message}`);
  }

  #resolved(pointer: string): unknown {
    let at: unknown = this.#document;
    for (const step of pointer.split("/").slice(1)) at = z.record(z.string(), z.unknown()).parse(at)[step];
    return at;
  }
}

/** What a parameter of a query may be read as: a text, a whole or decimal number, or several texts. */
const readingsOf = (values: readonly string[]): readonly unknown[] => [
  ...(values.length === 1 ? values : []),
  ...(values.length === 1 && /^-?\d+(\.\d+)?$/.test(values[0] ?? "") ? [Number(values[0])] : []),
  values.flatMap((value) => value.split(",")),
];

const withLocalReferences = (of: z.infer<typeof schema>): z.infer<typeof schema> =>
  schema.parse(JSON.parse(JSON.stringify(of).replaceAll('"$ref":"#/', '"$ref":"document#/')));

/** A body with half a character is no I-JSON (RFC 7493), as the conventions of the document say. */
const whole = (key: string, value: unknown): unknown => {
  if (!key.isWellFormed() || (typeof value === "string" && !value.isWellFormed())) throw new SyntaxError("no Unicode");
  return value;
};

function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text, whole) };
  } catch {
    return undefined;
  }
}
