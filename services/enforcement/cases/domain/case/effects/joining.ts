import type { Events } from "../../../../../../shared/decider/index.ts";
import { domainsOf } from "../about.ts";
import type { CaseWords } from "../words.ts";
import { filed, type Of } from "./kit.ts";

/** Effects of acts and parties that join later. */
export const joiningEffects = {
  "enforcement.case.act-added": filed((state, { data, personal }: Of<"act-added">) => {
    const acts = [...state.acts, { ...data.act, ...personal.said }];
    return { ...state, acts, domains: domainsOf(acts) };
  }),
  "enforcement.case.party-added": filed((state, { data, personal }: Of<"party-added">) => ({
    ...state,
    parties: [...state.parties, { ...data.party, ...personal.person }],
    acts: state.acts.map((act) => (data.acts.includes(act.id) ? { ...act, by: [...act.by, data.party.id] } : act)),
  })),
  "enforcement.case.party-succeeded": filed((state, { data: { id }, personal }: Of<"party-succeeded">) => {
    const { document: _document, ...person } = personal;
    return { ...state, parties: state.parties.map((one) => (one.id === id ? { ...one, ...person } : one)) };
  }),
} satisfies Partial<Events<CaseWords>["effects"]>;
