import * as z from "zod";
import { present } from "../../../../shared/decider/index.ts";
import {
  type Instruction,
  instruct,
  on,
  type Runtime,
  type Subscription,
  subjectId,
} from "../../../../shared/service/index.ts";
import { type KnownPermit, knownPermit } from "../domain/known-permit.ts";
import { permitLink } from "../domain/permit-link.ts";

const date = z.iso.date();
const item = z.object({ code: z.string(), name: z.object({ zh: z.string(), en: z.string() }) });
const number = z.object({ text: z.object({ zh: z.string() }) });
const place = z.object({ lng: z.number(), lat: z.number() });

/** Only permits to use a public place are kept: the profile names them. */
const isOfPublicPlace = (code: string, { town }: Pick<Runtime, "town">): boolean =>
  town.gridEvents.permits.items.some((one) => one.item === code);

const noting = (application: string, noted: Partial<KnownPermit>): Instruction =>
  instruct({ of: knownPermit, id: application, expects: "either", command: { type: "note", noted } });

const granted = on(
  "permits.application.granted",
  z.object({ item, number, place: place.exactOptional(), validUntil: date.optional() }),
  (told, event) => [
    {
      key: `known-permit/${subjectId(event)}`,
      async carryOut(runtime, cause) {
        if (!isOfPublicPlace(told.item.code, runtime)) return { done: true };
        const { code, name } = told.item;
        const noted = { item: code, name, standing: "granted" as const, number: told.number.text.zh };
        const more = present({ place: told.place, validUntil: told.validUntil });
        return noting(subjectId(event), { ...noted, ...more }).carryOut(runtime, cause);
      },
    },
  ],
);

/** The permit that another one takes the place of. */
async function replacedBy(certificate: string | undefined, { store }: Runtime): Promise<KnownPermit | undefined> {
  if (certificate === undefined) return undefined;
  const application = (await store.load(permitLink, certificate))?.state.application;
  return application === undefined ? undefined : (await store.load(knownPermit, application))?.state;
}

const issued = on(
  "permits.certificate.issued",
  z.object({
    ...{ item, number, application: z.string(), validUntil: date.exactOptional() },
    replaces: z.object({ certificate: z.string() }).exactOptional(),
  }),
  (told, event) => [
    {
      key: `known-permit/${told.application}`,
      async carryOut(runtime, cause) {
        if (!isOfPublicPlace(told.item.code, runtime)) return { done: true };
        const { application, validUntil } = told;
        const own = (await runtime.store.load(knownPermit, application))?.state.place;
        // A renewal need not say the place again.
        const before = own === undefined ? await replacedBy(told.replaces?.certificate, runtime) : undefined;
        const noted = {
          ...{ item: told.item.code, name: told.item.name, standing: "valid" as const, number: told.number.text.zh },
          ...present({ validUntil, place: before?.place }),
        };
        const linked = await instruct({
          ...{ of: permitLink, id: subjectId(event), expects: "either", command: { type: "link", application } },
        }).carryOut(runtime, cause);
        return linked.done ? noting(application, noted).carryOut(runtime, cause) : linked;
      },
    },
  ],
);

/** What happens to a certificate later; one that was never kept has nothing to change. */
const later = (verb: string, noted: Partial<KnownPermit>, more = z.object({ validUntil: date.exactOptional() })) =>
  on(`permits.certificate.${verb}`, more, ({ validUntil }, event) => [
    {
      key: `permit-link/${subjectId(event)}`,
      async carryOut(runtime, cause) {
        const link = await runtime.store.load(permitLink, subjectId(event));
        if (link === undefined) return { done: true };
        return noting(link.state.application, { ...noted, ...present({ validUntil }) }).carryOut(runtime, cause);
      },
    },
  ]);

/** "Is there a permit?" Kept from what the permits service publishes. */
export const permitReactions: readonly Subscription[] = [
  granted,
  issued,
  later("deemed-renewed", {}),
  later("suspended", { standing: "suspended" }),
  later("resumed", { standing: "valid" }),
  later("expired", { standing: "ended" }),
  later("revoked", { standing: "ended" }),
  later("cancelled", { standing: "ended" }),
];
