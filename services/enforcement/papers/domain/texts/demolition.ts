import { todayIn } from "../../../../../shared/calendar/index.ts";
import { plainDate } from "../../../../../shared/papers/words.ts";
import { lastTold, type PaperText, personIn, told } from "../dossier.ts";
import {
  clause,
  clockTime,
  coercionLaw,
  form,
  heading,
  officersOf,
  pair,
  paragraph,
  partyRows,
  row,
} from "../words.ts";

const signatures = { signed: "当事人已签名", refused: "当事人拒绝签名", absent: "当事人不在场" } as const;

/** 建筑物内物品清单 (QZ-44c): what was inside, by two officers, before the demolition, signed or witnessed. */
export const thingsInside: PaperText = {
  draft(of) {
    const event = told(of, "enforcement.building.things-listed");
    const { building, party, case: file } = of;
    if (event === undefined || building === undefined || party === undefined) return undefined;
    const { on, signature, files } = event.data;
    const { things, signedBy, witnesses } = event.personal;
    return {
      title: "建筑物内物品清单",
      addressee: party.name,
      seal: "organ",
      blocks: [
        form(
          row("建筑物", `${building.address}；${clause(building.description)}`),
          pair(["清点日期", plainDate(on)], ["物品件数", `${things.length}项`]),
        ),
        {
          kind: "table",
          columns: [
            { title: "序号", parts: 12, centred: true },
            { title: "名称和状况", parts: 63 },
            { title: "数量", parts: 25, centred: true },
          ],
          rows:
            things.length === 0
              ? [["—", "建筑物内没有物品", "—"]]
              : things.map(({ text, quantity }, at) => [String(at + 1), text, quantity]),
        },
        form(
          row("签名情况", `${signatures[signature]}${signedBy === undefined ? "" : `：${signedBy}`}`),
          ...(witnesses.length === 0 ? [] : [row("见证人", witnesses.join("、"))]),
          row("执法人员", officersOf(file?.officers ?? [])),
        ),
        paragraph(
          "上列物品交还当事人；当事人不领取的，由本机关妥善保管或者依法提存，并书面告知。清单一式二份，由当事人和本机关分别保存。",
        ),
      ],
      notes: files.map((sha256) => `影像资料散列值（SHA-256）：${sha256}`),
    };
  },
};

/** 强制拆除执行笔录 (行政强制法37、44; QZ-44c, CF-47a): when the work ran, who was present and signed, and the recording. */
export const demolitionRecord: PaperText = {
  draft(of) {
    const event = told(of, "enforcement.building.demolished");
    const { building, party, case: file } = of;
    if (event === undefined || building === undefined || party === undefined) return undefined;
    const { record, recording, signers } = event.personal;
    const begun = lastTold(of, "enforcement.building.demolition-begun");
    const day = (instant: string) => `${plainDate(todayIn(instant).toString())}${clockTime(instant)}`;
    return {
      title: "强制拆除执行笔录",
      seal: "none",
      compact: true,
      blocks: [
        form(
          ...partyRows(party),
          row("建筑物", `${building.address}；${clause(building.description)}；${building.areaSquareMetres}平方米`),
          row("执行依据", [building.decision?.number, building.enforcement?.number.text.zh].filter(Boolean).join("；")),
          row("公告", building.notice?.number.text.zh ?? ""),
        ),
        heading("执行经过"),
        ...building.work.map(({ from, to, urgent }) =>
          paragraph(`${day(from)}至${day(to ?? event.data.at)}${urgent ? "（经批准的紧急情况）" : ""}。`),
        ),
        paragraph(`${day(event.data.at)}拆除完毕。建筑物内物品事先清点，共${building.things?.things.length ?? 0}项。`),
        form(
          row("现场见证人", begun?.personal.witnesses.join("、") ?? ""),
          row("签名人", signers.join("、")),
          row("执法人员", officersOf(file?.officers ?? [])),
          row("记录人", personIn(of)(event.actor)),
        ),
      ],
      notes: [
        `依据${coercionLaw}第三十七条、第四十四条；不在夜间和法定节假日实施（第四十三条）。`,
        `笔录原件散列值（SHA-256）：${record}`,
        ...(recording === undefined ? [] : [`全程录音录像散列值（SHA-256）：${recording}`]),
      ],
    };
  },
};
