import type { Titles } from "../../../shared/text/index.ts";

/** What the fields of this part are called, and what their values and events mean. */
export const filesTitles = {
  fields: {
    attachments: { zh: "已交办件", en: "Attached to" },
    engine: { zh: "扫描引擎", en: "Engine" },
    headers: { zh: "请求头", en: "Headers" },
    "materials.file": { zh: "文件", en: "File" },
    scannedOn: { zh: "扫描日期", en: "Scanned on" },
    upload: { zh: "上传", en: "Upload" },
    "upload.method": { zh: "请求方法", en: "Method" },
    usable: { zh: "是否可用", en: "Usable" },
    verdict: { zh: "扫描结论", en: "Verdict" },
  },
  values: {
    "ground.by-owner": { zh: "本人撤下", en: "by its owner" },
    "ground.unfinished": { zh: "未上传完毕", en: "unfinished" },
    "ground.unused": { zh: "未被使用", en: "unused" },
    "method.PUT": { zh: "上传", en: "PUT" },
    "permits.material.attached": { zh: "文件已交办件", en: "Material attached" },
    "permits.material.detached": { zh: "文件已撤回", en: "Material detached" },
    "permits.material.removed": { zh: "文件已撤下", en: "Material removed" },
    "permits.material.scanned": { zh: "文件已扫描", en: "Material scanned" },
    "permits.material.uploaded": { zh: "文件已上传", en: "Material uploaded" },
  },
} as const satisfies Titles;
