import type { PublicationCommand, PublicationEvent } from "./messages.ts";
import type { publicationMoves } from "./moves.ts";
import type { Publication } from "./publication.ts";
import type { PublicationRefusal } from "./refusals.ts";

/** The words from which the tables of a publication are typed. */
export interface PublicationWords {
  readonly state: Publication;
  readonly command: PublicationCommand;
  readonly event: PublicationEvent;
  readonly moves: typeof publicationMoves;
  readonly begins: "follow" | "propose";
  readonly begun: "enforcement.publication.proposed";
  readonly refusal: PublicationRefusal;
}
