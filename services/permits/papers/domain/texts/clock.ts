import type { Block, Draft } from "../../../../../shared/papers/content.ts";
import type { Frame } from "../../../../../shared/papers/frame.ts";
import { inChinese, plainDate, untilOf } from "../../../../../shared/papers/words.ts";
import type { Accepted, Paused } from "../../../cases/domain/application/application.ts";
import { isLicence, lawFor, quoted, you } from "../words.ts";

const paragraph = (text: string): Block => ({ kind: "paragraph", text });

const pauses: Readonly<Record<Paused["pause"]["kind"], string>> = {
  hearing: "听证",
  bidding: "招标",
  auction: "拍卖",
  inspection: "检验",
  testing: "检测",
  quarantine: "检疫",
  appraisal: "鉴定",
  "expert-review": "专家评审",
};

/** 中止计时告知书 (XK-45): what is needed, since when the clock stands, and for how long. */
export function pauseNotice(state: Paused, _frame: Frame): Draft {
  const { applicant, pause, acceptedOn } = state;
  const what = pauses[pause.kind];
  const days = pause.notice.neededDays;
  return {
    title: `${isLicence(state) ? "行政许可" : ""}${what}所需时间告知书`,
    addressee: applicant.name,
    seal: "permits",
    compact: true,
    blocks: [
      paragraph(
        `${you(applicant)}提出的${quoted(state)}申请，本机关已于${plainDate(acceptedOn)}受理。作出决定前依法需要${what}，所需时间预计${inChinese(days)}个工作日。${lawFor(state)}第四十五条的规定，所需时间不计算在办理期限内，特此告知。`,
      ),
      {
        kind: "form",
        rows: [
          [
            { label: "中止事由", value: what },
            {
              label: "所需时间",
              value: `${days}个工作日${pause.told === undefined ? "" : `（${untilOf(pause.told)}）`}`,
            },
          ],
          [
            { label: "告知日期", value: plainDate(pause.notice.deliveredOn) },
            { label: "中止计时", value: `自${plainDate(pause.from)}起` },
          ],
        ],
      },
      paragraph(
        `${what}结束后，办理期限自次日起继续计算，不因中止而重新起算；超过上述时间仍未结束的，超过的时间计算在办理期限内。`,
      ),
    ],
    notes: ["本告知书一式两份，申请人和本机关各执一份。"],
  };
}

/** 延长期限通知书 (XK-42): how much longer, until when, and why, as the head approved. */
export function extensionNotice(state: Accepted, _frame: Frame): Draft {
  const { applicant, extension, limits, acceptedOn } = state;
  if (extension === undefined) throw new TypeError("nothing was extended");
  const joint = limits.statutory?.rule === "XK-42-2";
  const head = joint ? "本级人民政府负责人" : "本机关负责人";
  const limit = limits.statutory ?? limits.promised;
  return {
    title: isLicence(state) ? "延长行政许可决定期限通知书" : "延长办理期限通知书",
    addressee: applicant.name,
    seal: "organ",
    blocks: [
      paragraph(
        `${you(applicant)}提出的${quoted(state)}申请，本机关已于${plainDate(acceptedOn)}受理，因下列理由不能在规定期限内作出决定：`,
      ),
      paragraph(extension.reasons),
      paragraph(
        `${lawFor(state)}第四十二条第${joint ? "二" : "一"}款的规定，经${head}批准，决定期限延长${inChinese(extension.workingDays)}个工作日（${untilOf(limit)}）。特此告知。`,
      ),
    ],
    notes: [],
  };
}
