import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { OfflineRefusal } from "./domain/refusals.ts";

export const offlineProblems = {
  "grid-events.already-corrected": { zh: "{entry}已由{by}更正", en: "{entry} is already corrected by {by}" },
  "grid-events.base-dropped": {
    zh: "所依据的{entry}已放弃，没有事件",
    en: "{entry}, which this builds on, was given up and has no matter",
  },
  "grid-events.base-missing": {
    zh: "{does}须说明依据的事件版本，或者依据的另一条内容（basedOn）",
    en: "{does} must say what it is based on: a matter in a version, or another entry (basedOn)",
  },
  "grid-events.base-unknown": { zh: "事件没有过第{version}版", en: "The matter never had version {version}" },
  "grid-events.batch-too-large": {
    zh: "本批{sent}条、{sentBytes}字节，上限{entries}条、{bytes}字节；请分{batches}批，每批{each}条",
    en: "This batch has {sent} entries and {sentBytes} bytes; at most {entries} and {bytes}. Send {batches} batches of {each}",
  },
  "grid-events.changed-since": {
    zh: "事件此后已变为“{status}”（第{version}版），本条不再适用，留作记录",
    en: "The matter changed since: it is {status} now (version {version}). The entry no longer fits and is kept as a note",
  },
  "grid-events.correction-of-answered": {
    zh: "{entry}已经办理，不能更正",
    en: "{entry} is carried out already and cannot be corrected",
  },
  "grid-events.entries-in-circle": {
    zh: "{entries}互为依据，都不能办理；请以另一编号更正（corrects）",
    en: "{entries} build on each other in a circle, so none can be carried out; correct one by a new entry that names it (corrects)",
  },
  "grid-events.entry-answered": {
    zh: "本条现为“{status}”，不能{command}；可以：{possible}",
    en: "The entry is {status} now and cannot {command}; possible: {possible}",
  },
  "grid-events.entry-id-reused": {
    zh: "编号{entry}已用于另一内容，以先收到的为准",
    en: "The id {entry} was used for other content; what came first stays",
  },
  "grid-events.entry-unreadable": {
    zh: "本条内容不合规范，未办理；请以另一编号更正（corrects）",
    en: "The entry cannot be read and is not carried out; correct it by a new one that names it (corrects)",
  },
  "grid-events.schema-unknown": {
    zh: "不认识内容格式第{schema}版，可用第{known}版",
    en: "Schema version {schema} is not known; {known} is",
  },
  "word.expected": { zh: "尚未收到", en: "not yet received" },
  "word.received": { zh: "已收到", en: "received" },
  "word.waiting": { zh: "等待另一条", en: "waiting for another" },
  "word.done": { zh: "已办理", en: "done" },
  "word.refused": { zh: "已拒绝", en: "refused" },
  "word.corrected": { zh: "已更正", en: "corrected" },
  "word.expect": { zh: "等待", en: "expect another" },
  "word.correct": { zh: "更正", en: "correct" },
} satisfies ProblemTexts<OfflineRefusal>;
