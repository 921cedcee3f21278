import { beforeEach, describe, expect, test } from "vitest";
import * as z from "zod";
import { standingOf } from "../../../services/enforcement/board/domain/term.ts";
import { boardOfFine } from "../../../services/enforcement/board/domain/terms-of-fine.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { aContext } from "../../support/tally-town.ts";
import { aFine } from "../payment/builders.ts";
import {
  aCharge,
  aFiledCase,
  aNotice,
  anAct,
  aWholeTown,
  citizen,
  handOver,
  head,
  mayor,
  officer,
  punishing,
  type WholeTown,
} from "../whole-town.ts";

const leader: Actor = { ...officer(2), roles: ["squad-leader"] };
const day = "2026-03-02";

const row = z.object({
  term: z.string(),
  standing: z.string(),
  due: z.string().optional(),
  waitsFor: z.string(),
  path: z.string(),
});
async function board(town: WholeTown, actor: Actor, query: Record<string, string> = {}) {
  const { matters, kinds, scope, httpStatus, code } = await town.get("/board", actor, query);
  const rows = z.array(row).parse(matters ?? []);
  return {
    rows,
    kinds,
    scope,
    httpStatus,
    code,
    told: rows.map(({ term, standing, due = "" }) => [term, standing, due]),
  };
}

describe("terms and their standing", () => {
  const horizon = { today: "2026-03-02", until: "2026-03-05" };
  test.each([
    ["2026-03-01", "overdue"],
    ["2026-03-02", "soon"],
    ["2026-03-05", "soon"],
    ["2026-03-06", "later"],
  ] as const)("a last day of %s is %s", (due, standing) => {
    expect(standingOf({ due }, horizon)).toBe(standing);
  });

  test("without a last day it waits", () => {
    expect(standingOf({}, horizon)).toBe("undated");
  });

  const { calendar } = aContext();
  const told = (of: ReturnType<typeof aFine>, today: string) =>
    boardOfFine(of.state, { today, calendar }).map(({ kind, due, waitsFor }) => [kind, due, waitsFor]);

  test("CF-67, QZ-54: a fine is to be paid; from the day after, a demand is to be served in time", () => {
    const fine = aFine();
    const payBy = ["payment", "2026-01-30", "party"];
    expect(told(fine, "2026-01-30")).toEqual([payBy]);
    const [first, second] = told(fine, "2026-01-31");
    expect([first, second?.[0], second?.[2]]).toEqual([payBy, "demand", "town"]);
    expect(String(second?.[1]) < "2026-10-15").toBe(true);
  });
});

describe("the board (E1)", () => {
  let town: WholeTown;
  let filed: Awaited<ReturnType<typeof aFiledCase>>;
  beforeEach(async () => {
    town = await aWholeTown(["PN-070"]);
    filed = await aFiledCase(town, [citizen(1)], [anAct("PN-070", day)]);
  });

  test("CF-60: the ninety days come up three days before, and are overdue from the day after", async () => {
    await town.turnTo("2026-05-27");
    expect((await board(town, officer(1))).told).toEqual([]);
    await town.turnTo("2026-05-28");
    const { rows, kinds } = await board(town, officer(1));
    expect(rows).toEqual([
      expect.objectContaining({ term: "decision", standing: "soon", due: "2026-05-31", waitsFor: "town" }),
    ]);
    expect(rows[0]?.path).toBe(`/enforcement/cases/${filed.id}`);
    expect(kinds).toEqual([{ term: "decision", overdue: 0, soon: 1, undated: 0 }]);
    await town.turnTo("2026-05-31");
    expect((await board(town, officer(1))).told).toEqual([["decision", "soon", "2026-05-31"]]);
    await town.turnTo("2026-06-01");
    expect((await board(town, officer(1))).told).toEqual([["decision", "overdue", "2026-05-31"]]);
    expect((await board(town, officer(1), { term: "service" })).told).toEqual([]);
  });

  test("CF-42: charges wait for the other officer, the party has his time, the decision is served, the fine is paid", async () => {
    const of = `${filed.id}:P1`;
    const at = await aNotice(town, of, [aCharge(filed.evidence)]);
    const within = { within: "20" };
    expect((await board(town, officer(2), within)).told).toEqual([["notice", "soon", "2026-03-09"]]);
    await town.turnTo("2026-03-10");
    expect((await board(town, officer(2), within)).told).toEqual([]);
    await town.post(`${at}/decide`, punishing, head);
    expect((await board(town, officer(2), within)).told).toEqual([["service", "soon", "2026-03-19"]]);
    await handOver(town, of, "decision");
    // CF-48: it is to be shown within its term as well.
    const toShow = ["publication", "soon", "2026-03-19"];
    expect((await board(town, officer(2), within)).told).toEqual([toShow, ["payment", "soon", "2026-03-25"]]);
    await town.turnTo("2026-03-26");
    const late = [
      ["publication", "overdue", "2026-03-19"],
      ["payment", "overdue", "2026-03-25"],
    ];
    expect((await board(town, officer(2))).told).toEqual(late);
    expect((await board(town, mayor, { within: "0" })).told).toEqual(late);
  });

  test("an officer sees his own work alone, and no wider board", async () => {
    await town.turnTo("2026-06-01");
    expect((await board(town, officer(3))).told).toEqual([]);
    for (const scope of ["squad", "all"])
      expect(await board(town, officer(1), { scope })).toMatchObject({
        httpStatus: 403,
        code: "enforcement.board-not-yours",
      });
    expect(await board(town, leader, { scope: "all" })).toMatchObject({ httpStatus: 403 });
    expect((await board(town, head)).told).toEqual([["decision", "overdue", "2026-05-31"]]);
    expect((await board(town, head, { officer: "officer-3" })).told).toEqual([]);
    expect((await board(town, head, { scope: "mine" })).told).toEqual([]);
    const elsewhere: Actor = {
      sub: "head-of-another",
      name: "他所负责人",
      roles: ["approver"],
      office: "party-building",
    };
    expect(await board(town, elsewhere)).toMatchObject({ scope: "all", told: [] });
  });

  test("E1: a squad leader sees what is of his members, and of no other squad", async () => {
    const other: Actor = { ...officer(3), roles: ["squad-leader"] };
    const name = { zh: "一中队", en: "Squad one" };
    const made = await town.post("/squads", { name, leader: "officer-3", domains: ["tourism"] }, head);
    await town.turnTo("2026-06-01");
    expect((await board(town, other)).told).toEqual([]);
    await town.post(`/squads/${String(made.id)}/add-member`, { sub: "officer-1", kind: "officer" }, head);
    expect(await board(town, other)).toMatchObject({ scope: "squad", told: [["decision", "overdue", "2026-05-31"]] });
  });

  test("a lead that nobody has yet is on the board of the squad of its domain", async () => {
    const other: Actor = { ...officer(3), roles: ["squad-leader"] };
    const name = { zh: "一中队", en: "Squad one" };
    const sent = {
      text: "网吧接纳未成年人",
      address: "人民路1号",
      domain: "tourism",
      place: { lng: 101.9, lat: 25.1 },
    };
    await town.post("/leads", { ...sent, source: { kind: "patrol" } }, officer(1));
    expect((await board(town, other, { within: "30" })).told).toEqual([]);
    await town.post("/squads", { name, leader: "officer-3", domains: ["tourism"] }, head);
    expect((await board(town, other, { within: "30" })).told.map(([kind]) => kind)).toEqual(["filing"]);
  });
});

describe("what to do next with a case", () => {
  const steps = z.array(z.object({ verb: z.string(), roles: z.array(z.string()) }));

  test("the house reads each open step with its roles, and until when; the party reads his own steps alone", async () => {
    const town = await aWholeTown(["PN-070"]);
    const who = citizen(1);
    const { id, at, evidence } = await aFiledCase(town, [who], [anAct("PN-070", day)]);
    const seen = await town.get(at, officer(1));
    const open = new Map(steps.parse(seen.steps).map(({ verb, roles }) => [verb, roles]));
    expect(open.get("suspend")).toEqual(expect.arrayContaining(["approver"]));
    expect(open.get("suspend")).not.toContain("officer");
    expect(open.has("resume")).toBe(false);
    expect(seen.terms).toEqual([{ term: "decision", due: "2026-05-31", late: false }]);
    expect(await town.get(at, who.login)).not.toHaveProperty("steps");
    expect(await town.get(at, who.login)).not.toHaveProperty("terms");
    const of = await aNotice(town, `${id}:P1`, [aCharge(evidence)]);
    const told = steps.parse((await town.get(of, officer(1))).steps).map(({ verb }) => verb);
    expect(told).toEqual(expect.arrayContaining(["state-defence", "decide"]));
    expect(await town.get(of, who.login)).not.toHaveProperty("steps");
    await town.turnTo("2026-06-01");
    expect((await town.get(at, head)).terms).toEqual([{ term: "decision", due: "2026-05-31", late: true }]);
  });
});
