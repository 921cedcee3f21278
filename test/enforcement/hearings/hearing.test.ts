import { describe, expect, test } from "vitest";
import type { CommandOf, HearingCommand } from "../../../services/enforcement/hearings/domain/messages.ts";
import { mayReadHearing } from "../../../services/enforcement/hearings/domain/who.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { theTownItself } from "../../../shared/decider/index.ts";
import { refusalOf } from "../../support/deciding.ts";
import { day, town } from "../common/builders.ts";
import {
  aCase,
  aPlan,
  aRequest,
  aTold,
  heldOn,
  holding,
  latest,
  officerA,
  ofTwo,
  otherChair,
  party1,
  party2,
  planned,
  postponing,
  recording,
  reporting,
  requesting,
  scheduling,
  sha,
  signed,
  telling,
  theAgent,
  theChair,
  theHead,
} from "./builders.ts";

type OneHearing = ReturnType<typeof aRequest>;
const codeOf = (one: OneHearing, command: HearingCommand, on: string, actor: Actor) =>
  refusalOf(one.tell(command, on, actor)).code;

describe("CF-64: day, hour, place and people", () => {
  test("the request begins it once, and costs nothing", () => {
    expect(aRequest().tell(requesting(), "2026-09-29")).toEqual([]);
    expect(aRequest().state).toMatchObject({ status: "requested", parties: [{ party: "P1" }] });
  });
  test("the head names chair and recorder; no officer, no machine", () => {
    expect(codeOf(aRequest(), scheduling(), planned, officerA)).toBe("enforcement.hearing-head-only");
    expect(codeOf(aRequest(), scheduling(), planned, theTownItself)).toBe("enforcement.person-decides");
    expect(aPlan().events.at(-1)).toMatchObject({ data: { case: "CASE1", parties: ["P1"], open: true, on: heldOn } });
    // CF-49: secrets and privacy close it.
    expect(aPlan({ closed: "privacy" }).events.at(-1)?.data).toMatchObject({ open: false });
    expect(JSON.stringify(aPlan().events.at(-1)?.data)).not.toMatch(/legal-reviewer|欧阳|KEY/);
  });
  test("neither chair nor recorder investigated, now or before, nor is recused, nor the other", () => {
    const code = (more: Parameters<typeof scheduling>[0]) => codeOf(aRequest(), scheduling(more), planned, theHead);
    for (const person of ["officer-1", "officer-3"]) {
      expect(code({ chair: person })).toBe("enforcement.hearing-handled-case");
      expect(code({ recorder: person })).toBe("enforcement.hearing-handled-case");
    }
    const decided = { by: "zhen-zhang", on: planned, recused: true };
    const recusal = { sub: theChair.sub, askedBy: "x", askedOn: planned, ground: "relative" as const, decided };
    expect(code({ of: aCase({ recusals: [recusal] }) })).toBe("enforcement.hearing-handled-case");
    expect(code({ recorder: theChair.sub })).toBe("enforcement.hearing-recorder-is-chair");
    expect(code({ chair: "nobody" })).toBe("enforcement.unknown-person");
  });
  test("the day leaves seven working days to tell it, both sides", () => {
    expect(aRequest().lawfully(scheduling(), latest, theHead).state.plan).toMatchObject({ latest, on: heldOn });
    expect(codeOf(aRequest(), scheduling(), "2026-10-08", theHead)).toBe("enforcement.hearing-too-soon");
  });
  test("T-10: in a year that is not announced no day is fixed", () => {
    expect(codeOf(aRequest(), scheduling({ on: "2031-01-20" }), planned, theHead)).toBe(
      "enforcement.hearing-year-unannounced",
    );
  });
});

describe("CF-64(2): the parties are told seven working days before", () => {
  test("on the last day yet, and no day later", () => {
    expect(aPlan().lawfully(telling("P1", latest), latest, officerA).state.parties[0]?.told?.on).toBe(latest);
    expect(codeOf(aPlan(), telling("P1", "2026-10-08"), "2026-10-08", officerA)).toBe(
      "enforcement.hearing-notice-late",
    );
  });
  test("not before it was fixed, on a day to come, twice, or to a stranger", () => {
    expect(codeOf(aPlan(), telling("P1", "2026-09-28"), planned, officerA)).toBe("enforcement.hearing-day");
    expect(codeOf(aPlan(), telling("P1", latest), planned, officerA)).toBe("enforcement.hearing-day");
    expect(codeOf(aTold(), telling(), planned, officerA)).toBe("enforcement.hearing-already-told");
    expect(codeOf(aPlan(), telling("P2"), planned, officerA)).toBe("enforcement.hearing-no-such-party");
    expect(codeOf(aPlan(), telling(), planned, party1)).toBe("enforcement.hearing-not-yours");
  });
  test("untold it is not held, whoever came", () => {
    expect(codeOf(aPlan(), holding(), heldOn, theChair)).toBe("enforcement.hearing-not-told");
    const absent = holding({ attendance: [{ party: "P1", how: "absent", agents: [] }] });
    expect(codeOf(aPlan(), absent, heldOn, theChair)).toBe("enforcement.hearing-not-told");
  });
  test("put off, they are told anew; as often and as far as the profile says", () => {
    const one = aTold().lawfully(postponing("2026-10-30"), heldOn, theChair);
    expect(one.state).toMatchObject({ postponed: 1, plan: { on: "2026-10-30", latest: "2026-10-21" } });
    expect(one.state.parties[0]?.told).toBeUndefined();
    expect(codeOf(one, holding(), "2026-10-30", theChair)).toBe("enforcement.hearing-not-told");
    expect(codeOf(one, postponing("2026-12-15"), "2026-10-20", theHead)).toBe("enforcement.hearing-postponed-enough");
    one.lawfully(postponing("2026-12-14"), "2026-10-20", theHead);
    expect(codeOf(one, postponing("2026-12-14"), "2026-10-20", theHead)).toBe("enforcement.hearing-postponed-enough");
  });
  test("not to an earlier day, not to one that is too soon, not by an officer of the case", () => {
    expect(codeOf(aTold(), postponing("2026-10-14"), planned, theHead)).toBe("enforcement.hearing-day");
    expect(codeOf(aTold(), postponing("2026-10-19"), heldOn, theHead)).toBe("enforcement.hearing-too-soon");
    expect(codeOf(aTold(), postponing("2026-10-30"), heldOn, officerA)).toBe("enforcement.hearing-chair-only");
  });
});

describe("CF-64(4), CF-64a: a party objects to the chair", () => {
  const asking: CommandOf<"ask-recusal"> = {
    ...{ type: "ask-recusal", ground: "relative", reasons: "是对方亲属", speakers: [] },
  };
  const deciding = (recused: boolean): HearingCommand => ({ type: "decide-recusal", recused, reasons: "已核实" });
  test("only a party; while it is open the hearing is not held", () => {
    expect(codeOf(aTold(), asking, planned, officerA)).toBe("enforcement.hearing-not-yours");
    const one = aTold().lawfully(asking, planned, party1);
    expect(codeOf(one, holding(), heldOn, theChair)).toBe("enforcement.hearing-recusal-open");
    expect(codeOf(one, asking, planned, party1)).toBe("enforcement.hearing-recusal");
    expect(codeOf(one, deciding(false), planned, theChair)).toBe("enforcement.hearing-head-only");
    one.lawfully(deciding(false), planned, theHead).lawfully(holding(), heldOn, theChair);
    expect(one.state.status).toBe("held");
  });
  test("CF-64(5): who represents the party asks for him today; nobody for another party, or one who took it back", () => {
    const spoken = { ...asking, speakers: [{ party: "P1", keys: ["KEY1", "AGENT"], waive: ["KEY1"], agents: [] }] };
    expect(codeOf(aTold(), { ...asking, speakers: [] }, planned, theAgent)).toBe("enforcement.hearing-not-yours");
    expect(codeOf(aTold(), spoken, planned, { ...theAgent, party: "OTHER" })).toBe("enforcement.hearing-not-yours");
    expect(aTold().lawfully(spoken, planned, theAgent).state.recusals).toMatchObject([{ askedBy: theAgent.sub }]);
    const gone = ofTwo().lawfully({ type: "withdraw", party: "P1", speakers: [] }, planned, party1);
    expect(codeOf(gone, spoken, planned, theAgent)).toBe("enforcement.hearing-not-yours");
  });
  test("a recused chair never chairs it again; another one is named, and all are told anew", () => {
    const one = aTold().lawfully(asking, planned, party1).lawfully(deciding(true), planned, theHead);
    expect(one.state).toMatchObject({ status: "requested" });
    expect(codeOf(one, scheduling(), planned, theHead)).toBe("enforcement.hearing-handled-case");
    one.lawfully(scheduling({ chair: otherChair.sub }), planned, theHead);
    expect(one.state.parties[0]?.told).toBeUndefined();
  });
  test("the head who chairs it does not decide about himself", () => {
    const one = aPlan({ chair: theHead.sub }).lawfully(asking, planned, party1);
    expect(codeOf(one, deciding(false), planned, theHead)).toBe("enforcement.hearing-recusal");
  });
});

describe("CF-64, CF-65: how it was held", () => {
  const attending = (how: "in-person" | "by-agent" | "absent" | "left", agents = 0) =>
    holding({
      attendance: [
        { party: "P1", how, agents: Array.from({ length: agents }, () => ({ name: "律师", authority: sha })) },
      ],
      record: {
        sha256: sha,
        pages: 3,
        signatures: [{ ...signed(), ...(how === "by-agent" ? { by: "律师" } : {}) }],
        recording,
      },
    });
  const code = (command: HearingCommand) => codeOf(aTold(), command, heldOn, theChair);

  test("by the chair alone, and not before its day", () => {
    expect(codeOf(aTold(), holding(), heldOn, otherChair)).toBe("enforcement.hearing-chair-only");
    expect(codeOf(aTold(), holding(), "2026-10-14", theChair)).toBe("enforcement.hearing-day");
    const one = aTold().lawfully(holding(), heldOn, theChair);
    expect(one.state).toMatchObject({ status: "held", heldOn, parties: [{ attended: "in-person" }] });
    expect(JSON.stringify(one.events.at(-1)?.data)).not.toMatch(/aaaa|律师|officer/);
  });
  test("with one or two agents, each with his authority", () => {
    expect(code(attending("by-agent", 0))).toBe("enforcement.hearing-agents");
    expect(code(attending("by-agent", 3))).toBe("enforcement.hearing-agents");
    for (const agents of [1, 2]) expect(aTold().tell(attending("by-agent", agents), heldOn, theChair)).toHaveLength(1);
  });
  test("an agent of the proceeding acts today, for this party, under the name of his appointment", () => {
    const speakers = [{ party: "P1", keys: ["KEY1"], waive: [], agents: [{ id: "R1", name: "律师" }] }];
    const by = (agent: string, name: string, party = "P1") =>
      holding({
        speakers: speakers.map((one) => ({ ...one, party })),
        attendance: [{ party: "P1", how: "in-person", agents: [{ name, authority: sha, agent }] }],
      });
    for (const command of [by("R2", "律师"), by("R1", "别人"), by("R1", "律师", "P2")])
      expect(code(command)).toBe("enforcement.hearing-agents");
    expect(aTold().tell(by("R1", "律师"), heldOn, theChair)).toHaveLength(1);
  });
  test("CF-64(8): where only the agent came, he signs by his name; nobody signs who was not there", () => {
    const { record, ...rest } = attending("by-agent", 1);
    const signedBy = (by?: string) => ({
      ...rest,
      record: { sha256: sha, pages: 3, signatures: [{ ...signed(), ...(by === undefined ? {} : { by }) }], recording },
    });
    expect(record?.signatures).toMatchObject([{ by: "律师" }]);
    expect(code(signedBy())).toBe("enforcement.hearing-record");
    expect(code(signedBy("别人"))).toBe("enforcement.hearing-record");
    const stranger = { sha256: sha, pages: 3, signatures: [{ ...signed(), by: "律师" }] };
    expect(code(holding({ record: stranger }))).toBe("enforcement.hearing-record");
  });
  test("each party once", () => {
    const there = { party: "P1", how: "in-person" as const, agents: [] };
    expect(code(holding({ attendance: [] }))).toBe("enforcement.hearing-attendance");
    expect(code(holding({ attendance: [there, there] }))).toBe("enforcement.hearing-attendance");
    expect(codeOf(ofTwo(), holding(), heldOn, theChair)).toBe("enforcement.hearing-attendance");
  });
  test("two officers of the case put the evidence, the party is heard, the record is read over", () => {
    expect(code(holding({ investigators: ["officer-1"] }))).toBe("enforcement.hearing-investigators");
    expect(code(holding({ investigators: ["officer-1", "officer-1"] }))).toBe("enforcement.hearing-investigators");
    expect(code(holding({ investigators: ["officer-1", "officer-3"] }))).toBe("enforcement.hearing-investigators");
    const { course } = holding();
    for (const left of ["evidencePut", "defenceHeard", "readOver"] as const)
      expect(code(holding({ course: { ...course, [left]: false } }))).toBe("enforcement.hearing-sides");
  });
  test("CF-47a: it is recorded whole, everybody is told of it, and a gap has its reason", () => {
    const { record } = holding();
    if (record === undefined) throw new TypeError("no record");
    const recorded = (more: object) => holding({ record: { ...record, recording: { ...recording, ...more } } });
    const { recording: _recording, ...bare } = record;
    expect(code(holding({ record: bare }))).toBe("enforcement.hearing-unrecorded");
    expect(code(recorded({ told: false }))).toBe("enforcement.hearing-unrecorded");
    expect(code(recorded({ unbroken: false }))).toBe("enforcement.hearing-unrecorded");
    const told = aTold().lawfully(recorded({ unbroken: false, gap: "停电十分钟" }), heldOn, theChair);
    expect(told.state).toMatchObject({ status: "held", record: { recording: { gap: "停电十分钟" } } });
  });
  test("who was heard signs every page, or a witness saw him refuse", () => {
    const record = (signatures: NonNullable<ReturnType<typeof holding>["record"]>["signatures"]) =>
      holding({ record: { sha256: sha, pages: 3, signatures, recording } });
    const { record: _record, ...without } = holding();
    expect(code(without)).toBe("enforcement.hearing-record");
    expect(code(record([]))).toBe("enforcement.hearing-record");
    expect(code(record([{ ...signed(), pages: 2 }]))).toBe("enforcement.hearing-record");
    expect(code(record([{ party: "P1", how: "refused" }]))).toBe("enforcement.hearing-record");
    expect(code(record([signed(), signed("P9")]))).toBe("enforcement.hearing-record");
    const refused = record([{ party: "P1", how: "refused", witness: "村干部" }]);
    expect(aTold().tell(refused, heldOn, theChair)).toHaveLength(1);
  });
  test("who was told and did not come, or left, has waived it", () => {
    const { record: _record, ...bare } = attending("absent");
    expect(aTold().lawfully(bare, heldOn, theChair).state.status).toBe("waived");
    const { record: _other, ...left } = attending("left");
    expect(aTold().lawfully(left, heldOn, theChair).state).toMatchObject({
      status: "waived",
      parties: [{ attended: "left" }],
    });
  });
  test("the chair reports once it was held, before it is decided", () => {
    expect(codeOf(aTold(), reporting(), heldOn, theChair)).toBe("enforcement.hearing-not-in-this-state");
    const held = () => aTold().lawfully(holding(), heldOn, theChair);
    expect(codeOf(held(), reporting(), heldOn, otherChair)).toBe("enforcement.hearing-chair-only");
    expect(codeOf(held(), reporting(["decided"]), heldOn, theChair)).toBe("enforcement.hearing-decided-already");
    expect(held().lawfully(reporting(), heldOn, theChair).state.status).toBe("reported");
  });
});

describe("CF-64a: several parties, each with his own right", () => {
  const withdrawing = (party: string, paper?: string): HearingCommand => ({
    ...{
      type: "withdraw",
      party,
      speakers: [{ party: "P1", keys: ["KEY1", "AGENT", "GUARD"], waive: ["KEY1", "GUARD"], agents: [] }],
    },
    ...(paper === undefined ? {} : { paper }),
  });
  test("CF-64: who may give up the party's rights takes it back for him; an agent without that authority does not", () => {
    expect(codeOf(aTold(), withdrawing("P1"), planned, theAgent)).toBe("enforcement.hearing-not-yours");
    const guardian = { ...theAgent, party: "GUARD" };
    expect(codeOf(ofTwo(), withdrawing("P2"), planned, guardian)).toBe("enforcement.hearing-not-yours");
    expect(aTold().lawfully(withdrawing("P1"), planned, guardian).state.status).toBe("withdrawn");
  });
  test("one who takes it back leaves the other's", () => {
    const one = ofTwo().lawfully(withdrawing("P1"), planned, party1);
    expect(one.state.status).toBe("scheduled");
    one.lawfully(
      holding({
        attendance: [{ party: "P2", how: "in-person", agents: [] }],
        record: { sha256: sha, pages: 3, signatures: [signed("P2")], recording },
      }),
      heldOn,
      theChair,
    );
    expect(one.state.parties).toMatchObject([{ withdrawnOn: planned }, { attended: "in-person" }]);
  });
  test("the last one ends it; nobody takes back another's; staff need his paper", () => {
    expect(codeOf(ofTwo(), withdrawing("P2"), planned, party1)).toBe("enforcement.hearing-not-yours");
    expect(codeOf(aTold(), withdrawing("P1"), planned, officerA)).toBe("enforcement.hearing-paper-missing");
    expect(aTold().lawfully(withdrawing("P1", sha), planned, officerA).state.status).toBe("withdrawn");
    expect(aTold().lawfully(withdrawing("P1"), planned, party1).types.at(-1)).toBe("enforcement.hearing.withdrawn");
  });
  test("hearings of one case are joined while there is time to tell, of two cases never", () => {
    const joining = (of: string, status: "requested" | "held", into = "H2"): HearingCommand => ({
      ...{ type: "join", id: "H1", into, target: { case: of, status } },
    });
    expect(codeOf(aRequest(), joining("CASE2", "requested"), planned, theHead)).toBe("enforcement.hearing-not-joined");
    expect(codeOf(aRequest(), joining("CASE1", "held"), planned, theHead)).toBe("enforcement.hearing-not-joined");
    expect(codeOf(aRequest(), joining("CASE1", "requested", "H1"), planned, theHead)).toBe(
      "enforcement.hearing-not-joined",
    );
    expect(aRequest().lawfully(joining("CASE1", "requested"), planned, theHead).state.status).toBe("joined");
    const taking: HearingCommand = { type: "take-in", from: "H1", case: "CASE1", parties: [] };
    expect(aTold().tell(taking, latest, theHead)).toHaveLength(1);
    expect(codeOf(aTold(), taking, "2026-10-08", theHead)).toBe("enforcement.hearing-notice-late");
  });
  test("CF-29a: each party and the house read it, and nobody else", () => {
    const known = { town, today: day(planned) };
    const reads = (actor: Actor) => mayReadHearing(aTold().state, actor, known);
    for (const actor of [party1, officerA, theChair, theHead]) expect(reads(actor)).toBe(true);
    for (const actor of [party2, { ...officerA, sub: "officer-9" }]) expect(reads(actor)).toBe(false);
  });
  test("CF-57a, CF-63: a party is dropped only where his proceeding waits no longer; the others go on", () => {
    const dropping = (waits: boolean): HearingCommand => ({ type: "drop", party: "P1", waits, reasons: "程序已终止" });
    expect(codeOf(ofTwo(), dropping(true), planned, theHead)).toBe("enforcement.hearing-owed");
    expect(codeOf(ofTwo(), dropping(false), planned, theChair)).toBe("enforcement.hearing-head-only");
    expect(ofTwo().lawfully(dropping(false), planned, theHead).state.status).toBe("scheduled");
    expect(aTold().lawfully(dropping(false), planned, theHead).state.status).toBe("withdrawn");
  });
  test("CF-63: what is owed is not called off", () => {
    const off = (status: string): HearingCommand => ({ type: "call-off", of: aCase({ status }), reasons: "案件终止" });
    for (const status of ["investigating", "suspended"])
      expect(codeOf(aTold(), off(status), planned, theHead)).toBe("enforcement.hearing-owed");
    expect(aTold().lawfully(off("stopped"), planned, theHead).state.status).toBe("called-off");
  });
});
