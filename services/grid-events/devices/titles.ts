import type { Titles } from "../../../shared/text/index.ts";

const named = (aggregate: "device" | "device-area", name: string, zh: string, en: string) => ({
  [`grid-events.${aggregate}.${name}`]: { zh, en },
});

/** What the fields of this part are called, and what their values and events mean. */
export const devicesTitles = {
  fields: {
    alarm: { zh: "是否报警", en: "In alarm" },
    answers: { zh: "答复", en: "Answers" },
    device: { zh: "设备", en: "Machine" },
    heardAt: { zh: "最近消息时间", en: "Heard at" },
    key: { zh: "密钥", en: "Key" },
    keys: { zh: "密钥次数", en: "Keys given" },
    registeredOn: { zh: "登记日期", en: "Registered on" },
    result: { zh: "结果", en: "Result" },
    serial: { zh: "序号", en: "Serial" },
    silent: { zh: "是否失联", en: "Silent" },
    silentAt: { zh: "失联时限", en: "Silent from" },
  },
  values: {
    "aggregate.device": { zh: "设备", en: "machine" },
    "aggregate.device-area": { zh: "设备报警", en: "alarm of an area" },
    "result.noted": { zh: "已记录", en: "noted" },
    "result.counted": { zh: "已计数", en: "counted" },
    "result.damped": { zh: "抖动，已抑制", en: "damped" },
    "result.replayed": { zh: "重放，不予接收", en: "replayed" },
    "result.too-fast": { zh: "超过上限", en: "too fast" },
    "status.active": { zh: "在用", en: "active" },
    "status.revoked": { zh: "已停用", en: "revoked" },
    "status.calm": { zh: "无报警", en: "calm" },
    "status.to-confirm": { zh: "待核实", en: "waits for a person" },
    "status.raised": { zh: "已成事件", en: "a matter" },
    ...named("device", "registered", "设备已登记", "Machine registered"),
    ...named("device", "key-changed", "密钥已更换", "Key changed"),
    ...named("device", "revoked", "设备已停用", "Machine revoked"),
    ...named("device", "heard", "已收到消息", "Heard"),
    ...named("device", "silent", "设备失联", "Silent"),
    ...named("device-area", "raised", "设备报警", "Alarm raised"),
    ...named("device-area", "noted", "报警已更新", "Alarm noted"),
    ...named("device-area", "confirmed", "报警已核实", "Alarm confirmed"),
    ...named("device-area", "dismissed", "报警已排除", "Alarm dismissed"),
    ...named("device-area", "followed", "报警随事件变化", "Alarm follows its matter"),
  },
} as const satisfies Titles;
