import type { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { bundleFiled, bundleWithdrawn } from "../../../../shared/contracts/permits-bundles.ts";
import { type Actor, present } from "../../../../shared/decider/index.ts";
import {
  type Instruction,
  instruct,
  on,
  type Subscription,
  subjectId,
  whoActed,
} from "../../../../shared/service/index.ts";
import { factReference } from "../../../../shared/store/index.ts";
import { authorisation } from "../../authorisations/domain/authorisation.ts";
import type { ApplicationCommand } from "../../cases/domain/application/application.ts";
import { application } from "../../cases/domain/application/decider.ts";
import { ban, banId } from "../../cases/domain/ban/ban.ts";
import { knownPower } from "../../common/domain/known-power.ts";
import { dossier, mayCountOnFile, onFileOn } from "../../dossiers/domain/dossier.ts";
import { guide } from "../../guides/domain/guide.ts";
import type { Bundle, Part } from "../domain/bundle.ts";
import { bundle } from "../domain/decider.ts";
import { partOf } from "../domain/ids.ts";
import { brought } from "./bringing.ts";

/** The part of a bundle for one item, received by the town for the person who handed the bundle in. */
function receivePart(id: string, item: string): Instruction {
  return {
    async carryOut(runtime, cause) {
      const state = (await runtime.store.load(bundle, id))?.state;
      const part = state?.parts.find((one) => one.item === item);
      if (state === undefined || part?.status !== "filed") return { done: true };
      const once = { ...cause, id: `${cause.id}|${item}` };
      const received = await receiving(state, part, todayIn(runtime.clock())).carryOut(runtime, once);
      if (received.done) return received;
      const { code, details = {} } = received;
      const command = { type: "refuse-part" as const, item, code, details };
      return instruct({ of: bundle, id, command }).carryOut(runtime, once);
    },
  };
}

/** What is done for him is done as if he did it himself: he owns it, and he received it (L1). */
const filerOf = ({ filedBy: { sub, roles } }: Bundle): Actor => ({ sub, name: "", roles });

const receiving = (state: Bundle, { item, application: id, given }: Part, today: Temporal.PlainDate) =>
  instruct({
    of: application,
    id,
    expects: "either",
    actor: filerOf(state),
    facts: {
      guide: factReference(guide, item),
      power: factReference(knownPower, item),
      ban: factReference(ban, banId(state.party, item)),
      authorisation: state.authorisation === undefined ? undefined : factReference(authorisation, state.authorisation),
      dossier: mayCountOnFile(state.filedBy, state.party) ? factReference(dossier, state.party) : undefined,
    },
    command: (facts): ApplicationCommand => {
      const { applicant, party, channel, place, authorisation: of } = state;
      const receive = {
        type: "receive" as const,
        itemCode: item,
        applicant,
        party,
        materials: given,
        ...present({ place }),
        channel,
        guide: facts.guide,
        power: facts.power,
        ban: facts.ban,
        onFile: onFileOn(facts.dossier, today),
        ...(of === undefined ? {} : { authorisation: { id: of, state: facts.authorisation } }),
      };
      return receive;
    },
  });

/** L12: one command opens several applications; one that the law forbids is shown with its reason and stops no other. */
const filed = on("permits.bundle.filed", bundleFiled.pick({ parts: true }), ({ parts }, event) =>
  parts.map(({ item }) => receivePart(subjectId(event), item)),
);

/** A part that is decided, or over, meanwhile goes its own way; it is no fault. Who took the bundle back was one who may. */
const withdrawn = on("permits.bundle.withdrawn", bundleWithdrawn.pick({ parts: true }), ({ parts }, event) =>
  parts.map(
    ({ application: id }): Instruction => ({
      async carryOut(runtime, cause) {
        // The statement of an applicant who came to the counter is on file with the bundle.
        const command = { type: "withdraw" as const, statement: subjectId(event) };
        const actor: Actor = { sub: await whoActed(runtime, event), name: "", roles: ["clerk"] };
        await instruct({ of: application, id, command, actor }).carryOut(runtime, cause);
        return { done: true };
      },
    }),
  ),
);

/** What happens to an application, where it is a part of a bundle, is noted there. */
const followed: readonly (readonly [string, string])[] = [
  ["received", "received"],
  ["corrections-notified", "incomplete"],
  ["accepted", "accepted"],
  ["granted", "granted"],
  ["refused", "refused"],
  ["forwarded", "forwarded"],
  ["declined", "declined"],
  ["withdrawn", "withdrawn"],
  ["closed", "closed"],
];
const progress = followed.map(([type, status]) =>
  on(`permits.application.${type}`, z.object({}), (_data, event) => {
    const part = partOf(subjectId(event));
    if (part === undefined) return [];
    const command = { type: "note" as const, item: part.item, sequence: event.sequence, status };
    return [instruct({ of: bundle, id: part.bundle, command })];
  }),
);

/** Bundles and their parts (L12). */
export const bundleReactions: readonly Subscription[] = [filed, brought, withdrawn, ...progress];
