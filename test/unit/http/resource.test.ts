import { beforeEach, describe, expect, it } from "vitest";
import * as z from "zod";
import type { Moves } from "../../../shared/decider/index.ts";
import { refusals } from "../../../shared/decider/index.ts";
import { create, resource, withoutActorOf } from "../../../shared/http/index.ts";
import { talkTo } from "../../support/http.ts";
import { type TallyCommand, tally, tallyService } from "../../support/tally.ts";
import { type Asked, aRuntime, claimsOf } from "../../support/tally-town.ts";

const text = (zh: string, en: string) => ({ zh, en });
const moves = {
  open: { add: "open", close: "closed", number: "open", enlarge: "open" },
  closed: {},
} as const satisfies Moves;
const nothing = z.strictObject({});
const { refuse, notNow, notYou } = refusals<"tally.too-small" | "tally.not-yours" | "tally.odd">();

/** A tally that the second clerk never closes, nor anybody while it is small; an odd one gets no number. */
const strict: typeof tally = {
  ...tally,
  decide(state, command, context) {
    const total = state?.total ?? 0;
    if (command.type === "close" && context.actor.sub === "clerk-3") throw new TypeError("a fault of ours");
    if (command.type === "close" && context.actor.sub === "clerk-2") return notYou("tally.not-yours");
    if (command.type === "close" && total < 5) return refuse("tally.too-small", { total });
    if (command.type === "number" && total % 2 === 1) return notNow("tally.odd");
    return tally.decide(state, command, context);
  },
};

const tallyView = z.object({ id: z.string(), version: z.int(), total: z.int() });

/** Tallies as the kit makes them: supervisors know of each, a clerk of those of his own book. */
const tallies = resource({
  of: strict,
  at: "/tally/tallies",
  staff: ["supervisor"],
  acting: ["approver"],
  own: ({ state }, actor) => state.book === actor.sub,
  moves,
  statusOf: ({ status }) => status,
  returns: tallyView,
  view: ({ id, version, state: { total } }) => ({ id, version, total }),
});
/** Without a table of moves. */
const plain = resource({
  of: strict,
  at: "/tally/books",
  staff: ["supervisor"],
  own: ({ state }, actor) => state.book === actor.sub,
  returns: tallyView,
  view: ({ id, version, state: { total } }) => ({ id, version, total }),
});
const service = {
  ...tallyService,
  problems: {
    ...tallyService.problems,
    "tally.odd": text("单数", "It is odd"),
    "tally.too-small": text("合计{total}太小", "The total {total} is too small"),
  },
  routes: [
    create("POST /tally/tallies", {
      ...{ of: tally, summary: text("开", "Open"), allow: ["clerk"], returns: tallies.returns, view: tallies.view },
      body: z.strictObject({ book: z.string() }),
      id: ({ unique }) => unique,
      run: ({ body }): TallyCommand => ({ type: "create", ...body }),
    }),
    tallies.read(text("看", "Read"), ["clerk", "supervisor", "approver"]),
    tallies.history(text("经过", "History"), ["clerk", "supervisor"], withoutActorOf(["tally.tally.opened"])),
    tallies.read(text("账", "Total"), ["clerk", "supervisor"], {
      below: "/doubled",
      view: ({ id, version, state: { total } }) => ({ id, version, total: total * 2 }),
    }),
    tallies.step("add", {
      ...{ summary: text("加", "Add"), allow: ["clerk", "supervisor", "approver"] },
      body: z.strictObject({ amounts: z.array(z.int()) }),
      run: ({ body }): TallyCommand => ({ type: "add", ...body }),
    }),
    tallies.step("close", {
      ...{ summary: text("结", "Close"), allow: ["clerk"], body: nothing },
      run: (): TallyCommand => ({ type: "close" }),
    }),
    tallies.bare("give-number", {
      ...{ summary: text("编号", "Number"), allow: ["clerk"], does: "number" },
      command: { type: "number", series: "s" },
    }),
    tallies.step("enlarge", {
      ...{ summary: text("加大", "Enlarge"), allow: ["clerk"], body: z.strictObject({ by: z.int() }) },
      // Of four it would be enlarged by half: its own schema refuses that.
      tries: ({ state }) => (state?.total === 3 ? [] : [{ by: state?.total === 4 ? 0.5 : 2_000_000 }]),
      run: ({ body: { by } }): TallyCommand => ({ type: "add", amounts: [by] }),
    }),
    tallies.step("tell", {
      ...{ summary: text("告知", "Tell"), allow: ["clerk"], body: nothing },
      run: (): TallyCommand => ({ type: "add", amounts: [] }),
      answers: { returns: z.object({ told: z.int() }), view: ({ state }) => ({ told: state.total }) },
    }),
    tallies.readActions(text("可办", "Actions"), ["clerk", "supervisor"]),
    plain.read(text("看", "Read"), ["clerk", "supervisor"]),
    plain.bare("close", { summary: text("结", "Close"), allow: ["clerk"], command: { type: "close" } }),
  ],
};

let ask: (asked: Asked) => ReturnType<ReturnType<typeof talkTo>>;
let path: string;
const by = (sub: string, role: "clerk" | "supervisor" | "approver" = "clerk") => ({ ...claimsOf(role), sub });
const verbs = (body: Readonly<Record<string, unknown>>) =>
  z
    .array(z.object({ verb: z.string() }))
    .parse(body.actions)
    .map(({ verb }) => verb);

beforeEach(async () => {
  ask = talkTo(service, aRuntime());
  const opened = await ask({
    method: "POST",
    path: "/tally/tallies",
    body: '{"book":"clerk-1"}',
    claims: by("clerk-1"),
  });
  path = `/tally/tallies/${opened.body.id}`;
});

describe("D6: what one may not read is 404, whatever one asks of it", () => {
  const stranger = by("clerk-9");
  it.each([
    ["reads it", { method: "GET" }],
    ["knows its version", { method: "GET", headers: { "if-none-match": '"1"' } }],
    ["takes a step", { method: "POST", verb: "/close" }],
    ["sends a body that is wrong", { method: "POST", verb: "/add", body: '{"amounts":"x"}' }],
    ["sends a body that is no JSON", { method: "POST", verb: "/add", body: "{" }],
    ["sends another charset", { method: "POST", verb: "/add", body: "{}", headers: { "content-type": "text/plain" } }],
    ["sends a parameter", { method: "POST", verb: "/close", query: { x: "1" } }],
    ["knows no version", { method: "POST", verb: "/close", headers: { "if-match": '"7"' } }],
    ["sends a version that is none", { method: "POST", verb: "/close", headers: { "if-match": "x" } }],
    ["asks for its history", { method: "GET", verb: "/history" }],
  ])("a stranger %s", async (_what, { verb = "", ...asked }: { verb?: string } & Omit<Asked, "path">) => {
    const there = await ask({ ...asked, path: `${path}${verb}`, claims: stranger });
    const none = await ask({ ...asked, path: `/tally/tallies/NONE${verb}`, claims: stranger });
    expect(there).toMatchObject({ status: 404, body: { code: "resource.not-found" } });
    expect({ ...there.body, instance: "" }).toEqual({ ...none.body, instance: "" });
    expect(there.headers).toEqual(none.headers);
  });

  it("who only acts takes a step, and does not find the thing", async () => {
    const approver = by("head", "approver");
    expect((await ask({ path, claims: approver })).status).toBe(404);
    const added = await ask({ method: "POST", path: `${path}/add`, body: '{"amounts":[3]}', claims: approver });
    expect(added).toMatchObject({ status: 200, body: { total: 3 } });
  });

  it("a history leaves out who did what the thing keeps to itself", async () => {
    await ask({ method: "POST", path: `${path}/add`, body: '{"amounts":[3]}', claims: by("clerk-1") });
    const { body } = await ask({ path: `${path}/history`, claims: by("clerk-1") });
    const told = z.array(z.looseObject({ type: z.string(), actor: z.string() })).parse(body.events);
    expect(told.map(({ type, actor }) => [type, actor])).toEqual([
      ["tally.tally.opened", ""],
      ["tally.tally.added", "clerk-1"],
    ]);
  });

  it("its owner and those who know of each are told what is wrong", async () => {
    const wrong = (claims: ReturnType<typeof by>) =>
      ask({ method: "POST", path: `${path}/add`, body: '{"amounts":"x"}', claims });
    expect((await wrong(by("clerk-1"))).status).toBe(400);
    expect((await wrong(by("boss", "supervisor"))).status).toBe(400);
  });
});

describe("A3: a view says what its caller can do next", () => {
  const get = (claims: ReturnType<typeof by>) => ask({ path, claims });

  it("with method, address and titles, and what blocks it, in both languages", async () => {
    const { body } = await get(by("clerk-1"));
    expect(body.actions).toContainEqual({
      verb: "close",
      method: "POST",
      href: `${path}/close`,
      title: { zh: "结", en: "Close" },
      blocked: { code: "tally.too-small", reason: { zh: "合计0太小", en: "The total 0 is too small" } },
    });
    expect(body.actions).toContainEqual({
      verb: "add",
      method: "POST",
      href: `${path}/add`,
      title: { zh: "加", en: "Add" },
    });
  });

  it("numbers are not used up by asking", async () => {
    const { body } = await get(by("clerk-1"));
    expect(body.actions).toContainEqual({
      ...{ verb: "give-number", method: "POST", href: `${path}/give-number` },
      title: { zh: "编号", en: "Number" },
    });
    const numbered = await ask({ method: "POST", path: `${path}/give-number`, claims: by("clerk-1") });
    expect(numbered.status).toBe(200);
  });

  it("no step of another role, none the caller may not take here, and none in a state that does not allow it", async () => {
    expect(verbs((await get(by("boss", "supervisor"))).body)).toEqual(["add"]);
    expect(verbs((await get(by("clerk-1"))).body)).toEqual(["add", "close", "give-number", "enlarge", "tell"]);
    await ask({ method: "POST", path: `${path}/add`, body: '{"amounts":[8]}', claims: by("clerk-1") });
    const closed = await ask({ method: "POST", path: `${path}/close`, claims: by("clerk-1") });
    expect(verbs(closed.body)).toEqual(["tell"]);
    const other = await ask({
      method: "POST",
      path: "/tally/tallies",
      body: '{"book":"clerk-2"}',
      claims: by("clerk-2"),
    });
    expect(verbs(other.body)).toEqual(["add", "give-number", "enlarge", "tell"]);
  });

  it("a refusal that names a value is of the example, not of the step", async () => {
    const { body } = await get(by("clerk-1"));
    expect(body.actions).toContainEqual({
      ...{ verb: "enlarge", method: "POST", href: `${path}/enlarge` },
      title: { zh: "加大", en: "Enlarge" },
    });
  });

  it("no step where there is nothing to do it to; one that the table lists waits for what the state lacks", async () => {
    await ask({ method: "POST", path: `${path}/add`, body: '{"amounts":[3]}', claims: by("clerk-1") });
    const { body } = await get(by("clerk-1"));
    expect(verbs(body)).toEqual(["add", "close", "give-number", "tell"]);
    expect(body.actions).toContainEqual(
      expect.objectContaining({ verb: "give-number", blocked: expect.objectContaining({ code: "tally.odd" }) }),
    );
  });

  it("no step whose only body its schema refuses, and the view is told", async () => {
    await ask({ method: "POST", path: `${path}/add`, body: '{"amounts":[4]}', claims: by("clerk-1") });
    const { status, body } = await get(by("clerk-1"));
    expect(status).toBe(200);
    expect(verbs(body)).not.toContain("enlarge");
  });

  it("a fault in asking takes no view away; it is counted, and where answers are strict it is seen", async () => {
    const runtime = { ...aRuntime(), strictAnswers: false };
    const lenient = talkTo(service, runtime);
    const claims = by("clerk-3");
    const opened = await lenient({ method: "POST", path: "/tally/tallies", body: '{"book":"clerk-3"}', claims });
    expect([opened.status, verbs(opened.body)]).toEqual([201, ["add", "close", "give-number", "enlarge", "tell"]]);
    expect(runtime.observability.counted.OffersFailed).toBe(1);
    expect((await ask({ method: "POST", path: "/tally/tallies", body: '{"book":"clerk-3"}', claims })).status).toBe(
      503,
    );
  });

  it("a step that answers something else is offered like any other, and so is a thing's own page of actions", async () => {
    const told = await ask({ method: "POST", path: `${path}/tell`, claims: by("clerk-1") });
    expect(told).toMatchObject({ status: 200, body: { told: 0 } });
    const { body } = await ask({ path: `${path}/actions`, claims: by("clerk-1") });
    expect(verbs(body)).toEqual(["add", "close", "give-number", "enlarge", "tell"]);
    expect((await ask({ path: `${path}/actions`, claims: by("clerk-9") })).status).toBe(404);
  });

  it("what is read below it says so too, in its own view", async () => {
    await ask({ method: "POST", path: `${path}/add`, body: '{"amounts":[3]}', claims: by("clerk-1") });
    const { body } = await ask({ path: `${path}/doubled`, claims: by("clerk-1") });
    expect([body.total, verbs(body)]).toEqual([6, ["add", "close", "give-number", "tell"]]);
  });

  it("a thing without a table of moves offers what the domain allows, and nothing that its state refuses", async () => {
    const book = path.replace("tallies", "books");
    await ask({ method: "POST", path: `${path}/add`, body: '{"amounts":[8]}', claims: by("clerk-1") });
    expect(verbs((await ask({ path: book, claims: by("clerk-1") })).body)).toEqual(["close"]);
    expect((await ask({ path: book, claims: by("clerk-9") })).status).toBe(404);
    const closed = await ask({ method: "POST", path: `${book}/close`, claims: by("clerk-1") });
    expect([closed.status, closed.body.actions]).toEqual([200, []]);
  });
});
