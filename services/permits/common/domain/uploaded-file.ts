import type * as z from "zod";
import type * as published from "../../../../shared/contracts/permits-materials.ts";
import type { Moves } from "../../../../shared/decider/index.ts";
import { awaitsVerdict, type FileSaid } from "../../../../shared/files/upload/index.ts";
import type { TownProfile } from "../../../../shared/town/profile.ts";

/** A case that has taken the file as one of the materials its guide names. */
export interface Attachment {
  readonly application: string;
  readonly material: string;
  readonly on: string;
}

interface Known extends FileSaid {
  /** As the person calls it; his own words. */
  readonly name: string;
  /** Who brought it; the counter's own when a clerk did. */
  readonly by: string;
  readonly owner?: string;
  readonly announcedOn: string;
}
interface Whole extends Known {
  readonly attachments: readonly Attachment[];
}
export interface Announced extends Known {
  readonly status: "announced";
  /** The instant after which it is dropped. */
  readonly due: string;
}
export interface Uploaded extends Whole {
  readonly status: "uploaded";
  /** The instant after which it goes, as long as no case has taken it. */
  readonly due?: string;
}
export interface Clean extends Whole {
  readonly status: "clean";
  readonly scannedOn: string;
  readonly due?: string;
}
export interface Infected extends Whole {
  readonly status: "infected";
  readonly scannedOn: string;
}
export interface Removed extends FileSaid {
  readonly status: "removed";
  readonly by: string;
  readonly owner?: string;
  readonly announcedOn: string;
  readonly ground: z.infer<typeof published.materialRemoved>["ground"];
  readonly removedOn: string;
}
/** A file that a person brings to his cases (申请材料); one file may serve several. */
export type Material = Announced | Uploaded | Clean | Infected | Removed;

const whole = <S extends "uploaded" | "clean">(status: S) =>
  ({
    scan: ["clean", "infected"],
    attach: status,
    detach: status,
    remove: "removed",
    disclose: status,
    "pass-time": "removed",
  }) as const;

/** States of a material and what moves them; what is not listed is not possible (409). */
export const materialMoves = {
  announced: { complete: "uploaded", remove: "removed", "pass-time": "removed" },
  uploaded: whole("uploaded"),
  clean: whole("clean"),
  infected: { detach: "infected", remove: "removed" },
  removed: {},
} as const satisfies Moves;

/** Under which key the file of a material is kept. */
export const materialKey = (id: string) => `material/${id}`;

/** Whether the town's scanner has still to say that the file does no harm. */
export const waitsForVerdict = ({ status }: Material, { materials }: TownProfile): boolean =>
  awaitsVerdict(status, materials);
