import type { Building } from "../../../services/enforcement/buildings/domain/building.ts";
import { building } from "../../../services/enforcement/buildings/domain/decider.ts";
import type {
  BuildingCommand,
  BuildingCommandOf,
  BuildingEvent,
  BuildingKnown,
} from "../../../services/enforcement/buildings/domain/messages.ts";
import type { Proceeding, Remedy } from "../../../services/enforcement/cases/domain/proceeding/proceeding.ts";
import type { Delivery } from "../../../services/enforcement/service-of-papers/domain/delivery.ts";
import { limitFrom } from "../../../shared/calendar/index.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import type { OfficialNumber } from "../../../shared/papers/official-number.ts";
import type { TownProfile } from "../../../shared/town/profile.ts";
import { calendar } from "../../support/deciding.ts";
import { Living } from "../../support/living.ts";
import { at } from "../cases/case-builders.ts";
import { aCase, anAct, aParty, aPower } from "../cases/proceeding/builders.ts";
import { anOfficer, certified, town } from "../common/builders.ts";

const office = "enforcement-team";
export const officerA: Actor = { sub: "officer-1", name: "甲", roles: ["officer"], office };
export const officerB: Actor = { sub: "officer-2", name: "乙", roles: ["officer"], office };
export const stranger: Actor = { ...officerA, sub: "officer-9", name: "丙" };
export const theHead: Actor = { sub: "head-enforcement-team", name: "队长", roles: ["approver"], office };
export const theParty: Actor = { sub: "resident-1", name: "当事人", roles: ["resident"], party: "KEY1" };
export const sha = "a".repeat(64);

type Way = "planning" | "land";
const codes = { planning: "PN-026", land: "PN-022" } as const;
const domains = { planning: "building", land: "land-use" } as const;
const number = (serial: number): OfficialNumber => ({
  ...{ series: "s", year: 2026, serial },
  text: { zh: `第${serial}号`, en: `No. ${serial}` },
});

/** On which day each step of a lawful demolition is taken. */
export const on = {
  recorded: "2026-01-05",
  correctBy: "2026-01-20",
  rechecked: "2026-01-21",
  orderServed: "2026-01-26",
  demolishBy: "2026-02-10",
  demanded: "2026-02-11",
  /** Ten working days after the service of the demand, over the Spring Festival. */
  demandOver: "2026-03-03",
  enforced: "2026-03-04",
  noticeBy: "2026-03-31",
  /** Six months after the service of the decision to enforce; it is the last of the four periods. */
  periodsOver: "2026-09-04",
  demolished: "2026-09-05T02:00:00.000Z",
} as const;

export const aDecision = (way: Way = "planning", more: { servedOn?: string; remedies?: readonly Remedy[] } = {}) => {
  const servedOn = more.servedOn ?? on.orderServed;
  const charge = {
    ...{ act: "A1", code: codes[way], competing: [], kinds: ["限期拆除" as const] },
    facts: [{ text: "未批先建", evidence: ["E1"] }],
    circumstances: {
      ...{ slight: false, harm: "slight" as const, corrected: false, faultless: false, serious: false },
      ...{ orderUnmet: true, grounds: [] },
    },
    order: { text: "限期拆除" },
    law: { version: "now" as const, legalBasis: way === "land" ? "土地管理法78" : "城乡规划法65" },
  };
  return {
    ...{ status: "in-effect", case: "CASE1", party: aParty(), handlers: [officerA.sub, officerB.sub] },
    ...{ begunOn: on.recorded, earlier: [], changes: [], performed: [], remedies: more.remedies ?? [] },
    charges: { revision: 1, items: [charge], on: on.recorded, by: officerA.sub, signedBy: officerB.sub },
    decision: {
      ...{ outcome: "punish", number: number(1), on: servedOn, by: theHead.sub, revision: 1 },
      organ: { name: town.organName, uscc: town.uscc },
      suit: way === "land" ? "fifteen-days" : "six-months",
      served: { on: servedOn, how: "handed-over" },
      toServe: limitFrom(calendar, { rule: "CF-61", article: "61", unit: "working-day", length: 7 }, servedOn),
    },
  } satisfies Proceeding;
};

export function known(way: Way = "planning", more: Partial<BuildingKnown> = {}): BuildingKnown {
  const act = anAct({ code: codes[way], domain: domains[way], place: { lng: 101.83, lat: 25.1 } });
  const certificate = () => certified({ domains: Object.values(domains), from: "2026-01-01", until: "2028-12-31" });
  const change = { kind: "handed-over" as const, from: "2025-01-01", mode: "statutory" as const };
  return {
    case: aCase({ acts: [act] }),
    officers: [anOfficer(officerA.sub, [certificate()]), anOfficer(officerB.sub, [certificate()])],
    proceeding: aDecision(way),
    power: aPower({
      ...{ code: codes[way], domain: domains[way] },
      changes: [{ ...change, inWhoseName: { name: town.organName, uscc: town.uscc } }],
    }),
    ...more,
  };
}

export const recording = (
  way: Way = "planning",
  more: Partial<BuildingCommandOf<"record">> = {},
): BuildingCommandOf<"record"> => ({
  ...known(way),
  ...{ type: "record", proceedingId: "CASE1:P1", act: "A1", with: officerB.sub, description: "砖混二层" },
  ...{ address: "某村3号", home: true, stage: "under-construction", areaSquareMetres: 120, files: [sha] },
  ...more,
});

type Served = Extract<Delivery, { readonly status: "served" }>;

/** A paper as the service of papers brought it to the party. */
export function delivered(
  kind: Delivery["paper"]["kind"],
  servedOn: string,
  paper: { readonly number: OfficialNumber; readonly issuedOn: string } | undefined,
): Served {
  const issuedOn = paper?.issuedOn ?? servedOn;
  return {
    ...{ status: "served", case: "CASE1", proceeding: "CASE1:P1", party: "citizen", servedOn, how: "handed-over" },
    paper: { kind, number: paper?.number.text.zh ?? "", issuedOn },
    limit: limitFrom(calendar, { rule: "CF-61", article: "61", unit: "working-day", length: 7 }, issuedOn),
    ...{ handlers: [officerA.sub, officerB.sub], attempts: [] },
  };
}

export type OneBuilding = Living<Building, BuildingCommand, BuildingEvent>;
const begun = (profile: TownProfile = town): OneBuilding => new Living(building, at(profile));

/** Tells each command in its turn. */
function told(
  one: OneBuilding,
  ...all: readonly (readonly [command: BuildingCommand, when: string, actor: Actor])[]
): OneBuilding {
  for (const [command, when, actor] of all) one.lawfully(command, when, actor);
  return one;
}

export const serving = (delivery: Delivery | undefined, way: Way = "planning"): BuildingCommand => ({
  ...known(way),
  ...{ type: "note-service", deliveryId: "D1", delivery },
});
const noon = (day: string) => `${day}T04:00:00.000Z`;

export const recorded = (
  way: Way = "planning",
  more: Partial<BuildingCommandOf<"record">> = {},
  profile?: TownProfile,
) => told(begun(profile), [recording(way, more), on.recorded, officerA]);
export const found = (way: Way = "planning", more: Partial<BuildingCommandOf<"record">> = {}, profile?: TownProfile) =>
  told(recorded(way, more, profile), [{ ...known(way), type: "countersign" }, on.recorded, officerB]);

export const stopping: BuildingCommand = { ...known(), type: "order-stop", reasons: "未取得许可" };
export const correcting = (by: string = on.correctBy): BuildingCommand => ({
  ...known(),
  ...{ type: "order-correction", by, text: "限期改正" },
});
export const rechecking = (corrected = false): BuildingCommandOf<"recheck"> => ({
  ...known(),
  ...{ type: "recheck", corrected, with: officerB.sub, files: [sha] },
});
/** Stopped, ordered to be put right, and not put right in time. */
export function unmet(more: Partial<BuildingCommandOf<"record">> = {}, profile?: TownProfile) {
  const one = told(found("planning", more, profile), [stopping, on.recorded, officerA]);
  told(one, [serving(delivered("stop-order", on.recorded, one.state.stopOrder)), on.recorded, officerA]);
  told(one, [correcting(), on.recorded, theHead]);
  told(one, [serving(delivered("rectification-order", on.recorded, one.state.order)), on.recorded, officerA]);
  return told(one, [rechecking(), on.rechecked, officerA]);
}
export const taking = (
  way: Way = "planning",
  more: Partial<BuildingKnown> & { by?: string } = {},
): BuildingCommand => ({
  ...known(way),
  ...{ type: "take-decision", by: on.demolishBy },
  ...more,
});
export const decided = (
  way: Way = "planning",
  more: Partial<BuildingCommandOf<"record">> = {},
  profile?: TownProfile,
) =>
  told(way === "land" ? found("land", more, profile) : unmet(more, profile), [taking(way), on.orderServed, officerA]);

export const demanding = (way: Way = "planning"): BuildingCommandOf<"demand"> => ({
  ...known(way),
  ...{ type: "demand", text: "请自行拆除" },
});
/** Demanded, and the demand was served the same day. */
export function demanded(
  way: Way = "planning",
  more: Partial<BuildingCommandOf<"record">> = {},
  profile?: TownProfile,
) {
  const one = told(decided(way, more, profile), [demanding(way), on.demanded, officerA]);
  return told(one, [serving(delivered("demand", on.demanded, one.state.demand), way), on.demanded, officerA]);
}
export const enforcingBy = (
  more: Partial<BuildingCommandOf<"decide-enforcement">> = {},
): BuildingCommandOf<"decide-enforcement"> => ({
  ...known(),
  ...{ type: "decide-enforcement", reasons: "逾期不拆", means: ["machines"], estimateFen: 3_000_000 },
  ...more,
});
/** Decided to enforce, and the decision was served the same day. */
export function enforced(more: Partial<BuildingCommandOf<"record">> = {}, profile?: TownProfile) {
  const one = told(demanded("planning", more, profile), [enforcingBy(), on.enforced, theHead]);
  const paper = delivered("enforcement-decision", on.enforced, one.state.enforcement);
  return told(one, [serving(paper), on.enforced, officerA]);
}
export const announcing = (by: string = on.noticeBy): BuildingCommand => ({
  ...known(),
  ...{ type: "publish-notice", by, where: "村公告栏", proof: sha },
});
export const listing = (more: Partial<BuildingCommandOf<"list-things">> = {}): BuildingCommandOf<"list-things"> => ({
  ...known(),
  ...{ type: "list-things", with: officerB.sub, signature: { how: "refused" }, witnesses: ["村民甲"], files: [sha] },
  things: [
    { description: "衣柜", quantity: "1" },
    { description: "农具", quantity: "3" },
  ],
  ...more,
});
export const beginning = (
  more: Partial<BuildingCommandOf<"begin-demolition">> = {},
): BuildingCommandOf<"begin-demolition"> => ({
  ...known(),
  ...{ type: "begin-demolition", means: ["machines"], partyPresent: false, witnesses: ["村民甲"] },
  ...more,
});
/** Everything is done that comes before the work. */
export const ready = (more: Partial<BuildingCommandOf<"record">> = {}, profile?: TownProfile) =>
  told(enforced(more, profile), [announcing(), on.enforced, officerA], [listing(), noon("2026-09-04"), officerA]);
export const finishing = (
  more: Partial<BuildingCommandOf<"finish-demolition">> = {},
): BuildingCommandOf<"finish-demolition"> => ({
  ...known(),
  ...{ type: "finish-demolition", record: sha, recording: sha, signedBy: ["甲", "乙", "村民甲"] },
  ...more,
});
export const demolished = () =>
  told(ready(), [beginning(), on.demolished, officerB], [finishing(), "2026-09-05T08:00:00.000Z", officerB]);
export const returning = (
  things: readonly string[],
  how: "handed-back" | "deposited" = "handed-back",
): BuildingCommand => ({
  ...known(),
  ...{ type: "hand-back", how, things, signedBy: "欧阳娜娜", proof: sha },
});
export const claiming = (more: Partial<BuildingCommandOf<"claim-costs">> = {}): BuildingCommandOf<"claim-costs"> => ({
  ...known(),
  ...{ type: "claim-costs", items: [{ description: "机械", amountFen: 2_500_000, proof: sha }], salvageFen: 0 },
  ...more,
});
export const applying = (more: Partial<BuildingKnown> = {}): BuildingCommandOf<"apply-to-court"> => ({
  ...known("land"),
  ...{ type: "apply-to-court", factsAndBasis: "事实和依据", object: "房屋现状" },
  ...more,
});
