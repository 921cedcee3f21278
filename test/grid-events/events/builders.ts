import { gridEvent } from "../../../services/grid-events/events/domain/decider.ts";
import type { EventCommand, GridDuty, Report } from "../../../services/grid-events/events/domain/messages.ts";
import { endOfDay } from "../../../shared/calendar/index.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { on } from "../../support/deciding.ts";
import { Living } from "../../support/living.ts";

export const grid = "532302105200001";
export const theWorker: Actor = { sub: "grid-worker-1", name: "网格员", roles: ["grid-worker"], office: "grid-centre" };
export const anotherWorker: Actor = { ...theWorker, sub: "grid-worker-2", name: "另一网格员" };
export const theDispatcher: Actor = { sub: "dispatcher-1", name: "调度", roles: ["dispatcher"], office: "grid-centre" };
export const theOfficer: Actor = { sub: "officer-1", name: "执法", roles: ["officer"], office: "enforcement-team" };
export const theResident: Actor = { sub: "resident-1", name: "村民", roles: ["resident"] };
export const aStranger: Actor = { sub: "resident-2", name: "别人", roles: ["resident"] };

export const duty: GridDuty = { workers: ["grid-worker-1"] };
export const inTown = { lng: 101.83, lat: 25.1 };
export const outside = { lng: 120, lat: 30 };
/** A Monday. Commands are told at the last instant of a day. */
export const monday = "2026-03-02";
export const tuesday = "2026-03-03";
export const wednesday = "2026-03-04";

export const aReport = (more: Partial<Report> = {}): Report => ({
  type: "report",
  reporter: { kind: "resident", owner: "resident-1", name: "欧阳娜娜", phone: "13812345678" },
  category: "street-light",
  urgency: "ordinary",
  text: "路灯不亮",
  pictures: [],
  given: inTown,
  address: "某街1号",
  mapped: { ordinary: grid, special: [], near: [], above: [] },
  ...more,
});
const proof = { pictures: ["b".repeat(64)] };
export const commands = {
  accept: { type: "accept", duty },
  reject: { type: "reject", ground: "untrue", reasons: "不属实" },
  file: { type: "file" },
  handleHere: { type: "handle-here", duty },
  closeHere: { type: "close-here", duty, outcome: "已换灯泡", proof },
  dispatch: { type: "dispatch", unit: "road-company" },
  toOfficer: { type: "dispatch", unit: "enforcement-team", person: "officer-1" },
  start: { type: "start" },
  giveBack: { type: "return", reasons: "不属本单位职责" },
  handIn: { type: "hand-in", outcome: "已修", proof },
  close: { type: "close", duty },
  rework: { type: "rework", duty, reasons: "仍不亮" },
  reopen: { type: "reopen", duty: undefined, reasons: "又坏了" },
} as const satisfies Record<string, EventCommand>;

const atNight = (date: string, actor: Actor) => ({
  ...on(date, actor),
  now: new Date(Date.parse(endOfDay(date)) - 1).toISOString(),
});
export const reported = (more: Partial<Report> = {}) =>
  new Living(gridEvent, atNight).lawfully(aReport(more), monday, theResident);
export const accepted = (more: Partial<Report> = {}) => reported(more).lawfully(commands.accept, monday, theWorker);
export const filed = (more: Partial<Report> = {}) => accepted(more).lawfully(commands.file, monday, theDispatcher);
export const dispatched = (more: Partial<Report> = {}) =>
  filed(more).lawfully(commands.toOfficer, monday, theDispatcher);
export const handling = () => dispatched().lawfully(commands.start, monday, theOfficer);
export const verifying = () => handling().lawfully(commands.handIn, tuesday, theOfficer);
export const closed = () => verifying().lawfully(commands.close, tuesday, theWorker);
