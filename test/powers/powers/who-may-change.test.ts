import { describe, expect, test } from "vitest";
import { changedBy, sideOf } from "../../../services/powers/powers/domain/sides.ts";
import { isRejection } from "../../../shared/decider/index.ts";
import type { Adjustment } from "../../../shared/powers-in-force/index.ts";
import { refusalOf } from "../../support/deciding.ts";
import { theLeader } from "../duties/builders.ts";
import { aHandover, aHeldPower, aListing, inTheDepartmentsName, theCounty } from "./builders.ts";

const today = "2026-03-01";
const { power: entry } = aListing();
const held = () => aHeldPower(aHandover({ inForceFrom: today }));
const document = "县编办〔2026〕2号";

/** One change of every field that can be changed. */
const changes: { readonly [Field in keyof Required<Adjustment>]: Adjustment } = {
  name: { name: { zh: "新名", en: "New name" } },
  itemCode: { itemCode: entry.itemCode },
  sourceDepartment: { sourceDepartment: entry.sourceDepartment },
  dutyList: { dutyList: "cooperating" },
  domain: { domain: entry.domain },
  townRole: { townRole: "reviews" },
  legalBasis: { legalBasis: "本镇规定" },
  basis: { basis: [{ law: "另一法" }] },
  mode: { mode: "entrusted" },
  inWhoseName: { inWhoseName: inTheDepartmentsName },
  letter: { letter: { number: "赋权〔2026〕9号", date: today } },
};
const cells = Object.entries(changedBy).flatMap(([field, who]) =>
  [theLeader, theCounty].map((actor) => ({ field, who, actor, side: sideOf(actor) })),
);
const changing = (field: string) => Object.entries(changes).find(([one]) => one === field)?.[1] ?? {};
const ownRule = /county-must-change|adjustment-document-missing/;

describe("P6, W2, W3: who may change what in a power", () => {
  test("the town keeps the name and the code of an entry; all else is the county's", () => {
    const fields = Object.entries(changedBy).filter(([, who]) => who === "list");
    expect(fields.map(([field]) => field)).toEqual(["name", "itemCode"]);
  });

  test.each(cells)("$field, kept by $who: the $side", ({ field, who, actor, side }) => {
    const adjust = { type: "adjust", from: today, ...changing(field) } as const;
    const bare = held().tell(adjust, today, actor);
    const documented = held().tell({ ...adjust, document }, today, actor);
    if (who === "list") {
      for (const decision of [bare, documented])
        expect(isRejection(decision) ? decision.code : "").not.toMatch(ownRule);
      return;
    }
    expect(refusalOf(bare)).toMatchObject(
      side === "town"
        ? { code: "powers.county-must-change", ground: "actor", details: { fields: [field] } }
        : { code: "powers.adjustment-document-missing", pointer: "/document", details: { fields: [field] } },
    );
    if (side === "town") expect(refusalOf(documented).code).toBe("powers.county-must-change");
    else expect(isRejection(documented) ? documented.code : "").not.toMatch(ownRule);
  });

  test("XK-T2: the leader does not make the town decide what the county decides; the county does, with a document", () => {
    const forwarding = () => held().lawfully({ type: "adjust", from: today, townRole: "forwards", document }, today);
    const deciding = { type: "adjust", from: today, townRole: "decides", document } as const;
    expect(refusalOf(forwarding().tell(deciding, today, theLeader)).code).toBe("powers.county-must-change");
    expect(forwarding().lawfully(deciding, today).events.at(-1)).toMatchObject({
      data: { townRole: "decides", document },
    });
  });

  test("P1: no power is left without a law", () => {
    const none = { type: "adjust", from: today, basis: [], document } as const;
    expect(refusalOf(held().tell(none, today))).toMatchObject({ code: "powers.no-basis", pointer: "/basis" });
  });

  test("the side that suspended a power resumes it", () => {
    const suspend = { type: "suspend", from: today, reason: "评估" } as const;
    const resume = { type: "resume", from: today } as const;
    for (const [own, other] of [
      [theCounty, theLeader],
      [theLeader, theCounty],
    ] as const) {
      const suspended = held().lawfully(suspend, today, own);
      expect(refusalOf(suspended.tell(resume, today, other))).toMatchObject({
        code: "powers.suspended-by-the-other",
        ground: "actor",
        details: { by: sideOf(own) },
      });
      expect(isRejection(suspended.tell(resume, today, own))).toBe(false);
    }
  });

  test("a recall says by which side it is made; the end of an entrustment is the county's", () => {
    const recall = { type: "recall", from: today, document: "收回1号" } as const;
    expect(held().lawfully(recall, today, theLeader).events.at(-1)).toMatchObject({ data: { by: "town" } });
    expect(held().lawfully(recall, today).events.at(-1)).toMatchObject({ data: { by: "county" } });
  });
});
