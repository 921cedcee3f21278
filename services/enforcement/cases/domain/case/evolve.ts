import type { Events } from "../../../../../shared/decider/index.ts";
import { domainsOf, joinedActs, joinedParties } from "./about.ts";
import { clockEffects } from "./effects/clock.ts";
import { endingEffects } from "./effects/ending.ts";
import { filingEffects } from "./effects/filing.ts";
import { investigatingEffects } from "./effects/investigating.ts";
import { joiningEffects } from "./effects/joining.ts";
import { subsOf } from "./effects/kit.ts";
import { peopleEffects } from "./effects/people.ts";
import { splitOff, togetherEffects } from "./effects/together.ts";
import { transferEffects } from "./effects/transfer.ts";
import type { CaseWords } from "./words.ts";

/** What each event makes of a case. */
export const caseEvents: Events<CaseWords> = {
  begun: {
    "enforcement.case.proposed": ({ data, personal, actor }) => {
      const { acts, parties, on, source, elsewhere, fileBy } = data;
      return {
        status: "proposed",
        acts: joinedActs(acts, personal.said),
        parties: joinedParties(parties, personal.people),
        officers: personal.officers,
        handlers: subsOf(personal.officers),
        domains: domainsOf(acts),
        source,
        ...(elsewhere === undefined ? {} : { elsewhere }),
        proposedBy: actor,
        proposedOn: on,
        fileBy,
        recusals: [],
        evidence: [],
        files: [],
        papers: [],
        late: [],
      };
    },
    "enforcement.case.split-off": splitOff,
  },
  effects: {
    ...filingEffects,
    ...joiningEffects,
    ...peopleEffects,
    ...investigatingEffects,
    ...clockEffects,
    ...endingEffects,
    ...transferEffects,
    ...togetherEffects,
  },
};
