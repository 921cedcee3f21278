import { startOfDay } from "../../../../shared/calendar/index.ts";
import type { Building } from "../../buildings/domain/building.ts";
import type { BuildingEvent } from "../../buildings/domain/messages.ts";
import type { Dossier } from "../domain/dossier.ts";
import type { PaperKind } from "../domain/kinds.ts";
import type { AddPaper } from "./index.ts";
import { days } from "./proceeding.ts";
import { code, digest } from "./things.ts";

/** The papers of an illegal building, from the stop order to the public notice. */
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
}
