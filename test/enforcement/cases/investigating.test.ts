import { describe, expect, test } from "vitest";
import { penaltyCase } from "../../../services/enforcement/cases/domain/case/decider.ts";
import type { CaseCommand } from "../../../services/enforcement/cases/domain/case/messages.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { Living } from "../../support/living.ts";
import { town } from "../common/builders.ts";
import {
  aFirm,
  anAct,
  andThen,
  anotherLeader,
  aParty,
  aPower,
  approving,
  aStranger,
  at,
  aVendor,
  certificates,
  expired,
  filed,
  filedOn,
  listed,
  officer1,
  officer2,
  officer3,
  onFile,
  proceeding,
  proposing,
  someEvidence,
  theChief,
  theClerk,
  theHead,
  theSquadLeader,
} from "./case-builders.ts";

const reporting = (more: Partial<Extract<CaseCommand, { type: "report" }>> = {}): CaseCommand => ({
  type: "report",
  sha256: "b".repeat(64),
  complex: false,
  suspectedCrime: false,
  summary: "调查终结",
  officers: certificates,
  ...more,
});

describe("CF-43, CF-43a: recusal", () => {
  const asking = (
    person = "officer-1",
    more: Partial<Extract<CaseCommand, { type: "ask-recusal" }>> = {},
  ): CaseCommand => ({
    type: "ask-recusal",
    person,
    ground: "relative",
    reasons: "近亲属",
    ...more,
  });
  const deciding = (recused: boolean, earlierActsStand?: boolean, more: object = {}): CaseCommand => ({
    type: "decide-recusal",
    person: "officer-1",
    recused,
    ...(earlierActsStand === undefined ? {} : { earlierActsStand }),
    reasons: "经查属实",
    ...more,
  });
  const evidence: CaseCommand = { type: "note-evidence", evidence: someEvidence() };
  const asked = () => filed({}, [evidence, officer1], [reporting(), officer1], [asking(), aVendor]);

  test("the party asks by his login; a stranger does not, and another party's officer only with a written request", () => {
    expect(filed().tell(asking(), filedOn, aStranger)).toMatchObject({ code: "enforcement.recusal-not-yours" });
    expect(filed().tell(asking(), filedOn, theClerk)).toMatchObject({ code: "enforcement.recusal-not-yours" });
    const request = { party: "P1", sha256: "c".repeat(64) };
    expect(filed().tell(asking("officer-1", { request }), filedOn, theClerk)).not.toHaveProperty("code");
    expect(
      filed().tell(asking("officer-1", { request: { ...request, party: "P9" } }), filedOn, theClerk),
    ).toMatchObject({
      code: "enforcement.unknown-case-party",
    });
    expect(filed().tell(asking(), filedOn, officer1)).not.toHaveProperty("code");
  });

  test("the investigation goes on until the head has decided", () => {
    expect(asked().tell(reporting(), filedOn, officer1)).not.toHaveProperty("code");
  });

  test("a recused officer takes no step, and is no officer of the case any more", () => {
    const one = andThen(asked(), [deciding(true, true), theHead]);
    expect(one.tell(reporting(), filedOn, officer1)).toMatchObject({ code: "enforcement.recused-from-case" });
    expect(one.state.officers.map(({ sub }) => sub)).toEqual(["officer-2"]);
    expect(one.state.handlers).toEqual(["officer-1", "officer-2"]);
    expect(one.tell(reporting(), filedOn, officer2)).toMatchObject({ code: "enforcement.two-officers" });
  });

  test("he does not come back by a change of officers", () => {
    const one = andThen(asked(), [deciding(true, true), theHead]);
    const change = (...investigators: string[]): CaseCommand => ({
      type: "change-officers",
      investigators,
      officers: certificates,
      reasons: "回避",
    });
    expect(one.tell(change("officer-1", "officer-2"), filedOn, theSquadLeader)).toMatchObject({
      code: "enforcement.recused-from-case",
    });
    expect(one.tell(change("officer-2", "officer-3"), filedOn, officer2)).toMatchObject({
      code: "enforcement.head-only",
    });
    // E1: another squad's leader takes no case from its officers.
    expect(one.tell(change("officer-2", "officer-3"), filedOn, anotherLeader)).toMatchObject({
      code: "enforcement.head-only",
    });
    one.lawfully(change("officer-2", "officer-3"), filedOn, theSquadLeader);
    expect(one.state.handlers).toEqual(["officer-1", "officer-2", "officer-3"]);
    expect(one.tell(reporting(), filedOn, officer3)).not.toHaveProperty("code");
  });

  test("what he did before stands only if the head says so: else evidence and report fall", () => {
    expect(asked().tell(deciding(true), filedOn, theHead)).toMatchObject({
      code: "enforcement.earlier-acts-undecided",
    });
    const stands = andThen(asked(), [deciding(true, true), theHead]);
    expect(stands.state).toMatchObject({ evidence: [{ id: "E1" }], report: { on: filedOn } });
    expect(stands.state.evidence[0]).not.toHaveProperty("excluded");
    const falls = andThen(asked(), [deciding(true, false), theHead]);
    expect(falls.state.evidence).toMatchObject([{ id: "E1", excluded: "recusal" }]);
    expect(falls.state).not.toHaveProperty("report");
    expect(falls.state.papers.map(({ kind }) => kind)).not.toContain("investigation-report");
  });

  test("the head says no: he goes on, and is asked for again only on another ground", () => {
    const one = andThen(asked(), [deciding(false), theHead]);
    expect(one.tell(reporting(), filedOn, officer1)).not.toHaveProperty("code");
    expect(one.tell(asking(), filedOn, aVendor)).toMatchObject({ code: "enforcement.recusal-denied" });
    expect(one.tell(asking("officer-1", { ground: "own-interest" }), filedOn, aVendor)).not.toHaveProperty("code");
  });

  test("a filing that fell with its head moves no proceeding until another head has confirmed it", () => {
    const ask = asking(theHead.sub);
    const decide = deciding(true, false, { person: theHead.sub });
    expect(
      andThen(filed(), [ask, aVendor]).tell(deciding(true, undefined, { person: theHead.sub }), filedOn, theChief),
    ).toMatchObject({
      code: "enforcement.earlier-acts-undecided",
    });
    const confirmation: CaseCommand = { type: "confirm-filing", reasons: "立案正确" };
    expect(filed().tell(confirmation, filedOn, theChief)).toMatchObject({ code: "enforcement.filing-stands" });
    const one = andThen(filed(), [ask, aVendor], [decide, theChief]);
    expect(one.tell(proceeding("open"), filedOn, officer1)).toMatchObject({ code: "enforcement.filing-unconfirmed" });
    expect(one.tell(confirmation, filedOn, theHead)).toMatchObject({ code: "enforcement.recused-from-case" });
    expect(one.tell(confirmation, filedOn, officer1)).toMatchObject({ code: "enforcement.head-only" });
    andThen(one, [confirmation, theChief]);
    expect(one.state).toMatchObject({ approvedBy: theChief.sub });
    expect(one.tell(proceeding("open"), filedOn, officer1)).not.toHaveProperty("code");
  });

  test("nobody decides about himself; about the chief, a meeting does", () => {
    const ofHead = andThen(filed(), [asking(theHead.sub), aVendor]);
    const decide = (person: string, meeting?: string): CaseCommand => ({
      type: "decide-recusal",
      person,
      recused: false,
      reasons: "不成立",
      ...(meeting === undefined ? {} : { meeting }),
    });
    expect(ofHead.tell(decide(theHead.sub), filedOn, theHead)).toMatchObject({ code: "enforcement.own-recusal" });
    expect(ofHead.tell(decide(theHead.sub), filedOn, officer2)).toMatchObject({
      code: "enforcement.recusal-by-the-head",
    });
    expect(ofHead.tell(decide(theHead.sub), filedOn, theChief)).not.toHaveProperty("code");
    const ofChief = andThen(filed(), [asking(theChief.sub), aVendor]);
    const leader: Actor = { ...theChief, sub: "deputy-mayor" };
    expect(ofChief.tell(decide(theChief.sub), filedOn, theHead)).toMatchObject({
      code: "enforcement.recusal-by-the-head",
    });
    expect(ofChief.tell(decide(theChief.sub), filedOn, leader)).toMatchObject({
      code: "enforcement.recusal-by-meeting",
    });
    expect(ofChief.tell(decide(theChief.sub, "纪要1号"), filedOn, leader)).not.toHaveProperty("code");
  });
});

describe("L1: nobody handles his own case", () => {
  test("an officer who turns out to be the party takes no step as an officer", () => {
    expect(filed().tell(reporting(), filedOn, { ...officer1, party: "KEY-P1" })).toMatchObject({
      code: "enforcement.own-case",
    });
  });
});

describe("CF-42: what only officers of the case do", () => {
  test("another officer, or the squad leader, makes no report", () => {
    for (const actor of [officer3, theSquadLeader, theHead])
      expect(filed().tell(reporting(), filedOn, actor)).toMatchObject({
        code: "enforcement.not-an-officer-of-the-case",
      });
  });

  test("a certificate that expired in the middle of the case makes no report", () => {
    const officers = [...certificates.slice(0, 1), expired("officer-2", "2026-09-30")];
    expect(filed().tell(reporting({ officers }), "2026-09-30", officer1)).not.toHaveProperty("code");
    expect(filed().tell(reporting({ officers }), "2026-10-01", officer1)).toMatchObject({
      code: "enforcement.two-officers",
    });
  });
});

describe("CF-29a: acts and parties found later", () => {
  const adding = (more: Parameters<typeof anAct>[0] = {}, powers = [aPower("PN-070")]): CaseCommand => ({
    type: "add-act",
    act: anAct({ code: "PN-070", ...more }),
    listed: [listed("PN-070")],
    powers,
    officers: certificates,
    reasons: "调查发现",
  });

  test("another act joins with its number and the version of its power", () => {
    const one = andThen(filed(), [adding(), officer1]);
    expect(one.state.acts).toMatchObject([{ id: "A1" }, { id: "A2", code: "PN-070", power: { version: 2 } }]);
  });

  test("it is asked what the filing asks", () => {
    expect(filed().tell(adding({}, []), filedOn, officer1)).toMatchObject({ code: "enforcement.power-not-in-force" });
    const long = [aPower("PN-070", [], "2020-01-01")];
    const old = { from: "2024-03-01", until: "2024-03-01", discoveredOn: "2026-08-21" };
    expect(filed().tell(adding(old, long), filedOn, officer1)).toMatchObject({ code: "enforcement.act-barred" });
    expect(filed().tell(adding({ place: { lng: 103, lat: 25 } }), filedOn, officer1)).toMatchObject({
      code: "enforcement.outside-the-town",
    });
  });

  test("no act is added to a party about whom the town has decided", () => {
    const parties = [aParty(), aFirm()];
    const acts = [anAct({ by: ["P1", "P2"] })];
    const one = filed({ parties, acts }, [proceeding("decided", { outcome: "punish" }), theHead]);
    expect(one.tell(adding(), filedOn, officer1)).toMatchObject({ code: "enforcement.decided-already" });
    expect(one.tell(adding({ by: ["P2"] }), filedOn, officer1)).not.toHaveProperty("code");
  });

  test("CF-30: a doer under fourteen does not become a party", () => {
    const joins = (bornOn: string): CaseCommand => ({
      type: "add-party",
      party: aParty({ id: "P2", key: "KEY-P2", document: "passport", idNumber: "E1", bornOn }),
      acts: ["A1"],
      reasons: "共同违法",
    });
    expect(filed().tell(joins("2012-08-20"), filedOn, officer1)).toMatchObject({ code: "enforcement.under-age" });
    const one = andThen(filed(), [joins("2012-08-19"), officer1]);
    expect(one.state.acts[0]?.by).toEqual(["P1", "P2"]);
  });

  test("CF-57c: a firm's successor goes on; heirs inherit no undecided penalty", () => {
    const succeeds: CaseCommand = {
      type: "succeed-party",
      party: "P1",
      ground: "merged",
      name: "新商行",
      idNumber: "91530000MA6K0000YY",
      key: "KEY-NEW",
      document: "登记通知书",
    };
    expect(filed().tell(succeeds, filedOn, officer1)).toMatchObject({ code: "enforcement.heirs-inherit-no-penalty" });
    const firm = filed({ parties: [aFirm({ id: "P1", key: "KEY-P1" })] }, [succeeds, officer1]);
    expect(firm.state.parties).toMatchObject([{ id: "P1", name: "新商行", key: "KEY-NEW" }]);
  });
});

describe("CF-60, CF-60a: ninety days", () => {
  const extension = { type: "extend", reasons: "案情复杂" } as const;
  const culture = { acts: [anAct({ code: "PN-070" })], listed: [listed("PN-070", { domain: "tourism" })] };
  const ofCulture = () =>
    new Living(penaltyCase, at())
      .lawfully(proposing(culture), filedOn, officer1)
      .lawfully(approving({ powers: [aPower("PN-070")] }), filedOn, theHead);

  test("a domain without a rule of its own is not extended", () => {
    expect(ofCulture().tell(extension, filedOn, theHead)).toMatchObject({
      code: "enforcement.extension-not-allowed",
      details: { rule: "CF-60a" },
    });
  });

  test("by the head once, then by collective decision with its minutes, and no more", () => {
    const one = andThen(filed(), [extension, theHead]);
    expect(onFile(one).clock.due).toBe("2026-12-30");
    expect(one.tell(extension, filedOn, theHead)).toMatchObject({ code: "enforcement.meeting-missing" });
    andThen(one, [{ ...extension, meeting: "集体讨论1号" }, theHead]);
    expect(onFile(one).clock.due).toBe("2027-01-29");
    expect(one.tell({ ...extension, meeting: "2号" }, filedOn, theHead)).toMatchObject({
      code: "enforcement.extended-already",
    });
  });

  test("what is over is not extended: the last day is, the day after is not", () => {
    expect(filed().tell(extension, "2026-11-30", theHead)).not.toHaveProperty("code");
    expect(filed().tell(extension, "2026-12-01", theHead)).toMatchObject({ code: "enforcement.term-over" });
  });

  test("late is told on the ninety-first day, once", () => {
    const one = filed();
    expect(one.letPass("2026-11-30")).toEqual([]);
    expect(one.letPass("2027-06-01")).toEqual(["2026-12-01"]);
    expect(one.events.at(-1)?.data).toMatchObject({ what: "decision", due: "2026-11-30" });
  });

  const suspension = { type: "suspend", ground: "other-organ", reasons: "待鉴定" } as const;
  const resumption = { type: "resume", reasons: "已有结果" } as const;

  test("a suspension stops the clock only where the sector's rule says so", () => {
    const market = andThen(filed(), [suspension, theHead, "2026-09-11"], [resumption, theHead, "2026-09-21"]);
    expect(onFile(market).clock).toMatchObject({ excludedDays: 10, due: "2026-12-10" });
    const other = andThen(ofCulture(), [suspension, theHead, "2026-09-11"], [resumption, theHead, "2026-09-21"]);
    expect(onFile(other).clock).toMatchObject({ excludedDays: 0, due: "2026-11-30" });
  });

  test("suspended and resumed on one day, no day is won", () => {
    const one = andThen(filed(), [suspension, theHead], [resumption, theHead]);
    expect(onFile(one).clock).toMatchObject({ excludedDays: 0, due: "2026-11-30" });
    expect(onFile(one).clock.pauses).toEqual([]);
  });

  test("of several domains each needs its own rule", () => {
    const both = {
      acts: [anAct(), anAct({ code: "PN-070" })],
      listed: [listed(), listed("PN-070", { domain: "tourism" })],
    };
    const one = new Living(penaltyCase, at())
      .lawfully(proposing(both), filedOn, officer1)
      .lawfully(approving({ powers: [aPower(), aPower("PN-070")] }), filedOn, theHead);
    expect(one.tell(extension, filedOn, theHead)).toMatchObject({ code: "enforcement.extension-not-allowed" });
  });

  test("excluded time ends after it begins", () => {
    const hearing = { type: "exclude-time", what: "hearing", from: "2026-09-12", to: "2026-09-11" } as const;
    expect(filed().tell(hearing, filedOn, officer1)).toMatchObject({ code: "enforcement.ends-before-it-begins" });
    expect(filed().tell({ ...hearing, to: hearing.from }, filedOn, officer1)).not.toHaveProperty("code");
  });

  test("a second suspension adds to the first", () => {
    const one = andThen(
      filed(),
      [suspension, theHead, "2026-09-11"],
      [resumption, theHead, "2026-09-21"],
      [suspension, theHead, "2026-10-01"],
      [resumption, theHead, "2026-10-02"],
    );
    expect(onFile(one).clock).toMatchObject({ excludedDays: 11, due: "2026-12-11" });
  });

  test("the days of a hearing count unless the rule takes them out", () => {
    const hearing = { type: "exclude-time", what: "hearing", from: "2026-09-10", to: "2026-09-12" } as const;
    expect(onFile(andThen(filed(), [hearing, officer1])).clock.due).toBe("2026-12-03");
    expect(ofCulture().tell(hearing, filedOn, officer1)).toEqual([]);
  });

  test("only the head suspends and resumes", () => {
    expect(filed().tell(suspension, filedOn, officer1)).toMatchObject({ code: "enforcement.head-only" });
    expect(andThen(filed(), [suspension, theHead]).tell(resumption, filedOn, officer1)).toMatchObject({
      code: "enforcement.head-only",
    });
  });

  test("a head who was recused decides nothing more in the case", () => {
    const recused: CaseCommand = {
      type: "decide-recusal",
      person: theHead.sub,
      recused: true,
      earlierActsStand: true,
      reasons: "属实",
    };
    const ask: CaseCommand = { type: "ask-recusal", person: theHead.sub, ground: "relative", reasons: "亲属" };
    const one = andThen(filed(), [ask, aVendor], [recused, theChief]);
    expect(one.tell(suspension, filedOn, theHead)).toMatchObject({ code: "enforcement.recused-from-case" });
    expect(one.tell(suspension, filedOn, theChief)).not.toHaveProperty("code");
  });

  test("the profile of the test allows what these tests count on", () => {
    expect(town.enforcement.clock.trade).toMatchObject({ extensionDays: 30, collectiveDays: 30 });
    expect(town.enforcement.clock).not.toHaveProperty("tourism");
  });
});
