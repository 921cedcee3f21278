import type { Titles } from "../../../shared/text/index.ts";

/** What the fields of this part are called, and what their values and events mean. */
export const evidenceFileTitles = {
  fields: {
    announcedOn: { zh: "申报日期", en: "Announced on" },
    download: { zh: "下载", en: "Download" },
    "download.expires": { zh: "地址失效时间", en: "Valid until" },
    "download.url": { zh: "下载地址", en: "Address to fetch it from" },
    engine: { zh: "扫描引擎", en: "Engine" },
    headers: { zh: "请求头", en: "Headers" },
    keptOn: { zh: "保存日期", en: "Kept on" },
    scannedOn: { zh: "扫描日期", en: "Scanned on" },
    upload: { zh: "上传", en: "Upload" },
    "upload.expires": { zh: "地址失效时间", en: "Valid until" },
    "upload.url": { zh: "上传地址", en: "Address to send it to" },
    "upload.method": { zh: "请求方法", en: "Method" },
    verdict: { zh: "扫描结论", en: "Verdict" },
  },
  values: {
    "aggregate.evidence-file": { zh: "证据文件", en: "file of evidence" },
    "enforcement.evidence-file.dropped": { zh: "证据文件未传完", en: "File of evidence dropped" },
    "enforcement.evidence-file.kept": { zh: "证据文件已保存", en: "File of evidence kept" },
    "enforcement.evidence-file.scanned": { zh: "证据文件已扫描", en: "File of evidence scanned" },
    "method.PUT": { zh: "上传", en: "PUT" },
    "status.announced": { zh: "待上传", en: "announced" },
    "status.unfinished": { zh: "未上传完毕，已作废", en: "dropped" },
    "status.infected": { zh: "含病毒", en: "infected" },
    "status.kept": { zh: "已保存", en: "kept" },
    "verdict.clean": { zh: "未发现病毒", en: "clean" },
    "verdict.infected": { zh: "含病毒", en: "infected" },
  },
} as const satisfies Titles;
