import type { Material, materialMoves } from "../../common/domain/uploaded-file.ts";
import type { MaterialCommand, MaterialEvent } from "./material.ts";
import type { FileRefusal } from "./refusals.ts";

/** The words from which the tables of a material are typed. */
export interface MaterialWords {
  readonly state: Material;
  readonly command: MaterialCommand;
  readonly event: MaterialEvent;
  readonly moves: typeof materialMoves;
  readonly begins: "announce";
  readonly begun: "permits.material.announced";
  readonly refusal: FileRefusal | "permits.material-not-in-this-state";
}
