import { XMLParser } from "fast-xml-parser";
import * as z from "zod";

/**
 * A client of Open311 GeoReport v2, written from the standard alone: it knows the base it was given and the names of the standard,
 * and nothing of the town.
 */

type Ask = (asked: {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly query?: Record<string, string>;
  readonly body?: string;
  readonly headers?: Record<string, string>;
}) => Promise<{ readonly status: number; readonly type: string; readonly text: string }>;

const text = z
  .union([z.string(), z.number(), z.boolean(), z.null()])
  .transform((one) => (one === null ? "" : String(one)));
const fields = z.record(z.string(), z.unknown());
const parser = new XMLParser({ ignoreDeclaration: true, parseTagValue: false, isArray: (name) => many.has(name) });
const many = new Set(["service", "attribute", "value", "request", "error", "endpoint", "format", "request_update"]);
/** The Spark rule read backwards: what each wrapper holds. */
const wrappers = {
  ...{ services: "service", service_requests: "request", errors: "error", attributes: "attribute", values: "value" },
  ...{ endpoints: "endpoint", formats: "format", service_request_updates: "request_update" },
} as const;

function unwrapped(name: string, value: unknown): unknown {
  if (name in wrappers) {
    const child = Object.entries(wrappers).find(([one]) => one === name)?.[1] ?? "";
    const inner = value === "" || value === null ? [] : (fields.parse(value)[child] ?? []);
    return z
      .array(z.unknown())
      .parse(inner)
      .map((one) => (typeof one === "object" ? unwrappedAll(one) : one));
  }
  return typeof value === "object" && value !== null ? unwrappedAll(value) : value;
}
const unwrappedAll = (value: unknown): unknown =>
  Object.fromEntries(Object.entries(fields.parse(value)).map(([name, inner]) => [name, unwrapped(name, inner)]));

const service = z.object({ service_code: text, service_name: text, description: text, metadata: text, type: text });
const attribute = z.object({
  ...{ variable: text, code: text, datatype: text, required: text, order: text, description: text },
  values: z.array(z.object({ key: text, name: text })).optional(),
});
const definition = z.object({ service_code: text, attributes: z.array(attribute) });
const receipt = z.array(z.object({ service_request_id: text.optional(), token: text.optional() }));
const request = z.object({
  ...{ service_request_id: text, status: text, status_notes: text, service_name: text, service_code: text },
  ...{ description: text, requested_datetime: text, updated_datetime: text, expected_datetime: text },
  ...{ address: text, lat: text, long: text, media_url: text },
});
const update = z.object({
  ...{ update_id: text, service_request_id: text, status: text, updated_datetime: text, description: text },
});
const fault = z.array(z.object({ code: text, description: text }));
const discovery = z.object({
  ...{ changeset: text, contact: text, key_service: text },
  endpoints: z.array(z.object({ specification: text, url: text, type: text, formats: z.array(text) })),
});

export function aClient(ask: Ask, format: "xml" | "json", base: string) {
  const types = { xml: "text/xml; charset=utf-8", json: "application/json; charset=utf-8" };
  function read(answer: Awaited<ReturnType<Ask>>): unknown {
    if (answer.type !== types[format])
      throw new Error(`${answer.status}: ${answer.type} is not ${format}: ${answer.text}`);
    if (format === "json") return JSON.parse(answer.text);
    const [[name, value] = ["", ""]] = Object.entries(fields.parse(parser.parse(answer.text)));
    return unwrapped(name, value);
  }
  const get = async (path: string, query: Record<string, string> = {}) => {
    const answer = await ask({ method: "GET", path: `${base}/${path}.${format}`, query });
    return { status: answer.status, body: read(answer) };
  };
  const got = async <S extends z.ZodType>(schema: S, path: string, query: Record<string, string> = {}) => {
    const { status, body } = await get(path, query);
    if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
    return schema.parse(body);
  };
  const send = async (form: readonly (readonly [string, string])[], to = "requests") => {
    const body = form.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join("&");
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const answer = await ask({ method: "POST", path: `${base}/${to}.${format}`, body, headers });
    return { status: answer.status, body: read(answer) };
  };
  return {
    discovery: () => got(discovery, "discovery"),
    services: () => got(z.array(service), "services"),
    definition: (code: string) => got(definition, `services/${code}`),
    request: async (id: string) => (await got(z.array(request), `requests/${id}`))[0],
    requests: (query: Record<string, string> = {}) => got(z.array(request), "requests", query),
    updates: (query: Record<string, string> = {}) => got(z.array(update), "servicerequestupdates", query),
    postUpdate: async (form: Record<string, string>) => {
      const { status, body } = await send(Object.entries(form), "servicerequestupdates");
      if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
      return z.array(z.object({ update_id: text })).parse(body)[0]?.update_id;
    },
    token: (token: string) => got(receipt, `tokens/${token}`),
    post: async (form: readonly (readonly [string, string])[]) => {
      const { status, body } = await send(form);
      if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
      return receipt.parse(body)[0];
    },
    faults: async (of: "get" | "post", path: string, given: Record<string, string> = {}) => {
      const { status, body } =
        of === "get" ? await get(path, given) : await send(Object.entries(given), path === "" ? "requests" : path);
      return { status, faults: fault.parse(body) };
    },
  };
}
