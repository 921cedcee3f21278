import type { Block, Draft } from "../../../../../shared/papers/content.ts";
import type { Frame } from "../../../../../shared/papers/frame.ts";
import { plainDate } from "../../../../../shared/papers/words.ts";
import type { Forwarded, Granted, Refused } from "../../../cases/domain/application/application.ts";
import { isLicence, law, lawFor, quoted, subjectOf, you } from "../words.ts";
import { remediesSentence } from "./remedies.ts";

const paragraph = (text: string): Block => ({ kind: "paragraph", text });

/** By what right the town decides, where it is not its own by law: XK-24, CF-20. */
function rightOf({ mode, letter, town, organ }: Frame): string {
  const by = letter === undefined ? "" : `（${letter.number}，${plainDate(letter.date)}）`;
  if (mode === "entrusted")
    return organ.uscc === town.uscc ? "" : `本决定由${town.organName.zh}受本机关委托${by}办理，以本机关名义作出。`;
  return mode === "delegated" ? `本机关依照赋权决定${by}行使本项职权。` : "";
}

/** 准予许可决定书 (XK-38): what is granted, on what basis, for how long, and when the certificate comes (XK-44). */
export function grant(state: Granted, frame: Frame): Draft {
  const { applicant, receivedOn, acceptedOn, guide, number, validUntil, decidedOn, secrecy } = state;
  const what = subjectOf(state);
  const licence = isLicence(state);
  const law38 = licence ? `根据${law}第三十四条、第三十八条第一款和${guide.legalBasis}的规定` : "";
  return {
    title: licence ? "准予行政许可决定书" : "准予办理决定书",
    addressee: applicant.name,
    seal: "organ",
    blocks: [
      paragraph(
        `${you(applicant)}于${plainDate(receivedOn)}提出的${quoted(state)}申请，本机关于${plainDate(acceptedOn)}受理。经审查，申请符合${licence ? "法定条件、标准" : "规定的条件"}。${licence ? `${law38}，` : `依据${guide.legalBasis}，`}本机关决定：`,
      ),
      paragraph(`准予${applicant.name}取得${quoted(state)}${licence ? "的行政许可" : "的办理结果"}。`),
      {
        kind: "form",
        rows: [
          [
            { label: `${what.slice(-2)}事项`, value: state.item.name.zh },
            { label: "事项编码", value: state.item.code },
          ],
          [
            { label: "证件名称", value: guide.result },
            { label: "证件编号", value: number.text.zh },
          ],
          [
            { label: "决定日期", value: plainDate(decidedOn) },
            { label: "有效期至", value: validUntil === undefined ? "长期" : plainDate(validUntil) },
          ],
        ],
      },
      paragraph(
        [
          `本机关自作出本决定之日起十个工作日内向${you(applicant)}颁发、送达${guide.result}。`,
          licence ? `${you(applicant)}应当在准予的范围内依法从事活动。` : "",
          licence && validUntil !== undefined ? "需要延续有效期的，应当在有效期届满三十日前提出申请。" : "",
          licence && secrecy === undefined ? "本决定依法予以公开。" : "",
        ].join(""),
      ),
      ...(rightOf(frame) === "" ? [] : [paragraph(rightOf(frame))]),
    ],
    notes: [],
  };
}

/** 不予许可决定书 (XK-38): the reasons, and what is open against them. */
export function refusal(state: Refused, frame: Frame): Draft {
  const { applicant, receivedOn, acceptedOn, reasons } = state;
  const licence = isLicence(state);
  return {
    title: licence ? "不予行政许可决定书" : "不予办理决定书",
    addressee: applicant.name,
    seal: "organ",
    blocks: [
      paragraph(
        `${you(applicant)}于${plainDate(receivedOn)}提出的${quoted(state)}申请，本机关于${plainDate(acceptedOn)}受理。经审查，申请不符合${licence ? "法定条件、标准" : "规定的条件"}，理由如下：`,
      ),
      ...reasons
        .split(/\n+/)
        .filter((line) => line.trim() !== "")
        .map((line) => paragraph(line.trim())),
      paragraph(
        licence
          ? `根据${law}第三十八条第二款和${state.guide.legalBasis}的规定，本机关决定不予行政许可。`
          : `依据${state.guide.legalBasis}，本机关决定不予办理。`,
      ),
      ...(state.falseMaterials === true ? [paragraph(warning(state))] : []),
      ...(rightOf(frame) === "" ? [] : [paragraph(rightOf(frame))]),
      paragraph(remediesSentence("本决定", applicant, frame)),
    ],
    notes: [],
  };
}

/** XK-78: who hid facts or handed in false materials is warned, and barred for a year where safety is at stake. */
const warning = ({ applicant, guide }: Refused) =>
  `${you(applicant)}隐瞒有关情况或者提供虚假材料申请行政许可，根据${law}第七十八条的规定，本机关对${you(applicant)}给予警告${guide.safety === true ? `；该事项直接关系公共安全、人身健康、生命财产安全，${you(applicant)}在一年内不得再次申请该行政许可` : ""}。`;

const opinions = { agree: "同意", disagree: "不同意" } as const;

/** 转报函 (XK-43, XK-T2): what the town found, and the whole file, to the organ that decides. */
export function forwardingLetter(state: Forwarded, frame: Frame): Draft {
  const { applicant, acceptedOn, receivedOn, reviews, to, given } = state;
  const organ = to.replace(/^县(?=.)/, frame.town.county.name.zh);
  return {
    title: `关于转报${applicant.name}\n${quoted(state)}申请的函`,
    addressee: organ,
    seal: "organ",
    blocks: [
      paragraph(
        `${applicant.name}于${plainDate(receivedOn)}向本机关提出${quoted(state)}申请，本机关于${plainDate(acceptedOn)}受理并已完成初步审查。该事项依法由你单位决定，${lawFor(state)}第四十三条的规定，现将初步审查意见和全部申请材料转报，请依法审查决定，并将结果告知申请人和本机关。`,
      ),
      { kind: "heading", text: "初步审查意见" },
      {
        kind: "table",
        columns: [
          { title: "环节", parts: 34 },
          { title: "意见", parts: 18, centred: true },
          { title: "日期", parts: 26, centred: true },
          { title: "核查人员", parts: 22, centred: true },
        ],
        rows:
          reviews.length === 0
            ? [["形式审查", "材料齐全", plainDate(acceptedOn), "—"]]
            : reviews.map(({ step, opinion, on, inspectors }) => [
                step.name,
                opinions[opinion],
                plainDate(on),
                inspectors === undefined ? "—" : `${inspectors.length}人`,
              ]),
      },
      { kind: "heading", text: "随函转报的申请材料" },
      {
        kind: "table",
        columns: [
          { title: "序号", parts: 12, centred: true },
          { title: "材料名称", parts: 88 },
        ],
        rows: given.length === 0 ? [["—", "无"]] : given.map((name, at) => [String(at + 1), name]),
      },
    ],
    notes: [],
  };
}
