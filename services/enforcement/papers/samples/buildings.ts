import { limitFrom, officialCalendar, startOfDay } from "../../../../shared/calendar/index.ts";
import type { Building, ServedPaper } from "../../buildings/domain/building.ts";
import type { BuildingEvent } from "../../buildings/domain/messages.ts";
import type { Substitution } from "../../buildings/domain/substitution/substitution.ts";
import type { SubstitutionEvent } from "../../buildings/domain/substitution/words.ts";
import type { Dossier } from "../domain/dossier.ts";
import type { PaperKind } from "../domain/kinds.ts";
import type { AddPaper } from "./index.ts";
import { days } from "./proceeding.ts";
import { code, digest } from "./things.ts";

/** The papers of an illegal building, from the stop order to its end, and of substitute performance. */
export function buildingPapers(add: AddPaper, with_: Pick<Dossier, "case" | "proceeding" | "party" | "pieces">): void {
  const said = { zh: "广通示〔2026〕3号", en: "Guangtong [2026] No. 3" };
  const number = { series: "sample", year: 2026, serial: 3, text: said };
  const building: Building = {
    ...{ status: "enforcing", way: "planning", case: "SAMPLE", proceeding: "SAMPLE:P1", act: "A1", code, party: "P1" },
    ...{
      handlers: [],
      work: [],
      remedies: [],
      recordedOn: days.decided,
      recordedBy: "",
      with: "",
      home: false,
      stage: "finished",
    },
    ...{ areaSquareMetres: 86, description: "未取得乡村建设规划许可证建设砖混结构房屋一层", place: { lng: 0, lat: 0 } },
    address: "广通镇沿河村〔示例〕5号旁",
    decision: { number: "广通罚〔2026〕18号", servedOn: days.served, suit: "six-months", by: "2026-02-14" },
  };
  const about = { case: "SAMPLE", proceeding: "SAMPLE:P1", act: "A1" };
  const recorded = { sequence: 3, time: startOfDay("2026-02-20"), actor: "" };
  const paper = { number, issuedOn: "2026-02-20" };
  const events: readonly (readonly [PaperKind, BuildingEvent])[] = [
    [
      "building-stop",
      { type: "enforcement.building.stop-ordered", data: paper, personal: { reasons: "未取得规划许可" } },
    ],
    [
      "building-correction",
      {
        type: "enforcement.building.correction-ordered",
        data: { ...paper, by: "2026-03-20" },
        personal: { text: "自行拆除全部违法建设部分" },
      },
    ],
    [
      "building-demand",
      { type: "enforcement.building.demanded", data: paper, personal: { text: "自收到之日起十日内自行拆除" } },
    ],
    [
      "building-enforcement",
      {
        type: "enforcement.building.enforcement-decided",
        data: { ...about, ...paper, means: ["machines", "by-hand"], estimateFen: 1_200_000 },
        personal: { reasons: "违法建设事实清楚" },
      },
    ],
    [
      "building-notice",
      {
        type: "enforcement.building.notice-published",
        data: { ...about, number, on: "2026-02-20", by: "2026-03-20", where: "沿河村公告栏〔示例〕" },
        personal: { proof: digest },
      },
    ],
  ];
  for (const [kind, event] of events)
    add(kind, "2026-02-20", { ...with_, event: { ...event, ...recorded }, before: [], building });
  const things = [
    { ref: "1", text: "木质方桌，八成新", quantity: "1张" },
    { ref: "2", text: "编织袋装玉米", quantity: "12袋" },
  ];
  const listed: BuildingEvent = {
    type: "enforcement.building.things-listed",
    data: { on: "2026-09-02", count: 2, signature: "refused", files: [digest] },
    personal: { things, login: "", witnesses: ["周邻居"] },
  };
  const emptied: Building = {
    ...building,
    ...{ status: "demolished", enforcement: { ...paper, means: ["machines"], estimateFen: 1_200_000 } },
    notice: { number, on: "2026-02-20", by: "2026-03-20" },
    things: {
      ...{ on: "2026-09-02", by: "" },
      things: things.map(({ ref: id, text: description, quantity }) => ({ id, description, quantity })),
    },
    work: [{ from: "2026-09-02T22:30:00Z", until: "2026-09-03T14:00:00Z", urgent: false, to: "2026-09-03T07:30:00Z" }],
  };
  const begun: BuildingEvent = {
    type: "enforcement.building.demolition-begun",
    data: {
      ...{ ...about, at: "2026-09-02T22:30:00Z", until: "2026-09-03T14:00:00Z", urgent: false },
      means: ["machines"],
    },
    personal: { witnesses: ["周邻居"], handlers: [] },
  };
  const gone: BuildingEvent = {
    type: "enforcement.building.demolished",
    data: { ...about, at: "2026-09-03T07:30:00Z" },
    personal: { record: digest, recording: digest, signers: ["执法一号", "执法二号", "周邻居"] },
  };
  add("things-inside", "2026-09-02", { ...with_, event: { ...listed, ...recorded }, before: [], building: emptied });
  add("demolition-record", "2026-09-03", {
    ...{ ...with_, event: { ...gone, ...recorded }, before: [{ ...begun, ...recorded }], building: emptied },
  });
  onLand({ ...building, number }, recorded, add, with_);
  substituted({ number, issuedOn: "2026-02-20" }, recorded, add, with_);
}

type With = Pick<Dossier, "case" | "proceeding" | "party" | "pieces">;
type Recorded = Pick<Dossier["event"], "sequence" | "time" | "actor">;
type Paper = Pick<ServedPaper, "number" | "issuedOn">;

/** QZ-44b: a house on land occupied without approval goes to the court. */
function onLand(
  { number, ...house }: Building & Pick<Paper, "number">,
  recorded: Recorded,
  add: AddPaper,
  with_: With,
): void {
  const building: Building = {
    ...{ ...house, way: "land", status: "before-court" },
    description: "未经批准占用耕地建设砖混结构房屋一层",
    decision: { number: "广通罚〔2026〕18号", servedOn: days.served, suit: "fifteen-days", by: "2026-02-14" },
    demand: { number, issuedOn: "2026-02-20", servedOn: "2026-02-21" },
  };
  const opinion: BuildingEvent = {
    type: "enforcement.building.opinion-stated",
    data: { on: "2026-02-24" },
    personal: { text: "没有别处可住" },
  };
  const heard: BuildingEvent = {
    type: "enforcement.building.opinion-heard",
    data: { on: "2026-02-26", adopted: false },
    personal: { reasons: "另有合法宅基地" },
  };
  const asked: BuildingEvent = {
    type: "enforcement.building.court-asked",
    data: {
      ...{ on: "2026-05-20", number },
      acceptance: limitFrom(
        officialCalendar(),
        { rule: "QZ-56", article: "行政强制法56", unit: "working-day", length: 5 },
        "2026-05-20",
      ),
    },
    personal: {
      factsAndBasis: "被申请人未经批准占用集体耕地86平方米建房，经责令停止后继续建设。",
      object: "沿河村〔示例〕5号旁砖混结构房屋一层，现空置。",
    },
  };
  add("land-court-application", "2026-05-20", {
    ...{ ...with_, event: { ...asked, ...recorded }, building },
    before: [opinion, heard].map((one) => ({ ...one, ...recorded })),
  });
}

/** QZ-50, QZ-51: rubble is taken off a river bank in the party's place. */
function substituted(paper: Paper, recorded: Recorded, add: AddPaper, with_: With): void {
  const ordinary = {
    ...{ case: "SAMPLE", proceeding: "SAMPLE:P1", act: "A1", code },
    ...{ ground: "pollution" as const, task: "restore" as const },
  };
  const description = "清除倾倒在沿河村〔示例〕河岸的建筑垃圾约20立方米";
  const state: Substitution = {
    ...{ status: "decided", handlers: [], begunOn: "2026-02-20", description, ordinary, demand: paper },
    decision: { ...paper, performer: "禄丰某清运有限公司〔示例〕", estimateFen: 600_000, plannedFor: "2026-03-16" },
  };
  const events: readonly (readonly [PaperKind, SubstitutionEvent])[] = [
    [
      "substitution-demand",
      {
        type: "enforcement.substitution.demanded",
        data: { ...paper, ...ordinary },
        personal: { description, handlers: [] },
      },
    ],
    [
      "substitution-decision",
      {
        type: "enforcement.substitution.decided",
        data: { ...paper, estimateFen: 600_000, plannedFor: "2026-03-16" },
        personal: { reasons: "雨季将至，垃圾可能冲入河道", performer: "禄丰某清运有限公司〔示例〕" },
      },
    ],
    [
      "substitution-reminder",
      { type: "enforcement.substitution.reminded", data: paper, personal: { text: "请于三月十五日前自行清除" } },
    ],
  ];
  for (const [kind, event] of events)
    add(kind, "2026-02-20", { ...with_, event: { ...event, ...recorded }, before: [], substitution: state });
}
