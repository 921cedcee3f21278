import { limitFrom, officialCalendar, startOfDay } from "../../../../shared/calendar/index.ts";
import type { TownProfile } from "../../../../shared/town/profile.ts";
import type { Measure } from "../../coercion/domain/measure.ts";
import type { MeasureEvent } from "../../coercion/domain/messages.ts";
import type { Goods } from "../../property/domain/goods.ts";
import type { Dossier } from "../domain/dossier.ts";
import type { PaperKind } from "../domain/kinds.ts";
import type { AddPaper } from "./index.ts";
import { castOf } from "./sampled.ts";
import { certificates, digest } from "./things.ts";

const day = "2025-12-02";
const numbered = (series: string, zh: string) => ({
  ...{ series, year: 2025, serial: 18, text: { zh, en: "No. 18" } },
});

/** Two items that were seized. */
export function sampledGoods(until: string): NonNullable<Dossier["goods"]> {
  const item = (
    more: Pick<Goods, "title" | "quantity" | "unit" | "condition" | "seals"> & { mark?: string },
  ): Goods => ({
    ...{ status: "held", case: "SAMPLE", measure: "SAMPLE", under: "seizure", party: "P1", key: "P", kind: "goods" },
    ...{
      takenOn: day,
      handlers: [],
      place: "镇政府物证室〔示例〕",
      keeper: { kind: "third-party", name: "广通仓储〔示例〕", contract: "" },
    },
    ...{ moves: 0, pictures: [], until: until, costsFen: 0, owedFen: 0 },
    ...more,
  });
  return [
    item({ title: "散装糕点", quantity: 36, unit: "袋", condition: "包装完好", seals: ["封001"], mark: "20251120" }),
    item({
      title: "冷藏柜",
      quantity: 1,
      unit: "台",
      condition: "八成新，能正常使用",
      seals: ["封002"],
      mark: "LC-218",
    }),
  ].map((state, at) => ({ id: `SAMPLE-${at + 1}`, state }));
}

/** The papers of a seizure: decision, list, extension, release. */
export function measurePapers(
  town: TownProfile,
  add: AddPaper,
  with_: Pick<Dossier, "case" | "proceeding" | "party" | "pieces">,
): void {
  const { officers } = castOf(town);
  const [one] = officers;
  const two = officers.map(({ sub, name }, at) => ({
    ...{ sub, name, certificate: certificates(castOf(town))[at]?.certificate ?? "" },
  }));
  const number = numbered("enforcement-measure", "广通强措〔2025〕18号");
  const term = { rule: "QZ-25", article: "行政强制法25(1)", unit: "day", length: 30 } as const;
  const limit = limitFrom(officialCalendar(), term, day);
  const proposed: Measure = {
    ...{ status: "approved", kind: "seizure", case: "SAMPLE", party: "P1", key: "P" },
    basis: { id: "sample", law: "《示例经营管理条例》第二十条第一款第三项" },
    ...{ proposedBy: one.sub, proposedOn: day, handlers: [], number, officers: [], goods: [], tests: [] },
  };
  const titles = ["散装糕点", "冷藏柜"];
  const inForce: Measure = {
    ...proposed,
    ...{ status: "in-force", officers: two, recordedBy: one.sub, recordedOn: day, limit },
    goods: titles.map((title, at) => ({ id: `SAMPLE-${at + 1}`, title })),
  };
  const goods = sampledGoods(limit.due ?? day);
  const recorded = (sequence: number, on: string) => ({ sequence, time: startOfDay(on), actor: one.sub });
  const proposal: MeasureEvent = {
    type: "enforcement.measure.proposed",
    data: { case: "SAMPLE", kind: "seizure", party: "P1", on: day },
    personal: { reasons: "现场糕点没有标签，有证据表明不符合食品安全标准", key: "P", handlers: [] },
  };
  const events: readonly (readonly [PaperKind, Measure, string, MeasureEvent])[] = [
    [
      ...(["measure-decision", proposed, day] as const),
      { type: "enforcement.measure.approved", data: { on: day, number, carryOutBy: "2025-12-09" }, personal: {} },
    ],
    [
      ...(["goods-list", inForce, day] as const),
      {
        type: "enforcement.measure.recorded",
        data: {
          ...{ case: "SAMPLE", party: "P1", kind: "seizure", on: day, until: limit.due ?? day, limit, number },
          ...{ goods: goods.map(({ id }) => id), handedOver: "party", signing: "signed" },
        },
        personal: {
          ...{ address: "广通镇人民路〔示例〕1号", present: { who: "party", name: "欧阳娜娜" } },
          ...{ record: { sha256: digest }, handlers: [], officers: two, titles, decisionFile: digest, list: digest },
        },
      },
    ],
    [
      ...(["measure-extension", inForce, "2025-12-30"] as const),
      {
        type: "enforcement.measure.extended",
        data: { on: "2025-12-30", number: numbered("enforcement-measure-extension", "广通强延〔2025〕18号"), limit },
        personal: { reasons: "涉案人员较多，情况复杂", notice: digest },
      },
    ],
    [
      ...(["measure-release", inForce, "2026-01-14"] as const),
      {
        type: "enforcement.measure.goods-released",
        data: {
          ...{ on: "2026-01-14", items: ["SAMPLE-2"], ground: "unrelated" },
          number: numbered("enforcement-release", "广通解〔2026〕18号"),
        },
        personal: { reasons: "冷藏柜为邻居寄存" },
      },
    ],
  ];
  for (const [kind, measure, on, event] of events) {
    const before = [{ ...proposal, ...recorded(1, day) }];
    add(kind, on, { ...with_, event: { ...event, ...recorded(3, on) }, before, measure, goods });
  }
}
