import type { TownProfile } from "../../../../../shared/town/profile.ts";
import { applicantOf } from "../../../cases/domain/application/agent.ts";
import type { Application } from "../../../cases/domain/application/application.ts";
import { type Queue, ticketOf } from "../../../hall/domain/queue.ts";

/** What is rated: a case (一事一评) or one visit to a window (一次一评). */
export interface Matter {
  readonly kind: "case" | "visit";
  /** The application, or `<queue>/<ticket>`. */
  readonly ref: string;
  readonly item?: string;
  readonly office: string;
  readonly window?: string;
  /** The resident it belongs to. */
  readonly owner?: string;
  /** Everybody who worked on it: these are rated, and never learn by whom. */
  readonly handlers: readonly string[];
  readonly party?: { readonly name: string; readonly phone: string };
  /** ISO date (case) or instant (visit); absent: it has not ended. */
  readonly ended?: string;
}

/** A case ends when it is closed, recorded, not accepted, or taken back; passed on, only when the organ above has decided. */
export function matterOfCase(ref: string, application: Application): Matter {
  const { item, office, applicant } = application;
  const owner = applicantOf(application);
  const ended = endOf(application);
  return {
    kind: "case",
    ref,
    item: item.code,
    office,
    ...(owner === undefined ? {} : { owner }),
    handlers: handlersOf(application),
    party: { name: applicant.name, phone: applicant.phone },
    ...(ended === undefined ? {} : { ended }),
  };
}

/** The day on which a case ended; undefined: it goes on. */
function endOf(application: Application): string | undefined {
  if (application.status === "closed") return application.closedOn;
  if (application.status === "answered") return application.upper.recordedOn;
  if (application.status === "recorded") return application.recordedOn;
  if (application.status === "declined") return application.declinedOn;
  if (application.status === "withdrawn") return application.withdrawnOn;
  return application.status === "renewed" ? application.renewedOn : undefined;
}

function handlersOf(application: Application): readonly string[] {
  const { receivedBy, owner } = application;
  const running = "acceptedBy" in application && application.acceptedBy !== undefined ? [application.acceptedBy] : [];
  const reviewed = "reviews" in application ? application.reviews.map(({ by }) => by) : [];
  const decided = "decidedBy" in application ? [application.decidedBy] : [];
  return [...new Set([receivedBy, ...running, ...reviewed, ...decided])].filter((sub) => sub !== owner);
}

/** A visit ends when the window says it is served; undefined: there is no such ticket. */
export function matterOfVisit(ref: string, queue: Queue, number: string, town: TownProfile): Matter | undefined {
  const ticket = ticketOf(queue, number);
  if (ticket === undefined) return undefined;
  const { owner, clerk, window, application, status, endedAt } = ticket;
  const at = town.windows.find(({ id }) => id === window);
  const item = application?.includes(".") === true ? application.slice(0, application.indexOf(".")) : undefined;
  return {
    kind: "visit",
    ref,
    office: at?.office ?? town.windows.find(({ group }) => group === queue.group)?.office ?? "",
    handlers: clerk === undefined ? [] : [clerk],
    ...(item === undefined ? {} : { item }),
    ...(window === undefined ? {} : { window }),
    ...(owner === undefined ? {} : { owner }),
    ...(status === "served" && endedAt !== undefined ? { ended: endedAt } : {}),
  };
}
