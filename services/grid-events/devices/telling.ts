import { type Actor, present } from "../../../shared/decider/index.ts";
import { commandIdOf, readable } from "../../../shared/http/commands.ts";
import { contextFor, type Runtime } from "../../../shared/service/index.ts";
import {
  digest,
  factReference,
  factReferences,
  heldFact,
  type Loaded,
  member,
  StoreBusy,
} from "../../../shared/store/index.ts";
import { gridEvent } from "../events/domain/decider.ts";
import type { EventCommand } from "../events/domain/messages.ts";
import { mappedAt } from "../events/index.ts";
import { type AlarmKind, areaKey, areasAround, isNear } from "./domain/area.ts";
import type { Device, DeviceCommand } from "./domain/device.ts";
import { type AlarmDevice, alarmWith, type DeviceArea, deviceArea, machinesOf } from "./domain/device-area.ts";
import { device, deviceKindOf } from "./domain/device-decider.ts";
import { type DeviceMessage, type Hearing, hearingOf } from "./domain/hearing.ts";

/** A machine acts as itself: no person stands behind what it says. */
export const machineActor = (id: string, { name }: Pick<Device, "name">): Actor => ({
  ...{ sub: `device:${id}`, name, roles: ["device"] },
});

/** The matter of an alarm: it follows from the area and how many alarms that has had, so that two machines at once make one. */
export const matterIdOf = (area: string, alarms: number, { keyed }: Pick<Runtime, "keyed">): string =>
  readable(keyed("device-matter", `${area}/${alarms + 1}`, 32));

/** P-5: a machine that touches persons joins no alarm that needs no look, and lends it none of its data. */
const alarmKindOf = ({ kind, category }: Device, { town }: Pick<Runtime, "town">): AlarmKind => ({
  category,
  touchesPersons: deviceKindOf(kind, town)?.touchesPersons === true,
});

/** The area where a machine's alarm is: one near it that has an alarm already, else its own. */
async function areaOf(
  id: string,
  state: Device,
  runtime: Runtime,
): Promise<{ readonly id: string; readonly state: DeviceArea }> {
  const metres = runtime.town.gridEvents.devices.areaMetres;
  const kind = alarmKindOf(state, runtime);
  const own = areaKey(kind, state.place, metres);
  const known = await runtime.store.loadAll(deviceArea, areasAround(kind, state.place, metres).toSorted());
  const running = known.filter((one) => one.state.alarm !== undefined);
  const his = running.find((one) => one.state.alarm?.devices.some((each) => each.id === id) === true);
  const near = running.find(
    (one) =>
      one.id === own || one.state.alarm?.devices.some(({ place }) => isNear(place, state.place, metres)) === true,
  );
  return his ?? near ?? { id: own, state: known.find((one) => one.id === own)?.state ?? { alarms: 0 } };
}

const heardDevice = (id: string, { place }: Device, { note }: Hearing): AlarmDevice => ({
  ...{
    id,
    place,
    alarm: note?.alarm === true,
    flapping: note?.window.flapping === true,
    messages: note?.messages ?? 0,
  },
});

/** What the matter says in the beginning: the machine's own words are none. */
export async function machineReport(
  area: { readonly category: string; readonly devices: readonly AlarmDevice[]; readonly wide: boolean },
  { kind, place, address }: Pick<Device, "kind" | "place" | "address">,
  runtime: Runtime,
): Promise<EventCommand> {
  const known = deviceKindOf(kind, runtime.town);
  return {
    type: "report",
    ...{ category: area.category, urgency: known?.urgency ?? "ordinary", text: known?.title.zh ?? kind, pictures: [] },
    ...{ given: place, datum: "WGS-84", address, mapped: await mappedAt(runtime, { place, datum: "WGS-84" }) },
    reporter: { kind: known?.camera === true ? "camera" : "device" },
    machines: machinesOf(area),
  };
}

interface Telling {
  readonly messages: readonly DeviceMessage[];
  readonly hearing: Hearing;
  readonly traceparent: string | undefined;
}

/** Another machine raised or ended an alarm nearby at the same instant. */
class AreaMoved extends StoreBusy {}
const attempts = 5;

/**
 * Messages of a machine that have to be written: the machine, the alarm of its area and the matter change together. A second machine
 * nearby joins the alarm, also at the same instant; what touches persons waits for a person (P-5).
 */
export async function tellOf(runtime: Runtime, heard: Loaded<Device>, telling: Telling) {
  for (let attempt = 1; ; attempt += 1)
    try {
      return await tellOnce(runtime, heard, telling);
    } catch (error) {
      if (!(error instanceof AreaMoved) || attempt === attempts) throw error;
    }
}

async function tellOnce(runtime: Runtime, { id, state }: Loaded<Device>, { messages, hearing, traceparent }: Telling) {
  const { areaMetres } = runtime.town.gridEvents.devices;
  const area = await areaOf(id, state, runtime);
  const said = heardDevice(id, state, hearing);
  const context = contextFor(runtime, machineActor(id, state));
  const begins = area.state.alarm === undefined && said.alarm;
  const kind = alarmKindOf(state, runtime);
  const fresh = begins && !kind.touchesPersons ? matterIdOf(area.id, area.state.alarms, runtime) : undefined;
  const matter = area.state.alarm === undefined ? fresh : area.state.alarm.event;
  const noting = { category: state.category, ...present({ event: matter }) };
  const next = alarmWith(area.state, { device: said, ...noting }, context);
  const report = begins && next !== undefined ? await machineReport(next, state, runtime) : undefined;
  const around = begins ? areasAround(kind, state.place, areaMetres).filter((one) => one !== area.id) : [];
  const command: DeviceCommand = { type: "hear", messages };
  return runtime.store.execute({
    ...{ decider: device, id, expects: "existing", command, context },
    facts: { before: factReference(device, id), around: factReferences(deviceArea, around).map(heldFact) },
    commandId: commandIdOf(context.actor.sub, digest([hearing.note, area.id, matter ?? null])),
    bodyDigest: digest([id, messages]).slice(0, 16),
    ...(traceparent === undefined ? {} : { traceparent }),
    others: {
      members: {
        areas: next === undefined ? [] : [member(deviceArea, area.id, { expects: "either" })],
        matters: matter === undefined ? [] : [member(gridEvent, matter, { expects: "either" })],
      },
      commands: ({ before, around: nearby }, { areas, matters }) => {
        const [known = area.state] = areas;
        const moved = known.alarm === undefined ? known.alarms !== area.state.alarms : known.alarm.event !== matter;
        if (moved || nearby.some((one) => isReached(one, state, areaMetres))) throw new AreaMoved("the alarm moved");
        // Another message of the machine came first: its part of the alarm is what this one adds.
        const again = hearingOf(before ?? state, messages, context.now, runtime.town.gridEvents.devices);
        const now = again.note === undefined ? { ...said, messages: 0 } : heardDevice(id, state, again);
        const after = alarmWith(known, { device: now, ...noting }, context) ?? next;
        const told = after === undefined ? [] : [{ type: "note-machines" as const, machines: machinesOf(after) }];
        return {
          areas: next === undefined ? [] : [{ type: "note" as const, device: now, ...noting }],
          matters: matter === undefined ? [] : matters[0] === undefined && report !== undefined ? [report] : told,
        };
      },
    },
  });
}

/** Whether a machine is near one of an alarm. */
const isReached = (area: DeviceArea | undefined, { place }: Pick<Device, "place">, metres: number): boolean =>
  area?.alarm?.devices.some((one) => isNear(one.place, place, metres)) === true;
