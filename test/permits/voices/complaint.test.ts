import { describe, expect, test } from "vitest";
import type { ComplaintCommand, Official } from "../../../services/permits/voices/domain/complaint/complaint.ts";
import { complaint } from "../../../services/permits/voices/domain/complaint/decider.ts";
import { complaintFigures } from "../../../services/permits/voices/domain/complaint/figures.ts";
import { complaintMoves } from "../../../services/permits/voices/domain/complaint/moves.ts";
import { type Actor, isRejection, theTownItself } from "../../../shared/decider/index.ts";
import { walkStates } from "../../support/cells.ts";
import { on, refusalOf } from "../../support/deciding.ts";
import { Living } from "../../support/living.ts";
import { aResident, theClerk } from "../cases/builders.ts";
import {
  answering,
  complained,
  complaining,
  givenOn,
  theCaller,
  theSupervisor,
  theTarget,
  toCaller2,
} from "./builders.ts";

const assigned = [toCaller2, theSupervisor] as const;
const answered = () => complained({}, assigned, [answering]);
const objecting: ComplaintCommand = { type: "object", reasons: "不服" };
const another: ComplaintCommand = { type: "assign", to: { sub: "caller-2", office: "social-affairs" } };
const codeOf = (decision: ReturnType<ReturnType<typeof complained>["tell"]>) => refusalOf(decision).code;

describe("L7: a complaint is judged by nobody who has a part in it", () => {
  const assign = (to: Official, person: Official = theTarget) =>
    complained().tell({ type: "assign", to, person }, givenOn, theSupervisor);
  const member = (office: string, sub = "x") => ({ sub, office });
  const head = (office: string) => member(office, `head-${office}`);

  test("not by the person, by his office's head, by those under him, nor a head's complaint by the town's head", () => {
    expect(codeOf(assign(theTarget))).toBe("permits.assignee-is-target");
    expect(codeOf(assign(head("social-affairs"), member("social-affairs")))).toBe("permits.assignee-in-line");
    expect(codeOf(assign(member("social-affairs"), head("social-affairs")))).toBe("permits.assignee-in-line");
    expect(codeOf(assign(member("party-government", "zhen-zhang"), head("social-affairs")))).toBe(
      "permits.assignee-in-line",
    );
    expect(codeOf(assign(head("social-affairs"), member("party-government", "zhen-zhang")))).toBe(
      "permits.assignee-in-line",
    );
    expect(Array.isArray(assign(head("economic-development"), member("social-affairs")))).toBe(true);
    expect(Array.isArray(assign(member("party-government", "zhen-zhang"), member("social-affairs")))).toBe(true);
  });

  test("a window's by nobody of the window's office", () => {
    const one = complained({ against: { kind: "window", window: "rural" } });
    expect(codeOf(one.tell({ type: "assign", to: member("service-centre") }, givenOn, theSupervisor))).toBe(
      "permits.assignee-in-line",
    );
    expect(Array.isArray(one.tell({ type: "assign", to: member("social-affairs") }, givenOn, theSupervisor))).toBe(
      true,
    );
  });

  test("a supervisor does not assign one against himself; a clerk does not take one against himself", () => {
    const person = { sub: theSupervisor.sub, office: "party-government" };
    expect(codeOf(complained().tell({ ...toCaller2, person }, givenOn, theSupervisor))).toBe(
      "permits.complaint-against-yourself",
    );
    const byTelephone = (by: Actor) => new Living(complaint).tell(complaining(), givenOn, by);
    expect(codeOf(byTelephone(theClerk))).toBe("permits.complaint-against-yourself");
    expect(isRejection(byTelephone({ ...theClerk, sub: "clerk-2", name: "李四" }))).toBe(false);
  });
});

describe("L7: answered in time", () => {
  test("the limit runs from receipt, also while nobody has assigned it; late once, on record", () => {
    const one = complained();
    expect(one.state.limit.due).toBe("2026-10-13");
    expect(one.letPass("2026-12-01")).toEqual(["2026-10-14"]);
    expect(one.types).toEqual(["permits.complaint.filed", "permits.complaint.overdue"]);
  });

  test("extended once, for reasons, before it has passed", () => {
    const extend: ComplaintCommand = { type: "extend", reasons: "案情复杂" };
    const one = complained({}, [extend, theSupervisor]);
    expect(one.state.limit.due).toBe("2026-10-27");
    expect(codeOf(complained().tell(extend, "2026-10-14", theSupervisor))).toBe("permits.complaint-late-already");
    expect(Array.isArray(complained().tell(extend, "2026-10-13", theSupervisor))).toBe(true);
  });

  test("only by whom it is assigned to; a founded one names what followed for those responsible (责任追究)", () => {
    expect(codeOf(complained({}, assigned).tell(answering, givenOn, theSupervisor))).toBe(
      "permits.not-assigned-to-you",
    );
    const { events } = answered();
    expect(events.at(-1)?.data).toEqual({
      kind: "person",
      answeredOn: givenOn,
      outcome: "founded",
      onTime: true,
      accountability: true,
    });
  });

  test("late is said of the answer too", () => {
    const one = complained({}, assigned).lawfully(answering, "2026-10-14", theCaller);
    expect(one.events.at(-1)?.data).toMatchObject({ onTime: false });
  });
});

test("L7 given to somebody else before it is answered, it is not told as received again", () => {
  const one = complained({}, assigned).lawfully(another, givenOn, theSupervisor);
  expect(one.state.assignee).toEqual(another.to);
  expect(one.types.filter((type) => type === "permits.complaint.received")).toHaveLength(1);
});

describe("L7: the complainant objects once", () => {
  test("within five working days of the answer, and is judged by somebody else; that answer closes it", () => {
    expect(Array.isArray(answered().tell(objecting, "2026-10-13", aResident))).toBe(true);
    expect(codeOf(answered().tell(objecting, "2026-10-14", aResident))).toBe("permits.objection-too-late");
    const one = answered().lawfully(objecting, givenOn, aResident);
    expect(codeOf(one.tell(toCaller2, givenOn, theSupervisor))).toBe("permits.answered-it-before");
    one.lawfully(another, givenOn, theSupervisor);
    expect(one.types.filter((type) => type === "permits.complaint.received")).toHaveLength(1);
    one.lawfully(answering, givenOn, { ...theCaller, sub: "caller-2" });
    expect([one.state.status, one.state.answers.length]).toEqual(["closed", 2]);
    expect(codeOf(one.tell(objecting, givenOn, aResident))).toBe("permits.complaint-not-in-this-state");
  });

  test("T-4: an objection posted on the last day is in time, also after silence closed it; the supervisor records it", () => {
    const posted = (on: string) => ({ ...objecting, posted: { on, proof: "挂号信XA1" } });
    const late = answered();
    late.letPass("2026-10-14");
    expect(late.state.status).toBe("closed");
    expect(codeOf(late.tell(posted("2026-10-14"), "2026-10-16", theSupervisor))).toBe("permits.objection-too-late");
    expect(codeOf(late.tell(posted("2026-10-13"), "2026-10-16", aResident))).toBe("permits.posting-recorded-by-staff");
    expect(codeOf(late.tell(posted("2026-01-01"), "2026-10-16", theSupervisor))).toBe("permits.posted-before-told");
    // Nobody records the day of his own letter, whatever else he is.
    const both = { ...aResident, roles: ["resident", "supervisor"] } as const;
    expect(codeOf(late.tell(posted("2026-10-13"), "2026-10-16", both))).toBe("permits.posting-recorded-by-staff");
    expect(codeOf(late.tell(objecting, "2026-10-13", aResident))).toBe("permits.complaint-not-in-this-state");
    expect(late.lawfully(posted("2026-10-13"), "2026-10-16", theSupervisor).state.status).toBe("objected");
  });

  test("T-10: an objection is not too late on a provisional date, and silence closes nothing then", () => {
    const one = complained({}, [toCaller2, theSupervisor]).lawfully(answering, "2026-12-29", theCaller);
    expect(one.state.objectionLimit).toMatchObject({ due: "2027-01-06", provisional: true });
    expect(one.letPass("2027-01-20")).toEqual(["2027-01-07", "2027-01-14"]);
    expect(one.state.status).toBe("answered");
    expect(Array.isArray(one.tell(objecting, "2027-01-20", aResident))).toBe(true);
  });

  test("silence closes it on the day after", () => {
    const one = answered();
    expect(one.letPass("2026-12-01")).toEqual(["2026-10-14"]);
    expect(one.state.status).toBe("closed");
  });
});

test("L7: no event's data names the complainant, the person complained of, or what either wrote; it is told first when assigned", () => {
  const one = answered();
  expect(JSON.stringify(one.events.map(({ data }) => data))).not.toMatch(/欧阳|138|态度|张三丰|clerk-1|caller-1|道歉/);
  expect(complained().types).not.toContain("permits.complaint.received");
  expect(one.types.filter((type) => type === "permits.complaint.received")).toHaveLength(1);
});

test("L7: an anonymous complaint keeps no contact; the published counts name no window and no person", () => {
  expect(complained({ anonymous: true }).state).not.toHaveProperty("contact");
  const window = complained({ against: { kind: "window", window: "rural" } }).state;
  const figures = complaintFigures([
    answered().state,
    window,
    complained({ against: { kind: "item", item: "PL-018" } }).state,
  ]);
  expect(figures).toMatchObject({
    complaints: 3,
    answered: 1,
    founded: 1,
    accountability: 1,
    kinds: { person: 1, window: 1, item: 1 },
    items: { "PL-018": 1 },
  });
  expect(JSON.stringify(figures)).not.toMatch(/rural|clerk/);
});

const handing: ComplaintCommand = { type: "hand-over", office: "social-affairs", reasons: "属镇事项", appeal: "A1" };

describe("G8: a complaint that is no matter of the hall goes on as an appeal", () => {
  const ofItem = () => complained({ against: { kind: "item", item: "PL-018" } });
  const hand = (one: ReturnType<typeof complained>, more: object = {}) =>
    one.tell({ ...handing, ...more }, givenOn, theSupervisor);

  test("what is published says the item, the office and the days, and neither what was said nor by whom", () => {
    const one = ofItem().lawfully({ ...handing, holder: "H" }, givenOn, theSupervisor);
    expect(one.events.at(-1)?.data).toEqual({
      ...{ kind: "item", item: "PL-018", office: "social-affairs", receivedOn: givenOn, on: givenOn },
    });
    expect(one.events.at(-1)).toMatchObject({ personal: { holder: "H" } });
    expect(one.state).toMatchObject({ status: "handed-over", handedOver: { appeal: "A1", office: "social-affairs" } });
  });

  test("a window's never to the window's own office; its office is told, so that it never handles it", () => {
    const one = complained({ against: { kind: "window", window: "rural" } });
    expect(codeOf(hand(one, { office: "service-centre" }))).toBe("permits.assignee-in-line");
    one.lawfully(handing, givenOn, theSupervisor);
    expect(one.events.at(-1)?.data).toMatchObject({ kind: "window", againstOffice: "service-centre" });
    expect(JSON.stringify(one.events.at(-1)?.data)).not.toContain("rural");
  });

  test("a complaint of a person stays, also where a supervisor has found who is meant; an office must be the town's", () => {
    expect(codeOf(hand(complained()))).toBe("permits.complaint-of-a-person-stays");
    const found = ofItem().lawfully({ ...toCaller2, person: theTarget }, givenOn, theSupervisor);
    expect(codeOf(hand(found))).toBe("permits.complaint-of-a-person-stays");
    expect(codeOf(hand(ofItem(), { office: "nowhere" }))).toBe("permits.no-such-office");
  });

  test("handed over it is late here no more; what comes of the appeal is noted once, and the last word closes it", () => {
    const one = ofItem().lawfully(handing, givenOn, theSupervisor);
    one.letPass("2026-12-31");
    expect(one.types).not.toContain("permits.complaint.overdue");
    const answered = { type: "note-appeal", stage: "answered", on: "2026-10-12", ended: false } as const;
    one.lawfully(answered, "2026-10-12", theTownItself).lawfully(answered, "2026-10-12", theTownItself);
    expect(one.types.filter((type) => type.endsWith("appeal-noted"))).toHaveLength(1);
    expect(one.state).toMatchObject({ status: "handed-over", handedOver: { stage: "answered" } });
    one.lawfully({ ...answered, stage: "confirmed", ended: true }, "2026-10-13", theTownItself);
    expect(one.state).toMatchObject({ status: "closed", handedOver: { stage: "confirmed", stageOn: "2026-10-12" } });
    const posted = { on: givenOn, proof: "挂号信" };
    expect(codeOf(one.tell({ type: "object", reasons: "不服", posted }, "2026-10-13", theSupervisor))).toBe(
      "permits.complaint-not-in-this-state",
    );
  });
});

const commands: Readonly<Record<string, readonly [ComplaintCommand, Actor]>> = {
  assign: [another, theSupervisor],
  extend: [{ type: "extend", reasons: "x" }, theSupervisor],
  contact: [{ type: "contact", reason: "核实情况" }, theCaller],
  answer: [answering, theCaller],
  object: [objecting, aResident],
  withdraw: [{ type: "withdraw" }, aResident],
  "hand-over": [handing, theSupervisor],
  "note-appeal": [{ type: "note-appeal", stage: "confirmed", on: givenOn, ended: true }, theTownItself],
  "pass-time": [{ type: "pass-time" }, theTownItself],
};
const inState = {
  received: () => complained({ against: { kind: "item", item: "PL-018" } }),
  assigned: () =>
    complained({ against: { kind: "item", item: "PL-018" } }).lawfully(
      { type: "assign", to: toCaller2.to },
      givenOn,
      theSupervisor,
    ),
  "handed-over": () =>
    complained({ against: { kind: "item", item: "PL-018" } }).lawfully(handing, givenOn, theSupervisor),
  answered,
  objected: () => answered().lawfully(objecting, givenOn, aResident),
  closed: () => {
    const one = answered();
    one.letPass("2026-10-20");
    return one;
  },
  withdrawn: () => complained({}, [{ type: "withdraw" }, aResident]),
};

walkStates("a complaint's moves", {
  decider: complaint,
  moves: complaintMoves,
  impossible: "permits.complaint-not-in-this-state",
  byItself: ["note-appeal"],
  heard: ["pass-time"],
  states: Object.fromEntries(Object.entries(inState).map(([status, make]) => [status, () => make().state])),
  told: Object.fromEntries(Object.entries(commands).map(([verb, [command]]) => [verb, command])),
  toldIn: {
    "closed × object": { type: "object", reasons: "不服", posted: { on: givenOn, proof: "挂号信" } },
  },
  context: (verb, status) => {
    if (verb === "contact" && status === "handed-over") return on(givenOn, { ...theCaller, office: "social-affairs" });
    if (verb === "object" && status === "closed") return on(givenOn, theSupervisor);
    return on(verb === "pass-time" && status === "answered" ? "2026-12-31" : givenOn, commands[verb]?.[1]);
  },
});
