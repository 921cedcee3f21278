import { enterprise } from "../../../services/enforcement/inspections/domain/enterprise/decider.ts";
import type { Book, Enterprise } from "../../../services/enforcement/inspections/domain/enterprise/enterprise.ts";
import { inspectionItem } from "../../../services/enforcement/inspections/domain/item/decider.ts";
import type { InspectionItem, ItemContent } from "../../../services/enforcement/inspections/domain/item/item.ts";
import { siteInspection } from "../../../services/enforcement/inspections/domain/visit/decider.ts";
import type {
  Enter,
  Propose,
  RecordVisit,
  VisitKnown,
} from "../../../services/enforcement/inspections/domain/visit/messages.ts";
import type { Actor, Context } from "../../../shared/decider/index.ts";
import type { TownProfile } from "../../../shared/town/profile.ts";
import { on } from "../../support/deciding.ts";
import { Living } from "../../support/living.ts";
import { aPower } from "../cases/proceeding/builders.ts";
import { anOfficer, certified } from "../common/builders.ts";

const office = "enforcement-team";
export const officer1: Actor = { sub: "officer-1", name: "执法一号", roles: ["officer"], office };
export const officer2: Actor = { ...officer1, sub: "officer-2", name: "执法二号" };
export const officer3: Actor = { ...officer1, sub: "officer-3", name: "执法三号" };
export const theHead: Actor = { sub: "head-enforcement-team", name: "队长", roles: ["approver"], office };
export const theMayor: Actor = { sub: "zhen-zhang", name: "镇长", roles: ["leader"], office: "party-government" };
export const theSupervisor: Actor = { sub: "supervisor-1", name: "督查", roles: ["supervisor"] };
export const theGridWorker: Actor = { sub: "grid-1", name: "网格员", roles: ["grid-worker"] };
export const theEnterprise: Actor = { sub: "resident-9", name: "经营者", roles: ["resident"], party: "KEY9" };
export const sha = "b".repeat(64);
/** A Monday. */
export const start = "2026-03-02";
export const visitDay = "2026-03-04";

export const aContent = (more: Partial<ItemContent> = {}): ItemContent => ({
  name: { zh: "网吧经营检查", en: "Net cafes" },
  domain: "trade",
  powers: ["PN-070"],
  legalBasis: "互联网上网服务营业场所管理条例",
  source: "镇行政检查事项清单",
  method: "on-site",
  points: [
    { id: "minors", text: { zh: "未接纳未成年人", en: "No minors" } },
    { id: "register", text: { zh: "上网登记完整", en: "Register" } },
  ],
  ...more,
});
export const drafting = (more: Partial<ItemContent> = {}) => ({ type: "draft" as const, content: aContent(more) });
export const publishing = { type: "publish" as const, powers: [{ code: "PN-070", decides: true }] };
export const anItem = (more: Partial<ItemContent> = {}): InspectionItem =>
  new Living(inspectionItem)
    .lawfully(drafting(more), "2026-02-02", officer1)
    .lawfully(publishing, "2026-02-03", theHead).state;

export const inTown = { lng: 101.83, lat: 25.1 };
export const registering = {
  ...{
    type: "register" as const,
    kind: "organisation" as const,
    name: "广通网络会所",
    key: "KEY9",
    domains: ["trade"],
  },
  premises: [{ id: "M1", address: "人民路1号", place: inTown }],
};
export const anEnterprise = () => new Living(enterprise).lawfully(registering, "2026-02-02", officer1);
export const booking = (
  id: string,
  more: Partial<Book["visit"]> & Partial<Omit<Book, "visit" | "type">> = {},
): Book => {
  const { perYear = {}, urgent = false, separately = "另行安排", ...visit } = more;
  return {
    ...{ type: "book", perYear, urgent, separately },
    visit: { id, items: ["JC-001"], from: visitDay, until: visitDay, occasion: "routine", ...visit },
  };
};

const domains = ["trade", "pollution"];
export const certificates = ["officer-1", "officer-2", "officer-3"].map((sub) =>
  anOfficer(sub, [certified({ domains })]),
);
export const known = (more: Partial<VisitKnown> = {}): VisitKnown => ({
  enterpriseState: anEnterprise().state,
  itemStates: [anItem()],
  powers: [aPower()],
  certificates,
  ...more,
});
export const proposing = (more: Partial<Propose> = {}): Propose => ({
  ...{ type: "propose", enterprise: "E1", premises: "M1", items: ["JC-001"], occasion: { kind: "routine" } },
  ...{ manner: "planned", departments: [], companions: [], from: visitDay, until: "2026-03-10", lead: undefined },
  officers: ["officer-1", "officer-2"],
  ...known(),
  ...more,
});
export const approving = { type: "approve" as const, conflicts: [] };
export const scanned = {
  type: "scan" as const,
  scanned: { number: "RQ1", enterprise: "E1", at: `${visitDay}T01:00:00.000Z` },
};
export const entering = (more: Partial<Enter> = {}): Enter => ({
  ...{ type: "enter", shown: { cards: true, notice: true } },
  ...known(),
  ...more,
});
export const finding = (point: string, more: object = {}) => ({
  item: "JC-001",
  point,
  result: "ok" as const,
  ...more,
});
export const aBreach = finding("minors", { result: "breach", power: "PN-070", note: "接纳两名未成年人" });
export const recording = (more: Partial<RecordVisit> = {}): RecordVisit => ({
  ...{ type: "record", summary: "现场检查情况", sha256: sha, pages: 2, files: [], chargedFen: 0 },
  findings: [aBreach, finding("register")],
  signing: { how: "signed", name: "经营者", signedPages: 2 },
  ...more,
});
export const aLead = [{ finding: 0, lead: "L1" }];
export const telling = (more: object = {}) => ({
  ...{ type: "tell-result" as const, how: "by-hand" as const, text: "发现一处违法，已形成线索", proof: sha },
  ...more,
});

/** A town whose profile says otherwise. */
export const inTownWith =
  (change: (rules: TownProfile["enforcement"]["inspections"]) => TownProfile["enforcement"]["inspections"]) =>
  (date: string, actor: Actor): Context => {
    const context = on(date, actor);
    const { town } = context;
    const inspections = change(town.enforcement.inspections);
    return { ...context, town: { ...town, enforcement: { ...town.enforcement, inspections } } };
  };

type Know = (date: string, actor: Actor) => Context;
export const aPlan = (more: Partial<Propose> = {}, know: Know = on) =>
  new Living(siteInspection, know).lawfully(proposing(more), start, officer1);
export const anApproved = (more: Partial<Propose> = {}, know: Know = on) =>
  aPlan(more, know).lawfully(approving, start, theHead);
export const anEntered = (more: Partial<Propose> = {}) =>
  anApproved(more).lawfully(scanned, visitDay, officer1).lawfully(entering(), visitDay, officer1);
export const aSigned = (more: Partial<RecordVisit> = {}, leads = aLead) =>
  anEntered()
    .lawfully(recording(more), visitDay, officer1)
    .lawfully({ type: "countersign", leads }, visitDay, officer2);

export const stateWith = (more: Partial<Enterprise>): Enterprise => ({ ...anEnterprise().state, ...more });
