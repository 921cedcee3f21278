import { describe, expect, test } from "vitest";
import { entryBody } from "../../../services/powers/powers/api/entries.ts";
import { lawsFor, repealedFor } from "../../../services/powers/powers/domain/basis.ts";
import { power } from "../../../services/powers/powers/domain/decider.ts";
import { citedIn } from "../../../services/powers/powers/domain/legal-basis.ts";
import { inForceOn } from "../../../shared/powers-in-force/index.ts";
import { instruct } from "../../../shared/service/index.ts";
import { day } from "../../support/deciding.ts";
import { aPowersTown } from "../powers-town.ts";
import { aHandover, aListing, Held } from "./builders.ts";

/** CF-T2: straw burning, under the Air Act until 14 August 2026, under the Ecological Code from the 15th. */
const old = { law: "大气污染防治法", article: "119", repealedFrom: "2026-08-15" };
const code = { law: "生态环境法典", article: "1131", inForceFrom: "2026-08-15" };
const under = (...basis: (typeof old | typeof code)[]) =>
  new Held().lawfully(aListing({ basis }), "2026-03-01").lawfully(aHandover(), "2026-03-01");

describe("CF-T2: an item whose legal basis is repealed", () => {
  test("is flagged on the day, not before, and stands no more where nothing else carries it", () => {
    const held = under(old);
    held.letPass("2026-08-14");
    expect(held.events.at(-1)?.type).not.toBe("powers.power.basis-repealed");
    expect(repealedFor(held.state, "2026-08-14")).toEqual([]);
    held.letPass("2026-08-15");
    expect(held.events.at(-1)).toMatchObject({
      type: "powers.power.basis-repealed",
      data: { laws: [old], on: "2026-08-15" },
    });
    expect(inForceOn(held.state, day("2026-08-14")).inForce).toBe(true);
    expect(inForceOn(held.state, day("2026-08-15"))).toMatchObject({ failed: [{ condition: "basis-not-in-force" }] });
  });

  test("is flagged once, and not at all once it has been based on another law", () => {
    const held = under(old);
    held.letPass("2027-01-01");
    expect(held.events.filter(({ type }) => type === "powers.power.basis-repealed")).toHaveLength(1);
    const rebased = under(old).lawfully(
      { type: "adjust", from: "2026-08-15", basis: [code], document: "县编办〔2026〕2号" },
      "2026-08-01",
    );
    rebased.letPass("2027-01-01");
    expect(rebased.events.map(({ type }) => type)).not.toContain("powers.power.basis-repealed");
    expect(repealedFor(rebased.state, "2026-08-15")).toEqual([]);
  });

  test("superseded: the day of the act decides which law applies, the day before and on the day", () => {
    const held = under(old, code);
    expect(lawsFor(held.state, "2026-08-14")).toEqual([old]);
    expect(lawsFor(held.state, "2026-08-15")).toEqual([code]);
  });

  test("is listed and shown, and the law of an act's day can be asked for", async () => {
    const { get, settle, runtime, published } = aPowersTown();
    const command = aListing({ basis: [old] });
    await instruct({ of: power, id: "PN-001", expects: "new", command }).carryOut(runtime, { id: "opening" });
    await settle();
    const inspector = { sub: "fz-1", name: "法制员", roles: ["legal-reviewer" as const] };
    expect((await get("/powers/repealed-bases", {}, inspector)).body).toEqual({ items: [] });
    expect((await get("/powers/items/PN-001/laws", { on: "2026-08-14" }, inspector)).body).toEqual({
      on: "2026-08-14",
      laws: [old],
    });
    runtime.setClock("2026-08-16T00:00:00.000Z");
    await settle();
    expect(published.at(-1)).toMatchObject({ type: "powers.power.basis-repealed", data: { code: "PN-001" } });
    expect((await get("/powers/repealed-bases", {}, inspector)).body).toMatchObject({ items: [{ code: "PN-001" }] });
    expect((await get("/powers/items/PN-001")).body).toMatchObject({ repealed: [old] });
  });
});

describe("X5: a text of several laws is read at every usual separator", () => {
  const two = [
    { law: "甲法", article: "第九十九条" },
    { law: "乙条例", article: "第十条、第十一条" },
  ];
  test.each(["；", ";", "、", "，", ",", " ", "\n", "； "])("'%s'", (sign) => {
    expect(citedIn(`《甲法》第九十九条${sign}《乙条例》第十条、第十一条`)).toEqual(two);
  });
  test("laws that run together are refused", () => {
    const sent = (legalBasis: string) => entryBody.shape.legalBasis.safeParse(legalBasis);
    expect(sent("《甲法》第九十九条《乙条例》第十条").error?.issues).toMatchObject([
      { message: "text.laws-run-together" },
    ]);
    expect(sent("《甲法》第九十九条;《乙条例》第十条").success).toBe(true);
  });
});
