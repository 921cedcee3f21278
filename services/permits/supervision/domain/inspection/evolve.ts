import type { Events, Recorded } from "../../../../../shared/decider/index.ts";
import type { Archived, Inspection, ToAct, ToBeHeld, Unsigned } from "./inspection.ts";
import type { InspectionEvent } from "./messages.ts";
import type { InspectionWords } from "./words.ts";

type Of<T extends InspectionEvent["type"]> = Recorded<Extract<InspectionEvent, { type: T }>>;

/** What each event makes of a supervision inspection. */
export const inspectionEvents: Events<InspectionWords> = {
  begun: {
    "permits.inspection.planned": ({ data: { certificate: _certificate, ...data }, personal }) => ({
      ...data,
      ...personal,
      status: "planned",
    }),
  },
  effects: {
    "permits.inspection.announced": (state) => state,
    "permits.inspection.rearranged": {
      planned: (state, { personal: { reasons: _reasons, ...changed } }) => {
        const { late, ...rest } = state;
        // A later day is a new one to be kept; other inspectors are no excuse.
        return { ...rest, ...changed, ...(late === undefined || changed.by !== undefined ? {} : { late }) };
      },
    },
    "permits.inspection.called-off": { planned: (state) => ({ ...state, status: "called-off" }) },
    "permits.inspection.recorded": { planned: recorded, unsigned: recorded },
    "permits.inspection.to-be-held-anew": {
      unsigned: (state) => {
        const { record: _record, signatures: _signatures, acknowledged: _said, signing: _signing, ...planned } = state;
        const { signingLate: _late, ...rest } = planned;
        return { ...rest, status: "planned" };
      },
    },
    "permits.inspection.signed": {
      unsigned: (state, { data, personal, actor }) => ({
        ...state,
        signatures: [...state.signatures, { by: actor, ...data, ...personal }],
      }),
    },
    "permits.inspection.acknowledged": {
      unsigned: (state, { data: { on }, personal: { acknowledgement, conduct } }) => ({
        ...state,
        acknowledged: { ...acknowledgement, on, conduct },
      }),
    },
    "permits.inspection.conduct-stated": (state) => state,
    "permits.inspection.concluded": { unsigned: concluded },
    "permits.inspection.acted": {
      "to-act": ({ handling: _handling, ...rest }, { data: { actedOn: on, measures }, actor }) => ({
        ...rest,
        status: "archived",
        acted: { on, by: actor, measures },
      }),
    },
    "permits.inspection.handed-over": (state) => state,
    "permits.inspection.annotated": { "to-act": annotated, archived: annotated },
    "permits.inspection.limit-recounted": {
      planned: (state, { data: { limit } }) => ({ ...state, limit, by: limit.due ?? state.by }),
      unsigned: (state, { data: { limit } }) => ({ ...state, signing: limit }),
      "to-act": (state, { data: { limit } }) => ({ ...state, handling: limit }),
    },
    "permits.inspection.overdue": {
      planned: (state) => ({ ...state, late: true }),
      unsigned: (state) => ({ ...state, signingLate: true }),
      "to-act": (state) => ({ ...state, handlingLate: true }),
    },
  },
};

function recorded(state: ToBeHeld | Unsigned, { data, personal, actor }: Of<"permits.inspection.recorded">): Unsigned {
  const { signing, ...seen } = data;
  const record = { ...seen, ...personal, recordedBy: actor };
  return { ...state, status: "unsigned", signatures: [], record, signing };
}

/** It is concluded on the day of the last signature. */
function concluded(state: Unsigned, { data }: Of<"permits.inspection.concluded">): Inspection {
  const { record: number, handling } = data;
  const [concludedOn = ""] = state.signatures
    .map(({ on }) => on)
    .toSorted()
    .toReversed();
  const last = state.acknowledged?.on ?? "";
  const known = { ...state, number, concludedOn: last > concludedOn ? last : concludedOn, annotations: [] };
  return handling === undefined ? { ...known, status: "archived" } : { ...known, status: "to-act", handling };
}

function annotated<S extends ToAct | Archived>(
  state: S,
  { data, personal, actor }: Of<"permits.inspection.annotated">,
): S {
  return { ...state, annotations: [...state.annotations, { by: actor, ...data, ...personal }] };
}
