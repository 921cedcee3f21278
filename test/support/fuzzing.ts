import fc from "fast-check";
import * as z from "zod";
import { asJson } from "../../infra/docs/contract/node.ts";
import { roles } from "../../shared/town/roles.ts";
import { ByDocument, type Exchange } from "./by-document.ts";
import { type Fuzzed, fuzzedRequest, type Ground } from "./fuzzed-request.ts";
import type { LivedTown } from "./lived-town.ts";
import { type Answered, type Claims, Persons } from "./persons.ts";

/** Which requests: `from` resumes a run of the same seed where it stopped. */
export interface Span {
  readonly seed: number;
  readonly from: number;
  readonly requests: number;
  /** Only operations below these paths; none: all. */
  readonly below: readonly string[];
}

/** A kind of fault: how often it was seen, and the first request that showed it. */
export interface Fault {
  readonly what: string;
  readonly times: number;
  readonly first: string;
}

/** What came of a run. */
export interface Fuzzing {
  readonly faults: readonly Fault[];
  readonly statuses: ReadonlyMap<number, number>;
}

/**
 * Asks a town what the document allows, nearly allows and forbids, as people of all roles.
 * @param heard what was asked of the town before: its bodies are asked again, whole and spoiled
 */
export async function fuzzed(lived: LivedTown, heard: readonly Exchange[], span: Span): Promise<Fuzzing> {
  const document = asJson(z.looseObject({}).parse(await (await fetch(`${lived.town.url}/openapi.json`)).json()));
  const said = new ByDocument(document);
  const request = fuzzedRequest({ ...groundOf(lived, document, said, heard), below: span.below });
  const persons = new Persons(lived.town.url);
  const [faults, statuses] = [new Map<string, Fault>(), new Map<number, number>()];
  for (let at = span.from; at < span.from + span.requests; at += 1) {
    const [one] = fc.sample(request, { seed: span.seed + at, numRuns: 1 });
    if (one === undefined) continue;
    const answered = await asked(persons, one);
    statuses.set(answered.status, (statuses.get(answered.status) ?? 0) + 1);
    for (const what of faultsOf(said, one, answered)) {
      const first = `seed ${span.seed} request ${at}: ${shown(one)} → ${answered.status} ${answered.text.slice(0, 400)}`;
      const known = faults.get(what) ?? { what, times: 0, first };
      faults.set(what, { ...known, times: known.times + 1 });
    }
  }
  return { faults: [...faults.values()].toSorted((a, b) => b.times - a.times), statuses };
}

function asked(persons: Persons, { claims, method, path, headers, body }: Fuzzed): Promise<Answered> {
  const ask = () =>
    persons.ask(claims, method, path, {
      headers,
      redirect: "manual",
      body: body instanceof Uint8Array ? new Uint8Array(body) : (body ?? null),
    });
  // A server may close an idle connection just as a request goes out on it (RFC 9112, 9.3.1). A town that closes twice is at fault.
  return ask().catch(ask);
}

const shown = ({ method, path, claims, headers, body }: Fuzzed) =>
  `${method} ${path.slice(0, 300)} ${claims?.sub ?? "nobody"} ${JSON.stringify(headers)} ${String(body ?? "").slice(0, 400)}`;

const refusal = z.object({
  code: z.string(),
  errors: z.array(z.object({ pointer: z.string(), code: z.string() })).optional(),
});

function faultsOf(said: ByDocument, request: Fuzzed, { status, text, headers }: Answered): readonly string[] {
  const name = `${request.method} ${request.template} ${status}`;
  if (status >= 500) return [`${name} ${text.slice(0, 200)}`];
  const type = headers.get("content-type") ?? undefined;
  const sent = typeof request.body === "string" ? request.body : undefined;
  const exchange = { method: request.method, path: request.path, sent, headers: request.headers, status, type, text };
  return said
    .faultsOf(exchange)
    .filter(
      (fault) => !(request.isGarbled && (fault.includes("refused as malformed") || fault.includes("taken although"))),
    )
    .map((fault) =>
      fault.includes("refused as malformed") ? `${name}: valid, refused as malformed: ${why(text)}` : fault,
    )
    .map((fault) => fault.replaceAll(/\/\d+\b/g, "/n"));
}

function why(text: string): string {
  const { code, errors = [] } = refusal.parse(JSON.parse(text));
  return [code, ...errors.map((one) => `${one.pointer.replaceAll(/\/\d+/g, "/n")} ${one.code}`)].join(" ");
}

const field = z.record(z.string(), z.unknown());

function groundOf(
  lived: LivedTown,
  document: Ground["document"],
  said: ByDocument,
  heard: readonly Exchange[],
): Omit<Ground, "below"> {
  const sent = new Map<string, unknown[]>();
  const pool = new Map<string, unknown[]>();
  for (const { method, path, sent: body, status } of heard) {
    const template = said.templateOf(path);
    if (template === undefined || body === undefined || status >= 400) continue;
    const value: unknown = JSON.parse(body);
    const all = sent.get(`${method} ${template}`) ?? [];
    if (all.length < 40) sent.set(`${method} ${template}`, [...all, value]);
    gather(value, pool);
  }
  const ids = new Map([...lived.things].map(([path, things]) => [path, things.slice(0, 60).map(({ id }) => id)]));
  return { document, ids, sent, pool, people: peopleOf(lived) };
}

function gather(value: unknown, pool: Map<string, unknown[]>): void {
  if (Array.isArray(value)) for (const one of value) gather(one, pool);
  const fields = field.safeParse(value);
  for (const [name, one] of Object.entries(fields.data ?? {})) {
    const known = pool.get(name) ?? [];
    if (known.length < 40 && !known.includes(one)) pool.set(name, [...known, one]);
    gather(one, pool);
  }
}

const offices = [
  "service-centre",
  "agriculture-centre",
  "construction-office",
  "culture-centre",
  "party-government",
  "enforcement-team",
];

/** People of each role in several offices, and those whom things name. */
function peopleOf({ things }: LivedTown): readonly Claims[] {
  const states = [...things.values()].flatMap((all) => all.slice(0, 40).map(({ state }) => state)).join("\n");
  const named = [
    ...new Set(
      [...states.matchAll(/"((?:resident|agent|clerk|officer|reviewer|approver|head)-[\w-]+)"/g)].map(
        ([, sub = ""]) => sub,
      ),
    ),
  ];
  const own = [
    ...new Set([...offices, ...[...states.matchAll(/"office":"([\w-]+)"/g)].map(([, office = ""]) => office)]),
  ];
  return [
    ...roles.flatMap((role) =>
      own.map((office): Claims => ({ sub: `${role}-${office}`, roles: [role], office, department: "agriculture" })),
    ),
    ...named.map(
      (sub): Claims => ({
        sub,
        roles: [roleOf(sub)],
        office: own.find((office) => sub.endsWith(office)) ?? "service-centre",
      }),
    ),
    { sub: "zhen-zhang", roles: ["leader"], office: "party-government" },
  ];
}

const roleOf = (sub: string) => (sub.startsWith("head") ? "approver" : (sub.split("-")[0] ?? "resident"));
