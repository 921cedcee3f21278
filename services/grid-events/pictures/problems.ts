import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { PicturesRefusal } from "./domain/refusals.ts";

const word = "word.grid-events.picture-not-in-this-state" as const;

/** Why a picture is not taken or given. */
export const picturesProblems = {
  "grid-events.picture-not-for-you": {
    zh: "拍摄地点、时间可能指明上报人，承办人不能查看（{rule}）",
    en: "Where and when it was taken may tell who reported: who handles the matter does not read it ({rule})",
  },
  "grid-events.picture-not-in-this-state": {
    zh: "照片处于{status}，不能{command}；现在可以：{possible}",
    en: "The picture is {status}; {command} is not possible, only: {possible}",
  },
  "grid-events.picture-not-named": {
    zh: "事件没有引用这张照片（{rule}）",
    en: "The matter does not name this picture ({rule})",
  },
  "grid-events.picture-not-sent": {
    zh: "尚未收到照片，请先按上传地址发送",
    en: "The picture has not come; send it to the URL first",
  },
  "grid-events.picture-other": {
    zh: "照片与申报的大小、类型或者校验值不符",
    en: "It is another picture than the one announced: size, type or hash differ",
  },
  "grid-events.picture-too-large": {
    zh: "照片过大，此类照片至多{limit}字节",
    en: "Too large: a picture of this type has at most {limit} bytes",
  },
  "grid-events.picture-type": {
    zh: "不接收{type}类型的照片，可用：{taken}",
    en: "Pictures of the type {type} are not taken, only: {taken}",
  },
  "grid-events.picture-unreadable": {
    zh: "文件不是完整的{type}照片",
    en: "The file is no whole picture of the type {type}",
  },
  [`${word}.announced`]: { zh: "待上传", en: "announced" },
  [`${word}.received`]: { zh: "已收到", en: "received" },
  [`${word}.unfinished`]: { zh: "未传完，已作废", en: "dropped" },
  [`${word}.announce`]: { zh: "申报", en: "announcing it" },
  [`${word}.complete`]: { zh: "上传完毕", en: "completing it" },
  [`${word}.download`]: { zh: "调阅", en: "fetching it" },
  [`${word}.disclose`]: { zh: "查看拍摄地点、时间", en: "reading its origin" },
} satisfies ProblemTexts<PicturesRefusal>;
