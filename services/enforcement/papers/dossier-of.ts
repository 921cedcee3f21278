import { type Decider, type DomainEvent, present, type Recorded } from "../../../shared/decider/index.ts";
import type { Runtime } from "../../../shared/service/index.ts";
import { building } from "../buildings/domain/decider.ts";
import { substitution } from "../buildings/domain/substitution/decider.ts";
import { evidence } from "../cases/domain/evidence/decider.ts";
import { onSpotPenalty } from "../cases/domain/on-spot/decider.ts";
import { penaltyCase, placeOf, proceeding } from "../cases/index.ts";
import { measure } from "../coercion/domain/decider.ts";
import { hearing } from "../hearings/domain/decider.ts";
import { siteInspection } from "../inspections/domain/visit/decider.ts";
import { fine } from "../payment/domain/decider.ts";
import { goods } from "../property/domain/decider.ts";
import { rectification } from "../rectification/domain/decider.ts";
import { guidance } from "../rectification/domain/guidance.ts";
import type { Rectification } from "../rectification/domain/rectification.ts";
import { addressConfirmation } from "../service-of-papers/domain/confirmation.ts";
import { delivery } from "../service-of-papers/domain/decider.ts";
import type { Dossier } from "./domain/dossier.ts";
import type { PaperFile, Told } from "./domain/paper.ts";

type Place = Pick<Told, "id" | "sequence">;
type Reading = Pick<Runtime, "store">;
interface After<S, E> {
  readonly state: S;
  readonly event: Recorded<E>;
  readonly before: readonly Recorded<E>[];
}

/** A thing right after an event of its own, with that event and all before it. */
async function after<S, C, E extends DomainEvent>(
  of: Decider<S, C, E>,
  { id, sequence }: Place,
  { store }: Reading,
): Promise<After<S, E> | undefined> {
  const [then, all] = await Promise.all([store.asOf(of, id, sequence), store.recorded(of, id)]);
  const events = all.filter((one) => one.sequence <= sequence);
  const event = events.at(-1);
  if (then === undefined || event?.sequence !== sequence) return undefined;
  return { state: then.state, event, before: events.slice(0, -1) };
}

/** Another thing as it was at that instant: what was written in the same commit counts. */
async function at<S, C, E extends DomainEvent>(
  of: Decider<S, C, E>,
  id: string,
  instant: string,
  { store }: Reading,
): Promise<S | undefined> {
  const events = await store.history(of, id);
  const version = events.filter(({ time }) => time <= instant).length;
  return version === 0 ? undefined : (await store.asOf(of, id, version))?.state;
}

/** What a paper is about, and to what it belongs. */
export interface Found {
  readonly of: PaperFile;
  readonly dossier: Omit<Dossier, "party">;
}

/**
 * All that a paper of this event may say: the thing that it happened to, and its case, proceeding and evidence as they were then. Personal
 * data comes from here, never from the event as it was published.
 * @returns undefined if there is no such event
 */
export async function dossierAfter(told: Told, runtime: Runtime): Promise<Found | undefined> {
  const { town, calendar, store } = runtime;
  const common = { town, calendar };
  switch (told.aggregate) {
    case "case": {
      const found = await after(penaltyCase, told, runtime);
      if (found === undefined) return undefined;
      const { state, event, before } = found;
      const pieces = await store.loadAll(
        evidence,
        state.evidence.map(({ id }) => id),
      );
      return { of: { kind: "case", id: told.id }, dossier: { ...common, event, before, case: state, pieces } };
    }
    case "proceeding": {
      const found = await after(proceeding, told, runtime);
      return found === undefined
        ? undefined
        : inCase(found.state.case, found, { ...common, proceeding: found.state }, runtime);
    }
    case "evidence": {
      const found = await after(evidence, told, runtime);
      return found === undefined
        ? undefined
        : inCase(found.state.case, found, { ...common, evidence: found.state }, runtime);
    }
    case "hearing": {
      const found = await after(hearing, told, runtime);
      return found === undefined
        ? undefined
        : inCase(found.state.case, found, { ...common, hearing: found.state }, runtime);
    }
    case "delivery": {
      const found = await after(delivery, told, runtime);
      if (found === undefined) return undefined;
      const { state, event } = found;
      const { case: of, proceeding: party } = state;
      if (of === undefined || party === undefined)
        return ofOrder(state.order ?? "", found, runtime, { delivery: state });
      const confirmation = await at(addressConfirmation, party, event.time, runtime);
      const more = { ...common, delivery: state, ...present({ confirmation }) };
      return inCase(of, found, { ...more, ...(await proceedingAt(party, event.time, runtime)) }, runtime);
    }
    case "address-confirmation": {
      const found = await after(addressConfirmation, told, runtime);
      if (found === undefined) return undefined;
      const more = { ...common, confirmation: found.state };
      const his = await proceedingAt(told.id, found.event.time, runtime);
      return inCase(placeOf(told.id).caseId, found, { ...more, ...his }, runtime);
    }
    case "fine": {
      const found = await after(fine, told, runtime);
      if (found === undefined) return undefined;
      const { state, event } = found;
      const his = await proceedingAt(state.proceeding, event.time, runtime);
      const items = await itemsAt(
        (state.goods ?? []).map(({ item }) => item),
        event.time,
        runtime,
      );
      return inCase(state.case, found, { ...common, fine: state, goods: items, ...his }, runtime);
    }
    case "building": {
      const found = await after(building, told, runtime);
      if (found === undefined) return undefined;
      const { state, event } = found;
      const his = await proceedingAt(state.proceeding, event.time, runtime);
      return inCase(state.case, found, { ...common, building: state, ...his }, runtime);
    }
    case "substitution": {
      const found = await after(substitution, told, runtime);
      const { ordinary } = found?.state ?? {};
      // What is done at once belongs to no case.
      if (found === undefined || ordinary === undefined) return undefined;
      const his = await proceedingAt(ordinary.proceeding, found.event.time, runtime);
      return inCase(ordinary.case, found, { ...common, substitution: found.state, ...his }, runtime);
    }
    case "measure": {
      const found = await after(measure, told, runtime);
      if (found === undefined) return undefined;
      const { state, event } = found;
      const items = await itemsAt(
        state.goods.map(({ id }) => id),
        event.time,
        runtime,
      );
      return inCase(state.case, found, { ...common, measure: state, goods: items }, runtime);
    }
    case "rectification": {
      const found = await after(rectification, told, runtime);
      return found === undefined ? undefined : withOrder(told.id, found.state, found, runtime);
    }
    case "site-inspection": {
      const found = await after(siteInspection, told, runtime);
      if (found === undefined) return undefined;
      const { state: visit, event, before } = found;
      return { of: { kind: "inspection", id: told.id }, dossier: { ...common, event, before, visit, pieces: [] } };
    }
    case "guidance": {
      const found = await after(guidance, told, runtime);
      if (found === undefined) return undefined;
      const { state, event, before } = found;
      const dossier = { ...common, event, before, guidance: state, pieces: [] };
      return { of: { kind: "guidance", id: told.id }, dossier };
    }
    case "on-spot": {
      const found = await after(onSpotPenalty, told, runtime);
      if (found === undefined) return undefined;
      const { state: onSpot, event, before } = found;
      return { of: { kind: "on-spot", id: told.id }, dossier: { ...common, event, before, onSpot, pieces: [] } };
    }
    default:
      return undefined;
  }
}

const proceedingAt = async (id: string, instant: string, reading: Reading) =>
  present({ proceeding: await at(proceeding, id, instant, reading) });

/** Items of goods as they were at that instant. */
async function itemsAt(
  ids: readonly string[],
  instant: string,
  reading: Reading,
): Promise<NonNullable<Dossier["goods"]>> {
  const found = await Promise.all(
    ids.map(async (id) => {
      const state = await at(goods, id, instant, reading);
      return state === undefined ? [] : [{ id, state }];
    }),
  );
  return found.flat();
}

/** What happened to an order, or to its paper, as the order stood then. */
async function ofOrder(
  id: string,
  found: Pick<Dossier, "event" | "before">,
  runtime: Runtime,
  more: Pick<Dossier, "delivery">,
): Promise<Found | undefined> {
  const order = await at(rectification, id, found.event.time, runtime);
  return order === undefined ? undefined : withOrder(id, order, found, runtime, more);
}

/** An order to correct in a case belongs to the file of this case. Another one has a file of its own. */
async function withOrder(
  id: string,
  order: Rectification,
  { event, before }: Pick<Dossier, "event" | "before">,
  runtime: Runtime,
  more: Pick<Dossier, "delivery"> = {},
): Promise<Found | undefined> {
  const { town, calendar } = runtime;
  const dossier = { town, calendar, ...more, order };
  if (order.of !== undefined) return inCase(order.of.case, { event, before }, dossier, runtime);
  return { of: { kind: "order", id }, dossier: { ...dossier, event, before, pieces: [] } };
}

/** The rest of what is said of a thing of a case: the case, and its evidence. */
async function inCase(
  id: string,
  { event, before }: Pick<Dossier, "event" | "before">,
  more: Omit<Dossier, "event" | "before" | "case" | "pieces" | "party">,
  runtime: Runtime,
): Promise<Found | undefined> {
  const of = await at(penaltyCase, id, event.time, runtime);
  if (of === undefined) return undefined;
  const pieces = await runtime.store.loadAll(
    evidence,
    of.evidence.map((one) => one.id),
  );
  return { of: { kind: "case", id }, dossier: { ...more, event, before, case: of, pieces } };
}
