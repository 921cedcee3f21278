import type { Draft, Field } from "../../../../../shared/papers/content.ts";
import type { Frame } from "../../../../../shared/papers/frame.ts";
import { plainDate } from "../../../../../shared/papers/words.ts";
import { documentNames, maskedNumber } from "../../../../../shared/parties/index.ts";

import type { Closed } from "../../../cases/domain/application/application.ts";
import type { Certificate } from "../../../certificates/domain/certificate.ts";
import type { Handover } from "../handover.ts";
import { isLicence } from "../words.ts";

/** What is handed over: of a case that was forwarded the decision of the organ above, by its own number (XK-T2). */
function papersOf(state: Closed, { town }: Frame, refusal: string | undefined): string[] {
  const { outcome, number, upper, guide } = state;
  const decision = isLicence(state)
    ? { granted: "《准予行政许可决定书》", refused: "《不予行政许可决定书》" }
    : { granted: "《准予办理决定书》", refused: "《不予办理决定书》" };
  if (upper !== undefined)
    return [`${upper.organ.replace(/^县(?=.)/, town.county.name.zh)}${decision[outcome]}${upper.number}`];
  const numbered = number?.text.zh ?? refusal ?? "";
  const papers = [`${decision[outcome]}${numbered}`];
  if (outcome === "granted") papers.push(`《${guide.result}》${numbered}`);
  return papers;
}

const ways = { "in-person": "直接", courier: "邮寄", electronic: "电子" } as const;
const allWays = ["直接", "留置", "邮寄", "电子", "公告"];

/** The way on record is ticked; where no way is, the person who delivers ticks it by hand. */
const ticked = (way: Handover["way"]) =>
  allWays.map((one) => `${way !== undefined && ways[way] === one ? "■" : "□"}${one}`).join("  ");

const proofs = { paper: "书面授权", counter: "窗口当面授权", login: "网上授权" } as const;

/** L9: who came in the holder's stead, and by what right: the authorisation to collect. */
const collected = ({ agent }: Handover): Field[][] =>
  agent === undefined
    ? []
    : [
        [{ label: "代领人", value: `${agent.name}（代办员，受受送达人委托代领）` }],
        [
          {
            label: "代领依据",
            value: `受送达人${plainDate(agent.givenOn)}${proofs[agent.proof]}，授权编号${agent.authorisation}，有效期至${plainDate(agent.until)}`,
          },
        ],
      ];

/** 送达回证: what was handed over when, to whom and how; to be signed by who took it. */
export function deliveryRecord(state: Closed, frame: Frame, handover: Handover): Draft {
  const { applicant, closedOn } = state;
  const { refusal, way } = handover;
  return {
    title: "送达回证",
    seal: "organ",
    compact: true,
    blocks: [
      {
        kind: "form",
        rows: [
          [{ label: "送达文书", value: papersOf(state, frame, refusal).join("；") }],
          [{ label: "事由", value: `${state.item.name.zh}申请` }],
          [
            { label: "受送达人", value: applicant.name },
            { label: "证件号码", value: maskedNumber(applicant) },
          ],
          [
            { label: "送达日期", value: plainDate(closedOn) },
            { label: "送达地点", value: "" },
          ],
          [{ label: "送达方式", value: ticked(way) }],
          ...collected(handover),
          [{ label: "受送达人签名或者盖章", value: "　　　　　　　　　　年　　月　　日", lines: 2 }],
          [
            {
              label: "代收人签名及代收理由",
              value: "　　　　　　　　　　年　　月　　日",
              lines: 2,
            },
          ],
          [{ label: "见证人签名", value: "", lines: 2 }],
          [{ label: "送达人签名", value: "（两人）", lines: 2 }],
          [{ label: "备注", value: "", lines: 1 }],
        ],
      },
    ],
    notes: ["受送达人收到文书后在本回证上签名或者盖章，注明收到日期；受送达人签收的日期为送达日期。"],
  };
}

/** What the number of a holder is called: by his paper, or the credit code of a body. */
function numberNameOf({ kind, document = "resident-id" }: Certificate["holder"]): string {
  if (kind === "organisation") return "统一社会信用代码";
  return document === "resident-id" ? "公民身份号码" : `${documentNames[document].zh}号码`;
}

/** The certificate itself: what anybody who sees it must be able to rely on. */
export function certificateFace(state: Certificate, _frame: Frame): Draft {
  const { holder, item, number, licenceId, decidedOn, validUntil, title } = state;
  const citizen = holder.kind === "citizen";
  return {
    title,
    seal: "organ",
    blocks: [
      {
        kind: "form",
        rows: [
          [{ label: citizen ? "持证人" : "单位名称", value: holder.name }],
          [{ label: numberNameOf(holder), value: maskedNumber(holder) }],
          [{ label: "许可事项", value: item.name.zh }],
          [
            {
              label: "有效期限",
              value:
                validUntil === undefined
                  ? `自${plainDate(decidedOn)}起，长期有效`
                  : `${plainDate(decidedOn)}至${plainDate(validUntil)}`,
            },
          ],
          [{ label: "证件编号", value: number.text.zh }],
          [{ label: "电子证照标识", value: licenceId }],
        ],
      },
    ],
    notes: [],
  };
}
