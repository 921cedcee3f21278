import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import type { CloudEvent } from "../../../../shared/messaging/index.ts";
import { partyKey } from "../../../../shared/parties/index.ts";
import {
  type Instruction,
  instruct,
  on,
  type Runtime,
  type Subscription,
  subjectId,
} from "../../../../shared/service/index.ts";
import { application } from "../../cases/domain/application/decider.ts";
import { certificate } from "../../certificates/domain/certificate.ts";
import type { Applicant } from "../../common/domain/applicant.ts";
import { type DossierCommand, dossier, type Entry } from "../../dossiers/domain/dossier.ts";
import { caseFile } from "../domain/case-file.ts";

interface Told {
  readonly whose: Pick<Applicant, "idNumber" | "document">;
  readonly commands: readonly DossierCommand[];
}

/** Whose dossier it is no event tells: what it is about is read first. */
const tell = (whose: (runtime: Runtime) => Promise<Told | undefined>): Instruction => ({
  async carryOut(runtime, cause) {
    const told = await whose(runtime);
    if (told === undefined) return { done: true };
    const id = partyKey(runtime.keyed, told.whose);
    for (const [at, command] of told.commands.entries()) {
      const one = instruct({ of: dossier, id, expects: "either", command });
      const carried = await one.carryOut(runtime, { ...cause, id: `${cause.id}|${at}` });
      // Nothing to change where there is no dossier yet, as in the ending of what was never kept
      if (!carried.done && carried.code !== "not-found") return carried;
    }
    return { done: true };
  },
});

/** S-4: what came as a file with a case that was accepted is on file for as long as the profile says. */
const onAcceptance = on(
  "permits.application.accepted",
  z.object({ acceptedOn: z.iso.date() }),
  ({ acceptedOn }, event) => [
    tell(async ({ store, town }) => {
      const id = subjectId(event);
      const [of, files] = await Promise.all([store.load(application, id), store.load(caseFile, id)]);
      if (of === undefined) return undefined;
      const kept = (files?.state.files ?? []).flatMap(({ file, material: name }): Omit<Entry, "endedOn">[] => {
        const rule = town.materials.onFile.find((one) => one.name === name);
        if (rule === undefined) return [];
        const validUntil = Temporal.PlainDate.from(acceptedOn).add({ months: rule.months }).toString();
        return [{ name, source: { kind: "material", id: file }, since: acceptedOn, validUntil }];
      });
      return { whose: of.state.applicant, commands: kept.map((entry) => ({ type: "keep", entry })) };
    }),
  ],
);

const dayOf = ({ time }: CloudEvent) =>
  Temporal.Instant.from(time).toZonedDateTimeISO("Asia/Shanghai").toPlainDate().toString();

/** A certificate of the town's own is on file under its title, from its issue, or the end of its suspension, until it expires. */
const onValid = (type: string) =>
  on(type, z.object({}), (_data, event) => [
    tell(async ({ store }) => {
      const id = subjectId(event);
      const issued = await store.load(certificate, id);
      if (issued === undefined) return undefined;
      const { title, holder, validUntil } = issued.state;
      const until = validUntil === undefined ? {} : { validUntil };
      const entry = { name: title, source: { kind: "certificate", id }, since: dayOf(event), ...until } as const;
      return { whose: holder, commands: [{ type: "keep", entry }] };
    }),
  ]);

/** One that is no longer valid proves nothing any more. */
const onEnd = (type: string) =>
  on(type, z.object({}), (_data, event) => [
    tell(async ({ store }) => {
      const id = subjectId(event);
      const ended = await store.load(certificate, id);
      if (ended === undefined) return undefined;
      const source = { kind: "certificate", id } as const;
      return { whose: ended.state.holder, commands: [{ type: "end", source, on: dayOf(event) }] };
    }),
  ]);

export const dossierReactions: readonly Subscription[] = [
  onAcceptance,
  onValid("permits.certificate.issued"),
  onValid("permits.certificate.resumed"),
  onEnd("permits.certificate.suspended"),
  onEnd("permits.certificate.revoked"),
  onEnd("permits.certificate.cancelled"),
];
