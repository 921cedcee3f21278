import type { Material } from "../../../services/permits/common/domain/uploaded-file.ts";
import { material } from "../../../services/permits/files/domain/decider.ts";
import type { MaterialCommand, MaterialEvent } from "../../../services/permits/files/domain/material.ts";
import { type Actor, type Context, type Decision, isRejection, type Recorded } from "../../../shared/decider/index.ts";
import type { FileSaid } from "../../../shared/files/upload/index.ts";
import { on, town } from "../../support/deciding.ts";
import { aResident, theForm } from "../cases/builders.ts";

export const theFile: FileSaid = { type: "application/pdf", bytes: 1000, sha256: "a".repeat(64) };
export const found = { ...theFile, content: theFile.type };
export const announcing = (more: Partial<FileSaid> = {}): MaterialCommand => ({
  type: "announce",
  file: { name: "申请表.pdf", ...theFile, ...more },
});
export const announce = announcing();
export const complete: MaterialCommand = { type: "complete", found };

/** Guangtong, where a scanner must have found a file clean. */
export const strictTown = { ...town, materials: { ...town.materials, verdictRequired: true } };

/** A file that lives: commands go to the decider, what it answers is recorded and folded. */
export class AFile {
  state: Material | undefined;
  #sequence = 0;
  readonly #town: typeof town;

  constructor(of: typeof town = town) {
    this.#town = of;
  }

  tell(
    command: MaterialCommand,
    actor: Actor = aResident,
    date = "2026-03-02",
    more: Partial<Context> = {},
  ): Decision<MaterialEvent> {
    const decision = material.decide(this.state, command, { ...on(date, actor), town: this.#town, ...more });
    if (isRejection(decision)) return decision;
    for (const event of decision) {
      this.#sequence += 1;
      const recorded: Recorded<MaterialEvent> = { ...event, sequence: this.#sequence, time: "", actor: actor.sub };
      this.state = material.evolve(this.state, recorded);
    }
    return decision;
  }

  lawfully(command: MaterialCommand, actor?: Actor, date?: string): this {
    const decision = this.tell(command, actor, date);
    if (isRejection(decision)) throw new Error(`${command.type} refused: ${JSON.stringify(decision)}`);
    return this;
  }
}

/** A file that was sent by a resident and is what it says. */
export const aWholeFile = (of = town) => new AFile(of).lawfully(announce).lawfully(complete);

type Of<T extends "attach" | "detach"> = Extract<MaterialCommand, { type: T }>;

export const attach = (id: string, of: Of<"attach">["case"], as: string = theForm): Of<"attach"> => ({
  type: "attach",
  application: id,
  material: as,
  case: of,
});

export const detach = (id: string, of: Of<"detach">["case"], another = true): Of<"detach"> => ({
  ...{ type: "detach", application: id, material: theForm, case: of, another },
});

/** A file that somebody on the staff sent, as it is when it was checked. */
export const aFormFile = (by: Actor, { of = town, sha256 = theFile.sha256 } = {}) =>
  new AFile(of)
    .lawfully({ type: "announce", file: { name: "空白表.pdf", ...theFile, sha256 } }, by)
    .lawfully({ type: "complete", found: { ...found, sha256 } }, by);
