import type { Title } from "../text/index.ts";

/** What the keys are called by which lists are sorted. */
const sortKeys: Readonly<Record<string, Title>> = {
  announcedOn: { zh: "申报日期", en: "date of announcement" },
  askedOn: { zh: "咨询日期", en: "date of asking" },
  at: { zh: "时间", en: "time" },
  barredUntil: { zh: "禁止申请至", en: "end of the bar" },
  begunOn: { zh: "开始日期", en: "date of beginning" },
  by: { zh: "应检日期", en: "day by which it is held" },
  certificate: { zh: "证号", en: "certificate" },
  code: { zh: "编码", en: "code" },
  committedOn: { zh: "承诺日期", en: "date of commitment" },
  date: { zh: "日期", en: "day" },
  decidedOn: { zh: "决定日期", en: "date of decision" },
  department: { zh: "部门", en: "department" },
  draftedOn: { zh: "拟制日期", en: "date of drafting" },
  due: { zh: "到期日", en: "day it is due" },
  enteredOn: { zh: "记账日期", en: "date of posting" },
  filedOn: { zh: "递交日期", en: "date of filing" },
  from: { zh: "起始日", en: "first day" },
  givenAt: { zh: "评价时间", en: "time of rating" },
  givenOn: { zh: "委托日期", en: "date of giving" },
  grantedOn: { zh: "给予日期", en: "date of grant" },
  issuedOn: { zh: "开具日期", en: "date of issue" },
  on: { zh: "日期", en: "date" },
  placedOn: { zh: "留存日期", en: "date of the hold" },
  plannedAt: { zh: "安排时间", en: "time planned" },
  proposedAt: { zh: "提出时间", en: "time of proposal" },
  receivedAt: { zh: "收件时间", en: "time of receipt" },
  receivedOn: { zh: "收到日期", en: "date of receipt" },
  recordedOn: { zh: "记录日期", en: "date of record" },
  registeredOn: { zh: "登记日期", en: "date of registration" },
  reportedAt: { zh: "上报时间", en: "time of report" },
  sentAt: { zh: "发出时间", en: "time of sending" },
  since: { zh: "起始时间", en: "beginning" },
  startedOn: { zh: "开始日期", en: "date of start" },
  validUntil: { zh: "有效期至", en: "last day of validity" },
  year: { zh: "年度", en: "year" },
};

/** Each key from its first and, with `-`, from its last. */
export const sortTitles: Readonly<Record<string, Title>> = Object.fromEntries(
  Object.entries(sortKeys).flatMap(([key, { zh, en }]): [string, Title][] => [
    [`sort.${key}`, { zh: `按${zh}`, en: `by ${en}` }],
    [`sort.-${key}`, { zh: `按${zh}倒序`, en: `by ${en}, from the last` }],
  ]),
);
