import type { Block, Draft } from "../../../../../shared/papers/content.ts";
import { type Frame, officeName } from "../../../../../shared/papers/frame.ts";
import { plainDate } from "../../../../../shared/papers/words.ts";
import type { HearingGround, HearingNotice, Paused } from "../../../cases/domain/application/application.ts";
import { isLicence, lawFor, quoted, thirdParty, you } from "../words.ts";

const paragraph = (text: string): Block => ({ kind: "paragraph", text });

const grounds: Readonly<Record<HearingGround, string>> = {
  law: "该事项属于法律、法规、规章规定实施行政许可应当听证的事项",
  "public-interest": "本机关认为该事项涉及公共利益，需要听证",
  request: "申请人、利害关系人依法提出了听证申请",
};
const articles: Readonly<Record<HearingGround, string>> = {
  law: "第四十六条",
  "public-interest": "第四十六条",
  request: "第四十七条",
};
const secrets: Readonly<Record<NonNullable<HearingNotice["closed"]>, string>> = {
  "state-secret": "涉及国家秘密，不公开举行",
  "trade-secret": "涉及商业秘密，不公开举行",
  privacy: "涉及个人隐私，不公开举行",
};

/** 听证通知书 (XK-48): when and where, who presides, whether anybody may come, and what may be done there. */
export function hearingNotice(state: Paused, { town, party }: Frame): Draft | undefined {
  const { applicant, acceptedOn, hearing, office } = state;
  if (hearing?.notice === undefined) return undefined;
  const { ground, notice } = hearing;
  const third = thirdParty(state, party);
  if (party !== undefined && third === undefined) return undefined;
  const whom = third === undefined ? you(applicant) : "你（你单位）";
  return {
    title: isLicence(state) ? "行政许可听证通知书" : "听证通知书",
    addressee: third === undefined ? applicant.name : third.name,
    seal: "organ",
    compact: true,
    blocks: [
      paragraph(
        `${third === undefined ? whom : applicant.name}提出的${quoted(state)}申请，本机关已于${plainDate(acceptedOn)}受理。${grounds[ground]}，${lawFor(state)}${articles[ground]}、第四十八条的规定，本机关决定举行听证，现将有关事项通知如下：`,
      ),
      {
        kind: "form",
        rows: [
          [
            { label: "听证时间", value: `${plainDate(notice.heldOn)} ${notice.heldAt}` },
            { label: "通知日期", value: plainDate(notice.noticedOn) },
          ],
          [{ label: "听证地点", value: notice.place }],
          [
            { label: "听证主持人", value: notice.chair },
            { label: "承办机构", value: officeName(town, office) },
          ],
          [{ label: "举行方式", value: notice.closed === undefined ? "公开举行" : secrets[notice.closed] }],
        ],
      },
      paragraph(
        `${whom}可以亲自参加，也可以委托代理人参加；认为主持人与本事项有直接利害关系的，有权申请回避。举行听证时，审查该申请的工作人员提供审查意见的证据、理由，申请人、利害关系人可以提出证据，并进行申辩和质证。`,
      ),
      paragraph(
        `听证制作笔录，由听证参加人确认无误后签字或者盖章，本机关根据听证笔录作出决定。${whom}不承担组织听证的费用。听证所需时间不计算在办理期限内。`,
      ),
    ],
    notes: ["请携带本通知书和有效身份证件参加；委托代理人参加的，另携带授权委托书。"],
  };
}
