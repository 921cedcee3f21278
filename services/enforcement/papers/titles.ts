import { type Titles, valuesOf } from "../../../shared/text/index.ts";
import { kinds } from "./domain/kinds.ts";

/** What the fields of this part are called, and what their values and events mean. */
export const papersTitles = {
  fields: {
    genuine: { zh: "是否真实", en: "Genuine" },
    goes: { zh: "归属", en: "Goes to" },
    html: { zh: "网页散列值", en: "Digest of the page" },
    matches: { zh: "是否一致", en: "Matches" },
    missingGlyphs: { zh: "缺字", en: "Missing glyphs" },
    organ: { zh: "机关", en: "Organ" },
    pdf: { zh: "PDF 散列值", en: "Digest of the PDF" },
    template: { zh: "模板版本", en: "Version of the template" },
  },
  values: {
    ...valuesOf("kind", kinds),
    "of.kind.case": { zh: "案件", en: "case" },
    "of.kind.on-spot": { zh: "当场处罚", en: "penalty on the spot" },
    "of.kind.inspection": { zh: "检查", en: "inspection" },
    "of.kind.order": { zh: "责令改正", en: "order to correct" },
    "of.kind.guidance": { zh: "口头劝导", en: "oral guidance" },
    "goes.to-file": { zh: "归入案卷", en: "the file" },
    "goes.to-party": { zh: "送达当事人", en: "the party" },
    "aggregate.paper": { zh: "文书", en: "paper" },
    "status.numbered": { zh: "已编号待制作", en: "numbered" },
    "status.drawn-up": { zh: "已制作", en: "drawn up" },
    "enforcement.case.reported": { zh: "案件调查终结", en: "Investigation reported" },
    "enforcement.evidence.established": { zh: "证据经两人签字", en: "Evidence signed by two officers" },
    "enforcement.proceeding.defence-reviewed": { zh: "陈述申辩已复核", en: "Defence reviewed" },
    "enforcement.proceeding.discussed": { zh: "案件已集体讨论", en: "Case discussed" },
    "enforcement.proceeding.legally-reviewed": { zh: "法制审核已完成", en: "Legal review done" },
    "enforcement.paper.disclosed": { zh: "工作人员查看文书", en: "Paper read by staff" },
    "enforcement.paper.drawn-up": { zh: "文书已制作", en: "Paper drawn up" },
    "enforcement.paper.numbered": { zh: "文书已编号", en: "Paper numbered" },
    "enforcement.paper.printed": { zh: "文书 PDF 已制作", en: "Paper printed" },
  },
} as const satisfies Titles;
