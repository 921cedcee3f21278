import { describe, expect, test } from "vitest";
import * as z from "zod";
import { powers } from "../../services/powers/service.ts";
import type { Actor } from "../../shared/decider/index.ts";
import { theatre } from "../support/cast.ts";
import { claimsFor } from "../support/claims.ts";
import { anApproval, anotherBureau, aTask, theBureau, theLeader } from "./duties/builders.ts";
import { aHandover, theCounty } from "./powers/builders.ts";
import { aPowersTown, twoOfficers } from "./powers-town.ts";

type Town = ReturnType<typeof aPowersTown>;

const legal: Actor = { sub: "legal-1", name: "法制", roles: ["legal-reviewer"] };
const ops: Actor = { sub: "ops-1", name: "运维", roles: ["ops"] };
const supervisor: Actor = { sub: "supervisor-1", name: "督查", roles: ["supervisor"] };
const bothSides: Actor = { sub: "both-1", name: "两边", roles: ["county", "leader"] };
const cast = [theCounty, theLeader, legal, ops, supervisor, bothSides, theBureau, anotherBureau].map((actor) => ({
  ...claimsFor(actor),
  ...(actor.department === undefined ? {} : { department: actor.department }),
}));

const { live, found, lived } = theatre(powers, cast, {
  open: async () => aPowersTown(),
  tell: (town, by, path, body) => town.post(path, body, by),
});

const created = z.looseObject({ id: z.string() });
const create = async (town: Town, by: Actor, path: string, body: object) =>
  created.parse((await town.post(path, body, by)).body).id;
/** A power that the town holds. */
const held = async (town: Town) => {
  await town.list();
  await town.tell(aHandover());
  await twoOfficers(town);
  await town.settle();
  return "PN-001";
};

describe("A3: an open offer works, a blocked or missing one does not, whoever asks and whatever the state", () => {
  test("a power: renamed, suspended by the county and resumed by it, suspended by the town from a later day, recalled", () =>
    live(
      held,
      "/powers/items",
      [
        ["adjust", theLeader, { from: "2026-03-03", name: { zh: "新名称", en: "New name" } }],
        ["suspend", theCounty, { from: "2026-03-02", reason: "评估" }],
        ["resume", theCounty, { from: "2026-03-02" }],
        ["suspend", theLeader, { from: "2026-03-09", reason: "人员不足" }],
        ["resume", theLeader, { from: "2026-03-09" }],
        ["recall", theCounty, { from: "2026-03-05", document: "收回1号" }],
      ],
      [409],
    ));

  test("an officer: certified anew, suspended, resumed, withdrawn", () =>
    live(
      async (town) => {
        const certificate = { certificate: "云E010001", sub: "officer-1", name: "李执法", domains: ["urban"] };
        await town.post("/powers/officers", { ...certificate, from: "2026-01-01", until: "2027-12-31" });
        return "云E010001";
      },
      "/powers/officers",
      [
        ["renew", theCounty, { domains: ["urban"], from: "2026-03-02", until: "2028-12-31" }],
        ["suspend", theLeader, { from: "2026-03-04", reason: "调查" }],
        ["resume", theLeader, { from: "2026-03-04" }],
        ["withdraw", ops, { from: "2026-03-02", reason: "调离" }],
      ],
      [409],
    ));

  test("a task of a department: supplied, admitted by the town", () =>
    live((town) => create(town, theBureau, "/powers/duties", aTask()), "/powers/duties", [
      ["supply", theBureau, { approval: anApproval, moneyFen: 8_000_000 }],
      ["admit", theLeader],
    ]));

  test("a task refused, another withdrawn", async () => {
    const proposed = (town: Town) => create(town, theBureau, "/powers/duties", aTask());
    await live(proposed, "/powers/duties", [["refuse", theLeader, { reasons: "人手不足" }]]);
    await live(proposed, "/powers/duties", [["withdraw", theBureau]]);
  });

  test("a record of readiness ends", () =>
    live(
      (town) =>
        create(town, theLeader, "/powers/readiness-records", {
          ...{ kind: "venue", domain: "urban", what: "询问室", from: "2026-03-01" },
        }),
      "/powers/readiness-records",
      [["end", theLeader]],
    ));

  test("cases under a recalled power are settled by the side that recalled it", () =>
    live(
      async (town) => {
        await held(town);
        await town.deliver({
          ...{ specversion: "1.0", id: "application/PN-001.A/1", source: "/towns/532302105000/permits", sequence: 1 },
          ...{
            type: "permits.application.received",
            subject: "application/PN-001.A",
            time: "2026-03-02T02:00:00.000Z",
          },
          ...{ datacontenttype: "application/json", actor: "clerk-1" },
          data: { item: { code: "PN-001" }, receivedOn: "2026-03-02" },
        });
        await town.post("/powers/items/PN-001/recall", { from: "2026-04-01", document: "收回1号" });
        await town.settle();
        return "PN-001";
      },
      "/powers/running-cases",
      [
        ["settle", theCounty, { case: "PN-001.A", outcome: "finish", document: "县编办函9号" }],
        ["settle-certificates", theCounty, { outcome: "transfer", document: "县编办函10号", to: "县应急管理局" }],
      ],
    ));

  test("an evaluation is decided, and the staff are trained where it says so", async () => {
    const evaluated = async (town: Town) => {
      await held(town);
      town.runtime.setClock("2027-01-15T02:00:00.000Z");
      await town.settle();
      await town.post("/powers/evaluations", { year: 2026 });
      return "PN-001-2026";
    };
    const decision = { reasons: "运行平稳", otherwise: "数据不足" };
    await live(evaluated, "/powers/evaluations", [["decide", theCounty, { outcome: "keep", ...decision }]]);
    const town = aPowersTown();
    const at = `/powers/evaluations/${await evaluated(town)}`;
    await town.post(`${at}/decide`, { outcome: "train", ...decision }, theCounty);
    const course = { kind: "training", domain: "urban", what: "执法培训", from: "2027-01-15" };
    const person = { sub: "officer-1", name: "李执法" };
    const record = await create(town, theLeader, "/powers/readiness-records", { ...course, person });
    const { body } = await town.get(`${at}/actions`, {}, theLeader);
    expect(body.actions).toContainEqual(expect.objectContaining({ verb: "train" }));
    expect(body.actions).not.toContainEqual(expect.objectContaining({ verb: "train", blocked: expect.anything() }));
    expect(await town.post(`${at}/train`, { record }, theLeader)).toMatchObject({ status: 200 });
  });

  test("all of it was tried, and steps that were offered were taken", () => {
    expect(found.tried).toBeGreaterThan(100);
    expect(lived().filter((step) => !found.taken.has(step))).toEqual([]);
  });
});
