import type { Block, Draft } from "../../../../../shared/papers/content.ts";
import { type Frame, officeName } from "../../../../../shared/papers/frame.ts";
import { inChinese, plainDate, untilOf } from "../../../../../shared/papers/words.ts";
import type {
  Accepted,
  Declined,
  Filed,
  Incomplete,
  Received,
  RecordedFiling,
  Withdrawn,
} from "../../../cases/domain/application/application.ts";
import { channels, isLicence, law, quoted, subjectOf, you } from "../words.ts";
import { remediesSentence } from "./remedies.ts";

const paragraph = (text: string): Block => ({ kind: "paragraph", text });

/** Who the case is and where it is asked after: the same four fields on every paper of the counter. */
function caseForm({ item, channel, receivedOn }: Filed, id: string): Block {
  return {
    kind: "form",
    rows: [
      [
        { label: "申请事项", value: item.name.zh },
        { label: "事项编码", value: item.code },
      ],
      [
        { label: "办件编号", value: id },
        { label: "申请方式", value: channels[channel] },
      ],
      [
        { label: "收件日期", value: plainDate(receivedOn) },
        { label: "查询方式", value: "扫码或到窗口查询" },
      ],
    ],
  };
}

/** 申请材料收件回执: what was handed in, and until when the organ must speak (XK-32-4). */
export function receipt(state: Received, { application }: Frame & { readonly application: string }): Draft {
  const { given, guide, receivedOn, acceptanceLimit, applicant } = state;
  const rows = guide.materials.map(({ name, required, shared }, at) => [
    String(at + 1),
    name,
    required ? "必要" : "可选",
    given.includes(name) ? "已收" : shared ? "数据共享取得，免交" : "未收",
  ]);
  const rule = isLicence(state) ? `${law}第三十二条第一款第四项` : "《优化营商环境条例》第三十六条";
  return {
    title: isLicence(state) ? "行政许可申请材料收件回执" : "申请材料收件回执",
    addressee: applicant.name,
    seal: "permits",
    compact: true,
    blocks: [
      paragraph(
        `${you(applicant)}于${plainDate(receivedOn)}提出的${quoted(state)}申请及下列材料，本机关已经收到，现予登记并出具本回执。`,
      ),
      caseForm(state, application),
      {
        kind: "table",
        columns: [
          { title: "序号", parts: 9, centred: true },
          { title: "材料名称", parts: 51 },
          { title: "要求", parts: 12, centred: true },
          { title: "收件情况", parts: 28, centred: true },
        ],
        rows,
      },
      paragraph(
        `本机关将在收到材料之日起${inChinese(acceptanceLimit.length)}个工作日内（${untilOf(acceptanceLimit)}）决定是否受理；材料不齐全或者不符合法定形式的，当场或者在上述期限内一次告知需要补正的全部内容，逾期不告知的，自收到材料之日起即为受理。依据：${rule}。`,
      ),
    ],
    notes: ["本回执证明收到上列材料，不表示申请已经受理。", "本回执一式两份，申请人和本机关各执一份。"],
  };
}

/** 补正材料一次性告知书: everything missing, once (XK-32-4). */
export function correctionsNotice(state: Incomplete, { town }: Frame): Draft {
  const { applicant, corrections, receivedOn } = state;
  const basis = isLicence(state)
    ? `根据${law}第三十二条第一款第四项的规定`
    : "根据《优化营商环境条例》第三十六条关于一次性告知的规定";
  const { explanation } = corrections;
  return {
    title: isLicence(state) ? "行政许可申请材料补正一次性告知书" : "申请材料补正一次性告知书",
    addressee: applicant.name,
    seal: "permits",
    compact: true,
    blocks: [
      paragraph(
        `${you(applicant)}于${plainDate(receivedOn)}提出的${quoted(state)}申请，经审查，申请材料不齐全或者不符合法定形式。${basis}，现将需要补正的全部内容一次告知如下：`,
      ),
      {
        kind: "table",
        columns: [
          { title: "序号", parts: 10, centred: true },
          { title: "需要补正的材料", parts: 62 },
          { title: "来源", parts: 28, centred: true },
        ],
        rows: corrections.missing.map((name, at) => [String(at + 1), name, "申请人提交"]),
      },
      ...(corrections.unobtainable ?? []).map(({ material, reason }) =>
        paragraph(`${material}未能通过数据共享取得，原因：${reason}`),
      ),
      ...(explanation === undefined ? [] : [paragraph(`补正说明：${explanation}`)]),
      paragraph(
        `请${you(applicant)}补齐上列材料后，提交${town.name.zh}便民服务大厅窗口或者在网上补交。按照本告知书提交全部补正材料的，本机关依法受理，办理期限自收到全部补正材料之日起计算。`,
      ),
      paragraph("除上列内容外，本机关不再就本次申请提出其他补正要求；能够通过数据共享取得的材料，无需提交。"),
    ],
    notes: ["本告知书一式两份，申请人和本机关各执一份。"],
  };
}

/** 受理通知书: that the clock runs, since when and until when (XK-32-5, XK-42); deemed acceptance says so (XK-32-4). */
export function acceptanceNotice(state: Accepted, { town }: Frame): Draft {
  const { applicant, receivedOn, acceptedOn, acceptedBy, limits, guide } = state;
  const deemed = acceptedBy === undefined;
  const asked = `${you(applicant)}于${plainDate(receivedOn)}提出的${quoted(state)}申请`;
  const basis = isLicence(state) ? `根据${law}第三十二条第一款第五项的规定，` : "";
  const said = deemed
    ? `${asked}，本机关未在收到申请材料之日起五个工作日内告知需要补正的内容，根据${law}第三十二条第一款第四项的规定，自收到申请材料之日即${plainDate(acceptedOn)}起即为受理。`
    : `${asked}，属于本机关职权范围，申请材料齐全、符合法定形式，${basis}本机关决定予以受理。`;
  const { statutory, promised } = limits;
  const within = (days: number, until: string) => `${days}个工作日（${until}）`;
  return {
    title: isLicence(state) ? "行政许可申请受理通知书" : `${subjectOf(state)}申请受理通知书`,
    addressee: applicant.name,
    seal: "permits",
    compact: true,
    blocks: [
      paragraph(said),
      {
        kind: "form",
        rows: [
          [
            { label: "受理日期", value: plainDate(acceptedOn) },
            { label: "承办机构", value: officeName(town, state.office) },
          ],
          [
            {
              label: "法定时限",
              value: statutory === undefined ? "法律、法规未作规定" : within(statutory.length, untilOf(statutory)),
            },
          ],
          [{ label: "承诺时限", value: within(promised.length, untilOf(promised)) }],
          [
            { label: "办理结果", value: guide.result },
            { label: "收费", value: guide.feeFen === 0 ? "不收费" : `${(guide.feeFen / 100).toFixed(2)}元` },
          ],
        ],
      },
      ...(guide.steps.some(({ kind }) => kind === "survey")
        ? [paragraph("办理中需要现场核查的，本机关将指派两名以上工作人员进行，请予配合。")]
        : []),
      ...(isLicence(state)
        ? [
            paragraph(
              "依法需要听证、招标、拍卖、检验、检测、检疫、鉴定和专家评审的，所需时间不计入上述时限，本机关将把所需时间书面告知。因故需要延长期限的，经本机关负责人批准后告知延长的期限和理由。",
            ),
          ]
        : []),
    ],
    notes: ["本通知书一式两份，申请人和本机关各执一份。"],
  };
}

/** 不予受理决定书: no permit is needed (XK-32-1), or another organ is competent, and it is named (XK-32-2). */
export function nonAcceptance(state: Declined, frame: Frame): Draft {
  const { applicant, receivedOn, ground, competentOrgan, reasons, facts } = state;
  const said = [facts, reasons].filter((text) => text !== undefined);
  const asked = `${you(applicant)}于${plainDate(receivedOn)}提出的${quoted(state)}申请`;
  const outside = ground === "outside-competence";
  const why = outside
    ? `${asked}，经审查，依法不属于本机关职权范围。根据${law}第三十二条第一款第二项的规定，本机关决定不予受理。请${you(applicant)}向有权机关${competentOrgan ?? ""}提出申请。`
    : `${asked}，经审查，依法不需要取得行政许可。根据${law}第三十二条第一款第一项的规定，本机关决定不受理。`;
  return {
    title: isLicence(state) ? "行政许可申请不予受理决定书" : "申请不予受理决定书",
    addressee: applicant.name,
    seal: "permits",
    blocks: [
      paragraph(why),
      ...(said.length === 0 ? [] : [paragraph(`事实和理由：${said.join("；")}`)]),
      ...(outside && competentOrgan !== undefined
        ? [{ kind: "form" as const, rows: [[{ label: "有权机关", value: competentOrgan }]] }]
        : []),
      paragraph("已提交的申请材料随本决定书退回。"),
      paragraph(remediesSentence("本决定", applicant, frame)),
    ],
    notes: [],
  };
}

/** 撤回申请告知书: the applicant learns that it was taken back, on whose word, and what he can still do. */
export function withdrawalNotice(state: Withdrawn): Draft {
  const { applicant, receivedOn, withdrawnOn, statement, agency } = state;
  const whose =
    statement === undefined
      ? agency === undefined
        ? `${you(applicant)}本人提出的撤回`
        : `${you(applicant)}委托的代办人提出的撤回`
      : `窗口收存的${you(applicant)}签名的撤回声明（${statement}）`;
  return {
    title: "撤回申请告知书",
    addressee: applicant.name,
    seal: "permits",
    blocks: [
      paragraph(
        `${you(applicant)}于${plainDate(receivedOn)}提出的${quoted(state)}申请，本机关根据${whose}，于${plainDate(withdrawnOn)}终止办理。`,
      ),
      paragraph(`如撤回不是${you(applicant)}的意愿，请到递交申请的窗口说明；撤回不影响${you(applicant)}再次提出申请。`),
      paragraph("已提交的申请材料原件随本告知书退回。"),
    ],
    notes: [],
  };
}

/** 备案回执 (L16): what was filed is on record, since when; nobody decides it. */
export function filingReceipt(state: RecordedFiling, { town }: Frame, id: string): Draft {
  const { applicant, receivedOn, recordedOn, guide, given, onFile = [], office } = state;
  const kept = (name: string, shared: boolean) =>
    given.includes(name) ? "已收" : onFile.includes(name) ? "本机关已存，免交" : shared ? "数据共享取得，免交" : "未收";
  return {
    title: "备案回执",
    addressee: applicant.name,
    seal: "permits",
    compact: true,
    blocks: [
      paragraph(
        `${you(applicant)}于${plainDate(receivedOn)}提交的${quoted(state)}备案材料，本机关已经收到，自${plainDate(recordedOn)}起予以备案。依据：${guide.legalBasis}。`,
      ),
      caseForm(state, id),
      {
        kind: "form",
        rows: [
          [
            { label: "备案日期", value: plainDate(recordedOn) },
            { label: "承办机构", value: officeName(town, office) },
          ],
        ],
      },
      {
        kind: "table",
        columns: [
          { title: "序号", parts: 9, centred: true },
          { title: "备案材料", parts: 63 },
          { title: "收件情况", parts: 28, centred: true },
        ],
        rows: guide.materials.map(({ name, shared }, at) => [String(at + 1), name, kept(name, shared)]),
      },
      paragraph(`备案内容发生变化的，请${you(applicant)}及时向本机关重新提交备案材料。`),
    ],
    notes: ["本回执证明上列事项已经备案，不是行政许可，不代替依法应当取得的许可。"],
  };
}
