import { describe, expect, test } from "vitest";
import * as z from "zod";
import type { Authorisation } from "../../../services/permits/authorisations/domain/authorisation.ts";
import { bundle } from "../../../services/permits/bundles/domain/decider.ts";
import { agentMayNot } from "../../../services/permits/cases/domain/application/agent.ts";
import type { ApplicationCommand, Receive } from "../../../services/permits/cases/domain/application/application.ts";
import { application } from "../../../services/permits/cases/domain/application/decider.ts";
import { knownPower } from "../../../services/permits/common/domain/known-power.ts";
import {
  type Dossier,
  type DossierCommand,
  type DossierEvent,
  dossier,
} from "../../../services/permits/dossiers/domain/dossier.ts";
import { notice } from "../../../services/permits/notices/domain/notice.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { instruct } from "../../../shared/service/index.ts";
import { on, refusalOf } from "../../support/deciding.ts";
import { partyId } from "../../support/keyed.ts";
import { everything, houseGuides } from "../bundles/builders.ts";
import {
  aCommand,
  aGuide,
  anAgent,
  aResident,
  Case,
  theApplicant,
  theApprover,
  theClerk,
  theForm,
  thePlan,
  theReviewer,
  theSecond,
} from "../cases/builders.ts";
import { AFile, announce, attach, complete } from "../files/builders.ts";
import { aPeopleTown } from "../people-town.ts";
import { aForm } from "../permits-hall.ts";
import { aGiving, aGivingBody, anAuthorisation, aPaper } from "./builders.ts";

const today = "2026-03-03";
const valid = anAuthorisation().state;
const revoked = anAuthorisation().lawfully({ type: "revoke" }, today, theClerk).state;
const withLogin = anAuthorisation(aGiving({ resident: aResident.sub })).state;
const filing = (state: Authorisation | undefined, more: Partial<Receive> = {}): Receive => ({
  ...aCommand(today).receive,
  party: partyId(theApplicant.idNumber),
  authorisation: { id: "A-1", state },
  ...more,
});
const otherAgent: Actor = { ...anAgent, sub: "agent-2" };
const brought = (state: Authorisation | undefined = valid) =>
  new Case().lawfully(filing(state, { materials: [theForm] }), today, anAgent);

describe("L9: an agent files for a villager", () => {
  const { authorisation: _none, ...without } = filing(undefined);
  test.each<[string, Receive, Actor, string[]]>([
    ["without an authorisation", without, anAgent, ["no-authorisation"]],
    ["with one that is not on record", filing(undefined), anAgent, ["no-authorisation"]],
    ["with one that was revoked", filing(revoked), anAgent, ["ended"]],
    ["with paper that no clerk has seen", filing(anAuthorisation(aPaper, anAgent).state), anAgent, ["not-confirmed"]],
    [
      "with another agent's, for another villager",
      filing(valid, { party: "X" }),
      otherAgent,
      ["other-agent", "other-villager"],
    ],
    [
      "what the guide reserves for the villager himself",
      filing(valid, { guide: aGuide({ proxyAllowed: false }) }),
      anAgent,
      ["not-for-agents"],
    ],
    [
      "with one that does not say he may file",
      filing(anAuthorisation(aGiving({ scope: { items: "all", acts: ["collect"] } })).state),
      anAgent,
      ["act-not-covered"],
    ],
    ["through the counter, without one", { ...without, channel: "agent" }, theClerk, ["no-authorisation"]],
  ])("L9 not %s; every condition that fails is named", (_what, command, by, failed) => {
    expect(refusalOf(application.decide(undefined, command, on(today, by)))).toMatchObject({
      code: "permits.not-authorised",
      details: { failed, act: "file", rule: "L9" },
    });
  });
  test("L9 not on the day after its last, but on its last", () => {
    const late = application.decide(undefined, filing(valid), on("2026-05-01", anAgent));
    expect(refusalOf(late).details).toMatchObject({ failed: ["expired"] });
    new Case().lawfully(filing(valid), "2026-04-30", anAgent);
  });
  test("L9 the case is the agent's to follow, and of the channel agent, whatever he says", () => {
    const { state } = new Case().lawfully(filing(withLogin, { channel: "window" }), today, anAgent);
    expect(state).toMatchObject({
      channel: "agent",
      owner: anAgent.sub,
      agency: { authorisation: "A-1", sub: anAgent.sub, resident: aResident.sub },
    });
  });
  test("L9 what he brings to the counter is his to follow too, and the clerk received it", () => {
    const { state } = new Case().lawfully(filing(valid, { channel: "agent" }), today, theClerk);
    expect(state).toMatchObject({ channel: "agent", owner: anAgent.sub, receivedBy: theClerk.sub });
  });
  test("who the agent and the villager are is in nothing that is published", () => {
    const [received] = new Case().lawfully(filing(withLogin), today, anAgent).events;
    for (const secret of [anAgent.sub, aResident.sub, theApplicant.name])
      expect(JSON.stringify(received?.data)).not.toContain(secret);
  });
});

describe("L9: what he does afterwards", () => {
  const withdraw = { type: "withdraw", statement: "撤回声明1号" } as const;
  const acts: readonly ApplicationCommand[] = [{ type: "correct", materials: [thePlan] }, withdraw];
  test.each(acts)("L9 $type only while the authorisation stands on that day", (command) => {
    const by = (authorisation: Authorisation | undefined) => ({ ...command, byParty: { authorisation } });
    const tell = (told: ApplicationCommand, date = today) =>
      application.decide(brought().state, told, on(date, anAgent));
    expect(refusalOf(tell(by(revoked))).details).toMatchObject({ failed: ["ended"], rule: "L9" });
    expect(refusalOf(tell(command)).details).toMatchObject({ failed: ["no-authorisation"] });
    expect(refusalOf(tell(by(valid), "2026-05-01")).details).toMatchObject({ failed: ["expired"] });
    expect(tell(by(valid))).toHaveLength(1);
  });
  test("L9 and so for what was promised at acceptance, and for a hearing", () => {
    const running = { ...brought(), agency: { authorisation: "A-1", sub: anAgent.sub }, guide: aGuide().content };
    expect(agentMayNot(running, revoked, on(today, anAgent))?.code).toBe("permits.not-authorised");
    for (const type of ["supplement", "request-hearing"] as const) {
      const one = new Case().lawfully(filing(valid), today, anAgent).does("accept", today);
      expect(refusalOf(one.tell(aCommand(today)[type], today, anAgent)).code).toBe("permits.not-authorised");
    }
  });
  test("L9 nor does he attach files", () => {
    const asked = { ...attach("PL-018.X", brought().state, thePlan) };
    const tell = (authorisation: Authorisation | undefined, by = anAgent) =>
      new AFile()
        .lawfully(announce, anAgent)
        .lawfully(complete, anAgent)
        .tell({ ...asked, authorisation }, by);
    expect(refusalOf(tell(revoked)).details).toMatchObject({ failed: ["ended"], rule: "L9" });
    expect(tell(valid)).toHaveLength(1);
  });
  test("the villager himself may, by his login or at the counter, and nobody else", () => {
    for (const who of [aResident, theClerk]) brought(withLogin).lawfully(withdraw, today, who);
    for (const who of [otherAgent, { ...aResident, sub: "resident-2" }, theReviewer])
      expect(refusalOf(brought(withLogin).tell(withdraw, today, who)).code).toBe("permits.not-yours");
  });
});

describe("L9: the authorisation ends", () => {
  const ids = z.object({ items: z.array(z.looseObject({ id: z.string() })) });
  const sees = async (town: Awaited<ReturnType<typeof aPeopleTown>>, who: Actor) =>
    ids.parse((await town.get(who, "/permits/applications")).body).items.map(({ id }) => id);
  const aCase = async (giving: object = aGivingBody) => {
    const town = await aPeopleTown();
    const authorisation = await town.create(theClerk, "/permits/authorisations", giving);
    const id = await town.create(anAgent, "/permits/applications", { ...aForm, authorisation, materials: [theForm] });
    return { town, authorisation, id, at: `/permits/applications/${id}` };
  };

  test("L9 a revocation acts at once, before anything has followed from it", async () => {
    const { town, authorisation, at } = await aCase();
    await town.post(aResident, `/permits/authorisations/${authorisation}/revoke`);
    expect(await town.post(anAgent, `${at}/correct`, { materials: [thePlan] })).toMatchObject({
      status: 422,
      body: { code: "permits.not-authorised", details: { failed: ["ended"] } },
    });
    expect((await town.post(anAgent, "/permits/applications", { ...aForm, authorisation })).status).toBe(422);
  });
  test("L9 the case goes on with the villager, and the agent sees it no more", async () => {
    const { town, authorisation, id, at } = await aCase();
    expect([await sees(town, anAgent), await sees(town, aResident)]).toEqual([[id], []]);
    expect((await town.get(aResident, at)).status).toBe(200);
    await town.post(aResident, `/permits/authorisations/${authorisation}/revoke`);
    await town.settle({ times: 2 });
    expect([await sees(town, anAgent), await sees(town, aResident)]).toEqual([[], [id]]);
    for (const path of ["", "/history", "/materials"])
      expect((await town.get(anAgent, `${at}${path}`)).status).toBe(404);
    expect(await town.post(anAgent, `${at}/withdraw`)).toMatchObject({ status: 404 });
    expect(await town.post(aResident, `${at}/correct`, { materials: [thePlan] })).toMatchObject({ status: 200 });
  });
  test("P-1 a step on somebody else's case tells no party more than that there is none, whatever state it is in", async () => {
    const { town, at } = await aCase();
    const stranger = { ...aResident, sub: "resident-9" };
    for (const verb of ["withdraw", "request-hearing", "correct", "resume"]) {
      const answer = await town.post(stranger, `${at}/${verb}`, verb === "correct" ? { materials: [thePlan] } : {});
      expect([403, 404], verb).toContain(answer.status);
      expect(JSON.stringify(answer.body), verb).not.toMatch(/not-in-this-state|not-yours/);
    }
    expect(await town.post(stranger, `${at}/withdraw`)).toMatchObject({ status: 404 });
    expect(await town.post(aResident, `${at}/withdraw`)).toMatchObject({ status: 200 });
    expect(await town.post(stranger, `${at}/withdraw`)).toMatchObject({ status: 404 });
  });
  test("L9 without a login of the villager's it is the counter's; by expiry as by revocation", async () => {
    const { resident: _none, ...giving } = aGivingBody;
    const { town, id } = await aCase({ ...giving, until: "2026-03-10" });
    await town.settle();
    await town.morning("2026-03-11");
    const state = (await town.runtime.store.load(application, id))?.state;
    expect(state).toMatchObject({ agency: { endedOn: "2026-03-11" }, channel: "agent" });
    expect(state?.owner).toBeUndefined();
  });
  test("L9 what was filed a moment before the end, and is heard of after it, goes on with the villager too", async () => {
    const { town, authorisation, id } = await aCase();
    await town.post(theClerk, `/permits/authorisations/${authorisation}/revoke`);
    town.committed.reverse();
    await town.settle();
    expect((await town.runtime.store.load(application, id))?.state.owner).toBe(aResident.sub);
  });
  test("L9 another authorisation's cases stay with its agent", () => {
    const { state } = new Case().lawfully(filing(valid), today, anAgent);
    const end = (authorisation: string) => application.decide(state, { type: "end-agency", authorisation }, on(today));
    expect([end("A-2"), end("A-1")]).toMatchObject([[], [{ type: "permits.application.agency-ended" }]]);
  });
  test("L9 L12 an agent's bundle rests on it likewise, and so do its parts", async () => {
    const town = await aPeopleTown(houseGuides);
    const giving = { ...aGivingBody, items: "all" };
    const authorisation = await town.create(theClerk, "/permits/authorisations", giving);
    const form = { bundle: "YJS02", applicant: theApplicant, materials: everything, authorisation };
    const id = await town.create(anAgent, "/permits/bundles", form);
    const entered = await town.create(theClerk, "/permits/bundles", { ...form, channel: "agent" });
    await town.settle();
    const owners = async (one: string) => {
      const state = (await town.runtime.store.load(bundle, one))?.state;
      const parts = (state?.parts ?? []).map(({ application: part }) => town.runtime.store.load(application, part));
      return [state?.owner, ...(await Promise.all(parts)).map((part) => part?.state.owner)];
    };
    for (const one of [id, entered]) expect(await owners(one)).toEqual([anAgent.sub, anAgent.sub, anAgent.sub]);
    await town.post(theClerk, `/permits/authorisations/${authorisation}/revoke`);
    expect(await town.post(anAgent, `/permits/bundles/${id}/withdraw`)).toMatchObject({
      status: 422,
      body: { details: { failed: ["ended"] } },
    });
    await town.settle({ times: 2 });
    for (const one of [id, entered]) expect(await owners(one)).toEqual([aResident.sub, aResident.sub, aResident.sub]);
    expect((await town.get(anAgent, `/permits/bundles/${id}`)).status).toBe(404);
    expect((await town.post(aResident, `/permits/bundles/${id}/withdraw`)).status).toBe(200);
  });
});

test("L5 what an agent brings to the counter is first the clerk's who took it in; what he files himself is not", async () => {
  const town = await aPeopleTown();
  const authorisation = await town.create(theClerk, "/permits/authorisations", aGivingBody);
  const form = { ...aForm, authorisation };
  const entered = await town.create(theClerk, "/permits/applications", { ...form, channel: "agent" });
  const own = await town.create(anAgent, "/permits/applications", form);
  await town.settle();
  const inquirer = async (id: string) => (await town.get(theClerk, `/permits/assignments/${id}`)).body.inquiry;
  expect(await inquirer(entered)).toMatchObject({ owner: theClerk.sub });
  expect(await inquirer(own)).not.toMatchObject({ owner: anAgent.sub });
});

describe("L9: the villager is told of each step of his case", () => {
  const list = z.object({ items: z.array(z.looseObject({ kind: z.string(), text: z.object({ zh: z.string() }) })) });
  const agree = { opinion: "agree", affectsThirdParties: false, inspectors: ["reviewer-1", "reviewer-2"] };
  /** What an agent files, on an authorisation that ends on 4 March unless told otherwise. */
  async function anAgentsCase(content: Parameters<typeof aPeopleTown>[0] = [{}], more: object = {}) {
    const town = await aPeopleTown(content);
    const authorisation = await town.create(theClerk, "/permits/authorisations", {
      ...aGivingBody,
      until: "2026-03-04",
    });
    const form = { ...aForm, authorisation, ...more };
    const id = await town.create(anAgent, "/permits/applications", form);
    const step = async (verb: string, who = theClerk, body: object = {}) => {
      const answer = await town.post(who, `/permits/applications/${id}/${verb}`, body);
      if (answer.status !== 200) throw new Error(`${verb}: ${JSON.stringify(answer.body)}`);
    };
    const reviewed = async () => {
      await step("accept");
      await step("review", theReviewer, agree);
      await step("confirm-survey", theSecond);
      await step("review", theReviewer, agree);
    };
    const told = async () => {
      await town.settle({ times: 2 });
      return list.parse((await town.get(aResident, "/permits/notices")).body).items;
    };
    /** What he is told beside that somebody may act for him and has filed. */
    const steps = async () => {
      const all = (await told()).map(({ kind }) => kind);
      return all.filter((kind) => kind !== "authorised" && kind !== "agent-filed").toSorted();
    };
    return { town, authorisation, id, step, reviewed, told, steps };
  }

  test("L9 of what is missing and that it is declined: once each, by its name", async () => {
    const { step, told } = await anAgentsCase([{}], { materials: [theForm] });
    await step("notify-corrections", theClerk, { missing: [thePlan] });
    await step("correct", anAgent, { materials: [thePlan] });
    await step("decline", theClerk, { ground: "no-permit-needed", reasons: "自用", facts: "仅供自家使用" });
    const all = await told();
    expect(all.map(({ kind }) => kind).sort()).toEqual(["agent-filed", "authorised", "corrections", "decided"]);
    expect(all.find(({ kind }) => kind === "decided")?.text.zh).toContain("农药经营许可证核发");
  });
  test.each([
    ["granted", { outcome: "granted" }],
    ["refused", { outcome: "refused", reasons: "不符合" }],
  ])("L9 of the acceptance, and that it is %s", async (_outcome, decision) => {
    const { step, reviewed, steps } = await anAgentsCase();
    await reviewed();
    expect(await steps()).toEqual(["accepted"]);
    await step("decide", theApprover, decision);
    expect(await steps()).toEqual(["accepted", "decided"]);
  });
  test("L9 that it was passed on, and what the organ above decided", async () => {
    const { town, step, reviewed, steps } = await anAgentsCase();
    const news = { type: "learn" as const, code: "PL-018", sequence: 3, news: { townRole: "forwards" as const } };
    await instruct({ of: knownPower, id: "PL-018", expects: "either", command: news }).carryOut(town.runtime, {
      id: "news",
    });
    await reviewed();
    await step("forward", theApprover);
    expect(await steps()).toEqual(["accepted", "forwarded"]);
    const upper = { outcome: "refused", decidedOn: "2026-03-02", number: "县许〔2026〕1号", reasons: "不符合" };
    await step("record-upper-decision", theClerk, upper);
    expect(await steps()).toEqual(["accepted", "decided", "forwarded"]);
  });
  test("L9 L16 that his filing is on record, on the day it was filed", async () => {
    const { steps, told } = await anAgentsCase([{ category: "filing" }]);
    expect(await steps()).toEqual(["recorded"]);
    expect((await told()).map(({ kind }) => kind)).toContain("agent-filed");
  });
  test("L9 that the agent took it back", async () => {
    const { step, steps } = await anAgentsCase();
    await step("withdraw", anAgent);
    expect(await steps()).toEqual(["withdrawn"]);
  });
  test("L9 that the law has renewed what the agent asked to renew", async () => {
    const { town, id, steps } = await anAgentsCase();
    const command = { type: "deem-renewed", renewedOn: "2026-03-02", validUntil: "2031-03-01" } as const;
    await instruct({ of: application, id, command }).carryOut(town.runtime, { id: "expiry" });
    expect(await steps()).toEqual(["renewed"]);
  });
  test("V6 that the counter took back, by a statement, what the agent filed for him", async () => {
    const { step, steps, told } = await anAgentsCase();
    await step("withdraw", theClerk, { statement: "撤回声明1号" });
    expect(await steps()).toEqual(["withdrawn"]);
    expect((await told()).map(({ kind }) => kind)).toContain("withdrawn");
  });
  test("V6 that what he filed himself at the counter or online was taken back, by whomever, and only once", async () => {
    const { town } = await anAgentsCase();
    for (const [filer, taker, body] of [
      [theClerk, theClerk, { statement: "撤回声明2号" }],
      [aResident, aResident, {}],
      [aResident, theClerk, { statement: "撤回声明3号" }],
    ] as const) {
      const id = await town.create(filer, "/permits/applications", aForm);
      expect((await town.post(taker, `/permits/applications/${id}/withdraw`, body)).status).toBe(200);
      await town.settle({ times: 2 });
      const { body: page } = await town.get(theClerk, "/permits/notices", { status: "waiting" });
      const notices = list.parse(page).items.filter(({ application }) => application === id);
      expect(notices).toMatchObject([{ kind: "withdrawn", to: { phone: "138****5678" } }]);
    }
  });
  test("L9 of what nobody filed for him he is told nothing", async () => {
    const { town, steps } = await anAgentsCase();
    const own = await town.create(theClerk, "/permits/applications", aForm);
    await town.post(theClerk, `/permits/applications/${own}/accept`);
    expect(await steps()).toEqual([]);
  });

  test.each([
    ["2026-03-04", true],
    ["2026-03-05", false],
  ])("L9 on %s, its last day or the day after, he is sent to the agent or not: %s", async (day, acts) => {
    const { town, step, told } = await anAgentsCase([{}], { materials: [theForm] });
    await town.settle();
    town.runtime.setClock(`${day}T02:00:00.000Z`);
    await step("notify-corrections", theClerk, { missing: [thePlan] });
    const words = (await told()).find(({ kind }) => kind === "corrections")?.text.zh ?? "";
    expect([words.includes("李代办"), words.includes("便民服务中心")]).toEqual([acts, !acts]);
  });
  test("L9 after a revocation he is told all the same, and the agent is in none of it", async () => {
    const { town, authorisation, id, step, reviewed, steps } = await anAgentsCase([{}], { materials: [theForm] });
    await town.settle();
    await town.post(aResident, `/permits/authorisations/${authorisation}/revoke`);
    await step("notify-corrections", theClerk, { missing: [thePlan] });
    await step("correct", theClerk, { materials: [thePlan] });
    await reviewed();
    await step("decide", theApprover, { outcome: "granted" });
    expect(await steps()).toEqual(["accepted", "authorisation-ended", "corrections", "decided"]);
    const { items } = await town.runtime.store.list(notice, {
      index: "byStatus",
      partition: "notice:waiting",
      limit: 50,
    });
    const ofTheCase = items.filter(({ state }) => state.about.application === id);
    expect(ofTheCase.flatMap(({ state }) => (state.to.agent === undefined ? [] : [state.kind]))).toEqual([
      "agent-filed",
    ]);
  });
});

describe("L9: who may see a case sees who filed it, and on what", () => {
  test("L9 the authorisation and the agent, and since when he acts no more; a case of the villager's own shows none", async () => {
    const town = await aPeopleTown();
    const authorisation = await town.create(theClerk, "/permits/authorisations", aGivingBody);
    const id = await town.create(anAgent, "/permits/applications", { ...aForm, authorisation });
    const own = await town.create(theClerk, "/permits/applications", aForm);
    const agency = async (who: Actor, of = id) => (await town.get(who, `/permits/applications/${of}`)).body.agency;
    for (const who of [theClerk, theReviewer, aResident, anAgent])
      expect(await agency(who)).toEqual({ authorisation, agent: anAgent.sub });
    expect(await agency(otherAgent)).toBeUndefined();
    expect(await agency(theClerk, own)).toBeUndefined();
    await town.post(aResident, `/permits/authorisations/${authorisation}/revoke`);
    await town.settle();
    for (const who of [theClerk, aResident])
      expect(await agency(who)).toEqual({ authorisation, agent: anAgent.sub, endedOn: "2026-03-02" });
    expect((await town.get(anAgent, `/permits/applications/${id}`)).status).toBe(404);
  });
});

describe("S-4: what is on file is not asked for again", () => {
  const party = partyId(theApplicant.idNumber);
  const kept = async (guides: Parameters<typeof aPeopleTown>[0] = [{}], name = thePlan) => {
    const town = await aPeopleTown(guides);
    const entry = { name, source: { kind: "material", id: "M" }, since: "2026-01-01" } as const;
    const keep = { of: dossier, id: party, expects: "either", command: { type: "keep", entry } } as const;
    await instruct<Dossier, DossierCommand, DossierEvent>(keep).carryOut(town.runtime, { id: "kept" });
    return town;
  };
  test("S-4 it counts as given where the counter files, and a one-time notice that asks for it is refused", async () => {
    const town = await kept();
    const form = { ...aForm, materials: [] };
    const id = await town.create(theClerk, "/permits/applications", form);
    const at = `/permits/applications/${id}`;
    expect((await town.get(theClerk, at)).body).toMatchObject({ onFile: [thePlan], missing: [theForm] });
    expect(await town.post(theClerk, `${at}/notify-corrections`, { missing: [theForm, thePlan] })).toMatchObject({
      status: 422,
      body: { code: "permits.material-on-file", details: { rule: "S-4" } },
    });
    expect((await town.post(theClerk, `${at}/notify-corrections`, { missing: [theForm] })).status).toBe(200);
  });
  test("S-4 whoever types another's number learns nothing of what is on file of him", async () => {
    const town = await kept();
    const form = { ...aForm, materials: [] };
    const { body } = await town.post(aResident, "/permits/applications", form);
    expect(body).toMatchObject({ onFile: [], missing: [theForm, thePlan] });
    const unauthorised = await town.post(anAgent, "/permits/applications", form);
    expect([unauthorised.status, JSON.stringify(unauthorised.body)]).toEqual([
      422,
      expect.not.stringContaining(thePlan),
    ]);
    const authorisation = await town.create(theClerk, "/permits/authorisations", aGivingBody);
    expect((await town.post(anAgent, "/permits/applications", { ...form, authorisation })).body).toMatchObject({
      onFile: [thePlan],
    });
  });
  test("S-4 L12 so in each part of a bundle", async () => {
    const town = await kept(houseGuides, "建房承诺书");
    const filing = { bundle: "YJS02", applicant: theApplicant, materials: [] };
    const onFile = async (who: Actor) => {
      const id = await town.create(who, "/permits/bundles", filing);
      await town.settle();
      const parts = (await town.runtime.store.load(bundle, id))?.state.parts ?? [];
      const loaded = await Promise.all(parts.map((part) => town.runtime.store.load(application, part.application)));
      return loaded.map((part) => part?.state.onFile);
    };
    expect(await onFile(theClerk)).toEqual([["建房承诺书"], []]);
    expect(await onFile(aResident)).toEqual([[], []]);
    expect(await onFile({ ...aResident, party })).toEqual([["建房承诺书"], []]);
    const id = await town.create(aResident, "/permits/bundles", filing);
    await town.settle();
    const missing = async (who: Actor) => JSON.stringify((await town.get(who, `/permits/bundles/${id}`)).body.missing);
    expect(await missing(aResident)).toContain("建房承诺书");
    expect(await missing(theClerk)).not.toContain("建房承诺书");
  });
});
