import { describe, expect, test } from "vitest";
import type {
  CommandOf,
  Grounds,
  ProceedingCommand,
} from "../../../../services/enforcement/cases/domain/proceeding/messages.ts";
import type { Actor } from "../../../../shared/decider/index.ts";
import { anOfficer, certified } from "../../common/builders.ts";
import {
  aCharge,
  afterwards,
  another,
  begins,
  charged,
  chargedOn,
  charges,
  circumstances,
  decided,
  decides,
  fined,
  inEffect,
  lastDay,
  members,
  missingAt,
  noticed,
  officerA,
  officerB,
  refusedFor,
  serves,
  sha,
  someGrounds,
  stranger,
  theChair,
  theHead,
  theParty,
  theReviewer,
  told,
  town,
} from "./builders.ts";

type One = ReturnType<typeof noticed>;
const codeOf = (one: One, command: ProceedingCommand, actor: Actor, on = chargedOn) =>
  refusedFor(one.tell(command, on, actor));
const refused = (code: string, more: object = {}) => ({ code: `enforcement.${code}`, ...more });

/** An officer with a certificate in force, who has nothing to do with this case. */
const certifiedElsewhere = (grounds: Grounds): Grounds => ({
  ...grounds,
  officers: [...grounds.officers, anOfficer(stranger.sub, [certified()])],
});
const begun = () => told([begins(), chargedOn, officerA]);
const unsigned = () => begun().lawfully(charges(), chargedOn, officerA);
const drafted = () => charged().lawfully({ ...someGrounds(), type: "notify" }, chargedOn, officerA);
const issued = () => drafted().lawfully({ ...someGrounds(), type: "issue-notice" }, chargedOn, officerB);
const defended = () => noticed().lawfully({ type: "state-defence", points: ["没有违法"] }, chargedOn, theParty);
const answering: CommandOf<"review-defence"> = {
  ...{ ...someGrounds(), type: "review-defence" },
  answers: [{ statement: "S1", point: 0, taken: false, reasons: "不成立" }],
};
const performing = (on = afterwards): CommandOf<"perform"> => ({
  ...someGrounds(),
  ...{ type: "perform", performed: { what: "order", on }, proof: sha },
});
const renaming: CommandOf<"succeed"> = {
  ...someGrounds(),
  ...{ type: "succeed", how: "renamed", name: "改名", document: { number: "1", date: afterwards } },
};
type Make = (more?: Partial<Pick<Grounds, "case" | "officers">>) => ProceedingCommand;
/** Each step of an officer, with the one who takes it lawfully. */
const steps: Readonly<Record<string, readonly [make: () => One, command: Make, actor: Actor, on: string]>> = {
  charge: [begun, (more) => ({ ...charges(), ...more }), officerA, chargedOn],
  countersign: [unsigned, (more) => ({ ...someGrounds(), type: "countersign", ...more }), officerB, chargedOn],
  notify: [charged, (more) => ({ ...someGrounds(), type: "notify", ...more }), officerA, chargedOn],
  "issue-notice": [drafted, (more) => ({ ...someGrounds(), type: "issue-notice", ...more }), officerB, chargedOn],
  "note-service": [issued, (more) => ({ ...serves("notice", chargedOn), ...more }), officerA, chargedOn],
  "review-defence": [defended, (more) => ({ ...answering, ...more }), officerA, afterwards],
  perform: [inEffect, (more) => ({ ...performing(), ...more }), officerA, afterwards],
  succeed: [inEffect, (more) => ({ ...renaming, ...more }), officerA, afterwards],
};

describe("CF-42, CF-43: each step is one of the case's own officers'", () => {
  test.each(Object.keys(steps))("%s", (name) => {
    const [make, command, actor, on] = steps[name] ?? [begun, () => charges(), officerA, chargedOn];
    expect(make().tell(command(), on, actor)).not.toHaveProperty("code");
    const { officers } = certifiedElsewhere(someGrounds());
    expect(codeOf(make(), command({ officers }), stranger, on)).toMatchObject(refused("not-a-handler"));
    expect(codeOf(make(), command({ case: undefined }), actor, on)).toMatchObject(refused("no-such-case"));
  });
  test("CF-57: the head decides on a case that there is", () => {
    const command = { ...decides(), case: undefined };
    expect(codeOf(noticed(), command, theHead, afterwards)).toMatchObject(refused("no-such-case"));
  });
});

describe("CF-42, CF-44: what is signed, drafted and served, once each", () => {
  test("nothing is signed that is not there, or is signed already", () => {
    const signing: ProceedingCommand = { ...someGrounds(), type: "countersign" };
    expect(codeOf(begun(), signing, officerB)).toMatchObject(refused("nothing-to-sign"));
    expect(codeOf(charged(), signing, officerB)).toMatchObject(refused("nothing-to-sign"));
    expect(codeOf(charged(), { ...someGrounds(), type: "issue-notice" }, officerB)).toMatchObject(
      refused("nothing-to-sign"),
    );
  });
  test("a notice is drafted once, and not before the report is there", () => {
    expect(codeOf(drafted(), { ...someGrounds(), type: "notify" }, officerA)).toMatchObject(
      refused("notice-drafted-already"),
    );
    const { report: _report, ...unreported } = someGrounds().case ?? {};
    if (!("status" in unreported)) throw new Error("no case");
    const decision = charged().tell({ ...someGrounds({ case: unreported }), type: "notify" }, chargedOn, officerA);
    expect(refusedFor(decision)).toMatchObject(refused("steps-missing"));
    expect(missingAt(decision)).toEqual(["report"]);
  });
  test("CF-61: a paper is served once, and only the one that waits for it", () => {
    expect(codeOf(noticed(), serves("notice", chargedOn), officerA)).toMatchObject(refused("notice-served-already"));
    expect(codeOf(issued(), serves("decision", chargedOn), officerA)).toMatchObject(refused("notice-served-already"));
    expect(codeOf(decided(), serves("notice", afterwards), officerA, afterwards)).toMatchObject(
      refused("notice-served-already"),
    );
  });
});

describe("CF-45, CF-63: what the party does, in its time", () => {
  const waiving: CommandOf<"waive"> = { type: "waive", rights: ["defence"], case: someGrounds().case };
  test("a right is given up once", () => {
    const one = noticed().lawfully(waiving, chargedOn, theParty);
    expect(codeOf(one, waiving, theParty)).toMatchObject(refused("waived-already"));
  });
  test("an answer needs a defence", () => {
    expect(codeOf(noticed(), answering, officerA)).toMatchObject(refused("defence-not-stated"));
  });
  test("a hearing is asked for after the service, once", () => {
    const heavy = [fined(600_000)];
    const asking: ProceedingCommand = { type: "request-hearing" };
    const unserved = charged(heavy)
      .lawfully({ ...someGrounds(), type: "notify" }, chargedOn, officerA)
      .lawfully({ ...someGrounds(), type: "issue-notice" }, chargedOn, officerB);
    expect(codeOf(unserved, asking, theParty)).toMatchObject(refused("notice-not-served"));
    const one = noticed(heavy).lawfully(asking, lastDay, theParty);
    expect(codeOf(one, asking, theParty, lastDay)).toMatchObject(refused("hearing-already-requested"));
  });
  test("CF-43: nobody but the party asks for a recusal in his name", () => {
    const asking: ProceedingCommand = { type: "ask-recusal", person: "officer-1", ground: "relative", reasons: "亲属" };
    for (const actor of [another, officerA])
      expect(codeOf(noticed(), asking, actor)).toMatchObject(refused("not-the-party"));
    expect(noticed().tell(asking, chargedOn, theParty)).not.toHaveProperty("code");
  });
});

describe("CF-64: what is noted of a hearing", () => {
  const heavy = [fined(600_000)];
  const asked = () => noticed(heavy).lawfully({ type: "request-hearing" }, chargedOn, theParty);
  const noting = (how: "held" | "withdrawn", on: string, more: object = {}): CommandOf<"note-hearing"> => ({
    ...{ ...someGrounds(), type: "note-hearing", noticedOn: "2026-03-24" },
    outcome: { how, on, ...(how === "held" ? { chair: theChair.sub, record: sha } : {}) },
    ...more,
  });
  test("one that was asked for, once, on a day between the request and today", () => {
    const later_ = "2026-04-10";
    expect(codeOf(noticed(heavy), noting("held", later_), theChair, later_)).toMatchObject(
      refused("hearing-not-requested"),
    );
    const done = asked().lawfully(noting("held", later_), later_, theChair);
    expect(codeOf(done, noting("held", later_), theChair, later_)).toMatchObject(refused("hearing-recorded"));
    for (const on of ["2026-03-22", "2026-04-11"])
      expect(codeOf(asked(), noting("held", on), theChair, later_)).toMatchObject(refused("served-in-the-future"));
  });
  test("of a case that there is", () => {
    const command = noting("held", "2026-04-10", { case: undefined });
    expect(codeOf(asked(), command, theChair, "2026-04-10")).toMatchObject(refused("no-such-case"));
  });
  test("the party takes it back; an agent only with special authority", () => {
    const agent: Actor = { sub: "resident-5", name: "代理人", roles: ["resident"], party: "AGENT" };
    const represented = (extent: "general" | "special") =>
      asked().lawfully(
        {
          ...{ type: "appoint-agent", name: "代理人", key: "AGENT", kind: "lawyer", extent, proof: sha },
          case: someGrounds().case,
        },
        chargedOn,
        theParty,
      );
    const back = noting("withdrawn", chargedOn);
    expect(codeOf(represented("general"), back, agent)).toMatchObject(refused("authority-missing"));
    expect(codeOf(asked(), back, agent)).toMatchObject(refused("not-the-party"));
    for (const [one, actor] of [
      [represented("special"), agent],
      [asked(), theParty],
    ] as const)
      expect(one.tell(back, chargedOn, actor)).not.toHaveProperty("code");
  });
});

describe("what a charge and a decision rest on", () => {
  test("CF-57b: heavier charges say why", () => {
    expect(codeOf(noticed(), charges([fined(900_000)]), officerA)).toMatchObject(
      refused("reasons-missing", { pointer: "/cause" }),
    );
  });
  test("CF-29: a charge is of the act's own row, or of one that competes with it, and the list has it", () => {
    const other = { ...aCharge(), code: "PN-071" };
    expect(codeOf(begun(), charges([other]), officerA)).toMatchObject(refused("unknown-penalty", { rule: "CF-29" }));
    expect(codeOf(begun(), charges([aCharge()], { penalties: {} }), officerA)).toMatchObject(
      refused("unknown-penalty"),
    );
  });
  test("CF-28, CF-40: an unmet order and an unheeded warning are proved", () => {
    const with_ = (more: Parameters<typeof circumstances>[0]) =>
      charges([aCharge({ circumstances: circumstances(more) })]);
    expect(codeOf(begun(), with_({ orderUnmet: true }), officerA)).toMatchObject(refused("order-not-proved"));
    expect(codeOf(begun(), with_({ warningUnmet: true }), officerA)).toMatchObject(refused("warning-not-proved"));
  });
  test("CF-33: no penalty names its ground", () => {
    const { ground: _none, ...command } = { ...decides({ outcome: "no-penalty" }), ground: undefined };
    expect(codeOf(noticed(), command, theHead, afterwards)).toMatchObject(
      refused("reasons-missing", { pointer: "/ground" }),
    );
  });
});

describe("E5, CF-57, CF-58: who looks at it before", () => {
  const asking = (counsel = town.enforcement.counsels[0]?.id ?? ""): ProceedingCommand => ({
    ...{ ...someGrounds(), type: "ask-counsel", counsel },
  });
  const opinion: ProceedingCommand = { ...someGrounds(), type: "note-counsel", opinion: sha };
  test("a counsel of the profile, whose opinion comes once and after he was asked", () => {
    expect(codeOf(charged(), asking("nobody"), officerA)).toMatchObject(refused("no-such-counsel"));
    expect(codeOf(charged(), opinion, officerA)).toMatchObject(refused("no-such-counsel"));
    const one = charged().lawfully(asking(), chargedOn, officerA).lawfully(opinion, chargedOn, officerA);
    expect(codeOf(one, opinion, officerA)).toMatchObject(refused("no-such-counsel"));
  });
  test("CF-42: charges that one officer alone signed are neither reviewed nor discussed", () => {
    const review: ProceedingCommand = {
      ...{ ...someGrounds(), type: "legal-review", conclusion: "agreed", opinion: "同意" },
    };
    expect(codeOf(unsigned(), review, theReviewer)).toMatchObject(refused("charges-not-signed"));
    expect(codeOf(unsigned(), discussing(chargedOn), theHead)).toMatchObject(refused("charges-not-signed"));
    expect(charged().tell(review, chargedOn, theReviewer)).not.toHaveProperty("code");
  });
  const discussing = (on: string): ProceedingCommand => ({
    ...{ ...someGrounds(), type: "discuss", members, agreedOn: "punish", minutes: sha, on },
  });
  test("CF-57: it is discussed between the charges and today", () => {
    for (const on of ["2026-03-22", "2026-03-24"])
      expect(codeOf(charged(), discussing(on), theHead)).toMatchObject(refused("minutes-in-the-future"));
    expect(charged().tell(discussing(chargedOn), chargedOn, theHead)).not.toHaveProperty("code");
  });
});

describe("after the decision", () => {
  test("CF-67: nothing is performed on a day to come", () => {
    expect(codeOf(inEffect(), performing("2026-04-01"), officerA, afterwards)).toMatchObject(
      refused("served-in-the-future"),
    );
  });
  test("CF-57a: it is stopped with reasons", () => {
    const stopping: ProceedingCommand = { ...someGrounds(), type: "stop", ground: "party-died", reasons: "  " };
    expect(codeOf(noticed(), stopping, theHead, afterwards)).toMatchObject(refused("reasons-missing"));
  });
  test("CF-73: a review or suit is not filed on a day to come, nor before the decision", () => {
    const filing = (filedOn: string): ProceedingCommand => ({
      ...{ ...someGrounds(), type: "note-remedy", kind: "review", filedOn },
      document: { number: "收1", date: afterwards },
    });
    for (const filedOn of ["2026-04-21", "2026-03-30"])
      expect(codeOf(inEffect(), filing(filedOn), officerA, "2026-04-20")).toMatchObject(
        refused("served-in-the-future"),
      );
  });
});
