import { describe, expect, it } from "vitest";
import { itemCode } from "../../../shared/town/item-code.ts";
import { inForceFrom, powerOf } from "../../../shared/town/powers.ts";
import { aProfile, refusalAfter } from "./a-profile.ts";

const town = aProfile();

describe("How the powers are held on opening day", () => {
  it.each([
    ["PL-001", "statutory", "decides", "the homestead is the town's own approval (XK-T1)"],
    ["PL-002", "statutory", "reviews", "the county approves collective land"],
    ["PL-003", "statutory", "forwards", "the county issues the rural building permit (XK-T2)"],
    ["PL-004", "entrusted", "decides", "a licence begins as an entrusted one (XK-24)"],
    ["PS-001", "statutory", "decides", "a public service is a duty of the town"],
    ["PS-069", "entrusted", "decides", "registration of businesses is the market bureau's"],
    ["PN-001", "delegated", "decides", "a penalty is delegated by the province (CF-24)"],
    ["PN-026", "statutory", "decides", "rural illegal building is the town's own (CF-T1)"],
  ])("%s is %s, the town %s it: %s", (code, mode, townRole) => {
    expect(powerOf(town.powers, code)).toMatchObject({ mode, townRole });
  });

  it("begins with the law it rests on, where that is younger (CF-T2)", () => {
    const from = (legalBasis: string) => inForceFrom(town.powers, { legalBasis });
    expect(from("《中华人民共和国生态环境法典》第一千一百六十九条")).toBe("2026-08-15");
    expect(from("《中华人民共和国社会救助法》第十八条；《中华人民共和国生态环境法典》第一条")).toBe("2026-08-15");
    expect(from("《中华人民共和国土地管理法》第六十二条")).toBe("2026-01-01");
    const turned = { ...town.powers, laws: town.powers.laws.toReversed() };
    const both = { legalBasis: "《中华人民共和国渔业法》第一条；《中华人民共和国生态环境法典》第一条" };
    expect(inForceFrom(turned, both)).toBe("2026-08-15");
  });
});

describe("The law of handing powers over", () => {
  it.each<[string, Parameters<typeof refusalAfter>[0], string | undefined]>([
    [
      "a county paper delegates no penalty (CF-24)",
      (p) => {
        p.powers.authority.kind = "county";
      },
      "powers.defaults.penalty.mode: delegated without",
    ],
    [
      "an unpublished decision delegates no penalty (CF-24)",
      (p) => {
        p.powers.authority.published = false;
      },
      "powers.defaults.penalty.mode: delegated without",
    ],
    [
      "the province alone moves no licence (XK-25)",
      (p) => {
        p.powers.defaults.licence.mode = "delegated";
      },
      "powers.defaults.licence.mode: a licence is moved only",
    ],
    [
      "the province with the State Council does (XK-25)",
      (p) => {
        p.powers.defaults.licence.mode = "delegated";
        p.powers.authority.stateCouncilApproval = "国函〔2025〕1号（示例）";
      },
      undefined,
    ],
    [
      "an entrustment needs a published instrument (XK-24)",
      (p) => {
        p.powers.byCode["PL-020"] = { mode: "entrusted", townRole: "decides" };
      },
      "powers.byCode.PL-020.mode: entrusted without",
    ],
    [
      "no power is in force before its letter",
      (p) => {
        p.powers.letter.date = "2026-01-02";
      },
      "powers.inForceFrom: in force before",
    ],
    [
      "no power is in force before the province has decided",
      (p) => {
        p.powers.authority.date = "2026-01-02";
      },
      "powers.inForceFrom: in force before",
    ],
    [
      "a power may be in force on the day of its letter",
      (p) => {
        p.powers.letter.date = "2026-01-01";
      },
      undefined,
    ],
    [
      "a power's code is of a list",
      (p) => {
        p.powers.byCode["PX-001"] = { mode: "statutory", townRole: "decides" };
      },
      "powers.byCode.PX-001",
    ],
  ])("%s", (_, change, says) => {
    const refusal = refusalAfter(change);
    if (says === undefined) expect(refusal).toBeUndefined();
    else expect(refusal).toContain(says);
  });
});

describe("An implementation code (ID-8)", () => {
  it.each([
    ["PL-001", "land", "000115001001"],
    ["PS-069", "market", "002031069001"],
    ["PN-026", "building", "000217026001"],
  ])("of %s is the town's USCC, level 5 and its type, system and number", (code, domain, basic) => {
    const item = itemCode(town, { code, domain });
    expect(item).toBe(`${town.uscc}5${basic}`);
    expect(item).toHaveLength(31);
  });

  it("does not exist for a domain outside the profile", () => {
    expect(() => itemCode(town, { code: "PL-001", domain: "mining" })).toThrow("no domain mining");
  });
});
