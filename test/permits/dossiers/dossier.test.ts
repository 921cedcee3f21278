import { describe, expect, test } from "vitest";
import { awaited } from "../../../services/permits/cases/domain/application/acceptance.ts";
import { application } from "../../../services/permits/cases/domain/application/decider.ts";
import {
  type Dossier,
  type DossierCommand,
  dossier,
  onFileOn,
} from "../../../services/permits/dossiers/domain/dossier.ts";
import { type Actor, isRejection } from "../../../shared/decider/index.ts";
import { actorOf } from "../../../shared/http/index.ts";
import { instruct } from "../../../shared/service/index.ts";
import { day, on, refusalOf } from "../../support/deciding.ts";
import { partyId } from "../../support/keyed.ts";
import {
  aCommand,
  anApplication,
  aResident,
  optionalMaterial,
  sharedMaterial,
  theApplicant,
  theApprover,
  theClerk,
  theForm,
  thePlan,
} from "../cases/builders.ts";
import { immediate } from "../cases/ready-cases.ts";
import { aForm, aHall } from "../permits-hall.ts";

const card = { kind: "material", id: "M1" } as const;
const licence = { kind: "certificate", id: "C1" } as const;
const keep = (
  name: string,
  source: typeof card | typeof licence,
  since: string,
  validUntil?: string,
): DossierCommand => ({
  type: "keep",
  entry: { name, source, since, ...(validUntil === undefined ? {} : { validUntil }) },
});

function told(...commands: DossierCommand[]): Dossier | undefined {
  let state: Dossier | undefined;
  for (const command of commands) {
    const events = dossier.decide(state, command, on("2026-03-02"));
    if (isRejection(events)) throw new Error("refused");
    for (const event of events) state = dossier.evolve(state, { ...event, sequence: 1, time: "", actor: "" });
  }
  return state;
}

describe("S-4: what is on file of a person", () => {
  test("counts from its first day to its last", () => {
    const state = told(keep("居民身份证", card, "2026-03-02", "2028-03-02"));
    expect(onFileOn(state, day("2026-03-01"))).toEqual([]);
    expect(onFileOn(state, day("2026-03-02"))).toEqual(["居民身份证"]);
    expect(onFileOn(state, day("2028-03-02"))).toEqual(["居民身份证"]);
    expect(onFileOn(state, day("2028-03-03"))).toEqual([]);
  });

  test("brought again it counts longer, and once", () => {
    const state = told(
      keep("居民身份证", card, "2026-03-02", "2028-03-02"),
      keep("居民身份证", card, "2026-09-01", "2028-09-01"),
    );
    expect(state?.entries).toHaveLength(1);
    expect(onFileOn(state, day("2028-09-01"))).toEqual(["居民身份证"]);
  });

  test("the same told again, or told late, changes nothing", () => {
    const once = told(keep("居民身份证", card, "2026-03-02", "2028-03-02"));
    const again = dossier.decide(once, keep("居民身份证", card, "2026-03-02", "2028-03-02"), on("2026-03-02"));
    expect(again).toEqual([]);
    expect(dossier.decide(once, keep("居民身份证", card, "2026-01-02"), on("2026-03-02"))).toEqual([]);
  });

  test("a certificate counts under its title until it ends, and does not come back by repetition", () => {
    const kept = keep("动物防疫条件合格证", licence, "2026-03-02");
    const state = told(kept, { type: "end", source: licence, on: "2026-05-06" });
    expect(onFileOn(state, day("2026-05-05"))).toEqual(["动物防疫条件合格证"]);
    expect(onFileOn(state, day("2026-05-06"))).toEqual([]);
    expect(onFileOn(told(kept, { type: "end", source: licence, on: "2026-05-06" }, kept), day("2026-05-06"))).toEqual(
      [],
    );
  });

  test("a suspension ends it until it is resumed, and told late ends nothing", () => {
    const kept = keep("动物防疫条件合格证", licence, "2026-03-02");
    const suspended: DossierCommand = { type: "end", source: licence, on: "2026-05-06" };
    const state = told(kept, suspended, keep("动物防疫条件合格证", licence, "2026-06-01"), suspended);
    expect(onFileOn(state, day("2026-05-31"))).toEqual([]);
    expect(onFileOn(state, day("2026-06-01"))).toEqual(["动物防疫条件合格证"]);
  });

  test("who has no dossier has nothing on file", () => {
    expect(onFileOn(undefined, day("2026-03-02"))).toEqual([]);
    expect(dossier.decide(undefined, { type: "end", source: licence, on: "2026-05-06" }, on("2026-03-02"))).toEqual([]);
  });
});

describe("S-4: a case that somebody filed himself", () => {
  const today = "2026-03-02";
  const sample = aCommand(today);
  const mine = (materials: readonly string[] = [theForm]) => anApplication({ by: aResident, materials });
  const notify = (missing: readonly string[], onFile?: readonly string[]) =>
    ({ type: "notify-corrections", missing, ...(onFile === undefined ? {} : { onFile }) }) as const;

  test("S-4 XK-32-4 a one-time notice that asks for what the counter has on file is refused, with its place", () => {
    expect(refusalOf(mine([]).tell(notify([theForm, thePlan], [thePlan]), today))).toMatchObject({
      code: "permits.material-on-file",
      pointer: "/missing/1",
      details: { rule: "S-4" },
    });
    expect(mine([]).lawfully(notify([theForm, thePlan], []), today).status).toBe("incomplete");
  });

  test("S-4 the notice is whole without it; what is missing besides must still be named", () => {
    expect(refusalOf(mine([]).tell(notify([optionalMaterial], [thePlan]), today))).toMatchObject({
      code: "permits.notice-incomplete",
      details: { omitted: [theForm] },
    });
    expect(mine([]).lawfully(notify([theForm], [thePlan]), today).state).toMatchObject({
      status: "incomplete",
      onFile: [thePlan],
    });
  });

  test("S-4 XK-32-5 it is accepted with what is on file, on record; without, it is not", () => {
    expect(refusalOf(mine().tell(sample.accept, today)).code).toBe("permits.materials-missing");
    const one = mine().lawfully({ ...sample.accept, onFile: [thePlan] }, today);
    expect(one.state).toMatchObject({ status: "accepted", given: [theForm], onFile: [thePlan] });
    expect(one.events.slice(1).map(({ type }) => type)).toEqual([
      "permits.application.found-on-file",
      "permits.application.accepted",
    ]);
    expect(JSON.stringify(one.events.map(({ data }) => data))).not.toContain(`"onFile":["${thePlan}"]`);
    expect(one.events[1]).toMatchObject({ data: { on: today }, personal: { materials: [thePlan] } });
  });

  test("S-4 what the guide does not ask for, was brought, is shared or known already is not looked up", () => {
    const known = [theForm, sharedMaterial, "房产证"];
    const one = mine([theForm, thePlan]).lawfully({ ...sample.accept, onFile: known }, today);
    expect(one.events.map(({ type }) => type)).not.toContain("permits.application.found-on-file");
    const twice = mine().lawfully({ ...sample.correct, materials: [theForm], onFile: [thePlan] }, today, theClerk);
    twice.lawfully({ ...sample.accept, onFile: [thePlan] }, today);
    expect(twice.events.filter(({ type }) => type === "permits.application.found-on-file")).toHaveLength(1);
  });

  test("S-4 what came on file after the notice needs not be brought any more", () => {
    const waiting = () => mine([]).lawfully(notify([theForm, thePlan]), today);
    const correct = { type: "correct", materials: [theForm] } as const;
    expect(waiting().lawfully(correct, today).status).toBe("incomplete");
    expect(waiting().lawfully({ ...correct, onFile: [thePlan] }, today).status).toBe("received");
    const half = waiting().lawfully({ ...correct, materials: [optionalMaterial], onFile: [thePlan] }, today).state;
    expect([half.status, awaited(half)]).toEqual(["incomplete", [theForm]]);
  });

  test("XK-34 S-4 an immediate item is decided at once with what is on file", () => {
    const one = () => anApplication({ guide: immediate, materials: [theForm] });
    const atOnce = sample["decide-at-once"];
    expect(refusalOf(one().tell(atOnce, today)).code).toBe("permits.materials-missing");
    expect(one().lawfully({ ...atOnce, onFile: [thePlan] }, today).status).toBe("granted");
  });
});

describe("S-4: over the edge", () => {
  const known: Actor = { ...aResident, party: partyId(theApplicant.idNumber) };
  const form = { ...aForm, materials: [theForm] };
  const aHallWith = async (name: string, guide = {}) => {
    const hall = await aHall(undefined, guide);
    const entry = { name, source: card, since: "2026-01-01" };
    const keep = { of: dossier, id: partyId(theApplicant.idNumber), expects: "either" } as const;
    const command: DossierCommand = { type: "keep", entry };
    await instruct({ ...keep, command }).carryOut(hall.runtime, { id: "kept" });
    return hall;
  };

  test("S-4 the counter sees it and accepts; who filed it is not told what is on file of the number he typed", async () => {
    const hall = await aHallWith(thePlan);
    const id = await hall.file(aResident, form);
    const at = `/permits/applications/${id}`;
    expect((await hall.get(aResident, at)).body).toMatchObject({ onFile: [], missing: [thePlan] });
    expect((await hall.get(theClerk, at)).body).toMatchObject({ onFile: [thePlan], missing: [] });
    expect((await hall.post(theClerk, `${at}/notify-corrections`, { missing: [thePlan] })).body).toMatchObject({
      code: "permits.material-on-file",
    });
    expect((await hall.post(aResident, `${at}/correct`, { materials: [theForm] })).body).toMatchObject({
      onFile: [],
      missing: [thePlan],
    });
    expect((await hall.post(theClerk, `${at}/accept`)).body).toMatchObject({ status: "accepted", onFile: [thePlan] });
    for (const path of [at, `${at}/history`]) {
      const { body } = await hall.get(aResident, path);
      expect(body).not.toHaveProperty("onFile", [thePlan]);
      expect(JSON.stringify(body).match(new RegExp(`onFile":\\["${thePlan}`))).toBeNull();
    }
    expect((await hall.get(theApprover, at)).body).toMatchObject({ onFile: [thePlan] });
  });

  test("S-4 whom his login proves to be the applicant has it counted as he files, and sees it", async () => {
    const hall = await aHallWith(thePlan);
    const id = await hall.file(known, form);
    expect((await hall.get(known, `/permits/applications/${id}`)).body).toMatchObject({
      onFile: [thePlan],
      missing: [],
    });
    const other = { ...known, party: partyId("110105194912310021") };
    const his = await hall.file(other, form);
    expect((await hall.get(other, `/permits/applications/${his}`)).body).toMatchObject({ onFile: [] });
  });

  const later = async ({ runtime }: Awaited<ReturnType<typeof aHall>>, name = thePlan) => {
    const command: DossierCommand = { type: "keep", entry: { name, source: licence, since: "2026-03-02" } };
    const keep = instruct({ of: dossier, id: partyId(theApplicant.idNumber), command });
    expect(await keep.carryOut(runtime, { id: "later" })).toEqual({ done: true });
  };

  test("S-4 what came on file after the notice completes the case when the counter takes in the rest; not by its owner's word", async () => {
    const hall = await aHallWith("别的");
    const at = `/permits/applications/${await hall.file(aResident, { ...form, materials: [] })}`;
    await hall.post(theClerk, `${at}/notify-corrections`, { missing: [theForm, thePlan] });
    await later(hall);
    const correct = async (who: Actor) => (await hall.post(who, `${at}/correct`, { materials: [theForm] })).body.status;
    expect([await correct(aResident), await correct(theClerk)]).toEqual(["incomplete", "received"]);
  });

  test("S-4 once it is accepted nothing is looked up any more; one of the first cases, without a key of its applicant, is", async () => {
    const hall = await aHallWith(optionalMaterial);
    const at = `/permits/applications/${await hall.file(aResident, { ...form, materials: [theForm, thePlan] })}`;
    expect((await hall.get(theClerk, at)).body).toMatchObject({ onFile: [optionalMaterial] });
    const { runtime } = hall;
    const { party: _none, ...first } = aCommand("2026-03-02").receive;
    await instruct({
      of: application,
      id: "PL-018.FIRST",
      expects: "new",
      command: first,
    }).carryOut(runtime, { id: "first" });
    expect((await hall.get(theClerk, "/permits/applications/PL-018.FIRST")).body).toMatchObject({
      onFile: [optionalMaterial],
    });
    const accepted = await aHallWith("别的");
    const other = `/permits/applications/${await accepted.file(aResident, { ...form, materials: [theForm, thePlan] })}`;
    expect((await accepted.post(theClerk, `${other}/accept`)).status).toBe(200);
    await later(accepted, optionalMaterial);
    expect((await accepted.get(theClerk, other)).body).toMatchObject({ status: "accepted", onFile: [] });
  });

  test("XK-34 S-4 whoever decides at once looks it up too", async () => {
    const hall = await aHallWith("别的", immediate);
    const id = await hall.file(theClerk, form);
    const at = `/permits/applications/${id}/decide-at-once`;
    expect((await hall.post(theApprover, at, { outcome: "granted" })).body.code).toBe("permits.materials-missing");
    await later(hall);
    expect((await hall.post(theApprover, at, { outcome: "granted" })).status).toBe(200);
  });
});

test("P-1 a token may say by a digest whom it proves its holder to be; anything else in its place says nothing", () => {
  const claims = { sub: "resident-1", town: "guangtong", roles: "[resident]" };
  const party = partyId(theApplicant.idNumber);
  expect(actorOf({ ...claims, party })).toMatchObject({ party });
  for (const wrong of [theApplicant.idNumber, party.toLowerCase(), `${party}A`, "", 1]) {
    const actor = actorOf({ ...claims, party: wrong });
    expect(actor).toMatchObject({ sub: "resident-1" });
    expect(actor).not.toHaveProperty("party");
  }
});
