import type { Events } from "../../../../../../shared/decider/index.ts";
import { domainsOf, joinedActs, joinedParties } from "../about.ts";
import type { CaseWords } from "../words.ts";
import { filed, newCase, type Of, proposed } from "./kit.ts";

/** Effects of proposing and filing. */
export const filingEffects = {
  "enforcement.case.corrected": proposed((state, { data, personal }: Of<"corrected">) => {
    const { elsewhere, acts = [], parties = [], fileBy } = data;
    return {
      ...state,
      acts: joinedActs(acts, personal.said ?? {}),
      parties: joinedParties(parties, personal.people ?? {}),
      domains: domainsOf(acts),
      fileBy,
      ...(elsewhere === undefined ? {} : { elsewhere }),
    };
  }),
  "enforcement.case.filed": proposed((state, { data, actor }: Of<"filed">) => {
    const { number, filedOn, clock, powers, paper } = data;
    const acts = state.acts.map((act) => {
      const power = powers[act.code];
      return power === undefined ? act : { ...act, power };
    });
    const papers = [...state.papers, paper];
    return { ...state, ...newCase, status: "investigating", acts, papers, number, filedOn, clock, approvedBy: actor };
  }),
  "enforcement.case.dismissed": proposed((state, { data: { ground, on } }: Of<"dismissed">) => ({
    ...state,
    status: "dismissed",
    ground,
    dismissedOn: on,
  })),
  "enforcement.case.filing-confirmed": filed((state, { actor }: Of<"filing-confirmed">) => {
    const { unconfirmed: _confirmed, ...rest } = state;
    return { ...rest, approvedBy: actor };
  }),
  "enforcement.case.filing-extended": proposed((state, { data: { fileBy } }: Of<"filing-extended">) => ({
    ...state,
    fileBy,
  })),
} satisfies Partial<Events<CaseWords>["effects"]>;
