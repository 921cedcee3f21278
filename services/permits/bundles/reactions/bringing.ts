import type * as z from "zod";
import { bundleBrought } from "../../../../shared/contracts/permits-bundles.ts";
import type { Actor } from "../../../../shared/decider/index.ts";
import type { CloudEvent } from "../../../../shared/messaging/index.ts";
import {
  type Carried,
  type Instruction,
  instruct,
  on,
  type Runtime,
  subjectId,
  whoActed,
} from "../../../../shared/service/index.ts";
import { factReference } from "../../../../shared/store/index.ts";
import type { ApplicationCommand } from "../../cases/domain/application/application.ts";
import { application } from "../../cases/domain/application/decider.ts";
import { material } from "../../files/domain/decider.ts";
import type { MaterialCommand } from "../../files/domain/material.ts";
import type { Result } from "../domain/bundle.ts";
import { bundle } from "../domain/decider.ts";

type Passed = z.infer<typeof bundleBrought>["parts"][number];
type Materials = Passed["materials"];
type Cause = Parameters<Instruction["carryOut"]>[1];

/** What was brought goes on to a part: files are attached to its case, papers are recorded there; the bundle is told what it said. */
function passOn(id: string, { item, application: of, materials }: Passed, event: CloudEvent): Instruction {
  return {
    async carryOut(runtime, cause) {
      const passed = materials.filter(({ outcome }) => outcome === "passed-on");
      const once = { ...cause, id: `${cause.id}|${item}` };
      const actor = await actorOf(runtime, event);
      const results = [
        ...(await givePapers(passed, of, actor, runtime, once)),
        ...(await giveFiles(passed, of, actor, runtime, once)),
      ];
      const command = { type: "note-brought" as const, item, since: event.sequence, results };
      return instruct({ of: bundle, id, command }).carryOut(runtime, once);
    },
  };
}

/** A person who may act on the bundle may on each of its parts; that he may was decided there. */
const actorOf = async (runtime: Runtime, event: CloudEvent): Promise<Actor> => ({
  ...{ sub: await whoActed(runtime, event), name: "", roles: ["clerk"] },
});

const refusalIn = (carried: Carried): Pick<Result, "refusal"> => {
  if (carried.done) return {};
  const { code, details = {} } = carried;
  return { refusal: code === "not-found" ? neverReceived : { code, details } };
};
const neverReceived = { code: "permits.case-takes-no-materials", details: { status: "not-received" } };

async function givePapers(passed: Materials, id: string, actor: Actor, runtime: Runtime, cause: Cause) {
  const papers = passed.filter(({ files }) => files.length === 0).map(({ material: name }) => name);
  if (papers.length === 0) return [];
  const status = (await runtime.store.load(application, id))?.state.status;
  const type = status === "accepted" || status === "paused" ? ("supplement" as const) : ("correct" as const);
  const command: ApplicationCommand = { type, materials: papers };
  const carried = await instruct({ of: application, id, command, actor }).carryOut(runtime, cause);
  return papers.map((name): Result => ({ material: name, ...refusalIn(carried) }));
}

/** A material that comes as several files is taken when each of them is. */
async function giveFiles(passed: Materials, id: string, actor: Actor, runtime: Runtime, cause: Cause) {
  const results: Result[] = [];
  for (const { material: name, files } of passed) {
    const answers: Pick<Result, "refusal">[] = [];
    for (const file of files) {
      const attach = attaching(file, id, name, actor);
      answers.push(refusalIn(await attach.carryOut(runtime, { ...cause, id: `${cause.id}|${name}` })));
    }
    const refused = answers.find(({ refusal }) => refusal !== undefined);
    if (files.length > 0) results.push({ material: name, ...refused });
  }
  return results;
}

const attaching = (file: string, id: string, name: string, actor: Actor) =>
  instruct({
    of: material,
    id: file,
    actor,
    facts: { case: factReference(application, id) },
    command: (facts): MaterialCommand => ({
      type: "attach",
      application: id,
      material: name,
      case: facts.case,
    }),
  });

/** L12: brought once, it is each part's own. */
export const brought = on("permits.bundle.brought", bundleBrought.pick({ parts: true }), ({ parts }, event) =>
  parts.map((part) => passOn(subjectId(event), part, event)),
);
