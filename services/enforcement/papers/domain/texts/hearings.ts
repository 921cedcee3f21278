import { plainDate } from "../../../../../shared/papers/words.ts";
import type { Attendance, closedGrounds } from "../../../hearings/domain/hearing.ts";
import { lastTold, type PaperText, personIn, told } from "../dossier.ts";
import { clause, form, heading, matterOf, pair, paragraph, paragraphs, penaltyLaw, row, you } from "../words.ts";

const closed: Readonly<Record<(typeof closedGrounds)[number], string>> = {
  "state-secret": "涉及国家秘密",
  "business-secret": "涉及商业秘密",
  privacy: "涉及个人隐私",
};

/** 行政处罚听证通知书 (行政处罚法64(2), CF-64): day, hour, place, chair, whether it is public, and the party's rights. */
export const hearingNotice: PaperText = {
  draft(of) {
    const scheduled = told(of, "enforcement.hearing.scheduled");
    const postponed = told(of, "enforcement.hearing.postponed");
    const { hearing, party } = of;
    if ((scheduled ?? postponed) === undefined || party === undefined || hearing?.plan === undefined) return undefined;
    const { on, at, place, closed: ground, chairName, recorder } = hearing.plan;
    const whom = you(party);
    const requested = hearing.parties.find((one) => one.party === party.id)?.requestedOn ?? hearing.requestedOn;
    return {
      title: postponed === undefined ? "行政处罚听证通知书" : "行政处罚听证延期通知书",
      addressee: party.name,
      seal: "organ",
      blocks: [
        paragraph(
          `${whom}于${plainDate(requested)}就本机关拟作出的行政处罚要求听证。${postponed === undefined ? "" : `原定的听证因故延期（${clause(postponed.personal.reasons)}）。`}依据${penaltyLaw}第六十三条、第六十四条，本机关定于下列时间、地点举行听证：`,
        ),
        form(
          pair(["时间", `${plainDate(on)}${at}`], ["地点", place]),
          pair(["主持人", chairName], ["记录员", personIn(of)(recorder)]),
          row("是否公开", ground === undefined ? "公开举行" : `不公开举行（${closed[ground]}）`),
        ),
        paragraph(
          `${whom}可以亲自参加听证，也可以委托一至二人代理；委托代理的，应当提交授权委托书。认为主持人与本案有直接利害关系的，有权申请回避。${whom}有权就案件的事实、证据、依据进行申辩和质证。无正当理由拒不出席或者未经许可中途退出的，视为放弃听证权利。听证不收取费用。`,
        ),
      ],
      notes: ["请携带身份证件和有关证据参加。"],
    };
  },
};

const attended: Readonly<Record<Attendance, string>> = {
  "in-person": "本人到场",
  "by-agent": "委托代理人到场",
  absent: "未到场",
  left: "未经许可中途退出",
};

/** 听证笔录 (行政处罚法64(6)–(8), CF-64): who was there, the course, and how each party signed. */
export const hearingRecord: PaperText = {
  draft(of) {
    const event = told(of, "enforcement.hearing.held");
    const { hearing } = of;
    if (event === undefined || hearing?.plan === undefined || of.case === undefined) return undefined;
    const { plan } = hearing;
    const name = personIn(of);
    const { record, attendance, investigators } = event.personal;
    const partyName = (id: string) => hearing.parties.find((one) => one.party === id)?.name ?? id;
    return {
      title: "行政处罚听证笔录",
      seal: "none",
      compact: true,
      blocks: [
        form(
          row("案由", matterOf(of.case.acts)),
          pair(["听证时间", `${plainDate(event.data.heldOn)}${plan.at}`], ["听证地点", plan.place]),
          pair(["主持人", plan.chairName], ["记录员", name(plan.recorder)]),
          row("听证方式", plan.closed === undefined ? "公开" : `不公开（${closed[plan.closed]}）`),
          row("调查人员", investigators.map(name).join("、")),
          ...attendance.map(({ party, how, agents }) =>
            row(
              "当事人",
              `${partyName(party)}：${attended[how]}${agents.length === 0 ? "" : `（代理人：${agents.map((one) => one.name).join("、")}）`}`,
            ),
          ),
        ),
        heading("听证过程"),
        paragraph("一、调查人员提出当事人违法的事实、证据和行政处罚建议。"),
        paragraph("二、当事人进行申辩和质证，并作最后陈述。"),
        paragraph(`三、${event.data.newFacts ? "听证中出现新的事实或者证据。" : "听证中没有出现新的事实和证据。"}`),
        paragraph(`笔录全文共${record.pages}页，已交当事人或者其代理人核对。`),
        form(
          ...record.signatures.map(({ party, how, by, pages, witness }) =>
            row(
              by === undefined ? "当事人签名" : "代理人签名",
              `${partyName(party)}${by === undefined ? "" : `（代理人${by}）`}：${how === "signed" ? `已签名${pages === undefined ? "" : `（${pages}页）`}` : `拒绝签名${witness === undefined ? "" : `，见证人：${witness}`}`}`,
            ),
          ),
          row("主持人、记录员", `${plan.chairName}、${name(plan.recorder)}　${plainDate(event.data.heldOn)}`),
        ),
      ],
      notes: [
        `听证结束后，行政机关应当根据听证笔录依法作出决定（${penaltyLaw}第六十五条）。`,
        `笔录原件散列值（SHA-256）：${record.sha256}`,
      ],
    };
  },
};

/** 听证报告 (CF-64a, CF-65): what the chair concludes from the hearing. */
export const hearingReport: PaperText = {
  draft(of) {
    const event = told(of, "enforcement.hearing.reported");
    const { hearing } = of;
    if (event === undefined || hearing?.plan === undefined || of.case === undefined) return undefined;
    const held = lastTold(of, "enforcement.hearing.held");
    const { conclusion, newFacts, sha256 } = event.personal;
    return {
      title: "行政处罚听证报告",
      seal: "none",
      compact: true,
      blocks: [
        form(
          row("案由", matterOf(of.case.acts)),
          pair(
            ["听证时间", held === undefined ? plainDate(hearing.plan.on) : plainDate(held.data.heldOn)],
            ["听证地点", hearing.plan.place],
          ),
          pair(["主持人", hearing.plan.chairName], ["报告日期", plainDate(event.data.on)]),
          row("当事人", hearing.parties.map(({ name }) => name).join("、")),
        ),
        heading("主持人意见"),
        ...paragraphs(conclusion),
        paragraph(
          newFacts
            ? "听证中出现新的事实或者证据，应当补充调查；拟加重处罚的，须重新告知。"
            : "听证中没有出现需要补充调查的新事实、新证据。",
        ),
        form(row("主持人签名", `${hearing.plan.chairName}　${plainDate(event.data.on)}`)),
      ],
      notes: [`报告原件散列值（SHA-256）：${sha256}`],
    };
  },
};
