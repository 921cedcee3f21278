import * as z from "zod";
import { partyKey } from "../../../../shared/parties/index.ts";
import { type Instruction, instruct, on, type Subscription, subjectId } from "../../../../shared/service/index.ts";
import { certificate } from "../../certificates/domain/certificate.ts";
import { application } from "../domain/application/decider.ts";
import { ban, banId, type Falsehood, type RecordFalsehood } from "../domain/ban/ban.ts";

type Culprit = Pick<RecordFalsehood, "item" | "holder" | "safety">;

/** Puts a falsehood on the record of the person. No event names him, so the source is read first. */
const record = (
  about: { readonly ground: Falsehood; readonly source: string; readonly from: string },
  whose: (runtime: Parameters<Instruction["carryOut"]>[0]) => Promise<Culprit | undefined>,
): Instruction => ({
  async carryOut(runtime, cause) {
    const culprit = await whose(runtime);
    if (culprit === undefined) return { done: false, code: "not-found" };
    const id = banId(partyKey(runtime.keyed, culprit.holder), culprit.item);
    const command: RecordFalsehood = { type: "record", ...about, ...culprit };
    return instruct({ of: ban, id, expects: "either", command }).carryOut(runtime, cause);
  },
});

/** XK-78: false materials found before the grant. */
const onRefusal = on(
  "permits.application.refused",
  z.object({ decidedOn: z.iso.date(), falseMaterials: z.boolean().default(false) }),
  ({ decidedOn, falseMaterials }, event) => {
    if (!falseMaterials) return [];
    const source = subjectId(event);
    return [
      record({ ground: "false-materials", source, from: decidedOn }, async ({ store }) => {
        const loaded = await store.load(application, source);
        if (loaded === undefined) return undefined;
        const { item, guide, applicant } = loaded.state;
        const { phone: _phone, ...holder } = applicant;
        return { item: item.code, holder, safety: guide.safety === true };
      }),
    ];
  },
);

/** XK-79: a permit got by fraud or bribery, and revoked for it. */
const onRevocation = on(
  "permits.certificate.revoked",
  z.object({ ground: z.string(), revokedOn: z.iso.date() }),
  ({ ground, revokedOn }, event) => {
    if (ground !== "fraud" && ground !== "bribery") return [];
    const source = subjectId(event);
    return [
      record({ ground: "fraud", source, from: revokedOn }, async ({ store }) => {
        const loaded = await store.load(certificate, source);
        if (loaded === undefined) return undefined;
        const { item, holder, safety } = loaded.state;
        return { item: item.code, holder, safety: safety === true };
      }),
    ];
  },
);

export const banReactions: readonly Subscription[] = [onRefusal, onRevocation];
