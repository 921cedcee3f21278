import { createHash } from "node:crypto";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import * as z from "zod";
import { Town } from "../../infra/demo/client.ts";
import { drawTheGrids } from "../../infra/demo/gridding/grids.ts";
import { liveWeek } from "../../infra/demo/life.ts";
import {
  accountant,
  agent,
  captain,
  cashier,
  clerk,
  county,
  dispatcher,
  financeHead,
  gridWorker,
  head,
  mayor,
  officer,
  resident,
  somebody,
} from "../../infra/demo/people.ts";
import { startTown } from "../../infra/embedded/start.ts";
import { holdACampaign, inspectAnEnterprise } from "./lived-inspections.ts";
import { carryOutTheBudget, handABookOver, hearFromTheCounty, keepWhatHasAnOwner, payAClaim } from "./lived-money.ts";
import { anOpenedTown } from "./opened-town.ts";
import { aPhoto } from "./pictures.ts";

/** Something that exists: its id, and its stored state as text. */
export interface Thing {
  readonly id: string;
  readonly state: string;
}

/** Below which path the things of each aggregate are read. */
const paths: Readonly<Record<string, string>> = {
  absence: "/permits/absences",
  appeal: "/grid-events/appeals",
  application: "/permits/applications",
  assignment: "/permits/assignments",
  authorisation: "/permits/authorisations",
  ban: "/permits/bans",
  bundle: "/permits/bundles",
  campaign: "/enforcement/campaigns",
  certificate: "/permits/certificates",
  complaint: "/permits/complaints",
  consultation: "/permits/consultations",
  departure: "/permits/departures",
  document: "/permits/documents",
  "unit-notice": "/grid-events/unit-notices",
  event: "/grid-events/events",
  "environment-check": "/grid-events/environment-checks",
  "household-contact": "/grid-events/household-contacts",
  "household-visit": "/grid-events/household-visits",
  reward: "/grid-events/rewards",
  "waste-plan": "/grid-events/waste-plans",
  "grid-map": "/grid-events/grid-maps",
  "grid-post": "/grid-events/posts",
  "offline-entry": "/grid-events/offline-entries",
  book: "/finance/books",
  "ledger-entry": "/finance/entries",
  settlement: "/finance/settlements",
  entitlement: "/finance/entitlements",
  "transfer-receipt": "/finance/transfer-receipts",
  "demand-letter": "/finance/demand-letters",
  fund: "/finance/funds",
  "fund-share": "/finance/fund-shares",
  debt: "/finance/debts",
  "debt-stock": "/finance/debt-stocks",
  "project-opening": "/finance/project-openings",
  beneficiary: "/finance/beneficiaries",
  "benefit-programme": "/finance/benefit-programmes",
  "benefit-grant": "/finance/benefit-grants",
  "benefit-batch": "/finance/benefit-batches",
  "service-contract": "/finance/service-contracts",
  asset: "/finance/assets",
  "credit-month": "/finance/credit-months",
  "budget-year": "/finance/budget-years",
  "budget-line": "/finance/budget-lines",
  payee: "/finance/payees",
  receivable: "/finance/receivables",
  "fiscal-receipt": "/finance/fiscal-receipts",
  "receipt-stock": "/finance/receipt-stocks",
  revenue: "/finance/revenues",
  "reward-payment": "/finance/rewards",
  statement: "/finance/statements",
  "bank-line": "/finance/bank-lines",
  payment: "/finance/payments",
  "payment-file": "/finance/payment-files",
  guide: "/permits/guides",
  hearing: "/enforcement/hearings",
  inspection: "/permits/inspections",
  material: "/permits/materials",
  mediation: "/grid-events/mediations",
  notice: "/permits/notices",
  petition: "/grid-events/petitions",
  picture: "/grid-events/pictures",
  device: "/grid-events/devices",
  "device-area": "/grid-events/device-alarms",
  "patrol-plan": "/grid-events/patrol-plans",
  "patrol-walk": "/grid-events/patrol-walks",
  queue: "/permits/hall/queues",
  rating: "/permits/ratings",
  reduction: "/permits/reductions",
  report: "/permits/reports",
  "address-confirmation": "/enforcement/address-confirmations",
  building: "/enforcement/buildings",
  case: "/enforcement/cases",
  "case-file": "/enforcement/case-files",
  delivery: "/enforcement/deliveries",
  enterprise: "/enforcement/enterprises",
  evidence: "/enforcement/evidence",
  "evidence-file": "/enforcement/evidence-files",
  fine: "/enforcement/fines",
  goods: "/enforcement/goods",
  "inspection-draw": "/enforcement/inspection-draws",
  "inspection-item": "/enforcement/inspection-items",
  "joint-meeting": "/enforcement/joint-meetings",
  "joint-patrol": "/enforcement/joint-patrols",
  guidance: "/enforcement/guidances",
  lead: "/enforcement/leads",
  measure: "/enforcement/measures",
  letter: "/enforcement/letters",
  "on-spot": "/enforcement/on-spot-penalties",
  paper: "/enforcement/papers",
  penalty: "/enforcement/penalties",
  proceeding: "/enforcement/proceedings",
  publication: "/enforcement/publications",
  rectification: "/enforcement/rectifications",
  roster: "/enforcement/rosters",
  "site-inspection": "/enforcement/inspections",
  squad: "/enforcement/squads",
  substitution: "/enforcement/substitutions",
  study: "/enforcement/studies",
  duty: "/powers/duties",
  "venue-duty": "/enforcement/venue-duties",
  evaluation: "/powers/evaluations",
  "evaluation-round": "/powers/evaluation-rounds",
  handover: "/powers/handovers",
  "household-claim": "/permits/household-claims",
  officer: "/powers/officers",
  power: "/powers/items",
  "case-register": "/powers/running-cases",
  "readiness-record": "/powers/readiness-records",
};

/** A town with its week behind it. */
export type LivedTown = Awaited<ReturnType<typeof aLivedTown>>;

/** The record of the imports is one thing; an import is read below it. */
const importsPath = "/powers/imports";
const imports = z.object({ state: z.object({ done: z.array(z.object({ id: z.string() })) }) });

const row = z.object({ item: z.string() });
const named = z.object({ aggregate: z.string(), id: z.string() });

/** The records of a service, each as JSON. */
export type Kept = (service: string) => Promise<readonly string[]>;

/** A town in which one week has passed, so that there is one of everything; `things` are found in its file, not through its routes. */
export async function aLivedTown() {
  const directory = await anOpenedTown();
  const running = await startTown({ dataDir: directory.path, port: 0, retryDelay: 5 });
  const town = new Town(running.url);
  const kept = keptInFile(directory.path);
  await liveThrough(town, kept, running.settle);
  const things = await thingsIn(kept);
  const stop = async () => {
    await running.stop();
    await directory.remove();
  };
  return { running, town, things, directory: directory.path, stop };
}

/** Lives the week of the demo in a town, and does what the week lacks. */
export async function liveThrough(
  town: Town,
  kept: Kept,
  settle: (milliseconds: number) => Promise<void>,
): Promise<void> {
  await liveWeek(town);
  await whatTheWeekLacked(town, await ownLicence(kept));
  await holdACampaign(town, await inspectAnEnterprise(town));
  await holdACase(town, kept);
  await preserveGoods(town, kept);
  await buildWithoutPermit(town);
  await cooperate(town);
  await divideIntoGrids(town);
  await watchTheEnvironment(town);
  await visitHouseholds(town);
  await writeInTheMountains(town);
  await keepBooks(town);
  await appealToTheTown(town);
  await settle(60_000);
  await publishADecision(town);
  await settle(60_000);
}

/** The records in a town's file, read while it works. */
export const keptInFile =
  (directory: string): Kept =>
  async (service) => {
    const file = new DatabaseSync(join(directory, "town.db"), { readOnly: true });
    const found = file.prepare(`SELECT item FROM "guangtong-${service}" WHERE ${isThing}`).all();
    file.close();
    return found.map((one) => row.parse(one).item);
  };

/** Every thing of the town, by the path below which it is read. */
export async function thingsIn(kept: Kept): Promise<ReadonlyMap<string, readonly Thing[]>> {
  const things = new Map<string, Thing[]>([...Object.values(paths), importsPath].map((path) => [path, []]));
  for (const service of ["permits", "powers", "enforcement", "grid-events", "finance"]) {
    things.set(`/${service}/holds`, []);
    for (const item of await kept(service)) {
      const { aggregate, id } = named.parse(JSON.parse(item));
      const path = aggregate === "hold" ? `/${service}/holds` : (paths[aggregate] ?? "");
      // Two services may call different things by one word: a permit's files, and the file of a penalty case.
      if (path.startsWith(`/${service}/`)) things.get(path)?.push({ id, state: item });
      if (aggregate !== "list-import") continue;
      const { done } = imports.parse(JSON.parse(item)).state;
      things.get(importsPath)?.push(...done.map((one) => ({ id: one.id, state: item })));
    }
  }
  const shown = (things.get("/enforcement/publications") ?? []).filter(({ state }) => state.includes('"published"'));
  things.set("/enforcement/published-decisions", shown);
  // A picture that was released is everybody's; the others are those of their matter.
  const released = (things.get("/grid-events/events") ?? []).filter(({ state }) => state.includes(releasedText));
  const pictures = things.get("/grid-events/pictures") ?? [];
  const isReleased = ({ state }: Thing) => released.some(({ id }) => state.includes(id));
  things.set("/grid-events/released-pictures", pictures.filter(isReleased));
  things.set(
    "/grid-events/pictures",
    pictures.filter((one) => !isReleased(one)),
  );
  return things;
}

const isThing = "sk = 'state' AND item ->> '$.aggregate' IS NOT NULL";
const licence = z.object({
  id: z.string(),
  state: z.object({ status: z.literal("valid"), office: z.string(), owner: z.string() }),
});

/** A valid certificate of somebody who filed it with his own login. */
async function ownLicence(kept: Kept): Promise<z.infer<typeof licence>> {
  for (const { state } of (await thingsIn(kept)).get("/permits/certificates") ?? []) {
    const found = licence.safeParse(JSON.parse(state));
    if (found.success) return found.data;
  }
  throw new Error("no resident got a certificate online");
}

const list = z.object({ items: z.array(z.looseObject({ name: z.object({ zh: z.string(), en: z.string() }) })) });

/** The county imports one entry of the list, with another English name. */
async function importOneEntry(town: Town): Promise<void> {
  const { items } = await town.get("/powers/list.json", list);
  const [entry] = items.slice(-1);
  if (entry === undefined) throw new Error("the town has no list");
  const name = { ...entry.name, en: `${entry.name.en} (as amended)` };
  const document = encodeURIComponent("禄编办〔2026〕9号");
  await town.act(`/powers/list/import?document=${document}`, { items: [{ ...entry, name }] }, county);
}

/**
 * A training, an officer, an evaluation, an import of the list; of one resident a bundle, an authorisation with its notice,
 * a visit told beforehand.
 */
async function whatTheWeekLacked(town: Town, { id, state }: z.infer<typeof licence>): Promise<void> {
  const { today } = await town.time();
  const period = { from: today, until: "2099-01-01" };
  const person = { sub: "officer-7", name: "执法七号" };
  const training = { kind: "training", domain: "agriculture", what: "农机安全培训", ...period, person };
  await town.act("/powers/readiness-records", training, mayor);
  await town.act(
    "/powers/officers",
    { ...person, certificate: "云E0099", domains: ["agriculture"], ...period },
    county,
  );
  await town.act("/powers/evaluations", { year: Number(today.slice(0, 4)), interim: true }, mayor);
  await importOneEntry(town);
  const asked = { document: "（2026）云23行初1号", reason: "行政诉讼期间留存" };
  await town.act("/permits/holds", { ...asked, aggregate: "certificate", record: id }, mayor);
  await town.act("/powers/holds", { ...asked, aggregate: "officer", record: "云E0099" }, mayor);
  const { kind: _kind, ...villager } = somebody(900, () => 0.5);
  await town.act(
    "/permits/bundles",
    { bundle: "YJS01", applicant: { kind: "citizen", ...villager }, materials: [] },
    resident(31),
  );
  const authorisation = {
    ...{ villager, resident: "resident-31", agent: { sub: agent.sub, name: agent.name } },
    ...{ items: "all", acts: ["file"], proof: { kind: "counter" }, until: today },
  };
  await town.act("/permits/authorisations", authorisation, clerk(1));
  const visit = {
    ...{ certificate: id, announced: true, occasion: { kind: "for-cause", brief: "核查现场" } },
    ...{
      by: today,
      place: "沿河村〔示例〕",
      inspectors: [officer(1), officer(2)].map(({ sub, name }) => ({ sub, name })),
    },
  };
  await town.act("/permits/inspections", visit, head(state.office));
}

/** The head lets everybody read a decision that the town's lists propose (CF-48). */
async function publishADecision(town: Town): Promise<void> {
  const rows = z.object({ items: z.array(z.object({ id: z.string() })) });
  const { items } = await town.get("/enforcement/publications", rows, captain);
  const [first] = items;
  if (first === undefined) throw new Error("the week left no decision with social effect");
  const text = { summary: "接纳未成年人进入营业场所", otherSites: ["信用中国"] };
  await town.act(`/enforcement/publications/${first.id}/publish`, text, captain);
}

/** A case kept for a lawsuit, and its file for the court. */
async function holdACase(town: Town, kept: Kept): Promise<void> {
  const [first] = (await thingsIn(kept)).get("/enforcement/cases") ?? [];
  if (first === undefined) throw new Error("the week left no case");
  const asked = { document: "（2026）云23行初2号", reason: "行政诉讼期间留存" };
  await town.act("/enforcement/holds", { ...asked, aggregate: "case", record: first.id }, mayor);
  await town.act("/enforcement/case-files", { case: first.id, incomplete: true }, mayor);
}

const leave = z.object({
  id: z.string(),
  upload: z.object({ url: z.string(), headers: z.record(z.string(), z.string()) }),
});

/** An officer sends a file of evidence to his case. */
async function sendEvidence(town: Town, id: string): Promise<void> {
  const content = new TextEncoder().encode("%PDF-1.7\n现场检查笔录");
  const sha256 = createHash("sha256").update(content).digest("hex");
  const said = { case: id, type: "application/pdf", bytes: content.length, sha256, title: "现场检查笔录" };
  const { id: file, upload } = await town.post("/enforcement/evidence-files", said, leave, officer(1));
  await fetch(upload.url, { method: "PUT", headers: upload.headers, body: content });
  await town.act(`/enforcement/evidence-files/${file}/complete`, {}, officer(1));
}

/** A villager builds in the village planning area without a permit; two officers record it (CF-T1). */
async function buildWithoutPermit(town: Town): Promise<void> {
  const { today } = await town.time();
  const period = { from: today, until: "2099-01-01" };
  for (const one of [officer(1), officer(2)])
    await town.act(
      "/powers/officers",
      { sub: one.sub, name: one.name, certificate: `云E008${one.sub.slice(-1)}`, domains: ["building"], ...period },
      county,
    );
  await town.settle();
  const { name, idNumber, phone } = somebody(901, () => 0.5);
  const act = {
    ...{ code: "PN-026", by: ["P1"], from: today, until: today, discoveredOn: today, harm: false },
    ...{ place: { lng: 101.83, lat: 25.1 }, address: "松园村〔示例〕9号", facts: "未取得乡村建设规划许可证建房" },
  };
  const party = { id: "P1", kind: "citizen", role: "principal", name, idNumber, phone, address: "松园村〔示例〕9号" };
  const id = await town.made(
    "/enforcement/cases",
    {
      ...{ acts: [act], parties: [party], investigators: [officer(1).sub, officer(2).sub] },
      source: { kind: "inspection", receivedOn: today },
    },
    officer(1),
  );
  await town.act(`/enforcement/cases/${id}/approve`, {}, head("enforcement-team"));
  await town.act("/enforcement/proceedings", { case: id, party: "P1" }, officer(1));
  await sendEvidence(town, id);
  await town.act(
    "/enforcement/buildings",
    {
      ...{ proceeding: `${id}:P1`, act: "A1", with: officer(2).sub, description: "砖混一层", home: true, files: [] },
      ...{ address: "松园村〔示例〕9号", stage: "under-construction", areaSquareMetres: 80 },
    },
    officer(1),
  );
  await town.act(
    "/enforcement/substitutions",
    {
      ...{ kind: "at-once", removed: "spill", site: "road", place: act.place, domain: "building", files: [] },
      ...{ with: officer(2).sub, description: "货车遗洒砂石", partyPresent: false, party: { name, idNumber } },
    },
    officer(1),
  );
}

const underInvestigation = z.object({ state: z.object({ status: z.literal("investigating") }) });

/** Goods of a case that is not decided yet, kept by the counter. */
async function preserveGoods(town: Town, kept: Kept): Promise<void> {
  const all = (await thingsIn(kept)).get("/enforcement/cases") ?? [];
  const open = all.find(({ state }) => underInvestigation.safeParse(JSON.parse(state)).success);
  if (open === undefined) throw new Error("the week left no case under investigation");
  const meant = { case: open.id, kind: "preservation", party: "P1", slight: false, reasons: "证据可能灭失" };
  const id = await town.made("/enforcement/measures", meant, officer(1));
  const step = (verb: string, body: object, by = officer(1)) =>
    town.act(`/enforcement/measures/${id}/${verb}`, body, by);
  await step("approve", {}, captain);
  const file = "a".repeat(64);
  const item = {
    ...{ kind: "goods", title: "主机", quantity: 1, unit: "台", condition: "完好", seals: ["封001"], pictures: [file] },
    ...{ place: "镇政府库房", keeper: { kind: "staff", sub: clerk(1).sub } },
    ...{ relation: "of-the-case", dailyNecessity: false, sealedElsewhere: false },
  };
  await step("carry-out", {
    ...{ with: officer(2).sub, address: "广通镇人民路〔示例〕1号", goods: [item] },
    course: { cardsShown: true, reasonsTold: true, rightsTold: true, heard: true },
    ...{ present: { who: "party", name: "当事人" }, record: { sha256: file, signing: "signed" } },
    handover: { decision: file, list: file, to: "party" },
  });
  await step("countersign", {}, officer(2));
}

/** An appeal that an office answers, a petition (G8), and a dispute to be mediated (G7). */
async function appealToTheTown(town: Town): Promise<void> {
  const against = { kind: "person", name: "某工作人员" } as const;
  const id = await town.made("/grid-events/appeals", { text: "东街〔示例〕路面积水", against }, resident(31));
  const to = { sub: "head-social-affairs", office: "social-affairs" };
  await town.act(`/grid-events/appeals/${id}/assign`, { to }, dispatcher);
  const parties = [{ name: "当事人甲〔示例〕", mine: true }, { name: "当事人乙〔示例〕" }];
  const dispute = await town.made("/grid-events/mediations", { subject: "院墙边界〔示例〕", parties }, resident(31));
  await town.act(`/grid-events/mediations/${dispute}/appoint`, { mediator: "grid-worker-1" }, dispatcher);
  await town.made("/grid-events/petitions", { text: "征地补偿〔示例〕" }, resident(31));
}

/** An inspection with a warning, a reward, the waste rounds of a village (G11, G12). */
async function watchTheEnvironment(town: Town): Promise<void> {
  const { today: on } = await town.time();
  const village = "532302105200";
  const plan = { on, village, site: "河道〔示例〕", inspectors: [officer(1).sub] };
  const check = await town.made("/grid-events/environment-checks", plan, mayor);
  const found = { problems: ["sewage"], text: "污水直排〔示例〕", before: ["e".repeat(64)] };
  const responsible = { kind: "village", name: "某村民委员会〔示例〕" };
  await town.act(`/grid-events/environment-checks/${check}/visit`, { ...found, responsible }, officer(1));
  const matter = { category: "litter", urgency: "ordinary", text: "乱倒垃圾〔示例〕", address: "东街〔示例〕3号" };
  const event = await town.made("/grid-events/events", matter, resident(31));
  for (const verb of ["accept", "handle-here"]) await town.act(`/grid-events/events/${event}/${verb}`, {}, dispatcher);
  const done = { outcome: "已清运", proof: { without: "夜间无光" } };
  await town.act(`/grid-events/events/${event}/close-here`, done, dispatcher);
  const reward = await town.made("/grid-events/rewards", { event, sumFen: 2_000, reasons: "举报属实" }, dispatcher);
  await town.act(`/grid-events/rewards/${reward}/grant`, {}, mayor);
  await town.made("/grid-events/waste-plans", { village, from: on }, dispatcher);
}

/** A cadre, his household and a visit (G9). */
async function visitHouseholds(town: Town): Promise<void> {
  const { today: on } = await town.time();
  const household = { name: "联系户〔示例〕", phone: "13900001234", address: "西街〔示例〕4号", people: 3 };
  const asked = { village: "532302105001", cadre: gridWorker.sub, household };
  const contact = await town.made("/grid-events/household-contacts", asked, dispatcher);
  const visit = await town.made("/grid-events/household-visits", { contact, on }, gridWorker);
  await town.act(`/grid-events/household-visits/${visit}/hold`, { notes: "屋顶漏雨〔示例〕" }, gridWorker);
  const reason = { reason: "核实救助条件" };
  await town.act(`/grid-events/household-contacts/${contact}/disclose`, reason, gridWorker);
  await town.act(`/grid-events/household-visits/${visit}/disclose`, reason, dispatcher);
}

/** What a worker wrote without a network (G2). */
async function writeInTheMountains(town: Town): Promise<void> {
  const { now } = await town.time();
  const body = { category: "street-light", urgency: "ordinary", text: "路灯不亮", address: "东街〔示例〕2号" };
  const report = { id: "mountain-report", sequence: 1, does: "report", madeAt: now, body };
  const accept = {
    id: "mountain-accept",
    sequence: 2,
    does: "accept",
    madeAt: now,
    basedOn: { entry: "mountain-none" },
  };
  await town.act("/grid-events/offline-batches", { schema: 1, sentAt: now, entries: [report, accept] }, gridWorker);
}

/** A map of grids, the worker of one and the stand-in (G1), and a matter that a resident reported (G2). */
async function divideIntoGrids(town: Town): Promise<void> {
  // The week of the demo has drawn them, or they are drawn now
  const { today } = await town.time();
  await drawTheGrids({ town, today });
  const matter = { category: "street-light", urgency: "ordinary", text: "路灯不亮", address: "东街〔示例〕1号" };
  const photo = aPhoto();
  const sha256 = createHash("sha256").update(photo).digest("hex");
  const reported = { ...matter, place: { lng: 101.97, lat: 25.125 }, pictures: [sha256] };
  const id = await town.made("/grid-events/events", reported, resident(31));
  const said = { event: id, type: "image/jpeg", bytes: photo.length, sha256 };
  const { id: picture, upload } = await town.post("/grid-events/pictures", said, leave, resident(31));
  await fetch(upload.url, { method: "PUT", headers: upload.headers, body: Uint8Array.from(photo) });
  await town.act(`/grid-events/pictures/${picture}/complete`, {}, resident(31));
  await releaseAPicture(town);
  await town.act(`/grid-events/events/${id}/accept`, {}, dispatcher);
  await town.act(`/grid-events/events/${id}/file`, {}, dispatcher);
  const to = { unit: "enforcement-team", person: officer(1).sub };
  await town.act(`/grid-events/events/${id}/dispatch`, to, dispatcher);
  const asked = { document: "（2026）云23行初3号", reason: "行政诉讼期间留存" };
  await town.act("/grid-events/holds", { ...asked, aggregate: "event", record: id }, mayor);
  await watchAndWalk(town, today);
}

/** A matter whose picture everybody may see. */
async function releaseAPicture(town: Town): Promise<void> {
  const photo = aPhoto();
  const sha256 = createHash("sha256").update(photo).digest("hex");
  const matter = { category: "street-light", urgency: "ordinary", text: releasedText, address: "东街〔示例〕7号" };
  const reported = { ...matter, place: { lng: 101.97, lat: 25.125 }, pictures: [sha256] };
  const id = await town.made("/grid-events/events", reported, resident(32));
  const said = { event: id, type: "image/jpeg", bytes: photo.length, sha256 };
  const { id: picture, upload } = await town.post("/grid-events/pictures", said, leave, resident(32));
  await fetch(upload.url, { method: "PUT", headers: upload.headers, body: Uint8Array.from(photo) });
  await town.act(`/grid-events/pictures/${picture}/complete`, {}, resident(32));
  await town.act(`/grid-events/events/${id}/accept`, {}, dispatcher);
  await town.act(`/grid-events/events/${id}/release`, { text: releasedText, pictures: [sha256] }, dispatcher);
}
const releasedText = "路灯已不亮三天〔示例〕";

/** A smoke sensor in alarm (G4), a plan of patrols, and where a worker says that he is (G3). */
async function watchAndWalk(town: Town, today: string): Promise<void> {
  const place = { lng: 101.96, lat: 25.12 };
  const sensor = { name: "烟感〔示例〕1号", kind: "smoke", category: "fire", place, address: "东街〔示例〕3号" };
  const { id: device, key } = await town.post("/grid-events/devices", sensor, keyed, dispatcher);
  const messages = [{ serial: 1, alarm: true }];
  await town.act("/grid-events/device-messages", { device, key, messages }, dispatcher);
  const plan = { title: "每日巡查", grids: ["532302105001001"], weekdays: [1, 2, 3, 4, 5, 6, 7], from: today };
  await town.act("/grid-events/patrol-plans", plan, dispatcher);
  await town.act("/grid-events/patrol-choice", { checkIns: true, tracks: false }, gridWorker);
  await town.act("/grid-events/patrol-walks", { places: [place] }, gridWorker);
}
const keyed = z.object({ id: z.string(), key: z.string() });

/** A book of the unit with two entries, one of them taken back. */
async function keepBooks(town: Town): Promise<void> {
  const { today } = await town.time();
  await openBook(town, "town-government", "建账批复1号");
  const lines = [
    { account: "1218", side: "debit", amountFen: 120_000 },
    { account: "2307", side: "credit", amountFen: 120_000 },
  ];
  const entry = { book: "town-government", nature: "accrual", effectiveOn: today, text: "往来款", lines };
  const id = await town.made("/finance/entries", entry, accountant);
  await town.act(`/finance/entries/${id}/record-voucher`, {}, accountant);
  const other = await town.made("/finance/entries", entry, accountant);
  await town.act(`/finance/entries/${other}/reverse`, { reasons: "重复记账" }, accountant);
  await payFromTheBudget(town);
  await countOnPromises(town);
  await carryOutTheBudget(town);
  await hearFromTheCounty(town);
  await bookIncome(town);
  await takeBankFile(town);
  await payAClaim(town);
  await handABookOver(town);
}

/** The week of the demo has opened some books already. */
async function openBook(town: Town, book: string, document: string): Promise<void> {
  const { today } = await town.time();
  const open = z.object({ items: z.array(z.object({ id: z.string() })) });
  const { items } = await town.get("/finance/books", open, accountant);
  if (items.some(({ id }) => id === book)) return;
  await town.act("/finance/books", { book, first: today.slice(0, 7), document }, financeHead);
  await town.act(`/finance/books/${book}/finish-opening`, {}, financeHead);
}

/** A line of the budget, a payee, and a payment that went out with a file. */
async function payFromTheBudget(town: Town): Promise<void> {
  const { today } = await town.time();
  const year = Number(today.slice(0, 4));
  await town.act("/finance/budget-years", { year, document: "上年决算" }, financeHead);
  const sums = { expenditureFen: 100_000_000, reserveFen: 1_000_000, turnoverFundFen: 0 };
  await town.act(`/finance/budget-years/${year}/approve`, { on: today, document: "人大决议", ...sums }, financeHead);
  const given = { year, item: "2010301", purpose: "办公费", ground: "congress", document: "人大决议" };
  const line = await town.made("/finance/budget-lines", { ...given, amountFen: 100_000 }, financeHead);
  await town.act(`/finance/budget-lines/${line}/plan`, { upToFen: 100_000, document: "用款计划1" }, financeHead);
  const account = { kind: "organisation", name: "广通文具店", bank: "农信社", account: "6228480012345678901" };
  const payee = await town.made("/finance/payees", account, accountant);
  await town.act("/finance/settlements", { year: Number(today.slice(0, 4)) }, accountant);
  const asked = { line, payee, amountFen: 20_000, purpose: "购复印纸", document: "发票1号" };
  const first = await town.made("/finance/payments", asked, clerk(1));
  await town.act(`/finance/payments/${first}/review`, {}, accountant);
  await town.act(`/finance/payments/${first}/approve`, {}, financeHead);
  await town.act("/finance/payment-files", { payments: [first] }, cashier);
  await town.act(`/finance/payments/${first}/confirm`, { serial: "YH-1", on: today }, accountant);
  await town.made("/finance/payments", asked, clerk(1));
  const held = { document: "（2026）云23行初4号", reason: "审计期间留存" };
  await town.act("/finance/holds", { ...held, aggregate: "payee", record: payee }, mayor);
  await keepWhatHasAnOwner(town, { line, payee });
}

/** What the county promised: one part came, the rest is asked for. */
async function countOnPromises(town: Town): Promise<void> {
  const { today } = await town.time();
  await openBook(town, "treasury", "建账批复2号");
  const claim = { title: "税收返还", payer: "county", promisedOn: "2020-01-20", dueOn: "2020-02-19" };
  const paper = { document: { number: "县财〔2020〕8号", on: "2020-01-20" } };
  const basis = { kind: "amount", amountFen: 500_000, formula: "1,000,000 × 50%" };
  const owed = await town.made("/finance/entitlements", { ...claim, ...paper, basis }, accountant);
  const lines = [
    { account: "1003", side: "debit", amountFen: 300_000 },
    { account: "4011", side: "credit", amountFen: 300_000, item: "11002", level: "town", origin: "transfer" },
  ];
  const money = { book: "treasury", nature: "budget-cash", effectiveOn: today, text: "县财政拨款", lines };
  const entry = await town.made("/finance/entries", money, accountant);
  const parts = [{ entitlement: owed, amountFen: 300_000 }];
  await town.act("/finance/transfer-receipts", { entry, payer: "county", parts }, accountant);
  await town.act("/finance/demand-letters", { payer: "county", entitlements: [owed] }, financeHead);
}

/** Tax of two payers in the treasury: one of them stays booked. */
async function bookIncome(town: Town): Promise<void> {
  const { today } = await town.time();
  const tax = { item: "10101", level: "town", period: today.slice(0, 7), document: "税收缴款书1号", on: today };
  const payer = { kind: "organisation", name: "广通水泥有限公司", code: "91532331MA6K00014D" };
  await town.made("/finance/revenues", { ...tax, paidBy: payer, serial: "GK-101", amountFen: 120_000 }, accountant);
  const various = { ...tax, paidBy: { kind: "various" }, serial: "GK-102", amountFen: 30_000 };
  const wrong = await town.made("/finance/revenues", various, accountant);
  await town.act(`/finance/revenues/${wrong}/reverse`, { reasons: "级次有误" }, accountant);
}

/** A file of the treasury's bank: one line is booked already, one is open. */
async function takeBankFile(town: Town): Promise<void> {
  const { today } = await town.time();
  const rows = [
    "凭证流水号,入账日期,收支,金额,缴款人,缴款账号,附言",
    `GK-101,${today},收,1200.00,广通水泥有限公司,53230201,增值税`,
  ];
  const content = Buffer.from([...rows, `GK-103,${today},收,88.00,,,利息`].join("\n")).toString("base64");
  const file = { bankAccount: "treasury-agent", from: today, to: today, openingFen: 0, closingFen: 128_800, content };
  await town.act("/finance/statements", file, accountant);
}

const found = z.object({ items: z.array(z.object({ id: z.string() })) });

/** The town asks the county for help, patrols with the police station, and convenes the meeting of the month (E6, E7). */
async function cooperate(town: Town): Promise<void> {
  const { today } = await town.time();
  const request = { kind: "assistance-request", department: "natural-resources", subject: "核实用地性质" };
  await town.act("/enforcement/letters", { ...request, basis: "行政处罚法第二十六条" }, officer(1));
  const captain = head("enforcement-team");
  await town.act("/enforcement/joint-meetings", { month: today.slice(0, 7), on: today, departments: [] }, captain);
  const people = [officer(1).sub, officer(2).sub];
  const shifts = [{ on: today, from: "19:00", to: "21:00", kind: "patrol", people }];
  const month = today.slice(0, 7);
  const { items } = await town.get(`/enforcement/rosters?month=${month}`, found, captain);
  const { items: squads } = await town.get("/enforcement/squads", found, captain);
  const standing = items[0]?.id;
  const planned = { squad: squads[0]?.id, month, shifts };
  const roster = standing ?? (await town.made("/enforcement/rosters", planned, captain));
  if (standing === undefined) await town.act(`/enforcement/rosters/${roster}/publish`, {}, captain);
  else await town.act(`/enforcement/rosters/${roster}/change`, { shifts }, captain);
  await town.act("/enforcement/joint-patrols", { roster, on: today, from: "19:00", route: "集镇主街" }, captain);
}
