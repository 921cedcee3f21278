import type { ZodOpenApiResponsesObject } from "zod-openapi";
import { holdProblems } from "../../shared/http/hold-texts.ts";
import { commonProblems, type ProblemTexts, type Text } from "../../shared/http/index.ts";
import { problemTitle } from "../../shared/http/problem.ts";
import type { Route } from "../../shared/http/route.ts";
import type { Service } from "../../shared/service/index.ts";
import { partsOfPath, pascal, routeKey, singular } from "./names.ts";
import { valueTitles } from "./value-titles.ts";
import { both, type Refusal, refusals, refusalsOf } from "./words.ts";

const etag = { description: "现版本 / The present version", schema: { type: "string" as const, examples: ['"4"'] } };
export const unmodified = {
  description: "自所示版本以来未变 / Unchanged since the ETag given",
  headers: { ETag: etag },
};
const location = { description: "记录的地址 / Where the record is", schema: { type: "string" as const } };

const read = "所查内容 / What was asked for";
const done = "已办理 / Done";

const elsewhere = {
  description: "文件过大，按 Location 的限时地址下载 / Too large for an answer: to be fetched, soon, from Location",
  headers: { Location: location },
};

/** Codes with which the edge refuses any route, by status. */
const edgeCodes: Readonly<Record<Refusal, readonly string[]>> = {
  400: [
    "request.bad-encoding",
    "request.bad-if-match",
    "request.invalid",
    "request.malformed-json",
    "request.not-utf-8",
  ],
  401: ["auth.invalid-token", "auth.missing"],
  403: ["auth.other-town", "auth.role"],
  404: ["request.unknown-route", "resource.not-found"],
  409: ["record.erased", "record.full"],
  410: ["record.erased"],
  412: ["resource.stale"],
  413: ["answer.too-large", "request.too-large"],
  415: ["request.unsupported-charset", "request.unsupported-encoding", "request.unsupported-media-type"],
  422: [
    "calendar.no-calendar",
    "request.bad-cursor",
    "request.command-id-reused",
    "request.invalid",
    "request.too-many-changes",
    "request.too-much-data",
    "request.unsortable",
  ],
  429: ["request.enough-for-today", "request.too-many"],
  503: ["auth.unavailable", "service.busy", "service.data-newer", "service.unavailable"],
};

/** Whether a part's own rules may refuse with a status. */
const isOfDomain = (status: Refusal) => status === 403 || status === 409 || status === 422;

const ownCodesOf = ({ refuses = {}, absent }: Route): (readonly [401 | 404 | 429, readonly string[]])[] => [
  ...([401, 429] as const).flatMap((status) => {
    const said = refuses[status];
    return said === undefined ? [] : [[status, said] as const];
  }),
  ...(absent === undefined ? [] : [[404, [absent.code]] as const]),
];
const hasOwnCodes = (route: Route, status: Refusal) => ownCodesOf(route).some(([own]) => own === status);

/** What stands behind a name: the codes by which a part refuses, and the answers that hold one of them. */
export interface Refusals {
  readonly schemas: Readonly<Record<string, object>>;
  readonly responses: Readonly<Record<string, object>>;
  /** The answer of a route for a status. */
  readonly of: (route: Route, status: Refusal) => string;
}

/** The refusals of all routes: those of the edge once, those of a part's rules once for each part. */
export function refusalsOfAll(services: readonly Service[]): Refusals {
  const schemas: Record<string, object> = {};
  const responses: Record<string, object> = {};
  const names = new Map<string, string>();
  for (const status of statuses.filter((one) => !isOfDomain(one))) {
    schemas[`Problem${status}`] = problemWith(codes({}, edgeCodes[status]));
    responses[`Problem${status}`] = problemResponse(status, `Problem${status}`);
  }
  const nameIn = namesOfResources(services);
  for (const service of services) {
    const parts = partsOf(service);
    const everybody = `${pascal(service.name)}Code`;
    schemas[everybody] = codes(parts.find(({ isShared }) => isShared)?.problems ?? {}, domainEdge);
    for (const [resource, { routes: named, problems: texts, asked }] of byResource(parts)) {
      const name = nameIn(service, resource);
      for (const route of named) names.set(routeKey(route), name);
      const own = codes(texts, resource === "Hold" ? holdCodes : []);
      if (own.enum.length > 0) schemas[`${name}Code`] = own;
      const all = [
        ...(own.enum.length > 0 ? [`${name}Code`] : []),
        ...asked.map((one) => `${nameIn(service, one)}Code`),
        everybody,
      ];
      schemas[`${name}Refusal`] = problemWith({ anyOf: all.map((one) => ({ $ref: `#/components/schemas/${one}` })) });
      for (const status of new Set(named.flatMap((route) => refusalsOf(route).filter(isOfDomain))))
        responses[`${name}${status}`] = problemResponse(status, `${name}Refusal`);
      for (const [status, said] of named.flatMap(ownCodesOf)) {
        const words = Object.fromEntries(
          said.flatMap((code) => (texts[code] === undefined ? [] : [[code, texts[code]]])),
        );
        schemas[`${name}Problem${status}`] = problemWith(codes(words, edgeCodes[status]));
        responses[`${name}${status}`] = problemResponse(status, `${name}Problem${status}`);
      }
    }
  }
  return {
    schemas,
    responses,
    of: (route, status) =>
      isOfDomain(status) || hasOwnCodes(route, status) ? `${names.get(routeKey(route))}${status}` : `Problem${status}`,
  };
}

const partsOf = ({ routes, problems, parts = [{ routes, problems }] }: Service): Parts => parts;

/** Two services may have a resource of one name, as a board: there the service's name comes first. */
function namesOfResources(services: readonly Service[]) {
  const all = services.flatMap((service) => [...byResource(partsOf(service)).keys()]);
  const several = new Set(all.filter((name, at) => all.indexOf(name) !== at));
  return ({ name }: Service, resource: string) => (several.has(resource) ? `${pascal(name)}${resource}` : resource);
}

interface Refusing extends Pick<Service, "routes" | "problems"> {
  /** The resources whose rules it asks. */
  readonly asked: readonly string[];
}
type Parts = NonNullable<Service["parts"]>;

const resourceOf = ({ routes: [first] }: Parts[number]): string | undefined =>
  first === undefined ? undefined : pascal(singular(partsOfPath(first).resource));

/** The parts by the resource of their first route: two parts of one resource refuse by one name. */
function byResource(parts: Parts): ReadonlyMap<string, Refusing> {
  const all = new Map<string, Refusing>();
  for (const part of parts) {
    const name = resourceOf(part);
    if (name === undefined) continue;
    const known = all.get(name);
    const asked = new Set(known?.asked);
    const texts: Record<string, Text> = { ...known?.problems, ...part.problems };
    for (const one of part.asks ?? []) {
      const other = resourceOf(one);
      if (other === undefined) Object.assign(texts, one.problems);
      else if (other !== name) asked.add(other);
    }
    all.set(name, { routes: [...(known?.routes ?? []), ...part.routes], problems: texts, asked: [...asked] });
  }
  return all;
}

const statuses = Object.keys(refusals)
  .map(Number)
  .filter((status): status is Refusal => status in refusals);
const domainEdge = [...edgeCodes[403], ...edgeCodes[409], ...edgeCodes[422]];
const holdCodes = Object.keys(holdProblems).filter((code) => code.startsWith("retention."));
const isCode = (code: string) => /^[a-z-]+\.[a-z0-9-]+$/.test(code) && !/^(word|field)\./.test(code);

const problemWith = (code: object) => ({
  allOf: [{ $ref: "#/components/schemas/Problem" }, { type: "object", properties: { code } }],
});

/** Codes, each with its text. */
function codes(texts: ProblemTexts, more: readonly string[]) {
  const all = [...new Set([...Object.keys(texts).filter(isCode), ...more])].toSorted();
  const titleOf = (code: string) => problemTitle(texts[code] ?? commonProblems[code] ?? { zh: code, en: code });
  return { type: "string", enum: all, ...valueTitles(all, titleOf) };
}

const problemResponse = (status: Refusal, schema: string) => ({
  description: both(refusals[status]),
  ...(status === 412 ? { headers: { ETag: etag } } : {}),
  content: { "application/problem+json": { schema: { $ref: `#/components/schemas/${schema}` } } },
});

/** What a route answers: what was asked for, that nothing has changed, where it is, or why not. */
export function responsesOf(route: Route, of: Refusals["of"]): ZodOpenApiResponsesObject {
  const headers = {
    ...(hasVersion(route) ? { ETag: etag } : {}),
    ...(route.status === 201 ? { Location: location } : {}),
  };
  return {
    [`${route.status}`]: {
      description: route.method === "GET" ? read : done,
      ...(Object.keys(headers).length === 0 ? {} : { headers }),
      content: { [route.produces?.split(";")[0] ?? "application/json"]: { schema: route.returns } },
    },
    ...(route.later === undefined ? {} : { "202": later(route) }),
    ...(hasVersion(route) && !route.isCommand ? { "304": unmodified } : {}),
    ...(route.elsewhere === undefined ? {} : { "307": elsewhere }),
    ...Object.fromEntries(
      refusalsOf(route).map((status) => [String(status), { $ref: `#/components/responses/${of(route, status)}` }]),
    ),
  };
}

const later = (route: Route) => ({
  description: "已受理，由后台继续办理；进度见Location / Accepted: the work goes on; see Location for how far it is",
  headers: { Location: location },
  content: { "application/json": { schema: route.returns } },
});

/** A command answers the version it led to, and what is read the one it has, or an ETag of its content. */
export const hasVersion = ({ isCommand, method, produces }: Route) =>
  isCommand || (method === "GET" && produces?.startsWith("text/event-stream") !== true);
