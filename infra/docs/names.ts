import type { Route } from "../../shared/http/route.ts";
import type { Service } from "../../shared/service/index.ts";

/** `running-cases` → `RunningCases`. */
export const pascal = (words: string): string =>
  words
    .split(/[-./_ ]+/)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join("");

const camel = (words: string): string => lowerFirst(pascal(words));
export const lowerFirst = (name: string): string => name.slice(0, 1).toLowerCase() + name.slice(1);

/** One of a resource: `duties` → `duty`, `repealed-bases` → `repealed-basis`. */
export function singular(plural: string): string {
  if (/(ss|us|is)$/.test(plural) || plural.endsWith("statistics")) return plural;
  if (plural.endsWith("ies")) return `${plural.slice(0, -3)}y`;
  if (plural.endsWith("bases")) return `${plural.slice(0, -2)}is`;
  return plural.endsWith("s") ? plural.slice(0, -1) : plural;
}

/** The parts of a route's path: its service, its resource, and what stands behind `{id}` or behind the resource. */
export interface PathParts {
  readonly service: string;
  readonly resource: string;
  readonly isOne: boolean;
  readonly below: string;
}

export function partsOfPath({ path }: Pick<Route, "path">): PathParts {
  const [, service = "", ...rest] = path.split("/");
  const at = rest.findIndex((part) => part.startsWith("{"));
  const groups = ["hall"];
  const head = groups.includes(rest[0] ?? "") && rest.length > 2 ? 1 : 0;
  if (at > 0) return { service, resource: rest[at - 1] ?? "", isOne: true, below: rest.slice(at + 1).join("-") };
  return { service, resource: rest[head] ?? "", isOne: false, below: rest.slice(head + 1).join("-") };
}

/** A route's name before it is compared with others: `acceptApplication`, `notifyCorrections`, `listApplications`. */
function plainName(route: Pick<Route, "method" | "path" | "query">): string {
  const { resource, isOne, below } = partsOfPath(route);
  const one = pascal(singular(resource));
  if (route.method === "GET") {
    if (below !== "") return `get${one}${pascal(below)}`;
    if (isOne) return `get${one}`;
    return isList(route) ? `list${pascal(resource)}` : `get${pascal(resource)}`;
  }
  if (below === "") return `create${one}`;
  if (!isOne) return below.includes("-") ? camel(below) : `${camel(below)}${pascal(resource)}`;
  return below.includes("-") ? camel(below) : `${camel(below)}${one}`;
}

/** A list has pages, or is all there is: its answer has `items`. */
const isList = ({ path }: Pick<Route, "path">) => /s$/.test(path) && !/(readiness|statistics|counts)$/.test(path);

/** Operations whose path does not say what they do. */
const calledOtherwise: Readonly<Record<string, string>> = {
  // "Evidence" has no plural.
  "GET /enforcement/evidence": "listEvidence",
  "GET /permits/documents/{id}/verify": "verifyDocument",
  "GET /permits/verification": "verifyCertificate",
  "GET /powers/check": "checkPower",
  "POST /permits/applications": "fileApplication",
  "POST /permits/household-claims/{id}/let-go": "letGoOfHouseholdClaim",
  "POST /powers/items/{id}/overturned": "recordOverturned",
};

/** Operation ids of all routes, as one would call them: each one once, by the route's method and path. */
export function operationIds(services: readonly Service[]): ReadonlyMap<string, string> {
  const routes = services.flatMap((service) => service.routes);
  const taken = Map.groupBy(routes, plainName);
  const names = routes.map((route): [string, string] => {
    const better = calledOtherwise[routeKey(route)];
    if (better !== undefined) return [routeKey(route), better];
    const name = plainName(route);
    if (taken.get(name)?.length === 1) return [routeKey(route), name];
    const { resource, service } = partsOfPath(route);
    const longer = `${name}${pascal(singular(resource))}`;
    const rivals = (taken.get(name) ?? []).filter((one) => partsOfPath(one).resource === resource);
    return [routeKey(route), rivals.length === 1 ? longer : name.replace(/^[a-z]+/, (verb) => verb + pascal(service))];
  });
  return new Map(names);
}

/** A route as documents know it. */
export const routeKey = ({ method, path }: Pick<Route, "method" | "path">): string => `${method} ${path}`;

/** The tag under which a route stands: its service and its resource. */
export function tagOf(route: Pick<Route, "path">): string {
  const { service, resource } = partsOfPath(route);
  return `${service}: ${tagged(resource)}`;
}

/** What stands with another resource, or by the name of its protocol. */
const others: Readonly<Record<string, string>> = { hall: "queues", v2: "open311" };

/** The list in another form is the list, the hall's board stands with its queues, a version with its protocol. */
export const tagged = (resource: string): string =>
  resource.startsWith("list.") ? "list" : (others[resource] ?? resource);
