import { describe, expect, test } from "vitest";
import { certified } from "../common/builders.ts";
import { anEnforcementTown, officerOne, officerTwo, squadLeader, theCaptain } from "../enforcement-town.ts";

const body = { name: { zh: "第一中队", en: "First squad" }, leader: "officer-1", domains: ["trade"] };
const shift = { on: "2026-09-07", from: "22:00", to: "06:00", kind: "patrol", people: ["officer-1", "officer-2"] };

async function aTeam() {
  const town = anEnforcementTown();
  await town.certify("officer-1");
  await town.certify("officer-2", certified({ domains: ["trade"], until: "2026-09-30" }));
  const formed = await town.post("/enforcement/squads", body);
  expect(formed.status).toBe(201);
  const id = String(formed.body.id);
  const joined = await town.post(`/enforcement/squads/${id}/add-member`, { sub: "officer-2", kind: "officer" });
  expect(joined.status).toBe(200);
  return { town, id };
}

describe("E1: the team over HTTP", () => {
  test("a squad with its members, seen by officers, not by a resident", async () => {
    const { town, id } = await aTeam();
    expect((await town.get(`/enforcement/squads/${id}`, {}, officerOne)).body).toMatchObject({
      status: "active",
      members: [
        { sub: "officer-1", name: "执法一号" },
        { sub: "officer-2", kind: "officer" },
      ],
    });
    const resident = { sub: "someone", name: "某人", roles: ["resident"] as const };
    expect((await town.get(`/enforcement/squads/${id}`, {}, resident)).status).toBe(403);
    expect((await town.get("/enforcement/squads", {}, officerOne)).body).toMatchObject({ items: [{ id }] });
  });

  test("CF-42: nobody joins without a certificate that the service has heard of", async () => {
    const { town, id } = await aTeam();
    const asked = await town.post(`/enforcement/squads/${id}/add-member`, { sub: "reviewer-1", kind: "officer" });
    expect(asked).toMatchObject({ status: 422, body: { code: "enforcement.not-certified" } });
    expect(JSON.stringify(asked.body)).toContain("无此执法证");
    const stranger = await town.post(`/enforcement/squads/${id}/add-member`, { sub: "nobody", kind: "auxiliary" });
    expect(stranger).toMatchObject({ status: 422, body: { errors: [{ pointer: "/sub" }] } });
  });

  test("a person is in one squad", async () => {
    const { town } = await aTeam();
    const again = await town.post("/enforcement/squads", { ...body, name: { zh: "第二中队", en: "Second" } });
    expect(again).toMatchObject({ status: 422, body: { code: "enforcement.member-elsewhere" } });
  });

  test("a roster from plan to duty, over midnight", async () => {
    const { town, id } = await aTeam();
    const asked = { squad: id, month: "2026-09", shifts: [shift] };
    const planned = await town.post("/enforcement/rosters", asked, squadLeader("officer-1"));
    expect(planned).toMatchObject({ status: 201, body: { status: "drafted" } });
    const at = `/enforcement/rosters/${String(planned.body.id)}`;
    expect((await town.get("/enforcement/on-duty", { on: "2026-09-07" }, officerOne)).body).toMatchObject({
      shifts: [],
    });
    expect((await town.post(`${at}/publish`, {}, squadLeader("officer-1"))).status).toBe(200);
    for (const on of ["2026-09-07", "2026-09-08"])
      expect((await town.get("/enforcement/on-duty", { on }, officerOne)).body).toMatchObject({
        shifts: [{ squad: id }],
      });
    expect((await town.get("/enforcement/on-duty", { on: "2026-09-09" }, officerOne)).body).toMatchObject({
      shifts: [],
    });
    const onDuty = async () => (await town.get("/enforcement/on-duty", { on: "2026-09-07" }, officerOne)).body;
    expect(await onDuty()).toMatchObject({ shifts: [{ enough: true }] });
    await town.certify("officer-2", { kind: "suspended", from: "2026-09-07" });
    expect(await onDuty()).toMatchObject({ shifts: [{ enough: false }] });
    await town.certify("officer-2", { kind: "resumed", from: "2026-09-07" });
    expect((await town.post(`${at}/publish`, {}, theCaptain)).status).toBe(409);
    expect((await town.post("/enforcement/rosters/nothing/publish", {})).status).toBe(404);
    const late = { ...shift, on: "2026-10-01" };
    const ended = await town.post("/enforcement/rosters", { squad: id, month: "2026-10", shifts: [late] });
    expect(ended).toMatchObject({ status: 422, body: { code: "enforcement.shift-without-two-officers" } });
    expect((await town.post(`/enforcement/squads/${id}/disband`, { reasons: "合并" })).status).toBe(200);
    expect(await onDuty()).toMatchObject({ shifts: [] });
  });

  test("two squads have each a roster of one month, and a squad has only one", async () => {
    const { town, id } = await aTeam();
    for (const sub of ["officer-3", "officer-4"]) await town.certify(sub);
    const second = { ...body, name: { zh: "第二中队", en: "Second" }, leader: "officer-3" };
    const other = String((await town.post("/enforcement/squads", second)).body.id);
    await town.post(`/enforcement/squads/${other}/add-member`, { sub: "officer-4", kind: "officer" });
    const plan = (squad: string, leader: string, people: string[]) =>
      town.post(
        "/enforcement/rosters",
        { squad, month: "2026-09", shifts: [{ ...shift, people }] },
        squadLeader(leader),
      );
    const first = await plan(id, "officer-1", ["officer-1", "officer-2"]);
    const next = await plan(other, "officer-3", ["officer-3", "officer-4"]);
    expect([first.status, next.status]).toEqual([201, 201]);
    expect(next.body).toMatchObject({ squad: other, month: "2026-09" });
    expect((await plan(other, "officer-3", ["officer-3", "officer-4"])).status).not.toBe(201);
  });

  test("who may act on a day, and whose certificate ends soon", async () => {
    const { town, id } = await aTeam();
    const officers = async (query: Record<string, string>) => {
      const { items } = (await town.get("/enforcement/officers", query, officerOne)).body;
      return Array.isArray(items) ? items : [];
    };
    expect(await officers({})).toMatchObject([
      { sub: "officer-1", conditions: [], endsSoon: false, squads: [id] },
      { sub: "officer-2", conditions: [], endsSoon: true, name: "执法二号" },
    ]);
    expect(await officers({ endsSoon: "true" })).toMatchObject([{ sub: "officer-2" }]);
    expect(await officers({ domain: "food" })).toMatchObject([{ sub: "officer-1" }]);
    expect(await officers({ on: "2026-09-30", able: "true" })).toHaveLength(2);
    expect(await officers({ on: "2026-10-01", able: "true" })).toMatchObject([{ sub: "officer-1" }]);
    expect((await town.get("/enforcement/team-board", {}, officerOne)).body).toMatchObject({
      endSoon: [{ sub: "officer-2", until: "2026-09-30" }],
      squads: [{ id, officers: 2, auxiliaries: 0, leaderAble: true }],
      onDuty: 0,
      studyShort: [
        { hours: 0, of: 60 },
        { hours: 0, of: 60 },
      ],
    });
  });

  test("study is seen by the person and by those who lead, not by a colleague", async () => {
    const { town } = await aTeam();
    const entry = {
      person: "officer-1",
      kind: "study",
      subject: "行政处罚法",
      on: "2026-08-20",
      hours: 8,
      organiser: "县司法局",
    };
    const recorded = await town.post("/enforcement/studies", entry);
    expect(recorded).toMatchObject({ status: 201, body: { hours: 8 } });
    const at = `/enforcement/studies/${String(recorded.body.id)}`;
    expect((await town.get(at, {}, officerOne)).status).toBe(200);
    expect((await town.get(at, {}, officerTwo)).status).toBe(404);
    expect((await town.get("/enforcement/studies/mine", {}, officerTwo)).body).toMatchObject({ items: [] });
    expect((await town.get("/enforcement/studies/mine", {}, officerOne)).body).toMatchObject({ items: [{ hours: 8 }] });
    expect((await town.post("/enforcement/studies", entry)).body).toMatchObject({
      code: "enforcement.study-recorded-already",
    });
    expect((await town.post(`${at}/strike`, { no: 1, reasons: "登记有误" })).body).toMatchObject({ hours: 0 });
  });
});
