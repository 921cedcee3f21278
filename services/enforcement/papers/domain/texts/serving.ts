import { plainDate } from "../../../../../shared/papers/words.ts";
import type { PaperKind, Receiver, Way } from "../../../service-of-papers/domain/delivery.ts";
import { type PaperText, personIn, told } from "../dossier.ts";
import { byHand, clause, form, fullName, pair, paragraph, partyRows, row } from "../words.ts";

const ways: Readonly<Record<Way, string>> = {
  "handed-over": "直接送达",
  left: "留置送达",
  electronic: "电子送达",
  mail: "邮寄送达",
  entrusted: "委托送达",
  "public-notice": "公告送达",
};
const receivers: Readonly<Record<Receiver, string>> = {
  self: "本人",
  "adult-of-household": "同住成年家属",
  "legal-representative": "法定代表人",
  head: "主要负责人",
  "mail-clerk": "负责收件的人",
  agent: "代理人",
};
const papers: Readonly<Record<PaperKind, string>> = {
  notice: "行政处罚事先告知书",
  decision: "行政处罚（不予行政处罚）决定书",
  demand: "催告书",
  "enforcement-decision": "行政强制执行决定书",
  "hearing-notice": "行政处罚听证通知书",
  measure: "查封（扣押）决定书",
  "measure-extension": "延长查封（扣押）期限决定书",
  "rectification-order": "责令改正通知书",
  "stop-order": "责令停止建设决定书",
  other: "其他文书",
};

/** 送达回证 (行政处罚法61, 民事诉讼法87–95; CF-61, CF-61a): what was served on whom, how, on which day, and who signed or why not. */
export const deliveryRecord: PaperText = {
  draft(of) {
    const event = told(of, "enforcement.delivery.served");
    const { delivery, party } = of;
    if (event === undefined || delivery?.status !== "served" || party === undefined) return undefined;
    const { on, how, proof } = event.data;
    const { to, signedBy, witness, recording, reasons } = event.personal;
    const failed = delivery.attempts.filter(({ served }) => !served);
    const { paper } = delivery;
    return {
      title: "送达回证",
      seal: "organ",
      compact: true,
      blocks: [
        form(
          row("送达文书", `《${papers[paper.kind]}》${paper.number}（${plainDate(paper.issuedOn)}）`),
          row("受送达人", fullName(party)),
          row("送达地址", of.confirmation?.address ?? party.address),
          pair(["送达方式", ways[how]], ["送达日期", plainDate(on)]),
          row(
            "受送达人签收",
            signedBy === undefined
              ? how === "left"
                ? `拒绝签收，已留置。原因：${clause(reasons ?? "")}`
                : how === "public-notice"
                  ? "公告期满视为送达"
                  : "以送达凭证记载的日期为准"
              : `${signedBy}${to === undefined ? "" : `（${receivers[to]}）`}　${plainDate(on)}`,
          ),
          ...(how === "left"
            ? [
                row(
                  "见证",
                  `${witness === undefined ? "" : `见证人：${witness}`}${recording === undefined ? "" : `　录音录像：${recording.slice(0, 32)}…`}`,
                ),
              ]
            : []),
          row("送达人", `${personIn(of)(event.actor)}　${byHand}`),
          ...(proof === undefined ? [] : [row("凭证散列值", proof)]),
        ),
        ...(failed.length === 0
          ? []
          : [paragraph(`此前未能送达：${failed.map((one) => `${plainDate(one.on)}${ways[one.way]}`).join("；")}。`)]),
      ],
      notes: [
        "代收人在受送达人签收栏内签名，并注明与受送达人的关系；拒绝签收的，注明理由和日期，由见证人签名或者录音录像。",
      ],
    };
  },
};

/** 送达地址确认书 (行政处罚法61(2), CF-61): where the party takes papers, whether he agrees to electronic service, and what follows. */
export const addressConfirmation: PaperText = {
  draft(of) {
    const event = told(of, "enforcement.address-confirmation.confirmed");
    const { confirmation, party } = of;
    if (event === undefined || confirmation === undefined || party === undefined) return undefined;
    const { electronic, address, signed } = confirmation;
    return {
      title: "送达地址确认书",
      seal: "none",
      compact: true,
      blocks: [
        form(
          ...partyRows(party),
          row("送达地址", address),
          row("是否同意电子送达", electronic === undefined ? "不同意" : "同意"),
          ...(electronic === undefined
            ? []
            : [pair(["接收系统", electronic.system], ["接收账号", electronic.account])]),
        ),
        paragraph(
          "本人（单位）保证上述送达地址准确、有效；变更的，及时书面告知。因地址不准确、变更后未告知等原因导致文书未能实际接收的，文书退回之日或者留置之日视为送达之日。同意电子送达的，文书到达上述系统的日期为送达日期，可以索取纸质文书；可以随时撤回同意。",
        ),
        form(row("当事人签名（盖章）", `已签名，原件散列值：${signed}　${plainDate(event.data.on)}`)),
      ],
      notes: ["依据《中华人民共和国行政处罚法》第六十一条第二款：当事人同意并签订确认书的，可以采用电子方式送达。"],
    };
  },
};
