import { become, present, type Recorded, within } from "../../../../../shared/decider/index.ts";
import type {
  Accepted,
  Application,
  ApplicationEvent,
  EventOf,
  Farmland,
  Hearing,
  Paused,
  Running,
  ThirdParties,
  WasAccepted,
} from "./application.ts";
import { runningPart } from "./kept.ts";
import type { ApplicationEffects } from "./words.ts";

type Of<T extends ApplicationEvent["type"]> = Recorded<EventOf<T>>;

const since = within((state: Application): state is WasAccepted => "limits" in state);
const runs = (running: Running) => become<Accepted, Running>(running, { status: "accepted" });

/** What an event makes of an application that was accepted, until it is decided. */
export const runningEffects = {
  "permits.application.supplemented": (state, { data: { given } }) => ({ ...state, given }),
  "permits.application.consulted": since((state, { data: { offices } }: Of<"permits.application.consulted">) => ({
    ...state,
    joint: { opinions: [], ...state.joint, offices },
  })),
  "permits.application.joint-opinion": { accepted: jointOpinion },
  "permits.application.disagreement-resolved": since(
    (state, { data, actor, personal }: Of<"permits.application.disagreement-resolved">) => ({
      ...state,
      resolution: { by: actor, on: data.on, ...personal },
    }),
  ),
  "permits.application.inspectors-assigned": since(inspectorsAssigned),
  "permits.application.inspection-late": since((state) =>
    state.inspection === undefined ? state : { ...state, inspection: { ...state.inspection, late: true } },
  ),
  "permits.application.third-parties-informed": since(thirdPartiesInformed),
  "permits.application.parties-heard": since((state, { data, personal }: Of<"permits.application.parties-heard">) =>
    state.thirdParties === undefined
      ? state
      : { ...state, thirdParties: { ...state.thirdParties, heard: { on: data.on, ...personal } } },
  ),
  "permits.application.hearing-requested": since(
    (state, { data: { on: requestedOn, organise } }: Of<"permits.application.hearing-requested">) => ({
      ...state,
      hearing: { ground: "request", requestedOn, organise },
    }),
  ),
  "permits.application.limit-missed": since((state, { data: { limit } }: Of<"permits.application.limit-missed">) => ({
    ...state,
    missed: [...state.missed, limit],
  })),
  "permits.application.overdue-explained": since(
    (state, { data: { limit, cause, on }, actor, personal }: Of<"permits.application.overdue-explained">) => {
      const explanation = { limit, cause, on, by: actor, ...personal };
      return { ...state, explanations: [...(state.explanations ?? []), explanation] };
    },
  ),
  "permits.fee.due": since((state, { data: { amountFen, basis, dueOn } }: Of<"permits.fee.due">) => ({
    ...state,
    fee: { amountFen, basis, dueOn },
  })),
  "permits.fee.payer-named": since((state, { data: payer }: Of<"permits.fee.payer-named">) =>
    state.fee === undefined ? state : { ...state, fee: { ...state.fee, payer } },
  ),
  "permits.fee.paid": since((state, { data: { paidOn: on, receipt } }: Of<"permits.fee.paid">) =>
    state.fee === undefined ? state : { ...state, fee: { ...state.fee, paid: { on, receipt } } },
  ),
  "permits.fee.payment-taken-back": since((state) => {
    if (state.fee === undefined) return state;
    const { paid: _paid, ...fee } = state.fee;
    return { ...state, fee };
  }),
  "permits.application.survey-recorded": {
    accepted: (state, { data }) => ({ ...state, survey: { ...data, signatures: [{ by: data.by, on: data.on }] } }),
  },
  "permits.application.survey-signed": {
    accepted: (state, { data: { by, on } }) =>
      state.survey === undefined
        ? state
        : { ...state, survey: { ...state.survey, signatures: [...state.survey.signatures, { by, on }] } },
  },
  "permits.application.chair-replaced": since((state, { personal }: Of<"permits.application.chair-replaced">) =>
    state.hearing?.notice === undefined
      ? state
      : { ...state, hearing: { ...state.hearing, notice: { ...state.hearing.notice, ...personal } } },
  ),
  "permits.application.reviewed": { accepted: reviewed },
  "permits.application.paused": {
    accepted: (state, { data: { limits, pause, notices } }) =>
      become<Paused, Running>({ ...runningPart(state), limits, ...present({ notices }) }, { status: "paused", pause }),
    // The day the time told ends is counted again.
    paused: (state, { data: { limits, pause } }) => ({ ...state, limits, pause }),
  },
  "permits.application.hearing-called": {
    accepted: (state, event) => {
      const { limits, pause, notices } = event.data;
      const running = { ...runningPart(state), limits, hearing: called(state, event), ...present({ notices }) };
      return pause === undefined ? runs(running) : become<Paused, Running>(running, { status: "paused", pause });
    },
  },
  "permits.application.hearing-recorded": {
    accepted: (state, { data }) => runs({ ...runningPart(state), limits: data.limits, ...heldOf(state, data.held) }),
    paused: (state, { data }) => {
      const held = heldOf(state, data.held);
      if (state.pause.kind !== "hearing") return { ...state, ...held };
      return runs({ ...runningPart(state), limits: data.limits, ...held });
    },
  },
  "permits.application.resumed": {
    paused: (state, { data: { limits } }) => runs({ ...runningPart(state), limits }),
  },
  "permits.application.extended": {
    accepted: (state, { data: { workingDays, on, limits }, actor, personal: { reasons } }) =>
      runs({ ...runningPart(state), limits, extension: { workingDays, on, by: actor, reasons } }),
  },
  "permits.application.limits-recounted": {
    accepted: (state, { data: { limits, recountedFor } }) =>
      runs({ ...runningPart(state), limits, ...present({ recountedFor }) }),
  },
} satisfies ApplicationEffects;

function inspectorsAssigned(
  state: WasAccepted,
  { data, personal }: Of<"permits.application.inspectors-assigned">,
): WasAccepted {
  if (state.inspection === undefined) return state;
  const { on: assignedOn, late } = data;
  const { inspectors: persons } = personal;
  const inspectors = persons.map(({ sub }) => sub);
  const lateness = late ? { late: true as const } : {};
  return { ...state, inspection: { limit: state.inspection.limit, inspectors, persons, assignedOn, ...lateness } };
}

function thirdPartiesInformed(
  state: WasAccepted,
  { data, personal, actor }: Of<"permits.application.third-parties-informed">,
): WasAccepted {
  const { on, request } = data;
  const { by, on: found, informed: before } = state.thirdParties ?? { by: actor, on };
  const parties = [...personal.parties, ...(before?.parties ?? [])];
  return { ...state, thirdParties: { affected: true, by, on: found, informed: { on, request, parties } } };
}

function jointOpinion(state: Accepted, { data, actor }: Of<"permits.application.joint-opinion">): Application {
  const { office, by, on, opinion, affectsThirdParties, occupiesFarmland } = data;
  const { offices, opinions } = state.joint ?? { offices: [office], opinions: [] };
  const joint = { offices, opinions: [...opinions, { office, by, on, opinion }] };
  const found = { by: actor, on, affectsThirdParties, occupiesFarmland };
  return { ...state, joint, ...thirdPartiesFound(state, found), ...farmlandFound(state, found) };
}

/** XK-36: what one examiner found another does not take back. */
function thirdPartiesFound(
  { thirdParties }: Pick<WasAccepted, "thirdParties">,
  found: { readonly by: string; readonly on: string; readonly affectsThirdParties: boolean | undefined },
): { readonly thirdParties?: ThirdParties } {
  const { by, on, affectsThirdParties: affected } = found;
  if (affected === undefined || thirdParties?.affected === true) return {};
  return { thirdParties: { affected, by, on } };
}

/** 土地管理法62(4): the same holds of farmland. */
function farmlandFound(
  { farmland }: Pick<WasAccepted, "farmland">,
  found: { readonly by: string; readonly on: string; readonly occupiesFarmland: boolean | undefined },
): { readonly farmland?: Farmland } {
  const { by, on, occupiesFarmland: occupied } = found;
  return occupied === undefined || farmland?.occupied === true ? {} : { farmland: { occupied, by, on } };
}

function reviewed({ survey: _signed, ...state }: Accepted, { data }: Of<"permits.application.reviewed">): Accepted {
  const { step, by, on, opinion, inspectors, signed, joint, affectsThirdParties, occupiesFarmland } = data;
  const found = {
    ...thirdPartiesFound(state, { by, on, affectsThirdParties }),
    ...farmlandFound(state, { by, on, occupiesFarmland }),
  };
  const review = { step, by, on, opinion, ...present({ inspectors, signed, joint }) };
  return { ...state, pending: state.pending.slice(1), reviews: [...state.reviews, review], ...found };
}

const heldOf = ({ hearing }: Running, held: NonNullable<Hearing["held"]>) =>
  hearing === undefined ? {} : { hearing: { ...hearing, held } };

function called(state: WasAccepted, { data, personal }: Of<"permits.application.hearing-called">): Hearing {
  const { ground, number, noticedOn, heldOn, heldAt, closed, wasDue } = data;
  return {
    ...state.hearing,
    ground,
    notice: { number, noticedOn, heldOn, heldAt, ...personal, ...present({ closed, wasDue }) },
  };
}
