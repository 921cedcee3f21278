import { type Events, present } from "../../../../shared/decider/index.ts";
import type { RectificationWords } from "./words.ts";

/** What the events of an order make of it. */
export const rectificationEffects: Events<RectificationWords> = {
  begun: {
    "enforcement.rectification.drafted": ({ data: { on, ...data }, personal, actor }) => ({
      ...data,
      ...personal,
      ...{ status: "unsigned", draftedOn: on, recordedBy: actor, late: false },
    }),
  },
  effects: {
    "enforcement.rectification.issued": (state, { data: { number, on } }) => ({
      ...state,
      ...{ status: "issued", number, issuedOn: on },
    }),
    "enforcement.rectification.dropped": (state, { data: { on } }) => ({ ...state, status: "dropped", endedOn: on }),
    "enforcement.rectification.served": (state, { data: { on, how, limit } }) => ({
      ...state,
      ...{ status: "binding", served: { on, how }, limit },
    }),
    "enforcement.rectification.extension-asked": (state, { data: { on, by }, personal: { reasons } }) => ({
      ...state,
      extension: { askedOn: on, by, reasons },
    }),
    "enforcement.rectification.extension-decided": (state, { data: { limit, ...data }, personal: { reasons } }) => {
      const { extension } = state;
      if (extension === undefined) return state;
      const late = state.late && limit === undefined;
      return { ...state, late, extension: { ...extension, decided: { ...data, reasons } }, ...present({ limit }) };
    },
    "enforcement.rectification.done-reported": (state, { data: { on } }) => ({ ...state, reportedOn: on }),
    "enforcement.rectification.rechecked": (state, { data, personal, actor }) => ({
      ...state,
      check: { ...data, ...personal, by: actor },
    }),
    "enforcement.rectification.corrected": (state, { actor }) => ({
      ...state,
      status: "corrected",
      ...(state.check === undefined ? {} : { check: { ...state.check, signedBy: actor } }),
    }),
    "enforcement.rectification.unmet": (state, { actor }) => ({
      ...state,
      status: "unmet",
      ...(state.check === undefined ? {} : { check: { ...state.check, signedBy: actor } }),
    }),
    "enforcement.rectification.let-off": (state, { data: { number, on, ground }, personal, actor }) => ({
      ...state,
      status: "let-off",
      endedOn: on,
      lettingOff: { number, on, ground, by: actor, ...personal },
    }),
    "enforcement.rectification.letting-off-served": (state, { data: served }) =>
      state.lettingOff === undefined ? state : { ...state, lettingOff: { ...state.lettingOff, served } },
    "enforcement.rectification.proposed": (state, { data: { on, case: of } }) => ({
      ...state,
      ...{ status: "proposed", case: of, endedOn: on },
    }),
    "enforcement.rectification.revoked": (state, { data: { on } }) => ({ ...state, status: "revoked", endedOn: on }),
    "enforcement.rectification.limit-recounted": (state, { data: { limit } }) => ({ ...state, limit }),
    "enforcement.rectification.overdue": (state) => ({ ...state, late: true }),
  },
};
