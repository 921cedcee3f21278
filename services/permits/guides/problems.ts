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
  "permits.revision-waits": {
    zh: "第{number}号修订（{on}提出）尚待他人公布或者撤下",
    en: "Revision {number} of {on} waits for another person to publish or drop it",
  },
  "permits.no-such-revision": {
    zh: "没有待公布的第{number}号修订",
    en: "No revision {number} waits to be published",
  },
  "permits.proposer-cannot-publish": {
    zh: "修订须由提出人以外的人员公布",
    en: "A revision is published by another person than proposed it",
  },
  "permits.revision-outdated": {
    zh: "第{number}号修订基于第{onVersion}版，现行为第{version}版，须重新提出",
    en: "Revision {number} was made of version {onVersion}; version {version} stands now: propose it anew",
  },
  "permits.follows-the-power": {
    zh: "{field}随职权的权力来源和依据确定，不得自行修订",
    en: "The {field} follows the power and is not revised here",
  },
  "permits.longer-limit-without-law": {
    zh: "时限{limit}日长于法定{legal}日，须载明法律、法规的条款和文件（{article}）",
    en: "{limit} days are longer than the law's {legal}: name the law or regulation, its article and document ({article})",
  },
  "permits.step-required-by-law": {
    zh: "清单所列环节“{step}”不得取消（{article}）",
    en: 'The step "{step}" of the list is not dropped ({article})',
  },
  "permits.fixed-by-law": {
    zh: "{field}由法律规定，不得修订取消（{article}）",
    en: "The {field} is fixed by law and is not revised away ({article})",
  },
  "permits.material-forbidden": {
    zh: "不得要求“{meaning}”（{article}）",
    en: "No item may ask for this ({article})",
  },
  "word.survey": { zh: "踏勘", en: "survey" },
  "word.joint-review": { zh: "联审", en: "joint review" },
  "word.review": { zh: "审查", en: "review" },
  "word.decision": { zh: "决定", en: "decision" },
  "word.intake": { zh: "受理", en: "intake" },
  "word.issue": { zh: "出证", en: "issue" },
  "word.inspection": { zh: "检验检测", en: "inspection" },
  "word.hearingRequired": { zh: "听证", en: "hearing" },
  "word.safety": { zh: "公共安全事项", en: "safety flag" },
  "word.quantity": { zh: "数量限制", en: "quantity" },
  "word.powerSource": { zh: "权力来源", en: "source of the power" },
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
