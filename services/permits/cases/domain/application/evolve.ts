import { type Events, evolveOf } from "../../../../../shared/decider/index.ts";
import { endingEffects } from "./evolve-ending.ts";
import { filingEffects, received } from "./evolve-filing.ts";
import { recusalEffects } from "./evolve-recusal.ts";
import { runningEffects } from "./evolve-running.ts";
import type { ApplicationWords } from "./words.ts";

/** What each event makes of an application. */
export const applicationEvents: Events<ApplicationWords> = {
  begun: { "permits.application.received": received },
  effects: { ...filingEffects, ...runningEffects, ...endingEffects, ...recusalEffects },
};

export const evolve = evolveOf<ApplicationWords>("application", applicationEvents);
