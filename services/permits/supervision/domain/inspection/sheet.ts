import type { Block, DocumentContent, Field } from "../../../../../shared/papers/content.ts";
import { officeName, officialName } from "../../../../../shared/papers/frame.ts";
import { plainDate } from "../../../../../shared/papers/words.ts";
import type { TownProfile } from "../../../../../shared/town/profile.ts";
import type { Archived, Finding, MeasureKind, ToAct, Unsigned } from "./inspection.ts";

export type Held = Unsigned | ToAct | Archived;

const found: Readonly<Record<Finding["result"], string>> = {
  conforms: "符合",
  fails: "不符合",
  "not-applicable": "不适用",
};
const measured: Readonly<Record<MeasureKind, string>> = {
  suspension: "暂扣证件",
  revocation: "告知拟撤销许可",
  enforcement: "移交执法",
};
const occasions = {
  routine: "例行检查",
  "for-cause": "有因检查",
  report: "有因检查",
  "re-inspection": "复查",
} as const;

/**
 * 监督检查记录 (XK-61): to be signed by hand where somebody is inspected, and as it was signed. It says neither that somebody
 * reported (XK-65) nor what was said of the inspectors (XK-63); its code leads to where anybody consults the records.
 */
export function recordSheet(id: string, state: Held, town: TownProfile): DocumentContent {
  const { subject, record } = state;
  const number = "number" in state ? state.number.text.zh : "（签字后编号）";
  const query = new URLSearchParams({ item: subject.item.code, certificate: subject.certificate });
  return {
    kind: "inspection-record",
    id,
    number,
    layout: "letter",
    organ: officialName(subject.issuer, town),
    date: plainDate("concludedOn" in state ? state.concludedOn : record.heldOn),
    verifyAt: new URL(`/permits/inspections/published?${query}`, town.documents.verifyAt).href,
    specimen: town.documents.specimen,
    title: "监督检查记录",
    seal: "organ",
    compact: true,
    blocks: [about(state, town), points(state), outcome(state), signatures(state)],
    notes: [
      "监督检查不收取任何费用，不妨碍正常的生产经营活动，检查人员不得索取或者收受财物（行政许可法第五十八条、第六十三条）。",
      "公众有权查阅监督检查记录（行政许可法第六十一条第二款）。",
    ],
  };
}

function about({ subject, record, place, announced, occasion, inspectors }: Held, town: TownProfile): Block {
  const office = subject.office === undefined ? [] : [{ label: "检查机构", value: officeName(town, subject.office) }];
  return {
    kind: "form",
    rows: [
      [
        { label: "被检查人", value: subject.holder.name },
        { label: "证件编号", value: subject.number.text.zh },
      ],
      [{ label: "许可事项", value: subject.item.name.zh }],
      [{ label: "检查地点", value: place }],
      [
        { label: "检查日期", value: plainDate(record.heldOn) },
        { label: "检查方式", value: `${occasions[occasion]}，${announced ? "事先告知" : "未事先告知"}` },
      ],
      [...office, { label: "检查人员", value: inspectors.map(({ name }) => name).join("、") }],
    ],
  };
}

const points = ({ points: asked, record: { findings } }: Held): Block => ({
  kind: "table",
  columns: [
    { title: "检查要点", parts: 10 },
    { title: "情况", parts: 3, centred: true },
    { title: "说明", parts: 7 },
  ],
  rows: asked.map(({ id, text }) => {
    const one = findings.find(({ point }) => point === id);
    return [text.zh, one === undefined ? "" : found[one.result], one?.note ?? ""];
  }),
});

function outcome(state: Held): Block {
  const { result, putRightBy, summary } = state.record;
  const results = {
    conforming: "未发现问题",
    "put-right": `责令于${putRightBy === undefined ? "" : plainDate(putRightBy)}前改正，届时复查`,
    violation: "发现违法情形，依法处理",
  };
  const acted = "acted" in state ? state.acted : undefined;
  const handled =
    acted === undefined ? "" : `；${plainDate(acted.on)}${acted.measures.map((one) => measured[one]).join("、")}`;
  const annotations = "annotations" in state ? state.annotations : [];
  return {
    kind: "form",
    rows: [
      [{ label: "检查情况", value: summary, lines: 2 }],
      [{ label: "处理结果", value: `${results[result]}${handled}`, lines: 2 }],
      ...annotations.map(({ on, text }): Field[] => [{ label: "补充说明", value: `${plainDate(on)}：${text}` }]),
    ],
  };
}

const byHand = "　　　　　　　　　　年　　月　　日";

function signatures({ inspectors, signatures: given, acknowledged }: Held): Block {
  const rows = inspectors.map(({ sub, name }): Field[] => {
    const one = given.find(({ by }) => by === sub);
    const remarks = one?.remarks === undefined ? "" : `（${one.remarks}）`;
    return [
      {
        label: "检查人员签字",
        value: one === undefined ? byHand : `${name}　${plainDate(one.on)}${remarks}`,
        lines: 2,
      },
    ];
  });
  return { kind: "form", rows: [...rows, ...inspected(acknowledged)] };
}

function inspected(acknowledged: Held["acknowledged"]): Field[][] {
  if (acknowledged === undefined) return [[{ label: "被检查人签字", value: byHand, lines: 2 }]];
  const on = plainDate(acknowledged.on);
  if (acknowledged.how === "signed")
    return [[{ label: "被检查人签字", value: `${acknowledged.name}　${on}`, lines: 2 }]];
  const { how, reasons, witness } = acknowledged;
  return [
    [{ label: "被检查人签字", value: `${how === "refused" ? "拒绝签字" : "不在场"}：${reasons}　${on}`, lines: 2 }],
    [{ label: "见证人", value: witness, lines: 2 }],
  ];
}
