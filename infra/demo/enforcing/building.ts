import * as z from "zod";
import type { Caller } from "../client.ts";
import { captain, officer, resident } from "../people.ts";
import { line } from "../show.ts";
import type { Week } from "../week.ts";
import { asParty, fileCase, fileOf } from "./cases.ts";
import { handOver, weighTogether } from "./proceedings.ts";
import { certify } from "./team.ts";

/** 城乡规划法65: the town's own power over what is built in a village without a permit. */
const code = "PN-026";
const address = "松园村〔示例〕9号";
/** Outside of the planned area, where the power is the town's (P8). */
const site = { lng: 101.83, lat: 25.1 };

const paper = z.object({ number: z.object({ text: z.object({ zh: z.string() }) }), issuedOn: z.string() });
export const buildingRead = z.object({
  status: z.string(),
  stopOrder: paper.optional(),
  correctionOrder: paper.optional(),
  demolitionOrder: z.object({ number: z.string(), by: z.iso.date() }).optional(),
  demand: paper.extend({ term: z.object({ due: z.string().nullable() }).optional() }).optional(),
  enforcementDecision: paper.optional(),
  remedyPeriods: z.object({ firstDayAfter: z.iso.date().optional() }).optional(),
  costs: z.object({ claimedFen: z.int() }).optional(),
});
type BuildingRead = z.infer<typeof buildingRead>;

/** An illegal building on its way, and who built it. */
export interface Built {
  readonly case: string;
  readonly proceeding: string;
  readonly id: string;
  readonly owner: Caller;
}

/** One step of a building, by the first officer unless somebody else takes it. */
export const buildingStep = ({ town }: Week, { id }: Built, verb: string, body: object, by = officer(1)) =>
  town.post(`/enforcement/buildings/${id}/${verb}`, body, buildingRead, by);

/** CF-61: a paper of the building is handed over; it has effect by this delivery alone. */
export async function serve(
  week: Week,
  built: Built,
  kind: "stop-order" | "rectification-order" | "demand" | "enforcement-decision",
  of: (read: BuildingRead) => z.infer<typeof paper> | undefined,
): Promise<void> {
  const { town, today } = week;
  const known = of(await town.get(`/enforcement/buildings/${built.id}`, buildingRead, officer(1)));
  if (known === undefined) throw new Error(`${kind} was not issued`);
  const { proceeding } = built;
  const sent = { proceeding, paper: { kind, number: known.number.text.zh, issuedOn: known.issuedOn } };
  const delivery = await town.made("/enforcement/deliveries", sent, officer(1));
  const taken = { on: today.toString(), to: "self", signedBy: "当事人", proof: fileOf(`${delivery} 回证`) };
  await town.act(`/enforcement/deliveries/${delivery}/deliver-by-hand`, taken, officer(1));
  await buildingStep(week, built, "note-service", { delivery });
}

/** CF-T1: two officers record it; the work is to stop, and the building is to be put right within days. */
export async function stopTheBuilding(week: Week): Promise<Built> {
  const { town, today } = week;
  const on = today.toString();
  await certify(week, "building", 1);
  await town.settle();
  const person = week.person();
  const act = {
    ...{ code, by: ["P1"], from: on, until: on, discoveredOn: on, harm: false, place: site, address },
    facts: "未取得乡村建设规划许可证建房",
  };
  const both = [officer(1).sub, officer(2).sub];
  const filed = { acts: [act], parties: [{ ...asParty(person), address }], investigators: both };
  const source = { kind: "inspection", receivedOn: on };
  const proposed = await town.made("/enforcement/cases", { ...filed, source }, officer(1));
  const id = await fileCase(week, proposed, { complex: true, proves: "未批先建" });
  const { id: proceeding } = await town.post(
    "/enforcement/proceedings",
    { case: id, party: "P1" },
    z.object({ id: z.string() }),
    officer(1),
  );
  const { idNumber } = person;
  const owner = { ...resident(45), sub: `resident-builder-${idNumber.slice(11, 17)}`, partyOf: { idNumber } };
  const built = { case: id, proceeding, id: `${proceeding}:A1`, owner };
  const found = {
    ...{ proceeding, act: "A1", with: officer(2).sub, description: "砖混一层", address, home: false },
    ...{ stage: "under-construction", areaSquareMetres: 80, files: [fileOf(`${id} 照片`)] },
  };
  await town.act("/enforcement/buildings", found, officer(1));
  await buildingStep(week, built, "countersign", {}, officer(2));
  const order = { by: today.add({ days: 3 }).toString(), text: "自行拆除或者补办许可" };
  const path = `/enforcement/buildings/${built.id}/order-correction`;
  const unstopped = await town.refuses("enforcement.paper-not-served", path, order, captain);
  await buildingStep(week, built, "order-stop", { reasons: "未取得乡村建设规划许可证" });
  await serve(week, built, "stop-order", ({ stopOrder }) => stopOrder);
  await buildingStep(week, built, "order-correction", order, captain);
  await serve(week, built, "rectification-order", ({ correctionOrder }) => correctionOrder);
  line(
    `违法建房：责令停止建设，送达前不得责令改正（${unstopped.code}）；限 ${order.by} 前改正`,
    "an illegal building: stopped first, then ordered to be put right (CF-T1)",
  );
  return built;
}

/** CF-9a: not put right. Before the decision to demolish its owner is told, and may be heard. */
export async function tellOfDemolition(week: Week, built: Built): Promise<void> {
  const { town } = week;
  const look = { corrected: false, with: officer(2).sub, files: [fileOf(`${built.id} 复查`)] };
  await buildingStep(week, built, "recheck", look);
  const undecided = await town.refuses(
    "enforcement.decision-not-to-demolish",
    `/enforcement/buildings/${built.id}/take-decision`,
    { by: week.today.add({ days: 10 }).toString() },
    officer(1),
  );
  const evidence = z.object({ evidence: z.array(z.object({ id: z.string() })) });
  const read = await town.get(`/enforcement/cases/${built.case}`, evidence, officer(1));
  const charge = {
    ...{ act: "A1", code, competing: [], kinds: ["限期拆除"] },
    facts: [{ text: "未取得许可建房", evidence: read.evidence.map(({ id }) => id) }],
    circumstances: {
      ...{ slight: false, harm: "slight", corrected: false, faultless: false, serious: false, orderUnmet: false },
      grounds: [],
    },
    order: { text: "限期自行拆除" },
  };
  const step = (verb: string, body: object, by = officer(1)) =>
    town.act(`/enforcement/proceedings/${built.proceeding}/${verb}`, body, by);
  await step("charge", { charges: [charge] });
  await step("countersign", {}, officer(2));
  await step("notify", {});
  await step("issue-notice", {}, officer(2));
  await handOver(week, built.proceeding, "notice");
  line(
    `复查未改；决定前不得拆除（${undecided.code}）；告知拟限期拆除，可以申辩、听证`,
    "not put right: its owner is told, with his rights, before anything is decided (CF-9a)",
  );
}

/** CF-57, CF-58: he gives up what is left of his terms; reviewed, discussed, decided by the head, and served. */
export async function decideDemolition(week: Week, built: Built): Promise<void> {
  const { town, today } = week;
  const at = `/enforcement/proceedings/${built.proceeding}`;
  await town.act(`${at}/waive`, { rights: ["defence", "hearing"] }, built.owner);
  await weighTogether(week, built.proceeding);
  const decision = { outcome: "punish", reasons: "事实清楚", performance: { how: "限期自行拆除" } };
  const number = z.object({ decision: z.object({ number: z.object({ text: z.object({ zh: z.string() }) }) }) });
  const decided = await town.post(`${at}/decide`, decision, number, captain);
  await handOver(week, built.proceeding, "decision");
  await town.settle();
  const by = today.add({ days: 10 }).toString();
  await buildingStep(week, built, "take-decision", { by });
  line(`${decided.decision.number.text.zh}：限 ${by} 前自行拆除`, "decided by the head: he is to demolish it himself");
}
