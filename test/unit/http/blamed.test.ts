import { describe, expect, it } from "vitest";
import * as z from "zod";
import { refusals } from "../../../shared/decider/index.ts";
import { apiFor, filedBefore, problem, type Route, resource } from "../../../shared/http/index.ts";
import { parseInput } from "../../../shared/http/validation.ts";
import { aLambdaContext, anEvent, talkTo } from "../../support/http.ts";
import { type TallyCommand, tally, tallyService } from "../../support/tally.ts";
import { aRuntime, claimsOf } from "../../support/tally-town.ts";

const text = (zh: string, en: string) => ({ zh, en });
const { refuse } = refusals<"tally.too-much">();

/** A tally that blames the amount of each command, and the name of the series of a number. */
const blaming: typeof tally = {
  ...tally,
  decide(state, command, context) {
    if (command.type === "add") return refuse("tally.too-much", { total: 1 }, "/amounts/0");
    if (command.type === "close" || command.type === "number")
      return refuse("tally.too-much", { total: 1 }, "/book/name");
    return tally.decide(state, command, context);
  },
};
const view = z.object({ id: z.string(), version: z.int() });
const tallies = resource({
  of: blaming,
  at: "/tally/tallies",
  staff: ["clerk"],
  returns: view,
  view: ({ id, version }) => ({ id, version }),
});
const numbering = z.strictObject({ series: z.string() });
const opened = z.strictObject({ book: z.string(), holder: z.string().optional() });
const adding = { summary: text("加", "Add"), allow: ["clerk"] } as const;
const add = (sum: number): TallyCommand => ({ type: "add", amounts: [sum] });
const service = {
  ...tallyService,
  routes: [
    tallies.read(text("看", "Read"), ["clerk"]),
    tallies.step("add", {
      ...{ ...adding, body: z.strictObject({ sums: z.array(z.int()) }), blames: { "/amounts": "/sums" } },
      run: ({ body }) => ({ type: "add", amounts: body.sums }),
    }),
    tallies.step("add-one", {
      ...{ ...adding, body: z.strictObject({ sum: z.int() }) },
      run: ({ body }) => add(body.sum),
      blames: { "/amounts": "filed", "/amounts/0": "/sum" },
    }),
    tallies.step("add-lost", {
      ...{ ...adding, body: z.strictObject({ sum: z.int() }) },
      run: ({ body }) => add(body.sum),
    }),
    tallies.step("give-number", {
      ...{ ...adding, body: numbering, blames: filedBefore(opened, numbering) },
      run: ({ body }) => ({ type: "number", ...body }),
    }),
    tallies.bare("close", { summary: text("结", "Close"), allow: ["clerk"], command: { type: "close" } }),
  ],
};

async function aTally() {
  const runtime = aRuntime();
  const store = tallyService.routes.find(({ method, path }) => method === "POST" && path === "/tally/tallies");
  if (store === undefined) throw new Error("no route that opens a tally");
  const ask = talkTo({ ...service, routes: [...service.routes, store] }, runtime);
  const claims = claimsOf("clerk");
  const made = await ask({ method: "POST", path: "/tally/tallies", body: JSON.stringify({ book: "b" }), claims });
  const path = `/tally/tallies/${z.string().parse(made.body.id)}`;
  return {
    runtime,
    path,
    claims,
    read: () => ask({ path, claims }),
    step: (verb: string, body: object) =>
      ask({ method: "POST", path: `${path}/${verb}`, body: JSON.stringify(body), claims }),
  };
}

describe("of a choice the kind that was sent is judged part by part", () => {
  const person = z.union([z.string(), z.strictObject({ sub: z.string(), name: z.string() })]);
  const proof = z.union([z.strictObject({ files: z.array(z.string()) }), z.strictObject({ without: z.string() })]);
  const body = z.strictObject({ person: person.optional(), proof: proof.optional() });
  it.each<[string, object, readonly string[]]>([
    ["a part of another type", { person: { sub: "s", name: 7 } }, ["/person/name"]],
    ["a part that is missing", { person: { sub: "s" } }, ["/person/name"]],
    ["a part too many", { person: { sub: "s", name: "n", zzz: 1 } }, ["/person/zzz"]],
    ["one of several forms", { proof: { without: 7 } }, ["/proof/without"]],
    ["none of them", { person: 7, proof: {} }, ["/person", "/proof"]],
  ])("%s", (_what, given, pointers) => {
    const parsed = parseInput(body, given, {});
    expect(parsed.ok ? [] : parsed.problem.errors?.map(({ pointer }) => pointer)).toEqual(pointers);
    expect(parsed.ok ? 200 : parsed.problem.status).toBe(400);
  });
});

describe("a refusal blames a field that its own request has", () => {
  it("what lies below a field that a rule calls otherwise is blamed by its place in the body", async () => {
    const { step } = await aTally();
    expect((await step("add", { sums: [2] })).body).toMatchObject({
      errors: [{ pointer: "/sums/0", code: "tally.too-much" }],
    });
    expect((await step("add-one", { sum: 2 })).body).toMatchObject({ errors: [{ pointer: "/sum" }] });
  });

  it("what was filed before is told in the details, by the same code, and no field is blamed", async () => {
    const { step } = await aTally();
    const { status, body } = await step("give-number", { series: "s" });
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: "tally.too-much", details: { total: 1, filed: "/book/name" } });
    expect(body).not.toHaveProperty("errors");
  });

  it("a body without fields blames none, and the step is told as blocked", async () => {
    const { step, read } = await aTally();
    const { body } = await step("close", {});
    expect(body).toMatchObject({ code: "tally.too-much", details: { filed: "/book/name" } });
    expect(body).not.toHaveProperty("errors");
    const blocked = { blocked: expect.objectContaining({ code: "tally.too-much" }) };
    expect((await read()).body.actions).toEqual([
      expect.objectContaining({ verb: "add" }),
      expect.objectContaining({ verb: "add-one" }),
      expect.objectContaining({ verb: "add-lost" }),
      expect.objectContaining({ verb: "give-number", ...blocked }),
      expect.objectContaining({ verb: "close", ...blocked }),
    ]);
  });

  it("a field that the request does not have is struck, counted and named to operators without its value", async () => {
    const { runtime, path, claims, step } = await aTally();
    await expect(step("add-lost", { sum: 2 })).rejects.toThrow("a refusal blames no field of its request");
    const { body } = await apiFor(service, runtime)(
      anEvent({ method: "POST", path: `${path}/add-lost`, body: '{"sum":2}', claims }),
      aLambdaContext,
    );
    expect(JSON.parse(String(body))).not.toHaveProperty("errors");
    expect(runtime.observability.counted).toEqual({ AnswerDrift: 2 });
    expect(runtime.observability.said).toContainEqual(
      expect.objectContaining({
        level: "error",
        facts: { route: "POST /tally/tallies/{id}/add-lost", at: "/amounts/0", code: "tally.too-much" },
      }),
    );
  });

  it.each([
    ["a parameter that it knows stays", "?day", [{ pointer: "?day" }]],
    ["a parameter that it does not know goes", "?month", undefined],
    ["a place in a body that it does not take goes", "/day", undefined],
  ])("of a reading: %s", async (_what, pointer, errors) => {
    const route: Route = {
      ...{ method: "GET", path: "/tally/days", summary: text("日", "Days"), allow: "public", status: 200 },
      ...{ isCommand: false, query: z.strictObject({ day: z.string().optional() }), returns: view },
      handle: async () =>
        problem(422, "tally.too-much", { errors: [{ pointer, code: "tally.too-much", detail: text("多", "Much") }] }),
    };
    const handler = apiFor({ ...tallyService, routes: [route] }, aRuntime());
    const { body } = await handler(anEvent({ path: "/tally/days" }), aLambdaContext);
    expect(JSON.parse(String(body)).errors?.map((one: object) => ({ pointer: Reflect.get(one, "pointer") }))).toEqual(
      errors,
    );
  });
});
