import {
  materialAttached,
  materialDetached,
  materialRemoved,
  materialScanned,
} from "../../../shared/contracts/permits-materials.ts";
import type { CloudEvent } from "../../../shared/messaging/index.ts";
import { type Instruction, instruct, on, type Subscription, subjectId } from "../../../shared/service/index.ts";
import { caseFile, type FollowFile } from "../domain/material/case-file.ts";
import { materialKey } from "../domain/material/material.ts";

/** Takes the content away; what was decided about it stays. */
const erase = (id: string): Instruction => ({
  async carryOut({ files }) {
    await files.remove(materialKey(id));
    return { done: true };
  },
});

const follow = (
  change: FollowFile["change"],
  event: CloudEvent,
  data: { application: string; material: string; on: string },
) => {
  const { application: id, material, on: date } = data;
  const told = { file: subjectId(event), sequence: event.sequence, material, on: date };
  const command: FollowFile = { type: "follow", change, ...told };
  return instruct({ of: caseFile, id, expects: "either", command });
};

/** A case has taken a file, or given it back: the case's own list follows. */
const caseFiles: readonly Subscription[] = [
  on("permits.material.attached", materialAttached, (data, event) => [follow("attached", event, data)]),
  on("permits.material.detached", materialDetached, (data, event) => [follow("detached", event, data)]),
];

/** What was removed, and what would do harm, is kept nowhere. */
const erased: readonly Subscription[] = [
  on("permits.material.removed", materialRemoved.pick({}), (_data, event) => [erase(subjectId(event))]),
  on("permits.material.scanned", materialScanned.pick({ verdict: true }), ({ verdict }, event) =>
    verdict === "infected" ? [erase(subjectId(event))] : [],
  ),
];

export const materialReactions: readonly Subscription[] = [...caseFiles, ...erased];
