import { describe, expect, test } from "vitest";
import * as z from "zod";
import { permits } from "../../services/permits/service.ts";
import type { Actor } from "../../shared/decider/index.ts";
import { theatre } from "../support/cast.ts";
import { claimsFor } from "../support/claims.ts";
import { partyId } from "../support/keyed.ts";
import { aGivingBody } from "./authorisations/builders.ts";
import {
  anAgent,
  aResident,
  optionalMaterial,
  theApplicant,
  theApprover,
  theClerk,
  theForm,
  theHead,
  theIssuer,
  theMayor,
  thePlan,
  theReviewer,
  theSecond,
} from "./cases/builders.ts";
import { handlerA } from "./duties/builders.ts";
import { theKiosk } from "./hall/builders.ts";
import { aPeopleTown } from "./people-town.ts";
import { aForm } from "./permits-hall.ts";
import { theCaller, theSupervisor } from "./voices/builders.ts";

type Town = Awaited<ReturnType<typeof aPeopleTown>>;
const clerk2 = { ...theClerk, sub: "clerk-2" };
const neighbour = { ...aResident, sub: "resident-2" };
const elsewhere = { ...theReviewer, sub: "reviewer-9", office: "social-affairs" };
const headElsewhere = { ...theApprover, sub: "approver-9", office: "social-affairs" };
/** Staff whose own case it is. */
const kin = { ...theApprover, sub: "approver-8", party: partyId(theApplicant.idNumber) };
const both: Actor = { ...theClerk, sub: "clerk-1", roles: ["clerk", "approver"], office: "agriculture-centre" };
const gateway: Actor = { sub: "gateway-1", name: "短信", roles: ["device"] };
const cast = [
  ...[
    theClerk,
    clerk2,
    theReviewer,
    theSecond,
    theApprover,
    theHead,
    theMayor,
    theIssuer,
    aResident,
    anAgent,
    theSupervisor,
  ],
  ...[neighbour, elsewhere, headElsewhere, kin, both, gateway, theKiosk, theCaller, handlerA],
  ...[
    { sub: "ops-1", name: "运维", roles: ["ops"] as const },
    { sub: "legal-1", name: "法", roles: ["legal-reviewer"] as const },
  ],
].map(claimsFor);

const { live, found, lived } = theatre(permits, cast, {
  open: () => aPeopleTown(),
  tell: (town, by, path, body) => town.post(by, path, body),
});

const applications = "/permits/applications";
const received =
  (by: Actor, form: object = {}) =>
  (town: Town) =>
    town.create(by, applications, { ...aForm, ...form });
const agree = { opinion: "agree", inspectors: [theReviewer.sub, theSecond.sub], affectsThirdParties: false };
const settled = ["settle"] as const;
const notice = { number: "广通告〔2026〕1号", deliveredOn: "2026-03-02", neededDays: 5 };

describe("A3: an open offer works, a blocked or missing one does not, whoever asks and whatever the state", () => {
  test("a case: corrected, accepted, paused, reviewed and granted", () =>
    live(received(theClerk, { materials: [theForm] }), applications, [
      ["disclose", theClerk, { reason: "核对申请人身份" }],
      ["notify-corrections", clerk2, { missing: [thePlan] }],
      ["locate", theClerk, { place: { lng: 101.9, lat: 25.1 } }],
      ["correct", theClerk, { materials: [thePlan] }],
      ["accept", clerk2],
      ["supplement", theClerk, { materials: [optionalMaterial] }],
      ["pause", theReviewer, { kind: "inspection", notice }],
      ["resume", theReviewer],
      ["extend", theHead, { workingDays: 5, reasons: "案情复杂" }],
      ["review", theReviewer, agree],
      ["confirm-survey", theSecond],
      ["review", theReviewer, agree],
      ["decide", theApprover, { outcome: "granted" }],
      settled,
    ]));

  test("a case of a resident: refused and delivered; another withdrawn, a third declined", async () => {
    await live(received(aResident), applications, [
      ["accept", clerk2],
      ["review", theReviewer, agree],
      ["confirm-survey", theSecond],
      ["review", theReviewer, agree],
      ["decide", theApprover, { outcome: "refused", reasons: "不符合条件" }],
      ["deliver", theIssuer],
    ]);
    await live(received(aResident), applications, [
      ["accept", clerk2],
      ["withdraw", aResident],
    ]);
    await live(received(theClerk), applications, [
      ["decline", clerk2, { ground: "outside-competence", competentOrgan: "县林业局", reasons: "不属本机关职权" }],
    ]);
  });

  test("a certificate: issued, suspended, restored, its revocation proposed and dropped", () =>
    live(
      async (town) => {
        const id = await received(aResident)(town);
        const at = `${applications}/${id}`;
        await town.post(clerk2, `${at}/accept`);
        await town.post(theReviewer, `${at}/review`, agree);
        await town.post(theSecond, `${at}/confirm-survey`);
        await town.post(theReviewer, `${at}/review`, agree);
        await town.post(theApprover, `${at}/decide`, { outcome: "granted" });
        await town.settle();
        const { body } = await town.get(theIssuer, "/permits/certificates", { application: id });
        return z.object({ items: z.tuple([z.looseObject({ id: z.string() })]) }).parse(body).items[0].id;
      },
      "/permits/certificates",
      [
        ["issue", theIssuer],
        ["suspend", theMayor, { document: { number: "广通停〔2026〕1号", date: "2026-03-02" } }],
        ["resume", theMayor],
        ["propose-revocation", theMayor, { ground: "abuse", notice: "广通告〔2026〕2号", facts: "涉嫌隐瞒情况" }],
        ["drop-revocation", theMayor, { reasons: "查无实据" }],
      ],
    ));

  test("an authorisation: on paper, confirmed, given up", () =>
    live((town) => town.create(theClerk, "/permits/authorisations", aGivingBody), "/permits/authorisations", [
      ["resign", anAgent],
    ]));

  test("who is responsible: offered, declined, offered again, accepted", () =>
    live(
      async (town) => {
        const id = await received(theClerk)(town);
        await town.post(clerk2, `${applications}/${id}/accept`);
        await town.settle();
        return id;
      },
      "/permits/assignments",
      [
        ["offer", handlerA, { duty: "handling", to: "reviewer-3", reason: "工作调整" }],
        ["decline-offer", handlerA, { duty: "handling" }],
        ["assign", theHead, { duty: "handling", to: "reviewer-2" }],
      ],
      [403, 409],
    ));

  test("an absence is shortened by the head, and by nobody who is away himself", () =>
    live(
      (town) =>
        town.create(theHead, "/permits/absences", {
          ...{ person: handlerA.sub, from: "2026-03-02", to: "2026-03-06", kind: "sick" },
        }),
      "/permits/absences",
      [["shorten", theHead, { no: 1, to: "2026-03-04" }]],
    ));

  test("a departure goes on", () =>
    live(
      (town) =>
        town.create(theHead, "/permits/departures", { person: handlerA.sub, to: "reviewer-2", reason: "调离本镇" }),
      "/permits/departures",
      [["resume", theHead]],
    ));

  test("a question: answered, asked further, referred, published", () =>
    live(
      (town) => town.create(aResident, "/permits/consultations", { item: "PL-018", question: "要带什么材料" }),
      "/permits/consultations",
      [
        ["answer", theReviewer, { text: "见办事指南" }],
        ["follow-up", aResident, { question: "还要别的吗" }],
        ["refer", theReviewer, { office: "service-centre" }],
        ["answer", theClerk, { text: "不用了" }],
        ["publish", theClerk, { question: "要带什么材料", answer: "见办事指南" }],
        ["prefill", aResident],
      ],
    ));

  test("a complaint: assigned, extended, answered, objected to", () =>
    live(
      (town) =>
        town.create(aResident, "/permits/complaints", {
          ...{ against: { kind: "person", name: theClerk.name }, text: "推诿刁难" },
          contact: { name: "欧阳娜娜", phone: "13812345678" },
        }),
      "/permits/complaints",
      [
        [
          "assign",
          theSupervisor,
          {
            to: { sub: theCaller.sub, office: theCaller.office },
            person: { sub: theClerk.sub, office: theClerk.office },
          },
        ],
        ["contact", theCaller, { reason: "核实有关情况" }],
        ["extend", theSupervisor, { reasons: "情况复杂" }],
        ["answer", theCaller, { outcome: "unfounded", text: "查无此事" }],
        ["object", aResident, { reasons: "不认可" }],
      ],
    ));

  test("a report: contact seen, declined", () =>
    live(
      (town) =>
        town.create(aResident, "/permits/reports", {
          ...{ item: "PL-018", text: "无证经营农药", place: "某村" },
          contact: { name: "欧阳娜娜", phone: "13812345678" },
        }),
      "/permits/reports",
      [
        ["contact", theApprover, { reason: "核实有关情况" }],
        ["decline", theApprover, { reasons: "查无此人" }],
      ],
    ));

  test("a queue of the hall: windows, tickets, appointments", () =>
    live(
      async (town) => {
        const id = "general-2026-03-02";
        await town.post(aResident, `/permits/hall/queues/${id}/take`);
        return id;
      },
      "/permits/hall/queues",
      [
        ["open-window", theClerk, { window: "general-1" }],
        ["call", theClerk, { window: "general-1" }],
        ["recall", theClerk, { number: "A001" }],
        ["serve", theClerk, { number: "A001" }],
        ["finish", theClerk, { number: "A001" }],
        ["pause-window", theClerk, { window: "general-1" }],
        ["resume-window", theClerk, { window: "general-1" }],
        ["book", neighbour, { slot: "15:00" }],
        ["cancel-booking", neighbour, { code: "1500-1" }],
        ["take", neighbour],
        ["leave", neighbour, { number: "A002" }],
        ["close-window", theClerk, { window: "general-1" }],
      ],
      [403, 409],
    ));

  test("a guide is revised by its office, a leader, operations", () =>
    live(async () => "PL-018", "/permits/guides", [
      ["revise", theApprover, { changes: { limitNote: "行政许可法第四十二条" }, reason: "更正" }],
    ]));

  test("all of it was tried: some hundred answers of each kind of thing, and steps that were offered were taken", () => {
    expect(found.tried).toBeGreaterThan(500);
    expect(lived().filter((step) => !found.taken.has(step))).toEqual([]);
  });
});
