import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { DevicesRefusal } from "./domain/refusals.ts";

const word = "word.grid-events.device-not-in-this-state" as const;

/** Why a machine is not taken or not heard. */
export const devicesProblems = {
  "grid-events.alarm-not-waiting": {
    zh: "没有待核实的设备报警（{rule}）",
    en: "No alarm waits here for a person ({rule})",
  },
  "grid-events.camera-not-for-safety": {
    zh: "摄像设备只用于公共安全，不能用于{category}（{article}）",
    en: "A camera serves public safety alone, and not {category} ({article})",
  },
  "grid-events.device-not-in-this-state": {
    zh: "设备处于{status}，不能{command}；现在可以：{possible}",
    en: "The machine is {status}; {command} is not possible, only: {possible}",
  },
  "grid-events.device-not-yours": {
    zh: "设备及其报警由指挥人员办理（{rule}）",
    en: "Dispatchers look after machines and their alarms ({rule})",
  },
  "grid-events.device-too-fast": {
    zh: "设备在这一时段的消息已达上限（{rule}）",
    en: "The machine has said all that it may in this window ({rule})",
  },
  "grid-events.device-unknown": { zh: "没有这台设备，或者密钥不对", en: "No such machine, or another key" },
  "grid-events.message-repeated": {
    zh: "消息序号已经用过，重放的消息不予接收（{rule}）",
    en: "The serial was used before: a repeated message is refused ({rule})",
  },
  "grid-events.unknown-device-kind": {
    zh: "本镇没有设备种类{kind}，或者该种类不用于此类别",
    en: "The town has no machines of the kind {kind}, or not for this category",
  },
  [`${word}.active`]: { zh: "在用", en: "active" },
  [`${word}.revoked`]: { zh: "已停用", en: "revoked" },
  [`${word}.change-key`]: { zh: "更换密钥", en: "changing its key" },
  [`${word}.revoke`]: { zh: "停用", en: "revoking it" },
} satisfies ProblemTexts<DevicesRefusal>;
