import * as z from "zod";
import { present } from "../../../../shared/decider/index.ts";
import { list, type Route, resource, severalOf } from "../../../../shared/http/index.ts";
import { type Loaded, member } from "../../../../shared/store/index.ts";
import { textOf } from "../../../../shared/text/index.ts";
import { gridEvent } from "../../events/domain/decider.ts";
import { gridHouse, gridMatters } from "../../events/index.ts";
import { alarmsOf, type DeviceArea, deviceArea, machinesOf, waitingAlarms } from "../domain/device-area.ts";
import { device } from "../domain/device-decider.ts";
import { machineReport, matterIdOf } from "../telling.ts";

const alarmView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(["calm", "to-confirm", "raised"]),
  category: z.string().optional(),
  since: z.iso.datetime().optional(),
  event: z.string().optional(),
  machines: z
    .object({ devices: z.int(), inAlarm: z.int(), flapping: z.int(), messages: z.int(), wide: z.boolean() })
    .optional(),
});

const statusOf = ({ alarm }: DeviceArea) =>
  alarm === undefined ? ("calm" as const) : alarm.event === undefined ? ("to-confirm" as const) : ("raised" as const);

function viewAlarm({ id, version, state }: Loaded<DeviceArea>) {
  const { alarm } = state;
  return {
    ...{ id, version, status: statusOf(state) },
    ...(alarm === undefined
      ? {}
      : {
          category: alarm.category,
          since: alarm.since,
          machines: machinesOf(alarm),
          ...present({ event: alarm.event }),
        }),
  };
}

const alarms = resource({
  of: deviceArea,
  at: "/grid-events/device-alarms",
  staff: gridHouse,
  moves: { calm: {}, "to-confirm": { confirm: "raised", dismiss: "calm" }, raised: {} },
  statusOf,
  returns: alarmView,
  view: (loaded) => viewAlarm(loaded),
  tellsSteps: () => true,
  links: ({ state }) => [gridMatters.link("event", { zh: "事件", en: "Matter" }, state.alarm?.event)],
});

/** Alarms of machines: what touches persons waits here for a person (P-5). */
export const alarmRoutes: readonly Route[] = [
  alarms.step("confirm", {
    summary: { zh: "核实设备报警，上报为事件", en: "A person has looked: the alarm is a matter" },
    allow: ["dispatcher"],
    body: z.strictObject({}),
    learnsFromTable: true,
    async learn({ id, runtime }) {
      const state = (await runtime.store.load(deviceArea, id))?.state;
      const { alarm } = state ?? {};
      const first = alarm === undefined ? undefined : await runtime.store.load(device, alarm.devices[0]?.id ?? "");
      if (state === undefined || alarm === undefined || first === undefined || alarm.event !== undefined)
        return undefined;
      // The alarm itself was counted when it was raised.
      const event = matterIdOf(id, state.alarms - 1, runtime);
      return { event, report: await machineReport(alarm, first.state, runtime) };
    },
    run: ({ learnt }) => ({ type: "confirm", event: learnt?.event ?? "" }),
    others: {
      members: ({ learnt }) => ({
        matters: learnt === undefined ? [] : [member(gridEvent, learnt.event, { expects: "new" })],
      }),
      commands: ({ learnt }) => ({ matters: learnt === undefined ? [] : [learnt.report] }),
    },
  }),
  alarms.step("dismiss", {
    summary: { zh: "核实后排除设备报警", en: "A person has looked: it is no matter" },
    allow: ["dispatcher"],
    body: z.strictObject({ reasons: textOf(500, 2) }),
    run: ({ body }) => ({ type: "dismiss", ...body }),
  }),
  list("GET /grid-events/device-alarms", {
    summary: {
      zh: "设备报警：待核实的（to-confirm）、已成事件的（raised），或者某一事件的",
      en: "Alarms of machines: those that wait for a person, those that are matters, or those of a matter",
    },
    allow: gridHouse,
    of: deviceArea,
    query: {
      status: severalOf(["to-confirm", "raised"]).default(["to-confirm"]),
      event: z
        .string()
        .regex(/^[\w:-]{1,80}$/)
        .optional(),
    },
    sorts: ["since"],
    returns: alarmView,
    find: ({ query: { status, event } }) =>
      event === undefined
        ? status.map((one) => ({
            index: "byStatus",
            partition: one === "to-confirm" ? waitingAlarms : "device-area:told",
          }))
        : { index: "byCode", partition: alarmsOf(event) },
    view: (loaded) => viewAlarm(loaded),
  }),
  alarms.read({ zh: "一处的设备报警", en: "The alarm of an area" }, gridHouse),
  alarms.history({ zh: "一处设备报警的经过", en: "What happened to the alarms of an area" }, [
    ...(["dispatcher", "leader", "supervisor"] as const),
  ]),
];
