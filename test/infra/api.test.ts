import { describe, expect, test } from "vitest";
import { pathsWithLimits } from "../../infra/constructs/throttles.ts";
import { gatewayRoutesOf } from "../../infra/gateway-routes.ts";
import { limits } from "../../infra/town-stage.ts";
import type { Route } from "../../shared/http/route.ts";
import { tallyService } from "../support/tally.ts";
import { allServices, deployments, synthesised, townWith } from "./town.ts";

const town = synthesised(townWith({ deployment: deployments.inChina }));
const routes = town.of("AWS::ApiGatewayV2::Route").map(({ properties }) => ({
  key: String(properties.RouteKey),
  behindAuthorizer: properties.AuthorizationType === "JWT" && properties.AuthorizerId !== undefined,
}));

/** The route by which the gateway lets a request through: the path itself, a path with parameters, then the catch-all. */
function taken(method: string, path: string, among = routes) {
  const parts = path.split("/");
  const fits = ({ key }: { key: string }) => {
    const [verb, pattern = ""] = key.split(" ");
    const wanted = pattern.split("/");
    if (verb !== method) return false;
    if (pattern.endsWith("{proxy+}")) return parts.length >= wanted.length && path.startsWith(pattern.slice(0, -8));
    return wanted.length === parts.length && wanted.every((part, at) => part.startsWith("{") || part === parts[at]);
  };
  const rank = ({ key }: { key: string }) => (key.includes("{proxy+}") ? 1_000 : key.split("{").length);
  return among.filter(fits).toSorted((a, b) => rank(a) - rank(b))[0];
}

const filled = (path: string) => path.replace(/\{[^}]+\}/g, "x-1");
const declared = allServices.flatMap((service) => service.routes);

describe("every route of every manifest is reachable", () => {
  test.each(declared.map((route) => [`${route.method} ${route.path}`, route] as const))("%s", (_, route) => {
    const found = taken(route.method, filled(route.path));
    expect(found).toBeDefined();
    expect(found?.behindAuthorizer).toBe(route.allow !== "public");
  });
});

describe("the API", () => {
  test("public paths stand by themselves, without an authoriser; they are the manifests' and the town's own", () => {
    const open = routes.filter(({ behindAuthorizer }) => !behindAuthorizer).map(({ key }) => key);
    const own = [
      "GET /health",
      "GET /openapi.json",
      "GET /openapi/{document}",
      "GET /asyncapi.json",
      "GET /docs",
      "GET /town",
    ];
    const manifests = declared.filter(({ allow }) => allow === "public").map(({ method, path }) => `${method} ${path}`);
    const shown = [...own, ...manifests];
    const heads = shown.filter((key) => key.startsWith("GET ")).map((key) => key.replace("GET", "HEAD"));
    const foreign = allServices
      .flatMap(({ protocols = [] }) => protocols.flatMap(({ at }) => [at, `${at}/{proxy+}`]))
      .flatMap((path) => ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"].map((method) => `${method} ${path}`));
    expect(foreign.length).toBeGreaterThan(0);
    expect(open.toSorted()).toEqual([...shown, ...heads, ...foreign].toSorted());
  });

  test("what answers GET answers HEAD, behind the same authoriser (RFC 9110)", () => {
    const found = new Map(routes.map(({ key, behindAuthorizer }) => [key, behindAuthorizer]));
    for (const { key, behindAuthorizer } of routes.filter((route) => route.key.startsWith("GET ")))
      expect([key, found.get(key.replace("GET", "HEAD"))]).toEqual([key, behindAuthorizer]);
  });

  test("no route answers any method, since a preflight would then need a token", () => {
    for (const { key } of routes) expect(key).not.toMatch(/^ANY |^\$default/);
    const [api] = town.of("AWS::ApiGatewayV2::Api");
    expect(api?.properties.CorsConfiguration).toMatchObject({ AllowMethods: ["GET", "HEAD", "POST"] });
    expect(api?.properties.CorsConfiguration.AllowCredentials).not.toBe(true);
  });

  test("A7: pages of the profile's origins may call it, and read what they need", () => {
    const [api] = town.of("AWS::ApiGatewayV2::Api");
    expect(api?.properties.CorsConfiguration).toMatchObject({
      AllowOrigins: deployments.inChina.corsOrigins,
      ExposeHeaders: ["etag", "location", "retry-after", "x-request-id"],
    });
  });

  test("it holds fewer routes than an HTTP API may", () => {
    expect(routes.length).toBeLessThan(limits.routes);
  });

  test("it is throttled, and logs each request without its path", () => {
    const [stage] = town.of("AWS::ApiGatewayV2::Stage");
    expect(stage?.properties.DefaultRouteSettings).toMatchObject({
      ThrottlingRateLimit: 100,
      ThrottlingBurstLimit: 200,
    });
    // Metrics of each route would be billed as metrics of our own
    expect(stage?.properties.DefaultRouteSettings.DetailedMetricsEnabled).toBeUndefined();
    const format = stage?.properties.AccessLogSettings.Format;
    expect(format).toContain("$context.identity.sourceIp");
    expect(format).not.toMatch(/context\.path|claims|queryString/);
  });

  test("C2: each path without a token has a limit of its own, below that of the town, and the stage waits for its route", () => {
    const [stage] = town.of("AWS::ApiGatewayV2::Stage");
    const { RouteSettings, DefaultRouteSettings } = stage?.properties ?? {};
    const open = town
      .of("AWS::ApiGatewayV2::Route")
      .filter(({ properties }) => properties.AuthorizationType === "NONE");
    expect(Object.keys(RouteSettings).toSorted()).toEqual(open.map(({ properties }) => properties.RouteKey).toSorted());
    for (const { id } of open) expect(stage?.resource.DependsOn).toContain(id);
    for (const key of Object.keys(RouteSettings)) {
      const { ThrottlingRateLimit, ThrottlingBurstLimit } = RouteSettings[key];
      expect(ThrottlingRateLimit, key).toBeGreaterThan(0);
      expect(ThrottlingRateLimit, key).toBeLessThan(DefaultRouteSettings.ThrottlingRateLimit);
      expect(ThrottlingBurstLimit, key).toBeGreaterThanOrEqual(ThrottlingRateLimit);
    }
    expect(RouteSettings["GET /permits/hall/board"].ThrottlingRateLimit).toBeGreaterThan(
      RouteSettings["GET /permits/guides"].ThrottlingRateLimit,
    );
  });

  test("a limit of a single path names a path that there is", () => {
    const keys = routes.map(({ key }) => key);
    for (const path of Object.keys(pathsWithLimits))
      expect(
        keys.some((key) => key.endsWith(` ${path}`)),
        path,
      ).toBe(true);
  });

  test("tokens are checked against the issuer and audience of the profile", () => {
    const [authorizer] = town.of("AWS::ApiGatewayV2::Authorizer");
    expect(authorizer?.properties).toMatchObject({
      AuthorizerType: "JWT",
      IdentitySource: ["$request.header.Authorization"],
      JwtConfiguration: { Issuer: "https://id.example.cn/", Audience: ["qiangzhen"] },
    });
  });
});

describe("a path that needs a token but reads like a public one", () => {
  const [sample] = tallyService.routes;
  const route = (path: string, allow: Route["allow"]): Route[] =>
    sample === undefined ? [] : [{ ...sample, method: "GET", path, allow }];
  const keys = (of: readonly Route[]) =>
    gatewayRoutesOf({ name: "tally", routes: of }).map(({ method, path, isPublic }) => ({
      key: `${method} ${path}`,
      behindAuthorizer: !isPublic,
    }));

  test("keeps its authoriser", () => {
    const made = keys([...route("/tally/items/{id}", "public"), ...route("/tally/items/mine", ["clerk"])]);
    expect(taken("GET", "/tally/items/mine", made)?.behindAuthorizer).toBe(true);
    expect(taken("GET", "/tally/items/7", made)?.behindAuthorizer).toBe(false);
  });

  test("a service's own root can be public", () => {
    const made = keys(route("/tally", "public"));
    expect(made.filter(({ key }) => key === "GET /tally")).toEqual([{ key: "GET /tally", behindAuthorizer: false }]);
  });
});
