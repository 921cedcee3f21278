import type { Recorded } from "../../../../../shared/decider/index.ts";
import type { Archived, Inspection, ToAct, ToBeHeld, Unsigned } from "./inspection.ts";
import type { InspectionEvent } from "./messages.ts";

type Event = Recorded<InspectionEvent>;

/** What an event makes of a supervision inspection. */
export function evolve(state: Inspection | undefined, event: Event): Inspection {
  if (event.type === "permits.inspection.planned") {
    const { certificate: _certificate, ...data } = event.data;
    return { ...data, ...event.personal, status: "planned" };
  }
  if (state === undefined) throw new TypeError("an inspection begins by being planned");
  switch (state.status) {
    case "planned":
      return evolvePlanned(state, event);
    case "unsigned":
      return evolveUnsigned(state, event);
    case "to-act":
    case "archived":
      return evolveConcluded(state, event);
    case "called-off":
      return state;
  }
}

function evolvePlanned(state: ToBeHeld, event: Event): Inspection {
  switch (event.type) {
    case "permits.inspection.rearranged": {
      const { reasons: _reasons, ...changed } = event.personal;
      const { late, ...rest } = state;
      // A later day is a new one to be kept; other inspectors are no excuse.
      return { ...rest, ...changed, ...(late === undefined || changed.by !== undefined ? {} : { late }) };
    }
    case "permits.inspection.called-off":
      return { ...state, status: "called-off" };
    case "permits.inspection.recorded":
      return recorded(state, event);
    case "permits.inspection.limit-recounted": {
      const { limit } = event.data;
      return { ...state, limit, by: limit.due ?? state.by };
    }
    case "permits.inspection.overdue":
      return { ...state, late: true };
    default:
      return state;
  }
}

function recorded(
  state: ToBeHeld | Unsigned,
  { data, personal, actor }: Extract<Event, { type: "permits.inspection.recorded" }>,
): Unsigned {
  const { signing, ...seen } = data;
  const record = { ...seen, ...personal, recordedBy: actor };
  return { ...state, status: "unsigned", signatures: [], record, signing };
}

function evolveUnsigned(state: Unsigned, event: Event): Inspection {
  switch (event.type) {
    case "permits.inspection.recorded":
      return recorded(state, event);
    case "permits.inspection.to-be-held-anew": {
      const { record: _record, signatures: _signatures, acknowledged: _said, signing: _signing, ...planned } = state;
      const { signingLate: _late, ...rest } = planned;
      return { ...rest, status: "planned" };
    }
    case "permits.inspection.limit-recounted":
      return { ...state, signing: event.data.limit };
    case "permits.inspection.overdue":
      return { ...state, signingLate: true };
    case "permits.inspection.signed": {
      const signature = { by: event.actor, ...event.data, ...event.personal };
      return { ...state, signatures: [...state.signatures, signature] };
    }
    case "permits.inspection.acknowledged": {
      const { acknowledgement, conduct } = event.personal;
      return { ...state, acknowledged: { ...acknowledgement, on: event.data.on, conduct } };
    }
    case "permits.inspection.concluded": {
      const { record: number, handling } = event.data;
      const [concludedOn = ""] = state.signatures
        .map(({ on }) => on)
        .toSorted()
        .toReversed();
      const last = state.acknowledged?.on ?? "";
      const concluded = { number, concludedOn: last > concludedOn ? last : concludedOn, annotations: [] };
      return handling === undefined
        ? { ...state, ...concluded, status: "archived" }
        : { ...state, ...concluded, status: "to-act", handling };
    }
    default:
      return state;
  }
}

function evolveConcluded(state: ToAct | Archived, event: Event): Inspection {
  if (event.type === "permits.inspection.annotated") {
    const annotation = { by: event.actor, ...event.data, ...event.personal };
    return { ...state, annotations: [...state.annotations, annotation] };
  }
  if (state.status === "archived") return state;
  switch (event.type) {
    case "permits.inspection.acted": {
      const { handling: _handling, ...rest } = state;
      const { actedOn: on, measures } = event.data;
      return { ...rest, status: "archived", acted: { on, by: event.actor, measures } };
    }
    case "permits.inspection.limit-recounted":
      return { ...state, handling: event.data.limit };
    case "permits.inspection.overdue":
      return { ...state, handlingLate: true };
    default:
      return state;
  }
}
