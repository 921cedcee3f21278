import { become } from "../../../../../shared/decider/index.ts";
import type { Answered, Closed, Forwarded, Granted, Refused, Running } from "./application.ts";
import { runningPart } from "./kept.ts";
import type { ApplicationEffects } from "./words.ts";

/** The decision, here or by the organ above, and its delivery. */
export const endingEffects = {
  "permits.application.granted": {
    accepted: (state, { data: { decidedOn, number, inWhoseName, validUntil, secrecy, conversion }, actor }) =>
      become<Granted, Running>(runningPart(state), {
        status: "granted",
        decidedOn,
        decidedBy: actor,
        number,
        inWhoseName,
        validUntil,
        secrecy,
        conversion,
      }),
  },
  "permits.application.refused": {
    accepted: (state, { data: { decidedOn, falseMaterials }, personal: { reasons }, actor }) =>
      become<Refused, Running>(runningPart(state), {
        status: "refused",
        decidedOn,
        decidedBy: actor,
        reasons,
        falseMaterials: falseMaterials === true ? falseMaterials : undefined,
      }),
  },
  "permits.application.forwarded": {
    accepted: (state, { data: { forwardedOn, to } }) =>
      become<Forwarded, Running>(runningPart(state), { status: "forwarded", forwardedOn, to }),
  },
  "permits.application.upper-decided": {
    forwarded: (state, { data, personal, actor }) => {
      const { outcome, organ, decidedOn, recordedOn, number } = data;
      const upper = { outcome, organ, decidedOn, recordedOn, recordedBy: actor, number, ...personal };
      const { forwardedOn, to } = state;
      return become<Answered, Running>(runningPart(state), { status: "answered", forwardedOn, to, upper });
    },
  },
  "permits.application.closed": {
    // A filing ends with its record: subscribers hear of it, the state says it already (L16).
    recorded: (state) => state,
    granted: (state, { data: { closedOn } }) => {
      const { decidedOn, decidedBy, number, inWhoseName, validUntil, secrecy, conversion } = state;
      return become<Closed, Running>(runningPart(state), {
        ...unsaid,
        ...{ status: "closed", outcome: "granted", decidedOn, decidedBy, closedOn },
        ...{ number, inWhoseName, validUntil, secrecy, conversion },
      });
    },
    refused: (state, { data: { closedOn } }) => {
      const { decidedOn, decidedBy, reasons, falseMaterials } = state;
      return become<Closed, Running>(runningPart(state), {
        ...unsaid,
        ...{ status: "closed", outcome: "refused", decidedOn, decidedBy, closedOn },
        ...{ reasons, falseMaterials },
      });
    },
    answered: (state, { data: { closedOn } }) => {
      const { upper, forwardedOn } = state;
      const { outcome, decidedOn, organ: decidedBy, reasons } = upper;
      return become<Closed, Running>(runningPart(state), {
        ...unsaid,
        ...{ status: "closed", outcome, decidedOn, decidedBy, closedOn },
        ...{ upper, forwardedOn, reasons },
      });
    },
  },
} satisfies ApplicationEffects;

/** A closed case has one of three results; each says its own part of these. */
const unsaid = {
  number: undefined,
  inWhoseName: undefined,
  validUntil: undefined,
  secrecy: undefined,
  conversion: undefined,
  reasons: undefined,
  falseMaterials: undefined,
  forwardedOn: undefined,
  upper: undefined,
};
