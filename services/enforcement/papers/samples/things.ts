import type { OfficerCopy, PowerCopy } from "../../../../shared/powers-in-force/index.ts";
import type { TownProfile } from "../../../../shared/town/profile.ts";
import type { CaseParty, ListedAct } from "../../cases/domain/case/case.ts";
import type { ProposedAct } from "../../cases/domain/case/messages.ts";
import type { ProposedCharge } from "../../cases/domain/proceeding/messages.ts";
import type { Penalty } from "../../penalty-list/domain/index.ts";
import type { Cast } from "./sampled.ts";

/** What the samples are about: an invented breach, two invented parties, and the law of it. All names are examples. */
export const code = "PN-150";
const domain = "trade";
export const digest = "3f".repeat(32);

export const penalty: Penalty = {
  code,
  act: { zh: "未经登记从事经营活动", en: "Trading without a registration" },
  domain,
  sourceDepartment: "县市场监督管理局",
  limitationYears: 2,
  rectificationDays: 15,
  simpleProcedurePossible: true,
  norm: {
    legalBasis: "《示例经营管理条例》第十条",
    kinds: ["警告", "罚款", "没收违法所得"],
    citizenFine: { minFen: 10_000, maxFen: 2_000_000 },
    organisationFine: { minFen: 100_000, maxFen: 20_000_000 },
    tiers: [
      { name: "一般", fromPercent: 0, toPercent: 50 },
      { name: "从重", fromPercent: 50, toPercent: 100 },
    ],
  },
  verified: "yes",
};
export const listed: ListedAct = {
  ...{ code, name: penalty.act, domain, sourceDepartment: penalty.sourceDepartment, limitationYears: 2 },
};

export const power = ({ organName: name, uscc }: TownProfile): PowerCopy => ({
  ...{ code, townRole: "decides", domain, followedTo: 1 },
  changes: [{ kind: "handed-over", from: "2025-01-01", mode: "delegated", inWhoseName: { name, uscc } }],
});
export const certificates = ({ officers }: Cast): readonly OfficerCopy[] =>
  officers.map(({ sub }, at) => ({
    ...{ certificate: `云E5323020010${at + 1}`, sub, followedTo: 1 },
    changes: [{ kind: "certified", from: "2025-01-01", until: "2027-12-31", domains: [domain] }],
  }));

export const act = (place: ProposedAct["place"], on: string): ProposedAct => ({
  ...{ code, by: ["P1", "P2"], from: on, until: on, discoveredOn: on, harm: false, place },
  address: "广通镇人民路〔示例〕1号",
  facts: "未办理市场主体登记，在临街铺面销售日用百货",
});

export const citizen: CaseParty = {
  ...{ id: "P1", kind: "citizen", role: "principal", key: "P" },
  ...{ name: "欧阳娜娜", idNumber: "11010519491231002X", phone: "13812345678", bornOn: "1949-12-31" },
  address: "广通镇沿河村〔示例〕2号",
};
export const firm: CaseParty = {
  ...{ id: "P2", kind: "organisation", role: "principal", key: "F" },
  ...{ name: "广通金穗日用百货经营部〔示例〕", idNumber: "91532302MA00000001", phone: "13987654321" },
  address: "广通镇人民路〔示例〕1号",
};

/** A fine that gives a right to a hearing, and gains of which a part goes back to victims (CF-28). */
export const charge = (evidence: readonly string[]): ProposedCharge => ({
  ...{ act: "A1", code, competing: [], kinds: ["罚款", "没收违法所得"] },
  facts: [{ text: "当事人自行进货、定价、收款，销售日用百货，未办理市场主体登记", evidence }],
  circumstances: {
    ...{ slight: false, harm: "slight", corrected: true, faultless: false, serious: false, orderUnmet: false },
    grounds: [],
  },
  fine: { amountFen: 600_000, tier: "一般", grounds: [] },
  confiscation: { gainsFen: 1_200_000, refundsFen: 200_000, goods: [] },
  order: { text: "停止经营，依法办理登记", by: "2026-02-13" },
});
