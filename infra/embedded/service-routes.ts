import { byResource } from "../../shared/http/by-resource.ts";
import {
  apiFor,
  type HttpEvent,
  type HttpResult,
  isProblem,
  methodsOf,
  type Problem,
  problem,
  protocolAt,
} from "../../shared/http/index.ts";
import { functionName, type Runtime, type Service } from "../../shared/service/index.ts";
import { gatewayRoutesOf } from "../gateway-routes.ts";
import { lambdaContext } from "./http-event.ts";

/** Where a request goes: to which service, and with which path parameters. */
export interface Target {
  readonly isPublic: boolean;
  readonly routeKey: string;
  /** The path as its service declares it, e.g. `/permits/applications/{id}`; undefined: it declares no such path. */
  readonly declared: string | undefined;
  readonly pathParameters: Record<string, string>;
  handle(event: HttpEvent): Promise<HttpResult>;
}

/** A path taken apart. */
type Parts = readonly string[];
const partsOf = (path: string): Parts => (path.length > 1 && path.endsWith("/") ? path.slice(0, -1) : path).split("/");

/** What a part of a path must be: this very text, any text, or all that is left. */
interface Wanted {
  readonly text: string;
  /** The name of the parameter that takes the part. */
  readonly name: string | undefined;
  readonly rest: boolean;
}
type Template = readonly Wanted[];
const templateOf = (path: string): Template =>
  partsOf(path).map((text) => ({ text, name: /^\{(\w+)\}$/.exec(text)?.[1], rest: text === "{proxy+}" }));

/**
 * The routes of the cloud's gateway: what is most specific wins, everything below a service's name comes last.
 * @returns finds the target of a request, or the problem to answer
 */
export function serviceRoutes(services: readonly Service[], runtimes: ReadonlyMap<string, Runtime>, town: string) {
  const known = new Map(services.flatMap((service) => entryOf(service, runtimes.get(service.name), town)));
  return (method: string, path: string): Target | Problem => {
    const parts = partsOf(path);
    const entry = known.get(parts[1] ?? "");
    if (entry === undefined) return problem(404, "request.unknown-route");
    const others = entry.declared(path).filter(({ template }) => matches(template, parts) !== undefined);
    const isForeign = protocolAt(entry.protocols, path) !== undefined;
    if (!isForeign && others.length > 0 && others.every((one) => one.method !== method))
      return wrongMethod(method, others);
    for (const { route, template } of entry.routes(path)) {
      const pathParameters = route.method === method ? matches(template, parts) : undefined;
      if (pathParameters === undefined) continue;
      const routeKey = `${method} ${route.path}`;
      const declared = others.find((one) => one.method === method)?.path;
      return { isPublic: route.isPublic, routeKey, declared, pathParameters, handle: entry.handle };
    }
    return problem(404, "request.unknown-route");
  };
}

export const isTarget = (found: Target | Problem): found is Target => !isProblem(found);

function wrongMethod(method: string, others: readonly { method: string }[]): Problem {
  const allow = [...new Set(others.map((one) => one.method))].join(", ");
  return problem(405, "request.method-not-allowed", { details: { method }, headers: { allow } });
}

function entryOf(service: Service, runtime: Runtime | undefined, town: string) {
  if (runtime === undefined) return [];
  const api = apiFor(service, runtime);
  const name = functionName(town, service.name, "api");
  const { timeoutSeconds } = service.functions.api;
  const routes = gatewayRoutesOf(service)
    .map((route) => ({ route, path: route.path, template: templateOf(route.path) }))
    .toSorted((a, b) => vagueness(a.template) - vagueness(b.template) || b.template.length - a.template.length);
  const declared = service.routes
    .flatMap((route) =>
      methodsOf(route).map((method) => ({ method, path: route.path, template: templateOf(route.path) })),
    )
    .toSorted((a, b) => vagueness(a.template) - vagueness(b.template));
  const handle = async (event: HttpEvent) =>
    await api(event, lambdaContext(event.requestContext.requestId, name, timeoutSeconds));
  const { protocols } = service;
  return [[service.name, { routes: byResource(routes), declared: byResource(declared), protocols, handle }] as const];
}

const vagueness = (template: Template) =>
  template.filter(({ text }) => text.startsWith("{")).length + (template.some(({ rest }) => rest) ? 100 : 0);

/** The path parameters of a decoded path that fits the template; undefined: it does not fit. */
function matches(template: Template, parts: Parts): Record<string, string> | undefined {
  if (template.length !== parts.length && template.at(-1)?.rest !== true) return undefined;
  const found: Record<string, string> = {};
  for (const [place, { text, name, rest }] of template.entries()) {
    if (rest) {
      const proxy = parts.slice(place).join("/");
      return proxy === "" ? undefined : { ...found, proxy };
    }
    const given = parts[place] ?? "";
    if (name === undefined ? text !== given : given === "") return undefined;
    if (name !== undefined) found[name] = given;
  }
  return template.length === parts.length ? found : undefined;
}
