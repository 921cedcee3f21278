import { limitFrom, officialCalendar, startOfDay } from "../../../../shared/calendar/index.ts";
import type { TownProfile } from "../../../../shared/town/profile.ts";
import type { VisitEvent } from "../../inspections/domain/visit/messages.ts";
import type { SiteInspection } from "../../inspections/domain/visit/visit.ts";
import type { Guidance, GuidanceEvent } from "../../rectification/domain/guidance.ts";
import type { RectificationEvent } from "../../rectification/domain/messages.ts";
import type { OrderCheck, Rectification } from "../../rectification/domain/rectification.ts";
import type { PaperKind } from "../domain/kinds.ts";
import type { AddPaper } from "./index.ts";
import { castOf } from "./sampled.ts";
import { certificates, citizen, code, digest, firm, penalty } from "./things.ts";

const on = "2025-11-10";
const place = { lng: 0, lat: 0 };
const numbered = (series: string, zh: string) => ({
  ...{ series, year: 2025, serial: 18, text: { zh, en: "No. 18" } },
});
const recorded = { sequence: 3, time: startOfDay(on) };
const two = (town: TownProfile) => {
  const cast = castOf(town);
  return cast.officers.map(({ sub, name }, at) => ({
    ...{ sub, name, certificate: certificates(cast)[at]?.certificate ?? "" },
  }));
};

/** The papers of an inspection, from the approval to the result. */
export function visitPapers(town: TownProfile, add: AddPaper): void {
  const { head, officers } = castOf(town);
  const [one, other] = officers;
  const number = numbered("enforcement-inspection-notice", "广通检通〔2025〕18号");
  const visit: SiteInspection = {
    ...{ status: "signed", enterprise: "SAMPLE", occasion: { kind: "routine" }, counted: true, manner: "planned" },
    items: [
      {
        ...{ code: "I-01", number: 1, name: { zh: "食品经营检查", en: "Food businesses" }, domain: "trade" },
        ...{ powers: [code], points: ["许可公示", "进货查验记录"] },
      },
    ],
    ...{ departments: [], from: on, until: on, proposedOn: "2025-11-05", proposedBy: one.sub, name: firm.name },
    ...{ key: "F", address: firm.address, place, officers: two(town), number, leads: [], late: [] },
    companions: [{ name: "周观察〔示例〕", as: "observer" }],
    entry: { on, at: "2025-11-10T01:30:00.000Z", by: one.sub },
    scan: { receipt: { number: "扫码〔示例〕001", at: "2025-11-10T01:28:00.000Z" } },
    record: {
      ...{ on, by: one.sub, summary: "当场口头指出，企业负责人表示三日内补齐。", sha256: digest, pages: 2, files: [] },
      findings: [
        { item: "I-01", point: "许可公示", result: "ok" },
        { item: "I-01", point: "进货查验记录", result: "put-right", note: "缺两天记录，当场补齐" },
      ],
      signing: { how: "signed", name: "吴经理〔示例〕", signedPages: 2 },
    },
  };
  const events: readonly (readonly [PaperKind, VisitEvent, string])[] = [
    ...(["inspection-approval", "inspection-notice"] as const).map(
      (kind) =>
        [
          kind,
          {
            type: "enforcement.site-inspection.approved",
            data: { on, occasion: "routine", counted: true, afterwards: false },
            personal: { number },
          },
          head.sub,
        ] as const,
    ),
    [
      "visit-record",
      {
        type: "enforcement.site-inspection.signed",
        data: {
          ...{ on, leads: [] },
          resultBy: limitFrom(
            officialCalendar(),
            { rule: "IN-3", article: "国办发〔2024〕54号5", unit: "working-day", length: 5 },
            on,
          ),
        },
        personal: {},
      },
      other.sub,
    ],
    [
      "inspection-result",
      {
        type: "enforcement.site-inspection.result-told",
        data: { on, how: "by-hand", occasion: "routine", found: true, putRightBy: "2025-11-17" },
        personal: {
          ...{ number: numbered("enforcement-inspection-result", "广通检告〔2025〕18号"), proof: digest },
          text: "进货查验记录缺少两天，已当场补齐，请今后逐日登记。",
        },
      },
      one.sub,
    ],
  ];
  for (const [kind, event, actor] of events)
    add(kind, on, { event: { ...event, ...recorded, actor }, before: [], pieces: [], visit });
}

/** Oral guidance, an order to correct with its check, and no penalty after the correction. */
export function persuasionPapers(town: TownProfile, add: AddPaper): void {
  const { head, officers } = castOf(town);
  const [one, other] = officers;
  const act = { code, name: penalty.act, domain: penalty.domain };
  const guidance: Guidance = {
    ...{ status: "given", act, party: { kind: "citizen", name: citizen.name }, on, place },
    ...{ address: "广通镇农贸市场〔示例〕门口", said: "占道摆摊影响通行，请移到市场内的摊位", answer: "马上搬走" },
    ...{ files: [digest], officers: two(town).map(({ sub }) => ({ sub })) },
  };
  const said: GuidanceEvent = {
    type: "enforcement.guidance.given",
    data: { act, on },
    personal: {
      ...{ party: guidance.party, place, address: guidance.address, said: guidance.said, answer: guidance.answer },
      ...{ files: guidance.files, officers: guidance.officers },
    },
  };
  add("guidance-record", on, { event: { ...said, ...recorded, actor: one.sub }, before: [], pieces: [], guidance });
  const number = numbered("enforcement-rectification-order", "广通责改〔2025〕18号");
  const about = { item: code, domain: penalty.domain };
  const checked: OrderCheck = {
    ...{ on: "2025-11-20", finding: "corrected", slight: true, harm: "none", officers: two(town), by: one.sub },
    ...{ notes: "铺面已停止营业，登记申请已经受理。", files: [digest] },
  };
  const order: Rectification = {
    ...{ status: "corrected", act: { ...act, legalBasis: penalty.norm.legalBasis }, party: citizen },
    ...{ time: { days: 15, unit: "day" }, foundOn: on, place, address: "广通镇人民路〔示例〕1号" },
    ...{ facts: "未办理市场主体登记，在临街铺面销售日用百货", demands: "停止经营，依法办理登记", files: [] },
    ...{ officers: two(town), recordedBy: one.sub, draftedOn: on, number, issuedOn: on, late: false, check: checked },
    limit: limitFrom(officialCalendar(), { rule: "CF-28", article: "行政处罚法28", unit: "day", length: 15 }, on),
  };
  const events: readonly (readonly [PaperKind, RectificationEvent, string])[] = [
    [
      "rectification-order",
      { type: "enforcement.rectification.issued", data: { ...about, number, on }, personal: {} },
      other.sub,
    ],
    [
      "rectification-check",
      { type: "enforcement.rectification.corrected", data: { ...about, on: checked.on }, personal: {} },
      other.sub,
    ],
    [
      "letting-off",
      {
        type: "enforcement.rectification.let-off",
        data: {
          ...{ ...about, ground: "minor", on: "2025-11-24" },
          number: numbered("enforcement-no-penalty", "广通不罚〔2025〕18号"),
        },
        personal: { reasons: "违法行为轻微，已经改正，没有造成危害后果。", educatedOn: "2025-11-20" },
      },
      head.sub,
    ],
    [
      "order-revocation",
      {
        type: "enforcement.rectification.revoked",
        data: { ...about, on: "2025-11-25" },
        personal: { reasons: "当事人已经依法登记，责令改正的事实不成立" },
      },
      head.sub,
    ],
  ];
  for (const [kind, event, actor] of events)
    add(kind, on, { event: { ...event, ...recorded, actor }, before: [], pieces: [], order, party: citizen });
}
