import type { Tables } from "../../../../../shared/decider/index.ts";
import type { CaseRefusal } from "../refusals.ts";
import type { Application, ApplicationCommand, ApplicationEvent } from "./application.ts";
import type { moves } from "./moves.ts";

/** The words from which the tables of an application are typed. */
export interface ApplicationWords {
  readonly state: Application;
  readonly command: ApplicationCommand;
  readonly event: ApplicationEvent;
  readonly moves: typeof moves;
  readonly begins: "receive";
  readonly begun: "permits.application.received";
  readonly refusal: CaseRefusal;
}
export type ApplicationEffects = Partial<Tables<ApplicationWords>["effects"]>;
