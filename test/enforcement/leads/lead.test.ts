import { describe, expect, test } from "vitest";
import { lead } from "../../../services/enforcement/leads/domain/decider.ts";
import type { LeadCommand } from "../../../services/enforcement/leads/domain/messages.ts";
import { mayReadLead } from "../../../services/enforcement/leads/domain/who.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { theTownItself } from "../../../shared/decider/index.ts";
import { refusalOf } from "../../support/deciding.ts";
import { Living } from "../../support/living.ts";
import { town } from "../common/builders.ts";
import {
  aCheck,
  aLead,
  aResident,
  aTip,
  aVerified,
  dismissing,
  inTown,
  officer1,
  officer2,
  officer3,
  outside,
  proposing,
  receivedOn,
  theAccused,
  theClerk,
  theHead,
  theMayor,
  theSquadLeader,
  theSupervisor,
  transferring,
} from "./builders.ts";

type OneLead = ReturnType<typeof aLead>;
const codeOf = (one: OneLead, command: LeadCommand, on: string, actor: Actor) =>
  refusalOf(one.tell(command, on, actor)).code;

describe("E6, E8: a lead comes in", () => {
  test("of a resident only as a complaint; the counter takes no patrol, the town itself no complaint", () => {
    const kinds = (kind: "patrol" | "police" | "complaint" | "permits", actor: Actor) => () =>
      aLead({ source: { kind } }, actor);
    expect(kinds("patrol", aResident)).toThrow(/lead-source-not-yours/);
    expect(kinds("patrol", theClerk)).toThrow(/lead-source-not-yours/);
    expect(kinds("complaint", theTownItself)).toThrow(/lead-source-not-yours/);
    for (const [kind, actor] of [
      ["complaint", aResident],
      ["police", theClerk],
      ["patrol", officer1],
      ["permits", theTownItself],
    ] as const)
      expect(kinds(kind, actor)().state.status).toBe("received");
  });
  test("without a name none is kept", () => {
    expect(aLead({ anonymous: true }).state.informant).toBeUndefined();
    expect(aLead().state.informant).toMatchObject({ phone: "13812345678" });
  });
  test("the receipt is told by the town itself, never by who informs, and once", () => {
    const one = aLead({ accused: { name: "张三", key: "KEY2" } });
    expect(one.types).toEqual(["enforcement.lead.recorded"]);
    one.letPass("2026-03-03");
    const told = one.events.at(-1);
    expect(told).toMatchObject({ type: "enforcement.lead.received", actor: theTownItself.sub });
    expect(JSON.stringify(told)).not.toMatch(/resident|欧阳|张三|KEY/);
    expect(one.tell({ type: "pass-time" }, "2026-03-03")).toEqual([]);
  });
  test("of an unknown domain it is refused, and of a day to come", () => {
    expect(() => aLead({ domain: "天文" })).toThrow(/unknown-domain/);
    // A code of permits belongs to no penalty.
    expect(() => aLead({ domain: "land" })).toThrow(/unknown-domain/);
    expect(() => aLead({ happenedOn: "2026-03-04" })).toThrow(/lead-day-to-come/);
    expect(aLead({ happenedOn: receivedOn }).state.happenedOn).toBe(receivedOn);
  });
});

describe("CF-36a: the day of discovery", () => {
  test("is the day of receipt, or the day on which who hands it over knew", () => {
    expect(aLead().state.discoveredOn).toBe(receivedOn);
    const handed = aLead({ source: { kind: "transfer" }, knownOn: "2026-02-10" }, theClerk);
    expect(handed.state).toMatchObject({ discoveredOn: "2026-02-10", receivedOn });
  });
  test("no complainant sets it back, nobody knows before it happens, or on a day to come", () => {
    expect(() => aLead({ knownOn: "2026-02-10" })).toThrow(/lead-day-to-come/);
    const source = { kind: "transfer" } as const;
    expect(() => aLead({ source, knownOn: "2026-02-10", happenedOn: "2026-02-11" }, theClerk)).toThrow(/lead-day/);
    expect(() => aLead({ source, knownOn: "2026-03-04" }, theClerk)).toThrow(/lead-day-to-come/);
  });
  test("of two leads joined the first counts, and the term runs from the first receipt", () => {
    const one = aVerified();
    const before = one.state.fileBy?.due;
    one.lawfully({ type: "take-in", from: "L2", discoveredOn: "2026-02-20", receivedOn: "2026-02-27" }, "2026-03-05");
    expect(one.state).toMatchObject({ discoveredOn: "2026-02-20", joined: ["L2"], fileBy: { start: "2026-02-27" } });
    expect(before).toBe("2026-03-24");
    expect(one.state.fileBy?.due).toBe("2026-03-19");
    one.lawfully({ type: "take-in", from: "L3", discoveredOn: "2026-03-04", receivedOn: "2026-03-04" }, "2026-03-05");
    expect(one.state).toMatchObject({ discoveredOn: "2026-02-20", fileBy: { start: "2026-02-27" } });
  });
});

describe("CF-54a: the filing term", () => {
  test("has the days of the domain's rule; of conduct there is none", () => {
    expect(aLead().state.fileBy).toMatchObject({ length: 7, due: "2026-03-12", rule: "CF-54a" });
    expect(aLead({ domain: "trade" }).state.fileBy).toMatchObject({ length: 15, due: "2026-03-24" });
    expect(aLead({ matter: "conduct" }).state.fileBy).toBeUndefined();
    expect(aVerified().state.fileBy).toMatchObject({ length: 15, due: "2026-03-24" });
  });
  test("is told once, on the first instant after its last day", () => {
    const one = aLead();
    one.letPass("2026-03-12");
    expect(one.state.late).toBe(false);
    one.letPass("2026-03-13");
    expect(one.state.late).toBe(true);
    expect(one.events.at(-1)).toMatchObject({ type: "enforcement.lead.overdue", data: { due: "2026-03-12" } });
    expect(one.letPass("2026-12-31")).toEqual([]);
  });
  test("is extended once, by the head, on its last day yet, where the domain has a rule", () => {
    const extending: LeadCommand = { type: "extend", reasons: "案情复杂" };
    const one = aLead({ domain: "trade" });
    expect(codeOf(one, extending, "2026-03-04", theSquadLeader)).toBe("enforcement.lead-head-only");
    expect(codeOf(aLead({ domain: "pollution" }), extending, "2026-03-04", theHead)).toBe(
      "enforcement.lead-extension-not-allowed",
    );
    expect(codeOf(aLead({ domain: "trade" }), extending, "2026-03-25", theHead)).toBe("enforcement.lead-term-over");
    one.lawfully(extending, "2026-03-24", theHead);
    expect(one.state.fileBy).toMatchObject({ due: "2026-04-15" });
    expect(codeOf(one, extending, "2026-03-25", theHead)).toBe("enforcement.lead-extended-already");
  });
});

describe("CF-42, CF-54: two officers check it at the place", () => {
  test("one officer, an uncertified one, and one of another domain are refused", () => {
    const check = (more: Parameters<typeof aCheck>[0]) => codeOf(aLead(), aCheck(more), "2026-03-04", officer1);
    expect(check({ with: ["officer-1"] })).toBe("enforcement.two-officers");
    expect(check({ with: ["assistant-1"] })).toBe("enforcement.two-officers");
    expect(check({ domain: "food" })).toBe("enforcement.two-officers");
  });
  test("the recorder does not sign for the other, nor does a third; the other one does", () => {
    const one = aLead().lawfully(aCheck(), "2026-03-04", officer1);
    expect(codeOf(one, { type: "countersign" }, "2026-03-04", officer1)).toBe("enforcement.own-signature");
    expect(codeOf(one, { type: "countersign" }, "2026-03-04", officer3)).toBe("enforcement.not-a-named-officer");
    expect(codeOf(one, proposing, "2026-03-04", officer1)).toBe("enforcement.lead-not-in-this-state");
    one.lawfully({ type: "countersign" }, "2026-03-04", officer2).lawfully(proposing, "2026-03-04", officer1);
    expect(one.state).toMatchObject({ status: "proposed", case: "C1" });
  });
  test("between the receipt and today", () => {
    const check = (checkedOn: string) => aLead().tell(aCheck({ checkedOn }), "2026-03-04", officer1);
    expect(refusalOf(check("2026-03-02")).code).toBe("enforcement.lead-check-day");
    expect(refusalOf(check("2026-03-05")).code).toBe("enforcement.lead-check-day");
    expect(check(receivedOn)).toHaveLength(1);
    expect(check("2026-03-04")).toHaveLength(1);
  });
  test("CF-22, CF-54a: a breach has a place and a domain; what is no breach needs neither", () => {
    const { place: _place, ...somewhere } = aTip();
    const { domain: _domain, ...bare } = aCheck();
    const nowhere = () => new Living(lead).lawfully(somewhere, receivedOn, aResident);
    expect(codeOf(nowhere(), aCheck(), "2026-03-04", officer1)).toBe("enforcement.lead-place-missing");
    expect(codeOf(aLead(), bare, "2026-03-04", officer1)).toBe("enforcement.lead-domain-missing");
    expect(nowhere().tell({ ...bare, finding: "no-breach" }, "2026-03-04", officer1)).toHaveLength(1);
    expect(nowhere().tell(aCheck({ place: inTown }), "2026-03-04", officer1)).toHaveLength(1);
  });
  test("a leader or an officer of another office checks nothing", () => {
    expect(codeOf(aLead(), aCheck(), "2026-03-04", theMayor)).toBe("enforcement.lead-not-enforcement");
    const elsewhere = { ...officer1, office: "agriculture-centre" };
    expect(codeOf(aLead(), aCheck(), "2026-03-04", elsewhere)).toBe("enforcement.lead-not-enforcement");
  });
  test("L1: who informed, and whom it is about, deal with nothing of it", () => {
    const own = aLead({ source: { kind: "patrol" }, accused: { name: "甲", key: "KEY9" } }, officer3);
    expect(codeOf(own, aCheck(), "2026-03-04", { ...officer1, party: "KEY9" })).toBe("enforcement.lead-own-matter");
    const informed = aLead({}, { ...aResident, sub: officer1.sub });
    expect(codeOf(informed, aCheck(), "2026-03-04", officer1)).toBe("enforcement.lead-own-matter");
    const byTheHead = aLead({}, { ...aResident, sub: theHead.sub });
    expect(codeOf(byTheHead, dismissing("too-vague"), "2026-03-04", theHead)).toBe("enforcement.lead-own-matter");
    expect(codeOf(informed, aCheck({ with: ["officer-1"] }), "2026-03-04", officer2)).toBe(
      "enforcement.lead-own-matter",
    );
  });
});

describe("CF-54, CF-54a: what becomes of it", () => {
  test("no case is proposed unless a breach was found", () => {
    for (const finding of ["no-breach", "unclear"] as const)
      expect(codeOf(aVerified({ finding }), proposing, "2026-03-05", officer1)).toBe(
        "enforcement.lead-no-breach-found",
      );
  });
  test("a breach that was found is not dismissed, unless minor and put right, or out of time", () => {
    const dismiss = (ground: Parameters<typeof dismissing>[0]) =>
      aVerified().tell(dismissing(ground), "2026-03-05", theSquadLeader);
    for (const ground of ["no-breach", "not-proved", "too-vague", "not-for-enforcement"] as const)
      expect(refusalOf(dismiss(ground)).code).toBe("enforcement.lead-breach-found");
    for (const ground of ["minor-and-corrected", "time-barred"] as const) expect(dismiss(ground)).toHaveLength(1);
  });
  test("unchecked it is dismissed only where there is nothing to look at", () => {
    expect(codeOf(aLead(), dismissing("no-breach"), "2026-03-04", theSquadLeader)).toBe("enforcement.lead-not-checked");
    const one = aLead().lawfully(dismissing("too-vague"), "2026-03-04", theSquadLeader);
    expect(one.state).toMatchObject({ status: "dismissed", reply: { ground: "too-vague", reasons: "理由" } });
    expect(one.events.at(-1)?.data).toEqual({
      source: { kind: "complaint" },
      matter: "breach",
      ground: "too-vague",
      on: "2026-03-04",
    });
  });
  test("P-5: no officer, no checker and no machine decides", () => {
    const dismissal = dismissing("minor-and-corrected");
    expect(codeOf(aVerified(), dismissal, "2026-03-05", officer3)).toBe("enforcement.lead-not-your-matter");
    const leading: Actor = { ...officer2, roles: ["squad-leader"], leads: [officer2.sub] };
    expect(codeOf(aVerified(), dismissal, "2026-03-05", leading)).toBe("enforcement.lead-own-check");
    expect(codeOf(aVerified(), dismissal, "2026-03-05", theTownItself)).toBe("enforcement.lead-not-enforcement");
    expect(aVerified().tell(dismissal, "2026-03-05", theHead)).toHaveLength(1);
  });
  test("E1: what one squad checked is not decided by the leader of another; what nobody checked is anybody's", () => {
    const another: Actor = { ...theSquadLeader, sub: "squad-leader-2", leads: ["officer-7"] };
    expect(codeOf(aVerified(), dismissing("minor-and-corrected"), "2026-03-05", another)).toBe(
      "enforcement.lead-not-your-matter",
    );
    expect(aLead().tell(dismissing("too-vague"), "2026-03-04", another)).toHaveLength(1);
  });
  test("CF-27: a suspected crime goes to the police, and is neither dismissed nor sent elsewhere", () => {
    const one = aVerified({ suspectedCrime: true });
    expect(codeOf(one, dismissing("time-barred"), "2026-03-05", theHead)).toBe("enforcement.lead-crime-suspected");
    expect(codeOf(one, transferring(), "2026-03-05", theHead)).toBe("enforcement.lead-crime-suspected");
    expect(codeOf(aLead(), transferring({ ground: "crime" }), "2026-03-05", theHead)).toBe(
      "enforcement.lead-crime-suspected",
    );
    for (const organ of ["广通镇人民政府", "禄丰市广通镇 人民政府", "广通镇综合行政执法队"])
      expect(codeOf(aLead(), transferring({ organ }), "2026-03-05", theHead)).toBe(
        "enforcement.lead-to-the-town-itself",
      );
    one.lawfully(transferring({ to: "police", organ: "派出所", ground: "crime" }), "2026-03-05", theHead);
    expect(one.state).toMatchObject({ status: "transferred", reply: { organ: "派出所" } });
  });
  test("CF-22: outside of the town it is handed over, not dismissed", () => {
    const one = aLead({ place: outside });
    expect(codeOf(one, dismissing("too-vague"), "2026-03-04", theHead)).toBe("enforcement.lead-outside-the-town");
    one.lawfully(transferring({ ground: "outside-the-town" }), "2026-03-04", theHead);
    expect(one.state.status).toBe("transferred");
  });
  test("CF-25: filed first elsewhere, it is handed over", () => {
    const one = aVerified().lawfully(transferring({ ground: "filed-elsewhere" }), "2026-03-05", theSquadLeader);
    expect(one.events.at(-1)?.data).toMatchObject({ ground: "filed-elsewhere", organ: "县市场监督管理局" });
  });
  test("what the head makes of the case is told, of this case alone", () => {
    const filed = { type: "note-filed", case: "C1", on: "2026-03-10" } as const;
    const one = aVerified().lawfully(proposing, "2026-03-05", officer1);
    expect(one.tell({ ...filed, case: "C2" }, "2026-03-10")).toEqual([]);
    expect(one.lawfully(filed, "2026-03-10").state.status).toBe("filed");
    const other = aVerified().lawfully(proposing, "2026-03-05", officer1);
    other.lawfully({ ...filed, type: "note-dismissed", ground: "time-barred" }, "2026-03-10");
    expect(other.state).toMatchObject({ status: "dismissed", reply: { ground: "time-barred" } });
  });
  test("a duplicate joins what is dealt with, never itself, what is over, or nothing", () => {
    const joining = (id: string, target: { status: string } | undefined): LeadCommand => ({
      ...{ type: "join", id: "L1", into: { kind: "lead", id }, target, reasons: "重复" },
    });
    const code = (command: LeadCommand) => codeOf(aLead(), command, "2026-03-04", theSquadLeader);
    expect(code(joining("L1", { status: "received" }))).toBe("enforcement.lead-into-itself");
    expect(code(joining("L2", undefined))).toBe("enforcement.lead-into-nothing");
    expect(code(joining("L2", { status: "dismissed" }))).toBe("enforcement.lead-into-nothing");
    const one = aLead().lawfully(joining("L2", { status: "filed" }), "2026-03-04", theSquadLeader);
    expect(one.state).toMatchObject({ status: "joined", reply: { into: { kind: "lead", id: "L2" } } });
  });
});

describe("who informs is protected", () => {
  test("his name is told to who decides, for a reason on record", () => {
    const one = aLead();
    const reading: LeadCommand = { type: "informant", reason: "需要补充询问" };
    expect(codeOf(one, reading, "2026-03-04", officer1)).toBe("enforcement.lead-not-your-matter");
    expect(codeOf(aLead({ anonymous: true }), reading, "2026-03-04", theHead)).toBe(
      "enforcement.lead-informant-unknown",
    );
    one.lawfully(reading, "2026-03-04", theHead);
    expect(one.events.at(-1)).toMatchObject({
      type: "enforcement.lead.informant-disclosed",
      personal: { reason: "需要补充询问" },
      actor: theHead.sub,
    });
  });
  test("the accused finds nothing, in whichever office he is", () => {
    const { state } = aLead({ accused: { name: "张三", key: "KEY2" } });
    expect(mayReadLead(state, theAccused, town)).toBe(false);
    expect(mayReadLead(state, { ...theMayor, party: "KEY2" }, town)).toBe(false);
    for (const actor of [aResident, officer3, theSquadLeader, theMayor, theSupervisor])
      expect(mayReadLead(state, actor, town)).toBe(true);
    for (const actor of [theClerk, { ...officer1, office: "agriculture-centre" }, undefined])
      expect(mayReadLead(state, actor, town)).toBe(false);
  });
});

describe("CF-75: a complaint about an enforcement act", () => {
  const complaint = { matter: "conduct", concerned: ["officer-1", "zhen-zhang"] } as const;
  const answering: LeadCommand = { type: "answer", corrected: true, reasons: "已纠正" };
  test("is a file of its own: the office does not read it, nor do those it is about", () => {
    const { state } = aLead(complaint);
    for (const actor of [officer1, officer3, theHead, theMayor]) expect(mayReadLead(state, actor, town)).toBe(false);
    for (const actor of [aResident, theSupervisor]) expect(mayReadLead(state, actor, town)).toBe(true);
  });
  test("is answered by who supervises, never by those it is about", () => {
    expect(codeOf(aLead(complaint), answering, "2026-03-04", theMayor)).toBe("enforcement.lead-own-matter");
    const one = aLead(complaint).lawfully(answering, "2026-03-04", theSupervisor);
    expect(one.state).toMatchObject({ status: "answered", reply: { corrected: true, reasons: "已纠正" } });
  });
  test("no case is made of it, and no breach is answered away", () => {
    expect(codeOf(aLead(complaint), transferring(), "2026-03-04", theSupervisor)).toBe(
      "enforcement.lead-of-other-matter",
    );
    expect(codeOf(aLead(), answering, "2026-03-04", theSupervisor)).toBe("enforcement.lead-of-other-matter");
  });
});
