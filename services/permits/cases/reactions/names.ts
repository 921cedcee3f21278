import * as z from "zod";
import { partyKey } from "../../../../shared/parties/index.ts";
import { instruct, on, type Subscription, subjectId } from "../../../../shared/service/index.ts";
import { nameKey, nameRecordId } from "../../dossiers/domain/name-key.ts";
import { nameRecord } from "../../dossiers/domain/name-record.ts";
import { application } from "../domain/application/decider.ts";

/** A case is found by the name of its applicant from a moment after its filing. A name that is known costs a read. */
const noteName = on("permits.application.received", z.object({}), (_data, event) => [
  {
    key: `name/${event.id}`,
    async carryOut(runtime, cause) {
      const { store, keyed } = runtime;
      const filed = await store.load(application, subjectId(event));
      if (filed === undefined) return { done: false, code: "not-found" };
      const { applicant, party = partyKey(keyed, applicant) } = filed.state;
      const key = nameKey(keyed, applicant.name);
      const id = nameRecordId(keyed, party, key);
      if ((await store.load(nameRecord, id))?.state.party !== undefined) return { done: true };
      const command = { type: "note" as const, party, key };
      return instruct({ of: nameRecord, id, expects: "either", command }).carryOut(runtime, cause);
    },
  },
]);

export const nameReactions: readonly Subscription[] = [noteName];
