import type { WorkingDayCalendar } from "../../../../shared/calendar/index.ts";
import type { Recorded } from "../../../../shared/decider/index.ts";
import type { Draft, Frame } from "../../../../shared/papers/index.ts";
import type { TownProfile } from "../../../../shared/town/profile.ts";
import type { Building } from "../../buildings/domain/building.ts";
import type { BuildingEvent } from "../../buildings/domain/messages.ts";
import type { Substitution } from "../../buildings/domain/substitution/substitution.ts";
import type { SubstitutionEvent } from "../../buildings/domain/substitution/words.ts";
import type { CaseParty, PenaltyCase } from "../../cases/domain/case/case.ts";
import type { CaseEvent } from "../../cases/domain/case/messages.ts";
import type { Evidence, EvidenceEvent } from "../../cases/domain/evidence/evidence.ts";
import type { OnSpotEvent, OnSpotPenalty } from "../../cases/domain/on-spot/on-spot.ts";
import type { ProceedingEvent } from "../../cases/domain/proceeding/messages.ts";
import type { Proceeding } from "../../cases/domain/proceeding/proceeding.ts";
import type { Measure } from "../../coercion/domain/measure.ts";
import type { MeasureEvent } from "../../coercion/domain/messages.ts";
import type { Hearing } from "../../hearings/domain/hearing.ts";
import type { HearingEvent } from "../../hearings/domain/messages.ts";
import type { VisitEvent } from "../../inspections/domain/visit/messages.ts";
import type { SiteInspection } from "../../inspections/domain/visit/visit.ts";
import type { Fine } from "../../payment/domain/fine.ts";
import type { FineEvent } from "../../payment/domain/messages.ts";
import type { Goods } from "../../property/domain/goods.ts";
import type { Guidance, GuidanceEvent } from "../../rectification/domain/guidance.ts";
import type { RectificationEvent } from "../../rectification/domain/messages.ts";
import type { Rectification } from "../../rectification/domain/rectification.ts";
import type { Confirmation, ConfirmationEvent } from "../../service-of-papers/domain/confirmation.ts";
import type { Delivery } from "../../service-of-papers/domain/delivery.ts";
import type { DeliveryEvent } from "../../service-of-papers/domain/messages.ts";

/** Whatever a paper may tell of, with its personal part. */
export type PaperSource =
  | CaseEvent
  | EvidenceEvent
  | ProceedingEvent
  | OnSpotEvent
  | HearingEvent
  | DeliveryEvent
  | ConfirmationEvent
  | FineEvent
  | BuildingEvent
  | SubstitutionEvent
  | MeasureEvent
  | VisitEvent
  | RectificationEvent
  | GuidanceEvent;
export type SourceType = PaperSource["type"];

/** An event of a type, as it was recorded. */
export type SourceOf<T extends SourceType> = Recorded<Extract<PaperSource, { type: T }>>;

/** A piece of evidence with its id. */
export interface Piece {
  readonly id: string;
  readonly state: Evidence;
}

/** All that the text of a paper may say: the things of the case as they stood right after the event of which it tells. */
export interface Dossier {
  readonly town: TownProfile;
  readonly calendar: WorkingDayCalendar;
  /** The event of which it tells, and all before it in the same history. */
  readonly event: Recorded<PaperSource>;
  readonly before: readonly Recorded<PaperSource>[];
  readonly case?: PenaltyCase;
  /** The party to whom it goes or whom it concerns. */
  readonly party?: CaseParty;
  readonly proceeding?: Proceeding;
  /** The pieces of evidence of the case. */
  readonly pieces: readonly Piece[];
  readonly evidence?: Evidence;
  readonly hearing?: Hearing;
  readonly delivery?: Delivery;
  readonly confirmation?: Confirmation;
  readonly fine?: Fine;
  readonly onSpot?: OnSpotPenalty;
  readonly building?: Building;
  readonly substitution?: Substitution;
  readonly measure?: Measure;
  /** The items of the measure, or those that are auctioned for the fine. */
  readonly goods?: readonly { readonly id: string; readonly state: Goods }[];
  readonly visit?: SiteInspection;
  readonly order?: Rectification;
  readonly guidance?: Guidance;
}

/** The event of which a paper tells, where it is of this type. */
export function told<T extends SourceType>({ event }: Pick<Dossier, "event">, type: T): SourceOf<T> | undefined {
  return is(event, type) ? event : undefined;
}

/** The last event of a type in the history, the one of which the paper tells included. */
export function lastTold<T extends SourceType>(
  { before, event }: Pick<Dossier, "before" | "event">,
  type: T,
): SourceOf<T> | undefined {
  const found = [...before, event].findLast((one) => one.type === type);
  return found !== undefined && is(found, type) ? found : undefined;
}

const is = <T extends SourceType>(event: Recorded<PaperSource>, type: T): event is SourceOf<T> => event.type === type;

/** Number of the case, as papers without a number of their own bear it. */
export const caseNumber = ({ case: of }: Pick<Dossier, "case">): string =>
  of !== undefined && "number" in of ? of.number.text.zh : "立案审批中";

/** The name of a person of the town: as the case or the profile knows him. */
export function personIn({
  town,
  case: of,
  onSpot,
  visit,
  order,
}: Pick<Dossier, "town" | "case" | "onSpot" | "visit" | "order">): (sub: string) => string {
  const officers = [
    ...(of?.officers ?? []),
    ...(onSpot?.officers ?? []),
    ...(visit?.officers ?? []),
    ...(order?.officers ?? []),
  ];
  return (sub) =>
    officers.find((one) => one.sub === sub)?.name ?? town.staff.find((one) => one.sub === sub)?.name ?? sub;
}

/** The text of a kind of paper. */
export interface PaperText {
  /** The number that what it tells of has already. */
  readonly number?: (of: Dossier) => string | undefined;
  readonly draft: (of: Dossier, frame: Frame) => Draft | undefined;
}
