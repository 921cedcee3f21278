import { randomUUID, type webcrypto } from "node:crypto";
import fastify from "fastify";
import { jwtVerify } from "jose";
import { openCases } from "./cases.ts";
import { accept, type Case, decide, dueAfter, type Refused, review } from "./rules.ts";
import { decideBody, receiveBody, reviewBody } from "./schema.ts";

declare module "fastify" {
  interface FastifyRequest {
    caller: { readonly sub: string; readonly roles: readonly string[] };
  }
}
interface ById {
  readonly Params: { readonly id: string };
}

/** What a small, honest program for the same five steps costs: each request checks token, role, body, rule and version. */
export function floorApp(file: string, key: webcrypto.CryptoKey) {
  const cases = openCases(file);
  const app = fastify();
  app.decorateRequest("caller");
  app.addHook("onRequest", async (request, reply) => {
    const token = request.headers.authorization?.slice("Bearer ".length) ?? "";
    try {
      const { payload } = await jwtVerify(token, key, { issuer: "floor", audience: "floor", algorithms: ["ES256"] });
      request.caller = {
        sub: String(payload.sub),
        roles: Array.isArray(payload.roles) ? payload.roles.map(String) : [],
      };
    } catch {
      return reply.code(401).send({ code: "token" });
    }
  });
  const only = (role: string) => ({
    preHandler: async (request: { caller: { roles: readonly string[] } }, reply: Replying) => {
      if (!request.caller.roles.includes(role)) return reply.code(403).send({ code: "role" });
      return undefined;
    },
  });
  const step = (
    reply: Replying,
    id: string,
    type: string,
    act: (one: Case, number: () => string) => Case | Refused,
  ) => {
    const one = cases.read(id);
    if (one === undefined) return reply.code(404).send({ code: "not-found" });
    let refused: string | undefined;
    try {
      return cases.change(type, (number) => {
        const next = act(one, number);
        if ("refused" in next) {
          refused = next.refused;
          throw new Error(refused);
        }
        return { ...next, version: one.version + 1 };
      });
    } catch (error) {
      if (refused === undefined) throw error;
      return reply.code(422).send({ code: refused });
    }
  };

  app.post<{ Body: Pick<Case, "itemCode" | "applicant" | "materials"> }>(
    "/applications",
    { schema: { body: receiveBody }, ...only("clerk") },
    async ({ body, caller }, reply) => {
      reply.code(201);
      const due = dueAfter(new Date(), 5);
      return cases.change("received", () => ({
        id: randomUUID(),
        version: 1,
        status: "received",
        receivedBy: caller.sub,
        due,
        reviews: [],
        ...body,
      }));
    },
  );
  app.get<ById>("/applications/:id", async ({ params }, reply) => cases.read(params.id) ?? reply.code(404).send({}));
  app.post<ById>("/applications/:id/accept", only("clerk"), async ({ params }, reply) =>
    step(reply, params.id, "accepted", accept),
  );
  app.post<ById & { Body: { opinion: string } }>(
    "/applications/:id/review",
    { schema: { body: reviewBody }, ...only("reviewer") },
    async ({ params, body, caller }, reply) =>
      step(reply, params.id, "reviewed", (one) => review(one, caller.sub, body.opinion)),
  );
  app.post<ById>("/applications/:id/confirm-survey", only("reviewer"), async ({ params, caller }, reply) =>
    step(reply, params.id, "signed", (one) => review(one, caller.sub, "signed")),
  );
  app.post<ById & { Body: { outcome: string; reasons?: string } }>(
    "/applications/:id/decide",
    { schema: { body: decideBody }, ...only("approver") },
    async ({ params, body }, reply) =>
      step(reply, params.id, "decided", (one, number) =>
        decide(one, body.outcome === "granted", body.reasons, number()),
      ),
  );
  app.addHook("onClose", async () => cases.close());
  return app;
}

interface Replying {
  code(status: number): { send(body: object): unknown };
}
