import { describe, expect, test } from "vitest";
import type { Route } from "../../shared/http/index.ts";
import type { Service } from "../../shared/service/index.ts";
import { type Role, roles } from "../../shared/town/roles.ts";
import { talkTo } from "./http.ts";
import { readersOf } from "./offers.ts";
import { aRuntime } from "./tally-town.ts";

const pathOf = ({ path }: Route) => path.replaceAll(/\{\w+\}/g, "PL-018.0000000000000000");
const claims = (role: Role) => ({ sub: "somebody", name: "某人", town: "guangtong", roles: `[${role}]` });

/** The authorisation test of a service, from its manifest: every route × every role, and nobody at all. */
export function authorisationOf(service: Service): void {
  const ask = talkTo(service, aRuntime());
  const asked = (route: Route) => ({
    method: route.method,
    path: pathOf(route),
    ...(route.method === "POST" ? { body: "{}" } : {}),
    ...(route.accepts === undefined ? {} : { headers: { "content-type": route.accepts.type } }),
  });

  test("D6: each command on one thing asks first whether its caller may know of it", () => {
    const commands = service.routes.filter(({ method, path }) => method === "POST" && path.includes("{id}"));
    const open = commands.filter(({ isKnownTo }) => isKnownTo === undefined).map(({ path }) => path);
    expect(open).toEqual([]);
  });

  test("A3: each command on one thing is a step, and its thing is read with the steps that its caller can take", () => {
    const commands = service.routes.filter(({ isCommand, path }) => isCommand && path.includes("{id}"));
    expect(commands.filter(({ step }) => step === undefined).map(({ path }) => path)).toEqual([]);
    const things = new Set(commands.map(({ path }) => path.slice(0, path.indexOf("/{id}"))));
    expect([...things].filter((at) => readersOf(service, at).length === 0)).toEqual([]);
  });

  describe.each(service.routes.map((route) => ({ route, name: `${route.method} ${route.path}` })))(
    "$name",
    ({ route }) => {
      if (route.allow === "public") {
        test("is open to anybody, without a token", async () => {
          expect([200, 400, 404]).toContain((await ask(asked(route))).status);
        });
        return;
      }
      const { allow } = route;
      test("is closed without a token (401)", async () => {
        expect(await ask(asked(route))).toMatchObject({
          status: 401,
          headers: { "www-authenticate": "Bearer" },
          body: { code: "auth.missing" },
        });
      });
      test("is closed to another town's people, whatever their role", async () => {
        for (const role of allow)
          expect(await ask({ ...asked(route), claims: { ...claims(role), town: "elsewhere" } })).toMatchObject({
            status: 403,
            body: { code: "auth.other-town" },
          });
      });
      test("is open to the roles that it names, and closed to each other role (403)", async () => {
        for (const role of roles) {
          const { status, body } = await ask({ ...asked(route), claims: claims(role) });
          if (allow.includes(role)) expect([200, 400, 404, 422], role).toContain(status);
          else
            expect({ role, status, code: body.code, details: body.details }).toEqual({
              ...{ role, status: 403, code: "auth.role" },
              details: { allow },
            });
        }
      });
    },
  );
}
