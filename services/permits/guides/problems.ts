import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { GuideRefusal } from "./domain/refusals.ts";

export const guideProblems = {
  "permits.promise-longer-than-law": {
    zh: "承诺时限{promised}超过法定时限{legal}",
    en: "The promise of {promised} is longer than the law's {legal}",
  },
  "permits.guide-incomplete": {
    zh: "办事指南不完整，不得公布；缺：{missing}（{article}）",
    en: "The guide is not complete and is not published; missing: {missing} ({article})",
  },
  "permits.guide-unchanged": {
    zh: "与现行第{version}版相同",
    en: "Nothing differs from version {version}",
  },
  "permits.form-belongs-to-a-case": {
    zh: "文件已交给办件，不得作为公开的表格",
    en: "The file belongs to a case and is no form for the public",
  },
  "word.code": { zh: "事项代码", en: "code" },
  "word.name": { zh: "事项名称", en: "name" },
  "word.itemCode": { zh: "实施编码", en: "implementation code" },
  "word.basicCode": { zh: "基本编码", en: "basic code" },
  "word.legalBasis": { zh: "设定依据", en: "legal basis" },
  "word.sourceDepartment": { zh: "权力来源部门", en: "source department" },
  "word.implementingBody": { zh: "实施主体", en: "implementing body" },
  "word.entrustingDepartment": { zh: "委托部门", en: "entrusting department" },
  "word.office": { zh: "办理机构", en: "office" },
  "word.conditions": { zh: "受理条件", en: "conditions of acceptance" },
  "word.audience": { zh: "服务对象", en: "for whom" },
  "word.limitNote": { zh: "法定时限说明", en: "note on the statutory limit" },
  "word.materials": { zh: "申请材料", en: "materials" },
  "word.sampleForms": { zh: "示范文本", en: "sample forms" },
  "word.steps": { zh: "办理流程", en: "steps" },
  "word.result": { zh: "办理结果", en: "result" },
  "word.places": { zh: "办理地点和时间", en: "place and hours" },
  "word.crossTownScope": { zh: "通办范围", en: "cross-town scope" },
  "word.consulting": { zh: "咨询方式", en: "consulting channel" },
  "word.complaints": { zh: "监督投诉方式", en: "complaint channel" },
} satisfies ProblemTexts<GuideRefusal>;
