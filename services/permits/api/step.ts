import * as z from "zod";
import { todayIn } from "../../../shared/calendar/index.ts";
import { command, type Route, type RouteName, type Text } from "../../../shared/http/index.ts";
import { type Facts, factOf } from "../../../shared/store/index.ts";
import type { Role } from "../../../shared/town/roles.ts";
import { isByParty } from "../domain/application/agent.ts";
import type { Application, ApplicationCommand, ApplicationEvent } from "../domain/application/application.ts";
import { application } from "../domain/application/decider.ts";
import { isLookingUp } from "../domain/application/on-file.ts";
import { authorisation } from "../domain/authorisation/authorisation.ts";
import { dossier, onFileOn } from "../domain/dossier/dossier.ts";
import { knownPower } from "../domain/known-power.ts";
import { quota } from "../domain/quota/quota.ts";
import { runningCase } from "../domain/running-case.ts";
import { itemOf } from "./applications.ts";
import { authorityOf, dossierOf } from "./case-facts.ts";
import { applicationView, viewApplication } from "./views.ts";

interface Step<B extends z.ZodType> {
  readonly summary: Text;
  readonly allow: readonly Role[];
  readonly body: B;
  /** The decision must know whether the power is in force. */
  readonly needsPower?: boolean;
  /** And, where places are limited, who comes first (XK-57). */
  readonly needsQueue?: boolean;
  /** The party does it: by an agent only while the authorisation holds, which is read with it (L9). */
  readonly byParty?: boolean;
  /** What is on file of the applicant is read with it (S-4). */
  readonly looksUp?: boolean;
  readonly run: (body: z.output<B>, facts: Facts, id: string) => ApplicationCommand;
}

/** One step of an application: `POST /permits/applications/{id}/<verb>`. */
export function step<B extends z.ZodType>(
  verb: string,
  { run, needsPower, needsQueue, byParty, looksUp, summary, allow, body }: Step<B>,
): Route {
  const name: RouteName = `POST /permits/applications/{id}/${verb}`;
  return command<Application, ApplicationCommand, ApplicationEvent, B, typeof applicationView>(name, {
    summary,
    allow,
    body,
    of: application,
    returns: applicationView,
    facts: async ({ id, actor, runtime }) => [
      ...(byParty === true ? [await authorityOf(id, actor, runtime)] : []),
      ...(needsPower === true ? [{ aggregate: knownPower.aggregate, id: itemOf(id) }] : []),
      ...(needsQueue === true ? [{ aggregate: quota.aggregate, id: itemOf(id) }] : []),
      ...(looksUp === true ? [await dossierOf(id, actor, runtime)] : []),
      // Last, where `casePower` finds it: what was decided of the case should its power be recalled.
      ...(needsPower === true ? [{ aggregate: runningCase.aggregate, id }] : []),
    ],
    run: ({ id, body: asked, facts, runtime }): ApplicationCommand => {
      const told = run(asked, facts, id);
      const kept = factOf(dossier, facts, facts.length - (needsPower === true ? 2 : 1));
      const onFile = looksUp === true ? onFileOn(kept, todayIn(runtime.clock())) : [];
      const informed = isLookingUp(told) ? { ...told, onFile } : told;
      return isByParty(informed)
        ? { ...informed, byParty: { authorisation: factOf(authorisation, facts, 0) } }
        : informed;
    },
    view: viewApplication,
  });
}

export const nothing = z.strictObject({});
export const reasons = z.string().trim().min(1).max(2000);
