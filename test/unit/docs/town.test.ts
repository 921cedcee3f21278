import { describe, expect, test } from "vitest";
import * as z from "zod";
import { townView } from "../../../infra/docs/town-schema.ts";
import { docs } from "../../../infra/functions/docs.ts";
import { servedFor } from "../../../infra/served.ts";
import { services } from "../../../infra/services.ts";
import { loadTownFrom } from "../../../infra/towns/load.ts";
import { meView } from "../../../shared/http/me.ts";

const { profile } = loadTownFrom("guangtong");
const serve = docs(servedFor(services, profile));
const context = (claims?: Record<string, string>) => ({
  requestId: "r-1",
  http: { method: "GET" },
  ...(claims === undefined
    ? {}
    : { authorizer: { principalId: "", integrationLatency: 0, jwt: { claims, scopes: [] } } }),
});
const get = async (rawPath: string, headers: Record<string, string> = {}, claims?: Record<string, string>) => {
  const {
    statusCode,
    headers: told = {},
    body = "",
  } = await serve({ rawPath, headers, requestContext: context(claims) });
  return { status: statusCode, headers: told, body };
};
const clerk = { sub: "clerk-1", name: "窗口1号", town: "guangtong", roles: "[clerk]", office: "service-centre" };

describe("GET /town: what a front end shows", () => {
  test("tells offices, domains, windows, villages, file types and roles by the codes that everything else uses", async () => {
    const town = townView.parse(JSON.parse((await get("/town")).body));
    expect(town.offices.map(({ id }) => id)).toEqual(profile.offices.map(({ id }) => id));
    expect(town.domains.map(({ code }) => code)).toEqual(profile.domains.map(({ id }) => id));
    expect(town.windows.every(({ office }) => town.offices.some(({ id }) => id === office))).toBe(true);
    expect(town.villages).toHaveLength(profile.villages.length);
    expect(town.fileTypes.find(({ type }) => type === "application/pdf")).toMatchObject({ name: { zh: "PDF文档" } });
    expect(town.roles.find(({ code }) => code === "clerk")).toEqual({
      code: "clerk",
      name: { zh: "窗口人员", en: "clerk" },
    });
  });

  test("tells labels of values in both languages, by service and field", async () => {
    const { labels } = townView.parse(JSON.parse((await get("/town")).body));
    expect(Object.keys(labels)).toEqual(services.map(({ name }) => name));
    expect(labels.permits?.status).toMatchObject({ received: { zh: expect.stringMatching(/\p{Script=Han}/u) } });
  });

  test("names no person of the staff", async () => {
    const { body } = await get("/town");
    const people = [...profile.staff.map(({ sub }) => sub), ...profile.heads.map(({ sub }) => sub)];
    expect(people.filter((sub) => body.includes(`"${sub}"`))).toEqual([]);
  });

  test("anybody may keep it; who has it already is answered 304", async () => {
    const { status, headers } = await get("/town");
    expect([status, headers["cache-control"]]).toEqual([200, "public, max-age=300"]);
    const again = await get("/town", { "if-none-match": String(headers.etag) });
    expect([again.status, again.body]).toEqual([304, ""]);
    expect((await get("/town", { "if-none-match": '"other"' })).status).toBe(200);
    const { headers: encoded } = await get("/town", { "accept-encoding": "br" });
    expect(encoded["content-encoding"]).toBe("br");
  });
});

describe("A8: a query that nobody reads", () => {
  test.each(["/health", "/town", "/me"])("is refused by %s, as on every route", async (rawPath) => {
    const asked = { rawPath, queryStringParameters: { x: "1" }, requestContext: context(clerk) };
    const { statusCode, body = "" } = await serve(asked);
    expect(statusCode).toBe(400);
    expect(JSON.parse(body)).toMatchObject({ errors: [{ pointer: "?x", code: "value.unknown-parameter" }] });
    expect((await serve({ rawPath, requestContext: context(clerk) })).statusCode).toBe(200);
  });
});

describe("GET /openapi/{service}.json: the document of one service", () => {
  test("is served for each service, kept by its ETag and compressed as the whole one", async () => {
    for (const { name } of services) {
      const { status, headers, body } = await get(`/openapi/${name}.json`);
      expect([status, headers["content-type"], headers["cache-control"]]).toEqual([
        200,
        "application/json",
        "public, max-age=300",
      ]);
      expect(JSON.parse(body)).toHaveProperty("openapi", "3.1.1");
      const again = await get(`/openapi/${name}.json`, { "if-none-match": String(headers.etag) });
      expect([again.status, again.body]).toEqual([304, ""]);
      const encoded = await get(`/openapi/${name}.json`, { "accept-encoding": "br" });
      expect(encoded.headers["content-encoding"]).toBe("br");
    }
  });

  test("a service that the town does not have has none", async () => {
    for (const path of ["/openapi/nobody.json", "/openapi/permits", "/openapi/..%2Fme", "/openapi/constructor"]) {
      const { status, body } = await get(path);
      expect([path, status, JSON.parse(body)]).toMatchObject([path, 404, { code: "request.unknown-route" }]);
    }
  });
});

describe("GET /me: who one is", () => {
  test("tells name, office and roles with their titles, and what the roles open", async () => {
    const { status, headers, body } = await get("/me", {}, clerk);
    const me = meView.parse(JSON.parse(body));
    expect([status, headers["cache-control"]]).toEqual([200, "no-store"]);
    expect(me).toMatchObject({
      ...{ sub: "clerk-1", name: "窗口1号", grids: [] },
      roles: [{ code: "clerk", name: { zh: "窗口人员" } }],
      office: { id: "service-centre", name: { zh: expect.any(String) } },
    });
    const may = me.may.map(({ method, path }) => `${method} ${path}`);
    expect(may).toContain("POST /permits/applications/{id}/accept");
    expect(may).toContain("GET /permits/guides");
    expect(may).not.toContain("POST /permits/applications/{id}/decide");
  });

  test("shows the key of the person masked, and nothing to a token of another town or to none", async () => {
    const party = "0123456789ABCDEF01234567";
    const { body } = await get("/me", {}, { ...clerk, roles: "[resident]", party });
    expect(body).not.toContain(party);
    expect(JSON.parse(body)).toMatchObject({ party: `01${"*".repeat(22)}` });
    expect((await get("/me", {}, { ...clerk, town: "elsewhere" })).status).toBe(403);
    expect((await get("/me")).status).toBe(401);
    expect(z.object({ code: z.string() }).parse(JSON.parse((await get("/me")).body)).code).toBe("auth.missing");
  });
});
