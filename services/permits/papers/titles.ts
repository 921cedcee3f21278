import { type Titles, valuesOf } from "../../../shared/text/index.ts";
import { kindNames } from "../documents/domain/kinds.ts";

/** What the fields of this part are called, and what their values and events mean. */
export const papersTitles = {
  fields: {
    html: { zh: "网页散列值", en: "Digest of the page" },
    matches: { zh: "是否一致", en: "Matches" },
    missingGlyphs: { zh: "缺字", en: "Missing glyphs" },
    pdf: { zh: "PDF 散列值", en: "Digest of the PDF" },
    supersededBy: { zh: "替换文书", en: "Superseded by" },
    supersededOn: { zh: "替换日期", en: "Superseded on" },
    template: { zh: "模板版本", en: "Version of the template" },
  },
  values: {
    ...valuesOf("kind", kindNames),
    "permits.document.disclosed": { zh: "工作人员查看文书", en: "Document read by staff" },
    "permits.document.drawn-up": { zh: "文书已制作", en: "Document drawn up" },
    "permits.document.printed": { zh: "文书 PDF 已制作", en: "Document printed" },
    "permits.document.superseded": { zh: "文书已被替换", en: "Document superseded" },
  },
} as const satisfies Titles;
