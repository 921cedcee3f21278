import { describe, expect, test } from "vitest";
import type { KnownParty } from "../../../../services/enforcement/cases/domain/proceeding/known-case.ts";
import type {
  CommandOf,
  ProceedingCommand,
} from "../../../../services/enforcement/cases/domain/proceeding/messages.ts";
import { actsForParty, keysForParty } from "../../../../services/enforcement/cases/domain/proceeding/representation.ts";
import { mayReadProceeding } from "../../../../services/enforcement/cases/domain/proceeding/visibility.ts";
import type { Actor } from "../../../../shared/decider/index.ts";
import { day } from "../../common/builders.ts";
import {
  aCase,
  another,
  aParty,
  chargedOn,
  decides,
  inEffect,
  lastDay,
  noticed,
  officerA,
  refusedFor,
  sha,
  stranger,
  theHead,
  theParty,
  town,
} from "./builders.ts";

const theAgent: Actor = { sub: "resident-5", name: "代理人", roles: ["resident"], party: "AGENT" };
const theGuardian: Actor = { sub: "resident-6", name: "监护人", roles: ["resident"], party: "GUARD" };
const theClerk: Actor = { sub: "clerk-1", name: "窗口", roles: ["clerk"] };
type Appoint = CommandOf<"appoint-agent">;
const appointing = (more: Partial<Appoint> = {}): Appoint => ({
  ...{ type: "appoint-agent", name: "代理人", key: "AGENT", kind: "lawyer", extent: "general", proof: sha },
  case: aCase(),
  ...more,
});
const ofMinor = (more: Partial<KnownParty> = {}) => aCase({ parties: [aParty({ bornOn: "2009-05-05", ...more })] });
const guarding = (more: Partial<Appoint> = {}) =>
  appointing({ name: "监护人", key: "GUARD", kind: "guardian", case: ofMinor(), ...more });
const ending = (more: Partial<CommandOf<"end-agent">> = {}): ProceedingCommand => ({
  ...{ type: "end-agent", agent: "R1" },
  case: aCase(),
  ...more,
});
const stating = (of = aCase()): ProceedingCommand => ({ type: "state-defence", points: ["没有违法"], case: of });
const waiving = (of = aCase()): CommandOf<"waive"> => ({ type: "waive", rights: ["defence"], case: of });
const represented = (more: Partial<Appoint> = {}) => noticed().lawfully(appointing(more), chargedOn, theParty);
const codeFor = (one: ReturnType<typeof noticed>, command: ProceedingCommand, actor: Actor, on = chargedOn) =>
  refusedFor(one.tell(command, on, actor));
const known = { town, today: day(chargedOn) };

describe("CF-64: the party is represented", () => {
  test("he appoints by his login, or staff by his signed paper; nobody appoints for somebody else", () => {
    for (const actor of [another, stranger, theAgent])
      expect(codeFor(noticed(), appointing(), actor)).toMatchObject({ code: "enforcement.not-the-party" });
    for (const actor of [theParty, officerA, theClerk])
      expect(noticed().lawfully(appointing(), chargedOn, actor).state.agents).toMatchObject([
        { id: "R1", key: "AGENT", from: chargedOn },
      ]);
  });
  test("by two at most, each once, and none of them the party himself or another party of the case", () => {
    const one = represented();
    expect(codeFor(one, appointing(), theParty)).toMatchObject({ code: "enforcement.agent-known" });
    one.lawfully(appointing({ key: "SECOND" }), chargedOn, theParty);
    expect(codeFor(one, appointing({ key: "THIRD" }), theParty)).toMatchObject({ code: "enforcement.agents-full" });
    one.lawfully(ending({ agent: "R1" }), chargedOn, theParty);
    expect(one.lawfully(appointing({ key: "THIRD" }), chargedOn, theParty).state.agents).toHaveLength(3);
    const two = aCase({ parties: [aParty(), aParty({ id: "P2", key: "KEY2" })] });
    for (const key of ["KEY1", "KEY2"])
      expect(codeFor(noticed(), appointing({ key, case: two }), theParty)).toMatchObject({
        code: "enforcement.agent-in-conflict",
      });
  });
  test("not for days that are over, and not until a day before the first", () => {
    for (const days of [{ from: "2026-03-22" }, { until: "2026-03-22" }])
      expect(codeFor(noticed(), appointing(days), theParty)).toMatchObject({ code: "enforcement.agent-days" });
  });
  test("the agent reads and speaks like the party, from his first day to his last and not one day longer", () => {
    const one = represented({ from: "2026-03-24", until: "2026-03-26" });
    const may = (on: string) => mayReadProceeding(one.state, theAgent, { town, today: day(on) });
    expect(["2026-03-23", "2026-03-24", "2026-03-26", "2026-03-27"].map(may)).toEqual([false, true, true, false]);
    expect(codeFor(one, stating(), theAgent, "2026-03-27")).toMatchObject({ code: "enforcement.not-the-party" });
    const said = one.lawfully(stating(), "2026-03-26", theAgent).state;
    expect(said.notice?.statements).toMatchObject([{ by: "party", late: false }]);
    expect(keysForParty(one.state, "2026-03-27")).toEqual(["KEY1"]);
  });
  test("once ended he neither reads nor speaks, on the same day already", () => {
    for (const [actor, more] of [
      [theParty, {}],
      [theAgent, {}],
      [theClerk, { paper: sha }],
    ] as const) {
      const one = represented().lawfully(ending(more), chargedOn, actor);
      expect(mayReadProceeding(one.state, theAgent, known)).toBe(false);
      expect(codeFor(one, stating(), theAgent)).toMatchObject({ code: "enforcement.not-the-party" });
      expect(codeFor(one, ending(), theParty)).toMatchObject({ code: "enforcement.no-such-agent" });
    }
    expect(codeFor(represented(), ending(), another)).toMatchObject({ code: "enforcement.not-the-party" });
    expect(codeFor(represented(), ending(), theClerk)).toMatchObject({ code: "enforcement.paper-missing" });
  });
  test("a person of the agent's name, or without a verified number, is nobody", () => {
    const { state } = represented();
    const unverified: Actor = { sub: theAgent.sub, name: theAgent.name, roles: theAgent.roles };
    const namesake: Actor = { ...theAgent, party: "OTHER" };
    for (const actor of [namesake, unverified]) {
      expect(actsForParty(state, actor, chargedOn)).toBe(false);
      expect(mayReadProceeding(state, actor, known)).toBe(false);
    }
  });
  test("an agent appoints and ends no other; only special authority gives up a right", () => {
    expect(codeFor(represented(), appointing({ key: "SECOND" }), theAgent)).toMatchObject({
      code: "enforcement.not-the-party",
    });
    const two = represented().lawfully(appointing({ key: "SECOND" }), chargedOn, theParty);
    expect(codeFor(two, ending({ agent: "R2" }), theAgent)).toMatchObject({ code: "enforcement.not-the-party" });
    expect(codeFor(represented(), waiving(), theAgent)).toMatchObject({ code: "enforcement.authority-missing" });
    const special = represented({ extent: "special" }).lawfully(waiving(), chargedOn, theAgent);
    expect(special.state.notice?.waived).toEqual(["defence"]);
  });
  test("CF-43: who represents him, or did, takes no step for the town", () => {
    const asHead: Actor = { ...theHead, party: "AGENT" };
    const one = represented();
    expect(codeFor(one, decides(), asHead)).toMatchObject({ code: "enforcement.recused" });
    one.lawfully(ending(), chargedOn, theParty);
    expect(codeFor(one, decides(), asHead)).toMatchObject({ code: "enforcement.recused" });
  });
  test("also after the decision, for its remedies", () => {
    const one = inEffect().lawfully(appointing(), "2026-04-01", theParty);
    expect(mayReadProceeding(one.state, theAgent, { town, today: day("2026-04-01") })).toBe(true);
  });
});

describe("CF-30a: a minor is represented by his guardian", () => {
  test("who is recorded by staff with the papers that show him, never by the minor or the guardian himself", () => {
    expect(codeFor(noticed(), guarding(), theParty)).toMatchObject({ code: "enforcement.guardian-by-papers" });
    expect(codeFor(noticed(), guarding(), theGuardian)).toMatchObject({ code: "enforcement.not-the-party" });
    expect(noticed().lawfully(guarding(), chargedOn, theClerk).state.agents).toMatchObject([{ kind: "guardian" }]);
  });
  test("somebody of age has none; on the day after the eighteenth birthday he needs none", () => {
    expect(codeFor(noticed(), guarding({ case: aCase() }), theClerk)).toMatchObject({
      code: "enforcement.no-guardian-needed",
    });
    const born = (bornOn: string) => guarding({ case: ofMinor({ bornOn }) });
    expect(codeFor(noticed(), born("2008-03-22"), theClerk)).toMatchObject({ code: "enforcement.no-guardian-needed" });
    expect(noticed().lawfully(born("2008-03-23"), chargedOn, theClerk).state.agents).toHaveLength(1);
  });
  test("CF-31: somebody without capacity needs one, from its first day to its last", () => {
    const incapable = (from: string, until?: string) => {
      const period = { from, basis: "鉴定", ...(until === undefined ? {} : { until }) };
      return guarding({ case: aCase({ parties: [aParty({ incapable: [period] })] }) });
    };
    for (const period of [incapable("2026-01-01"), incapable(chargedOn), incapable("2026-01-01", chargedOn)])
      expect(noticed().lawfully(period, chargedOn, theClerk).state.agents).toHaveLength(1);
    for (const over of [incapable("2026-03-24"), incapable("2026-01-01", "2026-03-22")])
      expect(codeFor(noticed(), over, theClerk)).toMatchObject({ code: "enforcement.no-guardian-needed" });
  });
  test("the minor gives up no right and appoints nobody; his guardian does", () => {
    const guarded = () => noticed().lawfully(guarding(), chargedOn, theClerk);
    const of = ofMinor();
    expect(codeFor(guarded(), waiving(of), theParty)).toMatchObject({ code: "enforcement.guardian-acts" });
    expect(codeFor(guarded(), appointing({ case: of }), theParty)).toMatchObject({ code: "enforcement.guardian-acts" });
    expect(guarded().lawfully(waiving(of), chargedOn, theGuardian).state.notice?.waived).toEqual(["defence"]);
    expect(guarded().lawfully(appointing({ case: of }), chargedOn, theGuardian).state.agents).toHaveLength(2);
  });
  test("a paper in which a minor gives up a right counts for nothing while no guardian is known", () => {
    const paper = { ...waiving(ofMinor()), paper: sha };
    expect(codeFor(noticed(), paper, theClerk)).toMatchObject({ code: "enforcement.guardian-acts" });
    expect(
      noticed().lawfully(guarding(), chargedOn, theClerk).lawfully(paper, chargedOn, theClerk).state.notice?.waived,
    ).toEqual(["defence"]);
  });
  test("a guardian is ended by staff alone; a defence the minor states himself is heard all the same", () => {
    const one = noticed().lawfully(guarding(), chargedOn, theClerk);
    const of = ofMinor();
    expect(codeFor(one, ending({ case: of }), theParty)).toMatchObject({ code: "enforcement.guardian-by-papers" });
    expect(one.lawfully(stating(of), lastDay, theParty).state.notice?.statements).toHaveLength(1);
    expect(one.lawfully(ending({ case: of, paper: sha }), lastDay, theClerk).state.agents?.[0]?.endedOn).toBe(lastDay);
  });
});
