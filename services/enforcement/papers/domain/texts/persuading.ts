import { plainDate } from "../../../../../shared/papers/words.ts";
import type { LettingOffGround, OrderCheck } from "../../../rectification/domain/rectification.ts";
import { type Dossier, type PaperText, personIn, told } from "../dossier.ts";
import {
  byHand,
  clause,
  form,
  heading,
  officersOf,
  pair,
  paragraph,
  paragraphs,
  partyRows,
  penaltyLaw,
  remedies,
  row,
  you,
} from "../words.ts";

/** 劝导记录 (E3): who said what to whom, where. It binds nobody. */
export const guidanceRecord: PaperText = {
  draft(of) {
    const { guidance } = of;
    if (told(of, "enforcement.guidance.given") === undefined || guidance === undefined) return undefined;
    const { party, on, address, act, said, answer, officers, files } = guidance;
    const name = personIn(of);
    return {
      title: "劝导记录",
      seal: "none",
      compact: true,
      blocks: [
        form(
          row("被劝导人", party.name),
          pair(["日期", plainDate(on)], ["地点", address]),
          row("涉及事项", act.name.zh),
          row("劝导内容", said),
          row("被劝导人意见", answer),
          row("在场工作人员", officers.map(({ sub }) => name(sub)).join("、")),
        ),
      ],
      notes: [
        "劝导不具有强制力；依据《中华人民共和国行政处罚法》第六条，坚持处罚与教育相结合。",
        ...files.map((sha256) => `影像资料散列值（SHA-256）：${sha256}`),
      ],
    };
  },
};

/** An order before any case bears its own number on all its papers. */
const orderNumber = ({ order }: Dossier) => order?.number?.text.zh;
const unitWords = { day: "日", "working-day": "个工作日" } as const;

/** 责令改正通知书 (行政处罚法28(1), CF-28, CF-61): what is wrong, what is done about it, by when, and the remedies. */
export const rectificationOrder: PaperText = {
  number: orderNumber,
  draft(of) {
    const { order, party, town } = of;
    if (told(of, "enforcement.rectification.issued") === undefined || order === undefined || party === undefined)
      return undefined;
    const { act, time, foundOn, address, facts, demands, officers } = order;
    const whom = you(party);
    return {
      title: "责令改正通知书",
      addressee: party.name,
      seal: "organ",
      blocks: [
        form(...partyRows(party)),
        paragraph(
          `${plainDate(foundOn)}，本机关在${address}发现${whom}有下列行为：${clause(facts)}。上述行为涉嫌${act.name.zh}（${act.legalBasis}）。`,
        ),
        paragraph(
          `依据${penaltyLaw}第二十八条第一款，责令${whom}自收到本通知书之日起${time.days}${unitWords[time.unit]}内改正：`,
        ),
        ...paragraphs(demands),
        paragraph(
          `${whom}可以在期限届满前向本机关申请延长期限，改正后可以申请复查。逾期不改正的，本机关依法处理。${whom}对本通知有权进行陈述和申辩。`,
        ),
        paragraph(remedies("本通知", party, town)),
        form(row("执法人员", officersOf(officers)), row("当事人签收", byHand)),
      ],
      notes: [],
    };
  },
};

const harms: Readonly<Record<OrderCheck["harm"], string>> = {
  none: "没有造成危害后果",
  slight: "危害后果轻微",
  grave: "危害后果较重",
};

/** 责令改正复查记录 (CF-33a): what two officers found when they looked again. */
export const rectificationCheck: PaperText = {
  number: orderNumber,
  draft(of) {
    const { order, party } = of;
    const event = told(of, "enforcement.rectification.corrected") ?? told(of, "enforcement.rectification.unmet");
    if (event === undefined || order?.check === undefined || party === undefined) return undefined;
    const { check, limit, reportedOn } = order;
    const name = personIn(of);
    return {
      title: "责令改正复查记录",
      seal: "none",
      compact: true,
      blocks: [
        form(
          ...partyRows(party),
          pair(["责令改正期限", limit?.due == null ? "—" : plainDate(limit.due)], ["复查日期", plainDate(check.on)]),
          ...(reportedOn === undefined ? [] : [row("当事人报告改正", plainDate(reportedOn))]),
          row("责令改正的内容", order.demands),
          row("复查结论", check.finding === "corrected" ? "已改正" : "未改正"),
          row("行为和后果", `${check.slight ? "违法行为轻微" : "违法行为不属轻微"}，${harms[check.harm]}`),
        ),
        heading("复查情况"),
        ...paragraphs(check.notes),
        form(
          row("复查人员", officersOf(check.officers)),
          row("记录人", name(check.by)),
          row("另一执法人员", `${name(event.actor)}　${plainDate(event.data.on)}`),
        ),
      ],
      notes: check.files.map((sha256) => `影像资料散列值（SHA-256）：${sha256}`),
    };
  },
};

const grounds: Readonly<Record<LettingOffGround, string>> = {
  minor: "违法行为轻微并及时改正，没有造成危害后果的，不予行政处罚",
  "first-time": "初次违法且危害后果轻微并及时改正的，可以不予行政处罚",
};

/** 不予行政处罚决定书 (行政处罚法33; CF-33, CF-33b): no penalty after what was wrong was put right. */
export const lettingOff: PaperText = {
  number: (of) => told(of, "enforcement.rectification.let-off")?.data.number.text.zh,
  draft(of) {
    const event = told(of, "enforcement.rectification.let-off");
    const { order, party, town } = of;
    if (event === undefined || order === undefined || party === undefined) return undefined;
    const { ground, on } = event.data;
    const { reasons, educatedOn, promise } = event.personal;
    const whom = you(party);
    return {
      title: "不予行政处罚决定书",
      addressee: party.name,
      seal: "organ",
      blocks: [
        form(...partyRows(party)),
        paragraph(
          `${plainDate(order.foundOn)}，本机关在${order.address}发现${whom}${clause(order.facts)}，并以${orderNumber(of) ?? ""}责令改正。经${plainDate(order.check?.on ?? on)}复查，${whom}已经改正。`,
        ),
        ...paragraphs(reasons),
        paragraph(`依据${penaltyLaw}第三十三条第一款“${grounds[ground]}”的规定，本机关决定不予行政处罚。`),
        paragraph(
          `依据${penaltyLaw}第三十三条第三款，本机关已于${plainDate(educatedOn)}对${whom}进行教育${promise === undefined ? "" : "，当事人已签署承诺书"}。`,
        ),
        paragraph(remedies("本决定", party, town)),
      ],
      notes: [],
    };
  },
};

/** 撤销责令改正决定书 (E3): the order falls, from when, why, and that it binds the party to nothing any more. */
export const orderRevocation: PaperText = {
  draft(of) {
    const event = told(of, "enforcement.rectification.revoked");
    const { order, party, town } = of;
    if (event === undefined || order === undefined || party === undefined) return undefined;
    const whom = you(party);
    return {
      title: "撤销责令改正决定书",
      addressee: party.name,
      seal: "organ",
      blocks: [
        form(...partyRows(party)),
        paragraph(
          `本机关${order.issuedOn === undefined ? "" : `于${plainDate(order.issuedOn)}`}以${orderNumber(of) ?? ""}责令${whom}改正${order.act.name.zh}的行为。经审查：${clause(event.personal.reasons)}。`,
        ),
        paragraph(
          `本机关决定自${plainDate(event.data.on)}起撤销该责令改正通知书。${whom}不再负有该通知书要求的义务；以其为依据的后续处理一并失去依据。因该通知书受到损失的，${whom}可以依法申请赔偿。`,
        ),
        paragraph(remedies("本决定", party, town)),
      ],
      notes: [],
    };
  },
};
