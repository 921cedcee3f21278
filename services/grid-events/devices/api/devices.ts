import * as z from "zod";
import { present } from "../../../../shared/decider/index.ts";
import { create, list, type Route, resource, severalOf } from "../../../../shared/http/index.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import { lineOf, textOf } from "../../../../shared/text/index.ts";
import { gridHouse } from "../../events/index.ts";
import { datums, measured } from "../../grids/domain/datum.ts";
import { type Device, type DeviceCommand, deviceMoves } from "../domain/device.ts";
import { device, silentDevices } from "../domain/device-decider.ts";
import { deviceKeyOf, keyDigestOf } from "../keys.ts";

const instant = z.iso.datetime();
const place = z.object({ lng: z.number(), lat: z.number() });
const deviceView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(["active", "revoked"]),
  name: z.string(),
  kind: z.string(),
  category: z.string(),
  place,
  address: z.string(),
  alarm: z.boolean(),
  flapping: z.boolean(),
  /** Nothing was heard of it for longer than its kind allows. */
  silent: z.boolean(),
  silentAt: instant.optional(),
  heardAt: instant.optional(),
  messages: z.int(),
  keys: z.int(),
  registeredOn: z.iso.date(),
});

function viewDevice({ id, version, state }: Loaded<Device>) {
  const { status, name, kind, category, address, alarm, silent, silentAt, heardAt, messages, keys, registeredOn } =
    state;
  return {
    ...{ id, version, status, name, kind, category, place: { ...state.place }, address, alarm, silent, messages, keys },
    ...{ registeredOn, flapping: state.window?.flapping === true },
    ...(status === "active" ? { silentAt } : {}),
    ...present({ heardAt }),
  };
}
const deviceRow = deviceView.pick({
  ...{ id: true, version: true, status: true, name: true, kind: true, category: true },
  ...{ alarm: true, flapping: true, silent: true, heardAt: true },
});

const devices = resource({
  of: device,
  at: "/grid-events/devices",
  staff: gridHouse,
  moves: deviceMoves,
  statusOf: ({ status }) => status,
  returns: deviceView,
  view: (loaded) => viewDevice(loaded),
});

/** With the key, this once. */
const withKey = deviceView.extend({ key: z.string() });

/** Machines of the town (G4): registered, given another key, revoked, read. */
export const deviceRoutes: readonly Route[] = [
  create("POST /grid-events/devices", {
    summary: {
      zh: "登记一台设备；密钥只在此次答复中出示，系统只保存摘要",
      en: "Register a machine; its key is shown this once, and kept as a digest",
    },
    allow: ["dispatcher"],
    of: device,
    body: z.strictObject({
      ...{ name: lineOf(100), kind: lineOf(60), category: lineOf(60), address: lineOf(200) },
      place: z.strictObject({ lng: z.number().min(-180).max(180), lat: z.number().min(-90).max(90) }),
      datum: z.enum(datums).default("WGS-84"),
    }),
    returns: withKey,
    id: ({ unique }) => unique,
    run: ({ id, body: { name, kind, category, address, place: given, datum }, runtime }): DeviceCommand => ({
      type: "register",
      ...{ name, kind, category, address, place: measured(given, datum).place },
      keyDigest: keyDigestOf(deviceKeyOf(id, 1, runtime), runtime),
    }),
    view: (loaded, { runtime }) => ({
      ...viewDevice(loaded),
      key: deviceKeyOf(loaded.id, loaded.state.keys, runtime),
    }),
  }),
  devices.step("change-key", {
    summary: {
      zh: "更换设备密钥：旧密钥立即失效，新密钥只出示这一次",
      en: "Give a machine another key, shown this once; the old one opens nothing any more",
    },
    allow: ["dispatcher"],
    body: z.strictObject({}),
    learnsFromTable: true,
    learn: async ({ id, runtime }) => (await runtime.store.load(device, id))?.state.keys ?? 0,
    run: ({ id, learnt = 0, runtime }) => ({
      type: "change-key",
      keys: learnt + 1,
      keyDigest: keyDigestOf(deviceKeyOf(id, learnt + 1, runtime), runtime),
    }),
    answers: {
      returns: withKey,
      view: (loaded, { runtime }) => ({
        ...viewDevice(loaded),
        key: deviceKeyOf(loaded.id, loaded.state.keys, runtime),
      }),
    },
  }),
  devices.step("revoke", {
    summary: { zh: "停用设备：此后不再接收其消息", en: "Revoke a machine: it is not heard any more" },
    allow: ["dispatcher"],
    body: z.strictObject({ reasons: textOf(500, 2) }),
    run: ({ body }) => ({ type: "revoke", ...body }),
  }),
  list("GET /grid-events/devices", {
    summary: { zh: "设备列表；silent=true为失联设备", en: "Machines; silent=true: those of which nothing is heard" },
    allow: gridHouse,
    of: device,
    query: { status: severalOf(["active", "revoked"]).default(["active"]), silent: z.literal("true").optional() },
    sorts: ["registeredOn"],
    returns: deviceRow,
    find: ({ query: { status, silent } }) =>
      silent === undefined
        ? status.map((one) => ({ index: "byStatus", partition: `device:${one}` }))
        : { index: "byCode", partition: silentDevices },
    keep: ({ state }, { query }) => query.silent === undefined || state.silent,
    view: (loaded) => {
      const { id, version, status, name, kind, category, alarm, flapping, silent, heardAt } = viewDevice(loaded);
      return { id, version, status, name, kind, category, alarm, flapping, silent, ...present({ heardAt }) };
    },
  }),
  devices.read({ zh: "一台设备", en: "A machine" }, gridHouse),
  devices.history({ zh: "一台设备的经过", en: "What happened to a machine" }, ["dispatcher", "leader", "supervisor"]),
];
