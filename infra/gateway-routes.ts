import type { Route } from "../shared/http/route.ts";
import type { Service } from "../shared/service/index.ts";

export interface GatewayRoute {
  readonly method: Route["method"] | "HEAD" | "PUT" | "PATCH" | "DELETE";
  readonly path: string;
  readonly isPublic: boolean;
}

/** What is asked for by GET is asked for by HEAD too (RFC 9110 9.3.2). */
const withHead = (route: GatewayRoute): readonly GatewayRoute[] =>
  route.method === "GET" ? [route, { ...route, method: "HEAD" }] : [route];

/** Paths that belong to no service: the town's health, what it says of itself and its documents, and who one is. */
export const townRoutes: readonly GatewayRoute[] = [
  ...["/health", "/openapi.json", "/openapi/{document}", "/asyncapi.json", "/docs", "/town"].map((path) => ({
    path,
    isPublic: true,
  })),
  { path: "/me", isPublic: false },
].flatMap((route) => withHead({ method: "GET", ...route }));

/**
 * The few routes the gateway needs for a service; routing proper is done in the function. For each method the service
 * answers to, everything below its name is behind the authoriser (not `ANY`, which would ask for a token of preflights
 * too); each public path stands by itself before that; and so does a path that needs a token but reads like a public one
 * (`/permits/items/mine` beside the public `/permits/items/{id}`).
 * Below the path of another protocol everything goes to the function, which refuses in the words of that protocol.
 */
export function gatewayRoutesOf({
  name,
  routes,
  protocols = [],
}: Pick<Service, "name" | "routes" | "protocols">): GatewayRoute[] {
  const open = routes.filter(({ allow }) => allow === "public");
  const closed = routes.filter((route) => route.allow !== "public" && open.some((one) => couldTake(one, route)));
  const methods = [...new Set(routes.map(({ method }) => method))];
  const declared: readonly GatewayRoute[] = [
    ...methods.flatMap((method) => [
      { method, path: `/${name}`, isPublic: false },
      { method, path: `/${name}/{proxy+}`, isPublic: false },
    ]),
    ...open.map(({ method, path }) => ({ method, path, isPublic: true })),
    ...closed.map(({ method, path }) => ({ method, path, isPublic: false })),
  ].filter(({ method, path, isPublic }) => isPublic || !open.some((one) => one.method === method && one.path === path));
  const foreign = protocols.flatMap(({ at }) =>
    foreignMethods.flatMap((method) =>
      [at, `${at}/{proxy+}`].map((path) => ({ method, path, isPublic: true }) as const),
    ),
  );
  return [...declared.flatMap(withHead), ...foreign];
}

/** What somebody may ask with where another protocol is spoken; a preflight is the gateway's own to answer. */
const foreignMethods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"] as const;

/** Whether a request to `other` could also be read as one to `open`. */
function couldTake(open: Route, other: Route): boolean {
  const [expected, given] = [open.path.split("/"), other.path.split("/")];
  return (
    open.method === other.method &&
    expected.length === given.length &&
    expected.every((part, at) => part.startsWith("{") || given[at]?.startsWith("{") === true || part === given[at])
  );
}
