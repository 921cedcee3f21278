import { describe, expect, test } from "vitest";
import { onSpotPenalty } from "../../../services/enforcement/cases/domain/on-spot/decider.ts";
import type {
  OnSpotCommand,
  OnSpotPenalty,
  RecordSpot,
} from "../../../services/enforcement/cases/domain/on-spot/on-spot.ts";
import { isRejection, theTownItself } from "../../../shared/decider/index.ts";
import { Living } from "../../support/living.ts";
import {
  aFirm,
  aParty,
  aPower,
  at,
  certificates,
  expired,
  officer1,
  officer2,
  officer3,
  theClerk,
} from "./case-builders.ts";
import {
  collectingSpot as collecting,
  decidedSpot as decided,
  on,
  penalty,
  recordedSpot as recorded,
  recording,
  signing,
  theCashier,
} from "./other-builders.ts";

const record = (more: Partial<RecordSpot> = {}, actor = officer1) =>
  new Living(onSpotPenalty, at()).tell(recording(more), on, actor);
describe("CF-51: the simple procedure has its limits", () => {
  test.each([
    ["a citizen", aParty(), 20_000],
    ["an organisation", aFirm({ id: "P1" }), 300_000],
  ] as const)("%s: at the limit yes, a fen above no", (_who, party, limit) => {
    expect(record({ party, amountFen: limit })).not.toHaveProperty("code");
    expect(record({ party, amountFen: limit + 1 })).toMatchObject({ code: "enforcement.simple-not-allowed" });
  });

  test("no confiscation and no criticism, and only where the list allows it", () => {
    expect(record({ kinds: ["没收违法所得"], amountFen: 0 })).toMatchObject({ code: "enforcement.simple-not-allowed" });
    expect(record({ kinds: ["通报批评"], amountFen: 0 })).toMatchObject({ code: "enforcement.simple-not-allowed" });
    expect(record({ penalty: penalty({ simpleProcedurePossible: false }) })).toMatchObject({
      code: "enforcement.simple-not-allowed",
    });
    expect(record({ kinds: ["警告"], amountFen: 0 })).not.toHaveProperty("code");
  });

  test("CF-34a: a fine below the minimum needs a ground, here too", () => {
    expect(record({ amountFen: 999 })).toMatchObject({ code: "enforcement.fine-below-minimum" });
    expect(record({ amountFen: 999, grounds: ["merit"] })).not.toHaveProperty("code");
  });

  test("CF-38, CF-22, CF-30: power, place and age are asked as anywhere", () => {
    expect(record({ power: undefined })).toMatchObject({ code: "enforcement.power-not-in-force" });
    expect(record({ place: { lng: 103, lat: 25 } })).toMatchObject({ code: "enforcement.outside-the-town" });
    const child = aParty({ document: "passport", idNumber: "E1", bornOn: "2012-09-29" });
    expect(record({ party: child })).toMatchObject({ code: "enforcement.under-age" });
  });

  test("P-5: no machine punishes", () => {
    expect(record({}, theTownItself)).toMatchObject({ code: "enforcement.person-decides" });
  });
});

describe("CF-29: one act is fined once", () => {
  const fined = (more = {}) => ({
    entries: [{ of: "S0", code: "PN-070", actOn: on, decidedOn: on, outcome: "punished" as const, ...more }],
  });
  const sign = (spot: ReturnType<typeof recorded>, earlier = fined()) =>
    spot.tell(signing(aPower(), certificates, earlier), on, officer2);

  test("fined for it today already: the other officer does not sign", () => {
    expect(sign(recorded())).toMatchObject({ code: "enforcement.punished-today", details: { rule: "CF-29" } });
  });
  test("another act, said in the record; another day; let off; a mere warning: he signs", () => {
    expect(sign(recorded({ otherAct: "另一网吧" }))).not.toHaveProperty("code");
    expect(sign(recorded(), fined({ actOn: "2026-09-28" }))).not.toHaveProperty("code");
    expect(sign(recorded(), fined({ outcome: "let-off" }))).not.toHaveProperty("code");
    expect(sign(recorded({ kinds: ["警告"], amountFen: 0 }))).not.toHaveProperty("code");
  });
});

describe("CF-52, CF-52a: what happens on the spot", () => {
  const told = recording().told;

  test.each(["cardsShown", "factsAndBasis", "rights"] as const)("%s is noted, or nothing is decided", (field) => {
    expect(record({ told: { ...told, [field]: false } })).toMatchObject({
      code: "enforcement.rights-not-told",
      details: { missing: [field], rule: "CF-52a" },
    });
  });

  test("the defence is heard: that nothing was said is a note as well", () => {
    expect(record({ told: { ...told, defence: { stated: false, note: " " } } })).toMatchObject({
      code: "enforcement.rights-not-told",
      details: { missing: ["defence"] },
    });
  });

  test("a refusal to sign has a witness or a recording", () => {
    expect(record({ form: { how: "refused" } })).toMatchObject({ code: "enforcement.form-not-handed-over" });
    expect(record({ form: { how: "refused", witness: "路人" } })).not.toHaveProperty("code");
  });

  test("CF-42: two officers, and the other one signs himself on the same day", () => {
    expect(record({ with: "officer-1" })).toMatchObject({ code: "enforcement.two-officers" });
    expect(recorded().tell(signing(), on, officer1)).toMatchObject({ code: "enforcement.own-signature" });
    expect(recorded().tell(signing(), on, officer3)).toMatchObject({ code: "enforcement.not-a-named-officer" });
    expect(recorded().tell(signing(), "2026-09-30", officer2)).toMatchObject({ code: "enforcement.not-on-the-spot" });
    const expiring = [...certificates.slice(0, 1), expired("officer-2", "2026-09-28")];
    expect(recorded().tell(signing(aPower(), expiring), on, officer2)).toMatchObject({
      code: "enforcement.two-officers",
    });
  });

  test("a power that was suspended between record and signature punishes nobody", () => {
    const suspended = aPower("PN-150", [{ kind: "suspended", from: on, reason: "整改" }]);
    expect(recorded().tell(signing(suspended), on, officer2)).toMatchObject({ code: "enforcement.power-not-in-force" });
  });

  test("FY-23: it is numbered, and says that review comes first", () => {
    expect(decided().state.decision).toMatchObject({
      number: { text: { zh: expect.stringContaining("〔2026〕") } },
      remedies: { reviewFirst: true, days: 60 },
      reportBy: { unit: "working-day", length: 2, due: "2026-10-08" },
    });
  });

  test("CF-52: reported for record; late is told once, and it is reported all the same", () => {
    const one = decided();
    expect(one.letPass("2026-10-31")).toEqual(["2026-10-09"]);
    one.lawfully({ type: "report" }, "2026-10-12", officer1);
    expect(one.state.status).toBe("reported");
    expect(one.events.at(-1)?.data).toMatchObject({ late: true });
    expect(decided().tell({ type: "report" }, on, officer3)).toMatchObject({ code: "enforcement.not-a-named-officer" });
  });

  test("a warning is settled with its report", () => {
    const one = decided({ kinds: ["警告"], amountFen: 0 }).lawfully({ type: "report" }, on, officer1);
    expect(one.state.status).toBe("settled");
  });

  test("an officer may take the ordinary procedure before the decision, not after", () => {
    const turn = { type: "to-ordinary", case: "CASE1", reasons: "案情复杂" } as const;
    expect(recorded().lawfully(turn, "2026-09-30", officer2).state).toMatchObject({
      status: "ordinary",
      case: "CASE1",
    });
    expect(recorded().tell(turn, on, officer3)).toMatchObject({ code: "enforcement.not-a-named-officer" });
    expect(decided().tell(turn, on, officer2)).toMatchObject({ code: "enforcement.on-spot-not-in-this-state" });
  });
});

describe("CF-52a: a term that was counted with another calendar", () => {
  test("is counted again before anybody is late, and nobody is late on its last day", () => {
    const one = decided();
    const { decision } = one.state;
    if (decision === undefined) throw new Error("not decided");
    const { reportBy } = decision;
    const shorter = { ...reportBy, due: on };
    const before = { ...one.state, decision: { ...decision, reportBy: shorter } };
    const last = at()(String(reportBy.due), theTownItself);
    const counted = onSpotPenalty.decide(before, { type: "pass-time" }, last);
    expect(counted).toMatchObject([
      { type: "enforcement.on-spot.limit-recounted", data: { what: "report", limit: { due: reportBy.due } } },
    ]);
    if (isRejection(counted)) throw new Error("refused");
    const state = counted.reduce<OnSpotPenalty | undefined>(
      (was, event) => onSpotPenalty.evolve(was, { ...event, sequence: 9, time: last.now, actor: theTownItself.sub }),
      one.state,
    );
    expect(state?.decision?.reportBy.due).toBe(reportBy.due);
    expect(state?.late).toEqual([]);
  });
});

describe("CF-68 to CF-71: money on the spot", () => {
  test("CF-68: up to a hundred yuan; above only if later enforcement is hard, or in a remote place at the party's wish", () => {
    expect(decided({ amountFen: 10_000 }).tell(collecting(), on, officer1)).not.toHaveProperty("code");
    const more = decided({ amountFen: 10_001 });
    expect(more.tell(collecting(), on, officer1)).toMatchObject({ code: "enforcement.collection-not-allowed" });
    expect(more.tell(collecting({ remote: true }), on, officer1)).toMatchObject({
      code: "enforcement.collection-not-allowed",
    });
    expect(
      decided({ amountFen: 10_001 }).tell(collecting({ hardToEnforceLater: true }), on, officer1),
    ).not.toHaveProperty("code");
    expect(
      decided({ amountFen: 10_001 }).tell(collecting({ remote: true, partyProposes: true }), on, officer1),
    ).not.toHaveProperty("code");
  });

  test("CF-70: no receipt number, no money", () => {
    expect(decided().tell(collecting({ receipt: " " }), on, officer1)).toMatchObject({
      code: "enforcement.receipt-missing",
    });
  });

  test("before the decision nothing is collected, and nothing twice", () => {
    expect(recorded().tell(collecting(), on, officer1)).toMatchObject({
      code: "enforcement.on-spot-not-in-this-state",
    });
    const one = decided().lawfully(collecting(), on, officer1);
    expect(one.tell(collecting(), on, officer2)).toMatchObject({ code: "enforcement.collected-already" });
    expect(one.tell({ type: "note-paid", on, voucher: "1" }, on, theCashier)).toMatchObject({
      code: "enforcement.collected-already",
    });
  });

  test("CF-71: to the organ in two working days, to the bank in two more, by other hands", () => {
    const one = decided().lawfully({ type: "report" }, on, officer1).lawfully(collecting(), "2026-09-30", officer1);
    expect(one.state.collection?.handInBy).toMatchObject({ due: "2026-10-09" });
    expect(one.tell({ type: "hand-in", to: "officer-2" }, on, officer1)).toMatchObject({
      code: "enforcement.same-hands",
    });
    expect(one.tell({ type: "hand-in", to: "nobody" }, on, officer1)).toMatchObject({
      code: "enforcement.unknown-person",
    });
    expect(one.tell({ type: "hand-in", to: "clerk-3" }, on, officer2)).toMatchObject({
      code: "enforcement.not-a-named-officer",
    });
    one.lawfully({ type: "hand-in", to: "clerk-3" }, "2026-10-09", officer1);
    expect(one.state.collection?.handedIn?.depositBy).toMatchObject({ due: "2026-10-12" });
    expect(one.tell({ type: "deposit", voucher: "1" }, "2026-10-12", theClerk)).toMatchObject({
      code: "enforcement.not-a-named-officer",
    });
    one.lawfully({ type: "deposit", voucher: "1" }, "2026-10-12", theCashier);
    expect(one.state.status).toBe("settled");
    expect(one.letPass("2027-01-01")).toEqual([]);
  });

  test("each term that passes is told once", () => {
    const one = decided().lawfully({ type: "report" }, on, officer1).lawfully(collecting(), "2026-09-30", officer1);
    expect(one.letPass("2026-12-31")).toEqual(["2026-10-10"]);
    one.lawfully({ type: "hand-in", to: "clerk-3" }, "2026-10-12", officer1);
    expect(one.letPass("2026-12-31")).toEqual(["2026-10-15"]);
    expect(one.state.late).toEqual(["hand-in", "deposit"]);
  });

  test("CF-67: paid at the bank, noted by other hands, for a day from the decision to today", () => {
    const paid = (day: string): OnSpotCommand => ({ type: "note-paid", on: day, voucher: "银行1" });
    expect(decided().tell(paid("2026-09-28"), on, theCashier)).toMatchObject({ code: "enforcement.too-early-said" });
    expect(decided().tell(paid("2026-09-30"), on, theCashier)).toMatchObject({ code: "enforcement.too-early-said" });
    expect(decided().tell(paid(on), on, officer1)).toMatchObject({ code: "enforcement.same-hands" });
    const one = decided().lawfully(paid(on), on, theCashier);
    expect(one.state.status).toBe("decided");
    expect(one.lawfully({ type: "report" }, on, officer2).state.status).toBe("settled");
  });

  describe("CF-67, F-36: what the bank has of it", () => {
    const { amountFen } = decided().state;
    const banked = (receipt: string, day: string = on, sum = amountFen): OnSpotCommand => ({
      ...{ type: "note-banked", receipt, amountFen: sum, on: day },
    });
    const refunds = (one: ReturnType<typeof decided>) =>
      one.events.flatMap((event) => (event.type === "enforcement.on-spot.refund-due" ? [event.data.amountFen] : []));

    test("the first payment pays the fine, the second one goes back, the same receipt again changes nothing", () => {
      const one = decided().lawfully({ type: "report" }, on, officer1).lawfully(banked("B1"), on, theTownItself);
      expect(one.state).toMatchObject({ status: "settled", paidOn: on });
      one.lawfully(banked("B1"), on, theTownItself);
      expect(refunds(one)).toEqual([]);
      one.lawfully(banked("B2"), on, theTownItself);
      expect(refunds(one)).toEqual([amountFen]);
      one.lawfully(banked("B3"), on, theTownItself);
      expect(refunds(one)).toEqual([amountFen, amountFen]);
      expect(one.state).toMatchObject({ refundFen: 2 * amountFen, banked: [{}, {}, {}] });
    });

    test("neither a part, nor more, nor a day before the decision or to come", () => {
      for (const sum of [amountFen - 1, amountFen + 1])
        expect(decided().tell(banked("B1", on, sum), on, theTownItself)).toMatchObject({
          code: "enforcement.not-the-whole-sum",
        });
      for (const day of ["2026-09-28", "2026-09-30"])
        expect(decided().tell(banked("B1", day), on, theTownItself)).toMatchObject({
          code: "enforcement.too-early-said",
        });
    });

    test("while the officer still has the money, a payment at the bank is a second one, and goes back at once", () => {
      const one = decided().lawfully(collecting(), on, officer1).lawfully(banked("B1"), on, theTownItself);
      expect(refunds(one)).toEqual([amountFen]);
      expect(one.state.paidOn).toBeUndefined();
      one.lawfully({ type: "hand-in", to: "clerk-3" }, on, officer1);
      one.lawfully({ type: "deposit", voucher: "P1" }, on, theCashier).lawfully(banked("P1"), on, theTownItself);
      expect(refunds(one)).toEqual([amountFen]);
    });

    test("once it was handed on, the first payment may be that money; the second one goes back", () => {
      const one = decided()
        .lawfully(collecting(), on, officer1)
        .lawfully({ type: "hand-in", to: "clerk-3" }, on, officer1)
        .lawfully(banked("P1"), on, theTownItself);
      expect(refunds(one)).toEqual([]);
      one.lawfully({ type: "deposit", voucher: "P1" }, on, theCashier).lawfully(banked("B1"), on, theTownItself);
      expect(refunds(one)).toEqual([amountFen]);
    });
  });
});

test("no event of a penalty on the spot names the party outside of its personal part", () => {
  const one = decided().lawfully(collecting(), on, officer1);
  const published = JSON.stringify(one.events.map(({ type, data }) => [type, data]));
  for (const word of ["欧阳娜娜", "KEY-P1", "11010519491231002X", "某街1号"]) expect(published).not.toContain(word);
});
