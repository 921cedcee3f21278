import {
  materialAttached,
  materialDetached,
  materialRemoved,
  materialScanned,
} from "../../../../shared/contracts/permits-materials.ts";
import { type Actor, theTownItself } from "../../../../shared/decider/index.ts";
import type { CloudEvent } from "../../../../shared/messaging/index.ts";
import { type Instruction, instruct, on, type Subscription, subjectId } from "../../../../shared/service/index.ts";
import { application } from "../../cases/domain/application/decider.ts";
import { materialKey } from "../../common/domain/uploaded-file.ts";
import { formKey } from "../../guides/domain/guide.ts";
import { caseFile, type FollowFile } from "../domain/case-file.ts";
import { material } from "../domain/decider.ts";

/** Takes the content away; what was decided about it stays. */
const erase = (id: string): Instruction => ({
  async carryOut({ files }) {
    await files.remove(materialKey(id));
    return { done: true };
  },
});

/** What would do harm, and the form that was made of it. */
const eraseHarmful = (id: string): Instruction => ({
  async carryOut(runtime, cause) {
    const loaded = await runtime.store.load(material, id);
    if (loaded !== undefined) await runtime.files.remove(formKey(loaded.state.sha256));
    return erase(id).carryOut(runtime, cause);
  },
});

const follow = (
  change: FollowFile["change"],
  event: CloudEvent,
  data: { application: string; material: string; on: string },
) => {
  const { application: id, material: as, on: date } = data;
  const told = { file: subjectId(event), sequence: event.sequence, material: as, on: date };
  const command: FollowFile = { type: "follow", change, ...told };
  return instruct({ of: caseFile, id, expects: "either", command });
};

/** The person who attached the file was one who may correct the case; the counter acts for the person who stands before it. */
const theCounter: Actor = { ...theTownItself, roles: ["clerk"] };

/** A file that a case has taken counts as its material brought (XK-32-3, XK-32-4), and after acceptance as what was promised (容缺受理). */
const count = (file: string, id: string, name: string): Instruction => ({
  async carryOut(runtime, cause) {
    const { store } = runtime;
    const [of, loaded] = await Promise.all([store.load(application, id), store.load(material, file)]);
    const attached = loaded !== undefined && "attachments" in loaded.state ? loaded.state.attachments : [];
    const stands = attached.some((one) => one.application === id && one.material === name);
    if (of === undefined || !stands || of.state.given.includes(name)) return { done: true };
    const running = of.state.status === "accepted" || of.state.status === "paused";
    const command = { type: running ? ("supplement" as const) : ("correct" as const), materials: [name] };
    const carried = await instruct({ of: application, id, command, actor: theCounter }).carryOut(runtime, cause);
    const late = !carried.done && carried.code === "permits.not-in-this-state";
    return late ? { done: true } : carried;
  },
});

/** A case has taken a file, or given it back: the case's own list follows. */
const caseFiles: readonly Subscription[] = [
  on("permits.material.attached", materialAttached, (data, event) => [
    follow("attached", event, data),
    count(subjectId(event), data.application, data.material),
  ]),
  on("permits.material.detached", materialDetached, (data, event) => [follow("detached", event, data)]),
];

/** What was removed, and what would do harm, is kept nowhere. */
const erased: readonly Subscription[] = [
  on("permits.material.removed", materialRemoved.pick({}), (_data, event) => [erase(subjectId(event))]),
  on("permits.material.scanned", materialScanned.pick({ verdict: true }), ({ verdict }, event) =>
    verdict === "infected" ? [eraseHarmful(subjectId(event))] : [],
  ),
];

export const materialReactions: readonly Subscription[] = [...caseFiles, ...erased];
