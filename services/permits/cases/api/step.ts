import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { present } from "../../../../shared/decider/index.ts";
import { filedBefore, type Route, type Text, type Tries } from "../../../../shared/http/index.ts";
import type { Keyed } from "../../../../shared/parties/index.ts";
import { type FactReference, factReference } from "../../../../shared/store/index.ts";
import { textOf } from "../../../../shared/text/index.ts";
import type { Role } from "../../../../shared/town/roles.ts";
import type { Authorisation } from "../../authorisations/domain/authorisation.ts";
import { knownPower, type OfficerCopy, type PowerCopy } from "../../common/domain/known-power.ts";
import type { Naming } from "../../common/domain/named-people.ts";
import { itemOf } from "../../common/item-of.ts";
import { officersNamed } from "../../common/officers.ts";
import { type Dossier, onFileOn } from "../../dossiers/domain/dossier.ts";
import { isByParty } from "../domain/application/agent.ts";
import type { Application, ApplicationCommand } from "../domain/application/application.ts";
import { application } from "../domain/application/decider.ts";
import { isLookingUp } from "../domain/application/on-file.ts";
import { type Quota, quota } from "../domain/quota/quota.ts";
import { powerOfCase, runningCase } from "../domain/running-case.ts";
import { authorityOf, dossierOf } from "./case-facts.ts";
import { claimed, lookedAt, nothingLookedAt } from "./claiming.ts";
import { received } from "./received.ts";
import { caseRegister } from "./register.ts";

interface Step<B extends z.ZodType> {
  readonly summary: Text;
  readonly allow: readonly Role[];
  readonly body: B;
  /** The decision must know whether the power is in force, and what was decided of the case should it be recalled (CF-24b). */
  readonly needsPower?: boolean;
  /** And, where places are limited, who comes first (XK-57). */
  readonly needsQueue?: boolean;
  /** The party does it: by an agent only while the authorisation holds, which is read with it (L9). */
  readonly byParty?: boolean;
  /** What is on file of the applicant is read with it (S-4). */
  readonly looksUp?: boolean;
  /** The case itself is read beforehand. */
  readonly looksAtCase?: boolean;
  /** Whether it is a grant: what a household has one of is then claimed in the same transaction (一户一宅). */
  readonly grants?: (body: z.output<B>) => boolean;
  /** Bodies that can be sent in the state of the case, where the schema alone does not tell. */
  readonly tries?: Tries<Application, B>;
  /** The people it names: officers among them are looked up in the register. */
  readonly names?: (body: z.output<B>) => readonly Naming[];
  readonly run: (body: z.output<B>, known: Known, id: string) => ApplicationCommand;
}

/** What a step reads beside the case, each by its name. Undefined: the step does not need it, or it does not exist. */
export interface Known {
  /** The power the case comes under. */
  readonly power: PowerCopy | undefined;
  readonly quota: Quota | undefined;
  readonly authorisation: Authorisation | undefined;
  readonly dossier: Dossier | undefined;
  /** The case as it was read beforehand, where the step looks at it. */
  readonly before: Application | undefined;
  readonly keyed: Keyed;
  /** The claims that a grant makes. */
  readonly claims: readonly string[];
  /** The certificates of officers that the step names. */
  readonly officers: readonly OfficerCopy[];
}

/** One step of an application: `POST /permits/applications/{id}/<verb>`. */
export function step<B extends z.ZodType>(
  verb: string,
  { run, summary, allow, body, grants, tries, ...needs }: Step<B>,
): Route {
  return caseRegister.step(verb, {
    summary,
    allow,
    body,
    ...present({ tries }),
    learn: ({ id, body: asked, runtime }) => {
      const claiming = grants?.(asked) === true;
      if (!claiming && needs.looksAtCase !== true) return nothingLookedAt;
      return lookedAt(id, claiming, runtime);
    },
    learnsFromTable: true,
    others: claimed,
    blames: filedBefore(received, body),
    facts: ({ id, body: asked, actor, runtime }) => {
      const named = needs.names?.(asked) ?? [];
      const asksTheCase = needs.looksUp === true || (needs.byParty === true && actor.roles.includes("agent"));
      const askedFor = (of: Application | undefined, officers: readonly FactReference<OfficerCopy>[]) => ({
        authorisation: needs.byParty === true ? authorityOf(of, actor) : undefined,
        power: needs.needsPower === true ? factReference(knownPower, itemOf(id)) : undefined,
        settlement: needs.needsPower === true ? factReference(runningCase, id) : undefined,
        quota: needs.needsQueue === true ? factReference(quota, itemOf(id)) : undefined,
        dossier: needs.looksUp === true ? dossierOf(of, actor, runtime.keyed) : undefined,
        officers,
      });
      if (!asksTheCase && named.length === 0) return askedFor(undefined, []);
      const loading = asksTheCase ? runtime.store.load(application, id) : undefined;
      return Promise.all([loading, officersNamed(named, runtime)]).then(([loaded, officers]) =>
        askedFor(loaded?.state, officers),
      );
    },
    run: ({ id, body: asked, facts: { settlement, officers, ...facts }, runtime, learnt }): ApplicationCommand => {
      const known: Known = {
        ...facts,
        power: powerOfCase(facts.power, settlement),
        before: learnt?.before,
        claims: learnt?.claims ?? [],
        keyed: runtime.keyed,
        officers: officers.filter((one) => one !== undefined),
      };
      const told = run(asked, known, id);
      const informed = isLookingUp(told)
        ? { ...told, onFile: onFileOn(known.dossier, todayIn(runtime.clock())) }
        : told;
      return isByParty(informed) ? { ...informed, byParty: { authorisation: known.authorisation } } : informed;
    },
  });
}

export const nothing = z.strictObject({});
export const reasons = textOf(2_000);
