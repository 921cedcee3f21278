import type { Block, Draft } from "../../../../../shared/papers/content.ts";
import type { Frame } from "../../../../../shared/papers/frame.ts";
import { inChinese, plainDate, untilOf } from "../../../../../shared/papers/words.ts";
import type { Accepted, Paused } from "../../../cases/domain/application/application.ts";
import { isLicence, law, lawFor, quoted, thirdParty, you } from "../words.ts";

const paragraph = (text: string): Block => ({ kind: "paragraph", text });

/** 核查人员告知书 (XK-34, XK-55): who comes, by what they show who they are, and that another may be asked for. */
export function inspectorsNotice(state: Accepted | Paused, _frame: Frame): Draft | undefined {
  const { applicant, acceptedOn, inspection } = state;
  if (inspection?.persons === undefined) return undefined;
  const whom = you(applicant);
  const basis = isLicence(state)
    ? `根据${law}第三十四条第三款、第五十五条第二款的规定`
    : `依据${state.guide.legalBasis}`;
  return {
    title: isLicence(state) ? "行政许可现场核查人员告知书" : "现场核查人员告知书",
    addressee: applicant.name,
    seal: "organ",
    compact: true,
    blocks: [
      paragraph(
        `${whom}提出的${quoted(state)}申请，本机关已于${plainDate(acceptedOn)}受理。${basis}，本机关指派下列工作人员对申请事项进行现场核查，现予告知：`,
      ),
      {
        kind: "table",
        columns: [
          { title: "序号", parts: 12, centred: true },
          { title: "核查人员", parts: 38, centred: true },
          { title: "工作证件号", parts: 50, centred: true },
        ],
        rows: inspection.persons.map(({ name, certificateNo }, at) => [
          String(at + 1),
          name,
          certificateNo ?? "现场出示证件",
        ]),
      },
      paragraph(
        `核查由两名以上工作人员进行，核查人员应当主动出示工作证件。请${whom}届时到场或者委托他人到场，如实提供有关情况和材料，并在核查记录上签字。`,
      ),
      paragraph(
        `${whom}认为核查人员与本申请有利害关系，或者有其他可能影响公正核查的情形的，有权依照《中华人民共和国公务员法》第七十六条、第七十八条的规定，在核查前或者核查时向本机关申请其回避，并说明理由。`,
      ),
      paragraph(`本机关进行核查不收取任何费用；核查人员索取、收受财物的，${whom}有权向本机关或者监察机关举报。`),
    ],
    notes: ["本告知书一式两份，申请人和本机关各执一份。"],
  };
}

/**
 * 听证告知书 (XK-36, XK-47): to the applicant, or to one of those whose major interests it touches: what is applied for, that
 * he may speak, and until when he may ask for a hearing, at no cost.
 */
export function hearingRights(state: Accepted, { party, town }: Frame): Draft | undefined {
  const { applicant, acceptedOn, receivedOn, thirdParties } = state;
  const informed = thirdParties?.informed;
  if (informed === undefined) return undefined;
  const third = thirdParty(state, party);
  if (party !== undefined && third === undefined) return undefined;
  const licence = isLicence(state);
  const what = licence ? "行政许可" : "事项";
  const whom = third === undefined ? you(applicant) : "你（你单位）";
  const asked = `${third === undefined ? you(applicant) : applicant.name}于${plainDate(receivedOn)}提出的${quoted(state)}申请，本机关已于${plainDate(acceptedOn)}受理。`;
  const found =
    third === undefined
      ? "经审查，该事项直接关系他人重大利益，本机关已告知利害关系人。"
      : `经审查，该事项直接关系${whom}的重大利益。`;
  const { length } = informed.request;
  return {
    title: licence ? "行政许可听证告知书" : "听证告知书",
    addressee: third === undefined ? applicant.name : third.name,
    seal: "organ",
    compact: true,
    blocks: [
      paragraph(
        `${asked}${found}${lawFor(state)}第三十六条、第四十七条的规定，本机关在作出决定前，告知${whom}享有下列权利：`,
      ),
      paragraph(
        `一、陈述和申辩。${whom}有权对该${what}申请进行陈述和申辩，可以书面提出，也可以到本机关口头提出，由本机关记录；有关证据材料可以一并提交。`,
      ),
      paragraph(
        `二、要求听证。${whom}要求听证的，应当自被告知听证权利之日起${inChinese(length)}个工作日内（${untilOf(informed.request)}）向本机关提出听证申请；逾期不提出的，视为放弃听证权利。在期限内提出申请的，本机关在二十个工作日内组织听证。`,
      ),
      paragraph(`三、${whom}不承担本机关组织听证的费用；可以委托代理人参加听证。`),
      {
        kind: "form",
        rows: [
          [
            { label: "告知日期", value: plainDate(informed.on) },
            { label: "提出期限", value: untilOf(informed.request) },
          ],
          [{ label: "提出地点", value: `${town.name.zh}便民服务大厅窗口，或者承办机构` }],
        ],
      },
    ],
    notes: ["本告知书一式两份，被告知人和本机关各执一份。"],
  };
}
