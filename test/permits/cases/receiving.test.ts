import { describe, expect, test } from "vitest";
import type { PowerChange } from "../../../shared/powers-in-force/index.ts";
import { refusalOf } from "../../support/deciding.ts";
import { handedOver } from "../../support/known-power.ts";
import {
  aCommand,
  aGuide,
  anAgent,
  anApplication,
  aPower,
  aResident,
  Case,
  theApplicant,
  theClerk,
  theForm,
  thePlan,
} from "./builders.ts";

const today = "2026-03-02";
const receive = aCommand(today).receive;

describe("P5: no power, no act", () => {
  const suspended: PowerChange = { kind: "suspended", from: "2026-03-02", reason: "年度评估" };
  const recalled: PowerChange = { kind: "recalled", from: "2026-03-02", document: "收回〔2026〕1号" };

  test.each([
    ["not listed", undefined, ["not-listed"]],
    ["listed but never handed over", aPower({ changes: [] }), ["not-handed-over"]],
    ["handed over from tomorrow", aPower({ changes: [{ ...handedOver, from: "2026-03-03" }] }), ["not-yet-in-force"]],
    ["suspended from today", aPower({ changes: [handedOver, suspended] }), ["suspended"]],
    ["taken back from today", aPower({ changes: [handedOver, recalled] }), ["recalled"]],
    [
      "taken back and suspended besides",
      aPower({ changes: [handedOver, { ...recalled, from: "2026-03-01" }, suspended] }),
      ["recalled", "suspended"],
    ],
  ])("a power %s receives nothing, and each failing condition is named", (_case, power, conditions) => {
    const refusal = refusalOf(new Case().tell({ ...receive, power }, today));
    expect(refusal).toMatchObject({
      code: "permits.power-not-in-force",
      ground: "rule",
      details: { item: "PL-018", on: today, rule: "P5", conditions },
    });
  });

  test.each([
    ["handed over from today", aPower({ changes: [{ ...handedOver, from: today }] })],
    ["suspended from tomorrow", aPower({ changes: [handedOver, { ...suspended, from: "2026-03-03" }] })],
    ["taken back from tomorrow", aPower({ changes: [handedOver, { ...recalled, from: "2026-03-03" }] })],
    ["suspended and resumed by today", aPower({ changes: [handedOver, suspended, { kind: "resumed", from: today }] })],
  ])("a power %s receives", (_case, power) => {
    expect(new Case().lawfully({ ...receive, power }, today).status).toBe("received");
  });

  test("what the town only forwards is received all the same (XK-T2)", () => {
    expect(new Case().lawfully({ ...receive, power: aPower({ townRole: "forwards" }) }, today).status).toBe("received");
  });
});

describe("XK-31: only what the guide asks for", () => {
  test("a material the guide does not name is not taken in, and its place is told", () => {
    const refusal = refusalOf(new Case().tell({ ...receive, materials: [theForm, "无犯罪记录证明"] }, today));
    expect(refusal).toMatchObject({
      code: "permits.material-not-asked",
      pointer: "/materials/1",
      details: { rule: "XK-31" },
    });
  });

  test("nor is it when brought later", () => {
    const refusal = refusalOf(anApplication().tell({ type: "correct", materials: ["技术转让协议"] }, today));
    expect(refusal).toMatchObject({ code: "permits.material-not-asked", pointer: "/materials/0" });
  });

  test("an item without a guide cannot be applied for", () => {
    expect(refusalOf(new Case().tell({ ...receive, guide: undefined }, today))).toMatchObject({
      code: "permits.unknown-item",
      ground: "input",
      pointer: "/itemCode",
    });
  });
});

describe("who applies", () => {
  test("XK-32: whoever comes is received, however little he brings", () => {
    expect(new Case().lawfully({ ...receive, materials: [] }, today).state).toMatchObject({
      status: "received",
      given: [],
      receivedOn: today,
      receivedBy: "clerk-1",
    });
  });

  test.each([
    ["110105194912310021", "citizen-number.check-digit"],
    ["11010519491331002X", "citizen-number.birth-date"],
    ["110105", "citizen-number.length"],
  ])("a citizen's number %s is refused as %s, with its place", (idNumber, code) => {
    const applicant = { ...theApplicant, idNumber };
    expect(refusalOf(new Case().tell({ ...receive, applicant }, today))).toMatchObject({
      code,
      ground: "input",
      pointer: "/applicant/idNumber",
    });
  });

  test("a birth to come is refused on the day before it and taken on the day itself", () => {
    const born = { ...receive, applicant: { ...theApplicant, idNumber: withCheck("11010520260302002") } };
    expect(refusalOf(new Case().tell(born, "2026-03-01")).code).toBe("citizen-number.future-birth");
    expect(new Case().lawfully(born, "2026-03-02").status).toBe("received");
  });

  test("an organisation is known by its credit code, not by a citizen's number", () => {
    const applicant = { ...theApplicant, kind: "organisation", idNumber: "91530000MA6K0000X0" } as const;
    expect(new Case().lawfully({ ...receive, applicant }, today).status).toBe("received");
  });

  test("the case follows the version of the guide it was filed under", () => {
    const one = new Case().lawfully({ ...receive, guide: { ...aGuide(), version: 7 } }, today);
    expect(one.state).toMatchObject({ item: { code: "PL-018", guideVersion: 7 }, office: "agriculture-centre" });
  });

  test("a material given twice counts once", () => {
    const one = new Case().lawfully({ ...receive, materials: [theForm, theForm, thePlan] }, today);
    expect(one.state.given).toEqual([theForm, thePlan]);
  });
});

describe("L1: whose case it is", () => {
  test("a resident who files it himself may follow it, and is its owner", () => {
    expect(new Case().lawfully(receive, today, aResident).state.owner).toBe(aResident.sub);
  });

  test("what is filed at the counter belongs to nobody who works there, though he lives in the town too", () => {
    const neighbour = { ...theClerk, roles: ["resident", "clerk"] as const };
    expect(new Case().lawfully(receive, today, neighbour).state.owner).toBeUndefined();
  });

  test.each(["correct", "withdraw"] as const)("nobody but the counter and its owner may %s it", (type) => {
    const strangers = [
      { ...aResident, sub: "resident-2" },
      { ...anAgent, sub: "agent-2" },
    ];
    for (const stranger of strangers) {
      const one = anApplication({ by: aResident });
      expect(refusalOf(one.tell(aCommand(today)[type], today, stranger))).toMatchObject({
        code: "permits.not-yours",
        ground: "actor",
      });
      expect(one.status).toBe("received");
    }
    for (const allowed of [aResident, theClerk])
      anApplication({ by: aResident }).lawfully(aCommand(today)[type], today, allowed);
  });
});

/** The check digit by hand (ID-1), independent of the code under test. */
function withCheck(body: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, place) => total + weight * Number(body[place]), 0);
  return body + "10X98765432"[sum % 11];
}
